//! Opening pictures: every form in which cameras, phones and editors save them, and how much memory that takes.
//!
//! `pictures/` shows one photo of a label, `label.png`, in forms that our own encoders do not write (made with libjpeg-turbo,
//! libwebp and Pillow).

use std::io::{BufRead, BufReader, Cursor};
use std::path::Path;
use std::process::{Command, Stdio};

use gabentisch::qr::read::open::{OpenError, open};
use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgb, Rgba};

fn saved(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/pictures").join(name)).unwrap()
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// How far two pictures are apart, in grey levels in the middle of all pixels.
fn distance(a: &GrayImage, b: &GrayImage) -> f64 {
    assert_eq!(a.dimensions(), b.dimensions());
    let sum: u64 = a.iter().zip(b.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / a.len() as f64
}

#[test]
fn every_shape_of_jpeg_and_webp_shows_the_same() {
    let right = open(&saved("label.png")).unwrap();
    for name in [
        "420.jpg",
        "420-progressive.jpg",
        "422-restart.jpg",
        "440-progressive.jpg",
        "444-progressive.jpg",
        "cmyk.jpg",
        "grey-2x2.jpg",
        "rgb.jpg",
        "lossy.webp",
        "palette.png",
    ] {
        let picture = open(&saved(name)).unwrap();
        assert!(distance(&picture, &right) < 4.0, "{name}: {}", distance(&picture, &right));
    }
}

#[test]
fn of_an_animation_the_first_picture_is_opened() {
    // The others are black.
    let right = open(&saved("label.png")).unwrap();
    for name in ["animated.png", "animated.webp"] {
        let picture = open(&saved(name)).unwrap();
        assert!(distance(&picture, &right) < 4.0, "{name}: {}", distance(&picture, &right));
    }
}

#[test]
fn what_is_transparent_is_white() {
    let right = open(&saved("label.png")).unwrap();
    let picture = open(&saved("lossy-alpha.webp")).unwrap();
    assert!(picture.get_pixel(5, 5).0[0] == 255 && right.get_pixel(5, 5).0[0] < 255);
    assert!(picture.get_pixel(40, 40).0[0].abs_diff(right.get_pixel(40, 40).0[0]) < 20);
}

#[test]
fn sixteen_bits_become_eight() {
    let grey = image::ImageBuffer::<Luma<u16>, _>::from_fn(9, 3, |x, _| Luma([x as u16 * 0x1fff]));
    let colour = image::ImageBuffer::<Rgb<u16>, _>::from_fn(9, 3, |x, _| Rgb([x as u16 * 0x1fff; 3]));
    let glass = image::ImageBuffer::<Rgba<u16>, _>::from_fn(9, 3, |x, _| Rgba([0, 0, 0, 0xffff - x as u16 * 0x1fff]));
    for picture in [DynamicImage::ImageLuma16(grey), colour.into(), glass.into()] {
        let opened = open(&encoded(picture, ImageFormat::Png)).unwrap();
        assert!((0..9).all(|x| opened.get_pixel(x, 1).0[0].abs_diff((x * 32).min(255) as u8) <= 1), "{opened:?}");
    }
}

/// Puts an EXIF block with this orientation behind the first two bytes of a JPEG.
fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = (exif.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// The eight ways in which a camera can have been held (EXIF 2.32, tag 274), and one that does not exist.
#[test]
fn photos_are_turned_upright_whichever_way_the_camera_was_held() {
    // Black above on the left, grey above on the right, white below.
    let stored = GrayImage::from_fn(48, 32, |x, y| Luma([if y >= 16 { 255 } else { [0, 128][usize::from(x >= 24)] }]));
    let grey = encoded(stored.clone(), ImageFormat::Jpeg);
    let colour = encoded(DynamicImage::ImageLuma8(stored).into_rgb8(), ImageFormat::Jpeg);
    // Where black and grey are then: left or right, above or below.
    let turned = [
        (1, ["left above", "right above"]),
        (2, ["right above", "left above"]),
        (3, ["right below", "left below"]),
        (4, ["left below", "right below"]),
        (5, ["left above", "left below"]),
        (6, ["right above", "right below"]),
        (7, ["right below", "right above"]),
        (8, ["left below", "left above"]),
        (9, ["left above", "right above"]),
    ];
    for (orientation, places) in turned {
        for jpeg in [&grey, &colour] {
            let picture = open(&with_orientation(jpeg, orientation)).unwrap();
            let size = if (5..=8).contains(&orientation) { (32, 48) } else { (48, 32) };
            assert_eq!(picture.dimensions(), size, "{orientation}");
            for (place, right) in places.into_iter().zip([0u8, 128]) {
                let x = if place.starts_with("left") { 4 } else { size.0 - 5 };
                let y = if place.ends_with("above") { 4 } else { size.1 - 5 };
                let seen = picture.get_pixel(x, y).0[0];
                assert!(seen.abs_diff(right) < 10, "{orientation}: {seen} {place}");
            }
        }
    }
}

/// These come out of the decoder with other pictures in them.
#[test]
fn shapes_that_the_decoder_mixes_up_are_refused() {
    for name in ["three-scans.jpg", "luminance-coarse.jpg"] {
        assert_eq!(open(&saved(name)), Err(OpenError::Undecodable), "{name}");
    }
}

/// 48 megapixels, as phones take them, within 256 MiB for the whole program.
#[test]
fn a_photo_of_48_megapixels_is_opened_in_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (photo, gate) = (folder.path().join("photo.jpg"), folder.path().join("gate"));
    let picture = image::RgbImage::from_fn(8064, 6048, |x, y| Rgb([(x / 32) as u8, (y / 32) as u8, 128]));
    std::fs::write(&photo, encoded(picture, ImageFormat::Jpeg)).unwrap();
    assert!(Command::new("mkfifo").arg(&gate).status().unwrap().success());
    let mut program = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
        .args(["decode", "--json", "--budget-ms=20"])
        .args([&photo, &gate])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("photo.jpg"), "{line}");
    // It waits at the gate for a second file that nobody writes, and can be looked at.
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap().trim().trim_end_matches(" kB");
    assert!(peak.parse::<u64>().unwrap() < 256 * 1024, "{peak} kB");
    std::fs::write(&gate, b"").unwrap();
    assert_eq!(program.wait().unwrap().code(), Some(1));
}
