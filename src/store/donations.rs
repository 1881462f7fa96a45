//! Donations: what a donor handed over on one day.

use std::collections::HashSet;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::donors::with_words;
use super::paging::{Cursor, MANY, Page};
use super::schema::{donations, donor_words, donors, issuers, items, labels, receipts};
use super::{AnyBackend, Db, StoreError, words};
use crate::codes::{Code, Kind};
use crate::domain::donation::{Came, DonationState, Origin, Source};
use crate::domain::household::LabelState;
use crate::domain::item::ItemState;
use crate::domain::lists::{DonationOrder, OnlyDonations};
use crate::domain::treasury::ReceiptState;
use crate::domain::{CouncilListId, DonationId, DonorId, IssuerId};
use crate::texts::fold;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = donations, treat_none_as_null = true)]
pub struct DonationRow {
    pub id: DonationId,
    pub donor_id: DonorId,
    pub received_on: Day,
    pub origin: Origin,
    pub state: DonationState,
    pub description: String,
    /// Pieces that the donor said there are.
    pub pieces_announced: Option<i32>,
    pub receipt_wanted: bool,
    pub created_at: At,
    pub version: i32,
    /// Who received it, where there are several.
    pub issuer_id: Option<IssuerId>,
    pub source: Source,
    pub came: Came,
    pub bags: Option<i32>,
    /// In grams, as it was weighed.
    pub weight_g: Option<i64>,
    /// What was paid for goods bought from the donor's money, in cents.
    pub paid_cents: Option<i64>,
    pub council_list_id: Option<CouncilListId>,
    /// The day of the offer, where it is on a city's path. It stays when `received_on` moves on.
    pub offered_on: Option<Day>,
    /// Nothing of the offer was handed over yet: `received_on` is still the day of the offer.
    pub only_offered: bool,
}

impl DonationRow {
    /// The first day that is known of it: when it was offered, or when it came.
    pub fn first_on(&self) -> Date {
        self.offered_on.map_or(self.received_on.0, |day| day.0.min(self.received_on.0))
    }
}

/// Which donations a list shows.
#[derive(Clone, Debug, Default)]
pub struct DonationFilter {
    pub state: Option<DonationState>,
    pub donor: Option<DonorId>,
    /// Handed over on this day.
    pub day: Option<jiff::civil::Date>,
    /// Every word must begin a word of the donor's name or city.
    pub text: String,
    /// Handed over in this year.
    pub year: Option<i16>,
    /// Handed over on this day or later, and on this day or before.
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub receipt_wanted: Option<bool>,
    /// Whether a receipt is issued for it.
    pub receipted: Option<bool>,
    pub source: Option<Source>,
    pub only: Option<OnlyDonations>,
    /// Nobody said who received it.
    pub no_receiver: bool,
}

/// States in which pieces are scanned in.
pub(super) const SCANNED_IN: [DonationState; 3] =
    [DonationState::Received, DonationState::InCustody, DonationState::Accepted];
/// More pieces were announced than have been scanned in.
pub(super) const MORE_ANNOUNCED: &str = "donations.pieces_announced > (SELECT COALESCE(SUM(items.quantity), 0) FROM items \
    WHERE items.donation_id = donations.id AND items.state <> 'void')";

/// Gifts in these states need no value: not here yet, confirmed already, given back.
pub(super) const NEEDS_NO_VALUE: [DonationState; 3] =
    [DonationState::Draft, DonationState::Receipted, DonationState::Declined];
/// Nobody wrote down what it is worth.
pub(super) const NO_VALUE: &str = "NOT EXISTS (SELECT 1 FROM value_lines WHERE value_lines.donation_id = donations.id)";

/// Its donor has a name: nobody confirms anything to the others, whatever was ticked. Written out, because the query may hold
/// the donors already.
pub(super) const SOMEBODYS: &str = "donations.donor_id NOT IN (SELECT id FROM donors WHERE kind = 'anonymous')";

/// What the accounts count of a gift without a receipt (`store::books`): a line with a value, or what was paid for goods.
pub(super) const VALUED: &str = "CASE WHEN donations.source = 'purchase' \
    THEN donations.paid_cents > 0 AND donations.state NOT IN ('draft', 'declined') \
    ELSE donations.state NOT IN ('draft', 'offered', 'declined') AND EXISTS (SELECT 1 FROM value_lines \
    WHERE value_lines.donation_id = donations.id AND value_lines.receipt_id IS NULL \
    AND COALESCE(value_lines.value_cents, value_lines.net_cents + value_lines.vat_cents) > 0) END";

/// The first and the last day of a year.
fn year(year: i16) -> Option<(Day, Day)> {
    let day = |month, day| Date::new(year, month, day).ok().map(Day);
    day(1, 1).zip(day(12, 31))
}

pub fn find(db: &mut Db, id: DonationId) -> Result<Option<DonationRow>, StoreError> {
    Ok(donations::table.find(id).first(db).optional()?)
}

/// The donation with its row held until the end of the transaction.
pub fn lock(db: &mut Db, id: DonationId) -> Result<Option<DonationRow>, StoreError> {
    Ok(match db {
        Db::Postgres(connection) => donations::table.find(id).for_update().first(connection).optional()?,
        // A transaction of the writer holds the whole database from its beginning.
        Db::Sqlite(connection) => donations::table.find(id).first(connection).optional()?,
    })
}

/// The donation with its donor's name.
pub fn with_donor(db: &mut Db, id: DonationId) -> Result<Option<(DonationRow, String)>, StoreError> {
    Ok(donations::table
        .inner_join(donors::table)
        .filter(donations::id.eq(id))
        .select((donations::all_columns, donors::name))
        .first(db)
        .optional()?)
}

/// The donations for which a receipt is issued.
macro_rules! receipted {
    () => {
        receipts::table.filter(receipts::state.eq(ReceiptState::Issued)).select(receipts::donation_id)
    };
}

/// Narrows a boxed query over donations to what the filter says. A macro, because each query is of another type.
macro_rules! narrowed {
    ($query:expr, $filter:expr) => {{
        let filter = $filter;
        let mut query = with_words!($query, donations::donor_id, &filter.text);
        if let Some(state) = filter.state {
            query = query.filter(donations::state.eq(state));
        }
        if let Some(donor) = filter.donor {
            query = query.filter(donations::donor_id.eq(donor));
        }
        if let Some((first, last)) = filter.year.and_then(year) {
            query = query.filter(donations::received_on.ge(first)).filter(donations::received_on.le(last));
        }
        if let Some(first) = filter.from {
            query = query.filter(donations::received_on.ge(Day(first)));
        }
        if let Some(last) = filter.to {
            query = query.filter(donations::received_on.le(Day(last)));
        }
        if let Some(wanted) = filter.receipt_wanted {
            query = query.filter(donations::receipt_wanted.eq(wanted));
            if wanted {
                query = query.filter(sql::<Bool>(SOMEBODYS));
            }
        }
        if let Some(source) = filter.source {
            query = query.filter(donations::source.eq(source));
        }
        match filter.receipted {
            Some(true) => query = query.filter(donations::id.eq_any(receipted!())),
            Some(false) => query = query.filter(donations::id.ne_all(receipted!())),
            None => {}
        }
        match filter.only {
            Some(OnlyDonations::Waiting) => {
                query = query.filter(donations::state.eq_any(SCANNED_IN)).filter(sql::<Bool>(MORE_ANNOUNCED));
            }
            Some(OnlyDonations::Company) => {
                // Written out: the query may hold the donors already.
                query =
                    query.filter(sql::<Bool>("donations.donor_id IN (SELECT id FROM donors WHERE kind = 'company')"));
            }
            Some(OnlyDonations::NoValue) => {
                query = query
                    .filter(donations::receipt_wanted.eq(true))
                    .filter(donations::source.eq(Source::Gift))
                    .filter(donations::state.ne_all(NEEDS_NO_VALUE))
                    .filter(sql::<Bool>(SOMEBODYS))
                    .filter(sql::<Bool>(NO_VALUE));
            }
            Some(OnlyDonations::Valued) => {
                query = query.filter(donations::only_offered.eq(false)).filter(sql::<Bool>(VALUED));
            }
            None => {}
        }
        if filter.no_receiver {
            query = query.filter(donations::issuer_id.is_null());
        }
        if let Some(day) = filter.day {
            query = query.filter(donations::received_on.eq(Day(day)));
        }
        query
    }};
}

/// One page of donations with their donors' names, by the day on which they were handed over.
pub fn page(
    db: &mut Db,
    filter: &DonationFilter,
    order: DonationOrder,
    cursor: &Cursor<DonationId>,
    size: i64,
) -> Result<Page<(DonationRow, String)>, StoreError> {
    let all = donations::table
        .inner_join(donors::table)
        .select((donations::all_columns, donors::name))
        .into_boxed::<AnyBackend>();
    let mut query = narrowed!(all, filter);
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    let falling = (order == DonationOrder::Newest) != cursor.is_backwards();
    if let Some(DonationRow { id, received_on: day, .. }) = seen {
        // The first condition says nothing new, but it is what an index can begin at.
        query = match falling {
            true => query
                .filter(donations::received_on.le(day))
                .filter(donations::received_on.lt(day).or(donations::id.lt(id))),
            false => query
                .filter(donations::received_on.ge(day))
                .filter(donations::received_on.gt(day).or(donations::id.gt(id))),
        };
    }
    query = match falling {
        true => query.order((donations::received_on.desc(), donations::id.desc())),
        false => query.order((donations::received_on.asc(), donations::id.asc())),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// How many donations there are, as far as [`MANY`]; `None` beyond it.
pub fn count(db: &mut Db, filter: &DonationFilter) -> Result<Option<i64>, StoreError> {
    let beyond = narrowed!(donations::table.select(donations::id).into_boxed::<AnyBackend>(), filter);
    if beyond.order(donations::id).offset(MANY).limit(1).first::<DonationId>(db).optional()?.is_some() {
        return Ok(None);
    }
    let all = narrowed!(donations::table.count().into_boxed::<AnyBackend>(), filter);
    Ok(Some(all.get_result(db)?))
}

/// Pieces of each of these donations in each state, as the items stand now.
pub fn pieces(db: &mut Db, ids: &[DonationId]) -> Result<Vec<(DonationId, ItemState, i64)>, StoreError> {
    use diesel::sql_types::{BigInt, Nullable};
    let sums: Vec<(Option<DonationId>, ItemState, Option<i64>)> = items::table
        .filter(items::donation_id.eq_any(ids))
        .group_by((items::donation_id, items::state))
        .select((items::donation_id, items::state, sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .load(db)?;
    Ok(sums.into_iter().filter_map(|(id, state, sum)| Some((id?, state, sum?))).collect())
}

/// Donations that pieces may still be scanned in for: code, donor's name, day; the latest first.
pub fn open(db: &mut Db, limit: i64) -> Result<Vec<(Code, String, Day)>, StoreError> {
    // What is confirmed takes the rest when its code is scanned; nobody has to look past it every day.
    let is_open = |state: &DonationState| state.takes_pieces() && *state != DonationState::Receipted;
    let open: Vec<_> = DonationState::ALL.iter().copied().filter(is_open).collect();
    Ok(donations::table
        .inner_join(donors::table)
        .inner_join(
            labels::table.on(labels::subject
                .eq(donations::id.nullable())
                .and(labels::kind.eq(Kind::Donation.word()))
                .and(labels::state.eq(LabelState::Bound))),
        )
        .filter(donations::state.eq_any(open))
        .order((donations::received_on.desc(), donations::id.desc()))
        .select((labels::code, donors::name, donations::received_on))
        .limit(limit)
        .load(db)?)
}

pub fn insert(db: &mut Db, row: &DonationRow) -> Result<(), StoreError> {
    diesel::insert_into(donations::table).values(row).execute(db)?;
    settle(db, row.id)
}

/// Changes the state, if nobody changed the donation since `version` was read. `false` when somebody did.
pub fn set_state(db: &mut Db, id: DonationId, version: i32, state: DonationState) -> Result<bool, StoreError> {
    let changed = diesel::update(donations::table.filter(donations::id.eq(id)).filter(donations::version.eq(version)))
        .set((donations::state.eq(state), donations::version.eq(version + 1)))
        .execute(db)?;
    settle(db, id)?;
    Ok(changed == 1)
}

/// Brings the day of the offer in line with the state that was written.
pub(super) fn settle(db: &mut Db, id: DonationId) -> Result<(), StoreError> {
    let Some(row) = find(db, id)? else { return Ok(()) };
    let (offered_on, only_offered) = match row.state {
        DonationState::Draft | DonationState::Received | DonationState::Closed => (None, false),
        DonationState::Offered => {
            (row.offered_on.or(Some(row.received_on)), super::arrivals::of_donation(db, id)?.pieces() == 0)
        }
        DonationState::InCustody => (row.offered_on, false),
        // Whether it came is not said by what the council says.
        DonationState::Accepted | DonationState::Receipted | DonationState::Declined => return Ok(()),
    };
    if (offered_on, only_offered) != (row.offered_on, row.only_offered) {
        diesel::update(donations::table.find(id))
            .set((donations::offered_on.eq(offered_on), donations::only_offered.eq(only_offered)))
            .execute(db)?;
    }
    Ok(())
}

/// The day on which an offer was handed over, which is a change of the gift: a page that shows the day of the offer is old.
pub fn came(db: &mut Db, id: DonationId, day: Date) -> Result<(), StoreError> {
    diesel::update(donations::table.find(id))
        .set((
            donations::received_on.eq(Day(day)),
            donations::only_offered.eq(false),
            donations::version.eq(donations::version + 1),
        ))
        .execute(db)?;
    Ok(())
}

/// Nothing of an offer came after all: it is as it was on the day of the offer.
pub fn only_offered(db: &mut Db, id: DonationId, offered_on: Date) -> Result<(), StoreError> {
    diesel::update(donations::table.find(id))
        .set((
            donations::received_on.eq(Day(offered_on)),
            donations::only_offered.eq(true),
            donations::version.eq(donations::version + 1),
        ))
        .execute(db)?;
    Ok(())
}

/// Writes the row, whose version is the one after `version`, if nobody changed the donation since that was read. `false`
/// when somebody did.
pub fn update(db: &mut Db, row: &DonationRow, version: i32) -> Result<bool, StoreError> {
    let same = donations::table.filter(donations::id.eq(row.id)).filter(donations::version.eq(version));
    let changed = diesel::update(same).set(row).execute(db)?;
    settle(db, row.id)?;
    Ok(changed == 1)
}

/// Whether a receipt is issued for this donation, and not voided.
pub fn has_issued_receipt(db: &mut Db, id: DonationId) -> Result<bool, StoreError> {
    let issued = receipts::table.filter(receipts::donation_id.eq(id)).filter(receipts::state.eq(ReceiptState::Issued));
    Ok(issued.count().get_result::<i64>(db)? > 0)
}

/// The name of an issuer, active or not.
pub fn issuer_name(db: &mut Db, id: IssuerId) -> Result<Option<String>, StoreError> {
    Ok(issuers::table.find(id).select(issuers::name).first(db).optional()?)
}

/// Those of these donations that have an issued receipt.
pub fn receipted_of(db: &mut Db, ids: &[DonationId]) -> Result<HashSet<DonationId>, StoreError> {
    let issued: Vec<DonationId> = receipts::table
        .filter(receipts::donation_id.eq_any(ids))
        .filter(receipts::state.eq(ReceiptState::Issued))
        .select(receipts::donation_id)
        .load(db)?;
    Ok(issued.into_iter().collect())
}

/// How many pieces are announced now, if nobody changed the gift since `version` was read. `false` when somebody did.
pub fn set_announced(db: &mut Db, id: DonationId, version: i32, pieces: Option<i32>) -> Result<bool, StoreError> {
    let same = donations::table.filter(donations::id.eq(id)).filter(donations::version.eq(version));
    let changed = diesel::update(same)
        .set((donations::pieces_announced.eq(pieces), donations::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// The day of a donor's first gift.
pub fn first_day(db: &mut Db, donor: DonorId) -> Result<Option<jiff::civil::Date>, StoreError> {
    let all = donations::table.filter(donations::donor_id.eq(donor));
    let first: Option<Day> = all.order(donations::received_on).select(donations::received_on).first(db).optional()?;
    Ok(first.map(|day| day.0))
}
