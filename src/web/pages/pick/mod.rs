//! `GET /pick`: what is laid aside and still lies on its shelf, in the order of a walk through the house; each piece is ticked
//! off when it is fetched, or reported when it does not lie there. No household is shown, only what stands on its bag.

use actix_web::HttpResponse;
use actix_web::web::{Form, Query};
use askama::Template;
use serde::Deserialize;

use crate::actions::pick::{self, ToFetch};
use crate::actions::{ActionError, Actor};
use crate::domain::rights::Right;
use crate::domain::{ItemId, NeedId};
use crate::texts::{Texts, say};
use crate::web::pages::desk::places;
use crate::web::pages::forms::meanwhile;
use crate::web::pages::shown::{item_name, link, picture};
use crate::web::{Failure, Page, Shared, act, html, redirect_done, redirect_warning};

/// As many pieces as one walk fetches.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "pick/list.html")]
struct PickPage {
    page: Page,
    t: &'static Texts,
    shelves: Vec<Shelf>,
    count: usize,
    /// “Das sind die ersten 100 von 240.”; empty when all are shown.
    more: String,
    /// Somebody looked for a piece in vain just now: whether another fits.
    asked_next: bool,
    /// “Nicht gefunden: Winterjacke Gr. 104, Tüte KK8.”
    not_found: String,
    may_count: bool,
    next: Option<NextView>,
}

struct Shelf {
    path: String,
    rows: Vec<View>,
}

struct View {
    item: ItemId,
    version: i32,
    name: String,
    picto: String,
    code: String,
    bag: String,
    until: String,
    picked: String,
    missing: String,
}

struct NextView {
    need: NeedId,
    item: ItemId,
    name: String,
    picto: String,
    code: String,
    place: String,
    bag: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::web) struct Asked {
    /// The line whose piece was not found.
    #[serde(default)]
    next: Option<NeedId>,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::web) struct Done {
    action: String,
    item: ItemId,
    #[serde(default)]
    version: i32,
    #[serde(default)]
    need: Option<NeedId>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let need = asked.next;
    let (found, next, looked_for, paths) = act(&app, move |house| {
        let found = pick::list(house, &actor)?;
        let next = match need {
            Some(need) => pick::next_best(house, &actor, need)?,
            None => None,
        };
        let looked_for = match need {
            Some(need) => pick::looked_for(house, &actor, need)?,
            None => None,
        };
        Ok((found, next, looked_for, house.store().read(places::paths)?))
    })
    .await?;
    let (t, catalogue, zone) = (page.t(), app.house.catalogue(), app.house.zone());
    let count = found.len();
    let place = |found: &ToFetch| found.item.location_id.and_then(|place| paths.get(&place));
    let mut found = found;
    // What has no place comes last: there nobody can walk to.
    found.sort_by_cached_key(|one| {
        let path = place(one).map(|(order, _)| order.clone());
        (path.is_none(), path, item_name(t, &catalogue, &one.item), one.item.id)
    });
    let mut shelves: Vec<Shelf> = Vec::new();
    for one in found.iter().take(SHOWN) {
        let path = place(one).map_or_else(|| t.pick_no_place(), |(_, path)| path.clone());
        let name = item_name(t, &catalogue, &one.item);
        let view = View {
            item: one.item.id,
            version: one.item.version,
            picto: picture(&catalogue, &one.item),
            code: one.item.label.map_or_else(String::new, |code| code.printed()),
            bag: t.pick_bag(&one.bag),
            until: t.pick_until(one.row.until.0.to_zoned(zone.clone()).date()),
            picked: t.pick_picked_what(&name),
            missing: t.pick_missing_what(&name),
            name,
        };
        match shelves.last_mut().filter(|shelf| shelf.path == path) {
            Some(shelf) => shelf.rows.push(view),
            None => shelves.push(Shelf { path, rows: vec![view] }),
        }
    }
    let next = next.map(|next| NextView {
        need: next.need,
        item: next.item.id,
        name: item_name(t, &catalogue, &next.item),
        picto: picture(&catalogue, &next.item),
        code: next.item.label.map_or_else(String::new, |code| code.printed()),
        place: next
            .item
            .location_id
            .and_then(|place| paths.get(&place))
            .map_or_else(|| t.pick_no_place(), |(_, path)| path.clone()),
        bag: t.pick_bag(&next.bag),
    });
    html(&PickPage {
        shelves,
        count,
        more: if count > SHOWN { t.pick_more(SHOWN, count) } else { String::new() },
        asked_next: need.is_some(),
        not_found: looked_for.map_or_else(String::new, |(item, bag)| {
            t.pick_not_found(item_name(t, &catalogue, &item), t.pick_bag(&bag))
        }),
        may_count: page.may(Right::ScanIntake),
        next,
        t,
        page,
    })
}

/// `POST /pick`: fetched, not there, or the next best piece instead.
pub(in crate::web) async fn decide(app: Shared, actor: Actor, form: Form<Done>) -> Result<HttpResponse, Failure> {
    let sent = form.into_inner();
    let (item, version, need) = (sent.item, sent.version, sent.need);
    let done = match sent.action.as_str() {
        "picked" => {
            let done = act(&app, move |house| pick::picked(house, &actor, item, version)).await;
            done.map(|deed| redirect_done("/pick", &say::pick_done(), deed))
        }
        "missing" => {
            let done = act(&app, move |house| pick::not_found(house, &actor, item, version)).await;
            done.map(|done| {
                let need = done.need.map(|need| need.to_string()).unwrap_or_default();
                redirect_done(&link("/pick", &[("next", &need)]), &say::pick_not_found_done(), done.deed)
            })
        }
        "next" => {
            let need = need.ok_or(Failure::NotFound)?;
            let done = act(&app, move |house| pick::take_next(house, &actor, need, item)).await;
            done.map(|deed| redirect_done("/pick", &say::pick_next_done(), deed))
        }
        _ => return Err(Failure::NotFound),
    };
    match done {
        Ok(response) => Ok(response),
        Err(failure) => match meanwhile(&app, failure, item.to_string()).await {
            Failure::Action(ActionError::Refused(message)) | Failure::Meanwhile(message) => {
                Ok(redirect_warning("/pick", &message))
            }
            other => Err(other),
        },
    }
}
