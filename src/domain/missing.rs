//! What is missing: open pieces of needs lists against pieces that are there or will come, each of them counted once.
//!
//! A jacket in 110 may serve somebody who asked for 104 and somebody who asked for 110, but not both. Which pieces serve
//! which lines is therefore a maximum matching for each product: as many lines as possible are served, and no piece twice.

use std::collections::{BTreeMap, VecDeque};

use super::catalogue::{Catalogue, Cut, Product, ProductCode};
use super::sizes::{Fit, Size, Sizes};

stable_words! {
    /// The season that is asked about: what is not needed in it is left out.
    #[derive(Default)]
    pub enum When {
        #[default]
        Now = "now",
        /// The half year after this one.
        Next = "next",
        All = "all",
    }
}

/// Pieces that households still wait for, of one product in one cut and size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub pieces: i64,
    /// Those of lines whose person has none of the product yet.
    pub urgent: i64,
    pub households: i64,
}

/// Where pieces are that may meet a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Free on a shelf.
    Stock,
    /// In the house, but to be washed or mended, or waiting for the council; or announced by a donor.
    Coming,
}

/// Pieces that are there or will come, of one product in one cut and size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub pieces: i64,
    pub source: Source,
}

/// How a product in one cut and size stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub wanted: i64,
    pub urgent: i64,
    pub households: i64,
    /// Pieces of `wanted` that free stock can meet, and that what comes can meet besides.
    pub in_stock: i64,
    pub coming: i64,
    /// Free pieces of exactly this cut and size, whoever may get them.
    pub free: i64,
}

impl Line {
    pub fn missing(&self) -> i64 {
        self.wanted - self.in_stock - self.coming
    }
}

/// Sets what is open against what is there and what will come, in the order of the catalogue and of sizes. A product that
/// the catalogue does not know has no size to read: for it only the same words meet.
pub fn balance(catalogue: &Catalogue, open: &[Open], supply: &[Supply]) -> Vec<Line> {
    let mut by_product: BTreeMap<&str, (Vec<&Open>, Vec<&Supply>)> = BTreeMap::new();
    for one in open.iter().filter(|one| one.pieces > 0) {
        by_product.entry(one.product.as_str()).or_default().0.push(one);
    }
    for one in supply.iter().filter(|one| one.pieces > 0) {
        if let Some((_, supplies)) = by_product.get_mut(one.product.as_str()) {
            supplies.push(one);
        }
    }
    let mut lines = Vec::with_capacity(open.len());
    for product in catalogue.products() {
        if let Some((wanted, supplies)) = by_product.get(product.code.as_str()) {
            lines.extend(of_product(product, wanted, supplies));
        }
    }
    lines
}

fn of_product(product: &Product, open: &[&Open], supply: &[&Supply]) -> Vec<Line> {
    let sizes = Sizes::shipped();
    let read = |cut: Option<Cut>, size: Option<&str>| size.and_then(|text| sizes.read(product, cut, text));
    let mut open: Vec<(&Open, Option<Size>)> =
        open.iter().map(|one| (*one, read(one.cut, one.size.as_deref()))).collect();
    open.sort_by(|a, b| (a.0.cut, &a.1, &a.0.size).cmp(&(b.0.cut, &b.1, &b.0.size)));
    let supply: Vec<(&Supply, Option<Size>)> =
        supply.iter().map(|one| (*one, read(one.cut, one.size.as_deref()))).collect();
    let fit = |(asked, size): &(&Open, Option<Size>), (offered, offers): &(&Supply, Option<Size>)| {
        let cuts = match (asked.cut, offered.cut) {
            (Some(asked), Some(offered)) => asked.takes(offered),
            _ => true,
        };
        // A size that was read without a cut may be another one under the cut of the other side.
        let offers = match (offered.cut, asked.cut) {
            (None, Some(cut)) => &read(Some(cut), offered.size.as_deref()),
            _ => offers,
        };
        if cuts { sizes.fits(product, size.as_ref(), offers.as_ref()) } else { Fit::No }
    };
    let fits: Vec<Vec<Fit>> = open.iter().map(|one| supply.iter().map(|other| fit(one, other)).collect()).collect();
    let mut matching = Matching::new(
        open.iter().map(|(one, _)| one.pieces).collect(),
        supply.iter().map(|(one, _)| one.pieces).collect(),
    );
    // What surely fits first; what is there before what will come. Each step only adds to the one before.
    let fits = &fits;
    for least in [Fit::Exact, Fit::NextSize, Fit::Unknown] {
        let edge = |want: usize, at: usize| supply[at].0.source == Source::Stock && fits[want][at] >= least;
        matching.fill(&edge);
    }
    for least in [Fit::Exact, Fit::NextSize, Fit::Unknown] {
        matching.fill(&|want: usize, at: usize| fits[want][at] >= least);
    }
    let (stock, coming): (Vec<usize>, Vec<usize>) =
        (0..supply.len()).partition(|at| supply[*at].0.source == Source::Stock);
    open.iter()
        .enumerate()
        .map(|(want, (one, _))| Line {
            product: product.code.clone(),
            cut: one.cut,
            size: one.size.clone(),
            wanted: one.pieces,
            urgent: one.urgent,
            households: one.households,
            in_stock: stock.iter().map(|at| matching.flow[want][*at]).sum(),
            coming: coming.iter().map(|at| matching.flow[want][*at]).sum(),
            free: stock.iter().filter(|at| fits[want][**at] == Fit::Exact).map(|at| supply[*at].0.pieces).sum(),
        })
        .collect()
}

/// Pieces that serve lines, with how many are left on either side. Grows along augmenting paths (Ford and Fulkerson).
struct Matching {
    /// For each line, how many pieces of each supply it gets.
    flow: Vec<Vec<i64>>,
    wants: Vec<i64>,
    left: Vec<i64>,
}

impl Matching {
    fn new(wants: Vec<i64>, left: Vec<i64>) -> Matching {
        Matching { flow: vec![vec![0; left.len()]; wants.len()], wants, left }
    }

    /// Serves as many pieces as the edges allow, moving those that are matched where that makes room.
    fn fill(&mut self, edge: &dyn Fn(usize, usize) -> bool) {
        let edges: Vec<Vec<usize>> =
            (0..self.wants.len()).map(|want| (0..self.left.len()).filter(|at| edge(want, *at)).collect()).collect();
        for want in 0..self.wants.len() {
            while self.wants[want] > 0 && self.augment(want, &edges) {}
        }
    }

    fn augment(&mut self, want: usize, edges: &[Vec<usize>]) -> bool {
        // Who reached a supply, and by giving up which supply a line was reached.
        let mut reached: Vec<Option<usize>> = vec![None; self.left.len()];
        let mut gives_up: Vec<Option<usize>> = vec![None; self.wants.len()];
        let mut waiting = VecDeque::from([want]);
        while let Some(line) = waiting.pop_front() {
            for &at in &edges[line] {
                if reached[at].is_some() {
                    continue;
                }
                reached[at] = Some(line);
                if self.left[at] > 0 {
                    self.shift(want, at, &reached, &gives_up);
                    return true;
                }
                for (other, given) in gives_up.iter_mut().enumerate() {
                    if other != want && given.is_none() && self.flow[other][at] > 0 {
                        *given = Some(at);
                        waiting.push_back(other);
                    }
                }
            }
        }
        false
    }

    /// Moves pieces along the path that ends at a supply with some left.
    fn shift(&mut self, want: usize, end: usize, reached: &[Option<usize>], gives_up: &[Option<usize>]) {
        let (mut steps, mut at) = (Vec::new(), end);
        while let Some(line) = reached[at] {
            steps.push((line, at));
            match gives_up[line] {
                Some(before) if line != want => at = before,
                _ => break,
            }
        }
        let given = steps.iter().filter(|(line, _)| *line != want);
        let most = given.filter_map(|(line, _)| Some(self.flow[*line][gives_up[*line]?])).min();
        let amount = self.wants[want].min(self.left[end]).min(most.unwrap_or(i64::MAX));
        for (line, at) in steps {
            self.flow[line][at] += amount;
            if let (true, Some(before)) = (line != want, gives_up[line]) {
                self.flow[line][before] -= amount;
            }
        }
        self.wants[want] -= amount;
        self.left[end] -= amount;
    }
}

#[cfg(test)]
mod tests {
    use pathfinding::directed::edmonds_karp::edmonds_karp_sparse;
    use proptest::prelude::*;

    use super::*;

    fn open(size: &str, pieces: i64) -> Open {
        let product = "winterjacke".parse().expect("a code");
        Open { product, cut: Some(Cut::K), size: Some(size.to_owned()), pieces, urgent: 0, households: pieces }
    }

    fn supply(size: &str, pieces: i64, source: Source) -> Supply {
        let product = "winterjacke".parse().expect("a code");
        Supply { product, cut: Some(Cut::K), size: Some(size.to_owned()), pieces, source }
    }

    fn missing(open: &[Open], supply: &[Supply]) -> Vec<(String, i64, i64, i64)> {
        let lines = balance(Catalogue::shipped(), open, supply);
        lines.iter().map(|l| (l.size.clone().unwrap_or_default(), l.in_stock, l.coming, l.missing())).collect()
    }

    #[test]
    fn one_jacket_counts_once_though_it_fits_two() {
        let both = [open("104", 1), open("110", 1)];
        let found = missing(&both, &[supply("110", 1, Source::Stock)]);
        assert_eq!(found, [("104".into(), 0, 0, 1), ("110".into(), 1, 0, 0)], "it stays where it fits best");
        // With one of 116 besides, both are served: 110 for 104, or 116 for either.
        let found = missing(&both, &[supply("110", 1, Source::Stock), supply("116", 1, Source::Stock)]);
        assert_eq!(found.iter().map(|line| line.3).sum::<i64>(), 0);
    }

    #[test]
    fn what_comes_meets_what_the_stock_leaves() {
        let found = missing(&[open("104", 3)], &[supply("104", 1, Source::Stock), supply("104", 1, Source::Coming)]);
        assert_eq!(found, [("104".into(), 1, 1, 1)]);
    }

    proptest! {
        /// As many are served as a maximum flow serves, with stock alone and with what comes.
        #[test]
        fn the_matching_is_maximal(
            wants in prop::collection::vec((0..10usize, 1..4i64), 1..6),
            has in prop::collection::vec((0..11usize, 1..4i64, any::<bool>()), 0..7),
        ) {
            const SIZES: [&str; 11] = ["92", "98", "104", "110", "116", "122", "128", "134", "140", "146", ""];
            let opens: Vec<Open> = wants.iter().map(|(at, pieces)| open(SIZES[*at], *pieces)).collect();
            let supplies: Vec<Supply> = has.iter().map(|(at, pieces, here)| {
                let mut one = supply(SIZES[*at], *pieces, if *here { Source::Stock } else { Source::Coming });
                one.size = one.size.filter(|size| !size.is_empty());
                one
            }).collect();
            let lines = balance(Catalogue::shipped(), &opens, &supplies);
            let flow = |only_stock: bool| {
                let product = Catalogue::shipped().product("winterjacke").expect("a jacket");
                let sizes = Sizes::shipped();
                let read = |text: &Option<String>| text.as_deref().and_then(|text| sizes.read(product, Some(Cut::K), text));
                let mut edges = Vec::new();
                for (w, one) in opens.iter().enumerate() {
                    edges.push(((0, 1 + w), one.pieces));
                    for (s, other) in supplies.iter().enumerate().filter(|(_, o)| !only_stock || o.source == Source::Stock) {
                        if sizes.fits(product, read(&one.size).as_ref(), read(&other.size).as_ref()).is_possible() {
                            edges.push(((1 + w, 100 + s), i64::MAX / 4));
                        }
                    }
                }
                edges.extend(supplies.iter().enumerate().map(|(s, one)| ((100 + s, 999), one.pieces)));
                let vertices: Vec<usize> = (0..=opens.len()).chain(100..100 + supplies.len()).chain([999]).collect();
                edmonds_karp_sparse(&vertices, &0, &999, edges).1
            };
            prop_assert_eq!(lines.iter().map(|line| line.in_stock).sum::<i64>(), flow(true));
            prop_assert_eq!(lines.iter().map(|line| line.in_stock + line.coming).sum::<i64>(), flow(false));
            prop_assert!(lines.iter().all(|line| line.missing() >= 0));
        }
    }
}
