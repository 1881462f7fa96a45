//! Who else collects for the households of the mentor that a visitor signs in as, and mentors that begin or end on a day.

use jiff::ToSpan;

use super::town::Town;
use crate::actions::link_mentor::{self, Span};
use crate::actions::{ActionError, proxies};

/// People who collect for others; each household has at most one of them.
const COLLECTORS: [&str; 3] = ["Oma Erna", "Nachbar Nils", "Tante Tilda"];

impl Town {
    /// On the evening before a visitor looks around.
    pub(super) fn name_collectors(&mut self) -> Result<(), ActionError> {
        let own: Vec<usize> = (0..self.families.len())
            .filter(|at| self.families[*at].mentor == Some(0) && self.families[*at].can_come())
            .collect();
        let today = self.house.today();
        for (at, name) in own.iter().zip(COLLECTORS) {
            self.pause();
            let household = self.families[*at].id;
            proxies::name(&self.house, &self.staff.mentor, household, name)?;
            // Only what lies ready can be fetched with a voucher.
            match proxies::voucher(
                &self.house,
                &self.staff.mentor,
                household,
                name,
                Some(today.saturating_add(7.days())),
            ) {
                Ok(_) | Err(ActionError::Field { .. } | ActionError::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        // Somebody takes over in two weeks, and says until when.
        if let (Some(at), Some(next)) = (own.first(), self.staff.mentors.get(1)) {
            let (from, until) = (Some(today.saturating_add(14.days())), Some(today.saturating_add(200.days())));
            let span = Span { from, until, may_collect: true };
            link_mentor::link_for(&self.house, &self.staff.coordinator, self.families[*at].id, *next, span)?;
        }
        Ok(())
    }
}
