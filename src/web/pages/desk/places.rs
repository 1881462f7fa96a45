//! The desks that stand at a place, and the places of the house as a list to choose from, for whoever stands where no code
//! hangs.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use super::{Sent, Shown, book, now};
use crate::actions::scan::Said;
use crate::actions::{ActionError, Actor, House};
use crate::codes::Kind;
use crate::domain::LocationId;
use crate::domain::desk::{Desk, Mode};
use crate::store::locations::{self, LocationRow};
use crate::store::{Db, StoreError, labels};
use crate::web::{Failure, Shared, act};

#[derive(Deserialize)]
pub(in crate::web) struct PlaceForm {
    #[serde(flatten)]
    sent: Sent,
    /// The code of the place that is chosen in the list.
    #[serde(default)]
    place: String,
}

impl PlaceForm {
    /// Choosing a place in the list is scanning its code.
    fn scanned(self) -> Sent {
        let PlaceForm { mut sent, place } = self;
        if sent.action == "place" {
            sent.code = place;
            sent.action = "scan".to_owned();
        }
        sent
    }
}

/// Does what was sent to a desk with a place, if anything was, and draws the desk after it.
pub(super) async fn at_desk<T: Send + 'static>(
    app: &Shared,
    actor: Actor,
    mode: Mode,
    sent: Option<PlaceForm>,
    draw: impl FnOnce(&Arc<House>, &Actor, &Desk, Shown) -> Result<T, ActionError> + Send + 'static,
) -> Result<T, Failure> {
    let work = move |house: &Arc<House>| {
        let (desk, shown) = match sent {
            Some(form) => book(house, &actor, mode, &form.scanned(), Said::default(), 1)?,
            None => (now(house, &actor, mode)?, Shown::Ready),
        };
        draw(house, &actor, &desk, shown)
    };
    act(app, work).await
}

/// A place that can be chosen.
pub(in crate::web::pages) struct PlaceChoice {
    pub(in crate::web::pages) id: LocationId,
    /// Its code: choosing it is the same as scanning it.
    pub(in crate::web::pages) code: String,
    /// “Lager › Regal 3”.
    pub(in crate::web::pages) path: String,
    pub(in crate::web::pages) chosen: bool,
    /// Whether other places are inside it.
    holds_places: bool,
}

/// The places that are counted: those without others inside.
pub(in crate::web::pages) fn countable(
    db: &mut Db,
    chosen: Option<LocationId>,
) -> Result<Vec<PlaceChoice>, StoreError> {
    let mut choices = choices(db, chosen)?;
    choices.retain(|choice| !choice.holds_places);
    Ok(choices)
}

/// Every place that has a code, in the order of its path; shelf 10 comes after shelf 9.
pub(in crate::web::pages) fn choices(db: &mut Db, chosen: Option<LocationId>) -> Result<Vec<PlaceChoice>, StoreError> {
    let all = locations::all(db)?;
    let codes: HashMap<String, _> = labels::bound_of_kind(db, Kind::Location)?.into_iter().collect();
    let sites = all.iter().filter(|row| row.parent_id.is_none()).count();
    let mut choices: Vec<PlaceChoice> = all
        .iter()
        .filter_map(|row| {
            let code = codes.get(&row.id.to_string())?.to_string();
            Some(PlaceChoice {
                id: row.id,
                code,
                path: path(&all, row, sites == 1),
                chosen: chosen == Some(row.id),
                holds_places: all.iter().any(|other| other.parent_id == Some(row.id)),
            })
        })
        .collect();
    choices.sort_by_cached_key(|choice| natural(&choice.path));
    Ok(choices)
}

/// Where each place stands when one walks through the house, and its path.
pub(in crate::web::pages) fn paths(db: &mut Db) -> Result<HashMap<LocationId, (String, String)>, StoreError> {
    let all = locations::all(db)?;
    let sites = all.iter().filter(|row| row.parent_id.is_none()).count();
    let named = |row: &LocationRow| {
        let path = path(&all, row, sites == 1);
        (row.id, (natural(&path), path))
    };
    Ok(all.iter().map(named).collect())
}

/// The names from the site down; without the site for what lies in the only one.
fn path(all: &[LocationRow], row: &LocationRow, one_site: bool) -> String {
    let mut names = vec![row.name.as_str()];
    let mut next = row.parent_id;
    while let Some(parent) = next.and_then(|id| all.iter().find(|row| row.id == id)) {
        names.insert(0, &parent.name);
        next = parent.parent_id;
    }
    let known = usize::from(one_site && names.len() > 1);
    names[known..].join(" › ")
}

/// The text with its numbers padded, so that they sort as numbers.
fn natural(text: &str) -> String {
    let (mut key, mut digits) = (String::new(), String::new());
    for c in text.to_lowercase().chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{digits:0>12}"));
            digits.clear();
        }
        key.push(c);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shelf_ten_comes_after_shelf_nine() {
        let mut names = ["Lager › Regal 10", "Lager › Regal 9", "Keller"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["Keller", "Lager › Regal 9", "Lager › Regal 10"]);
    }
}
