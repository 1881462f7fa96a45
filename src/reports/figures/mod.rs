//! The figures of the house: stock, pieces in and out, needs open and met, and how long needs wait.
//!
//! Whoever may see items may see stock and flow. Needs and waiting are for those who may see every household: a line of a
//! small group could be somebody's. No figure names a household. Exact numbers of what households need and got are only on
//! the pages of those who may see households; files, and the pages of everybody else, pass the disclosure control
//! ([`outside`]).

mod needs;
mod outside;
mod period;
mod stock;
mod table;
#[cfg(test)]
mod tests;
mod waiting;
mod weeks;

use jiff::civil::Date;
use serde::Serialize;

use crate::actions::{ActionError, Actor, House};
use crate::domain::LocationId;
use crate::domain::catalogue::{Catalogue, GroupCode, ProductCode};
use crate::domain::disclosure::Audience;
use crate::store::{Db, figures};
use crate::texts::{Message, Texts};

pub use crate::domain::figure::FigureName;
pub use needs::{NeedsFigure, NeedsLine, NeedsWeek};
pub use outside::{Number, Told};
pub(crate) use period::bounds;
pub use period::{LONGEST, Period};
pub use stock::{StockFigure, StockLine};
pub use table::{Row, Table};
pub use waiting::{Bucket, Month, WaitingFigure};
pub use weeks::{FlowFigure, Moved, Week};

/// What was asked for. Without days: the last half year.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// Only products of this group.
    pub group: Option<GroupCode>,
    /// Only what lies at this site; only the stock knows places.
    pub site: Option<LocationId>,
    /// Whether the figure leaves the house: as a file, or on the command line.
    pub leaves: bool,
}

/// One figure, counted.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Figure {
    Stock(StockFigure),
    InOut(FlowFigure),
    Needs(NeedsFigure),
    NeedsTold(NeedsFigure<Told>),
    Waiting(WaitingFigure),
    WaitingTold(WaitingFigure<Told>),
}

impl Figure {
    /// Counts a figure.
    ///
    /// # Errors
    /// Without the right, for a period that cannot be, or for a group or site that is not there.
    pub fn count(house: &House, actor: &Actor, name: FigureName, asked: &Asked) -> Result<Figure, ActionError> {
        Ok(match name {
            FigureName::Stock => Figure::Stock(stock::count(house, actor, asked)?),
            FigureName::InOut => Figure::InOut(weeks::count(house, actor, asked)?),
            FigureName::Needs if asked.leaves => Figure::NeedsTold(outside::needs(house, actor, asked)?),
            FigureName::Needs => Figure::Needs(needs::count(house, actor, asked)?),
            FigureName::Waiting if asked.leaves => Figure::WaitingTold(outside::waiting(house, actor, asked)?),
            FigureName::Waiting => Figure::Waiting(waiting::count(house, actor, asked)?),
        })
    }

    /// What is counted, in words.
    pub fn definition(&self) -> Message {
        match self {
            Figure::Stock(figure) => figure.definition(),
            Figure::InOut(figure) => figure.definition(),
            Figure::Needs(figure) => figure.definition(),
            Figure::NeedsTold(figure) => figure.definition(),
            Figure::Waiting(figure) => figure.definition(),
            Figure::WaitingTold(figure) => figure.definition(),
        }
    }

    /// The tables behind the figure's pictures.
    pub fn tables(&self, t: &Texts) -> Vec<Table> {
        match self {
            Figure::Stock(figure) => vec![figure.table(t)],
            Figure::InOut(figure) => vec![figure.table(t)],
            Figure::Needs(figure) => vec![figure.groups_table(t), figure.weeks_table(t)],
            Figure::NeedsTold(figure) => vec![figure.groups_table(t), figure.weeks_table(t)],
            Figure::Waiting(figure) => vec![figure.open_table(t), figure.met_table(t)],
            Figure::WaitingTold(figure) => vec![figure.open_table(t), figure.met_table(t)],
        }
    }

    /// The tables as CSV with headings in the language of `t`, one below the other.
    pub fn csv(&self, t: &Texts) -> String {
        let mut rows = vec![vec![t.say(&self.definition())]];
        for table in self.tables(t) {
            rows.push(vec![String::new()]);
            rows.extend(table.all_rows());
        }
        super::sheet::csv(rows)
    }

    /// The figure as one JSON object.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

/// The products that were asked for; `None`: all.
fn products(catalogue: &Catalogue, group: Option<&GroupCode>) -> Result<Option<Vec<ProductCode>>, ActionError> {
    let Some(code) = group else { return Ok(None) };
    let group = catalogue.group(code.as_str()).ok_or(ActionError::NotFound)?;
    Ok(Some(catalogue.products_of(&group.code).map(|product| product.code.clone()).collect()))
}

/// Which lines of needs lists a figure tells of.
struct Asking {
    /// `None`: all products.
    products: Option<Vec<ProductCode>>,
    special: Vec<ProductCode>,
}

impl Asking {
    /// The lines of a group without its special products; or all lines, special needs among them only when ten households
    /// stand behind them (law reference 2.4, item 8), so that no figure is the difference of two others.
    fn of(
        house: &House,
        db: &mut Db,
        catalogue: &Catalogue,
        asked: &Asked,
        period: &Period,
    ) -> Result<Asking, ActionError> {
        let is_special = |code: &ProductCode| catalogue.product(code.as_str()).is_some_and(|product| product.special);
        let all: Vec<ProductCode> = match products(catalogue, asked.group.as_ref())? {
            Some(products) => products,
            None => catalogue.products().iter().map(|product| product.code.clone()).collect(),
        };
        let (special, plain): (Vec<ProductCode>, Vec<ProductCode>) = all.into_iter().partition(is_special);
        let shown = match (asked.group.is_none(), period.week_bounds(house).as_slice()) {
            (true, [from, .., to]) => figures::households_of(db, &special, *from, *to)? >= Audience::Special.k(),
            _ => false,
        };
        Ok(Asking { products: (!shown).then_some(plain), special })
    }
}

/// The least number of days that at least half of the lines stay within. `waits`: days and how many lines.
fn median(waits: impl IntoIterator<Item = (i64, i64)>) -> Option<i64> {
    let mut waits: Vec<(i64, i64)> = waits.into_iter().collect();
    waits.sort_unstable();
    let all: i64 = waits.iter().map(|(_, lines)| lines).sum();
    let mut seen = 0;
    waits
        .into_iter()
        .find(|(_, lines)| {
            seen += lines;
            seen * 2 >= all
        })
        .map(|(days, _)| days)
}
