//! What goes over the wire: the shapes of requests and answers, known to server and terminal alike.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use crate::domain::desk::{Mode, Outcome, Tone};

/// One request of a scanner: one event or up to 1,000 replayed ones, in their order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ScanRequest {
    pub events: Vec<ScanEvent>,
}

/// One scan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ScanEvent {
    /// A UUID of version 7, made where the scan happened. Sent twice, it has one effect.
    pub event_id: String,
    /// 1, 2, 3 … without a gap for each terminal. A signed-in browser may leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    /// By the terminal's clock, RFC 3339.
    pub occurred_at: String,
    /// The volunteer's badge code, or null.
    #[serde(default)]
    pub actor: Option<String>,
    #[schema(value_type = String, example = "handout")]
    pub mode: Mode,
    /// As the scanner sent it; a keyboard layout's damage is undone by the server too.
    #[schema(example = "A7F39MXT4E")]
    pub code: String,
    /// The visit that the scan belongs to; null for the one that is open at this terminal.
    #[serde(default)]
    pub visit: Option<String>,
    /// Pieces, 1 to 999.
    #[serde(default = "one")]
    pub quantity: i64,
    #[serde(default)]
    pub fields: ScanFields,
}

fn one() -> i64 {
    1
}

/// What the piece is, at intake. What is left out is taken from the scan before; an empty word means none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScanFields {
    /// Code of a product of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "winterjacke")]
    pub product: Option<String>,
    /// W, M, K, B or U.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "104")]
    pub size: Option<String>,
    /// new, good, worn or needs_care.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// The donation's code (S…).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub donation: Option<String>,
    /// The shelf's code (R…).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
}

/// One verdict for each event, in the same order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ScanResponse {
    pub verdicts: Vec<WireVerdict>,
    /// The sequence number that the next event must have.
    pub next_seq: i64,
    /// The desk after the last event.
    pub desk: WireDesk,
}

/// What to show and to sound for one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WireVerdict {
    pub event_id: String,
    pub seq: Option<i64>,
    /// applied, duplicate, question, refused, conflict or unknown.
    #[schema(value_type = String, example = "applied")]
    pub outcome: Outcome,
    /// ok, again or stop.
    #[schema(value_type = String, example = "ok")]
    pub tone: Tone,
    pub headline: String,
    pub detail: String,
    pub visit: Option<String>,
    /// Pieces handed out in the visit so far.
    pub pieces: Option<i32>,
    /// Whether yes or no must come before anything else.
    pub asks: bool,
    /// What else this scan booked: the pieces that lay ready when the card came.
    #[serde(default)]
    pub lines: Vec<WireLine>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WireLine {
    pub code: String,
    #[schema(value_type = String)]
    pub outcome: Outcome,
    pub headline: String,
}

/// What the desk remembers, as far as a screen shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WireDesk {
    pub mode: Option<String>,
    pub visit: Option<WireVisit>,
    /// Pieces that wait for a card.
    pub tray: usize,
    pub asks: bool,
    /// What sticks from the last intake.
    pub intake: Option<String>,
    /// The volunteer who signed on by badge.
    pub volunteer: Option<String>,
    /// Where pieces are moved to, or which place is counted.
    #[serde(default)]
    pub place: Option<String>,
}

/// The open visit, without any name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WireVisit {
    pub id: String,
    /// As printed on the card.
    pub card: String,
    pub people: i32,
    pub pieces: i32,
    pub needs: Vec<WireNeed>,
}

/// One line of the household's needs list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WireNeed {
    pub name: String,
    pub pictogram: String,
    pub cut: Option<String>,
    pub size: Option<String>,
    pub wanted: i32,
    pub got: i32,
}

/// An error of the API.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct WireError {
    /// A word for programs.
    pub error: String,
    /// A sentence for people.
    pub message: String,
}

/// Who the terminal is, and where its sequence stands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct TerminalStatus {
    pub id: String,
    pub name: String,
    pub next_seq: i64,
    pub desk: WireDesk,
    pub server_version: String,
}

/// A product as a search at the intake desk shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WireProduct {
    pub code: String,
    pub name: String,
    pub group: String,
    pub pictogram: String,
    pub cuts: Vec<String>,
    /// The size in the search text, when there was one.
    pub size: Option<String>,
}
