//! Signing in and out.

use actix_session::Session;
use actix_web::http::StatusCode;
use actix_web::web::{Form, Query};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, sign_in};
use crate::texts::Texts;
use crate::web::guard::USER;
use crate::web::{Failure, Page, Shared, act, html, redirect};

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    page: Page,
    t: &'static Texts,
    next: String,
    name: String,
    error: String,
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
}

/// Only a path of our own: nobody is led to another site by an address that looks like ours. Browsers read `\` as `/` and
/// leave tabs and line ends out, so that `/<tab>/evil.example` would be another site too.
pub(in crate::web) fn own_path(path: &str) -> &str {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.contains(|c: char| c == '\\' || c.is_control());
    if own && path.len() < 500 { path } else { "/" }
}

/// `GET /sign-in`
pub(in crate::web) async fn show(page: Page, place: Query<Where>) -> Result<HttpResponse, Failure> {
    if page.user().is_some() {
        return Ok(redirect("/"));
    }
    let next = own_path(&place.next).to_owned();
    html(&SignInPage { t: page.t(), page, next, name: String::new(), error: String::new() })
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
    let Credentials { name, password, next } = form.into_inner();
    let typed = name.clone();
    match act(&app, move |house| sign_in::sign_in(house, &name, &password)).await {
        Ok(user) => {
            // A new key for the new rights, so that a key planted before is worth nothing; and new hours.
            session.clear();
            session.renew();
            session.insert(USER, user).map_err(|_| Failure::Busy)?;
            Ok(redirect(own_path(&next)))
        }
        Err(Failure::Action(ActionError::Refused(message))) => {
            let t = page.t();
            let error = t.say(&message);
            let next = own_path(&next).to_owned();
            let mut response = html(&SignInPage { page, t, next, name: typed, error })?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(other) => Err(other),
    }
}

/// `POST /sign-out`
pub(in crate::web) async fn leave(session: Session) -> HttpResponse {
    session.purge();
    let mut response = redirect("/sign-in");
    response.headers_mut().insert(
        actix_web::http::header::HeaderName::from_static("clear-site-data"),
        actix_web::http::header::HeaderValue::from_static("\"cache\", \"storage\""),
    );
    response
}
