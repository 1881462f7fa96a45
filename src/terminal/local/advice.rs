//! What is known here about a piece that comes in: where pieces like it lie. Who waits for one only the server says: whose
//! bag it is stands on a card, and cards are not in a snapshot.

use std::collections::HashMap;

use super::world::World;
use crate::domain::desk::{Advice, Desk, Mode, Scan, Waiting, becomes};
use crate::domain::item::ItemState;
use crate::domain::snapshot::KnownItem;
use crate::domain::{LocationId, NeedId};

/// For a scan that takes a piece in.
pub fn of_piece(world: &World, scan: &Scan, desk: &Desk) -> Advice {
    if scan.mode != Mode::Intake {
        return Advice::default();
    }
    let fields = becomes(world.catalogue(), &desk.intake, &scan.fields);
    let known = fields.product.as_ref().and_then(|code| world.catalogue().product(code.as_str()));
    let Some(product) = known else { return Advice::default() };
    let same = |item: &KnownItem| item.product == product.code && item.cut == fields.cut && item.size == fields.size;
    let group = |item: &KnownItem| {
        let of_item = world.catalogue().product(item.product.as_str());
        of_item.is_some_and(|known| known.group == product.group)
    };
    let place = fields
        .location
        .or_else(|| fullest(world, same))
        .or_else(|| fullest(world, |item| item.product == product.code))
        .or_else(|| fullest(world, group));
    Advice { place: place.and_then(|id| world.place_name(id).cloned()), ..Advice::default() }
}

/// The place where most pieces like this lie.
fn fullest(world: &World, is_like: impl Fn(&KnownItem) -> bool) -> Option<LocationId> {
    let mut places: HashMap<LocationId, i64> = HashMap::new();
    for item in world.items().filter(|item| item.standing.state == ItemState::InStock && is_like(item)) {
        if let Some(place) = item.standing.location {
            *places.entry(place).or_default() += i64::from(item.standing.quantity);
        }
    }
    places.into_iter().max_by_key(|(place, pieces)| (*pieces, *place)).map(|(place, _)| place)
}

/// For a yes to an offer that the server made before it was away.
pub fn of_offer(world: &World, need: NeedId) -> Advice {
    let waiting = world.line(need).map(|(household, line)| Waiting {
        household,
        need,
        card: "…".to_owned(),
        missing: line.wanted - line.got - world.laid_aside(need),
    });
    Advice { waiting: waiting.filter(|waiting| waiting.missing > 0), ..Advice::default() }
}
