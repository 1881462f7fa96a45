//! Step 3: everything that is in the way, each with the place where it is mended. `GET /receipts/{id}/check`.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::{Step, steps};
use crate::actions::Actor;
use crate::actions::receipts::{self, Opening};
use crate::domain::ReceiptId;
use crate::domain::receipt::Gate;
use crate::domain::rights::Right;
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "receipts/check.html")]
struct CheckPage {
    page: Page,
    t: &'static Texts,
    steps: Vec<Step>,
    draft: Opening,
    gates: Vec<Shut>,
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

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let (draft, today) = act(&app, move |house| Ok((receipts::draft(house, &actor, id)?, house.today()))).await?;
    let t = page.t();
    let made = draft.made(&draft.draft_number(), today);
    let mut gates: Vec<Shut> = Vec::new();
    for gate in made.err().unwrap_or_default() {
        let (href, place) = mend(t, &page, &draft, &gate);
        let sentence = t.say(&gate.sentence());
        if !gates.iter().any(|known| known.sentence == sentence) {
            gates.push(Shut { sentence, href, place });
        }
    }
    let fine = if gates.is_empty() {
        let lines = draft.plan.lines.len();
        vec![
            t.receipts_fine_issuer(&draft.issuer.name),
            t.receipts_fine_donor(&draft.donor.name),
            t.receipts_fine_lines(lines, draft.form.country.figures(draft.total_cents())),
        ]
    } else {
        Vec::new()
    };
    html(&CheckPage {
        steps: steps(t, Some(&draft), &page, 3),
        gift_day: t.donation_of_day(draft.donation.received_on.0),
        gates,
        fine,
        draft,
        page,
        t,
    })
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
        | RequestMissing
        | BasisNotAllowed { .. }
        | ZeroTotal
        | TooMuch => (Right::ValueGifts, format!("/donations/{donation}/values"), t.receipts_mend_values()),
        _ => (Right::SeeDonors, format!("/donations/{donation}"), t.receipts_mend_donation()),
    };
    if page.may(right) { (href, place) } else { (String::new(), String::new()) }
}
