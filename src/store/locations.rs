//! Places: site, room, shelf.

use diesel::prelude::*;

use super::schema::locations;
use super::{Db, StoreError};
use crate::domain::LocationId;

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = locations)]
pub struct LocationRow {
    pub id: LocationId,
    pub parent_id: Option<LocationId>,
    /// `site`, `room` or `shelf`.
    pub kind: String,
    pub name: String,
    pub version: i32,
}

pub fn all(db: &mut Db) -> Result<Vec<LocationRow>, StoreError> {
    Ok(locations::table.order(locations::name).load(db)?)
}

pub fn insert(db: &mut Db, row: &LocationRow) -> Result<(), StoreError> {
    diesel::insert_into(locations::table).values(row).execute(db)?;
    Ok(())
}
