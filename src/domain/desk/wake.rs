//! What a desk has forgotten by the time that somebody looks at it or scans again.

use jiff::{SignedDuration, Timestamp};

use super::{
    Desk, Fields, LINE_PAUSE, Mode, PLACE_PAUSE, QUESTION_PAUSE, Scan, Subject, TRAY_PAUSE, VISIT_PAUSE, is_same_pull,
};
use crate::codes::Command;

/// A pause below zero by more than this: the clock was set back, and nobody knows how long it was.
const SET_BACK: SignedDuration = SignedDuration::from_mins(1);

impl Desk {
    /// The desk as a screen of this mode shows it at this moment.
    pub fn seen_at(&self, mode: Mode, now: Timestamp) -> Desk {
        self.awake(mode, now, false)
    }

    /// The desk in this mode at this moment: what timed out or belongs to the other table is gone.
    pub(crate) fn awake(&self, mode: Mode, now: Timestamp, names_visit: bool) -> Desk {
        let mut desk = self.clone();
        let is_over = |at: Timestamp, pause: SignedDuration| {
            let waited = now.duration_since(at);
            waited > pause || waited < -SET_BACK
        };
        let rested = |pause| desk.last_at.is_some_and(|at| is_over(at, pause));
        let (visit_over, place_over) = (rested(VISIT_PAUSE), rested(PLACE_PAUSE));
        if desk.question.as_ref().is_some_and(|question| is_over(question.asked_at, QUESTION_PAUSE)) {
            desk.question = None;
        }
        desk.tray.retain(|item| !is_over(item.at, TRAY_PAUSE));
        if visit_over && !names_visit {
            desk.visit = None;
        }
        if place_over {
            desk.place = None;
        }
        let passed = |at: Timestamp| now.duration_since(at) > LINE_PAUSE;
        desk.line = desk.line.filter(|line| !passed(line.at));
        desk.offer = desk.offer.filter(|offer| !passed(offer.at));
        desk.describes = desk.describes.filter(|label| !passed(label.at) && desk.visit.is_some());
        // Another job at another table: a visit left open would catch the pieces of the next one. Looking up and taking
        // back happen in the middle of a visit and leave it open.
        let before = desk.mode.and_then(Table::of);
        if let (Some(before), Some(now)) = (before, Table::of(mode))
            && before != now
        {
            desk.visit = None;
            desk.tray.clear();
            desk.question = None;
            desk.intake = Fields::default();
            desk.place = None;
            desk.line = None;
            desk.offer = None;
            desk.describes = None;
        }
        if mode != Mode::Lookup {
            desk.mode = Some(mode);
        }
        desk
    }

    /// Forgets what the last scan left open, unless this scan is meant for it: a number belongs to what was booked last, a
    /// yes to what was offered last, a product's sheet to the label scanned last. The same label read twice by one pull of
    /// the trigger changes nothing.
    pub(super) fn let_go(&mut self, scan: &Scan, subject: &Subject) {
        if is_same_pull(scan, self) {
            return;
        }
        if !matches!(subject, Subject::Command(Some(Command::Quantity(_)))) {
            self.line = None;
        }
        if !matches!(subject, Subject::Command(Some(Command::Yes | Command::Cancel))) {
            self.offer = None;
        }
        let passes_by = matches!(
            subject,
            Subject::Product(_)
                | Subject::Badge { .. }
                | Subject::Command(Some(Command::Cancel | Command::Help | Command::Test | Command::Print))
        );
        if !passes_by && scan.code.is_ok() {
            self.describes = None;
        }
    }
}

/// Where a mode's work is done.
#[derive(PartialEq, Eq)]
enum Table {
    Intake,
    Handout,
    Move,
    Stocktake,
}

impl Table {
    fn of(mode: Mode) -> Option<Table> {
        match mode {
            Mode::Intake => Some(Table::Intake),
            Mode::Handout | Mode::Return => Some(Table::Handout),
            Mode::Move => Some(Table::Move),
            Mode::Stocktake => Some(Table::Stocktake),
            Mode::Lookup => None,
        }
    }
}
