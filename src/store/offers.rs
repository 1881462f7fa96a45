//! What companies offered, line by line, and what was answered.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Nullable};

use super::columns::{At, Day};
use super::donors::with_words;
use super::paging::{Cursor, MANY, Page};
use super::schema::{donor_words, donors, offer_lines, offers};
use super::{AnyBackend, Db, StoreError, words};
use crate::domain::catalogue::ProductCode;
use crate::domain::treasury::OfferState;
use crate::domain::{DonationId, DonorId, OfferId, OfferLineId, PaperId, UserId};
use crate::texts::fold;

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = offers)]
pub struct OfferRow {
    pub id: OfferId,
    pub donor_id: DonorId,
    pub offered_on: Day,
    /// The company's own number or sign.
    pub reference: String,
    pub description: String,
    pub state: OfferState,
    /// What the answer says besides its lines.
    pub reason: String,
    pub answered_on: Option<Day>,
    pub answered_by: Option<UserId>,
    /// The gift that the accepted pieces are announced in.
    pub donation_id: Option<DonationId>,
    /// The answer that holds. Former ones are papers of this offer too.
    pub paper_id: Option<PaperId>,
    pub made_at: At,
    pub version: i32,
}

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = offer_lines)]
pub struct OfferLineRow {
    pub id: OfferLineId,
    pub offer_id: OfferId,
    pub position: i32,
    pub group_code: String,
    pub product_code: Option<ProductCode>,
    pub description: String,
    pub pieces: i32,
    /// In grams, all pieces together.
    pub weight_g: i64,
    pub pieces_accepted: Option<i32>,
    /// A word of [`Reason`](crate::domain::offer::Reason); empty for none.
    pub reason: String,
    pub words: String,
}

/// Which offers a list shows.
#[derive(Clone, Debug, Default)]
pub struct OfferFilter {
    pub state: Option<OfferState>,
    pub donor: Option<DonorId>,
    /// Every word must begin a word of the donor's name or city.
    pub text: String,
}

/// What is summed up of an offer's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub pieces: i64,
    pub weight_g: i64,
    pub accepted: i64,
}

/// Narrows a boxed query over offers to what the filter says. A macro, because each query is of another type.
macro_rules! narrowed {
    ($query:expr, $filter:expr) => {{
        let filter = $filter;
        let mut query = with_words!($query, offers::donor_id, &filter.text);
        if let Some(state) = filter.state {
            query = query.filter(offers::state.eq(state));
        }
        if let Some(donor) = filter.donor {
            query = query.filter(offers::donor_id.eq(donor));
        }
        query
    }};
}

pub fn find(db: &mut Db, id: OfferId) -> Result<Option<OfferRow>, StoreError> {
    Ok(offers::table.find(id).first(db).optional()?)
}

/// Lines in the order in which they were written down.
pub fn lines(db: &mut Db, id: OfferId) -> Result<Vec<OfferLineRow>, StoreError> {
    Ok(offer_lines::table.filter(offer_lines::offer_id.eq(id)).order(offer_lines::position).load(db)?)
}

/// One page of offers with the companies' names: what waits for an answer first, then by the day, the latest first.
pub fn page(
    db: &mut Db,
    filter: &OfferFilter,
    cursor: &Cursor<OfferId>,
    size: i64,
) -> Result<Page<(OfferRow, String)>, StoreError> {
    // Joined so that nobody begins with the donors: an offer has one in any case.
    let all = offers::table
        .left_join(donors::table)
        .select((offers::all_columns, donors::name.nullable()))
        .into_boxed::<AnyBackend>();
    let mut query = narrowed!(all, filter);
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    let backwards = cursor.is_backwards();
    if let Some(OfferRow { id, offered_on: day, state, .. }) = seen {
        let is_open = state == OfferState::Open;
        let later = offers::offered_on.gt(day).or(offers::offered_on.eq(day).and(offers::id.gt(id)));
        let earlier = offers::offered_on.lt(day).or(offers::offered_on.eq(day).and(offers::id.lt(id)));
        let (open, answered) = (offers::state.eq(OfferState::Open), offers::state.ne(OfferState::Open));
        query = match (is_open, backwards) {
            (true, false) => query.filter(answered.or(open.and(earlier))),
            (false, false) => query.filter(answered.and(earlier)),
            (true, true) => query.filter(open.and(later)),
            (false, true) => query.filter(open.or(answered.and(later))),
        };
    }
    let waits = sql::<Integer>("CASE WHEN offers.state = 'open' THEN 0 ELSE 1 END");
    query = match backwards {
        false => query.order((waits.asc(), offers::offered_on.desc(), offers::id.desc())),
        true => query.order((waits.desc(), offers::offered_on.asc(), offers::id.asc())),
    };
    let rows: Vec<(OfferRow, Option<String>)> = query.limit(size + 1).load(db)?;
    Ok(cursor.page(rows.into_iter().map(|(row, donor)| (row, donor.unwrap_or_default())).collect(), size))
}

/// How many offers there are, as far as [`MANY`]; `None` beyond it.
pub fn count(db: &mut Db, filter: &OfferFilter) -> Result<Option<i64>, StoreError> {
    let beyond = narrowed!(offers::table.select(offers::id).into_boxed::<AnyBackend>(), filter);
    if beyond.order(offers::id).offset(MANY).limit(1).first::<OfferId>(db).optional()?.is_some() {
        return Ok(None);
    }
    let all = narrowed!(offers::table.count().into_boxed::<AnyBackend>(), filter);
    Ok(Some(all.get_result(db)?))
}

type SumsRow = (OfferId, Option<i64>, Option<i64>, Option<i64>);

/// Pieces and grams of each of these offers.
pub fn sums(db: &mut Db, ids: &[OfferId]) -> Result<Vec<(OfferId, Sums)>, StoreError> {
    let rows: Vec<SumsRow> = offer_lines::table
        .filter(offer_lines::offer_id.eq_any(ids))
        .group_by(offer_lines::offer_id)
        .select((
            offer_lines::offer_id,
            sql::<Nullable<BigInt>>("CAST(SUM(pieces) AS BIGINT)"),
            sql::<Nullable<BigInt>>("CAST(SUM(weight_g) AS BIGINT)"),
            sql::<Nullable<BigInt>>("CAST(SUM(pieces_accepted) AS BIGINT)"),
        ))
        .load(db)?;
    let sums = |(id, pieces, weight, accepted): (OfferId, Option<i64>, Option<i64>, Option<i64>)| {
        let of = Option::unwrap_or_default;
        (id, Sums { pieces: of(pieces), weight_g: of(weight), accepted: of(accepted) })
    };
    Ok(rows.into_iter().map(sums).collect())
}

/// The offer that a gift came from.
pub fn of_donation(db: &mut Db, donation: DonationId) -> Result<Option<OfferId>, StoreError> {
    Ok(offers::table.filter(offers::donation_id.eq(donation)).select(offers::id).first(db).optional()?)
}

pub fn insert(db: &mut Db, row: &OfferRow, lines: &[OfferLineRow]) -> Result<(), StoreError> {
    diesel::insert_into(offers::table).values(row).execute(db)?;
    for line in lines {
        diesel::insert_into(offer_lines::table).values(line).execute(db)?;
    }
    Ok(())
}

/// Writes the answer, if nobody changed the offer since `row.version` was read. `false` when somebody did.
pub fn answer(db: &mut Db, row: &OfferRow, lines: &[OfferLineRow]) -> Result<bool, StoreError> {
    let same = offers::table.filter(offers::id.eq(row.id)).filter(offers::version.eq(row.version));
    let changed = diesel::update(same)
        .set((
            offers::state.eq(row.state),
            offers::reason.eq(&row.reason),
            offers::answered_on.eq(row.answered_on),
            offers::answered_by.eq(row.answered_by),
            offers::donation_id.eq(row.donation_id),
            offers::paper_id.eq(row.paper_id),
            offers::version.eq(row.version + 1),
        ))
        .execute(db)?;
    if changed != 1 {
        return Ok(false);
    }
    for line in lines {
        diesel::update(offer_lines::table.find(line.id))
            .set((
                offer_lines::pieces_accepted.eq(line.pieces_accepted),
                offer_lines::reason.eq(&line.reason),
                offer_lines::words.eq(&line.words),
            ))
            .execute(db)?;
    }
    Ok(true)
}
