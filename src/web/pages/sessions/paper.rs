//! `GET /sessions/{id}/paper`: the day's list for the desk, with card numbers and nothing else of anybody; a closed day with
//! its figures.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::day::{Shown, shown};
use super::{address, day_words, hour, hours};
use crate::actions::{ActionError, Actor, close_session, see_household};
use crate::domain::SessionId;
use crate::domain::rights::Right;
use crate::store::{bookings, sessions};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "sessions/paper.html")]
struct PaperPage {
    page: Page,
    t: &'static Texts,
    href: String,
    title: String,
    when: String,
    /// Time, card, people.
    lines: Vec<(String, String, i32)>,
    figures: Option<Shown>,
    closed: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<SessionId>,
) -> Result<HttpResponse, Failure> {
    let (t, id) = (page.t(), *id);
    let (row, listed) = act(&app, move |house| {
        actor.must(Right::RunSessions)?;
        let (row, listed) = house.store().read(|db| {
            let row = sessions::find(db, id)?.ok_or(ActionError::NotFound)?;
            Ok::<_, ActionError>((row, bookings::of_day(db, id)?))
        })?;
        let seen = listed.iter().map(|one| one.row.household_id).collect();
        see_household::note_looks(house, &actor, seen, "session")?;
        Ok((row, listed))
    })
    .await?;
    let zone = app.house.zone();
    let day = day_words(t, app.house.day_of(row.opens_at.0));
    let here = listed.iter().filter(|one| one.row.state.takes_a_place());
    html(&PaperPage {
        href: address(id),
        title: row.title.clone(),
        when: t.listed([day, hours(t, zone, row.opens_at, row.closes_at)]),
        lines: here
            .map(|one| {
                let card = one.card.map_or_else(|| t.sessions_no_card(), |card| card.printed());
                (hour(zone, one.slot.starts_at), card, one.people)
            })
            .collect(),
        figures: close_session::frozen(&row).map(|figures| shown(t, &app.house, &figures)),
        closed: row.closed_at.map_or_else(String::new, |at| hour(zone, at)),
        page,
        t,
    })
}
