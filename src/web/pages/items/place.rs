//! A small picture of where something lies: the places beside its own, with its own marked.

use crate::domain::LocationId;
use crate::store::locations::LocationRow;

/// Places in one row of the picture.
const ACROSS: usize = 8;

/// The picture: boxes on a grid, and the way there in words.
pub(super) struct Map {
    /// From the site to the place.
    pub path: Vec<String>,
    pub boxes: Vec<Square>,
    pub wide: usize,
    pub high: usize,
    /// Which of the boxes it is, counted from 1, and of how many.
    pub number: usize,
    pub count: usize,
}

pub(super) struct Square {
    pub x: usize,
    pub y: usize,
    pub here: bool,
}

/// The map for a place, if it is still there.
pub(super) fn map(places: &[LocationRow], id: LocationId) -> Option<Map> {
    let find = |id: LocationId| places.iter().find(|place| place.id == id);
    let place = find(id)?;
    let mut path = vec![place.name.clone()];
    let mut above = place.parent_id;
    // A place lies in at most two others; a ring in the data must not hang the page.
    while let Some(parent) = above.and_then(find).filter(|_| path.len() < 4) {
        path.insert(0, parent.name.clone());
        above = parent.parent_id;
    }
    let beside: Vec<&LocationRow> = places.iter().filter(|other| other.parent_id == place.parent_id).collect();
    let at = beside.iter().position(|other| other.id == id)?;
    let across = beside.len().min(ACROSS);
    let square = |at: usize| Square { x: at % ACROSS * 12 + 1, y: at / ACROSS * 12 + 1, here: beside[at].id == id };
    Some(Map {
        path,
        boxes: (0..beside.len()).map(square).collect(),
        wide: across * 12,
        high: beside.len().div_ceil(ACROSS) * 12,
        number: at + 1,
        count: beside.len(),
    })
}
