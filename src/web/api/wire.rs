//! What goes over the wire: the shapes of requests and answers, known to server and terminal alike.

mod shown;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use crate::domain::desk::{Desk, Mode, Outcome, Tone};
pub use crate::domain::snapshot::Snapshot;
pub use shown::sticking;

/// One request of a scanner: one event or up to 1,000 replayed ones, in their order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ScanRequest {
    pub events: Vec<ScanEvent>,
    /// The person at whose desk they were scanned, when another one signed in at the same browser sends them. Takes the right
    /// to answer for others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk_of: Option<String>,
    /// The person whom a browser believes to be signed in. When it is another one by now, nothing is booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender: Option<String>,
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
    /// What the terminal said at once because it was cut off; left out when it waits for the server's verdict. Whatever
    /// the server then books otherwise becomes a question for a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "applied")]
    pub told: Option<Outcome>,
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
    /// Whether the yes must be a lead's badge.
    #[serde(default)]
    pub asks_lead: bool,
    /// Whether yes does something more (lay the piece aside for a household that waits); anything else goes on.
    #[serde(default)]
    pub offers: bool,
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
    /// The blank label, as printed, that waits for somebody to say what it is on.
    #[serde(default)]
    pub describes: Option<String>,
    /// The language of the volunteer who signed on.
    #[serde(default)]
    pub lang: Option<String>,
    /// The desk's whole memory, so that a terminal that is cut off goes on from here.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub memory: Desk,
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
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct TerminalStatus {
    pub id: String,
    pub name: String,
    pub next_seq: i64,
    pub desk: WireDesk,
    pub server_version: String,
    /// The server's clock, RFC 3339.
    #[serde(default)]
    pub now: String,
    /// Whether nothing of this terminal is booked until a coordinator has looked: it sent numbers that were used before,
    /// as one does that was restored from an old image, or a second one with the same identity.
    #[serde(default)]
    pub quarantined: bool,
    /// Scans of this terminal that contradict what others did and wait for a person.
    #[serde(default)]
    pub contradictions: i64,
}

/// A device that asks to become a terminal.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnrolmentRequest {
    /// What the device calls itself, such as its host name; the coordinator may name it otherwise.
    #[serde(default)]
    pub name: String,
}

/// What the device shows, and what it asks with.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnrolmentStarted {
    pub id: String,
    /// Six characters for the screen; a coordinator types them on the page.
    #[schema(example = "7F3-9MX")]
    pub code: String,
    /// Known to the device alone; sent as bearer token when it asks how things stand.
    pub secret: String,
    /// RFC 3339; after this the device asks anew.
    pub expires_at: String,
}

/// How a device's request stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EnrolmentStatus {
    /// waiting, approved, refused or expired.
    pub state: String,
    /// The terminal's token, when approved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A further scanner at an enrolled device: a desk of its own with a number on the screen.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct StationRequest {
    /// 2 to 8; the device itself is 1.
    pub number: i32,
}

/// The token of a further scanner's desk.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct StationToken {
    pub token: String,
    pub name: String,
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
