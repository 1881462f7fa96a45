//! `GET` and `POST /allocation/{item}`: one piece, who waits for it, and giving it to another than the first.

use std::collections::HashSet;

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{named, sentence};
use crate::actions::allocate::{self, Proposals};
use crate::actions::{ActionError, Actor, see_household};
use crate::domain::catalogue::Catalogue;
use crate::domain::needs::serves;
use crate::domain::sizes::Fit;
use crate::domain::turn::Lies;
use crate::domain::{ItemId, NeedId};
use crate::texts::{Texts, say};
use crate::web::pages::forms::Wrong;
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

/// As many of those who wait are listed.
const SHOWN: usize = 20;

#[derive(Template)]
#[template(path = "allocation/one.html")]
struct PiecePage {
    page: Page,
    t: &'static Texts,
    title: String,
    code: String,
    item: ItemId,
    rows: Vec<View>,
    more: usize,
    /// The only one who waits is the one it is proposed for: nobody else can be chosen.
    alone: bool,
    /// Who waits for such a piece and cannot have this one, each with the reason.
    cannot: Vec<(String, String)>,
    reason: String,
    wrong: Wrong,
    /// Whether the piece is still among those that are shared out.
    is_there: bool,
}

struct View {
    need: String,
    card: String,
    sentence: String,
    /// How many pieces the line lacks; empty for one.
    missing: String,
    badge: String,
    chosen: bool,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(in crate::web) struct Chosen {
    #[serde(default)]
    once: String,
    #[serde(default)]
    need: String,
    #[serde(default)]
    reason: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    item: Path<ItemId>,
) -> Result<HttpResponse, Failure> {
    html(&drawn(page, &app, actor, *item, Chosen::default(), Wrong::default()).await?)
}

pub(in crate::web) async fn give(
    page: Page,
    app: Shared,
    actor: Actor,
    item: Path<ItemId>,
    form: Form<Chosen>,
) -> Result<HttpResponse, Failure> {
    let (item, sent) = (*item, form.into_inner());
    let (acting, chosen) = (actor.clone().sending(&sent.once), sent.clone());
    let done = act(&app, move |house| {
        let choose = |_| ActionError::field("need", say::error_allocation_choose());
        let need: NeedId = chosen.need.parse().map_err(choose)?;
        allocate::instead(house, &acting, item, need, &chosen.reason)
    })
    .await;
    match done {
        Ok(deed) => Ok(redirect_done("/allocation", &say::allocation_done(1), deed)),
        Err(failure) => {
            let status = actix_web::ResponseError::status_code(&failure);
            let wrong = Wrong::of(failure, page.t())?;
            let mut response = html(&drawn(page, &app, actor, item, sent, wrong).await?)?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn drawn(
    page: Page,
    app: &Shared,
    actor: Actor,
    item: ItemId,
    sent: Chosen,
    wrong: Wrong,
) -> Result<PiecePage, Failure> {
    let (at, proposals) = act(app, move |house| {
        let proposals = allocate::proposal(house, &actor)?;
        let at = proposals.supply.items.iter().position(|known| known.id == item);
        let seen =
            at.map_or(&[][..], |at| proposals.solved.queue(at)).iter().map(|waits| proposals.household(waits.line));
        let mut seen: Vec<_> = seen.collect();
        seen.dedup();
        seen.truncate(SHOWN);
        see_household::note_looks(house, &actor, seen, "allocation")?;
        Ok((at, proposals))
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let queue = at.map_or(&[][..], |at| proposals.solved.queue(at));
    let gets_it = |waits: &&crate::domain::turn::Waits| at.is_some() && waits.gets == at;
    let first = queue.iter().find(gets_it).map(|waits| proposals.supply.lines[waits.line].line.id);
    let mut seen = HashSet::new();
    // A line that lacks several pieces stands there once.
    let lines: Vec<_> = queue.iter().filter(|waits| seen.insert(waits.line)).collect();
    let rows = lines.iter().take(SHOWN).map(|waits| {
        let asks = &proposals.supply.lines[waits.line];
        let need = asks.line.id.to_string();
        View {
            chosen: sent.need == need,
            card: proposals.supply.parties[asks.party].card.printed(),
            missing: match asks.missing() {
                0 | 1 => String::new(),
                pieces => t.allocation_waits_for(pieces),
            },
            sentence: sentence(t, &catalogue, &proposals, waits),
            badge: match waits.gets {
                None => String::new(),
                Some(other) if Some(other) == at => t.allocation_proposed(),
                Some(_) => t.allocation_gets_other(),
            },
            need,
        }
    });
    let lies = at.map(|at| &proposals.supply.items[at]);
    let cannot = lies.map_or_else(Vec::new, |item| cannot_have(t, &catalogue, &proposals, item, &seen));
    let name = lies.map_or_else(String::new, |item| named(t, &catalogue, &item.product, item.size.as_ref()));
    Ok(PiecePage {
        title: if name.is_empty() { t.allocation_instead() } else { t.allocation_instead_of(&name) },
        code: lies.and_then(|item| item.label).map_or_else(String::new, |code| code.printed()),
        item,
        rows: rows.collect(),
        alone: lines.len() == 1 && first.is_some(),
        cannot,
        more: lines.len().saturating_sub(SHOWN),
        reason: sent.reason,
        is_there: at.is_some(),
        wrong,
        t,
        page,
    })
}

/// Whose lines the piece would serve, but whom the rule does not offer it: their cards, and why.
fn cannot_have(
    t: &Texts,
    catalogue: &Catalogue,
    proposals: &Proposals,
    item: &Lies,
    waiting: &HashSet<usize>,
) -> Vec<(String, String)> {
    let supply = &proposals.supply;
    let lines = supply.lines.iter().enumerate().filter(|(at, _)| !waiting.contains(at)).map(|(_, asks)| asks);
    let served =
        lines.filter(|asks| serves(&asks.line, &item.piece(), catalogue).is_some_and(|fit| fit >= Fit::NextSize));
    let told = served.map(|asks| {
        let party = &supply.parties[asks.party];
        let why = match item.passed_by.contains(&party.id) {
            true => t.allocation_cannot_passed(),
            false => t.allocation_cannot_free(),
        };
        (party.card.printed(), why)
    });
    told.take(SHOWN).collect()
}
