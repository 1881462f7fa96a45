//! How long the reports of a year take over a house with many movements, on SQLite or PostgreSQL; and, with `--xlsx`, the file
//! of many rows that `compare_xlsx.py` sets beside others. Fails when a report takes longer than two seconds.

#[path = "../../it/support/postgres.rs"]
#[allow(dead_code)]
mod postgres;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use diesel::connection::SimpleConnection;
use gabentisch::actions::{Clock, Dice, House, terminals};
use gabentisch::domain::report::Report;
use gabentisch::reports::book::{self, Asked, Cell, Column, Csv, Kind, Table};
use gabentisch::store::{DatabaseUrl, Store, StoreError};
use gabentisch::texts::{Lang, Texts};
use jiff::civil::date;

/// What the report of a year may take.
const ALLOWED: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["--xlsx", rows, path] => {
            rows.parse().context("a number of rows").and_then(|rows| xlsx(rows, path)).map(|()| true)
        }
        ["--postgres"] => measure("postgres", 1_000_000),
        ["--movements", count] => count.parse().context("a number").and_then(|count| measure("sqlite", count)),
        ["--postgres", "--movements", count] => {
            count.parse().context("a number").and_then(|count| measure("postgres", count))
        }
        [] => measure("sqlite", 1_000_000),
        _ => {
            eprintln!("usage: tests/bench/reports [--postgres] [--movements N]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The same rows as in `compare_xlsx.py`, made one by one as there.
fn xlsx(rows: i64, path: &str) -> Result<()> {
    let column = |key, kind| Column::new(key, key, kind);
    let columns = vec![
        column("donor", Kind::Text),
        column("day", Kind::Day),
        column("code", Kind::Text),
        column("receipt", Kind::Text),
        column("goods", Kind::Text),
        column("pieces", Kind::Whole),
        column("net", Kind::Cents),
        column("vat", Kind::Cents),
        column("total", Kind::Cents),
        column("state", Kind::Text),
        column("bags", Kind::Whole),
        column("share", Kind::Percent),
    ];
    let table = Table::new("bench", "Spenden", "Jede Spende.", columns);
    let first = date(2026, 1, 1);
    let made = (0..rows).map(|n| {
        vec![
            Cell::text(format!("Spender {}", n % 5000)),
            Cell::Day(first + jiff::Span::new().days(n % 365)),
            Cell::text(format!("S{n:09}")),
            Cell::text(format!("2026-{n}")),
            Cell::text("Winterjacken, neu, mit Etikett"),
            Cell::Whole(n % 97),
            Cell::Cents(n * 7 % 100_000),
            Cell::Cents(n * 3 % 10_000),
            Cell::Cents(n * 10 % 110_000),
            Cell::text("angenommen"),
            Cell::Whole(n % 12),
            Cell::Percent(n % 100),
        ]
    });
    let file = std::io::BufWriter::new(std::fs::File::create(path)?);
    book::xlsx_rows(&table, made, Texts::of(Lang::De), file)?;
    // The most memory that this process held, as compare_xlsx.py reads it of each.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
    Ok(())
}

fn measure(database: &str, movements: i64) -> Result<bool> {
    let folder = tempfile::tempdir()?;
    let url = match database {
        "sqlite" => format!("sqlite:{}", folder.path().join("reports.db").display()),
        _ => postgres::fresh_database(),
    };
    let address: DatabaseUrl = url.parse().map_err(anyhow::Error::msg)?;
    let store = Store::open(&address)?;
    let zone = jiff::tz::TimeZone::get("Europe/Berlin")?;
    let now = "2026-12-31T11:00:00Z".parse().context("a moment")?;
    let house = Arc::new(House::open(store, zone, Clock::Set(std::sync::Mutex::new(now)), Dice::System)?);
    let actor = terminals::caretaker(&house)?;
    let begun = Instant::now();
    fill(&house, database, movements, &actor.terminal().to_string())?;
    println!("{database}: {movements} movements in one year, filled in {:.0} s", begun.elapsed().as_secs_f64());
    house.set_now("2027-01-02T11:00:00Z".parse().context("a moment")?);
    let asked = Asked { from: Some(date(2026, 1, 1)), to: Some(date(2026, 12, 31)), donor: None };
    println!(
        "{:20}{:>8}{:>9}{:>9}{:>9}{:>9}{:>9}{:>10}",
        "", "rows", "first s", "best s", "median s", "csv s", "xlsx s", "x faster"
    );
    let mut worst = 0f64;
    for report in Report::ALL {
        let mut runs = Vec::new();
        let mut last = None;
        for _ in 0..3 {
            // What counts households is kept once it was shown, and would be read instead of counted.
            house.store().write(|db| db.batch_execute("DELETE FROM published_tables").map_err(StoreError::from))?;
            let begun = Instant::now();
            last = Some(book::report(&house, &actor, *report, &asked)?);
            runs.push(begun.elapsed().as_secs_f64());
        }
        let made = last.context("a report")?;
        let first = runs[0];
        runs.sort_by(f64::total_cmp);
        let t = Texts::of(Lang::De);
        let timed = |work: &dyn Fn() -> usize| {
            let begun = Instant::now();
            assert!(work() > 0);
            begun.elapsed().as_secs_f64()
        };
        let csv = timed(&|| book::csv(&made.table, t, Csv::default()).len());
        let xlsx = timed(&|| book::xlsx(&made.table, t).map_or(0, |file| file.len()));
        // The slowest of the three counts.
        let slowest = runs[2];
        worst = worst.max(slowest);
        println!(
            "{:20}{:>8}{first:>9.3}{:>9.3}{:>9.3}{csv:>9.3}{xlsx:>9.3}{:>10.1}",
            report.word(),
            made.table.rows.len(),
            runs[0],
            runs[1],
            ALLOWED.as_secs_f64() / slowest.max(1e-6)
        );
    }
    let fast = worst < ALLOWED.as_secs_f64();
    let share = ALLOWED.as_secs_f64() / worst.max(1e-6);
    println!(
        "{} (the slowest: {share:.1} times faster than that)",
        if fast { "every report under 2 s" } else { "TOO SLOW" }
    );
    Ok(fast)
}

/// A year: two movements and as many scans for each piece, in and out, by the databases themselves. The hashes are not those
/// of a ledger; no report reads them.
fn fill(house: &House, database: &str, movements: i64, terminal: &str) -> Result<()> {
    let items = movements / 2;
    let (donors, donations, households, people) = (items / 100, items / 25, items / 50, 40);
    let sqlite = database == "sqlite";
    let series = |count: i64| match sqlite {
        true => format!(
            "(WITH RECURSIVE c(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM c WHERE n + 1 < {count}) SELECT n FROM c) AS s"
        ),
        false => format!("(SELECT n FROM generate_series(0::bigint, {}) AS g(n)) AS s", count - 1),
    };
    // An id from a kind and a number, a moment and a day in the year.
    let id = |kind: u8, number: &str| match sqlite {
        true => format!("printf('00000000-0000-7000-80{kind:02}-%012d', {number})"),
        false => format!("'00000000-0000-7000-80{kind:02}-' || lpad(({number})::text, 12, '0')"),
    };
    let moment = |minutes: &str| match sqlite {
        true => format!("strftime('%Y-%m-%d %H:%M:%S.000000', 1767225600 + ({minutes}) * 60, 'unixepoch')"),
        false => format!("timestamp '2026-01-01 00:00:00' + ({minutes}) * interval '1 minute'"),
    };
    let day = |days: &str| match sqlite {
        true => format!("date(1767225600 + ({days}) * 86400, 'unixepoch')"),
        false => format!("date '2026-01-01' + (({days})::int)"),
    };
    let pick = "CREATE TABLE bench_products AS SELECT ROW_NUMBER() OVER (ORDER BY code) - 1 AS n, code FROM products"
        .to_owned();
    let minute = format!("s.n * 525000 / {items}");
    let later = format!("{minute} + 300 * ((s.n * 31) % 60) / 60 * 2");
    let item_rows = format!(
        "INSERT INTO items (id, product_code, item_condition, donation_id, state, quantity, version, household_id, created_at, moved_at, \
         split_from) SELECT {}, p.code, 'good', CASE WHEN s.n % 5 = 0 THEN NULL ELSE {} END, CASE WHEN s.n % 10 < 8 THEN 'handed_out' ELSE 'in_stock' END, \
         1, 2, CASE WHEN s.n % 10 < 8 THEN {} END, {}, {}, CASE WHEN s.n % 20 = 1 THEN {} END FROM {} \
         JOIN bench_products p ON p.n = s.n % 140",
        id(3, "s.n"),
        id(2, &format!("s.n % {donations}")),
        id(4, &format!("(s.n * 13) % {households}")),
        moment(&minute),
        moment(&later),
        // One in twenty went out of a lot that went out too.
        id(3, "s.n - 1"),
        series(items)
    );
    let ledger = |part: i64, kind: &str, from: &str, state: &str, at: &str| {
        format!(
            "INSERT INTO movements (position, id, event_id, part, item_id, kind, from_state, state, quantity, version, terminal_id, \
             actor_id, occurred_at, recorded_at, previous_hash, hash) SELECT 1000 + s.n * 2 + {part}, {0}, {0}, 0, {1}, '{kind}', {from}, \
             '{state}', 1, {part} + 1, '{terminal}', {2}, {3}, {3}, '', '' FROM {4}",
            id(5 + u8::try_from(part).unwrap_or(0), "s.n"),
            id(3, "s.n"),
            id(1, &format!("s.n % {people}")),
            moment(at),
            series(items)
        )
    };
    let scans = |part: i64, mode: &str, at: &str| {
        format!(
            "INSERT INTO scan_events (event_id, terminal_id, seq, mode, code, actor_id, occurred_at, received_at, outcome, verdict) \
             SELECT {}, '{terminal}', 1000 + s.n * 2 + {part}, '{mode}', '', {}, {3}, {3}, 'applied', '' FROM {2}",
            id(5 + u8::try_from(part).unwrap_or(0), "s.n"),
            id(1, &format!("s.n % {people}")),
            series(items),
            moment(at)
        )
    };
    let counted = r#"{"places":40,"booked":38,"arrived":36,"served":35,"missed":8,"walk_ins":5}"#;
    let figures = format!(
        r#"{{"all":{counted},"by_audience":{{}},"people":80,"pieces":{{"jacken":90}},"wait_median":400,"wait_p90":900}}"#
    );
    let statements = [
        pick,
        format!(
            "INSERT INTO users (id, name, display_name, password_hash, role, lang, active, failed_sign_ins, created_at, version) \
             SELECT {}, 'probe' || s.n, 'Probe ' || s.n, '', 'volunteer', 'de', TRUE, 0, {}, 1 FROM {}",
            id(1, "s.n"),
            moment("0"),
            series(people)
        ),
        format!(
            "INSERT INTO donors (id, kind, name, street, postcode, city, email, note, search, created_at, version) \
             SELECT {}, CASE WHEN s.n % 4 = 0 THEN 'company' ELSE 'private' END, 'Spender ' || s.n, '', '', '', '', '', '', {}, 1 FROM {}",
            id(7, "s.n"),
            moment("0"),
            series(donors)
        ),
        format!(
            "INSERT INTO donations (id, donor_id, received_on, origin, state, description, receipt_wanted, created_at, version) \
             SELECT {}, {}, {}, 'business', 'closed', '', FALSE, {}, 1 FROM {}",
            id(2, "s.n"),
            id(7, &format!("s.n % {donors}")),
            day("s.n % 365"),
            moment("0"),
            series(donations)
        ),
        format!(
            "INSERT INTO households (id, state, people, area, lang, note, registered_on, version, pin_hash, pin_failures, contact_name, \
             contact_email, contact_phone, waits_since) SELECT {}, 'active', 3, '', '', '', {}, 1, '', 0, '', '', '', {} FROM {}",
            id(4, "s.n"),
            day("0"),
            moment("0"),
            series(households)
        ),
        item_rows,
        ledger(0, "intake", "NULL", "in_stock", &minute),
        ledger(1, "handout", "'in_stock'", "handed_out", &later),
        scans(0, "intake", &minute),
        scans(1, "handout", &later),
        format!(
            "INSERT INTO value_lines (id, donation_id, position, description, product_code, quantity, identical, age, condition, basis, \
             net_cents, vat_rate_bp, vat_cents, source, version) SELECT {}, {}, 1, 'Ware', p.code, 4, TRUE, '', 'new', 'teilwert', 1000, 1900, \
             190, '', 1 FROM {} JOIN bench_products p ON p.n = s.n % 140 WHERE s.n % 4 = 0",
            id(8, "s.n"),
            id(2, "s.n"),
            series(donations)
        ),
        format!(
            "INSERT INTO value_line_items (item_id, line_id) SELECT {}, {} FROM {} WHERE s.n % {donations} % 4 = 0 AND s.n < {}",
            id(3, "s.n"),
            id(8, &format!("s.n % {donations}")),
            series(items),
            donations * 4
        ),
        format!(
            "INSERT INTO issuers (id, form, name, street, postcode, city, fields, keep_years, active, created_at, version) \
             VALUES ({}, 'de_verein', 'Verein', '', '', '', '{{}}', 10, TRUE, {}, 1)",
            id(9, "0"),
            moment("0")
        ),
        format!(
            "INSERT INTO receipts (id, issuer_id, donation_id, state, year, counted, number, form, lang, total_cents, currency, data, \
             made_at, issued_on, issued_at, version, listed_at) SELECT {}, {}, {}, 'issued', 2026, s.n + 1, '2026-' || (s.n + 1), 'de_verein', \
             'de', 4760, 'EUR', '{{}}', {4}, {5}, {4}, 1, {4} FROM {3}",
            id(10, "s.n"),
            id(9, "0"),
            id(2, "s.n * 4"),
            series(donations / 4),
            moment("s.n"),
            day("s.n % 365")
        ),
        format!(
            "INSERT INTO council_lists (id, issuer_id, title, decider, state, held_on, reference, made_at, version) \
             VALUES ({}, {}, 'Liste', 'council', 'decided', {}, '', {}, 1)",
            id(12, "0"),
            id(9, "0"),
            day("100"),
            moment("0")
        ),
        format!(
            "INSERT INTO council_lines (list_id, donation_id, purpose, value_cents, decision) \
             SELECT {}, {}, 'Kleidung', 4760, 'accepted' FROM {}",
            id(12, "0"),
            id(2, "s.n"),
            series(donations / 10)
        ),
        format!(
            "INSERT INTO sessions (id, title, opens_at, closes_at, state, figures, version) SELECT {}, 'Ausgabe', {2}, {2}, 'closed', \
             '{figures}', 1 FROM {1}",
            id(11, "s.n"),
            series(250),
            moment("s.n * 2000"),
        ),
        "DROP TABLE bench_products".to_owned(),
        // As the databases do by themselves in a house that has run for a while.
        if sqlite { "ANALYZE" } else { "VACUUM ANALYZE" }.to_owned(),
    ];
    house.store().read(|db| {
        for statement in &statements {
            db.batch_execute(statement).map_err(StoreError::from)?;
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(())
}
