//! One line of the journal: what happened, with a hash in front that tells a damaged line from a good one.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::web::api::wire::{Desk, Outcome, ScanEvent};

/// An entry of the journal. Entries are only ever added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Record {
    /// The first line of a file.
    Begin {
        format: u32,
        journal: Uuid,
        next_seq: i64,
        /// Whether the numbers were compared with the server's.
        met: bool,
        held: bool,
        desk: Option<Desk>,
        at: Timestamp,
    },
    /// The program was started: until the next one the milliseconds count from here.
    Boot { boot: Uuid, at: Timestamp },
    /// A scan was taken.
    Scan {
        event: ScanEvent,
        /// Since the program began.
        ms: u64,
        /// Whether its time is by the server's clock.
        synced: bool,
    },
    /// What was said of it without the server.
    Told { id: String, outcome: Outcome },
    /// The server has these, in their order.
    Acked {
        said: Vec<(String, Outcome)>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        desk: Option<Desk>,
    },
    /// What is not sent yet has numbers from here on.
    Numbered { from: i64 },
    /// Nothing is sent until a coordinator has looked, or not any more.
    Held { held: bool },
    /// The server will never take it; it stays here for a person to read.
    Dropped { id: String, why: String },
}

/// The format of the files that this version writes; an older one is read as long as its lines are understood.
pub const FORMAT: u32 = 1;

impl Record {
    pub fn line(&self) -> String {
        let json = serde_json::to_string(self).expect("a record has only plain fields");
        format!("{} {json}\n", hash(json.as_bytes()))
    }

    /// Reads a line without its end; `None` when a bit of it is not as it was written.
    pub fn read(line: &[u8]) -> Option<Record> {
        let (said, rest) = line.split_at_checked(HASH)?;
        let json = rest.strip_prefix(b" ")?;
        (said == hash(json).as_bytes()).then(|| serde_json::from_slice(json).ok())?
    }
}

const HASH: usize = 8;

fn hash(json: &[u8]) -> String {
    let mut hash = data_encoding::HEXLOWER.encode(&Sha256::digest(json));
    hash.truncate(HASH);
    hash
}
