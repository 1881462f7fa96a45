//! Two records that are one household: one person proposes, another one merges, and a person parts them again.
//!
//! What is moved: people who are not in the kept record yet, the lines of the list, pieces that lie ready, mentors' links,
//! bookings, proxies, agreements, proofs. What is not: pieces that were handed out. The ledger says which record they went
//! to, and nobody rewrites a ledger; the kept record shows them through `merged_into`.

use std::sync::Arc;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::deeds::{Doing, entries_back, json};
use super::{ActionError, Actor, House};
use crate::codes::Code;
use crate::domain::desk::{Draft, Target};
use crate::domain::duplicates::{Alike, Person, Profile, proposals, same_people};
use crate::domain::household::{HouseholdState, LabelState, MergeState};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::ledger::Standing;
use crate::domain::needs::NeedState;
use crate::domain::rights::{Right, Role};
use crate::domain::{BookingId, EventId, HouseholdId, MemberId, MergeId, NeedId, ProxyId, UserId};
use crate::store::households::{self, HouseholdRow};
use crate::store::members::{self, MemberRow};
use crate::store::merges::{self, MergeRow};
use crate::store::needs::{self, NeedRow};
use crate::store::{At, Db, labels, ledger, mentor_links, pins, users};
use crate::texts::{fold, say};

/// How long two records can be parted again.
pub const PARTING: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Pairs that are proposed at once.
pub const MOST_PAIRS: usize = 50;
/// Households that are read at once.
const PORTION: i64 = 2_000;

/// What it takes to part two records again.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Image {
    state: Option<HouseholdState>,
    cards: Vec<Code>,
    people: Vec<(MemberId, i32)>,
    /// Each line with the version that this left, what was got for it then, and its person before.
    lines: Vec<(NeedId, i32, i32, Option<MemberId>)>,
    /// Lines that stood on both lists and were withdrawn on one of them: version left, state before.
    twice: Vec<(NeedId, i32, NeedState)>,
    papers: Vec<String>,
    mentors: Vec<UserId>,
    bookings: Vec<BookingId>,
    proxies: Vec<ProxyId>,
    /// The entry that moved the pieces that lay ready.
    events: Vec<EventId>,
    /// Whether whom to reach was taken over.
    contact: bool,
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
    if !standings.is_empty() {
        let event = EventId(house.uuid());
        ledger::append(db, head, &hand_over(event, &standings, to), doing.occasion())?;
        for (item, standing) in &standings {
            merges::reserve_for(db, *item, to, standing.need)?;
        }
        image.events.push(event);
    }
    for (user, begins, ends, may_collect) in merges::open_links(db, from, doing.now)? {
        if !mentor_links::is_linked(db, user, to, doing.now)? {
            let span = (begins.0.max(doing.now), ends.map(|ends| ends.0));
            mentor_links::insert(db, user, to, span, may_collect)?;
            image.mentors.push(user);
        }
    }
    mentor_links::end(db, None, from, doing.now)?;
    image.bookings = merges::move_bookings(db, from, to)?;
    image.proxies = merges::move_proxies(db, from, to)?;
    image.papers = merges::papers(db, from)?;
    merges::move_papers(db, from, to, &image.papers)?;
    image.contact = take_contact(db, merged, kept)?;
    image.cards = merges::cards(db, from)?;
    for card in &image.cards {
        labels::set_state(db, *card, LabelState::Replaced)?;
    }
    pins::end_pages(db, from)?;
    households::set_merged(db, from, HouseholdState::Left, Some(to))?;
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

/// Takes over whom to reach, where the kept record says nothing.
fn take_contact(db: &mut Db, from: &HouseholdRow, to: &HouseholdRow) -> Result<bool, ActionError> {
    let said = |row: &HouseholdRow| !(row.contact_email.is_empty() && row.contact_phone.is_empty());
    if !said(from) || said(to) {
        return Ok(false);
    }
    let now = households::find(db, to.id)?.ok_or(ActionError::NotFound)?;
    let then = households::find(db, from.id)?.ok_or(ActionError::NotFound)?;
    let texts = [from.contact_name.as_str(), &from.contact_email, &from.contact_phone];
    households::set_contact(db, to.id, now.version, texts)?;
    households::set_contact(db, from.id, then.version, ["", "", ""])?;
    Ok(true)
}

/// The entries that lay pieces aside for another household: released and reserved, so that the ledger tells both.
fn hand_over(event: EventId, pieces: &[(crate::domain::ItemId, Standing)], to: HouseholdId) -> Vec<Draft> {
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
            !moved(other) && other.product_code == line.product_code && other.member_id == line.member_id
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
    merged_at: jiff::Timestamp,
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
    // After the lines: an entry looks for its line's household.
    entries_back(db, house, head, &image.events, doing.occasion()).map_err(|_| stays())?;
    for item in merges::laid_aside(db, from)? {
        let need = ledger::standing(db, item)?.and_then(|standing| standing.need);
        merges::reserve_for(db, item, from, need)?;
    }
    for user in &image.mentors {
        mentor_links::end(db, Some(*user), to, doing.now)?;
    }
    mentor_links::reopen(db, from, merged_at)?;
    merges::book_for(db, &image.bookings, from)?;
    merges::proxy_for(db, &image.proxies, from)?;
    merges::move_papers(db, to, from, &image.papers)?;
    households::set_merged(db, from, image.state.unwrap_or(HouseholdState::Active), None)?;
    if image.contact {
        let (kept, merged) = (there(db, to)?, there(db, from)?);
        take_contact(db, &kept, &merged)?;
    }
    for card in &image.cards {
        labels::set_state(db, *card, LabelState::Bound)?;
    }
    settle(db, [from, to])
}
