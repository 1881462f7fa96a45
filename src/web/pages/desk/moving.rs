//! `/desk/move`: a place, scanned or chosen, then the pieces that go there.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;

use super::last::{LastView, last};
use super::places::{PlaceChoice, PlaceForm, at_desk, choices};
use super::{Frame, Shown};
use crate::actions::{ActionError, Actor, House};
use crate::domain::desk::{Desk, Mode};
use crate::texts::{Lang, Texts};
use crate::web::{Failure, Page, Shared, html};

#[derive(Template)]
#[template(path = "desk/moving.html")]
struct MovingPage {
    page: Page,
    t: &'static Texts,
    drawn: Drawn,
    desk: Frame,
}

struct Drawn {
    /// Where pieces go to.
    place: Option<String>,
    places: Vec<PlaceChoice>,
    last: Vec<LastView>,
}

/// `GET /desk/move`
pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    answer(page, app, actor, None).await
}

/// `POST /desk/move`
pub(in crate::web) async fn scan(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<PlaceForm>,
) -> Result<HttpResponse, Failure> {
    answer(page, app, actor, Some(form.into_inner())).await
}

async fn answer(page: Page, app: Shared, actor: Actor, sent: Option<PlaceForm>) -> Result<HttpResponse, Failure> {
    let lang = page.language();
    let made =
        at_desk(&app, actor, Mode::Move, sent, move |house, actor, desk, shown| draw(house, actor, desk, shown, lang));
    let (desk, drawn) = made.await?;
    html(&MovingPage { t: page.t(), page, drawn, desk })
}

fn draw(
    house: &Arc<House>,
    actor: &Actor,
    desk: &Desk,
    shown: Shown,
    lang: Lang,
) -> Result<(Frame, Drawn), ActionError> {
    let t = Texts::of(lang);
    let ready = match &desk.place {
        None => (t.desks_move_where(), t.desks_move_where_help()),
        Some(place) => (t.desks_move_pieces(), t.desks_move_pieces_help(&place.name)),
    };
    let frame = Frame::new(t, house, Mode::Move, desk, &shown, ready);
    let chosen = desk.place.as_ref().map(|place| place.id);
    let drawn = Drawn {
        place: desk.place.as_ref().map(|place| place.name.clone()),
        places: house.store().read(|db| choices(db, chosen))?,
        last: last(house, actor, Mode::Move, t)?,
    };
    Ok((frame, drawn))
}
