//! Correcting what an item is, and taking it where it belongs: care, stock, the bin, another shelf.

use std::sync::Arc;

use super::deeds::Doing;
use super::{ActionError, Actor, House, custody, typed};
use crate::domain::catalogue::{Cut, ProductCode};
use crate::domain::deed::Undoing;
use crate::domain::desk::{Draft, Fields, Target};
use crate::domain::item::{Condition, Disposal, ItemState, ItemStep, MovementKind};
use crate::domain::ledger::Standing;
use crate::domain::rights::Right;
use crate::domain::{DeedId, EventId, ItemId, LocationId};
use crate::store::items::{self, ItemRow};
use crate::store::{Db, desk_facts, donations, ledger};
use crate::texts::{Message, say};

/// What an item is from now on.
#[derive(Clone, Debug)]
pub struct Correction {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: String,
    pub condition: Condition,
}

/// Corrects what an item is. Where it is, and who has it for which need, stays as it was.
///
/// # Errors
/// Without the right, for a product or size that cannot be, or [`ActionError::Changed`].
pub fn correct(
    house: &Arc<House>,
    actor: &Actor,
    id: ItemId,
    version: i32,
    correction: Correction,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditItems)?;
    let catalogue = house.catalogue();
    let Some(product) = catalogue.product(correction.product.as_str()) else {
        return Err(ActionError::field("product", say::verdict_product_unknown(correction.product.to_string())));
    };
    if let Some(cut) = correction.cut.filter(|cut| !product.cuts.contains(cut) && *cut != Cut::U) {
        return Err(ActionError::field("cut", say::verdict_cut_impossible(&product.names, cut.to_string())));
    }
    let size = Some(typed::line("size", &correction.size, 16)?).filter(|size| !size.is_empty());
    book(house, actor, id, version, say::story_correct(), move |_, item| {
        if item.state == ItemState::Void {
            return Err(ActionError::Refused(say::error_item_void()));
        }
        let fields = Fields {
            product: Some(correction.product.clone()),
            cut: correction.cut,
            size: size.clone(),
            condition: Some(correction.condition),
            donation: item.donation_id,
            location: None,
            disposal: None,
        };
        Ok(Booked { kind: MovementKind::Correct, after: stays(item), details: Some(fields) })
    })
}

/// Takes the item one step on: to care, back to stock, missing, out of the house, or "was never there".
///
/// # Errors
/// Without the right, when the item's state does not allow it, or [`ActionError::Changed`].
pub fn step(
    house: &Arc<House>,
    actor: &Actor,
    id: ItemId,
    version: i32,
    step: ItemStep,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditItems)?;
    book(house, actor, id, version, booked_name(step), move |db, item| stepped(db, item, step, None))
}

/// Takes the item out of the house and says how: with the waste, to textile recycling, sold.
///
/// # Errors
/// As [`step`].
pub fn discard(
    house: &Arc<House>,
    actor: &Actor,
    id: ItemId,
    version: i32,
    how: Disposal,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditItems)?;
    let what = disposal_name(how);
    book(house, actor, id, version, what, move |db, item| stepped(db, item, ItemStep::Discard, Some(how)))
}

/// “Verkauft”.
pub fn disposal_name(how: Disposal) -> Message {
    match how {
        Disposal::Waste => say::values_story_waste(),
        Disposal::Recycled => say::values_story_recycled(),
        Disposal::Sold => say::values_story_sold(),
    }
}

fn booked_name(step: ItemStep) -> Message {
    match step {
        ItemStep::ToCare => say::story_care(),
        ItemStep::Restock => say::story_restock(),
        ItemStep::Missing => say::story_missing(),
        ItemStep::Discard => say::story_discard(),
        ItemStep::Void => say::story_void(),
    }
}

/// The entry for one step of an item. How it leaves the house stands beside all that it is, so that the entry says the
/// same about it as the one before.
pub(super) fn stepped(
    db: &mut Db,
    item: &ItemRow,
    step: ItemStep,
    how: Option<Disposal>,
) -> Result<Booked, ActionError> {
    if !step.fits(item.state) {
        return Err(ActionError::Refused(say::error_item_step()));
    }
    // Not to the shelf, and not by way of care either.
    if let (ItemStep::Restock | ItemStep::ToCare, ItemState::InCustody, Some(donation)) =
        (step, item.state, item.donation_id)
        && donations::find(db, donation)?.is_some_and(|donation| !donation.state.is_ours())
    {
        return Err(ActionError::Refused(say::error_item_not_ours()));
    }
    let (kind, state) = step.leads_to();
    let details = how.map(|how| Fields {
        product: Some(item.product_code.clone()),
        cut: item.cut,
        size: item.size.clone(),
        condition: Some(item.item_condition),
        donation: item.donation_id,
        location: None,
        disposal: Some(how),
    });
    Ok(Booked { kind, after: item.standing().then(state), details })
}

/// Puts an item that is in the house on another shelf.
///
/// # Errors
/// Without the right, for an unknown shelf, an item that is not in the house, or [`ActionError::Changed`].
pub fn relocate(
    house: &Arc<House>,
    actor: &Actor,
    id: ItemId,
    version: i32,
    location: LocationId,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditItems)?;
    book(house, actor, id, version, say::story_relocate(), move |db, item| moved(db, item, location))
}

/// The entry for another shelf.
pub(super) fn moved(db: &mut Db, item: &ItemRow, location: LocationId) -> Result<Booked, ActionError> {
    if !desk_facts::location_exists(db, location)? {
        return Err(ActionError::field("location", say::error_location_unknown()));
    }
    if !item.state.is_here() {
        return Err(ActionError::Refused(say::error_item_step()));
    }
    let after = Standing { location: Some(location), ..stays(item) };
    Ok(Booked { kind: MovementKind::Relocate, after, details: None })
}

/// The entry for another condition; all else stays.
pub(super) fn in_condition(item: &ItemRow, condition: Condition) -> Result<Booked, ActionError> {
    if item.state == ItemState::Void {
        return Err(ActionError::Refused(say::error_item_void()));
    }
    let fields = Fields {
        product: Some(item.product_code.clone()),
        cut: item.cut,
        size: item.size.clone(),
        condition: Some(condition),
        donation: item.donation_id,
        location: None,
        disposal: None,
    };
    Ok(Booked { kind: MovementKind::Correct, after: stays(item), details: Some(fields) })
}

/// One entry to come.
pub(super) struct Booked {
    pub kind: MovementKind,
    pub after: Standing,
    pub details: Option<Fields>,
}

/// The same standing, one version on.
fn stays(item: &ItemRow) -> Standing {
    Standing { version: item.version + 1, ..item.standing() }
}

/// Writes the entry that `decide` makes of the item as it is now, and the deed `what`. The item's visit stays with it while
/// it is handed out.
fn book(
    house: &Arc<House>,
    actor: &Actor,
    id: ItemId,
    version: i32,
    what: Message,
    decide: impl Fn(&mut Db, &ItemRow) -> Result<Booked, ActionError> + Send + 'static,
) -> Result<DeedId, ActionError> {
    let event_id = EventId(house.uuid());
    let (in_house, doing, catalogue) = (Arc::clone(house), Doing::by(house, actor), house.catalogue());
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let item = items::find(db, id)?.ok_or(ActionError::NotFound)?;
        if item.version != version {
            return Err(ActionError::Changed);
        }
        let Booked { kind, after, details } = decide(db, &item)?;
        let visit = item.visit_id.filter(|_| after.state == ItemState::HandedOut);
        let draft = Draft { event_id, target: Target::Item(id), kind, after, visit, reverses: None, details };
        let drafts = [draft];
        ledger::append(db, head, &drafts, doing.occasion())?;
        custody::came_with(db, &in_house, &drafts)?;
        let said = say::item_done(item.words(&catalogue), what.clone());
        doing.note(db, &said, id, Some(&Undoing::Entries { events: vec![event_id] }))
    })
}
