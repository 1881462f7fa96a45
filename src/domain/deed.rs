//! What somebody did on a page, and what it takes to take that back.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::catalogue::{Cut, GroupCode, ProductCode};
use super::donation::{Came, DonationState, DonorKind, Origin, Source, ThanksBy};
use super::household::HouseholdState;
use super::ids::*;
use super::item::Condition;
use super::needs::NeedState;
use super::receipt::FormId;
use super::rights::Role;
use super::treasury::Basis;
use crate::codes::Code;
use crate::texts::Lang;

stable_words! {
    /// How far one item of a deed that is done to many has come.
    pub enum PartState {
        Waiting = "waiting",
        Done = "done",
        /// It stays as it was; the part says why.
        Refused = "refused",
        /// Done and taken back.
        Undone = "undone",
    }
}

/// How a deed is taken back. Whoever changed the thing since has changed it to something that must stay; a `version` shows
/// that, which is the one that the deed left behind. Each variant without one says what shows it instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Undoing {
    /// Entries of the ledger, by their events; each must still be its item's last.
    Entries {
        events: Vec<EventId>,
    },
    /// Whatever was done to the parts of the deed; each part's entry must still be its item's last.
    Parts {
        change: Change,
    },
    /// A new label on an item, which must still carry it.
    Label {
        item: ItemId,
        old: Code,
        new: Code,
    },
    Donation {
        id: DonationId,
        version: i32,
        state: DonationState,
        events: Vec<EventId>,
        /// The day that it had, where that moved on with the state.
        #[serde(default)]
        day: Option<Date>,
    },
    /// Another receiver of a gift, and the state that went with it.
    Receiver {
        id: DonationId,
        version: i32,
        issuer: Option<IssuerId>,
        state: DonationState,
    },
    /// A council's decision: the list, its gifts with the version that this left and the state before, and the entries that
    /// took their pieces out of custody.
    CouncilDecided {
        id: CouncilListId,
        version: i32,
        donations: Vec<(DonationId, i32, DonationState)>,
        events: Vec<EventId>,
    },
    Donor {
        id: DonorId,
        version: i32,
        before: DonorImage,
    },
    Issuer {
        id: IssuerId,
        version: i32,
        before: IssuerImage,
    },
    Household {
        id: HouseholdId,
        version: i32,
        state: HouseholdState,
        area: String,
        lang: String,
        note: String,
    },
    /// Signed off: the lines that were withdrawn with it, each with the version that this left and the state before, and
    /// the mentors' links that ended in the same moment.
    HouseholdLeft {
        id: HouseholdId,
        version: i32,
        state: HouseholdState,
        needs: Vec<(NeedId, i32, NeedState)>,
        #[serde(default)]
        mentors: Vec<LinkImage>,
    },
    Card {
        id: HouseholdId,
        version: i32,
        old: Option<Code>,
        new: Code,
    },
    Member {
        version: i32,
        before: MemberImage,
    },
    MemberAdded {
        id: MemberId,
        version: i32,
    },
    /// With the lines that were withdrawn, and those that were for the person. Nobody can have changed who is not there;
    /// lines that pieces were handed out for since stay as they are.
    MemberRemoved {
        before: MemberImage,
        needs: Vec<(NeedId, NeedState)>,
    },
    NeedWithdrawn {
        id: NeedId,
        version: i32,
        state: NeedState,
    },
    /// Fresh lines have version 1; one with another version stays.
    NeedsAdded {
        ids: Vec<NeedId>,
    },
    /// An agreement that was written down by mistake; nothing may stand on the list because of it.
    ConsentGiven {
        id: ConsentId,
    },
    /// Taken back, with the lines that were withdrawn with it: the version that this left, and the state before.
    ConsentRevoked {
        id: ConsentId,
        needs: Vec<(NeedId, i32, NeedState)>,
    },
    MentorLinked {
        household: HouseholdId,
        user: UserId,
        from: Timestamp,
        to: Option<Timestamp>,
        may_collect: bool,
    },
    /// Until when it counted and whether the mentor may collect, before and after.
    MentorChanged {
        household: HouseholdId,
        user: UserId,
        from: Timestamp,
        before: (Option<Timestamp>, bool),
        after: (Option<Timestamp>, bool),
    },
    /// The links that ended in this moment, as they were.
    MentorEnded {
        household: HouseholdId,
        user: UserId,
        ended: Timestamp,
        links: Vec<(Timestamp, Option<Timestamp>, bool)>,
    },
    /// Somebody who may collect, or a voucher; it must not be used yet.
    ProxyMade {
        id: ProxyId,
        version: i32,
    },
    ProxyEnded {
        id: ProxyId,
        version: i32,
    },
    ProofSeen {
        id: ProofId,
    },
    NeedUrgent {
        id: NeedId,
        version: i32,
        reason: String,
        until: Option<Date>,
    },
    /// A met line that is needed again (`new`) or is not; `due` is when that was asked.
    NeedRenewed {
        old: NeedId,
        due: Timestamp,
        new: Option<NeedId>,
    },
    /// A child's next size, with the lines that moved to it: version left, size before.
    MemberGrown {
        version: i32,
        before: MemberImage,
        needs: Vec<(NeedId, i32, Option<String>)>,
    },
    Place {
        id: LocationId,
        version: i32,
        name: String,
    },
    User {
        id: UserId,
        version: i32,
        display_name: String,
        role: Role,
        active: bool,
        /// The language before and after, when the deed chose one.
        lang: Option<(Lang, Lang)>,
    },
    /// A piece was fetched from its shelf; the entry that brought it to the shelf for what is laid aside, if there is one.
    Picked {
        item: ItemId,
        event: Option<EventId>,
    },
    /// A piece was not found, and somebody was asked to count.
    NotFound {
        event: EventId,
        check: Option<ShelfCheckId>,
    },
    /// Another piece instead of one that was not found.
    NextPiece {
        event: EventId,
    },
    /// Something about a gift: its record, what it is worth, the papers that rests on.
    Gift {
        gift: Box<GiftUndoing>,
    },
    /// A terminal has no version; the deed must be the last one about it.
    Terminal {
        id: TerminalId,
        /// As it was before.
        active: bool,
    },
}

/// What is done to many items at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    Move {
        to: LocationId,
    },
    Condition {
        to: super::item::Condition,
    },
    Step {
        step: super::item::ItemStep,
        /// How what is discarded leaves the house.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disposal: Option<super::item::Disposal>,
    },
}

/// A mentor's link as it was: who, from when until when, and whether the mentor may collect.
pub type LinkImage = (UserId, Timestamp, Option<Timestamp>, bool);

/// A donor as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DonorImage {
    pub kind: DonorKind,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub email: String,
    pub note: String,
    #[serde(default)]
    pub country: String,
    #[serde(default)]
    pub contact: String,
    #[serde(default)]
    pub lang: Option<String>,
    #[serde(default)]
    pub thanks: Option<ThanksBy>,
    #[serde(default)]
    pub gives_every_months: Option<i32>,
}

/// How something about a gift is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "gift", rename_all = "snake_case")]
pub enum GiftUndoing {
    /// A donation's record; the version that the correction left.
    Donation {
        id: DonationId,
        version: i32,
        before: DonationImage,
    },
    /// Fresh lines have version 1; when one has another, none goes.
    LinesMade {
        ids: Vec<ValueLineId>,
    },
    /// Lines that were changed, each with the version that this left.
    Lines {
        before: Vec<LineImage>,
    },
    /// Scanned pieces that were put on a line that was there already, which had this version.
    PiecesPut {
        line: ValueLineId,
        version: i32,
        items: Vec<ItemId>,
    },
    /// A line that was taken away, with its pieces and papers.
    LineRemoved {
        before: LineImage,
        items: Vec<ItemId>,
        evidence: Vec<EvidenceId>,
    },
    EvidenceAdded {
        ids: Vec<EvidenceId>,
    },
    EvidenceRemoved {
        id: EvidenceId,
    },
}

/// A donation's record as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DonationImage {
    pub donor: DonorId,
    /// `None`: it was left as it was.
    #[serde(default)]
    pub state: Option<DonationState>,
    pub received_on: Date,
    pub origin: Origin,
    pub description: String,
    pub pieces_announced: Option<i32>,
    pub receipt_wanted: bool,
    pub issuer: Option<IssuerId>,
    pub source: Source,
    pub came: Came,
    pub bags: Option<i32>,
    pub weight_g: Option<i64>,
    pub paid_cents: Option<i64>,
}

/// A line of value as it was; `version` is the one that it had then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineImage {
    pub id: ValueLineId,
    pub donation: DonationId,
    pub position: i32,
    pub description: String,
    pub product: Option<ProductCode>,
    #[serde(default)]
    pub group: Option<GroupCode>,
    pub quantity: i32,
    pub identical: bool,
    pub age: String,
    pub condition: Option<Condition>,
    pub new_price_cents: Option<i64>,
    pub bought_on: Option<super::PartialDay>,
    pub basis: Basis,
    pub net_cents: Option<i64>,
    pub vat_rate_bp: Option<i32>,
    pub vat_cents: Option<i64>,
    pub value_cents: Option<i64>,
    pub source: String,
    pub version: i32,
}

/// An issuer as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuerImage {
    pub form: FormId,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    /// As in its column.
    pub fields: String,
    pub keep_years: i32,
    pub four_eyes_from_cents: Option<i64>,
    pub council_from_cents: Option<i64>,
    pub active: bool,
}

/// A person of a household as he or she was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberImage {
    pub id: MemberId,
    pub household: HouseholdId,
    pub nickname: String,
    pub age_band: String,
    pub birth_month: Option<String>,
    pub cut: Option<Cut>,
    pub sizes: String,
    pub version: i32,
    #[serde(default)]
    pub measured_on: Option<Date>,
    #[serde(default)]
    pub clothes_guessed: bool,
}
