//! `GET` and `POST` of `/issuers/{id}/accounts`: what DATEV needs to know, as the tax adviser says it.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::accounts::{self as acting, Typed};
use crate::actions::{ActionError, Actor};
use crate::domain::IssuerId;
use crate::domain::rights::Right;
use crate::store::{Db, council_lists};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Field, Wrong, again};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

/// The form, as it was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Sent {
    version: i32,
    consultant: String,
    client: String,
    year_begins: String,
    account_length: String,
    gifts_account: String,
    gifts_against: String,
    purchases_account: String,
    purchases_against: String,
}

impl Sent {
    fn of(typed: Typed, version: i32) -> Sent {
        Sent {
            version,
            consultant: typed.consultant,
            client: typed.client,
            year_begins: typed.year_begins,
            account_length: typed.account_length,
            gifts_account: typed.gifts_account,
            gifts_against: typed.gifts_against,
            purchases_account: typed.purchases_account,
            purchases_against: typed.purchases_against,
        }
    }

    /// Label, what holds now, what was typed.
    fn fields(self, t: &Texts, now: Sent) -> Vec<Field> {
        vec![
            (t.books_consultant(), now.consultant, self.consultant),
            (t.books_client(), now.client, self.client),
            (t.books_begins(), now.year_begins, self.year_begins),
            (t.books_length(), now.account_length, self.account_length),
            (t.books_account(), now.gifts_account, self.gifts_account),
            (t.books_against(), now.gifts_against, self.gifts_against),
            (t.books_account(), now.purchases_account, self.purchases_account),
            (t.books_against(), now.purchases_against, self.purchases_against),
        ]
    }

    fn typed(self) -> Typed {
        Typed {
            consultant: self.consultant,
            client: self.client,
            year_begins: self.year_begins,
            account_length: self.account_length,
            gifts_account: self.gifts_account,
            gifts_against: self.gifts_against,
            purchases_account: self.purchases_account,
            purchases_against: self.purchases_against,
        }
    }
}

#[derive(Template)]
#[template(path = "books/accounts.html")]
struct AccountsPage {
    page: Page,
    t: &'static Texts,
    name: String,
    back: String,
    /// Nobody typed anything yet, and the settings' file says something.
    from_file: bool,
    /// There are several receivers: what the file says counts for none of them before somebody saves it.
    is_proposed: bool,
    typed: Sent,
    wrong: Wrong,
}

async fn filled(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: IssuerId,
    again: Option<Sent>,
    wrong: Wrong,
) -> Result<AccountsPage, Failure> {
    let known = app.datev.clone();
    let (name, stored, several) = act(app, move |house| {
        actor.must(Right::KeepBooks)?;
        house.store().read(|db| {
            let issuer = council_lists::receiver(db, id)?.ok_or(ActionError::NotFound)?;
            let several = council_lists::receivers(db)?.len() > 1;
            Ok::<_, ActionError>((issuer.name, acting::of_issuer(db, id)?, several))
        })
    })
    .await?;
    let from_file = stored.is_none() && known.is_some();
    let typed = again.unwrap_or_else(|| match (stored, known) {
        (Some((datev, version)), _) => Sent::of(Typed::of(&datev), version),
        (None, Some(datev)) => Sent::of(Typed::of(&datev), 0),
        (None, None) => Sent { year_begins: "01.01.".to_owned(), account_length: "4".to_owned(), ..Sent::default() },
    });
    let (back, is_proposed) = (format!("/books?issuer={id}"), from_file && several);
    Ok(AccountsPage { t: page.t(), name, back, from_file, is_proposed, typed, wrong, page })
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<IssuerId>,
) -> Result<HttpResponse, Failure> {
    html(&filled(page, &app, actor, id.into_inner(), None, Wrong::default()).await?)
}

pub(in crate::web) async fn write(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<IssuerId>,
    sent: Form<Sent>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let (writer, version, typed) = (actor.clone(), sent.version, sent.clone().typed());
    match act(&app, move |house| acting::write(house, &writer, id, version, &typed)).await {
        Ok(_) => Ok(redirect_with(&format!("/books?issuer={id}"), &say::books_accounts_saved())),
        Err(failure) => {
            let (t, beside) = (page.t(), sent.clone());
            let now = move |db: &mut Db| {
                let (datev, version) = acting::of_issuer(db, id)?.ok_or(ActionError::NotFound)?;
                Ok((version, beside.fields(t, Sent::of(Typed::of(&datev), version))))
            };
            let (wrong, version) = Wrong::of_change(failure, &app, t, id.to_string(), now).await?;
            let sent = Sent { version: version.unwrap_or(sent.version), ..sent };
            again(&filled(page, &app, actor, id, Some(sent), wrong).await?)
        }
    }
}
