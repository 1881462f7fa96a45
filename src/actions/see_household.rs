//! Looking at households: who may, and the note in the access log that it happened.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, ToSpan};

use super::record_proof::SOON;
use super::{ActionError, Actor, House};
use crate::codes::{Code, Kind, read};
use crate::domain::desk::VoucherState;
use crate::domain::household::{ConsentKind, HouseholdState, LabelState};
use crate::domain::item::ItemState;
use crate::domain::lists::{HouseholdOrder, Only};
use crate::domain::noted::NotedKind;
use crate::domain::rights::{Right, Role};
use crate::domain::templates::AgeBand;
use crate::domain::{HouseholdId, MergeId};
use crate::store::consents::{self, ConsentRow};
use crate::store::households::{self, Filter, HouseholdRow, Listed};
use crate::store::items::ItemRow;
use crate::store::members::{self, MemberRow};
use crate::store::mentor_links::{self, Mentor};
use crate::store::merges;
use crate::store::needs::{self, NeedRow};
use crate::store::notes::{self, NoteRow};
use crate::store::paging::{Cursor, Page};
use crate::store::proofs::{self, ProofRow};
use crate::store::proxies::{self, ProxyRow};
use crate::store::reservations::{self, ReservationRow};
use crate::store::users::{self, UserRow};
use crate::store::visits::{self, VisitRow};
use crate::store::{Db, access_log, items, labels};
use crate::texts::{allowed_slips, fold, slips};

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
    /// Whether this person may read that a birth is to come: who marks lines, or when it was told or the baby is there.
    pub knows_births: bool,
    /// What it has got and still has, newest first.
    pub pieces: Vec<ItemRow>,
    /// What lies ready for it, each piece with the row that says until when.
    pub ready: Vec<(ItemRow, ReservationRow)>,
    /// The last visits, newest first, each with the pieces from it that are still out.
    pub visits: Vec<(VisitRow, i32)>,
    /// All links, also those that are over or have not begun.
    pub mentors: Vec<Mentor>,
    /// Who else may collect, each as it stands now.
    pub proxies: Vec<(ProxyRow, VoucherState)>,
    /// When this mentor's link ends by itself.
    pub ends_at: Option<Timestamp>,
    pub now: Timestamp,
    /// Who could become its mentor, for those who may link them; empty for others.
    pub candidates: Vec<UserRow>,
    /// Who looked, for those who register households; empty for others.
    pub looks: Vec<access_log::Look>,
    /// The notes with the names of who wrote and who deleted them.
    pub notes: Vec<(NoteRow, String, String)>,
    /// Agreements with who wrote them down, and proofs with who saw them, newest first.
    pub consents: Vec<(ConsentRow, Option<String>)>,
    pub proofs: Vec<(ProofRow, Option<String>)>,
    /// The cards of records that went into this one.
    pub taken_in: Vec<Code>,
    /// A proposal to merge it that waits, for those who may decide.
    pub proposed: Option<MergeId>,
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
        let mentors = mentor_links::all_of_household(db, id)?;
        let mine = mentors.iter().filter(|link| Some(link.user) == actor.user() && link.counts_at(now));
        let ends_at =
            mine.filter_map(|link| link.to_at).map(|at| at.0).max().filter(|_| !actor.may(Right::SeeHouseholds));
        let mut candidates = if edits { users::all(db)? } else { Vec::new() };
        candidates.retain(|user| {
            user.active && user.role == Role::Mentor && !mentors.iter().any(|m| m.user == user.id && m.counts_at(now))
        });
        let merged = households::merged_into(db, id)?;
        let mut pieces = items::of_household(db, id, ItemState::HandedOut, SHOWN)?;
        let mut taken_in = Vec::new();
        // What was handed out to a record that went into this one stays there in the ledger, and is shown here.
        for other in merged {
            pieces.extend(items::of_household(db, other, ItemState::HandedOut, SHOWN)?);
            taken_in.extend(labels::history(db, &other.to_string())?.last().map(|label| label.code));
        }
        let people = members::of_household(db, id)?;
        Ok(Seen {
            taken_in,
            proposed: if actor.may(Right::MergeHouseholds) { merges::waiting_of(db, id)? } else { None },
            consents: consents::of_household(db, id)?,
            proofs: if edits { proofs::of_household(db, id)? } else { Vec::new() },
            row: households::find(db, id)?.ok_or(ActionError::NotFound)?,
            card: labels::bound_to(db, &id.to_string())?,
            knows_births: actor.may(Right::MarkUrgent)
                || people.iter().any(|member| member.band() == Some(AgeBand::Baby))
                || !consents::in_force(db, id, ConsentKind::Maternity)?.is_empty(),
            members: people,
            needs: needs::shown_of_household(db, id)?,
            pieces,
            ready: reservations::of_household(db, id)?,
            visits: visits::of_household(db, id, VISITS)?
                .into_iter()
                .map(|visit| visits::pieces(db, visit.id).map(|pieces| (visit, pieces)))
                .collect::<Result<_, _>>()?,
            proxies: proxies::of_household(db, id)?
                .into_iter()
                .map(|row| row.state(db, now, in_house.zone()).map(|state| (row, state)))
                .collect::<Result<_, _>>()?,
            mentors,
            ends_at,
            now,
            candidates,
            notes: notes::of(db, NotedKind::Household, &id.to_string())?,
            looks: if edits { access_log::of_household(db, id, SHOWN)? } else { Vec::new() },
        })
    })
}

/// From so many weeks on a household waits long.
pub const LONG_WEEKS: i64 = 8;

/// What a list of households is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// A card's code or a part of an area's name.
    pub search: String,
    pub state: Option<HouseholdState>,
    pub order: HouseholdOrder,
    pub only: Option<Only>,
    pub cursor: Cursor<HouseholdId>,
    /// Households on one page; 0 for the usual number.
    pub rows: i64,
}

/// One page of households and how many there are, as far as they are counted: all of them for the coordinator, the linked
/// ones for a mentor.
///
/// # Errors
/// [`ActionError::Forbidden`] for everybody else.
pub fn list(house: &House, actor: &Actor, asked: &Asked) -> Result<(Page<Listed>, Option<i64>), ActionError> {
    let mentor: Option<(_, Timestamp)> = if actor.may(Right::SeeHouseholds) {
        None
    } else {
        actor.must(Right::SeeOwnHouseholds)?;
        Some((actor.user().ok_or(ActionError::NotFound)?, house.now()))
    };
    let search = fold(&asked.search);
    let now = house.now();
    house.store().read(|db| {
        let mut filter = Filter { state: asked.state, mentor, ..Filter::default() };
        match asked.only {
            Some(Only::Waiting) => {
                filter.waiting_before = Some(now - SignedDuration::from_hours(24 * 7 * LONG_WEEKS));
                filter.state = filter.state.or(Some(HouseholdState::Active));
            }
            Some(Only::Again) => filter.again_on = Some(now),
            Some(Only::Proof) => {
                actor.must(Right::EditHouseholds)?;
                filter.proof_until = Some(house.today().saturating_add(SOON.days()));
            }
            None => {}
        }
        match read(&asked.search) {
            _ if asked.search.trim().is_empty() => {}
            Ok(code) if code.kind() == Kind::HouseholdCard => filter.card = Some(code),
            _ => {
                filter.areas = areas_like(&households::areas(db)?, &search);
                if filter.areas.is_empty() {
                    return Ok((Page { rows: Vec::new(), has_previous: false, has_next: false }, Some(0)));
                }
            }
        }
        let size = if asked.rows == 0 { PAGE } else { asked.rows };
        let count = if filter.card.is_some() { Some(1) } else { households::count_of(db, &filter)? };
        Ok((households::page(db, &filter, asked.order, &asked.cursor, size)?, count))
    })
}

/// How often one page's looks at the same household are noted.
const LOOKED: SignedDuration = SignedDuration::from_hours(1);

/// Notes that a list or a home showed something of these households' needs to this person.
///
/// # Errors
/// When the database cannot be written.
pub fn note_looks(
    house: &Arc<House>,
    actor: &Actor,
    households: Vec<HouseholdId>,
    context: &'static str,
) -> Result<(), ActionError> {
    let Some(user) = actor.user().filter(|_| !households.is_empty()) else { return Ok(()) };
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let now = in_house.now();
        Ok(access_log::insert_many(db, || in_house.uuid(), (now, now - LOOKED), user, &households, context)?)
    })
}

/// The areas that a folded text may mean: those that contain it or, when there is none, those with a slip in one word.
fn areas_like(areas: &[String], search: &str) -> Vec<String> {
    if search.is_empty() {
        return Vec::new();
    }
    let found: Vec<String> = areas.iter().filter(|area| fold(area).contains(search)).cloned().collect();
    if !found.is_empty() {
        return found;
    }
    // In a number each digit counts.
    if search.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let near = |area: &&String| fold(area).split(' ').any(|word| slips(word, search, allowed_slips(search)).is_some());
    areas.iter().filter(near).cloned().collect()
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
