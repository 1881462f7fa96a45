//! `GET /account`: one's own password, and signing out everywhere.

use actix_session::Session;
use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, own_account};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Passwords {
    current: String,
    password: String,
    repeat: String,
}

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage {
    page: Page,
    t: &'static Texts,
    wrong: Wrong,
}

pub(in crate::web) async fn show(page: Page) -> Result<HttpResponse, Failure> {
    html(&AccountPage { t: page.t(), page, wrong: Wrong::default() })
}

/// `POST /account/password`
pub(in crate::web) async fn change_password(
    page: Page,
    app: Shared,
    actor: Actor,
    session: Session,
    form: Form<Passwords>,
) -> Result<HttpResponse, Failure> {
    let Passwords { current, password, repeat } = form.into_inner();
    let changed = act(&app, move |house| {
        if password != repeat {
            return Err(ActionError::field("repeat", say::error_passwords_differ()));
        }
        own_account::change_password(house, &actor, &current, &password)
    });
    match changed.await {
        Ok(()) => {
            // All others have ended; this one goes on under a new key.
            session.renew();
            Ok(redirect_with("/account", &say::account_password_saved()))
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&AccountPage { t: page.t(), page, wrong })
        }
    }
}

/// `POST /account/sign-out-everywhere`
pub(in crate::web) async fn sign_out_everywhere(
    app: Shared,
    actor: Actor,
    session: Session,
) -> Result<HttpResponse, Failure> {
    act(&app, move |house| own_account::sign_out_everywhere(house, &actor)).await?;
    session.purge();
    Ok(redirect("/sign-in"))
}
