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
    /// Whether things lie here that are laid aside for a household.
    pub pickup: bool,
}

pub fn all(db: &mut Db) -> Result<Vec<LocationRow>, StoreError> {
    Ok(locations::table.order(locations::name).load(db)?)
}

pub fn find(db: &mut Db, id: LocationId) -> Result<Option<LocationRow>, StoreError> {
    Ok(locations::table.find(id).first(db).optional()?)
}

/// What lies directly in a place; with `None` the sites.
pub fn inside(db: &mut Db, parent: Option<LocationId>) -> Result<Vec<LocationRow>, StoreError> {
    let ordered = locations::table.order(locations::name);
    Ok(match parent {
        Some(parent) => ordered.filter(locations::parent_id.eq(parent)).load(db)?,
        None => ordered.filter(locations::parent_id.is_null()).load(db)?,
    })
}

/// Renames a place, if nobody changed it since `version` was read. `false` when somebody did.
pub fn rename(db: &mut Db, id: LocationId, version: i32, name: &str) -> Result<bool, StoreError> {
    let changed = diesel::update(locations::table.find(id).filter(locations::version.eq(version)))
        .set((locations::name.eq(name), locations::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Makes a place the one shelf for what is laid aside, or an ordinary one again, if nobody changed it since `version` was
/// read. `false` when somebody did.
pub fn set_pickup(db: &mut Db, id: LocationId, version: i32, pickup: bool) -> Result<bool, StoreError> {
    let changed = diesel::update(locations::table.find(id).filter(locations::version.eq(version)))
        .set((locations::pickup.eq(pickup), locations::version.eq(version + 1)))
        .execute(db)?;
    if changed == 1 && pickup {
        let others = locations::table.filter(locations::pickup.eq(true)).filter(locations::id.ne(id));
        diesel::update(others)
            .set((locations::pickup.eq(false), locations::version.eq(locations::version + 1)))
            .execute(db)?;
    }
    Ok(changed == 1)
}

pub fn insert(db: &mut Db, row: &LocationRow) -> Result<(), StoreError> {
    diesel::insert_into(locations::table).values(row).execute(db)?;
    Ok(())
}
