//! Pieces set aside for lines, and how a piece is found for one more line by exchanging: nobody who has one is left without.

use std::collections::VecDeque;

use super::Line;

/// Nowhere: a line without a pile, a pile that no line leads to.
const NONE: usize = usize::MAX;

/// Which line has a piece of which pile.
pub(super) struct SetAside<'a> {
    lines: &'a [Line],
    piles: Vec<Pile>,
    /// The pile from which each line has its piece.
    has: Vec<usize>,
    /// Pieces that were exchanged against others so far.
    pub exchanges: usize,
    seen: Vec<bool>,
    /// The line that would move to a pile, for those seen.
    mover: Vec<usize>,
}

struct Pile {
    pieces: usize,
    holders: Vec<usize>,
    /// Full for good: no exchange can free a piece here any more.
    closed: bool,
}

impl<'a> SetAside<'a> {
    /// Nothing is set aside yet.
    pub fn new(lines: &'a [Line], piles: &[Vec<usize>]) -> SetAside<'a> {
        let pile = |items: &Vec<usize>| Pile { pieces: items.len(), holders: Vec::new(), closed: items.is_empty() };
        SetAside {
            lines,
            piles: piles.iter().map(pile).collect(),
            has: vec![NONE; lines.len()],
            exchanges: 0,
            seen: vec![false; piles.len()],
            mover: vec![NONE; piles.len()],
        }
    }

    /// Whether a piece could be set aside for the line: a free one that fits it, best fit first, else one that others make free
    /// with the fewest exchanges. All who had a piece still have one that fits them.
    ///
    /// If not, no piece can be found for this line later either (augmenting paths: what is full around it stays full).
    pub fn serve(&mut self, line: usize) -> bool {
        let mut reached = Vec::new();
        let mut next = VecDeque::new();
        let mut found = self.look(line, &mut reached, &mut next);
        while found.is_none() {
            let Some(pile) = next.pop_front() else { break };
            let movers = self.piles[pile].holders.len();
            found = (0..movers).find_map(|at| {
                let holder = self.piles[pile].holders[at];
                self.look(holder, &mut reached, &mut next)
            });
        }
        for pile in &reached {
            self.seen[*pile] = false;
            // Whoever holds a piece here fits only piles that were reached, and none of those has a piece left.
            self.piles[*pile].closed |= found.is_none();
        }
        match found {
            Some(pile) => self.exchange(pile),
            None => return false,
        }
        true
    }

    /// A pile with a free piece for this line; else the piles that it fits are looked into next.
    fn look(&mut self, line: usize, reached: &mut Vec<usize>, next: &mut VecDeque<usize>) -> Option<usize> {
        for &pile in &self.lines[line].fits {
            let open = self.piles.get(pile).is_some_and(|pile| !pile.closed);
            if !open || self.seen[pile] {
                continue;
            }
            self.seen[pile] = true;
            reached.push(pile);
            self.mover[pile] = line;
            if self.piles[pile].holders.len() < self.piles[pile].pieces {
                return Some(pile);
            }
            next.push_back(pile);
        }
        None
    }

    /// Moves along the path that ends at this pile: each line takes the next pile, the last to move is the new one.
    fn exchange(&mut self, end: usize) {
        let mut to = end;
        loop {
            let line = self.mover[to];
            let from = std::mem::replace(&mut self.has[line], to);
            self.piles[to].holders.push(line);
            if from == NONE {
                return;
            }
            self.exchanges += 1;
            self.piles[from].holders.retain(|holder| *holder != line);
            to = from;
        }
    }

    /// The lines that have a piece of this pile.
    pub fn holders(&self, pile: usize) -> &[usize] {
        &self.piles[pile].holders
    }
}
