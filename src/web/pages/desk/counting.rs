//! `/desk/stocktake`: a place, then everything that lies there; beside it how far the count is.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;

use super::places::{PlaceChoice, PlaceForm, at_desk, countable};
use super::{Frame, Shown};
use crate::actions::{ActionError, Actor, House};
use crate::domain::desk::{Desk, Mode};
use crate::domain::stocktake::{EXPECTED, Finding, finding};
use crate::store::stocktakes;
use crate::texts::{Lang, Texts};
use crate::web::pages::shown::item_name;
use crate::web::{Failure, Page, Shared, html};

/// As many pieces that were not seen yet as stand in sight.
const SHOWN: usize = 40;

#[derive(Template)]
#[template(path = "desk/counting.html")]
struct CountingPage {
    page: Page,
    t: &'static Texts,
    drawn: Drawn,
    desk: Frame,
}

struct Drawn {
    place: Option<String>,
    places: Vec<PlaceChoice>,
    count: Option<CountView>,
}

struct CountView {
    /// The stocktake's page.
    href: String,
    seen: usize,
    expected: usize,
    /// Others that were seen here.
    others: usize,
    /// What should be here and was not seen yet.
    waiting: Vec<String>,
    more: usize,
}

/// `GET /desk/stocktake`
pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    answer(page, app, actor, None).await
}

/// `POST /desk/stocktake`
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
    let made = at_desk(&app, actor, Mode::Stocktake, sent, move |house, _, desk, shown| draw(house, desk, shown, lang));
    let (desk, drawn) = made.await?;
    html(&CountingPage { t: page.t(), page, drawn, desk })
}

fn draw(house: &Arc<House>, desk: &Desk, shown: Shown, lang: Lang) -> Result<(Frame, Drawn), ActionError> {
    let t = Texts::of(lang);
    let ready = match &desk.place {
        None => (t.desks_count_where(), t.desks_count_where_help()),
        Some(place) => (t.desks_count_pieces(), t.desks_count_pieces_help(&place.name)),
    };
    let frame = Frame::new(t, house, Mode::Stocktake, desk, &shown, ready);
    let chosen = desk.place.as_ref().map(|place| place.id);
    let drawn = Drawn {
        place: desk.place.as_ref().map(|place| place.name.clone()),
        places: house.store().read(|db| countable(db, chosen))?,
        count: count(house, desk, t)?,
    };
    Ok((frame, drawn))
}

fn count(house: &House, desk: &Desk, t: &Texts) -> Result<Option<CountView>, ActionError> {
    let Some(place) = &desk.place else { return Ok(None) };
    let catalogue = house.catalogue();
    house.store().read(|db| {
        let Some(row) = stocktakes::open_at(db, place.id)? else { return Ok(None) };
        let labels = usize::try_from(stocktakes::labels_seen(db, row.id)?).unwrap_or_default();
        let (mut seen, mut waiting) = (0, Vec::new());
        for (item, counted, sightings) in stocktakes::counted(db, &row)? {
            match finding(row.location_id, row.opened_at.0, &counted, &sightings) {
                Some(Finding::Found) if EXPECTED.contains(&item.state) => seen += 1,
                Some(Finding::Missing | Finding::Held | Finding::JustCame) => {
                    waiting.push(item_name(t, &catalogue, &item));
                }
                _ => {}
            }
        }
        waiting.sort();
        let expected = seen + waiting.len();
        let more = waiting.len().saturating_sub(SHOWN);
        waiting.truncate(SHOWN);
        let href = format!("/stocktakes/{}", row.id);
        Ok(Some(CountView { href, seen, expected, others: labels.saturating_sub(seen), waiting, more }))
    })
}
