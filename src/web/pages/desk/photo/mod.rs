//! `/desk/photo`: a table full of labelled pieces, photographed once, becomes a list that is booked as one action.

mod album;
mod list;
mod plan;
mod reading;
mod sheet;
pub(in crate::web) mod upload;
mod view;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::rt;
use actix_web::web::{self, Query};
use askama::Template;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use self::sheet::Sheet;
use self::upload::NoUpload;
use super::chosen::Chosen;
use super::now;
use crate::actions::{Actor, scan};
use crate::domain::desk::Mode;
use crate::texts::{Message, Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect};

pub(in crate::web) use self::album::Album;
use self::album::KEPT;
pub(in crate::web) use self::list::{decide, picture, show};

/// How long somebody waits for the photos of others before the answer is "busy".
const PATIENCE: Duration = Duration::from_secs(20);
/// What the intake desk has chosen goes along with the photo.
const CARRIED: [&str; 6] = ["product", "cut", "size", "condition", "donation", "code"];

#[derive(Template)]
#[template(path = "desk/photo/choose.html")]
struct ChoosePage {
    page: Page,
    t: &'static Texts,
    mode: ModeView,
    modes: Vec<ModeView>,
    carried: Vec<(&'static str, String)>,
    largest: usize,
    error: String,
}

/// A mode as its photo pages name it.
struct ModeView {
    word: &'static str,
    label: String,
    /// The desk of the mode, to go back to; the photo page itself for looking up.
    href: String,
    chosen: bool,
}

impl ModeView {
    fn of(t: &Texts, mode: Mode, chosen: Mode) -> ModeView {
        let (label, href) = match mode {
            Mode::Handout => (t.desk_mode_handout(), "/desk/handout"),
            Mode::Return => (t.desk_mode_return(), "/desk/return"),
            Mode::Intake => (t.desk_mode_intake(), "/desk/intake"),
            Mode::Move => (t.desk_mode_move(), "/desk/move"),
            Mode::Stocktake => (t.desk_mode_stocktake(), "/desk/stocktake"),
            Mode::Lookup => (t.desk_mode_lookup(), "/desk/photo"),
        };
        ModeView { word: mode.word(), label, href: href.to_owned(), chosen: mode == chosen }
    }
}

const MODES: [Mode; 6] = [Mode::Lookup, Mode::Handout, Mode::Return, Mode::Intake, Mode::Move, Mode::Stocktake];

fn choose_page(page: Page, fields: &HashMap<String, String>, error: Option<&Message>) -> ChoosePage {
    let t = page.t();
    let mode = mode_of(fields);
    let error = error.map_or_else(String::new, |message| t.say(message));
    let carried = CARRIED.iter().filter_map(|name| Some((*name, fields.get(*name)?.chars().take(80).collect())));
    ChoosePage {
        t,
        mode: ModeView::of(t, mode, mode),
        modes: MODES
            .iter()
            .filter(|known| page.may(scan::right_for(**known)))
            .map(|known| ModeView::of(t, *known, mode))
            .collect(),
        carried: carried.filter(|(_, value): &(_, String)| !value.is_empty()).collect(),
        largest: upload::LARGEST,
        error,
        page,
    }
}

fn mode_of(fields: &HashMap<String, String>) -> Mode {
    fields.get("mode").and_then(|word| word.parse().ok()).unwrap_or(Mode::Lookup)
}

/// `GET /desk/photo`: choose or take a photo.
pub(in crate::web) async fn choose(
    page: Page,
    actor: Actor,
    query: Query<HashMap<String, String>>,
) -> Result<HttpResponse, Failure> {
    actor.must(scan::right_for(mode_of(&query)))?;
    html(&choose_page(page, &query, None))
}

/// `POST /desk/photo`: takes a photo in, reads it, and goes on to its list.
pub(in crate::web) async fn upload(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Multipart,
) -> Result<HttpResponse, Failure> {
    let album = &app.photos;
    let Some(taking) = patient(&album.uploads).await else {
        return again(page, &HashMap::new(), StatusCode::SERVICE_UNAVAILABLE, &say::photo_busy());
    };
    let (upload, received) = upload::receive(form, upload::LARGEST).await;
    let fields = upload.fields;
    actor.must(scan::right_for(mode_of(&fields)))?;
    match received {
        Ok(()) => {}
        Err(NoUpload::TooLarge) => {
            let message = say::photo_too_large(upload::LARGEST >> 20);
            return again(page, &fields, StatusCode::PAYLOAD_TOO_LARGE, &message);
        }
        Err(NoUpload::Several) => {
            return again(page, &fields, StatusCode::UNPROCESSABLE_ENTITY, &say::photo_one_at_a_time());
        }
        Err(NoUpload::Nothing) => {
            return again(page, &fields, StatusCode::UNPROCESSABLE_ENTITY, &say::photo_no_file());
        }
        Err(NoUpload::Broken) => return again(page, &fields, StatusCode::BAD_REQUEST, &say::photo_broken()),
    }
    let Some(reading) = patient(&album.readers).await else {
        return again(page, &fields, StatusCode::SERVICE_UNAVAILABLE, &say::photo_busy());
    };
    let bytes = upload.picture;
    // A browser that goes away ends this handler, not the work: the permits go along, and are given back with its memory. A
    // decoder that fails so badly that its thread ends has met a picture that cannot be read.
    let looked = web::block(move || {
        let _permits = (reading, taking);
        let bytes = bytes;
        reading::look(&bytes)
    });
    let seen = looked.await.unwrap_or_else(|_| Err(say::photo_damaged()));
    let seen = match seen {
        Ok(seen) => seen,
        Err(message) => return again(page, &fields, StatusCode::UNPROCESSABLE_ENTITY, &message),
    };
    let mode = mode_of(&fields);
    let wants_address = fields.contains_key("address");
    let sheet = act(&app, move |house| {
        let mut chosen = Chosen::carried(|name| fields.get(name).cloned().unwrap_or_default());
        if mode == Mode::Intake && chosen.product.is_empty() {
            let sticking = Chosen::of(house, &now(house, &actor, mode)?.intake)?;
            let donation = std::mem::take(&mut chosen.donation);
            chosen = Chosen { donation: if donation.is_empty() { sticking.donation } else { donation }, ..sticking };
        }
        let mut sheet = Sheet::new(house, actor.terminal(), mode, chosen, seen);
        sheet.led_by(house, fields.get("code").map_or("", String::as_str));
        Ok(sheet)
    })
    .await?;
    let id = sheet.id;
    album.add(sheet, app.house.now());
    let later = app.clone();
    rt::spawn(async move {
        rt::time::sleep(KEPT.unsigned_abs()).await;
        later.photos.forget(later.house.now());
    });
    let list = format!("/desk/photo/{id}");
    // A script goes there itself: following the way first would plan the whole list twice.
    Ok(if wants_address { HttpResponse::Created().insert_header((LOCATION, list)).finish() } else { redirect(&list) })
}

/// A place in the line, or nothing when the line is too long.
async fn patient(line: &Arc<Semaphore>) -> Option<OwnedSemaphorePermit> {
    tokio::time::timeout(PATIENCE, Arc::clone(line).acquire_owned()).await.ok()?.ok()
}

/// The page once more, with what was wrong.
fn again(
    page: Page,
    fields: &HashMap<String, String>,
    status: StatusCode,
    message: &Message,
) -> Result<HttpResponse, Failure> {
    let mut response = html(&choose_page(page, fields, Some(message)))?;
    *response.status_mut() = status;
    Ok(response)
}
