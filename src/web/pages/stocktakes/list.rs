//! `GET /stocktakes`: every place with its last count; the oldest and the worst first, where a count is worth most.

use actix_web::HttpResponse;
use askama::Template;

use crate::actions::{ActionError, House};
use crate::domain::LocationId;
use crate::domain::stocktake::StocktakeState;
use crate::store::{Db, StoreError, items, shelf_checks, stocktakes};
use crate::texts::{Message, Texts, say};
use crate::web::pages::desk::places::{choices, countable};
use crate::web::pages::shown::item_name;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "stocktakes/list.html")]
struct StocktakesPage {
    page: Page,
    t: &'static Texts,
    places: Vec<PlaceView>,
    /// Places where a piece was not found.
    checks: Vec<CheckView>,
}

struct PlaceView {
    path: String,
    /// The place's code: choosing it begins or goes on.
    code: String,
    expected: i64,
    /// The open stocktake's page.
    open: Option<String>,
    /// The last one's page and day, and how right the books were.
    last: Option<(String, String)>,
    accuracy: String,
}

struct CheckView {
    path: String,
    /// Empty for a place that cannot be counted by its code.
    code: String,
    lines: Vec<String>,
}

/// What is to be counted because something was not found there, by place.
fn checks(db: &mut Db, house: &House, t: &Texts) -> Result<Vec<CheckView>, StoreError> {
    let choices = choices(db, None)?;
    let catalogue = house.catalogue();
    let mut views: Vec<(LocationId, CheckView)> = Vec::new();
    for (check, who) in shelf_checks::open(db)? {
        let item = match check.item_id {
            Some(id) => items::find(db, id)?,
            None => None,
        };
        let name = item.map_or_else(String::new, |item| item_name(t, &catalogue, &item));
        let day = house.day_of(check.asked_at.0);
        let line = match who {
            Some(who) => t.checks_line_by(name, day, who),
            None => t.checks_line(name, day),
        };
        match views.iter_mut().find(|(place, _)| *place == check.location_id) {
            Some((_, view)) => view.lines.push(line),
            None => {
                let choice = choices.iter().find(|choice| choice.id == check.location_id);
                let path = choice.map_or_else(|| t.pick_no_place(), |choice| choice.path.clone());
                let code = choice.map(|choice| choice.code.clone()).unwrap_or_default();
                views.push((check.location_id, CheckView { path, code, lines: vec![line] }));
            }
        }
    }
    Ok(views.into_iter().map(|(_, view)| view).collect())
}

/// The word for a stocktake's state.
pub(super) fn state_name(state: StocktakeState) -> Message {
    match state {
        StocktakeState::Running => say::stocktake_running(),
        StocktakeState::Reviewing => say::stocktake_reviewing(),
        StocktakeState::Posted => say::stocktake_posted(),
        StocktakeState::Dropped => say::stocktake_dropped(),
    }
}

pub(in crate::web) async fn show(page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let (places, checks) = act(&app, move |house| {
        house.store().read(|db| {
            let mut places = Vec::new();
            for choice in countable(db, None)? {
                let expected = stocktakes::expected(db, choice.id)?;
                let open = stocktakes::open_at(db, choice.id)?;
                let last = stocktakes::last_posted(db, choice.id)?;
                let order = (open.is_none(), last.as_ref().map(|row| row.opened_at), expected == 0);
                let view = PlaceView {
                    path: choice.path,
                    code: choice.code,
                    expected,
                    open: open.map(|row| format!("/stocktakes/{}", row.id)),
                    accuracy: last
                        .as_ref()
                        .and_then(|row| row.figures()?.accuracy())
                        .map_or_else(|| "–".to_owned(), |percent| t.stocktakes_percent(percent)),
                    last: last.map(|row| {
                        let day = house.day_of(row.opened_at.0);
                        (format!("/stocktakes/{}", row.id), t.stocktakes_day(day))
                    }),
                };
                places.push((order, view));
            }
            // What is open comes first, then what was never or long ago counted; of those, places with something in them.
            places.sort_by_key(|(order, _)| (order.0, order.2, order.1));
            let places = places.into_iter().map(|(_, view)| view).collect::<Vec<_>>();
            Ok::<_, ActionError>((places, checks(db, house, t)?))
        })
    })
    .await?;
    html(&StocktakesPage { page, t, places, checks })
}
