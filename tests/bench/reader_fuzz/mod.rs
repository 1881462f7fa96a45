//! Hostile pictures for the reader of photos: each is drawn, written to a file, opened, and looked at with a budget.
//!
//! What must hold, whatever the picture: no panic gets out, no text that was not drawn comes back, no look takes longer
//! than its budget and a tenth. A case is made again from its seed and its number alone.

mod cases;
mod codes;
mod files;
mod pictures;
mod watch;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use gabentisch::qr::read::open::{OpenError, open};
use gabentisch::qr::read::read_within;

pub use cases::{Case, Kind, case};

/// How large pictures get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Up to 300 pixels a side, for programs that are not optimised.
    Small,
    /// Up to 48 megapixels.
    Full,
}

/// What happened to one case.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The file was refused, which is right for broken ones.
    pub refused: bool,
    /// How many of the drawn codes were read.
    pub read: usize,
    /// Time of looking that the thread had a processor for, and on the clock.
    pub cpu: Duration,
    pub wall: Duration,
    /// Time of opening, on the clock.
    pub opening: Duration,
    /// What must not happen, and did.
    pub faults: Vec<String>,
}

/// Opens and reads one case. The look may take the budget, a tenth of it, and `grace`. It is the processor's time that
/// must stay within that: on the clock, other programs on the machine go into it, so that is only told.
pub fn run(case: &Case, grace: Duration) -> Outcome {
    let mut outcome = Outcome::default();
    let start = Instant::now();
    let opened = catch_unwind(AssertUnwindSafe(|| open(&case.file)));
    outcome.opening = start.elapsed();
    let picture = match opened {
        Ok(Ok(picture)) => picture,
        Ok(Err(error)) => {
            outcome.refused = true;
            if error == OpenError::Undecodable {
                outcome.faults.push("opening it panicked (and was held)".to_owned());
            }
            if case.whole && error != OpenError::TooLarge {
                outcome.faults.push(format!("a whole file was refused: {error}"));
            }
            return outcome;
        }
        Err(_) => {
            outcome.faults.push("opening it panicked".to_owned());
            return outcome;
        }
    };
    let (start, busy) = (Instant::now(), watch::busy());
    let looked = catch_unwind(AssertUnwindSafe(|| read_within(&picture, case.budget)));
    (outcome.wall, outcome.cpu) = (start.elapsed(), watch::busy() - busy);
    let Ok(reading) = looked else {
        outcome.faults.push("reading it panicked".to_owned());
        return outcome;
    };
    if reading.broken {
        outcome.faults.push("a defect ended the search (its panic was held)".to_owned());
    }
    for found in &reading.found {
        if case.truth.contains(&found.text) {
            outcome.read += 1;
        } else {
            outcome.faults.push(format!("says {:?}, which nobody drew", found.text));
        }
    }
    let limit = case.budget.mul_f64(1.1) + grace;
    if outcome.cpu > limit {
        outcome.faults.push(format!("busy for {:.1?} with a budget of {:.1?}", outcome.cpu, case.budget));
    }
    outcome
}
