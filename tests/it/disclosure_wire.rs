//! Disclosure control, attacked from outside: what a treasurer gets of the demo town over HTTP, donor by donor and for the city, is
//! added and subtracted: cell by cell with a linear program, quarters from their year, and report from report.
//!
//! The true numbers come from what is kept beside each table; what is known of them comes from the answers alone.

use std::collections::BTreeMap;

use gabentisch::domain::DonorId;
use gabentisch::domain::disclosure::difference::{Out, Period};
use gabentisch::domain::disclosure::{Counted, NARROWEST, Reach, Shown, ShownLine, ShownTable, rounded};
use gabentisch::domain::rights::Role;
use gabentisch::reports::donor_gifts::Purpose;
use gabentisch::store::donors::{self, DonorFilter};
use gabentisch::store::paging::Cursor;
use gabentisch::store::published;
use gabentisch::texts::{Lang, Texts};
use gabentisch::upkeep::demo::{TownSize, make};
use jiff::civil::date;
use serde_json::Value;

use crate::disclosure::attack_periods;
use crate::support::attacker::Attacker;
use crate::support::{Backend, Client, TestApp};

/// What an answer says of a line: `None` is a dot.
type Said = Option<i64>;

/// One table as it came over the wire: its lines by their keys, and its total.
#[derive(Clone, Debug, Default)]
struct Wire {
    lines: BTreeMap<String, Said>,
    /// With what no household has.
    all: BTreeMap<String, Said>,
    /// `None`: nothing was said of it at all.
    total: Option<Said>,
}

/// A report over a period: its lists by name.
type Report = BTreeMap<String, Wire>;

fn said(value: &Value) -> Said {
    assert!(value.is_null() || value.is_i64() || value["hidden"] == true, "{value}");
    value.as_i64()
}

/// The impact page's file.
fn impact(json: &Value) -> Report {
    let mut groups = Wire { total: Some(said(&json["places"][0][1])), ..Wire::default() };
    assert_eq!(json["places"][0][0], "handed_out");
    for group in json["groups"].as_array().expect("groups") {
        let key = group["code"].as_str().expect("a key").to_owned();
        groups.all.insert(key.clone(), said(&group["received"]));
        groups.lines.insert(key, said(&group["handed_out"]));
    }
    let mut purposes = Wire { total: groups.total, ..Wire::default() };
    for purpose in json["purposes"].as_array().expect("purposes") {
        purposes.lines.insert(purpose["purpose"].as_str().expect("a word").to_owned(), said(&purpose["handed_out"]));
    }
    BTreeMap::from([("group".to_owned(), groups), ("purpose".to_owned(), purposes)])
}

/// The table of a donor's gifts.
fn gifts(csv: &str, t: &Texts) -> Report {
    let (mut groups, mut purposes) = (Wire::default(), Wire::default());
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(csv.as_bytes());
    for row in reader.records() {
        let row = row.expect("a row");
        let number = |at: usize| if &row[at] == "•" { None } else { Some(row[at].parse().expect("a number")) };
        if row[0] == t.csv_total() {
            (groups.total, purposes.total) = (Some(number(5)), Some(number(5)));
        } else if row[0] == t.csv_group() {
            let key = match &row[1] {
                name if *name == t.purpose_special() => "special",
                name if *name == t.group_unknown() => "unknown",
                _ => &row[2],
            };
            groups.all.insert(key.to_owned(), number(4));
            groups.lines.insert(key.to_owned(), number(5));
        } else if row[0] == t.csv_purpose() {
            let all = ["basic", "newborn", "school_start", "first_home", "hygiene", "special", "not_listed"];
            let named = |word: &&str| Purpose::of_word(word).is_some_and(|purpose| t.say(&purpose.words()) == row[1]);
            purposes.lines.insert((*all.iter().find(|word| named(word)).expect("a purpose")).to_owned(), number(5));
        }
    }
    BTreeMap::from([("group".to_owned(), groups), ("purpose".to_owned(), purposes)])
}

/// What was counted for a table that came over the wire.
fn counted(app: &TestApp, report: &str, scope: &str, period: Period) -> Vec<Counted> {
    let row = app.house.store().read(|db| published::find(db, report, scope, period.first(), period.last()));
    let row = row.expect("a store").unwrap_or_else(|| panic!("{report} of {period} is not kept"));
    serde_json::from_str(&row.counted).expect("what was counted")
}

/// The answer beside the truth. Of a line that it does not name nothing is known but that it may be nothing.
fn out(period: Period, counted: &[Counted], wire: &Report) -> Out {
    let (mut counts, mut shown) = (Vec::new(), Vec::new());
    for list in counted {
        let Some(wire) = wire.get(&list.name) else { continue };
        let of = |said: Said, truth: i64| match said {
            _ if truth == 0 => Shown::Zero,
            None => Shown::Hidden,
            Some(number) => {
                assert_eq!(number, rounded(truth), "{}: rounded to five", list.name);
                Shown::Items(number)
            }
        };
        let line = |key: &str, said: Said, all: Said, truth: (i64, i64)| ShownLine {
            key: key.to_owned(),
            items: of(said, truth.0),
            reach: Reach::Hidden,
            all: of(all, truth.1),
        };
        let lines = list.lines.iter().map(|known| {
            let (said, all) = (wire.lines.get(&known.key), wire.all.get(&known.key));
            let items = known.cell().items;
            line(&known.key, said.copied().flatten(), all.copied().flatten(), (items, items + known.beside))
        });
        let total = list.total().items;
        shown.push(ShownTable {
            name: list.name.clone(),
            lines: lines.collect(),
            total: line("", wire.total.flatten(), None, (total, total)),
        });
        counts.push(list.clone());
    }
    Out { period, counted: counts, shown }
}

/// Two answers about the same pieces, read as one: a line that either says is known.
fn together(one: &Out, other: &Out) -> Out {
    let mut both = one.clone();
    for table in &mut both.shown {
        let Some(more) = other.shown.iter().find(|more| more.name == table.name) else { continue };
        for line in table.lines.iter_mut().chain([&mut table.total]) {
            let known = if line.key.is_empty() { Some(&more.total) } else { more.line(&line.key) };
            line.items = known.filter(|known| !known.items.is_hidden()).map_or(line.items, |known| known.items);
        }
    }
    both
}

/// The lists of one period and one total: each line, and the total that is said if any of them says it.
fn attack_table(out: &Out) -> (usize, Vec<String>) {
    let (mut asked, mut found) = (0, Vec::new());
    let says_total = out.shown.iter().any(|table| !table.total.items.is_hidden());
    for (list, shown) in out.counted.iter().zip(&out.shown) {
        let mut attacker = Attacker::default();
        let mut numbers = Vec::new();
        for (line, shown) in list.lines.iter().zip(&shown.lines) {
            let number = attacker.number(line.cell().items, shown.items.is_hidden());
            if shown.items.is_hidden() && !shown.all.is_hidden() && line.beside > 0 {
                attacker.at_most(number, line.cell().items + line.beside);
            }
            numbers.push(number);
        }
        let total = attacker.number(list.total().items, shown.total.items.is_hidden() && (list.apart || !says_total));
        attacker.sum(numbers.iter().copied(), total);
        let k = |special: bool| if special { 10 } else { list.audience.k() };
        let of =
            list.lines.iter().zip(numbers).map(|(line, number)| (&*line.key, line.cell(), k(line.special), number));
        for (key, cell, k, number) in of.chain([("total", list.total(), k(false), total)]) {
            if cell.is_primary(k) {
                asked += 1;
                let (least, most) = attacker.bounds(number);
                if most - least < NARROWEST as f64 - 1e-6 {
                    found.push(format!("{} {key}: {least} to {most}", list.name));
                }
            }
        }
    }
    (asked, found)
}

/// The same as it would be with a dot only where one must stand, and every total said: what the attacker must find something in.
fn careless(out: &Out) -> Out {
    let mut careless = out.clone();
    for (list, shown) in out.counted.iter().zip(&mut careless.shown) {
        for (line, shown) in list.lines.iter().zip(&mut shown.lines) {
            let k = if line.special { 10 } else { list.audience.k() };
            if !line.cell().is_primary(k) {
                shown.items = Shown::number(line.cell().items.max(3));
            }
        }
        shown.total.items = Shown::number(list.total().items.max(3));
    }
    careless
}

/// Everything about one donor, or about the city, of some years. Gives how many lines must not be found out, and how many the same
/// attacker finds out where nobody was careful.
fn attack(outs: &[Out], about: &str) -> (usize, usize) {
    let (mut all, mut naive) = (0, 0);
    for out in outs {
        let (asked, found) = attack_table(out);
        assert!(found.is_empty(), "{about}, {}: {found:?}", out.period);
        all += asked;
        naive += attack_table(&careless(out)).1.len();
    }
    for year in [2025, 2026] {
        let of_year: Vec<Out> = outs.iter().filter(|out| out.period.year == year).cloned().collect();
        let mut names: Vec<&str> = of_year.iter().flat_map(|out| &out.counted).map(|list| &*list.name).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let found = attack_periods(&of_year, name);
            assert!(found.is_empty(), "{about}, {year}, {name}: {found:?}");
        }
    }
    (all, naive)
}

struct DemoTown {
    app: TestApp,
    treasurer: Client,
    periods: Vec<Period>,
}

fn demo_town() -> DemoTown {
    let app = TestApp::with_clock(Backend::Sqlite, jiff::Timestamp::UNIX_EPOCH);
    make(&app.house, TownSize::Small, 7, date(2026, 11, 22), &mut |_, _| {}).expect("a town");
    app.house.set_now("2027-01-05T09:00:00Z".parse().expect("a moment"));
    let treasurer = app.signed_in(Role::Treasurer);
    let periods = Period::over(app.house.today(), date(2025, 1, 1));
    DemoTown { app, treasurer, periods }
}

/// A quarter or year as the reports of the book want it.
fn when(period: Period) -> String {
    period.to_string().to_lowercase()
}

fn donors_told(town: &DemoTown) -> (usize, usize, usize) {
    let DemoTown { app, treasurer, periods } = town;
    let t = Texts::of(Lang::De);
    let known =
        app.house.store().read(|db| donors::list(db, &DonorFilter::default(), &Cursor::Start, 100)).expect("donors");
    let (mut given, mut told, mut asked, mut later, mut naive) = (0, 0, 0, 0, 0);
    for (number, donor) in known.rows.iter().enumerate() {
        let id: DonorId = donor.id;
        let mut periods = periods.clone();
        // Quarters or the year first, the one or the other report first.
        periods.sort_by_key(|period| (period.year, period.quarter.is_some() == (number % 2 == 0), period.quarter));
        let mut reports: [Vec<Out>; 2] = Default::default();
        for period in periods {
            let (from, to) = (period.first().to_string(), period.last().to_string());
            let fix = |which: usize| match which {
                0 => treasurer.post_form(&format!("/donors/{id}/impact"), &[("period", &period.to_string())]),
                _ => treasurer.post_form(&format!("/donors/{id}/gifts"), &[("from", &from), ("to", &to)]),
            };
            let order = if number % 4 < 2 { [0, 1] } else { [1, 0] };
            order.into_iter().for_each(|which| drop(fix(which)));
            let seen = treasurer.get(&format!("/donors/{id}/impact.json?period={period}"));
            if seen.status == 200 {
                reports[0].push(out(period, &counted(app, "impact", &id.to_string(), period), &impact(&seen.json())));
            }
            let seen = treasurer.get(&format!("/donors/{id}/gifts.csv?from={from}&to={to}"));
            if seen.status == 200 {
                let kept = counted(app, "donor_gifts", &id.to_string(), period);
                reports[1].push(out(period, &kept, &gifts(&seen.text(), t)));
            }
        }
        let mut both = Vec::new();
        for one in &reports[0] {
            let Some(other) = reports[1].iter().find(|other| other.period == one.period) else { continue };
            let same = |list: &Counted| other.counted.iter().find(|other| other.name == list.name) == Some(list);
            if one.counted.iter().all(same) {
                both.push(together(one, other));
                continue;
            }
            // The house gave the one out earlier: the later one less that is what went out between.
            let made_at = |report: &str| {
                let (from, to) = (one.period.first(), one.period.last());
                let row = app.house.store().read(|db| published::find(db, report, &id.to_string(), from, to));
                row.expect("a store").expect("kept").made_at.0
            };
            let (before, after) = if made_at("impact") < made_at("donor_gifts") { (one, other) } else { (other, one) };
            let year = one.period.year;
            let pair = [
                Out { period: Period { year, quarter: Some(1) }, ..before.clone() },
                Out { period: Period { year, quarter: None }, ..after.clone() },
            ];
            for name in ["group", "purpose"] {
                let found = attack_periods(&pair, name);
                assert!(found.is_empty(), "{}, {}, {name}, twice: {found:?}", donor.name, one.period);
            }
            later += 1;
        }
        let totals = reports.iter().flatten().map(|out| out.shown[0].total.items);
        given += reports.iter().map(Vec::len).sum::<usize>();
        told += totals.filter(|total| matches!(total, Shown::Items(_))).count();
        for (outs, which) in reports.iter().chain([&both]).zip(["impact", "gifts", "both"]) {
            let (all, found) = attack(outs, &format!("{} ({which})", donor.name));
            asked += all;
            naive += found;
        }
    }
    println!(
        "{given} given out, {told} with a sum, {asked} lines asked for, {later} told twice on two days, {naive} found carelessly"
    );
    assert!(naive > 10, "the attacker is too weak");
    (given, told, asked)
}

/// What the reports for the city say of one period: three of the same pieces, and the days of handing out.
fn city(town: &DemoTown, period: Period) -> (Out, Out) {
    let DemoTown { app, treasurer, .. } = town;
    let t = Texts::of(Lang::De);
    let get = |name: &str| treasurer.get(&format!("/reports/{name}.json?when={}", when(period))).expect(200).json();
    let catalogue = app.house.catalogue();
    let met = get("needs-met");
    let kept = counted(app, "needs-met", "", period);
    let group_name = |key: &str| match catalogue.group(key) {
        Some(group) => group.names.get(Lang::De).to_owned(),
        None => t.book_special(),
    };
    let occasion_name = |key: &str| match key {
        "special" => t.book_special(),
        key => t.say(&Purpose::of_word(key).expect("a purpose").words()),
    };
    let named = |list: &str, key: &str| if list == "group" { group_name(key) } else { occasion_name(key) };
    let mut wire = Report::new();
    for list in kept.iter().filter(|list| list.name != "worth") {
        let section = if list.name == "group" { t.book_group() } else { t.book_occasion() };
        let rows = met["rows"].as_array().expect("rows").iter().filter(|row| row["section"] == section);
        let by_name: BTreeMap<&str, Said> =
            rows.map(|row| (row["name"].as_str().expect("a name"), said(&row["pieces"]))).collect();
        let lines =
            list.lines.iter().map(|line| (line.key.clone(), by_name.get(&*named(&list.name, &line.key)).copied()));
        let lines = lines.filter_map(|(key, said)| Some((key, said?))).collect();
        let total = by_name.get(&*t.book_total()).copied();
        wire.insert(list.name.clone(), Wire { lines, total, ..Wire::default() });
    }
    let one = out(period, &kept, &wire);
    // The same pieces again, by group.
    let value = get("value");
    let rows: BTreeMap<&str, &Value> = value["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| (row["group"].as_str().expect("a name"), row))
        .collect();
    let groups = kept.iter().find(|list| list.name == "group").expect("groups");
    let lines = groups.lines.iter().filter_map(|line| {
        let row = rows.get(&*group_name(&line.key))?;
        let pieces = said(&row["out_pieces"]);
        assert_eq!(pieces.is_some(), said(&row["out_kg"]).is_some(), "weight without number: {row}");
        Some((line.key.clone(), pieces))
    });
    let total = said(&value["totals"]["out_pieces"]);
    let wire = Wire { lines: lines.collect(), total: Some(total), ..Wire::default() };
    let two = out(period, &kept, &Report::from([("group".to_owned(), wire)]));
    // What the valued ones are worth tells roughly how many they are.
    if said(&value["totals"]["out_cents"]).is_some() {
        let worth = kept.iter().find(|list| list.name == "worth").expect("by value");
        assert!(worth.lines.iter().all(|line| !line.cell().is_primary(3)), "{period}: {worth:?}");
    }
    let mut all = together(&one, &two);
    // And as one number.
    let served = get("households-served");
    let words = match period.quarter {
        Some(quarter) => t.book_quarter_of(quarter.to_string(), period.year.to_string()),
        None => t.book_year_of(period.year.to_string()),
    };
    let row = served["rows"].as_array().expect("rows").iter().find(|row| row["period"] == words.as_str());
    if let Some(pieces) = row.and_then(|row| said(&row["pieces"])) {
        assert_eq!(pieces, rounded(groups.total().items));
        all.shown.iter_mut().for_each(|table| table.total.items = Shown::Items(pieces));
    }
    // The days, in the order in which they were counted.
    let days = get("session-figures");
    let kept = counted(app, "session-figures", "", period);
    let rows = days["rows"].as_array().expect("rows");
    let mut wire = Report::new();
    for list in &kept {
        assert_eq!(rows.len(), list.lines.len(), "{period}");
        let lines = list.lines.iter().zip(rows).map(|(line, row)| (line.key.clone(), said(&row[&list.name])));
        let total = (!rows.is_empty()).then(|| said(&days["totals"][&list.name]));
        wire.insert(list.name.clone(), Wire { lines: lines.collect(), total, ..Wire::default() });
        for row in rows.iter().filter(|row| said(&row["served"]).is_none()) {
            assert!(row["wait_median_minutes"].is_null(), "{row}");
        }
    }
    (all, out(period, &kept, &wire))
}

#[test]
fn what_the_demo_town_tells_over_the_wire_finds_nobody() {
    let town = demo_town();
    let (given, told, asked) = donors_told(&town);
    assert!(given > 40 && told > 0 && asked > 20, "{given} given out, {told} with a sum, {asked} lines asked for");
    let mut periods = town.periods.clone();
    periods.sort_by_key(|period| (period.year, period.quarter.is_some() == (period.year == 2025), period.quarter));
    let (pieces, days): (Vec<Out>, Vec<Out>) = periods.iter().map(|period| city(&town, *period)).unzip();
    let asked = [attack(&pieces, "the city"), attack(&days, "days of handing out")];
    let told = |outs: &[Out]| {
        let lines = outs.iter().flat_map(|out| &out.shown).flat_map(|table| &table.lines);
        lines.filter(|line| matches!(line.items, Shown::Items(_))).count()
    };
    println!("lines and what is found of them carelessly: {asked:?}");
    assert!(asked.iter().all(|(asked, naive)| *asked > 0 && *naive > 0), "{asked:?}");
    // In a small town few days of handing out have enough households to be told of.
    assert!(told(&pieces) >= 10, "{} and {} lines told", told(&pieces), told(&days));
    // Free days give nothing of what went out: neither a day nor a month.
    for days in ["from=2026-07-21&to=2026-07-21", "from=2026-07-01&to=2026-07-31"] {
        let value = town.treasurer.get(&format!("/reports/value.json?{days}")).expect(200).json();
        let rows = value["rows"].as_array().expect("rows").iter().chain([&value["totals"]]);
        for row in rows {
            assert!(["out_pieces", "out_kg", "out_cents"].iter().all(|key| row[key].as_i64().is_none()), "{row}");
        }
        town.treasurer.get(&format!("/reports/session-figures.json?{days}")).expect(422);
    }
}
