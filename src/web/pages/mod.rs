//! Pages for people: each file has a page's struct and handlers, its template lies beside it.

pub(super) mod desk;
pub(super) mod error;
pub(super) mod home;
pub(super) mod households;
pub(super) mod language;
pub(super) mod sign_in;
