//! Items: the list with its search, one item with its story, and the form that corrects it.

mod asked;
pub(in crate::web) mod change;
pub(in crate::web) mod form;
pub(in crate::web) mod list;
pub(in crate::web) mod show;
pub(in crate::web::pages) mod told;
