//! What this computer is called in its house: host name and addresses, as they are at this moment.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, UdpSocket};

use serde::{Deserialize, Serialize};

use super::is_private;

/// Names and addresses that a certificate is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    pub names: BTreeSet<String>,
    pub addresses: BTreeSet<IpAddr>,
}

impl Names {
    /// Of this computer, with further names from the settings.
    pub fn here(further: &[String]) -> Names {
        let mut names = BTreeSet::from(["localhost".to_owned()]);
        let mut addresses = addresses();
        if let Some(host) = host_name() {
            if !host.contains('.') {
                names.insert(format!("{host}.local"));
            }
            names.insert(host);
        }
        for name in further {
            match name.trim().parse() {
                Ok(address) => drop(addresses.insert(address)),
                Err(_) => names.extend(well_formed(name)),
            }
        }
        Names { names, addresses }
    }

    /// Whether a visitor may call the computer so. A port behind the name does not matter.
    pub fn knows(&self, host: &str) -> bool {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        bare.parse()
            .map_or_else(|_| self.names.contains(&host.to_lowercase()), |address| self.addresses.contains(&address))
    }

    /// The addresses at which other devices of the house find this computer, IPv4 first.
    pub fn for_others(&self) -> Vec<IpAddr> {
        self.addresses.iter().copied().filter(|address| !address.is_loopback()).collect()
    }
}

/// A DNS name as certificates hold it; none for what is no name.
pub(super) fn well_formed(name: &str) -> Option<String> {
    let name = name.trim().trim_end_matches('.').to_lowercase();
    let part = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    (name.len() <= 200 && name.split('.').all(part)).then_some(name)
}

pub(super) fn host_name() -> Option<String> {
    let of_linux = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let known = of_linux.or_else(|| std::env::var("COMPUTERNAME").ok()).or_else(|| std::env::var("HOSTNAME").ok())?;
    well_formed(&known).filter(|name| name != "localhost" && name.parse::<IpAddr>().is_err())
}

fn addresses() -> BTreeSet<IpAddr> {
    let mut found = BTreeSet::from([IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)]);
    // Linux says all of them.
    if let Ok(table) = std::fs::read_to_string("/proc/net/fib_trie") {
        found.extend(of_fib_trie(&table).into_iter().map(IpAddr::V4));
    }
    if let Ok(table) = std::fs::read_to_string("/proc/net/if_inet6") {
        found.extend(of_if_inet6(&table).into_iter().map(IpAddr::V6));
    }
    // Elsewhere: the one from which this computer would speak to its house. Nothing is sent.
    let speaking = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.168.0.1:9")?;
        socket.local_addr()
    });
    found.extend(speaking.map(|address| address.ip()));
    found.into_iter().filter(|address| is_private(*address)).collect()
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
    fn what_is_no_name_is_left_out() {
        let names = Names::here(&["Kammer.Example".into(), "zwei Worte".into(), "10.1.2.3".into(), "-x".into()]);
        assert!(names.knows("kammer.example") && names.knows("10.1.2.3") && names.knows("localhost"));
        assert!(names.knows("[::1]"));
        assert!(!names.knows("zwei worte") && !names.knows("evil.example") && !names.knows("-x"));
    }
}
