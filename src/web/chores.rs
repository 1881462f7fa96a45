//! What the server does by itself while it is open.

use std::sync::Arc;
use std::time::Duration;

use actix_web::rt::time::sleep;
use actix_web::web::block;

use crate::actions::{House, bulk, deeds, reservations};

/// What was there before a change is kept at most this long after it could be taken back.
const EVERY: Duration = Duration::from_secs(60);

/// Goes on with what was stopped together with the server, forgets at start and then again and again what nobody can take
/// back any more, and releases what nobody came for.
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
        match block(move || deeds::forget_old(&tidied)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(%error, "what was there before changes could not be forgotten"),
            Err(_) => return,
        }
        let kept = Arc::clone(&house);
        match block(move || reservations::keep(&kept)).await {
            Ok(Ok(0)) => {}
            Ok(Ok(released)) => tracing::info!(released, "pieces went back to the pool, because nobody came for them"),
            Ok(Err(error)) => tracing::error!(%error, "what is laid aside could not be looked through"),
            Err(_) => return,
        }
        sleep(EVERY).await;
    }
}
