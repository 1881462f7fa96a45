//! Pages for people: each file has a page's struct and handlers, its template lies beside it.

pub(super) mod desk;
pub(super) mod donations;
pub(super) mod donors;
pub(super) mod error;
pub(super) mod home;
pub(super) mod households;
pub(super) mod items;
pub(super) mod language;
mod shown;
pub(super) mod sign_in;
