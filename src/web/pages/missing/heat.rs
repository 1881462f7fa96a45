//! Grids of sizes: what is missing of each product in each size. A number in every cell; the ground only helps the eye.

use crate::domain::catalogue::Catalogue;
use crate::reports::missing::Missing;
use crate::texts::Texts;
use crate::web::pages::wanted::cut_name;

pub(super) struct Grid {
    /// From the first to the last size, which tells one grid from another.
    pub range: String,
    pub sizes: Vec<String>,
    pub rows: Vec<GridRow>,
}

pub(super) struct GridRow {
    pub name: String,
    pub cut: String,
    pub cells: Vec<Cell>,
}

/// One product in one size.
pub(super) struct Cell {
    /// What is missing; empty where nobody asks.
    pub text: String,
    /// The same in words.
    pub words: String,
    /// 0 (nothing missing) to 4 (as much as anywhere in the grid).
    pub heat: i64,
}

pub(super) fn grids(report: &Missing, catalogue: &Catalogue, t: &Texts) -> Vec<Grid> {
    let grid = |heat: crate::reports::missing::Heat| {
        let most = heat.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|(missing, _)| *missing).max();
        let most = most.unwrap_or_default().max(1);
        let cell = |cell: &Option<(i64, i64)>| match cell {
            Some((missing, wanted)) => Cell {
                text: missing.to_string(),
                words: t.wanted_cell(*missing, *wanted),
                heat: (missing * 4 + most - 1) / most,
            },
            None => Cell { text: String::new(), words: String::new(), heat: 0 },
        };
        let rows = heat.rows.iter().map(|row| GridRow {
            name: catalogue
                .product(row.product.as_str())
                .map_or(row.product.as_str(), |product| product.names.get(t.lang()))
                .to_owned(),
            cut: row.cut.map(|cut| t.say(&cut_name(cut))).unwrap_or_default(),
            cells: row.cells.iter().map(cell).collect(),
        });
        let range = match heat.sizes.as_slice() {
            [first, .., last] => format!("{first} – {last}"),
            other => other.concat(),
        };
        Grid { rows: rows.collect(), range, sizes: heat.sizes }
    };
    report.heat(catalogue).into_iter().map(grid).collect()
}
