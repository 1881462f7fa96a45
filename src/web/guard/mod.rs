//! The door: who comes in, by which right, from which site, and how refusals look. Deny by default.

mod access;
mod csrf;
mod dress;
mod headers;
mod kept;
mod plain;
mod sessions;
mod throttle;

pub use access::Access;
pub(super) use access::{Admitted, admit, language_of, language_of_pages, own_cookie, own_key};
pub(super) use csrf::same_site_only;
pub(super) use dress::{dress_failures, percent};
pub(super) use headers::{HEADERS, secure};
pub(super) use kept::{Interrupted, KeptForm, Sealer};
pub(super) use plain::plain_door;
pub(super) use sessions::{DatabaseSessions, USER, cookie_key};
pub use throttle::Throttle;
