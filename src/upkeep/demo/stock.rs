//! What the town knows about its pieces, to plan who takes which. What counts is in the ledger.

use crate::codes::Code;
use crate::domain::ItemId;
use crate::domain::catalogue::Cut;
use crate::domain::sizes::Size;

/// One labelled piece or lot.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub label: Code,
    pub item: ItemId,
    /// The product's place in the catalogue.
    pub product: usize,
    pub cut: Cut,
    pub size: Option<Size>,
    /// Pieces that are left of it.
    pub left: i64,
    pub is_lot: bool,
    /// Somebody at the counter has it in hand.
    pub in_hand: bool,
}

/// All pieces that ever came in, and which of them lie on the shelves.
#[derive(Default)]
pub(super) struct Stock {
    pieces: Vec<Piece>,
    /// For each product of the catalogue, the pieces on the shelf.
    shelves: Vec<Vec<usize>>,
}

impl Stock {
    pub(super) fn with_products(count: usize) -> Stock {
        Stock { pieces: Vec::new(), shelves: vec![Vec::new(); count] }
    }

    /// Notes a new piece that is not on a shelf yet.
    pub(super) fn add(&mut self, piece: Piece) -> usize {
        self.pieces.push(piece);
        self.pieces.len() - 1
    }

    pub(super) fn piece(&self, place: usize) -> &Piece {
        &self.pieces[place]
    }

    pub(super) fn take_in_hand(&mut self, place: usize, in_hand: bool) {
        self.pieces[place].in_hand = in_hand;
    }

    pub(super) fn put_on_shelf(&mut self, place: usize) {
        let shelf = &mut self.shelves[self.pieces[place].product];
        if !shelf.contains(&place) {
            shelf.push(place);
        }
    }

    /// Takes so many pieces off the shelf; of a lot the rest stays.
    pub(super) fn take(&mut self, place: usize, pieces: i64) {
        let piece = &mut self.pieces[place];
        piece.left -= pieces;
        if piece.left <= 0 || !piece.is_lot {
            piece.left = piece.left.max(1);
            self.shelves[piece.product].retain(|other| *other != place);
        }
    }

    pub(super) fn on_shelf(&self, product: usize) -> &[usize] {
        &self.shelves[product]
    }

    /// Every single piece on the shelves that nobody has in hand.
    pub(super) fn singles(&self) -> Vec<usize> {
        let all = self.shelves.iter().flatten().copied();
        all.filter(|place| !self.pieces[*place].is_lot && !self.pieces[*place].in_hand).collect()
    }
}
