//! Filling a needs list from a template (Grundausstattung, Richtwert): what it would add, and adding what was ticked.

use std::sync::Arc;

use jiff::civil::Date;

use super::consents::has_told;
use super::deeds::Doing;
use super::needs::{NewNeed, listed, member, row};
use super::once::once;
use super::see_household::may_see;
use super::{ActionError, Actor, House};
use crate::domain::catalogue::{Catalogue, Cut, ProductCode, Season};
use crate::domain::deed::Undoing;
use crate::domain::household::{size_of, usual_cut};
use crate::domain::needs::{AskedBy, NeedState, Occasion, Urgency};
use crate::domain::rights::{Right, Role};
use crate::domain::still_needed::{Had, Still, still};
use crate::domain::templates::{AgeBand, Home, Line, Member, Renew, TemplateCode, Templates};
use crate::domain::{DeedId, HouseholdId, MemberId, NeedId};
use crate::store::members::{self, MemberRow};
use crate::store::needs::{self, NeedRow};
use crate::store::{Db, households, ledger};
use crate::texts::say;

/// As many pieces as one line may ask for.
pub const MOST_WANTED: i32 = 50;

/// What a template is filled in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// A person's clothing for this half of the year.
    Clothing(MemberId),
    /// Only with a consent of the kind `maternity` that is about this person.
    Maternity(MemberId),
    SchoolStart(MemberId),
    SchoolYear(MemberId),
    /// Furniture, bedding and kitchen.
    Home,
    Hygiene,
}

impl Fill {
    pub fn member(self) -> Option<MemberId> {
        match self {
            Fill::Clothing(id) | Fill::Maternity(id) | Fill::SchoolStart(id) | Fill::SchoolYear(id) => Some(id),
            Fill::Home | Fill::Hygiene => None,
        }
    }
}

/// A template's line for one person or home, with how it stands.
#[derive(Clone, Debug)]
pub struct Planned {
    pub member: Option<MemberId>,
    pub line: Line,
    pub cut: Option<Cut>,
    /// The size of the first product, as far as the person's sizes say.
    pub size: Option<String>,
    pub occasion: Occasion,
    pub still: Still,
}

impl Planned {
    /// The product that stands for all that serve the purpose.
    pub fn product(&self) -> &ProductCode {
        &self.line.products[0]
    }

    /// Nothing of it was got and the person needs it now: 80 points, else 40 (law reference 5.3).
    pub fn urgency(&self) -> Urgency {
        let first = self.line.essential && self.still.got == 0 && self.still.on_list == 0;
        if first { Urgency::None } else { Urgency::Some }
    }

    /// How many pieces filling would add: nothing of what is only offered on request or stands on the list in some number.
    fn adds(&self) -> i32 {
        if self.line.on_request || self.still.on_list > 0 { 0 } else { self.still.missing.min(MOST_WANTED) }
    }
}

/// What filling would add to the list.
#[derive(Clone, Debug)]
pub struct Preview {
    /// With the pieces that each line would ask for.
    pub lines: Vec<(Planned, i32)>,
    /// Lines of the template that need nothing now: got, or on the list already.
    pub met: usize,
}

/// What a template would add. Nothing is written.
///
/// # Errors
/// For a household or a person that one may not see, and for maternity without consent.
pub fn preview(house: &House, actor: &Actor, household: HouseholdId, fill: Fill) -> Result<Preview, ActionError> {
    actor.must(Right::EditNeeds)?;
    house.store().read(|db| {
        may_see(db, house, actor, household)?;
        let had = listed(db, household)?;
        let planned = planned(db, house, household, fill, &had)?;
        let all = planned.iter().filter(|planned| !planned.line.on_request).count();
        let lines: Vec<_> = planned.into_iter().map(|planned| (planned.adds(), planned)).collect();
        let lines: Vec<_> = lines.into_iter().filter(|(adds, _)| *adds > 0).map(|(adds, line)| (line, adds)).collect();
        Ok(Preview { met: all.saturating_sub(lines.len()), lines })
    })
}

/// Adds the lines of a template that are missing. Gives their number.
///
/// Where a template names several products for one purpose, the first stands for all of them.
///
/// # Errors
/// As [`preview`].
pub fn fill_from_template(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    fill: Fill,
) -> Result<(usize, DeedId), ActionError> {
    fill_ticked(house, actor, household, fill, None)
}

/// The same, of these products only.
///
/// # Errors
/// As [`preview`].
pub fn fill_ticked(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    fill: Fill,
    ticked: Option<Vec<ProductCode>>,
) -> Result<(usize, DeedId), ActionError> {
    actor.must(Right::EditNeeds)?;
    let doing = Doing::by(house, actor);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        // Two who fill the same list come one after the other.
        ledger::lock(db)?;
        may_see(db, &in_house, &actor, household)?;
        once(db, &actor, "fill", doing.now, |db| {
            let had = listed(db, household)?;
            let mut ids = Vec::new();
            for planned in planned(db, &in_house, household, fill, &had)? {
                let wanted = planned.adds();
                if wanted == 0 || ticked.as_ref().is_some_and(|ticked| !ticked.contains(planned.product())) {
                    continue;
                }
                let new = new_need(&planned, planned.product().clone(), wanted);
                let id = NeedId(in_house.uuid());
                let row = row(db, &in_house, household, id, &new)?;
                needs::insert(
                    db,
                    &NeedRow { renew_months: months(planned.line.renew), asked_by: asked_by(&actor), ..row },
                )?;
                ids.push(id);
            }
            let count = ids.len();
            let undo = Undoing::NeedsAdded { ids };
            Ok((count, doing.note(db, &say::household_filled(count), household, Some(&undo))?))
        })
    })
}

pub(super) fn new_need(planned: &Planned, product: ProductCode, wanted: i32) -> NewNeed {
    NewNeed {
        member: planned.member,
        product,
        cut: None,
        size: None,
        wanted,
        urgency: planned.urgency(),
        occasion: planned.occasion,
    }
}

/// Months until the same quantity counts as needed again.
pub(super) fn months(renew: Renew) -> Option<i32> {
    match renew {
        Renew::Months(months) => Some(i32::from(months)),
        Renew::AtNextSize | Renew::Never => None,
    }
}

pub(super) fn asked_by(actor: &Actor) -> AskedBy {
    if actor.role() == Some(Role::Mentor) { AskedBy::Mentor } else { AskedBy::Staff }
}

/// All lines that a template asks for, each with how it stands. `had` is the household's whole list.
pub(super) fn planned(
    db: &mut Db,
    house: &House,
    household: HouseholdId,
    fill: Fill,
    had: &[NeedRow],
) -> Result<Vec<Planned>, ActionError> {
    let whom = match fill.member() {
        Some(id) => Some(member(db, household, id)?),
        None => None,
    };
    if let (Fill::Maternity(_), Some(member)) = (fill, &whom)
        && !has_told(db, household, member.id)?
    {
        return Err(ActionError::Refused(say::error_maternity_consent()));
    }
    let (templates, season) = (Templates::shipped(), Season::of_month(house.today().month()));
    let by_hand = |code| {
        let person = person(house, whom.as_ref());
        templates.by_hand(code, &person, season)
    };
    let (lines, occasion) = match fill {
        Fill::Clothing(_) => {
            let person = person(house, whom.as_ref());
            let newborn = person.band == AgeBand::Baby;
            (templates.for_member(&person, season), if newborn { Occasion::Newborn } else { Occasion::Basic })
        }
        Fill::Maternity(_) => (by_hand(TemplateCode::Maternity), Occasion::Maternity),
        Fill::SchoolStart(_) => (by_hand(TemplateCode::SchoolStart), Occasion::SchoolStart),
        Fill::SchoolYear(_) => (by_hand(TemplateCode::SchoolYear), Occasion::SchoolStart),
        Fill::Home => (templates.for_home(&home(db, household)?), Occasion::FirstHome),
        Fill::Hygiene => (templates.hygiene(&home(db, household)?), Occasion::Hygiene),
    };
    Ok(stand(house, lines, whom.as_ref(), occasion, had))
}

/// The clothing of somebody whom nobody described: an adult of no particular cut.
pub(super) fn planned_for_nobody(house: &House, had: &[NeedRow]) -> Vec<Planned> {
    let season = Season::of_month(house.today().month());
    stand(house, Templates::shipped().for_member(&person(house, None), season), None, Occasion::Basic, had)
}

fn stand(
    house: &House,
    lines: Vec<Line>,
    whom: Option<&MemberRow>,
    occasion: Occasion,
    had: &[NeedRow],
) -> Vec<Planned> {
    let (catalogue, member, today) = (house.catalogue(), whom.map(|member| member.id), house.today());
    // Underwear of the months of a pregnancy is another than that of before: the two are counted apart.
    let expecting = occasion == Occasion::Maternity;
    let theirs = had.iter().filter(|row| row.member_id == member && (row.occasion == Occasion::Maternity) == expecting);
    let theirs: Vec<Had<'_>> = theirs.map(|row| had_line(house, row)).collect();
    lines
        .into_iter()
        .map(|line| {
            let (cut, size) = worn(&catalogue, whom, &line.products[0]);
            let still = still(&line, size.as_deref(), &theirs, today);
            Planned { member, line, cut, size, occasion, still }
        })
        .collect()
}

/// The cut and the size that a person wears of a product.
pub(super) fn worn(
    catalogue: &Catalogue,
    whom: Option<&MemberRow>,
    product: &ProductCode,
) -> (Option<Cut>, Option<String>) {
    let (Some(whom), Some(product)) = (whom, catalogue.product(product.as_str())) else { return (None, None) };
    let cut = whom.cut.or_else(|| whom.band().map(usual_cut)).filter(|cut| product.cuts.contains(cut));
    (cut, size_of(&whom.sizes(), product, cut))
}

fn had_line<'a>(house: &House, row: &'a NeedRow) -> Had<'a> {
    let line = row.line();
    let since = house.day_of(row.met_at.unwrap_or(row.recorded_at).0);
    let gone = matches!(row.state, NeedState::Withdrawn | NeedState::Expired);
    Had {
        product: &row.product_code,
        size: row.size.as_deref(),
        got: row.got,
        open: if line.is_open() && !gone { line.missing() } else { 0 },
        since,
    }
}

/// The member as the templates ask about him or her. Of unknown age is an adult.
fn person(house: &House, member: Option<&MemberRow>) -> Member {
    let band = member.and_then(MemberRow::band).unwrap_or(AgeBand::Adult);
    let cut = member.and_then(|member| member.cut).unwrap_or_else(|| usual_cut(band));
    Member { band, cut, age_months: member.and_then(|member| age_months(member, house.today())) }
}

/// A child's age in months, where the month of birth is known.
pub fn age_months(member: &MemberRow, today: Date) -> Option<u16> {
    let born: Date = format!("{}-01", member.birth_month.as_deref()?).parse().ok()?;
    let months = i32::from(today.year() - born.year()) * 12 + i32::from(today.month() - born.month());
    u16::try_from(months).ok()
}

fn home(db: &mut Db, household: HouseholdId) -> Result<Home, ActionError> {
    let row = households::find(db, household)?.ok_or(ActionError::NotFound)?;
    let babies = members::of_household(db, household)?.iter().filter(|m| m.band() == Some(AgeBand::Baby)).count();
    let persons = u16::try_from(row.people).unwrap_or(1);
    Ok(Home { babies: babies as u16, ..Home::of(persons) })
}
