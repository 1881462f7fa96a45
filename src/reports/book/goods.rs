//! Reports about goods: what came and went and what it is worth, and how long pieces have been in the house.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::build::{Ask, blank};
use super::gifts::kilos;
use super::{Cell, Chart, Column, Kind, Report, Said, Table};
use crate::actions::ActionError;
use crate::domain::catalogue::{Catalogue, ProductCode};
use crate::domain::disclosure;
use crate::store::book::Goods;
use crate::store::{Db, book};
use crate::texts::say;

/// Weeks at which a piece counts as older.
const AGES: [i64; 3] = [8, 26, 52];

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
        self.found.entry(place.unwrap_or(usize::MAX)).or_default()
    }

    fn grams(&self, product: &ProductCode) -> i64 {
        self.catalogue.product(product.as_str()).map_or(0, |product| i64::from(product.weight_g))
    }

    fn into_rows(self) -> impl Iterator<Item = (Said, T)> {
        let groups = self.catalogue.groups();
        self.found.into_iter().map(move |(place, counted)| {
            let name = groups.get(place).map(|group| Said::from(group.names.clone()));
            (name.unwrap_or_else(|| say::book_group_none().into()), counted)
        })
    }
}

/// What goods are worth that came and went: valued ones in money, the rest by weight.
pub(super) fn value(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    #[derive(Default)]
    struct Line {
        valued: [i64; 2],
        cents: [Option<i64>; 2],
        rest: [i64; 2],
        grams: [i64; 2],
    }
    const IN: usize = 0;
    const OUT: usize = 1;
    let (days, moments) = (ask.days(), ask.moments()?);
    let mut groups: Groups<Line> = Groups::of(ask.catalogue);
    let add = |groups: &mut Groups<Line>, way: usize, goods: &Goods| {
        let line = groups.at(goods.product.as_ref());
        line.valued[way] += goods.pieces;
        if let Some(cents) = goods.cents {
            line.cents[way] = Some(line.cents[way].unwrap_or(0).saturating_add(cents));
        }
    };
    let rest = |groups: &mut Groups<Line>, way: usize, product: &ProductCode, pieces: i64| {
        let grams = groups.grams(product).saturating_mul(pieces);
        let line = groups.at(Some(product));
        line.rest[way] += pieces;
        line.grams[way] = line.grams[way].saturating_add(grams);
    };
    for goods in book::valued_in(db, days.0, days.1)? {
        add(&mut groups, IN, &goods);
    }
    for (product, pieces) in book::unvalued_in(db, days, moments)? {
        rest(&mut groups, IN, &product, pieces);
    }
    let valued_out = book::valued_out(db, moments)?;
    for goods in &valued_out {
        add(&mut groups, OUT, goods);
    }
    for (product, pieces) in book::out(db, moments)? {
        let valued: i64 =
            valued_out.iter().filter(|goods| goods.product.as_ref() == Some(&product)).map(|goods| goods.pieces).sum();
        if pieces > valued {
            rest(&mut groups, OUT, &product, pieces - valued);
        }
    }
    let mut table = blank(
        Report::Value,
        ask,
        vec![
            Column::wide("group", say::book_group()),
            Column::new("in_pieces", say::book_in_pieces(), Kind::Whole),
            Column::new("in_cents", say::book_in_worth(), Kind::Cents),
            Column::new("out_pieces", say::book_out_pieces(), Kind::Whole),
            Column::new("out_cents", say::book_out_worth(), Kind::Cents),
            Column::new("in_rest_pieces", say::book_in_rest(), Kind::Whole),
            Column::new("in_rest_kg", say::book_in_kg(), Kind::Whole),
            Column::new("out_rest_pieces", say::book_out_rest(), Kind::Whole),
            Column::new("out_rest_kg", say::book_out_kg(), Kind::Whole),
        ],
    );
    for (name, line) in groups.into_rows() {
        table.rows.push(vec![
            Cell::Text(name),
            Cell::Whole(line.valued[IN]),
            Cell::cents(line.cents[IN]),
            Cell::Whole(line.valued[OUT]),
            Cell::cents(line.cents[OUT]),
            Cell::Whole(line.rest[IN]),
            Cell::Whole(kilos(line.grams[IN])),
            Cell::Whole(line.rest[OUT]),
            Cell::Whole(kilos(line.grams[OUT])),
        ]);
    }
    let keys: Vec<String> = table.columns.iter().skip(1).map(|column| column.key.to_string()).collect();
    table.sum(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    table.notes = vec![say::book_note_valued().into(), say::book_note_weight().into()];
    // What was handed out of a group, or within a few days, would tell a household what it got (SDC-5): only the sum over all
    // groups is said, and only of quarters and years that are over.
    const OUTS: [usize; 4] = [3, 4, 7, 8];
    let is_fixed = disclosure::difference::Period::of(days.0, days.1).is_some_and(|period| period.is_over(ask.today));
    let totals = (!is_fixed).then_some(&mut table.totals);
    for row in table.rows.iter_mut().chain(totals) {
        for (_, cell) in row.iter_mut().enumerate().filter(|(at, _)| OUTS.contains(at)) {
            *cell = Cell::Hidden;
        }
    }
    table.notes.push(say::book_note_hidden().into());
    table.chart = Some(Chart { name: 0, parts: vec![6] });
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
