//! What is missing: open pieces of needs lists that neither the stock nor what comes can meet, by product, cut and size.
//!
//! [`count`] is for work in the house, with exact numbers of pieces to find; [`told`] is what leaves it in files.

mod told;

use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::{Catalogue, Cut, GroupCode, ProductCode, Season};
use crate::domain::disclosure::Audience;
use crate::domain::missing::{self, Line, Open};
use crate::domain::rights::Right;
use crate::domain::sizes::{Size, Sizes};
use crate::store::missing as counted;
use crate::texts::{Message, Words, say};
use jiff::civil::Date;

pub use crate::domain::missing::When;
pub use told::{ToldMissing, told};

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub when: When,
    pub group: Option<GroupCode>,
    pub product: Option<ProductCode>,
}

/// The report, counted.
#[derive(Clone, Debug)]
pub struct Missing {
    pub as_of: Date,
    pub season: Season,
    pub when: When,
    /// The most missing first.
    pub products: Vec<ProductLine>,
    /// By product in the order of the products, then by cut and size.
    pub lines: Vec<MissingLine>,
    /// Maternity, care and incontinence, as one and only from ten households on (law reference 2.4, item 8); never with a
    /// filter, which could tell them apart.
    pub special: Option<SpecialLine>,
    pub total: Sum,
}

/// What is missing of all special needs together, in every season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpecialLine {
    pub households: i64,
    pub sum: Sum,
}

/// Pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub wanted: i64,
    /// Of `wanted`: what free stock can meet, what comes can meet besides, and the rest.
    pub in_stock: i64,
    pub coming: i64,
    pub missing: i64,
    /// Of `missing`: wanted by persons who have none yet.
    pub urgent: i64,
}

impl Sum {
    fn add(&mut self, line: &Line) {
        self.wanted += line.wanted;
        self.in_stock += line.in_stock;
        self.coming += line.coming;
        self.missing += line.missing();
        self.urgent += line.urgent.min(line.missing());
    }
}

#[derive(Clone, Debug)]
pub struct ProductLine {
    pub product: ProductCode,
    pub names: Words,
    pub group: GroupCode,
    pub season: Season,
    pub households: i64,
    pub sum: Sum,
}

#[derive(Clone, Debug)]
pub struct MissingLine {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub households: i64,
    pub sum: Sum,
}

impl Missing {
    /// What is counted, in words.
    pub fn definition(&self) -> Message {
        let definition = match self.when {
            When::All => say::wanted_definition_all,
            When::Now => say::wanted_definition_now,
            When::Next => say::wanted_definition_next,
        };
        definition(self.as_of)
    }

    /// The products of one group, or all, with what their group is called.
    pub fn by_group<'m>(&'m self, catalogue: &'m Catalogue) -> Vec<(&'m GroupCode, &'m Words, Sum)> {
        let mut groups: Vec<(&GroupCode, &Words, Sum)> = Vec::new();
        for group in catalogue.groups() {
            let mut sum = Sum::default();
            for line in self.products.iter().filter(|line| line.group == group.code) {
                sum.wanted += line.sum.wanted;
                sum.in_stock += line.sum.in_stock;
                sum.coming += line.sum.coming;
                sum.missing += line.sum.missing;
                sum.urgent += line.sum.urgent;
            }
            if sum.wanted > 0 {
                groups.push((&group.code, &group.names, sum));
            }
        }
        groups.sort_by_key(|(_, _, sum)| std::cmp::Reverse(sum.missing));
        groups
    }
}

/// “Winter”, “Sommer”, “ganzes Jahr”.
pub fn season_name(season: Season) -> Message {
    match season {
        Season::AllYear => say::wanted_season_all(),
        Season::Winter => say::wanted_season_winter(),
        Season::Summer => say::wanted_season_summer(),
    }
}

/// The season that is asked about on a day.
fn season_of(when: When, day: Date) -> Season {
    match (when, Season::of_month(day.month())) {
        (When::All, _) => Season::AllYear,
        (When::Next, Season::Winter) => Season::Summer,
        (When::Next, _) => Season::Winter,
        (When::Now, season) => season,
    }
}

/// Counts what is missing now.
///
/// # Errors
/// Without the right, or when the database fails.
pub fn count(house: &House, actor: &Actor, asked: &Asked) -> Result<Missing, ActionError> {
    actor.must(Right::SeeMissing)?;
    let catalogue = house.catalogue();
    let special: Vec<ProductCode> =
        catalogue.products().iter().filter(|product| product.special).map(|product| product.code.clone()).collect();
    let (open, supply, households, of_special) = house.store().read_at_one_moment(|db| {
        let of_special = counted::households_of(db, &special)?;
        Ok::<_, ActionError>((counted::open(db)?, counted::supply(db)?, counted::households(db)?, of_special))
    })?;
    let month = house.today().month();
    let season = season_of(asked.when, house.today());
    let belongs = |code: &ProductCode| {
        catalogue.product(code.as_str()).is_some_and(|product| {
            !product.special
                && product.season.meets(season)
                && asked.group.as_ref().is_none_or(|group| *group == product.group)
                && asked.product.as_ref().is_none_or(|one| one == code)
        })
    };
    // What nobody can wear in this season is urgent to nobody.
    let urgent_now =
        |code: &ProductCode| catalogue.product(code.as_str()).is_some_and(|product| product.season.covers(month));
    let open =
        open.into_iter().map(|one| Open { urgent: if urgent_now(&one.product) { one.urgent } else { 0 }, ..one });
    let (special, open): (Vec<Open>, Vec<Open>) = open.partition(|one| special.contains(&one.product));
    let mut total = Sum::default();
    let special =
        (of_special >= Audience::Special.k() && asked.group.is_none() && asked.product.is_none()).then(|| {
            let mut sum = Sum::default();
            for line in missing::balance(&catalogue, &special, &supply) {
                sum.add(&line);
                total.add(&line);
            }
            SpecialLine { households: of_special, sum }
        });
    let open: Vec<Open> = open.into_iter().filter(|one| belongs(&one.product)).collect();
    let lines = missing::balance(&catalogue, &open, &supply);
    let mut products: Vec<ProductLine> = Vec::new();
    for line in &lines {
        total.add(line);
        if products.last().is_none_or(|last| last.product != line.product) {
            let Some(product) = catalogue.product(line.product.as_str()) else { continue };
            let waiting = households.iter().find(|(code, _)| code == &line.product);
            products.push(ProductLine {
                product: product.code.clone(),
                names: product.names.clone(),
                group: product.group.clone(),
                season: product.season,
                households: waiting.map_or(0, |(_, households)| *households),
                sum: Sum::default(),
            });
        }
        if let Some(last) = products.last_mut() {
            last.sum.add(line);
        }
    }
    // A stable order, so that a product stays in its place while nothing changes.
    products.sort_by(|a, b| {
        (b.sum.missing, b.sum.urgent, b.sum.wanted)
            .cmp(&(a.sum.missing, a.sum.urgent, a.sum.wanted))
            .then_with(|| a.product.as_str().cmp(b.product.as_str()))
    });
    let lines = products.iter().flat_map(|product| lines.iter().filter(move |line| line.product == product.product));
    let lines = lines.map(|line| {
        let mut sum = Sum::default();
        sum.add(line);
        MissingLine {
            product: line.product.clone(),
            cut: line.cut,
            size: line.size.clone(),
            households: line.households,
            sum,
        }
    });
    Ok(Missing { as_of: house.today(), season, when: asked.when, lines: lines.collect(), special, total, products })
}

/// A grid of one size system: sizes across, products (in one cut) down; what is missing in the cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    pub sizes: Vec<String>,
    pub rows: Vec<HeatRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    /// Missing and wanted; `None` where nobody wants anything.
    pub cells: Vec<Option<(i64, i64)>>,
}

impl Missing {
    /// The lines with a size as grids, one for each size system, in the order of sizes.
    pub fn heat(&self, catalogue: &Catalogue) -> Vec<Heat> {
        let mut read: Vec<(Size, &MissingLine)> = self
            .lines
            .iter()
            .filter_map(|line| {
                let product = catalogue.product(line.product.as_str())?;
                Some((Sizes::shipped().read(product, line.cut, line.size.as_deref()?)?, line))
            })
            .collect();
        read.sort_by(|a, b| a.0.cmp(&b.0));
        let mut grids = Vec::new();
        for some in read.chunk_by(|a, b| a.0.system() == b.0.system()) {
            let mut sizes: Vec<&Size> = some.iter().map(|(size, _)| size).collect();
            sizes.dedup();
            let mut rows: Vec<HeatRow> = Vec::new();
            for product in &self.products {
                for (size, line) in some.iter().filter(|(_, line)| line.product == product.product) {
                    let at = rows.iter().position(|row| row.product == line.product && row.cut == line.cut);
                    let at = at.unwrap_or_else(|| {
                        rows.push(HeatRow {
                            product: line.product.clone(),
                            cut: line.cut,
                            cells: vec![None; sizes.len()],
                        });
                        rows.len() - 1
                    });
                    if let Some(column) = sizes.iter().position(|one| *one == size) {
                        let cell = rows[at].cells[column].get_or_insert((0, 0));
                        *cell = (cell.0 + line.sum.missing, cell.1 + line.sum.wanted);
                    }
                }
            }
            grids.push(Heat { sizes: sizes.into_iter().map(ToString::to_string).collect(), rows });
        }
        // The grid with the most rows first.
        grids.sort_by_key(|grid| std::cmp::Reverse(grid.rows.len()));
        grids
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_next_season_is_the_other_half_of_the_year() {
        assert_eq!(season_of(When::Now, date(2026, 11, 23)), Season::Winter);
        assert_eq!(season_of(When::Next, date(2026, 11, 23)), Season::Summer);
        assert_eq!(season_of(When::Next, date(2026, 6, 1)), Season::Winter);
        assert_eq!(season_of(When::All, date(2026, 6, 1)), Season::AllYear);
    }
}
