//! Pages for people: each file has a page's struct and handlers, its template lies beside it.

pub(super) mod account;
pub(super) mod appearance;
pub(super) mod catalogue;
pub(super) mod contradictions;
pub(super) mod design;
pub(super) mod desk;
pub(super) mod donations;
pub(super) mod donors;
pub(super) mod error;
pub(super) mod figures;
mod forms;
pub(super) mod home;
pub(super) mod households;
pub(super) mod items;
pub(super) mod labels;
pub(super) mod language;
pub(super) mod lists;
pub(super) mod locations;
pub(super) mod phone;
pub(super) mod search;
pub(super) mod settings;
mod shown;
pub(super) mod sign_in;
pub(super) mod stocktakes;
pub(super) mod terminals;
pub(super) mod trust;
pub(super) mod users;
