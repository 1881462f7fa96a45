//! No query of a list scans a table: the statements that the lists really send are explained by both databases. And none
//! reads a whole index instead: what is much more frequent than what is asked for makes no list slower.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::connection::{Connection, InstrumentationEvent};
use gabentisch::domain::catalogue::Catalogue;
use gabentisch::domain::item::ItemState;
use gabentisch::domain::lists::{DonationOrder, DonorOrder, HouseholdOrder};
use gabentisch::domain::treasury::{OfferState, ReceiptState};
use gabentisch::domain::{OfferId, ReceiptId};
use gabentisch::store::donations::{self, DonationFilter};
use gabentisch::store::donors::{self, DonorFilter};
use gabentisch::store::households::{self, Filter};
use gabentisch::store::items::{self, ItemFilter, Order};
use gabentisch::store::offers::{self, OfferFilter};
use gabentisch::store::paging::Cursor;
use gabentisch::store::receipts::{self, ReceiptFilter};
use gabentisch::store::{Db, StoreError, missing, words};

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
            // What can be nothing is not looked for.
            for sql in statements.into_iter().filter(|sql| !sql.contains("(1=0)")) {
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
            let filter = DonorFilter { text: text.to_owned(), ..DonorFilter::default() };
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
        let some = app.house.uuid();
        for text in ["", "farah wunder"].map(str::to_owned) {
            let states = std::iter::once(None).chain(OfferState::ALL.iter().copied().map(Some));
            for (state, donor) in states.flat_map(|state| [(state, None), (state, Some(filled.donor))]) {
                let filter = OfferFilter { state, donor, text: text.clone() };
                for cursor in [Cursor::Start, Cursor::After(OfferId(some)), Cursor::Before(OfferId(some))] {
                    let page = statements(&app, |db| offers::page(db, &filter, &cursor, 50).map(drop));
                    check(&format!("offers, {text}, {state:?}, {cursor:?}"), page);
                }
            }
        }
        check("offers, sums", statements(&app, |db| offers::sums(db, &[OfferId(some)]).map(drop)));
        for text in [String::new(), "farah wunder".to_owned(), "2026-00".to_owned()] {
            let states = [(None, false), (Some(ReceiptState::Draft), false), (Some(ReceiptState::Issued), false), (None, true)];
            for (state, asked_to_void) in states {
                let filter = ReceiptFilter { state, asked_to_void, text: text.clone(), ..ReceiptFilter::default() };
                for cursor in [Cursor::Start, Cursor::After(ReceiptId(some)), Cursor::Before(ReceiptId(some))] {
                    let page = statements(&app, |db| receipts::page(db, &filter, &cursor, 50).map(drop));
                    // The names of issuers are read with them: a house has a handful.
                    let page = page.into_iter().filter(|sql| !sql.contains("FROM \"issuers\"") && !sql.contains("FROM `issuers`"));
                    check(&format!("receipts, {text}, {state:?}, {cursor:?}"), page.collect());
                }
                check(&format!("receipts, {text}, {state:?}, counted"), statements(&app, |db| receipts::count(db, &filter).map(drop)));
            }
        }
        check("a name with a slip", statements(&app, |db| words::mended(db, "wunderlihc").map(drop)));
        for order in HouseholdOrder::ALL.iter().copied() {
            let page = |db: &mut Db| households::page(db, &Filter::default(), order, &Cursor::Start, 50).map(drop);
            check(&format!("households, {order}"), statements(&app, page));
        }
        check("what is missing, open", statements(&app, |db| missing::open(db).map(drop)));
        check("what is missing, households", statements(&app, |db| missing::households(db).map(drop)));
        check("what is missing, supply", statements(&app, |db| missing::supply(db).map(drop)));
        assert!(wrong.is_empty(), "{} of {checked} statements scan:\n{}", wrong.len(), wrong.join("\n\n"));
    }
    no_list_reads_what_it_does_not_show => |app| {
        let filled = fill(&app.house, 2_000, &|_| ()).expect("a filled house");
        let catalogue = Catalogue::shipped();
        let product = |code: &str| code.parse().expect("a product");
        let kinds = || Order::Kinds(vec![product("jeans"), product("winterjacke")]);
        let places = || Order::Places(vec![filled.place]);
        let mut size = ItemFilter::default();
        size.search("104", catalogue);
        let mut start = ItemFilter { state: Some(ItemState::InStock), ..ItemFilter::default() };
        start.search(&filled.label.as_str()[..6], catalogue);
        let donor = ItemFilter { donor: Some(filled.donor), ..ItemFilter::default() };
        let missing = ItemFilter { state: Some(ItemState::Missing), ..ItemFilter::default() };
        // The last of them is what lies on each shelf, in a state that almost nothing on it is in.
        let lists = [
            ("a donor, by kind", &donor, kinds()),
            ("a donor, by place", &donor, places()),
            ("a donor, a kind", &ItemFilter { products: Some(vec![product("jeans")]), ..donor.clone() }, kinds()),
            ("a size, by kind", &size, kinds()),
            ("a size, by place", &size, places()),
            ("a label's beginning, by kind", &start, kinds()),
            ("a label's beginning", &start, Order::Newest),
            ("a rare state, by kind", &missing, kinds()),
            ("a rare state, by place", &missing, places()),
            ("a donor, moved last", &donor, Order::Moved),
        ];
        let timed = |filter: &ItemFilter, order: &Order| {
            let once = || {
                let begun = Instant::now();
                let read = app.house.store().read(|db| {
                    let many = items::is_many(db, filter, filter.state)?;
                    items::page(db, filter, order, &Cursor::Start, 50, many)
                });
                read.expect("a page");
                begun.elapsed()
            };
            // The best of several: what else the machine does makes some of them slow, but not all.
            (0..7).map(|_| once()).min().unwrap_or_default()
        };
        let before: Vec<Duration> = lists.iter().map(|(_, filter, order)| timed(filter, order)).collect();
        // Jeans of another size and donation, without a label, all in stock in the one place.
        let number = match app.backend {
            Backend::Sqlite => "printf('%08x', number)",
            Backend::Postgres => "lpad(to_hex(number), 8, '0')",
        };
        app.sql(&format!(
            "INSERT INTO items (id, product_code, size, item_condition, state, quantity, version, location_id, created_at, moved_at)
             WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 150000)
             SELECT 'ffffffff-ffff-7fff-bfff-ffff' || {number}, 'jeans', 'XXL', 'good', 'in_stock', 1, 1, '{}', moved_at, moved_at
             FROM numbers, (SELECT moved_at FROM items WHERE id = '{}') AS one",
            filled.place, filled.middle
        ));
        if app.backend == Backend::Postgres {
            app.sql("ANALYZE");
        }
        let mut slow = Vec::new();
        for ((name, filter, order), before) in lists.iter().zip(before) {
            let after = timed(filter, order);
            if after > before * 3 + Duration::from_millis(5) {
                slow.push(format!("{name}: {before:?}, then {after:?}"));
            }
        }
        assert!(slow.is_empty(), "{}", slow.join("\n"));
    }
}
