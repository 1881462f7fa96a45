//! Draws an address as a QR symbol for the camera of a phone.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// A symbol as the data of an SVG path, with its quiet zone around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Modules along one side, quiet zone included: the view box.
    pub side: i32,
    /// The dark modules, row by row.
    pub path: String,
}

impl Link {
    /// The symbol of an address; `None` when it is too long for one (about 2,000 characters).
    pub fn of(address: &str) -> Option<Link> {
        let drawn = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
        let quiet = i32::from(super::draw::QUIET_ZONE);
        let mut path = String::new();
        for y in 0..drawn.size() {
            let mut x = 0;
            while x < drawn.size() {
                let run = (x..drawn.size()).take_while(|x| drawn.get_module(*x, y)).count() as i32;
                if run > 0 {
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + quiet, y + quiet);
                }
                x += run.max(1);
            }
        }
        Some(Link { side: drawn.size() + 2 * quiet, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let link = Link::of("http://192.168.1.10:8081/trust").unwrap();
        let drawn: i32 = link
            .path
            .split('h')
            .skip(1)
            .step_by(2)
            .map(|run| run.split('v').next().unwrap().parse::<i32>().unwrap())
            .sum();
        let code = QrCode::encode_text("http://192.168.1.10:8081/trust", QrCodeEcc::Medium).unwrap();
        let dark = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .count();
        assert_eq!((drawn as usize, link.side), (dark, code.size() + 8));
        assert_eq!(Link::of(&"x".repeat(4000)), None);
    }
}
