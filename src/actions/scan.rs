//! A scan, the heart of the house: every scanner of every kind, the pages, the replay and the demo come through here.
//!
//! Each event gets exactly one verdict. An event that was seen before gets its old verdict again and has no second effect.
//! A bad event takes its sequence number, is recorded with its refusal, and never blocks the ones after it.

mod incoming;
mod late;

use std::sync::Arc;

use diesel::Connection;
use jiff::Timestamp;

pub use incoming::{Incoming, Said};

use super::{ActionError, Actor, House, custody, reservations};
use crate::codes::{Code, Command, Kind, read};
use crate::domain::contradiction::{Contradiction, ContradictionKind};
use crate::domain::desk::{self, CountChange, Desk, Late, Mode, Outcome, Scan, Subject, Verdict, VisitChange};
use crate::domain::rights::{Right, Role};
use crate::domain::{DonationId, EventId, LocationId, TerminalId, UserId};
use crate::store::scan_events::{self, ScanEventRow};
use crate::store::stocktakes::{self, SightingRow};
use crate::store::{
    At, Db, StoreError, access_log, desk_facts, guard_rails, households, labels, ledger, proxies, terminals, users,
    visits,
};
use crate::texts::say;

/// As many events as one request may carry.
pub const MOST_EVENTS: usize = 1000;

/// What became of one event.
#[derive(Clone, Debug)]
pub struct Answer {
    /// As it was sent, also when it is not a UUID.
    pub event_id: String,
    pub seq: Option<i64>,
    pub verdict: Verdict,
    /// The outcome that counts: [`Outcome::Duplicate`] when the event was seen before.
    pub outcome: Outcome,
}

/// What one request of a terminal led to.
#[derive(Clone, Debug)]
pub struct Answers {
    pub answers: Vec<Answer>,
    /// The sequence number that the terminal's next event must have.
    pub next_seq: i64,
    pub desk: Desk,
}

/// Books events in their order and answers each, after the data is on disk.
///
/// # Errors
/// Only when nothing of the request was booked: too many events, a terminal that may not scan or is set aside
/// ([`ActionError::Quarantined`]), a failing database.
pub fn scan(house: &Arc<House>, actor: &Actor, events: Vec<Incoming>) -> Result<Answers, ActionError> {
    must_scan(actor, &events)?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| book_all(db, &in_house, &actor, &events))
}

/// What [`scan`] would answer if these events were booked now, each after the ones before it. Nothing is booked: it is done
/// and taken back in one transaction, so that the answers are those of the same rules on the same facts.
///
/// # Errors
/// As [`scan`].
pub fn rehearse(house: &Arc<House>, actor: &Actor, events: Vec<Incoming>) -> Result<Answers, ActionError> {
    must_scan(actor, &events)?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    let rehearsed: Result<(), Rehearsed> = house.store().write(move |db| {
        let answers = book_all(db, &in_house, &actor, &events).map_err(Rehearsed::Failed)?;
        // Whatever is an error is rolled back.
        Err(Rehearsed::Done(Box::new(answers)))
    });
    match rehearsed {
        Err(Rehearsed::Done(answers)) => Ok(*answers),
        Err(Rehearsed::Failed(error)) => Err(error),
        Ok(()) => Err(StoreError::Content("a rehearsal was booked".to_owned()).into()),
    }
}

/// How a rehearsal ends.
enum Rehearsed {
    Done(Box<Answers>),
    Failed(ActionError),
}

impl From<StoreError> for Rehearsed {
    fn from(error: StoreError) -> Rehearsed {
        Rehearsed::Failed(error.into())
    }
}

fn must_scan(actor: &Actor, events: &[Incoming]) -> Result<(), ActionError> {
    if !actor.may(Right::ScanIntake) && !actor.may(Right::ScanHandout) {
        return Err(ActionError::Forbidden(Right::ScanIntake));
    }
    if events.len() > MOST_EVENTS {
        return Err(ActionError::Refused(say::error_too_many_events(MOST_EVENTS)));
    }
    Ok(())
}

fn book_all(db: &mut Db, house: &House, actor: &Actor, events: &[Incoming]) -> Result<Answers, ActionError> {
    let head = ledger::lock(db)?;
    let terminal = terminals::lock(db, actor.terminal())?;
    if actor.is_device() && terminal.suspect_since.is_some() {
        return Err(ActionError::Quarantined);
    }
    let mut desk_booking = Booking {
        house,
        actor,
        terminal: terminal.id,
        head,
        desk: terminal.desk(),
        next_seq: terminal.next_seq,
        now: house.now(),
        suspect: false,
    };
    let mut answers = Vec::with_capacity(events.len());
    for event in events {
        answers.push(desk_booking.book(db, event)?);
    }
    let Booking { desk, next_seq, now, suspect, .. } = desk_booking;
    terminals::save_desk(db, terminal.id, &desk, next_seq, now)?;
    if suspect && terminal.suspect_since.is_none() {
        terminals::mark_suspect(db, terminal.id, now)?;
    }
    Ok(Answers { answers, next_seq, desk })
}

/// What is to be recorded of one event.
struct Decided {
    verdict: Verdict,
    actor: Option<UserId>,
    questions: Vec<late::Question>,
}

struct Booking<'a> {
    house: &'a House,
    actor: &'a Actor,
    terminal: TerminalId,
    head: ledger::Head,
    desk: Desk,
    next_seq: i64,
    now: Timestamp,
    suspect: bool,
}

impl Booking<'_> {
    fn book(&mut self, db: &mut Db, event: &Incoming) -> Result<Answer, ActionError> {
        // Terminals and people's browsers can be cut off. The command line is the house itself.
        let mut untold = None;
        if event.told.is_some() && !self.actor.is_device() && self.actor.user().is_none() {
            untold.insert(event.clone()).told = None;
        }
        let event = untold.as_ref().unwrap_or(event);
        let answer = |verdict: Verdict| Answer {
            event_id: event.sent_id.clone(),
            seq: event.seq,
            outcome: verdict.outcome,
            verdict,
        };
        let event_id = event.id_on(self.terminal);
        if let Some(seen) = scan_events::find(db, event_id)? {
            if seen.code != kept(&event.code) {
                return Ok(answer(Verdict::conflict(say::verdict_event_reused())));
            }
            self.told_again(db, event, &seen)?;
            let verdict = serde_json::from_str(&seen.verdict).map_err(|e| StoreError::Content(e.to_string()))?;
            return Ok(Answer { outcome: Outcome::Duplicate, ..answer(verdict) });
        }
        // It took no number: whoever sent it must not take it for booked.
        let untaken = |verdict: Verdict| Answer { seq: None, ..answer(verdict) };
        // A browser's desk has no journal of its own: the server counts for it.
        let seq = match (event.seq, self.actor.user()) {
            (Some(seq), _) => seq,
            (None, Some(_)) => self.next_seq,
            (None, None) => return Ok(untaken(Verdict::refused(say::verdict_bad_event("seq")))),
        };
        // Whose numbers are mixed up may have sent anything: a person looks at the terminal first.
        if self.suspect && self.actor.is_device() {
            return Ok(answer(Verdict::conflict(say::verdict_sequence_taken(seq))));
        }
        if seq < 1 {
            return Ok(untaken(Verdict::refused(say::verdict_bad_event("seq"))));
        }
        if seq < self.next_seq {
            self.suspect = true;
            return Ok(untaken(Verdict::conflict(say::verdict_sequence_taken(seq))));
        }
        if seq > self.next_seq {
            return Ok(untaken(Verdict::refused(say::verdict_sequence_gap(self.next_seq))));
        }
        let Decided { verdict, actor, questions } = self.decide(db, event, event_id)?;
        scan_events::insert(
            db,
            &ScanEventRow {
                event_id,
                terminal_id: self.terminal,
                seq,
                mode: event.mode.map_or_else(|_| "?".to_owned(), |mode| mode.to_string()),
                code: kept(&event.code),
                actor_id: actor,
                visit_id: verdict.visit,
                occurred_at: At(event.occurred_at.unwrap_or(self.now)),
                received_at: At(self.now),
                outcome: verdict.outcome,
                verdict: serde_json::to_string(&verdict).map_err(|e| StoreError::Content(e.to_string()))?,
                told: event.told,
            },
        )?;
        self.ask(db, questions)?;
        self.next_seq = seq + 1;
        Ok(Answer { seq: Some(seq), ..answer(verdict) })
    }

    fn decide(&mut self, db: &mut Db, event: &Incoming, event_id: EventId) -> Result<Decided, ActionError> {
        if let Some(field) = event.broken() {
            return self.refuse(db, event, event_id, (None, Verdict::refused(say::verdict_bad_event(field))));
        }
        let (Ok(mode), Ok(occurred_at), Ok(visit)) = (event.mode, event.occurred_at, event.visit) else {
            return self.refuse(db, event, event_id, (None, Verdict::refused(say::verdict_bad_event("event"))));
        };
        let (user, role) = match self.who(db, event)? {
            Ok(who) => who,
            Err(verdict) => return self.refuse(db, event, event_id, (None, verdict)),
        };
        if !role.may(right_for(mode)) {
            return self.refuse(db, event, event_id, (user, Verdict::refused(say::verdict_badge_refused())));
        }
        self.forget(&event.said);
        let fields = match self.fields(db, &event.said)? {
            Ok(fields) => fields,
            Err(verdict) => return self.refuse(db, event, event_id, (user, verdict)),
        };
        let scan = Scan {
            event_id,
            terminal_id: self.terminal,
            occurred_at,
            received_at: self.now,
            mode,
            code: read(&event.code),
            raw: event.code.clone(),
            visit,
            quantity: event.quantity,
            fields,
            told: event.told,
            of_list: event.of_list,
        };
        let catalogue = self.house.catalogue();
        let mut facts = desk_facts::gather(db, &scan, &self.desk, &catalogue, self.house.zone())?;
        (facts.lead, facts.rules) = (role.may(Right::Override), self.house.rules());
        guard_rails::fill(db, &mut facts, &scan, self.house.zone())?;
        late::revive_card(db, &scan, &mut facts)?;
        let moments = self.moments(db, &scan, &facts)?;
        let is_undo = matches!(facts.subject, Subject::Command(Some(Command::Undo))) && mode != Mode::Stocktake;
        let undone = match event.told {
            Some(Outcome::Applied) if is_undo => late::undone_for_nothing(db, self.terminal)?,
            _ => None,
        };
        let late = match undone {
            Some(event) => {
                late::settle_undone(db, event, user, self.now)?;
                desk::undone_for_nothing(&scan, &self.desk)
            }
            None => desk::decide_late(&scan, &self.desk, &facts, &moments),
        };
        // A badge that books something was the yes to a question: it is the lead who gives the piece out.
        let user = match &facts.subject {
            Subject::Badge { user, .. } if does_something(&late.decision) => Some(*user),
            _ => user,
        };
        if !scan.is_late() {
            return Ok(self.carry_out(db, &scan, late, user)?);
        }
        // What happened while a terminal was cut off comes again and again until it is taken: nothing may stand in its way.
        let refused = match db.transaction(|db| self.carry_out(db, &scan, late.clone(), user)) {
            Err(error) if error.is_final() => error,
            carried_out => return Ok(carried_out?),
        };
        tracing::error!(event = %event_id, "a late scan is not booked: {refused}");
        Ok(self.carry_out(db, &scan, desk::unbooked(&scan, &facts, &late), user)?)
    }

    /// A card that is looked up shows something of its household: that is a look, too.
    fn note_lookup(&self, db: &mut Db, scan: &Scan, user: Option<UserId>) -> Result<(), StoreError> {
        let card = scan.code.as_ref().ok().copied().filter(|code| code.kind() == Kind::HouseholdCard);
        let (Mode::Lookup, Some(user), Some(card)) = (scan.mode, user, card) else { return Ok(()) };
        match households::of_card(db, card)? {
            Some(household) => access_log::insert(db, self.house.uuid(), self.now, user, household, "lookup"),
            None => Ok(()),
        }
    }

    /// Does what was decided: all of it, or nothing when it fails.
    fn carry_out(
        &mut self,
        db: &mut Db,
        scan: &Scan,
        Late { decision, contradictions }: Late,
        user: Option<UserId>,
    ) -> Result<Decided, StoreError> {
        let answered = answered(scan, &self.desk, &decision).cloned();
        let mut verdict = decision.verdict;
        let mut questions = self.questions(db, contradictions, verdict.visit)?;
        for (contradiction, _) in questions.iter_mut().filter(|(asked, _)| asked.event == scan.event_id) {
            if contradiction.item.is_none() {
                contradiction.item = late::item_of(db, &scan.raw)?;
            }
            verdict.outcome = Outcome::Conflict;
        }
        let is_undo = scan.code.as_ref().ok().copied().and_then(Command::from_code) == Some(Command::Undo);
        for draft in decision.drafts.iter().filter(|_| is_undo && scan.mode != Mode::Stocktake) {
            if let Some(reversed) = draft.reverses
                && let Some(entry) = ledger::find(db, reversed)?
            {
                late::settle_undone(db, entry.event_id, user, self.now)?;
            }
        }
        self.note_lookup(db, scan, user)?;
        let at = scan.moment();
        for change in &decision.visits {
            match change {
                VisitChange::Open(visit) => {
                    // The desk now shows the household's needs list: that is a look at it, by whoever stands there.
                    if let Some(user) = user {
                        let id = self.house.uuid();
                        access_log::insert(db, id, self.now, user, visit.household, "desk")?;
                    }
                    visits::open(db, visit, self.terminal, at, self.house.day_of(at))?;
                    super::queue::served_at_desk(db, self.house, visit.household, at)?;
                }
                VisitChange::Close(visit) => {
                    visits::close(db, *visit, at)?;
                    let paused = self.desk.awake(scan.mode, scan.occurred_at, scan.visit.is_some()).visit.is_none();
                    proxies::finish(db, *visit, at, paused)?;
                }
            }
        }
        if let Some(question) = answered {
            let reason = question.headline.as_ref().map(serde_json::to_string).transpose();
            let reason = reason.map_err(|e| StoreError::Content(e.to_string()))?.unwrap_or_default();
            let id = self.house.uuid();
            guard_rails::note_override(db, id, self.now, user, question.kind.word(), question.item, reason)?;
        }
        let undone: Vec<_> = decision.drafts.iter().filter_map(|draft| draft.reverses).collect();
        match decision.count {
            Some(CountChange::Open { id, place }) => {
                // What came after the count began was not there to be seen, also when the count is heard of much later. A
                // clock that was never set would say that everything came later.
                stocktakes::open(db, id, place, user, at.min(self.now))?;
            }
            Some(CountChange::Seen { stocktake, code, item }) => stocktakes::see(
                db,
                &SightingRow {
                    stocktake_id: stocktake,
                    event_id: scan.event_id,
                    code,
                    item_id: item,
                    terminal_id: self.terminal,
                    // The event's own number: it was compared before.
                    seq: self.next_seq,
                    actor_id: user,
                    seen_at: At(scan.occurred_at),
                    received_at: At(self.now),
                },
            )?,
            Some(CountChange::NotSeen { stocktake, event }) => stocktakes::unsee(db, stocktake, event)?,
            None => {}
        }
        let occasion =
            ledger::Occasion { terminal: self.terminal, actor: user, occurred_at: at, recorded_at: self.now };
        self.head = ledger::append(db, self.head.clone(), &decision.drafts, occasion)?;
        custody::came_with(db, self.house, &decision.drafts)?;
        reservations::keep_as_usual(db, self.house, &decision.drafts, self.now)?;
        for movement in undone {
            if let Some(visit) = ledger::find(db, movement)?.and_then(|entry| entry.visit_id) {
                proxies::unfinish(db, visit)?;
            }
        }
        self.desk = decision.desk;
        Ok(Decided { verdict, actor: user, questions })
    }

    /// A scan that cannot be looked into is refused; one that a cut-off terminal confirmed, or that a card or a yes may have
    /// confirmed there, is a question for a person.
    fn refuse(
        &self,
        db: &mut Db,
        event: &Incoming,
        event_id: EventId,
        (actor, mut verdict): (Option<UserId>, Verdict),
    ) -> Result<Decided, ActionError> {
        let mut questions = Vec::new();
        let is_item = read(&event.code).is_ok_and(|code| code.kind() == Kind::Item);
        let waited =
            event.told == Some(Outcome::Question) && is_item && event.mode.unwrap_or(Mode::Handout) == Mode::Handout;
        if event.told == Some(Outcome::Applied) || waited {
            let (kind, item) = (ContradictionKind::Other, late::item_of(db, &event.code)?);
            let contradiction = Contradiction { event: event_id, kind, item, household: None, details: None };
            questions = self.questions(db, vec![contradiction], None)?;
            verdict.outcome = Outcome::Conflict;
        }
        Ok(Decided { verdict, actor, questions })
    }

    /// Who scans: the badge that the event names, else whoever is signed in, else whoever signed on at the desk.
    fn who(&self, db: &mut Db, event: &Incoming) -> Result<Result<(Option<UserId>, Role), Verdict>, StoreError> {
        let own_role = self.actor.role().unwrap_or(Role::Coordinator);
        if let Some(badge) = &event.actor {
            let user = match read(badge) {
                Ok(code) if code.kind() == Kind::VolunteerBadge => user_of_badge(db, code)?,
                _ => None,
            };
            return Ok(match user {
                // Whoever was let in by a terminal that was cut off did what he or she did.
                Some(user) if user.active || (event.told.is_some() && self.actor.is_device()) => {
                    Ok((Some(user.id), user.role))
                }
                _ => Err(Verdict::refused(say::verdict_badge_refused())),
            });
        }
        if let Some(user) = self.actor.user() {
            return Ok(Ok((Some(user), own_role)));
        }
        match self.desk.volunteer {
            Some(id) => Ok(Ok(match users::find(db, id)? {
                Some(user) if user.active => (Some(user.id), user.role),
                _ => (None, own_role),
            })),
            None => Ok(Ok((None, own_role))),
        }
    }

    /// A field that is there but empty says "none": what stuck from the scan before is forgotten.
    fn forget(&mut self, said: &Said) {
        let keeps = |field: &Option<String>| field.is_none() || given(field).is_some();
        let intake = &mut self.desk.intake;
        intake.product = intake.product.take().filter(|_| keeps(&said.product));
        intake.cut = intake.cut.filter(|_| keeps(&said.cut));
        intake.size = intake.size.take().filter(|_| keeps(&said.size));
        intake.condition = intake.condition.filter(|_| keeps(&said.condition));
        intake.donation = intake.donation.filter(|_| keeps(&said.donation));
        intake.location = intake.location.filter(|_| keeps(&said.location));
    }

    fn fields(&self, db: &mut Db, said: &Said) -> Result<Result<desk::Fields, Verdict>, StoreError> {
        let unfit = |field: &str, value: &str| {
            let shown: String = value.chars().take(24).collect();
            Ok(Err(Verdict::refused(say::verdict_field_unknown(shown, field))))
        };
        let mut fields = desk::Fields::default();
        if let Some(product) = given(&said.product) {
            fields.product = product.parse().ok();
            if fields.product.as_ref().is_none_or(|code| self.house.catalogue().product(code.as_str()).is_none()) {
                let shown: String = product.chars().take(40).collect();
                return Ok(Err(Verdict::refused(say::verdict_product_unknown(shown))));
            }
        }
        if let Some(cut) = given(&said.cut) {
            fields.cut = cut.parse().ok();
            if fields.cut.is_none() {
                return unfit("cut", cut);
            }
        }
        if let Some(size) = given(&said.size) {
            if size.chars().count() > 16 || size.chars().any(char::is_control) {
                return unfit("size", size);
            }
            fields.size = Some(size.to_owned());
        }
        if let Some(condition) = given(&said.condition) {
            fields.condition = condition.parse().ok();
            if fields.condition.is_none() {
                return unfit("condition", condition);
            }
        }
        if let Some(donation) = given(&said.donation) {
            match bound::<DonationId>(db, donation, &[Kind::Donation])? {
                Some(id) => fields.donation = Some(id),
                None => {
                    let shown: String = donation.chars().take(24).collect();
                    return Ok(Err(Verdict::refused(say::verdict_donation_unknown(shown))));
                }
            }
        }
        if let Some(location) = given(&said.location) {
            match bound::<LocationId>(db, location, &[Kind::Location, Kind::Box])? {
                Some(id) => fields.location = Some(id),
                None => return unfit("location", location),
            }
        }
        Ok(Ok(fields))
    }
}

/// The question that a lead's yes answered with this scan.
fn answered<'a>(scan: &Scan, before: &'a Desk, decision: &desk::Decision) -> Option<&'a desk::Question> {
    let code = scan.code.as_ref().ok().copied()?;
    let is_yes = code.kind() == Kind::VolunteerBadge || Command::from_code(code) == Some(Command::Yes);
    before.question.as_ref().filter(|_| is_yes && decision.desk.question.is_none() && does_something(decision))
}

/// Whether something is handed out or begun.
fn does_something(decision: &desk::Decision) -> bool {
    !decision.drafts.is_empty() || decision.visits.iter().any(|change| matches!(change, VisitChange::Open(_)))
}

/// What a field says; nothing when it is empty.
fn given(field: &Option<String>) -> Option<&str> {
    field.as_deref().map(str::trim).filter(|word| !word.is_empty())
}

/// A scanned text as it is kept: short, and without what PostgreSQL cannot keep.
fn kept(code: &str) -> String {
    code.chars().filter(|c| !c.is_control()).take(64).collect()
}

/// What somebody must be allowed to scan in this mode.
pub fn right_for(mode: Mode) -> Right {
    Right::to_scan_in(mode)
}

fn user_of_badge(db: &mut Db, badge: Code) -> Result<Option<users::UserRow>, StoreError> {
    let Some(label) = labels::find(db, badge)? else { return Ok(None) };
    match label.subject_id::<UserId>() {
        Some(id) if label.state == crate::domain::household::LabelState::Bound => users::find(db, id),
        _ => Ok(None),
    }
}

fn bound<T: std::str::FromStr>(db: &mut Db, text: &str, kinds: &[Kind]) -> Result<Option<T>, StoreError> {
    match read(text) {
        Ok(code) if kinds.contains(&code.kind()) => Ok(labels::find(db, code)?.and_then(|label| label.subject_id())),
        _ => Ok(None),
    }
}
