//! From the bytes of a photo to a grey picture, with limits that no file can get around.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Luma};

/// Longest side of a picture in pixels: more than any phone takes.
pub const LONGEST_SIDE: u32 = 8192;

/// Most memory for a decoded picture in bytes; 12 megapixels in colour need 36 million.
const MOST_MEMORY: u64 = 128 << 20;

/// Why a file is not a picture that we can look at. Each sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error("not a PNG, JPEG or WebP picture: save it as one of these")]
    NotAPicture,
    #[error("the picture is too large: make it smaller than {LONGEST_SIDE} pixels a side and 40 megapixels")]
    TooLarge,
    #[error("the picture is damaged ({0}): take it or copy it again")]
    Unreadable(String),
}

/// Decodes a PNG, JPEG or WebP picture, recognised by its content, and turns it upright as its EXIF data says.
/// Transparent parts become white, as on paper.
///
/// # Errors
/// [`OpenError`] for other files, for too large ones (before they take memory) and for damaged ones.
pub fn open(bytes: &[u8]) -> Result<GrayImage, OpenError> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader = reader.with_guessed_format().map_err(|error| OpenError::Unreadable(error.to_string()))?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) {
        return Err(OpenError::NotAPicture);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if decoder.total_bytes() > MOST_MEMORY || width.max(height) > LONGEST_SIDE {
        return Err(OpenError::TooLarge);
    }
    let orientation = decoder.orientation().map_err(refusal)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    picture.apply_orientation(orientation);
    Ok(on_white(picture))
}

fn refusal(error: ImageError) -> OpenError {
    match error {
        ImageError::Limits(_) => OpenError::TooLarge,
        other => OpenError::Unreadable(other.to_string()),
    }
}

fn on_white(picture: DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.into_luma8();
    }
    let layered = picture.into_luma_alpha8();
    GrayImage::from_fn(layered.width(), layered.height(), |x, y| {
        let [grey, opacity] = layered.get_pixel(x, y).0.map(u32::from);
        Luma([((grey * opacity + 255 * (255 - opacity)) / 255) as u8])
    })
}

#[cfg(test)]
mod tests {
    use image::{ImageBuffer, LumaA, Rgb};

    use super::*;

    fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.into().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn half_black() -> ImageBuffer<Rgb<u8>, Vec<u8>> {
        ImageBuffer::from_fn(40, 20, |x, _| if x < 20 { Rgb([0, 0, 0]) } else { Rgb([255, 255, 255]) })
    }

    /// Puts an EXIF block with this orientation behind the first two bytes of a JPEG.
    fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
        exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
        let length = (exif.len() as u16 + 2).to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
    }

    #[test]
    fn each_format_is_recognised_by_its_content() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let grey = open(&encoded(half_black(), format)).unwrap();
            assert_eq!(grey.dimensions(), (40, 20));
            assert!(grey.get_pixel(5, 5).0[0] < 20 && grey.get_pixel(35, 5).0[0] > 235, "{format:?}");
        }
    }

    #[test]
    fn a_photo_taken_on_its_side_is_turned_upright() {
        let jpeg = encoded(half_black(), ImageFormat::Jpeg);
        let upright = open(&with_orientation(&jpeg, 6)).unwrap();
        assert_eq!(upright.dimensions(), (20, 40));
        assert!(upright.get_pixel(10, 5).0[0] < 20 && upright.get_pixel(10, 35).0[0] > 235);
    }

    #[test]
    fn what_is_transparent_is_white() {
        let glass: ImageBuffer<LumaA<u8>, Vec<u8>> = ImageBuffer::from_pixel(4, 4, LumaA([0, 0]));
        assert_eq!(open(&encoded(glass, ImageFormat::Png)).unwrap().get_pixel(1, 1).0, [255]);
    }

    #[test]
    fn other_files_too_large_and_damaged_ones_are_told_apart() {
        assert_eq!(open(b"%PDF-1.7"), Err(OpenError::NotAPicture));
        assert_eq!(open(b""), Err(OpenError::NotAPicture));
        assert_eq!(open(b"GIF89a\x01\0\x01\0"), Err(OpenError::NotAPicture));
        let png = encoded(half_black(), ImageFormat::Png);
        assert!(matches!(open(&png[..png.len() / 2]), Err(OpenError::Unreadable(_))));
        let wide = encoded(GrayImage::new(LONGEST_SIDE + 1, 1), ImageFormat::Png);
        assert_eq!(open(&wide), Err(OpenError::TooLarge));
        let mut claims = png.clone();
        claims[16..24].copy_from_slice(&[0, 0, 0x1f, 0xff, 0, 0, 0x1f, 0xff]);
        assert!(open(&claims).is_err());
    }
}
