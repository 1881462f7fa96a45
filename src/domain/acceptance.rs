//! Acceptance records: what was handed over, counted, weighed, and in which class (law reference 1.4 and 1.5).

use std::collections::BTreeMap;

use super::catalogue::{Catalogue, GroupCode, ProductCode};
use super::item::Condition;
use super::treasury::Marketability;

/// What one line of a record says of the goods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub description: String,
    pub group: Option<GroupCode>,
    pub pieces: i32,
    /// In grams; nobody has to weigh.
    pub weight_g: Option<i64>,
    pub class: Marketability,
    /// Why not fully marketable.
    pub reason: String,
}

/// Pieces and weight of several lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub lines: usize,
    pub pieces: i64,
    /// Grams of the lines that have a weight.
    pub weight_g: i64,
    /// Lines without a weight: the sum is then less than all of it.
    pub unweighed: usize,
}

impl Sum {
    fn add(&mut self, line: &Line) {
        self.lines += 1;
        self.pieces += i64::from(line.pieces);
        self.weight_g += line.weight_g.unwrap_or_default();
        self.unweighed += usize::from(line.weight_g.is_none());
    }
}

/// The sum of all lines.
pub fn total(lines: &[Line]) -> Sum {
    let mut sum = Sum::default();
    lines.iter().for_each(|line| sum.add(line));
    sum
}

/// The sum of each class, also of those that no line has: a company's VAT depends on them (UStAE 10.6 (1a)).
pub fn by_class(lines: &[Line]) -> [(Marketability, Sum); 3] {
    [Marketability::Full, Marketability::Restricted, Marketability::None].map(|class| {
        let mut sum = Sum::default();
        lines.iter().filter(|line| line.class == class).for_each(|line| sum.add(line));
        (class, sum)
    })
}

/// A line that is proposed: a person says in which class the goods are, unless all of them are new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// In the words of whoever described it; empty where the group's name says it.
    pub description: String,
    pub group: Option<GroupCode>,
    pub pieces: i32,
    /// By the catalogue's rule of thumb, in grams; unknown for what has no product.
    pub weight_g: Option<i64>,
    pub class: Option<Marketability>,
}

/// What a record begins with: the pieces that were scanned in, and for groups without any those that were announced.
pub fn propose(
    announced: &[(ProductCode, i64)],
    scanned: &[(ProductCode, Condition, i64)],
    catalogue: &Catalogue,
) -> Vec<Proposed> {
    #[derive(Default)]
    struct Found {
        pieces: i64,
        weight_g: i64,
        used: i64,
    }
    let add = |found: &mut BTreeMap<GroupCode, Found>, product: &ProductCode, pieces: i64, used: bool| {
        let Some(product) = catalogue.product(product.as_str()) else { return };
        let group = found.entry(product.group.clone()).or_default();
        group.pieces += pieces;
        group.weight_g += pieces * i64::from(product.weight_g);
        group.used += if used { pieces } else { 0 };
    };
    let mut here = BTreeMap::new();
    for (product, condition, pieces) in scanned {
        add(&mut here, product, *pieces, *condition != Condition::New);
    }
    let mut awaited = BTreeMap::new();
    for (product, pieces) in announced {
        add(&mut awaited, product, *pieces, true);
    }
    for (group, found) in awaited {
        here.entry(group).or_insert(found);
    }
    // In the order of the catalogue, as everywhere.
    let groups = catalogue.groups().iter().filter_map(|group| Some((group.code.clone(), here.remove(&group.code)?)));
    groups
        .filter(|(_, found)| found.pieces > 0)
        .map(|(group, found)| Proposed {
            description: String::new(),
            group: Some(group),
            pieces: i32::try_from(found.pieces).unwrap_or(i32::MAX),
            weight_g: Some(found.weight_g),
            class: (found.used == 0).then_some(Marketability::Full),
        })
        .collect()
}

/// What was written down of goods before anybody scanned or announced them piece by piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub description: String,
    pub product: Option<ProductCode>,
    /// Where no product is known.
    pub group: Option<GroupCode>,
    pub condition: Option<Condition>,
    pub pieces: i32,
}

/// The same for a gift that is only described: a line for each description.
pub fn propose_written(written: &[Written], catalogue: &Catalogue) -> Vec<Proposed> {
    let line = |one: &Written| {
        let product = one.product.as_ref().and_then(|code| catalogue.product(code.as_str()));
        Proposed {
            description: one.description.clone(),
            group: product.map(|product| product.group.clone()).or_else(|| one.group.clone()),
            pieces: one.pieces,
            weight_g: product.map(|product| i64::from(one.pieces) * i64::from(product.weight_g)),
            class: (one.condition == Some(Condition::New)).then_some(Marketability::Full),
        }
    };
    written.iter().filter(|one| one.pieces > 0).map(line).collect()
}

/// No more than `most` lines, without losing a piece: lines of one group become one, and what is still too much stands together
/// in the last, described in at most `words` characters.
pub fn fold(lines: Vec<Proposed>, most: usize, words: usize) -> Vec<Proposed> {
    if lines.len() <= most {
        return lines;
    }
    let mut folded: Vec<Proposed> = Vec::new();
    for line in lines {
        let is_same = |one: &&mut Proposed| {
            one.group == line.group && (line.group.is_some() || one.description == line.description)
        };
        match folded.iter_mut().find(is_same) {
            Some(one) => one.take_in(&line),
            None => folded.push(line),
        }
    }
    if folded.len() > most {
        let rest = folded.split_off(most.saturating_sub(1));
        let told: Vec<&str> =
            rest.iter().map(|line| line.description.as_str()).filter(|told| !told.is_empty()).collect();
        let description = told.join(", ").chars().take(words).collect();
        let mut last = rest.into_iter().reduce(|mut last, line| {
            last.take_in(&line);
            last
        });
        if let Some(last) = &mut last {
            (last.description, last.group) = (description, None);
        }
        folded.extend(last);
    }
    folded
}

impl Proposed {
    /// Puts another line into this one.
    fn take_in(&mut self, line: &Proposed) {
        self.pieces = self.pieces.saturating_add(line.pieces);
        self.weight_g = self.weight_g.zip(line.weight_g).map(|(one, other)| one + other);
        self.class = self.class.filter(|class| line.class == Some(*class));
        // The group's name says it.
        if self.description != line.description {
            self.description.clear();
        }
    }
}

/// Kilograms as people type them ("12,5", "12.5 kg", "0,35") in grams. Nothing for what is no weight or finer than a gram.
pub fn grams(typed: &str) -> Option<i64> {
    let text = typed.trim().trim_end_matches("kg").trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    Some(whole.parse::<i64>().ok()? * 1000 + format!("{part:0<3}").parse::<i64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(pieces: i32, weight_g: Option<i64>, class: Marketability) -> Line {
        Line { description: "Jacken".to_owned(), group: None, pieces, weight_g, class, reason: String::new() }
    }

    #[test]
    fn sums_say_what_was_not_weighed() {
        let lines = [
            line(10, Some(1_500), Marketability::Full),
            line(3, None, Marketability::None),
            line(2, Some(250), Marketability::Full),
        ];
        assert_eq!(total(&lines), Sum { lines: 3, pieces: 15, weight_g: 1_750, unweighed: 1 });
        let [full, restricted, none] = by_class(&lines);
        assert_eq!(full.1, Sum { lines: 2, pieces: 12, weight_g: 1_750, unweighed: 0 });
        assert_eq!(restricted.1, Sum::default());
        assert_eq!((none.0, none.1.pieces, none.1.unweighed), (Marketability::None, 3, 1));
    }

    #[test]
    fn many_lines_become_few_and_lose_no_piece() {
        let line = |at: usize| Proposed {
            description: format!("Kiste {at}"),
            group: at.is_multiple_of(2).then(|| "TOP".parse().unwrap()),
            pieces: 3,
            weight_g: Some(100),
            class: None,
        };
        let lines: Vec<Proposed> = (0..500).map(line).collect();
        let folded = fold(lines.clone(), 100, 160);
        assert_eq!(folded.len(), 100);
        assert_eq!(folded.iter().map(|line| line.pieces).sum::<i32>(), 1_500);
        assert_eq!((folded[0].pieces, folded[0].description.as_str()), (750, ""));
        assert!(folded.iter().all(|line| line.description.chars().count() <= 160));
        assert_eq!(fold(lines[..100].to_vec(), 100, 160), lines[..100]);
    }

    #[test]
    fn weights_are_read_as_they_are_typed() {
        for (typed, grams_) in
            [("12,5", 12_500), ("12.5 kg", 12_500), ("0,350", 350), ("7", 7_000), (" 1000 kg", 1_000_000)]
        {
            assert_eq!(grams(typed), Some(grams_), "{typed}");
        }
        for typed in ["", ",5", "-1", "1.2345", "1.000,5", "zwölf", "1e3", "9999999999"] {
            assert_eq!(grams(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_is_scanned_counts_before_what_was_announced() {
        let catalogue = Catalogue::shipped();
        let code = |text: &str| text.parse::<ProductCode>().unwrap();
        let jacket = i64::from(catalogue.product("winterjacke").unwrap().weight_g);
        let proposed = propose(
            &[(code("winterjacke"), 50), (code("sneaker"), 20)],
            &[(code("winterjacke"), Condition::New, 3), (code("regenjacke"), Condition::New, 0)],
            catalogue,
        );
        assert_eq!(proposed.len(), 2, "{proposed:?}");
        assert_eq!(
            (proposed[0].pieces, proposed[0].weight_g, proposed[0].class),
            (3, Some(3 * jacket), Some(Marketability::Full))
        );
        assert_eq!((proposed[1].pieces, proposed[1].class), (20, None), "nobody has looked at them");
        let used = propose(&[], &[(code("winterjacke"), Condition::Good, 3)], catalogue);
        assert_eq!(used[0].class, None, "a person says so");
    }
}
