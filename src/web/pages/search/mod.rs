//! `GET /search`: everything in the house by one text; and the suggestions under the search box.

mod doors;
mod hits;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::Actor;
use crate::actions::find::{self, Behind};
use crate::codes::{self, Unreadable};
use crate::domain::rights::Right;
use crate::texts::{Message, Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect};
use hits::HitGroup;

/// Hits of one kind on the page, and under the box.
const ON_PAGE: i64 = 8;
const SUGGESTED: i64 = 4;

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    page: Page,
    t: &'static Texts,
    q: String,
    understood: String,
    /// What is to be said about a code that leads nowhere.
    about_code: String,
    groups: Vec<HitGroup>,
}

#[derive(Template)]
#[template(path = "search/suggestions.html")]
struct Suggestions {
    page: Page,
    t: &'static Texts,
    understood: String,
    groups: Vec<HitGroup>,
    count: usize,
}

/// What was asked leads straight to one page, or is to be shown.
enum Answer {
    There(String),
    Code(Message),
    Text,
}

async fn behind(app: &Shared, actor: &Actor, q: &str) -> Result<Answer, Failure> {
    let code = match codes::read(q) {
        Ok(code) => code,
        // Words of eight to twelve letters look like a code too: only what has a digit is taken for a damaged one.
        Err(Unreadable::Damaged) if q.contains(|c: char| c.is_ascii_digit()) && !q.trim().contains(' ') => {
            return Ok(Answer::Code(say::find_damaged()));
        }
        Err(_) => return Ok(Answer::Text),
    };
    let (acting, catalogue) = (actor.clone(), app.house.catalogue());
    let behind = act(app, move |house| find::by_code(house, &acting, code)).await?;
    Ok(match behind {
        Behind::Item(code) => Answer::There(format!("/items/{code}")),
        Behind::Household(id) => Answer::There(format!("/households/{id}")),
        Behind::Place(id) if actor.may(Right::ArrangeLocations) => Answer::There(format!("/settings/locations/{id}")),
        Behind::Place(id) => Answer::There(format!("/items?place={id}")),
        Behind::Donation(id) => Answer::There(format!("/donations/{id}")),
        Behind::Donor(id) => Answer::There(format!("/donors/{id}")),
        Behind::User(id) => Answer::There(format!("/settings/users/{id}")),
        Behind::Product(code) => Answer::There(hits::items_of(&catalogue, &code, actor.lang())),
        Behind::Blank => Answer::Code(say::find_blank()),
        Behind::Command => Answer::Code(say::find_command()),
        Behind::Nothing => Answer::Code(say::find_unknown_code()),
    })
}

async fn groups(
    page: &Page,
    app: &Shared,
    actor: Actor,
    q: &str,
    each: i64,
) -> Result<(Vec<HitGroup>, String), Failure> {
    let (t, text, acting) = (page.t(), q.to_owned(), actor.clone());
    let found = act(app, move |house| find::everywhere(house, &acting, &text, each)).await?;
    let understood = found.understood.clone().map(|meant| t.list_understood(meant, q)).unwrap_or_default();
    let mut groups = hits::groups(t, app, &actor, q, found);
    let doors = doors::like(t, &actor, q, usize::try_from(each).unwrap_or_default());
    if !doors.is_empty() {
        groups.push(HitGroup { label: t.find_pages(), icon: "home", hits: doors, all: String::new() });
    }
    Ok((groups, understood))
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let q: String = asked.into_inner().q.trim().chars().take(300).collect();
    let mut about_code = String::new();
    match behind(&app, &actor, &q).await? {
        Answer::There(address) => return Ok(redirect(&address)),
        Answer::Code(message) => about_code = t.say(&message),
        Answer::Text => {}
    }
    let (groups, understood) = groups(&page, &app, actor, &q, ON_PAGE).await?;
    // A part of a label can look like a damaged one: what it finds says that it is none.
    if !groups.is_empty() {
        about_code.clear();
    }
    html(&SearchPage { page, t, q, understood, about_code, groups })
}

/// `GET /search/suggestions`: the list under the box, as a piece of a page.
pub(in crate::web) async fn suggest(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let q: String = asked.into_inner().q.trim().chars().take(300).collect();
    let (groups, understood) = match q.chars().count() {
        0 | 1 => (Vec::new(), String::new()),
        _ => groups(&page, &app, actor, &q, SUGGESTED).await?,
    };
    let count = groups.iter().map(|group| group.hits.len()).sum();
    let body = Suggestions { page, t, understood, groups, count }.render()?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(body))
}
