//! Who was thanked for what, how and when; and whom nobody has thanked yet.

use diesel::prelude::*;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::donations::DonationRow;
use super::donors::DonorRow;
use super::paging::{Cursor, Page};
use super::schema::{donations, donors, items, outbox, products, thanks};
use super::{AnyBackend, Db, StoreError};
use crate::domain::catalogue::GroupCode;
use crate::domain::donation::{CAME, DonorKind, ThanksBy};
use crate::domain::item::ItemState;
use crate::domain::session::LetterState;
use crate::domain::{DonationId, DonorId, LetterId, PaperId, ThanksId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = thanks)]
pub struct ThanksRow {
    pub id: ThanksId,
    pub donor_id: DonorId,
    pub donation_id: Option<DonationId>,
    pub sent_by: ThanksBy,
    /// The mail in the outbox.
    pub outbox_id: Option<LetterId>,
    /// The letter as it was printed.
    pub paper_id: Option<PaperId>,
    pub made_by: Option<UserId>,
    pub made_at: At,
}

/// Thanks, and what became of their mail.
#[derive(Clone, Debug, Queryable)]
pub struct Sent {
    pub row: ThanksRow,
    pub mail: Option<LetterState>,
}

const ASKED: [ThanksBy; 2] = [ThanksBy::Mail, ThanksBy::Letter];

impl Sent {
    /// Whether it counts: a mail that nobody got does not.
    pub fn counts(&self) -> bool {
        !matches!(self.mail, Some(LetterState::Failed | LetterState::Dropped))
    }
}

pub fn insert(db: &mut Db, row: &ThanksRow) -> Result<(), StoreError> {
    diesel::insert_into(thanks::table).values(row).execute(db)?;
    Ok(())
}

/// All thanks for a gift, the latest first.
pub fn of_donation(db: &mut Db, donation: DonationId) -> Result<Vec<Sent>, StoreError> {
    Ok(thanks::table
        .left_join(outbox::table)
        .filter(thanks::donation_id.eq(donation))
        .order((thanks::made_at.desc(), thanks::id.desc()))
        .select((thanks::all_columns, outbox::state.nullable()))
        .load(db)?)
}

/// The last thanks to a donor.
pub fn of_donor(db: &mut Db, donor: DonorId, limit: i64) -> Result<Vec<Sent>, StoreError> {
    Ok(thanks::table
        .left_join(outbox::table)
        .filter(thanks::donor_id.eq(donor))
        .order((thanks::made_at.desc(), thanks::id.desc()))
        .select((thanks::all_columns, outbox::state.nullable()))
        .limit(limit)
        .load(db)?)
}

/// The donor to whom a mail of the outbox says thanks.
pub fn donor_of_letter(db: &mut Db, letter: LetterId) -> Result<Option<DonorRow>, StoreError> {
    Ok(thanks::table
        .inner_join(donors::table)
        .filter(thanks::outbox_id.eq(letter))
        .select(donors::all_columns)
        .first(db)
        .optional()?)
}

macro_rules! due {
    ($select:expr, $since:expr) => {{
        let thanked = thanks::table
            .left_join(outbox::table)
            .filter(thanks::donation_id.eq(donations::id.nullable()))
            .filter(outbox::state.is_null().or(outbox::state.ne_all([LetterState::Failed, LetterState::Dropped])));
        $select
            .filter(donors::thanks.eq_any(ASKED))
            .filter(donors::kind.ne(DonorKind::Anonymous))
            .filter(donations::state.eq_any(CAME))
            .filter(donations::only_offered.eq(false))
            .filter(donations::received_on.ge(Day($since)))
            .filter(diesel::dsl::not(diesel::dsl::exists(thanked)))
    }};
}

/// Gifts since a day whose donors want to be thanked and were not yet, the oldest first.
pub fn due(
    db: &mut Db,
    since: Date,
    after: Option<DonationId>,
    size: i64,
) -> Result<Page<(DonationRow, DonorRow)>, StoreError> {
    let cursor = after.map_or(Cursor::Start, Cursor::After);
    let all = donations::table.inner_join(donors::table).select((donations::all_columns, donors::all_columns));
    let mut query = due!(all, since).into_boxed::<AnyBackend>();
    if let Some(id) = after {
        query = query.filter(donations::id.gt(id));
    }
    Ok(cursor.page(query.order(donations::id).limit(size + 1).load(db)?, size))
}

/// How many there are.
pub fn due_count(db: &mut Db, since: Date) -> Result<i64, StoreError> {
    Ok(due!(donations::table.inner_join(donors::table), since).count().get_result(db)?)
}

/// Letters that were printed since a moment, the latest first: paper and donor. One for several gifts is told once.
pub fn printed_since(db: &mut Db, since: jiff::Timestamp, limit: i64) -> Result<Vec<(PaperId, String)>, StoreError> {
    let rows: Vec<(Option<PaperId>, String)> = thanks::table
        .inner_join(donors::table)
        .filter(thanks::paper_id.is_not_null())
        .filter(thanks::made_at.ge(At(since)))
        .order((thanks::made_at.desc(), thanks::id.desc()))
        .select((thanks::paper_id, donors::name))
        .limit(limit)
        .load(db)?;
    let mut letters: Vec<_> = rows.into_iter().filter_map(|(paper, name)| Some((paper?, name))).collect();
    letters.dedup_by_key(|(paper, _)| *paper);
    Ok(letters)
}

/// Pieces of a gift that were taken in, by product group.
pub fn pieces_by_group(db: &mut Db, donation: DonationId) -> Result<Vec<(GroupCode, i64)>, StoreError> {
    use diesel::dsl::sql;
    use diesel::sql_types::{BigInt, Nullable};
    let sums: Vec<(String, Option<i64>)> = items::table
        .inner_join(products::table)
        .filter(items::donation_id.eq(donation))
        .filter(items::state.ne(ItemState::Void))
        .group_by(products::group_code)
        .order(products::group_code)
        .select((products::group_code, sql::<Nullable<BigInt>>("CAST(SUM(items.quantity) AS BIGINT)")))
        .load(db)?;
    Ok(sums.into_iter().filter_map(|(code, sum)| Some((code.parse().ok()?, sum?))).collect())
}
