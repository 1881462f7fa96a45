//! `GET /issuers`: who confirms gifts, and whose notice ends.

use actix_web::HttpResponse;
use askama::Template;

use super::Validity;
use crate::actions::{ActionError, Actor, issuers as acting};
use crate::domain::rights::Right;
use crate::store::issuers::{self, IssuerRow};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "issuers/list.html")]
struct IssuersPage {
    page: Page,
    t: &'static Texts,
    rows: Vec<Row>,
    may_edit: bool,
}

struct Row {
    href: String,
    name: String,
    form: String,
    validity: Validity,
    active: bool,
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (rows, today) = act(&app, move |house| {
        actor.must(Right::SeeReceipts)?;
        Ok::<_, ActionError>((house.store().read(issuers::all)?, house.today()))
    })
    .await?;
    let t = page.t();
    let row = |issuer: IssuerRow| Row {
        href: format!("/issuers/{}", issuer.id),
        form: t.say(&issuer.form.label()),
        validity: Validity::of(t, acting::standing(&issuer, today)),
        active: issuer.active,
        name: issuer.name,
    };
    html(&IssuersPage { rows: rows.into_iter().map(row).collect(), may_edit: page.may(Right::EditIssuers), page, t })
}
