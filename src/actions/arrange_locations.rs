//! Where things stand: a site has rooms, a room has shelves; each gets a code when it is added.

use std::sync::Arc;

use super::make_codes::new_code;
use super::once::once;
use super::typed::line;
use super::{ActionError, Actor, House};
use crate::codes::{Code, Kind};
use crate::domain::LocationId;
use crate::domain::rights::Right;
use crate::store::locations::{self, LocationRow};
use crate::store::{Db, StoreError};
use crate::texts::say;

/// The longest name of a place, in characters.
const LONGEST_NAME: usize = 40;

/// Adds a place and makes its code: a site, or a room in a site, or a shelf in a room.
///
/// # Errors
/// Without the right, for a name that is empty, too long or taken by a neighbour, for a place inside a shelf, and when the
/// place that it should be in does not exist.
pub fn add(
    house: &Arc<House>,
    actor: &Actor,
    parent: Option<LocationId>,
    name: &str,
) -> Result<(LocationId, Code), ActionError> {
    actor.must(Right::ArrangeLocations)?;
    let (name, id) = (checked(name)?, LocationId(house.uuid()));
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "location", in_house.now(), |db| {
            let kind = match parent {
                None => "site",
                Some(parent) => match locations::find(db, parent)?.ok_or(ActionError::NotFound)?.kind.as_str() {
                    "site" => "room",
                    "room" => "shelf",
                    _ => return Err(ActionError::field("name", say::error_location_in_shelf())),
                },
            };
            must_be_free(db, parent, id, &name)?;
            let row = LocationRow {
                id,
                parent_id: parent,
                kind: kind.to_owned(),
                name: name.clone(),
                version: 1,
                pickup: false,
            };
            locations::insert(db, &row)?;
            Ok((id, new_code(db, &in_house, Kind::Location, Some(id.to_string()))?))
        })
    })
}

/// Gives a place another name. Its code stays.
///
/// # Errors
/// As [`add`], and when somebody changed the place since `version` was read.
pub fn rename(house: &House, actor: &Actor, id: LocationId, version: i32, name: &str) -> Result<(), ActionError> {
    actor.must(Right::ArrangeLocations)?;
    let name = checked(name)?;
    house.store().write(move |db| {
        let row = locations::find(db, id)?.ok_or(ActionError::NotFound)?;
        must_be_free(db, row.parent_id, id, &name)?;
        if locations::rename(db, id, version, &name)? { Ok(()) } else { Err(ActionError::Changed) }
    })
}

/// Makes a place the pick-up shelf of the house, where pieces lie ready for a household, or an ordinary place again. There is
/// one: the place that was it before is an ordinary one afterwards.
///
/// # Errors
/// Without the right, and when somebody changed the place since `version` was read.
pub fn set_pickup(house: &House, actor: &Actor, id: LocationId, version: i32, pickup: bool) -> Result<(), ActionError> {
    actor.must(Right::ArrangeLocations)?;
    house.store().write(move |db| {
        locations::find(db, id)?.ok_or(ActionError::NotFound)?;
        if locations::set_pickup(db, id, version, pickup)? { Ok(()) } else { Err(ActionError::Changed) }
    })
}

/// The names from the site down to this place.
///
/// # Errors
/// Only when the database fails.
pub fn path(db: &mut Db, id: LocationId) -> Result<Vec<String>, StoreError> {
    let (mut names, mut next) = (Vec::new(), Some(id));
    while let Some(id) = next {
        let Some(row) = locations::find(db, id)? else { break };
        names.insert(0, row.name);
        next = row.parent_id;
    }
    Ok(names)
}

fn checked(name: &str) -> Result<String, ActionError> {
    let name = line("name", name, LONGEST_NAME)?;
    if name.is_empty() { Err(ActionError::field("name", say::error_location_name())) } else { Ok(name) }
}

fn must_be_free(db: &mut Db, parent: Option<LocationId>, id: LocationId, name: &str) -> Result<(), ActionError> {
    let wanted = name.to_lowercase();
    let taken = locations::inside(db, parent)?.iter().any(|row| row.id != id && row.name.to_lowercase() == wanted);
    if taken { Err(ActionError::field("name", say::error_location_name_taken())) } else { Ok(()) }
}
