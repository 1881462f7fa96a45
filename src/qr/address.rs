//! Draws a web address as a QR symbol, for the camera of a phone that knows nothing of us.

use qrcodegen::{QrCode, QrCodeEcc};

use super::draw::QUIET_ZONE;

/// A drawn address as one path of an SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressSymbol {
    /// Width and height of the view box in modules, the quiet zone included.
    pub side: i32,
    /// The dark modules, as the `d` of a path.
    pub path: String,
    /// The same as bars: column and row of the first module with the quiet zone counted, and how many modules.
    pub bars: Vec<(i32, i32, i32)>,
}

impl AddressSymbol {
    /// Medium correction: it is shown on a screen, where nothing is torn. `None` when the text does not fit a symbol.
    pub fn of(address: &str) -> Option<AddressSymbol> {
        let drawn = QrCode::encode_text(address, QrCodeEcc::Medium).ok()?;
        let edge = i32::from(QUIET_ZONE);
        let (mut path, mut bars) = (String::new(), Vec::new());
        for y in 0..drawn.size() {
            let mut x = 0;
            while x < drawn.size() {
                // One bar for each run of dark modules: no renderer leaves a hairline within it.
                let run = (x..drawn.size()).take_while(|x| drawn.get_module(*x, y)).count() as i32;
                if run > 0 {
                    bars.push((x + edge, y + edge, run));
                    path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + edge, y + edge));
                }
                x += run + 1;
            }
        }
        Some(AddressSymbol { side: drawn.size() + 2 * edge, path, bars })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::qr::read::read_codes;
    use image::{GrayImage, Luma};

    #[test]
    fn an_address_is_read_back() {
        let address = "http://192.168.178.20:8080/phone/QWERTZUIOPASDFGHJKLYXCVBNM234567";
        let symbol = AddressSymbol::of(address).unwrap();
        let mut picture = GrayImage::from_pixel(symbol.side as u32 * 4, symbol.side as u32 * 4, Luma([255]));
        for bar in symbol.path.split_terminator('z') {
            let numbers: Vec<u32> =
                bar.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, run, ..] = numbers[..] else { panic!("{bar}") };
            for (across, down) in (0..run * 4).flat_map(|across| (0..4).map(move |down| (across, down))) {
                picture.put_pixel(x * 4 + across, y * 4 + down, Luma([0]));
            }
        }
        assert_eq!(read_codes(&picture).first().map(|found| found.text.as_str()), Some(address));
        assert_eq!(AddressSymbol::of(&"x".repeat(5000)), None);
    }
}
