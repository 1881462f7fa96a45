//! Which two records may be one household. No names are needed: the same area, people of the same ages, and the same
//! months of birth or sizes. It only proposes; two people decide.

use std::collections::{BTreeMap, HashMap};

use super::ids::{HouseholdId, MemberId};
use super::templates::AgeBand;

/// A household as the comparison sees it.
#[derive(Clone, Debug)]
pub struct Profile {
    pub id: HouseholdId,
    /// Folded, so that spelling does not matter.
    pub area: String,
    pub people: Vec<Person>,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub id: MemberId,
    pub band: Option<AgeBand>,
    pub birth_month: Option<String>,
    /// Folded; empty where nobody gave one.
    pub nickname: String,
    pub sizes: BTreeMap<String, String>,
}

/// From so many points on, two records are proposed: two birth months, or one and a size, or three sizes.
pub const ENOUGH: u32 = 3;
/// From so many points on two people are taken for one when their records are merged. A size alone is no person.
pub const SURE: u32 = 2;
/// Households of one area and one set of ages that are compared with each other; the newest.
const MOST_ALIKE: usize = 300;

/// Two households with what speaks for their being one, in points, and the people taken for the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    pub one: HouseholdId,
    pub other: HouseholdId,
    pub points: u32,
}

/// What speaks for two people being one, in points; `None` when something speaks against it.
fn alike(one: &Person, other: &Person) -> Option<u32> {
    if one.band != other.band {
        return None;
    }
    let mut points = 0;
    match (&one.birth_month, &other.birth_month) {
        (Some(a), Some(b)) if a == b => points += 2,
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    if !one.nickname.is_empty() && !other.nickname.is_empty() {
        if one.nickname != other.nickname {
            return None;
        }
        points += 2;
    }
    for (what, size) in &one.sizes {
        match other.sizes.get(what) {
            Some(same) if same == size => points += 1,
            // A child grows: another size says nothing there, and an adult's says a little against it.
            Some(_) if matches!(one.band, None | Some(AgeBand::Adult)) => return None,
            _ => {}
        }
    }
    Some(points)
}

/// Pairs the people of two records that are the same as far as anybody can tell ([`SURE`]).
pub fn same_people(one: &[Person], other: &[Person]) -> Vec<(MemberId, MemberId, u32)> {
    let mut pairs = pairs(one, other);
    pairs.retain(|(.., points)| *points >= SURE);
    pairs
}

/// Pairs the people of two records that nothing speaks against, the surest first. Gives the pairs as (of the first, of the
/// second).
fn pairs(one: &[Person], other: &[Person]) -> Vec<(MemberId, MemberId, u32)> {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (at, a) in one.iter().enumerate() {
        for (with, b) in other.iter().enumerate() {
            pairs.extend(alike(a, b).map(|points| (points, at, with)));
        }
    }
    pairs.sort_by_key(|(points, at, with)| (std::cmp::Reverse(*points), *at, *with));
    let (mut taken, mut given) = (vec![false; one.len()], vec![false; other.len()]);
    let mut found = Vec::new();
    for (points, at, with) in pairs {
        if !taken[at] && !given[with] {
            (taken[at], given[with]) = (true, true);
            found.push((one[at].id, other[with].id, points));
        }
    }
    found
}

/// The points of two records; `None` when they have not the same people.
fn points(one: &Profile, other: &Profile) -> Option<u32> {
    let pairs = pairs(&one.people, &other.people);
    let complete = one.people.len() == other.people.len() && pairs.len() == one.people.len();
    complete.then(|| pairs.iter().map(|(.., points)| points).sum())
}

/// The pairs that may be one household, the most alike first, at most `limit`.
pub fn proposals(profiles: &[Profile], limit: usize) -> Vec<Alike> {
    let mut groups: HashMap<(&str, Vec<Option<AgeBand>>), Vec<&Profile>> = HashMap::new();
    for profile in profiles.iter().filter(|profile| !profile.area.is_empty() && !profile.people.is_empty()) {
        let mut bands: Vec<_> = profile.people.iter().map(|person| person.band).collect();
        bands.sort();
        groups.entry((&profile.area, bands)).or_default().push(profile);
    }
    let mut found = Vec::new();
    for group in groups.values_mut().filter(|group| group.len() > 1) {
        group.sort_by_key(|profile| std::cmp::Reverse(profile.id));
        group.truncate(MOST_ALIKE);
        for (at, newer) in group.iter().enumerate() {
            for older in &group[at + 1..] {
                if let Some(points) = points(older, newer).filter(|points| *points >= ENOUGH) {
                    found.push(Alike { one: older.id, other: newer.id, points });
                }
            }
        }
    }
    found.sort_by_key(|pair| (std::cmp::Reverse(pair.points), pair.one, pair.other));
    found.truncate(limit);
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn person(id: u128, band: AgeBand, born: Option<&str>, clothes: &str) -> Person {
        let sizes = if clothes.is_empty() {
            BTreeMap::new()
        } else {
            BTreeMap::from([("clothes".to_owned(), clothes.to_owned())])
        };
        let birth_month = born.map(str::to_owned);
        Person { id: MemberId(Uuid::from_u128(id)), band: Some(band), birth_month, nickname: String::new(), sizes }
    }

    fn profile(id: u128, area: &str, people: Vec<Person>) -> Profile {
        Profile { id: HouseholdId(Uuid::from_u128(id)), area: area.to_owned(), people }
    }

    fn family(id: u128) -> Profile {
        let child = |n, born| person(10 * id + n, AgeBand::Child, Some(born), "");
        profile(
            id,
            "unterkunft nord",
            vec![child(1, "2018-03"), child(2, "2016-11"), person(10 * id + 3, AgeBand::Adult, None, "38")],
        )
    }

    #[test]
    fn the_same_children_in_the_same_place_are_one_family() {
        let found = proposals(&[family(1), family(2)], 9);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].points, found[0].one.0.as_u128(), found[0].other.0.as_u128()), (5, 1, 2));
    }

    #[test]
    fn another_month_another_place_or_one_more_person_speaks_against_it() {
        let mut elsewhere = family(2);
        elsewhere.area = "58762".to_owned();
        let mut other_month = family(3);
        other_month.people[0].birth_month = Some("2018-04".to_owned());
        let mut larger = family(4);
        larger.people.push(person(99, AgeBand::Baby, None, ""));
        for other in [elsewhere, other_month, larger] {
            assert!(proposals(&[family(1), other], 9).is_empty());
        }
    }

    #[test]
    fn many_single_men_in_size_m_are_not_one_man() {
        let men: Vec<Profile> = (1..40)
            .map(|id| profile(id, "unterkunft nord", vec![person(1000 + id, AgeBand::Adult, None, "M")]))
            .collect();
        assert!(proposals(&men, 99).is_empty());
    }

    #[test]
    fn a_size_alone_makes_no_two_people_one_and_two_names_never_do() {
        let one = [person(1, AgeBand::Adult, None, "M")];
        assert!(same_people(&one, &[person(2, AgeBand::Adult, None, "M")]).is_empty());
        let named =
            |id, name: &str| Person { nickname: name.to_owned(), ..person(id, AgeBand::Child, Some("2018-03"), "128") };
        assert!(same_people(&[named(1, "mia")], &[named(2, "lea")]).is_empty());
        assert_eq!(same_people(&[named(1, "mia")], &[named(2, "")]).len(), 1);
    }

    proptest! {
        #[test]
        fn nobody_is_two_people(bands in proptest::collection::vec(0..5usize, 0..8), others in proptest::collection::vec(0..5usize, 0..8)) {
            let people = |bands: &[usize], from: u128| -> Vec<Person> {
                bands.iter().zip(from..).map(|(band, id)| person(id, AgeBand::ALL[*band], None, "")).collect()
            };
            let pairs = pairs(&people(&bands, 1), &people(&others, 100));
            let ones: std::collections::HashSet<_> = pairs.iter().map(|pair| pair.0).collect();
            let twos: std::collections::HashSet<_> = pairs.iter().map(|pair| pair.1).collect();
            prop_assert!(ones.len() == pairs.len() && twos.len() == pairs.len());
        }
    }
}
