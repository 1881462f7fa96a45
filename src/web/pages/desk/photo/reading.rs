//! From the bytes of a photo to what is on it: the codes with their places, and a small grey picture to show them on.

use std::time::Duration;

use actix_web::web::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, GrayImage};

use crate::qr::read::open::{LONGEST_SIDE, OpenError, open};
use crate::qr::read::{Found, read_within};
use crate::texts::{Message, say};

/// How long one photo may be looked at.
const BUDGET: Duration = Duration::from_secs(5);
/// Longest side of the picture that is shown, in pixels, and its JPEG quality.
const SHOWN: u32 = 1600;
const QUALITY: u8 = 75;

/// A photo after it was read. The picture is made anew from grey pixels: whatever else the file held (place, time, camera) is
/// gone.
pub(super) struct Seen {
    pub(super) picture: Bytes,
    pub(super) width: u32,
    pub(super) height: u32,
    /// With corners in pixels of the picture that is shown.
    pub(super) found: Vec<Found>,
    /// Whether all of it was looked at.
    pub(super) complete: bool,
}

/// Looks at a photo.
///
/// # Errors
/// The sentence that says what to do.
pub(super) fn look(bytes: &[u8]) -> Result<Seen, Message> {
    let photo = open(bytes).map_err(|error| refusal(&error))?;
    let reading = read_within(&photo, BUDGET);
    let (whole, shown) = (photo.width().max(1) as f32, shrunk(photo));
    let scale = shown.width() as f32 / whole;
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&shown).map_err(|_| say::photo_damaged())?;
    let mut found = reading.found;
    for code in &mut found {
        code.corners = code.corners.map(|(x, y)| (x * scale, y * scale));
    }
    let (width, height) = shown.dimensions();
    Ok(Seen { picture: jpeg.into(), width, height, found, complete: reading.complete })
}

fn shrunk(photo: GrayImage) -> GrayImage {
    if photo.width().max(photo.height()) <= SHOWN {
        return photo;
    }
    DynamicImage::ImageLuma8(photo).thumbnail(SHOWN, SHOWN).into_luma8()
}

fn refusal(error: &OpenError) -> Message {
    match error {
        OpenError::NotAPicture => say::photo_not_a_picture(),
        OpenError::TooLarge => say::photo_too_many_pixels(LONGEST_SIDE),
        OpenError::Unreadable(_) => say::photo_damaged(),
        OpenError::Undecodable => say::photo_undecodable(),
    }
}
