//! The inner names of things: UUIDs of version 7, one type for each kind, so that no item id is taken for a need's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.as_hyphenated(), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<$name, uuid::Error> {
                Uuid::from_str(text).map($name)
            }
        }
    )+};
}

ids! {
    ItemId,
    MovementId,
    /// Made by the client that scanned, so that the same event sent twice has one effect.
    EventId,
    TerminalId,
    UserId,
    DonorId,
    DonationId,
    HouseholdId,
    MemberId,
    NeedId,
    VisitId,
    LocationId,
    StocktakeId,
    /// A device that asks to become a terminal.
    EnrolmentId,
    /// Something done on a page that can be taken back.
    DeedId,
    NoteId,
    /// An agreement that somebody gave and may take back.
    ConsentId,
    ProofId,
    /// Two households that are proposed to be one.
    MergeId,
    ProxyId,
    /// A day of handing out.
    SessionId,
    SlotId,
    BookingId,
    /// A message that waits to be sent.
    LetterId,
    ShelfCheckId,
    /// A line of what a gift will bring.
    AnnouncedId,
    /// Who issues receipts.
    IssuerId,
    ReceiptId,
    /// A line of what a gift is worth.
    ValueLineId,
    EvidenceId,
    /// A paper that never changes again.
    PaperId,
    /// An acceptance record.
    AcceptanceId,
    AcceptanceLineId,
    OfferId,
    OfferLineId,
    CouncilListId,
    /// A period whose reports stay as they are.
    ClosingId,
    /// A table as it left the house.
    PublishedId,
    ShareLinkId,
    ThanksId,
}

impl EventId {
    /// The id of what begins with this event: a new item, a visit, an entry of the ledger. The first has the event's own
    /// UUID; a further one a UUID of version 8 from SHA-256 of the event and its number.
    pub fn child(self, part: i32) -> Uuid {
        use sha2::{Digest, Sha256};
        if part == 0 {
            return self.0;
        }
        let digest = Sha256::new().chain_update(self.0.as_bytes()).chain_update(part.to_be_bytes()).finalize();
        uuid::Builder::from_custom_bytes(*digest.first_chunk().expect("32 bytes hold 16")).into_uuid()
    }
}
