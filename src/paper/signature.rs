//! A signature as it was drawn on a screen: made small and harmless, kept as a picture of two colours, printed as bars.

use image::imageops::{self, FilterType};
use image::{GrayImage, ImageFormat};

use crate::qr::read::open::open;

/// Largest file of a signature in bytes, and largest side of its picture.
pub const LARGEST: usize = 200 << 10;
const LONGEST_SIDE: u32 = 2_400;
/// What is kept, in dots: a line of 60 mm has about 150 dots an inch.
const KEPT: (u32, u32) = (420, 140);
/// Below this a dot is ink: thin strokes are grey at their edges.
const DARK: u8 = 150;
/// A stroke has more dots than this; a touch by mistake has fewer.
const FEWEST: usize = 60;

/// Why a picture is no signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoInk {
    /// Nothing, or hardly anything, was drawn.
    Empty,
    /// Not a PNG, damaged, too large, or mostly black.
    Unreadable,
}

/// The dark dots of a signature, cut to where there are some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strokes {
    pub width: i32,
    pub height: i32,
    /// Column, row and length of each dark run.
    pub bars: Vec<(i32, i32, i32)>,
}

impl Strokes {
    /// Reads a PNG, whatever it says it is, and keeps its dark dots.
    ///
    /// # Errors
    /// [`NoInk`] when there is no signature in it.
    pub fn read(png: &[u8]) -> Result<Strokes, NoInk> {
        if png.is_empty() {
            return Err(NoInk::Empty);
        }
        if png.len() > LARGEST || image::guess_format(png).ok() != Some(ImageFormat::Png) {
            return Err(NoInk::Unreadable);
        }
        let picture = open(png).map_err(|_| NoInk::Unreadable)?;
        if picture.width().max(picture.height()) > LONGEST_SIDE {
            return Err(NoInk::Unreadable);
        }
        let dark = picture.pixels().filter(|pixel| pixel.0[0] < DARK).count();
        if dark < FEWEST {
            return Err(NoInk::Empty);
        }
        if dark * 2 > picture.pixels().len() {
            return Err(NoInk::Unreadable);
        }
        Ok(Strokes::of(&shrunk(cropped(&picture))))
    }

    fn of(picture: &GrayImage) -> Strokes {
        let (width, height) = (picture.width() as i32, picture.height() as i32);
        let mut bars: Vec<(i32, i32, i32)> = Vec::new();
        for (x, y, pixel) in picture.enumerate_pixels() {
            if pixel.0[0] >= DARK {
                continue;
            }
            let (x, y) = (x as i32, y as i32);
            match bars.last_mut() {
                Some((begin, row, run)) if *row == y && *begin + *run == x => *run += 1,
                _ => bars.push((x, y, 1)),
            }
        }
        Strokes { width, height, bars }
    }

    /// The signature as a PNG of two colours: nothing else of the file that came is left in it.
    ///
    /// # Errors
    /// When it cannot be encoded.
    pub fn png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let row = (self.width as usize).div_ceil(8);
        let mut bits = vec![0xff_u8; row * self.height as usize];
        for (x, y, run) in &self.bars {
            for x in *x..x + run {
                bits[*y as usize * row + x as usize / 8] &= !(0x80 >> (x % 8));
            }
        }
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&bits)?;
        writer.finish()?;
        Ok(bytes)
    }

    /// Size and dark runs, as [`Signed`](super::flow::Signed) takes them.
    pub fn dots(&self) -> (i32, i32, &[(i32, i32, i32)]) {
        (self.width, self.height, &self.bars)
    }
}

fn cropped(picture: &GrayImage) -> GrayImage {
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for (x, y, pixel) in picture.enumerate_pixels() {
        if pixel.0[0] < DARK {
            (left, top, right, bottom) = (left.min(x), top.min(y), right.max(x), bottom.max(y));
        }
    }
    imageops::crop_imm(picture, left, top, right + 1 - left, bottom + 1 - top).to_image()
}

fn shrunk(picture: GrayImage) -> GrayImage {
    let (width, height) = picture.dimensions();
    let scale = (f64::from(KEPT.0) / f64::from(width)).min(f64::from(KEPT.1) / f64::from(height));
    if scale >= 1.0 {
        return picture;
    }
    let side = |length: u32| ((f64::from(length) * scale).round() as u32).max(1);
    let mut small = imageops::resize(&picture, side(width), side(height), FilterType::Triangle);
    // Thin strokes pale when they shrink: what is half grey is ink.
    small.pixels_mut().for_each(|pixel| pixel.0[0] = if pixel.0[0] < 205 { 0 } else { 255 });
    small
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    fn encoded(picture: &GrayImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn scribble(width: u32, height: u32) -> GrayImage {
        GrayImage::from_fn(width, height, |x, y| {
            let wave = (f64::from(x) / 17.0).sin() * f64::from(height) / 4.0 + f64::from(height) / 2.0;
            let on = x > 20 && x < width - 30 && (f64::from(y) - wave).abs() < 2.5;
            Luma([if on { 0 } else { 255 }])
        })
    }

    #[test]
    fn a_drawn_line_is_cut_out_and_comes_back_the_same() {
        let ink = Strokes::read(&encoded(&scribble(600, 200), ImageFormat::Png)).unwrap();
        assert!(ink.width <= 420 && ink.height <= 140 && ink.width > 300, "{} × {}", ink.width, ink.height);
        let again = Strokes::read(&ink.png().unwrap()).unwrap();
        assert_eq!(again, ink);
        assert!(ink.png().unwrap().len() < 4_000);
    }

    #[test]
    fn what_is_no_signature_is_refused() {
        let white = GrayImage::from_pixel(300, 100, Luma([255]));
        let black = GrayImage::from_pixel(300, 100, Luma([0]));
        assert_eq!(Strokes::read(&encoded(&white, ImageFormat::Png)), Err(NoInk::Empty));
        assert_eq!(Strokes::read(b""), Err(NoInk::Empty));
        assert_eq!(Strokes::read(&encoded(&black, ImageFormat::Png)), Err(NoInk::Unreadable));
        assert_eq!(Strokes::read(&encoded(&scribble(600, 200), ImageFormat::WebP)), Err(NoInk::Unreadable));
        assert_eq!(Strokes::read(b"<svg onload=alert(1)>"), Err(NoInk::Unreadable));
        assert_eq!(Strokes::read(&encoded(&scribble(4_000, 100), ImageFormat::Png)), Err(NoInk::Unreadable));
        let mut cut = encoded(&scribble(600, 200), ImageFormat::Png);
        cut.truncate(cut.len() / 2);
        assert_eq!(Strokes::read(&cut), Err(NoInk::Unreadable));
    }
}
