//! The page that says what went wrong and leads on.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::texts::{Message, Texts};
use crate::web::Page;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    t: &'static Texts,
    message: String,
    /// The thing that it was about; empty where that is not known.
    back: String,
}

/// Things with pages of their own, on which something can be done that is refused.
const THINGS: [&str; 5] = ["donations", "receipts", "council", "acceptances", "issuers"];

/// The page of the thing that something was to be done with: `/donations/7` of `/donations/7/state`.
fn thing(path: &str) -> Option<String> {
    let mut parts = path.split('/').skip(1);
    let (room, id, _) = (parts.next()?, parts.next()?, parts.next()?);
    THINGS.contains(&room).then(|| format!("/{room}/{id}"))
}

pub(in crate::web) fn page(page: Page, path: &str, status: StatusCode, message: &Message) -> HttpResponse {
    let t = page.t();
    let stands = matches!(status, StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY);
    let back = thing(path).filter(|_| stands).unwrap_or_default();
    let template = ErrorPage { message: t.say(message), back, page, t };
    // A template that fails here too must not hide the sentence.
    let body = template.render().unwrap_or(template.message);
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body)
}
