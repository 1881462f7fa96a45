//! The reader of photos as a whole: what it reads of hard photos, what it never does, and that it keeps to its time.

use std::time::{Duration, Instant};

use gabentisch::qr::read::open::open;
use gabentisch::qr::read::{Depth, read, read_within};
use image::GrayImage;

use crate::bench_label_photos::{Frame, Photo, empty, photo_by, table};

/// Long enough for a program that is not optimised; `tests/bench/decode` measures with real budgets.
const LONG: Duration = Duration::from_secs(20);

fn grey(photo: &Photo) -> GrayImage {
    open(&photo.jpeg).expect("a photo that opens")
}

/// Rates and times of hundreds of photos are for `tests/bench/decode`; this notices when a stage stops working.
#[test]
fn hard_photos_of_our_labels_are_read() {
    let photos: Vec<Photo> = (0..40).map(|number| photo_by(Frame::Live, 11, number)).collect();
    let mut missed = Vec::new();
    let mut stages = Vec::new();
    for photo in &photos {
        let reading = read_within(&grey(photo), LONG);
        assert!(
            reading.found.iter().all(|found| photo.texts.contains(&found.text)),
            "{:?} {}",
            reading.found,
            photo.about
        );
        match reading.found.first() {
            Some(found) => stages.push(found.stage),
            None => missed.push(&photo.about),
        }
    }
    assert!(missed.len() <= 2, "missed of 40: {missed:#?}");
    for stage in ["blocks", "blocks-wide", "two-corners"] {
        assert!(stages.contains(&stage), "{stage} read none: {stages:?}");
    }
}

#[test]
fn a_table_full_of_labels_is_read_in_one_photo() {
    let photo = table(4, 1);
    let reading = read_within(&grey(&photo), LONG);
    assert!(reading.complete && !reading.broken);
    assert!(reading.found.iter().all(|found| photo.texts.contains(&found.text)), "{:?}", reading.found);
    assert!(reading.found.len() >= 28, "{} of 30", reading.found.len());
}

#[test]
fn pictures_without_a_code_say_nothing() {
    for number in 0..6 {
        let photo = empty(5, number);
        assert_eq!(read_within(&grey(&photo), Duration::from_secs(3)).found, [], "{}", photo.about);
    }
}

/// A frame gets the quick looks only: a code that is plain to see is found, a hard one is left for the next frame.
#[test]
fn a_frame_is_looked_at_quickly() {
    let photos: Vec<GrayImage> = (0..12).map(|number| grey(&photo_by(Frame::Live, 12, number))).collect();
    let found = |depth| photos.iter().filter(|photo| !read(photo, LONG, depth).found.is_empty()).count();
    let (frames, stills) = (found(Depth::Frame), found(Depth::Photo));
    assert!(frames >= 5 && frames < stills, "{frames} of {stills}");
}

/// The budget holds for the dearest picture too; on the clock, with room for whatever else the machine does.
#[test]
fn the_time_is_kept() {
    let woven = GrayImage::from_fn(2000, 1500, |x, y| {
        let wave = |at: u32| (at as f32 * 0.9).sin();
        image::Luma([(128.0 + 60.0 * wave(x) * wave(y)) as u8])
    });
    for budget in [200, 600].map(Duration::from_millis) {
        let start = Instant::now();
        assert!(!read_within(&woven, budget).broken);
        assert!(start.elapsed() < budget + Duration::from_millis(600), "{:?} of {budget:?}", start.elapsed());
    }
}
