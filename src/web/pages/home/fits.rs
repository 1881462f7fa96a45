//! Lines of needs lists for which something lies in stock: who waits, and for how many pieces one need only walk to the shelf.

use jiff::Timestamp;

use crate::actions::{ActionError, House};
use crate::domain::HouseholdId;
use crate::store::needs::NeedRow;
use crate::store::{home, labels};
use crate::texts::Texts;
use crate::web::pages::shown::cut;

/// Lines that are looked through, the longest waiting first: enough that one household with a long list does not hide all
/// others. And lines or households that are shown.
const LOOKED: i64 = 500;
const SHOWN: usize = 5;

/// A line with the pieces in stock that serve it.
pub(in crate::web::pages) type Fitting = (NeedRow, i64);

/// Lines that something in stock fits, the longest waiting first; of these households, if any are named.
pub(in crate::web::pages) fn find(
    house: &House,
    households: Option<&[HouseholdId]>,
) -> Result<Vec<Fitting>, ActionError> {
    let catalogue = house.catalogue();
    house.store().read(|db| {
        let lines = home::waiting_lines(db, households, LOOKED)?;
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

/// A household that something in stock fits, as the page shows it.
pub(super) struct Served {
    pub href: String,
    pub card: String,
    /// What its longest waiting line asks for, and since when.
    pub name: String,
    pub waits: String,
    pub pieces: String,
}

/// The households of these lines with their cards, in the order in which they wait; at most five.
pub(super) fn by_household(house: &House, found: &[Fitting]) -> Result<Vec<(String, Vec<Fitting>)>, ActionError> {
    let mut served: Vec<(HouseholdId, Vec<Fitting>)> = Vec::new();
    for line in found {
        match served.iter_mut().find(|(household, _)| *household == line.0.household_id) {
            Some((_, lines)) => lines.push(line.clone()),
            None => served.push((line.0.household_id, vec![line.clone()])),
        }
    }
    served.truncate(SHOWN);
    house.store().read(|db| {
        let named = served.into_iter().map(|(household, lines)| {
            let card = labels::bound_to(db, &household.to_string())?;
            Ok((card.map(|card| card.printed()).unwrap_or_default(), lines))
        });
        named.collect()
    })
}

pub(super) fn households(t: &Texts, house: &House, found: &[(String, Vec<Fitting>)], now: Timestamp) -> Vec<Served> {
    let served = found.iter().filter_map(|(card, lines)| {
        let first = told(t, house, lines, now).into_iter().next()?;
        // Two lines for the same thing are served by the same pieces.
        let mut kinds: Vec<&NeedRow> = Vec::new();
        let mut pieces = 0;
        for (line, fitting) in lines {
            let same = |kind: &&NeedRow| {
                kind.product_code == line.product_code && kind.cut == line.cut && kind.size == line.size
            };
            if !kinds.iter().any(same) {
                pieces += fitting;
                kinds.push(line);
            }
        }
        Some(Served {
            href: first.href,
            card: if card.is_empty() { t.household_no_card() } else { card.clone() },
            name: first.name,
            waits: first.waits,
            pieces: t.homes_fits_pieces(pieces),
        })
    });
    served.collect()
}
