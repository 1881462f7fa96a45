//! Turns templates into the lines of one person or one home.

use super::line::TemplateLine;
use super::{AgeBand, Line, Per, TemplateCode, Templates};
use crate::domain::catalogue::{Cut, Season};

/// What the templates ask about a person. Nothing else about them matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    pub band: AgeBand,
    /// The cut that the person wears.
    pub cut: Cut,
    /// Where it is known; otherwise the middle of the band counts.
    pub age_months: Option<u16>,
}

/// What the templates ask about a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Home {
    pub persons: u16,
    /// Those of them who sleep in a cot; their bed stands in the baby template.
    pub babies: u16,
    pub rooms: u16,
    /// Windows that people can see into.
    pub windows: u16,
}

impl Home {
    /// A home for so many adults and children, with a room for two and a kitchen; windows are counted on the spot.
    pub fn of(persons: u16) -> Home {
        Home { persons, babies: 0, rooms: persons.div_ceil(2) + 1, windows: 0 }
    }
}

impl Templates {
    /// The clothing of a person. `Season::Winter` and `Season::Summer` leave out what only the other half of the year
    /// needs; `Season::AllYear` gives everything.
    ///
    /// Products that do not exist in the person's cut are left out. An adult who wears no particular cut gets what both
    /// adult templates have, in either cut.
    pub fn for_member(&self, member: &Member, season: Season) -> Vec<Line> {
        let code = match (member.band, member.cut) {
            (AgeBand::Baby, _) => TemplateCode::Baby,
            (AgeBand::ChildSmall, _) => TemplateCode::ChildSmall,
            (AgeBand::Child, _) => TemplateCode::Child,
            (AgeBand::Teen, _) => TemplateCode::Teen,
            (AgeBand::Adult, Cut::W) => TemplateCode::AdultW,
            (AgeBand::Adult, _) => TemplateCode::AdultM,
        };
        // Babies' furniture and bedding is not cut for anybody.
        let cut = if code == TemplateCode::Baby { Cut::U } else { member.cut };
        self.lines(code, member, cut, season)
    }

    /// The lines of a template that is chosen by hand: maternity, school start, school year.
    pub fn by_hand(&self, code: TemplateCode, member: &Member, season: Season) -> Vec<Line> {
        self.lines(code, member, Cut::U, season)
    }

    /// The furniture, bedding and kitchen of a home.
    pub fn for_home(&self, home: &Home) -> Vec<Line> {
        let templates = [TemplateCode::HomePerson, TemplateCode::HomeHousehold];
        templates.into_iter().flat_map(|code| self.home_lines(code, home)).collect()
    }

    /// What a household uses up: each line as often as its `renew` says.
    pub fn hygiene(&self, home: &Home) -> Vec<Line> {
        self.home_lines(TemplateCode::Hygiene, home)
    }

    fn home_lines(&self, code: TemplateCode, home: &Home) -> Vec<Line> {
        let lines = self.get(code).lines.iter();
        lines.filter_map(|line| line.resolve(Cut::U, line.for_home(home))).collect()
    }

    fn lines(&self, code: TemplateCode, member: &Member, cut: Cut, season: Season) -> Vec<Line> {
        let months = member.age_months.unwrap_or_else(|| member.band.assumed_months());
        let lines = self.get(code).lines.iter().filter(|line| line.season.meets(season) && line.is_for_age(months));
        lines.filter_map(|line| line.resolve(cut, line.in_season(season))).collect()
    }
}

impl TemplateLine {
    fn is_for_age(&self, months: u16) -> bool {
        self.from_months <= months && self.below_months.is_none_or(|below| months < below)
    }

    fn in_season(&self, season: Season) -> u16 {
        match (season, self.quantity_summer) {
            (Season::Summer, Some(summer)) => summer,
            (Season::AllYear, Some(summer)) => summer.max(self.quantity),
            _ => self.quantity,
        }
    }

    fn for_home(&self, home: &Home) -> u16 {
        if home.persons == 0 {
            return 0;
        }
        let quantity = match self.large {
            Some((persons, quantity)) if home.persons >= persons => quantity,
            _ => self.quantity,
        };
        let of = match self.per {
            Some(Per::Person) => home.persons,
            Some(Per::Bed) => home.persons.saturating_sub(home.babies),
            Some(Per::Room) => home.rooms,
            Some(Per::Window) => home.windows,
            Some(Per::Home) | None => 1,
        };
        let shared = quantity.saturating_mul(of).div_ceil(self.share);
        if shared == 0 { 0 } else { shared.saturating_add(self.spare) }
    }

    /// The line for somebody who wears this cut; `None` when nothing of it remains.
    fn resolve(&self, cut: Cut, quantity: u16) -> Option<Line> {
        let worn = self.products.iter().filter(|(_, cuts)| cuts.iter().any(|&offered| cut.takes(offered)));
        let products: Vec<_> = worn.map(|(code, _)| code.clone()).collect();
        (!products.is_empty() && quantity > 0).then_some(Line {
            products,
            quantity,
            renew: self.renew,
            season: self.season,
            essential: self.essential,
            on_request: self.on_request,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::catalogue::Catalogue;

    fn member(band: AgeBand, cut: Cut) -> Member {
        Member { band, cut, age_months: None }
    }

    /// A line as `products quantity/renew`, empty when there is none.
    fn line(lines: &[Line], product: &str) -> String {
        let found = lines.iter().find(|line| line.products.iter().any(|code| code.as_str() == product));
        found.map_or(String::new(), |line| {
            let products: Vec<&str> = line.products.iter().map(|code| code.as_str()).collect();
            format!("{} {}/{}", products.join("|"), line.quantity, line.renew)
        })
    }

    #[test]
    fn adults_get_what_comes_in_their_cut() {
        let woman = Templates::shipped().for_member(&member(AgeBand::Adult, Cut::W), Season::Winter);
        assert_eq!(line(&woman, "unterhemd"), "unterhemd 2/12");
        assert_eq!(line(&woman, "bh"), "bh 3/12");
        assert_eq!(line(&woman, "bluse"), "langarm|bluse 3/12");
        assert_eq!(line(&woman, "winterjacke"), "winterjacke 1/36");
        assert_eq!(line(&woman, "tshirt"), "tshirt 4/12");
        let man = Templates::shipped().for_member(&member(AgeBand::Adult, Cut::M), Season::Summer);
        assert_eq!(line(&man, "unterhemd"), "unterhemd 3/12");
        assert_eq!(line(&man, "bh"), "");
        assert_eq!(line(&man, "hemd"), "langarm|hemd 3/12");
        assert_eq!(line(&man, "jeans"), "jeans|stoffhose 3/12");
        assert_eq!(line(&man, "shorts"), "shorts 2/12");
        assert_eq!(line(&man, "tshirt"), "tshirt 6/12");
        assert_eq!(line(&man, "winterjacke"), "", "not in summer");
        let anybody = Templates::shipped().for_member(&member(AgeBand::Adult, Cut::U), Season::AllYear);
        assert_eq!(line(&anybody, "bluse"), "langarm|bluse|hemd 3/12");
        assert_eq!(line(&anybody, "bh"), "");
    }

    #[test]
    fn children_get_things_more_often() {
        let at = |months, season| {
            let child = Member { band: AgeBand::of_years(months / 12), cut: Cut::K, age_months: Some(months) };
            Templates::shipped().for_member(&child, season)
        };
        assert_eq!(line(&at(9 * 12, Season::Winter), "winterjacke"), "winterjacke 1/12");
        assert_eq!(line(&at(10 * 12, Season::Winter), "winterjacke"), "winterjacke 1/24");
        assert_eq!(line(&at(3 * 12, Season::Winter), "winterjacke"), "winterjacke 1/12");
        assert_eq!(line(&at(3 * 12, Season::Winter), "handschuhe"), "handschuhe 2/12");
        assert_eq!(line(&at(6 * 12, Season::AllYear), "matschhose"), "matschhose 1/12");
        assert_eq!(line(&at(7 * 12, Season::AllYear), "matschhose"), "");
        assert_eq!(line(&at(8 * 12, Season::Summer), "sandalen"), "sandalen 1/6");
        assert_eq!(line(&at(8 * 12, Season::AllYear), "sportschuhe"), "sportschuhe 1/6");
        assert_eq!(line(&at(4 * 12, Season::AllYear), "sportschuhe"), "");
        let teen = |cut| Templates::shipped().for_member(&member(AgeBand::Teen, cut), Season::AllYear);
        assert_eq!(line(&teen(Cut::W), "bh"), "bh 2/12");
        assert_eq!(line(&teen(Cut::M), "bh"), "");
        assert_eq!(line(&teen(Cut::M), "rucksack"), "rucksack 1/36");
    }

    #[test]
    fn babies_grow_through_size_steps_and_get_their_furniture_once() {
        let at = |months| {
            let baby = Member { band: AgeBand::Baby, cut: Cut::B, age_months: Some(months) };
            Templates::shipped().for_member(&baby, Season::Winter)
        };
        assert_eq!(line(&at(2), "body"), "body 6/size");
        assert_eq!(line(&at(2), "windel"), "windel 1/1");
        assert_eq!(line(&at(2), "babyoverall"), "babyoverall 1/size");
        assert_eq!(line(&at(2), "kinderbett"), "kinderbett 1/once");
        assert_eq!(line(&at(2), "matratze"), "matratze 1/once");
        assert_eq!((line(&at(2), "hochstuhl").as_str(), line(&at(6), "hochstuhl").as_str()), ("", "hochstuhl 1/once"));
        assert_eq!((line(&at(2), "buggy").as_str(), line(&at(12), "kinderwagen").as_str()), ("", ""));
        assert!(at(2).iter().find(|line| line.products[0].as_str() == "kindersitz").unwrap().on_request);
    }

    #[test]
    fn pregnancy_and_school_are_chosen_by_hand() {
        let woman = member(AgeBand::Adult, Cut::W);
        let expecting = Templates::shipped().by_hand(TemplateCode::Maternity, &woman, Season::Winter);
        assert_eq!(line(&expecting, "umstandstop"), "umstandstop 4/once");
        assert_eq!(line(&expecting, "unterhose"), "unterhose 7/once");
        let school = |code, years| {
            let pupil = Member { band: AgeBand::of_years(years), cut: Cut::W, age_months: Some(12 * years) };
            Templates::shipped().by_hand(code, &pupil, Season::AllYear)
        };
        assert_eq!(school(TemplateCode::SchoolStart, 6).len(), 8);
        assert_eq!(line(&school(TemplateCode::SchoolYear, 8), "ranzen"), "ranzen|rucksack 1/48");
        assert_eq!(line(&school(TemplateCode::SchoolYear, 8), "taschenrechner"), "");
        assert_eq!(line(&school(TemplateCode::SchoolYear, 13), "taschenrechner"), "taschenrechner 1/once");
    }

    #[test]
    fn a_home_grows_with_its_persons() {
        let home = |persons| Templates::shipped().for_home(&Home::of(persons));
        assert_eq!(line(&home(1), "schrank"), "schrank 1/120");
        assert_eq!(line(&home(5), "schrank"), "schrank 3/120");
        assert_eq!(line(&home(4), "besteck"), "besteck 6/60");
        assert_eq!(line(&home(4), "topf"), "topf 3/60");
        assert_eq!(line(&home(5), "topf"), "topf 4/60");
        assert_eq!(line(&home(3), "pfanne"), "pfanne 1/60");
        assert_eq!(line(&home(4), "pfanne"), "pfanne 2/60");
        assert_eq!(line(&home(3), "bettwaesche"), "bettwaesche 6/60");
        assert_eq!(line(&home(4), "vorhang"), "");
        let young = Home { babies: 1, windows: 3, ..Home::of(3) };
        let young = Templates::shipped().for_home(&young);
        assert_eq!(line(&young, "bettgestell"), "bettgestell 2/120");
        assert_eq!(line(&young, "stuhl"), "stuhl 3/120");
        assert_eq!(line(&young, "vorhang"), "vorhang 3/60");
        assert!(home(0).is_empty());
        let hygiene = Templates::shipped().hygiene(&Home::of(3));
        assert_eq!(line(&hygiene, "seife"), "seife 3/1");
        assert_eq!(line(&hygiene, "zahnpflege"), "zahnpflege 3/3");
        assert_eq!(line(&hygiene, "waschmittel"), "waschmittel 1/1");
    }

    proptest! {
        #[test]
        fn everything_on_the_list_can_be_worn(band in 0..5usize, cut in 0..5usize, months: Option<u8>, season in 0..3usize) {
            let person = Member { band: AgeBand::ALL[band], cut: Cut::ALL[cut], age_months: months.map(u16::from) };
            let lines = Templates::shipped().for_member(&person, Season::ALL[season]);
            prop_assert!(lines.iter().all(|line| line.quantity > 0 && line.season.meets(Season::ALL[season])));
            for code in lines.iter().flat_map(|line| &line.products).filter(|_| person.band != AgeBand::Baby) {
                prop_assert!(Catalogue::shipped().product(code.as_str()).unwrap().comes_in(person.cut));
            }
        }

        #[test]
        fn a_larger_home_never_needs_less(persons in 0..40u16, more in 0..40u16) {
            let total = |persons| -> u32 {
                Templates::shipped().for_home(&Home::of(persons)).iter().map(|line| u32::from(line.quantity)).sum()
            };
            prop_assert!(total(persons) <= total(persons + more));
        }
    }
}
