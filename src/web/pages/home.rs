//! The home page: what needs me now.

use actix_web::HttpResponse;
use askama::Template;

use crate::texts::Texts;
use crate::web::{Failure, Page, html};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
    t: &'static Texts,
}

/// `GET /`
pub(in crate::web) async fn show(page: Page) -> Result<HttpResponse, Failure> {
    html(&HomePage { t: page.t(), page })
}
