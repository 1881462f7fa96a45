//! What a terminal had decided by itself, beside what the house knew: the questions that come of it are written down.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{Booking, Incoming};
use crate::codes::{Command, Kind, read};
use crate::domain::contradiction::{Contradiction, ContradictionKind, Settlement};
use crate::domain::desk::{Facts, Mode, Moments, Outcome, QUESTION_PAUSE, Scan, Subject};
use crate::domain::household::HouseholdState;
use crate::domain::item::ItemState;
use crate::domain::{EventId, HouseholdId, ItemId, MovementId, TerminalId, UserId, VisitId};
use crate::store::contradictions::{self, ContradictionRow};
use crate::store::scan_events::{self, ScanEventRow};
use crate::store::{At, Db, StoreError, desk_facts, items, labels, ledger, visits};

/// A question with what the house knew of the piece.
pub(super) type Question = (Contradiction, Option<MovementId>);

impl Booking<'_> {
    /// When the pieces that the scan is about left the house, and the day of the scan.
    pub(super) fn moments(&self, db: &mut Db, scan: &Scan, facts: &Facts<'_>) -> Result<Moments, StoreError> {
        let mut out_since = HashMap::new();
        let subject = match &facts.subject {
            Subject::Item(item) => Some(item),
            _ => None,
        };
        let out = subject.into_iter().chain(&facts.tray).filter(|item| item.standing.state == ItemState::HandedOut);
        for item in out.filter(|_| scan.told.is_some()) {
            out_since.extend(items::handed_out_at(db, item.id)?.map(|at| (item.id, at.0)));
        }
        let asked_unheard = self.asked_unheard(db, scan, facts)?;
        // What an enrolled device took for a lead's badge counts; a person's browser can be made to say anything.
        let trusts_leads = self.actor.is_device();
        Ok(Moments { out_since, day: self.house.day_of(scan.moment()), asked_unheard, trusts_leads })
    }

    /// Whether the terminal had just asked something about a piece, which this desk neither asked nor laid on its tray.
    fn asked_unheard(&self, db: &mut Db, scan: &Scan, facts: &Facts<'_>) -> Result<bool, StoreError> {
        let desk = self.desk.seen_at(scan.mode, scan.occurred_at);
        let is_answer = scan.told == Some(Outcome::Applied) && matches!(facts.subject, Subject::Badge { .. });
        if !is_answer || desk.question.is_some() || desk.describes.is_some() {
            return Ok(false);
        }
        let last = scan_events::latest_of_terminal(db, self.terminal, 1)?.pop();
        Ok(last.is_some_and(|last| {
            last.told == Some(Outcome::Question)
                && last.mode == Mode::Handout.word()
                && scan.occurred_at.duration_since(last.occurred_at.0) <= QUESTION_PAUSE
                && read(&last.code).is_ok_and(|code| code.kind() == Kind::Item)
                && desk.tray.iter().all(|waiting| waiting.code.as_str() != last.code)
        }))
    }

    /// The questions that are to be written down, each with what the house knows of the piece before anything is booked.
    /// About a whole visit one is enough.
    pub(super) fn questions(
        &self,
        db: &mut Db,
        found: Vec<Contradiction>,
        visit: Option<VisitId>,
    ) -> Result<Vec<Question>, StoreError> {
        let mut questions = Vec::new();
        for contradiction in found {
            let asked = match visit.filter(|_| contradiction.kind.is_about_visit()) {
                Some(visit) => contradictions::is_asked_about(db, visit, contradiction.kind)?,
                None => false,
            };
            if !asked {
                let known = match contradiction.item {
                    Some(item) => ledger::last_of_item(db, item)?,
                    None => None,
                };
                questions.push((contradiction, known));
            }
        }
        Ok(questions)
    }

    /// Writes the questions down, after their scans.
    pub(super) fn ask(&self, db: &mut Db, questions: Vec<Question>) -> Result<(), StoreError> {
        for (contradiction, known_movement) in questions {
            let details = contradiction.details.as_ref().map(serde_json::to_string).transpose();
            contradictions::open(
                db,
                &ContradictionRow {
                    event_id: contradiction.event,
                    kind: contradiction.kind,
                    item_id: contradiction.item,
                    household_id: contradiction.household,
                    details: details.map_err(|error| StoreError::Content(error.to_string()))?,
                    known_movement,
                    opened_at: At(self.now),
                    settled_at: None,
                    settled_by: None,
                    settled_how: None,
                    version: 1,
                },
            )?;
        }
        Ok(())
    }

    /// A scan that the server had heard of, and that comes again with what the terminal said while it waited in vain.
    pub(super) fn told_again(&self, db: &mut Db, event: &Incoming, seen: &ScanEventRow) -> Result<(), StoreError> {
        // Another terminal that happens to name the same event was told nothing about this one.
        let is_own = seen.terminal_id == self.terminal;
        let Some(told) = event.told.filter(|_| is_own && seen.told.is_none()) else { return Ok(()) };
        scan_events::set_told(db, seen.event_id, told)?;
        let entries = ledger::of_event(db, seen.event_id)?;
        let open = |outcome| matches!(outcome, Outcome::Question | Outcome::Refused | Outcome::Unknown);
        let kind = match told {
            Outcome::Applied if entries.is_empty() && open(seen.outcome) => match seen.mode.parse() {
                _ if seen.outcome == Outcome::Unknown => ContradictionKind::UnknownCode,
                Ok(Mode::Handout) => ContradictionKind::NotFree,
                Ok(Mode::Return) => ContradictionKind::NotOut,
                _ => ContradictionKind::Other,
            },
            Outcome::Applied => return Ok(()),
            _ => match entries.first() {
                Some(entry) if !ledger::is_reversed(db, entry.id)? => ContradictionKind::ToldNo,
                _ => return Ok(()),
            },
        };
        let item = item_of(db, &seen.code)?.or_else(|| entries.first().map(|entry| entry.item_id));
        let visit = match seen.visit_id.or(event.visit.ok().flatten()) {
            Some(visit) => visits::find(db, visit)?,
            None => None,
        };
        // What was booked already belongs to the right household; only what was not may still go there.
        let household = visit.map(|visit| visit.household_id).filter(|_| entries.is_empty());
        let contradiction = Contradiction { event: seen.event_id, kind, item, household, details: None };
        let questions = self.questions(db, vec![contradiction], None)?;
        self.ask(db, questions)
    }
}

/// A card that was replaced meanwhile still names its household: what was given on it went there.
pub(super) fn revive_card(db: &mut Db, scan: &Scan, facts: &mut Facts<'_>) -> Result<(), StoreError> {
    let (Some(Outcome::Applied), Subject::Void, Ok(card)) = (scan.told, &facts.subject, &scan.code) else {
        return Ok(());
    };
    let label = labels::find(db, *card)?.filter(|_| card.kind() == Kind::HouseholdCard);
    if let Some(id) = label.and_then(|label| label.subject_id::<HouseholdId>())
        && let Some(mut household) = desk_facts::household(db, id, *card)?
    {
        // Dead as it is, the card lets nobody in: whoever let it in asks a person.
        household.state = HouseholdState::Blocked;
        facts.visitor = Some(household.clone());
        facts.subject = Subject::Household(household);
    }
    Ok(())
}

/// The item whose label was scanned.
pub(super) fn item_of(db: &mut Db, code: &str) -> Result<Option<ItemId>, StoreError> {
    Ok(match read(code) {
        Ok(code) if code.kind() == Kind::Item => match items::by_label(db, code)? {
            Some(item) => Some(item.id),
            // A label that was replaced meanwhile still names its piece.
            None => labels::find(db, code)?.and_then(|label| label.subject_id()),
        },
        _ => None,
    })
}

/// The scan that an undo at a cut-off terminal took back, when that scan booked nothing here: another one must not be taken
/// back in its place.
pub(super) fn undone_for_nothing(db: &mut Db, terminal: TerminalId) -> Result<Option<EventId>, StoreError> {
    let after = match ledger::last_undoable(db, terminal)? {
        Some(entry) => scan_events::find(db, entry.event_id)?.map_or(0, |event| event.seq),
        None => 0,
    };
    let mut waiting = Vec::new();
    let mut was_question = false;
    for idle in scan_events::idle_after(db, terminal, after)? {
        let is_question = idle.told.unwrap_or(idle.outcome) == Outcome::Question;
        let is_confirmed = idle.told == Some(Outcome::Applied);
        let Ok(code) = read(&idle.code) else { continue };
        if is_confirmed && Command::from_code(code) == Some(Command::Undo) {
            waiting.pop();
        }
        let gives = match code.kind() {
            // What lay on the tray is asked about when the card booked it.
            Kind::Item => {
                let moves = matches!(idle.mode.parse(), Ok(Mode::Intake | Mode::Handout | Mode::Return | Mode::Move));
                moves && (is_confirmed || (is_question && idle.is_asked))
            }
            Kind::Product => is_confirmed && idle.is_asked,
            Kind::Command => is_confirmed && idle.is_asked && Command::from_code(code) == Some(Command::Yes),
            // A badge is a yes after a question, else somebody signed on.
            Kind::VolunteerBadge => is_confirmed && idle.is_asked && was_question,
            _ => false,
        };
        if gives {
            waiting.push(idle.event_id);
        }
        was_question = is_question;
    }
    Ok(waiting.pop())
}

/// A scan that was taken back where it was made leaves nothing to ask.
pub(super) fn settle_undone(db: &mut Db, event: EventId, by: Option<UserId>, now: Timestamp) -> Result<(), StoreError> {
    if let Some(row) = contradictions::find(db, event)?.filter(|row| row.settled_at.is_none()) {
        contradictions::settle(db, event, row.version, Settlement::Misscan, by, now)?;
    }
    Ok(())
}
