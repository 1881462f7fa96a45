//! Step 2: which lines stand on the receipt. `GET` and `POST /receipts/{id}/lines`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{Step, steps};
use crate::actions::Actor;
use crate::actions::receipts::{self, Choice, Opening};
use crate::domain::receipt::{Rule, ValuePolicy};
use crate::domain::rights::Right;
use crate::domain::{ReceiptId, ValueLineId};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{self, Wrong};
use crate::web::{Failure, Page, Shared, act, html, redirect};

#[derive(Template)]
#[template(path = "receipts/lines.html")]
struct LinesPage {
    page: Page,
    t: &'static Texts,
    steps: Vec<Step>,
    draft: Opening,
    rows: Vec<Row>,
    total: String,
    /// The form leaves open whether the value is printed.
    asks_value: bool,
    /// The form wants to know what the donor got in return.
    asks_return: bool,
    got: &'static str,
    in_return: String,
    gift_day: String,
    wrong: Wrong,
}

struct Row {
    id: String,
    description: String,
    detail: String,
    sum: String,
    is_chosen: bool,
    /// Why it cannot stand on this receipt; empty when it can.
    why_not: String,
}

/// Like the form: several `line` fields.
#[derive(Default)]
struct Typed {
    version: i32,
    choice: Choice,
}

impl Typed {
    fn of(pairs: Vec<(String, String)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            match name.as_str() {
                "version" => typed.version = value.parse().unwrap_or_default(),
                "line" => typed.choice.lines.extend(value.parse::<ValueLineId>().ok()),
                "with_value" => typed.choice.with_value = true,
                "got" => typed.choice.got = Some(value == "yes"),
                "in_return" => typed.choice.in_return = value,
                _ => {}
            }
        }
        typed
    }
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    match load(page, app, actor, id, Wrong::default()).await {
        Ok(found) => html(&found),
        Err(failure) => super::instead(failure, id),
    }
}

async fn load(page: Page, app: Shared, actor: Actor, id: ReceiptId, wrong: Wrong) -> Result<LinesPage, Failure> {
    let draft = act(&app, move |house| {
        actor.must(Right::IssueReceipts)?;
        receipts::draft(house, &actor, id)
    })
    .await?;
    let (t, country) = (page.t(), draft.form.country);
    let rows = draft.lines.iter().map(|line| {
        let why_not = match draft.taken.get(&line.id) {
            Some(number) => t.receipts_line_on(number),
            None => String::new(),
        };
        let detail = [
            if line.quantity == 1 { String::new() } else { t.item_pieces(line.quantity) },
            line.age.clone(),
            line.condition.map(|one| t.say(&crate::web::pages::shown::condition(one))).unwrap_or_default(),
        ];
        Row {
            id: line.id.to_string(),
            description: line.description.clone(),
            detail: detail.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            sum: line.line().sum().map_or_else(|| t.receipts_line_no_value(), |cents| country.figures(cents)),
            is_chosen: draft.plan.lines.contains(&line.id) && why_not.is_empty(),
            why_not,
        }
    });
    Ok(LinesPage {
        rows: rows.collect(),
        total: country.figures(draft.total_cents()),
        asks_value: draft.form.value_policy == ValuePolicy::Optional,
        asks_return: draft.form.has(Rule::ReturnStated),
        got: match draft.plan.in_return.as_deref() {
            None => "",
            Some("") => "no",
            Some(_) => "yes",
        },
        in_return: draft.plan.in_return.clone().unwrap_or_default(),
        steps: steps(t, Some(&draft), &page, 2),
        gift_day: t.donation_of_day(draft.gift_day),
        draft,
        wrong,
        page,
        t,
    })
}

pub(in crate::web) async fn choose(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    pairs: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), Typed::of(pairs.into_inner()));
    let (by, choice) = (actor.clone(), typed.choice);
    match act(&app, move |house| receipts::choose(house, &by, id, typed.version, choice)).await {
        Ok(()) => Ok(redirect(&format!("/receipts/{id}/check"))),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            forms::again(&load(page, app, actor, id, wrong).await?)
        }
    }
}

/// `POST /receipts/{id}/drop`: throws the draft away.
pub(in crate::web) async fn drop(
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    form: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let (id, version) = (id.into_inner(), form.version);
    let donation = act(&app, move |house| receipts::drop_draft(house, &actor, id, version)).await?;
    Ok(crate::web::redirect_with(&format!("/donations/{donation}"), &say::receipts_done_dropped()))
}

#[derive(Deserialize)]
pub(in crate::web) struct Version {
    pub version: i32,
}
