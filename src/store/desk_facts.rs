//! What the database knows about one scan, gathered before the rules decide.

use diesel::prelude::*;
use jiff::tz::TimeZone;

use super::schema::{donations, donors, households, items, locations};
use super::{Db, StoreError, advice, items as item_store, labels, ledger, needs, proxies, stocktakes, users, visits};
use crate::codes::{Code, Command, Kind};
use crate::domain::catalogue::Catalogue;
use crate::domain::desk::{self, Advice, Count, Desk, Facts, Household, Mode, Scan, Subject, Undoable, UndoableEntry};
use crate::domain::donation::DonationState;
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::{DonationId, DonorId, HouseholdId, ItemId, LocationId, UserId};

/// Gathers the facts for one scan. Call it after the ledger was locked, in the transaction that will append.
pub fn gather<'a>(
    db: &mut Db,
    scan: &Scan,
    desk: &Desk,
    catalogue: &'a Catalogue,
    zone: &TimeZone,
) -> Result<Facts<'a>, StoreError> {
    let subject = match scan.code {
        Ok(code) => subject(db, code, catalogue, zone)?,
        Err(_) => Subject::Unknown,
    };
    let named_visit = match scan.visit {
        Some(id) => visits::open_visit(db, id)?,
        None => None,
    };
    let visitor = match &subject {
        Subject::Household(household) => Some(household.clone()),
        _ => {
            let opens = desk.question.as_ref().and_then(|question| question.opens.as_ref());
            match named_visit.as_ref().or(desk.visit.as_ref()).or(opens) {
                Some(visit) => household(db, visit.household, visit.card)?,
                None => None,
            }
        }
    };
    let by_voucher = match (&subject, named_visit.as_ref().or(desk.visit.as_ref())) {
        (Subject::Household(found), _) if proxies::by_code(db, found.card)?.is_some() => Some(found.card),
        (_, Some(visit)) if visit.voucher => Some(visit.card),
        _ => None,
    };
    let voucher = match by_voucher {
        Some(code) => proxies::voucher(db, code, scan.moment(), catalogue, zone)?,
        None => None,
    };
    let command = match subject {
        Subject::Command(command) => command,
        _ => None,
    };
    let mut tray = Vec::new();
    let opens_visit = desk.question.as_ref().is_some_and(|question| question.opens.is_some());
    if matches!(subject, Subject::Household(_)) || matches!(command, Some(Command::Quantity(_))) || opens_visit {
        for waiting in &desk.tray {
            tray.extend(item_store::for_desk(db, waiting.item, catalogue, zone)?);
        }
    }
    let asked = desk.question.as_ref().and_then(|question| question.item);
    let offered = desk.offer.as_ref().filter(|_| command == Some(Command::Yes));
    let questioned = match asked.or(offered.map(|offer| offer.item)) {
        Some(item) => item_store::for_desk(db, item, catalogue, zone)?,
        None => None,
    };
    let undoable = match command {
        Some(Command::Undo | Command::Quantity(_)) => undoable(db, scan, catalogue, zone)?,
        _ => None,
    };
    let described = match (&subject, &desk.describes) {
        (Subject::Product(_), Some(label)) => Some(self::subject(db, label.code, catalogue, zone)?),
        _ => None,
    };
    let advice = match offered {
        Some(offer) => advice::of_offer(db, offer.need)?,
        None if comes_in(scan, &subject) => advice::of_piece(db, scan, desk, catalogue, zone)?,
        None => match (&subject, &visitor) {
            (Subject::Item(item), Some(visitor)) if goes_out(scan, item) => {
                Advice { ahead: advice::ahead(db, scan, item, visitor, catalogue, zone)?, ..Advice::default() }
            }
            _ => Advice::default(),
        },
    };
    let donation = match scan.fields.donation.or(desk.intake.donation) {
        Some(id) => donations::table.find(id).select(donations::state).first(db).optional()?,
        None => None,
    };
    let count = count(db, scan, desk, &subject)?;
    Ok(Facts {
        visitor,
        named_visit,
        tray,
        questioned,
        undoable,
        described,
        donation,
        count,
        advice,
        voucher,
        ..Facts::of(catalogue, subject)
    })
}

/// Whether the scan takes a piece in while somebody stands there to hear where it goes.
fn comes_in(scan: &Scan, subject: &Subject) -> bool {
    let fresh = match subject {
        Subject::Blank => true,
        Subject::Item(item) => item.standing.state == ItemState::Void,
        _ => false,
    };
    fresh && scan.mode == Mode::Intake && scan.can_be_asked()
}

/// Whether the scan hands out a piece that others may wait for, while somebody stands there to hear it.
fn goes_out(scan: &Scan, item: &desk::Item) -> bool {
    scan.mode == Mode::Handout && scan.can_be_asked() && item.standing.state == ItemState::InStock
}

/// The stocktake that the scan belongs to: of the scanned place, else of the one that is being counted.
fn count(db: &mut Db, scan: &Scan, desk: &Desk, subject: &Subject) -> Result<Option<Count>, StoreError> {
    if scan.mode != Mode::Stocktake {
        return Ok(None);
    }
    let place = match (subject, &desk.place) {
        (Subject::Location { id, .. }, _) => *id,
        (_, Some(place)) => place.id,
        _ => return Ok(None),
    };
    stocktakes::count(db, place, scan.code.as_ref().ok().copied(), scan.terminal_id).map(Some)
}

fn subject(db: &mut Db, code: Code, catalogue: &Catalogue, zone: &TimeZone) -> Result<Subject, StoreError> {
    if code.kind() == Kind::Command {
        return Ok(Subject::Command(Command::from_code(code)));
    }
    let Some(label) = labels::find(db, code)? else { return Ok(Subject::Unknown) };
    match label.state {
        LabelState::Blank => return Ok(Subject::Blank),
        LabelState::Replaced | LabelState::Void => return Ok(Subject::Void),
        LabelState::Bound => {}
    }
    let bound = match code.kind() {
        Kind::Item => match label.subject_id::<ItemId>() {
            Some(id) => item_store::for_desk(db, id, catalogue, zone)?.map(Subject::Item),
            None => None,
        },
        Kind::HouseholdCard => match label.subject_id::<HouseholdId>() {
            Some(id) => match household(db, id, code)? {
                Some(found) => Some(Subject::Household(found)),
                // A voucher is bound to itself and not to its household: nothing else takes it for the household's card.
                None => match proxies::by_code(db, code)? {
                    Some(proxy) => household(db, proxy.household_id, code)?.map(Subject::Household),
                    None => None,
                },
            },
            None => None,
        },
        Kind::VolunteerBadge => match label.subject_id::<UserId>() {
            Some(id) => users::find(db, id)?.map(|user| Subject::Badge {
                user: user.id,
                name: user.display_name,
                role: user.role,
                active: user.active,
            }),
            None => None,
        },
        Kind::Donation => match label.subject_id::<DonationId>() {
            Some(id) => donation(db, id)?,
            None => None,
        },
        Kind::DonorCard => match label.subject_id::<DonorId>() {
            Some(id) => {
                donors::table.find(id).select(donors::name).first(db).optional()?.map(|name| Subject::Donor { name })
            }
            None => None,
        },
        Kind::Location | Kind::Box => match label.subject_id::<LocationId>() {
            Some(id) => locations::table
                .find(id)
                .select(locations::name)
                .first(db)
                .optional()?
                .map(|name| Subject::Location { id, name }),
            None => None,
        },
        Kind::Product => label.subject_id().map(Subject::Product),
        Kind::Command => None,
    };
    Ok(bound.unwrap_or(Subject::Unknown))
}

fn donation(db: &mut Db, id: DonationId) -> Result<Option<Subject>, StoreError> {
    let found: Option<(String, DonationState)> = donations::table
        .inner_join(donors::table)
        .filter(donations::id.eq(id))
        .select((donors::name, donations::state))
        .first(db)
        .optional()?;
    Ok(found.map(|(donor, state)| Subject::Donation { id, donor, state }))
}

/// The household behind a card, with its needs list.
pub fn household(db: &mut Db, id: HouseholdId, card: Code) -> Result<Option<Household>, StoreError> {
    let found: Option<(HouseholdState, i32, Option<super::Day>)> = households::table
        .find(id)
        .select((households::state, households::people, households::last_visit_on))
        .first(db)
        .optional()?;
    let Some((state, people, last_visit)) = found else { return Ok(None) };
    let needs = needs::shown_of_household(db, id)?.iter().map(needs::NeedRow::line).collect();
    let ready = item_store::laid_aside_for(db, &[id])?.values().sum();
    Ok(Some(Household { id, state, people, card, last_visit_on: last_visit.map(|day| day.0), ready, needs }))
}

fn undoable(db: &mut Db, scan: &Scan, catalogue: &Catalogue, zone: &TimeZone) -> Result<Option<Undoable>, StoreError> {
    let Some(last) = ledger::last_undoable(db, scan.terminal_id)? else { return Ok(None) };
    let entries = ledger::of_event(db, last.event_id)?;
    Ok(Some(Undoable { occurred_at: last.occurred_at.0, entries: undoable_entries(db, &entries, catalogue, zone)? }))
}

/// Each of the entries, which are to be taken back together, with its item and the item's standing before it. What the event itself took back, to book it anew with
/// another number, stays taken back.
pub fn undoable_entries(
    db: &mut Db,
    entries: &[ledger::MovementRow],
    catalogue: &Catalogue,
    zone: &TimeZone,
) -> Result<Vec<UndoableEntry>, StoreError> {
    let mut undoable = Vec::new();
    for entry in entries.iter().filter(|entry| entry.kind != MovementKind::Reversal) {
        let Some(item) = item_store::for_desk(db, entry.item_id, catalogue, zone)? else { continue };
        undoable.push(UndoableEntry {
            movement: entry.id,
            kind: entry.kind,
            visit: entry.visit_id,
            before: ledger::standing_before(db, entry)?,
            fields_before: ledger::fields_before(db, entry)?,
            is_last: ledger::is_last_of_item(db, entry, entries)?,
            item,
        });
    }
    Ok(undoable)
}

/// The label of an item or, for a piece of a lot, of the lot.
pub fn label_of(db: &mut Db, item: ItemId) -> Result<Option<Code>, StoreError> {
    let (label, lot): (Option<Code>, Option<ItemId>) =
        items::table.find(item).select((items::label, items::split_from)).first(db)?;
    match (label, lot) {
        (None, Some(lot)) => Ok(items::table.find(lot).select(items::label).first(db)?),
        (label, _) => Ok(label),
    }
}

/// The location of this id, for fields that name one.
pub fn location_exists(db: &mut Db, id: LocationId) -> Result<bool, StoreError> {
    Ok(locations::table.find(id).select(locations::id).first::<LocationId>(db).optional()?.is_some())
}
