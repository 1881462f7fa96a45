//! A household's needs list: adding lines by hand and withdrawing them. Ticks come from the ledger.

use std::sync::Arc;

use super::consents::{has_told_any, needs_consent};
use super::deeds::Doing;
use super::fill_needs::asked_by;
use super::once::once;
use super::see_household::may_see;
use super::{ActionError, Actor, House, reservations, typed};
use crate::domain::catalogue::{Cut, Product, ProductCode};
use crate::domain::deed::Undoing;
use crate::domain::household::{HouseholdState, size_of, usual_cut};
use crate::domain::needs::{AskedBy, NeedState, Occasion, Urgency};
use crate::domain::rights::Right;
use crate::domain::sizes::Sizes;
use crate::domain::{DeedId, HouseholdId, MemberId, NeedId};
use crate::store::members::{self, MemberRow};
use crate::store::needs::{self, NeedRow};
use crate::store::{At, Db, households, ledger};
use crate::texts::say;

pub use super::fill_needs::{Fill, MOST_WANTED, fill_from_template, fill_ticked, preview};

/// As many lines as a household may have open.
pub const MOST_LINES: usize = 300;

/// A line as somebody adds it.
#[derive(Clone, Debug)]
pub struct NewNeed {
    pub member: Option<MemberId>,
    pub product: ProductCode,
    /// Left out: the member's cut, when the product comes in it.
    pub cut: Option<Cut>,
    /// Left out: the member's size for such a product, if known.
    pub size: Option<String>,
    pub wanted: i32,
    pub urgency: Urgency,
    pub occasion: Occasion,
}

/// Adds a line to the list of a household that one may see.
///
/// # Errors
/// With the field's name for whatever does not fit: a product that there is not, a cut it does not come in, a number
/// outside 1 … 50, a line that stands there already.
pub fn add(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    need: NewNeed,
) -> Result<(NeedId, DeedId), ActionError> {
    actor.must(Right::EditNeeds)?;
    let doing = Doing::by(house, actor);
    let (in_house, actor, id) = (Arc::clone(house), actor.clone(), NeedId(house.uuid()));
    house.store().write(move |db| {
        may_see(db, &in_house, &actor, household)?;
        once(db, &actor, "need", in_house.now(), |db| {
            let lines = listed(db, household)?;
            let row = NeedRow { asked_by: asked_by(&actor), ..row(db, &in_house, household, id, &need)? };
            if lines.iter().any(|line| same(line, &row)) {
                return Err(ActionError::field("product", say::error_need_twice()));
            }
            needs::insert(db, &row)?;
            let undo = Undoing::NeedsAdded { ids: vec![id] };
            Ok((id, doing.note(db, &say::household_need_added(), household, Some(&undo))?))
        })
    })
}

/// Withdraws a line; what was handed out for it stays as it is, what lies ready for it goes back.
///
/// # Errors
/// For a line of a household that one may not see, and when somebody else changed it.
pub fn withdraw(
    house: &Arc<House>,
    actor: &Actor,
    id: NeedId,
    version: i32,
) -> Result<(HouseholdId, DeedId), ActionError> {
    actor.must(Right::EditNeeds)?;
    let doing = Doing::by(house, actor);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        // Lines are ticked by whoever holds the ledger.
        ledger::lock(db)?;
        let need = needs::find(db, id)?.ok_or(ActionError::NotFound)?;
        may_see(db, &in_house, &actor, need.household_id)?;
        if !need.line().is_open() || !needs::set_state(db, id, version, NeedState::Withdrawn)? {
            return Err(ActionError::Changed);
        }
        reservations::release_for(db, &in_house, &[id], doing.occasion())?;
        let undo = Undoing::NeedWithdrawn { id, version: version + 1, state: need.state };
        Ok((need.household_id, doing.note(db, &say::household_need_withdrawn(), id, Some(&undo))?))
    })
}

/// Whether a line that was withdrawn may stand on the list again.
///
/// # Errors
/// For a household that may get nothing more, and when the same line was added since.
pub(super) fn fits_again(db: &mut Db, row: &NeedRow) -> Result<(), ActionError> {
    if listed(db, row.household_id)?.iter().any(|line| line.id != row.id && same(line, row)) {
        return Err(ActionError::Refused(say::error_need_twice()));
    }
    Ok(())
}

/// All lines of a household that may still get something; what was withdrawn may have been got in part.
pub(super) fn listed(db: &mut Db, household: HouseholdId) -> Result<Vec<NeedRow>, ActionError> {
    let row = households::find(db, household)?.ok_or(ActionError::NotFound)?;
    if row.state == HouseholdState::Left {
        return Err(ActionError::Refused(say::error_household_left()));
    }
    let lines = needs::of_household(db, household)?;
    if lines.iter().filter(|line| line.line().is_open()).count() >= MOST_LINES {
        return Err(ActionError::Refused(say::error_too_many_needs(MOST_LINES)));
    }
    Ok(lines)
}

/// Whether a household may get something: it is there and its card is not blocked.
pub(super) fn may_get(db: &mut Db, household: HouseholdId) -> Result<(), ActionError> {
    match households::find(db, household)?.ok_or(ActionError::NotFound)?.state {
        HouseholdState::Active => Ok(()),
        HouseholdState::Blocked => Err(ActionError::Refused(say::household_blocked_note())),
        HouseholdState::Left => Err(ActionError::Refused(say::error_household_left())),
    }
}

fn same(line: &NeedRow, new: &NeedRow) -> bool {
    line.line().is_open()
        && line.product_code == new.product_code
        && line.member_id == new.member_id
        && line.cut == new.cut
        && line.size == new.size
}

pub(super) fn row(
    db: &mut Db,
    house: &House,
    household: HouseholdId,
    id: NeedId,
    new: &NewNeed,
) -> Result<NeedRow, ActionError> {
    let catalogue = house.catalogue();
    let Some(product) = catalogue.product(new.product.as_str()) else {
        return Err(ActionError::field("product", say::error_no_such_product()));
    };
    if !(1..=MOST_WANTED).contains(&new.wanted) {
        return Err(ActionError::field("wanted", say::error_wanted(MOST_WANTED)));
    }
    let member = match new.member {
        Some(id) => Some(member(db, household, id)?),
        None => None,
    };
    if let Some(cut) = new.cut.filter(|cut| !product.comes_in(*cut)) {
        return Err(ActionError::field("cut", say::error_need_cut(&product.names, cut.to_string())));
    }
    if needs_consent(product, new.occasion) && !has_told_any(db, household, new.member)? {
        return Err(ActionError::field("occasion", say::error_maternity_consent()));
    }
    let worn = member.as_ref().and_then(|member| member.cut.or_else(|| member.band().map(usual_cut)));
    let cut = new.cut.or(worn.filter(|cut| product.cuts.contains(cut)));
    let size = match new.size.as_deref().map(str::trim).filter(|size| !size.is_empty()) {
        Some(text) => Some(size_said(product, cut, text)?),
        None => member.as_ref().and_then(|member| size_of(&member.sizes(), product, cut)),
    };
    Ok(NeedRow {
        id,
        household_id: household,
        member_id: new.member,
        product_code: new.product.clone(),
        cut,
        size,
        wanted: new.wanted,
        got: 0,
        state: NeedState::Open,
        urgency: new.urgency,
        occasion: new.occasion,
        recorded_at: At(house.now()),
        version: 1,
        met_at: None,
        renew_months: None,
        urgent_reason: String::new(),
        urgent_until: None,
        asked_by: AskedBy::Staff,
        renew_at: None,
    })
}

/// The size in the catalogue's spelling; one that the catalogue does not know is kept as it was typed.
fn size_said(product: &Product, cut: Option<Cut>, text: &str) -> Result<String, ActionError> {
    match Sizes::shipped().read(product, cut, text) {
        Some(size) => Ok(size.label().to_owned()),
        None => typed::line("size", text, 16),
    }
}

/// The member of this household; one of another household is as unknown as one that never was.
pub(super) fn member(db: &mut Db, household: HouseholdId, id: MemberId) -> Result<MemberRow, ActionError> {
    members::find(db, id)?.filter(|member| member.household_id == household).ok_or(ActionError::NotFound)
}
