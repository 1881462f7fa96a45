//! Receipts: the register, one of them, and the wizard that issues it.
//!
//! | step | page | who |
//! |---|---|---|
//! | 1 issuer and donor | `start` | issues |
//! | 2 lines | `lines` | issues |
//! | 3 what is in the way | `check` | sees receipts |
//! | 4 exactly as it will be printed, agree, issue | `preview` | sees receipts; agrees; issues |

pub(in crate::web) mod check;
pub(in crate::web) mod lines;
pub(in crate::web) mod list;
pub(in crate::web) mod preview;
pub(in crate::web) mod show;
pub(in crate::web) mod start;
pub(in crate::web) mod void;

use actix_web::HttpResponse;

use crate::actions::ActionError;
use crate::actions::receipts::{Opening, Printed};
use crate::domain::receipt::{Country, Filled, FormId, form};
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::domain::{DonationId, ReceiptId};
use crate::paper::receipt::{self as paper, Across, ReceiptError};
use crate::store::receipts::{self, ReceiptRow};
use crate::store::{Db, StoreError, value_lines};
use crate::texts::{Message, Texts, say};
use crate::web::{Failure, Page, redirect};

/// Draws the papers of a receipt that is issued.
pub(crate) fn print(filled: &Filled) -> Result<Printed, Message> {
    drawn(filled, None)
}

fn drawn(filled: &Filled, across: Option<Across>) -> Result<Printed, Message> {
    let broken = |_| say::error_server();
    let receipt = paper::draw(filled, across).map_err(|error| match error {
        ReceiptError::TooLong => say::receipts_too_long(),
        ReceiptError::Pdf(error) => {
            tracing::error!(%error, "a receipt could not be drawn");
            say::error_server()
        }
    })?;
    let annex = filled.annex.as_ref().map(|list| paper::annex(filled, list, across).map_err(broken)).transpose()?;
    Ok(Printed { receipt, annex })
}

/// Where a receipt stands, in a word.
pub(super) fn state_name(row: &ReceiptRow) -> Message {
    match row.state {
        ReceiptState::Draft => say::receipts_state_draft(),
        ReceiptState::Issued if row.void_asked_at.is_some() => say::receipts_state_asked(),
        ReceiptState::Issued => say::receipts_state_issued(),
        ReceiptState::Voided => say::receipts_state_voided(),
    }
}

/// The total as its country writes it.
pub(super) fn total(row: &ReceiptRow) -> String {
    let country = row.form.parse::<FormId>().map_or(Country::Germany, |id| form(id).country);
    country.figures(row.total_cents)
}

/// One step of the wizard, for the line above its pages.
pub(super) struct Step {
    pub name: String,
    /// Empty where nobody can go from here.
    pub href: String,
    pub is_current: bool,
}

/// The steps of a draft; `at` counts from 1.
pub(super) fn steps(t: &Texts, draft: Option<&Opening>, page: &Page, at: usize) -> Vec<Step> {
    let names = [t.receipts_step_start(), t.receipts_step_lines(), t.receipts_step_check(), t.receipts_step_preview()];
    let may = page.may(Right::IssueReceipts);
    let href = |step: usize| match (draft, step) {
        (Some(draft), 1) if may => format!("/donations/{}/receipt", draft.donation.id),
        (Some(draft), 2) if may => format!("/receipts/{}/lines", draft.row.id),
        (Some(draft), 3) => format!("/receipts/{}/check", draft.row.id),
        (Some(draft), 4) => format!("/receipts/{}/preview", draft.row.id),
        _ => String::new(),
    };
    let step = |(index, name)| Step { name, href: href(index + 1), is_current: index + 1 == at };
    names.into_iter().enumerate().map(step).collect()
}

/// The receipts of a donation, for its page.
pub(in crate::web) struct OfDonation {
    pub rows: Vec<OfDonationRow>,
    pub has_lines: bool,
    /// A line of it is on no receipt yet.
    pub has_free: bool,
    pub wanted: bool,
    pub may_issue: bool,
    pub donation: DonationId,
}

pub(in crate::web) struct OfDonationRow {
    pub href: String,
    pub name: String,
    pub state: &'static str,
    pub state_label: String,
    pub total: String,
    pub is_draft: bool,
}

impl OfDonation {
    /// Reads them; nothing for somebody who sees no receipts.
    pub fn read(db: &mut Db, donation: DonationId) -> Result<(Vec<ReceiptRow>, bool, bool), StoreError> {
        let lines = value_lines::of_donation(db, donation)?;
        let has_free = lines.iter().any(|line| line.receipt_id.is_none());
        Ok((receipts::of_donation(db, donation)?, !lines.is_empty(), has_free))
    }

    pub fn new(
        t: &Texts,
        page: &Page,
        donation: DonationId,
        wanted: bool,
        (rows, has_lines, has_free): (Vec<ReceiptRow>, bool, bool),
    ) -> Option<OfDonation> {
        let row = |row: &ReceiptRow| OfDonationRow {
            href: format!("/receipts/{}", row.id),
            name: row.number.clone().unwrap_or_else(|| t.receipts_state_draft()),
            state: state_word(row),
            state_label: t.say(&state_name(row)),
            total: total(row),
            is_draft: row.state == ReceiptState::Draft,
        };
        page.may(Right::SeeReceipts).then(|| OfDonation {
            rows: rows.iter().map(row).collect(),
            has_lines,
            has_free,
            wanted,
            may_issue: page.may(Right::IssueReceipts),
            donation,
        })
    }

    pub fn has_draft(&self) -> bool {
        self.rows.iter().any(|row| row.is_draft)
    }
}

/// The word by which a badge knows its colour.
pub(super) fn state_word(row: &ReceiptRow) -> &'static str {
    match row.state {
        ReceiptState::Draft => "draft",
        ReceiptState::Issued => "fulfilled",
        ReceiptState::Voided => "withdrawn",
    }
}

/// What is answered when a step of a draft cannot be shown: whoever comes back to one that was issued sees the receipt.
fn instead(failure: Failure, id: ReceiptId) -> Result<HttpResponse, Failure> {
    match failure {
        Failure::Action(ActionError::Refused(_)) => Ok(redirect(&address(id))),
        failure => Err(failure),
    }
}

/// The page of a receipt.
pub(super) fn address(id: ReceiptId) -> String {
    format!("/receipts/{id}")
}
