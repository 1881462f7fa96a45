//! Laying one piece aside for one line: everything is looked at once more inside the transaction.

use super::when;
use crate::actions::deeds::Doing;
use crate::actions::{ActionError, House};
use crate::domain::allocation;
use crate::domain::desk::{Draft, Target};
use crate::domain::household::HouseholdState;
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::needs::{Piece, serves};
use crate::domain::sizes::Fit;
use crate::domain::{EventId, ItemId, NeedId};
use crate::store::{Db, allocation as facts, households, items, ledger, needs, reservations};

/// Somebody who lays pieces aside, with the ledger in hand.
pub(in crate::actions) struct Reserving<'h> {
    house: &'h House,
    doing: Doing,
    head: ledger::Head,
}

impl<'h> Reserving<'h> {
    /// Takes the ledger for this transaction.
    pub fn begin(db: &mut Db, house: &'h House, doing: Doing) -> Result<Reserving<'h>, ActionError> {
        Ok(Reserving { house, doing, head: ledger::lock(db)? })
    }

    /// Goes on with a ledger that was taken before.
    pub fn with(house: &'h House, doing: Doing, head: ledger::Head) -> Reserving<'h> {
        Reserving { house, doing, head }
    }

    /// Lays the piece aside for the line and keeps the numbers that the line has now. `false` when it does not hold any more:
    /// the piece is gone, the line is met, or the household may not come.
    pub fn lay_aside(&mut self, db: &mut Db, event: EventId, need: NeedId, item: ItemId) -> Result<bool, ActionError> {
        let (Some(need), Some(item)) = (needs::find(db, need)?, items::find(db, item)?) else { return Ok(false) };
        // A consent may have been taken back since the line was proposed.
        if !needs::is_shown(db, need.id)? {
            return Ok(false);
        }
        let household = households::find(db, need.household_id)?;
        let may_come = household.is_some_and(|row| row.state == HouseholdState::Active);
        let in_stock = item.state == ItemState::InStock && item.quantity == 1;
        let (catalogue, when) = (self.house.catalogue(), when(self.house));
        let piece = Piece { product: &item.product_code, cut: item.cut, size: item.size.as_deref() };
        let fits = serves(&need.line(), &piece, &catalogue).is_some_and(|fit| fit >= Fit::NextSize);
        if !may_come || !in_stock || !fits {
            return Ok(false);
        }
        // A household without a card cannot come, and is not among these.
        let supply = facts::asking(db, std::slice::from_ref(&need), &when, &catalogue)?;
        let (Some(asks), Some(party)) = (supply.lines.first(), supply.parties.first()) else { return Ok(false) };
        if asks.missing() == 0 {
            return Ok(false);
        }
        let today = when.today();
        let score = allocation::score(&asks.piece(0, &catalogue, today), &party.household(), today);
        let mut after = item.standing().then(ItemState::Reserved);
        (after.household, after.need) = (Some(need.household_id), Some(need.id));
        let draft = Draft {
            event_id: event,
            target: Target::Item(item.id),
            kind: MovementKind::Reserve,
            after,
            visit: None,
            reverses: None,
            details: None,
        };
        self.head = ledger::append(db, self.head.clone(), &[draft], self.doing.occasion())?;
        let until = self.doing.now + self.house.kept_for();
        reservations::settle(db, item.id, until, Some((score.u, score.b, score.w)))?;
        Ok(true)
    }
}
