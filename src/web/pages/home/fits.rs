//! Lines of needs lists for which something lies in stock: who waits, and for how many pieces one need only walk to the shelf.

use jiff::Timestamp;

use crate::actions::{ActionError, House};
use crate::domain::HouseholdId;
use crate::store::home;
use crate::store::needs::NeedRow;
use crate::texts::Texts;
use crate::web::pages::shown::cut;

/// Lines that are looked through, the longest waiting first: in the whole house, and of a mentor's households. And those
/// that are shown.
const LOOKED: i64 = 60;
const LOOKED_OF_OWN: i64 = 500;
const SHOWN: usize = 5;

/// A line with the pieces in stock that serve it.
pub(super) type Fitting = (NeedRow, i64);

/// Lines that something in stock fits, the longest waiting first; of these households, if any are named.
pub(super) fn find(house: &House, households: Option<&[HouseholdId]>) -> Result<Vec<Fitting>, ActionError> {
    let catalogue = house.catalogue();
    house.store().read(|db| {
        let looked = if households.is_some() { LOOKED_OF_OWN } else { LOOKED };
        let lines = home::waiting_lines(db, households, looked)?;
        let pieces = home::fitting(db, &lines, &catalogue)?;
        Ok(lines.into_iter().zip(pieces).filter(|(_, pieces)| *pieces > 0).collect())
    })
}

/// One line as the page shows it.
pub(super) struct Fit {
    pub href: String,
    pub name: String,
    pub waits: String,
    pub pieces: String,
}

pub(super) fn told(t: &Texts, house: &House, found: &[Fitting], now: Timestamp) -> Vec<Fit> {
    let catalogue = house.catalogue();
    let told = found.iter().take(SHOWN).map(|(line, pieces)| {
        let words =
            catalogue.product(line.product_code.as_str()).map(|product| product.names.clone()).unwrap_or_default();
        let name = match &line.size {
            Some(size) => t.item_with_size(words, size),
            None => t.item_without_size(words),
        };
        let days = now.duration_since(line.recorded_at.0).as_hours() / 24;
        Fit {
            href: format!("/households/{}", line.household_id),
            name: line.cut.map_or_else(|| name.clone(), |worn| format!("{name}, {}", t.say(&cut(worn)))),
            waits: t.homes_fits_waits(days.max(0)),
            pieces: t.homes_fits_pieces(*pieces),
        }
    });
    told.collect()
}
