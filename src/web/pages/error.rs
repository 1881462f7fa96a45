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
}

pub(in crate::web) fn page(page: Page, status: StatusCode, message: &Message) -> HttpResponse {
    let t = page.t();
    let template = ErrorPage { message: t.say(message), page, t };
    // A template that fails here too must not hide the sentence.
    let body = template.render().unwrap_or(template.message);
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body)
}
