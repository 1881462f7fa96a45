//! The first five steps of a new house, with those ticked that are done.

use crate::domain::rights::Right;
use crate::store::home::FirstSteps;
use crate::web::Page;

pub(super) struct Step {
    pub done: bool,
    pub title: String,
    pub hint: String,
    /// Empty when somebody else has to do it.
    pub href: &'static str,
}

/// The steps, or none when all are done.
pub(super) fn steps(page: &Page, done: FirstSteps) -> Vec<Step> {
    let t = page.t();
    let all = [
        (done.people, t.home_step_people(), t.home_step_people_hint(), "/settings/users", Right::ManageUsers),
        (done.labels, t.home_step_labels(), t.home_step_labels_hint(), "/labels", Right::PrintLabels),
        (done.donation, t.home_step_donation(), t.home_step_donation_hint(), "/donations/new", Right::EditDonors),
        (done.piece, t.home_step_piece(), t.home_step_piece_hint(), "/desk/intake", Right::ScanIntake),
        (
            done.household,
            t.home_step_household(),
            t.home_step_household_hint(),
            "/households/new",
            Right::EditHouseholds,
        ),
    ];
    if all.iter().all(|(done, ..)| *done) {
        return Vec::new();
    }
    let step =
        |(done, title, hint, href, right)| Step { done, title, hint, href: if page.may(right) { href } else { "" } };
    all.into_iter().map(step).collect()
}
