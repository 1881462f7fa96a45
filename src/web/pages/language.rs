//! `POST /language`: the language of the pages, for the person or, before signing in, for the browser.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::web::Form;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::actions::manage_users;
use crate::texts::Lang;
use crate::web::guard::Admitted;
use crate::web::page::LANGUAGE_COOKIE;
use crate::web::pages::sign_in::own_path;
use crate::web::{Failure, Shared, act, redirect};

#[derive(Deserialize)]
pub(in crate::web) struct Choice {
    lang: String,
    #[serde(default)]
    back: String,
}

pub(in crate::web) async fn choose(
    req: HttpRequest,
    app: Shared,
    choice: Form<Choice>,
) -> Result<HttpResponse, Failure> {
    let lang = Lang::from_tag(&choice.lang).filter(|lang| lang.is_of_pages()).unwrap_or_default();
    let actor = req.extensions().get::<Admitted>().map(|admitted| admitted.0.clone());
    // The switch is about pages: whoever speaks another language at the terminal keeps it there.
    if let Some(actor) = actor.filter(|actor| actor.lang().is_of_pages()) {
        act(&app, move |house| manage_users::choose_language(house, &actor, lang)).await?;
    }
    let mut response = redirect(own_path(&choice.back));
    let cookie =
        Cookie::build(LANGUAGE_COOKIE, lang.tag()).path("/").same_site(SameSite::Lax).http_only(true).permanent();
    response.add_cookie(&cookie.finish()).map_err(|_| Failure::Busy)?;
    Ok(response)
}
