//! What the house knows about a piece that comes in: where pieces like it lie, who waits for one, and how many are needed.

use std::collections::HashMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::allocation::{self, When};
use super::columns::At;
use super::needs::{NeedRow, is_told};
use super::schema::{households, items, locations, needs};
use super::{AnyBackend, Db, StoreError, items as item_store, labels, sign_ins};
use crate::domain::allocation::{Coverage, Ranked, free_choice, ranking};
use crate::domain::catalogue::{Catalogue, Cut, Product, ProductCode};
use crate::domain::desk::{self, Advice, Desk, Fields, OpenPlace, Scan, Stock, Waiting, becomes};
use crate::domain::household::HouseholdState;
use crate::domain::item::ItemState;
use crate::domain::needs::{NeedState, Piece, serves};
use crate::domain::sizes::Fit;
use crate::domain::turn::{Party, Supply};
use crate::domain::{HouseholdId, LocationId, NeedId};

/// What went out in this time is needed again.
const LATELY: SignedDuration = SignedDuration::from_hours(90 * 24);
/// As many open lines of one product are looked through, the most urgent first.
const LINES: i64 = 500;
/// As many entries of a group are looked at for a place where things like the new one lie.
const GROUP: i64 = 1_000;
/// Characters of a card that say which bag it is and not whose.
const CARD_CHARACTERS: usize = 3;

const PIECES: &str = "CAST(SUM(quantity) AS BIGINT)";
const OPEN: [NeedState; 3] = [NeedState::Open, NeedState::Partly, NeedState::Reserved];

/// What is known about the piece that this scan takes in; nothing when it does not say what it is.
pub fn of_piece(
    db: &mut Db,
    scan: &Scan,
    desk: &Desk,
    catalogue: &Catalogue,
    zone: &TimeZone,
) -> Result<Advice, StoreError> {
    let fields = becomes(catalogue, &desk.intake, &scan.fields);
    let known = fields.product.as_ref().and_then(|code| catalogue.product(code.as_str()));
    let Some(product) = known else { return Ok(Advice::default()) };
    let piece = Piece { product: &product.code, cut: fields.cut, size: fields.size.as_deref() };
    let same = in_stock(db, &piece)?;
    let lines = open_lines(db, &product.code)?;
    Ok(Advice {
        place: place(db, &fields, product, &same, catalogue)?,
        stock: enough(db, scan.occurred_at, &piece, &same, &lines, catalogue)?,
        waiting: waiting(db, &piece, &lines, catalogue, &when(scan, zone))?,
        ..Advice::default()
    })
}

/// What is known when somebody says yes to an offer: whether the line still waits, and where the piece goes.
pub fn of_offer(db: &mut Db, need: NeedId) -> Result<Advice, StoreError> {
    let line: Option<NeedRow> = needs::table
        .inner_join(households::table)
        .filter(needs::id.eq(need))
        .filter(is_told())
        .filter(needs::state.eq_any(OPEN))
        .filter(households::state.eq(HouseholdState::Active))
        .select(needs::all_columns)
        .first(db)
        .optional()?;
    let waiting = match line {
        Some(line) => first_that_waits(db, &[&line])?,
        None => None,
    };
    let pickup: Option<(LocationId, String)> = locations::table
        .filter(locations::pickup.eq(true))
        .order((locations::name, locations::id))
        .select((locations::id, locations::name))
        .first(db)
        .optional()?;
    Ok(Advice { waiting, pickup: pickup.map(|(id, name)| OpenPlace { id, name }), ..Advice::default() })
}

/// Pieces that are in stock, by where they lie.
type Lying = Vec<(Option<LocationId>, Option<i64>)>;

/// What is in stock of the very same.
fn in_stock(db: &mut Db, piece: &Piece<'_>) -> Result<Lying, StoreError> {
    let of_product = items::table
        .filter(items::product_code.eq(piece.product))
        .filter(items::state.eq(ItemState::InStock))
        .group_by(items::location_id)
        .select((items::location_id, sql::<Nullable<BigInt>>(PIECES)))
        .into_boxed::<AnyBackend>();
    // Both databases look for NULL in an index, but only one of them does so for "the same, be it NULL".
    let of_cut = match piece.cut {
        Some(cut) => of_product.filter(items::cut.eq(cut)),
        None => of_product.filter(items::cut.is_null()),
    };
    Ok(match piece.size {
        Some(size) => of_cut.filter(items::size.eq(size)).load(db)?,
        None => of_cut.filter(items::size.is_null()).load(db)?,
    })
}

/// The lines of active households that ask for the product, the most urgent first, then those that wait longest.
fn open_lines(db: &mut Db, product: &ProductCode) -> Result<Vec<NeedRow>, StoreError> {
    Ok(needs::table
        .inner_join(households::table)
        .filter(needs::product_code.eq(product))
        .filter(is_told())
        .filter(needs::state.eq_any(OPEN))
        .filter(households::state.eq(HouseholdState::Active))
        // The words of the urgencies sort as the urgencies do: none_yet, some, wish.
        .order((needs::urgency, needs::recorded_at, needs::id))
        .select(needs::all_columns)
        .limit(LINES)
        .load(db)?)
}

/// The chosen place; else the one where most of the very same lie, else most of the product, else most of its group.
fn place(
    db: &mut Db,
    fields: &Fields,
    product: &Product,
    same: &Lying,
    catalogue: &Catalogue,
) -> Result<Option<String>, StoreError> {
    let place = match fields.location.or_else(|| fullest(same)) {
        Some(place) => Some(place),
        None => elsewhere(db, product, catalogue)?,
    };
    match place {
        Some(id) => Ok(locations::table.find(id).select(locations::name).first(db).optional()?),
        None => Ok(None),
    }
}

fn fullest(lying: &Lying) -> Option<LocationId> {
    let mut places: HashMap<LocationId, i64> = HashMap::new();
    for (place, pieces) in lying.iter().filter_map(|(place, pieces)| Some(((*place)?, pieces))) {
        *places.entry(place).or_default() += pieces.unwrap_or_default();
    }
    places.into_iter().max_by_key(|(place, pieces)| (*pieces, *place)).map(|(place, _)| place)
}

/// Where most of the product lie, else most of its group.
fn elsewhere(db: &mut Db, product: &Product, catalogue: &Catalogue) -> Result<Option<LocationId>, StoreError> {
    // A room without shelves is not searched for one.
    if locations::table.select(locations::id).first::<LocationId>(db).optional()?.is_none() {
        return Ok(None);
    }
    // In the order of the index, which both databases read from its start to its end.
    let of_product: Lying = items::table
        .filter(items::product_code.eq(&product.code))
        .filter(items::state.eq(ItemState::InStock))
        .group_by((items::cut, items::size, items::location_id))
        .select((items::location_id, sql::<Nullable<BigInt>>(PIECES)))
        .load(db)?;
    if let Some(place) = fullest(&of_product) {
        return Ok(Some(place));
    }
    let group: Vec<&ProductCode> = catalogue.products_of(&product.group).map(|product| &product.code).collect();
    let looked_at: Vec<(Option<LocationId>, i32)> = items::table
        .filter(items::product_code.eq_any(group))
        .filter(items::state.eq(ItemState::InStock))
        .filter(items::location_id.is_not_null())
        .select((items::location_id, items::quantity))
        .limit(GROUP)
        .load(db)?;
    Ok(fullest(&looked_at.into_iter().map(|(place, pieces)| (place, Some(pieces.into()))).collect()))
}

/// How many there are and how many are needed; nothing when too many lines were asked for to say.
fn enough(
    db: &mut Db,
    now: Timestamp,
    piece: &Piece<'_>,
    same: &Lying,
    lines: &[NeedRow],
    catalogue: &Catalogue,
) -> Result<Option<Stock>, StoreError> {
    let here: i64 = same.iter().map(|(_, pieces)| pieces.unwrap_or_default()).sum();
    let could_use = lines.iter().map(NeedRow::line).filter(|line| serves(line, piece, catalogue).is_some());
    let wanted: i64 = could_use.map(|line| i64::from(line.missing())).sum();
    if here == 0 || here < wanted || lines.len() as i64 >= LINES {
        return Ok(None);
    }
    let out: Vec<(Option<Cut>, Option<String>, Option<i64>)> = items::table
        .filter(items::product_code.eq(piece.product))
        .filter(items::state.eq(ItemState::HandedOut))
        .filter(items::moved_at.ge(At(now - LATELY)))
        .group_by((items::cut, items::size))
        .select((items::cut, items::size, sql::<Nullable<BigInt>>(PIECES)))
        .load(db)?;
    let same = out.iter().filter(|(cut, size, _)| *cut == piece.cut && size.as_deref() == piece.size);
    let lately: i64 = same.map(|(_, _, pieces)| pieces.unwrap_or_default()).sum();
    let is_asked_for = !lines.is_empty() || !out.is_empty();
    Ok(Some(Stock { here, needed: wanted + lately, is_asked_for }))
}

fn when(scan: &Scan, zone: &TimeZone) -> When {
    When { now: scan.moment(), zone: zone.clone() }
}

/// The line whose turn it is (law reference 5.3), of those that ask for exactly this and for which nothing lies ready yet.
fn waiting(
    db: &mut Db,
    piece: &Piece<'_>,
    lines: &[NeedRow],
    catalogue: &Catalogue,
    when: &When,
) -> Result<Option<Waiting>, StoreError> {
    let (supply, ranked) = in_line(db, piece, lines, catalogue, when)?;
    Ok(ranked.first().map(|first| {
        let asks = &supply.lines[first.line];
        let party = &supply.parties[asks.party];
        Waiting {
            household: party.id,
            need: asks.line.id,
            card: party.card.as_str().chars().take(CARD_CHARACTERS).collect(),
            missing: asks.missing(),
        }
    }))
}

/// Who waits for a piece, the first first.
fn in_line(
    db: &mut Db,
    piece: &Piece<'_>,
    lines: &[NeedRow],
    catalogue: &Catalogue,
    when: &When,
) -> Result<(Supply, Vec<Ranked>), StoreError> {
    // Something to try on is no reason to lay a piece aside.
    let fits = |row: &&NeedRow| serves(&row.line(), piece, catalogue).is_some_and(|fit| fit >= Fit::NextSize);
    let rows: Vec<NeedRow> = lines.iter().filter(fits).cloned().collect();
    if rows.is_empty() {
        return Ok((Supply::default(), Vec::new()));
    }
    let mut supply = allocation::asking(db, &rows, when, catalogue)?;
    supply.lines.retain(|asks| asks.missing() > 0);
    let today = when.today();
    let iso = today.iso_week_date();
    let lot = sign_ins::house_fact(db, &format!("lot-{}-W{:02}", iso.year(), iso.week()))?.unwrap_or_default();
    let households: Vec<_> = supply.parties.iter().map(Party::household).collect();
    let pieces: Vec<_> = supply.lines.iter().map(|asks| asks.piece(0, catalogue, today)).collect();
    let ranked = ranking(today, &lot, &households, &pieces);
    Ok((supply, ranked))
}

/// How many other households wait for the very same with a higher score than the visitor, on whose list it is not. None when
/// there is so much of it that everybody may choose.
pub fn ahead(
    db: &mut Db,
    scan: &Scan,
    item: &desk::Item,
    visitor: &desk::Household,
    catalogue: &Catalogue,
    zone: &TimeZone,
) -> Result<i64, StoreError> {
    let piece = Piece { product: &item.product, cut: item.cut, size: item.size.as_deref() };
    if visitor.needs.iter().any(|line| serves(line, &piece, catalogue).is_some()) {
        return Ok(0);
    }
    let lines = open_lines(db, &item.product)?;
    let (supply, ranked) = in_line(db, &piece, &lines, catalogue, &when(scan, zone))?;
    if ranked.is_empty() {
        return Ok(0);
    }
    let here: i64 = in_stock(db, &piece)?.iter().map(|(_, pieces)| pieces.unwrap_or_default()).sum();
    let open: i64 = supply.lines.iter().map(|asks| i64::from(asks.missing())).sum();
    let size = |pieces: i64| u64::try_from(pieces).unwrap_or_default();
    if free_choice(size(here), size(open)) {
        return Ok(0);
    }
    let (has, of) = allocation::coverage(db, &[visitor.id], catalogue)?.remove(&visitor.id).unwrap_or_default();
    let own = Coverage::new(has, of).points();
    let before = ranked.iter().filter(|ranked| ranked.score.total() > own);
    let mut others: Vec<HouseholdId> = before
        .map(|ranked| supply.parties[supply.lines[ranked.line].party].id)
        .filter(|id| *id != visitor.id)
        .collect();
    others.sort_unstable();
    others.dedup();
    Ok(others.len() as i64)
}

/// The first of these lines that waits for pieces which are neither handed out nor laid aside. A household without a card
/// cannot come.
fn first_that_waits(db: &mut Db, lines: &[&NeedRow]) -> Result<Option<Waiting>, StoreError> {
    if lines.is_empty() {
        return Ok(None);
    }
    let households: Vec<HouseholdId> = lines.iter().map(|row| row.household_id).collect();
    let aside = item_store::laid_aside_for(db, &households)?;
    let missing = lines.iter().filter_map(|row| {
        let ready = aside.get(&(row.household_id, row.id)).copied().unwrap_or_default();
        let missing = row.line().missing() - i32::try_from(ready).unwrap_or(i32::MAX);
        (missing > 0).then_some((*row, missing))
    });
    let missing: Vec<(&NeedRow, i32)> = missing.collect();
    let subjects: Vec<String> = missing.iter().map(|(row, _)| row.household_id.to_string()).collect();
    let cards = labels::bound_to_any(db, &subjects)?;
    Ok(missing.iter().zip(&subjects).find_map(|((row, missing), subject)| {
        let card = cards.get(subject)?;
        Some(Waiting {
            household: row.household_id,
            need: row.id,
            card: card.as_str().chars().take(CARD_CHARACTERS).collect(),
            missing: *missing,
        })
    }))
}
