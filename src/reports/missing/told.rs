//! What is missing, as it leaves the house in files (law reference 2.4): a line when at least three households stand behind it,
//! in numbers rounded to five and ranges of households. Each product is decided by itself, its sizes as a list, so that a
//! file of one group or season says of it what every other file says.

use jiff::civil::Date;
use serde::Serialize;

use super::{Asked, Missing, MissingLine, Sum, When, season_name};
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::{Catalogue, Cut, GroupCode, ProductCode, Season};
use crate::domain::disclosure::{Audience, Cell, Counted, Reach, Shown, ShownLine, ShownTable, decide};
use crate::reports::sheet;
use crate::store::missing::{self as counted, Held};
use crate::texts::{Message, Texts, Words};

/// The report, as it may be told.
#[derive(Clone, Debug, Serialize)]
pub struct ToldMissing {
    pub as_of: Date,
    pub season: Season,
    pub when: When,
    pub products: Vec<ToldProduct>,
    pub lines: Vec<ToldLine>,
    pub special: Option<ToldSpecial>,
    /// Of all products; each number only when it is told of each product.
    pub total: ToldSum,
    #[serde(skip)]
    definition: Message,
}

/// Pieces, rounded to five; `None`: hidden.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ToldSum {
    pub wanted: Option<i64>,
    pub in_stock: Option<i64>,
    pub coming: Option<i64>,
    pub missing: Option<i64>,
    pub urgent: Option<i64>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ToldProduct {
    pub product: ProductCode,
    pub names: Words,
    pub group: GroupCode,
    pub season: Season,
    pub households: Reach,
    #[serde(flatten)]
    pub sum: ToldSum,
}

#[derive(Clone, Debug, Serialize)]
pub struct ToldLine {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub households: Reach,
    #[serde(flatten)]
    pub sum: ToldSum,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct ToldSpecial {
    pub households: Reach,
    #[serde(flatten)]
    pub sum: ToldSum,
}

impl ToldSum {
    /// `urgent`: as it may be told.
    fn of(sum: &Sum, shown: &ShownLine, urgent: Option<i64>) -> ToldSum {
        if shown.items.is_hidden() {
            return ToldSum::default();
        }
        let told = |number: i64| Shown::number(number).told();
        ToldSum {
            wanted: shown.items.told(),
            in_stock: told(sum.in_stock),
            coming: told(sum.coming),
            missing: told(sum.missing),
            urgent,
        }
    }

    fn numbers(&self) -> [Option<i64>; 5] {
        [self.wanted, self.in_stock, self.coming, self.missing, self.urgent]
    }

    fn texts(&self) -> impl Iterator<Item = String> {
        self.numbers().into_iter().map(|number| number.map_or_else(|| Shown::Hidden.to_string(), |it| it.to_string()))
    }
}

/// Counts what is missing now, and leaves out what too few households stand behind.
///
/// # Errors
/// As [`super::count`].
pub fn told(house: &House, actor: &Actor, asked: &Asked) -> Result<ToldMissing, ActionError> {
    let report = super::count(house, actor, asked)?;
    let held = house.store().read(counted::held)?;
    let catalogue = house.catalogue();
    let mut told = ToldMissing {
        as_of: report.as_of,
        season: report.season,
        when: report.when,
        products: Vec::new(),
        lines: Vec::new(),
        special: special(&report, &catalogue, &held),
        total: ToldSum::default(),
        definition: report.definition(),
    };
    for product in &report.products {
        let of_product: Vec<&Held> = held.iter().filter(|held| held.product == product.product).collect();
        let shown = decided(&of_product);
        let mut all_urgent = Some(0);
        for line in report.lines.iter().filter(|line| line.product == product.product) {
            let Some(of_line) = shown.line(&key(line.cut, line.size.as_deref())) else { continue };
            let urgent = urgent(of_product.iter().filter(|held| held.cut == line.cut && held.size == line.size), line);
            all_urgent = all_urgent.zip(urgent).map(|(sum, more)| sum + more);
            told.lines.push(ToldLine {
                product: line.product.clone(),
                cut: line.cut,
                size: line.size.clone(),
                households: of_line.reach,
                sum: ToldSum::of(&line.sum, of_line, urgent),
            });
        }
        told.products.push(ToldProduct {
            product: product.product.clone(),
            names: product.names.clone(),
            group: product.group.clone(),
            season: product.season,
            households: shown.total.reach,
            sum: ToldSum::of(&product.sum, &shown.total, all_urgent),
        });
    }
    // In an order that tells nothing of what is hidden.
    told.products.sort_by(|a, b| {
        (b.sum.missing, b.sum.wanted)
            .cmp(&(a.sum.missing, a.sum.wanted))
            .then_with(|| a.product.as_str().cmp(b.product.as_str()))
    });
    let sum = |of: fn(&ToldSum) -> Option<i64>| told.products.iter().map(|product| of(&product.sum)).sum();
    told.total = ToldSum {
        wanted: sum(|sum| sum.wanted),
        in_stock: sum(|sum| sum.in_stock),
        coming: sum(|sum| sum.coming),
        missing: sum(|sum| sum.missing),
        urgent: sum(|sum| sum.urgent),
    };
    Ok(told)
}

/// What stands for a cut and size among the lines of a product.
fn key(cut: Option<Cut>, size: Option<&str>) -> String {
    format!("{} {}", cut.map_or("", Cut::word), size.unwrap_or_default())
}

fn decided(held: &[&Held]) -> ShownTable {
    let mut sizes = Counted::new("size", Audience::City);
    for one in held {
        sizes.add(&key(one.cut, one.size.as_deref()), Some(one.household), one.pieces);
    }
    decide(&[sizes]).remove(0)
}

/// Urgent lines, when enough households have them. Where nothing is missing, nothing is urgent.
fn urgent<'h>(held: impl Iterator<Item = &'h &'h Held>, line: &MissingLine) -> Option<i64> {
    let cell = Cell::of(held.map(|held| held.urgent));
    if line.sum.urgent == 0 {
        return if cell.is_primary(Audience::City.k()) { None } else { Some(0) };
    }
    if cell.is_primary(Audience::City.k()) { None } else { Shown::number(line.sum.urgent).told() }
}

/// All special needs as one, from ten households on.
fn special(report: &Missing, catalogue: &Catalogue, held: &[Held]) -> Option<ToldSpecial> {
    let line = report.special.as_ref()?;
    let mut all = Counted::new("special", Audience::Special);
    let is_special = |code: &ProductCode| catalogue.product(code.as_str()).is_some_and(|product| product.special);
    for one in held.iter().filter(|one| is_special(&one.product)) {
        all.add("special", Some(one.household), one.pieces);
    }
    let shown = decide(&[all]).remove(0);
    let told = !shown.total.items.is_hidden();
    told.then(|| ToldSpecial {
        households: Reach::of_special(line.households),
        sum: ToldSum::of(&line.sum, &shown.total, Shown::number(line.sum.urgent).told()),
    })
}

impl ToldMissing {
    /// The lines as CSV with headings in the language of `t`.
    pub fn csv(&self, t: &Texts, catalogue: &Catalogue) -> String {
        let heads = [
            t.csv_group(),
            t.wanted_product(),
            t.wanted_cut(),
            t.wanted_size(),
            t.wanted_season(),
            t.wanted_pieces_wanted(),
            t.wanted_in_stock(),
            t.wanted_coming(),
            t.wanted_missing(),
            t.wanted_first(),
            t.wanted_households(),
        ];
        let line = |line: &ToldLine| {
            let product = catalogue.product(line.product.as_str());
            let group = product.map(|product| catalogue.group_words(product).get(t.lang()).to_owned());
            let mut cells = vec![
                group.unwrap_or_default(),
                product.map_or(line.product.as_str(), |product| product.names.get(t.lang())).to_owned(),
                line.cut.map_or("", Cut::word).to_owned(),
                line.size.clone().unwrap_or_default(),
                product.map(|product| t.say(&season_name(product.season))).unwrap_or_default(),
            ];
            cells.extend(line.sum.texts().chain([t.say(&line.households.words())]));
            cells
        };
        let rows = std::iter::once(vec![t.say(&self.definition)]).chain([vec![String::new()], heads.into()]);
        let special = self.special.map(|line| {
            let mut cells = vec![t.purpose_special(), String::new(), String::new(), String::new(), String::new()];
            cells.extend(line.sum.texts().chain([t.say(&line.households.words())]));
            cells
        });
        sheet::csv(rows.chain(self.lines.iter().map(line)).chain(special))
    }

    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
