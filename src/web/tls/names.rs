//! What this computer is called in its house: host name and addresses, as they are at this moment.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

use super::is_private;
use crate::web::lan;

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
        let here = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
        let mut addresses: BTreeSet<IpAddr> =
            here.into_iter().chain(lan::addresses()).filter(|address| is_private(*address)).collect();
        // A single word is left out: an authority that vouches for it vouches for a whole top-level domain too.
        names.extend(host_name().map(|host| if host.contains('.') { host } else { format!("{host}.local") }));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_name_is_left_out() {
        let names = Names::here(&["Kammer.Example".into(), "zwei Worte".into(), "10.1.2.3".into(), "-x".into()]);
        assert!(names.knows("kammer.example") && names.knows("10.1.2.3") && names.knows("localhost"));
        assert!(names.knows("[::1]"));
        assert!(!names.knows("zwei worte") && !names.knows("evil.example") && !names.knows("-x"));
    }
}
