//! A fair share: who should get what (law reference 5.3), confirmed by a person, and laid aside through the ledger.

mod reserve;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use super::deeds::Doing;
use super::once::once;
use super::{ActionError, Actor, House, typed};
use crate::domain::catalogue::Catalogue;
use crate::domain::deed::Undoing;
use crate::domain::rights::Right;
use crate::domain::turn::{Row, Solved, Supply, solve};
use crate::domain::{DeedId, EventId, HouseholdId, ItemId, NeedId};
use crate::store::allocation::{self, When};
use crate::store::shelf_checks::{self, OTHER_HOUSEHOLD, OverrideRow};
use crate::store::{At, marks, sign_ins};
use crate::texts::say;

pub(super) use reserve::Reserving;

/// As many pieces as are laid aside in one go: the desks wait that long.
pub const MOST: usize = 200;
/// Characters of a reason.
const REASON: usize = 200;

/// The proposals for today, with everything they speak of.
#[derive(Debug)]
pub struct Proposals {
    pub today: Date,
    /// The week whose lot it is, as in "2026-W47", and the lot.
    pub week: String,
    pub seed: String,
    pub supply: Supply,
    pub solved: Solved,
}

impl Proposals {
    /// The household of a line, by its index.
    pub fn household(&self, line: usize) -> HouseholdId {
        self.supply.parties[self.supply.lines[line].party].id
    }

    /// The line and the item of a proposal.
    pub fn pair(&self, row: &Row) -> (NeedId, ItemId) {
        (self.supply.lines[row.waits.line].line.id, self.supply.items[row.item].id)
    }
}

/// What proposals speak of. A card that is bound is a deed, and deeds count as households.
const SPEAKS_OF: [&str; 3] = ["items", "households", "reservations"];

/// The proposals that were reckoned last: they hold as long as nothing has changed that they speak of.
#[derive(Default)]
pub(super) struct Memory(Mutex<Option<Remembered>>);

struct Remembered {
    marks: Vec<i64>,
    today: Date,
    catalogue: Arc<Catalogue>,
    proposals: Arc<Proposals>,
}

/// Who should get what today.
///
/// # Errors
/// Without the right.
pub fn proposal(house: &House, actor: &Actor) -> Result<Arc<Proposals>, ActionError> {
    actor.must(Right::Allocate)?;
    let (today, catalogue) = (house.today(), house.catalogue());
    let marks = house.store().read(|db| marks::of(db, &SPEAKS_OF))?;
    let memory = || house.proposals.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = &*memory()
        && known.marks == marks
        && known.today == today
        && Arc::ptr_eq(&known.catalogue, &catalogue)
    {
        return Ok(Arc::clone(&known.proposals));
    }
    let (week, seed) = lot(house, today)?;
    let when = when(house);
    let supply = house.store().read_at_one_moment(|db| allocation::supply(db, &when, &catalogue))?;
    let solved = solve(&supply, today, &seed, &catalogue);
    let proposals = Arc::new(Proposals { today, week, seed, supply, solved });
    *memory() = Some(Remembered { marks, today, catalogue, proposals: Arc::clone(&proposals) });
    Ok(proposals)
}

pub(super) fn when(house: &House) -> When {
    When { now: house.now(), zone: house.zone().clone() }
}

/// Draws the lot of a week that has begun, so that the desks have it before anybody asks for proposals.
///
/// # Errors
/// When the database fails.
pub fn draw_lot(house: &House) -> Result<(), ActionError> {
    lot(house, house.today()).map(drop)
}

/// The lot of the week: drawn once, kept, and published on the page.
fn lot(house: &House, today: Date) -> Result<(String, String), ActionError> {
    let iso = today.iso_week_date();
    let week = format!("{}-W{:02}", iso.year(), iso.week());
    let name = format!("lot-{week}");
    if let Some(known) = house.store().read(|db| sign_ins::house_fact(db, &name))? {
        return Ok((week, known));
    }
    let fresh = data_encoding::HEXLOWER.encode(&house.random::<8>());
    let seed = house.store().write(move |db| {
        if let Some(known) = sign_ins::house_fact(db, &name)? {
            return Ok::<_, ActionError>(known);
        }
        sign_ins::set_house_fact(db, &name, &fresh)?;
        Ok(fresh.clone())
    })?;
    Ok((week, seed))
}

/// What came of a confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Confirmed {
    pub laid_aside: usize,
    /// Pieces that stay where they are: somebody took them meanwhile, the line no longer waits, or the rule proposes something
    /// else by now.
    pub gone: usize,
    /// The deed that takes it all back; `None` when nothing was laid aside.
    pub deed: Option<DeedId>,
}

/// Lays these pieces aside for these lines, each as far as it is still proposed and holds. Whoever decides otherwise says why:
/// [`instead`].
///
/// # Errors
/// Without the right, for nothing at all, or for more than [`MOST`].
pub fn confirm(house: &Arc<House>, actor: &Actor, pairs: Vec<(NeedId, ItemId)>) -> Result<Confirmed, ActionError> {
    actor.must(Right::Allocate)?;
    if pairs.is_empty() {
        return Err(ActionError::Refused(say::error_allocation_none()));
    }
    if pairs.len() > MOST {
        return Err(ActionError::Refused(say::error_allocation_too_many(MOST)));
    }
    let now = proposal(house, actor)?;
    let proposed: HashSet<(NeedId, ItemId)> = now.solved.rows.iter().map(|row| now.pair(row)).collect();
    let (in_house, doing, actor) = (Arc::clone(house), Doing::by(house, actor), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "allocation", doing.now, |db| {
            let mut reserving = Reserving::begin(db, &in_house, doing)?;
            let mut events = Vec::new();
            for (need, item) in &pairs {
                let event = EventId(in_house.uuid());
                if proposed.contains(&(*need, *item)) && reserving.lay_aside(db, event, *need, *item)? {
                    events.push(event);
                }
            }
            let (laid_aside, gone) = (events.len(), pairs.len() - events.len());
            let deed = match laid_aside {
                0 => None,
                _ => {
                    let undo = Undoing::Entries { events };
                    Some(doing.note(db, &say::allocation_done(laid_aside), doing.id, Some(&undo))?)
                }
            };
            Ok(Confirmed { laid_aside, gone, deed })
        })
    })
}

/// Lays a piece aside for another line than the one that the rule proposes, with a reason that is kept and counted.
///
/// # Errors
/// Without the right or a reason, when the piece does not serve the line, or when either is no longer there.
pub fn instead(
    house: &Arc<House>,
    actor: &Actor,
    item: ItemId,
    chosen: NeedId,
    reason: &str,
) -> Result<DeedId, ActionError> {
    actor.must(Right::Allocate)?;
    let reason = typed::line("reason", reason, REASON)?;
    if reason.is_empty() {
        return Err(ActionError::field("reason", say::error_allocation_reason()));
    }
    let now = proposal(house, actor)?;
    let proposed = now.solved.rows.iter().map(|row| now.pair(row)).find(|(_, proposed)| *proposed == item);
    let proposed = proposed.map(|(need, _)| need);
    let (in_house, doing, actor) = (Arc::clone(house), Doing::by(house, actor), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "allocation-instead", doing.now, |db| {
            let event = EventId(in_house.uuid());
            let mut reserving = Reserving::begin(db, &in_house, doing)?;
            if !reserving.lay_aside(db, event, chosen, item)? {
                return Err(ActionError::Refused(say::error_allocation_gone()));
            }
            if proposed != Some(chosen) {
                shelf_checks::note_override(
                    db,
                    OverrideRow {
                        id: in_house.uuid().to_string(),
                        at: At(doing.now),
                        user_id: doing.actor,
                        kind: OTHER_HOUSEHOLD.to_owned(),
                        need_id: Some(chosen),
                        instead_of: proposed,
                        item_id: Some(item),
                        reason: reason.clone(),
                    },
                )?;
            }
            let undo = Undoing::Entries { events: vec![event] };
            doing.note(db, &say::allocation_done(1), item, Some(&undo))
        })
    })
}
