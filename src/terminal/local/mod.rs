//! The desk of a terminal that is cut off: the very rules of the server, over what the terminal knows.
//!
//! It knows the house as it was when the last snapshot was taken, what was booked here since, and what the server's desk
//! remembered last. What is not in the snapshot is taken for what its code and the mode say: it is noted, and the server
//! has the last word.

mod advice;
mod facts;
mod fields;
mod guess;
mod log;
mod shown;
mod world;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::codes::{self, Kind};
use crate::domain::catalogue::Catalogue;
use crate::domain::desk::{self, Decision, Desk, Outcome, Scan, Tone, Verdict};
use crate::domain::rights::{Right, Role};
use crate::domain::snapshot::{Known, Snapshot};
use crate::domain::{EventId, TerminalId};
use crate::texts::{Lang, say};
use crate::web::api::wire::ScanEvent;
use log::Log;
use world::World;

/// A snapshot that is older than this is not trusted any more.
pub const LIFE: SignedDuration = SignedDuration::from_hours(24);

/// The clocks of server and terminal agree this well.
pub const CLOSE: SignedDuration = SignedDuration::from_mins(10);

/// What a terminal knows by itself.
pub struct LocalDesk {
    world: World,
    log: Log,
    /// What the desk remembers.
    desk: Desk,
    /// The name of whoever signed on, as the server said it last; the snapshot has none.
    volunteer: Option<String>,
    lang: Option<Lang>,
    /// What whoever scans without a badge may do.
    role: Role,
    /// The site's zone, where the machine knows none by its name.
    zone: Option<TimeZone>,
}

/// What the rules say to a scan, before it is kept.
pub struct Answer {
    decision: Decision,
    /// Something it rests on is only guessed.
    soft: bool,
}

impl Answer {
    pub fn outcome(&self) -> Outcome {
        self.decision.verdict.outcome
    }

    /// Whether the server may well see it otherwise.
    pub fn is_soft(&self) -> bool {
        self.soft
    }
}

impl Default for LocalDesk {
    fn default() -> LocalDesk {
        LocalDesk {
            world: World::of(None),
            log: Log::default(),
            desk: Desk::default(),
            volunteer: None,
            lang: None,
            role: Role::Volunteer,
            zone: None,
        }
    }
}

impl LocalDesk {
    /// Takes a new snapshot, or forgets the old one. What was booked since it was taken is played again by
    /// [`replay_all`](LocalDesk::replay_all); what can be taken back stays so, and what was counted too.
    pub fn renew(&mut self, snapshot: Option<Snapshot>) {
        let old = std::mem::replace(&mut self.world, World::of(snapshot));
        self.world.keep_counts_of(old);
        if let Some(zone) = &self.zone {
            self.world.stands_in(zone.clone());
        }
    }

    /// Who is signed in at this desk: scans without a badge are made with this role's rights. A terminal's are a volunteer's.
    pub fn belongs_to(&mut self, role: Role) {
        self.role = role;
    }

    /// The site's zone, for a machine that has no list of zones.
    pub fn stands_in(&mut self, zone: TimeZone) {
        self.world.stands_in(zone.clone());
        self.zone = Some(zone);
    }

    /// Plays events that the new snapshot may not know yet. The desk remembers what it did.
    pub fn replay_all(&mut self, events: &[(ScanEvent, Outcome)]) {
        let (desk, volunteer, lang) = (self.desk.clone(), self.volunteer.clone(), self.lang);
        for (event, outcome) in events {
            self.replay(event, *outcome);
        }
        (self.desk, self.volunteer, self.lang) = (desk, volunteer, lang);
    }

    /// The moment of the snapshot that verdicts rest on.
    pub fn stand(&self) -> Option<Timestamp> {
        self.world.taken_at()
    }

    /// That moment as a clock shows it, with its day when that is not the day of `now`.
    pub fn stand_clock(&self, now: Timestamp) -> Option<String> {
        self.stand().map(|at| self.world.clock(at, now))
    }

    pub fn catalogue(&self) -> &Catalogue {
        self.world.catalogue()
    }

    /// Whether the snapshot is too old to decide by, or taken at a time that is still to come, as only a clock that was
    /// set (`is_set`) can tell. One that was never set makes nothing old.
    pub fn is_stale(&self, now: Timestamp, is_set: bool) -> bool {
        let age = self.stand().map(|taken| now.duration_since(taken));
        age.is_some_and(|age| age > LIFE || (is_set && age < -CLOSE))
    }

    /// The server's desk as it is after an event: it counts more than what was worked out here.
    pub fn remember(&mut self, desk: Desk, volunteer: Option<String>) {
        self.desk = desk;
        self.volunteer = volunteer;
    }

    /// The server's desk speaks this language, by its tag.
    pub fn speak(&mut self, tag: Option<&str>) {
        self.lang = tag.and_then(Lang::from_tag);
    }

    /// The clock turned out to be wrong by this much: what the desk remembers was that much later.
    pub fn shift(&mut self, by: SignedDuration) {
        self.log.shift(by);
        let later = |at: &mut Timestamp| *at = at.checked_add(by).unwrap_or(*at);
        let desk = &mut self.desk;
        desk.last.iter_mut().for_each(|(_, at)| later(at));
        desk.last_at.iter_mut().for_each(later);
        desk.tray.iter_mut().for_each(|item| later(&mut item.at));
        desk.question.iter_mut().for_each(|question| later(&mut question.asked_at));
        desk.line.iter_mut().for_each(|line| later(&mut line.at));
        desk.offer.iter_mut().for_each(|offer| later(&mut offer.at));
        desk.describes.iter_mut().for_each(|label| later(&mut label.at));
    }

    /// Decides as the server would with what is known here. Books nothing yet: the verdict has to be on the disk first.
    pub fn decide(&mut self, event: &ScanEvent) -> Answer {
        let scan = scan_of(event);
        let mut desk = self.desk.clone();
        let only = |desk: Desk, verdict| Answer { decision: Decision::only(desk, verdict), soft: false };
        let (active, role) = self.who(event);
        if !active || !role.may(Right::to_scan_in(scan.mode)) {
            return only(desk, Verdict::refused(say::verdict_badge_refused()));
        }
        fields::forget(&mut desk.intake, &event.fields);
        let fields = match fields::read(&self.world, &event.fields) {
            Ok(fields) => fields,
            Err(verdict) => return only(desk, *verdict),
        };
        let scan = Scan { fields, ..scan };
        // A question hears nothing but its answer: nothing is guessed about other scans.
        if !self.asks(&scan, &desk) {
            guess::guess(&mut self.world, &scan);
        }
        if let Some(verdict) = self.undoes_unknown(&scan, &desk) {
            return Answer { soft: true, ..only(desk, verdict) };
        }
        let asked = self.asks(&scan, &desk);
        let facts = facts::gather(&self.world, &self.log, &scan, &desk, role.may(Right::Override));
        let mut decision = desk::decide(&scan, &desk, &facts);
        let soft = code_of(&scan).is_some_and(|code| self.world.is_guessed(code));
        self.soften(&scan, soft, asked, &mut decision.verdict);
        Answer { decision, soft }
    }

    /// Takes the decision as done.
    pub fn keep(&mut self, event: &ScanEvent, answer: Answer) -> Verdict {
        let Answer { decision, .. } = answer;
        let scan = scan_of(event);
        for draft in &decision.drafts {
            self.log.add(&mut self.world, draft, scan.occurred_at);
        }
        if self.undoes_unknown(&scan, &self.desk).is_some() && decision.verdict.outcome == Outcome::Applied {
            self.log.forget_unknown();
        }
        self.world.count(&decision, &scan);
        let signed_on = code_of(&scan).and_then(|code| match self.world.known(code) {
            Some(Known::Badge { user, lang, .. }) if decision.desk.volunteer == Some(*user) => {
                // Of a badge that is only guessed nobody knows the language.
                Some((*user, (!self.world.is_guessed(code)).then_some(*lang)))
            }
            _ => None,
        });
        if let Some((user, lang)) = signed_on {
            if self.desk.volunteer != Some(user) {
                self.volunteer = None;
            }
            self.lang = lang;
        }
        if decision.desk.volunteer.is_none() {
            self.volunteer = None;
        }
        self.desk = decision.desk;
        decision.verdict
    }

    /// Plays an event that the server has answered: what the rules book here too is taken along, and when they see it
    /// otherwise, that something was booked is all that is known.
    pub fn replay(&mut self, event: &ScanEvent, outcome: Outcome) {
        // It may have been played over the snapshot before.
        self.log.forget(scan_of(event).event_id);
        let answer = self.decide(event);
        if answer.outcome() == outcome {
            self.keep(event, answer);
        } else if outcome == Outcome::Applied && may_book(event) {
            self.log.unknown(scan_of(event).event_id, scan_of(event).occurred_at);
        }
    }

    fn asks(&self, scan: &Scan, desk: &Desk) -> bool {
        desk.seen_at(scan.mode, scan.occurred_at).question.is_some()
    }

    /// Who scans, by the badge that the event names: whether the badge is good, and what it may. A badge that is newer
    /// than the snapshot was good when it was scanned.
    fn who(&self, event: &ScanEvent) -> (bool, Role) {
        let badge = event.actor.as_ref().and_then(|badge| codes::read(badge).ok());
        match badge.and_then(|badge| self.world.known(badge)) {
            Some(Known::Badge { role, active, .. }) => (*active, *role),
            Some(_) => (false, Role::Volunteer),
            None if event.actor.is_none() => (true, self.role),
            None => (true, Role::Volunteer),
        }
    }

    /// Taking back what only the server knows: noted, for the server to do.
    fn undoes_unknown(&self, scan: &Scan, desk: &Desk) -> Option<Verdict> {
        let is_undo = code_of(scan).and_then(codes::Command::from_code) == Some(codes::Command::Undo);
        let wanted = is_undo && scan.mode != desk::Mode::Stocktake && !self.asks(scan, desk);
        (wanted && self.log.last_is_unknown()).then(|| {
            let verdict = Verdict::applied(say::terminal_kept_undo());
            Verdict { tone: Tone::Again, ..verdict.with_detail(self.kept_sentence(scan.occurred_at)) }
        })
    }

    fn kept_sentence(&self, now: Timestamp) -> crate::texts::Message {
        match self.stand_clock(now) {
            Some(clock) => say::terminal_kept_since(clock),
            None => say::terminal_kept(),
        }
    }

    /// What is only noted must not look like what is known.
    fn soften(&self, scan: &Scan, soft: bool, asked: bool, verdict: &mut Verdict) {
        let badge = code_of(scan).and_then(|code| match self.world.known(code) {
            Some(Known::Badge { .. }) => Some(code),
            _ => None,
        });
        let signs_on =
            badge.is_some() || (soft && code_of(scan).is_some_and(|code| code.kind() == Kind::VolunteerBadge));
        // A badge may also be the answer to a question.
        if signs_on && !asked && verdict.outcome == Outcome::Applied {
            verdict.headline = say::terminal_signed_on(desk::mode_name(scan.mode));
        }
        if soft && verdict.outcome == Outcome::Applied {
            verdict.tone = Tone::Again;
            verdict.detail = Some(self.kept_sentence(scan.occurred_at));
            if let Some(code) = code_of(scan)
                && code.kind() == Kind::HouseholdCard
                && verdict.lines.is_empty()
                && verdict.pieces == Some(0)
            {
                verdict.headline = say::terminal_kept_card(code.printed());
            }
        }
    }
}

/// Whether an event that was applied may have moved a piece.
fn may_book(event: &ScanEvent) -> bool {
    let code = codes::read(&event.code).ok();
    let command = code.and_then(codes::Command::from_code);
    match code.map(|code| code.kind()) {
        Some(Kind::Item) => event.mode != desk::Mode::Lookup && event.mode != desk::Mode::Stocktake,
        // What a label is on, and a lead's yes.
        Some(Kind::Product | Kind::VolunteerBadge) => event.mode == desk::Mode::Handout,
        Some(Kind::Command) => matches!(command, Some(codes::Command::Yes | codes::Command::Quantity(_))),
        _ => false,
    }
}

/// The event as the rules take it. What does not parse was made by this program, so it does not come up.
fn scan_of(event: &ScanEvent) -> Scan {
    let occurred_at = event.occurred_at.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    Scan {
        event_id: event.event_id.parse().unwrap_or(EventId(uuid::Uuid::nil())),
        terminal_id: TerminalId(uuid::Uuid::nil()),
        occurred_at,
        received_at: occurred_at,
        mode: event.mode,
        code: codes::read(&event.code),
        raw: event.code.clone(),
        visit: event.visit.as_ref().and_then(|visit| visit.parse().ok()),
        quantity: event.quantity,
        fields: desk::Fields::default(),
        told: None,
        of_list: false,
    }
}

fn code_of(scan: &Scan) -> Option<codes::Code> {
    scan.code.as_ref().ok().copied()
}
