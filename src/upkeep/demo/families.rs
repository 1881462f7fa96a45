//! Households that come: who lives in them, what they say of themselves, what they need.

use jiff::ToSpan;
use jiff::civil::Date;

use super::chores::Chore;
use super::names;
use super::sizing;
use super::town::Town;
use crate::actions::needs::{self, Fill, NewNeed};
use crate::actions::register_household::{self, NewHousehold, NewMember};
use crate::actions::{ActionError, Actor, consents, link_mentor};
use crate::codes::Code;
use crate::domain::catalogue::Cut;
use crate::domain::household::{Channel, HouseholdState};
use crate::domain::needs::{Occasion, Urgency};
use crate::domain::templates::AgeBand;
use crate::domain::{HouseholdId, MemberId};
use crate::store::members::{self, MemberRow};

/// A household as the town knows it.
pub(super) struct Family {
    pub id: HouseholdId,
    pub card: Code,
    /// A card that was replaced, until somebody has tried it.
    pub old_card: Option<Code>,
    pub state: HouseholdState,
    pub people: i64,
    pub members: Vec<MemberId>,
    /// Its place in the list of mentors.
    pub mentor: Option<usize>,
    /// In how many of 100 weeks it comes: some hardly ever, some nearly every week.
    pub eager: f64,
    pub visits: u32,
    /// Pieces that it is going to bring back.
    pub to_return: Vec<usize>,
}

impl Family {
    pub(super) fn can_come(&self) -> bool {
        self.state == HouseholdState::Active
    }
}

/// Things that stand in no template but that people ask for.
const WISHES: [&str; 12] = [
    "hoodie",
    "stoffhose",
    "regenjacke",
    "koffer",
    "strickjacke",
    "spielzeug",
    "brettspiel",
    "fahrrad",
    "guertel",
    "handtasche",
    "fleece",
    "gummistiefel",
];

impl Town {
    /// Nearly half of the households come in the first weeks, the others through the year.
    pub(super) fn expect_families(&mut self) {
        let count = self.size.households();
        let span = i64::from((self.year.last - self.year.first).get_days()) - 20;
        let mut days: Vec<Date> = (0..count)
            .map(|number| {
                let early = number * 100 < count * 45;
                let day = if early { self.chance.between(1, 26) } else { self.chance.between(20, span) };
                self.year.first.saturating_add(day.days())
            })
            .collect();
        days.sort_unstable();
        days.reverse();
        self.arrivals = days;
    }

    /// Registers whoever has come by today.
    pub(super) fn welcome_families(&mut self) -> Result<(), ActionError> {
        while self.arrivals.last().is_some_and(|day| *day <= self.day) {
            self.arrivals.pop();
            self.register()?;
        }
        Ok(())
    }

    fn register(&mut self) -> Result<(), ActionError> {
        self.pause();
        let number = self.families.len();
        let people = self.people(number);
        let household = NewHousehold {
            area: self.chance.of(&names::AREAS).to_owned(),
            lang: self.chance.of(&names::LANGUAGES).to_owned(),
            note: if self.chance.percent(8.0) { "Kommt mit Kinderwagen.".to_owned() } else { String::new() },
            members: people.clone(),
        };
        let (id, card) = register_household::new(&self.house, &self.staff.coordinator, household)?;
        let members = self.house.store().read(|db| members::of_household(db, id))?;
        let eager = 10.0 + 60.0 * self.chance.share() * self.chance.share();
        self.families.push(Family {
            id,
            card,
            old_card: None,
            state: HouseholdState::Active,
            people: people.len().max(1) as i64,
            members: members.iter().map(|member| member.id).collect(),
            mentor: None,
            eager,
            visits: 0,
            to_return: Vec::new(),
        });
        if number < 2 || self.chance.percent(60.0) {
            self.link(number)?;
        }
        self.first_needs(number, &members)
    }

    fn link(&mut self, number: usize) -> Result<(), ActionError> {
        // The first households go to the mentor as whom a visitor signs in.
        let mentor = if number < 3 { 0 } else { self.chance.between(0, self.staff.mentors.len() as i64 - 1) as usize };
        link_mentor::link(&self.house, &self.staff.coordinator, self.families[number].id, self.staff.mentors[mentor])?;
        self.families[number].mentor = Some(mentor);
        if number > 2 && self.chance.percent(20.0) {
            let days = self.chance.between(40, 150);
            self.plan(days, Chore::EndLink(number));
        }
        Ok(())
    }

    /// Who writes this household's list: its mentor where we can be him, else the coordinator.
    fn list_keeper(&self, family: usize) -> &Actor {
        if self.families[family].mentor == Some(0) { &self.staff.mentor } else { &self.staff.coordinator }
    }

    fn first_needs(&mut self, family: usize, people: &[MemberRow]) -> Result<(), ActionError> {
        self.new_season_of(family)?;
        if self.chance.percent(22.0) {
            self.fill(family, Fill::Home)?;
        }
        if self.chance.percent(25.0) {
            self.fill(family, Fill::Hygiene)?;
        }
        for person in people {
            let adult_woman = person.cut == Some(Cut::W) && person.band() == Some(AgeBand::Adult);
            if adult_woman && self.chance.percent(7.0) {
                // It is told, noted, and only then written down.
                let (keeper, id) = (self.list_keeper(family).clone(), self.families[family].id);
                consents::give_maternity(&self.house, &keeper, id, Some(person.id), Channel::Said)?;
                self.fill(family, Fill::Maternity(person.id))?;
            }
            if person.band() == Some(AgeBand::Child) && self.chance.percent(25.0) {
                self.fill(family, Fill::SchoolStart(person.id))?;
            }
        }
        for _ in 0..self.chance.between(0, 2) {
            self.wish(family)?;
        }
        Ok(())
    }

    /// The clothes that everybody of the household needs in this half of the year.
    pub(super) fn new_season_of(&mut self, family: usize) -> Result<(), ActionError> {
        for member in self.families[family].members.clone() {
            self.fill(family, Fill::Clothing(member))?;
        }
        Ok(())
    }

    fn fill(&mut self, family: usize, fill: Fill) -> Result<(), ActionError> {
        self.pass(12);
        needs::fill_from_template(&self.house, self.list_keeper(family), self.families[family].id, fill)?;
        Ok(())
    }

    fn wish(&mut self, family: usize) -> Result<(), ActionError> {
        self.pass(25);
        let members = &self.families[family].members;
        let member = if members.is_empty() { None } else { Some(self.chance.of(members)) };
        let Ok(product) = self.chance.of(&WISHES).parse() else { return Ok(()) };
        let need = NewNeed {
            member,
            product,
            cut: None,
            size: None,
            wanted: 1,
            urgency: if self.chance.percent(50.0) { Urgency::Some } else { Urgency::Wish },
            occasion: Occasion::Basic,
        };
        match needs::add(&self.house, self.list_keeper(family), self.families[family].id, need) {
            // The same wish stands there already.
            Ok(_) | Err(ActionError::Field { .. } | ActionError::Refused(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The people of the household with this number. Some say nothing but sizes, some not even those.
    fn people(&mut self, number: usize) -> Vec<NewMember> {
        let kind = match number {
            3 => 6,
            5 => 7,
            _ => self.chance.weighted(&[22.0, 8.0, 10.0, 18.0, 30.0, 5.0, 5.0, 2.0]),
        };
        let mut people = match kind {
            0 => vec![self.adult("", Cut::M)],
            1 => vec![self.adult("", Cut::W)],
            2 => vec![self.adult(names::GROWN_UPS[0], Cut::W), self.adult(names::GROWN_UPS[1], Cut::M)],
            3 => vec![self.adult(names::GROWN_UPS[0], Cut::W)],
            4 => vec![self.adult(names::GROWN_UPS[0], Cut::W), self.adult(names::GROWN_UPS[1], Cut::M)],
            5 => vec![self.adult(names::GROWN_UPS[2], Cut::W), self.adult(names::GROWN_UPS[3], Cut::M)],
            6 => {
                let cut = self.chance.of(&[Cut::W, Cut::M]);
                let sizes = sizing::worn_by_adult(cut, &mut self.chance);
                vec![NewMember { cut: Some(cut), sizes, measured: true, ..NewMember::default() }]
            }
            _ => Vec::new(),
        };
        let children = match kind {
            3 => self.chance.between(1, 3),
            4 => self.chance.between(1, 4),
            _ => 0,
        };
        let mut nicknames = names::CHILDREN;
        self.chance.shuffle(&mut nicknames);
        for nickname in nicknames.into_iter().take(children as usize) {
            people.push(self.child(nickname));
        }
        people
    }

    fn adult(&mut self, nickname: &str, cut: Cut) -> NewMember {
        NewMember {
            nickname: nickname.to_owned(),
            age_band: AgeBand::Adult.word().to_owned(),
            birth_month: None,
            cut: Some(cut),
            sizes: sizing::worn_by_adult(cut, &mut self.chance),
            measured: true,
            ..NewMember::default()
        }
    }

    fn child(&mut self, nickname: &str) -> NewMember {
        let months = self.chance.between(1, 17 * 12) as u16;
        let born = self.day.saturating_sub(i32::from(months).months());
        let is_big = months >= 15 * 12;
        let cut = match months {
            _ if is_big => self.chance.of(&[Cut::W, Cut::M]),
            0..24 => Cut::B,
            _ => Cut::K,
        };
        NewMember {
            nickname: nickname.to_owned(),
            age_band: sizing::band(months).word().to_owned(),
            birth_month: self.chance.percent(65.0).then(|| born.strftime("%Y-%m").to_string()),
            cut: Some(cut),
            sizes: if is_big {
                sizing::worn_by_adult(cut, &mut self.chance)
            } else {
                sizing::worn_by_child(months, &mut self.chance)
            },
            measured: true,
            ..NewMember::default()
        }
    }
}
