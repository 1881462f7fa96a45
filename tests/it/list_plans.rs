//! No query of a list scans a table: the statements that the lists really send are explained by both databases.

use std::sync::{Arc, Mutex};

use diesel::connection::{Connection, InstrumentationEvent};
use gabentisch::domain::catalogue::Catalogue;
use gabentisch::domain::item::ItemState;
use gabentisch::domain::lists::{DonationOrder, DonorOrder, HouseholdOrder};
use gabentisch::store::donations::{self, DonationFilter};
use gabentisch::store::donors::{self, DonorFilter};
use gabentisch::store::households::{self, Filter};
use gabentisch::store::items::{self, ItemFilter, Order};
use gabentisch::store::paging::Cursor;
use gabentisch::store::{Db, StoreError, words};

use crate::bench_lists::{Filled, fill};
use crate::support::{Backend, TestApp, both};

/// Runs queries and gives the statements that they were.
fn statements(app: &TestApp, queries: impl FnOnce(&mut Db) -> Result<(), StoreError>) -> Vec<String> {
    let heard: Arc<Mutex<Vec<String>>> = Arc::default();
    let notes = Arc::clone(&heard);
    app.house
        .store()
        .read(|db| {
            db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
                if let InstrumentationEvent::StartQuery { query, .. } = event {
                    notes.lock().expect("nobody panics").push(query.to_string());
                }
            });
            let done = queries(db);
            db.set_instrumentation(|_: InstrumentationEvent<'_>| ());
            done
        })
        .expect("the queries run");
    let heard = heard.lock().expect("nobody panics").clone();
    heard.iter().filter_map(|said| said.split("-- binds").next()).map(|sql| sql.trim().to_owned()).collect()
}

fn plan(app: &TestApp, sql: &str) -> String {
    match app.backend {
        Backend::Sqlite => app.sql(&format!("EXPLAIN QUERY PLAN {sql}")),
        Backend::Postgres => {
            // The numbers of rows stand at the end and as such, so that they count in the plan.
            let limits = ["LIMIT", "OFFSET"];
            let mut words: Vec<String> = sql.split_whitespace().map(str::to_owned).collect();
            for at in 1..words.len() {
                if limits.contains(&words[at - 1].as_str()) {
                    words[at] = "51".to_owned();
                }
            }
            let sql = words.join(" ");
            let count = (1..99).take_while(|number| sql.contains(&format!("${number}"))).count();
            let nothing = vec!["NULL"; count].join(", ");
            let call = if count == 0 { "one".to_owned() } else { format!("one({nothing})") };
            // A small table is scanned even where an index fits; with this only what has no index is.
            app.sql(&format!(
                "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; PREPARE one AS {sql}; EXPLAIN EXECUTE {call}"
            ))
        }
    }
}

/// Lines of a plan that read a whole table without an index.
fn scans(plan: &str) -> Vec<&str> {
    let is_scan = |line: &&str| {
        let sqlite = line.contains("SCAN ") && !line.contains("USING") && !line.contains("CONSTANT");
        line.contains("Seq Scan on") || (sqlite && !line.contains("SUBQUERY") && !line.contains("LIST"))
    };
    plan.lines().filter(is_scan).collect()
}

fn item_lists(filled: &Filled) -> Vec<(String, ItemFilter)> {
    let catalogue = Catalogue::shipped();
    let searched = |text: &str| {
        let mut filter = ItemFilter::default();
        filter.search(text, catalogue);
        filter
    };
    vec![
        ("all".to_owned(), ItemFilter::default()),
        ("a state".to_owned(), ItemFilter { state: Some(ItemState::InStock), ..ItemFilter::default() }),
        ("a donor".to_owned(), ItemFilter { donor: Some(filled.donor), ..ItemFilter::default() }),
        ("a donation".to_owned(), ItemFilter { donation: Some(filled.donation), ..ItemFilter::default() }),
        ("a place".to_owned(), ItemFilter { places: Some(vec![filled.place]), ..ItemFilter::default() }),
        ("a word".to_owned(), searched("jacke")),
        ("a word in stock".to_owned(), ItemFilter { state: Some(ItemState::InStock), ..searched("jacke") }),
        ("a size".to_owned(), searched("104")),
        ("a label".to_owned(), searched(filled.label.as_str())),
        ("a label's beginning".to_owned(), searched(&filled.label.as_str()[..5])),
    ]
}

both! {
    no_list_scans_a_table => |app| {
        let filled = fill(&app.house, 2_000, &|_| ()).expect("a filled house");
        app.sql("ANALYZE");
        let kinds = ["winterjacke", "jeans"].map(|code| code.parse().expect("a product")).into();
        let orders =
            [Order::Newest, Order::Moved, Order::Waiting, Order::Kinds(kinds), Order::Places(vec![filled.place])];
        let mut checked = 0;
        let mut wrong = Vec::new();
        let mut check = |name: &str, statements: Vec<String>| {
            assert!(!statements.is_empty(), "{name} asks nothing");
            for sql in statements {
                let plan = plan(&app, &sql);
                assert!(!plan.is_empty(), "{name}: {sql}");
                checked += 1;
                if !scans(&plan).is_empty() {
                    wrong.push(format!("{name}: {sql}\n{plan}"));
                }
            }
        };
        for (name, filter) in item_lists(&filled) {
            check(&name, statements(&app, |db| items::counts(db, &filter).map(drop)));
            for (order, many) in orders.iter().zip([false, true, false, true, false]) {
                for cursor in [Cursor::Start, Cursor::After(filled.middle), Cursor::Before(filled.middle)] {
                    let page = statements(&app, |db| items::page(db, &filter, order, &cursor, 50, many).map(drop));
                    check(&format!("{name}, {order:?}, {cursor:?}"), page);
                }
            }
            for (order, cursor) in [(&orders[0], Cursor::After(filled.middle)), (&orders[1], Cursor::Start)] {
                let page = statements(&app, |db| items::page(db, &filter, order, &cursor, 50, true).map(drop));
                check(&format!("many: {name}, {order:?}"), page);
            }
        }
        for text in ["", "farah", "farah wunder"] {
            let filter = DonorFilter { text: text.to_owned(), kind: None };
            for cursor in [Cursor::Start, Cursor::After(filled.donor), Cursor::Before(filled.donor)] {
                for order in DonorOrder::ALL.iter().copied() {
                    let page = statements(&app, |db| donors::page(db, &filter, order, &cursor, 50).map(drop));
                    check(&format!("donors, {text}, {order}"), page);
                }
            }
            let filter = DonationFilter { text: text.to_owned(), ..DonationFilter::default() };
            for cursor in [Cursor::Start, Cursor::After(filled.donation), Cursor::Before(filled.donation)] {
                for order in DonationOrder::ALL.iter().copied() {
                    let page = statements(&app, |db| donations::page(db, &filter, order, &cursor, 50).map(drop));
                    check(&format!("donations, {text}, {order}"), page);
                }
            }
        }
        check("a name with a slip", statements(&app, |db| words::mended(db, "wunderlihc").map(drop)));
        for order in HouseholdOrder::ALL.iter().copied() {
            let page = |db: &mut Db| households::page(db, &Filter::default(), order, &Cursor::Start, 50).map(drop);
            check(&format!("households, {order}"), statements(&app, page));
        }
        assert!(wrong.is_empty(), "{} of {checked} statements scan:\n{}", wrong.len(), wrong.join("\n\n"));
    }
}
