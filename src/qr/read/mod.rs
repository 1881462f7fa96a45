//! Finds and reads all QR codes in a picture: crumpled, torn, blurred or far away, one or a whole sheet of them.
//!
//! Our own are the search for the corners, the shape and the grey values of the modules, and what correction can do when it knows which
//! of them are unsure; rqrr reads the text from a symbol that is drawn anew from the corrected codewords. The stages, cheap
//! ones first, stand in [`stages`]; how well each does is measured by `tests/bench/decode` (docs/reader.md).
//!
//! ```text
//! picture  ←  shape  →  symbol        (greys and ink; where the modules lie; what they say)
//!         ↖   ↑   ↗
//!       search, stages
//! ```

mod deadline;
pub mod open;
mod picture;
mod pyramid;
pub mod quiet;
mod search;
mod shape;
mod stages;
mod symbol;

use std::time::Duration;

use image::GrayImage;

use deadline::Deadline;
use pyramid::Pyramid;
use search::Search;

/// How long a picture may take when nobody says otherwise.
pub const BUDGET: Duration = Duration::from_secs(5);

/// One code in a picture.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Found {
    /// What the code says: UTF-8, else Shift-JIS where it can be nothing else, else Latin-1.
    pub text: String,
    /// The corners of the symbol in pixels from the top left of the picture: its own top left, top right, bottom right
    /// and bottom left, so that the first is not the uppermost when the code lies on its side.
    pub corners: [(f32, f32); 4],
    /// The stage that read it, for those who measure.
    pub stage: &'static str,
}

/// What was found within the time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// From top to bottom.
    pub found: Vec<Found>,
    /// Whether all looks were taken. If not, there may be more codes in the picture.
    pub complete: bool,
    /// Whether a defect of the reader ended the search. What was found before is here.
    pub broken: bool,
}

/// How deep to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// A frame of a camera, after which the next one comes: only the quick looks.
    Frame,
    /// A photo that nobody takes again: everything, as long as there is time.
    Photo,
}

impl Found {
    /// The middle of the symbol in pixels.
    pub fn middle(&self) -> (f32, f32) {
        self.corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0 / 4.0, sum.1 + corner.1 / 4.0))
    }

    /// Whether the two lie on one square of the picture.
    fn lies_on(&self, other: &Self) -> bool {
        let ((ax, ay), (bx, by)) = (self.middle(), other.middle());
        let diagonal = |found: &Self| {
            let [(x, y), _, (across, down), _] = found.corners;
            (across - x).hypot(down - y)
        };
        (ax - bx).hypot(ay - by) < diagonal(self).max(diagonal(other)) / 3.0
    }
}

/// All codes of a photo, looked for during [`BUDGET`].
pub fn read_codes(picture: &GrayImage) -> Vec<Found> {
    read_within(picture, BUDGET).found
}

/// All codes of a photo that can be found within this time.
pub fn read_within(picture: &GrayImage, budget: Duration) -> Reading {
    read(picture, budget, Depth::Photo)
}

/// All codes of a picture that can be found within this time and depth. What was found before the time was over is kept.
/// The time is asked for between any two pieces of work; the first, making the picture small, is always done.
pub fn read(picture: &GrayImage, budget: Duration, depth: Depth) -> Reading {
    let deadline = Deadline::after(budget);
    if picture.width() == 0 || picture.height() == 0 {
        return Reading { found: Vec::new(), complete: true, broken: false };
    }
    let mut search = Search::until(deadline);
    // A defect in the search must cost this picture, not the server.
    let ended = quiet::quietly(|| stages::run(&mut search, &Pyramid::of(picture), depth));
    let mut found = search.found;
    found.sort_by(|a, b| a.middle().1.total_cmp(&b.middle().1));
    Reading { found, complete: search.complete && ended.is_some(), broken: ended.is_none() }
}
#[cfg(test)]
mod tests {
    use image::{Luma, imageops};
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::codes::{Code, Kind};
    use crate::qr::draw::Symbol;

    fn draw(code: &Code, module: u32) -> GrayImage {
        let symbol = Symbol::of(code);
        GrayImage::from_fn(29 * module, 29 * module, |x, y| {
            let dark = symbol.is_dark((x / module) as i32 - 4, (y / module) as i32 - 4);
            Luma([if dark { 20 } else { 235 }])
        })
    }

    fn code(seed: u64) -> Code {
        Code::draw(Kind::Item, &mut StdRng::seed_from_u64(seed))
    }

    #[test]
    fn a_drawn_code_is_read_back_turned_any_way() {
        let drawn = draw(&code(1), 5);
        for turned in
            [drawn.clone(), imageops::rotate90(&drawn), imageops::rotate180(&drawn), imageops::rotate270(&drawn)]
        {
            let found = read_codes(&turned);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].text, code(1).as_str());
        }
    }

    #[test]
    fn corners_are_where_the_symbol_is() {
        let mut page = GrayImage::from_pixel(2400, 1800, Luma([255]));
        imageops::replace(&mut page, &draw(&code(2), 6), 1500, 900);
        let found = read_codes(&page);
        assert_eq!(found.len(), 1);
        let (left, top, side) = (1500.0 + 24.0, 900.0 + 24.0, 126.0);
        let expected = [(left, top), (left + side, top), (left + side, top + side), (left, top + side)];
        for ((x, y), (right_x, right_y)) in found[0].corners.into_iter().zip(expected) {
            assert!((x - right_x).abs() < 4.0 && (y - right_y).abs() < 4.0, "{:?}", found[0].corners);
        }
    }

    #[test]
    fn two_labels_with_the_same_code_are_two_and_one_seen_twice_is_one() {
        let mut page = GrayImage::from_pixel(1900, 700, Luma([255]));
        imageops::replace(&mut page, &draw(&code(3), 5), 850, 300);
        imageops::replace(&mut page, &draw(&code(3), 5), 100, 100);
        assert_eq!(read_codes(&page).len(), 2);
    }

    #[test]
    fn huge_and_tiny_codes_are_read() {
        for module in [2, 40] {
            assert_eq!(read_codes(&draw(&code(4), module)).len(), 1, "module of {module} px");
        }
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        assert_eq!(read_codes(&GrayImage::from_pixel(1, 1, Luma([0]))), []);
        assert_eq!(read_codes(&GrayImage::new(0, 0)), []);
        assert_eq!(read_codes(&GrayImage::from_fn(300, 300, |x, y| Luma([((x * 7 + y * 13) % 256) as u8]))), []);
    }

    #[test]
    fn without_time_the_reading_says_that_it_is_not_complete() {
        let reading = read_within(&draw(&code(5), 5), Duration::ZERO);
        assert!(reading.found.is_empty() && !reading.complete);
    }
}
