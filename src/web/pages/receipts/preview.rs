//! Step 4: the receipt exactly as it will be printed; a second person agrees, and it is issued.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use actix_web::web::{Form, Path};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Step, address, drawn, print, steps};
use crate::actions::receipts::{self, Opening};
use crate::actions::{ActionError, Actor, House};
use crate::domain::ReceiptId;
use crate::domain::receipt::{Annex, Block, Filled};
use crate::domain::rights::Right;
use crate::paper::receipt::Across;
use crate::store::donations;
use crate::store::receipts::{self as stored, ReceiptRow};
use crate::texts::{Message, Texts, say};
use crate::web::pages::reports::closing;
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_warning, redirect_with};

#[derive(Template)]
#[template(path = "receipts/preview.html")]
struct PreviewPage {
    page: Page,
    t: &'static Texts,
    steps: Vec<Step>,
    draft: Opening,
    lang: String,
    /// What was answered for.
    answers: Vec<String>,
    blocks: Vec<Block>,
    annex: Option<Annex>,
    fingerprint: String,
    needs_agreement: bool,
    is_agreed: bool,
    is_stale: bool,
    may_agree: bool,
    may_issue: bool,
    /// Whoever agreed does not issue.
    agreed_oneself: bool,
    gift_day: String,
    /// Why it cannot be printed; empty when it can.
    does_not_fit: String,
}

/// The draft filled in, or on to the list of what is in the way.
async fn made(app: &Shared, actor: Actor, id: ReceiptId) -> Result<(Opening, Option<Filled>), Failure> {
    act(app, move |house| {
        let draft = receipts::draft(house, &actor, id)?;
        let filled = draft.made(&draft.draft_number(), house.today()).ok();
        Ok((draft, filled))
    })
    .await
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    let (id, t) = (id.into_inner(), page.t());
    let (draft, filled) = match made(&app, actor, id).await {
        Ok((draft, Some(filled))) => (draft, filled),
        Ok((_, None)) => return Ok(redirect(&format!("/receipts/{id}/check"))),
        Err(failure) => return super::instead(failure, id),
    };
    let is_agreed = draft.is_agreed();
    let does_not_fit = drawn(&filled, None).err().map(|message| t.say(&message)).unwrap_or_default();
    let needs_agreement = draft.needs_agreement();
    let agreed_oneself =
        needs_agreement && is_agreed && page.user_id().is_some() && draft.row.agreed_by == page.user_id();
    html(&PreviewPage {
        steps: steps(t, Some(&draft), &page, 4),
        fingerprint: draft.fingerprint(),
        is_stale: draft.agreement_is_stale(),
        may_agree: needs_agreement
            && !is_agreed
            && page.may(Right::AgreeReceipts)
            && page.user_id().is_some_and(|user| draft.row.made_by != Some(user)),
        may_issue: page.may(Right::IssueReceipts)
            && does_not_fit.is_empty()
            && (is_agreed || !needs_agreement)
            && !agreed_oneself,
        agreed_oneself,
        gift_day: t.donation_of_day(draft.gift_day),
        lang: filled.lang,
        answers: super::check::answers(t, &draft),
        blocks: filled.blocks,
        annex: filled.annex,
        needs_agreement,
        is_agreed,
        does_not_fit,
        draft,
        page,
        t,
    })
}

/// `GET /receipts/{id}/draft.pdf`: the page as it will be printed, with a word across it.
pub(in crate::web) async fn paper(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    file(page, app, actor, id.into_inner(), false).await
}

/// `GET /receipts/{id}/draft-list.pdf`: the list of goods in the same way.
pub(in crate::web) async fn list(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    file(page, app, actor, id.into_inner(), true).await
}

async fn file(page: Page, app: Shared, actor: Actor, id: ReceiptId, annex: bool) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let (_, Some(filled)) = made(&app, actor, id).await? else {
        return Ok(redirect(&format!("/receipts/{id}/check")));
    };
    // The word across the paper is in the paper's language.
    let word = Texts::of(crate::texts::Lang::from_tag(&filled.lang).unwrap_or_default()).receipts_across();
    let printed = drawn(&filled, Some(Across::Below(&word))).map_err(ActionError::Refused)?;
    let (bytes, name) = match annex {
        true => (printed.annex.ok_or(Failure::NotFound)?, t.receipts_file_draft_annex()),
        false => (printed.receipt, t.receipts_file_draft()),
    };
    Ok(pdf(bytes, &name))
}

/// A paper that is drawn anew each time, under a name for a file.
pub(super) fn pdf(bytes: Vec<u8>, name: &str) -> HttpResponse {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect();
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes)
}

/// What was on the page when the button was pressed.
#[derive(Deserialize)]
pub(in crate::web) struct Seen {
    version: i32,
    fingerprint: String,
}

pub(in crate::web) async fn agree(
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    seen: Form<Seen>,
) -> Result<HttpResponse, Failure> {
    let (id, Seen { version, fingerprint }) = (id.into_inner(), seen.into_inner());
    let (to, by, seen) = (format!("/receipts/{id}/preview"), actor.user(), fingerprint.clone());
    let done = act(&app, move |house| receipts::agree(house, &actor, id, version, &fingerprint)).await;
    // To exactly this: who agreed once did not agree to what was changed since.
    let did = |row: &ReceiptRow| row.agreed_by.is_some() && row.agreed_by == by && receipts::agreed_to(row) == seen;
    answer(&app, id, done.map(|()| say::receipts_done_agreed()), &to, did).await
}

pub(in crate::web) async fn issue(
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    seen: Form<Seen>,
) -> Result<HttpResponse, Failure> {
    let (id, Seen { version, fingerprint }) = (id.into_inner(), seen.into_inner());
    let by = actor.user();
    let done = act(&app, move |house| {
        let number = receipts::issue(house, &actor, id, version, &fingerprint, print)?;
        told(house, id, say::receipts_done_issued(number))
    })
    .await;
    let did = |row: &ReceiptRow| row.issued_by.is_some() && row.issued_by == by;
    answer(&app, id, done, &address(id), did).await
}

/// What was done to a receipt, with a word about a closed period that it belongs to.
pub(super) fn told(house: &House, id: ReceiptId, done: Message) -> Result<Message, ActionError> {
    let days: Vec<Date> = house.store().read(|db| {
        let Some(row) = stored::find(db, id)? else { return Ok(Vec::new()) };
        let gift = donations::find(db, row.donation_id)?.map(|gift| gift.received_on.0);
        Ok::<_, ActionError>(row.issued_on.map(|day| day.0).into_iter().chain(gift).collect())
    })?;
    closing::told(house, &days, done)
}

/// Back to a page with what was done, or with why it was not. `did`: whether the same person did it already, by a first click;
/// then the page as it is now is all there is to say.
pub(super) async fn answer(
    app: &Shared,
    id: ReceiptId,
    done: Result<Message, Failure>,
    to: &str,
    did: impl Fn(&ReceiptRow) -> bool,
) -> Result<HttpResponse, Failure> {
    if let Err(Failure::Action(ActionError::Changed | ActionError::Refused(_))) = &done {
        let row = act(app, move |house| Ok(house.store().read(|db| stored::find(db, id))?)).await?;
        if row.is_some_and(|row| did(&row)) {
            return Ok(redirect(to));
        }
    }
    match done {
        Ok(message) => Ok(redirect_with(to, &message)),
        Err(Failure::Action(ActionError::Changed)) => Ok(redirect_warning(to, &say::receipts_changed())),
        Err(Failure::Action(error @ (ActionError::Refused(_) | ActionError::Field { .. }))) => {
            Ok(redirect_warning(to, &error.message()))
        }
        Err(failure) => Err(failure),
    }
}
