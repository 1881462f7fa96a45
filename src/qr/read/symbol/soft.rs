//! How surely each module of a symbol is dark or light.

use super::layout::Layout;

/// For each module, row by row: above 0 for dark, below for light, about 1 for a sure one.
pub struct Soft {
    pub modules: usize,
    pub dark: Vec<f32>,
}

impl Soft {
    pub fn at(&self, column: usize, row: usize) -> f32 {
        self.dark[row * self.modules + column]
    }

    /// Rows and columns exchanged: a symbol seen in a mirror.
    pub fn transposed(&self) -> Self {
        let size = self.modules;
        let dark = (0..size * size).map(|at| self.at(at / size, at % size)).collect();
        Self { modules: size, dark }
    }

    /// How much each module looks as if something lay on it, 0 to about 1: it is one of nine of one colour (one in 256 squares of 3 × 3
    /// is so by chance), or near a fixed module that shows the wrong colour.
    pub fn covered(&self, layout: &Layout) -> Vec<f32> {
        let size = self.modules;
        let mut cover = vec![0.0f32; size * size];
        let is_dark = |column: usize, row: usize| self.at(column, row) > 0.0;
        for row in 0..size - 2 {
            for column in 0..size - 2 {
                let first = is_dark(column, row);
                let inside = || (0..9).map(|at| (column + at % 3, row + at / 3));
                if inside().all(|(column, row)| is_dark(column, row) == first) {
                    for (column, row) in inside() {
                        cover[row * size + column] += 0.6;
                    }
                }
            }
        }
        for &(column, row, dark) in layout.patches.iter().flat_map(|patch| &patch.modules) {
            let (column, row) = (usize::from(column), usize::from(row));
            if is_dark(column, row) != dark {
                for y in row.saturating_sub(2)..(row + 3).min(size) {
                    for x in column.saturating_sub(2)..(column + 3).min(size) {
                        cover[y * size + x] += 0.12;
                    }
                }
            }
        }
        cover
    }
}
