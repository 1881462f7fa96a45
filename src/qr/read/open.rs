//! From the bytes of a photo to a grey picture, with limits that no file can get around.

mod jpeg;

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Luma, Rgb, RgbImage};

use super::quiet::quietly;

/// Longest side of a picture in pixels: more than any phone takes.
pub const LONGEST_SIDE: u32 = 8192;

/// Most pixels of a picture: phones of 48 and 50 megapixels have up to 8160 × 6120. Looking at it takes a few bytes for each.
const MOST_PIXELS: u64 = 50_000_000;

/// Most memory for opening a picture in bytes, its file included, so that the whole program stays below 256 MiB. A phone's
/// photo of 48 megapixels (8064 × 6048) takes 98 million, or 196 million if it is progressive.
const MOST_MEMORY: u64 = 224 << 20;

/// Why a file is not a picture that we can look at. Each sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error("not a PNG, JPEG or WebP picture: save it as one of these")]
    NotAPicture,
    #[error(
        "the picture is too large: save it as a JPEG smaller than {LONGEST_SIDE} pixels a side; \
         24 megapixels always work"
    )]
    TooLarge,
    #[error("the picture is damaged ({0}): take it or copy it again")]
    Unreadable(String),
    #[error("could not read this picture: take it again, or save it in another format (PNG, JPEG or WebP)")]
    Undecodable,
}

/// Decodes a PNG, JPEG or WebP picture, recognised by its content, and turns it upright as its EXIF data says.
///
/// Transparent parts become white, as on paper. Of an animation it is the first picture. Nothing but grey pixels goes on:
/// where and when a photo was taken, by what, and its colours end here.
///
/// # Errors
/// [`OpenError`] for other files, for too large ones (before they take memory), for damaged ones, and for those that the
/// decoders do not know or go down on.
pub fn open(bytes: &[u8]) -> Result<GrayImage, OpenError> {
    quietly(|| decoded(bytes)).unwrap_or(Err(OpenError::Undecodable))
}

fn decoded(bytes: &[u8]) -> Result<GrayImage, OpenError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let reader = reader.map_err(|error| OpenError::Unreadable(error.to_string()))?;
    let format = match reader.format() {
        Some(format @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => format,
        _ => return Err(OpenError::NotAPicture),
    };
    let header = (format == ImageFormat::Jpeg).then(|| jpeg::Header::of(bytes)).flatten();
    if header.as_ref().is_some_and(|header| !header.ends) {
        return Err(OpenError::Unreadable("its end is missing".to_owned()));
    }
    if header.as_ref().is_some_and(jpeg::Header::is_out_of_reach) {
        return Err(OpenError::Undecodable);
    }
    if let Some(header) = header.as_ref().filter(|header| header.has_plain_luminance()) {
        let pixels = u64::from(header.width) * u64::from(header.height);
        // While it is decoded, or while it is turned.
        check(header.width, header.height, bytes.len() as u64 + pixels + pixels.max(header.working_memory()))?;
        if let Some((picture, orientation)) = jpeg::luminance(bytes)? {
            return Ok(upright(picture, orientation));
        }
    }
    let mut reader = reader;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    // What image and the decoders below it keep beside the picture (image 0.25.10, image-webp 0.2.4).
    let beside = match format {
        ImageFormat::Jpeg => bytes.len() as u64 + header.map_or(6 * pixels, |header| header.working_memory()),
        ImageFormat::WebP if is_animated(bytes) => 16 * pixels,
        ImageFormat::WebP => 8 * pixels,
        _ => 0,
    };
    let grey = if decoder.color_type().has_alpha() { 2 * pixels } else { pixels };
    check(width, height, bytes.len() as u64 + decoder.total_bytes() + beside.max(grey))?;
    let orientation = decoder.orientation().map_err(refusal)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    // Grey first: it is turned in a quarter of the memory.
    Ok(upright(on_white(picture), orientation))
}

/// The same in colour, for pictures that are kept: nothing of the file but its pixels goes on. At most `most_pixels`.
///
/// # Errors
/// As [`open`].
pub fn open_in_colour(bytes: &[u8], most_pixels: u64) -> Result<RgbImage, OpenError> {
    quietly(|| decoded_in_colour(bytes, most_pixels)).unwrap_or(Err(OpenError::Undecodable))
}

fn decoded_in_colour(bytes: &[u8], most_pixels: u64) -> Result<RgbImage, OpenError> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|error| OpenError::Unreadable(error.to_string()))?;
    let format = match reader.format() {
        Some(format @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => format,
        _ => return Err(OpenError::NotAPicture),
    };
    if format == ImageFormat::Jpeg {
        let header = jpeg::Header::of(bytes).ok_or(OpenError::NotAPicture)?;
        if !header.ends {
            return Err(OpenError::Unreadable("its end is missing".to_owned()));
        }
        if header.is_out_of_reach() {
            return Err(OpenError::Undecodable);
        }
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    // What came out of the decoder and its copy in three bytes a pixel stand beside each other.
    check(width, height, bytes.len() as u64 + decoder.total_bytes() + 3 * pixels)?;
    if pixels > most_pixels {
        return Err(OpenError::TooLarge);
    }
    let orientation = decoder.orientation().map_err(refusal)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    if picture.color().has_alpha() {
        let layered = picture.into_rgba8();
        picture = DynamicImage::ImageRgb8(RgbImage::from_fn(layered.width(), layered.height(), |x, y| {
            let [red, green, blue, opacity] = layered.get_pixel(x, y).0.map(u32::from);
            Rgb([red, green, blue].map(|shade| ((shade * opacity + 255 * (255 - opacity)) / 255) as u8))
        }));
    }
    let mut picture = DynamicImage::ImageRgb8(picture.into_rgb8());
    picture.apply_orientation(orientation);
    Ok(picture.into_rgb8())
}

fn check(width: u32, height: u32, memory: u64) -> Result<(), OpenError> {
    let pixels = u64::from(width) * u64::from(height);
    let fits = width.max(height) <= LONGEST_SIDE && pixels <= MOST_PIXELS && memory <= MOST_MEMORY;
    if fits { Ok(()) } else { Err(OpenError::TooLarge) }
}

/// The flag for animation in the header of an extended WebP.
fn is_animated(webp: &[u8]) -> bool {
    webp.get(12..16) == Some(b"VP8X") && webp.get(20).is_some_and(|flags| flags & 2 != 0)
}

fn refusal(error: ImageError) -> OpenError {
    match error {
        ImageError::Limits(_) => OpenError::TooLarge,
        other => OpenError::Unreadable(other.to_string()),
    }
}

fn upright(picture: GrayImage, orientation: Orientation) -> GrayImage {
    let mut picture = DynamicImage::ImageLuma8(picture);
    picture.apply_orientation(orientation);
    picture.into_luma8()
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
    use image::{ImageBuffer, LumaA};

    use super::*;

    fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.into().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn half_black() -> ImageBuffer<Rgb<u8>, Vec<u8>> {
        ImageBuffer::from_fn(40, 20, |x, _| if x < 20 { Rgb([0, 0, 0]) } else { Rgb([255, 255, 255]) })
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
