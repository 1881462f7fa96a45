//! What is kept of an issued receipt: all that was printed, word by word, and the hashes of its papers.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::receipt::Filled;
use crate::domain::register::Sure;
use crate::domain::{PaperId, ValueLineId};
use crate::store::StoreError;
use crate::texts::Message;

/// The data of an issued receipt.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Frozen {
    pub number: String,
    pub issued_on: Date,
    pub form: String,
    pub filled: Filled,
    pub lines: Vec<ValueLineId>,
    pub papers: Vec<FrozenPaper>,
    /// What whoever issued it answered for.
    #[serde(default)]
    pub sure: Vec<Sure>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FrozenPaper {
    pub id: PaperId,
    pub file_name: String,
    pub sha256: String,
}

impl Frozen {
    /// # Errors
    /// [`StoreError::Content`] when somebody changed it in the database.
    pub fn read(data: &str) -> Result<Frozen, StoreError> {
        serde_json::from_str(data).map_err(|error| StoreError::Content(format!("a receipt's data: {error}")))
    }
}

/// The files of one receipt.
#[derive(Clone, Debug)]
pub struct Printed {
    /// Exactly one page.
    pub receipt: Vec<u8>,
    /// The list of goods, where there is one.
    pub annex: Option<Vec<u8>>,
}

/// Draws the papers of a filled receipt. Whoever issues brings it along, because paper is no business of the actions.
pub type Print = fn(&Filled) -> Result<Printed, Message>;
