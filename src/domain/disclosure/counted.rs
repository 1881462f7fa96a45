//! Who got what, as a report counts it, and what may be shown of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::flow::{Arc, NO_END, Net};
use super::list::{Hiding, hide};
use super::{Audience, Cell, NARROWEST, Reach, Shown};
use crate::domain::HouseholdId;

/// A household as a published table remembers it: enough to see that two tables speak of the same one. An id is random, so a
/// mark leads to nobody once the household is erased.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark(String);

impl Mark {
    /// Pieces of which nobody knows who has them count as one household's.
    pub fn of(household: Option<HouseholdId>) -> Mark {
        let Some(household) = household else { return Mark("nobody".to_owned()) };
        let digest = Sha256::new().chain_update(b"disclosure").chain_update(household.0.as_bytes()).finalize();
        Mark(digest.iter().take(9).map(|byte| format!("{byte:02x}")).collect())
    }

    /// One of so many households of which nobody kept which they were: told apart only within `what`.
    pub fn one_of(what: &str, number: i64) -> Mark {
        Mark(format!("{what}/{number}"))
    }
}

/// A list as it was counted: lines with a total, each with who got how much.
///
/// ```
/// use gabentisch::domain::disclosure::{Audience, Counted, Shown, decide};
/// # use gabentisch::domain::HouseholdId;
/// # let household = |number: u128| Some(HouseholdId(uuid::Uuid::from_u128(number)));
/// let mut groups = Counted::new("group", Audience::Donor);
/// for number in 0..9 {
///     groups.add("OUT", household(number), 1);
///     groups.add("SHO", household(number), 2);
/// }
/// groups.add("BED", household(3), 1);
/// let shown = &decide(&[groups])[0];
/// assert_eq!(shown.lines[0].items, Shown::Hidden, "it hides the third line");
/// assert_eq!((shown.lines[1].items, shown.lines[2].items), (Shown::Items(20), Shown::Hidden));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// What the lines are: `group`, `purpose` …
    pub name: String,
    pub audience: Audience,
    pub lines: Vec<Line>,
    /// Counts other things than the lists it is given out with: its total follows from none of theirs.
    #[serde(default)]
    pub apart: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub key: String,
    /// Pregnancy, disability, incontinence: told only from ten households on.
    #[serde(default)]
    pub special: bool,
    pub held: BTreeMap<Mark, i64>,
    /// Pieces that belong to the line and that no household has: in stock, in care, passed on.
    #[serde(default)]
    pub beside: i64,
}

impl Line {
    pub fn cell(&self) -> Cell {
        Cell::of(self.held.values().copied())
    }

    fn k(&self, audience: Audience) -> i64 {
        if self.special { Audience::Special.k().max(audience.k()) } else { audience.k() }
    }
}

impl Counted {
    pub fn new(name: &str, audience: Audience) -> Counted {
        Counted { name: name.to_owned(), audience, lines: Vec::new(), apart: false }
    }

    /// The line with this key; a new one is put at the end.
    pub fn line(&mut self, key: &str) -> &mut Line {
        let at = self.lines.iter().position(|line| line.key == key).unwrap_or_else(|| {
            self.lines.push(Line { key: key.to_owned(), ..Line::default() });
            self.lines.len() - 1
        });
        &mut self.lines[at]
    }

    /// A household got so many pieces.
    pub fn add(&mut self, key: &str, household: Option<HouseholdId>, items: i64) {
        *self.line(key).held.entry(Mark::of(household)).or_default() += items;
    }

    /// So many pieces that no household has.
    pub fn add_beside(&mut self, key: &str, items: i64) {
        self.line(key).beside += items;
    }

    pub(super) fn find(&self, key: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.key == key)
    }

    /// Some lines as one cell, each household once.
    pub(super) fn together(&self, picked: impl Fn(usize) -> bool) -> Cell {
        let mut held: BTreeMap<&Mark, i64> = BTreeMap::new();
        for line in self.lines.iter().enumerate().filter(|(at, _)| picked(*at)).map(|(_, line)| line) {
            for (mark, items) in &line.held {
                *held.entry(mark).or_default() += items;
            }
        }
        Cell::of(held.into_values())
    }

    pub fn total(&self) -> Cell {
        self.together(|_| true)
    }

    fn beside(&self) -> i64 {
        self.lines.iter().map(|line| line.beside).sum()
    }
}

/// A list as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownTable {
    pub name: String,
    pub lines: Vec<ShownLine>,
    pub total: ShownLine,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownLine {
    pub key: String,
    /// What households got.
    pub items: Shown,
    pub reach: Reach,
    /// That and what no household has. Where `items` is hidden, nothing else of the line may be said besides: what is in stock
    /// or in care, taken from all, would tell it.
    pub all: Shown,
}

impl ShownTable {
    pub fn line(&self, key: &str) -> Option<&ShownLine> {
        self.lines.iter().find(|line| line.key == key)
    }

    pub fn hides_anything(&self) -> bool {
        self.lines.iter().chain([&self.total]).any(|line| line.items.is_hidden())
    }

    /// The lines that are told, of those that hold anything.
    pub fn told(&self) -> (usize, usize) {
        let held = self.lines.iter().filter(|line| line.items != Shown::Zero);
        (held.clone().filter(|line| !line.items.is_hidden()).count(), held.count())
    }
}

/// What is hidden for another reason than the list itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Forced {
    pub cells: Vec<usize>,
    pub total: bool,
}

/// What may be shown of lists that share one total: the same pieces by group, by purpose. Whoever reads one reads all. A list
/// that stands [apart](Counted::apart) is decided over by itself.
pub fn decide(lists: &[Counted]) -> Vec<ShownTable> {
    decide_with(lists, &vec![Forced::default(); lists.len()])
}

pub(super) fn decide_with(lists: &[Counted], forced: &[Forced]) -> Vec<ShownTable> {
    let mut hidings: Vec<Hiding> = lists.iter().zip(forced).map(|(list, forced)| hiding(list, forced)).collect();
    // A total that one list withholds must not follow from another.
    let withheld = lists.iter().zip(&hidings).any(|(list, hiding)| hiding.total && !list.apart);
    if withheld {
        for (list, hiding) in lists.iter().zip(&mut hidings).filter(|(list, _)| !list.apart) {
            hiding.total = true;
            let cells: Vec<Cell> = list.lines.iter().map(Line::cell).collect();
            if !hiding.cells.contains(&true) {
                let held = (0..cells.len()).filter(|at| cells[*at].items > 0);
                if let Some(at) = held.min_by_key(|at| (cells[*at].households, cells[*at].items, *at)) {
                    hiding.cells[at] = true;
                }
            }
        }
    }
    lists.iter().zip(&hidings).map(|(list, hiding)| shown(list, hiding)).collect()
}

fn hiding(list: &Counted, forced: &Forced) -> Hiding {
    let cells: Vec<Cell> = list.lines.iter().map(Line::cell).collect();
    let limits: Vec<i64> = list.lines.iter().map(|line| line.k(list.audience)).collect();
    // Nothing cannot be hidden: it is shown by its line anyway.
    let also: Vec<usize> = forced.cells.iter().copied().filter(|at| cells[*at].items > 0).collect();
    let mut hiding = hide(&cells, &limits, &also, |hidden| {
        let k = limits.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(k, _)| *k).max().unwrap_or_default();
        !list.together(|at| hidden[at]).is_primary(k)
    });
    hiding.total |= forced.total || list.total().is_primary(list.audience.k());
    hiding
}

/// The list with its dots. What lines hold besides is left out where it would tell too much.
fn shown(list: &Counted, hiding: &Hiding) -> ShownTable {
    let hidden: Vec<bool> =
        list.lines.iter().zip(&hiding.cells).map(|(line, hidden)| *hidden && line.cell().items > 0).collect();
    let all = |at: usize| list.lines[at].cell().items + list.lines[at].beside;
    let too_narrow = narrow(list, &hidden, hiding.total, Some(&all));
    let of_hidden = (0..hidden.len()).filter(|at| hidden[*at]).map(all).sum::<i64>();
    let few = hidden.iter().filter(|hidden| **hidden).count() as i64 + NARROWEST;
    let total_tells = hiding.total && too_narrow && of_hidden < few;
    let line = |(at, line): (usize, &Line)| {
        let cell = line.cell();
        ShownLine {
            key: line.key.clone(),
            items: Shown::unless(hidden[at], cell.items),
            reach: match (hidden[at], line.special) {
                (true, _) => Reach::Hidden,
                (false, true) => Reach::of_special(cell.households),
                (false, false) => Reach::of(cell.households),
            },
            all: Shown::unless(hidden[at] && too_narrow, all(at)),
        }
    };
    let total = list.total();
    let withheld = hiding.total && total.items > 0;
    ShownTable {
        name: list.name.clone(),
        lines: list.lines.iter().enumerate().map(line).collect(),
        total: ShownLine {
            key: String::new(),
            items: Shown::unless(withheld, total.items),
            reach: if withheld { Reach::Hidden } else { Reach::of(total.households) },
            all: Shown::unless(total_tells, total.items + list.beside()),
        },
    }
}

/// Whether a hidden line lies in too narrow bounds when `all` of each line is told.
fn narrow(list: &Counted, hidden: &[bool], withheld: bool, all: Option<&dyn Fn(usize) -> i64>) -> bool {
    let mut net = Net::new(2);
    for (at, line) in list.lines.iter().enumerate() {
        let items = line.cell().items;
        let most = all.map_or(NO_END, |all| all(at));
        net.add(if hidden[at] { Arc::hidden(0, 1, items).at_most(most) } else { Arc::shown(0, 1, items) });
    }
    let total = list.total().items;
    net.add(if withheld { Arc::hidden(1, 0, total) } else { Arc::shown(1, 0, total) });
    (0..hidden.len()).any(|at| hidden[at] && net.width(at, NARROWEST) < NARROWEST)
}
