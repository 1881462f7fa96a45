//! Handing out: a card and pieces, in either order.

use super::*;
use crate::domain::item::ItemState;
use crate::domain::needs::{self, Piece};

pub(super) fn decide(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, code: Code) -> Decision {
    match &facts.subject {
        Subject::Household(household) => card(scan, desk, facts, household),
        Subject::Void | Subject::Blank if code.kind() == Kind::HouseholdCard => {
            Decision::only(desk.clone(), Verdict::refused(say::verdict_card_dead()))
        }
        Subject::Item(item) if item.standing.state == ItemState::Void => {
            describe::label(scan, desk, facts, code, Some(item))
        }
        Subject::Item(item) => piece(scan, desk, facts, item, code),
        Subject::Blank if code.kind() == Kind::Item => describe::label(scan, desk, facts, code, None),
        Subject::Product(product) => describe::sheet(scan, desk, facts, product),
        _ => Decision::only(desk.clone(), Verdict::refused(say::verdict_handout_expects())),
    }
}

/// The card opens a visit, books the tray, or, scanned again, ends the visit.
fn card(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, household: &Household) -> Decision {
    let mut visits = Vec::new();
    let mut ended = None;
    let void = facts.voucher.as_ref().filter(|voucher| voucher.code == household.card).and_then(Voucher::refusal);
    if let Some(refusal) = turned_away(household).or(void) {
        // The visit before ends all the same: the pieces of this family must not go to the one before.
        visits.extend(desk.visit.take().map(|open| VisitChange::Close(open.id)));
        return Decision {
            drafts: Vec::new(),
            visits,
            count: None,
            desk: desk.clone(),
            verdict: Verdict::refused(refusal),
        };
    }
    if let Some(open) = desk.visit.as_ref().filter(|open| open.household == household.id && is_same_pull(scan, desk)) {
        let headline = say::verdict_visit_opened(household.card.printed(), household.people);
        let verdict = Verdict { tone: Tone::Ok, ..Verdict::again(headline) }.in_visit(open.id, open.pieces);
        return Decision::only(desk.clone(), verdict);
    }
    if let Some(open) = desk.visit.take() {
        visits.push(VisitChange::Close(open.id));
        let same_card = open.household == household.id && voucher::same_way(facts, &open, household.card);
        let new_visit_named = scan.visit.is_some_and(|named| named != open.id);
        if same_card && !new_visit_named {
            let verdict = Verdict::applied(say::verdict_visit_finished(open.pieces)).in_visit(open.id, open.pieces);
            return Decision { drafts: Vec::new(), visits, count: None, desk: desk.clone(), verdict };
        }
        ended = Some(open);
    }
    let is_new = facts.named_visit.is_none();
    let visit = match facts.named_visit.clone() {
        Some(known) if known.household == household.id && voucher::same_way(facts, &known, household.card) => known,
        Some(_) => return Decision::only(desk.clone(), Verdict::refused(say::verdict_visit_of_other_card())),
        None => OpenVisit {
            id: scan.visit.unwrap_or(VisitId(scan.event_id.child(0))),
            household: household.id,
            card: household.card,
            pieces: 0,
            voucher: facts.voucher.as_ref().is_some_and(|voucher| voucher.code == household.card),
        },
    };
    if let Some(question) = guard::card(facts).filter(|_| is_new && scan.can_be_asked()) {
        let verdict = Verdict::asks_lead(question);
        desk.question = Some(Question {
            headline: Some(verdict.headline.clone()),
            asked_at: scan.occurred_at,
            item: None,
            visit: visit.id,
            kind: Asked::Visits,
            pieces: 0,
            opens: Some(visit),
        });
        return Decision { drafts: Vec::new(), visits, count: None, desk: desk.clone(), verdict };
    }
    let mut decision = begin(scan, desk, facts, household, visit, visits);
    if let Some(before) = ended {
        decision.verdict.detail = Some(say::verdict_visit_switched(before.card.printed(), before.pieces));
    }
    decision
}

/// Opens the visit and books the tray. `visits`: what ends before it.
pub(super) fn begin(
    scan: &Scan,
    desk: &mut Desk,
    facts: &Facts<'_>,
    household: &Household,
    mut visit: OpenVisit,
    mut visits: Vec<VisitChange>,
) -> Decision {
    let mut needs = household.needs.clone();
    let mut drafts = Vec::new();
    let mut lines = Vec::new();
    // A list shows what its card will book; the tray is not on it and waits on.
    let tray: Vec<TrayItem> = if scan.of_list { Vec::new() } else { std::mem::take(&mut desk.tray) };
    for waiting in &tray {
        let Some(item) = facts.tray.iter().find(|item| item.id == waiting.item) else { continue };
        // Everything that a piece's booking makes takes its id from the piece's own scan: several are booked by one card.
        // And like a list they ask nobody: several questions at once have no answer.
        let own = Scan { event_id: waiting.event_id, of_list: true, ..scan.clone() };
        let (mut made, verdict) = hand_out(&own, facts, item, &mut visit, &mut needs, waiting.quantity);
        if !made.is_empty() {
            desk.line = line::of(&Scan { of_list: false, ..own }, item.id);
        }
        drafts.append(&mut made);
        lines.push(VerdictLine { code: waiting.code, outcome: verdict.outcome, headline: verdict.headline });
    }
    let open_lines = needs.iter().filter(|line| line.is_open()).count();
    let voucher = voucher::of_visit(facts, &visit);
    let headline = match voucher {
        Some(voucher) => say::verdict_voucher_opened(voucher.ready()),
        None => say::verdict_visit_opened(household.card.printed(), household.people),
    };
    let detail = match (lines.len(), household.last_visit_on) {
        (0, _) if voucher.is_some() => say::verdict_voucher_only(),
        (0, Some(day)) => say::verdict_visit_needs_last(open_lines, day),
        (0, None) => say::verdict_visit_needs(open_lines),
        _ => say::verdict_visit_count(visit.pieces),
    };
    let detail = match still_ready(household, facts, &drafts) {
        ready if ready > 0 && voucher.is_none() => say::verdict_visit_ready(ready, household.card.bag(), detail),
        _ => detail,
    };
    lines.extend(voucher.map(Voucher::gone).unwrap_or_default());
    let detail = guard::with_points(facts, detail, None, 0);
    let mut verdict = Verdict::applied(headline).with_detail(detail).in_visit(visit.id, visit.pieces);
    if lines.iter().any(|line| line.outcome != Outcome::Applied) {
        verdict.tone = Tone::Again;
    }
    verdict.lines = lines;
    visits.push(VisitChange::Open(visit.clone()));
    desk.visit = Some(visit);
    Decision { drafts, visits, count: None, desk: desk.clone(), verdict }
}

/// Pieces that lie ready for the household besides those of the tray that were just booked.
fn still_ready(household: &Household, facts: &Facts<'_>, drafts: &[Draft]) -> i64 {
    let was_aside = |item: &&Item| {
        let standing = &item.standing;
        standing.state == ItemState::Reserved && standing.household == Some(household.id)
    };
    let is_given = |item: &&Item| drafts.iter().any(|draft| draft.target == Target::Item(item.id));
    let given: i64 =
        facts.tray.iter().filter(was_aside).filter(is_given).map(|item| i64::from(item.standing.quantity)).sum();
    household.ready - given
}

fn piece(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, item: &Item, code: Code) -> Decision {
    let open = match open_visit(scan, desk, facts) {
        Ok(open) => open,
        Err(verdict) => return Decision::only(desk.clone(), *verdict),
    };
    let (Some(mut visit), Some(visitor)) = (open, &facts.visitor) else { return to_tray(scan, desk, item, code) };
    if let Some(refusal) = turned_away_now(scan, facts) {
        return Decision::only(desk.clone(), refusal);
    }
    let same_pull = is_same_pull(scan, desk);
    let in_this_visit = item.standing.state == ItemState::HandedOut && item.last_visit == Some(visit.id);
    if in_this_visit {
        let mut verdict = Verdict::again(say::verdict_already_listed(item.name())).in_visit(visit.id, visit.pieces);
        if same_pull {
            verdict.tone = Tone::Ok;
        }
        return Decision::only(desk.clone(), verdict);
    }
    // A lot stays in stock when a piece of it goes, so a label read twice by one pull would give two. A number that
    // somebody typed is no accident.
    if same_pull && scan.quantity == 1 && item.piece_out.is_some() {
        let verdict = Verdict::again(say::verdict_already_listed(item.name())).in_visit(visit.id, visit.pieces);
        return Decision::only(desk.clone(), Verdict { tone: Tone::Ok, ..verdict });
    }
    let mut needs = visitor.needs.clone();
    let pieces = scan.quantity as i32;
    let (drafts, verdict) = hand_out(scan, facts, item, &mut visit, &mut needs, pieces);
    if verdict.asks {
        let kind = questions::raised(facts, item, &visit, pieces).map_or(Asked::AlreadyOut, |(kind, _)| kind);
        let headline = Some(verdict.headline.clone());
        let asked_at = scan.occurred_at;
        desk.question =
            Some(Question { headline, asked_at, item: Some(item.id), visit: visit.id, kind, pieces, opens: None });
    }
    if !drafts.is_empty() {
        desk.line = line::of(scan, item.id);
    }
    let visits = goes_on(desk, visit);
    Decision { drafts, visits, count: None, desk: desk.clone(), verdict }
}

/// The visit that the scan belongs to, if one is open.
pub(super) fn open_visit(scan: &Scan, desk: &Desk, facts: &Facts<'_>) -> Result<Option<OpenVisit>, Box<Verdict>> {
    if scan.visit.is_some() && facts.named_visit.is_none() && desk.visit.as_ref().map(|v| v.id) != scan.visit {
        return Err(Box::new(Verdict::refused(say::verdict_visit_unknown())));
    }
    Ok(match scan.visit {
        Some(_) => facts.named_visit.clone().or(desk.visit.clone()),
        None => desk.visit.clone(),
    })
}

/// The visit goes on with what it has now.
///
/// A scan that names a visit at a desk without one opens it again: it may have ended by itself, and a visit that takes pieces
/// must not be a closed one. One that names another visit than the desk's own (a replay) leaves the desk's alone.
pub(super) fn goes_on(desk: &mut Desk, visit: OpenVisit) -> Vec<VisitChange> {
    let visits = if desk.visit.is_none() { vec![VisitChange::Open(visit.clone())] } else { Vec::new() };
    if desk.visit.as_ref().is_none_or(|open| open.id == visit.id) {
        desk.visit = Some(visit);
    }
    visits
}

/// Why the household of the visit gets nothing more; what is gone already is booked all the same.
pub(super) fn turned_away_now(scan: &Scan, facts: &Facts<'_>) -> Option<Verdict> {
    let visitor = facts.visitor.as_ref().filter(|_| !scan.is_late())?;
    turned_away(visitor).map(Verdict::refused)
}

/// Why a household gets nothing now.
fn turned_away(household: &Household) -> Option<Message> {
    match household.state {
        HouseholdState::Active => None,
        HouseholdState::Blocked => Some(say::verdict_card_blocked()),
        HouseholdState::Left => Some(say::verdict_card_dead()),
    }
}

/// An item before the card is laid on the tray; it is booked when the card comes.
fn to_tray(scan: &Scan, desk: &mut Desk, item: &Item, code: Code) -> Decision {
    if let Some(refusal) = not_to_be_given(item) {
        return Decision::only(desk.clone(), Verdict::refused(refusal).with_detail(say::verdict_put_aside()));
    }
    if desk.tray.iter().any(|waiting| waiting.code == code) {
        return Decision::only(desk.clone(), Verdict::again(say::verdict_already_on_tray(item.name())));
    }
    if desk.tray.len() >= TRAY_SIZE {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_tray_full(TRAY_SIZE)));
    }
    let quantity = scan.quantity as i32;
    if quantity > item.standing.quantity {
        let refusal = say::verdict_not_so_many(item.name(), item.standing.quantity);
        return Decision::only(desk.clone(), Verdict::refused(refusal));
    }
    desk.tray.push(TrayItem { event_id: scan.event_id, code, item: item.id, at: scan.occurred_at, quantity });
    desk.line = line::of(scan, item.id);
    let verdict = Verdict::waits(say::verdict_on_tray(desk.tray.len())).with_detail(item.name());
    Decision::only(desk.clone(), verdict)
}

/// Why a piece must not leave the house. Where a lead may allow it, that is a question and not a refusal.
fn not_to_be_given(item: &Item) -> Option<Message> {
    match item.standing.state {
        ItemState::InStock | ItemState::Missing | ItemState::HandedOut | ItemState::Reserved => None,
        ItemState::InCare => Some(say::verdict_in_care(item.name())),
        ItemState::InCustody => Some(say::verdict_in_custody()),
        ItemState::Transferred | ItemState::Discarded | ItemState::Void => Some(say::verdict_not_in_stock(item.name())),
    }
}

/// Hands one piece (or some of a lot) to the visit's household, against the line of its needs list that fits best.
pub(super) fn hand_out(
    scan: &Scan,
    facts: &Facts<'_>,
    item: &Item,
    visit: &mut OpenVisit,
    needs: &mut [NeedLine],
    pieces: i32,
) -> (Vec<Draft>, Verdict) {
    if let Some(refusal) = not_to_be_given(item) {
        let verdict = Verdict::refused(refusal).with_detail(say::verdict_put_aside());
        return (Vec::new(), verdict.in_visit(visit.id, visit.pieces));
    }
    if item.standing.state != ItemState::HandedOut && pieces > item.standing.quantity {
        let verdict = Verdict::refused(say::verdict_not_so_many(item.name(), item.standing.quantity));
        return (Vec::new(), verdict.in_visit(visit.id, visit.pieces));
    }
    if let Some(verdict) = voucher::refused(facts, item, visit) {
        return (Vec::new(), verdict);
    }
    if let Some((asked, question)) = questions::raised(facts, item, visit, pieces) {
        let verdict = match asked {
            _ if scan.can_be_asked() => Verdict::asks_lead(question),
            Asked::AlreadyOut if scan.is_late() => {
                let on = item.handed_out_on.unwrap_or(jiff::civil::Date::ZERO);
                Verdict::conflict(say::verdict_conflict_handed_out(item.name(), on))
            }
            asked => questions::refused_in_list(facts, item, visit, asked),
        };
        return (Vec::new(), verdict.in_visit(visit.id, visit.pieces));
    }
    let drafts = booked(scan.event_id, facts, item, visit, needs, pieces, MovementKind::HandOut);
    let verdict = booked_verdict(facts, item, visit, needs, &drafts);
    // Whoever hands out decides; it is said, not refused.
    if facts.advice.ahead > 0 {
        let detail = say::verdict_others_wait(facts.advice.ahead, visit.pieces);
        return (drafts, verdict.with_detail(detail));
    }
    (drafts, verdict)
}

/// The entries that give `pieces` of the item to the visit's household, and the ticks on its needs list.
pub(super) fn booked(
    event_id: EventId,
    facts: &Facts<'_>,
    item: &Item,
    visit: &mut OpenVisit,
    needs: &mut [NeedLine],
    pieces: i32,
    kind: MovementKind,
) -> Vec<Draft> {
    let piece = Piece { product: &item.product, cut: item.cut, size: item.size.as_deref() };
    let is_aside = item.standing.state == ItemState::Reserved && item.standing.household == Some(visit.household);
    let reserved = item.standing.need.filter(|_| is_aside);
    let need = reserved.or_else(|| needs::best_line(needs, &piece, facts.catalogue).map(|line| line.id));
    if let Some(line) = needs.iter_mut().find(|line| Some(line.id) == need) {
        line.got += pieces;
        line.state = needs::state_after(line.state, line.wanted, line.got);
    }
    visit.pieces += pieces;
    let household = Some(visit.household);
    let draft = |target, kind, after| Draft {
        event_id,
        target,
        kind,
        after,
        visit: Some(visit.id),
        reverses: None,
        details: None,
    };
    if pieces < item.standing.quantity {
        let mut rest = item.standing.clone();
        rest.version += 1;
        rest.quantity -= pieces;
        let taken =
            Standing { state: ItemState::HandedOut, quantity: pieces, version: 1, household, need, location: None };
        let target = Target::PieceOf { item: ItemId(event_id.child(1)), lot: item.id };
        let mut split = draft(target, MovementKind::Split, taken);
        split.details = Some(item.fields());
        return vec![draft(Target::Item(item.id), MovementKind::Split, rest), split];
    }
    let mut after = item.standing.then(ItemState::HandedOut);
    after.household = household;
    after.need = need;
    after.location = None;
    vec![draft(Target::Item(item.id), kind, after)]
}

pub(super) fn booked_verdict(
    facts: &Facts<'_>,
    item: &Item,
    visit: &OpenVisit,
    needs: &[NeedLine],
    drafts: &[Draft],
) -> Verdict {
    let need = drafts.last().and_then(|draft| draft.after.need);
    let detail = match needs.iter().find(|line| Some(line.id) == need) {
        Some(line) => say::verdict_need_met(line.got, line.wanted, visit.pieces),
        None => say::verdict_not_on_list(visit.pieces),
    };
    let pieces = drafts.last().map_or(0, |draft| draft.after.quantity);
    let detail = guard::with_points(facts, detail, Some(&item.product), pieces);
    Verdict::applied(say::verdict_handed_out(item.name())).with_detail(detail).in_visit(visit.id, visit.pieces)
}
