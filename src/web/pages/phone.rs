//! `/phone`: a phone that scans for a desk on a PC. Nobody is signed in here: the phone may send codes to that desk's page,
//! and nothing else.

use std::time::Duration;

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::web::{Json, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, rt};
use askama::Template;
use serde::Deserialize;

use crate::actions::hashed;
use crate::codes::{self, Command, Kind};
use crate::texts::Texts;
use crate::web::phones::{PAIRED, Unheard};
use crate::web::{Failure, Page, Shared, frames, html, redirect, sse};

/// The cookie with the phone's own secret.
const COOKIE: &str = "phone";
/// How long a phone waits for the desk's page to take a code. Afterwards nothing is booked.
const PATIENCE: Duration = Duration::from_secs(4);
/// Longest code in characters; ours have ten, others' up to a few dozen.
const LONGEST_CODE: usize = 200;

#[derive(Template)]
#[template(path = "phone.html")]
struct PhonePage {
    page: Page,
    t: &'static Texts,
    step: Step,
    /// 1, 2, 3 … at its desk; 0 when it has none.
    number: i64,
    yes: String,
    no: String,
    undo: String,
}

enum Step {
    /// An invitation that waits to be taken, with its address.
    Invited(String),
    Paired,
    /// No invitation, or an old one.
    Alone,
}

fn page_of(page: Page, step: Step, number: i64) -> PhonePage {
    let [yes, no, undo] = [Command::Yes, Command::Cancel, Command::Undo].map(|command| command.code().to_string());
    PhonePage { t: page.t(), page, step, number, yes, no, undo }
}

/// The hash of the secret in the phone's cookie.
fn secret(req: &HttpRequest) -> Option<String> {
    req.cookie(COOKIE).map(|cookie| hashed(cookie.value()))
}

/// `GET /phone/{secret}`: what the QR code leads to. Looking takes nothing: programs that preview links look too.
pub(in crate::web) async fn invited(
    page: Page,
    req: HttpRequest,
    app: Shared,
    invitation: Path<String>,
) -> Result<HttpResponse, Failure> {
    app.phone_tries.admit(&req)?;
    if !app.phones.is_invited(&hashed(&invitation), app.house.now()) {
        return alone(page);
    }
    html(&page_of(page, Step::Invited(req.path().to_owned()), 0))
}

/// `POST /phone/{secret}`: takes the invitation; the phone gets a secret of its own.
pub(in crate::web) async fn take(
    page: Page,
    req: HttpRequest,
    app: Shared,
    invitation: Path<String>,
) -> Result<HttpResponse, Failure> {
    app.phone_tries.admit(&req)?;
    let now = app.house.now();
    let own = data_encoding::BASE32_NOPAD.encode(&app.house.random::<20>());
    if !app.phones.take(&hashed(&invitation), app.house.uuid(), hashed(&own), now) {
        return alone(page);
    }
    // Whoever scans for another desk now no longer scans for the one before.
    if let Some(before) = secret(&req) {
        app.phones.end_on_phone(&before, now);
    }
    let cookie = Cookie::build(COOKIE, own)
        .path("/phone")
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(actix_web::cookie::time::Duration::seconds(PAIRED.as_secs()))
        .finish();
    let mut response = redirect("/phone");
    response.add_cookie(&cookie).map_err(|_| Failure::Busy)?;
    Ok(response)
}

fn alone(page: Page) -> Result<HttpResponse, Failure> {
    let mut response = html(&page_of(page, Step::Alone, 0))?;
    *response.status_mut() = StatusCode::NOT_FOUND;
    Ok(response)
}

/// `GET /phone`: the scanner.
pub(in crate::web) async fn show(page: Page, req: HttpRequest, app: Shared) -> Result<HttpResponse, Failure> {
    let number = secret(&req).and_then(|hash| app.phones.number(&hash, app.house.now()));
    html(&match number {
        Some(number) => page_of(page, Step::Paired, number.into()),
        None => page_of(page, Step::Alone, 0),
    })
}

/// `GET /phone/events`: whether the desk listens, and its verdicts.
pub(in crate::web) async fn listen(req: HttpRequest, app: Shared) -> HttpResponse {
    let listening = secret(&req).and_then(|hash| app.phones.listen_on_phone(&hash, app.house.now()));
    let Some((events, watch)) = listening else { return HttpResponse::Gone().finish() };
    let later = app.clone();
    rt::spawn(async move {
        let line = watch.ended().await;
        later.phones.left(line, later.house.now());
    });
    sse::answer(events, app.closing.clone())
}

/// What a phone has read or somebody has typed on it.
#[derive(Deserialize)]
pub(in crate::web) struct Read {
    code: String,
}

/// `POST /phone/code`: offers a code to the desk, and says whether it was taken. 409: nobody listened, nothing is booked.
pub(in crate::web) async fn offer(req: HttpRequest, app: Shared, read: Json<Read>) -> Result<HttpResponse, Failure> {
    let code: String = read.code.trim().chars().take(LONGEST_CODE).collect();
    if code.is_empty() {
        return Err(Failure::Unreadable("no code".to_owned()));
    }
    let id = app.house.uuid();
    let offered =
        admitted(&req, &app).and_then(|hash| app.phones.offer(&hash, id, &code, names_people(&code), app.house.now()));
    let (desk, claimed) = match offered {
        Ok(offered) => offered,
        Err(unheard) => return Ok(refusal(unheard)),
    };
    let taken = matches!(tokio::time::timeout(PATIENCE, claimed).await, Ok(Ok(())))
        || !app.phones.withdraw(desk, id, app.house.now());
    Ok(if taken { HttpResponse::Ok().json(serde_json::json!({ "scan": id })) } else { refusal(Unheard::NobodyListens) })
}

/// Whether the verdict on this code may name somebody: donors, their gifts, volunteers.
fn names_people(code: &str) -> bool {
    let known = codes::read(code).ok().map(|code| code.kind());
    matches!(known, Some(Kind::DonorCard | Kind::Donation | Kind::VolunteerBadge))
}

/// `POST /phone/frame`: a frame of the phone's camera, read here.
pub(in crate::web) async fn frame(req: HttpRequest, app: Shared, picture: Payload) -> Result<HttpResponse, Failure> {
    look(req, app, picture, frames::FRAME).await
}

/// `POST /phone/photo`: one photo, which the page has made small.
pub(in crate::web) async fn photo(req: HttpRequest, app: Shared, picture: Payload) -> Result<HttpResponse, Failure> {
    look(req, app, picture, frames::PHOTO).await
}

async fn look(req: HttpRequest, app: Shared, picture: Payload, look: frames::Look) -> Result<HttpResponse, Failure> {
    match admitted(&req, &app) {
        Ok(_) => app.frames.answer(picture, look).await,
        Err(unheard) => Ok(refusal(unheard)),
    }
}

/// `POST /phone/end`: the phone is no scanner any more.
pub(in crate::web) async fn end(req: HttpRequest, app: Shared) -> Result<HttpResponse, Failure> {
    if let Some(hash) = secret(&req) {
        app.phones.end_on_phone(&hash, app.house.now());
    }
    let mut spent = Cookie::new(COOKIE, "");
    spent.set_path("/phone");
    let mut response = redirect("/phone");
    response.add_removal_cookie(&spent).map_err(|_| Failure::Busy)?;
    Ok(response)
}

fn admitted(req: &HttpRequest, app: &Shared) -> Result<String, Unheard> {
    let hash = secret(req).ok_or(Unheard::Unpaired)?;
    app.phones.admit(&hash, app.house.now()).map(|()| hash)
}

fn refusal(unheard: Unheard) -> HttpResponse {
    HttpResponse::build(match unheard {
        Unheard::Unpaired => StatusCode::GONE,
        Unheard::TooFast => StatusCode::TOO_MANY_REQUESTS,
        Unheard::NobodyListens => StatusCode::CONFLICT,
    })
    .finish()
}
