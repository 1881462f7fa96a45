//! What the desk says: one verdict for each scan, the same on every screen.

use serde::{Deserialize, Serialize};

use crate::codes::Code;
use crate::domain::ids::VisitId;
use crate::texts::{Message, say};

stable_words! {
    /// What became of the event.
    pub enum Outcome {
        /// Done: booked, or a visit, mode or badge change.
        Applied = "applied",
        /// Had its effect before; nothing more was booked.
        Duplicate = "duplicate",
        /// Nothing is booked until somebody answers, or scans what is missing.
        Question = "question",
        /// Not booked, for the reason in the headline.
        Refused = "refused",
        /// Contradicts what others did meanwhile; kept, and shown to a person.
        Conflict = "conflict",
        /// Not one of our codes, or not readable.
        Unknown = "unknown",
    }
}

stable_words! {
    /// How the verdict sounds and looks.
    pub enum Tone {
        Ok = "ok",
        Again = "again",
        Stop = "stop",
    }
}

/// What is shown and heard after one scan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub outcome: Outcome,
    pub tone: Tone,
    pub headline: Message,
    pub detail: Option<Message>,
    pub visit: Option<VisitId>,
    /// Pieces handed out in the visit so far.
    pub pieces: Option<i32>,
    /// Whether the desk now waits for yes or no.
    pub asks: bool,
    /// Whether the yes must be a lead's.
    #[serde(default)]
    pub asks_lead: bool,
    /// Whether yes does something more; any other scan goes on without it.
    #[serde(default)]
    pub offers: bool,
    /// What else this scan booked: the items of the tray when the card came.
    #[serde(default)]
    pub lines: Vec<VerdictLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VerdictLine {
    pub code: Code,
    pub outcome: Outcome,
    pub headline: Message,
}

impl Verdict {
    fn new(outcome: Outcome, tone: Tone, headline: Message) -> Verdict {
        Verdict {
            outcome,
            tone,
            headline,
            detail: None,
            visit: None,
            pieces: None,
            asks: false,
            asks_lead: false,
            offers: false,
            lines: Vec::new(),
        }
    }

    pub fn applied(headline: Message) -> Verdict {
        Verdict::new(Outcome::Applied, Tone::Ok, headline)
    }

    pub fn refused(headline: Message) -> Verdict {
        Verdict::new(Outcome::Refused, Tone::Stop, headline)
    }

    pub fn again(headline: Message) -> Verdict {
        Verdict::new(Outcome::Duplicate, Tone::Again, headline)
    }

    /// Something is missing before this can be booked; the next scan may bring it.
    pub fn waits(headline: Message) -> Verdict {
        Verdict::new(Outcome::Question, Tone::Again, headline)
    }

    /// A lead's yes, or a no, is needed before anything else.
    pub fn asks_lead(headline: Message) -> Verdict {
        Verdict { detail: Some(say::verdict_lead_yes_or_no()), ..Verdict::waits(headline).still_asking() }
    }

    /// The question stands on.
    pub fn still_asking(self) -> Verdict {
        Verdict { asks: true, asks_lead: true, ..self }
    }

    pub fn conflict(headline: Message) -> Verdict {
        Verdict::new(Outcome::Conflict, Tone::Again, headline)
    }

    pub fn unknown(headline: Message, detail: Option<Message>) -> Verdict {
        Verdict { detail, ..Verdict::new(Outcome::Unknown, Tone::Stop, headline) }
    }

    pub fn with_detail(mut self, detail: Message) -> Verdict {
        self.detail = Some(detail);
        self
    }

    pub fn in_visit(mut self, visit: VisitId, pieces: i32) -> Verdict {
        self.visit = Some(visit);
        self.pieces = Some(pieces);
        self
    }
}
