//! A label that nobody bound yet, at the handout: the piece is described on the spot, and comes in and goes out at once.

use super::*;
use crate::domain::item::ItemState;

/// A label that waits for somebody to say what it is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Describes {
    pub code: Code,
    pub at: Timestamp,
    #[serde(default = "one_piece")]
    pub quantity: i32,
}

/// A label without a piece, or one whose piece was entered by mistake (`void`), while a visit is open.
pub(super) fn label(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, code: Code, void: Option<&Item>) -> Decision {
    let visit = match handout::open_visit(scan, desk, facts) {
        Ok(Some(visit)) if !scan.of_list => visit,
        Err(verdict) => return Decision::only(desk.clone(), *verdict),
        _ => return not_here(desk, void),
    };
    if let Some(refusal) = handout::turned_away_now(scan, facts) {
        return Decision::only(desk.clone(), refusal);
    }
    if let Some(refusal) = voucher::refuses_unknown_pieces(scan, desk, facts) {
        return Decision::only(desk.clone(), refusal);
    }
    let pieces = scan.quantity as i32;
    if let Some(refused) = above_limit(facts, &visit, pieces) {
        return Decision::only(desk.clone(), refused);
    }
    if scan.fields.product.is_some() {
        return in_and_out(scan, desk, facts, code, void, visit);
    }
    let verdict = Verdict::waits(say::verdict_describe()).with_detail(say::verdict_describe_help());
    let verdict = verdict.in_visit(visit.id, visit.pieces);
    let visits = handout::goes_on(desk, visit);
    desk.describes = Some(Describes { code, at: scan.occurred_at, quantity: pieces });
    Decision { drafts: Vec::new(), visits, count: None, desk: desk.clone(), verdict }
}

/// A product's sheet: what the label before it is on.
pub(super) fn sheet(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, product: &ProductCode) -> Decision {
    let (Some(waiting), Some(visit)) = (desk.describes.take(), desk.visit.clone()) else {
        let verdict = if is_same_pull(scan, desk) {
            let words = facts.catalogue.product(product.as_str()).map(|known| known.names.clone()).unwrap_or_default();
            let listed = Verdict::again(say::verdict_already_listed(say::item_without_size(words)));
            Verdict { tone: Tone::Ok, ..listed }
        } else {
            Verdict::refused(say::verdict_handout_expects())
        };
        return Decision::only(desk.clone(), verdict);
    };
    let void = match &facts.described {
        Some(Subject::Blank) => None,
        Some(Subject::Item(item)) if item.standing.state == ItemState::Void => Some(item),
        _ => {
            let verdict = Verdict::refused(say::verdict_described_meanwhile(waiting.code.printed()));
            return Decision::only(desk.clone(), verdict);
        }
    };
    let fields = Fields { product: Some(product.clone()), ..scan.fields.clone() };
    let scan = Scan { fields, quantity: waiting.quantity.into(), ..scan.clone() };
    if let Some(refused) = above_limit(facts, &visit, waiting.quantity) {
        return Decision::only(desk.clone(), refused);
    }
    in_and_out(&scan, desk, facts, waiting.code, void, visit)
}

/// What is said about such a label where it cannot be described.
fn not_here(desk: &Desk, void: Option<&Item>) -> Decision {
    let verdict = match void {
        Some(item) => Verdict::refused(say::verdict_not_in_stock(item.name())).with_detail(say::verdict_put_aside()),
        None => Verdict::refused(say::verdict_label_blank()).with_detail(say::verdict_label_blank_help()),
    };
    Decision::only(desk.clone(), verdict)
}

/// There is no piece yet that a lead could be asked about.
fn above_limit(facts: &Facts<'_>, visit: &OpenVisit, pieces: i32) -> Option<Verdict> {
    let most = questions::limit(facts).filter(|most| visit.pieces + pieces > *most)?;
    let verdict = Verdict::refused(say::verdict_limit(visit.pieces, most));
    Some(verdict.with_detail(say::verdict_limit_blank_help()).in_visit(visit.id, visit.pieces))
}

/// Books both entries by one event.
fn in_and_out(
    scan: &Scan,
    desk: &mut Desk,
    facts: &Facts<'_>,
    code: Code,
    void: Option<&Item>,
    mut visit: OpenVisit,
) -> Decision {
    let id = void.map_or(ItemId(scan.event_id.child(0)), |item| item.id);
    let target = if void.is_some() { Target::Item(id) } else { Target::New { item: id, label: code } };
    let version = void.map_or(1, |item| item.standing.version + 1);
    let mut intake = match intake::draft(scan, facts, &scan.fields, target, version) {
        Ok((draft, _)) => draft,
        Err(verdict) => return Decision::only(desk.clone(), *verdict),
    };
    if intake.after.state == ItemState::InCustody {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_in_custody()));
    }
    // It goes out as it is.
    intake.after.state = ItemState::InStock;
    let details = intake.details.clone().unwrap_or_default();
    let (Some(product), Some(visitor)) = (details.product, &facts.visitor) else { return not_here(desk, void) };
    let item = Item {
        id,
        code: Some(code),
        words: facts.catalogue.product(product.as_str()).map(|known| known.names.clone()).unwrap_or_default(),
        product,
        cut: details.cut,
        size: details.size,
        condition: details.condition.unwrap_or(Condition::Good),
        donation: details.donation,
        standing: intake.after.clone(),
        last_visit: None,
        handed_out_on: None,
        location: None,
        piece_out: None,
    };
    let mut needs = visitor.needs.clone();
    let pieces = intake.after.quantity;
    let out = handout::booked(scan.event_id, facts, &item, &mut visit, &mut needs, pieces, MovementKind::HandOut);
    let verdict = handout::booked_verdict(facts, &item, &visit, &needs, &out);
    let mut drafts = vec![intake];
    drafts.extend(out);
    let visits = handout::goes_on(desk, visit);
    Decision { drafts, visits, count: None, desk: desk.clone(), verdict }
}
