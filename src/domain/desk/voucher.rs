//! A voucher at the desk: a card of its own, once, for exactly the pieces that lay ready when it was made.

use super::*;
use crate::domain::item::ItemState;

/// A voucher as the desk knows it when its code is scanned, and at each scan of the visit that it opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    pub id: ProxyId,
    pub code: Code,
    pub state: VoucherState,
    pub pieces: Vec<VoucherPiece>,
}

/// Whether a voucher still counts, and if not, since or until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoucherState {
    Valid,
    Used(jiff::civil::Date),
    /// Taken back by whoever made it, or by the coordinator.
    Ended,
    /// A mentor made it who does not look after the household any more.
    Lapsed,
    /// The day after its last one has come.
    Expired(jiff::civil::Date),
    /// Nothing here can tell: the terminal is cut off.
    Unchecked,
}

/// One of the pieces that a voucher is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherPiece {
    pub item: ItemId,
    pub code: Option<Code>,
    pub name: Message,
    pub lies: Lies,
}

/// What became of a piece since the voucher was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    Ready,
    /// The household has it.
    Given,
    /// Missing, in care, or meant for somebody else by now.
    Gone,
}

impl Voucher {
    pub fn ready(&self) -> usize {
        self.pieces.iter().filter(|piece| piece.lies == Lies::Ready).count()
    }

    /// Why it opens no visit; `None` while it counts.
    pub(super) fn refusal(&self) -> Option<Message> {
        match self.state {
            VoucherState::Valid => None,
            VoucherState::Used(day) => Some(say::verdict_voucher_used(day)),
            VoucherState::Ended => Some(say::verdict_voucher_ended()),
            VoucherState::Lapsed => Some(say::verdict_voucher_lapsed()),
            VoucherState::Expired(day) => Some(say::verdict_voucher_expired(day)),
            VoucherState::Unchecked => Some(say::verdict_voucher_offline()),
        }
    }

    /// A line for each piece that is not there any more, so that nobody looks for it.
    pub(super) fn gone(&self) -> Vec<VerdictLine> {
        let gone = self.pieces.iter().filter(|piece| piece.lies == Lies::Gone);
        gone.map(|piece| VerdictLine {
            code: piece.code.unwrap_or(self.code),
            outcome: Outcome::Refused,
            headline: say::verdict_voucher_gone(piece.name.clone()),
        })
        .collect()
    }
}

/// The voucher by which this visit was opened.
pub(super) fn of_visit<'a>(facts: &'a Facts<'_>, visit: &OpenVisit) -> Option<&'a Voucher> {
    facts.voucher.as_ref().filter(|voucher| voucher.code == visit.card)
}

/// Whether a card continues a visit: the household's card does not go on with what a voucher began, nor the other way.
pub(super) fn same_way(facts: &Facts<'_>, visit: &OpenVisit, card: Code) -> bool {
    facts.voucher.as_ref().is_none_or(|voucher| (voucher.code == visit.card) == (voucher.code == card))
}

/// Why this piece is not given to whoever came with the visit's voucher.
pub(super) fn refused(facts: &Facts<'_>, item: &Item, visit: &OpenVisit) -> Option<Verdict> {
    let voucher = of_visit(facts, visit)?;
    let refused = |headline| Some(Verdict::refused(headline).in_visit(visit.id, visit.pieces));
    if let Some(refusal) = voucher.refusal() {
        return refused(refusal);
    }
    if voucher.pieces.iter().all(|piece| piece.item != item.id) {
        let verdict = Verdict::refused(say::verdict_voucher_other_piece(voucher.pieces.len()));
        return Some(verdict.with_detail(say::verdict_put_aside()).in_visit(visit.id, visit.pieces));
    }
    let standing = &item.standing;
    match standing.state == ItemState::Reserved && standing.household == Some(visit.household) {
        true => None,
        false => refused(say::verdict_voucher_gone(item.name())),
    }
}

/// What comes without a label of its own was never laid aside, so no voucher is for it.
pub(super) fn refuses_unknown_pieces(scan: &Scan, desk: &Desk, facts: &Facts<'_>) -> Option<Verdict> {
    let visit = handout::open_visit(scan, desk, facts).ok().flatten()?;
    let voucher = of_visit(facts, &visit)?;
    let headline = voucher.refusal().unwrap_or_else(|| say::verdict_voucher_other_piece(voucher.pieces.len()));
    Some(Verdict::refused(headline).with_detail(say::verdict_put_aside()).in_visit(visit.id, visit.pieces))
}
