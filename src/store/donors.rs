//! Donors: who gives.

use diesel::prelude::*;

use super::columns::At;
use super::paging::{Cursor, Page};
use super::schema::{donations, donors};
use super::{AnyBackend, Db, StoreError};
use crate::domain::DonorId;
use crate::domain::donation::DonorKind;
use crate::texts::fold;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = donors)]
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
}

/// Which donors a list shows.
#[derive(Clone, Debug, Default)]
pub struct DonorFilter {
    /// Every word must be found in name or city.
    pub text: String,
    pub kind: Option<DonorKind>,
}

type Filtered<'a> = donors::BoxedQuery<'a, AnyBackend>;

fn filtered(filter: &DonorFilter) -> Filtered<'_> {
    let mut query = donors::table.into_boxed();
    for word in fold(&filter.text).split(' ').filter(|word| !word.is_empty()).take(8) {
        query = query.filter(donors::search.like(format!("%{word}%")));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(donors::kind.eq(kind));
    }
    query
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
    let mut query = filtered(filter);
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    query = match (seen, cursor.is_backwards()) {
        (Some(seen), false) => {
            let same = donors::search.eq(seen.search.clone()).and(donors::id.gt(seen.id));
            query.filter(donors::search.gt(seen.search).or(same))
        }
        (Some(seen), true) => {
            let same = donors::search.eq(seen.search.clone()).and(donors::id.lt(seen.id));
            query.filter(donors::search.lt(seen.search).or(same))
        }
        (None, _) => query,
    };
    query = if cursor.is_backwards() {
        query.order((donors::search.desc(), donors::id.desc()))
    } else {
        query.order((donors::search, donors::id))
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

pub fn count(db: &mut Db, filter: &DonorFilter) -> Result<i64, StoreError> {
    Ok(filtered(filter).count().get_result(db)?)
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
    Ok(())
}

/// Writes the row, whose version is the one after `version`, if nobody changed the donor since that was read. `false`
/// when somebody did.
pub fn update(db: &mut Db, row: &DonorRow, version: i32) -> Result<bool, StoreError> {
    let changed = diesel::update(donors::table.filter(donors::id.eq(row.id)).filter(donors::version.eq(version)))
        .set(row)
        .execute(db)?;
    Ok(changed == 1)
}
