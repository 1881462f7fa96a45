//! What the server does by itself while it is open.

use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::time::sleep;
use actix_web::web::block;

use crate::actions::post::{self, Post};
use crate::actions::{House, allocate, bulk, deeds, letters as written, reservations, thanks, wanted};

/// What was there before a change is kept at most this long after it could be taken back.
const EVERY: Duration = Duration::from_secs(60);

/// Goes on with what was stopped together with the server; then, at start and again and again, forgets what nobody can take
/// back any more and the letters that were printed, releases what nobody came for, and publishes once a day what donors are asked for.
pub(super) async fn keep(house: Arc<House>) {
    let resumed = Arc::clone(&house);
    // On a thread of its own: nothing waits for it.
    drop(block(move || {
        if let Err(error) = bulk::resume(&resumed) {
            tracing::error!(%error, "deeds that were stopped cannot be read");
        }
    }));
    loop {
        let tidied = Arc::clone(&house);
        match block(move || deeds::forget_old(&tidied).and_then(|()| thanks::forget_files(&tidied))).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "what is over could not be forgotten"),
            Err(_) => return,
        }
        let kept = Arc::clone(&house);
        match block(move || reservations::keep(&kept)).await {
            Ok(Ok(0)) => {}
            Ok(Ok(released)) => tracing::info!(released, "pieces went back to the pool, because nobody came for them"),
            Ok(Err(error)) => tracing::error!(%error, "what is laid aside could not be looked through"),
            Err(_) => return,
        }
        let drawn = Arc::clone(&house);
        match block(move || allocate::draw_lot(&drawn)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "the lot of the week could not be drawn"),
            Err(_) => return,
        }
        let asking = Arc::clone(&house);
        match block(move || wanted::publish_if_due(&asking)).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::error!(%error, "what donors are asked for could not be published"),
            Err(_) => return,
        }
        sleep(EVERY).await;
    }
}

/// How often somebody looks for mails that are due, and after how many looks for households to remind.
const LOOK: Duration = Duration::from_secs(2);
const REMIND_EVERY: u32 = 30;

/// Writes the reminders for tomorrow, forgets what old letters said, and sends the mails that are due, if there is a server to send them.
pub(super) async fn letters(house: Arc<House>, post: Option<Post>) {
    let post = Arc::new(post);
    for look in 0_u32.. {
        let (house, post) = (Arc::clone(&house), Arc::clone(&post));
        let done = block(move || {
            if look.is_multiple_of(REMIND_EVERY) {
                written::remind(&house)?;
                written::erase_old(&house)?;
            }
            match post.as_ref() {
                Some(post) => post::send_due(&house, post).map(drop),
                None => Ok(()),
            }
        });
        match done.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "letters could not be looked after"),
            Err(_) => return,
        }
        sleep(LOOK).await;
    }
}
