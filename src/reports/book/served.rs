//! Reports that count households. Nothing of them is shown before the disclosure control has decided (law reference 2.4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::build::{Ask, blank};
use super::{Cell, Chart, Column, Kind, Period, Report, Said, Table};
use crate::actions::ActionError;
use crate::actions::publish::Draft;
use crate::domain::HouseholdId;
use crate::domain::catalogue::Catalogue;
use crate::domain::disclosure::{Audience, Counted, Reach, Shown, ShownLine, ShownTable};
use crate::domain::needs::Occasion;
use crate::store::book::Got;
use crate::store::{Db, book};
use crate::texts::say;

/// The line of special needs, which are told apart nowhere (item 8).
pub(super) const SPECIAL: &str = "special";
const NOT_LISTED: &str = "not_listed";
/// The names of the lists: of one and the same pieces.
pub(super) const GROUPS: &str = "group";
const OCCASIONS: &str = "occasion";
const WORTH: &str = "worth";
/// The lines of the last: pieces on a valued line, and others.
const VALUED: &str = "valued";
const UNVALUED: &str = "unvalued";

/// What is told of handed-out pieces besides their number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Worth {
    /// What the pieces of each told group weigh, in grams.
    pub grams: BTreeMap<String, i64>,
    pub all_grams: Option<i64>,
    /// What the valued ones are worth together, in cents.
    pub cents: Option<i64>,
}

impl Worth {
    /// What may be told of it beside these tables.
    fn told(&self, shown: &[ShownTable]) -> Worth {
        let told = |list: &str, key: &str| {
            let line = shown.iter().find(|table| table.name == list).and_then(|table| table.line(key));
            line.is_some_and(|line| !line.items.is_hidden())
        };
        let whole = shown.iter().any(|table| table.name == GROUPS && !table.total.items.is_hidden());
        Worth {
            grams: self.grams.clone().into_iter().filter(|(group, _)| told(GROUPS, group)).collect(),
            all_grams: self.all_grams.filter(|_| whole),
            cents: self.cents.filter(|_| told(WORTH, VALUED)),
        }
    }
}

/// What households got, by occasion, by group of products, and by whether somebody said what it is worth. Every report of these
/// pieces is made of this one count, and frozen with it: two counts of two days would tell who came between. How many households
/// were served is set against it where it was told before.
pub(super) fn goods_out(db: &mut Db, ask: &Ask) -> Result<Draft, ActionError> {
    let got = book::got(db, ask.moments()?)?;
    let mut worth = Worth { all_grams: Some(0), cents: Some(0), ..Worth::default() };
    let mut valued = Counted::new(WORTH, Audience::City);
    valued.line(VALUED);
    valued.line(UNVALUED);
    let mut unvalued: BTreeMap<HouseholdId, i64> = BTreeMap::new();
    for Got { household, pieces, .. } in &got {
        *unvalued.entry(*household).or_default() += pieces;
    }
    for book::Worth { household, pieces, cents } in book::valued_out(db, ask.moments()?)? {
        valued.add(VALUED, Some(household), pieces);
        *unvalued.entry(household).or_default() -= pieces;
        worth.cents = worth.cents.map(|sum| sum.saturating_add(cents));
    }
    for (household, pieces) in unvalued.into_iter().filter(|(_, pieces)| *pieces > 0) {
        valued.add(UNVALUED, Some(household), pieces);
    }
    let mut occasions = Counted::new(OCCASIONS, Audience::City);
    let mut groups = Counted::new(GROUPS, Audience::City);
    for occasion in Occasion::ALL.iter().filter(|occasion| **occasion != Occasion::Maternity) {
        occasions.line(occasion.word());
    }
    occasions.line(NOT_LISTED);
    for group in ask.catalogue.groups() {
        groups.line(group.code.as_str());
    }
    for list in [&mut occasions, &mut groups] {
        list.line(SPECIAL).special = true;
    }
    // Added up before households become marks: there are few of them beside what each got.
    let mut by_occasion: BTreeMap<(&str, HouseholdId), i64> = BTreeMap::new();
    let mut by_group: BTreeMap<(&str, HouseholdId), i64> = BTreeMap::new();
    for Got { product, occasion, household, pieces } in &got {
        let product = ask.catalogue.product(product.as_str());
        let special = product.is_some_and(|product| product.special);
        let occasion = match occasion {
            _ if special => SPECIAL,
            Some(Occasion::Maternity) => SPECIAL,
            Some(occasion) => occasion.word(),
            None => NOT_LISTED,
        };
        *by_occasion.entry((occasion, *household)).or_default() += pieces;
        // What one list calls special, the other must not tell apart.
        let group = product.filter(|_| occasion != SPECIAL).map_or(SPECIAL, |product| product.group.as_str());
        *by_group.entry((group, *household)).or_default() += pieces;
        let grams = product.map_or(0, |product| i64::from(product.weight_g)).saturating_mul(*pieces);
        match worth.grams.get_mut(group) {
            Some(weighs) => *weighs = weighs.saturating_add(grams),
            None => drop(worth.grams.insert(group.to_owned(), grams)),
        }
        worth.all_grams = worth.all_grams.map(|sum| sum.saturating_add(grams));
    }
    for (list, held) in [(&mut occasions, by_occasion), (&mut groups, by_group)] {
        held.into_iter().for_each(|((key, household), pieces)| list.add(key, Some(household), pieces));
    }
    let told = move |shown: &[ShownTable]| serde_json::to_value(worth.told(shown)).unwrap_or_default();
    Ok(Draft { counted: vec![occasions, groups, valued], besides: Box::new(told) })
}

/// The table of what may be shown.
pub(super) fn needs_met_table(ask: &Ask, shown: &[ShownTable]) -> Table {
    let mut table = blank(
        Report::NeedsMet,
        ask,
        vec![
            Column::new("section", say::book_section(), Kind::Text),
            Column::wide("name", say::book_name()),
            Column::new("pieces", say::book_pieces(), Kind::Whole),
            Column::new("percent", say::book_share(), Kind::Percent),
            Column::new("households", say::book_households(), Kind::Text),
        ],
    );
    for list in shown.iter().filter(|list| list.name != WORTH) {
        let section = || Said::from(if list.name == GROUPS { say::book_group() } else { say::book_occasion() });
        let whole = list.total.items;
        let row = |name: Said, line: &ShownLine| {
            let percent = line.items.percent_of(whole);
            let percent =
                percent.map_or(if line.items.is_hidden() { Cell::Hidden } else { Cell::Empty }, Cell::Percent);
            vec![Cell::Text(section()), Cell::Text(name), number(line.items), percent, reach(line.reach)]
        };
        for line in list.lines.iter().filter(|line| line.items != Shown::Zero) {
            table.rows.push(row(line_name(ask.catalogue, &list.name, &line.key), line));
        }
        if list.total.items != Shown::Zero {
            table.rows.push(row(say::book_total().into(), &list.total));
        }
    }
    remarks(&mut table, shown);
    table.chart = Some(Chart { name: 1, parts: vec![2] });
    table
}

fn line_name(catalogue: &Catalogue, list: &str, key: &str) -> Said {
    if key == SPECIAL {
        return say::book_special().into();
    }
    if list == GROUPS {
        let group = catalogue.group(key).map(|group| Said::from(group.names.clone()));
        return group.unwrap_or_else(|| say::book_group_none().into());
    }
    match key.parse() {
        Ok(Occasion::Basic) => say::purpose_basic(),
        Ok(Occasion::Newborn) => say::purpose_newborn(),
        Ok(Occasion::SchoolStart) => say::purpose_school_start(),
        Ok(Occasion::FirstHome) => say::purpose_first_home(),
        Ok(Occasion::Hygiene) => say::purpose_hygiene(),
        Ok(Occasion::Maternity) => say::purpose_special(),
        Err(_) => say::purpose_not_listed(),
    }
    .into()
}

/// What households got in a period, as one line, whatever it was: for a period of which the above has not been told.
pub(super) fn households_served(db: &mut Db, ask: &Ask) -> Result<Draft, ActionError> {
    let mut all = Counted::new("served", Audience::City);
    all.line("all");
    for (household, pieces) in book::held(db, ask.moments()?)? {
        all.add("all", Some(household), pieces);
    }
    Ok(Draft { counted: vec![all], besides: Box::new(|_| serde_json::Value::Null) })
}

/// The table of the quarters, and of the year when one was asked for.
pub(super) fn households_served_table(ask: &Ask, shown: &[(Period, Vec<ShownTable>)]) -> Table {
    let mut table = blank(
        Report::HouseholdsServed,
        ask,
        vec![
            Column::wide("period", say::book_period()),
            Column::new("households", say::book_households(), Kind::Text),
            Column::new("pieces", say::book_pieces(), Kind::Whole),
        ],
    );
    for (period, lists) in shown {
        // All lists are of the same pieces, and have the same total.
        let Some(line) = lists.first().map(|list| &list.total).filter(|line| line.items != Shown::Zero) else {
            continue;
        };
        table.rows.push(vec![Cell::text(period.words()), reach(line.reach), number(line.items)]);
        remarks(&mut table, lists);
    }
    table.notes.dedup();
    table
}

pub(super) fn number(shown: Shown) -> Cell {
    shown.told().map_or(Cell::Hidden, Cell::Whole)
}

fn reach(reach: Reach) -> Cell {
    if reach == Reach::Hidden { Cell::Hidden } else { Cell::text(reach.words()) }
}

pub(super) fn remarks(table: &mut Table, shown: &[ShownTable]) {
    let rounded = Said::from(say::book_note_rounded());
    if !table.notes.contains(&rounded) {
        table.notes.push(rounded);
    }
    remark_hidden(table, shown);
}

/// What a dot means, where there is one.
pub(super) fn remark_hidden(table: &mut Table, shown: &[ShownTable]) {
    let hidden = Said::from(say::book_note_hidden());
    if shown.iter().any(ShownTable::hides_anything) && !table.notes.contains(&hidden) {
        table.notes.push(hidden);
    }
}
