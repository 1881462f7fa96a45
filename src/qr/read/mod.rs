//! Finds and reads all QR codes in a picture: large and small ones, one or a whole sheet of them.
//!
//! The picture is looked at in several sizes, coarse first, each cut into small overlapping tiles, because
//! the decoder loses its way (and its time) in large ones. What has been read is painted over before the next look.

mod eye;
pub mod open;
mod quiet;
mod tiles;

use std::time::{Duration, Instant};

use image::imageops::FilterType;
use image::{DynamicImage, GrayImage, Luma};

/// How long a picture may take when nobody says otherwise.
pub const BUDGET: Duration = Duration::from_secs(5);

/// One code in a picture.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Found {
    /// What the code says. Bytes that are not UTF-8 are taken as Latin-1.
    pub text: String,
    /// The corners of the symbol in pixels from the top left of the picture: its own top left, top right, bottom right
    /// and bottom left, so that the first is not the uppermost when the code lies on its side.
    pub corners: [(f32, f32); 4],
}

/// What was found within the time.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// From top to bottom.
    pub found: Vec<Found>,
    /// Whether all looks were taken. If not, there may be more codes in the picture.
    pub complete: bool,
}

/// All codes of a picture, looked for during [`BUDGET`].
pub fn read_codes(picture: &GrayImage) -> Vec<Found> {
    read_within(picture, BUDGET).found
}

/// All codes of a picture that can be found within this time. The time is looked at between two looks; a single look
/// at a hostile picture can take longer than all of it.
pub fn read_within(picture: &GrayImage, budget: Duration) -> Reading {
    let deadline = Instant::now() + budget;
    let mut rest = picture.clone();
    let mut found = Vec::new();
    let mut complete = true;
    for scale in tiles::scales(picture.width(), picture.height()) {
        // A small picture is enlarged only if it showed nothing as it is.
        if scale > 1.0 && !found.is_empty() {
            continue;
        }
        let (seen, to_the_end) = look(&rest, scale, deadline);
        complete &= to_the_end;
        for code in seen {
            paint_over(&mut rest, code.corners);
            if !found.iter().any(|known| same(known, &code)) {
                found.push(code);
            }
        }
    }
    found.sort_by(|a, b| middle(a).1.total_cmp(&middle(b).1));
    Reading { found, complete }
}

/// Looks at the picture in one size; false if the time was over before the last tile.
fn look(picture: &GrayImage, scale: f32, deadline: Instant) -> (Vec<Found>, bool) {
    let mut found = Vec::new();
    if Instant::now() >= deadline {
        return (found, false);
    }
    let mut sized = resized(picture, scale);
    for tile in tiles::tiles(sized.width(), sized.height()) {
        if Instant::now() >= deadline {
            return (found, false);
        }
        for mut seen in eye::glance(&sized, tile) {
            seen.corners = seen.corners.map(|(x, y)| (x + tile.left as f32, y + tile.top as f32));
            paint_over(&mut sized, seen.corners);
            seen.corners = seen.corners.map(|(x, y)| (x / scale, y / scale));
            found.push(seen);
        }
    }
    (found, true)
}

fn resized(picture: &GrayImage, scale: f32) -> GrayImage {
    if scale == 1.0 {
        return picture.clone();
    }
    let size = |length: u32| ((length as f32 * scale).round() as u32).max(1);
    // Through DynamicImage, so that it is resized by optimised code in every build.
    let whole = DynamicImage::ImageLuma8(picture.clone());
    whole.resize_exact(size(picture.width()), size(picture.height()), FilterType::Triangle).into_luma8()
}

/// Makes the square between these corners white: what has been read is not read again, and its finder patterns are not
/// taken for those of its neighbours.
fn paint_over(picture: &mut GrayImage, corners: [(f32, f32); 4]) {
    let ends = |of: fn(&(f32, f32)) -> f32, length: u32| {
        let values = corners.iter().map(of);
        let (low, high) = values.fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(value), high.max(value)));
        // A float beyond the picture, or none at all, becomes the nearest whole number.
        (low.floor() as u32)..(high.ceil() as u32).min(length)
    };
    let sides = || corners.iter().zip(corners.iter().cycle().skip(1));
    for y in ends(|corner| corner.1, picture.height()) {
        for x in ends(|corner| corner.0, picture.width()) {
            let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
            let turn = |((ax, ay), (bx, by)): (&(f32, f32), &(f32, f32))| (bx - ax) * (py - ay) - (by - ay) * (px - ax);
            if sides().map(turn).all(|turn| turn >= 0.0) || sides().map(turn).all(|turn| turn <= 0.0) {
                picture.put_pixel(x, y, Luma([255]));
            }
        }
    }
}

/// Whether two looks saw one and the same code: the same text at the same place.
fn same(a: &Found, b: &Found) -> bool {
    let ((ax, ay), (bx, by)) = (middle(a), middle(b));
    let diagonal = |found: &Found| {
        let [(x, y), _, (across, down), _] = found.corners;
        (across - x).hypot(down - y)
    };
    a.text == b.text && (ax - bx).hypot(ay - by) < diagonal(a).max(diagonal(b)) / 2.0
}

fn middle(found: &Found) -> (f32, f32) {
    let sum = found.corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0, sum.1 + corner.1));
    (sum.0 / 4.0, sum.1 / 4.0)
}

#[cfg(test)]
mod tests {
    use image::imageops;
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
