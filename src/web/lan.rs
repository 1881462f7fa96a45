//! The addresses under which other devices of the house reach this computer.

use std::net::{IpAddr, SocketAddr, UdpSocket};

/// An address in each of the networks that houses use (RFC 1918, RFC 4193), and one outside (RFC 5737).
const ASKED: [&str; 5] = ["192.168.0.1:9", "10.0.0.1:9", "172.16.0.1:9", "[fd00::1]:9", "192.0.2.1:9"];

/// Our own addresses as the routes of the system say them; no packet is sent. The likeliest first, none twice.
pub(super) fn addresses() -> Vec<IpAddr> {
    let mut found = Vec::new();
    for asked in ASKED {
        let Ok(asked) = asked.parse::<SocketAddr>() else { continue };
        let from = if asked.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
        let ours = UdpSocket::bind(from).and_then(|socket| {
            socket.connect(asked)?;
            Ok(socket.local_addr()?.ip())
        });
        if let Ok(ours) = ours
            && !ours.is_loopback()
            && !ours.is_unspecified()
            && !found.contains(&ours)
        {
            found.push(ours);
        }
    }
    found
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
