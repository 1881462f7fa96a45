//! The end of the time for one picture, asked everywhere, so that no picture takes much longer.

use std::time::{Duration, Instant};

/// A moment after which nothing new is begun.
#[derive(Clone, Copy, Debug)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// For those who have all the time in the world.
    #[cfg(test)]
    pub const NEVER: Self = Self(None);

    /// This long from now. A time that no clock can hold never ends.
    pub fn after(budget: Duration) -> Self {
        Self(Instant::now().checked_add(budget))
    }

    #[inline]
    pub fn is_over(self) -> bool {
        self.0.is_some_and(|end| Instant::now() >= end)
    }

    /// Whether this much time is left.
    pub fn leaves(self, time: Duration) -> bool {
        self.0.is_none_or(|end| end.saturating_duration_since(Instant::now()) > time)
    }
}
