//! What a gift is worth: its lines, the papers that they rest on, and what asks for a second look.

pub(in crate::web) mod change;
pub(in crate::web) mod papers;
pub(in crate::web) mod request;
pub(in crate::web) mod show;

use crate::domain::treasury::{Basis, EvidenceKind};
use crate::domain::valuation::Warning;
use crate::texts::{Message, Texts, say};

/// What a value rests on.
pub(in crate::web::pages) fn basis_name(basis: Basis) -> Message {
    match basis {
        Basis::GoingConcern => say::values_basis_going_concern(),
        Basis::Book => say::values_basis_book(),
        Basis::Market => say::values_basis_market(),
        Basis::Invoice => say::values_basis_invoice(),
    }
}

/// What a paper is.
pub(in crate::web::pages) fn evidence_name(kind: EvidenceKind) -> Message {
    match kind {
        EvidenceKind::Statement => say::values_evidence_statement(),
        EvidenceKind::Invoice => say::values_evidence_invoice(),
        EvidenceKind::Opinion => say::values_evidence_opinion(),
        EvidenceKind::Comparison => say::values_evidence_comparison(),
        EvidenceKind::Photo => say::values_evidence_photo(),
        EvidenceKind::Request => say::values_evidence_request(),
        EvidenceKind::Other => say::values_evidence_other(),
    }
}

/// Why somebody should look again, in a sentence.
fn warning(t: &Texts, warning: Warning) -> String {
    match warning {
        Warning::AllRound => t.values_warn_round(),
        Warning::OneValue { value, lines } => t.values_warn_one_value(lines, t.euros(value)),
        Warning::NearNew { percent, .. } => t.values_warn_near_new(percent),
        Warning::AboveNew { .. } => t.values_warn_above_new(),
        Warning::OddVat { vat, .. } => t.values_warn_vat(t.euros(vat)),
    }
}
