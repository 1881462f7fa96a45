//! Receipts: drafts, the register of those that were issued, and their numbers without gaps.

use std::collections::HashMap;

use diesel::dsl;
use diesel::prelude::*;

use super::columns::{At, Day};
use super::donors::with_words;
use super::paging::{Cursor, MANY, Page};
use super::schema::{donations, donor_words, donors, issuers, receipt_numbers, receipts};
use super::{AnyBackend, Db, StoreError, words};
use crate::domain::treasury::ReceiptState;
use crate::domain::{DonationId, DonorId, IssuerId, PaperId, ReceiptId, UserId};
use crate::texts::fold;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = receipts, treat_none_as_null = true)]
pub struct ReceiptRow {
    pub id: ReceiptId,
    pub issuer_id: IssuerId,
    pub donation_id: DonationId,
    pub state: ReceiptState,
    /// The year of issue, in which `counted` is the running number.
    pub year: Option<i32>,
    pub counted: Option<i32>,
    /// The number as it is printed.
    pub number: Option<String>,
    pub form: String,
    pub lang: String,
    pub total_cents: i64,
    pub currency: String,
    /// JSON: which lines a draft takes; of an issued one all that was printed, word by word.
    pub data: String,
    /// Whoever drafted it or chose its lines last.
    pub made_by: Option<UserId>,
    pub made_at: At,
    pub agreed_by: Option<UserId>,
    pub agreed_at: Option<At>,
    pub issued_by: Option<UserId>,
    pub issued_on: Option<Day>,
    pub issued_at: Option<At>,
    pub paper_id: Option<PaperId>,
    pub void_reason: String,
    pub void_asked_by: Option<UserId>,
    pub void_asked_at: Option<At>,
    pub voided_by: Option<UserId>,
    pub voided_at: Option<At>,
    /// The receipt that this one stands in for.
    pub replaces: Option<ReceiptId>,
    /// The last day on which the duplicate has to be kept.
    pub keep_until: Option<Day>,
    pub version: i32,
    /// Where it stands in the register: when it was issued, before that when it was drafted.
    pub listed_at: At,
}

/// A receipt as the register shows it, with the names of donor and issuer.
#[derive(Clone, Debug)]
pub struct Listed {
    pub row: ReceiptRow,
    pub donor: String,
    pub issuer: String,
}

/// Which receipts the register shows.
#[derive(Clone, Debug, Default)]
pub struct ReceiptFilter {
    pub state: Option<ReceiptState>,
    /// The year of issue.
    pub year: Option<i32>,
    pub issuer: Option<IssuerId>,
    /// The beginning of a number, or words of the donor's name or city.
    pub text: String,
    /// Only those that wait for a second person: to agree is not noted here, to void is.
    pub asked_to_void: bool,
}

pub fn find(db: &mut Db, id: ReceiptId) -> Result<Option<ReceiptRow>, StoreError> {
    Ok(receipts::table.find(id).first(db).optional()?)
}

/// The receipt with its row held until the end of the transaction.
pub fn lock(db: &mut Db, id: ReceiptId) -> Result<Option<ReceiptRow>, StoreError> {
    Ok(match db {
        Db::Postgres(connection) => receipts::table.find(id).for_update().first(connection).optional()?,
        // A transaction of the writer holds the whole database from its beginning.
        Db::Sqlite(connection) => receipts::table.find(id).first(connection).optional()?,
    })
}

/// All receipts of a donation, the latest first.
pub fn of_donation(db: &mut Db, donation: DonationId) -> Result<Vec<ReceiptRow>, StoreError> {
    Ok(receipts::table
        .filter(receipts::donation_id.eq(donation))
        .order((receipts::listed_at.desc(), receipts::id.desc()))
        .load(db)?)
}

/// The numbers of these receipts.
pub fn numbers_of(db: &mut Db, ids: &[ReceiptId]) -> Result<HashMap<ReceiptId, String>, StoreError> {
    let all: Vec<(ReceiptId, Option<String>)> =
        receipts::table.filter(receipts::id.eq_any(ids)).select((receipts::id, receipts::number)).load(db)?;
    Ok(all.into_iter().filter_map(|(id, number)| Some((id, number?))).collect())
}

/// The receipts that stand in for this one; drafts too.
pub fn replacing(db: &mut Db, id: ReceiptId) -> Result<Vec<ReceiptRow>, StoreError> {
    Ok(receipts::table.filter(receipts::replaces.eq(id)).order(receipts::id).load(db)?)
}

pub fn insert(db: &mut Db, row: &ReceiptRow) -> Result<(), StoreError> {
    diesel::insert_into(receipts::table).values(row.clone()).execute(db)?;
    Ok(())
}

/// Writes a receipt anew, if nobody changed it since `row.version` was read. `false` when somebody did.
pub fn update(db: &mut Db, row: &ReceiptRow) -> Result<bool, StoreError> {
    let known = receipts::table.filter(receipts::id.eq(row.id)).filter(receipts::version.eq(row.version));
    let next = ReceiptRow { version: row.version + 1, ..row.clone() };
    Ok(diesel::update(known).set(&next).execute(db)? == 1)
}

/// Deletes a draft. `false` when it is none, or somebody changed it since `version` was read.
pub fn drop_draft(db: &mut Db, id: ReceiptId, version: i32) -> Result<bool, StoreError> {
    let draft = receipts::table.find(id).filter(receipts::version.eq(version));
    Ok(diesel::delete(draft.filter(receipts::state.eq(ReceiptState::Draft))).execute(db)? == 1)
}

/// Takes the next number of an issuer's year. Whoever asks at the same moment waits until this transaction ends; when it
/// fails, the number is free again, so that there is never a gap.
pub fn next_number(db: &mut Db, issuer: IssuerId, year: i32) -> Result<i32, StoreError> {
    let first = (receipt_numbers::issuer_id.eq(issuer), receipt_numbers::year.eq(year), receipt_numbers::last.eq(0));
    // Two that begin a year at the same moment: the second finds the row of the first.
    match db {
        Db::Postgres(connection) => {
            diesel::insert_into(receipt_numbers::table).values(first).on_conflict_do_nothing().execute(connection)?
        }
        Db::Sqlite(connection) => {
            diesel::insert_or_ignore_into(receipt_numbers::table).values(first).execute(connection)?
        }
    };
    // Holds the row until the end of the transaction.
    diesel::update(receipt_numbers::table.find((issuer, year)))
        .set(receipt_numbers::last.eq(receipt_numbers::last + 1))
        .execute(db)?;
    Ok(receipt_numbers::table.find((issuer, year)).select(receipt_numbers::last).first(db)?)
}

/// The numbers of one issuer and year: the last that was given, how many receipts have one, and those that are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    pub issuer: IssuerId,
    pub issuer_name: String,
    pub year: i32,
    pub last: i32,
    pub count: i64,
    /// Numbers between one and the last without a receipt.
    pub missing: Vec<i32>,
}

/// Whether numbers are without gaps, for each issuer and year; the latest year first.
pub fn numbers(db: &mut Db) -> Result<Vec<Numbers>, StoreError> {
    let given: Vec<(IssuerId, String, i32, i32)> = receipt_numbers::table
        .inner_join(issuers::table.on(issuers::id.eq(receipt_numbers::issuer_id)))
        .order((receipt_numbers::year.desc(), issuers::name, issuers::id))
        .select((receipt_numbers::issuer_id, issuers::name, receipt_numbers::year, receipt_numbers::last))
        .load(db)?;
    let counted: Vec<(IssuerId, Option<i32>, i64, Option<i32>)> = receipts::table
        .filter(receipts::counted.is_not_null())
        .group_by((receipts::issuer_id, receipts::year))
        .select((receipts::issuer_id, receipts::year, dsl::count(receipts::counted), dsl::max(receipts::counted)))
        .load(db)?;
    let mut all = Vec::with_capacity(given.len());
    for (issuer, issuer_name, year, last) in given {
        let known = counted.iter().find(|one| one.0 == issuer && one.1 == Some(year));
        let (count, highest) = known.map_or((0, 0), |(.., count, highest)| (*count, highest.unwrap_or_default()));
        // A number beyond the last is as wrong as one that is missing.
        let last = last.max(highest);
        // Each number is there once at most, so that as many as the last are all of them.
        let missing = if count == i64::from(last) { Vec::new() } else { missing(db, issuer, year, last)? };
        all.push(Numbers { issuer, issuer_name, year, last, count, missing });
    }
    Ok(all)
}

/// The numbers up to the last that no receipt has.
fn missing(db: &mut Db, issuer: IssuerId, year: i32, last: i32) -> Result<Vec<i32>, StoreError> {
    let there: Vec<Option<i32>> = receipts::table
        .filter(receipts::issuer_id.eq(issuer).and(receipts::year.eq(year)))
        .select(receipts::counted)
        .load(db)?;
    let there: std::collections::BTreeSet<i32> = there.into_iter().flatten().collect();
    Ok((1..=last).filter(|number| !there.contains(number)).collect())
}

/// Whether a text is a number or its beginning: a year, and what is counted in it.
fn is_number(text: &str) -> bool {
    let (year, counted) = text.split_once('-').unwrap_or((text, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(year) && is_digits(counted) && text.starts_with("20") && year.len() <= 4
}

/// Narrows a boxed query over receipts with donations to what the filter says. A macro, because each query is of another
/// type.
macro_rules! narrowed {
    ($query:expr, $filter:expr) => {{
        let filter = $filter;
        let text = filter.text.trim();
        // Numbers begin with their year, as 2026-0017 does; a name may begin with a digit too, as 3M does.
        let is_number = is_number(text);
        let mut query = with_words!($query, donations::donor_id, if is_number { "" } else { text });
        if is_number {
            query = query.filter(receipts::number.ge(text.to_owned())).filter(receipts::number.lt(words::end_of(text)));
        }
        if let Some(state) = filter.state {
            query = query.filter(receipts::state.eq(state));
        }
        if let Some(year) = filter.year {
            query = query.filter(receipts::year.eq(year));
        }
        if let Some(issuer) = filter.issuer {
            query = query.filter(receipts::issuer_id.eq(issuer));
        }
        if filter.asked_to_void {
            query =
                query.filter(receipts::state.eq(ReceiptState::Issued)).filter(receipts::void_asked_at.is_not_null());
        }
        query
    }};
}

/// One page of the register, the latest first.
pub fn page(
    db: &mut Db,
    filter: &ReceiptFilter,
    cursor: &Cursor<ReceiptId>,
    size: i64,
) -> Result<Page<Listed>, StoreError> {
    // Each receipt has its gift. Said as "left", so that no planner begins at all the gifts and looks for their receipts.
    let all = receipts::table
        .left_join(donations::table.on(donations::id.eq(receipts::donation_id)))
        .select((receipts::id, donations::donor_id.nullable()))
        .into_boxed::<AnyBackend>();
    let mut query = narrowed!(all, filter);
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    let falling = !cursor.is_backwards();
    if let Some(ReceiptRow { id, listed_at: at, .. }) = seen {
        // The first condition says nothing new, but it is what an index can begin at.
        query = match falling {
            true => query.filter(receipts::listed_at.le(at)).filter(receipts::listed_at.lt(at).or(receipts::id.lt(id))),
            false => {
                query.filter(receipts::listed_at.ge(at)).filter(receipts::listed_at.gt(at).or(receipts::id.gt(id)))
            }
        };
    }
    query = match falling {
        true => query.order((receipts::listed_at.desc(), receipts::id.desc())),
        false => query.order((receipts::listed_at.asc(), receipts::id.asc())),
    };
    let found: Page<(ReceiptId, Option<DonorId>)> = cursor.page(query.limit(size + 1).load(db)?, size);
    Ok(Page { rows: listed(db, &found.rows)?, has_previous: found.has_previous, has_next: found.has_next })
}

/// These receipts, in this order, with the names of donor and issuer.
fn listed(db: &mut Db, ids: &[(ReceiptId, Option<DonorId>)]) -> Result<Vec<Listed>, StoreError> {
    let mine: Vec<ReceiptId> = ids.iter().map(|(id, _)| *id).collect();
    let theirs: Vec<DonorId> = ids.iter().filter_map(|(_, donor)| *donor).collect();
    let rows: Vec<ReceiptRow> = receipts::table.filter(receipts::id.eq_any(mine)).load(db)?;
    let mut rows: HashMap<ReceiptId, ReceiptRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let donors: Vec<(DonorId, String)> =
        donors::table.filter(donors::id.eq_any(theirs)).select((donors::id, donors::name)).load(db)?;
    let donors: HashMap<DonorId, String> = donors.into_iter().collect();
    let issuers: Vec<(IssuerId, String)> = issuers::table.select((issuers::id, issuers::name)).load(db)?;
    let issuers: HashMap<IssuerId, String> = issuers.into_iter().collect();
    let one = |(id, donor): &(ReceiptId, Option<DonorId>)| {
        let row = rows.remove(id)?;
        let issuer = issuers.get(&row.issuer_id).cloned().unwrap_or_default();
        Some(Listed { row, donor: donor.and_then(|donor| donors.get(&donor).cloned()).unwrap_or_default(), issuer })
    };
    Ok(ids.iter().filter_map(one).collect())
}

/// How many receipts the register has for a filter, as far as [`MANY`]; `None` beyond it.
pub fn count(db: &mut Db, filter: &ReceiptFilter) -> Result<Option<i64>, StoreError> {
    let joined = || receipts::table.left_join(donations::table.on(donations::id.eq(receipts::donation_id)));
    let beyond = narrowed!(joined().select(receipts::id).into_boxed::<AnyBackend>(), filter);
    if beyond.order(receipts::id).offset(MANY).limit(1).first::<ReceiptId>(db).optional()?.is_some() {
        return Ok(None);
    }
    let all = narrowed!(joined().count().into_boxed::<AnyBackend>(), filter);
    Ok(Some(all.get_result(db)?))
}

/// The issuers that have receipts.
pub fn issuers_with_receipts(db: &mut Db) -> Result<Vec<(IssuerId, String)>, StoreError> {
    let theirs = receipts::table.select(receipts::issuer_id);
    Ok(issuers::table
        .filter(issuers::id.eq_any(theirs))
        .order((issuers::name, issuers::id))
        .select((issuers::id, issuers::name))
        .load(db)?)
}

/// The years in which receipts were issued, the latest first.
pub fn years(db: &mut Db) -> Result<Vec<i32>, StoreError> {
    Ok(receipt_numbers::table.select(receipt_numbers::year).distinct().order(receipt_numbers::year.desc()).load(db)?)
}

/// One receipt by its printed number; several when issuers count alike.
pub fn by_number(db: &mut Db, number: &str) -> Result<Vec<ReceiptRow>, StoreError> {
    Ok(receipts::table.filter(receipts::number.eq(number)).order(receipts::id).load(db)?)
}

/// Notes who received a gift, when its first receipt is issued.
pub fn set_issuer_of(db: &mut Db, donation: DonationId, issuer: IssuerId) -> Result<(), StoreError> {
    let open = donations::table.filter(donations::id.eq(donation)).filter(donations::issuer_id.is_null());
    diesel::update(open)
        .set((donations::issuer_id.eq(issuer), donations::version.eq(donations::version + 1)))
        .execute(db)?;
    Ok(())
}
