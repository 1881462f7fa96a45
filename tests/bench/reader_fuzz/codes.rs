//! Pictures of codes, from one of ours to the largest there is, whole and destroyed.

use std::f32::consts::TAU;

use gabentisch::codes::{Code, Kind};
use gabentisch::qr::draw::{SIDE, Symbol};
use image::{GrayImage, Luma, imageops};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use rand::rngs::StdRng;
use rand::{Rng, RngExt};

use super::pictures::stamp;

/// A picture, and what its codes say.
pub type Drawn = (GrayImage, Vec<String>);

fn ours(rng: &mut StdRng) -> Code {
    let kind = Kind::ALL[rng.random_range(0..Kind::ALL.len())];
    Code::draw(kind, rng)
}

/// As many of our codes as the picture holds, some of them turned.
pub fn tile(rng: &mut StdRng, width: u32, height: u32) -> Drawn {
    let mut picture = GrayImage::from_pixel(width, height, Luma([240]));
    let module = rng.random_range(1.5..6.0f32);
    let pitch = module * f32::from(SIDE) + module * rng.random_range(1.0..8.0);
    let lean = if rng.random_bool(0.5) { 0.0 } else { rng.random_range(0.0..0.4f32) };
    let mut texts = Vec::new();
    for row in 0..(height as f32 / pitch) as u32 {
        for column in 0..(width as f32 / pitch) as u32 {
            let code = ours(rng);
            let symbol = Symbol::of(&code);
            let at = ((column as f32 + 0.5) * pitch, (row as f32 + 0.5) * pitch);
            let angle = lean * rng.random_range(-1.0..1.0);
            stamp(&mut picture, at, module, angle, SIDE.into(), |x, y| symbol.is_dark(x, y));
            texts.push(code.to_string());
        }
    }
    (picture, texts)
}

/// One of our codes of which little is left.
pub fn torn(rng: &mut StdRng, width: u32, height: u32) -> Drawn {
    let code = ours(rng);
    let symbol = Symbol::of(&code);
    let flipped = flips(rng, SIDE.into());
    let picture = alone(rng, width, height, SIDE.into(), |x, y| symbol.is_dark(x, y) != flipped(x, y));
    (picture, vec![code.to_string()])
}

/// A code of any version and any level, which says whatever fits into it.
pub fn any_version(rng: &mut StdRng, width: u32, height: u32, largest: u8) -> Drawn {
    let version = Version::new(rng.random_range(1..=largest));
    let levels = [QrCodeEcc::Low, QrCodeEcc::Medium, QrCodeEcc::Quartile, QrCodeEcc::High];
    let level = levels[rng.random_range(0..4)];
    let mask = rng.random_bool(0.5).then(|| Mask::new(rng.random_range(0..8)));
    let mut length = rng.random_range(1..3000);
    let (text, code) = loop {
        let (text, segment) = content(rng, length);
        match QrCode::encode_segments_advanced(&[segment], level, version, version, mask, false) {
            Ok(code) => break (text, code),
            Err(_) => length = (length / 2).max(1),
        }
    };
    let flipped = flips(rng, code.size());
    let picture = alone(rng, width, height, code.size(), |x, y| code.get_module(x, y) != flipped(x, y));
    (picture, vec![text])
}

fn content(rng: &mut StdRng, length: usize) -> (String, QrSegment) {
    let mut write =
        |signs: &[char]| -> String { (0..length).map(|_| signs[rng.random_range(0..signs.len())]).collect() };
    let letters: Vec<char> = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".chars().collect();
    match length % 3 {
        0 => {
            let digits = write(&letters[..10]);
            let segment = QrSegment::make_numeric(&digits);
            (digits, segment)
        }
        1 => {
            let text = write(&letters);
            let segment = QrSegment::make_alphanumeric(&text);
            (text, segment)
        }
        _ => {
            let text = write(&['a', 'b', 'z', ' ', 'ß', 'Ä', '€', '{', '\n']);
            let segment = QrSegment::make_bytes(text.as_bytes());
            (text, segment)
        }
    }
}

/// Which modules are printed wrongly: none, a few, or so many that nobody can read it. The three corners by which a code is
/// found are spared in most cases.
fn flips(rng: &mut StdRng, side: i32) -> impl Fn(i32, i32) -> bool + use<> {
    let share = [0.0, 0.0, 0.01, 0.04, 0.10, 0.16, 0.4][rng.random_range(0..7)];
    let spared = rng.random_bool(0.8);
    let is_corner = |at: i32| {
        let (near_x, near_y) = (at % side < 9, at / side < 9);
        (near_y && (near_x || at % side > side - 9)) || (near_x && at / side > side - 9)
    };
    let wrong: Vec<bool> = (0..side * side).map(|at| !(spared && is_corner(at)) && rng.random_bool(share)).collect();
    move |x, y| wrong[(y * side + x) as usize]
}

/// One symbol, as large as fits or smaller, turned, covered, cut off, blurred, inverted: or none of this.
fn alone(rng: &mut StdRng, width: u32, height: u32, side: i32, is_dark: impl Fn(i32, i32) -> bool) -> GrayImage {
    let mut picture = GrayImage::from_pixel(width, height, Luma([240]));
    let most = width.min(height) as f32 / (side as f32 + 2.0);
    let module = (most * rng.random_range(0.3..1.0f32)).max(2.0);
    let angle = if rng.random_bool(0.4) { 0.0 } else { rng.random_range(0.0..TAU) };
    let middle = (width as f32 / 2.0, height as f32 / 2.0);
    stamp(&mut picture, middle, module, angle, side, is_dark);
    if rng.random_bool(0.4) {
        cover(rng, &mut picture);
    }
    if rng.random_bool(0.3) {
        let strength = rng.random_range(2..60);
        picture.pixels_mut().for_each(|pixel| pixel.0[0] = pixel.0[0].saturating_sub(noise(rng, strength)));
    }
    if rng.random_bool(0.2) {
        imageops::invert(&mut picture);
    }
    if rng.random_bool(0.2) && width.max(height) <= 1000 {
        picture = imageops::blur(&picture, rng.random_range(0.5..2.5));
    }
    picture
}

fn noise(rng: &mut impl Rng, strength: u8) -> u8 {
    rng.random_range(0..strength)
}

/// A few rectangles of up to a quarter of the sides, white, black or of noise.
fn cover(rng: &mut StdRng, picture: &mut GrayImage) {
    let (width, height) = picture.dimensions();
    for _ in 0..rng.random_range(1..6) {
        let (across, down) = (rng.random_range(1..=width / 4 + 1), rng.random_range(1..=height / 4 + 1));
        let (left, top) = (rng.random_range(0..width), rng.random_range(0..height));
        let grey = [Some(255), Some(0), None][rng.random_range(0..3)];
        for y in top..(top + down).min(height) {
            for x in left..(left + across).min(width) {
                picture.put_pixel(x, y, Luma([grey.unwrap_or_else(|| rng.random())]));
            }
        }
    }
}
