//! Pictures of a camera that cannot read codes by itself: looked at and forgotten, few at once, never large ones.

use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::{self, Payload};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use image::ImageReader;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::Failure;
use super::phones::{BURST, PACE};
use crate::domain::TerminalId;
use crate::qr::read::open::open;
use crate::qr::read::{Depth, Found, read};

/// Frames that are read at once, and photos of phones: each takes a processor.
const AT_ONCE: usize = 2;
/// Pictures that are under way or wait at once: each takes memory.
const UPLOADS: usize = 16;
/// The same for photos of cards, which anybody may send: at most [`CARD`]'s size each, and one is read at a time.
const CARD_UPLOADS: usize = 6;
/// Desks remembered before those at rest are forgotten.
const REMEMBERED: usize = 1_000;
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

/// The largest photo of a card in bytes.
pub(super) const LARGEST_CARD: usize = 12 << 20;
/// A photo of a household's card, also as large as a phone without script sends it.
const CARD: Look = Look {
    most_bytes: LARGEST_CARD,
    most_pixels: 5000,
    patience: Duration::from_secs(10),
    budget: Duration::from_secs(4),
    depth: Depth::Photo,
};

/// Who looks at frames: a line of its own, so that a photo of a whole table holds up no camera.
pub(super) struct Frames {
    readers: Arc<Semaphore>,
    uploads: Semaphore,
    card_readers: Arc<Semaphore>,
    card_uploads: Semaphore,
    /// What one desk may send; a phone has a pace of its own.
    desks: DefaultKeyedRateLimiter<TerminalId>,
}

impl Default for Frames {
    fn default() -> Frames {
        Frames {
            readers: Arc::new(Semaphore::new(AT_ONCE)),
            uploads: Semaphore::new(UPLOADS),
            card_readers: Arc::new(Semaphore::new(1)),
            card_uploads: Semaphore::new(CARD_UPLOADS),
            desks: RateLimiter::keyed(Quota::per_second(PACE).allow_burst(BURST)),
        }
    }
}

/// One code of a frame, as the page's script takes it.
#[derive(serde::Serialize)]
struct WireCode {
    text: String,
    corners: [(f32, f32); 4],
}

impl Frames {
    /// # Errors
    /// [`Failure::TooOften`] when this desk sends faster than any camera looks.
    pub(super) fn admit(&self, desk: TerminalId) -> Result<(), Failure> {
        if self.desks.len() > REMEMBERED {
            self.desks.retain_recent();
        }
        self.desks.check_key(&desk).map_err(|_| Failure::TooOften)
    }

    /// The codes of a picture as JSON: a list of `{text, corners}`.
    ///
    /// # Errors
    /// [`Failure`] when it is too large, no picture, or when too many others are waiting.
    pub(super) async fn answer(&self, picture: Payload, look: Look) -> Result<HttpResponse, Failure> {
        // Before the picture is taken in: a crowd must not fill the memory while it waits.
        let _place = self.uploads.try_acquire().map_err(|_| Failure::TooOften)?;
        let received = tokio::time::timeout(SLOWEST_UPLOAD, picture.to_bytes_limited(look.most_bytes)).await;
        let bytes = match received {
            Ok(Ok(Ok(bytes))) => bytes,
            Ok(Ok(Err(error))) => return Err(Failure::Unreadable(error.to_string())),
            Ok(Err(_)) => return Err(Failure::TooLarge),
            Err(_) => return Err(Failure::Unreadable("the picture came too slowly".to_owned())),
        };
        let found = Frames::look(&self.readers, bytes.to_vec(), look).await?;
        let codes: Vec<WireCode> =
            found.into_iter().map(|Found { text, corners, .. }| WireCode { text, corners }).collect();
        Ok(HttpResponse::Ok().json(codes))
    }

    /// A place for the photo of a card, before it is taken in. No camera of a desk ever waits for those.
    ///
    /// # Errors
    /// [`Failure::TooOften`] when too many others send theirs.
    pub(super) fn card_place(&self) -> Result<SemaphorePermit<'_>, Failure> {
        self.card_uploads.try_acquire().map_err(|_| Failure::TooOften)
    }

    /// The codes of a card's photo that was taken in with a [`Frames::card_place`].
    ///
    /// # Errors
    /// As [`Frames::answer`].
    pub(super) async fn look_at_card(&self, bytes: Vec<u8>) -> Result<Vec<Found>, Failure> {
        Frames::look(&self.card_readers, bytes, CARD).await
    }

    /// The codes of a picture that was taken in.
    async fn look(readers: &Arc<Semaphore>, bytes: Vec<u8>, look: Look) -> Result<Vec<Found>, Failure> {
        let waiting = tokio::time::timeout(look.patience, Arc::clone(readers).acquire_owned()).await;
        let Ok(Ok(permit)) = waiting else { return Err(Failure::TooOften) };
        // A page that goes away ends this handler, not the work: the permit goes along.
        let looked = web::block(move || {
            let _permit = permit;
            codes(&bytes, look)
        });
        looked.await.map_err(|_| Failure::Busy)?
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

#[cfg(test)]
mod tests {
    use actix_web::FromRequest;
    use actix_web::test::TestRequest;

    use super::*;

    #[actix_web::test]
    async fn a_crowd_is_refused_before_its_pictures_are_taken_in() {
        let frames = Frames::default();
        let send = || async {
            let (req, mut body) = TestRequest::post().set_payload("no picture").to_http_parts();
            frames.answer(Payload::from_request(&req, &mut body).await.unwrap(), FRAME).await
        };
        assert!(matches!(send().await, Err(Failure::Unreadable(_))));
        let others = frames.uploads.acquire_many(UPLOADS as u32).await.unwrap();
        assert!(matches!(send().await, Err(Failure::TooOften)));
        drop(others);
        assert!(matches!(send().await, Err(Failure::Unreadable(_))));
    }
}
