//! Reports that count households. Nothing of them is shown before the disclosure control has decided (law reference 2.4).

use super::build::{Ask, blank};
use super::{Cell, Chart, Column, Kind, Period, Report, Said, Table};
use crate::actions::ActionError;
use crate::domain::catalogue::Catalogue;
use crate::domain::disclosure::{Audience, Counted, Reach, Shown, ShownLine, ShownTable};
use crate::domain::needs::Occasion;
use crate::store::book::Got;
use crate::store::{Db, book};
use crate::texts::say;

/// The line of special needs, which are told apart nowhere (item 8).
const SPECIAL: &str = "special";
const NOT_LISTED: &str = "not_listed";

/// What households got, by occasion and by group of products.
pub(super) fn needs_met(db: &mut Db, ask: &Ask) -> Result<Vec<Counted>, ActionError> {
    let got = book::got(db, ask.moments()?)?;
    let mut occasions = Counted::new("occasion", Audience::City);
    let mut groups = Counted::new("group", Audience::City);
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
    for Got { product, occasion, household, pieces } in got {
        let product = ask.catalogue.product(product.as_str());
        let special = product.is_some_and(|product| product.special);
        let occasion = match occasion {
            _ if special => SPECIAL,
            Some(Occasion::Maternity) => SPECIAL,
            Some(occasion) => occasion.word(),
            None => NOT_LISTED,
        };
        let is_special = occasion == SPECIAL;
        occasions.add(occasion, Some(household), pieces);
        // What one list calls special, the other must not tell apart.
        let group = product.filter(|_| !is_special).map_or(SPECIAL, |product| product.group.as_str());
        groups.add(group, Some(household), pieces);
    }
    Ok(vec![occasions, groups])
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
    for list in shown {
        let section = || Said::from(if list.name == "group" { say::book_group() } else { say::book_occasion() });
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
    if list == "group" {
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

/// What households got in a period, as one line, whatever it was.
pub(super) fn households_served(db: &mut Db, ask: &Ask) -> Result<Vec<Counted>, ActionError> {
    let mut all = Counted::new("served", Audience::City);
    all.line("all");
    for (household, pieces) in book::held(db, ask.moments()?)? {
        all.add("all", Some(household), pieces);
    }
    Ok(vec![all])
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
        let Some(line) = lists.first().map(|list| &list.total).filter(|line| line.items != Shown::Zero) else {
            continue;
        };
        table.rows.push(vec![Cell::text(period.words()), reach(line.reach), number(line.items)]);
        remarks(&mut table, lists);
    }
    table.notes.dedup();
    table
}

fn number(shown: Shown) -> Cell {
    shown.told().map_or(Cell::Hidden, Cell::Whole)
}

fn reach(reach: Reach) -> Cell {
    if reach == Reach::Hidden { Cell::Hidden } else { Cell::text(reach.words()) }
}

fn remarks(table: &mut Table, shown: &[ShownTable]) {
    let rounded = Said::from(say::book_note_rounded());
    if !table.notes.contains(&rounded) {
        table.notes.push(rounded);
    }
    let hidden = Said::from(say::book_note_hidden());
    if shown.iter().any(ShownTable::hides_anything) && !table.notes.contains(&hidden) {
        table.notes.push(hidden);
    }
}
