//! What was done on a page is kept as a deed for a while, and whoever did it can take it back.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::consents::withdraw_private;
use super::needs::fits_again;
use super::reservations::keep_as_usual;
use super::see_household::may_see;
use super::{ActionError, Actor, House, council_lists, custody, receiver, value_gifts};
use crate::domain::deed::{LinkImage, MemberImage, PartState, Undoing};
use crate::domain::desk::reversals;
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::needs::{NeedState, state_with};
use crate::domain::rights::Right;
use crate::domain::{ConsentId, DeedId, EventId, HouseholdId, NeedId, TerminalId, UserId};
use crate::store::deeds::{self, DeedRow};
use crate::store::donors::DonorRow;
use crate::store::households::HouseholdRow;
use crate::store::ledger::{self, Occasion};
use crate::store::members::MemberRow;
use crate::store::{
    At, Day, Db, announced, consents, desk_facts, donations, donors, households, items, labels, locations, members,
    mentor_links, needs, proofs, proxies, reservations, shelf_checks, sign_ins, terminals, users,
};
use crate::texts::{Message, say};

/// How long the button "take back" of a notice works.
pub const UNDO_SPAN: SignedDuration = SignedDuration::from_mins(15);
/// How long something that was done to many items can be taken back from its page.
pub const BULK_SPAN: SignedDuration = SignedDuration::from_hours(24);

/// Somebody about to do something: made before the transaction, written down inside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doing {
    pub id: DeedId,
    pub terminal: TerminalId,
    pub actor: Option<UserId>,
    pub now: Timestamp,
}

impl Doing {
    pub fn by(house: &House, actor: &Actor) -> Doing {
        Doing { id: DeedId(house.uuid()), terminal: actor.terminal(), actor: actor.user(), now: house.now() }
    }

    pub fn occasion(self) -> Occasion {
        Occasion { terminal: self.terminal, actor: self.actor, occurred_at: self.now, recorded_at: self.now }
    }

    /// Writes the deed down: what it was, what it changed, and how it is taken back (`None`: not at all).
    pub fn note(
        self,
        db: &mut Db,
        said: &Message,
        subject: impl ToString,
        undo: Option<&Undoing>,
    ) -> Result<DeedId, ActionError> {
        deeds::forget_before(db, self.now - UNDO_SPAN)?;
        deeds::insert(
            db,
            &DeedRow {
                id: self.id,
                terminal_id: self.terminal,
                actor_id: self.actor,
                done_at: At(self.now),
                said: json(said)?,
                subject: Some(subject.to_string()),
                undo: undo.map(json).transpose()?.unwrap_or_default(),
                undone_at: None,
            },
        )?;
        Ok(self.id)
    }
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<String, ActionError> {
    let failed = |error: serde_json::Error| crate::store::StoreError::Content(error.to_string());
    Ok(serde_json::to_string(value).map_err(failed)?)
}

/// Who changed something meanwhile, and when by the site's clock.
pub fn changed_by(house: &House, last: &deeds::LastChange) -> Message {
    let there = last.at.0.to_zoned(house.zone().clone());
    let time = there.strftime("%H:%M").to_string();
    if there.date() == house.today() {
        say::changed_today_by(&last.who, time)
    } else {
        say::changed_by(&last.who, there.date(), time)
    }
}

/// Who changed the thing with this id last, as far as anybody knows.
///
/// # Errors
/// When the database cannot be read.
pub fn who_changed(db: &mut Db, house: &House, subject: &str) -> Result<Message, ActionError> {
    let moved = match subject.parse() {
        Ok(item) => deeds::last_movement(db, item)?,
        Err(_) => None,
    };
    let last = moved.into_iter().chain(deeds::last_change(db, subject)?).max_by_key(|last| last.at);
    Ok(last.map_or_else(say::error_changed, |last| changed_by(house, &last)))
}

/// What the deed was, in a sentence.
pub fn said(row: &DeedRow) -> Option<Message> {
    serde_json::from_str(&row.said).ok()
}

/// How the deed is taken back, as long as it can be.
pub fn undoing(row: &DeedRow) -> Option<Undoing> {
    serde_json::from_str(&row.undo).ok()
}

/// Forgets how deeds are taken back whose time is over: that may hold names and addresses as they were before.
///
/// # Errors
/// When the database cannot be written.
pub fn forget_old(house: &House) -> Result<(), ActionError> {
    let moment = house.now() - UNDO_SPAN;
    if !house.store().read(|db| deeds::is_something_before(db, moment))? {
        return Ok(());
    }
    house.store().write(move |db| Ok(deeds::forget_before(db, moment)?))
}

/// Takes back one's own deed and says what came of it. Asked twice, it has no second effect and gives the same answer.
///
/// # Errors
/// [`ActionError::NotFound`] for a deed of somebody else; when its time is over, or something happened since that must
/// stay.
pub fn undo(house: &Arc<House>, actor: &Actor, id: DeedId) -> Result<Message, ActionError> {
    let (in_house, doing, by) = (Arc::clone(house), Doing::by(house, actor), actor.clone());
    house.store().write(move |db| {
        // First, so that two clicks come one after the other, also on PostgreSQL.
        let head = ledger::lock(db)?;
        let deed = deeds::find(db, id)?.filter(|deed| is_of(deed, &by)).ok_or(ActionError::NotFound)?;
        may_still_see(db, &in_house, &by, &deed)?;
        let doing = Doing { id: DeedId(EventId(id.0).child(-1)), ..doing };
        if deed.undone_at.is_some() {
            let told = deeds::find(db, doing.id)?.and_then(|told| self::said(&told));
            return Ok(told.unwrap_or_else(say::undone));
        }
        let undoing = undoing(&deed).ok_or_else(|| ActionError::Refused(say::error_undo_not_this()))?;
        if doing.now.duration_since(deed.done_at.0) > span(&undoing) {
            return Err(ActionError::Refused(say::error_undo_too_late()));
        }
        by.must(right(&undoing))?;
        let mut stayed = 0;
        match undoing {
            Undoing::Parts { .. } => return Err(ActionError::Refused(say::error_undo_not_this())),
            Undoing::Entries { events } => entries_back(db, &in_house, head, &events, doing.occasion())?,
            Undoing::NextPiece { event } => entries_back(db, &in_house, head, &[event], doing.occasion())?,
            Undoing::Picked { item, event } => {
                entries_back(db, &in_house, head, event.as_slice(), doing.occasion())?;
                unchanged(reservations::find(db, item)?.is_some_and(|row| row.picked_at.is_some() || event.is_some()))?;
                reservations::set_picked(db, item, None)?;
            }
            Undoing::NotFound { event, check } => {
                entries_back(db, &in_house, head, &[event], doing.occasion())?;
                if let Some(check) = check {
                    shelf_checks::close(db, check, doing.now)?;
                }
            }
            Undoing::Donation { id, version, state, events, day } => {
                entries_back(db, &in_house, head, &events, doing.occasion())?;
                unchanged(donations::set_state(db, id, version, state)?)?;
                if let Some(day) = day {
                    announced::set_day(db, id, day)?;
                }
            }
            Undoing::CouncilDecided { id, version, donations, events } => {
                entries_back(db, &in_house, head, &events, doing.occasion())?;
                unchanged(council_lists::reopen(db, id, version, &donations)?)?;
            }
            Undoing::Receiver { id, version, issuer, state } => {
                unchanged(receiver::back(db, id, version, issuer, state)?)?;
            }
            Undoing::Terminal { id: terminal, active } => {
                unchanged(deeds::is_last(db, id, &terminal.to_string())?)?;
                unchanged(terminals::set_active(db, terminal, active)? > 0)?;
            }
            Undoing::NeedsAdded { ids } => stayed = lines_away(db, &in_house, &by, &ids)?,
            Undoing::HouseholdLeft { id, version, state, needs, mentors } => {
                household_back(db, (id, version, state), &needs, (mentors, deed.done_at.0))?;
            }
            Undoing::ConsentGiven { id } => consent_away(db, &in_house, &by, id, doing.occasion())?,
            Undoing::ConsentRevoked { id, needs } => consent_back(db, &in_house, &by, id, &needs, deed.done_at.0)?,
            other => rows_back(db, &in_house, &by, other)?,
        }
        deeds::set_undone(db, id, doing.now)?;
        let told = if stayed == 0 { say::undone() } else { say::undone_partly(stayed) };
        doing.note(db, &told, deed.subject.unwrap_or_default(), None)?;
        Ok(told)
    })
}

/// What one must still be allowed to.
fn right(undoing: &Undoing) -> Right {
    match undoing {
        Undoing::Entries { .. } | Undoing::Parts { .. } | Undoing::Label { .. } => Right::EditItems,
        Undoing::Donation { .. } | Undoing::Donor { .. } | Undoing::Receiver { .. } => Right::EditDonors,
        Undoing::Gift { gift } => value_gifts::right(gift),
        Undoing::Issuer { .. } => Right::EditIssuers,
        Undoing::CouncilDecided { .. } => Right::RunCouncil,
        Undoing::Household { .. }
        | Undoing::HouseholdLeft { .. }
        | Undoing::Card { .. }
        | Undoing::Member { .. }
        | Undoing::MemberAdded { .. }
        | Undoing::MemberRemoved { .. }
        | Undoing::MentorLinked { .. }
        | Undoing::MentorChanged { .. }
        | Undoing::MentorEnded { .. }
        | Undoing::MemberGrown { .. }
        | Undoing::ProofSeen { .. } => Right::EditHouseholds,
        Undoing::ProxyMade { .. } | Undoing::ProxyEnded { .. } => Right::NameProxies,
        Undoing::NeedUrgent { .. } => Right::MarkUrgent,
        Undoing::NeedWithdrawn { .. }
        | Undoing::NeedsAdded { .. }
        | Undoing::ConsentGiven { .. }
        | Undoing::NeedRenewed { .. }
        | Undoing::ConsentRevoked { .. } => Right::EditNeeds,
        Undoing::Picked { .. } | Undoing::NotFound { .. } | Undoing::NextPiece { .. } => Right::Pick,
        Undoing::Place { .. } => Right::ArrangeLocations,
        Undoing::User { .. } => Right::ManageUsers,
        Undoing::Terminal { .. } => Right::ManageTerminals,
    }
}

/// How long it can be taken back.
pub fn span(undoing: &Undoing) -> SignedDuration {
    if matches!(undoing, Undoing::Parts { .. }) { BULK_SPAN } else { UNDO_SPAN }
}

/// Whether this person did it. What the house itself did is nobody's to take back on a page.
pub fn is_of(deed: &DeedRow, actor: &Actor) -> bool {
    deed.actor_id.is_some() && deed.actor_id == actor.user()
}

fn unchanged(done: bool) -> Result<(), ActionError> {
    if done { Ok(()) } else { Err(ActionError::Refused(say::error_undo_changed())) }
}

/// Reverses the entries of these events, which must still be the last of their items.
fn entries_back(
    db: &mut Db,
    house: &House,
    mut head: ledger::Head,
    events: &[EventId],
    occasion: Occasion,
) -> Result<(), ActionError> {
    for event in events.iter().rev() {
        let entries = ledger::of_event(db, *event)?;
        let mut counting = Vec::new();
        for entry in entries {
            if !ledger::is_reversed(db, entry.id)? {
                counting.push(entry);
            }
        }
        let undoable = desk_facts::undoable_entries(db, &counting, &house.catalogue(), house.zone())?;
        if let Some(moved) = undoable.iter().find(|entry| !entry.is_last) {
            return Err(ActionError::Refused(say::verdict_changed_meanwhile(moved.item.name())));
        }
        let drafts = reversals(EventId(event.child(-3)), &undoable);
        head = ledger::append(db, head, &drafts, occasion)?;
        custody::came_with(db, house, &drafts)?;
        keep_as_usual(db, house, &drafts, occasion.recorded_at)?;
    }
    Ok(())
}

/// Withdraws fresh lines that nobody changed since. Gives how many others stay.
fn lines_away(db: &mut Db, house: &House, actor: &Actor, ids: &[NeedId]) -> Result<usize, ActionError> {
    let mut stayed = 0;
    for id in ids {
        let need = needs::find(db, *id)?.ok_or(ActionError::NotFound)?;
        // A mentor's link may have ended since.
        may_see(db, house, actor, need.household_id)?;
        if need.state != NeedState::Open || !needs::set_state(db, need.id, 1, NeedState::Withdrawn)? {
            stayed += 1;
        }
    }
    unchanged(stayed == 0 || stayed < ids.len())?;
    Ok(stayed)
}

/// Brings a household back that was signed off at this moment, with the lines and mentors' links that ended with it.
fn household_back(
    db: &mut Db,
    (id, version, state): (HouseholdId, i32, HouseholdState),
    lines: &[(NeedId, i32, NeedState)],
    (mentors, left_at): (Vec<LinkImage>, Timestamp),
) -> Result<(), ActionError> {
    let row = households::find(db, id)?.filter(|row| row.version == version);
    let row = row.ok_or_else(|| ActionError::Refused(say::error_undo_changed()))?;
    unchanged(households::update(db, &HouseholdRow { state, ..row })?)?;
    for (line, version, state) in lines {
        line_back(db, *line, *version, *state)?;
    }
    proxies::reopen(db, id, left_at)?;
    for link in mentors {
        unchanged(mentor_links::give_back(db, id, left_at, link)?)?;
    }
    Ok(())
}

/// Takes an agreement away that was written down by mistake, with the open lines that it covered.
fn consent_away(
    db: &mut Db,
    house: &House,
    actor: &Actor,
    id: ConsentId,
    occasion: Occasion,
) -> Result<(), ActionError> {
    let row = consents::find(db, id)?.ok_or(ActionError::NotFound)?;
    may_see(db, house, actor, row.household_id)?;
    unchanged(consents::revoke(db, id, house.now())?)?;
    withdraw_private(db, house, row.household_id, occasion)?;
    Ok(())
}

/// Lets an agreement hold again, with the lines that went with it.
fn consent_back(
    db: &mut Db,
    house: &House,
    actor: &Actor,
    id: ConsentId,
    lines: &[(NeedId, i32, NeedState)],
    revoked: Timestamp,
) -> Result<(), ActionError> {
    let row = consents::find(db, id)?.ok_or(ActionError::NotFound)?;
    may_see(db, house, actor, row.household_id)?;
    unchanged(consents::reinstate(db, id, revoked)?)?;
    for (line, version, state) in lines {
        line_back(db, *line, *version, *state)?;
    }
    Ok(())
}

/// Puts a withdrawn line on the list again. What lay ready for it went back to the pool and stays there.
fn line_back(db: &mut Db, id: NeedId, version: i32, state: NeedState) -> Result<(), ActionError> {
    let state = standing(db, id, state)?;
    unchanged(needs::set_state(db, id, version, state)?)
}

/// Where a line stands that was in this state before: what lay ready then may be gone.
fn standing(db: &mut Db, id: NeedId, state: NeedState) -> Result<NeedState, ActionError> {
    let need = needs::find(db, id)?.ok_or(ActionError::NotFound)?;
    let aside = items::laid_aside(db, need.household_id, id)?;
    Ok(state_with(state, need.wanted, need.got, aside))
}

/// Puts rows back that no ledger keeps, if nobody changed them since.
fn rows_back(db: &mut Db, house: &House, actor: &Actor, undoing: Undoing) -> Result<(), ActionError> {
    let gone = || ActionError::Refused(say::error_undo_changed());
    match undoing {
        Undoing::Label { item, old, new } => {
            let bound = labels::find(db, new)?.is_some_and(|row| row.state == LabelState::Bound);
            unchanged(bound && labels::rebind(db, item, new, old)?)
        }
        Undoing::Issuer { id, version, before } => {
            unchanged(super::issuers::put_back(db, id, version, before, At(house.now()))?)
        }
        Undoing::Donor { id, version, before } => {
            let row = donors::find(db, id)?.filter(|row| row.version == version).ok_or_else(gone)?;
            let search = crate::texts::fold(&format!("{} {}", before.name, before.city));
            let row = DonorRow {
                kind: before.kind,
                name: before.name,
                street: before.street,
                postcode: before.postcode,
                city: before.city,
                email: before.email,
                note: before.note,
                country: before.country,
                contact: before.contact,
                lang: before.lang.unwrap_or(row.lang),
                thanks: before.thanks.unwrap_or(row.thanks),
                gives_every_months: before.gives_every_months,
                search,
                version: version + 1,
                ..row
            };
            unchanged(donors::update(db, &row, version)?)
        }
        Undoing::Household { id, version, state, area, lang, note } => {
            let row = households::find(db, id)?.filter(|row| row.version == version).ok_or_else(gone)?;
            unchanged(households::update(db, &HouseholdRow { state, area, lang, note, ..row })?)
        }
        Undoing::Card { id, version, old, new } => {
            let row = households::find(db, id)?.filter(|row| row.version == version).ok_or_else(gone)?;
            unchanged(households::update(db, &row)?)?;
            labels::set_state(db, new, LabelState::Void)?;
            if let Some(old) = old {
                labels::set_state(db, old, LabelState::Bound)?;
            }
            Ok(())
        }
        Undoing::Member { version, before } => {
            unchanged(members::update(db, &MemberRow { version, ..member(before) })?)
        }
        Undoing::MemberAdded { id, version } => {
            let row = members::find(db, id)?.ok_or_else(gone)?;
            if needs::of_household(db, row.household_id)?.iter().any(|need| need.member_id == Some(id)) {
                return Err(gone());
            }
            unchanged(members::remove(db, id, version)?)?;
            recount(db, row.household_id)
        }
        Undoing::MemberRemoved { before, needs: lines } => {
            let (id, household) = (before.id, before.household);
            if households::find(db, household)?.is_none_or(|row| row.state == HouseholdState::Left) {
                return Err(gone());
            }
            // Another version than any before, so that no older deed about the person fits again.
            let version = before.version + 1;
            members::insert(db, &MemberRow { version, ..member(before) })?;
            for (line, state) in lines {
                let state = standing(db, line, state)?;
                needs::give_back(db, line, id, state)?;
            }
            recount(db, household)
        }
        Undoing::NeedWithdrawn { id, version, state } => {
            let need = needs::find(db, id)?.ok_or_else(gone)?;
            // A mentor's link may have ended since.
            may_see(db, house, actor, need.household_id)?;
            unchanged(need.version == version)?;
            fits_again(db, &need)?;
            line_back(db, id, version, state)
        }
        Undoing::MentorLinked { household, user, from, to, may_collect } => {
            let never = (Some(from), may_collect);
            unchanged(mentor_links::change(db, (user, household, from), (to, may_collect), never)?)
        }
        Undoing::MentorChanged { household, user, from, before, after } => {
            unchanged(mentor_links::change(db, (user, household, from), after, before)?)
        }
        Undoing::MentorEnded { household, user, ended, links } => {
            for (from, to, may_collect) in links {
                unchanged(mentor_links::give_back(db, household, ended, (user, from, to, may_collect))?)?;
            }
            Ok(())
        }
        Undoing::ProxyMade { id, version } => {
            let row = proxies::find(db, id)?.ok_or_else(gone)?;
            // A mentor's link may have ended since.
            may_see(db, house, actor, row.household_id)?;
            unchanged(row.used_at.is_none() && proxies::set_ended(db, id, version, Some(house.now()))?)
        }
        Undoing::ProxyEnded { id, version } => {
            let row = proxies::find(db, id)?.ok_or_else(gone)?;
            may_see(db, house, actor, row.household_id)?;
            unchanged(proxies::set_ended(db, id, version, None)?)
        }
        Undoing::NeedUrgent { id, version, reason, until } => {
            unchanged(needs::set_urgent(db, id, version, &reason, until.map(Day))?)
        }
        Undoing::NeedRenewed { old, due, new } => {
            let need = needs::find(db, old)?.ok_or_else(gone)?;
            // A mentor's link may have ended since.
            may_see(db, house, actor, need.household_id)?;
            if let Some(new) = new {
                let fresh = needs::find(db, new)?.is_some_and(|line| line.state == NeedState::Open);
                unchanged(fresh && needs::set_state(db, new, 1, NeedState::Withdrawn)?)?;
            }
            Ok(needs::set_renew_at(db, old, Some(At(due)))?)
        }
        Undoing::MemberGrown { version, before, needs: lines } => {
            unchanged(members::update(db, &MemberRow { version, ..member(before) })?)?;
            for (line, version, size) in lines {
                unchanged(needs::set_size(db, line, version, size.as_deref())?)?;
            }
            Ok(())
        }
        Undoing::ProofSeen { id } => unchanged(proofs::remove(db, id)?),
        Undoing::Gift { gift } => value_gifts::back(db, house, *gift),
        Undoing::Place { id, version, name } => unchanged(locations::rename(db, id, version, &name)?),
        Undoing::User { id, version, display_name, role, active, lang } => {
            unchanged(users::update(db, id, version, &display_name, role, active)?)?;
            if let Some((before, after)) = lang {
                // What the person has chosen since stays.
                if users::find(db, id)?.is_some_and(|row| row.lang == after) {
                    users::set_lang(db, id, before)?;
                }
            }
            Ok(sign_ins::delete_of_user(db, id)?)
        }
        Undoing::Entries { .. }
        | Undoing::Picked { .. }
        | Undoing::NotFound { .. }
        | Undoing::NextPiece { .. }
        | Undoing::Parts { .. }
        | Undoing::Donation { .. }
        | Undoing::Receiver { .. }
        | Undoing::CouncilDecided { .. }
        | Undoing::HouseholdLeft { .. }
        | Undoing::NeedsAdded { .. }
        | Undoing::ConsentGiven { .. }
        | Undoing::ConsentRevoked { .. }
        | Undoing::Terminal { .. } => Err(gone()),
    }
}

fn recount(db: &mut Db, household: crate::domain::HouseholdId) -> Result<(), ActionError> {
    let people = members::of_household(db, household)?.len().max(1);
    Ok(households::set_people(db, household, people as i32)?)
}

fn member(image: MemberImage) -> MemberRow {
    MemberRow {
        id: image.id,
        household_id: image.household,
        nickname: image.nickname,
        age_band: image.age_band,
        birth_month: image.birth_month,
        cut: image.cut,
        sizes: image.sizes,
        version: image.version,
        measured_on: image.measured_on.map(Day),
        clothes_guessed: image.clothes_guessed,
    }
}

pub(super) fn image(row: &MemberRow) -> MemberImage {
    MemberImage {
        id: row.id,
        household: row.household_id,
        nickname: row.nickname.clone(),
        age_band: row.age_band.clone(),
        birth_month: row.birth_month.clone(),
        cut: row.cut,
        sizes: row.sizes.clone(),
        version: row.version,
        measured_on: row.measured_on.map(|day| day.0),
        clothes_guessed: row.clothes_guessed,
    }
}

/// The deed as its doer may see it, and what was done to many items as all may who change items, with how many of its parts are in each state.
///
/// # Errors
/// [`ActionError::NotFound`] for a deed of somebody else.
pub fn see(house: &House, actor: &Actor, id: DeedId) -> Result<(DeedRow, Vec<(PartState, i64)>), ActionError> {
    house.store().read(|db| {
        let deed = deeds::find(db, id)?.ok_or(ActionError::NotFound)?;
        let counts = deeds::part_counts(db, id)?;
        if !is_of(&deed, actor) && (counts.is_empty() || actor.must(Right::EditItems).is_err()) {
            return Err(ActionError::NotFound);
        }
        may_still_see(db, house, actor, &deed)?;
        Ok((deed, counts))
    })
}

/// What a mentor did for a household is gone with the link to it, like the household.
fn may_still_see(db: &mut Db, house: &House, actor: &Actor, deed: &DeedRow) -> Result<(), ActionError> {
    if actor.may(Right::SeeHouseholds) || !actor.may(Right::SeeOwnHouseholds) {
        return Ok(());
    }
    let subject = deed.subject.as_deref().unwrap_or_default();
    let of_line = match subject.parse::<NeedId>() {
        Ok(line) => needs::find(db, line)?.map(|need| need.household_id),
        Err(_) => None,
    };
    match of_line.or(subject.parse::<HouseholdId>().ok()) {
        Some(household) if of_line.is_some() || households::find(db, household)?.is_some() => {
            may_see(db, house, actor, household)
        }
        _ => Ok(()),
    }
}
