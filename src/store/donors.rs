//! Donors: who gives.

use std::collections::HashMap;

use diesel::prelude::*;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::paging::{Cursor, MANY, Page};
use super::schema::{donations, donor_words, donors, receipts};
use super::{AnyBackend, Db, StoreError, words};
use crate::domain::DonorId;
use crate::domain::donation::{DonorKind, Source, ThanksBy, awaited};
use crate::domain::lists::{DonorOrder, OnlyDonors};
use crate::domain::treasury::ReceiptState;
use crate::texts::fold;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = donors, treat_none_as_null = true)]
pub struct DonorRow {
    pub id: DonorId,
    pub kind: DonorKind,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub email: String,
    pub note: String,
    /// Name and city, folded.
    pub search: String,
    pub created_at: At,
    pub version: i32,
    pub country: String,
    /// Whom letters are addressed to, in a company.
    pub contact: String,
    /// The language of letters and papers.
    pub lang: String,
    pub thanks: ThanksBy,
    /// Who gives again and again: after so many months the next gift is awaited.
    pub gives_every_months: Option<i32>,
}

/// Which donors a list shows.
#[derive(Clone, Debug, Default)]
pub struct DonorFilter {
    /// Every word must begin a word of name or city.
    pub text: String,
    pub kind: Option<DonorKind>,
    pub only: Option<OnlyDonors>,
    /// The day on which that is asked.
    pub today: Option<Date>,
}

/// Narrows a boxed query to rows whose donor has these words. A macro, because each query is of another type.
macro_rules! with_words {
    ($query:expr, $donor:expr, $text:expr) => {{
        let mut query = $query;
        for word in words::words_of(&fold($text)) {
            let theirs = donor_words::table
                .filter(donor_words::word.ge(word.to_owned()))
                .filter(donor_words::word.lt(words::end_of(word)))
                .select(donor_words::donor_id);
            query = query.filter($donor.eq_any(theirs));
        }
        query
    }};
}
pub(super) use with_words;

type Filtered<'a> = donors::BoxedQuery<'a, AnyBackend>;

fn filtered(db: &mut Db, filter: &DonorFilter) -> Result<Filtered<'static>, StoreError> {
    let mut query: Filtered<'static> = with_words!(donors::table.into_boxed(), donors::id, &filter.text);
    if let Some(kind) = filter.kind {
        query = query.filter(donors::kind.eq(kind));
    }
    let today = filter.today.unwrap_or(Date::MAX);
    let no_address = donors::street.eq("").or(donors::postcode.eq("")).or(donors::city.eq(""));
    match filter.only {
        Some(OnlyDonors::Recurring) => query = query.filter(donors::gives_every_months.is_not_null()),
        Some(OnlyDonors::Due) => query = query.filter(donors::id.eq_any(due(db, today)?)),
        Some(OnlyDonors::NoAddress) => {
            query = query.filter(donors::kind.ne(DonorKind::Anonymous)).filter(no_address);
        }
        Some(OnlyDonors::Receipt) => {
            let receipted =
                receipts::table.filter(receipts::state.eq(ReceiptState::Issued)).select(receipts::donation_id);
            let wanted = donations::table
                .filter(donations::receipt_wanted.eq(true))
                .filter(donations::source.eq(Source::Gift))
                .filter(donations::id.ne_all(receipted));
            query = query
                .filter(donors::kind.ne(DonorKind::Anonymous))
                .filter(donors::id.eq_any(wanted.select(donations::donor_id)));
        }
        Some(OnlyDonors::ReceiptNoAddress) => {
            let new_year = Date::new(today.year(), 1, 1).unwrap_or(Date::MIN);
            let wanted = donations::table
                .filter(donations::receipt_wanted.eq(true))
                .filter(donations::received_on.ge(Day(new_year)));
            query = query
                .filter(donors::kind.ne(DonorKind::Anonymous))
                .filter(donors::id.eq_any(wanted.select(donations::donor_id)))
                .filter(no_address);
        }
        None => {}
    }
    Ok(query)
}

/// The donors who give every so many months and whose last gift lies longer back than that; who never gave is due too.
/// Months differ from donor to donor, so the few who give again and again are reckoned here.
pub fn due(db: &mut Db, today: Date) -> Result<Vec<DonorId>, StoreError> {
    let regular: Vec<(DonorId, Option<i32>)> = donors::table
        .filter(donors::gives_every_months.is_not_null())
        .select((donors::id, donors::gives_every_months))
        .load(db)?;
    let last: HashMap<DonorId, Option<Day>> = donations::table
        .inner_join(donors::table)
        .filter(donors::gives_every_months.is_not_null())
        .filter(donations::received_on.le(Day(today)))
        .group_by(donations::donor_id)
        .select((donations::donor_id, diesel::dsl::max(donations::received_on)))
        .load(db)?
        .into_iter()
        .collect();
    let is_due = |(id, months): &(DonorId, Option<i32>)| {
        let last = last.get(id).copied().flatten();
        last.is_none_or(|last| awaited(last.0, months.unwrap_or(1)) <= today)
    };
    Ok(regular.iter().filter(|donor| is_due(donor)).map(|(id, _)| *id).collect())
}

/// The day of the last gift of a donor.
pub fn last_gift(db: &mut Db, id: DonorId) -> Result<Option<Day>, StoreError> {
    Ok(donations::table
        .filter(donations::donor_id.eq(id))
        .select(diesel::dsl::max(donations::received_on))
        .first(db)?)
}

pub fn find(db: &mut Db, id: DonorId) -> Result<Option<DonorRow>, StoreError> {
    Ok(donors::table.find(id).first(db).optional()?)
}

/// One page of donors, by name.
pub fn list(
    db: &mut Db,
    filter: &DonorFilter,
    cursor: &Cursor<DonorId>,
    size: i64,
) -> Result<Page<DonorRow>, StoreError> {
    page(db, filter, DonorOrder::Name, cursor, size)
}

/// One page of donors in an order.
pub fn page(
    db: &mut Db,
    filter: &DonorFilter,
    order: DonorOrder,
    cursor: &Cursor<DonorId>,
    size: i64,
) -> Result<Page<DonorRow>, StoreError> {
    let mut query = filtered(db, filter)?;
    if order == DonorOrder::Newest {
        let query = match cursor {
            Cursor::Start => query.order(donors::id.desc()),
            Cursor::After(id) => query.filter(donors::id.lt(*id)).order(donors::id.desc()),
            Cursor::Before(id) => query.filter(donors::id.gt(*id)).order(donors::id.asc()),
        };
        return Ok(cursor.page(query.limit(size + 1).load(db)?, size));
    }
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    // The first condition says nothing new, but it is what an index can begin at.
    query = match (seen, cursor.is_backwards()) {
        (Some(seen), false) => query
            .filter(donors::search.ge(seen.search.clone()))
            .filter(donors::search.gt(seen.search).or(donors::id.gt(seen.id))),
        (Some(seen), true) => query
            .filter(donors::search.le(seen.search.clone()))
            .filter(donors::search.lt(seen.search).or(donors::id.lt(seen.id))),
        (None, _) => query,
    };
    query = if cursor.is_backwards() {
        query.order((donors::search.desc(), donors::id.desc()))
    } else {
        query.order((donors::search, donors::id))
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// How many donors there are, as far as [`MANY`](super::paging::MANY); `None` beyond it.
pub fn count(db: &mut Db, filter: &DonorFilter) -> Result<Option<i64>, StoreError> {
    let beyond = filtered(db, filter)?.select(donors::id).order(donors::id).offset(MANY).limit(1);
    if beyond.first::<DonorId>(db).optional()?.is_some() {
        return Ok(None);
    }
    Ok(Some(filtered(db, filter)?.count().get_result(db)?))
}

/// Donors whose folded name is exactly this one, at most `limit`; for a name given on the command line.
pub fn named(db: &mut Db, name: &str, limit: i64) -> Result<Vec<DonorRow>, StoreError> {
    let folded = fold(name);
    let candidates: Vec<DonorRow> = donors::table
        .filter(donors::search.like(format!("{folded}%")))
        .order((donors::search, donors::id))
        .limit(100)
        .load(db)?;
    let exact = |row: &&DonorRow| fold(&row.name) == folded;
    Ok(candidates.iter().filter(exact).take(usize::try_from(limit).unwrap_or_default()).cloned().collect())
}

/// How many donations each of these donors has given.
pub fn donation_counts(db: &mut Db, ids: &[DonorId]) -> Result<Vec<(DonorId, i64)>, StoreError> {
    Ok(donations::table
        .filter(donations::donor_id.eq_any(ids))
        .group_by(donations::donor_id)
        .select((donations::donor_id, diesel::dsl::count_star()))
        .load(db)?)
}

pub fn insert(db: &mut Db, row: &DonorRow) -> Result<(), StoreError> {
    diesel::insert_into(donors::table).values(row).execute(db)?;
    words::set(db, row.id, &row.search)
}

/// Writes the row, whose version is the one after `version`, if nobody changed the donor since that was read. `false`
/// when somebody did.
pub fn update(db: &mut Db, row: &DonorRow, version: i32) -> Result<bool, StoreError> {
    let changed = diesel::update(donors::table.filter(donors::id.eq(row.id)).filter(donors::version.eq(version)))
        .set(row)
        .execute(db)?;
    if changed == 1 {
        words::set(db, row.id, &row.search)?;
    }
    Ok(changed == 1)
}

/// The donors with these ids.
pub fn of_ids(db: &mut Db, ids: &[DonorId]) -> Result<Vec<DonorRow>, StoreError> {
    Ok(donors::table.filter(donors::id.eq_any(ids)).load(db)?)
}
