//! Reports about goods: what came and went and what it is worth, and how long pieces have been in the house.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::build::{Ask, blank};
use super::gifts::kilos;
use super::served::{GROUPS, SPECIAL, Worth, number, remark_hidden};
use super::{Cell, Chart, Column, Kind, Report, Said, Table};
use crate::actions::ActionError;
use crate::actions::publish::Published;
use crate::domain::catalogue::{Catalogue, ProductCode};
use crate::domain::disclosure::Shown;
use crate::store::book::Goods;
use crate::store::{Db, book};
use crate::texts::{Lang, Texts, Words, say};

/// Weeks at which a piece counts as older.
const AGES: [i64; 3] = [8, 26, 52];

/// Where special needs and what belongs to no group stand: behind the groups of the catalogue.
const SPECIAL_GROUP: usize = usize::MAX - 1;
const NO_GROUP: usize = usize::MAX;

/// Groups in the order of the catalogue, each with what is counted of it; last, what belongs to none.
struct Groups<'a, T> {
    catalogue: &'a Catalogue,
    found: BTreeMap<usize, T>,
}

impl<'a, T: Default> Groups<'a, T> {
    fn of(catalogue: &'a Catalogue) -> Groups<'a, T> {
        Groups { catalogue, found: BTreeMap::new() }
    }

    fn at(&mut self, product: Option<&ProductCode>) -> &mut T {
        let group = product.and_then(|code| self.catalogue.product(code.as_str())).map(|product| &product.group);
        let place = self.catalogue.groups().iter().position(|known| Some(&known.code) == group);
        self.found.entry(place.unwrap_or(NO_GROUP)).or_default()
    }

    /// The line that disclosure control knows by this key: a group's code, or that of special needs.
    fn keyed(&mut self, key: &str) -> &mut T {
        let place = self.catalogue.groups().iter().position(|known| known.code.as_str() == key);
        self.found.entry(place.unwrap_or(if key == SPECIAL { SPECIAL_GROUP } else { NO_GROUP })).or_default()
    }

    fn grams(&self, product: &ProductCode) -> i64 {
        self.catalogue.product(product.as_str()).map_or(0, |product| i64::from(product.weight_g))
    }

    fn into_rows(self) -> impl Iterator<Item = (Said, T)> {
        let groups = self.catalogue.groups();
        self.found.into_iter().map(move |(place, counted)| {
            let name = groups.get(place).map(|group| Said::from(group.names.clone()));
            let other = if place == SPECIAL_GROUP { say::book_special() } else { say::book_group_none() };
            (name.unwrap_or_else(|| other.into()), counted)
        })
    }
}

/// An amount as each language writes it.
fn euros(cents: i64) -> Words {
    let said = |lang| Texts::of(lang).euros(cents);
    Words { de: said(Lang::De), en: said(Lang::En), uk: said(Lang::Uk), ar: said(Lang::Ar) }
}

/// What goods are worth that came and went: what came, valued in money and the rest by weight; what went out as it was given
/// out (`out`: of a quarter or a year that is over), by number and weight, in money only as one sum. What was valued of a group
/// and what was not would be a table of rows and columns, and tell who got the one thing that somebody had set a price on.
pub(super) fn value(db: &mut Db, ask: &Ask, out: Option<&Published>) -> Result<Table, ActionError> {
    #[derive(Default)]
    struct Line {
        valued: i64,
        cents: Option<i64>,
        rest: i64,
        grams: i64,
        out: Option<Shown>,
        out_grams: Option<i64>,
    }
    let (days, moments) = (ask.days(), ask.moments()?);
    let mut groups: Groups<Line> = Groups::of(ask.catalogue);
    for Goods { product, group, pieces, cents } in book::valued_in(db, days.0, days.1)? {
        let line = match (&product, &group) {
            (None, Some(group)) => groups.keyed(group.as_str()),
            _ => groups.at(product.as_ref()),
        };
        line.valued += pieces;
        line.cents = cents.map(|cents| line.cents.unwrap_or(0).saturating_add(cents)).or(line.cents);
    }
    for (product, pieces) in book::unvalued_in(db, days, moments)? {
        let grams = groups.grams(&product).saturating_mul(pieces);
        let line = groups.at(Some(&product));
        line.rest += pieces;
        line.grams = line.grams.saturating_add(grams);
    }
    let worth: Worth = out.and_then(|out| serde_json::from_value(out.besides.clone()).ok()).unwrap_or_default();
    let given = out.and_then(|out| out.tables.iter().find(|table| table.name == GROUPS));
    for told in given.into_iter().flat_map(|given| &given.lines).filter(|told| told.items != Shown::Zero) {
        let line = groups.keyed(&told.key);
        line.out = Some(told.items);
        line.out_grams = worth.grams.get(&told.key).copied();
    }
    let mut table = blank(
        Report::Value,
        ask,
        vec![
            Column::wide("group", say::book_group()),
            Column::new("in_pieces", say::book_in_pieces(), Kind::Whole),
            Column::new("in_cents", say::book_in_worth(), Kind::Cents),
            Column::new("in_rest_pieces", say::book_in_rest(), Kind::Whole),
            Column::new("in_rest_kg", say::book_in_kg(), Kind::Whole),
            Column::new("out_pieces", say::book_out_pieces(), Kind::Whole),
            Column::new("out_kg", say::book_out_kg(), Kind::Whole),
            Column::new("out_cents", say::book_out_worth(), Kind::Cents),
        ],
    );
    let weight = |grams: Option<i64>| grams.map_or(Cell::Hidden, |grams| Cell::Whole(kilos(grams)));
    for (name, line) in groups.into_rows() {
        let mut row = vec![
            Cell::Text(name),
            Cell::Whole(line.valued),
            Cell::cents(line.cents),
            Cell::Whole(line.rest),
            Cell::Whole(kilos(line.grams)),
        ];
        row.extend(match (given.is_some(), line.out) {
            (false, _) => [Cell::Empty, Cell::Empty],
            (true, None) => [Cell::Whole(0), Cell::Whole(0)],
            (true, Some(shown)) => [number(shown), weight(line.out_grams)],
        });
        row.push(Cell::Empty);
        table.rows.push(row);
    }
    table.sum(&["in_pieces", "in_cents", "in_rest_pieces", "in_rest_kg"]);
    table.notes = vec![say::book_note_valued().into(), say::book_note_weight().into()];
    let (unseen, cents) = book::valued_unseen(db, days.0, days.1)?;
    if unseen > 0 {
        table.notes.push(say::book_note_unseen(unseen, euros(cents)).into());
    }
    match given {
        Some(given) => {
            let cents = worth.cents.map_or(Cell::Hidden, Cell::Cents);
            let sums = [number(given.total.items), weight(worth.all_grams), cents];
            table.totals.splice(5.., sums);
            table.notes.push(say::book_note_out().into());
            table.notes.push(say::book_note_out_rounded().into());
            remark_hidden(&mut table, std::slice::from_ref(given));
        }
        None => table.notes.push(say::book_note_out_later().into()),
    }
    table.chart = Some(Chart { name: 0, parts: vec![4] });
    Ok(table)
}

/// Pieces in the house by how long ago they were recorded.
pub(super) fn stock_age(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    let bounds: Vec<Timestamp> =
        AGES.iter().rev().filter_map(|weeks| ask.start_of(ask.today - jiff::Span::new().weeks(*weeks)).ok()).collect();
    let mut groups: Groups<[i64; AGES.len() + 1]> = Groups::of(ask.catalogue);
    for (product, span, pieces) in book::aged(db, &bounds)? {
        // The database counts from the oldest on, people read from the youngest on.
        if let Some(count) = groups.at(Some(&product)).get_mut(AGES.len().saturating_sub(span)) {
            *count += pieces;
        }
    }
    let mut columns = vec![Column::wide("group", say::book_group())];
    let keys = ["weeks_0_8", "weeks_8_26", "weeks_26_52", "weeks_52"];
    let heads = [
        say::book_weeks_under(AGES[0]),
        say::book_weeks_between(AGES[0], AGES[1]),
        say::book_weeks_between(AGES[1], AGES[2]),
        say::book_weeks_over(AGES[2]),
    ];
    columns.extend(keys.into_iter().zip(heads).map(|(key, head)| Column::new(key, head, Kind::Whole)));
    columns.push(Column::new("all", say::book_sum(), Kind::Whole));
    let mut table = blank(Report::StockAge, ask, columns);
    for (name, counts) in groups.into_rows() {
        let mut row = vec![Cell::Text(name)];
        row.extend(counts.map(Cell::Whole));
        row.push(Cell::Whole(counts.iter().sum()));
        table.rows.push(row);
    }
    table.sum(&["weeks_0_8", "weeks_8_26", "weeks_26_52", "weeks_52", "all"]);
    table.chart = Some(Chart { name: 0, parts: vec![1, 2, 3, 4] });
    Ok(table)
}
