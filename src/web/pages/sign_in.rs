//! Signing in and out; and going on where the sign-in ended, with what was typed.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Form, Query};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, sign_in};
use crate::texts::{Texts, say};
use crate::web::guard::{Interrupted, KeptForm, Sealer, USER};
use crate::web::{App, Failure, Page, Shared, act, html, redirect, redirect_warning};

/// Values shown of a form that goes on: enough to recognise it.
const SHOWN: usize = 6;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    t: &'static Texts,
    next: String,
    name: String,
    error: String,
    /// Why somebody is here who was signed in before.
    reason: String,
    /// The sealed form that waits.
    kept: String,
    /// Whether phones can be led to trust from here.
    trust: bool,
}

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage {
    page: Page,
    t: &'static Texts,
    kept: KeptForm,
    back: String,
    /// What was typed, as far as a person recognises it.
    typed: Vec<String>,
}

#[derive(Deserialize)]
pub(in crate::web) struct Where {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Credentials {
    name: String,
    password: String,
    #[serde(default)]
    next: String,
    #[serde(default)]
    kept: String,
}

/// Only a path of our own: nobody is led to another site by an address that looks like ours. Browsers read `\` as `/` and
/// leave tabs and line ends out, so that `/<tab>/evil.example` would be another site too.
pub(in crate::web) fn own_path(path: &str) -> &str {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.contains(|c: char| c == '\\' || c.is_control());
    if own && path.len() < 500 { path } else { "/" }
}

/// Whether there is something to trust that this visitor does not use yet.
fn can_trust(req: &HttpRequest, app: &App) -> bool {
    let has_own = app.secured.as_ref().is_some_and(|secured| secured.authority.is_some());
    has_own && !req.app_config().secure()
}

/// `GET /sign-in`
pub(in crate::web) async fn show(
    req: HttpRequest,
    page: Page,
    app: Shared,
    place: Query<Where>,
) -> Result<HttpResponse, Failure> {
    let next = own_path(&place.next).to_owned();
    if page.user().is_some() {
        return Ok(redirect(&next));
    }
    let t = page.t();
    let was_here = next != "/" && app.sealer.who(&req).is_some();
    let reason = if was_here { t.forms_signed_out() } else { String::new() };
    let (name, error, kept, trust) = (String::new(), String::new(), String::new(), can_trust(&req, &app));
    html(&SignInPage { t, page, next, name, error, reason, kept, trust })
}

/// Instead of an answer to a form: the sign-in has ended, and nothing that was typed is lost.
pub(in crate::web) fn interrupted(req: &HttpRequest, page: Page, form: Interrupted) -> HttpResponse {
    let t = page.t();
    let reason = match (form.had_files, form.sealed.is_empty()) {
        (true, _) => t.forms_files_again(),
        (false, false) => t.forms_kept(),
        (false, true) => t.forms_not_kept(),
    };
    let app = req.app_data::<Shared>();
    let trust = app.is_some_and(|app| can_trust(req, app));
    let next = own_path(&form.back).to_owned();
    let (name, error) = (String::new(), String::new());
    let shown = SignInPage { t, page, next, name, error, reason, kept: form.sealed, trust };
    let body = shown.render().unwrap_or(shown.reason);
    HttpResponse::Unauthorized().content_type("text/html; charset=utf-8").body(body)
}

/// `POST /sign-in`
pub(in crate::web) async fn enter(
    req: HttpRequest,
    page: Page,
    app: Shared,
    session: Session,
    form: Form<Credentials>,
) -> Result<HttpResponse, Failure> {
    app.sign_ins.admit(&req)?;
    let Credentials { name, password, next, kept } = form.into_inner();
    let typed = name.clone();
    match act(&app, move |house| sign_in::sign_in(house, &name, &password)).await {
        Ok(user) => {
            // A new key for the new rights, so that a key planted before is worth nothing; and new hours.
            session.clear();
            session.renew();
            session.insert(USER, user).map_err(|_| Failure::Busy)?;
            let next = own_path(&next);
            let mut response = match app.sealer.give_back(&kept, user) {
                Ok(form) => go_on(page, form, next)?,
                Err(()) if kept.is_empty() => redirect(next),
                // Another person's words are neither shown nor sent.
                Err(()) => redirect_warning("/", &say::forms_of_somebody_else()),
            };
            let who = app.sealer.who_cookie(user, app.house.random());
            response.add_cookie(&who).map_err(|_| Failure::Busy)?;
            Ok(response)
        }
        Err(Failure::Action(ActionError::Refused(message))) => {
            let t = page.t();
            let (error, reason) = (t.say(&message), String::new());
            let next = own_path(&next).to_owned();
            let trust = can_trust(&req, &app);
            let mut response = html(&SignInPage { page, t, next, name: typed, error, reason, kept, trust })?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(other) => Err(other),
    }
}

/// Shows what was typed; one press sends it once more, as it was.
fn go_on(page: Page, kept: KeptForm, back: &str) -> Result<HttpResponse, Failure> {
    // Words of the program (states, kinds, ids) are all of small letters and digits; what people type mostly is not.
    let is_word = |value: &str| value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c));
    let own = kept.fields.iter().map(|(_, value)| value.trim()).filter(|value| !value.is_empty() && !is_word(value));
    let typed = own.take(SHOWN).map(str::to_owned).collect();
    html(&KeptPage { t: page.t(), page, back: back.to_owned(), typed, kept })
}

/// `POST /sign-out`
pub(in crate::web) async fn leave(session: Session) -> HttpResponse {
    session.purge();
    let mut response = redirect("/sign-in");
    // Not "storage": scans that wait to be sent are kept there, also those of others. What is known of the house and what
    // was typed is forgotten by the pages themselves.
    response.headers_mut().insert(
        actix_web::http::header::HeaderName::from_static("clear-site-data"),
        actix_web::http::header::HeaderValue::from_static("\"cache\""),
    );
    let _ = response.add_cookie(&Sealer::nobody_cookie());
    response
}
