//! The scan desk: one event and the facts around it give the entries to write and exactly one verdict to show.
//!
//! A pure function, [`decide`], without clock, database or language. The states are those of the desk's study: ready, a
//! tray of items that wait for a card, a visit with a card, and a question that must be answered before anything else.
//! Enter never confirms; a yes is the command code, a key, or a button.

mod advice;
mod commands;
mod counting;
mod describe;
mod guard;
mod handout;
mod intake;
mod late;
mod line;
mod lookup;
mod place;
mod questions;
mod returns;
#[cfg(test)]
mod tests;
mod undo;
mod verdict;
mod voucher;
mod wake;

use std::num::NonZeroU16;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::catalogue::{Catalogue, Cut, ProductCode};
use super::donation::DonationState;
use super::household::HouseholdState;
use super::ids::*;
use super::item::{Condition, Disposal, MovementKind};
use super::ledger::Standing;
use super::needs::NeedLine;
use super::rights::Role;
use crate::codes::{Code, Command, Kind, Unreadable};
use crate::texts::{Message, Words, say};

pub use advice::{Advice, Offer, Stock, Waiting};
pub use commands::mode_name;
pub use counting::{Count, CountChange, LastSeen};
pub use describe::Describes;
pub use guard::{PointRules, Purse, Record, Renewing, Rules, VISITS_DAYS, again_on};
pub use intake::becomes;
pub use late::{Late, Moments, decide_late, given_to, unbooked, undone_for_nothing};
pub use line::LastLine;
pub use lookup::state_name;
pub use place::OpenPlace;
pub use questions::{Asked, Question};
pub use undo::{Undoable, UndoableEntry, reversal, reversals};
pub use verdict::{Outcome, Tone, Verdict, VerdictLine};
pub use voucher::{Lies, Voucher, VoucherPiece, VoucherState};

stable_words! {
    /// What the desk is doing. Shown huge, kept for each terminal, never global.
    pub enum Mode {
        Intake = "intake",
        Handout = "handout",
        Return = "return",
        Move = "move",
        Stocktake = "stocktake",
        Lookup = "lookup",
    }
}

/// A visit without a scan ends by itself after this time.
pub const VISIT_PAUSE: SignedDuration = SignedDuration::from_secs(120);
/// Items without a card wait this long, and at most [`TRAY_SIZE`] of them.
pub const TRAY_PAUSE: SignedDuration = SignedDuration::from_secs(60);
pub const TRAY_SIZE: usize = 20;
/// A question without an answer counts as no.
pub const QUESTION_PAUSE: SignedDuration = SignedDuration::from_secs(30);
/// A chosen place is forgotten when nothing was scanned for this time: whoever comes next says where they stand.
pub const PLACE_PAUSE: SignedDuration = SignedDuration::from_mins(15);
/// How long a number or a yes may still belong to what was booked last, and a blank label waits to be described.
pub const LINE_PAUSE: SignedDuration = SignedDuration::from_secs(60);
/// How long a booking can be taken back with one scan.
pub const UNDO_SPAN: SignedDuration = SignedDuration::from_mins(15);
/// The same code within this time is the same pull of the trigger.
pub const TRIGGER_PAUSE: SignedDuration = SignedDuration::from_millis(1500);
/// An event that comes later than this after it happened was recorded while the terminal was cut off.
pub const LATE: SignedDuration = SignedDuration::from_mins(5);
/// No terminal is cut off for longer: an event that says so comes from a clock that is wrong.
pub const LONGEST_CUT_OFF: SignedDuration = SignedDuration::from_hours(31 * 24);
/// A clock may be ahead of the server's by this much.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);
/// Pieces of one scan: more is a mistyped number.
pub const MOST_PIECES: i64 = 999;

/// One scan, already parsed; what it says may still be wrong.
#[derive(Clone, Debug)]
pub struct Scan {
    pub event_id: EventId,
    pub terminal_id: TerminalId,
    pub occurred_at: Timestamp,
    pub received_at: Timestamp,
    pub mode: Mode,
    pub code: Result<Code, Unreadable>,
    /// As it was scanned, for the sentence that says what was not understood.
    pub raw: String,
    pub visit: Option<VisitId>,
    pub quantity: i64,
    pub fields: Fields,
    /// What the terminal said at once because the server was out of reach; `None` when it waited for the server.
    pub told: Option<Outcome>,
    /// One of a list that was ticked before it was sent: nobody can be asked between two of its lines.
    pub of_list: bool,
}

impl Scan {
    /// Whether the terminal was cut off when this happened: then the goods are gone, whatever the database says.
    pub fn is_late(&self) -> bool {
        self.told.is_some() || self.received_at.duration_since(self.moment()) > LATE
    }

    /// When it happened, as far as days and bookings go: by the terminal's clock, or, when that was never set or runs
    /// ahead, when the server heard of it. Pauses between two scans of one terminal are measured by its own clock all the
    /// same.
    pub fn moment(&self) -> Timestamp {
        let age = self.received_at.duration_since(self.occurred_at);
        if age > LONGEST_CUT_OFF || -age > AHEAD { self.received_at } else { self.occurred_at }
    }

    /// Whether somebody stands at the desk and can be asked, or was asked while the terminal was cut off.
    pub fn can_be_asked(&self) -> bool {
        !self.of_list && (!self.is_late() || self.told == Some(Outcome::Question))
    }
}

/// What a piece is, as far as the scan (or a scan before it) says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<ProductCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<Cut>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub donation: Option<DonationId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationId>,
    /// How it left the house, in the entry that says so. Entries without it read and hash as they always did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposal: Option<Disposal>,
}

/// What a terminal's desk remembers between two scans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Desk {
    pub mode: Option<Mode>,
    pub volunteer: Option<UserId>,
    pub visit: Option<OpenVisit>,
    pub tray: Vec<TrayItem>,
    pub question: Option<Question>,
    /// The last code and when it came.
    pub last: Option<(Code, Timestamp)>,
    pub last_at: Option<Timestamp>,
    /// What the last intake said: it sticks, so that a run of equal pieces is one scan each.
    pub intake: Fields,
    /// Where pieces are moved to, or which place is counted.
    pub place: Option<OpenPlace>,
    /// What was booked last, as long as a number may still belong to it.
    pub line: Option<LastLine>,
    /// The piece that was taken in last, when a household waits for exactly this.
    pub offer: Option<Offer>,
    /// The label that waits for somebody to say what it is on.
    pub describes: Option<Describes>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenVisit {
    pub id: VisitId,
    pub household: HouseholdId,
    pub card: Code,
    /// Pieces handed out in it so far.
    pub pieces: i32,
    /// Whether the card is a voucher: then only its pieces are given out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub voucher: bool,
}

/// An item that was scanned before the card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrayItem {
    pub event_id: EventId,
    pub code: Code,
    pub item: ItemId,
    pub at: Timestamp,
    /// Pieces of a lot.
    #[serde(default = "one_piece")]
    pub quantity: i32,
}

fn one_piece() -> i32 {
    1
}

/// What the database knows about the scanned code. One at a time: a box would save nothing.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)]
pub enum Subject {
    /// No label with this code was ever printed here.
    Unknown,
    Blank,
    /// The label was replaced or taken out of use.
    Void,
    Item(Item),
    Household(Household),
    Badge {
        user: UserId,
        name: String,
        role: Role,
        active: bool,
    },
    Donation {
        id: DonationId,
        donor: String,
        state: DonationState,
    },
    Donor {
        name: String,
    },
    Location {
        id: LocationId,
        name: String,
    },
    Product(ProductCode),
    Command(Option<Command>),
}

/// An item, with all that the rules ask about it.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: ItemId,
    pub code: Option<Code>,
    pub product: ProductCode,
    pub words: Words,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub condition: Condition,
    pub donation: Option<DonationId>,
    pub standing: Standing,
    /// The visit of its last handout and the day of it.
    pub last_visit: Option<VisitId>,
    pub handed_out_on: Option<jiff::civil::Date>,
    pub location: Option<String>,
    /// The piece of this lot that was handed out last and is still out.
    pub piece_out: Option<Box<Item>>,
}

impl Item {
    /// “Winterjacke Gr. 104”.
    pub fn name(&self) -> Message {
        match &self.size {
            Some(size) => say::item_with_size(&self.words, size),
            None => say::item_without_size(&self.words),
        }
    }

    pub(crate) fn fields(&self) -> Fields {
        Fields {
            product: Some(self.product.clone()),
            cut: self.cut,
            size: self.size.clone(),
            condition: Some(self.condition),
            donation: self.donation,
            location: None,
            disposal: None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Household {
    pub id: HouseholdId,
    pub state: HouseholdState,
    pub people: i32,
    pub card: Code,
    pub last_visit_on: Option<jiff::civil::Date>,
    /// Pieces that lie ready for it.
    pub ready: i64,
    pub needs: Vec<NeedLine>,
}

/// All that [`decide`] needs to know, loaded before.
#[derive(Clone)]
pub struct Facts<'a> {
    pub catalogue: &'a Catalogue,
    pub subject: Subject,
    /// The household of the visit that the scan belongs to, or that the card opens.
    pub visitor: Option<Household>,
    /// A visit that the scan names and the database knows.
    pub named_visit: Option<OpenVisit>,
    /// Whether whoever scans may answer what is asked of a lead.
    pub lead: bool,
    /// The items on the tray, in the tray's order; for a card and for a number.
    pub tray: Vec<Item>,
    /// The item of the open question; for a yes, else the one that was offered to lay aside.
    pub questioned: Option<Item>,
    /// What the terminal booked last; for an undo and for a number.
    pub undoable: Option<Undoable>,
    /// What stands behind the label that waits to be described; for a product's sheet.
    pub described: Option<Subject>,
    /// The state of the donation that the piece would belong to.
    pub donation: Option<DonationState>,
    /// The open stocktake of the place that is counted.
    pub count: Option<Count>,
    /// Where a piece that comes in belongs, and who needs it.
    pub advice: Advice,
    pub rules: Rules,
    /// The voucher that was scanned, else the one that opened the visit.
    pub voucher: Option<Voucher>,
    /// The household's last weeks, as far as the rules ask.
    pub record: Record,
}

impl<'a> Facts<'a> {
    /// Nothing is known but what was scanned.
    pub fn of(catalogue: &'a Catalogue, subject: Subject) -> Facts<'a> {
        Facts {
            catalogue,
            subject,
            visitor: None,
            named_visit: None,
            lead: false,
            tray: Vec::new(),
            questioned: None,
            undoable: None,
            described: None,
            donation: None,
            count: None,
            advice: Advice::default(),
            rules: Rules::default(),
            voucher: None,
            record: Record::default(),
        }
    }

    /// The needs list of the visit's household; empty when the scan belongs to another one.
    fn needs_of(&self, visit: &OpenVisit) -> Vec<NeedLine> {
        let visitor = self.visitor.as_ref().filter(|visitor| visitor.id == visit.household);
        visitor.map(|visitor| visitor.needs.clone()).unwrap_or_default()
    }
}

/// One entry to append to the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub event_id: EventId,
    pub target: Target,
    pub kind: MovementKind,
    pub after: Standing,
    pub visit: Option<VisitId>,
    pub reverses: Option<MovementId>,
    /// What the piece is from now on, when the entry says so.
    pub details: Option<Fields>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Item(ItemId),
    /// A new item under this label.
    New {
        item: ItemId,
        label: Code,
    },
    /// A piece taken from a lot; it has no label of its own.
    PieceOf {
        item: ItemId,
        lot: ItemId,
    },
}

/// What is to be written besides the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisitChange {
    Open(OpenVisit),
    Close(VisitId),
}

/// The answer to one scan: entries, changes of visits, the desk's new memory, and the verdict.
#[derive(Clone, Debug)]
pub struct Decision {
    pub drafts: Vec<Draft>,
    pub visits: Vec<VisitChange>,
    pub count: Option<CountChange>,
    pub desk: Desk,
    pub verdict: Verdict,
}

impl Decision {
    pub(crate) fn only(desk: Desk, verdict: Verdict) -> Decision {
        Decision { drafts: Vec::new(), visits: Vec::new(), count: None, desk, verdict }
    }
}

/// Decides one scan.
///
/// Every scan gets exactly one verdict. Nothing is booked unless the verdict's outcome is [`Outcome::Applied`] (or a
/// [`Outcome::Conflict`] that keeps what happened).
pub fn decide(scan: &Scan, desk: &Desk, facts: &Facts<'_>) -> Decision {
    let (mut desk, mut visits) = woken(scan, desk);
    let mut decision = decide_awake(scan, &mut desk, facts);
    visits.append(&mut decision.visits);
    decision.visits = visits;
    decision.desk.last_at = Some(scan.occurred_at);
    if let Ok(code) = scan.code {
        decision.desk.last = Some((code, scan.occurred_at));
    }
    decision
}

/// The desk as it is when this scan comes: what timed out since the last one is gone.
fn woken(scan: &Scan, desk: &Desk) -> (Desk, Vec<VisitChange>) {
    let awake = desk.awake(scan.mode, scan.occurred_at, scan.visit.is_some());
    let ended = desk.visit.iter().filter(|_| awake.visit.is_none());
    let visits = ended.map(|visit| VisitChange::Close(visit.id)).collect();
    (awake, visits)
}

/// Whether the scanner read the same code twice for one pull of its trigger.
fn is_same_pull(scan: &Scan, desk: &Desk) -> bool {
    desk.last
        .is_some_and(|(last, at)| Ok(last) == scan.code && scan.occurred_at.duration_since(at).abs() <= TRIGGER_PAUSE)
}

fn decide_awake(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    desk.let_go(scan, &facts.subject);
    if !(1..=MOST_PIECES).contains(&scan.quantity) {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_bad_quantity(scan.quantity, MOST_PIECES)));
    }
    let code = match &scan.code {
        Ok(code) => *code,
        Err(Unreadable::Damaged) => {
            return questions::not_read(scan, desk, Verdict::unknown(say::verdict_not_read(), None));
        }
        Err(Unreadable::Foreign) => {
            let shown: String = scan.raw.chars().filter(|c| !c.is_control()).take(24).collect();
            return questions::not_read(scan, desk, Verdict::unknown(say::verdict_foreign(shown), None));
        }
    };
    // A list was ticked on a page of its own: whatever the desk had asked before it was answered by going there.
    if scan.of_list {
        desk.question = None;
    }
    match &facts.subject {
        Subject::Command(Some(command)) => return commands::decide(scan, desk, facts, *command),
        Subject::Badge { role, active, .. } if desk.question.is_some() => {
            return questions::badge(scan, desk, facts, *role, *active);
        }
        _ if desk.question.is_some() => return questions::answer_first(scan, desk),
        Subject::Badge { user, name, role, active } => {
            return commands::sign_on(scan, desk, *user, name, *role, *active);
        }
        Subject::Unknown | Subject::Command(None) => {
            return Decision::only(
                desk.clone(),
                Verdict::unknown(say::verdict_unknown(code.printed()), Some(say::verdict_put_aside())),
            );
        }
        // What lies on a shelf is counted, whatever its label says.
        Subject::Void if code.kind() != Kind::HouseholdCard && scan.mode != Mode::Stocktake => {
            return Decision::only(
                desk.clone(),
                Verdict::refused(say::verdict_label_void(code.printed())).with_detail(say::verdict_put_aside()),
            );
        }
        _ => {}
    }
    match scan.mode {
        Mode::Handout => handout::decide(scan, desk, facts, code),
        Mode::Intake => intake::decide(scan, desk, facts, code),
        Mode::Return => returns::decide(scan, desk, facts),
        Mode::Lookup => lookup::decide(desk, facts, code),
        Mode::Move => place::relocate(scan, desk, facts),
        Mode::Stocktake => counting::decide(scan, desk, facts, code),
    }
}
