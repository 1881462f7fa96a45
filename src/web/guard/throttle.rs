//! How often one address may try to sign in; an account pauses on its own besides.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::NonZeroU32;

use actix_web::HttpRequest;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::web::Failure;

/// Tries that one address may make at once, and again within a minute. A whole house may sign in behind one address.
const TRIES: NonZeroU32 = NonZeroU32::new(120).expect("not zero");
/// The same at the door of a household's own page: a whole shelter may stand behind one address, but each tries by hand.
const TRIES_AT_OWN_DOOR: NonZeroU32 = NonZeroU32::new(20).expect("not zero");
/// Addresses remembered before those at rest are forgotten.
const REMEMBERED: usize = 10_000;

/// Counts tries by address.
pub struct Throttle(DefaultKeyedRateLimiter<IpAddr>);

impl Default for Throttle {
    fn default() -> Throttle {
        Throttle(RateLimiter::keyed(Quota::per_minute(TRIES)))
    }
}

impl Throttle {
    /// For the door of a household's own page.
    pub(in crate::web) fn at_own_door() -> Throttle {
        Throttle(RateLimiter::keyed(Quota::per_minute(TRIES_AT_OWN_DOOR)))
    }

    /// # Errors
    /// [`Failure::TooOften`] when the address has used up its tries.
    pub(in crate::web) fn admit(&self, req: &HttpRequest) -> Result<(), Failure> {
        if self.0.len() > REMEMBERED {
            self.0.retain_recent();
        }
        let address = req.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
        self.0.check_key(&line(address)).map_err(|_| Failure::TooOften)
    }
}

/// Whose line an address is: with IPv6 everybody has 2⁶⁴ of them, so those count as one.
fn line(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(six) => IpAddr::V6(Ipv6Addr::from_bits(six.to_bits() >> 64 << 64)),
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_of_one_line_count_as_one() {
        let of = |text: &str| line(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_ne!(of("::ffff:192.0.2.1"), of("::ffff:192.0.2.2"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }
}
