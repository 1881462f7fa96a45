//! Days of handing out (Ausgabetage): their slots, who is booked, and the letters that remind them.

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
        Sent = "sent",
        /// Tried often enough; the row says what went wrong.
        Failed = "failed",
        /// No longer of use: cancelled, or the household took back its consent.
        Dropped = "dropped",
    }
}
