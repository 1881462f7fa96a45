//! What people do, one file for each. An action checks the right, loads the facts, lets the domain decide, writes once.

mod actor;
mod error;
mod holder;
mod house;
mod once;

pub mod allocate;
pub mod arrange_locations;
pub mod bookings;
pub mod bulk;
pub mod calendars;
pub mod change_donation;
pub mod change_household;
pub mod change_session;
pub mod close_session;
pub mod consents;
pub mod deeds;
pub mod edit_catalogue;
pub mod edit_item;
pub mod enrol_device;
pub mod fill_needs;
pub mod find;
pub mod letters;
pub mod link_mentor;
pub mod make_codes;
pub mod manage_users;
pub mod needs;
pub mod notes;
pub mod own_account;
pub mod own_door;
pub mod own_needs;
pub mod own_page;
pub mod own_page_pin;
pub mod pick;
pub mod post;
pub mod print_code;
pub mod product_codes;
pub mod queue;
pub mod record_donation;
pub mod record_donor;
pub mod register_household;
pub mod relabel;
pub mod reservations;
pub mod reverse;
pub mod run_stocktake;
pub mod scan;
pub mod see_household;
pub mod sessions;
pub mod settle_contradiction;
pub mod sign_in;
pub(crate) mod sign_in_sessions;
pub mod take_back;
pub mod terminals;
mod typed;

pub use actor::Actor;
pub use error::ActionError;
pub use holder::Holder;
pub(crate) use house::hashed;
pub use house::{Clock, Dice, House};

#[cfg(test)]
mod household_tests;
