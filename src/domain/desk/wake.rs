//! What a desk has forgotten by the time that somebody looks at it or scans again.

use jiff::{SignedDuration, Timestamp};

use super::{Desk, Fields, Mode, QUESTION_PAUSE, TRAY_PAUSE, VISIT_PAUSE};

impl Desk {
    /// The desk as a screen of this mode shows it at this moment.
    pub fn seen_at(&self, mode: Mode, now: Timestamp) -> Desk {
        self.awake(mode, now, false)
    }

    /// The desk in this mode at this moment: what timed out or belongs to the other table is gone.
    pub(super) fn awake(&self, mode: Mode, now: Timestamp, names_visit: bool) -> Desk {
        let mut desk = self.clone();
        let waited = desk.last_at.map_or(SignedDuration::ZERO, |at| now.duration_since(at));
        if desk.question.as_ref().is_some_and(|question| now.duration_since(question.asked_at) > QUESTION_PAUSE) {
            desk.question = None;
        }
        desk.tray.retain(|item| now.duration_since(item.at) <= TRAY_PAUSE);
        if waited > VISIT_PAUSE && !names_visit {
            desk.visit = None;
        }
        // Taking in is another job at another table: a visit left open would catch the pieces of the next one. Looking
        // up and taking back happen in the middle of a visit and leave it open.
        let was_intake = desk.mode == Some(Mode::Intake);
        if desk.mode.is_some() && was_intake != (mode == Mode::Intake) && mode != Mode::Lookup {
            desk.visit = None;
            desk.tray.clear();
            desk.question = None;
            desk.intake = Fields::default();
        }
        if mode != Mode::Lookup {
            desk.mode = Some(mode);
        }
        desk
    }
}
