//! What donors are asked for, as everybody may see it: the last publication with the marks that persons set. Levels only.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::actions::wanted::{self, WantedWords};
use crate::actions::{ActionError, House};
use crate::domain::wanted::{Asked, Change, Marks};
use crate::store::wanted as stored;

/// Publications that the feed tells of.
const TOLD: i64 = 30;

/// The public list.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The day of the publication; `None` before the first one.
    pub as_of: Option<Date>,
    pub lines: Vec<Asked>,
    pub words: WantedWords,
}

/// What changed with one publication.
#[derive(Clone, Debug)]
pub struct News {
    pub day: Date,
    pub at: Timestamp,
    pub changes: Vec<Change>,
}

/// The public list. Everybody may ask: what it says was made public by the house itself.
///
/// # Errors
/// When the database fails.
pub fn public(house: &House) -> Result<(Wanted, Marks), ActionError> {
    let catalogue = house.catalogue();
    let (last, marks, words) = house.store().read(|db| {
        Ok::<_, ActionError>((stored::publications(db, 1)?.into_iter().next(), stored::marks(db)?, wanted::words(db)?))
    })?;
    // The season goes by the publication's day: nothing on the page moves between two publications but what a person marks.
    let day = last.as_ref().map_or_else(|| house.today(), |last| last.day);
    let lines = marks.on(last.as_ref().map_or(&[], |last| last.lines.as_slice()), &catalogue, day);
    Ok((Wanted { as_of: last.map(|last| last.day), lines, words }, marks))
}

/// The publications that changed something, the newest first.
///
/// # Errors
/// When the database fails.
pub fn news(house: &House) -> Result<Vec<News>, ActionError> {
    let all = house.store().read(|db| stored::publications(db, TOLD))?;
    let news = all.into_iter().filter(|one| !one.changes.is_empty());
    Ok(news.map(|one| News { day: one.day, at: one.at, changes: one.changes }).collect())
}
