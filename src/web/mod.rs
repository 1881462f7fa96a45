//! The server: pages for people, an interface for scanners.

pub mod api;
mod assets;
mod failure;
mod guard;
mod metrics;
mod page;
pub mod pages;
pub mod routes;
mod server;
#[allow(dead_code)]
mod sse;
mod worker;

use std::sync::Arc;

use actix_web::web::{self, Data};

use crate::actions::{ActionError, House};

pub use failure::Failure;
pub use guard::Access;
pub use page::{Notice, Page, html, redirect, redirect_warning, redirect_with};
pub use server::{Server, bind};

/// What every handler can reach.
pub struct App {
    pub house: Arc<House>,
    pub site: String,
    pub idle: jiff::SignedDuration,
    pub https_only: bool,
    pub sign_ins: guard::Throttle,
    /// Devices that ask to become terminals; apart from people, so that neither locks the other out.
    pub enrolments: guard::Throttle,
    /// Photos that are being worked on.
    photos: pages::desk::photo::Album,
    /// Becomes true when the server ends: pages that listen must not hold it up.
    #[allow(dead_code)]
    closing: tokio::sync::watch::Receiver<bool>,
}

/// The application's data as handlers take it.
pub type Shared = Data<App>;

/// Runs an action, which waits for the disk, on a thread that may wait.
pub async fn act<T: Send + 'static>(
    app: &Shared,
    work: impl FnOnce(&Arc<House>) -> Result<T, ActionError> + Send + 'static,
) -> Result<T, Failure> {
    let house = Arc::clone(&app.house);
    web::block(move || work(&house)).await.map_err(|_| Failure::Busy)?.map_err(Failure::from)
}
