//! Looking up: says what a code is and changes nothing.

use super::*;
use crate::domain::item::ItemState;

pub(super) fn decide(desk: &mut Desk, facts: &Facts<'_>, code: Code) -> Decision {
    let verdict = match &facts.subject {
        Subject::Item(item) => {
            let verdict = Verdict::applied(item.name());
            match (&item.location, item.standing.state) {
                (Some(shelf), ItemState::InStock) => verdict.with_detail(say::lookup_in_stock_at(shelf)),
                (_, state) => verdict.with_detail(state_name(state)),
            }
        }
        Subject::Household(household) if facts.voucher.as_ref().is_some_and(|found| found.code == household.card) => {
            let voucher = facts.voucher.iter().find_map(|voucher| voucher.refusal());
            match voucher {
                Some(refusal) => Verdict::refused(refusal),
                None => Verdict::applied(say::verdict_voucher_opened(facts.voucher.as_ref().map_or(0, Voucher::ready))),
            }
        }
        Subject::Household(household) => {
            let open = household.needs.iter().filter(|line| line.is_open()).count();
            Verdict::applied(say::verdict_visit_opened(household.card.printed(), household.people))
                .with_detail(say::verdict_visit_needs(open))
        }
        Subject::Blank => Verdict::applied(say::lookup_blank(code.printed())),
        Subject::Donation { donor, .. } => Verdict::applied(say::lookup_donation(donor)),
        Subject::Donor { name } => Verdict::applied(say::lookup_donor(name)),
        Subject::Location { name, .. } => Verdict::applied(say::lookup_location(name)),
        Subject::Product(product) => match facts.catalogue.product(product.as_str()) {
            Some(known) => Verdict::applied(say::item_without_size(&known.names)),
            None => Verdict::refused(say::verdict_product_unknown(product.to_string())),
        },
        _ => Verdict::refused(say::verdict_label_void(code.printed())),
    };
    Decision::only(desk.clone(), verdict)
}

/// The word for an item's state.
pub fn state_name(state: ItemState) -> Message {
    match state {
        ItemState::InStock => say::state_in_stock(),
        ItemState::Reserved => say::state_reserved(),
        ItemState::HandedOut => say::state_handed_out(),
        ItemState::InCare => say::state_in_care(),
        ItemState::Missing => say::state_missing(),
        ItemState::Transferred => say::state_transferred(),
        ItemState::Discarded => say::state_discarded(),
        ItemState::Void => say::state_void(),
        ItemState::InCustody => say::state_in_custody(),
    }
}
