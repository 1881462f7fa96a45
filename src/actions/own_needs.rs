//! What a household ticks on its own page: the lines of its templates, never more than they say.

use std::sync::Arc;

use super::consents::has_told;
use super::fill_needs::{Fill, MOST_WANTED, Planned, age_months, months, new_need, planned, planned_for_nobody, worn};
use super::needs::{listed, may_get, row};
use super::see_household::may_see;
use super::{ActionError, Actor, Holder, House};
use crate::domain::catalogue::{Cut, ProductCode};
use crate::domain::needs::{AskedBy, NeedState, Occasion};
use crate::domain::rights::Right;
use crate::domain::templates::AgeBand;
use crate::domain::{HouseholdId, MemberId, NeedId};
use crate::store::members::{self, MemberRow};
use crate::store::needs::{self, NeedRow};
use crate::store::{At, Db, items, ledger};
use crate::texts::say;

/// As many lines as a household may have open that it asked for itself.
pub const MOST_OWN_LINES: usize = 100;
/// Whom school things are offered without being asked: 5 to 7 years, in months.
const SCHOOL_START: std::ops::RangeInclusive<u16> = 60..=84;

/// Something that a household may tick. Where several products serve one purpose (trousers or a skirt) there is a choice
/// for each; what is ticked of one counts for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// `None`: for the whole household.
    pub member: Option<MemberId>,
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub occasion: Occasion,
    /// As many pieces as [`ask`] takes for it now.
    pub quantity_open: i32,
    /// Pieces of it that stand on the list and are open, whoever asked.
    pub on_list: i32,
    /// Those of them that the household asked for itself and may take off again.
    pub own: i32,
    /// Pieces that were got and still count.
    pub got: i32,
}

/// Who asks: the household itself, or staff and mentors in its name.
#[derive(Clone, Copy, Debug)]
pub enum Asker<'a> {
    Household(Holder),
    Person(&'a Actor, HouseholdId),
}

impl From<Holder> for Asker<'_> {
    fn from(holder: Holder) -> Self {
        Asker::Household(holder)
    }
}

impl<'a> From<(&'a Actor, HouseholdId)> for Asker<'a> {
    fn from((actor, household): (&'a Actor, HouseholdId)) -> Self {
        Asker::Person(actor, household)
    }
}

impl Asker<'_> {
    fn household(self) -> HouseholdId {
        match self {
            Asker::Household(holder) => holder.household(),
            Asker::Person(_, household) => household,
        }
    }
}

/// Everything that a household may tick, in the order of its people and of the templates: each person's clothing for this
/// half of the year, school things for who is of that age, a pregnancy's only with consent, what is used up, and furniture
/// once somebody of the house has opened that list.
///
/// Call it for a household whose page the caller may show.
///
/// # Errors
/// For a household that has left or does not exist.
pub fn chooseable(house: &House, household: HouseholdId) -> Result<Vec<Choice>, ActionError> {
    house.store().read(|db| {
        let had = listed(db, household)?;
        let people = members::of_household(db, household)?;
        let mut choices = Vec::new();
        for planned in offered(db, house, household, &people, &had)? {
            let whom = people.iter().find(|member| Some(member.id) == planned.member);
            for product in &planned.line.products {
                choices.push(choice(house, &planned, whom, product, &had));
            }
        }
        Ok(choices)
    })
}

fn choice(
    house: &House,
    planned: &Planned,
    whom: Option<&MemberRow>,
    product: &ProductCode,
    had: &[NeedRow],
) -> Choice {
    let (cut, size) = worn(&house.catalogue(), whom, product);
    let mine = had.iter().filter(|row| row.member_id == planned.member && &row.product_code == product);
    let (mut on_list, mut own) = (0, 0);
    for row in mine.filter(|row| row.line().is_open()) {
        on_list += row.line().missing();
        own += if row.asked_by == AskedBy::Household { row.line().missing() } else { 0 };
    }
    Choice {
        member: planned.member,
        product: product.clone(),
        cut,
        size,
        occasion: planned.occasion,
        quantity_open: (planned.still.missing + own).min(MOST_WANTED),
        on_list,
        own,
        got: planned.still.got,
    }
}

/// The templates' lines that a household is offered.
fn offered(
    db: &mut Db,
    house: &House,
    household: HouseholdId,
    people: &[MemberRow],
    had: &[NeedRow],
) -> Result<Vec<Planned>, ActionError> {
    let mut fills = Vec::new();
    for member in people {
        fills.push(Fill::Clothing(member.id));
        if has_told(db, household, member.id)? {
            fills.push(Fill::Maternity(member.id));
        }
        match (age_months(member, house.today()), member.band()) {
            (Some(months), _) if SCHOOL_START.contains(&months) => fills.push(Fill::SchoolStart(member.id)),
            (_, Some(AgeBand::Child | AgeBand::Teen)) => fills.push(Fill::SchoolYear(member.id)),
            _ => {}
        }
    }
    let home = |row: &NeedRow| row.occasion == Occasion::FirstHome && row.state != NeedState::Withdrawn;
    if had.iter().any(home) {
        fills.push(Fill::Home);
    }
    fills.push(Fill::Hygiene);
    let mut lines = if people.is_empty() { planned_for_nobody(house, had) } else { Vec::new() };
    for fill in fills {
        lines.extend(planned(db, house, household, fill, had)?);
    }
    Ok(lines)
}

/// Puts so many pieces of a product on the list in the household's own name, in all: asked twice, nothing is added twice.
///
/// # Errors
/// With the field's name: `product` for what no template of the household offers, `quantity` for more than it says (the
/// message names how many), `list` when too many lines are open. [`ActionError::NotFound`] for a household that the person
/// may not see, [`ActionError::Refused`] for one that has left or is blocked.
pub fn ask<'a>(
    house: &Arc<House>,
    asker: impl Into<Asker<'a>>,
    member: Option<MemberId>,
    product: &ProductCode,
    quantity: i32,
) -> Result<NeedId, ActionError> {
    let asker = asker.into();
    let (in_house, household, product) = (Arc::clone(house), asker.household(), product.clone());
    let actor = person(asker)?;
    house.store().write(move |db| {
        // Lines are ticked by whoever holds the ledger.
        ledger::lock(db)?;
        allowed(db, &in_house, actor.as_ref(), household)?;
        may_get(db, household)?;
        let had = listed(db, household)?;
        let people = members::of_household(db, household)?;
        let lines = offered(db, &in_house, household, &people, &had)?;
        let planned = lines
            .iter()
            .find(|planned| planned.member == member && planned.line.products.contains(&product))
            .ok_or_else(|| ActionError::field("product", say::error_not_offered()))?;
        let own = own_open(&had, member, &product);
        let most = planned.still.missing + own.iter().map(|row| row.line().missing()).sum::<i32>();
        if quantity < 1 || quantity > most.min(MOST_WANTED) {
            return Err(ActionError::field("quantity", say::error_own_quantity(most.clamp(0, MOST_WANTED))));
        }
        let asked = own.iter().map(|row| row.line().missing()).sum::<i32>();
        if let Some(first) = own.first().filter(|_| quantity <= asked) {
            take_off(db, &own, asked - quantity, At(in_house.now()))?;
            return Ok(first.id);
        }
        // What is asked for besides waits from today on, not from the day of the first wish.
        let more = quantity - asked;
        if let Some(line) = own.last().filter(|row| in_house.day_of(row.recorded_at.0) == in_house.today()) {
            written(needs::set_wanted(db, line.id, line.version, line.wanted + more, line.state)?)?;
            return Ok(line.id);
        }
        let open = had.iter().filter(|row| row.asked_by == AskedBy::Household && row.line().is_open()).count();
        if open >= MOST_OWN_LINES {
            return Err(ActionError::field("list", say::error_too_many_needs(MOST_OWN_LINES)));
        }
        let id = NeedId(in_house.uuid());
        let mut new = new_need(planned, product.clone(), more);
        new.urgency = own.first().map_or(new.urgency, |row| row.urgency);
        let row = row(db, &in_house, household, id, &new)?;
        let renew_months = months(planned.line.renew);
        needs::insert(db, &NeedRow { renew_months, asked_by: AskedBy::Household, ..row })?;
        Ok(id)
    })
}

/// Takes off what the household asked for itself and has not got yet.
///
/// # Errors
/// [`ActionError::NotFound`] when there is no such line, [`ActionError::Refused`] when a piece lies ready for it.
pub fn unask<'a>(
    house: &Arc<House>,
    asker: impl Into<Asker<'a>>,
    member: Option<MemberId>,
    product: &ProductCode,
) -> Result<(), ActionError> {
    let asker = asker.into();
    let (in_house, household, product) = (Arc::clone(house), asker.household(), product.clone());
    let actor = person(asker)?;
    house.store().write(move |db| {
        ledger::lock(db)?;
        allowed(db, &in_house, actor.as_ref(), household)?;
        let had = listed(db, household)?;
        let own = own_open(&had, member, &product);
        if own.is_empty() {
            return Err(ActionError::NotFound);
        }
        for row in &own {
            if items::laid_aside(db, row.household_id, row.id)? > 0 {
                return Err(ActionError::Refused(say::error_own_ready()));
            }
        }
        let asked = own.iter().map(|row| row.line().missing()).sum();
        take_off(db, &own, asked, At(in_house.now()))
    })
}

/// Takes so many pieces off these lines, from the newest first; never what was got or lies ready.
fn take_off(db: &mut Db, own: &[&NeedRow], pieces: i32, now: At) -> Result<(), ActionError> {
    let mut left = pieces;
    for row in own.iter().rev() {
        let aside = i32::try_from(items::laid_aside(db, row.household_id, row.id)?).unwrap_or(i32::MAX);
        let less = left.min(row.line().missing().saturating_sub(aside));
        if less <= 0 {
            continue;
        }
        left -= less;
        let wanted = row.wanted - less;
        written(match wanted {
            0 => needs::set_state(db, row.id, row.version, NeedState::Withdrawn)?,
            // What was got stays on the list as met.
            _ if wanted == row.got => {
                needs::set_met(db, row.id, now)?;
                needs::set_wanted(db, row.id, row.version, wanted, NeedState::Fulfilled)?
            }
            _ => needs::set_wanted(db, row.id, row.version, wanted, row.state)?,
        })?;
    }
    Ok(())
}

fn written(done: bool) -> Result<(), ActionError> {
    if done { Ok(()) } else { Err(ActionError::Changed) }
}

fn own_open<'r>(had: &'r [NeedRow], member: Option<MemberId>, product: &ProductCode) -> Vec<&'r NeedRow> {
    let own = |row: &&NeedRow| {
        row.asked_by == AskedBy::Household
            && row.member_id == member
            && &row.product_code == product
            && row.line().is_open()
    };
    had.iter().filter(own).collect()
}

/// The person behind the asker, if it is one.
fn person(asker: Asker<'_>) -> Result<Option<Actor>, ActionError> {
    match asker {
        Asker::Household(_) => Ok(None),
        Asker::Person(actor, _) => {
            actor.must(Right::EditNeeds)?;
            Ok(Some(actor.clone()))
        }
    }
}

fn allowed(db: &mut Db, house: &House, actor: Option<&Actor>, household: HouseholdId) -> Result<(), ActionError> {
    match actor {
        Some(actor) => may_see(db, house, actor, household),
        None => Ok(()),
    }
}
