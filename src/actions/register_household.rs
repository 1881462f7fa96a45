//! Registering a household: a card, and of everything else only what somebody chose to say.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::once::once;
use super::{ActionError, Actor, House, make_codes, typed};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::Cut;
use crate::domain::household::{HouseholdState, LANGUAGES, SizeFor};
use crate::domain::rights::Right;
use crate::domain::templates::AgeBand;
use crate::domain::{HouseholdId, MemberId};
use crate::store::Day;
use crate::store::households::{self, HouseholdRow};
use crate::store::members::{self, MemberRow};
use crate::texts::say;

/// As many people as one household may have.
pub const MOST_MEMBERS: usize = 30;
/// As many characters as a free text may have (law reference P3).
pub const LONGEST_NOTE: usize = 200;
const LONGEST_AREA: usize = 60;
const LONGEST_NICKNAME: usize = 40;
const LONGEST_SIZE: usize = 16;

/// A household as it is registered. Every field may be left empty: a card alone is enough.
#[derive(Clone, Debug, Default)]
pub struct NewHousehold {
    /// A postcode district or the name of an accommodation, never a street.
    pub area: String,
    /// The language for messages, as a tag such as `uk`.
    pub lang: String,
    pub note: String,
    pub members: Vec<NewMember>,
}

/// A person of a household; everything may be left empty.
#[derive(Clone, Debug, Default)]
pub struct NewMember {
    pub nickname: String,
    /// The word of an [`AgeBand`]; empty when only the month of birth or nothing is known.
    pub age_band: String,
    /// `YYYY-MM`, only for children.
    pub birth_month: Option<String>,
    pub cut: Option<Cut>,
    /// What for (the words of [`SizeFor`]) → size.
    pub sizes: BTreeMap<String, String>,
    /// Measured today, also when the sizes are what they were.
    pub measured: bool,
    /// What was sent as a cut and is none.
    pub odd_cut: bool,
}

/// Registers a household and makes its card.
///
/// # Errors
/// Without the right, and with the field's name for whatever is too long or not understood.
pub fn new(house: &Arc<House>, actor: &Actor, input: NewHousehold) -> Result<(HouseholdId, Code), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let id = HouseholdId(house.uuid());
    if input.members.len() > MOST_MEMBERS {
        return Err(ActionError::field("members", say::error_too_many_members(MOST_MEMBERS)));
    }
    let people = input.members.iter().map(|member| member_row(house, id, member)).collect::<Result<Vec<_>, _>>()?;
    let row = HouseholdRow {
        id,
        state: HouseholdState::Active,
        people: people.len().max(1) as i32,
        area: typed::line("area", &input.area, LONGEST_AREA)?,
        lang: language(&input.lang)?,
        note: note(&input.note)?,
        registered_on: Day(house.today()),
        last_visit_on: None,
        version: 1,
        pin_hash: String::new(),
        pin_failures: 0,
        pin_locked_until: None,
        contact_name: String::new(),
        contact_email: String::new(),
        contact_phone: String::new(),
        merged_into: None,
        waits_since: households::never(),
    };
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "household", in_house.now(), |db| {
            households::insert(db, &row)?;
            for member in &people {
                members::insert(db, member)?;
            }
            let card = make_codes::new_code(db, &in_house, Kind::HouseholdCard, Some(id.to_string()))?;
            Ok((id, card))
        })
    })
}

/// The row of a person, checked.
pub(super) fn member_row(house: &House, household: HouseholdId, input: &NewMember) -> Result<MemberRow, ActionError> {
    let today = house.today();
    if input.odd_cut {
        return Err(ActionError::field("cut", say::error_cut_word()));
    }
    let born = match input.birth_month.as_deref().map(str::trim).filter(|month| !month.is_empty()) {
        Some(month) => Some(birth_month(month, today)?),
        None => None,
    };
    let band = match (input.age_band.as_str(), born) {
        ("", Some(born)) => Some(AgeBand::of_years(years(born, today))),
        ("", None) => None,
        (word, _) => {
            Some(word.parse().map_err(|_| ActionError::field("age_band", say::error_age_band(word.to_owned())))?)
        }
    };
    if born.is_some() && band == Some(AgeBand::Adult) {
        return Err(ActionError::field("birth_month", say::error_birth_month_adult()));
    }
    let sizes = input
        .sizes
        .iter()
        .map(|(what, size)| (what, size.trim()))
        .filter(|(_, size)| !size.is_empty())
        .map(|(what, size)| match what.parse::<SizeFor>() {
            Ok(_) => Ok((what.as_str(), typed::line("sizes", size, LONGEST_SIZE)?)),
            Err(_) => Err(ActionError::field("sizes", say::error_size_for(what))),
        })
        .collect::<Result<BTreeMap<_, _>, ActionError>>()?;
    Ok(MemberRow {
        id: MemberId(house.uuid()),
        household_id: household,
        nickname: typed::line("nickname", &input.nickname, LONGEST_NICKNAME)?,
        age_band: band.map_or("", AgeBand::word).to_owned(),
        birth_month: born.map(|born| born.strftime("%Y-%m").to_string()),
        cut: input.cut,
        sizes: serde_json::to_string(&sizes).map_err(|error| crate::store::StoreError::Content(error.to_string()))?,
        version: 1,
        clothes_guessed: false,
        // A size that was only told was not measured.
        measured_on: (input.measured && !sizes.is_empty()).then(|| Day(house.today())),
    })
}

/// The first day of a month that a child now under 18 can be born in.
fn birth_month(text: &str, today: Date) -> Result<Date, ActionError> {
    let wrong = || ActionError::field("birth_month", say::error_birth_month());
    let well_formed = text.len() == 7 && text.is_char_boundary(4);
    let born: Date = well_formed.then(|| format!("{text}-01").parse().ok()).flatten().ok_or_else(wrong)?;
    if born > today || born.year() < 1900 {
        return Err(wrong());
    }
    if years(born, today) >= 18 {
        return Err(ActionError::field("birth_month", say::error_birth_month_adult()));
    }
    Ok(born)
}

/// Full years; the month of the birthday counts as reached.
fn years(born: Date, today: Date) -> u16 {
    let months = i32::from(today.year() - born.year()) * 12 + i32::from(today.month() - born.month());
    u16::try_from(months / 12).unwrap_or_default()
}

/// A note: line breaks become spaces.
pub(super) fn note(text: &str) -> Result<String, ActionError> {
    typed::line("note", text, LONGEST_NOTE)
        .map_err(|_| ActionError::field("note", say::error_note_too_long(LONGEST_NOTE)))
}

pub(super) fn area(text: &str) -> Result<String, ActionError> {
    typed::line("area", text, LONGEST_AREA)
}

/// A language of the list.
pub(super) fn language(text: &str) -> Result<String, ActionError> {
    let tag = text.trim();
    if !tag.is_empty() && LANGUAGES.iter().all(|(known, _)| *known != tag) {
        return Err(ActionError::field("lang", say::error_language_tag()));
    }
    Ok(tag.to_owned())
}
