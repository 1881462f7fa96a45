//! The server: pages for people, an interface for scanners.

pub mod api;
mod assets;
mod charts;
mod chores;
mod doors;
mod failure;
mod frames;
mod guard;
mod help;
mod lan;
mod live;
mod look;
mod metrics;
mod page;
pub mod pages;
mod phones;
pub mod report_files;
pub mod routes;
mod server;
mod sse;
mod tls;
mod worker;

use std::net::SocketAddr;
use std::sync::Arc;

use actix_web::web::{self, Data};

use crate::actions::{ActionError, House};

pub use doors::{Doors, bind};
pub use failure::Failure;
pub use guard::Access;
pub use page::{Notice, Page, html, redirect, redirect_done, redirect_warning, redirect_with};
pub(crate) use pages::acceptances::paper::sign_acceptance;
pub(crate) use pages::council::paper::print as print_council_list;
pub(crate) use pages::receipts::print as print_receipt;
pub(crate) use pages::thanks::due::send_thanks;
pub use server::{Handle, Server};

/// What every handler can reach.
pub struct App {
    pub house: Arc<House>,
    pub site: String,
    pub idle: jiff::SignedDuration,
    pub https_only: bool,
    /// What the public page needs to know.
    pub giving: Giving,
    /// Whether the room wants to see a proof of need.
    pub proof_of_need: bool,
    /// How this server speaks HTTPS, when it does so itself.
    pub secured: Option<Secured>,
    sealer: guard::Sealer,
    /// Somebody tries the house out: pages about the house itself are there too.
    pub demo: bool,
    /// Whether mails leave by themselves.
    pub has_post: bool,
    /// What DATEV needs to know, where somebody said so.
    pub datev: Option<crate::domain::datev::Datev>,
    pub sign_ins: guard::Throttle,
    /// Devices that ask to become terminals; apart from people, so that neither locks the other out.
    pub enrolments: guard::Throttle,
    /// Photos that are being worked on.
    photos: pages::desk::photo::Album,
    /// Frames of cameras that are being read.
    frames: frames::Frames,
    /// Phones that scan for a desk.
    phones: phones::Phones,
    /// Devices that ask to become such a phone.
    phone_tries: guard::Throttle,
    /// Tries at the door of a household's own page, and photos of cards there.
    own_door: guard::Throttle,
    /// Looks through links that show a donor what became of the gifts.
    impact_tries: guard::Throttle,
    /// Where the server listens.
    address: std::net::SocketAddr,
    /// Tells pages that listen what changed.
    live: live::Live,
    /// Becomes true when the server ends: pages that listen must not hold it up.
    closing: tokio::sync::watch::Receiver<bool>,
}

/// How the house asks for gifts in public.
pub struct Giving {
    /// Address of the public pages without a slash at its end; empty for that of each request.
    pub url: String,
    pub hours: String,
    pub contact: String,
    /// Sites that may frame the embedded list, as a list of a content security policy.
    pub frames: String,
}

/// HTTPS of this server's own.
pub struct Secured {
    /// The house's own authority; none when somebody brought a certificate.
    pub authority: Option<Arc<tls::Authority>>,
    pub https: SocketAddr,
    /// Plain HTTP beside it.
    pub plain: Option<SocketAddr>,
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
