//! What would happen if the list was booked now: a rehearsal of the very scans that the button will make.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::actions::scan::{self, Incoming};
use crate::actions::{ActionError, Actor, House};
use crate::codes::{Code, Kind, Unreadable};
use crate::domain::desk::{Desk, Mode, OpenVisit, Outcome, Verdict};
use crate::domain::{EventId, VisitId};
use crate::store::labels;
use crate::texts::{Message, say};

use super::sheet::{Row, Sheet};

/// What comes before the pieces: the household that gets them, or the place where they lie.
#[derive(Clone, Debug)]
pub(super) enum Lead {
    /// The mode needs none.
    Unneeded,
    /// A card or a place must be scanned or chosen first.
    Missing,
    /// More than one lies on the table.
    Several,
    /// The visit that is open at the desk.
    Visit(OpenVisit),
    /// This card or place is booked before the pieces.
    Code(Code),
}

impl Lead {
    /// The lead as a form carries it, to see whether it is still the same.
    pub(super) fn key(&self) -> String {
        match self {
            Lead::Visit(visit) => visit.id.to_string(),
            Lead::Code(code) => code.to_string(),
            _ => String::new(),
        }
    }

    fn is_there(&self) -> bool {
        !matches!(self, Lead::Missing | Lead::Several)
    }
}

/// What will happen to one row.
#[derive(Clone, Debug)]
pub(super) enum Planned {
    Will(Verdict),
    /// Nothing, until there is a card or a place.
    Waits,
    /// It is the card, the place or the donation.
    Leads,
    /// Nothing, for this reason.
    Not(Message),
}

impl Planned {
    pub(super) fn can_be_booked(&self) -> bool {
        matches!(self, Planned::Will(verdict) if verdict.outcome == Outcome::Applied)
    }
}

pub(super) struct Plan {
    pub(super) lead: Lead,
    /// What the desk says to the card or the place.
    pub(super) lead_says: Option<Verdict>,
    /// For each row that is not booked yet, by its number.
    pub(super) rows: BTreeMap<usize, Planned>,
}

pub(super) fn plan(house: &Arc<House>, actor: &Actor, sheet: &Sheet, desk: &Desk) -> Result<Plan, ActionError> {
    let lead = lead(house, sheet, desk)?;
    let open: Vec<&Row> = sheet.rows.iter().filter(|row| row.booked.is_none()).collect();
    let mut rows: BTreeMap<usize, Planned> =
        open.iter().map(|row| (row.number, without_scan(sheet, row, &lead))).collect();
    let pieces: BTreeSet<usize> = open.iter().filter(|row| is_scanned(sheet.mode, row)).map(|row| row.number).collect();
    if pieces.is_empty() && !matches!(lead, Lead::Code(_)) || !lead.is_there() {
        return Ok(Plan { lead, lead_says: None, rows });
    }
    let batch = Batch::of(house, sheet, &lead, &pieces);
    let answers = scan::rehearse(house, actor, batch.events)?.answers;
    let mut verdicts = answers.into_iter().map(|answer| answer.verdict);
    let lead_says = if batch.has_lead { verdicts.next() } else { None };
    // Without the card's visit no piece finds a household: what counts then is what was said to the card.
    let led = lead_says.as_ref().is_none_or(|verdict| verdict.outcome == Outcome::Applied);
    if let Some(refused) = lead_says.as_ref().filter(|_| !led) {
        // The card's own line says it too, not only the sentence above the list.
        rows.values_mut()
            .filter(|planned| matches!(planned, Planned::Leads))
            .for_each(|planned| *planned = Planned::Will(refused.clone()));
    }
    for (number, verdict) in batch.rows.into_iter().zip(verdicts) {
        rows.insert(number, if led { Planned::Will(verdict) } else { Planned::Waits });
    }
    Ok(Plan { lead, lead_says, rows })
}

/// Which card or place goes before the pieces of this photo.
pub(super) fn lead(house: &House, sheet: &Sheet, desk: &Desk) -> Result<Lead, ActionError> {
    let Some(kinds) = lead_kinds(sheet.mode) else { return Ok(Lead::Unneeded) };
    let codes = sheet.rows.iter().filter_map(|row| row.code.as_ref().ok().copied());
    let seen: BTreeSet<Code> = codes.filter(|code| kinds.contains(&code.kind())).collect();
    let code = match (sheet.lead, seen.len()) {
        (Some(code), _) => Some(code),
        (None, 0 | 1) => seen.first().copied(),
        (None, _) => return Ok(Lead::Several),
    };
    if sheet.mode == Mode::Handout {
        return Ok(match (code, &desk.visit) {
            (Some(card), Some(open)) if open.card == card => Lead::Visit(open.clone()),
            (Some(card), _) => Lead::Code(card),
            (None, Some(open)) => Lead::Visit(open.clone()),
            (None, None) => Lead::Missing,
        });
    }
    let at_desk = match (code, &desk.place) {
        (None, Some(place)) => house.store().read(|db| labels::bound_to(db, &place.id.to_string()))?,
        _ => None,
    };
    Ok(code.or(at_desk).map_or(Lead::Missing, Lead::Code))
}

fn lead_kinds(mode: Mode) -> Option<&'static [Kind]> {
    match mode {
        Mode::Handout => Some(&[Kind::HouseholdCard]),
        Mode::Move | Mode::Stocktake => Some(&[Kind::Location, Kind::Box]),
        Mode::Intake | Mode::Return | Mode::Lookup => None,
    }
}

/// Whether this row is a scan of its own. Commands never are: a command sheet that lies on the table does nothing. Nor is
/// whoever lies there looked up: a look at a household or a donor leaves a trace, and this one would not.
fn is_scanned(mode: Mode, row: &Row) -> bool {
    match row.kind() {
        Some(Kind::Item) => true,
        Some(Kind::Location | Kind::Box | Kind::Product) => mode == Mode::Lookup,
        _ => false,
    }
}

/// What can be said about a row without the rules of the desk.
fn without_scan(sheet: &Sheet, row: &Row, lead: &Lead) -> Planned {
    let mode = sheet.mode;
    match (&row.code, row.kind()) {
        (Err(Unreadable::Damaged), _) => Planned::Not(say::photo_code_damaged()),
        (Err(Unreadable::Foreign), _) => Planned::Not(say::photo_not_ours()),
        (_, Some(Kind::Command)) => Planned::Not(say::photo_command()),
        (Ok(code), Some(kind)) if lead_kinds(mode).is_some_and(|kinds| kinds.contains(&kind)) => match lead {
            Lead::Code(leading) if leading == code => Planned::Leads,
            Lead::Visit(visit) if visit.card == *code => Planned::Leads,
            _ => Planned::Not(say::photo_only_one()),
        },
        (Ok(code), Some(Kind::Donation)) if mode == Mode::Intake => {
            if sheet.chosen.donation == code.as_str() {
                Planned::Leads
            } else {
                Planned::Not(say::photo_several_donations())
            }
        }
        (_, Some(Kind::Item)) => Planned::Waits,
        _ if mode == Mode::Lookup => Planned::Not(say::photo_not_looked_up()),
        _ => Planned::Not(say::photo_not_here()),
    }
}

/// The scans of some rows, in the order in which they are booked.
pub(super) struct Batch {
    pub(super) events: Vec<Incoming>,
    /// Whether the first of them is the card or the place.
    pub(super) has_lead: bool,
    /// The rows of the others.
    pub(super) rows: Vec<usize>,
}

impl Batch {
    pub(super) fn of(house: &House, sheet: &Sheet, lead: &Lead, numbers: &BTreeSet<usize>) -> Batch {
        let now = house.now();
        let scan = |event: EventId, code: Code| {
            let mut scan = Incoming::here(event, sheet.mode, code.to_string(), now);
            scan.of_list = true;
            scan
        };
        // A card opens its visit once, however often the list is sent; the place must be told each time, for the desk may
        // stand elsewhere by now.
        let leading = match lead {
            Lead::Code(code) if sheet.mode == Mode::Handout => Some(scan(sheet.card_event, *code)),
            Lead::Code(code) => Some(scan(EventId(house.uuid()), *code)),
            _ => None,
        };
        let visit = match lead {
            Lead::Visit(visit) => Some(visit.id),
            Lead::Code(_) if sheet.mode == Mode::Handout => Some(VisitId(sheet.card_event.child(0))),
            _ => None,
        };
        let mut batch = Batch { has_lead: leading.is_some(), events: leading.into_iter().collect(), rows: Vec::new() };
        for row in sheet.rows.iter().filter(|row| numbers.contains(&row.number) && is_scanned(sheet.mode, row)) {
            let Ok(code) = row.code else { continue };
            let mut event = scan(row.event, code);
            event.visit = Ok(visit);
            if sheet.mode == Mode::Intake {
                event.said = sheet.chosen.said();
            }
            batch.events.push(event);
            batch.rows.push(row.number);
        }
        batch
    }
}
