//! The addresses under which other devices of the house reach this computer.

use std::collections::HashSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};

/// An address in each of the networks that houses use (RFC 1918, RFC 4193), and one outside (RFC 5737).
const ASKED: [&str; 5] = ["192.168.0.1:9", "10.0.0.1:9", "172.16.0.1:9", "[fd00::1]:9", "192.0.2.1:9"];

/// Our own addresses, the likeliest first, none twice: from which the system would speak to a house (no packet is sent), then
/// all that Linux says.
pub(super) fn addresses() -> Vec<IpAddr> {
    let mut found: Vec<IpAddr> = Vec::new();
    for asked in ASKED {
        let Ok(asked) = asked.parse::<SocketAddr>() else { continue };
        let from = if asked.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
        let ours = UdpSocket::bind(from).and_then(|socket| {
            socket.connect(asked)?;
            Ok(socket.local_addr()?.ip())
        });
        found.extend(ours);
    }
    if let Ok(table) = std::fs::read_to_string("/proc/net/fib_trie") {
        found.extend(of_fib_trie(&table).into_iter().map(IpAddr::V4));
    }
    if let Ok(table) = std::fs::read_to_string("/proc/net/if_inet6") {
        found.extend(of_if_inet6(&table).into_iter().map(IpAddr::V6));
    }
    let mut known = HashSet::new();
    found.retain(|ours| is_for_others(*ours) && known.insert(*ours));
    found
}

/// An IPv6 address of one link says nothing without the name of the other's network card.
fn is_for_others(address: IpAddr) -> bool {
    let is_of_link = matches!(address, IpAddr::V6(v6) if v6.is_unicast_link_local());
    !is_of_link && !address.is_loopback() && !address.is_unspecified()
}

/// The own addresses in Linux's routing table: a leaf, and below it "/32 host LOCAL".
fn of_fib_trie(table: &str) -> Vec<Ipv4Addr> {
    let (mut last, mut found): (Option<Ipv4Addr>, _) = (None, Vec::new());
    for line in table.lines().map(str::trim) {
        if let Some(leaf) = line.strip_prefix("|-- ") {
            last = leaf.parse().ok();
        } else if line == "/32 host LOCAL" {
            found.extend(last.take());
        }
    }
    found
}

/// Each line: 32 hexadecimal digits, then what does not matter here.
fn of_if_inet6(table: &str) -> Vec<Ipv6Addr> {
    table
        .lines()
        .filter_map(|line| u128::from_str_radix(line.split_whitespace().next()?, 16).ok())
        .map(Ipv6Addr::from_bits)
        .collect()
}

/// Whether a host, as a browser names it, is this very computer and nothing that a phone can reach.
pub(super) fn is_here_only(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.trim_matches(['[', ']']);
    name.eq_ignore_ascii_case("localhost")
        || name.ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linux_says_its_addresses() {
        let table = "Main:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 192.168.1.0\n        /24 link UNICAST\nLocal:\n     |-- 192.168.1.10\n        /32 host LOCAL\n     |-- 192.168.1.255\n        /32 link BROADCAST\n";
        assert_eq!(of_fib_trie(table), [Ipv4Addr::new(192, 168, 1, 10)]);
        let table =
            "fd0000000000000000000000000000a1 02 40 00 80 eth0\n00000000000000000000000000000001 01 80 10 80 lo\n";
        assert_eq!(of_if_inet6(table), ["fd00::a1".parse::<Ipv6Addr>().unwrap(), Ipv6Addr::LOCALHOST]);
    }

    #[test]
    fn a_phone_cannot_reach_localhost() {
        for here in
            ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080", "[::1]", "x.localhost:1"]
        {
            assert!(is_here_only(here), "{here}");
        }
        for reachable in ["192.168.1.20:8080", "gaben.example.org", "[fd00::5]:8080", "pc-17:8080"] {
            assert!(!is_here_only(reachable), "{reachable}");
        }
        assert!(addresses().iter().all(|address| !address.is_loopback()));
    }
}
