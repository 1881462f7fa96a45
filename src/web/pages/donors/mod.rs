//! Donors: the list, one donor, the form, and the report on what became of the gifts.

pub(in crate::web) mod form;
pub(in crate::web) mod list;
pub(in crate::web) mod report;
pub(in crate::web) mod show;
