//! What the house knows about a piece that comes in: where pieces like it lie, who waits for one, and how many are needed.

use std::collections::{HashMap, HashSet};

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
use crate::domain::allocation::{Coverage, Household, Ranked, free_choice, ranking, score};
use crate::domain::catalogue::{Catalogue, Cut, Product, ProductCode};
use crate::domain::desk::{self, Advice, Desk, Fields, OpenPlace, Scan, Stock, Waiting, becomes};
use crate::domain::household::HouseholdState;
use crate::domain::item::ItemState;
use crate::domain::needs::{NeedLine, NeedState, Piece, serves};
use crate::domain::sizes::Fit;
use crate::domain::turn::{FIRST, MORE, Party, Supply};
use crate::domain::{HouseholdId, LocationId, NeedId};

/// What went out in this time is needed again.
const LATELY: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Of as many lines at first the households are looked at, those first that may come first; then of twice as many, until no
/// other can be the first.
const LIKELY: usize = 40;
/// The points of a household that has nothing: no line can have more by its household.
const MOST_FOR_LACK: u16 = 40;
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
    let asked = asked(db, &product.code)?;
    Ok(Advice {
        place: place(db, &fields, product, &same, catalogue)?,
        stock: enough(db, scan.occurred_at, &piece, &same, &asked, catalogue)?,
        waiting: waiting(db, &piece, &asked, catalogue, &when(scan, zone))?,
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

/// A kind of a product that active households ask for.
struct Asked {
    line: NeedLine,
    pieces: i64,
}

impl Asked {
    fn fit(&self, piece: &Piece<'_>, catalogue: &Catalogue) -> Option<Fit> {
        serves(&self.line, piece, catalogue)
    }
}

/// The kinds of a product that active households ask for, each with the pieces that nobody has got yet.
fn asked(db: &mut Db, product: &ProductCode) -> Result<Vec<Asked>, StoreError> {
    let kinds: Vec<(Option<Cut>, Option<String>, Option<i64>)> = needs::table
        .inner_join(households::table)
        .filter(needs::product_code.eq(product))
        .filter(is_told())
        .filter(needs::state.eq_any(OPEN))
        .filter(households::state.eq(HouseholdState::Active))
        .group_by((needs::cut, needs::size))
        .select((needs::cut, needs::size, sql::<Nullable<BigInt>>(MISSING)))
        .load(db)?;
    let asked = kinds.into_iter().map(|(cut, size, pieces)| Asked {
        line: NeedLine {
            id: NeedId(uuid::Uuid::nil()),
            member: None,
            product: product.clone(),
            cut,
            size,
            wanted: 1,
            got: 0,
            state: NeedState::Open,
            recorded_at: Timestamp::UNIX_EPOCH,
        },
        pieces: pieces.unwrap_or_default(),
    });
    Ok(asked.collect())
}

const MISSING: &str =
    "CAST(SUM(CASE WHEN needs.wanted > needs.got THEN needs.wanted - needs.got ELSE 0 END) AS BIGINT)";

/// The lines of active households that a piece serves. Something to try on is no reason to lay it aside.
fn open_lines(
    db: &mut Db,
    piece: &Piece<'_>,
    asked: &[Asked],
    catalogue: &Catalogue,
) -> Result<Vec<NeedRow>, StoreError> {
    let fits = |fit: Option<Fit>| fit.is_some_and(|fit| fit >= Fit::NextSize);
    let kinds: Vec<&Asked> = asked.iter().filter(|kind| fits(kind.fit(piece, catalogue))).collect();
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let sizes: Vec<Option<String>> =
        kinds.iter().filter(|kind| kind.line.size.is_some()).map(|kind| kind.line.size.clone()).collect();
    let rows: Vec<NeedRow> = needs::table
        .inner_join(households::table)
        .filter(needs::product_code.eq(piece.product))
        .filter(needs::state.eq_any(OPEN))
        .filter(households::state.eq(HouseholdState::Active))
        .filter(needs::size.is_null().or(needs::size.eq_any(sizes)))
        .order((needs::recorded_at, needs::id))
        .select(needs::all_columns)
        .load(db)?;
    Ok(rows.into_iter().filter(|row| fits(serves(&row.line(), piece, catalogue))).collect())
}

/// The fewest and the most points that a line can have without those of its household.
fn bounds(row: &NeedRow, when: &When, catalogue: &Catalogue) -> (u16, u16) {
    let (asks, today) = (allocation::alone(row, when), when.today());
    let has_all = Household { id: String::new(), have_weight: 0, template_weight: 0 };
    let most = score(&asks.piece(0, catalogue, today), &has_all, today);
    let may_be_less = most.u == FIRST && !asks.is_marked;
    (if may_be_less { most.total() - (FIRST - MORE) } else { most.total() }, most.total())
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

/// How many there are and how many are needed.
fn enough(
    db: &mut Db,
    now: Timestamp,
    piece: &Piece<'_>,
    same: &Lying,
    asked: &[Asked],
    catalogue: &Catalogue,
) -> Result<Option<Stock>, StoreError> {
    let here: i64 = same.iter().map(|(_, pieces)| pieces.unwrap_or_default()).sum();
    let wanted: i64 = asked.iter().filter(|kind| kind.fit(piece, catalogue).is_some()).map(|kind| kind.pieces).sum();
    if here == 0 || here < wanted {
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
    let is_asked_for = !asked.is_empty() || !out.is_empty();
    Ok(Some(Stock { here, needed: wanted + lately, is_asked_for }))
}

fn when(scan: &Scan, zone: &TimeZone) -> When {
    When { now: scan.moment(), zone: zone.clone() }
}

/// The line whose turn it is (law reference 5.3), of those that ask for exactly this and for which nothing lies ready yet.
fn waiting(
    db: &mut Db,
    piece: &Piece<'_>,
    asked: &[Asked],
    catalogue: &Catalogue,
    when: &When,
) -> Result<Option<Waiting>, StoreError> {
    let mut rows: Vec<(u16, NeedRow)> = open_lines(db, piece, asked, catalogue)?
        .into_iter()
        .map(|row| (bounds(&row, when, catalogue).1, row))
        .collect();
    rows.sort_by_key(|(most, _)| std::cmp::Reverse(*most));
    let (bounds, rows): (Vec<u16>, Vec<NeedRow>) = rows.into_iter().unzip();
    let mut looked_at = LIKELY;
    let (supply, ranked) = loop {
        let some = &rows[..looked_at.min(rows.len())];
        let (supply, ranked) = in_line(db, some, catalogue, when)?;
        let best = ranked.first().map_or(0, |first| first.score.total());
        match bounds.get(looked_at) {
            // One of those that were not looked at may come first.
            Some(most) if ranked.is_empty() || most + MOST_FOR_LACK >= best => looked_at *= 2,
            _ => break (supply, ranked),
        }
    };
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

/// Who of these waits for a piece, the first first.
fn in_line(
    db: &mut Db,
    rows: &[NeedRow],
    catalogue: &Catalogue,
    when: &When,
) -> Result<(Supply, Vec<Ranked>), StoreError> {
    if rows.is_empty() {
        return Ok((Supply::default(), Vec::new()));
    }
    let mut supply = allocation::asking(db, rows, when, catalogue)?;
    supply.lines.retain(|asks| asks.missing() > 0);
    let today = when.today();
    let iso = today.iso_week_date();
    let lot = sign_ins::house_fact(db, &format!("lot-{}-W{:02}", iso.year(), iso.week()))?.unwrap_or_default();
    let households: Vec<_> = supply.parties.iter().map(Party::household).collect();
    let pieces: Vec<_> = supply.lines.iter().map(|asks| asks.piece(0, catalogue, today)).collect();
    let ranked = ranking(today, &lot, &households, &pieces);
    Ok((supply, ranked))
}

/// How many other households wait for the very same with a higher score than the visitor has: by its own line, else only by
/// what it lacks. 0 when there is so much of it that everybody may choose, and for what lies ready for the visitor. Where
/// very many wait, not everybody whose score is near is counted.
pub fn ahead(
    db: &mut Db,
    scan: &Scan,
    item: &desk::Item,
    visitor: &desk::Household,
    catalogue: &Catalogue,
    zone: &TimeZone,
) -> Result<i64, StoreError> {
    if item.standing.state == ItemState::Reserved {
        return Ok(0);
    }
    let when = when(scan, zone);
    let piece = Piece { product: &item.product, cut: item.cut, size: item.size.as_deref() };
    let asked = asked(db, &item.product)?;
    let mut rows = open_lines(db, &piece, &asked, catalogue)?;
    let mut ids: Vec<HouseholdId> = rows.iter().map(|row| row.household_id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.iter().all(|id| *id == visitor.id) {
        return Ok(0);
    }
    let aside = allocation::laid_aside_for(db, &ids)?;
    let missing = |row: &NeedRow| i64::from(row.line().missing()) - aside.get(&row.id).copied().unwrap_or_default();
    rows.retain(|row| missing(row) > 0);
    let here: i64 = in_stock(db, &piece)?.iter().map(|(_, pieces)| pieces.unwrap_or_default()).sum();
    let open: i64 = rows.iter().map(missing).sum();
    let size = |pieces: i64| u64::try_from(pieces).unwrap_or_default();
    if free_choice(size(here), size(open)) {
        return Ok(0);
    }
    let (theirs, others): (Vec<NeedRow>, Vec<NeedRow>) =
        rows.into_iter().partition(|row| row.household_id == visitor.id);
    let own = match in_line(db, &theirs, catalogue, &when)?.1.first() {
        Some(own) => own.score.total(),
        None => {
            let (has, of) = allocation::coverage(db, visitor.id, &when, catalogue)?;
            Coverage::new(has, of).points()
        }
    };
    let mut surely: Vec<String> = Vec::new();
    let mut perhaps: Vec<(u16, NeedRow)> = Vec::new();
    for row in others {
        let (fewest, most) = bounds(&row, &when, catalogue);
        if fewest > own {
            surely.push(row.household_id.to_string());
        } else if most + MOST_FOR_LACK > own {
            perhaps.push((most, row));
        }
    }
    surely.sort_unstable();
    surely.dedup();
    let mut before: HashSet<String> = labels::bound_to_any(db, &surely)?.into_keys().collect();
    perhaps.retain(|(_, row)| surely.binary_search(&row.household_id.to_string()).is_err());
    perhaps.sort_by_key(|(most, _)| std::cmp::Reverse(*most));
    let likely: Vec<NeedRow> = perhaps.into_iter().take(LIKELY).map(|(_, row)| row).collect();
    let (supply, ranked) = in_line(db, &likely, catalogue, &when)?;
    let higher = ranked.iter().filter(|ranked| ranked.score.total() > own);
    before.extend(higher.map(|ranked| supply.parties[supply.lines[ranked.line].party].id.to_string()));
    Ok(before.len() as i64)
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
