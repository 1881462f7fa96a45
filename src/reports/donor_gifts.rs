//! What became of this donor's gifts: where each piece is now, which needs the pieces met, and how fast.
//!
//! There are two of it. [`report`] is for work in the house: any days, exact numbers, and a dot where too few households stand
//! behind one. [`give_out`] is what the donor gets: a quarter or a year that is over, rounded numbers by group and by purpose,
//! frozen when it is first given out (law reference 2.4). Pieces for pregnancy and care stand in one line.

mod count;
mod table;
#[cfg(test)]
mod tests;
mod told;

pub(super) use count::{Group, group_names, group_of};

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use self::count::{Facts, Reader};
use crate::actions::publish::{self, Draft, Published};
use crate::actions::{ActionError, Actor, House};
use crate::codes::{self, Code, Kind};
use crate::domain::catalogue::GroupCode;
use crate::domain::disclosure::{Reach, decide};
use crate::domain::donation::DonationState;
use crate::domain::item::ItemState;
use crate::domain::needs::Occasion;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId};
use crate::store::{Db, StoreError, donations, donors, labels};
use crate::texts::{Message, Words, say};

pub use told::{Told, dotted};

/// The report's name among the published tables; their scope is the donor's id.
pub const NAME: &str = "donor_gifts";

/// The report, ready for a page, a table or a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DonorGifts {
    pub donor: String,
    pub donor_code: Option<Code>,
    /// The first and the last day on which a counted gift was received.
    pub from: Date,
    pub to: Date,
    /// The day on which the pieces stood as counted.
    pub as_of: Date,
    /// Whether this is what the donor got, or gets: rounded, and the same on every print.
    pub given_out: bool,
    pub total: Told,
    /// Pieces that the donor announced, as far as numbers were given.
    pub announced: i64,
    pub reach: Reach,
    /// Half of the pieces were handed out within so many days after they were given.
    pub median_days: Option<i64>,
    pub groups: Vec<GroupLine>,
    pub donations: Vec<DonationLine>,
    pub needs: Vec<NeedsLine>,
}

/// Pieces, by where they are now. `received` is the sum of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub received: i64,
    pub handed_out: i64,
    pub in_stock: i64,
    pub reserved: i64,
    pub in_care: i64,
    pub in_custody: i64,
    pub transferred: i64,
    pub discarded: i64,
    pub missing: i64,
}

impl Tally {
    /// Counts pieces in; what was entered by mistake was never there.
    pub fn add(&mut self, state: ItemState, pieces: i64) {
        let place = match state {
            ItemState::HandedOut => &mut self.handed_out,
            ItemState::InStock => &mut self.in_stock,
            ItemState::Reserved => &mut self.reserved,
            ItemState::InCare => &mut self.in_care,
            ItemState::InCustody => &mut self.in_custody,
            ItemState::Transferred => &mut self.transferred,
            ItemState::Discarded => &mut self.discarded,
            ItemState::Missing => &mut self.missing,
            ItemState::Void => return,
        };
        *place += pieces;
        self.received += pieces;
    }

    /// Each state that is counted, in the order in which people read it.
    pub fn parts(&self) -> [(ItemState, i64); 8] {
        [
            (ItemState::HandedOut, self.handed_out),
            (ItemState::Reserved, self.reserved),
            (ItemState::InStock, self.in_stock),
            (ItemState::InCare, self.in_care),
            (ItemState::InCustody, self.in_custody),
            (ItemState::Transferred, self.transferred),
            (ItemState::Discarded, self.discarded),
            (ItemState::Missing, self.missing),
        ]
    }
}

/// One group of products.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GroupLine {
    /// `None`: special needs, or products that the catalogue no longer knows.
    pub group: Option<GroupCode>,
    pub names: Words,
    pub tally: Told,
    pub reach: Reach,
}

/// One hand-over of goods.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DonationLine {
    #[serde(skip)]
    pub id: Option<DonationId>,
    pub code: Option<Code>,
    pub received_on: Date,
    pub state: DonationState,
    pub announced: Option<i32>,
    /// In what the donor gets only what was received: a hand-over is less than a quarter.
    #[serde(rename = "tally")]
    pub told: Told,
    /// For pages of the house that show single pieces anyway.
    #[serde(skip)]
    pub tally: Tally,
}

/// What handed-out pieces were for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NeedsLine {
    pub purpose: Purpose,
    /// `None`: hidden.
    pub pieces: Option<i64>,
    pub reach: Reach,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Basic,
    Newborn,
    SchoolStart,
    FirstHome,
    Hygiene,
    /// Pregnancy, care and the like: told apart nowhere.
    Special,
    /// Chosen at the desk, on no needs list.
    NotListed,
}

impl Purpose {
    const ALL: [Purpose; 7] = [
        Purpose::Basic,
        Purpose::Newborn,
        Purpose::SchoolStart,
        Purpose::FirstHome,
        Purpose::Hygiene,
        Purpose::Special,
        Purpose::NotListed,
    ];

    pub(super) fn of(occasion: Option<Occasion>, special_product: bool) -> Purpose {
        match occasion {
            _ if special_product => Purpose::Special,
            None => Purpose::NotListed,
            Some(Occasion::Maternity) => Purpose::Special,
            Some(Occasion::Basic) => Purpose::Basic,
            Some(Occasion::Newborn) => Purpose::Newborn,
            Some(Occasion::SchoolStart) => Purpose::SchoolStart,
            Some(Occasion::FirstHome) => Purpose::FirstHome,
            Some(Occasion::Hygiene) => Purpose::Hygiene,
        }
    }

    /// The word for it in files and in published tables.
    pub fn word(self) -> &'static str {
        match self {
            Purpose::Basic => "basic",
            Purpose::Newborn => "newborn",
            Purpose::SchoolStart => "school_start",
            Purpose::FirstHome => "first_home",
            Purpose::Hygiene => "hygiene",
            Purpose::Special => "special",
            Purpose::NotListed => "not_listed",
        }
    }

    /// The purpose with this word.
    pub fn of_word(word: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|one| one.word() == word)
    }

    pub fn words(self) -> Message {
        match self {
            Purpose::Basic => say::purpose_basic(),
            Purpose::Newborn => say::purpose_newborn(),
            Purpose::SchoolStart => say::purpose_school_start(),
            Purpose::FirstHome => say::purpose_first_home(),
            Purpose::Hygiene => say::purpose_hygiene(),
            Purpose::Special => say::purpose_special(),
            Purpose::NotListed => say::purpose_not_listed(),
        }
    }
}

impl DonorGifts {
    /// What the report counts.
    pub fn definition(&self) -> Message {
        say::donor_report_definition(&self.donor, self.from, self.to, self.as_of)
    }

    /// Whether there is anything to report on.
    pub fn is_empty(&self) -> bool {
        self.total.received == Some(0)
    }

    /// Whether a number is hidden.
    pub fn hides_anything(&self) -> bool {
        let groups = self.groups.iter().map(|line| line.tally.handed_out);
        let needs = self.needs.iter().map(|line| line.pieces);
        groups.chain(needs).chain([self.total.handed_out]).any(|pieces| pieces.is_none())
    }

    /// The report as one JSON object; a hidden number is `null`.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// What the report is about.
#[derive(Clone)]
struct About {
    donor: String,
    donor_code: Option<Code>,
    from: Date,
    to: Date,
    as_of: Date,
}

impl About {
    fn load(db: &mut Db, house: &House, donor: DonorId, from: Date, to: Date) -> Result<About, ActionError> {
        let row = donors::find(db, donor)?.ok_or(ActionError::NotFound)?;
        let donor_code = labels::bound_to(db, &donor.to_string())?;
        Ok(About { donor: row.name, donor_code, from, to, as_of: house.today() })
    }
}

/// Counts, for work in the house, what became of what a donor gave from one day to another, both included.
///
/// # Errors
/// Without the right, for an unknown donor, or when the period ends before it begins.
pub fn report(
    house: &Arc<House>,
    actor: &Actor,
    donor: DonorId,
    from: Date,
    to: Date,
) -> Result<DonorGifts, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    if from > to {
        return Err(ActionError::field("from", say::error_period()));
    }
    let catalogue = house.catalogue();
    house.store().read(|db| {
        let about = About::load(db, house, donor, from, to)?;
        let facts = Facts::load(db, donor, from, to)?;
        let sums = facts.count(&catalogue, house.zone());
        let shown = decide(sums.lists(Reader::House));
        Ok(facts.told(&catalogue, &sums, &shown, Reader::House, about))
    })
}

/// The report as the donor gets it: counted and frozen when it is first given out, and the same ever after.
///
/// # Errors
/// Without the right, for an unknown donor, for a period that is no quarter or year or not over, and when the numbers would,
/// beside those given out before, tell too much.
pub fn give_out(
    house: &Arc<House>,
    actor: &Actor,
    donor: DonorId,
    from: Date,
    to: Date,
) -> Result<DonorGifts, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    let published = publish::once(house, actor, (NAME, &donor.to_string()), (from, to), move |db, house| {
        let catalogue = house.catalogue();
        let about = About::load(db, house, donor, from, to)?;
        let facts = Facts::load(db, donor, from, to)?;
        let sums = facts.count(&catalogue, house.zone());
        Ok(Draft {
            counted: sums.lists(Reader::Donor).to_vec(),
            besides: Box::new(move |shown| {
                let told = facts.told(&catalogue, &sums, shown, Reader::Donor, about.clone());
                serde_json::to_value(told).unwrap_or_default()
            }),
        })
    })?;
    read(&published)
}

/// The report as the donor got it, if it was given out.
///
/// # Errors
/// Without the right, or when the database fails.
pub fn given_out(
    house: &House,
    actor: &Actor,
    donor: DonorId,
    from: Date,
    to: Date,
) -> Result<Option<DonorGifts>, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    let frozen = house.store().read(|db| publish::frozen(db, NAME, &donor.to_string(), from, to))?;
    frozen.as_ref().map(read).transpose()
}

fn read(published: &Published) -> Result<DonorGifts, ActionError> {
    let (from, to) = (published.period.first(), published.period.last());
    serde_json::from_value(published.besides.clone())
        .map_err(|_| ActionError::Refused(say::error_published_unreadable(from, to)))
}

/// The donor that somebody means: by the donor's code, the code of one of the donations, or the whole name.
///
/// # Errors
/// When nobody or more than one is meant.
pub fn donor_meant(house: &House, actor: &Actor, text: &str) -> Result<DonorId, ActionError> {
    actor.must(Right::SeeDonors)?;
    house.store().read(|db| {
        if let Ok(code) = codes::read(text) {
            let label = labels::find(db, code)?.ok_or_else(|| unknown(text))?;
            let donor = match code.kind() {
                Kind::DonorCard => label.subject_id(),
                Kind::Donation => match label.subject_id() {
                    Some(id) => donations::find(db, id)?.map(|donation| donation.donor_id),
                    None => None,
                },
                _ => None,
            };
            return donor.ok_or_else(|| unknown(text));
        }
        let found = donors::named(db, text, 2).map_err(|error: StoreError| ActionError::from(error))?;
        match found.as_slice() {
            [one] => Ok(one.id),
            [] => Err(unknown(text)),
            _ => Err(ActionError::field("donor", say::error_donor_ambiguous(text))),
        }
    })
}

fn unknown(text: &str) -> ActionError {
    let shown: String = text.chars().take(60).collect();
    ActionError::field("donor", say::error_no_such_donor(shown))
}
