//! Pictures of a camera that cannot read codes by itself: looked at and forgotten, few at once, never large ones.

use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::{self, Payload};
use image::ImageReader;
use tokio::sync::Semaphore;

use super::Failure;
use crate::qr::read::open::open;
use crate::qr::read::{Depth, Found, read};

/// Frames that are read at once, and photos of phones: each takes a processor.
const AT_ONCE: usize = 2;
/// A camera sends its next frame soon: nobody waits long for an old one.
const SLOWEST_UPLOAD: Duration = Duration::from_secs(10);

/// How much of a look a picture gets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    most_bytes: usize,
    /// Longest side in pixels.
    most_pixels: u32,
    patience: Duration,
    budget: Duration,
    depth: Depth,
}

/// One of three pictures a second: 640 pixels of JPEG take 40,000 to 120,000 bytes.
pub(super) const FRAME: Look = Look {
    most_bytes: 256 << 10,
    most_pixels: 1280,
    patience: Duration::from_millis(700),
    budget: Duration::from_millis(900),
    depth: Depth::Frame,
};

/// One photo that a phone made small itself.
pub(super) const PHOTO: Look = Look {
    most_bytes: 4 << 20,
    most_pixels: 2600,
    patience: Duration::from_secs(10),
    budget: Duration::from_secs(4),
    depth: Depth::Photo,
};

/// Who looks at frames: a line of its own, so that a photo of a whole table holds up no camera.
pub(super) struct Frames(Arc<Semaphore>);

impl Default for Frames {
    fn default() -> Frames {
        Frames(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

/// One code of a frame, as the page's script takes it.
#[derive(serde::Serialize)]
struct WireCode {
    text: String,
    corners: [(f32, f32); 4],
}

impl Frames {
    /// The codes of a picture as JSON: a list of `{text, corners}`.
    ///
    /// # Errors
    /// [`Failure`] when it is too large, no picture, or when too many others are waiting.
    pub(super) async fn answer(&self, picture: Payload, look: Look) -> Result<HttpResponse, Failure> {
        let received = tokio::time::timeout(SLOWEST_UPLOAD, picture.to_bytes_limited(look.most_bytes)).await;
        let bytes = match received {
            Ok(Ok(Ok(bytes))) => bytes,
            Ok(Ok(Err(error))) => return Err(Failure::Unreadable(error.to_string())),
            Ok(Err(_)) => return Err(Failure::TooLarge),
            Err(_) => return Err(Failure::Unreadable("the picture came too slowly".to_owned())),
        };
        let waiting = tokio::time::timeout(look.patience, Arc::clone(&self.0).acquire_owned()).await;
        let Ok(Ok(permit)) = waiting else { return Err(Failure::TooOften) };
        // A page that goes away ends this handler, not the work: the permit goes along.
        let looked = web::block(move || {
            let _permit = permit;
            codes(&bytes, look)
        });
        let found = looked.await.map_err(|_| Failure::Busy)??;
        let codes: Vec<WireCode> =
            found.into_iter().map(|Found { text, corners, .. }| WireCode { text, corners }).collect();
        Ok(HttpResponse::Ok().json(codes))
    }
}

fn codes(bytes: &[u8], look: Look) -> Result<Vec<Found>, Failure> {
    // A few bytes may promise a huge picture: its size is looked at before it takes memory.
    let size = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()
        .and_then(|reader| reader.into_dimensions().ok())
        .ok_or_else(|| Failure::Unreadable("no picture".to_owned()))?;
    if size.0.max(size.1) > look.most_pixels {
        return Err(Failure::TooLarge);
    }
    let picture = open(bytes).map_err(|error| Failure::Unreadable(error.to_string()))?;
    Ok(read(&picture, look.budget, look.depth).found)
}
