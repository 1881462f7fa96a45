//! A city's gifts on their way: put on a list, decided by the council or the mayor, and then stock or back to the giver.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::deeds::Doing;
use super::once::once;
use super::{ActionError, Actor, House, custody, typed};
use crate::domain::council::{beyond, decider, is_city};
use crate::domain::deed::Undoing;
use crate::domain::donation::DonationState;
use crate::domain::rights::Right;
use crate::domain::treasury::{CouncilListState, Decider, Decision, PaperKind, ReceiptState};
use crate::domain::{CouncilListId, DeedId, DonationId, IssuerId, PaperId};
use crate::store::council_lists::{self as store, CityRow, CouncilLineRow, CouncilListRow, Listed, Renewed};
use crate::store::donations::{self, DonationRow};
use crate::store::papers::{self, NewPaper, PaperRow};
use crate::store::{At, Day, Db, donors, ledger, receipts};
use crate::texts::{Message, say};

/// Most gifts of one list: more than a session can look at.
pub const MOST_GIFTS: usize = 300;
/// Years for which a decided list is kept, as receipts are.
const KEPT_YEARS: i32 = 10;

/// A list that is about to be made.
#[derive(Clone, Debug)]
pub struct NewList {
    pub issuer: IssuerId,
    pub decider: Decider,
    pub title: String,
    /// What the gifts are for, as the list says it of each.
    pub purpose: String,
    pub gifts: Vec<DonationId>,
}

/// What was decided, when, and where it is written down.
#[derive(Clone, Debug)]
pub struct Session {
    pub held_on: Date,
    pub reference: String,
    /// Gifts that were not accepted; all others were.
    pub declined: Vec<DonationId>,
}

/// A list with all that its page shows.
#[derive(Clone, Debug)]
pub struct Seen {
    pub list: CouncilListRow,
    pub issuer: CityRow,
    pub lines: Vec<Listed>,
    pub papers: Vec<PaperRow>,
    /// What the gifts of an open list come to by now, in cents: values may have changed since they were put on it.
    pub now: HashMap<DonationId, i64>,
}

/// A list.
///
/// # Errors
/// Without the right, or when it is not there.
pub fn see(house: &House, actor: &Actor, id: CouncilListId) -> Result<Seen, ActionError> {
    actor.must(Right::RunCouncil)?;
    house.store().read(|db| seen(db, id))
}

fn seen(db: &mut Db, id: CouncilListId) -> Result<Seen, ActionError> {
    let list = store::find(db, id)?.ok_or(ActionError::NotFound)?;
    let issuer = store::receiver(db, list.issuer_id)?.ok_or(ActionError::NotFound)?;
    let papers = papers::of_subject(db, &id.to_string())?;
    let lines = store::lines(db, id)?;
    let now = match list.state {
        CouncilListState::Open => worth(db, &lines)?,
        CouncilListState::Decided => HashMap::new(),
    };
    Ok(Seen { issuer, lines, papers, now, list })
}

fn worth(db: &mut Db, lines: &[Listed]) -> Result<HashMap<DonationId, i64>, ActionError> {
    let ids: Vec<DonationId> = lines.iter().map(|one| one.donation.id).collect();
    Ok(store::worth(db, &ids)?)
}

/// Makes a list of gifts that wait.
///
/// # Errors
/// Without the right, without a gift, for an issuer that is no city, or for a gift that cannot stand on such a list.
pub fn make(house: &Arc<House>, actor: &Actor, new: NewList) -> Result<CouncilListId, ActionError> {
    actor.must(Right::RunCouncil)?;
    let title = typed::line("title", &new.title, 120)?;
    if title.is_empty() {
        return Err(ActionError::field("title", say::council_error_title()));
    }
    let purpose = purpose_of(&new.purpose)?;
    let id = CouncilListId(house.uuid());
    let row = CouncilListRow {
        id,
        issuer_id: new.issuer,
        title,
        decider: new.decider,
        state: CouncilListState::Open,
        held_on: None,
        reference: String::new(),
        made_by: actor.user(),
        made_at: At(house.now()),
        version: 1,
        limit_cents: None,
    };
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "council_list", in_house.now(), |db| {
            let issuer = store::receiver(db, row.issuer_id)?.filter(|issuer| is_city(&issuer.form));
            let issuer = issuer.ok_or_else(|| ActionError::field("issuer", say::council_error_no_city()))?;
            store::insert(db, &row)?;
            put_on(db, &row, &issuer, &new.gifts, &purpose)?;
            Ok(id)
        })
    })
}

/// Puts more gifts on a list that was at `version` when the page was opened.
///
/// # Errors
/// As [`make`]; [`ActionError::Changed`] when somebody else changed or decided the list.
pub fn add(
    house: &Arc<House>,
    actor: &Actor,
    id: CouncilListId,
    version: i32,
    purpose: &str,
    gifts: Vec<DonationId>,
) -> Result<(), ActionError> {
    actor.must(Right::RunCouncil)?;
    let purpose = purpose_of(purpose)?;
    house.store().write(move |db| {
        let list = store::find(db, id)?.ok_or(ActionError::NotFound)?;
        let issuer = store::receiver(db, list.issuer_id)?.ok_or(ActionError::NotFound)?;
        if !store::touch(db, id, version)? {
            return Err(ActionError::Changed);
        }
        put_on(db, &list, &issuer, &gifts, &purpose)
    })
}

fn purpose_of(text: &str) -> Result<String, ActionError> {
    let purpose = typed::line("purpose", text, 200)?;
    if purpose.is_empty() {
        return Err(ActionError::field("purpose", say::council_error_purpose()));
    }
    Ok(purpose)
}

fn put_on(
    db: &mut Db,
    list: &CouncilListRow,
    issuer: &CityRow,
    gifts: &[DonationId],
    purpose: &str,
) -> Result<(), ActionError> {
    if gifts.is_empty() {
        return Err(ActionError::field("gifts", say::council_error_no_gift()));
    }
    if store::lines(db, list.id)?.len() + gifts.len() > MOST_GIFTS {
        return Err(ActionError::field("gifts", say::council_error_too_many(MOST_GIFTS)));
    }
    let values = store::values(db, gifts)?;
    for id in gifts {
        let gift = donations::find(db, *id)?.ok_or(ActionError::NotFound)?;
        let is_theirs = gift.issuer_id.is_none_or(|receiver| receiver == issuer.id);
        let renews = renewed(db, &gift)?;
        let value = renews.as_ref().map(|(_, worth)| *worth).or_else(|| values.get(id).copied());
        let waits = gift.state.awaits_council() && gift.council_list_id.is_none() || renews.is_some();
        if !waits || !is_theirs {
            return Err(ActionError::field("gifts", say::council_error_not_waiting(donor_of(db, &gift)?)));
        }
        if gift.receipt_wanted && value.is_none() {
            return Err(ActionError::field("gifts", say::council_error_value(donor_of(db, &gift)?)));
        }
        if list.decider == Decider::Mayor && decider(value, issuer.council_from_cents) == Decider::Council {
            return Err(ActionError::field("gifts", say::council_error_limit(donor_of(db, &gift)?)));
        }
        // A gift to nobody in particular that was only offered is the city's from here on.
        if gift.issuer_id.is_none() && !store::set_receiver(db, *id, gift.version, Some(issuer.id), gift.state)? {
            return Err(ActionError::Changed);
        }
        let line = CouncilLineRow {
            list_id: list.id,
            donation_id: *id,
            purpose: purpose.to_owned(),
            value_cents: value,
            decision: Decision::Open,
            only_offered: renews.as_ref().is_some_and(|(first, _)| first.line.only_offered),
            adds_to: renews.map(|(first, _)| first.list.id),
        };
        store::add_line(db, &line)?;
    }
    Ok(())
}

/// The decision that a further one may renew, and what the gift is worth by now: it was accepted, is worth more than may stand
/// under that, and something of it is on no receipt yet.
fn renewed(db: &mut Db, gift: &DonationRow) -> Result<Option<(Renewed, i64)>, ActionError> {
    let is_open = store::RENEWABLE.contains(&gift.state) && store::has_free_line(db, gift.id)?;
    if !is_open || store::addition_of(db, gift.id)?.is_some() {
        return Ok(None);
    }
    let first = store::decision_on(db, gift.id)?.filter(|(_, line)| line.decision == Decision::Accepted);
    let worth = store::worth(db, &[gift.id])?.get(&gift.id).copied();
    let Some(((list, line), worth)) = first.zip(worth) else { return Ok(None) };
    let is_beyond = beyond(list.decider, list.limit_cents, line.value_cents, worth).is_some();
    Ok(is_beyond.then_some((Renewed { list, line }, worth)))
}

fn donor_of(db: &mut Db, gift: &DonationRow) -> Result<String, ActionError> {
    Ok(donors::find(db, gift.donor_id)?.map(|donor| donor.name).unwrap_or_default())
}

/// Takes a gift off a list that nobody has decided on. The last one takes the list with it: `false` then.
///
/// # Errors
/// Without the right; [`ActionError::Changed`] when somebody else changed or decided the list.
pub fn take_off(
    house: &Arc<House>,
    actor: &Actor,
    id: CouncilListId,
    version: i32,
    gift: DonationId,
) -> Result<bool, ActionError> {
    actor.must(Right::RunCouncil)?;
    house.store().write(move |db| {
        store::find(db, id)?.ok_or(ActionError::NotFound)?;
        if !store::touch(db, id, version)? || !store::remove_line(db, id, gift)? {
            return Err(ActionError::Changed);
        }
        let stays = !store::lines(db, id)?.is_empty();
        if !stays {
            store::delete(db, id)?;
        }
        Ok(stays)
    })
}

/// Draws a list as it stands. Whoever decides brings it along, because paper is no business of the actions.
pub type Draw = fn(&Seen) -> Result<Vec<u8>, Message>;

fn decision(gift: DonationId, session: &Session) -> Decision {
    if session.declined.contains(&gift) { Decision::Declined } else { Decision::Accepted }
}

/// What is typed about a session, put in order.
///
/// # Errors
/// For a session that has not been, or without the number under which the decision is found again.
pub fn session(
    house: &House,
    held_on: Date,
    reference: &str,
    declined: Vec<DonationId>,
) -> Result<Session, ActionError> {
    let today = house.today();
    if held_on > today {
        return Err(ActionError::field("held_on", say::council_error_session_day()));
    }
    if held_on < today.saturating_sub(2.years()) {
        return Err(ActionError::field("held_on", say::error_day_too_old(2)));
    }
    let reference = typed::line("reference", reference, 80)?;
    if reference.is_empty() {
        return Err(ActionError::field("reference", say::council_error_reference()));
    }
    Ok(Session { held_on, reference, declined })
}

/// Writes down what was decided on a list that was at `version` when the page was opened. In one transaction the pieces of
/// gifts that are accepted for the first time become stock, those of the others go back to the giver, and the list's paper is drawn from what is decided
/// and frozen.
///
/// # Errors
/// Without the right; for a session before one of the gifts was offered; [`ActionError::Changed`] when somebody else changed or decided the list, or one of its gifts.
pub fn decide(
    house: &Arc<House>,
    actor: &Actor,
    id: CouncilListId,
    version: i32,
    session: Session,
    draw: Draw,
) -> Result<DeedId, ActionError> {
    actor.must(Right::RunCouncil)?;
    let session = self::session(house, session.held_on, &session.reference, session.declined)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let mut head = ledger::lock(db)?;
        let list = store::find(db, id)?.ok_or(ActionError::NotFound)?;
        let held_on = Some(Day(session.held_on));
        let limit = store::receiver(db, list.issuer_id)?.and_then(|issuer| issuer.council_from_cents);
        if list.state == CouncilListState::Decided
            || !store::set_decided(db, id, version, held_on, &session.reference, limit)?
        {
            return Err(ActionError::Changed);
        }
        let (mut changed, mut events) = (Vec::new(), Vec::new());
        let lines = store::lines(db, id)?;
        let now = worth(db, &lines)?;
        for Listed { donation, line, renews, .. } in lines {
            let decision = decision(donation.id, &session);
            let accepted = decision == Decision::Accepted;
            let risen = now.get(&donation.id).and_then(|now| beyond(list.decider, limit, line.value_cents, *now));
            if let Some((_, Decider::Mayor)) = risen.filter(|_| accepted) {
                return Err(ActionError::field("", say::council_error_risen(donor_of(db, &donation)?)));
            }
            if let Some(first) = renews {
                add_to(db, &donation, (&line, decision), &first, session.held_on)?;
                changed.push((donation.id, donation.version + 1, donation.state));
                continue;
            }
            let state = if accepted { DonationState::Accepted } else { DonationState::Declined };
            let offered = custody::first_day(&in_house, &donation);
            if session.held_on < offered {
                let donor = donor_of(db, &donation)?;
                return Err(ActionError::field("held_on", say::council_error_before_gift(donor, offered)));
            }
            let awaits = donation.state.awaits_council();
            if !awaits || !donations::set_state(db, donation.id, donation.version, state)? {
                return Err(ActionError::Changed);
            }
            store::set_decision(db, id, donation.id, decision, donation.only_offered)?;
            let (next, ended) = custody::end(db, &in_house, head, donation.id, accepted, doing.occasion())?;
            head = next;
            events.extend(ended);
            changed.push((donation.id, donation.version + 1, donation.state));
        }
        let bytes = draw(&seen(db, id)?).map_err(ActionError::Refused)?;
        let paper = NewPaper {
            id: PaperId(in_house.uuid()),
            kind: PaperKind::CouncilList,
            subject: &id.to_string(),
            file_name: &format!("Liste-{}-{}.pdf", session.held_on, session.reference),
            media_type: "application/pdf",
            bytes: &bytes,
            by: doing.actor,
            at: doing.now,
            keep_until: papers::keep_until(in_house.today(), KEPT_YEARS),
        };
        papers::insert(db, &paper)?;
        let undo = Undoing::CouncilDecided { id, version: version + 1, donations: changed, events };
        doing.note(db, &say::council_decided(&list.title), id, Some(&undo))
    })
}

/// Renews the decision on a gift that was accepted: its pieces stay where they are. When the addition is declined, the first
/// decision holds.
fn add_to(
    db: &mut Db,
    gift: &DonationRow,
    (line, decision): (&CouncilLineRow, Decision),
    first: &Renewed,
    held_on: Date,
) -> Result<(), ActionError> {
    if let Some(Day(before)) = first.list.held_on.filter(|before| held_on < before.0) {
        return Err(ActionError::field("held_on", say::council_error_before_first(donor_of(db, gift)?, before)));
    }
    let holds = if decision == Decision::Accepted { line.list_id } else { first.list.id };
    if !store::RENEWABLE.contains(&gift.state) || !store::set_holding(db, gift.id, gift.version, holds)? {
        return Err(ActionError::Changed);
    }
    Ok(store::set_decision(db, line.list_id, gift.id, decision, line.only_offered)?)
}

/// Opens a decided list again, with its gifts as they were. `false` when any of them has moved on.
pub(super) fn reopen(
    db: &mut Db,
    id: CouncilListId,
    version: i32,
    gifts: &[(DonationId, i32, DonationState)],
) -> Result<bool, ActionError> {
    if !store::set_decided(db, id, version, None, "", None)? {
        return Ok(false);
    }
    for (gift, version, state) in gifts {
        if let Some((_, line)) = store::line(db, id, *gift)?
            && let Some(first) = line.adds_to
        {
            if rests_on_more(db, *gift, first)? || !store::set_holding(db, *gift, *version, first)? {
                return Ok(false);
            }
            store::set_decision(db, id, *gift, Decision::Open, line.only_offered)?;
            continue;
        }
        if !donations::set_state(db, *gift, *version, *state)? {
            return Ok(false);
        }
        store::set_decision(db, id, *gift, Decision::Open, false)?;
    }
    Ok(true)
}

/// Whether receipts of a gift say more by now than this decision on it holds for.
fn rests_on_more(db: &mut Db, gift: DonationId, first: CouncilListId) -> Result<bool, ActionError> {
    let issued = receipts::of_donation(db, gift)?.into_iter().filter(|one| one.state == ReceiptState::Issued);
    let stated = issued.fold(0i64, |sum, one| sum.saturating_add(one.total_cents));
    let is_beyond = |(list, line): (CouncilListRow, CouncilLineRow)| {
        beyond(list.decider, list.limit_cents, line.value_cents, stated).is_some()
    };
    Ok(store::line(db, first, gift)?.is_some_and(is_beyond))
}
