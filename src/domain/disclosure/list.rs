//! A list of groups with a total: what donors and the public get (items 2 to 4).

use super::{Audience, Cell, NARROWEST, Shown};

/// A list as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    pub cells: Vec<Shown>,
    pub total: Shown,
}

/// Decides over a list of groups. No household is asked to be in one group only: but without knowing which are in several, their
/// numbers are added up, as the rule says. Where it is known, use [`super::Counted`].
pub fn list(cells: &[Cell], audience: Audience) -> List {
    let limits = vec![audience.k(); cells.len()];
    let together = |hidden: &[bool]| {
        let picked = cells.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(cell, _)| *cell);
        picked.fold(Cell::default(), Cell::and)
    };
    let total = together(&vec![true; cells.len()]);
    let hiding = hide(cells, &limits, &[], |_| true);
    let withheld = hiding.total || total.is_primary(audience.k());
    List {
        cells: cells.iter().zip(&hiding.cells).map(|(cell, hidden)| Shown::unless(*hidden, cell.items)).collect(),
        total: Shown::unless(withheld, total.items),
    }
}

/// Which cells of a list are hidden, and whether its total is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hiding {
    pub cells: Vec<bool>,
    pub total: bool,
}

/// `limits`: the k of each cell. `also`: cells that have to be hidden for another reason. `enough`: whether all that is hidden,
/// taken together, could be shown as one cell, for that is what the total less the shown ones tells.
pub(super) fn hide(cells: &[Cell], limits: &[i64], also: &[usize], enough: impl Fn(&[bool]) -> bool) -> Hiding {
    let mut hidden: Vec<bool> =
        cells.iter().zip(limits).enumerate().map(|(at, (cell, k))| cell.is_primary(*k) || also.contains(&at)).collect();
    let k = |hidden: &[bool]| hidden.iter().zip(limits).filter(|(hidden, _)| **hidden).map(|(_, k)| *k).max();
    while let Some(k) = k(&hidden) {
        let of_hidden = || cells.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(cell, _)| cell);
        let (count, households) = (of_hidden().count() as i64, of_hidden().map(|cell| cell.households).sum::<i64>());
        // With k = 3 the rule alone leaves an interval of 2: see NARROWEST.
        if count >= 2 && households >= k.max(NARROWEST + 1) + count - 1 && enough(&hidden) {
            break;
        }
        let rest = (0..cells.len()).filter(|at| !hidden[*at] && cells[*at].items > 0);
        match rest.min_by_key(|at| (cells[*at].households, cells[*at].items, *at)) {
            Some(next) => hidden[next] = true,
            None => return Hiding { cells: hidden, total: true },
        }
    }
    Hiding { cells: hidden, total: false }
}
