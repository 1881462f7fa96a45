//! Two records that are one household: one person proposes, another one merges, and a person parts them again.
//!
//! What is moved: people who are not in the kept record yet, the lines of the list, pieces that lie ready, mentors' links,
//! bookings, proxies, agreements, proofs. What is not: pieces that were handed out. The ledger says which record they went
//! to, and nobody rewrites a ledger; the kept record shows them through `merged_into`.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::deeds::{Doing, json};
use super::house::hashed;
use super::{ActionError, Actor, House};
use crate::domain::deed::LinkImage;
use crate::domain::desk::{Draft, Target};
use crate::domain::duplicates::{Alike, Person, Profile, proposals, same_people};
use crate::domain::household::{ConsentKind, HouseholdState, LabelState, MergeState};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::ledger::Standing;
use crate::domain::needs::NeedState;
use crate::domain::rights::{Right, Role};
use crate::domain::{BookingId, ConsentId, EventId, HouseholdId, ItemId, MemberId, MergeId, NeedId, ProxyId, UserId};
use crate::store::households::{self, HouseholdRow};
use crate::store::members::{self, MemberRow};
use crate::store::merges::{self, MergeRow};
use crate::store::needs::{self, NeedRow};
use crate::store::reservations::{self, ReservationRow};
use crate::store::{At, Db, consents, labels, ledger, mentor_links, pins, users};
use crate::texts::{fold, say};

/// How long two records can be parted again.
pub const PARTING: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Pairs that are proposed at once.
pub const MOST_PAIRS: usize = 50;
/// Households that are read at once.
const PORTION: i64 = 2_000;

/// What it takes to part two records again.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Image {
    state: Option<HouseholdState>,
    /// Whether the kept record was blocked because this one was.
    blocked: bool,
    people: Vec<(MemberId, i32)>,
    /// Each line with the version that this left, what was got for it then, and its person before.
    lines: Vec<(NeedId, i32, i32, Option<MemberId>)>,
    /// Lines that stood on both lists and were withdrawn on one of them: version left, state before.
    twice: Vec<(NeedId, i32, NeedState)>,
    papers: Vec<String>,
    /// The mentors' links that ended, as they were, and those that the kept record got: who, and from when.
    links: Vec<LinkImage>,
    given: Vec<(UserId, Timestamp)>,
    bookings: Vec<BookingId>,
    proxies: Vec<ProxyId>,
    /// The pieces that lay ready.
    pieces: Vec<ItemId>,
    /// Which contact was taken over, as a mark ([`mark`]): the texts themselves stand in one place, where they can be erased.
    reached: Option<String>,
    /// The agreements that came with it.
    reach: Vec<ConsentId>,
}

/// Pairs that may be one household, which nobody was asked about yet.
///
/// # Errors
/// Without the right.
pub fn propose(house: &House, actor: &Actor) -> Result<Vec<Alike>, ActionError> {
    actor.must(Right::MergeHouseholds)?;
    house.store().read(|db| {
        let mut profiles = Vec::new();
        let mut after = None;
        loop {
            let some = households::active(db, after, PORTION)?;
            let Some((last, _)) = some.last() else { break };
            after = Some(*last);
            let ids: Vec<HouseholdId> = some.iter().map(|(id, _)| *id).collect();
            let mut people = members::of_households(db, &ids)?.into_iter().peekable();
            for (id, area) in some {
                let mut profile = Profile { id, area: fold(&area), people: Vec::new() };
                while let Some(member) = people.next_if(|member| member.household_id <= id) {
                    profile.people.push(person(&member));
                }
                profiles.push(profile);
            }
        }
        let answered = merges::answered(db)?;
        let known =
            |pair: &Alike| answered.contains(&(pair.one, pair.other)) || answered.contains(&(pair.other, pair.one));
        Ok(proposals(&profiles, MOST_PAIRS + answered.len())
            .into_iter()
            .filter(|pair| !known(pair))
            .take(MOST_PAIRS)
            .collect())
    })
}

pub(super) fn person(row: &MemberRow) -> Person {
    Person {
        id: row.id,
        band: row.band(),
        birth_month: row.birth_month.clone(),
        nickname: fold(&row.nickname),
        sizes: row.sizes(),
    }
}

/// Says that two records are one household. Nothing is moved yet: another person decides.
///
/// # Errors
/// Without the right, for the same record twice, for one that is gone already, and when it was said before.
pub fn say_same(
    house: &Arc<House>,
    actor: &Actor,
    kept: HouseholdId,
    merged: HouseholdId,
) -> Result<MergeId, ActionError> {
    actor.must(Right::MergeHouseholds)?;
    let doing = Doing::by(house, actor);
    let id = MergeId(house.uuid());
    house.store().write(move |db| {
        if kept == merged {
            return Err(ActionError::field("other", say::error_merge_itself()));
        }
        for side in [kept, merged] {
            let row = households::find(db, side)?.ok_or(ActionError::NotFound)?;
            if row.merged_into.is_some() {
                return Err(ActionError::field("other", say::error_merge_gone()));
            }
        }
        let before = merges::of_pair(db, kept, merged)?;
        if before.iter().any(|row| row.state == MergeState::Proposed) {
            return Err(ActionError::field("other", say::error_merge_twice()));
        }
        merges::insert(
            db,
            &MergeRow {
                id,
                kept_id: kept,
                merged_id: merged,
                state: MergeState::Proposed,
                proposed_by: doing.actor,
                proposed_at: At(doing.now),
                decided_by: None,
                decided_at: None,
                image: String::new(),
                version: 1,
            },
        )?;
        doing.note(db, &say::records_merge_proposed(), id, None)?;
        Ok(id)
    })
}

/// Says that they are two. Whoever proposed it may, too.
///
/// # Errors
/// Without the right, and when somebody decided meanwhile.
pub fn refuse(house: &House, actor: &Actor, id: MergeId, version: i32) -> Result<(), ActionError> {
    actor.must(Right::MergeHouseholds)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        proposed(db, id)?;
        if !merges::decide(db, id, version, MergeState::Refused, doing.actor, doing.now, "")? {
            return Err(ActionError::Changed);
        }
        doing.note(db, &say::records_merge_refused(), id, None)?;
        Ok(())
    })
}

fn proposed(db: &mut Db, id: MergeId) -> Result<MergeRow, ActionError> {
    let row = merges::find(db, id)?.ok_or(ActionError::NotFound)?;
    if row.state == MergeState::Proposed { Ok(row) } else { Err(ActionError::Changed) }
}

/// Whether another person could decide at all.
///
/// # Errors
/// When the database cannot be read.
pub fn is_alone(db: &mut Db, actor: &Actor) -> Result<bool, ActionError> {
    let others = users::all(db)?.into_iter().filter(|user| user.active && user.role == Role::Coordinator);
    Ok(others.filter(|user| Some(user.id) != actor.user()).count() == 0)
}

/// Merges two records that another person took for one household (four eyes, law reference A5).
///
/// # Errors
/// Without the right, for one's own proposal, and when somebody decided meanwhile or one of them is gone.
pub fn confirm(house: &Arc<House>, actor: &Actor, id: MergeId, version: i32) -> Result<HouseholdId, ActionError> {
    actor.must(Right::MergeHouseholds)?;
    let (in_house, doing, by) = (Arc::clone(house), Doing::by(house, actor), actor.clone());
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let row = proposed(db, id)?;
        if row.proposed_by.is_none() || row.proposed_by == doing.actor {
            let alone = is_alone(db, &by)?;
            return Err(ActionError::Refused(if alone {
                say::error_merge_alone()
            } else {
                say::error_merge_four_eyes()
            }));
        }
        let kept = there(db, row.kept_id)?;
        let merged = there(db, row.merged_id)?;
        if kept.state == HouseholdState::Left {
            return Err(ActionError::Refused(say::error_household_left()));
        }
        let image = join(db, head, &in_house, &kept, &merged, doing)?;
        if !merges::decide(db, id, version, MergeState::Merged, doing.actor, doing.now, &json(&image)?)? {
            return Err(ActionError::Changed);
        }
        doing.note(db, &say::records_merge_done(), kept.id, None)?;
        Ok(kept.id)
    })
}

fn there(db: &mut Db, id: HouseholdId) -> Result<HouseholdRow, ActionError> {
    let row = households::find(db, id)?.ok_or(ActionError::NotFound)?;
    if row.merged_into.is_some() { Err(ActionError::Refused(say::error_merge_gone())) } else { Ok(row) }
}

fn join(
    db: &mut Db,
    head: ledger::Head,
    house: &House,
    kept: &HouseholdRow,
    merged: &HouseholdRow,
    doing: Doing,
) -> Result<Image, ActionError> {
    let (to, from) = (kept.id, merged.id);
    let mut image = Image { state: Some(merged.state), ..Image::default() };
    // Pieces that lie ready first: their lines are still the old record's.
    let aside = merges::laid_aside(db, from)?;
    let standings = aside.iter().map(|item| Ok((*item, ledger::standing(db, *item)?.ok_or(ActionError::NotFound)?)));
    let standings = standings.collect::<Result<Vec<_>, ActionError>>()?;
    let (theirs, ours) = (members::of_household(db, from)?, members::of_household(db, to)?);
    let known: Vec<Person> = ours.iter().map(person).collect();
    let pairs = same_people(&known, &theirs.iter().map(person).collect::<Vec<_>>());
    let same = |member: MemberId| pairs.iter().find(|(_, other, _)| *other == member).map(|(one, ..)| *one);
    for member in theirs.iter().filter(|member| same(member.id).is_none()) {
        members::move_to(db, member.id, to)?;
        image.people.push((member.id, member.version + 1));
    }
    for line in needs::of_household(db, from)? {
        let member = line.member_id.map(|member| same(member).unwrap_or(member));
        needs::move_to(db, line.id, to, member)?;
        image.lines.push((line.id, line.version + 1, line.got, line.member_id));
    }
    image.twice = once_each(db, to, &image)?;
    image.pieces = standings.iter().map(|(item, _)| *item).collect();
    lay_aside_for(db, head, house, &standings, to, doing)?;
    image.links = mentor_links::open_links(db, from, doing.now)?;
    for (user, begins, ends, may_collect) in image.links.iter().copied() {
        if !mentor_links::is_linked(db, user, to, doing.now)? {
            // As the database keeps it, so that it is found again.
            let begins = Timestamp::from_microsecond(begins.max(doing.now).as_microsecond()).unwrap_or(begins);
            mentor_links::insert(db, user, to, (begins, ends), may_collect)?;
            image.given.push((user, begins));
        }
    }
    mentor_links::end(db, None, from, doing.now)?;
    image.bookings = merges::move_bookings(db, from, to)?;
    image.proxies = merges::move_proxies(db, from, to)?;
    image.papers = merges::papers(db, from)?;
    merges::move_papers(db, from, to, &image.papers)?;
    take_contact(db, merged, kept, &mut image)?;
    for card in merges::cards(db, from)? {
        labels::set_state(db, card, LabelState::Replaced)?;
    }
    pins::end_pages(db, from)?;
    households::set_merged(db, from, HouseholdState::Left, Some(to))?;
    if merged.state == HouseholdState::Blocked && kept.state == HouseholdState::Active {
        // Whoever may not collect does not get in by being merged.
        households::set_merged(db, to, HouseholdState::Blocked, None)?;
        pins::end_pages(db, to)?;
        image.blocked = true;
    }
    if merged.last_visit_on > kept.last_visit_on {
        merges::set_last_visit(db, to, merged.last_visit_on)?;
    }
    settle(db, [from, to])?;
    Ok(image)
}

/// Counts people and waiting again on both sides.
fn settle(db: &mut Db, both: [HouseholdId; 2]) -> Result<(), ActionError> {
    for id in both {
        let people = members::of_household(db, id)?.len().max(1);
        households::set_people(db, id, people as i32)?;
        needs::keep_waits(db, id)?;
    }
    Ok(())
}

/// Takes over whom to reach, with the agreement to it, where the kept record says nothing and nobody took an agreement back
/// since on either record.
fn take_contact(db: &mut Db, from: &HouseholdRow, to: &HouseholdRow, image: &mut Image) -> Result<(), ActionError> {
    let said = |row: &HouseholdRow| !(row.contact_email.is_empty() && row.contact_phone.is_empty());
    let given = consents::in_force(db, from.id, ConsentKind::Contact)?;
    let Some(agreed) = given.iter().map(|row| row.given_at).max().filter(|_| said(from) && !said(to)) else {
        return Ok(());
    };
    for side in [from.id, to.id] {
        let mut known =
            consents::of_household(db, side)?.into_iter().filter(|(row, _)| row.kind == ConsentKind::Contact);
        if known.any(|(row, _)| row.revoked_at.is_some_and(|revoked| revoked >= agreed)) {
            return Ok(());
        }
    }
    image.reached = Some(mark(from.id, from));
    image.reach = given.iter().map(|row| row.id).collect();
    move_contact(db, from.id, to.id, &image.reach)
}

/// Gives the contact back with its agreements, if it is the one that came and still stands on these.
fn give_contact_back(db: &mut Db, to: HouseholdId, from: HouseholdId, image: &Image) -> Result<(), ActionError> {
    let kept = there(db, to)?;
    let held = consents::in_force(db, to, ConsentKind::Contact)?;
    let same = image.reached.as_deref() == Some(mark(from, &kept).as_str());
    if same && !held.is_empty() && held.iter().all(|row| image.reach.contains(&row.id)) {
        move_contact(db, to, from, &image.reach)?;
    }
    Ok(())
}

fn move_contact(db: &mut Db, from: HouseholdId, to: HouseholdId, agreed: &[ConsentId]) -> Result<(), ActionError> {
    let now = households::find(db, to)?.ok_or(ActionError::NotFound)?;
    let then = households::find(db, from)?.ok_or(ActionError::NotFound)?;
    let texts = [then.contact_name.as_str(), &then.contact_email, &then.contact_phone];
    households::set_contact(db, to, now.version, texts)?;
    households::set_contact(db, from, then.version, ["", "", ""])?;
    let ids: Vec<String> = agreed.iter().map(ToString::to_string).collect();
    Ok(merges::move_papers(db, from, to, &ids)?)
}

/// A mark of a contact by which it is known again and from which it cannot be read.
fn mark(merged: HouseholdId, row: &HouseholdRow) -> String {
    hashed(&format!("{merged}\n{}\n{}\n{}", row.contact_name, row.contact_email, row.contact_phone))
}

/// Lays pieces that lie ready aside for another record of the household, with the time and the numbers that they had.
fn lay_aside_for(
    db: &mut Db,
    head: ledger::Head,
    house: &House,
    pieces: &[(ItemId, Standing)],
    to: HouseholdId,
    doing: Doing,
) -> Result<(), ActionError> {
    if pieces.is_empty() {
        return Ok(());
    }
    let mut rows = Vec::with_capacity(pieces.len());
    for (item, _) in pieces {
        rows.extend(reservations::find(db, *item)?);
    }
    ledger::append(db, head, &hand_over(EventId(house.uuid()), pieces, to), doing.occasion())?;
    for row in rows {
        reservations::carry_over(db, &ReservationRow { household_id: to, ..row })?;
    }
    Ok(())
}

/// The entries that lay pieces aside for another household: released and reserved, so that the ledger tells both.
fn hand_over(event: EventId, pieces: &[(ItemId, Standing)], to: HouseholdId) -> Vec<Draft> {
    let draft = |item, kind, after| Draft {
        event_id: event,
        target: Target::Item(item),
        kind,
        after,
        visit: None,
        reverses: None,
        details: None,
    };
    let both = pieces.iter().flat_map(|(item, standing)| {
        let free = standing.then(ItemState::InStock);
        let again = Standing { household: Some(to), need: standing.need, ..free.then(ItemState::Reserved) };
        [draft(*item, MovementKind::Release, free), draft(*item, MovementKind::Reserve, again)]
    });
    both.collect()
}

/// Withdraws one of two open lines for the same thing, the newer one unless something was got for it or lies ready.
fn once_each(db: &mut Db, household: HouseholdId, image: &Image) -> Result<Vec<(NeedId, i32, NeedState)>, ActionError> {
    let lines = needs::of_household(db, household)?;
    let moved = |line: &&NeedRow| image.lines.iter().any(|(id, ..)| *id == line.id);
    let open: Vec<&NeedRow> = lines.iter().filter(|line| line.line().is_open()).collect();
    let mut withdrawn: Vec<(NeedId, i32, NeedState)> = Vec::new();
    for line in open.iter().copied().filter(moved) {
        let same = |other: &&NeedRow| {
            let thing = |line: &NeedRow| (line.product_code.clone(), line.cut, line.size.clone(), line.member_id);
            !moved(other) && thing(other) == thing(line)
        };
        let Some(other) = open.iter().copied().find(|other| same(other)) else { continue };
        let idle = |line: &&NeedRow| line.state == NeedState::Open && line.got == 0;
        let mut pair = [line, other];
        pair.sort_by_key(|line| std::cmp::Reverse((line.recorded_at, line.id)));
        let Some(gone) = pair.into_iter().find(idle) else { continue };
        if withdrawn.iter().all(|(id, ..)| *id != gone.id) {
            needs::set_state(db, gone.id, gone.version, NeedState::Withdrawn)?;
            withdrawn.push((gone.id, gone.version + 1, gone.state));
        }
    }
    Ok(withdrawn)
}

/// Parts two records again, as long as nothing that happened since speaks against it.
///
/// # Errors
/// Without the right, after 30 days, and when something was handed out, changed or laid aside since that would be lost.
pub fn part(house: &Arc<House>, actor: &Actor, id: MergeId, version: i32) -> Result<HouseholdId, ActionError> {
    actor.must(Right::MergeHouseholds)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let row = merges::find(db, id)?.ok_or(ActionError::NotFound)?;
        if row.state != MergeState::Merged {
            return Err(ActionError::Changed);
        }
        let merged_at = row.decided_at.ok_or(ActionError::NotFound)?.0;
        if doing.now.duration_since(merged_at) > PARTING {
            return Err(ActionError::Refused(say::error_part_too_late()));
        }
        let damaged = |error: serde_json::Error| crate::store::StoreError::Content(error.to_string());
        let image: Image = serde_json::from_str(&row.image).map_err(damaged)?;
        separate(db, head, &in_house, &row, &image, merged_at, doing)?;
        if !merges::decide(db, id, version, MergeState::Undone, doing.actor, doing.now, "")? {
            return Err(ActionError::Changed);
        }
        doing.note(db, &say::records_merge_undone(), row.merged_id, None)?;
        Ok(row.merged_id)
    })
}

fn separate(
    db: &mut Db,
    head: ledger::Head,
    house: &House,
    row: &MergeRow,
    image: &Image,
    merged_at: Timestamp,
    doing: Doing,
) -> Result<(), ActionError> {
    let (from, to) = (row.merged_id, row.kept_id);
    let stays = || ActionError::Refused(say::error_part_changed());
    let gone = households::find(db, from)?.ok_or(ActionError::NotFound)?;
    if gone.merged_into != Some(to) || gone.state != HouseholdState::Left {
        return Err(stays());
    }
    for (line, version, state) in &image.twice {
        if !needs::set_state(db, *line, *version, *state)? {
            return Err(stays());
        }
    }
    for (line, left, got, member) in &image.lines {
        let now = needs::find(db, *line)?.ok_or_else(stays)?;
        let twice = image.twice.iter().any(|(id, ..)| id == line);
        if now.got != *got || now.version != left + 2 * i32::from(twice) {
            return Err(stays());
        }
        needs::move_to(db, *line, from, *member)?;
    }
    for (member, version) in &image.people {
        if members::find(db, *member)?.is_none_or(|row| row.version != *version || row.household_id != to) {
            return Err(stays());
        }
        // Lines that were added for the person since would stay behind without him or her.
        if needs::of_household(db, to)?.iter().any(|line| line.member_id == Some(*member)) {
            return Err(stays());
        }
        members::move_to(db, *member, from)?;
    }
    // After the lines: an entry looks for its line's household. What was handed out, put back or meant for another line since
    // stays as it is now.
    let mut pieces = Vec::new();
    for item in merges::laid_aside(db, to)? {
        let standing = ledger::standing(db, item)?.ok_or(ActionError::NotFound)?;
        let goes = match standing.need {
            Some(need) => image.lines.iter().any(|(id, ..)| *id == need),
            None => image.pieces.contains(&item),
        };
        if goes {
            pieces.push((item, standing));
        }
    }
    lay_aside_for(db, head, house, &pieces, from, doing)?;
    links_back(db, (from, to), image, merged_at, doing.now)?;
    merges::book_for(db, &image.bookings, from)?;
    merges::proxy_for(db, &image.proxies, from)?;
    merges::move_papers(db, to, from, &image.papers)?;
    households::set_merged(db, from, image.state.unwrap_or(HouseholdState::Active), None)?;
    if image.blocked && there(db, to)?.state == HouseholdState::Blocked {
        households::set_merged(db, to, HouseholdState::Active, None)?;
    }
    give_contact_back(db, to, from, image)?;
    // The card may be lost for weeks, and who knows the PIN nobody can tell: both are made anew at the desk.
    pins::set(db, from, "")?;
    settle(db, [from, to])
}

/// Lets the mentors' links count again as they were. Whoever was told since not to look after the kept record any more does
/// not come back on the other one.
fn links_back(
    db: &mut Db,
    (from, to): (HouseholdId, HouseholdId),
    image: &Image,
    merged_at: Timestamp,
    now: Timestamp,
) -> Result<(), ActionError> {
    for (user, begins, ends, may_collect) in image.links.iter().copied() {
        let here = mentor_links::open_links(db, to, now)?;
        let mut theirs = here.iter().filter(|link| link.0 == user);
        let given = image.given.iter().find(|(known, _)| *known == user).map(|(_, begins)| *begins);
        let as_now = match given {
            // What was said about it since goes with it.
            Some(begins) => theirs.find(|link| link.1 == begins).map(|link| (link.2, link.3)),
            None => theirs.next().map(|_| (ends, may_collect)),
        };
        let Some((until, collects)) = as_now else { continue };
        let back = (Some(merged_at), may_collect);
        mentor_links::change(db, (user, from, begins), back, (until, collects))?;
        if let Some(begins) = given {
            mentor_links::change(db, (user, to, begins), (until, collects), (Some(now), collects))?;
        }
    }
    Ok(())
}
