//! Scans that a terminal decided by itself while it was cut off. What it confirmed has happened: the goods are gone, so it
//! is booked as far as the ledger allows, and whatever does not fit becomes one question for a person. What it refused
//! has not happened.

use std::collections::HashMap;

use super::*;
use crate::domain::contradiction::{Contradiction, ContradictionKind};
use crate::domain::item::ItemState;
use crate::domain::rights::Right;

/// The same piece to the same household within this time is the same gift, scanned twice.
const ONE_OCCASION: SignedDuration = SignedDuration::from_hours(6);

/// What is known about moments, which the rules for a desk with a line do not ask.
#[derive(Debug)]
pub struct Moments {
    /// When the pieces that are out left the house.
    pub out_since: HashMap<ItemId, Timestamp>,
    /// The day of the scan at the site.
    pub day: jiff::civil::Date,
    /// The terminal asked a lead something just before this scan, and this desk knows of no question.
    pub asked_unheard: bool,
    /// Whether a yes that was no lead's here may have been one's there: an enrolled device is believed.
    pub trusts_leads: bool,
}

/// A decision, and what it contradicts.
#[derive(Clone, Debug)]
pub struct Late {
    pub decision: Decision,
    pub contradictions: Vec<Contradiction>,
}

/// Decides one scan, also one that was decided before by a terminal that was cut off.
pub fn decide_late(scan: &Scan, desk: &Desk, facts: &Facts<'_>, moments: &Moments) -> Late {
    match scan.told {
        None => waited(scan, desk, facts, decide(scan, desk, facts)),
        Some(Outcome::Applied) => confirmed(scan, desk, facts, moments),
        Some(told) => {
            let (decision, contradiction) = denied(scan, desk, facts, told);
            Late { decision, contradictions: contradiction.into_iter().collect() }
        }
    }
}

/// The terminal waited for this decision, so that nobody was told anything else.
fn waited(scan: &Scan, desk: &Desk, facts: &Facts<'_>, decision: Decision) -> Late {
    let kind = if scan.mode == Mode::Return { ContradictionKind::NotOut } else { ContradictionKind::GivenTwice };
    let household = facts.visitor.as_ref().map(|visitor| visitor.id).filter(|_| scan.mode == Mode::Handout);
    let mut contradictions = Vec::new();
    if decision.verdict.outcome == Outcome::Conflict {
        contradictions.push(Contradiction { kind, household, ..about(scan, facts) });
    }
    for line in decision.verdict.lines.iter().filter(|line| line.outcome == Outcome::Conflict) {
        if let Some(waiting) = desk.tray.iter().find(|waiting| waiting.code == line.code) {
            let (event, item) = (waiting.event_id, Some(waiting.item));
            contradictions.push(Contradiction { event, kind, item, household, details: None });
        }
    }
    Late { decision, contradictions }
}

/// The person was told no, or asked: nothing is booked, and the desk goes on as the terminal's did.
fn denied(scan: &Scan, desk: &Desk, facts: &Facts<'_>, told: Outcome) -> (Decision, Option<Contradiction>) {
    let decision = decide(scan, desk, facts);
    let agrees = match told {
        Outcome::Question => decision.verdict.outcome == Outcome::Question,
        _ => matches!(decision.verdict.outcome, Outcome::Refused | Outcome::Unknown | Outcome::Duplicate),
    };
    if agrees {
        return (decision, None);
    }
    let verdict = Verdict { outcome: told, ..Verdict::refused(say::verdict_told_otherwise()) };
    let mut nothing = nothing(scan, desk, &facts.subject, verdict);
    let mut contradiction = None;
    match (&facts.subject, told) {
        // It lay on the terminal's tray, or the terminal asked whether to give it out: card or yes will come.
        (Subject::Item(item), Outcome::Question) if scan.mode == Mode::Handout => {
            let memory = &mut nothing.desk;
            let visit = scan.visit.or(memory.visit.as_ref().map(|open| open.id));
            if let Some(visit) = visit {
                let (kind, pieces) = (Asked::AlreadyOut, scan.quantity as i32);
                let asked_at = scan.occurred_at;
                memory.question =
                    Some(Question { headline: None, asked_at, item: Some(item.id), visit, kind, pieces, opens: None });
            } else if memory.tray.len() >= TRAY_SIZE {
                let kind = ContradictionKind::NotFree;
                contradiction = Some(Contradiction { kind, ..about(scan, facts) });
            } else if let Ok(code) = scan.code
                && memory.tray.iter().all(|waiting| waiting.code != code)
            {
                let (event_id, at, quantity) = (scan.event_id, scan.occurred_at, scan.quantity as i32);
                memory.tray.push(TrayItem { event_id, code, item: item.id, at, quantity });
                memory.line = line::of(scan, item.id);
            }
        }
        // It may have left with the card or the yes that followed, and this desk does not know which piece it is.
        (subject, Outcome::Question)
            if scan.mode == Mode::Handout && scan.code.as_ref().is_ok_and(|code| code.kind() == Kind::Item) =>
        {
            let is_unknown = matches!(subject, Subject::Unknown);
            let kind = if is_unknown { ContradictionKind::UnknownCode } else { ContradictionKind::Other };
            contradiction = Some(Contradiction { kind, ..about(scan, facts) });
        }
        // A card that is turned away ends the visit before.
        (Subject::Household(_), Outcome::Refused) if scan.mode == Mode::Handout => {
            nothing.visits.extend(nothing.desk.visit.take().map(|open| VisitChange::Close(open.id)));
        }
        _ => {}
    }
    (nothing, contradiction)
}

/// The person was told yes.
fn confirmed(scan: &Scan, desk: &Desk, facts: &Facts<'_>, moments: &Moments) -> Late {
    // A terminal that went on had no question open, whatever this desk thinks.
    let mut desk = desk.clone();
    if !matches!(facts.subject, Subject::Command(_) | Subject::Badge { .. }) {
        desk.question = None;
    }
    let strict = decide(scan, &desk, facts);
    let blocked = facts.visitor.as_ref().filter(|visitor| visitor.state != HouseholdState::Active);
    let (unheard, unled) = (is_unheard(facts, moments), is_unled(scan, &desk, facts));
    let is_plain = strict.verdict.outcome == Outcome::Applied
        && strict.verdict.lines.iter().all(|line| line.outcome == Outcome::Applied)
        && (blocked.is_none() || scan.mode != Mode::Handout || !is_gift(facts))
        && !unheard
        && !unled;
    if is_plain || (scan.mode == Mode::Lookup && !matches!(facts.subject, Subject::Command(_))) {
        return Late { decision: strict, contradictions: Vec::new() };
    }
    if unled && !moments.trusts_leads {
        let kind = ContradictionKind::Other;
        let mut decision = decide(&Scan { told: None, ..scan.clone() }, &desk, facts);
        decision.desk.question = None;
        return Late { decision, contradictions: vec![Contradiction { kind, ..about(scan, facts) }] };
    }
    let mut loose = loosened(facts);
    if unled && let Subject::Badge { role, active, .. } = &mut loose.subject {
        // Whoever it was, the terminal took the badge for a lead's.
        (*role, *active) = (Role::Coordinator, true);
    }
    let mut decision = decide(scan, &desk, &loose);
    if is_gift(facts) {
        keep_rests(&mut decision.drafts, facts);
    }
    let mut found = tray(scan, &desk, facts, &mut decision, moments);
    if decision.verdict.outcome != Outcome::Applied {
        let more = not_applied(scan, &desk, facts, &mut decision, moments);
        let led = Contradiction { kind: ContradictionKind::Other, ..about(scan, facts) };
        found.extend(more.or(Some(led).filter(|_| unled)));
        return Late { decision, contradictions: found };
    }
    let kind = match &facts.subject {
        Subject::Item(item) if !is_free(item, facts.visitor.as_ref()) => Some(ContradictionKind::NotFree),
        _ if unheard || unled => Some(ContradictionKind::Other),
        _ if blocked.is_some() => Some(ContradictionKind::Card),
        _ if strict.verdict.outcome == Outcome::Applied => None,
        Subject::Item(_) => Some(ContradictionKind::Quota),
        _ => Some(ContradictionKind::Other),
    };
    if let Some(kind) = kind {
        let household = reserved_for(facts).filter(|_| kind == ContradictionKind::NotFree);
        found.push(Contradiction { kind, household, ..about(scan, facts) });
    }
    Late { decision, contradictions: found }
}

/// Whether this badge answered a question that only the terminal knew.
fn is_unheard(facts: &Facts<'_>, moments: &Moments) -> bool {
    let is_lead = matches!(facts.subject, Subject::Badge { role, .. } if role.may(Right::Override));
    is_lead && moments.asked_unheard
}

/// Whether somebody who is no lead answered what a lead was asked.
fn is_unled(scan: &Scan, desk: &Desk, facts: &Facts<'_>) -> bool {
    let is_lead = match facts.subject {
        Subject::Command(Some(Command::Yes)) => facts.lead,
        Subject::Badge { role, active, .. } => active && role.may(Right::Override),
        _ => return false,
    };
    !is_lead && woken(scan, desk).0.question.is_some()
}

/// What is left of a lot stays what and whose it was: only its pieces became fewer.
fn keep_rests(drafts: &mut [Draft], facts: &Facts<'_>) {
    let subject = match &facts.subject {
        Subject::Item(item) => Some(item),
        _ => None,
    };
    let known: Vec<&Item> = subject.into_iter().chain(&facts.tray).chain(&facts.questioned).collect();
    for draft in drafts.iter_mut().filter(|draft| draft.kind == MovementKind::Split) {
        if let Some(item) = known.iter().find(|item| draft.target == Target::Item(item.id)) {
            let Standing { quantity, version, .. } = draft.after;
            draft.after = Standing { quantity, version, ..item.standing.clone() };
        }
    }
}

/// The facts without what the terminal could not know: blocks, limits, what was laid aside or put away meanwhile.
fn loosened<'a>(facts: &Facts<'a>) -> Facts<'a> {
    let mut loose = facts.clone();
    loose.rules = Rules::default();
    loose.record = Record::default();
    loose.voucher = None;
    let visitor = loose.visitor.as_ref().map(|visitor| visitor.id);
    if let Subject::Household(household) = &mut loose.subject {
        household.state = HouseholdState::Active;
    }
    if let Some(household) = &mut loose.visitor {
        household.state = HouseholdState::Active;
    }
    if let Subject::Item(item) = &mut loose.subject {
        free(item, visitor);
    }
    loose.tray.iter_mut().for_each(|item| free(item, visitor));
    let takes = |state: &mut DonationState| {
        if !state.takes_pieces() {
            *state = DonationState::Received;
        }
    };
    loose.donation.as_mut().map(takes);
    if let Subject::Donation { state, .. } = &mut loose.subject {
        takes(state);
    }
    loose
}

/// The piece as if nobody had laid it aside: it was on the table.
fn free(item: &mut Item, visitor: Option<HouseholdId>) {
    let standing = &mut item.standing;
    match standing.state {
        ItemState::Reserved if standing.household != visitor => (standing.household, standing.need) = (visitor, None),
        ItemState::InCare | ItemState::InCustody => standing.state = ItemState::InStock,
        _ => {}
    }
}

fn is_free(item: &Item, visitor: Option<&Household>) -> bool {
    match item.standing.state {
        ItemState::Reserved => item.standing.household == visitor.map(|visitor| visitor.id),
        state => !matches!(state, ItemState::InCare | ItemState::InCustody),
    }
}

fn reserved_for(facts: &Facts<'_>) -> Option<HouseholdId> {
    match &facts.subject {
        Subject::Item(item) if item.standing.state == ItemState::Reserved => item.standing.household,
        _ => None,
    }
}

fn is_gift(facts: &Facts<'_>) -> bool {
    matches!(facts.subject, Subject::Item(_) | Subject::Household(_))
}

/// Pieces of the tray that the card gave out at the terminal.
fn tray(scan: &Scan, desk: &Desk, facts: &Facts<'_>, decision: &mut Decision, moments: &Moments) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut lines = std::mem::take(&mut decision.verdict.lines);
    for line in &mut lines {
        let Some(waiting) = desk.tray.iter().find(|waiting| waiting.code == line.code) else { continue };
        let Some(item) = facts.tray.iter().find(|item| item.id == waiting.item) else { continue };
        let (event, quantity) = (waiting.event_id, waiting.quantity);
        if line.outcome != Outcome::Applied {
            let own = Scan { event_id: event, quantity: quantity.into(), ..scan.clone() };
            let (outcome, contradiction) = given_again(&own, item, facts, decision, moments);
            line.outcome = outcome;
            found.extend(contradiction);
        } else if !is_free(item, facts.visitor.as_ref()) {
            let household = item.standing.household.filter(|_| item.standing.state == ItemState::Reserved);
            let (kind, item) = (ContradictionKind::NotFree, Some(item.id));
            found.push(Contradiction { event, kind, item, household, details: None });
        }
    }
    decision.verdict.lines = lines;
    if let Some(visit) = &decision.desk.visit
        && decision.verdict.pieces.is_some()
    {
        decision.verdict.pieces = Some(visit.pieces);
    }
    found
}

/// What the terminal confirmed and the rules do not, however loose.
fn not_applied(
    scan: &Scan,
    desk: &Desk,
    facts: &Facts<'_>,
    decision: &mut Decision,
    moments: &Moments,
) -> Option<Contradiction> {
    let about = about(scan, facts);
    // Yes to a piece that lies here after all: it left with the household.
    if matches!(facts.subject, Subject::Command(Some(Command::Yes)) | Subject::Badge { .. })
        && let Some(found) = given_on_yes(scan, desk, facts, decision)
    {
        return found;
    }
    let (kind, details) = match (&facts.subject, scan.mode) {
        (Subject::Item(item), Mode::Handout) if decision.desk.visit.is_some() || facts.named_visit.is_some() => {
            let (outcome, contradiction) = given_again(scan, item, facts, decision, moments);
            decision.verdict.outcome = outcome;
            decision.verdict.tone = Tone::Again;
            return contradiction;
        }
        // The terminal had asked something that this desk knows nothing of.
        (Subject::Command(Some(Command::Yes)), _) => (ContradictionKind::Other, None),
        (Subject::Item(item), Mode::Intake) => {
            let said = becomes(facts.catalogue, &desk.intake, &scan.fields);
            let is_here = item.standing.state.is_here();
            let is_same =
                said.product.as_ref() == Some(&item.product) && said.cut == item.cut && said.size == item.size;
            if is_here && is_same {
                return None;
            }
            (ContradictionKind::Label, said.product.is_some().then_some(said))
        }
        (Subject::Item(item), Mode::Return) if item.standing.state == ItemState::InCare => {
            decision.verdict = Verdict::again(decision.verdict.headline.clone());
            return None;
        }
        (Subject::Item(_), Mode::Return) => (ContradictionKind::NotOut, None),
        (Subject::Command(Some(Command::Undo)), _) if scan.mode != Mode::Stocktake => (ContradictionKind::Undo, None),
        (Subject::Unknown | Subject::Command(None), _) => (ContradictionKind::UnknownCode, None),
        // Had its effect before.
        _ if decision.verdict.outcome == Outcome::Duplicate => return None,
        // Words to the desk move no goods.
        (Subject::Command(Some(command)), _) if !matches!(command, Command::Quantity(_)) => return None,
        _ => (ContradictionKind::Other, None),
    };
    let verdict = Verdict { outcome: Outcome::Conflict, tone: Tone::Again, asks: false, ..decision.verdict.clone() };
    *decision = nothing(scan, desk, &facts.subject, verdict);
    Some(Contradiction { kind, details, ..about })
}

/// A piece that is out already, or cannot be given out: it belongs to whoever got it last.
fn given_again(
    scan: &Scan,
    item: &Item,
    facts: &Facts<'_>,
    decision: &mut Decision,
    moments: &Moments,
) -> (Outcome, Option<Contradiction>) {
    let about = Contradiction {
        event: scan.event_id,
        kind: ContradictionKind::GivenTwice,
        item: Some(item.id),
        household: None,
        details: None,
    };
    let visit = facts.named_visit.clone().filter(|named| scan.visit == Some(named.id)).or(decision.desk.visit.clone());
    let (Some(mut visit), Some(_)) = (visit, &facts.visitor) else {
        return (Outcome::Conflict, Some(Contradiction { kind: ContradictionKind::Other, ..about }));
    };
    let this = Some(visit.household);
    let is_lot = item.standing.quantity > 1 || item.piece_out.is_some();
    if item.standing.state != ItemState::HandedOut || is_lot {
        let kind = ContradictionKind::NotFree;
        return (Outcome::Conflict, Some(Contradiction { kind, household: this.filter(|_| !is_lot), ..about }));
    }
    if item.standing.household == this {
        // One evening is one occasion, also when midnight falls into it.
        let lately = |out: &Timestamp| scan.moment().duration_since(*out).abs() < ONE_OCCASION;
        let is_same = item.last_visit == Some(visit.id)
            || item.handed_out_on == Some(moments.day)
            || moments.out_since.get(&item.id).is_some_and(lately);
        return if is_same { (Outcome::Duplicate, None) } else { (Outcome::Conflict, Some(about)) };
    }
    if moments.out_since.get(&item.id).is_some_and(|out| *out >= scan.moment()) {
        return (Outcome::Conflict, Some(Contradiction { household: this, ..about }));
    }
    let mut needs = facts.needs_of(&visit);
    for (need, pieces) in decision.drafts.iter().filter_map(|draft| draft.after.fulfils()) {
        needs.iter_mut().filter(|line| line.id == need).for_each(|line| line.got += pieces);
    }
    let drafts = handout::booked(scan.event_id, facts, item, &mut visit, &mut needs, 1, MovementKind::Rebook);
    decision.drafts.extend(drafts);
    decision.verdict.pieces = Some(visit.pieces);
    if decision.desk.visit.as_ref().is_some_and(|open| open.id == visit.id) {
        decision.desk.visit = Some(visit);
    }
    (Outcome::Conflict, Some(Contradiction { household: item.standing.household, ..about }))
}

/// Gives out the piece that the terminal asked about, when it is not out (any more), and says what does not fit. `None` when
/// it cannot be given.
fn given_on_yes(scan: &Scan, desk: &Desk, facts: &Facts<'_>, decision: &mut Decision) -> Option<Option<Contradiction>> {
    let (awake, _) = woken(scan, desk);
    let (Some(question), Some(real)) = (&awake.question, &facts.questioned) else { return None };
    let mut visit = awake.visit.clone().filter(|open| open.id == question.visit)?;
    let mut item = real.clone();
    free(&mut item, Some(visit.household));
    if !matches!(item.standing.state, ItemState::InStock | ItemState::Reserved | ItemState::Missing) {
        return None;
    }
    let is_whose = real.standing.state == ItemState::Reserved;
    let is_free = if is_whose { real.standing.household == Some(visit.household) } else { is_free(real, None) };
    let (mut needs, pieces) = (facts.needs_of(&visit), item.standing.quantity.min(question.pieces));
    let kind = MovementKind::HandOut;
    let mut drafts = handout::booked(scan.event_id, facts, &item, &mut visit, &mut needs, pieces, kind);
    keep_rests(&mut drafts, facts);
    let verdict = handout::booked_verdict(facts, &item, &visit, &needs, &drafts);
    let short = (!is_free || pieces < question.pieces).then(|| Contradiction {
        kind: ContradictionKind::NotFree,
        item: Some(item.id),
        household: real.standing.household.filter(|_| is_whose && !is_free),
        ..about(scan, facts)
    });
    *decision = nothing(scan, desk, &facts.subject, verdict);
    decision.drafts = drafts;
    decision.desk.question = None;
    decision.desk.visit = Some(visit);
    Some(short)
}

/// A decision that the ledger does not take: nothing of it is booked, and each of its scans is a question.
pub fn unbooked(scan: &Scan, facts: &Facts<'_>, refused: &Late) -> Late {
    let Late { decision, contradictions: found } = refused;
    // One question for a whole visit may have been asked before: this piece has its own.
    let mut contradictions = found.clone();
    contradictions.retain(|contradiction| !contradiction.kind.is_about_visit());
    for event in decision.drafts.iter().map(|draft| draft.event_id).chain([scan.event_id]) {
        if contradictions.iter().all(|contradiction| contradiction.event != event) {
            let item =
                decision.drafts.iter().find(|draft| draft.event_id == event).and_then(|draft| match draft.target {
                    Target::Item(item) => Some(item),
                    _ => None,
                });
            let about = about(scan, facts);
            contradictions.push(Contradiction { event, item: item.or(about.item), ..about });
        }
    }
    let mut verdict = Verdict { outcome: Outcome::Conflict, tone: Tone::Again, ..decision.verdict.clone() };
    verdict.lines.iter_mut().for_each(|line| line.outcome = Outcome::Conflict);
    let desk = Desk { line: None, offer: None, question: None, ..decision.desk.clone() };
    let visits = decision.visits.clone();
    Late { decision: Decision { visits, ..Decision::only(desk, verdict) }, contradictions }
}

/// An undo that took back, at the terminal, a scan that booked nothing here.
pub fn undone_for_nothing(scan: &Scan, desk: &Desk) -> Late {
    let verdict = Verdict::applied(say::verdict_undone_for_nothing());
    let undo = Subject::Command(Some(Command::Undo));
    Late { decision: nothing(scan, desk, &undo, verdict), contradictions: Vec::new() }
}

/// The entry that gives a piece to a household after all; `None` when the ledger does not allow it.
pub fn given_to(
    event_id: EventId,
    catalogue: &Catalogue,
    item: &Item,
    (to, needs): (HouseholdId, &[NeedLine]),
    visit: Option<VisitId>,
) -> Option<Draft> {
    let kind = match item.standing.state {
        _ if item.standing.quantity > 1 || item.standing.household == Some(to) => return None,
        ItemState::HandedOut => MovementKind::Rebook,
        ItemState::InStock | ItemState::Missing | ItemState::InCare | ItemState::InCustody => MovementKind::HandOut,
        _ => return None,
    };
    let piece = crate::domain::needs::Piece { product: &item.product, cut: item.cut, size: item.size.as_deref() };
    let need = crate::domain::needs::best_line(needs, &piece, catalogue).map(|line| line.id);
    let after = Standing { household: Some(to), need, location: None, ..item.standing.then(ItemState::HandedOut) };
    Some(Draft { event_id, target: Target::Item(item.id), kind, after, visit, reverses: None, details: None })
}

/// What a contradiction of this scan is about.
fn about(scan: &Scan, facts: &Facts<'_>) -> Contradiction {
    let item = match &facts.subject {
        Subject::Item(item) => Some(item.id),
        Subject::Command(_) | Subject::Badge { .. } => facts.questioned.as_ref().map(|item| item.id).or_else(|| {
            facts.undoable.as_ref().and_then(|undoable| undoable.entries.first()).map(|entry| entry.item.id)
        }),
        _ => None,
    };
    let kind = ContradictionKind::Other;
    Contradiction { event: scan.event_id, kind, item, household: None, details: None }
}

/// Nothing but the verdict: the desk as it was, one scan later.
fn nothing(scan: &Scan, desk: &Desk, subject: &Subject, verdict: Verdict) -> Decision {
    let (mut desk, visits) = woken(scan, desk);
    desk.let_go(scan, subject);
    desk.last_at = Some(scan.occurred_at);
    if let Ok(code) = scan.code {
        desk.last = Some((code, scan.occurred_at));
    }
    Decision { visits, ..Decision::only(desk, verdict) }
}
