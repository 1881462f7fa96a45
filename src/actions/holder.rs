//! Somebody of a household on its own page.

use crate::domain::HouseholdId;

/// A household that was let in by its card and PIN. Only the guard makes one. It is no [`super::Actor`]: it has one right,
/// which is its own page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder(HouseholdId);

impl Holder {
    /// Whoever showed the card and knew the PIN.
    pub(crate) fn admitted(household: HouseholdId) -> Holder {
        Holder(household)
    }

    pub fn household(self) -> HouseholdId {
        self.0
    }
}
