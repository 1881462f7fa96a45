//! A whole and its parts, set against each other (item 7): a year and its quarters, all donors and each, what was counted of the
//! same gifts later and earlier. What is left when one is taken from the other is a table too, and must not tell more than one
//! that was asked for.
//!
//! Groups are the rows, the parts that are out and the rest of the whole are the columns, and the whole's numbers are their
//! sums. What is out stays as it is; the new table gives way, and is refused when even a table of dots would not help.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::counted::{Forced, decide_with};
use super::flow::{Arc, Net};
use super::{Audience, Cell, Counted, Mark, NARROWEST, Shown, ShownLine, ShownTable};

/// A quarter or a year: nothing else leaves the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    pub year: i16,
    /// 1 to 4; `None`: all of them.
    pub quarter: Option<i8>,
}

impl Period {
    /// The quarter or year that has exactly these days.
    pub fn of(from: Date, to: Date) -> Option<Period> {
        let quarter = (from.month() - 1) / 3 + 1;
        let both = [None, Some(quarter)].map(|quarter| Period { year: from.year(), quarter });
        both.into_iter().find(|period| (period.first(), period.last()) == (from, to))
    }

    /// The quarter that a day lies in.
    pub fn quarter_with(day: Date) -> Period {
        Period { year: day.year(), quarter: Some((day.month() - 1) / 3 + 1) }
    }

    /// The last quarter that is over on this day.
    pub fn before(today: Date) -> Period {
        let first = Period::quarter_with(today).first();
        Period::quarter_with(first.yesterday().unwrap_or(first))
    }

    pub fn first(self) -> Date {
        let month = self.quarter.map_or(1, |quarter| (quarter.clamp(1, 4) - 1) * 3 + 1);
        Date::new(self.year, month, 1).unwrap_or(Date::MIN)
    }

    pub fn last(self) -> Date {
        let month = self.quarter.map_or(12, |quarter| quarter.clamp(1, 4) * 3);
        Date::new(self.year, month, 1).map_or(Date::MAX, Date::last_of_month)
    }

    pub fn is_over(self, today: Date) -> bool {
        self.last() < today
    }

    /// The quarters and years that are over on this day and ended after another, the latest first; a year before its quarters.
    pub fn over(today: Date, since: Date) -> Vec<Period> {
        let years = (since.year()..=today.year()).rev();
        let of = |year| [None, Some(4), Some(3), Some(2), Some(1)].map(|quarter| Period { year, quarter });
        years.flat_map(of).filter(|period| period.is_over(today) && period.last() >= since).collect()
    }
}

/// A table that is out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Out {
    pub period: Period,
    pub counted: Vec<Counted>,
    pub shown: Vec<ShownTable>,
}

/// What a new table is set against: a whole and parts of it, of which the new one is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// The new table is the whole: the year of these quarters, all donors of these, what was counted later than this.
    Parts(Vec<Out>),
    /// The new table is a part of the first, as are the others.
    Whole(Out, Vec<Out>),
}

impl Against {
    /// A year and its quarters, when they are there. `out`: one table for each period.
    pub fn periods(period: Period, out: &[Out]) -> Option<Against> {
        let of_year = || out.iter().filter(|table| table.period.year == period.year && table.period != period);
        let quarters: Vec<Out> = of_year().filter(|table| table.period.quarter.is_some()).cloned().collect();
        match (period.quarter, of_year().find(|table| table.period.quarter.is_none())) {
            (None, _) => Some(Against::Parts(quarters)),
            (Some(_), Some(year)) => Some(Against::Whole(year.clone(), quarters)),
            (Some(_), None) => None,
        }
    }

    fn leak(&self, new: Part) -> Option<Option<String>> {
        let name = &new.counted.name;
        match self {
            Against::Parts(out) => leak(new, &out.iter().filter_map(|table| Part::of(table, name)).collect::<Vec<_>>()),
            Against::Whole(whole, out) => {
                let parts = out.iter().filter_map(|table| Part::of(table, name));
                leak(Part::of(whole, name)?, &parts.chain([new]).collect::<Vec<_>>())
            }
        }
    }
}

impl Out {
    /// The total alone, as a list of one line: for a report that says nothing else of the same pieces.
    pub fn as_total(&self, name: &str) -> Option<Out> {
        let (list, shown) = (self.counted.first()?, self.shown.first()?);
        let mut counted = Counted::new(name, list.audience);
        let line = counted.line("all");
        for (mark, items) in list.lines.iter().flat_map(|line| &line.held) {
            *line.held.entry(mark.clone()).or_default() += items;
        }
        let total = |key: &str| ShownLine { key: key.to_owned(), ..shown.total.clone() };
        let shown = ShownTable { name: name.to_owned(), lines: vec![total("all")], total: total("") };
        Some(Out { period: self.period, counted: vec![counted], shown: vec![shown] })
    }

    /// Whether this table, as it is, would tell too much beside these.
    pub fn would_tell(&self, against: &[Against]) -> bool {
        let parts = self.counted.iter().filter_map(|list| Part::of(self, &list.name));
        let mut parts = parts.map(|new| against.iter().any(|against| against.leak(new).is_some()));
        parts.any(|tells| tells)
    }

    /// Whether its total is said.
    pub fn tells_total(&self) -> bool {
        self.shown.iter().any(|table| !table.total.items.is_hidden())
    }
}

/// What may be shown of lists that share one total, beside what is out already over periods of the year. `None`: nothing may.
pub fn decide_beside(lists: &[Counted], period: Period, out: &[Out]) -> Option<Vec<ShownTable>> {
    decide_against(lists, &Against::periods(period, out).into_iter().collect::<Vec<_>>())
}

/// What may be shown of lists that share one total, set against all this. `None`: nothing may.
pub fn decide_against(lists: &[Counted], against: &[Against]) -> Option<Vec<ShownTable>> {
    let mut forced = vec![Forced::default(); lists.len()];
    loop {
        let shown = decide_with(lists, &forced);
        let leak = (0..lists.len()).find_map(|at| {
            let new = Part { counted: &lists[at], shown: &shown[at] };
            Some((at, against.iter().find_map(|against| against.leak(new))?))
        });
        let Some((at, leak)) = leak else { return Some(shown) };
        let lines = &shown[at].lines;
        let is_told = |line: &usize| matches!(lines[*line].items, Shown::Items(_));
        let in_its_row = leak.and_then(|key| lines.iter().position(|line| line.key == key)).filter(is_told);
        let size = |line: &usize| {
            let cell = lists[at].lines[*line].cell();
            (cell.households, cell.items, *line)
        };
        match in_its_row.or_else(|| (0..lines.len()).filter(is_told).min_by_key(size)) {
            Some(line) => forced[at].cells.push(line),
            None if !shown[at].total.items.is_hidden() && !forced[at].total => forced[at].total = true,
            None => return None,
        }
    }
}

/// One list over one period, of one scope.
#[derive(Clone, Copy)]
struct Part<'p> {
    counted: &'p Counted,
    shown: &'p ShownTable,
}

impl<'p> Part<'p> {
    fn of(out: &'p Out, name: &str) -> Option<Part<'p>> {
        let counted = out.counted.iter().find(|list| list.name == name)?;
        let shown = out.shown.iter().find(|list| list.name == name)?;
        Some(Part { counted, shown })
    }

    fn items(&self, key: &str) -> i64 {
        self.counted.find(key).map_or(0, |line| line.cell().items)
    }

    fn held(&self, key: &str) -> BTreeMap<&'p Mark, i64> {
        self.counted.find(key).into_iter().flat_map(|line| &line.held).map(|(mark, items)| (mark, *items)).collect()
    }

    /// What each household has in all lines.
    fn held_in_all(&self) -> BTreeMap<&'p Mark, i64> {
        let mut held = BTreeMap::new();
        for (mark, items) in self.counted.lines.iter().flat_map(|line| &line.held) {
            *held.entry(mark).or_default() += items;
        }
        held
    }

    fn hides(&self, key: &str) -> bool {
        self.shown.line(key).is_some_and(|line| line.items.is_hidden())
    }

    fn hides_total(&self) -> bool {
        self.shown.total.items.is_hidden()
    }
}

/// What is left for each household when some are taken from one.
fn left<'p>(whole: BTreeMap<&'p Mark, i64>, parts: impl IntoIterator<Item = BTreeMap<&'p Mark, i64>>) -> Cell {
    let mut left = whole;
    for (mark, items) in parts.into_iter().flatten() {
        *left.entry(mark).or_default() -= items;
    }
    // Who gave something back since is as much to be found as who got something.
    Cell::of(left.into_values().map(i64::abs))
}

/// The first line over which a whole and its parts together tell too much; `Some(None)`: the total.
fn leak(whole: Part, parts: &[Part]) -> Option<Option<String>> {
    if parts.is_empty() {
        return None;
    }
    let mut keys: Vec<&str> = Vec::new();
    for line in parts.iter().chain([&whole]).flat_map(|part| &part.counted.lines) {
        if !keys.contains(&line.key.as_str()) {
            keys.push(&line.key);
        }
    }
    let k_of = |part: &Part, key: &str| {
        let all = parts.iter().chain([&whole]);
        let is_special = all.filter_map(|part| part.counted.find(key)).any(|line| line.special);
        let k = part.counted.audience.k();
        if is_special { Audience::Special.k().max(k) } else { k }
    };
    let k = whole.counted.audience.k();
    // Plain subtraction: the whole less the parts that are told.
    for key in &keys {
        let told = parts.iter().filter(|part| !part.hides(key)).map(|part| part.held(key));
        if !whole.hides(key) && left(whole.held(key), told).is_primary(k_of(&whole, key)) {
            return Some(Some((*key).to_owned()));
        }
    }
    let told = parts.iter().filter(|part| !part.hides_total()).map(|part| part.held_in_all());
    if !whole.hides_total() && left(whole.held_in_all(), told).is_primary(k) {
        return Some(None);
    }
    // All sums at once.
    let rest = keys.len() + parts.len();
    let (begin, end) = (rest + 1, rest + 2);
    let mut net = Net::new(end + 1);
    let arc = |hidden: bool, from, to, value| {
        if hidden && value != 0 { Arc::hidden(from, to, value) } else { Arc::shown(from, to, value) }
    };
    let mut asked: Vec<(usize, Option<&str>)> = Vec::new();
    let mut ask = |number: usize, cell: Cell, k: i64, line| {
        if cell.is_primary(k) {
            asked.push((number, line));
        }
    };
    for (row, key) in keys.iter().enumerate() {
        let mut of_parts = 0;
        for (at, part) in parts.iter().enumerate() {
            let items = part.items(key);
            of_parts += items;
            let number = net.add(arc(part.hides(key), row, keys.len() + at, items));
            ask(number, Cell::of(part.held(key).into_values()), k_of(part, key), Some(*key));
        }
        let number = net.add(Arc::unsaid(row, rest, whole.items(key) - of_parts));
        let of_rest = left(whole.held(key), parts.iter().map(|part| part.held(key)));
        ask(number, of_rest, k_of(&whole, key), Some(*key));
        let number = net.add(arc(whole.hides(key), begin, row, whole.items(key)));
        ask(number, Cell::of(whole.held(key).into_values()), k_of(&whole, key), Some(*key));
    }
    let mut of_parts = 0;
    for (at, part) in parts.iter().enumerate() {
        let total = part.counted.total();
        of_parts += total.items;
        let number = net.add(arc(part.hides_total(), keys.len() + at, end, total.items));
        ask(number, total, part.counted.audience.k(), None);
    }
    let total = whole.counted.total();
    let number = net.add(Arc::unsaid(rest, end, total.items - of_parts));
    ask(number, left(whole.held_in_all(), parts.iter().map(|part| part.held_in_all())), k, None);
    let number = net.add(arc(whole.hides_total(), end, begin, total.items));
    ask(number, total, k, None);
    let narrow = asked.into_iter().find(|(number, _)| net.width(*number, NARROWEST) < NARROWEST);
    narrow.map(|(_, line)| line.map(str::to_owned))
}
