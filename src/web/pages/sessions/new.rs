//! `GET` and `POST /sessions/new`: planning a day, or the same one for several weeks, with a preview.

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use super::{address, audiences, day_of, day_words, hour, pauses_of, places, time_of};
use crate::actions::sessions::{self, MOST_WEEKS, NewSession};
use crate::actions::{ActionError, Actor, House};
use crate::domain::session::Audience;
use crate::store::At;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown::Choice;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "sessions/new.html")]
struct NewPage {
    page: Page,
    t: &'static Texts,
    fields: Fields,
    places: Vec<Choice>,
    audiences: Vec<Choice>,
    most_weeks: u8,
    /// The days that would be made, each with its slots.
    preview: Vec<(String, String)>,
    wrong: Wrong,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Fields {
    title: String,
    location: String,
    day: String,
    from: String,
    to: String,
    minutes: String,
    capacity: String,
    audience: String,
    pauses: String,
    weeks: String,
    once: String,
    action: String,
}

impl Fields {
    fn read(&self) -> Result<NewSession, ActionError> {
        let number = |text: &str| text.trim().parse::<i32>().unwrap_or_default();
        Ok(NewSession {
            title: self.title.clone(),
            location: self.location.parse().ok(),
            day: day_of(&self.day)?,
            from: time_of("from", &self.from)?,
            to: time_of("to", &self.to)?,
            minutes: u16::try_from(number(&self.minutes)).unwrap_or_default(),
            capacity: number(&self.capacity),
            audience: self.audience.parse().unwrap_or(Audience::Everybody),
            pauses: pauses_of(&self.pauses)?,
            weeks: u8::try_from(number(&self.weeks)).unwrap_or_default(),
        })
    }
}

pub(in crate::web) async fn show(page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    let fields = Fields {
        title: page.t().sessions_usual_title(),
        day: app.house.today().tomorrow().unwrap_or_default().to_string(),
        from: "14:00".to_owned(),
        to: "17:00".to_owned(),
        minutes: "30".to_owned(),
        capacity: "4".to_owned(),
        weeks: "1".to_owned(),
        ..Fields::default()
    };
    html(&form(page, &app, fields, Vec::new(), Wrong::default()).await?)
}

pub(in crate::web) async fn save(
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let (fields, t) = (sent.into_inner(), page.t());
    let (read, actor) = (fields.read(), actor.sending(&fields.once));
    let only_look = fields.action == "preview";
    let done = act(&app, move |house| {
        let new = read?;
        if only_look {
            return Ok((looked(t, house, &new)?, Vec::new()));
        }
        Ok((Vec::new(), sessions::plan(house, &actor, new)?))
    })
    .await;
    match done {
        Ok((preview, _)) if only_look => html(&form(page, &app, fields, preview, Wrong::default()).await?),
        Ok((_, made)) => {
            let to = match made.as_slice() {
                [one] => address(*one),
                _ => "/sessions".to_owned(),
            };
            Ok(redirect_with(&to, &say::sessions_made(made.len())))
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, t)?;
            again(&form(page, &app, fields, Vec::new(), wrong).await?)
        }
    }
}

fn looked(t: &Texts, house: &House, new: &NewSession) -> Result<Vec<(String, String)>, ActionError> {
    let days = sessions::preview(house, new)?;
    Ok(days
        .into_iter()
        .map(|(day, slots)| {
            let times: Vec<String> = slots.iter().map(|(from, _)| hour(house.zone(), At(*from))).collect();
            (day_words(t, day), t.listed(&times))
        })
        .collect())
}

async fn form(
    page: Page,
    app: &Shared,
    mut fields: Fields,
    preview: Vec<(String, String)>,
    wrong: Wrong,
) -> Result<NewPage, Failure> {
    let t = page.t();
    let chosen = fields.location.parse().ok();
    let places = act(app, move |house| house.store().read(|db| places(db, t, chosen))).await?;
    if fields.once.is_empty() {
        fields.once = page.once();
    }
    let audiences = audiences(t, fields.audience.parse().unwrap_or(Audience::Everybody));
    Ok(NewPage { page, t, fields, places, audiences, most_weeks: MOST_WEEKS, preview, wrong })
}
