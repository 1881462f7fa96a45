//! Pictures without a code that are made to keep a reader busy.

use std::f32::consts::TAU;

use image::{GrayImage, Luma};
use rand::RngExt;
use rand::rngs::StdRng;

/// A picture of this size with some content.
pub type Draw = fn(&mut StdRng, u32, u32) -> GrayImage;

pub const NOISE: &[Draw] = &[grains, blocks, flat];
pub const WOVEN: &[Draw] = &[woven, checkered];

fn grains(rng: &mut StdRng, width: u32, height: u32) -> GrayImage {
    let black_and_white = rng.random_bool(0.5);
    GrayImage::from_fn(width, height, |_, _| {
        let grey: u8 = rng.random();
        Luma([if black_and_white { if grey < 128 { 0 } else { 255 } } else { grey }])
    })
}

/// Squares like the modules of a code, at random.
fn blocks(rng: &mut StdRng, width: u32, height: u32) -> GrayImage {
    let side = rng.random_range(1..12);
    let columns = width / side + 1;
    let dark: Vec<bool> = (0..columns * (height / side + 1)).map(|_| rng.random()).collect();
    let (black, white) = (rng.random_range(0..100), rng.random_range(140..=255));
    GrayImage::from_fn(width, height, |x, y| {
        Luma([if dark[(y / side * columns + x / side) as usize] { black } else { white }])
    })
}

fn flat(rng: &mut StdRng, width: u32, height: u32) -> GrayImage {
    GrayImage::from_pixel(width, height, Luma([rng.random()]))
}

/// Threads in two directions, which have the run lengths of finder patterns now and then.
fn woven(rng: &mut StdRng, width: u32, height: u32) -> GrayImage {
    let (thread, depth, grey) =
        (rng.random_range(2.0..14.0), rng.random_range(5.0..110.0), rng.random_range(60.0..200.0));
    let (sine, cosine) = rng.random_range(0.0..TAU).sin_cos();
    let (slope, noise) = (rng.random_range(-0.1..0.1), rng.random_range(0.0..20.0));
    GrayImage::from_fn(width, height, |x, y| {
        let (u, v) = (x as f32 * cosine + y as f32 * sine, y as f32 * cosine - x as f32 * sine);
        let wave = (TAU * u / thread).sin() * (TAU * v / thread).sin();
        Luma([(grey + depth * wave + slope * (x as f32 - width as f32 / 2.0) + noise * rng.random::<f32>()) as u8])
    })
}

/// A chessboard of single pixels, or of a few.
fn checkered(rng: &mut StdRng, width: u32, height: u32) -> GrayImage {
    let (across, down) = (rng.random_range(1..4), rng.random_range(1..4));
    GrayImage::from_fn(width, height, |x, y| Luma([if (x / across + y / down) % 2 == 0 { 0 } else { 255 }]))
}

/// A grid of finder patterns without anything between them: a thousand corners, and no code. Of those at least 1,089 on 800
/// pixels have brought readers down, which try every three of them.
pub fn finders(rng: &mut StdRng, width: u32, height: u32) -> GrayImage {
    let module = *[1, 2, 2, 3, 3, 3, 4, 5, 8].get(rng.random_range(0..9)).expect("nine of them");
    let pitch = module * rng.random_range(8..16);
    let pitch = if rng.random_bool(0.5) { module * 8 } else { pitch };
    let missing = if rng.random_bool(0.5) { 0.0 } else { rng.random_range(0.0..0.5) };
    let shown: Vec<bool> = (0..(width / pitch + 1) * (height / pitch + 1)).map(|_| !rng.random_bool(missing)).collect();
    GrayImage::from_fn(width, height, |x, y| {
        let shown = shown[(y / pitch * (width / pitch + 1) + x / pitch) as usize];
        Luma([if shown && is_finder((x % pitch / module) as i32, (y % pitch / module) as i32) { 0 } else { 255 }])
    })
}

/// Finder patterns of all sizes, turned any way, one over the other.
pub fn soup(rng: &mut StdRng, width: u32, height: u32) -> GrayImage {
    let mut picture = GrayImage::from_pixel(width, height, Luma([230]));
    for _ in 0..rng.random_range(3..400) {
        let module = rng.random_range(1.5..9.0f32);
        let (x, y) = (rng.random_range(0.0..width as f32), rng.random_range(0.0..height as f32));
        stamp(&mut picture, (x, y), module, rng.random_range(0.0..TAU), 8, is_finder);
    }
    picture
}

/// Draws a square of modules around this point, turned by this angle, over what is there.
pub fn stamp(
    picture: &mut GrayImage,
    (x, y): (f32, f32),
    module: f32,
    angle: f32,
    side: i32,
    is_dark: impl Fn(i32, i32) -> bool,
) {
    let (sine, cosine) = angle.sin_cos();
    let half = side as f32 / 2.0;
    let reach = (module * half * 1.5) as i32;
    for py in (y as i32 - reach).max(0)..(y as i32 + reach).min(picture.height() as i32) {
        for px in (x as i32 - reach).max(0)..(x as i32 + reach).min(picture.width() as i32) {
            let (dx, dy) = ((px as f32 + 0.5 - x) / module, (py as f32 + 0.5 - y) / module);
            let (u, v) = (dx * cosine + dy * sine + half, dy * cosine - dx * sine + half);
            if (0.0..side as f32).contains(&u) && (0.0..side as f32).contains(&v) {
                picture.put_pixel(px as u32, py as u32, Luma([if is_dark(u as i32, v as i32) { 15 } else { 240 }]));
            }
        }
    }
}

/// The pattern of 7 × 7 modules in three corners of a code, with a light row and column after it.
fn is_finder(column: i32, row: i32) -> bool {
    let ring = (column - 3).abs().max((row - 3).abs());
    ring < 2 || ring == 3
}
