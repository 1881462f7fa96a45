//! `/desk/move`: a place, scanned or chosen, then the pieces that go there.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use super::last::{LastView, last};
use super::places::{PlaceChoice, choices};
use super::{Frame, Sent, Shown, book, now};
use crate::actions::scan::Said;
use crate::actions::{ActionError, Actor, House};
use crate::domain::desk::{Desk, Mode};
use crate::texts::{Lang, Texts};
use crate::web::{Failure, Page, Shared, act, html};

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

#[derive(Deserialize)]
pub(in crate::web) struct PlaceForm {
    #[serde(flatten)]
    sent: Sent,
    /// The code of the place that is chosen in the list.
    #[serde(default)]
    place: String,
}

impl PlaceForm {
    /// Choosing a place in the list is scanning its code.
    pub(super) fn scanned(self) -> Sent {
        let PlaceForm { mut sent, place } = self;
        if sent.action == "place" {
            sent.code = place;
            sent.action = "scan".to_owned();
        }
        sent
    }
}

/// `GET /desk/move`
pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let lang = page.language();
    let made = act(&app, move |house| {
        let desk = now(house, &actor, Mode::Move)?;
        draw(house, &actor, &desk, Shown::Ready, lang)
    });
    let (desk, drawn) = made.await?;
    html(&MovingPage { t: page.t(), page, drawn, desk })
}

/// `POST /desk/move`
pub(in crate::web) async fn scan(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<PlaceForm>,
) -> Result<HttpResponse, Failure> {
    let lang = page.language();
    let sent = form.into_inner().scanned();
    let made = act(&app, move |house| {
        let (desk, shown) = book(house, &actor, Mode::Move, &sent, Said::default(), 1)?;
        draw(house, &actor, &desk, shown, lang)
    });
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
