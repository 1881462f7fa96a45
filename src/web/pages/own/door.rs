//! The door: first the language, then the card and the PIN. It looks the same for every code, and looks nothing up.

use std::time::{Duration, Instant};

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Form, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::said::Said;
use super::{LANGUAGE, Own, PATH, chosen, cookie, go, go_saying, html};
use crate::actions::own_door;
use crate::codes::{Kind, read};
use crate::texts::own::{OwnTexts, Tongue};
use crate::web::guard::{own_cookie, own_key};
use crate::web::pages::desk::photo::upload;
use crate::web::{Failure, Shared, act, frames};

/// A refusal is given on a full quarter of a second: whether something was counted in the database cannot be heard from it.
const BEAT: Duration = Duration::from_millis(250);
/// As many characters of a code as a page shows again.
const LONGEST_CODE: usize = 24;

#[derive(Template)]
#[template(path = "own/languages.html")]
struct LanguagesPage {
    own: Own,
    t: &'static OwnTexts,
    card: String,
    tongues: [Tongue; 12],
}

#[derive(Template)]
#[template(path = "own/door.html")]
struct DoorPage {
    own: Own,
    t: &'static OwnTexts,
    card: String,
    wrong: bool,
}

fn languages_page(own: Own, card: String) -> Result<HttpResponse, Failure> {
    let page = LanguagesPage { t: own.t(), own, card, tongues: Tongue::ALL };
    html(&page, StatusCode::OK)
}

fn door_page(own: Own, card: String, wrong: bool) -> Result<HttpResponse, Failure> {
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    html(&DoorPage { t: own.t(), own, card, wrong }, status)
}

/// What of a typed code is shown again: letters and digits.
fn shown(card: &str) -> String {
    card.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').take(LONGEST_CODE).collect()
}

/// `GET /h`
pub(in crate::web) async fn show(req: HttpRequest) -> Result<HttpResponse, Failure> {
    begin(&req, String::new())
}

/// `GET /h/{card}`: what a card's QR code leads to.
pub(in crate::web) async fn of_card(req: HttpRequest, card: Path<String>) -> Result<HttpResponse, Failure> {
    begin(&req, shown(&card))
}

fn begin(req: &HttpRequest, card: String) -> Result<HttpResponse, Failure> {
    let own = Own::of(req);
    match chosen(req) {
        Some(_) => door_page(own, card, false),
        None => languages_page(own, card),
    }
}

/// `GET /h/languages`: the choice once more.
pub(in crate::web) async fn languages(req: HttpRequest) -> Result<HttpResponse, Failure> {
    languages_page(Own::of(&req), String::new())
}

#[derive(Deserialize)]
pub(in crate::web) struct Choice {
    pub(super) lang: String,
    #[serde(default)]
    card: String,
}

/// Keeps the language in this browser.
pub(super) fn remember(response: &mut HttpResponse, tongue: Tongue) -> Result<(), Failure> {
    let mut kept = cookie(LANGUAGE, tongue.tag().to_owned());
    kept.make_permanent();
    response.add_cookie(&kept).map_err(|_| Failure::Busy)
}

/// `POST /h/language`
pub(in crate::web) async fn choose(choice: Form<Choice>) -> Result<HttpResponse, Failure> {
    let card = shown(&choice.card).replace(' ', "");
    let mut response = go(&if card.is_empty() { PATH.to_owned() } else { format!("{PATH}/{card}") });
    remember(&mut response, Tongue::from_tag(&choice.lang).unwrap_or_default())?;
    Ok(response)
}

#[derive(Deserialize)]
pub(in crate::web) struct Tried {
    #[serde(default)]
    card: String,
    #[serde(default)]
    pin: String,
}

/// `POST /h`
pub(in crate::web) async fn enter(req: HttpRequest, app: Shared, tried: Form<Tried>) -> Result<HttpResponse, Failure> {
    app.own_door.admit(&req)?;
    let begun = Instant::now();
    let Tried { card, pin } = tried.into_inner();
    let again = shown(&card);
    let Some(key) = act(&app, move |house| own_door::enter(house, &card, &pin)).await? else {
        let spent = begun.elapsed();
        let beats = u32::try_from(spent.as_millis() / BEAT.as_millis() + 1).unwrap_or(u32::MAX);
        tokio::time::sleep(BEAT * beats - spent).await;
        return door_page(Own::of(&req), again, true);
    };
    let mut response = go("/h/list");
    let_in(&req, &mut response, key)?;
    Ok(response)
}

/// Gives the browser the key of an open page.
pub(super) fn let_in(req: &HttpRequest, response: &mut HttpResponse, key: String) -> Result<(), Failure> {
    response.add_cookie(&cookie(own_cookie(req), key)).map_err(|_| Failure::Busy)
}

/// `POST /h/leave`
pub(in crate::web) async fn leave(req: HttpRequest, app: Shared) -> Result<HttpResponse, Failure> {
    if let Some(key) = own_key(&req) {
        act(&app, move |house| own_door::leave(house, &key)).await?;
    }
    let mut response = go_saying(PATH, &Said::Left);
    let mut spent = cookie(own_cookie(&req), String::new());
    spent.make_removal();
    response.add_cookie(&spent).map_err(|_| Failure::Busy)?;
    let cache = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), cache);
    Ok(response)
}

/// `POST /h/photo`: a photo of the card, looked at and forgotten. Its code stands in the form then; nothing is looked up.
pub(in crate::web) async fn photo(req: HttpRequest, app: Shared, form: Multipart) -> Result<HttpResponse, Failure> {
    app.own_door.admit(&req)?;
    // Before the photo is taken in: a crowd must not fill the memory while it waits.
    let _place = app.frames.card_place()?;
    let (upload, received) = upload::receive(form, frames::LARGEST_CARD).await;
    let found = match received {
        Ok(()) => app.frames.look_at_card(upload.picture).await,
        Err(_) => Ok(Vec::new()),
    };
    let found = match found {
        Ok(found) => found,
        // A picture that is none is a photo without a card; what is too much at once is another matter.
        Err(Failure::Unreadable(_) | Failure::TooLarge) => Vec::new(),
        Err(failure) => return Err(failure),
    };
    let card = found.iter().find_map(|code| read(&code.text).ok().filter(|code| code.kind() == Kind::HouseholdCard));
    match card {
        Some(card) => door_page(Own::of(&req), card.printed().to_string(), false),
        None => Ok(go_saying(PATH, &Said::NoCardInPhoto)),
    }
}
