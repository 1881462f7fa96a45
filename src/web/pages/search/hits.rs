//! Hits as they are shown: where each leads, its name, and one line that tells it from others.

use crate::actions::Actor;
use crate::actions::find::Found;
use crate::codes::Code;
use crate::domain::catalogue::{Catalogue, ProductCode};
use crate::domain::desk::state_name;
use crate::domain::rights::Right;
use crate::texts::{Lang, Texts};
use crate::web::Shared;
use crate::web::page::role_name;
use crate::web::pages::donations::show::item_address;
use crate::web::pages::shown::{self, link};

pub(super) struct HitGroup {
    pub label: String,
    pub icon: &'static str,
    pub hits: Vec<Hit>,
    /// The list with all of them; empty where there is none or nothing more in it.
    pub all: String,
}

#[derive(Default)]
pub(super) struct Hit {
    pub href: String,
    pub title: String,
    pub detail: String,
    /// A code to be shown as such.
    pub code: String,
}

/// The list of a product's items.
pub(super) fn items_of(catalogue: &Catalogue, code: &ProductCode, lang: Lang) -> String {
    let name = catalogue.product(code.as_str()).map(|product| product.names.get(lang).to_owned());
    link("/items", &[("q", name.as_deref().unwrap_or(code.as_str()))])
}

/// The groups with hits, in the order in which people look for things.
pub(super) fn groups(t: &Texts, app: &Shared, actor: &Actor, q: &str, found: Found) -> Vec<HitGroup> {
    let (catalogue, lang) = (app.house.catalogue(), t.lang());
    let all = |path: &str, has_more: bool| if has_more { link(path, &[("q", q)]) } else { String::new() };
    let mut groups = Vec::new();

    let items = found.items.rows.iter().map(|item| Hit {
        href: item_address(item),
        title: shown::item_name(t, &catalogue, item),
        detail: t.say(&state_name(item.state)),
        code: item.label.map(|code| code.printed()).unwrap_or_default(),
    });
    let items: Vec<Hit> = items.collect();
    groups.push(HitGroup {
        label: t.nav_items(),
        icon: "items",
        hits: items,
        all: all("/items", found.items.has_more),
    });

    let households = found.households.rows.iter().map(|listed| Hit {
        href: format!("/households/{}", listed.row.id),
        title: listed.card.map_or_else(|| t.household_no_card(), |card| Code::printed(&card)),
        detail: joined([listed.row.area.clone(), t.find_household(listed.row.people)]),
        code: String::new(),
    });
    groups.push(HitGroup {
        label: t.nav_households(),
        icon: "household",
        hits: households.collect(),
        all: all("/households", found.households.has_more),
    });

    let donors = found.donors.rows.iter().map(|donor| Hit {
        href: format!("/donors/{}", donor.id),
        title: donor.name.clone(),
        detail: joined([donor.city.clone(), t.say(&shown::donor_kind(donor.kind))]),
        code: String::new(),
    });
    groups.push(HitGroup {
        label: t.nav_donors(),
        icon: "donor",
        hits: donors.collect(),
        all: all("/donors", found.donors.has_more),
    });

    let donations = found.donations.rows.iter().map(|(row, donor)| Hit {
        href: format!("/donations/{}", row.id),
        title: t.donation_of_day(row.received_on.0),
        detail: joined([donor.clone(), t.say(&shown::donation_state(row.state))]),
        code: String::new(),
    });
    let all_donations = match found.day {
        Some(day) if found.donations.has_more => link("/donations", &[("day", &day.to_string())]),
        _ => all("/donations", found.donations.has_more),
    };
    groups.push(HitGroup { label: t.nav_donations(), icon: "gift", hits: donations.collect(), all: all_donations });

    let arranges = actor.may(Right::ArrangeLocations);
    let places = found.places.rows.iter().map(|place| Hit {
        href: match arranges {
            true => format!("/settings/locations/{}", place.id),
            false => format!("/items?place={}", place.id),
        },
        title: place.name.clone(),
        ..Hit::default()
    });
    groups.push(HitGroup {
        label: t.find_places(),
        icon: "box",
        hits: places.collect(),
        all: if arranges && found.places.has_more { "/settings/locations".to_owned() } else { String::new() },
    });

    let edits = actor.may(Right::EditCatalogue);
    let products = found.products.rows.iter().filter_map(|code| catalogue.product(code.as_str())).map(|product| Hit {
        href: match edits {
            true => format!("/settings/catalogue/{}", product.code),
            false => items_of(&catalogue, &product.code, lang),
        },
        title: product.names.get(lang).to_owned(),
        detail: catalogue.group_words(product).get(lang).to_owned(),
        code: String::new(),
    });
    groups.push(HitGroup {
        label: t.item_product(),
        icon: "label",
        hits: products.collect(),
        all: if edits { all("/settings/catalogue", found.products.has_more) } else { String::new() },
    });

    let users = found.users.rows.iter().map(|user| Hit {
        href: format!("/settings/users/{}", user.id),
        title: user.display_name.clone(),
        detail: joined([user.name.clone(), t.say(&role_name(user.role))]),
        code: String::new(),
    });
    groups.push(HitGroup {
        label: t.users_title(),
        icon: "users",
        hits: users.collect(),
        all: all("/settings/users", found.users.has_more),
    });
    groups.retain(|group| !group.hits.is_empty());
    groups
}

fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
