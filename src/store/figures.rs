//! What the figures count, added up by the database: stock, pieces in and out, needs and how long they waited.

use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable};
use jiff::Timestamp;

use super::columns::At;
use super::schema::{items, needs};
use super::{AnyBackend, Db, StoreError};
use crate::domain::catalogue::ProductCode;
use crate::domain::item::ItemState;
use crate::domain::needs::NeedState;
use crate::domain::{HouseholdId, LocationId};

/// Pieces that came in and that went out in a span of time, without those that were taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Flow {
    pub taken_in: i64,
    pub handed_out: i64,
}

impl std::ops::AddAssign for Flow {
    fn add_assign(&mut self, more: Flow) {
        self.taken_in += more.taken_in;
        self.handed_out += more.handed_out;
    }
}

/// Lines of needs lists that wait for something.
pub const OPEN_NEED: [NeedState; 3] = [NeedState::Open, NeedState::Partly, NeedState::Reserved];

/// The number of the span that a moment lies in, as SQL: span 0 begins at the first bound, the last span ends at the last
/// bound. A tree of comparisons, so that a year of weeks asks six times for each row and not fifty. The bounds are moments
/// of ours, so they may stand in the text.
fn span_of(column: &str, bounds: &[Timestamp]) -> String {
    fn tree(column: &str, bounds: &[Timestamp], first: usize) -> String {
        if bounds.is_empty() {
            return first.to_string();
        }
        let middle = bounds.len() / 2;
        format!(
            "CASE WHEN {column} < {} THEN {} ELSE {} END",
            literal(bounds[middle]),
            tree(column, &bounds[..middle], first),
            tree(column, &bounds[middle + 1..], first + middle + 1)
        )
    }
    match bounds {
        [_, inner @ .., _] => tree(column, inner, 0),
        _ => "0".to_owned(),
    }
}

/// What brings a piece in or out: the kind of entry, and what else must be so. Of a split only the first entry of the pieces
/// that were taken from a lot counts.
const FLOWING: [(&str, &str); 4] = [
    ("intake", ""),
    ("handout", " AND m.state = 'handed_out'"),
    ("rebook", " AND m.state = 'handed_out'"),
    ("split", " AND m.state = 'handed_out' AND m.from_state IS NULL"),
];

#[derive(QueryableByName)]
struct Flowed {
    #[diesel(sql_type = Integer)]
    span: i32,
    #[diesel(sql_type = Bool)]
    comes_in: bool,
    #[diesel(sql_type = BigInt)]
    pieces: i64,
}

/// What came in and went out in each span between two neighbouring bounds; `products`: only pieces of these.
///
/// Each kind in each span is a stretch of one index (a year of 172,000 entries in 22 ms; grouped by span it was 205 ms).
/// Then the few entries that were taken back are subtracted.
pub fn flow(db: &mut Db, bounds: &[Timestamp], products: Option<&[ProductCode]>) -> Result<Vec<Flow>, StoreError> {
    let mut spans = vec![Flow::default(); bounds.len().saturating_sub(1)];
    let of_product = products.map_or_else(String::new, |products| {
        let codes = quoted(products);
        format!(" AND EXISTS (SELECT 1 FROM items i WHERE i.id = m.item_id AND i.product_code IN ({codes}))")
    });
    let mut all = Vec::new();
    for (at, span) in bounds.windows(2).enumerate() {
        for (kind, besides) in FLOWING {
            all.push(format!(
                "SELECT {at} AS span, {} AS comes_in, CAST(COALESCE(SUM(m.quantity), 0) AS BIGINT) AS pieces FROM movements m \
                 WHERE m.kind = '{kind}' AND m.recorded_at >= {} AND m.recorded_at < {}{besides}{of_product}",
                if kind == "intake" { "TRUE" } else { "FALSE" },
                literal(span[0]),
                literal(span[1])
            ));
        }
    }
    // Both databases take hundreds of selects at once; SQLite no more than 500.
    for some in all.chunks(400) {
        add(db, &some.join(" UNION ALL "), 1, &mut spans)?;
    }
    let ([from, ..], [.., to]) = (bounds, bounds) else { return Ok(spans) };
    let flowing: Vec<String> = FLOWING.iter().map(|(kind, besides)| format!("(m.kind = '{kind}'{besides})")).collect();
    // From the few that undo to what they undid: a plain join may read all entries of the time.
    let undone = format!(
        "SELECT {} AS span, m.kind = 'intake' AS comes_in, CAST(SUM(m.quantity) AS BIGINT) AS pieces \
         FROM movements u CROSS JOIN movements m WHERE m.id = u.reverses AND u.reverses IS NOT NULL AND ({}) \
         AND m.recorded_at >= {} AND m.recorded_at < {}{of_product} GROUP BY 1, 2",
        span_of("m.recorded_at", bounds),
        flowing.join(" OR "),
        literal(*from),
        literal(*to)
    );
    add(db, &undone, -1, &mut spans)?;
    Ok(spans)
}

fn add(db: &mut Db, query: &str, sign: i64, spans: &mut [Flow]) -> Result<(), StoreError> {
    let rows: Vec<Flowed> = diesel::sql_query(query).load(db)?;
    for row in rows {
        let Some(flow) = usize::try_from(row.span).ok().and_then(|span| spans.get_mut(span)) else { continue };
        *(if row.comes_in { &mut flow.taken_in } else { &mut flow.handed_out }) += sign * row.pieces;
    }
    Ok(())
}

fn literal(at: Timestamp) -> String {
    at.strftime("'%Y-%m-%d %H:%M:%S.%6f'").to_string()
}

/// Codes of products as a list for SQL. They are lower-case letters, digits and hyphens, which the type makes sure of.
pub(super) fn quoted(products: &[ProductCode]) -> String {
    let mut list: Vec<String> =
        products.iter().map(|code| format!("'{}'", code.as_str().replace('\'', "''"))).collect();
    if list.is_empty() {
        list.push("''".to_owned());
    }
    list.join(", ")
}

/// Pieces of each product that are in the house, by state. `products`, `places`: only these.
pub fn stock(
    db: &mut Db,
    products: Option<&[ProductCode]>,
    places: Option<&[LocationId]>,
) -> Result<Vec<(ProductCode, ItemState, i64)>, StoreError> {
    let here: Vec<ItemState> = ItemState::ALL.iter().copied().filter(|state| state.is_here()).collect();
    let mut query = items::table
        .filter(items::state.eq_any(here))
        .group_by((items::product_code, items::state))
        .select((items::product_code, items::state, sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .into_boxed::<AnyBackend>();
    if let Some(products) = products {
        query = query.filter(items::product_code.eq_any(products));
    }
    if let Some(places) = places {
        query = query.filter(items::location_id.eq_any(places));
    }
    let sums: Vec<(ProductCode, ItemState, Option<i64>)> = query.load(db)?;
    Ok(sums.into_iter().map(|(product, state, pieces)| (product, state, pieces.unwrap_or_default())).collect())
}

diesel::allow_columns_to_appear_in_same_group_by_clause!(needs::product_code, needs::state);

/// Lines of needs lists that are open now, by product and state.
pub fn open_lines(
    db: &mut Db,
    products: Option<&[ProductCode]>,
) -> Result<Vec<(ProductCode, NeedState, i64)>, StoreError> {
    let mut query = needs::table
        .filter(needs::state.eq_any(OPEN_NEED))
        .group_by((needs::product_code, needs::state))
        .select((needs::product_code, needs::state, count_star()))
        .into_boxed::<AnyBackend>();
    if let Some(products) = products {
        query = query.filter(needs::product_code.eq_any(products));
    }
    Ok(query.load(db)?)
}

/// Lines that were met from one moment to before another, by product.
pub fn met_lines(
    db: &mut Db,
    from: Timestamp,
    to: Timestamp,
    products: Option<&[ProductCode]>,
) -> Result<Vec<(ProductCode, i64)>, StoreError> {
    let mut query = needs::table
        .filter(needs::met_at.ge(At(from)))
        .filter(needs::met_at.lt(At(to)))
        .group_by(needs::product_code)
        .select((needs::product_code, count_star()))
        .into_boxed::<AnyBackend>();
    if let Some(products) = products {
        query = query.filter(needs::product_code.eq_any(products));
    }
    Ok(query.load(db)?)
}

/// How many households have lines of these products that are open now, or were met from one moment to before another.
pub fn households_of(db: &mut Db, products: &[ProductCode], from: Timestamp, to: Timestamp) -> Result<i64, StoreError> {
    #[derive(QueryableByName)]
    struct Households {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    let query = format!(
        "SELECT COUNT(DISTINCT household_id) AS number FROM needs WHERE product_code IN ({}) \
         AND (state IN ('open', 'partly', 'reserved') OR (met_at >= {} AND met_at < {}))",
        quoted(products),
        literal(from),
        literal(to)
    );
    let row: Households = diesel::sql_query(query).get_result(db)?;
    Ok(row.number)
}

/// One line of a needs list, for counting the households behind a number, never for showing one.
#[derive(Clone, Debug, Queryable)]
pub struct LineOf {
    pub household: HouseholdId,
    pub product: ProductCode,
    pub state: NeedState,
    pub recorded_at: At,
    pub met_at: Option<At>,
}

/// Lines that are open now, or were recorded or met from one moment to before another.
pub fn lines_of(
    db: &mut Db,
    from: Timestamp,
    to: Timestamp,
    products: Option<&[ProductCode]>,
) -> Result<Vec<LineOf>, StoreError> {
    let of_product =
        products.map_or_else(|| "1 = 1".to_owned(), |products| format!("product_code IN ({})", quoted(products)));
    let (from, to) = (literal(from), literal(to));
    let within = format!(
        "{of_product} AND (state IN ('open', 'partly', 'reserved') OR (recorded_at >= {from} AND recorded_at < {to}) \
         OR (met_at >= {from} AND met_at < {to}))"
    );
    Ok(needs::table
        .filter(sql::<Bool>(&within))
        .select((needs::household_id, needs::product_code, needs::state, needs::recorded_at, needs::met_at))
        .load(db)?)
}

/// Which moment of a line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    Recorded,
    Met,
}

/// Lines that were recorded, or met, in each span between two neighbouring bounds.
pub fn lines_by_span(
    db: &mut Db,
    moment: Moment,
    bounds: &[Timestamp],
    products: Option<&[ProductCode]>,
) -> Result<Vec<i64>, StoreError> {
    let mut spans = vec![0; bounds.len().saturating_sub(1)];
    let column = match moment {
        Moment::Recorded => "recorded_at",
        Moment::Met => "met_at",
    };
    let of_product =
        products.map_or_else(String::new, |products| format!(" AND product_code IN ({})", quoted(products)));
    let all: Vec<String> = bounds
        .windows(2)
        .enumerate()
        .map(|(at, span)| {
            let (from, to) = (literal(span[0]), literal(span[1]));
            format!(
                "SELECT {at} AS span, COUNT(*) AS lines FROM needs \
                 WHERE {column} >= {from} AND {column} < {to}{of_product}"
            )
        })
        .collect();
    for some in all.chunks(400) {
        let rows: Vec<Lines> = diesel::sql_query(some.join(" UNION ALL ")).load(db)?;
        for row in rows {
            if let Some(place) = usize::try_from(row.span).ok().and_then(|span| spans.get_mut(span)) {
                *place = row.lines;
            }
        }
    }
    Ok(spans)
}

#[derive(QueryableByName)]
struct Lines {
    #[diesel(sql_type = Integer)]
    span: i32,
    #[diesel(sql_type = BigInt)]
    lines: i64,
}

/// Whole days (24 hours each) from one moment to another, as SQL of this database.
fn days_between(db: &Db, from: &str, to: &str) -> String {
    match db {
        Db::Sqlite(_) => {
            format!("(CAST(strftime('%s', {to}) AS BIGINT) - CAST(strftime('%s', {from}) AS BIGINT)) / 86400")
        }
        Db::Postgres(_) => format!(
            "CAST(FLOOR((EXTRACT(EPOCH FROM date_trunc('second', CAST({to} AS TIMESTAMP))) - \
             EXTRACT(EPOCH FROM date_trunc('second', CAST({from} AS TIMESTAMP)))) / 86400) AS BIGINT)"
        ),
    }
}

/// How long the open lines have waited: whole days, and how many lines.
pub fn open_waits(
    db: &mut Db,
    now: Timestamp,
    products: Option<&[ProductCode]>,
) -> Result<Vec<(i64, i64)>, StoreError> {
    let days = days_between(db, "recorded_at", &literal(now));
    let of_product =
        products.map_or_else(|| "1 = 1".to_owned(), |products| format!("product_code IN ({})", quoted(products)));
    Ok(needs::table
        .filter(needs::state.eq_any(OPEN_NEED))
        .filter(sql::<Bool>(&of_product))
        .group_by(sql::<Integer>("1"))
        .select((sql::<BigInt>(&days), sql::<BigInt>("COUNT(*)")))
        .load(db)?)
}

/// How long the lines had waited that were met in each span: number of the span, whole days, and how many lines.
pub fn met_waits(
    db: &mut Db,
    bounds: &[Timestamp],
    products: Option<&[ProductCode]>,
) -> Result<Vec<(usize, i64, i64)>, StoreError> {
    let ([from, ..], [.., to]) = (bounds, bounds) else { return Ok(Vec::new()) };
    let days = days_between(db, "recorded_at", "met_at");
    let of_product =
        products.map_or_else(String::new, |products| format!(" AND product_code IN ({})", quoted(products)));
    let (from, to) = (literal(*from), literal(*to));
    let rows: Vec<(i32, i64, i64)> = needs::table
        .filter(sql::<Bool>(&format!("met_at >= {from} AND met_at < {to}{of_product}")))
        .group_by(sql::<Integer>("1, 2"))
        .select((sql::<Integer>(&span_of("met_at", bounds)), sql::<BigInt>(&days), sql::<BigInt>("COUNT(*)")))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(span, days, lines)| Some((usize::try_from(span).ok()?, days, lines))).collect())
}

#[cfg(test)]
mod tests {
    use super::span_of;

    #[test]
    fn a_moment_finds_its_span() {
        let day = |day: i8| jiff::civil::date(2026, 1, day).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        let tree = span_of("at", &[day(1), day(2), day(3), day(4)]);
        assert_eq!(
            tree,
            "CASE WHEN at < '2026-01-03 00:00:00.000000' THEN \
             CASE WHEN at < '2026-01-02 00:00:00.000000' THEN 0 ELSE 1 END ELSE 2 END"
        );
        assert_eq!((span_of("at", &[day(1), day(2)]), span_of("at", &[])), ("0".to_owned(), "0".to_owned()));
    }
}
