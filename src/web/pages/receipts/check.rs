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
use crate::domain::treasury::AcceptanceState;
use crate::store::acceptances::{self, AcceptanceRow};
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
    /// What is wrong with an answer to a question that nobody asks any more, or with all of it.
    wrong: String,
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
    /// What is wrong with this answer, at the tick and at the reason.
    wrong: (String, String),
    /// What answers it better, where that is done, and what that place is called.
    hint: String,
    href: String,
    place: String,
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
    let (draft, records, today) = act(&app, move |house| {
        let draft = receipts::draft(house, &actor, id)?;
        let records = house.store().read(|db| acceptances::of_donation(db, draft.donation.id))?;
        Ok((draft, records, house.today()))
    })
    .await?;
    let t = page.t();
    let made = draft.made(&draft.draft_number(), today);
    let mut gates: Vec<Shut> = Vec::new();
    let mut asked = Vec::new();
    for gate in made.err().unwrap_or_default() {
        if let Gate::Asked(question) = gate {
            let is_it = question.ask.word() == typed.ask;
            let note = if is_it { typed.note.clone() } else { String::new() };
            let is_ticked = is_it && typed.sure.is_some();
            let at = |field: &str| if is_it { wrong.at(field).to_owned() } else { String::new() };
            let (hint, href, place) = better(t, &page, &draft, &records, question.ask);
            let wrong = (at("sure"), at("note"));
            asked.push(Asked {
                question,
                sentence: t.say(&question.sentence()),
                note,
                is_ticked,
                wrong,
                hint,
                href,
                place,
            });
            continue;
        }
        let (href, place) = mend(t, &page, &draft, &gate);
        let sentence = t.say(&gate.sentence());
        if !gates.iter().any(|known| known.sentence == sentence) {
            gates.push(Shut { sentence, href, place });
        }
    }
    // At its own question, or above all when that is not asked any more.
    let is_shown = asked.iter().any(|one| one.question.ask.word() == typed.ask);
    let fields: &[&str] = if is_shown { &[""] } else { &["", "sure", "note"] };
    let wrong = fields.iter().map(|field| wrong.at(field)).find(|text| !text.is_empty()).unwrap_or_default().to_owned();
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

/// What answers a question better than a reason: a sentence, where it is done, and what that place is called.
fn better(t: &Texts, page: &Page, draft: &Opening, records: &[AcceptanceRow], ask: Ask) -> (String, String, String) {
    let donation = draft.donation.id;
    let (right, hint, href, place) = match ask {
        // A record that both sign says the day, too.
        Ask::FewerArrived | Ask::SeveralScans => {
            let begun = records.iter().find(|row| row.state == AcceptanceState::Draft);
            let href = match begun {
                Some(row) => format!("/acceptances/{}", row.id),
                None => format!("/donations/{donation}#acceptances"),
            };
            (Right::SeeDonors, t.receipts_hint_record(), href, t.receipts_mend_record())
        }
        Ask::BeyondDecision => (
            Right::RunCouncil,
            String::new(),
            format!("/council?issuer={}", draft.issuer.id),
            t.receipts_mend_council(),
        ),
        Ask::SeveralDays => {
            (Right::SeeDonors, String::new(), format!("/donations/{donation}"), t.receipts_mend_donation())
        }
        Ask::SoldElsewhere | Ask::Packages => {
            (Right::ValueGifts, String::new(), format!("/donations/{donation}/values"), t.receipts_mend_values())
        }
    };
    if page.may(right) { (hint, href, place) } else { (hint, String::new(), String::new()) }
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
        NoPieces | SecondReceipt { .. } | SoldOrRecycled { .. } | ReturnNotStated | ValueForbidden | ValueWanted => {
            (Right::IssueReceipts, format!("/receipts/{}/lines", draft.row.id), t.receipts_mend_lines())
        }
        BeyondDecision { .. } | AdditionDeclined { .. } => {
            (Right::RunCouncil, format!("/council?issuer={}", draft.issuer.id), t.receipts_mend_council())
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
