//! How long lists and the search take, through HTTP on this machine, at 1,000 and at 100,000 items (and, with `--big`, at
//! 1,000,000): p50 and p95 of each page, and how much longer the large house takes. Fails when a page takes too long.

mod fill;
#[path = "../../it/support/postgres.rs"]
#[allow(dead_code)]
mod postgres;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use fill::Filled;
use gabentisch::actions::manage_users::NewUser;
use gabentisch::actions::{Clock, Dice, House, manage_users, terminals};
use gabentisch::domain::rights::Role;
use gabentisch::store::{DatabaseUrl, Store};
use gabentisch::texts::Lang;

const PASSWORD: &str = "ein Satz nur für Proben";
/// Requests before the clock counts, and with it.
const WARM: usize = 5;
/// What a list page may take at 100,000 items.
const ALLOWED: Duration = Duration::from_millis(50);

struct Plan {
    program: String,
    databases: Vec<&'static str>,
    sizes: Vec<usize>,
    requests: usize,
}

fn main() -> ExitCode {
    let mut plan = Plan {
        program: "target/release/gabentisch".to_owned(),
        databases: vec!["sqlite", "postgres"],
        sizes: vec![1_000, 100_000],
        requests: 100,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = || arguments.next();
        match argument.as_str() {
            "--big" => plan.sizes.push(1_000_000),
            "--sqlite" => plan.databases = vec!["sqlite"],
            "--postgres" => plan.databases = vec!["postgres"],
            "--program" => plan.program = { value }().unwrap_or_default(),
            "--items" => plan.sizes[1] = { value }().and_then(|text| text.parse().ok()).unwrap_or(100_000),
            "--requests" => plan.requests = { value }().and_then(|text| text.parse().ok()).unwrap_or(100),
            _ => {
                eprintln!("usage: tests/bench/lists [--big] [--sqlite | --postgres] [--items N] [--requests N]");
                return ExitCode::from(2);
            }
        }
    }
    let mut all_fast = true;
    for database in &plan.databases {
        match measure(&plan, database) {
            Ok(fast) => all_fast &= fast,
            Err(error) => {
                eprintln!("{database}: {error:#}");
                return ExitCode::FAILURE;
            }
        }
    }
    if all_fast { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Median and 95th percentile of one page.
#[derive(Clone, Copy, Default)]
struct Times {
    median: Duration,
    p95: Duration,
}

/// Whether every page was fast enough.
fn measure(plan: &Plan, database: &str) -> anyhow::Result<bool> {
    let mut names: Vec<&'static str> = Vec::new();
    let mut columns: Vec<Vec<Times>> = Vec::new();
    for size in &plan.sizes {
        let folder = tempfile::tempdir()?;
        let url = match database {
            "sqlite" => format!("sqlite:{}", folder.path().join("lists.db").display()),
            _ => postgres::fresh_database(),
        };
        let filled = furnish(&url, *size)?;
        if database == "postgres" {
            // What PostgreSQL does by itself within a minute.
            postgres::psql(&url, "ANALYZE");
        }
        let server = Served::start(&plan.program, &url)?;
        let coordinator = server.signed_in("leitung")?;
        let admin = server.signed_in("verwaltung")?;
        let mut times = Vec::new();
        names.clear();
        for (name, path, of_admin) in pages(&filled) {
            let client = if of_admin { &admin } else { &coordinator };
            times.push(timed(client, &format!("{}{path}", server.url), plan.requests)?);
            names.push(name);
        }
        columns.push(times);
        if database == "postgres" {
            drop(server);
            postgres::psql(&url, "DROP OWNED BY CURRENT_USER CASCADE");
        }
    }
    Ok(show(plan, database, &names, &columns))
}

/// Each page with its name and address, and whether the administrator asks for it.
fn pages(filled: &Filled) -> Vec<(&'static str, String, bool)> {
    let Filled { donor, donation, place, middle, label } = filled;
    let of = |name, path: &str| (name, path.to_owned(), false);
    vec![
        of("items, newest first", "/items"),
        of("items, moved last", "/items?order=moved"),
        of("items, lying longest, in stock", "/items?order=waiting&state=in_stock"),
        of("items, by kind", "/items?order=kind"),
        of("items, by place, in stock", "/items?order=place&state=in_stock"),
        of("items, in the middle", &format!("/items?after={middle}")),
        of("items, back from the middle", &format!("/items?order=moved&before={middle}")),
        of("items, missing", "/items?state=missing"),
        of("items, a group", "/items?group=OUT"),
        of("items, a group, moved last", "/items?group=TOP&state=handed_out&order=moved"),
        of("items, a word", "/items?q=winterjacke"),
        of("items, a word and a size", "/items?q=wi+ja+104"),
        of("items, a typo", "/items?q=winterjake"),
        of("items, a size", "/items?q=104"),
        of("items, a label's beginning", &format!("/items?q={}", &label.as_str()[..5])),
        of("items, a place", &format!("/items?place={place}")),
        of("items, a donor", &format!("/items?donor={donor}")),
        of("items, a donor, by kind", &format!("/items?donor={donor}&order=kind")),
        of("items, a donor, by place", &format!("/items?donor={donor}&order=place")),
        of("items, a size, by kind", "/items?q=104&order=kind"),
        of("items, a size, by place", "/items?q=104&order=place"),
        of("items, missing, by kind", "/items?state=missing&order=kind"),
        of("items, missing, by place", "/items?state=missing&order=place"),
        of("items, a donation", &format!("/items?donation={donation}")),
        of("items, 200 rows", "/items?rows=200"),
        of("donors", "/donors"),
        of("donors, newest first", "/donors?order=newest&kind=company"),
        of("donors, a name", "/donors?q=farah+wunder"),
        of("donors, a typo", "/donors?q=wunderlihc"),
        of("donations", "/donations"),
        of("donations, oldest first, closed", "/donations?state=closed&order=oldest"),
        of("donations, a name", "/donations?q=farah"),
        of("households", "/households"),
        of("households, waiting longest", "/households?order=waiting&state=active"),
        of("households, an area", "/households?q=viertel+7"),
        of("catalogue", "/settings/catalogue"),
        ("people", "/settings/users".to_owned(), true),
        of("search, a word", "/search?q=winterjacke"),
        of("search, a typo", "/search?q=winterjake"),
        of("search, a name with a typo", "/search?q=wunderlihc"),
        of("search, a code", &format!("/search?q={label}")),
        of("suggestions, a beginning", "/search/suggestions?q=wi"),
        of("suggestions, a typo", "/search/suggestions?q=wintrejacke"),
    ]
}

fn furnish(url: &str, items: usize) -> anyhow::Result<Filled> {
    let address: DatabaseUrl = url.parse().map_err(anyhow::Error::msg)?;
    let store = Store::open(&address)?;
    let zone = jiff::tz::TimeZone::get("Europe/Berlin")?;
    let house = Arc::new(House::open(store, zone, Clock::System, Dice::System)?);
    let caretaker = terminals::caretaker(&house)?;
    for (name, role) in [("leitung", Role::Coordinator), ("verwaltung", Role::Admin)] {
        let new = NewUser {
            name: name.to_owned(),
            display_name: name.to_owned(),
            password: PASSWORD.to_owned(),
            role,
            lang: Lang::De,
        };
        manage_users::add(&house, &caretaker, new)?;
    }
    let filled = fill::fill(&house, items, &|done| {
        eprint!("\r{items} items: {done}");
        let _ = std::io::stderr().flush();
    })?;
    eprintln!("\r{items} items are there      ");
    Ok(filled)
}

struct Served {
    process: Child,
    url: String,
}

impl Served {
    fn start(program: &str, database: &str) -> anyhow::Result<Served> {
        let mut process = Command::new(program)
            .args(["serve", "--listen", "127.0.0.1:0", "--database", database])
            .env("GABENTISCH_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{program} does not start"))?;
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().context("its output")?).read_line(&mut line)?;
        let url = line.rsplit(' ').next().unwrap_or_default().trim().to_owned();
        ensure!(url.starts_with("http://"), "the server says {line:?} instead of its address");
        Ok(Served { process, url })
    }

    fn signed_in(&self, name: &str) -> anyhow::Result<ureq::Agent> {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        let agent: ureq::Agent = config.into();
        let answer = agent
            .post(format!("{}/sign-in", self.url))
            .header("Sec-Fetch-Site", "same-origin")
            .send_form([("name", name), ("password", PASSWORD)])?;
        ensure!(answer.status() == 303, "{name} cannot sign in: {}", answer.status());
        Ok(agent)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn timed(client: &ureq::Agent, url: &str, requests: usize) -> anyhow::Result<Times> {
    let mut times = Vec::with_capacity(requests);
    for number in 0..WARM + requests {
        let begun = Instant::now();
        let mut answer = client.get(url).header("Accept-Language", "de").call()?;
        answer.body_mut().read_to_vec()?;
        let took = begun.elapsed();
        ensure!(matches!(answer.status().as_u16(), 200 | 303), "{url}: {}", answer.status());
        if number >= WARM {
            times.push(took);
        }
    }
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    Ok(Times { median: at(0.5), p95: at(0.95) })
}

fn show(plan: &Plan, database: &str, names: &[&str], columns: &[Vec<Times>]) -> bool {
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("\n{database}: milliseconds for a page, p50 / p95, {} requests each", plan.requests);
    print!("{:34}", "");
    for size in &plan.sizes {
        print!("{:>18}", format!("{size} items"));
    }
    println!("{:>12}", format!("{} : 1000", plan.sizes[1]));
    for (row, name) in names.iter().enumerate() {
        print!("{name:34}");
        for column in columns {
            print!("{:>18}", format!("{:.1} / {:.1}", ms(column[row].median), ms(column[row].p95)));
        }
        println!("{:>12.2}", ms(columns[1][row].median) / ms(columns[0][row].median));
    }
    let slow: Vec<&str> =
        names.iter().zip(&columns[1]).filter(|(_, times)| times.p95 > ALLOWED).map(|(name, _)| *name).collect();
    let worst = columns[1].iter().map(|times| times.p95).max().unwrap_or_default();
    println!("longest p95 at {} items: {:.1} ms (allowed: {:.0} ms)", plan.sizes[1], ms(worst), ms(ALLOWED));
    if !slow.is_empty() {
        println!("over it: {}", slow.join("; "));
    }
    slow.is_empty()
}
