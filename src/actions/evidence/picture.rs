//! Pictures are decoded and drawn anew: nothing of the file goes on but what a person sees. Where and by what it was taken
//! ends here, and so does whatever else was hidden in it.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{FilterType, resize};

use super::Refusal;
use crate::qr::read::open::{OpenError, open_in_colour};

/// Most pixels that are looked at, and that are kept.
const MOST_PIXELS: u64 = 36_000_000;
const KEPT_PIXELS: u64 = 12_000_000;
/// Small print on an invoice stays readable.
const QUALITY: u8 = 85;

pub(super) fn harmless(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut picture = open_in_colour(bytes, MOST_PIXELS).map_err(|error| match error {
        OpenError::NotAPicture => Refusal::Kind,
        OpenError::TooLarge => Refusal::TooLarge,
        OpenError::Unreadable(_) | OpenError::Undecodable => Refusal::Damaged,
    })?;
    let (width, height) = picture.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > KEPT_PIXELS {
        let factor = (KEPT_PIXELS as f64 / pixels as f64).sqrt();
        let side = |length: u32| ((f64::from(length) * factor) as u32).max(1);
        picture = resize(&picture, side(width), side(height), FilterType::Triangle);
    }
    let mut kept = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut kept, QUALITY).encode_image(&picture).map_err(|_| Refusal::Damaged)?;
    Ok(kept.into_inner())
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

    use super::*;

    fn encoded(picture: RgbImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(picture).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn size(jpeg: &[u8]) -> (u32, u32) {
        image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().into_rgb8().dimensions()
    }

    #[test]
    fn only_the_pixels_stay() {
        let red = RgbImage::from_pixel(64, 48, Rgb([200, 20, 20]));
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let mut file = encoded(red.clone(), format);
            file.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
            let kept = harmless(&file);
            // Behind the end of a picture stands nothing that a reader needs.
            let Ok(kept) = kept else { panic!("{format:?}") };
            assert!(kept.starts_with(&[0xff, 0xd8, 0xff]), "{format:?}");
            assert!(!kept.windows(7).any(|part| part == b"<script"), "{format:?}");
            assert_eq!(size(&kept), (64, 48));
        }
    }

    #[test]
    fn what_was_written_beside_the_picture_is_gone() {
        let jpeg = encoded(RgbImage::from_pixel(32, 32, Rgb([1, 2, 3])), ImageFormat::Jpeg);
        let note = b"Exif\0\0GPS 50.7374N";
        let mut file = jpeg[..2].to_vec();
        file.extend_from_slice(&[0xff, 0xe1, 0, (note.len() + 2) as u8]);
        file.extend_from_slice(note);
        file.extend_from_slice(&jpeg[2..]);
        let Ok(kept) = harmless(&file) else { panic!("it is a picture") };
        assert!(!kept.windows(4).any(|part| part == b"Exif" || part == b"GPS "));
    }

    #[test]
    fn large_pictures_shrink_and_bombs_are_refused() {
        let large = encoded(RgbImage::new(5_000, 3_000), ImageFormat::Png);
        let Ok(kept) = harmless(&large) else { panic!("it is a picture") };
        let (width, height) = size(&kept);
        assert!(u64::from(width) * u64::from(height) <= KEPT_PIXELS && width > 4_000, "{width} × {height}");
        // A small file that says it is huge.
        let mut bomb = encoded(RgbImage::new(8, 8), ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0x1f, 0xff, 0, 0, 0x1f, 0xff]);
        assert!(harmless(&bomb).is_err());
        assert!(matches!(harmless(&encoded(RgbImage::new(8_192, 4_500), ImageFormat::Png)), Err(Refusal::TooLarge)));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for file in [&b"<!doctype html><script>1</script>"[..], b"GIF89a\x01\0\x01\0", b"PK\x03\x04", b"<svg/>", b""] {
            assert!(matches!(harmless(file), Err(Refusal::Kind)));
        }
    }
}
