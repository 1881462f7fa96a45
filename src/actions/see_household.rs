//! Looking at households: who may, and the note in the access log that it happened.

use std::sync::Arc;

use jiff::Timestamp;

use super::{ActionError, Actor, House};
use crate::codes::{Code, Kind, read};
use crate::domain::HouseholdId;
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::item::ItemState;
use crate::domain::noted::NotedKind;
use crate::domain::rights::{Right, Role};
use crate::store::households::{self, Filter, HouseholdRow, Listed};
use crate::store::items::ItemRow;
use crate::store::members::{self, MemberRow};
use crate::store::mentor_links::{self, Mentor};
use crate::store::needs::{self, NeedRow};
use crate::store::notes::{self, NoteRow};
use crate::store::users::{self, UserRow};
use crate::store::visits::{self, VisitRow};
use crate::store::{Db, access_log, items, labels};

/// How many pieces and looks, and how many visits a household's page shows.
const SHOWN: i64 = 50;
const VISITS: i64 = 12;
/// Households on one page of the list.
pub const PAGE: i64 = 50;

/// Whether this person may see this household now. An unknown household and one that is none of a mentor's business get
/// the same answer.
///
/// # Errors
/// [`ActionError::Forbidden`] for a role without business with households, else [`ActionError::NotFound`].
pub fn may_see(db: &mut Db, house: &House, actor: &Actor, household: HouseholdId) -> Result<(), ActionError> {
    let seen = if actor.may(Right::SeeHouseholds) {
        households::find(db, household)?.is_some()
    } else {
        actor.must(Right::SeeOwnHouseholds)?;
        match actor.user() {
            Some(user) => mentor_links::is_linked(db, user, household, house.now())?,
            None => false,
        }
    };
    if seen { Ok(()) } else { Err(ActionError::NotFound) }
}

/// A household with everything that its page shows.
pub struct Seen {
    pub row: HouseholdRow,
    pub card: Option<Code>,
    pub members: Vec<MemberRow>,
    pub needs: Vec<NeedRow>,
    /// What it has got and still has, newest first.
    pub pieces: Vec<ItemRow>,
    /// The last visits, newest first, each with the pieces from it that are still out.
    pub visits: Vec<(VisitRow, i32)>,
    pub mentors: Vec<Mentor>,
    /// Who could become its mentor, for those who may link them; empty for others.
    pub candidates: Vec<UserRow>,
    /// Who looked, for those who register households; empty for others.
    pub looks: Vec<access_log::Look>,
    /// The notes with the names of who wrote and who deleted them.
    pub notes: Vec<(NoteRow, String, String)>,
}

/// Loads a household for a page and notes that this person looked.
///
/// # Errors
/// As [`may_see`].
pub fn open(house: &Arc<House>, actor: &Actor, id: HouseholdId, context: &'static str) -> Result<Seen, ActionError> {
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        may_see(db, &in_house, &actor, id)?;
        let now = in_house.now();
        if let Some(user) = actor.user() {
            access_log::insert(db, in_house.uuid(), now, user, id, context)?;
        }
        let edits = actor.may(Right::EditHouseholds);
        let mentors = mentor_links::of_household(db, id, now)?;
        let mut candidates = if edits { users::all(db)? } else { Vec::new() };
        candidates.retain(|user| user.active && user.role == Role::Mentor && mentors.iter().all(|m| m.user != user.id));
        Ok(Seen {
            row: households::find(db, id)?.ok_or(ActionError::NotFound)?,
            card: labels::bound_to(db, &id.to_string())?,
            members: members::of_household(db, id)?,
            needs: needs::of_household(db, id)?,
            pieces: items::of_household(db, id, ItemState::HandedOut, SHOWN)?,
            visits: visits::of_household(db, id, VISITS)?
                .into_iter()
                .map(|visit| visits::pieces(db, visit.id).map(|pieces| (visit, pieces)))
                .collect::<Result<_, _>>()?,
            mentors,
            candidates,
            notes: notes::of(db, NotedKind::Household, &id.to_string())?,
            looks: if edits { access_log::of_household(db, id, SHOWN)? } else { Vec::new() },
        })
    })
}

/// What a list of households is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// A card's code or a part of an area's name.
    pub search: String,
    pub state: Option<HouseholdState>,
    /// The last household of the page before.
    pub before: Option<HouseholdId>,
}

/// One page of households: all of them for the coordinator, the linked ones for a mentor. One more than [`PAGE`] when
/// there is a next page.
///
/// # Errors
/// [`ActionError::Forbidden`] for everybody else.
pub fn list(house: &House, actor: &Actor, asked: &Asked) -> Result<Vec<Listed>, ActionError> {
    let mentor: Option<(_, Timestamp)> = if actor.may(Right::SeeHouseholds) {
        None
    } else {
        actor.must(Right::SeeOwnHouseholds)?;
        Some((actor.user().ok_or(ActionError::NotFound)?, house.now()))
    };
    let search = asked.search.trim().to_lowercase();
    house.store().read(|db| {
        let mut filter = Filter { state: asked.state, mentor, ..Filter::default() };
        match read(&search) {
            _ if search.is_empty() => {}
            Ok(code) if code.kind() == Kind::HouseholdCard => filter.card = Some(code),
            _ => {
                filter.areas = households::areas(db)?;
                filter.areas.retain(|area| area.to_lowercase().contains(&search));
                if filter.areas.is_empty() {
                    return Ok(Vec::new());
                }
            }
        }
        Ok(households::list(db, &filter, asked.before, PAGE + 1)?)
    })
}

/// The household of a valid card, for a search that typed or scanned one.
///
/// # Errors
/// As [`may_see`]; a card that was replaced belongs to nobody.
pub fn of_card(house: &House, actor: &Actor, card: Code) -> Result<HouseholdId, ActionError> {
    house.store().read(|db| {
        let label = labels::find(db, card)?.filter(|label| label.state == LabelState::Bound);
        let id = match label {
            Some(label) if card.kind() == Kind::HouseholdCard => label.subject_id().ok_or(ActionError::NotFound)?,
            _ if actor.may(Right::SeeHouseholds) || actor.may(Right::SeeOwnHouseholds) => {
                return Err(ActionError::NotFound);
            }
            _ => return Err(ActionError::Forbidden(Right::SeeHouseholds)),
        };
        may_see(db, house, actor, id)?;
        Ok(id)
    })
}
