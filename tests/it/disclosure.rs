//! Disclosure control (law reference 2.4), attacked: with a linear program over random tables, by taking one period from another,
//! and over all that a town gives its donors.

use std::collections::BTreeMap;

use gabentisch::actions::terminals;
use gabentisch::domain::HouseholdId;
use gabentisch::domain::disclosure::difference::{Against, Out, Period, decide_against, decide_beside};
use gabentisch::domain::disclosure::{
    Audience, Cell, Counted, Grid, Line, Mark, NARROWEST, Reach, Shown, ShownTable, decide, list, table,
    table_without_audit,
};
use gabentisch::reports::donor_gifts;
use gabentisch::store::donors::{self, DonorFilter};
use gabentisch::store::paging::Cursor;
use gabentisch::store::{DatabaseUrl, published};
use gabentisch::upkeep::demo::{TownSize, make, simulated_house};
use proptest::prelude::*;

use crate::support::attacker::{Attacker, Chance};

const SPARSE: [i64; 8] = [0, 1, 2, 3, 5, 6, 8, 11];
const DENSE: [i64; 8] = [0, 2, 4, 6, 9, 13, 20, 35];

/// A cell of so many households, of which most got a piece or two and now and then one got a lot.
fn cell(chance: &mut Chance, households: i64) -> Cell {
    Cell::of((0..households).map(|_| if chance.below(30) == 0 { 25 } else { 1 + chance.below(3) as i64 }))
}

fn cells(chance: &mut Chance, count: usize) -> Vec<Cell> {
    let of = if chance.below(2) == 0 { &SPARSE } else { &DENSE };
    (0..count)
        .map(|_| {
            let households = chance.of(of);
            cell(chance, households)
        })
        .collect()
}

/// What is found out.
#[derive(Debug, Default, PartialEq)]
struct Found {
    asked: usize,
    exact: usize,
    narrow: usize,
}

impl Found {
    fn add(&mut self, width: f64) {
        self.asked += 1;
        self.exact += usize::from(width < 1e-6);
        self.narrow += usize::from(width < NARROWEST as f64 - 1e-6);
    }
}

fn attack_list(cells: &[Cell], audience: Audience, count: fn(&Cell) -> i64, found: &mut Found) {
    let shown = list(cells, audience);
    let mut attacker = Attacker::default();
    let numbers: Vec<usize> =
        cells.iter().zip(&shown.cells).map(|(cell, shown)| attacker.number(count(cell), shown.is_hidden())).collect();
    let total = attacker.number(cells.iter().map(count).sum(), shown.total.is_hidden());
    attacker.sum(numbers.iter().copied(), total);
    for (cell, number) in cells.iter().zip(numbers) {
        if cell.is_primary(audience.k()) {
            found.add(attacker.width(number));
        }
    }
}

fn attack_grid(rows: &[Vec<Cell>], grid: &Grid, k: i64, count: fn(&Cell) -> i64, found: &mut Found) {
    let mut attacker = Attacker::default();
    let of = |row: &Vec<Cell>| row.iter().map(count).sum::<i64>();
    let mut numbers = Vec::new();
    for (row, shown) in rows.iter().zip(&grid.cells) {
        let row: Vec<usize> =
            row.iter().zip(shown).map(|(cell, shown)| attacker.number(count(cell), shown.is_hidden())).collect();
        numbers.push(row);
    }
    let total = attacker.number(rows.iter().map(of).sum(), grid.total.is_hidden());
    let sums: Vec<usize> =
        rows.iter().zip(&grid.rows).map(|(row, shown)| attacker.number(of(row), shown.is_hidden())).collect();
    for (row, sum) in numbers.iter().zip(&sums) {
        attacker.sum(row.iter().copied(), *sum);
    }
    attacker.sum(sums, total);
    let mut sums = Vec::new();
    for (column, shown) in grid.columns.iter().enumerate() {
        let sum = attacker.number(rows.iter().map(|row| count(&row[column])).sum(), shown.is_hidden());
        attacker.sum(numbers.iter().map(|row| row[column]), sum);
        sums.push(sum);
    }
    attacker.sum(sums, total);
    for (row, numbers) in rows.iter().zip(&numbers) {
        for (cell, number) in row.iter().zip(numbers) {
            if cell.is_primary(k) {
                found.add(attacker.width(*number));
            }
        }
    }
}

const MEASURES: [fn(&Cell) -> i64; 2] = [|cell| cell.items, |cell| cell.households];
const AUDIENCES: [Audience; 3] = [Audience::Donor, Audience::City, Audience::OpenData];

#[test]
fn five_hundred_lists_tell_nothing() {
    let (mut chance, mut found) = (Chance::new(5), Found::default());
    for round in 0..500 {
        let count = 3 + chance.below(8);
        let cells = cells(&mut chance, count);
        let audience = AUDIENCES[round % 3];
        MEASURES.into_iter().for_each(|count| attack_list(&cells, audience, count, &mut found));
    }
    assert!(found.asked > 2000, "{found:?}");
    assert_eq!((found.exact, found.narrow), (0, 0), "{found:?}");
}

/// Five hundred tables of 3 by 3 up to 6 by 6. Without the audit the same attacker finds numbers out, so this test can fail.
#[test]
fn five_hundred_tables_tell_nothing() {
    let (mut chance, mut audited, mut classical) = (Chance::new(3), Found::default(), Found::default());
    for round in 0..500 {
        let (rows, columns) =
            if round % 10 == 0 { (6, 5 + chance.below(2)) } else { (3 + chance.below(2), 3 + chance.below(2)) };
        let rows: Vec<Vec<Cell>> = (0..rows).map(|_| cells(&mut chance, columns)).collect();
        let audience = AUDIENCES[round % 3];
        let count = MEASURES[round % 2];
        attack_grid(&rows, &table(&rows, audience), audience.k(), count, &mut audited);
        if round % 5 == 0 {
            attack_grid(&rows, &table_without_audit(&rows, audience), audience.k(), count, &mut classical);
        }
    }
    assert!(audited.asked > 1500, "{audited:?}");
    assert_eq!((audited.exact, audited.narrow), (0, 0), "{audited:?}");
    assert!(classical.narrow > 0, "the attacker is too weak: {classical:?}");
}

/// By hand, with the numbers of the reference's own check.
#[test]
fn the_rule_by_hand() {
    let one_each = |households: &[i64]| households.iter().map(|n| Cell::one_each(*n)).collect::<Vec<_>>();
    let shown = |households: &[i64]| list(&one_each(households), Audience::Donor);
    use Shown::{Hidden, Items, Zero};
    // 2 alone, and 5 with it; 7 are 5 + (2 - 1) and more.
    assert_eq!(shown(&[11, 2, 0, 5, 8]).cells, [Items(10), Hidden, Zero, Hidden, Items(10)]);
    // 2 + 3 = 5 are fewer than 6: one more.
    assert_eq!(shown(&[2, 3, 20, 6]).cells, [Hidden, Hidden, Items(20), Hidden]);
    // 2 + 4 are 6.
    assert_eq!(shown(&[2, 4, 20, 6]).cells, [Hidden, Hidden, Items(20), Items(5)]);
    // Of two equal ones the first.
    assert_eq!(shown(&[1, 7, 7]).cells, [Hidden, Hidden, Items(5)]);
    // Nothing is left to go with it: no total.
    assert_eq!((shown(&[4, 0, 0]).cells, shown(&[4, 0, 0]).total), (vec![Hidden, Zero, Zero], Hidden));
    assert_eq!(shown(&[30, 10]).total, Items(40));
    // One household with more than half, two with more than three quarters.
    let dominated = |held: &[i64]| Cell::of(held.iter().copied()).is_primary(5);
    assert!(dominated(&[6, 2, 1, 1, 1]) && !dominated(&[6, 3, 1, 1, 1]), "6 of 11, 6 of 12");
    assert!(dominated(&[10, 6, 1, 1, 1, 1]) && !dominated(&[9, 6, 1, 1, 1, 2]), "16 of 20, 15 of 20");
    assert_eq!(Shown::Items(15).percent_of(Shown::Items(40)), Some(38));
    assert_eq!(Shown::Hidden.percent_of(Shown::Items(40)), None);
}

/// Cells as a property test draws them: what each household has.
fn any_cells(most: usize) -> impl Strategy<Value = Vec<Cell>> {
    let held = prop::collection::vec(prop_oneof![8 => 1..4i64, 1 => 10..40i64], 0..14);
    prop::collection::vec(held.prop_map(Cell::of), 1..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// A higher k never shows what a lower one hides.
    #[test]
    fn a_higher_k_shows_no_more(cells in any_cells(9), rows in prop::collection::vec(any_cells(5), 2..5)) {
        let width = rows.iter().map(Vec::len).min().unwrap_or_default();
        let rows: Vec<Vec<Cell>> = rows.into_iter().map(|row| row[..width].to_vec()).collect();
        let rising = [Audience::City, Audience::Donor, Audience::OpenData];
        for pair in rising.windows(2) {
            let [low, high] = [list(&cells, pair[0]), list(&cells, pair[1])];
            let all = |list: &gabentisch::domain::disclosure::List| [list.cells.clone(), vec![list.total]].concat();
            for (low, high) in all(&low).into_iter().zip(all(&high)) {
                prop_assert!(!low.is_hidden() || high.is_hidden());
            }
            let [low, high] = [table(&rows, pair[0]), table(&rows, pair[1])];
            let all = |grid: &Grid| [grid.cells.concat(), grid.rows.clone(), grid.columns.clone(), vec![grid.total]].concat();
            for (low, high) in all(&low).into_iter().zip(all(&high)) {
                prop_assert!(!low.is_hidden() || high.is_hidden());
            }
        }
    }

    /// What is shown is a multiple of five, nothing or a dot; asked again, and asked about what was shown, it says the same.
    #[test]
    fn twice_is_once(cells in any_cells(9)) {
        let shown = list(&cells, Audience::Donor);
        prop_assert_eq!(&shown, &list(&cells, Audience::Donor));
        for number in shown.cells.iter().chain([&shown.total]) {
            if let Shown::Items(items) = number {
                prop_assert!(items % 5 == 0 && *items > 0);
                prop_assert_eq!(Shown::number(*items), *number);
            }
        }
        // The hidden ones away, nothing more has to be hidden.
        let rest: Vec<Cell> =
            cells.iter().zip(&shown.cells).map(|(cell, shown)| if shown.is_hidden() { Cell::default() } else { *cell }).collect();
        prop_assert!(list(&rest, Audience::Donor).cells.iter().all(|shown| !shown.is_hidden()));
    }
}

/// Who got what of which group in which quarter.
type History = Vec<(usize, usize, u128, i64)>;

fn history(chance: &mut Chance) -> History {
    let events = 30 + chance.below(220);
    let households = 8 + chance.below(60);
    (0..events)
        .map(|_| {
            let group = chance.below(6).min(chance.below(6));
            (chance.below(4), group, chance.below(households) as u128, 1 + chance.below(3) as i64)
        })
        .collect()
}

fn counted(history: &History, quarter: Option<usize>) -> Counted {
    let mut counted = Counted::new("group", Audience::Donor);
    for group in 0..6 {
        counted.line(&group.to_string()).beside = 50;
    }
    for (when, group, household, items) in history {
        if quarter.is_none_or(|quarter| quarter == *when) {
            counted.add(&group.to_string(), Some(HouseholdId(uuid::Uuid::from_u128(*household))), *items);
        }
    }
    counted
}

fn left(whole: &BTreeMap<Mark, i64>, parts: &[&BTreeMap<Mark, i64>]) -> Cell {
    let mut left = whole.clone();
    for (mark, items) in parts.iter().flat_map(|part| part.iter()) {
        *left.entry(mark.clone()).or_default() -= items;
    }
    Cell::of(left.into_values().map(i64::abs))
}

fn all_held(list: &Counted) -> BTreeMap<Mark, i64> {
    let mut all = BTreeMap::new();
    for (mark, items) in list.lines.iter().flat_map(|line| &line.held) {
        *all.entry(mark.clone()).or_default() += items;
    }
    all
}

/// Takes periods of one year from each other in every way. What is found: a difference of too few households, or a number in too
/// narrow bounds.
pub fn attack_periods(out: &[Out], name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let part = |out: &Out| -> Option<(Counted, ShownTable)> {
        let counted = out.counted.iter().find(|list| list.name == name)?;
        Some((counted.clone(), out.shown.iter().find(|list| list.name == name)?.clone()))
    };
    let year = out.iter().find(|out| out.period.quarter.is_none()).and_then(part);
    let quarters: Vec<(Counted, ShownTable)> =
        out.iter().filter(|out| out.period.quarter.is_some()).filter_map(part).collect();
    let mut keys: Vec<String> = Vec::new();
    for (counted, _) in year.iter().chain(&quarters) {
        for line in &counted.lines {
            if !keys.contains(&line.key) {
                keys.push(line.key.clone());
            }
        }
    }
    let line = |of: &Counted, key: &str| of.lines.iter().find(|line| line.key == key).cloned().unwrap_or_default();
    let is_told = |of: &ShownTable, key: &str| of.line(key).is_none_or(|line| !line.items.is_hidden());
    let audience = year.iter().chain(&quarters).map(|(counted, _)| counted.audience.k()).max().unwrap_or(5);
    let k = |line: &Line| if line.special { 10 } else { audience };
    if let Some((year, shown)) = &year {
        for key in keys.iter().filter(|key| is_told(shown, key)) {
            let whole = line(year, key);
            let told: Vec<BTreeMap<Mark, i64>> =
                quarters.iter().filter(|(_, shown)| is_told(shown, key)).map(|(of, _)| line(of, key).held).collect();
            for some in 0..1_usize << told.len() {
                let parts: Vec<&BTreeMap<Mark, i64>> =
                    told.iter().enumerate().filter(|(at, _)| some >> at & 1 == 1).map(|(_, held)| held).collect();
                if left(&whole.held, &parts).is_primary(k(&whole)) {
                    found.push(format!("{key}: the year less {some:b}"));
                }
            }
        }
        if !shown.total.items.is_hidden() {
            let told: Vec<BTreeMap<Mark, i64>> = quarters
                .iter()
                .filter(|(_, shown)| !shown.total.items.is_hidden())
                .map(|(of, _)| all_held(of))
                .collect();
            if left(&all_held(year), &told.iter().collect::<Vec<_>>()).is_primary(audience) {
                found.push("the total of the year less its quarters".to_owned());
            }
        }
    }
    // All sums at once.
    let mut attacker = Attacker::default();
    let mut asked = Vec::new();
    let mut of_row: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    let mut totals = Vec::new();
    for (counted, shown) in &quarters {
        let mut column = Vec::new();
        for (at, key) in keys.iter().enumerate() {
            let line = line(counted, key);
            let number = attacker.number(line.cell().items, !is_told(shown, key));
            if shown.line(key).is_some_and(|line| !line.all.is_hidden()) && !is_told(shown, key) {
                attacker.at_most(number, line.cell().items + line.beside);
            }
            if line.cell().is_primary(k(&line)) {
                asked.push((number, format!("{key} of a quarter")));
            }
            of_row[at].push(number);
            column.push(number);
        }
        let total = attacker.number(counted.total().items, shown.total.items.is_hidden());
        attacker.sum(column, total);
        totals.push((total, counted.total().items));
    }
    if let Some((year, shown)) = &year {
        let mut column = Vec::new();
        for (at, key) in keys.iter().enumerate() {
            let line = line(year, key);
            let number = attacker.number(line.cell().items, !is_told(shown, key));
            let of_quarters: i64 = quarters.iter().map(|(of, _)| self::line_items(of, key)).sum();
            of_row[at].push(attacker.unsaid(line.cell().items - of_quarters));
            attacker.sum(of_row[at].clone(), number);
            if line.cell().is_primary(k(&line)) {
                asked.push((number, format!("{key} of the year")));
            }
            column.push(number);
        }
        let total = attacker.number(year.total().items, shown.total.items.is_hidden());
        attacker.sum(column, total);
        let rest = attacker.unsaid(year.total().items - totals.iter().map(|(_, items)| items).sum::<i64>());
        attacker.sum(totals.iter().map(|(number, _)| *number).chain([rest]), total);
    }
    for (number, name) in asked {
        let width = attacker.width(number);
        if width < NARROWEST as f64 - 1e-6 {
            found.push(format!("{name}: {:?}", attacker.bounds(number)));
        }
    }
    found
}

fn line_items(of: &Counted, key: &str) -> i64 {
    of.lines.iter().find(|line| line.key == key).map_or(0, |line| line.cell().items)
}

/// Quarters and their year, given out in any order. Each table alone is safe; only looking back makes them safe together.
#[test]
fn quarters_and_their_year_tell_nothing_together() {
    let (mut chance, mut refused, mut naive, mut given) = (Chance::new(11), 0, 0, 0);
    for round in 0..60 {
        let history = history(&mut chance);
        let mut periods = vec![None, Some(0), Some(1), Some(2), Some(3)];
        for at in 1..periods.len() {
            periods.swap(at, chance.below(at + 1));
        }
        // Sometimes not all are given out.
        periods.truncate(3 + chance.below(3));
        let (mut out, mut careless) = (Vec::new(), Vec::new());
        for quarter in periods {
            let counted = vec![counted(&history, quarter)];
            let period = Period { year: 2026, quarter: quarter.map(|quarter| quarter as i8 + 1) };
            careless.push(Out { period, shown: decide(&counted), counted: counted.clone() });
            match decide_beside(&counted, period, &out) {
                Some(shown) => {
                    given += 1;
                    out.push(Out { period, counted, shown });
                }
                None => refused += 1,
            }
            let found = attack_periods(&out, "group");
            assert!(found.is_empty(), "round {round}: {found:?}");
        }
        naive += usize::from(!attack_periods(&careless, "group").is_empty());
    }
    assert!(naive > 0, "the attacker is too weak");
    assert!(given > 150 && refused < 60, "{given} given out, {refused} refused");
}

/// All donors and each of them, given out in any order: the attacker that takes quarters from their year takes donors from all.
#[test]
fn all_donors_less_some_tell_nothing() {
    let (mut chance, mut naive, mut given) = (Chance::new(23), 0, 0);
    let name = |donor: usize| Period { year: 2026, quarter: Some(donor as i8 + 1) };
    for round in 0..60 {
        let history = history(&mut chance);
        let mut scopes = vec![None, Some(0), Some(1), Some(2), Some(3)];
        for at in 1..scopes.len() {
            scopes.swap(at, chance.below(at + 1));
        }
        let (mut out, mut careless): (Vec<Out>, Vec<Out>) = (Vec::new(), Vec::new());
        for scope in scopes {
            let counted = vec![counted(&history, scope)];
            // The attacker knows a whole by having no quarter.
            let period = scope.map_or(Period { year: 2026, quarter: None }, name);
            careless.push(Out { period, shown: decide(&counted), counted: counted.clone() });
            let parts: Vec<Out> = out.iter().filter(|out| out.period.quarter.is_some()).cloned().collect();
            let against = match (scope, out.iter().find(|out| out.period.quarter.is_none())) {
                (None, _) => vec![Against::Parts(parts)],
                (Some(_), Some(whole)) => vec![Against::Whole(whole.clone(), parts)],
                (Some(_), None) => Vec::new(),
            };
            if let Some(shown) = decide_against(&counted, &against) {
                given += 1;
                out.push(Out { period, counted, shown });
            }
            let found = attack_periods(&out, "group");
            assert!(found.is_empty(), "round {round}: {found:?}");
        }
        naive += usize::from(!attack_periods(&careless, "group").is_empty());
    }
    assert!(naive > 0 && given > 150, "{naive} found without looking, {given} given out");
}

/// The same gifts told twice, with some hand-outs between: the later less the earlier is nothing, or many households.
#[test]
fn a_later_count_of_the_same_gifts_tells_nothing() {
    let (mut chance, mut naive) = (Chance::new(29), 0);
    for round in 0..200 {
        let mut history = history(&mut chance);
        let period = Period { year: 2026, quarter: Some(1) };
        let before = vec![counted(&history, None)];
        let before = Out { period, shown: decide(&before), counted: before };
        for _ in 0..chance.below(5) {
            history.push((0, chance.below(6), 100 + chance.below(3) as u128, 1));
        }
        let later = vec![counted(&history, None)];
        let year = Period { year: 2026, quarter: None };
        let attack = |shown: Vec<ShownTable>| {
            attack_periods(&[before.clone(), Out { period: year, counted: later.clone(), shown }], "group")
        };
        naive += usize::from(!attack(decide(&later)).is_empty());
        if let Some(shown) = decide_against(&later, &[Against::Parts(vec![before.clone()])]) {
            if later == before.counted {
                assert_eq!(shown, before.shown, "nothing happened between");
            }
            let found = attack(shown);
            assert!(found.is_empty(), "round {round}: {found:?}");
        }
    }
    assert!(naive > 50, "{naive}");
}

/// Numbers of pieces and ranges of households, taken together: every household has a piece at least, no line has more
/// households than the whole list, and the list has no more than its lines together.
#[test]
fn ranges_of_households_narrow_no_hidden_line() {
    use microlp::{ComparisonOp, OptimizationDirection, Problem};
    let range = |reach: Reach| match reach {
        Reach::None => (0.0, 0.0),
        Reach::Under5 => (1.0, 4.0),
        Reach::Under10 => (1.0, 9.0),
        Reach::From5 => (5.0, 9.0),
        Reach::From10 => (10.0, 19.0),
        Reach::From20 => (20.0, 49.0),
        Reach::From50 => (50.0, 10_000.0),
        Reach::Hidden => (1.0, 10_000.0),
    };
    let (mut chance, mut asked) = (Chance::new(31), 0);
    for round in 0..200 {
        let list = counted(&history(&mut chance), Some(0));
        let shown = &decide(std::slice::from_ref(&list))[0];
        for (at, line) in list.lines.iter().enumerate() {
            if !line.cell().is_primary(5) {
                continue;
            }
            for of_households in [false, true] {
                let bound = |direction| {
                    let mut problem = Problem::new(direction);
                    let mut lines = Vec::new();
                    for (place, (line, shown)) in list.lines.iter().zip(&shown.lines).enumerate() {
                        let (items, households) = (line.cell().items as f64, range(shown.reach));
                        let (least, most) = match shown.items.is_hidden() {
                            true => (1.0, if shown.all.is_hidden() { 10_000.0 } else { items + line.beside as f64 }),
                            false => (items, items),
                        };
                        let counts = |is_asked: bool| if place == at && is_asked { 1.0 } else { 0.0 };
                        let pieces = problem.add_var(counts(!of_households), (least, most));
                        let households = problem.add_var(counts(of_households), households);
                        problem.add_constraint([(pieces, 1.0), (households, -1.0)], ComparisonOp::Ge, 0.0);
                        lines.push((pieces, households));
                    }
                    let whole = list.total();
                    let known = !shown.total.items.is_hidden();
                    let all = problem.add_var(0.0, range(shown.total.reach));
                    if known {
                        let sum: Vec<_> = lines.iter().map(|(pieces, _)| (*pieces, 1.0)).collect();
                        problem.add_constraint(sum.as_slice(), ComparisonOp::Eq, whole.items as f64);
                    }
                    let mut sum: Vec<_> = lines.iter().map(|(_, households)| (*households, 1.0)).collect();
                    sum.push((all, -1.0));
                    problem.add_constraint(sum.as_slice(), ComparisonOp::Ge, 0.0);
                    for (_, households) in &lines {
                        problem.add_constraint([(all, 1.0), (*households, -1.0)], ComparisonOp::Ge, 0.0);
                    }
                    let solved = problem.solve().expect("the true numbers are an answer");
                    solved.into_solution().expect("an answer").objective()
                };
                let (least, most) = (bound(OptimizationDirection::Minimize), bound(OptimizationDirection::Maximize));
                asked += 1;
                assert!(most - least > NARROWEST as f64 - 1e-6, "round {round}, {}: {least} to {most}", line.key);
            }
        }
    }
    assert!(asked > 300, "{asked}");
}

/// Lists that share a total, with households that are in several lines: what is hidden is, taken together, enough.
#[test]
fn what_is_hidden_is_enough_together() {
    let mut chance = Chance::new(17);
    for _ in 0..300 {
        let mut lists = vec![Counted::new("group", Audience::Donor), Counted::new("purpose", Audience::Donor)];
        let households = 2 + chance.below(30);
        for _ in 0..chance.below(80) {
            let household = Some(HouseholdId(uuid::Uuid::from_u128(chance.below(households) as u128)));
            let items = 1 + chance.below(3) as i64;
            let keys = [chance.below(7).to_string(), chance.below(3).to_string()];
            lists.iter_mut().zip(keys).for_each(|(list, key)| list.add(&key, household, items));
        }
        let shown = decide(&lists);
        let withheld = shown.iter().any(|list| list.total.items.is_hidden());
        for (list, shown) in lists.iter().zip(&shown) {
            let hidden: Vec<&Line> = list
                .lines
                .iter()
                .filter(|line| shown.line(&line.key).is_some_and(|line| line.items.is_hidden()))
                .collect();
            if withheld {
                assert!(shown.total.items.is_hidden() || list.total().items == 0);
                assert!(!hidden.is_empty() || list.total().items == 0, "the lines tell the total");
            } else if !hidden.is_empty() {
                let mut together: BTreeMap<&Mark, i64> = BTreeMap::new();
                for (mark, items) in hidden.iter().flat_map(|line| &line.held) {
                    *together.entry(mark).or_default() += items;
                }
                assert!(!Cell::of(together.into_values()).is_primary(5));
            }
        }
    }
}

/// All that a town can tell its donors, quarter by quarter and year by year, in one order and the other, attacked donor by donor.
#[test]
fn a_town_tells_its_donors_nothing_about_a_household() {
    for year_first in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let url = DatabaseUrl::Sqlite(folder.path().join("town.db"));
        let house = simulated_house(&url, jiff::tz::TimeZone::UTC, 7).expect("a house");
        make(&house, TownSize::Small, 7, jiff::civil::date(2026, 11, 22), &mut |_, _| {}).expect("a town");
        house.set_now("2027-01-05T09:00:00Z".parse().expect("a moment"));
        let actor = terminals::caretaker(&house).expect("the caretaker");
        let known =
            house.store().read(|db| donors::list(db, &DonorFilter::default(), &Cursor::Start, 100)).expect("donors");
        let (mut given, mut told) = (0, 0);
        for donor in known.rows {
            let mut periods = Period::over(house.today(), jiff::civil::date(2025, 1, 1));
            periods.sort_by_key(|period| (period.year, period.quarter.is_some() == year_first, period.quarter));
            for period in periods {
                let report = donor_gifts::give_out(&house, &actor, donor.id, period.first(), period.last());
                let Ok(report) = report else { continue };
                given += 1;
                told += usize::from(report.total.handed_out.is_some_and(|pieces| pieces > 0));
                let again =
                    donor_gifts::give_out(&house, &actor, donor.id, period.first(), period.last()).expect("again");
                assert_eq!(report.json(), again.json());
            }
            for year in [2025, 2026] {
                let rows = house.store().read(|db| {
                    let year = Period { year, quarter: None };
                    published::within(db, donor_gifts::NAME, &donor.id.to_string(), year.first(), year.last())
                });
                let read = |row: &published::PublishedRow| Out {
                    period: Period::of(row.from_day.0, row.to_day.0).expect("a period"),
                    counted: serde_json::from_str(&row.counted).expect("what was counted"),
                    shown: serde_json::from_value(
                        serde_json::from_str::<serde_json::Value>(&row.shown).expect("JSON")["tables"].take(),
                    )
                    .expect("what was shown"),
                };
                let out: Vec<Out> = rows.expect("rows").iter().map(read).collect();
                for name in ["group", "purpose"] {
                    let found = attack_periods(&out, name);
                    assert!(found.is_empty(), "{} {year} {name}: {found:?}", donor.name);
                }
            }
        }
        assert!(given > 20, "{given} given out, {told} with a number of what was handed out");
    }
}

/// Prints which share of the cells is shown, for docs/disclosure.md: `tests/bench/disclosure`.
#[test]
#[ignore = "prints numbers for the documents"]
fn shares_of_shown_cells() {
    for (name, of) in [("sparse", SPARSE), ("dense", DENSE)] {
        let mut chance = Chance::new(3);
        let (mut all, mut classical, mut audited) = (0, 0, 0);
        let (mut before, mut after) = (Found::default(), Found::default());
        for _ in 0..150 {
            let size = 3 + chance.below(2);
            let row = |chance: &mut Chance| (0..size).map(|_| Cell::one_each(chance.of(&of))).collect::<Vec<_>>();
            let rows: Vec<Vec<Cell>> = (0..size).map(|_| row(&mut chance)).collect();
            let grids = [table_without_audit(&rows, Audience::Donor), table(&rows, Audience::Donor)];
            let told = |grid: &Grid| grid.cells.concat().iter().filter(|shown| !shown.is_hidden()).count();
            all += size * size;
            classical += told(&grids[0]);
            audited += told(&grids[1]);
            attack_grid(&rows, &grids[0], 5, MEASURES[1], &mut before);
            attack_grid(&rows, &grids[1], 5, MEASURES[1], &mut after);
        }
        println!(
            "{name}: rule alone {} % shown, {before:?}; with audit {} % shown, {after:?}",
            100 * classical / all,
            100 * audited / all
        );
        let (mut told, mut lines) = (0, 0);
        for _ in 0..300 {
            let cells: Vec<Cell> = (0..8).map(|_| Cell::one_each(chance.of(&of))).collect();
            told += list(&cells, Audience::Donor).cells.iter().filter(|shown| !shown.is_hidden()).count();
            lines += cells.len();
        }
        println!("{name}: lists of eight, {} % shown", 100 * told / lines);
    }
}
