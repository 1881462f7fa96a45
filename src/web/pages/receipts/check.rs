//! Step 3: everything that is in the way, each with the place where it is mended. `GET /receipts/{id}/check`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{Step, steps};
use crate::actions::receipts::{self, Opening};
use crate::actions::{ActionError, Actor};
use crate::domain::ReceiptId;
use crate::domain::receipt::Gate;
use crate::domain::register::{Ask, Question, Sure};
use crate::domain::rights::Right;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{self, Wrong};
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_warning};

#[derive(Template)]
#[template(path = "receipts/check.html")]
struct CheckPage {
    page: Page,
    t: &'static Texts,
    steps: Vec<Step>,
    draft: Opening,
    gates: Vec<Shut>,
    /// What the records say against it, and is to be answered for by who may.
    asked: Vec<Asked>,
    may_answer: bool,
    answers: Vec<String>,
    wrong: Wrong,
    /// What was looked at and is as it has to be.
    fine: Vec<String>,
    gift_day: String,
}

/// A gate that is shut.
struct Shut {
    sentence: String,
    href: String,
    /// What the link is called.
    place: String,
}

/// A question, and what was written to it and refused.
struct Asked {
    question: Question,
    sentence: String,
    note: String,
    is_ticked: bool,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    match filled(page, app, actor, id, Typed::default(), Wrong::default()).await {
        Ok(found) => html(&found),
        Err(failure) => super::instead(failure, id),
    }
}

/// An answer as it was sent.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    version: i32,
    ask: String,
    pieces: i64,
    stated: i64,
    sure: Option<String>,
    note: String,
}

/// `POST /receipts/{id}/sure`: whoever issues answers for what the records say against it.
pub(in crate::web) async fn answer_for(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    typed: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), typed.into_inner());
    let (by, sent) = (actor.clone(), typed.clone());
    let done = act(&app, move |house| {
        let ask = sent.ask.parse::<Ask>().map_err(|_| ActionError::NotFound)?;
        if sent.sure.is_none() {
            return Err(ActionError::field("sure", say::receipts_sure_not()));
        }
        let question = Question { ask, pieces: sent.pieces, stated: sent.stated };
        receipts::answer_for(house, &by, id, sent.version, question, &sent.note)
    })
    .await;
    let to = format!("/receipts/{id}/check");
    match done {
        Ok(()) => Ok(redirect(&to)),
        Err(Failure::Action(ActionError::Changed)) => Ok(redirect_warning(&to, &say::receipts_changed())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            forms::again(&filled(page, app, actor, id, typed, wrong).await?)
        }
    }
}

async fn filled(
    page: Page,
    app: Shared,
    actor: Actor,
    id: ReceiptId,
    typed: Typed,
    wrong: Wrong,
) -> Result<CheckPage, Failure> {
    let (draft, today) = act(&app, move |house| Ok((receipts::draft(house, &actor, id)?, house.today()))).await?;
    let t = page.t();
    let made = draft.made(&draft.draft_number(), today);
    let mut gates: Vec<Shut> = Vec::new();
    let mut asked = Vec::new();
    for gate in made.err().unwrap_or_default() {
        if let Gate::Asked(question) = gate {
            let is_it = question.ask.word() == typed.ask;
            let note = if is_it { typed.note.clone() } else { String::new() };
            let is_ticked = is_it && typed.sure.is_some();
            asked.push(Asked { question, sentence: t.say(&question.sentence()), note, is_ticked });
            continue;
        }
        let (href, place) = mend(t, &page, &draft, &gate);
        let sentence = t.say(&gate.sentence());
        if !gates.iter().any(|known| known.sentence == sentence) {
            gates.push(Shut { sentence, href, place });
        }
    }
    let fine = if gates.is_empty() && asked.is_empty() {
        let lines = draft.plan.lines.len();
        vec![
            t.receipts_fine_issuer(&draft.issuer.name),
            t.receipts_fine_donor(&draft.donor.name),
            t.receipts_fine_lines(lines, draft.form.country.figures(draft.total_cents())),
        ]
    } else {
        Vec::new()
    };
    Ok(CheckPage {
        may_answer: page.may(Right::IssueReceipts),
        answers: answers(t, &draft),
        asked,
        wrong,
        steps: steps(t, Some(&draft), &page, 3),
        gift_day: t.donation_of_day(draft.gift_day),
        gates,
        fine,
        draft,
        page,
        t,
    })
}

/// What was answered for, in sentences.
pub(super) fn answers(t: &Texts, draft: &Opening) -> Vec<String> {
    draft.answers().map(|sure| answer(t, sure)).collect()
}

/// What the records said, and what was answered.
pub(super) fn answer(t: &Texts, sure: &Sure) -> String {
    format!("{} {}", t.say(&sure.question.sentence()), t.receipts_sure_by(&sure.name, &sure.note))
}

/// Where a gate is opened; nothing where this person may not.
fn mend(t: &Texts, page: &Page, draft: &Opening, gate: &Gate) -> (String, String) {
    use Gate::*;
    let donation = draft.donation.id;
    let (right, href, place) = match gate {
        NoticeTooOld { .. }
        | NoticeInFuture { .. }
        | LaterNotice { .. }
        | TargetNoticeTooOld { .. }
        | TargetNoticeInFuture { .. }
        | FieldMissing { .. }
        | IssuerAddressMissing
        | IssuerRetired => (Right::EditIssuers, format!("/issuers/{}", draft.issuer.id), t.receipts_mend_issuer()),
        AnonymousDonor | DonorAddressMissing => {
            (Right::EditDonors, format!("/donors/{}/edit", draft.donor.id), t.receipts_mend_donor())
        }
        NoPieces
        | SecondReceipt { .. }
        | SoldOrRecycled { .. }
        | ReturnNotStated
        | ValueForbidden
        | ValueWanted
        | BeyondDecision { .. } => {
            (Right::IssueReceipts, format!("/receipts/{}/lines", draft.row.id), t.receipts_mend_lines())
        }
        NotIdentical { .. }
        | QuantityMissing { .. }
        | DetailMissing { .. }
        | ValueMissing { .. }
        | EvidenceMissing { .. }
        | InvoiceMissing { .. }
        | NetMissing { .. }
        | VatMissing { .. }
        | StatementMissing
        | LineWithoutStatement { .. }
        | AmountsOfOtherOrigin { .. }
        | AboveNewPrice { .. }
        | MoreThanPieces { .. }
        | RequestMissing
        | BasisNotAllowed { .. }
        | ZeroTotal
        | TooMuch => (Right::ValueGifts, format!("/donations/{donation}/values"), t.receipts_mend_values()),
        _ => (Right::SeeDonors, format!("/donations/{donation}"), t.receipts_mend_donation()),
    };
    if page.may(right) { (href, place) } else { (String::new(), String::new()) }
}
