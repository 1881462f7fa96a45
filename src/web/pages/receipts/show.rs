//! `GET /receipts/{id}`: one receipt with its papers, their hashes and its history; a draft leads on to where it stands.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{address, drawn, state_name, state_word, total};
use crate::actions::receipts::{self, Opened, Stands};
use crate::actions::{ActionError, Actor};
use crate::domain::ReceiptId;
use crate::domain::receipt::{Annex, Block};
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::paper::receipt::Across;
use crate::store::At;
use crate::store::receipts::ReceiptRow;
use crate::texts::{Lang, Message, Texts, say};
use crate::web::pages::shown;
use crate::web::{Failure, Page, Shared, act, html, redirect};

#[derive(Template)]
#[template(path = "receipts/show.html")]
struct ReceiptPage {
    page: Page,
    t: &'static Texts,
    row: ReceiptRow,
    donor: String,
    issuer: String,
    number: String,
    state: &'static str,
    state_label: String,
    total: String,
    issued_on: String,
    keep_until: String,
    papers: Vec<PaperLine>,
    all_sound: bool,
    story: Vec<(String, String)>,
    lang: String,
    blocks: Vec<Block>,
    annex: Option<Annex>,
    /// What whoever issued it answered for.
    answers: Vec<String>,
    is_void: bool,
    is_asked: bool,
    asked_by: String,
    may_ask: bool,
    may_confirm: bool,
    may_keep: bool,
    may_replace: bool,
    has_list: bool,
    replaces: Option<(String, String)>,
    replaced_by: Vec<(String, String)>,
}

struct PaperLine {
    href: String,
    name: String,
    sha256: String,
    is_sound: bool,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let opened = match act(&app, move |house| receipts::open(house, &actor, id)).await? {
        Stands::Draft => return Ok(redirect(&format!("/receipts/{id}/check"))),
        Stands::Issued(opened) => *opened,
    };
    let t = page.t();
    let zone = app.house.zone();
    let story = story(&opened).into_iter().map(|(at, what)| (shown::moment(t, zone, at), t.say(&what))).collect();
    let Opened { row, frozen, donor, issuer, papers, void_asked_by, replaces, replaced_by, .. } = opened;
    let is_void = row.state == ReceiptState::Voided;
    let is_asked = !is_void && row.void_asked_at.is_some();
    let is_asker = page.user_id().is_some() && page.user_id() == row.void_asked_by;
    let named = |row: &ReceiptRow| (address(row.id), row.number.clone().unwrap_or_else(|| t.receipts_state_draft()));
    let papers: Vec<PaperLine> = papers
        .into_iter()
        .map(|one| PaperLine {
            href: format!("/papers/{}", one.paper.id),
            name: one.paper.file_name,
            sha256: one.paper.sha256,
            is_sound: one.is_sound,
        })
        .collect();
    html(&ReceiptPage {
        number: row.number.clone().unwrap_or_default(),
        state: state_word(&row),
        state_label: t.say(&state_name(&row)),
        total: total(&row),
        issued_on: row.issued_on.map(|day| t.day(day.0)).unwrap_or_default(),
        keep_until: row.keep_until.map(|day| t.day(day.0)).unwrap_or_default(),
        all_sound: papers.iter().all(|paper| paper.is_sound),
        may_ask: !is_void && !is_asked && page.may(Right::IssueReceipts),
        may_confirm: is_asked && !is_asker && page.may(Right::AgreeReceipts),
        may_keep: is_asked && (page.may(Right::AgreeReceipts) || page.may(Right::IssueReceipts)),
        may_replace: is_void && replaced_by.is_empty() && page.may(Right::IssueReceipts),
        replaces: replaces.as_ref().map(named),
        replaced_by: replaced_by.iter().map(named).collect(),
        asked_by: void_asked_by,
        issuer: issuer.name,
        answers: frozen.sure.iter().map(|sure| super::check::answer(t, sure)).collect(),
        lang: frozen.filled.lang,
        blocks: frozen.filled.blocks,
        has_list: frozen.filled.annex.is_some(),
        annex: frozen.filled.annex,
        donor,
        papers,
        story,
        is_void,
        is_asked,
        row,
        page,
        t,
    })
}

/// `GET /receipts/{id}/void.pdf`: a copy of a void one with a word across it. What was issued stays as it is beside it.
pub(in crate::web) async fn void_paper(
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    void_copy(app, actor, id.into_inner(), false).await
}

/// `GET /receipts/{id}/void-list.pdf`: its list in the same way.
pub(in crate::web) async fn void_list(app: Shared, actor: Actor, id: Path<ReceiptId>) -> Result<HttpResponse, Failure> {
    void_copy(app, actor, id.into_inner(), true).await
}

async fn void_copy(app: Shared, actor: Actor, id: ReceiptId, list: bool) -> Result<HttpResponse, Failure> {
    let opened = match act(&app, move |house| receipts::open(house, &actor, id)).await? {
        Stands::Issued(opened) if opened.row.state == ReceiptState::Voided => *opened,
        _ => return Err(Failure::NotFound),
    };
    let filled = opened.frozen.filled;
    // In the language of the paper.
    let t = Texts::of(Lang::from_tag(&filled.lang).unwrap_or_default());
    let since = opened.row.voided_at.map(|at| t.day(app.house.day_of(at.0))).unwrap_or_default();
    let new = opened.replaced_by.iter().find_map(|row| row.number.clone());
    let note = match new {
        Some(new) => t.receipts_void_since_replaced(since, new),
        None => t.receipts_void_since(since),
    };
    let word = t.receipts_void_word();
    let across = Across::Over { word: &word, note: &note };
    let printed = drawn(&filled, Some(across)).map_err(ActionError::Refused)?;
    let (bytes, name) = match list {
        true => (printed.annex.ok_or(Failure::NotFound)?, t.receipts_file_annex(&opened.frozen.number)),
        false => (printed.receipt, t.receipts_file_receipt(&opened.frozen.number)),
    };
    Ok(super::preview::pdf(bytes, &t.receipts_file_void(name)))
}

/// What happened to it, the first first.
fn story(opened: &Opened) -> Vec<(At, Message)> {
    let row = &opened.row;
    let mut story = vec![(row.made_at, say::receipts_story_made(&opened.made_by))];
    story.extend(row.agreed_at.map(|at| (at, say::receipts_story_agreed(&opened.agreed_by))));
    story.extend(row.issued_at.map(|at| (at, say::receipts_story_issued(&opened.issued_by))));
    let asked = row.void_asked_at.map(|at| (at, say::receipts_story_asked(&opened.void_asked_by, &row.void_reason)));
    story.extend(asked);
    story.extend(row.voided_at.map(|at| (at, say::receipts_story_voided(&opened.voided_by))));
    story
}
