//! The time of day: a terminal's own clock may never have been set and may be set anew at any moment, so it is looked at
//! once; from then on the steady milliseconds count, and the server's clock.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::terminal::journal::Kept;

/// A difference that the network's delay may be is none.
const EQUAL: SignedDuration = SignedDuration::from_secs(2);

/// A clock before this (2025-01-01) was never set: a computer without a battery begins in 1970.
const NEVER_SET: i64 = 1_735_689_600;

pub struct Clock {
    boot: Uuid,
    /// A time of day, and the steady milliseconds at which it was.
    anchor: Option<(Timestamp, u64)>,
    /// How much the server's clock is ahead of ours as it was at the start, once it has said so.
    ahead: Option<SignedDuration>,
}

impl Clock {
    pub fn new(boot: Uuid) -> Clock {
        Clock { boot, anchor: None, ahead: None }
    }

    pub fn is_set(&self) -> bool {
        self.ahead.is_some()
    }

    /// The time of day at these steady milliseconds. What our own clock says, `own`, counts the first time only.
    pub fn at(&mut self, own: Timestamp, ms: u64) -> Timestamp {
        let (then, then_ms) = *self.anchor.get_or_insert((own, ms));
        let signed = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
        let since = SignedDuration::from_millis(signed(ms).saturating_sub(signed(then_ms)));
        then.checked_add(since).unwrap_or(then)
    }

    /// Sets it by what the server says. By how much it moved, if what was stamped before moves with it: after the first
    /// time only the computer slept, and the pause is real.
    pub fn set(&mut self, server: &str, own: Timestamp, ms: u64) -> Option<SignedDuration> {
        let server: Timestamp = server.parse().ok()?;
        let off = server.duration_since(self.at(own, ms));
        let was_set = self.is_set();
        if off.abs() <= EQUAL {
            self.ahead.get_or_insert_default();
            return None;
        }
        self.anchor = Some((server, ms));
        if was_set {
            return None;
        }
        self.ahead = Some(off);
        Some(off)
    }

    /// When a scan happened by the server's clock. `now` is by that clock, `ms` since the program began.
    pub fn when(&self, kept: &Kept, now: Timestamp, ms: u64) -> Timestamp {
        let said: Timestamp = kept.event.occurred_at.parse().unwrap_or(now);
        let Some(ahead) = self.ahead.filter(|_| !kept.synced) else { return said };
        if kept.boot == self.boot {
            let ago = i64::try_from(ms.saturating_sub(kept.ms)).unwrap_or(i64::MAX);
            return now.checked_sub(SignedDuration::from_millis(ago)).unwrap_or(now);
        }
        // Another start of the program: a clock that was wrong then is most likely as wrong now; one that was never set
        // says nothing, so the scan is as old as its arrival.
        match said.as_second() < NEVER_SET {
            true => now,
            false => said.checked_add(ahead).unwrap_or(now).min(now),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::api::wire::{Mode, ScanEvent};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn kept(boot: Uuid, occurred_at: &str, ms: u64, synced: bool) -> Kept {
        let event = ScanEvent {
            event_id: String::new(),
            seq: None,
            occurred_at: occurred_at.to_owned(),
            actor: None,
            mode: Mode::Handout,
            code: String::new(),
            visit: None,
            quantity: 1,
            fields: Default::default(),
            told: None,
        };
        Kept { event, told: None, answered: None, desk: None, boot, ms, synced }
    }

    #[test]
    fn a_clock_that_was_never_set_is_corrected_by_the_servers() {
        let boot = Uuid::from_u128(1);
        let mut clock = Clock::new(boot);
        let own = at("1970-01-01T00:10:00Z");
        assert_eq!(clock.at(own, 300_000), own);
        let moved = clock.set("2026-11-22T14:10:00Z", own, 300_000).unwrap();
        assert!(moved.as_hours() > 24 * 365 * 56);
        let now = clock.at(own, 300_000);
        assert_eq!(now, at("2026-11-22T14:10:00Z"));
        assert_eq!(clock.set("2026-11-22T14:10:01Z", own, 300_000), None, "the network's delay is no difference");
        // Scanned four minutes ago, before the server was there.
        assert_eq!(
            clock.when(&kept(boot, "1970-01-01T00:06:00Z", 60_000, false), now, 300_000),
            at("2026-11-22T14:06:00Z")
        );
        // Before the last start: nobody knows.
        assert_eq!(clock.when(&kept(Uuid::nil(), "1970-01-01T00:06:00Z", 9, false), now, 300_000), now);
        assert_eq!(clock.when(&kept(Uuid::nil(), "2026-11-22T09:00:00Z", 9, true), now, 9), at("2026-11-22T09:00:00Z"));
    }

    #[test]
    fn a_clock_three_days_behind_was_so_before_the_last_start_too() {
        let mut clock = Clock::new(Uuid::from_u128(1));
        let own = at("2026-11-19T14:00:00Z");
        clock.set("2026-11-22T14:00:00Z", own, 9);
        let now = clock.at(own, 9);
        assert_eq!(
            clock.when(&kept(Uuid::nil(), "2026-11-19T10:00:00Z", 9, false), now, 9),
            at("2026-11-22T10:00:00Z")
        );
    }

    #[test]
    fn a_step_of_the_computers_clock_moves_nothing() {
        let mut clock = Clock::new(Uuid::from_u128(1));
        let start = at("2026-11-22T14:00:00Z");
        assert_eq!(clock.at(start, 1_000), start);
        for stepped in ["2026-11-22T11:00:00Z", "2026-11-25T14:00:00Z"] {
            assert_eq!(clock.at(at(stepped), 61_000), at("2026-11-22T14:01:00Z"));
        }
        assert_eq!(clock.at(start, 0), at("2026-11-22T13:59:59Z"), "a key that was pressed before");
        assert!(clock.set("2026-11-22T14:05:00Z", at("1970-01-01T00:00:00Z"), 61_000).is_some());
        assert_eq!(clock.at(at("1970-01-01T00:00:00Z"), 62_000), at("2026-11-22T14:05:01Z"));
        // The computer slept: what was stamped before was right.
        assert_eq!(clock.set("2026-11-22T20:00:00Z", start, 63_000), None);
        assert_eq!(clock.at(start, 63_000), at("2026-11-22T20:00:00Z"));
    }
}
