//! Draws a code as a QR symbol: version 1, error correction H, alphanumeric.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use crate::codes::Code;

/// Modules along one side of a version 1 symbol (ISO/IEC 18004).
pub const SIDE: u8 = 21;

/// Empty modules that must stay white on every side of the symbol (ISO/IEC 18004).
pub const QUIET_ZONE: u8 = 4;

/// The dark and light modules of one code, without the quiet zone. Row 0 is the top, column 0 the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    rows: [[bool; SIDE as usize]; SIDE as usize],
}

impl Symbol {
    /// The symbol of this code. Ten alphanumeric characters are exactly what version 1-H holds, so a third of the square
    /// may be torn or dirty and no smaller symbol exists.
    pub fn of(code: &Code) -> Symbol {
        let text = QrSegment::make_alphanumeric(code.as_str());
        let (smallest, largest) = (Version::new(1), Version::new(1));
        let drawn = QrCode::encode_segments_advanced(&[text], QrCodeEcc::High, smallest, largest, None::<Mask>, false)
            .expect("ten alphanumeric characters fit version 1-H");
        assert_eq!(drawn.size(), i32::from(SIDE), "version 1 has 21 modules a side");
        let mut rows = [[false; SIDE as usize]; SIDE as usize];
        for (y, row) in (0..).zip(&mut rows) {
            for (x, dark) in (0..).zip(row) {
                *dark = drawn.get_module(x, y);
            }
        }
        Symbol { rows }
    }

    /// Whether the module in this column and row is dark; everything outside is light.
    pub fn is_dark(&self, column: i32, row: i32) -> bool {
        let at = |row: usize, column: usize| self.rows.get(row)?.get(column).copied();
        usize::try_from(row).ok().zip(usize::try_from(column).ok()).and_then(|(y, x)| at(y, x)).unwrap_or(false)
    }

    /// The borders of the dark areas as closed rings of module corners (column, row), corners only.
    ///
    /// All rings filled as one path give the symbol. Neighbouring modules share no edge in it, so that no renderer can
    /// leave a white hairline between them. Dark lies on the right hand of the way round, which makes holes run the
    /// other way: the nonzero and the even-odd rule fill the same.
    pub fn outlines(&self) -> Vec<Vec<(u8, u8)>> {
        let mut horizontal = [[false; SIDE as usize + 1]; SIDE as usize + 1];
        let mut rings = Vec::new();
        for y in 0..=SIDE {
            for x in 0..SIDE {
                let begins = !self.is_dark(x.into(), i32::from(y) - 1) && self.is_dark(x.into(), y.into());
                if begins && !horizontal[usize::from(y)][usize::from(x)] {
                    rings.push(self.walk(x, y, &mut horizontal));
                }
            }
        }
        rings
    }

    /// Walks once around from the top left corner of a module with nothing dark above it, to the right at first, and
    /// marks the top edges it passes.
    fn walk(&self, x: u8, y: u8, passed: &mut [[bool; SIDE as usize + 1]; SIDE as usize + 1]) -> Vec<(u8, u8)> {
        let start = (i32::from(x), i32::from(y), Way::Right);
        let (mut x, mut y, mut way) = start;
        let mut corners = Vec::new();
        loop {
            if way == Way::Right {
                passed[y as usize][x as usize] = true;
            }
            let (dx, dy) = way.step();
            (x, y) = (x + dx, y + dy);
            // The four modules that meet here; at a corner where two dark ones touch, keep to the one walked along.
            let (ahead_left, ahead_right) = match way {
                Way::Right => (self.is_dark(x, y - 1), self.is_dark(x, y)),
                Way::Down => (self.is_dark(x, y), self.is_dark(x - 1, y)),
                Way::Left => (self.is_dark(x - 1, y), self.is_dark(x - 1, y - 1)),
                Way::Up => (self.is_dark(x - 1, y - 1), self.is_dark(x, y - 1)),
            };
            let next = match (ahead_left, ahead_right) {
                (_, false) => way.to_the_right(),
                (false, true) => way,
                (true, true) => way.to_the_left(),
            };
            if next != way {
                corners.push((x as u8, y as u8));
                way = next;
            }
            if (x, y, way) == start {
                return corners;
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Right,
    Down,
    Left,
    Up,
}

impl Way {
    fn step(self) -> (i32, i32) {
        match self {
            Way::Right => (1, 0),
            Way::Down => (0, 1),
            Way::Left => (-1, 0),
            Way::Up => (0, -1),
        }
    }

    fn to_the_right(self) -> Way {
        match self {
            Way::Right => Way::Down,
            Way::Down => Way::Left,
            Way::Left => Way::Up,
            Way::Up => Way::Right,
        }
    }

    fn to_the_left(self) -> Way {
        self.to_the_right().to_the_right().to_the_right()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::codes::Kind;

    fn some_symbol(seed: u64) -> Symbol {
        Symbol::of(&Code::draw(Kind::Item, &mut StdRng::seed_from_u64(seed)))
    }

    /// How often the rings go around the middle of a module, by the edges to the left of it.
    fn winding(rings: &[Vec<(u8, u8)>], column: i32, row: i32) -> i32 {
        let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
        edges
            .filter(|(from, to)| from.0 == to.0 && i32::from(from.0) <= column)
            .map(|(from, to)| {
                let (low, high) = (i32::from(from.1.min(to.1)), i32::from(from.1.max(to.1)));
                if (low..high).contains(&row) { if to.1 < from.1 { 1 } else { -1 } } else { 0 }
            })
            .sum()
    }

    proptest! {
        #[test]
        fn the_outlines_enclose_exactly_the_dark_modules(seed in any::<u64>()) {
            let symbol = some_symbol(seed);
            let rings = symbol.outlines();
            for row in 0..i32::from(SIDE) {
                for column in 0..i32::from(SIDE) {
                    prop_assert_eq!(winding(&rings, column, row), i32::from(symbol.is_dark(column, row)));
                }
            }
            for ring in &rings {
                prop_assert!(ring.len() >= 4 && ring.len() % 2 == 0);
            }
        }

        #[test]
        fn every_code_has_its_finder_patterns(seed in any::<u64>()) {
            let symbol = some_symbol(seed);
            for (x, y) in [(0, 0), (14, 0), (0, 14)] {
                prop_assert!(symbol.is_dark(x, y) && !symbol.is_dark(x + 1, y + 1) && symbol.is_dark(x + 3, y + 3));
            }
            prop_assert!(!symbol.is_dark(-1, 0) && !symbol.is_dark(21, 0) && !symbol.is_dark(0, 21));
        }
    }
}
