//! What the address of the item list asks for, and how that is said on chips.

use serde::Deserialize;

use super::told::Sees;
use crate::actions::{ActionError, Actor};
use crate::domain::catalogue::Catalogue;
use crate::domain::desk::state_name;
use crate::domain::lists::ItemOrder;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId, LocationId};
use crate::store::items::{ItemFilter, Order};
use crate::store::locations::LocationRow;
use crate::store::{Db, donations, donors, locations};
use crate::texts::{Lang, Texts};
use crate::web::pages::lists;
use crate::web::pages::locations::list::natural;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    pub q: String,
    pub state: String,
    pub group: String,
    pub donation: String,
    pub donor: String,
    pub place: String,
    pub order: String,
    pub rows: String,
    pub after: String,
    pub before: String,
}

/// Names of what the list is narrowed to and of the places where things lie.
pub(super) struct Names {
    pub places: Vec<LocationRow>,
    donation: Option<jiff::civil::Date>,
    donor: Option<String>,
}

impl Names {
    pub fn place(&self, id: LocationId) -> Option<&str> {
        self.places.iter().find(|place| place.id == id).map(|place| place.name.as_str())
    }
}

pub(super) fn names(db: &mut Db, asked: &Asked, actor: &Actor) -> Result<Names, ActionError> {
    let donation: Option<DonationId> = asked.donation.parse().ok();
    let donor: Option<DonorId> = asked.donor.parse().ok().filter(|_| actor.may(Right::SeeDonors));
    let donation = donation.map(|id| donations::find(db, id)).transpose()?.flatten();
    let donor = donor.map(|id| donors::find(db, id)).transpose()?.flatten();
    let mut places = locations::all(db)?;
    places.sort_by_cached_key(|place| natural(&place.name));
    Ok(Names { places, donation: donation.map(|row| row.received_on.0), donor: donor.map(|row| row.name) })
}

impl Asked {
    /// What another form sends along of the list's address.
    pub fn sent<'a>(value: impl Fn(&'static str) -> &'a str) -> Asked {
        let text = |name| value(name).to_owned();
        Asked {
            q: text("q"),
            state: text("state"),
            group: text("group"),
            donation: text("donation"),
            donor: text("donor"),
            place: text("place"),
            order: text("order"),
            rows: text("rows"),
            ..Asked::default()
        }
    }

    /// Which items are meant; and what was understood instead of what was typed, if that had slips of the finger.
    pub fn filter(&self, actor: &Actor, catalogue: &Catalogue, places: &[LocationRow]) -> (ItemFilter, Option<String>) {
        let mut filter = ItemFilter {
            state: self.state.parse().ok(),
            donation: self.donation.parse().ok(),
            donor: self.donor.parse().ok().filter(|_| actor.may(Right::SeeDonors)),
            places: self.place.parse().ok().map(|place| with_inside(place, places)),
            ..ItemFilter::default()
        };
        let understood = filter.search(&self.q, catalogue);
        if let Some(group) = catalogue.group(&self.group) {
            filter.in_group(&group.code, catalogue);
        }
        (filter, understood)
    }

    pub fn order(&self, catalogue: &Catalogue, places: &[LocationRow], lang: Lang) -> Order {
        match self.order.parse().unwrap_or_default() {
            ItemOrder::Newest => Order::Newest,
            ItemOrder::Moved => Order::Moved,
            ItemOrder::Waiting => Order::Waiting,
            ItemOrder::Kind => {
                let mut products: Vec<_> = catalogue.products().iter().collect();
                products.sort_by_cached_key(|product| product.names.get(lang).to_lowercase());
                Order::Kinds(products.into_iter().map(|product| product.code.clone()).collect())
            }
            ItemOrder::Place => Order::Places(places.iter().map(|place| place.id).collect()),
        }
    }

    /// Whether the list says of no state how many pieces are in it: it is about one gift, or one donor's, for somebody to whom
    /// only a report tells what became of them.
    pub(super) fn is_silent(&self, may: impl Fn(Right) -> bool) -> bool {
        let is_ones = self.donation.parse::<DonationId>().is_ok() || self.donor.parse::<DonorId>().is_ok();
        is_ones && Sees::of(may) == Sees::Months
    }

    /// The list's address: everything but where in the list.
    pub(super) fn in_address(&self) -> lists::Asked<'_> {
        let all = vec![
            ("q", self.q.trim()),
            ("state", &self.state),
            ("group", &self.group),
            ("donation", &self.donation),
            ("donor", &self.donor),
            ("place", &self.place),
            ("order", &self.order),
            ("rows", &self.rows),
        ];
        lists::Asked { path: "/items", all }
    }

    /// The value of a filter by its name in the address.
    pub fn value(&self, name: &str) -> &str {
        match name {
            "donation" => &self.donation,
            "donor" => &self.donor,
            "place" => &self.place,
            _ => "",
        }
    }

    /// The filters that are set, as a person reads them on chips.
    pub(super) fn said(&self, t: &Texts, catalogue: &Catalogue, names: &Names) -> Vec<(&'static str, String)> {
        let mut said = Vec::new();
        if !self.q.trim().is_empty() {
            said.push(("q", t.list_search(self.q.trim())));
        }
        if let Ok(state) = self.state.parse() {
            said.push(("state", t.say(&state_name(state))));
        }
        if let Some(group) = catalogue.group(&self.group) {
            said.push(("group", group.names.get(t.lang()).to_owned()));
        }
        said.extend(names.donation.map(|day| ("donation", t.donation_of_day(day))));
        said.extend(names.donor.clone().map(|name| ("donor", name)));
        let place = self.place.parse().ok().and_then(|id| names.place(id));
        said.extend(place.map(|name| ("place", name.to_owned())));
        said
    }
}

/// A place and everything that is in it: a room with its shelves.
fn with_inside(place: LocationId, places: &[LocationRow]) -> Vec<LocationId> {
    let mut inside = vec![place];
    let mut at = 0;
    while let Some(parent) = inside.get(at).copied() {
        // A place that is in itself, which no form makes, must not be gone through forever.
        let found = places.iter().filter(|row| row.parent_id == Some(parent)).map(|row| row.id);
        let fresh: Vec<LocationId> = found.filter(|id| !inside.contains(id)).collect();
        inside.extend(fresh);
        at += 1;
    }
    inside
}
