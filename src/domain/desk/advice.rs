//! What is said about a piece that comes in: where to put it, who waits for it, and whether there are enough of these.

use super::*;
use crate::domain::catalogue::Product;
use crate::domain::item::ItemState;

/// What the house knows about a piece that comes in; nothing when nobody stands there to hear it.
#[derive(Clone, Debug, Default)]
pub struct Advice {
    /// The chosen place, else the one where most pieces like this lie.
    pub place: Option<String>,
    pub stock: Option<Stock>,
    /// For a yes: the line for which the piece was offered, when it still waits.
    pub waiting: Option<Waiting>,
    /// The shelf for what is laid aside.
    pub pickup: Option<OpenPlace>,
    /// For a piece that goes out: other households that need it more than the visitor.
    pub ahead: i64,
}

/// Pieces of the same product, cut and size, before this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    pub here: i64,
    /// What needs lists still ask for, and what went out in the last 90 days.
    pub needed: i64,
    /// Whether anybody asked for this product lately, in any size.
    pub is_asked_for: bool,
}

/// As many pieces of a product that nobody asks for are kept without a word: a room that has just begun knows no demand.
const UNASKED: i64 = 5;

impl Stock {
    /// Whether one more is one too many. Never the first.
    fn is_enough(self) -> bool {
        let kept = if self.is_asked_for { 1 } else { UNASKED };
        self.here >= self.needed.max(kept)
    }
}

/// A line of a household's needs list that waits for exactly this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub household: HouseholdId,
    pub need: NeedId,
    /// The first three characters of the household's card: enough to find the bag, not the family.
    pub card: String,
    /// Pieces that are neither handed out nor laid aside.
    pub missing: i32,
}

/// A piece that a yes lays aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub item: ItemId,
    pub need: NeedId,
    pub at: Timestamp,
}

/// Says where a piece goes, and whom it is for or whether it is one too many.
pub(super) fn on(scan: &Scan, facts: &Facts<'_>, product: &Product, verdict: Verdict) -> Verdict {
    let advice = &facts.advice;
    let place = match &advice.place {
        Some(place) => say::verdict_goes_to_place(place),
        None => say::verdict_goes_to_group(facts.catalogue.group_words(product)),
    };
    match (for_somebody(scan, facts), advice.stock) {
        (Some(waiting), _) => {
            let verdict = verdict.with_detail(say::verdict_somebody_waits(&waiting.card, place));
            Verdict { offers: true, ..verdict }
        }
        (None, Some(stock)) if stock.is_enough() => {
            verdict.with_detail(say::verdict_enough(place, stock.here + scan.quantity, stock.needed))
        }
        _ => verdict.with_detail(place),
    }
}

/// Who waits for all of it: a lot is not taken apart for somebody who is not there.
fn for_somebody<'f>(scan: &Scan, facts: &'f Facts<'_>) -> Option<&'f Waiting> {
    facts.advice.waiting.as_ref().filter(|waiting| scan.quantity <= i64::from(waiting.missing))
}

/// What the desk remembers of an offer that was made.
pub(super) fn offer(scan: &Scan, facts: &Facts<'_>, item: ItemId, verdict: &Verdict) -> Option<Offer> {
    let waiting = for_somebody(scan, facts).filter(|_| verdict.offers)?;
    Some(Offer { item, need: waiting.need, at: scan.occurred_at })
}

/// Yes to an offer: the piece is reserved for the line that waits for it.
pub(super) fn lay_aside(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let offer = desk.offer.take();
    let (Some(offer), Some(item)) = (offer, &facts.questioned) else {
        return Decision::only(desk.clone(), Verdict::again(say::verdict_no_question()));
    };
    let waits = |waiting: &&Waiting| waiting.need == offer.need && item.standing.quantity <= waiting.missing;
    let waiting = facts.advice.waiting.as_ref().filter(waits);
    let (Some(waiting), ItemState::InStock, true) = (waiting, item.standing.state, item.id == offer.item) else {
        let verdict = Verdict::refused(say::verdict_offer_gone()).with_detail(say::verdict_offer_gone_help());
        return Decision::only(desk.clone(), verdict);
    };
    let pickup = facts.advice.pickup.as_ref();
    let mut after = item.standing.then(ItemState::Reserved);
    (after.household, after.need) = (Some(waiting.household), Some(waiting.need));
    after.location = pickup.map(|place| place.id).or(after.location);
    let draft = Draft {
        event_id: scan.event_id,
        target: Target::Item(item.id),
        kind: MovementKind::Reserve,
        after,
        visit: None,
        reverses: None,
        details: None,
    };
    let detail = match pickup {
        Some(place) => say::verdict_to_pickup_at(&place.name, &waiting.card),
        None => say::verdict_to_pickup(&waiting.card),
    };
    let verdict = Verdict::applied(say::verdict_laid_aside(item.name())).with_detail(detail);
    Decision { drafts: vec![draft], visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}
