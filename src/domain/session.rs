//! Days of handing out (Ausgabetage): their slots, who is booked, and the letters that remind them.

use std::collections::BTreeMap;

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

stable_words! {
    /// Where a day of handing out is in its life.
    pub enum SessionState {
        Planned = "planned",
        Open = "open",
        /// Its figures are written and stay.
        Closed = "closed",
    }
}

stable_words! {
    /// For whom a slot is meant. Nobody is asked to prove it: the house knows nobody's sex and no family's story.
    pub enum Audience {
        Everybody = "everybody",
        Babies = "babies",
        Women = "women",
        /// Fewer people and more time: wheelchairs, prams, crowds that somebody cannot bear.
        Quiet = "quiet",
        /// Households that come for the first time.
        First = "first",
    }
}

stable_words! {
    /// How far a booked visit has come.
    pub enum BookingState {
        Booked = "booked",
        Cancelled = "cancelled",
        /// Is here and has a number.
        Arrived = "arrived",
        /// Its number stands on the screen.
        Called = "called",
        Served = "served",
        /// Did not come.
        Missed = "missed",
    }
}

stable_words! {
    /// Who booked.
    pub enum BookedBy {
        Desk = "desk",
        Mentor = "mentor",
        Household = "household",
        /// Came without a booking, on the day, while there was room.
        WalkIn = "walk_in",
    }
}

stable_words! {
    /// How a letter goes.
    pub enum SendBy {
        Mail = "mail",
        /// A person copies the text into a messenger.
        Messenger = "messenger",
    }
}

stable_words! {
    /// What became of a letter.
    pub enum LetterState {
        Waiting = "waiting",
        /// Taken by whoever sends it now; nobody else sends it.
        Sending = "sending",
        Sent = "sent",
        /// Tried often enough; the row says what went wrong.
        Failed = "failed",
        /// No longer of use: cancelled, or the household took back its consent.
        Dropped = "dropped",
    }
}

stable_words! {
    /// What a letter is about.
    pub enum LetterKind {
        Booked = "booked",
        Moved = "moved",
        Cancelled = "cancelled",
        Reminder = "reminder",
        /// To a donor, for a gift.
        Thanks = "thanks",
    }
}

impl SessionState {
    /// Whether people may still be booked and come.
    pub fn is_running(self) -> bool {
        self != SessionState::Closed
    }
}

impl BookingState {
    /// Whether somebody with this booking takes a place of its slot.
    pub fn takes_a_place(self) -> bool {
        !matches!(self, BookingState::Cancelled | BookingState::Missed)
    }

    /// Whether the visit is still to come or going on.
    pub fn is_ahead(self) -> bool {
        matches!(self, BookingState::Booked | BookingState::Arrived | BookingState::Called)
    }
}

/// Whose turn it is, the smallest first: whoever booked and is here, by the time of the booking, then whoever came without one,
/// by arrival. The slot that somebody without a booking was put in only counts places: it gives no turn before those who booked.
pub fn turn(
    by: BookedBy,
    starts_at: Timestamp,
    arrived_at: Option<Timestamp>,
    number: Option<i32>,
) -> (bool, Option<Timestamp>, Option<Timestamp>, Option<i32>) {
    let walk_in = by == BookedBy::WalkIn;
    (walk_in, (!walk_in).then_some(starts_at), arrived_at, number)
}

/// What is known of a household when it asks for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asking {
    pub may_collect: bool,
    /// Nothing is known of its people: a card alone.
    pub unknown: bool,
    pub has_baby: bool,
    pub was_here: bool,
    /// Has a booking on that day which was not cancelled.
    pub booked: bool,
}

/// What is known of the time that it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub running: bool,
    /// Has not begun yet.
    pub ahead: bool,
    pub audience: Audience,
    pub capacity: i64,
    pub taken: i64,
}

/// Why a time cannot be booked, the reason that counts most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBookable {
    Blocked,
    Over,
    Twice,
    ForBabies,
    ForFirst,
    Full,
}

impl Audience {
    /// Whether a slot is offered to somebody. Only what the house knows anyway is asked: a baby among the people, an
    /// earlier visit. Of whom nothing is known may say so by choosing the slot.
    pub fn refuses(self, asking: &Asking) -> Option<NotBookable> {
        match self {
            Audience::Babies if !asking.has_baby && !asking.unknown => Some(NotBookable::ForBabies),
            Audience::First if asking.was_here => Some(NotBookable::ForFirst),
            _ => None,
        }
    }
}

/// Whether a household may have a time.
///
/// # Errors
/// The reason that counts most.
pub fn bookable(asking: &Asking, asked: &Asked) -> Result<(), NotBookable> {
    if !asking.may_collect {
        return Err(NotBookable::Blocked);
    }
    if !asked.running || !asked.ahead {
        return Err(NotBookable::Over);
    }
    if asking.booked {
        return Err(NotBookable::Twice);
    }
    if let Some(refused) = asked.audience.refuses(asking) {
        return Err(refused);
    }
    if asked.taken >= asked.capacity { Err(NotBookable::Full) } else { Ok(()) }
}

/// The times of a day: from its beginning to its end in pieces of `minutes`, none over a pause or what is taken already.
/// A piece that does not fit before the end, or before the next pause, is left out.
///
/// ```
/// use gabentisch::domain::session::cut;
/// use jiff::civil::time;
/// let at = |hour| time(hour, 0, 0, 0);
/// let slots = cut(at(10), at(13), 30, &[(at(11), at(12))]);
/// assert_eq!(slots.len(), 4);
/// assert_eq!(slots[2].0, at(12));
/// ```
pub fn cut(from: Time, to: Time, minutes: u16, pauses: &[(Time, Time)]) -> Vec<(Time, Time)> {
    let mut slots = Vec::new();
    let mut at = from;
    if minutes == 0 {
        return slots;
    }
    // `checked_add` ends the loop at midnight.
    while let Ok(end) = at.checked_add(SignedDuration::from_mins(minutes.into())) {
        if end > to || end <= at {
            break;
        }
        match pauses.iter().filter(|(begin, over)| *begin < end && at < *over).map(|(_, over)| *over).max() {
            Some(over) if over > at => at = over,
            _ => {
                slots.push((at, end));
                at = end;
            }
        }
    }
    slots
}

/// How a day went. Written once, when it is closed, and shown like that ever after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Households, all audiences together.
    pub all: Counted,
    /// The same for each audience that the day had, by its word.
    pub by_audience: BTreeMap<String, Counted>,
    /// Persons of the households that were served.
    pub people: i64,
    /// Pieces that went out to them on the day, by the code of their group.
    pub pieces: BTreeMap<String, i64>,
    /// Seconds from arrival to being called or served: the middle one, and the one that nine of ten stayed within.
    pub wait_median: Option<i64>,
    pub wait_p90: Option<i64>,
}

/// Households of a day or of one audience.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub places: i64,
    /// Had a booking at the end, whatever became of it; without walk-ins.
    pub booked: i64,
    pub arrived: i64,
    pub served: i64,
    pub missed: i64,
    pub walk_ins: i64,
}

/// The smallest value that at least this share of all stays within (nearest rank); `None` of none.
///
/// ```
/// use gabentisch::domain::session::rank;
/// assert_eq!(rank(&mut [30, 10, 20], 50), Some(20));
/// assert_eq!(rank(&mut [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90), Some(9));
/// assert_eq!(rank(&mut [], 50), None);
/// ```
pub fn rank(values: &mut [i64], percent: usize) -> Option<i64> {
    values.sort_unstable();
    let place = (values.len() * percent).div_ceil(100);
    values.get(place.max(1) - 1).copied()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use proptest::prelude::*;

    use super::*;

    const CARD_ALONE: Asking =
        Asking { may_collect: true, unknown: true, has_baby: false, was_here: false, booked: false };
    const FREE: Asked = Asked { running: true, ahead: true, audience: Audience::Everybody, capacity: 1, taken: 0 };

    #[test]
    fn a_card_alone_gets_every_audience() {
        for audience in Audience::ALL {
            assert_eq!(bookable(&CARD_ALONE, &Asked { audience: *audience, ..FREE }), Ok(()), "{audience}");
        }
    }

    #[test]
    fn who_booked_and_is_here_is_called_before_who_came_without_a_booking() {
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let mut waiting = [
            ("walked in first", turn(BookedBy::WalkIn, at(100), Some(at(50)), Some(1))),
            ("walked in second", turn(BookedBy::WalkIn, at(90), Some(at(60)), Some(2))),
            ("booked late", turn(BookedBy::Household, at(300), Some(at(70)), Some(3))),
            ("booked early", turn(BookedBy::Mentor, at(200), Some(at(80)), Some(4))),
        ];
        waiting.sort_by_key(|(_, turn)| *turn);
        assert_eq!(waiting.map(|(who, _)| who), ["booked early", "booked late", "walked in first", "walked in second"]);
    }

    #[test]
    fn the_reason_that_counts_most_is_said() {
        let blocked = Asking { may_collect: false, ..CARD_ALONE };
        let full = Asked { taken: 1, ..FREE };
        assert_eq!(bookable(&blocked, &full), Err(NotBookable::Blocked));
        assert_eq!(bookable(&CARD_ALONE, &full), Err(NotBookable::Full));
        assert_eq!(bookable(&CARD_ALONE, &Asked { ahead: false, ..full }), Err(NotBookable::Over));
        assert_eq!(bookable(&CARD_ALONE, &Asked { running: false, ..FREE }), Err(NotBookable::Over));
        assert_eq!(bookable(&Asking { booked: true, ..CARD_ALONE }, &full), Err(NotBookable::Twice));
        let known = Asking { unknown: false, was_here: true, ..CARD_ALONE };
        let of = |audience| bookable(&known, &Asked { audience, ..FREE });
        assert_eq!(of(Audience::Babies), Err(NotBookable::ForBabies));
        assert_eq!(of(Audience::First), Err(NotBookable::ForFirst));
        assert_eq!(of(Audience::Women), Ok(()), "nobody is asked");
        let baby = Asking { has_baby: true, ..known };
        assert_eq!(bookable(&baby, &Asked { audience: Audience::Babies, ..FREE }), Ok(()));
    }

    proptest! {
        /// Slots never overlap each other or a pause, and stay within the day.
        #[test]
        fn slots_fit(from in 0i8..24, to in 0i8..24, minutes in 0u16..200, pause in 0i8..24, over in 0i8..24) {
            let at = |hour| time(hour, 0, 0, 0);
            let slots = cut(at(from), at(to), minutes, &[(at(pause), at(over))]);
            for pair in slots.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0);
            }
            for (begin, end) in &slots {
                prop_assert!(at(from) <= *begin && begin < end && *end <= at(to));
                prop_assert!(pause >= over || *end <= at(pause) || at(over) <= *begin);
            }
        }
    }
}
