//! `/council/{id}`: one list, its paper, and what was decided.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{badge, decider_name, decision_name, listed_words, paper, state_name, value_words};
use crate::actions::council_lists::{self, Seen};
use crate::actions::{ActionError, Actor};
use crate::domain::treasury::{CouncilListState, Decision};
use crate::domain::{CouncilListId, DonationId};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{self, Wrong, again};
use crate::web::pages::labels::unprintable;
use crate::web::pages::reports::closing;
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_done, redirect_with};

#[derive(Template)]
#[template(path = "council/list.html")]
struct ListPage {
    page: Page,
    t: &'static Texts,
    id: String,
    title: String,
    lead: String,
    state_label: String,
    version: i32,
    is_open: bool,
    lines: Vec<Line>,
    has_additions: bool,
    total: String,
    decided: String,
    /// The frozen paper.
    paper: String,
    today: String,
    typed: Typed,
    wrong: Wrong,
}

struct Line {
    id: String,
    href: String,
    day: String,
    donor: String,
    words: String,
    purpose: String,
    value: String,
    state: &'static str,
    decision: String,
    declined: bool,
}

/// The decision as it was sent.
#[derive(Clone, Default)]
struct Typed {
    version: i32,
    held_on: String,
    reference: String,
    declined: Vec<DonationId>,
}

impl Typed {
    fn of(pairs: Vec<(String, String)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            match name.as_str() {
                "version" => typed.version = value.parse().unwrap_or_default(),
                "held_on" => typed.held_on = value,
                "reference" => typed.reference = value,
                _ if value == Decision::Declined.word() => {
                    typed.declined.extend(name.strip_prefix("gift-").and_then(|id| id.parse::<DonationId>().ok()));
                }
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
    id: Path<CouncilListId>,
) -> Result<HttpResponse, Failure> {
    html(&drawn(page, app, actor, id.into_inner(), Typed::default(), Wrong::default()).await?)
}

async fn drawn(
    page: Page,
    app: Shared,
    actor: Actor,
    id: CouncilListId,
    typed: Typed,
    wrong: Wrong,
) -> Result<impl Template, Failure> {
    let t = page.t();
    let seen = act(&app, move |house| council_lists::see(house, &actor, id)).await?;
    let is_open = seen.list.state == CouncilListState::Open;
    let lines: Vec<Line> = seen
        .lines
        .iter()
        .map(|one| Line {
            id: one.donation.id.to_string(),
            href: format!("/donations/{}", one.donation.id),
            day: t.day(one.donation.first_on()),
            donor: one.donor.clone(),
            words: {
                let now = seen
                    .now
                    .get(&one.donation.id)
                    .filter(|now| one.line.value_cents.is_some_and(|listed| listed != **now));
                let now = now.map(|now| t.council_worth_now(t.euros(*now)));
                t.dotted([listed_words(t, &one.donation, one.renews.as_ref())].into_iter().chain(now))
            },
            purpose: one.line.purpose.clone(),
            value: value_words(t, one.line.value_cents),
            state: badge(one.line.decision),
            decision: t.say(&decision_name(one.line.decision)),
            declined: typed.declined.contains(&one.donation.id),
        })
        .collect();
    let known: Vec<i64> = seen.lines.iter().filter_map(|one| one.line.value_cents).collect();
    // Where nobody asked for a value, a sum of nothing would look as if the gifts were worth nothing.
    let sum = (!known.is_empty()).then(|| t.euros(known.iter().sum()));
    Ok(ListPage {
        id: id.to_string(),
        title: seen.list.title.clone(),
        lead: t.dotted([seen.issuer.name.clone(), t.say(&decider_name(seen.list.decider))]),
        state_label: t.say(&state_name(seen.list.state)),
        version: seen.list.version,
        is_open,
        total: t.dotted([t.council_gifts_count(lines.len() as i64)].into_iter().chain(sum)),
        decided: paper::decided_words(t, &seen),
        paper: seen.papers.first().filter(|_| !is_open).map(|one| format!("/papers/{}", one.id)).unwrap_or_default(),
        today: app.house.today().to_string(),
        has_additions: seen.lines.iter().any(|one| one.renews.is_some()),
        lines,
        typed,
        wrong,
        page,
        t,
    })
}

/// `GET /council/{id}/list.pdf`: the list as it is now; a decided one as it was frozen.
pub(in crate::web) async fn print(app: Shared, actor: Actor, id: Path<CouncilListId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let seen = act(&app, move |house| council_lists::see(house, &actor, id)).await?;
    let frozen = seen.papers.first().filter(|_| seen.list.state == CouncilListState::Decided);
    if let Some(frozen) = frozen {
        return Ok(redirect(&format!("/papers/{}", frozen.id)));
    }
    let pdf = pdf(seen).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, "inline; filename=\"list.pdf\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(pdf))
}

async fn pdf(seen: Seen) -> Result<Vec<u8>, Failure> {
    let draw = move || paper::drawn(&seen);
    actix_web::web::block(draw).await.map_err(|_| Failure::Busy)?.map_err(|error| unprintable(&error))
}

/// `POST /council/{id}/decide`
pub(in crate::web) async fn decide(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<CouncilListId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, typed, t) = (id.into_inner(), Typed::of(sent.into_inner()), page.t());
    let (input, acting) = (typed.clone(), actor.clone());
    let done = act(&app, move |house| {
        let day = input.held_on.parse().map_err(|_| ActionError::field("held_on", say::error_day()))?;
        let session = council_lists::session(house, day, &input.reference, input.declined)?;
        let deed = council_lists::decide(house, &acting, id, input.version, session, paper::print)?;
        let title = council_lists::see(house, &acting, id)?.list.title;
        Ok((deed, closing::told_of(house, id, say::council_decided(&title))?))
    })
    .await;
    match done {
        Ok((deed, said)) => Ok(redirect_done(&format!("/council/{id}"), &said, deed)),
        Err(failure @ Failure::Action(ActionError::Changed)) => {
            Err(forms::meanwhile(&app, failure, id.to_string()).await)
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, t)?;
            again(&drawn(page, app, actor, id, typed, wrong).await?)
        }
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Off {
    gift: DonationId,
    version: i32,
}

/// `POST /council/{id}/remove`
pub(in crate::web) async fn remove(
    app: Shared,
    actor: Actor,
    id: Path<CouncilListId>,
    sent: Form<Off>,
) -> Result<HttpResponse, Failure> {
    let (id, Off { gift, version }) = (id.into_inner(), sent.into_inner());
    match act(&app, move |house| council_lists::take_off(house, &actor, id, version, gift)).await {
        Ok(true) => Ok(redirect_with(&format!("/council/{id}"), &say::council_taken_off())),
        Ok(false) => Ok(redirect_with("/council", &say::council_list_gone())),
        Err(failure) => Err(forms::meanwhile(&app, failure, id.to_string()).await),
    }
}
