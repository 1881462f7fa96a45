//! `POST /look`: light, dark or as the machine says, and strong contrasts. The browser keeps it.

use actix_web::HttpResponse;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::web::Form;
use serde::Deserialize;

use crate::texts::say;
use crate::web::look::{LOOK_COOKIE, Look, Scheme};
use crate::web::pages::sign_in::own_path;
use crate::web::{Failure, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Choice {
    #[serde(default)]
    scheme: String,
    strong: Option<String>,
    #[serde(default)]
    back: String,
}

pub(in crate::web) async fn choose(choice: Form<Choice>) -> Result<HttpResponse, Failure> {
    let look = Look { scheme: Scheme::from_word(&choice.scheme).unwrap_or_default(), strong: choice.strong.is_some() };
    let mut response = redirect_with(own_path(&choice.back), &say::look_saved());
    let cookie =
        Cookie::build(LOOK_COOKIE, look.words()).path("/").same_site(SameSite::Lax).http_only(true).permanent();
    response.add_cookie(&cookie.finish()).map_err(|_| Failure::Busy)?;
    Ok(response)
}
