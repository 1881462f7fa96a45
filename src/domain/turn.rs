//! Whose turn it is: how urgently each piece of a needs list waits, what in stock may serve it, and where each stands in
//! the line for it (law reference 5.3). The rule itself is in [`allocation`](super::allocation).

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;

use super::allocation::{self, Line, Problem, Reasons, Score};
use super::catalogue::{Catalogue, Cut, Product, ProductCode};
use super::ids::*;
use super::needs::{NeedLine, Piece, Urgency, serves};
use super::sizes::Fit;
use crate::codes::Code;

/// U for somebody who has none of a necessary thing, or whose line is marked as urgent.
pub const FIRST: u16 = 80;
/// U for somebody who has some, but less than the template.
pub const MORE: u16 = 40;

/// What a piece of this product weighs in the coverage of a household.
pub fn weight(product: Option<&Product>) -> i64 {
    if product.is_some_and(|product| product.essential) { 2 } else { 1 }
}

/// U of the next piece of a product of which the person has `have` pieces, there or laid aside.
pub fn urgency(urgency: Urgency, is_marked: bool, have: i32, product: Option<&Product>, today: Date) -> u16 {
    let necessary = product.is_some_and(|product| product.essential_in(today.month()));
    match urgency {
        _ if is_marked => FIRST,
        Urgency::Wish => 0,
        Urgency::None if have == 0 && necessary => FIRST,
        Urgency::None | Urgency::Some => MORE,
    }
}

/// A household that may come: active and with a card.
#[derive(Clone, Debug)]
pub struct Party {
    pub id: HouseholdId,
    pub card: Code,
    /// Σ weight · min(there or laid aside, wanted) over its list.
    pub have: i64,
    /// Σ weight · wanted.
    pub template: i64,
}

impl Party {
    pub fn household(&self) -> allocation::Household {
        allocation::Household { id: self.id.to_string(), have_weight: self.have, template_weight: self.template }
    }
}

/// An open line of a needs list.
#[derive(Clone, Debug)]
pub struct Asks {
    /// With what was got for it so far.
    pub line: NeedLine,
    /// Index into the parties.
    pub party: usize,
    /// Pieces that lie ready for it.
    pub aside: i32,
    /// Pieces of the product that the same person has by other lines that count.
    pub elsewhere: i32,
    /// Pieces of it that are missing on lines before this one: only one piece can be somebody's first.
    pub earlier: i32,
    pub urgency: Urgency,
    /// Whether a coordinator marked it and the mark still counts.
    pub is_marked: bool,
    pub recorded_on: Date,
}

impl Asks {
    /// Pieces that are neither there nor laid aside.
    pub fn missing(&self) -> i32 {
        (self.line.missing() - self.aside).max(0)
    }

    /// Pieces that are there or laid aside.
    pub fn have(&self) -> i32 {
        self.line.got + self.aside
    }

    /// The `nth` missing piece as the rule knows it.
    pub fn piece(&self, nth: i32, catalogue: &Catalogue, today: Date) -> Line {
        let product = catalogue.product(self.line.product.as_str());
        let id = format!("{}/{}", self.line.id, self.have() + nth + 1);
        let have = self.elsewhere + self.earlier + self.have() + nth;
        Line {
            id,
            household: self.party,
            urgency: urgency(self.urgency, self.is_marked, have, product, today),
            counts: self.urgency != Urgency::Wish,
            weight: weight(product),
            recorded_on: self.recorded_on,
            fits: Vec::new(),
        }
    }
}

/// Something in stock.
#[derive(Clone, Debug)]
pub struct Lies {
    pub id: ItemId,
    pub label: Option<Code>,
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub quantity: i32,
    pub version: i32,
    pub location: Option<LocationId>,
    /// Households for which it lay ready until their time was over: it goes to somebody else now.
    pub passed_by: Vec<HouseholdId>,
}

impl Lies {
    pub fn piece(&self) -> Piece<'_> {
        Piece { product: &self.product, cut: self.cut, size: self.size.as_deref() }
    }

    /// Whether it can be laid aside: a lot is not taken apart for somebody who is not there.
    fn is_single(&self) -> bool {
        self.quantity == 1 && self.label.is_some()
    }
}

/// All that the rule is asked about.
#[derive(Clone, Debug, Default)]
pub struct Supply {
    pub parties: Vec<Party>,
    pub lines: Vec<Asks>,
    pub items: Vec<Lies>,
}

/// One proposal, with the numbers that its sentence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index into the items.
    pub item: usize,
    pub waits: Waits,
    /// Its place among the `of` pieces that are asked for and that the item could be.
    pub place: usize,
    pub of: usize,
}

/// Pieces of which there are so many that nobody has to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Free {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub stock: i64,
    pub open: i64,
}

/// A piece that somebody waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Index into the lines.
    pub line: usize,
    /// Pieces that there are for the line already, this one not counted.
    pub have: i32,
    /// When its turn comes; for one that gets nothing, after all the others.
    pub score: Score,
    pub reasons: Reasons,
    /// The item that is proposed for it, if any.
    pub gets: Option<usize>,
}

/// The proposals for a day.
#[derive(Clone, Debug, Default)]
pub struct Solved {
    /// Best first.
    pub rows: Vec<Row>,
    pub free: Vec<Free>,
    /// For each item its kind, and for each kind who waits, the first first.
    kind_of: Vec<usize>,
    queues: Vec<Vec<Waits>>,
}

impl Solved {
    /// Who waits for this item, the first first; a line that lacks several pieces stands there several times.
    pub fn queue(&self, item: usize) -> &[Waits] {
        self.kind_of.get(item).and_then(|kind| self.queues.get(*kind)).map_or(&[], Vec::as_slice)
    }
}

type Kind<'a> = (&'a str, Option<Cut>, Option<&'a str>);

/// Things of a kind: the same product, cut and size. Gives the kind of each and how many kinds there are.
fn kinds<'a>(of: impl Iterator<Item = Kind<'a>>) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<Kind<'a>, usize> = HashMap::new();
    let mut firsts = Vec::new();
    let each = of
        .enumerate()
        .map(|(at, kind)| {
            let next = known.len();
            *known.entry(kind).or_insert_with(|| {
                firsts.push(at);
                next
            })
        })
        .collect();
    (each, firsts)
}

/// Who gets what, by the rule: the proposals, what is free to choose, and the line for each kind of piece.
pub fn solve(supply: &Supply, today: Date, seed: &str, catalogue: &Catalogue) -> Solved {
    let Supply { parties, lines, items } = supply;
    let (line_kind, line_firsts) =
        kinds(lines.iter().map(|it| (it.line.product.as_str(), it.line.cut, it.line.size.as_deref())));
    let (item_kind, item_firsts) = kinds(items.iter().map(|it| (it.product.as_str(), it.cut, it.size.as_deref())));

    // Which kinds of pieces serve which kinds of lines. Something to try on is no reason to lay a piece aside.
    let mut by_product: HashMap<&str, Vec<usize>> = HashMap::new();
    for (kind, first) in item_firsts.iter().enumerate() {
        by_product.entry(items[*first].product.as_str()).or_default().push(kind);
    }
    let fitting: Vec<Vec<(Fit, usize)>> = line_firsts
        .iter()
        .map(|first| {
            let line = &lines[*first].line;
            let candidates = by_product.get(line.product.as_str()).map_or(&[][..], Vec::as_slice);
            let fit = |kind: &usize| Some((serves(line, &items[item_firsts[*kind]].piece(), catalogue)?, *kind));
            let mut fitting: Vec<(Fit, usize)> =
                candidates.iter().filter_map(fit).filter(|(fit, _)| *fit >= Fit::NextSize).collect();
            fitting.sort_by_key(|(fit, kind)| (Reverse(*fit), *kind));
            fitting
        })
        .collect();

    let mut stock = vec![0; item_firsts.len()];
    for (item, kind) in items.iter().zip(&item_kind) {
        stock[*kind] += i64::from(item.quantity);
    }
    let mut open = vec![0; item_firsts.len()];
    for (line, kind) in lines.iter().zip(&line_kind) {
        for (_, item_kind) in &fitting[*kind] {
            open[*item_kind] += i64::from(line.missing());
        }
    }
    let size = |pieces: i64| u64::try_from(pieces).unwrap_or_default();
    let is_free = |kind: usize| open[kind] > 0 && allocation::free_choice(size(stock[kind]), size(open[kind]));
    let free = (0..item_firsts.len()).filter(|kind| is_free(*kind)).map(|kind| {
        let item = &items[item_firsts[kind]];
        Free {
            product: item.product.clone(),
            cut: item.cut,
            size: item.size.clone(),
            stock: stock[kind],
            open: open[kind],
        }
    });
    let mut free: Vec<Free> = free.collect();
    free.sort_by(|a, b| (&a.product, a.cut, &a.size).cmp(&(&b.product, b.cut, &b.size)));

    // Of each kind one pile, and one of its own for what some household let go by: it goes to somebody else now.
    let mut piles: Vec<Vec<usize>> = Vec::new();
    let mut piles_of: Vec<Vec<usize>> = vec![Vec::new(); item_firsts.len()];
    let mut known: HashMap<(usize, &[HouseholdId]), usize> = HashMap::new();
    for (at, (item, kind)) in items.iter().zip(&item_kind).enumerate() {
        if item.is_single() && open[*kind] > 0 && !is_free(*kind) {
            let pile = *known.entry((*kind, &item.passed_by)).or_insert_with(|| {
                piles.push(Vec::new());
                piles_of[*kind].push(piles.len() - 1);
                piles.len() - 1
            });
            piles[pile].push(at);
        }
    }
    let mut asked: Vec<(usize, i32)> = Vec::new();
    let mut pieces = Vec::new();
    for (at, (line, kind)) in lines.iter().zip(&line_kind).enumerate() {
        let fits = &fitting[*kind];
        // Whoever may choose freely needs nobody to choose.
        if fits.iter().any(|(fit, kind)| *fit == Fit::Exact && is_free(*kind)) {
            continue;
        }
        let household = parties[line.party].id;
        let may_have = |pile: &usize| !items[piles[*pile][0]].passed_by.contains(&household);
        let served: Vec<usize> =
            fits.iter().flat_map(|(_, kind)| piles_of[*kind].iter().copied()).filter(may_have).collect();
        if served.is_empty() {
            continue;
        }
        for nth in 0..line.missing() {
            asked.push((at, nth));
            pieces.push(Line { fits: served.clone(), ..line.piece(nth, catalogue, today) });
        }
    }
    let households: Vec<allocation::Household> = parties.iter().map(Party::household).collect();
    let problem = Problem { as_of: today, seed: seed.to_owned(), households, lines: pieces, piles };
    let proposals = allocation::propose(&problem);

    // What those that get nothing see in the end.
    let mut in_the_end = problem.households.clone();
    let mut given: HashMap<usize, usize> = HashMap::new();
    for (at, proposal) in proposals.iter().enumerate() {
        let line = &problem.lines[proposal.line];
        in_the_end[line.household].have_weight += if line.counts { line.weight } else { 0 };
        given.insert(proposal.line, at);
    }
    let waits: Vec<Waits> = problem
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| match given.get(&at).map(|at| &proposals[*at]) {
            Some(proposal) => Waits {
                line: asked[at].0,
                have: lines[asked[at].0].have() + asked[at].1,
                score: proposal.score,
                reasons: proposal.reasons,
                gets: Some(proposal.item),
            },
            None => Waits {
                line: asked[at].0,
                have: lines[asked[at].0].have() + asked[at].1,
                score: allocation::score(line, &in_the_end[line.household], today),
                reasons: allocation::explain(line, &in_the_end[line.household], today),
                gets: None,
            },
        })
        .collect();
    let mut order: Vec<usize> = (0..waits.len()).collect();
    order.sort_by_key(|at| {
        let rank = given.get(at).copied().unwrap_or(usize::MAX);
        (Reverse(waits[*at].score.total()), problem.lines[*at].recorded_on, rank, *at)
    });
    let mut queues: Vec<Vec<Waits>> = vec![Vec::new(); item_firsts.len()];
    let mut places: HashMap<usize, usize> = HashMap::new();
    for at in order {
        for (_, kind) in &fitting[line_kind[asked[at].0]] {
            if piles_of[*kind].is_empty() {
                continue;
            }
            queues[*kind].push(waits[at].clone());
            if waits[at].gets.is_some_and(|item| item_kind[item] == *kind) {
                places.insert(at, queues[*kind].len());
            }
        }
    }
    let rows = proposals.iter().map(|proposal| Row {
        item: proposal.item,
        place: places.get(&proposal.line).copied().unwrap_or(1),
        of: queues[item_kind[proposal.item]].len(),
        waits: waits[proposal.line].clone(),
    });
    Solved { rows: rows.collect(), free, kind_of: item_kind, queues }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::needs::NeedState;

    const TODAY: Date = date(2026, 11, 23);

    fn party(number: u128, have: i64) -> Party {
        Party { id: HouseholdId(Uuid::from_u128(number)), card: card(), have, template: 10 }
    }

    fn card() -> Code {
        Code::draw(crate::codes::Kind::HouseholdCard, &mut rand::rand_core::UnwrapErr(rand::rngs::SysRng))
    }

    fn asks(party: usize, number: u128, wanted: i32, weeks: i32) -> Asks {
        Asks {
            line: NeedLine {
                id: NeedId(Uuid::from_u128(number)),
                member: None,
                product: "winterjacke".parse().unwrap(),
                cut: Some(Cut::K),
                size: Some("104".to_owned()),
                wanted,
                got: 0,
                state: NeedState::Open,
                recorded_at: jiff::Timestamp::UNIX_EPOCH,
            },
            party,
            aside: 0,
            elsewhere: 0,
            earlier: 0,
            urgency: Urgency::None,
            is_marked: false,
            recorded_on: TODAY.saturating_sub(jiff::Span::new().weeks(weeks)),
        }
    }

    fn lies(number: u128, size: &str) -> Lies {
        Lies {
            id: ItemId(Uuid::from_u128(number)),
            label: Some(card()),
            product: "winterjacke".parse().unwrap(),
            cut: Some(Cut::K),
            size: Some(size.to_owned()),
            quantity: 1,
            version: 1,
            location: None,
            passed_by: Vec::new(),
        }
    }

    #[test]
    fn urgency_speaks_of_the_person() {
        let jacket = Catalogue::shipped().product("winterjacke");
        let of = |word, marked, have, day| urgency(word, marked, have, jacket, day);
        assert_eq!(of(Urgency::None, false, 0, TODAY), 80);
        assert_eq!(of(Urgency::None, false, 1, TODAY), 40, "the second one");
        assert_eq!(of(Urgency::None, false, 0, date(2026, 7, 1)), 40, "a winter jacket in summer");
        assert_eq!(of(Urgency::Some, false, 0, TODAY), 40);
        assert_eq!(of(Urgency::Wish, false, 0, TODAY), 0);
        assert_eq!(of(Urgency::Wish, true, 3, TODAY), 80, "marked by a coordinator");
    }

    #[test]
    fn a_line_that_lacks_three_is_three_pieces() {
        let line = asks(0, 7, 3, 0);
        let pieces: Vec<Line> = (0..3).map(|nth| line.piece(nth, Catalogue::shipped(), TODAY)).collect();
        assert_eq!(pieces.iter().map(|piece| piece.urgency).collect::<Vec<_>>(), [80, 40, 40]);
        assert_ne!(pieces[0].id, pieces[1].id);
    }

    #[test]
    fn only_the_first_piece_of_a_person_is_somebodys_first() {
        let urgency = |elsewhere, earlier| {
            Asks { elsewhere, earlier, ..asks(0, 7, 2, 0) }.piece(0, Catalogue::shipped(), TODAY).urgency
        };
        assert_eq!((urgency(0, 0), urgency(1, 0), urgency(0, 1)), (80, 40, 40), "there, or first in line by another");
    }

    #[test]
    fn a_wish_stays_a_wish_when_it_is_marked() {
        let marked = Asks { urgency: Urgency::Wish, is_marked: true, ..asks(0, 7, 1, 0) };
        let piece = marked.piece(0, Catalogue::shipped(), TODAY);
        assert_eq!((piece.urgency, piece.counts), (80, false));
    }

    #[test]
    fn what_there_is_plenty_of_is_free() {
        let mut supply =
            Supply { parties: vec![party(1, 0)], lines: vec![asks(0, 7, 1, 0)], items: vec![lies(20, "104")] };
        assert_eq!(solve(&supply, TODAY, "s", Catalogue::shipped()).free, []);
        supply.items.push(lies(21, "104"));
        let solved = solve(&supply, TODAY, "s", Catalogue::shipped());
        assert_eq!((solved.free.len(), solved.rows.len()), (1, 0));
    }

    #[test]
    fn the_first_in_line_gets_it_and_a_piece_that_was_let_go_passes_on() {
        let mut supply = Supply {
            parties: vec![party(1, 8), party(2, 2), party(3, 5)],
            lines: vec![asks(0, 7, 1, 9), asks(1, 8, 1, 0), asks(2, 9, 1, 0)],
            items: vec![lies(20, "110")],
        };
        let solved = solve(&supply, TODAY, "s", Catalogue::shipped());
        assert_eq!(solved.rows.len(), 1);
        let row = &solved.rows[0];
        assert_eq!((row.waits.line, row.waits.score.total(), row.waits.reasons.percent), (1, 112, 20));
        assert_eq!((row.place, row.of), (1, 3));
        assert_eq!(solved.queue(0).iter().map(|waits| waits.line).collect::<Vec<_>>(), [1, 2, 0]);
        supply.items[0].passed_by.push(supply.parties[1].id);
        assert_eq!(solve(&supply, TODAY, "s", Catalogue::shipped()).rows[0].waits.line, 2);
    }
}
