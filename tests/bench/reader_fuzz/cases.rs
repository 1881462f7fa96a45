//! Which picture belongs to a number.

use std::time::Duration;

use image::GrayImage;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::{Size, codes, files, pictures};
use crate::bench_label_photos::{Frame, Photo, empty, photo, photo_by, table};

/// What a case is meant to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Noise,
    Woven,
    /// Grids of finder patterns.
    Finders,
    /// Finder patterns one over the other.
    Soup,
    /// Many of our codes.
    Tile,
    /// One of ours, half destroyed.
    Torn,
    /// All versions and levels.
    AnyVersion,
    /// One or two pixels wide.
    Thin,
    /// Palettes, 16 bits, alpha, EXIF.
    OddForm,
    /// Files that are cut off, scattered with wrong bytes, or lie about their size.
    Broken,
    /// A harsh photo of a label.
    Label,
    /// A photo without a code.
    Empty,
    /// From 12 to 48 megapixels.
    Huge,
}

impl Kind {
    pub const ALL: [Kind; 13] = [
        Kind::Noise,
        Kind::Woven,
        Kind::Finders,
        Kind::Soup,
        Kind::Tile,
        Kind::Torn,
        Kind::AnyVersion,
        Kind::Thin,
        Kind::OddForm,
        Kind::Broken,
        Kind::Label,
        Kind::Empty,
        Kind::Huge,
    ];
}

/// One file, and what is known about it.
pub struct Case {
    pub kind: Kind,
    pub file: Vec<u8>,
    /// What may be read from it: what its codes said before anything happened to them.
    pub truth: Vec<String>,
    /// The file is as it should be, so it has to open (or to be too large).
    pub whole: bool,
    pub budget: Duration,
    pub about: String,
}

/// The case with this number. Budgets are from 5 to 500 ms, each ratio equally likely.
pub fn case(seed: u64, number: u64, size: Size) -> Case {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    key[8..16].copy_from_slice(&number.to_le_bytes());
    let rng = &mut StdRng::from_seed(key);
    let kind = kind(rng, size);
    let budget = Duration::from_secs_f64(0.005 * 100f64.powf(rng.random()));
    let photo_number = rng.random();
    let taken = match (kind, size) {
        (Kind::Label, Size::Small) => Some(photo_by(Frame::Live, seed, photo_number)),
        (Kind::Label, Size::Full) => Some(photo(seed, photo_number)),
        (Kind::Empty, _) => Some(empty(seed, photo_number)),
        (Kind::Huge, _) if rng.random_bool(0.15) => Some(table(seed, photo_number)),
        _ => None,
    };
    if let Some(Photo { jpeg, texts, about }) = taken {
        return Case { kind, file: jpeg, truth: texts, whole: true, budget, about };
    }
    let (picture, truth) = drawn(rng, kind, size);
    let (width, height) = picture.dimensions();
    let file = match kind {
        Kind::OddForm => files::odd_form(rng, &picture),
        Kind::Broken => files::broken(rng, &picture),
        _ => files::any(rng, &picture),
    };
    Case { kind, file, truth, whole: kind != Kind::Broken, budget, about: format!("{width}x{height}") }
}

/// Huge pictures and photos take long to make: one case in a hundred, one in twelve.
fn kind(rng: &mut StdRng, size: Size) -> Kind {
    match rng.random_range(0..100) {
        0 if size == Size::Full => Kind::Huge,
        1..5 => Kind::Label,
        5..9 => Kind::Empty,
        _ => Kind::ALL[rng.random_range(0..10)],
    }
}

fn drawn(rng: &mut StdRng, kind: Kind, size: Size) -> codes::Drawn {
    let (width, height) = dimensions(rng, kind, size);
    let nothing = |picture: GrayImage| (picture, Vec::new());
    let one_of = |rng: &mut StdRng, draws: &[pictures::Draw]| {
        let draw = draws[rng.random_range(0..draws.len())];
        nothing(draw(rng, width, height))
    };
    match kind {
        Kind::Noise | Kind::Thin => one_of(rng, pictures::NOISE),
        Kind::Woven => one_of(rng, pictures::WOVEN),
        Kind::Finders => nothing(pictures::finders(rng, width, height)),
        Kind::Soup => nothing(pictures::soup(rng, width, height)),
        Kind::Tile => codes::tile(rng, width, height),
        Kind::Torn => codes::torn(rng, width, height),
        Kind::AnyVersion => codes::any_version(rng, width, height, if size == Size::Small { 12 } else { 40 }),
        Kind::Huge => match rng.random_range(0..4) {
            0 => one_of(rng, pictures::WOVEN),
            1 => nothing(pictures::finders(rng, width, height)),
            2 => codes::tile(rng, width, height),
            _ => one_of(rng, pictures::NOISE),
        },
        Kind::OddForm | Kind::Broken | Kind::Label | Kind::Empty => match rng.random_range(0..3) {
            0 => codes::torn(rng, width, height),
            1 => codes::tile(rng, width, height),
            _ => one_of(rng, pictures::NOISE),
        },
    }
}

fn dimensions(rng: &mut StdRng, kind: Kind, size: Size) -> (u32, u32) {
    let most = if size == Size::Small { 300 } else { 900 };
    match kind {
        Kind::Thin => {
            let (narrow, long) = (rng.random_range(1..4), rng.random_range(1..most * 9));
            if rng.random_bool(0.5) { (narrow, long) } else { (long, narrow) }
        }
        // A phone's photos of 12 and of 48 megapixels, and the largest square that is allowed.
        Kind::Huge => [(4000, 3000), (3000, 4000), (8064, 6048), (8192, 4096)][rng.random_range(0..4)],
        // The sizes with which readers were brought down.
        Kind::Finders if size == Size::Full && rng.random_bool(0.5) => [(800, 800), (500, 500)][rng.random_range(0..2)],
        // Room for a code: nearly square, and large enough for many modules.
        Kind::Torn | Kind::AnyVersion => {
            let side = rng.random_range(most / 3..=most);
            (side, rng.random_range(side * 2 / 3..=side))
        }
        _ => (rng.random_range(20..=most), rng.random_range(20..=most)),
    }
}
