//! Before the visitor comes: a round of proposals was confirmed, most of it fetched, one piece was not found, and once somebody
//! decided otherwise than the rule.

use super::town::Town;
use crate::actions::{ActionError, allocate, pick};
use crate::domain::{ItemId, NeedId};

/// Pieces that are laid aside at most, and of those that are still to be fetched. A third of the proposals is left for the
/// visitor to decide.
const LAID_ASIDE: usize = 14;
const TO_FETCH: usize = 5;

impl Town {
    /// Shares out as far as the stock goes.
    pub(super) fn share_out(&mut self) -> Result<(), ActionError> {
        let coordinator = self.staff.coordinator.clone();
        let proposals = allocate::proposal(&self.house, &coordinator)?;
        let rows = proposals.solved.rows.iter().take(LAID_ASIDE.min(proposals.solved.rows.len() * 2 / 3));
        let pairs: Vec<(NeedId, ItemId)> = rows.map(|row| proposals.pair(row)).collect();
        if pairs.is_empty() {
            return Ok(());
        }
        self.pause();
        allocate::confirm(&self.house, &coordinator, pairs)?;
        self.fetch()?;
        let next = allocate::proposal(&self.house, &coordinator)?;
        // Once another than the first, with the reason.
        for row in next.solved.rows.iter().take(20) {
            let first = next.supply.lines[row.waits.line].line.id;
            let queue = next.solved.queue(row.item);
            let other = queue.iter().map(|waits| next.supply.lines[waits.line].line.id).find(|need| *need != first);
            if let Some(other) = other {
                let item = next.supply.items[row.item].id;
                let reason = "Holt heute ab und wohnt weit weg.";
                allocate::instead(&self.house, &coordinator, item, other, reason)?;
                break;
            }
        }
        Ok(())
    }

    fn fetch(&mut self) -> Result<(), ActionError> {
        let coordinator = self.staff.coordinator.clone();
        let mut waiting = pick::list(&self.house, &coordinator)?;
        waiting.sort_by_key(|one| one.item.id);
        let missing = waiting.pop();
        for one in waiting.iter().skip(TO_FETCH) {
            self.pause();
            pick::picked(&self.house, &coordinator, one.item.id, one.item.version)?;
        }
        if let Some(one) = missing {
            self.pause();
            pick::not_found(&self.house, &coordinator, one.item.id, one.item.version)?;
        }
        Ok(())
    }
}
