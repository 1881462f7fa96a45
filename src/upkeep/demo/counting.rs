//! Stocktakes: once a year a shelf is counted to the end, and one is being counted when the visitor comes.

use super::town::Town;
use crate::actions::{ActionError, run_stocktake};
use crate::codes::Code;
use crate::domain::LocationId;
use crate::domain::desk::Mode;
use crate::store::items::ItemFilter;
use crate::store::paging::Cursor;
use crate::store::{items, stocktakes};

/// A shelf with fewer labels is not worth a count.
const FEW: i64 = 6;
/// Pieces of other shelves that lie on the counted one.
const STRAYS: usize = 2;

impl Town {
    /// Counts a shelf with few things on it. Nothing is missing there, but something lies there that belongs elsewhere.
    pub(super) fn count_a_shelf(&mut self, to_the_end: bool) -> Result<(), ActionError> {
        let Some((shelf, code, labels)) = self.small_shelf()? else { return Ok(()) };
        self.sign_on(Mode::Stocktake)?;
        self.scan(4, Mode::Stocktake, code)?;
        let seen = if to_the_end { labels.len() } else { labels.len() / 2 };
        for label in &labels[..seen] {
            self.scan(3, Mode::Stocktake, label)?;
        }
        if to_the_end {
            for label in self.strays(shelf)? {
                self.scan(6, Mode::Stocktake, label)?;
            }
        }
        self.outcomes()?;
        let open = self.house.store().read(|db| stocktakes::open_at(db, shelf))?;
        let Some(open) = open.filter(|_| to_the_end) else { return Ok(()) };
        self.pause();
        let coordinator = self.staff.coordinator.clone();
        run_stocktake::review(&self.house, &coordinator, open.id, open.version)?;
        let found = self.house.store().read(|db| run_stocktake::findings(db, open.id))?;
        run_stocktake::post(&self.house, &coordinator, open.id, found.row.version, found.figures())
    }

    /// The shelf with the fewest labels that has some, and those, as they lie.
    fn small_shelf(&self) -> Result<Option<(LocationId, Code, Vec<Code>)>, ActionError> {
        self.house.store().read(|db| {
            let mut shelves = Vec::new();
            for (id, code) in self.shelves.values() {
                let expected = stocktakes::expected(db, *id)?;
                if expected >= FEW && stocktakes::last_posted(db, *id)?.is_none() {
                    shelves.push((expected, *id, *code));
                }
            }
            let Some((_, shelf, code)) = shelves.into_iter().min() else { return Ok(None) };
            let labels = stocktakes::labels_at(db, shelf)?;
            Ok(Some((shelf, code, labels)))
        })
    }

    fn strays(&self, shelf: LocationId) -> Result<Vec<Code>, ActionError> {
        let all = self.house.store().read(|db| items::list(db, &ItemFilter::default(), &Cursor::Start, 100))?;
        let lies_elsewhere =
            |row: &&items::ItemRow| row.state.is_here() && row.location_id.is_some_and(|at| at != shelf);
        Ok(all.rows.iter().filter(lies_elsewhere).filter_map(|row| row.label).take(STRAYS).collect())
    }
}
