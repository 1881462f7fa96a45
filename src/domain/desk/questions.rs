//! What only a lead may allow: given out already, laid aside for another household, above what the room's rules give.

use super::*;
use crate::domain::item::ItemState;
use crate::domain::rights::Right;

stable_words! {
    /// What a lead is asked about.
    pub enum Asked {
        AlreadyOut = "already_out",
        /// Laid aside for another household.
        Reserved = "reserved",
        /// The visit has as many pieces as the room gives.
        Limit = "limit",
        /// The household comes more often than the room wishes.
        Visits = "visits",
        /// The household got its quantity, and not so long ago that it counts as needed again.
        Renewal = "renewal",
        /// More points than the household has.
        Points = "points",
    }
}

/// What the desk waits for an answer to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What was asked, to say it again to whoever scans something else.
    #[serde(default)]
    pub headline: Option<Message>,
    pub asked_at: Timestamp,
    /// None when the card itself is asked about.
    pub item: Option<ItemId>,
    pub visit: VisitId,
    #[serde(default = "first_question")]
    pub kind: Asked,
    /// Pieces that the yes hands out.
    #[serde(default = "one_piece")]
    pub pieces: i32,
    /// The visit that the yes opens, when the card is asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<OpenVisit>,
}

/// The only one that there was at first.
fn first_question() -> Asked {
    Asked::AlreadyOut
}

/// As many pieces as this visit may have.
pub(super) fn limit(facts: &Facts<'_>) -> Option<i32> {
    let people = facts.visitor.as_ref()?.people.max(1);
    Some(facts.rules.pieces_per_person?.saturating_mul(people))
}

/// What stands against handing this out, if a lead may allow it.
pub(super) fn raised(facts: &Facts<'_>, item: &Item, visit: &OpenVisit, pieces: i32) -> Option<(Asked, Message)> {
    let for_another = item.standing.household != Some(visit.household);
    match item.standing.state {
        ItemState::HandedOut => {
            let on = item.handed_out_on.unwrap_or(jiff::civil::Date::ZERO);
            Some((Asked::AlreadyOut, say::verdict_already_out(on, item.name())))
        }
        ItemState::Reserved if for_another => Some((Asked::Reserved, say::verdict_reserved_ask(item.name()))),
        _ => limit(facts)
            .filter(|most| visit.pieces + pieces > *most)
            .map(|most| (Asked::Limit, say::verdict_limit_ask(visit.pieces, most, item.name())))
            .or_else(|| guard::piece(facts, item, visit, pieces)),
    }
}

/// What is said to a line of a list, where nobody can be asked.
pub(super) fn refused_in_list(facts: &Facts<'_>, item: &Item, visit: &OpenVisit, asked: Asked) -> Verdict {
    match asked {
        Asked::AlreadyOut => {
            let on = item.handed_out_on.unwrap_or(jiff::civil::Date::ZERO);
            Verdict::refused(say::verdict_already_out_alone(on, item.name()))
                .with_detail(say::verdict_already_out_alone_help())
        }
        Asked::Reserved => Verdict::refused(say::verdict_reserved_for_other()).with_detail(say::verdict_put_aside()),
        Asked::Limit => {
            let most = limit(facts).unwrap_or_default();
            Verdict::refused(say::verdict_limit(visit.pieces, most)).with_detail(say::verdict_limit_help())
        }
        Asked::Visits | Asked::Renewal | Asked::Points => {
            Verdict::refused(say::verdict_guarded(item.name())).with_detail(say::verdict_limit_help())
        }
    }
}

/// The question once more: it may no longer be on the screen.
pub(super) fn answer_first(scan: &Scan, desk: &mut Desk) -> Decision {
    asked_again(scan, desk, Verdict::refused(say::verdict_answer_first()))
}

/// What was not read changes nothing. An open question stays on the screen with the keys that answer it.
pub(super) fn not_read(scan: &Scan, desk: &mut Desk, verdict: Verdict) -> Decision {
    if desk.question.is_some() { asked_again(scan, desk, verdict) } else { Decision::only(desk.clone(), verdict) }
}

/// The question stands on the screen again, so there is as much time to answer as at first.
fn asked_again(scan: &Scan, desk: &mut Desk, verdict: Verdict) -> Decision {
    if let Some(question) = &mut desk.question {
        question.asked_at = scan.occurred_at;
    }
    Decision::only(desk.clone(), again(desk, verdict))
}

fn again(desk: &Desk, verdict: Verdict) -> Verdict {
    let verdict = verdict.still_asking();
    match desk.question.as_ref().and_then(|question| question.headline.clone()) {
        Some(asked) => verdict.with_detail(asked),
        None => verdict,
    }
}

/// A badge while a question stands: a lead's is the yes, and the volunteer stays signed on.
pub(super) fn badge(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, role: Role, active: bool) -> Decision {
    if active && role.may(Right::Override) { allowed(scan, desk, facts) } else { lead_needed(scan, desk) }
}

/// Yes by the command or the key: only when a lead is the one who scans, or was while the terminal was cut off.
pub(super) fn yes(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let is_lead = facts.lead || scan.told == Some(Outcome::Applied);
    if is_lead { allowed(scan, desk, facts) } else { lead_needed(scan, desk) }
}

/// The question stands on, for the time that a lead needs to come.
fn lead_needed(scan: &Scan, desk: &mut Desk) -> Decision {
    asked_again(scan, desk, Verdict::refused(say::verdict_lead_needed()))
}

/// Hands out what was asked about, or opens the visit.
fn allowed(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let question = desk.question.take();
    let gone = |desk: &Desk| Decision::only(desk.clone(), Verdict::refused(say::verdict_question_gone()));
    if let Some(visit) = question.as_ref().and_then(|question| question.opens.clone()) {
        return match facts.visitor.as_ref().filter(|visitor| visitor.id == visit.household) {
            Some(household) => handout::begin(scan, desk, facts, household, visit, Vec::new()),
            None => gone(desk),
        };
    }
    let (Some(question), Some(item), Some(_), Some(mut visit)) =
        (question, &facts.questioned, &facts.visitor, desk.visit.clone())
    else {
        return gone(desk);
    };
    // Still the piece, the visit and the reason that were asked about? Somebody else may have been faster.
    let still = match question.kind {
        Asked::AlreadyOut | Asked::Reserved => true,
        _ => matches!(item.standing.state, ItemState::InStock | ItemState::Missing | ItemState::Reserved),
    };
    let stands = match raised(facts, item, &visit, question.pieces) {
        Some((Asked::AlreadyOut, _)) => question.kind == Asked::AlreadyOut,
        Some((Asked::Reserved, _)) => question.kind == Asked::Reserved,
        // One yes stands for all that the room's rules ask about a piece: it says which came first.
        _ => !matches!(question.kind, Asked::AlreadyOut | Asked::Reserved),
    };
    let enough = question.kind == Asked::AlreadyOut || question.pieces <= item.standing.quantity;
    if Some(item.id) != question.item || visit.id != question.visit || !still || !stands || !enough {
        return gone(desk);
    }
    let mut needs = facts.needs_of(&visit);
    let mut book =
        |item: &Item, pieces, kind| handout::booked(scan.event_id, facts, item, &mut visit, &mut needs, pieces, kind);
    let drafts = match question.kind {
        Asked::AlreadyOut => book(item, item.standing.quantity, MovementKind::Rebook),
        Asked::Limit | Asked::Visits | Asked::Renewal | Asked::Points => {
            book(item, question.pieces, MovementKind::HandOut)
        }
        // What is left of a lot stays laid aside.
        Asked::Reserved if question.pieces < item.standing.quantity => {
            book(item, question.pieces, MovementKind::HandOut)
        }
        Asked::Reserved => {
            let released = Item { standing: item.standing.then(ItemState::InStock), ..item.clone() };
            let release = Draft {
                event_id: scan.event_id,
                target: Target::Item(item.id),
                kind: MovementKind::Release,
                after: released.standing.clone(),
                visit: None,
                reverses: None,
                details: None,
            };
            let mut drafts = vec![release];
            drafts.extend(book(&released, question.pieces, MovementKind::HandOut));
            drafts
        }
    };
    let verdict = handout::booked_verdict(facts, item, &visit, &needs, &drafts);
    desk.visit = Some(visit);
    Decision { drafts, visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}
