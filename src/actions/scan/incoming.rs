//! One event as it came in: what could not be understood is kept beside what could.

use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::domain::desk::{Mode, Outcome};
use crate::domain::{EventId, TerminalId, VisitId};

/// An event before anybody looked into it. Fields that did not parse are `Err`.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The event's id as it was sent.
    pub sent_id: String,
    pub id: Result<EventId, ()>,
    pub seq: Option<i64>,
    pub occurred_at: Result<Timestamp, ()>,
    /// The badge of the volunteer.
    pub actor: Option<String>,
    pub mode: Result<Mode, ()>,
    pub code: String,
    pub visit: Result<Option<VisitId>, ()>,
    pub quantity: i64,
    pub said: Said,
    /// What the terminal said at once while it was cut off.
    pub told: Option<Outcome>,
    /// One of a list that was ticked before, such as the codes of a photo.
    pub of_list: bool,
    broken: Option<&'static str>,
}

/// What the event says about the piece, word for word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub product: Option<String>,
    pub cut: Option<String>,
    pub size: Option<String>,
    pub condition: Option<String>,
    /// The donation's code.
    pub donation: Option<String>,
    /// The shelf's or box's code.
    pub location: Option<String>,
}

impl Incoming {
    /// A scan made on the server itself: at a page's desk.
    pub fn here(id: EventId, mode: Mode, code: String, at: Timestamp) -> Incoming {
        Incoming {
            sent_id: id.to_string(),
            id: Ok(id),
            seq: None,
            occurred_at: Ok(at),
            actor: None,
            mode: Ok(mode),
            code,
            visit: Ok(None),
            quantity: 1,
            said: Said::default(),
            told: None,
            of_list: false,
            broken: None,
        }
    }

    /// Reads whatever was sent. Never fails: what is missing or wrong is named by [`Incoming::broken`].
    pub fn from_json(sent: &Value) -> Incoming {
        let text = |name: &str| sent.get(name).and_then(Value::as_str).map(str::to_owned);
        let sent_id = match sent.get("event_id") {
            Some(Value::String(id)) => id.chars().take(64).collect(),
            Some(other) => other.to_string().chars().take(64).collect(),
            None => String::new(),
        };
        let mut broken = None;
        let mut blame = |field| {
            broken.get_or_insert(field);
        };
        let id = sent_id.parse().map_err(|_| blame("event_id"));
        let occurred_at = text("occurred_at").and_then(|at| moment(&at)).ok_or(()).map_err(|()| blame("occurred_at"));
        let mode = text("mode").and_then(|mode| mode.parse().ok()).ok_or(()).map_err(|()| blame("mode"));
        let code = text("code").unwrap_or_else(|| {
            blame("code");
            String::new()
        });
        let visit = match sent.get("visit") {
            None | Some(Value::Null) => Ok(None),
            Some(value) => value.as_str().and_then(|id| id.parse().ok()).map(Some).ok_or(()),
        }
        .map_err(|()| blame("visit"));
        let quantity = match sent.get("quantity") {
            None | Some(Value::Null) => 1,
            // A number too large or too odd for an i64 is no quantity; 0 is refused with the sentence for quantities.
            Some(value) => value.as_i64().unwrap_or_else(|| {
                if !value.is_number() {
                    blame("quantity");
                }
                0
            }),
        };
        let actor = match sent.get("actor") {
            None | Some(Value::Null) => None,
            Some(Value::String(badge)) => Some(badge.clone()),
            Some(_) => {
                blame("actor");
                None
            }
        };
        let said = match sent.get("fields") {
            None | Some(Value::Null) => Said::default(),
            Some(Value::Object(fields)) => {
                let mut said = |name: &str| match fields.get(name) {
                    None | Some(Value::Null) => None,
                    Some(Value::String(value)) => Some(value.clone()),
                    Some(Value::Number(value)) => Some(value.to_string()),
                    Some(_) => {
                        blame("fields");
                        None
                    }
                };
                Said {
                    product: said("product"),
                    cut: said("cut"),
                    size: said("size"),
                    condition: said("condition"),
                    donation: said("donation"),
                    location: said("location"),
                }
            }
            Some(_) => {
                blame("fields");
                Said::default()
            }
        };
        let told = match sent.get("told") {
            None | Some(Value::Null) => None,
            // No terminal tells of a contradiction: only the house finds one.
            Some(value) => value.as_str().and_then(told).or_else(|| {
                blame("told");
                None
            }),
        };
        let seq = sent.get("seq").and_then(Value::as_i64);
        Incoming {
            sent_id,
            id,
            seq,
            occurred_at,
            actor,
            mode,
            code,
            visit,
            quantity,
            said,
            told,
            of_list: false,
            broken,
        }
    }

    /// The first field that is missing or not understood.
    pub fn broken(&self) -> Option<&'static str> {
        self.broken
    }

    /// The event's id; for one that is no UUID, one that follows from what was sent, so that sending it again changes
    /// nothing either.
    pub fn id_on(&self, terminal: TerminalId) -> EventId {
        self.id.unwrap_or_else(|()| {
            let mut hasher = Sha256::new_with_prefix(terminal.0.as_bytes());
            hasher.update(self.seq.unwrap_or(-1).to_be_bytes());
            hasher.update(self.sent_id.as_bytes());
            let digest = hasher.finalize();
            EventId(uuid::Builder::from_custom_bytes(*digest.first_chunk().expect("32 bytes hold 16")).into_uuid())
        })
    }
}

fn told(word: &str) -> Option<Outcome> {
    word.parse().ok().filter(|outcome| *outcome != Outcome::Conflict)
}

/// A moment that both databases can keep. A clock that was never set says 1970, none says less.
fn moment(text: &str) -> Option<Timestamp> {
    text.parse().ok().filter(|at| *at >= Timestamp::UNIX_EPOCH)
}
