//! What the reports of the book count: gifts with their values, pieces in and out, stock by age, scans.
//!
//! Written for years of a million entries: what adds up many rows walks along one index that holds all it needs
//! (`tests/bench/reports` measures it).

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::{council_lines, council_lists, donations, donors, issuers, papers, receipts, users, value_lines};
use super::{AnyBackend, Db, StoreError};
use crate::domain::catalogue::{GroupCode, ProductCode};
use crate::domain::desk::Mode;
use crate::domain::donation::{CAME, DonationState, DonorKind, Source};
use crate::domain::item::ItemState;
use crate::domain::needs::Occasion;
use crate::domain::treasury::{CouncilListState, Decision, ReceiptState};
use crate::domain::{CouncilListId, DonationId, DonorId, HouseholdId, UserId};

/// What one piece of a line is worth: as stated, or net and VAT together.
const EACH: &str = "COALESCE(value_lines.value_cents, value_lines.net_cents + value_lines.vat_cents)";

/// A donation with its donor.
#[derive(Clone, Debug, Queryable)]
pub struct Given {
    pub id: DonationId,
    pub donor: DonorId,
    pub name: String,
    pub kind: DonorKind,
    pub received_on: Day,
    pub state: DonationState,
    pub source: Source,
    pub bags: Option<i32>,
    pub weight_g: Option<i64>,
    /// What was paid for goods that were bought from the donor's money, in cents.
    pub paid_cents: Option<i64>,
    pub description: String,
}

/// The donations that came from one day to another, both included, oldest first.
pub fn given(db: &mut Db, from: Date, to: Date, donor: Option<DonorId>) -> Result<Vec<Given>, StoreError> {
    let mut query = donations::table
        .inner_join(donors::table)
        .filter(donations::received_on.between(Day(from), Day(to)))
        .filter(donations::state.eq_any(CAME))
        .filter(donations::only_offered.eq(false))
        .order((donations::received_on, donations::id))
        .select((
            donations::id,
            donors::id,
            donors::name,
            donors::kind,
            donations::received_on,
            donations::state,
            donations::source,
            donations::bags,
            donations::weight_g,
            donations::paid_cents,
            donations::description,
        ))
        .into_boxed::<AnyBackend>();
    if let Some(donor) = donor {
        query = query.filter(donations::donor_id.eq(donor));
    }
    Ok(query.load(db)?)
}

/// Pieces recorded for each donation of the time. What was entered by mistake is left out.
pub fn pieces(db: &mut Db, from: Date, to: Date) -> Result<Vec<(DonationId, i64)>, StoreError> {
    // From the donations to their pieces along one index: the databases would rather sort all pieces of the house.
    let rows: Vec<(DonationId, Option<i64>)> = donations::table
        .filter(donations::received_on.between(Day(from), Day(to)))
        .select((
            donations::id,
            sql::<Nullable<BigInt>>(
                "(SELECT CAST(SUM(items.quantity) AS BIGINT) FROM items WHERE items.donation_id = donations.id \
                 AND items.state <> 'void')",
            ),
        ))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, pieces)| Some((id, pieces?))).collect())
}

/// The values of a donation's lines, added up, in cents; `None` where no line has one.
#[derive(Clone, Copy, Debug, Default, Queryable)]
pub struct Values {
    pub net: Option<i64>,
    pub vat: Option<i64>,
    pub total: Option<i64>,
}

type SumsRow = (DonationId, Option<i64>, Option<i64>, Option<i64>);

/// What each donation of the time is worth.
pub fn values(db: &mut Db, from: Date, to: Date) -> Result<Vec<(DonationId, Values)>, StoreError> {
    let sum = |each: &str| {
        sql::<Nullable<BigInt>>(&format!("CAST(SUM(CAST(value_lines.quantity AS BIGINT) * {each}) AS BIGINT)"))
    };
    // Of a line that has both: otherwise net and VAT would not add up to the total, which leaves open lines out.
    let net = "CASE WHEN value_lines.vat_cents IS NOT NULL THEN value_lines.net_cents END";
    let vat = "CASE WHEN value_lines.net_cents IS NOT NULL THEN value_lines.vat_cents END";
    let rows: Vec<SumsRow> = value_lines::table
        .inner_join(donations::table)
        .filter(donations::received_on.between(Day(from), Day(to)))
        .group_by(value_lines::donation_id)
        .select((value_lines::donation_id, sum(net), sum(vat), sum(EACH)))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, net, vat, total)| (id, Values { net, vat, total })).collect())
}

/// Numbers of the issued receipts of each donation of the time, in the order in which they were given.
pub fn receipt_numbers(db: &mut Db, from: Date, to: Date) -> Result<Vec<(DonationId, String)>, StoreError> {
    let rows: Vec<(DonationId, Option<String>)> = receipts::table
        .inner_join(donations::table)
        .filter(donations::received_on.between(Day(from), Day(to)))
        .filter(receipts::state.eq(ReceiptState::Issued))
        .order((receipts::issued_at, receipts::id))
        .select((receipts::donation_id, receipts::number))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, number)| Some((id, number?))).collect())
}

/// A receipt of the register.
#[derive(Clone, Debug, Queryable)]
pub struct Issued {
    pub number: Option<String>,
    pub issuer: String,
    pub issued_on: Option<Day>,
    pub donor: String,
    pub received_on: Day,
    pub total_cents: i64,
    pub currency: String,
    pub state: ReceiptState,
    pub voided_at: Option<At>,
    pub void_reason: String,
    pub keep_until: Option<Day>,
    /// Of the paper: SHA-256.
    pub sha256: Option<String>,
}

/// The receipts that were issued from one day to another, by issuer and number.
pub fn issued(db: &mut Db, from: Date, to: Date) -> Result<Vec<Issued>, StoreError> {
    Ok(receipts::table
        .inner_join(issuers::table)
        .inner_join(donations::table.inner_join(donors::table))
        .left_join(papers::table)
        .filter(receipts::issued_on.between(Day(from), Day(to)))
        .filter(receipts::number.is_not_null())
        .order((issuers::name, receipts::year, receipts::counted, receipts::id))
        .select((
            receipts::number,
            issuers::name,
            receipts::issued_on,
            donors::name,
            donations::received_on,
            receipts::total_cents,
            receipts::currency,
            receipts::state,
            receipts::voided_at,
            receipts::void_reason,
            receipts::keep_until,
            papers::sha256.nullable(),
        ))
        .load(db)?)
}

/// Pieces of a product, and what they are worth where somebody said so, in cents.
#[derive(Clone, Debug)]
pub struct Goods {
    pub product: Option<ProductCode>,
    /// Where no product is known.
    pub group: Option<GroupCode>,
    pub pieces: i64,
    pub cents: Option<i64>,
}

type GoodsRow = (Option<ProductCode>, Option<GroupCode>, Option<i64>, Option<i64>);

/// Valued lines of donations that came in the time.
pub fn valued_in(db: &mut Db, from: Date, to: Date) -> Result<Vec<Goods>, StoreError> {
    let rows: Vec<GoodsRow> = value_lines::table
        .inner_join(donations::table)
        .filter(donations::received_on.between(Day(from), Day(to)))
        .filter(donations::state.eq_any(CAME))
        .filter(donations::only_offered.eq(false))
        .filter(sql::<diesel::sql_types::Bool>(&format!("{EACH} IS NOT NULL")))
        .group_by((value_lines::product_code, value_lines::group_code))
        .select((
            value_lines::product_code,
            value_lines::group_code,
            sql::<Nullable<BigInt>>("CAST(SUM(value_lines.quantity) AS BIGINT)"),
            sql::<Nullable<BigInt>>(&format!("CAST(SUM(CAST(value_lines.quantity AS BIGINT) * {EACH}) AS BIGINT)")),
        ))
        .load(db)?;
    let goods =
        |(product, group, pieces, cents): GoodsRow| Goods { product, group, pieces: pieces.unwrap_or(0), cents };
    Ok(rows.into_iter().map(goods).collect())
}

/// Of the same lines, those of gifts of which no piece was recorded yet: pieces, and what they are worth in cents.
pub fn valued_unseen(db: &mut Db, from: Date, to: Date) -> Result<(i64, i64), StoreError> {
    let (pieces, cents): (Option<i64>, Option<i64>) = value_lines::table
        .inner_join(donations::table)
        .filter(donations::received_on.between(Day(from), Day(to)))
        .filter(donations::state.eq_any(CAME))
        .filter(donations::only_offered.eq(false))
        .filter(sql::<diesel::sql_types::Bool>(&format!("{EACH} IS NOT NULL")))
        .filter(sql::<diesel::sql_types::Bool>(
            "NOT EXISTS (SELECT 1 FROM items WHERE items.donation_id = donations.id AND items.state <> 'void')",
        ))
        .select((
            sql::<Nullable<BigInt>>("CAST(SUM(value_lines.quantity) AS BIGINT)"),
            sql::<Nullable<BigInt>>(&format!("CAST(SUM(CAST(value_lines.quantity AS BIGINT) * {EACH}) AS BIGINT)")),
        ))
        .first(db)?;
    Ok((pieces.unwrap_or(0), cents.unwrap_or(0)))
}

#[derive(QueryableByName)]
struct Summed {
    #[diesel(sql_type = Text)]
    product: ProductCode,
    #[diesel(sql_type = Nullable<BigInt>)]
    pieces: Option<i64>,
}

/// Pieces that came in the time and of which nobody said what they are worth: those of donations without a valued line, and
/// those of no donation by the day on which they were recorded. A piece out of a lot came with its lot.
pub fn unvalued_in(
    db: &mut Db,
    (from, to): (Date, Date),
    (begin, end): (Timestamp, Timestamp),
) -> Result<Vec<(ProductCode, i64)>, StoreError> {
    let states = CAME.map(|state| format!("'{state}'")).join(", ");
    let query = format!(
        "SELECT product, CAST(SUM(pieces) AS BIGINT) AS pieces FROM (\
         SELECT i.product_code AS product, SUM(i.quantity) AS pieces FROM donations d CROSS JOIN items i \
         WHERE i.donation_id = d.id AND i.state <> 'void' AND d.received_on >= '{from}' AND d.received_on <= '{to}' \
         AND d.state IN ({states}) AND NOT d.only_offered AND NOT EXISTS (SELECT 1 FROM value_lines WHERE value_lines.donation_id = d.id \
         AND {EACH} IS NOT NULL) GROUP BY 1 \
         UNION ALL SELECT i.product_code, SUM(i.quantity) FROM items i LEFT JOIN items lot ON lot.id = i.split_from \
         WHERE i.donation_id IS NULL AND i.state <> 'void' AND COALESCE(lot.created_at, i.created_at) >= {} \
         AND COALESCE(lot.created_at, i.created_at) < {} GROUP BY 1) AS came GROUP BY 1",
        literal(begin),
        literal(end)
    );
    let rows: Vec<Summed> = diesel::sql_query(query).load(db)?;
    Ok(rows.into_iter().filter_map(|row| Some((row.product, row.pieces?))).collect())
}

/// Pieces with a value that a household got in the time and has.
#[derive(Clone, Debug, QueryableByName)]
pub struct Worth {
    /// For counting households, never for showing one.
    #[diesel(sql_type = Text)]
    pub household: HouseholdId,
    #[diesel(sql_type = BigInt)]
    pub pieces: i64,
    #[diesel(sql_type = BigInt)]
    pub cents: i64,
}

/// Of what households got, the pieces that stand on a valued line, by themselves or with the lot that they were taken from,
/// also by way of other pieces: a row for each household.
pub fn valued_out(db: &mut Db, (begin, end): (Timestamp, Timestamp)) -> Result<Vec<Worth>, StoreError> {
    let query = format!(
        "WITH RECURSIVE worth (item_id, each) AS (\
         SELECT on_line.item_id, {EACH} FROM value_line_items on_line JOIN value_lines ON value_lines.id = on_line.line_id \
         UNION ALL SELECT part.id, worth.each FROM worth JOIN items part ON part.split_from = worth.item_id \
         WHERE NOT EXISTS (SELECT 1 FROM value_line_items own WHERE own.item_id = part.id)) \
         SELECT i.household_id AS household, CAST(SUM(i.quantity) AS BIGINT) AS pieces, \
         CAST(SUM(CAST(i.quantity AS BIGINT) * worth.each) AS BIGINT) AS cents \
         FROM worth JOIN items i ON i.id = worth.item_id WHERE worth.each IS NOT NULL AND i.state = 'handed_out' \
         AND i.household_id IS NOT NULL AND i.moved_at >= {} AND i.moved_at < {} GROUP BY 1 ORDER BY 1",
        literal(begin),
        literal(end)
    );
    Ok(diesel::sql_query(query).load(db)?)
}

#[derive(QueryableByName)]
struct AgedRow {
    #[diesel(sql_type = Text)]
    product: ProductCode,
    #[diesel(sql_type = Integer)]
    span: i32,
    #[diesel(sql_type = Nullable<BigInt>)]
    pieces: Option<i64>,
}

/// Pieces in the house by product and by which of the moments they were recorded after: 0 is before the first of them. A piece
/// out of a lot is as old as its lot.
pub fn aged(db: &mut Db, moments: &[Timestamp]) -> Result<Vec<(ProductCode, usize, i64)>, StoreError> {
    let here: Vec<String> =
        ItemState::ALL.iter().filter(|state| state.is_here()).map(|state| format!("'{state}'")).collect();
    // One stretch of an index for each product and span; grouped, the databases would sort all that is in the house.
    let recorded = "COALESCE(lot.created_at, i.created_at)";
    let spans: Vec<String> = (0..=moments.len())
        .map(|span| {
            let since = span.checked_sub(1).and_then(|before| moments.get(before));
            let since = since.map(|at| format!(" AND {recorded} >= {}", literal(*at))).unwrap_or_default();
            let until = moments.get(span).map(|at| format!(" AND {recorded} < {}", literal(*at))).unwrap_or_default();
            format!(
                "SELECT p.code AS product, {span} AS span, (SELECT CAST(SUM(i.quantity) AS BIGINT) FROM items i \
                 LEFT JOIN items lot ON lot.id = i.split_from WHERE i.product_code = p.code AND i.state IN ({}){since}{until}) \
                 AS pieces FROM products p",
                here.join(", ")
            )
        })
        .collect();
    let query = spans.join(" UNION ALL ");
    let rows: Vec<AgedRow> = diesel::sql_query(query).load(db)?;
    let spans = |row: AgedRow| Some((row.product, usize::try_from(row.span).ok()?, row.pieces?));
    Ok(rows.into_iter().filter_map(spans).collect())
}

/// Pieces of a product that a household got in the time and has.
#[derive(Clone, Debug, QueryableByName)]
pub struct Got {
    #[diesel(sql_type = Text)]
    pub product: ProductCode,
    /// `None`: the piece stood on no needs list.
    #[diesel(sql_type = Nullable<Text>)]
    pub occasion: Option<Occasion>,
    /// For counting households, never for showing one.
    #[diesel(sql_type = Text)]
    pub household: HouseholdId,
    #[diesel(sql_type = BigInt)]
    pub pieces: i64,
}

/// What households got from one moment to another and have not brought back: an entry for each line of a needs list.
pub fn got(db: &mut Db, (begin, end): (Timestamp, Timestamp)) -> Result<Vec<Got>, StoreError> {
    // The moment must not look like a use of its index: the one by household holds all that is added up here.
    let query = format!(
        "SELECT i.product_code AS product, MIN(n.occasion) AS occasion, i.household_id AS household, \
         CAST(SUM(i.quantity) AS BIGINT) AS pieces FROM items i LEFT JOIN needs n ON n.id = i.need_id \
         WHERE i.household_id IS NOT NULL AND i.state = 'handed_out' AND COALESCE(i.moved_at, i.moved_at) >= {} \
         AND COALESCE(i.moved_at, i.moved_at) < {} GROUP BY i.household_id, i.product_code, i.need_id",
        literal(begin),
        literal(end)
    );
    Ok(diesel::sql_query(query).load(db)?)
}

#[derive(QueryableByName)]
struct Held {
    #[diesel(sql_type = Text)]
    household: HouseholdId,
    #[diesel(sql_type = BigInt)]
    pieces: i64,
}

/// What each household got from one moment to another and has not brought back, in pieces, whatever it is.
pub fn held(db: &mut Db, (begin, end): (Timestamp, Timestamp)) -> Result<Vec<(HouseholdId, i64)>, StoreError> {
    // As in `got`: along the index by household.
    let query = format!(
        "SELECT i.household_id AS household, CAST(SUM(i.quantity) AS BIGINT) AS pieces FROM items i \
         WHERE i.household_id IS NOT NULL AND i.state = 'handed_out' AND COALESCE(i.moved_at, i.moved_at) >= {} \
         AND COALESCE(i.moved_at, i.moved_at) < {} GROUP BY i.household_id",
        literal(begin),
        literal(end)
    );
    let rows: Vec<Held> = diesel::sql_query(query).load(db)?;
    Ok(rows.into_iter().map(|row| (row.household, row.pieces)).collect())
}

#[derive(QueryableByName)]
struct Scanned {
    #[diesel(sql_type = Integer)]
    at: i32,
    #[diesel(sql_type = BigInt)]
    scans: i64,
}

/// What one person booked in one mode within a span.
#[derive(Clone, Debug)]
pub struct Scans {
    pub person: UserId,
    /// Two people may have the same.
    pub name: String,
    pub span: usize,
    pub mode: Mode,
    pub scans: i64,
}

/// Scans that booked something, by person, span between two neighbouring bounds, and mode. Who scanned nothing is not told.
pub fn scans(db: &mut Db, bounds: &[Timestamp]) -> Result<Vec<Scans>, StoreError> {
    let people: Vec<(UserId, String)> =
        users::table.order((users::display_name, users::id)).select((users::id, users::display_name)).load(db)?;
    let mut asked = Vec::new();
    for (id, name) in &people {
        for (span, ends) in bounds.windows(2).enumerate() {
            asked.extend(Mode::ALL.iter().map(|mode| (id, name, span, *mode, ends[0], ends[1])));
        }
    }
    let mut found = Vec::new();
    for (number, some) in asked.chunks(400).enumerate() {
        let first = number * 400;
        let selects: Vec<String> = some
            .iter()
            .enumerate()
            .map(|(at, (id, _, _, mode, begin, end))| {
                format!(
                    "SELECT {} AS at, COUNT(*) AS scans FROM scan_events WHERE actor_id = '{id}' AND mode = '{mode}' \
                     AND outcome = 'applied' AND received_at >= {} AND received_at < {}",
                    first + at,
                    literal(*begin),
                    literal(*end)
                )
            })
            .collect();
        let rows: Vec<Scanned> = diesel::sql_query(selects.join(" UNION ALL ")).load(db)?;
        for row in rows.into_iter().filter(|row| row.scans > 0) {
            let Some((id, name, span, mode, ..)) = usize::try_from(row.at).ok().and_then(|at| asked.get(at)) else {
                continue;
            };
            let (span, mode, scans) = (*span, *mode, row.scans);
            found.push((row.at, Scans { person: **id, name: (*name).clone(), span, mode, scans }));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    Ok(found.into_iter().map(|(_, scanned)| scanned).collect())
}

/// A gift on a list that the council or the mayor decided.
#[derive(Clone, Debug, Queryable)]
pub struct Decided {
    pub held_on: Option<Day>,
    pub title: String,
    pub reference: String,
    pub city: String,
    pub donor: String,
    pub description: String,
    /// As the list said it when it was decided, whatever became of the gift since.
    pub purpose: String,
    /// In cents; `None`: no value was wanted.
    pub value_cents: Option<i64>,
    pub decision: Decision,
    donation: DonationId,
    /// The list whose decision this one renews.
    pub adds_to: Option<CouncilListId>,
}

/// The gifts that were decided on from one day to another, by the day of the session. Where a decision was renewed, only what
/// came on top: no value is counted twice, in whatever year the first decision was.
pub fn decided(db: &mut Db, from: Date, to: Date) -> Result<Vec<Decided>, StoreError> {
    let mut all: Vec<Decided> = council_lines::table
        .inner_join(council_lists::table.inner_join(issuers::table))
        .inner_join(donations::table.inner_join(donors::table))
        .filter(council_lists::state.eq(CouncilListState::Decided))
        .filter(council_lists::held_on.between(Day(from), Day(to)))
        .order((council_lists::held_on, council_lists::id, donations::received_on, donations::id))
        .select((
            council_lists::held_on,
            council_lists::title,
            council_lists::reference,
            issuers::name,
            donors::name,
            donations::description,
            council_lines::purpose,
            council_lines::value_cents,
            council_lines::decision,
            donations::id,
            council_lines::adds_to,
        ))
        .load(db)?;
    for one in &mut all {
        let Some(first) = one.adds_to else { continue };
        let before = council_lines::table.find((first, one.donation)).select(council_lines::value_cents);
        let before: Option<Option<i64>> = before.first(db).optional()?;
        let more = one.value_cents.map(|value| value - before.flatten().unwrap_or_default());
        one.value_cents = more.filter(|_| one.decision == Decision::Accepted);
    }
    Ok(all)
}

/// A moment of ours as both databases read it.
fn literal(at: Timestamp) -> String {
    at.strftime("'%Y-%m-%d %H:%M:%S.%6f'").to_string()
}
