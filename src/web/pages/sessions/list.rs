//! `GET /sessions`: the days to come, and those that are over with their figures. `GET /sessions.csv`: all of them.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{address, day_words, hours, place_name, state_name};
use crate::actions::{ActionError, Actor, close_session};
use crate::domain::SessionId;
use crate::domain::rights::Right;
use crate::reports::days;
use crate::store::sessions::SessionRow;
use crate::store::{bookings, locations, sessions};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

/// Days to come, and days that are over on one page.
const COMING: i64 = 60;
const PAST: i64 = 20;

#[derive(Template)]
#[template(path = "sessions/list.html")]
struct SessionsPage {
    page: Page,
    t: &'static Texts,
    coming: Vec<Coming>,
    past: Vec<Past>,
    next: String,
    is_first: bool,
}

struct Coming {
    href: String,
    day: String,
    hours: String,
    title: String,
    place: String,
    state: (&'static str, String),
    booked: i64,
    places: i64,
    fill: String,
    is_today: bool,
}

struct Past {
    href: String,
    day: String,
    title: String,
    state: (&'static str, String),
    /// Served, missed, without booking, pieces; `None` when nobody closed the day.
    figures: Option<(i64, i64, i64, i64)>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Asked {
    before: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let before: Option<SessionId> = asked.before.parse().ok();
    let (coming, past, next) = act(&app, move |house| {
        actor.must(Right::RunSessions)?;
        let now = house.now();
        house.store().read(|db| {
            let places = locations::all(db)?;
            let found = sessions::coming(db, now, COMING)?;
            let ids: Vec<SessionId> = found.iter().map(|row| row.id).collect();
            let (slots, taken) = (sessions::slots_of_any(db, &ids)?, bookings::taken_of(db, &ids)?);
            let coming: Vec<Coming> = found
                .iter()
                .map(|row| {
                    let own = slots.iter().filter(|slot| slot.session_id == row.id);
                    let (mut capacity, mut booked) = (0, 0);
                    for slot in own {
                        capacity += i64::from(slot.capacity);
                        booked += taken.get(&slot.id).copied().unwrap_or_default();
                    }
                    let day = house.day_of(row.opens_at.0);
                    Coming {
                        href: address(row.id),
                        day: day_words(t, day),
                        hours: hours(t, house.zone(), row.opens_at, row.closes_at),
                        title: row.title.clone(),
                        place: place_name(&places, row.location_id),
                        state: (row.state.word(), t.say(&state_name(row.state))),
                        booked,
                        places: capacity.max(1),
                        fill: t.sessions_fill(booked, capacity),
                        is_today: day == house.today(),
                    }
                })
                .collect();
            let before = match before {
                Some(id) => sessions::find(db, id)?,
                None => None,
            };
            let mut rows = sessions::past(db, now, before.as_ref(), PAST + 1)?;
            let more = rows.len() as i64 > PAST;
            rows.truncate(PAST as usize);
            let next =
                rows.last().filter(|_| more).map_or_else(String::new, |row| format!("/sessions?before={}", row.id));
            let past = rows.iter().map(|row| past(t, house, row)).collect::<Vec<_>>();
            Ok::<_, ActionError>((coming, past, next))
        })
    })
    .await?;
    html(&SessionsPage { is_first: before.is_none(), page, t, coming, past, next })
}

fn past(t: &Texts, house: &crate::actions::House, row: &SessionRow) -> Past {
    Past {
        href: address(row.id),
        day: day_words(t, house.day_of(row.opens_at.0)),
        title: row.title.clone(),
        state: (row.state.word(), t.say(&state_name(row.state))),
        figures: close_session::frozen(row).map(|figures| {
            (figures.all.served, figures.all.missed, figures.all.walk_ins, figures.pieces.values().sum())
        }),
    }
}

pub(in crate::web) async fn csv(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let text = act(&app, move |house| Ok(days::Days::of(house, &actor, None, None)?.csv(t))).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("Content-Disposition", "attachment; filename=\"sessions.csv\""))
        .body(text))
}
