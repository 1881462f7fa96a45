//! Taking in: a label is bound to what the piece is. What was said for the last piece sticks for the next.

use super::*;
use crate::domain::catalogue::Product;
use crate::domain::item::ItemState;
use crate::domain::sizes::Sizes;

pub(super) fn decide(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, code: Code) -> Decision {
    match &facts.subject {
        Subject::Blank if code.kind() == Kind::Item => bind(scan, desk, facts, code),
        Subject::Item(item) => known(scan, desk, facts, item),
        Subject::Donation { id, donor, state } => {
            if !state.takes_pieces() {
                return Decision::only(desk.clone(), Verdict::refused(say::verdict_donation_closed(donor)));
            }
            desk.intake.donation = Some(*id);
            Decision::only(desk.clone(), Verdict::applied(say::verdict_donation_chosen(donor)))
        }
        Subject::Product(product) => {
            let Some(known) = facts.catalogue.product(product.as_str()) else {
                return Decision::only(
                    desk.clone(),
                    Verdict::refused(say::verdict_product_unknown(product.to_string())),
                );
            };
            desk.intake = Fields {
                product: Some(product.clone()),
                donation: desk.intake.donation,
                location: desk.intake.location,
                ..Fields::default()
            };
            Decision::only(desk.clone(), Verdict::applied(say::verdict_product_chosen(&known.names)))
        }
        Subject::Location { id, name } => {
            desk.intake.location = Some(*id);
            Decision::only(desk.clone(), Verdict::applied(say::verdict_location_chosen(name)))
        }
        _ => Decision::only(desk.clone(), Verdict::refused(say::verdict_intake_expects())),
    }
}

fn bind(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, code: Code) -> Decision {
    let item = ItemId(scan.event_id.child(0));
    take_in(scan, desk, facts, item, Target::New { item, label: code }, 1)
}

fn take_in(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, item: ItemId, target: Target, version: i32) -> Decision {
    let fields = becomes(facts.catalogue, &desk.intake, &scan.fields);
    match draft(scan, facts, &fields, target, version) {
        Err(verdict) => Decision::only(desk.clone(), *verdict),
        Ok((draft, verdict)) => {
            desk.intake = fields;
            desk.line = line::of(scan, item);
            desk.offer = advice::offer(scan, facts, item, &verdict);
            Decision { drafts: vec![draft], visits: Vec::new(), count: None, desk: desk.clone(), verdict }
        }
    }
}

/// A label that is bound already: back from care, found again, entered anew after an undo, or simply scanned twice.
fn known(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, item: &Item) -> Decision {
    let restocked = |state: ItemState| matches!(state, ItemState::InCare | ItemState::Missing);
    match item.standing.state {
        ItemState::Void => take_in(scan, desk, facts, item.id, Target::Item(item.id), item.standing.version + 1),
        state if restocked(state) => {
            let draft = Draft {
                event_id: scan.event_id,
                target: Target::Item(item.id),
                kind: MovementKind::Restock,
                after: item.standing.then(ItemState::InStock),
                visit: None,
                reverses: None,
                details: None,
            };
            let verdict = Verdict::applied(say::verdict_restocked(item.name()));
            Decision { drafts: vec![draft], visits: Vec::new(), count: None, desk: desk.clone(), verdict }
        }
        ItemState::HandedOut => Decision::only(
            desk.clone(),
            Verdict::refused(say::verdict_is_handed_out(item.name())).with_detail(say::verdict_use_return_mode()),
        ),
        ItemState::InStock | ItemState::Reserved | ItemState::InCustody => {
            Decision::only(desk.clone(), Verdict::again(say::verdict_already_in_stock(item.name())))
        }
        _ => Decision::only(
            desk.clone(),
            Verdict::refused(say::verdict_not_in_stock(item.name())).with_detail(say::verdict_put_aside()),
        ),
    }
}

/// What a piece becomes: what its scan says, filled up with what the last one said. Another product forgets cut, size and
/// condition; another cut forgets a size that it does not have.
pub fn becomes(catalogue: &Catalogue, before: &Fields, said: &Fields) -> Fields {
    let same_product = said.product.is_none() || said.product == before.product;
    let mut kept = if same_product { before.clone() } else { Fields::default() };
    let product = kept.product.as_ref().and_then(|code| catalogue.product(code.as_str()));
    if let (Some(product), Some(size)) = (product, &kept.size)
        && said.cut.is_some_and(|cut| !Sizes::shipped().stays(product, kept.cut, Some(cut), size))
    {
        kept.size = None;
    }
    Fields {
        product: said.product.clone().or(kept.product),
        cut: said.cut.or(kept.cut),
        size: said.size.clone().or(kept.size),
        condition: said.condition.or(kept.condition),
        donation: said.donation.or(before.donation),
        location: said.location.or(before.location),
        disposal: None,
    }
}

pub(super) fn draft(
    scan: &Scan,
    facts: &Facts<'_>,
    fields: &Fields,
    target: Target,
    version: i32,
) -> Result<(Draft, Verdict), Box<Verdict>> {
    let Some(product_code) = &fields.product else {
        return Err(Box::new(Verdict::waits(say::verdict_what_is_it()).with_detail(say::verdict_what_is_it_help())));
    };
    let Some(product) = facts.catalogue.product(product_code.as_str()) else {
        return Err(Box::new(Verdict::refused(say::verdict_product_unknown(product_code.to_string()))));
    };
    if let Some(cut) = fields.cut.filter(|cut| !product.cuts.contains(cut) && *cut != Cut::U) {
        return Err(Box::new(Verdict::refused(say::verdict_cut_impossible(&product.names, cut.to_string()))));
    }
    if facts.donation.is_some_and(|state| !state.takes_pieces()) {
        return Err(Box::new(Verdict::refused(say::verdict_donation_is_closed())));
    }
    let condition = fields.condition.unwrap_or(Condition::Good);
    let state = match facts.donation {
        Some(donation) if !donation.is_ours() => ItemState::InCustody,
        _ if condition == Condition::NeedsCare => ItemState::InCare,
        _ => ItemState::InStock,
    };
    let after = Standing {
        state,
        quantity: scan.quantity as i32,
        version,
        household: None,
        need: None,
        location: fields.location,
    };
    let name = name(product, fields);
    let headline =
        if scan.quantity > 1 { say::verdict_lot_in(name, scan.quantity) } else { say::verdict_taken_in(name) };
    let verdict = match state {
        ItemState::InCustody => Verdict::applied(headline).with_detail(say::verdict_goes_to_custody()),
        ItemState::InCare => Verdict::applied(headline).with_detail(say::verdict_goes_to_care()),
        _ => advice::on(scan, facts, product, Verdict::applied(headline)),
    };
    let details = Fields { condition: Some(condition), ..fields.clone() };
    let draft = Draft {
        event_id: scan.event_id,
        target,
        kind: MovementKind::Intake,
        after,
        visit: None,
        reverses: None,
        details: Some(details),
    };
    Ok((draft, verdict))
}

/// “Winterjacke Kinder Gr. 104”: with the cut, where the product comes in several.
fn name(product: &Product, fields: &Fields) -> Message {
    let cut = fields.cut.filter(|cut| *cut != Cut::U && product.cuts.len() > 1).map(|cut| match cut {
        Cut::W => say::verdict_cut_w(),
        Cut::M => say::verdict_cut_m(),
        Cut::B => say::verdict_cut_b(),
        Cut::K | Cut::U => say::verdict_cut_k(),
    });
    match (cut, &fields.size) {
        (None, Some(size)) => say::item_with_size(&product.names, size),
        (None, None) => say::item_without_size(&product.names),
        (Some(cut), Some(size)) => say::item_with_cut_and_size(&product.names, cut, size),
        (Some(cut), None) => say::item_with_cut(&product.names, cut),
    }
}
