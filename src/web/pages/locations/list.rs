//! `GET` and `POST /settings/locations`: all places, and adding one.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, arrange_locations};
use crate::codes::{Code, Kind};
use crate::domain::LocationId;
use crate::domain::rights::Right;
use crate::store::locations::LocationRow;
use crate::store::{labels, locations};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    /// The id of the place that it is in; empty for a site.
    parent: String,
    name: String,
    /// The key of the form: sent twice, it makes one thing.
    once: String,
}

#[derive(Template)]
#[template(path = "locations/list.html")]
struct LocationsPage {
    page: Page,
    t: &'static Texts,
    sites: Vec<Place>,
    typed: Typed,
    wrong: Wrong,
}

impl LocationsPage {
    /// What was typed into the form of the place `parent`; `""` is the form for a site.
    fn typed_in(&self, parent: &str) -> &str {
        if self.typed.parent == parent { &self.typed.name } else { "" }
    }

    fn wrong_in(&self, parent: &str) -> &str {
        if self.typed.parent == parent { self.wrong.at("name") } else { "" }
    }
}

/// A place with what lies in it.
struct Place {
    id: String,
    name: String,
    code: String,
    pickup: bool,
    inside: Vec<Place>,
}

fn places(all: &[LocationRow], codes: &HashMap<String, Code>, parent: Option<LocationId>) -> Vec<Place> {
    let children = all.iter().filter(|row| row.parent_id == parent);
    let mut places: Vec<Place> = children
        .map(|row| Place {
            id: row.id.to_string(),
            name: row.name.clone(),
            code: codes.get(&row.id.to_string()).map_or_else(String::new, Code::printed),
            pickup: row.pickup,
            inside: places(all, codes, Some(row.id)),
        })
        .collect();
    places.sort_by_key(|place| natural(&place.name));
    places
}

/// So that shelf 10 comes after shelf 9: the text before the number, the number, the text.
pub(in crate::web::pages) fn natural(name: &str) -> (String, u64, String) {
    let folded = name.to_lowercase();
    let before: String = folded.chars().take_while(|c| !c.is_ascii_digit()).collect();
    let digits: String = folded.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    (before, digits.parse().unwrap_or_default(), folded)
}

async fn page_of(page: Page, app: &Shared, typed: Typed, wrong: Wrong) -> Result<LocationsPage, Failure> {
    let (all, codes) = act(app, |house| {
        house.store().read(|db| Ok::<_, ActionError>((locations::all(db)?, labels::bound_of_kind(db, Kind::Location)?)))
    })
    .await?;
    let sites = places(&all, &codes.into_iter().collect(), None);
    Ok(LocationsPage { t: page.t(), page, sites, typed, wrong })
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    actor.must(Right::ArrangeLocations)?;
    html(&page_of(page, &app, Typed::default(), Wrong::default()).await?)
}

pub(in crate::web) async fn add(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = form.into_inner();
    let parent = match typed.parent.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Failure::NotFound)?),
    };
    let (name, actor) = (typed.name.clone(), actor.sending(&typed.once));
    match act(&app, move |house| arrange_locations::add(house, &actor, parent, &name)).await {
        Ok(_) => Ok(redirect_with("/settings/locations", &say::locations_added(typed.name.trim()))),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&page_of(page, &app, typed, wrong).await?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn shelf_ten_comes_after_shelf_nine() {
        let mut names = ["Regal 10", "Regal 9", "Keller", "regal 9b"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["Keller", "Regal 9", "regal 9b", "Regal 10"]);
    }
}
