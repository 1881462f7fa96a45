//! A whole house for one test: database, server, and whoever is needed in it.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::{Arc, mpsc};

use gabentisch::actions::manage_users::NewUser;
use gabentisch::actions::needs::NewNeed;
use gabentisch::actions::record_donation::NewDonation;
use gabentisch::actions::record_donor::NewDonor;
use gabentisch::actions::register_household::NewHousehold;
use gabentisch::actions::{
    Actor, Clock, Dice, House, arrange_locations, make_codes, manage_users, needs, record_donation, record_donor,
    register_household, terminals,
};
use gabentisch::codes::{Code, Kind};
use gabentisch::domain::catalogue::Catalogue;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::needs::{Occasion, Urgency};
use gabentisch::domain::rights::Role;
use gabentisch::domain::{DonationId, DonorId, HouseholdId, LocationId, UserId};
use gabentisch::settings::Settings;
use gabentisch::store::{DatabaseUrl, Store};
use gabentisch::texts::Lang;
use gabentisch::web::{Server, bind};

use super::{Client, Scanner, postgres};

pub const PASSWORD: &str = "ein Satz nur für Proben";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

pub struct TestApp {
    pub house: Arc<House>,
    pub url: String,
    pub database: String,
    pub backend: Backend,
    folder: tempfile::TempDir,
    server: gabentisch::web::Handle,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl TestApp {
    /// A fresh house over a fresh database, with its server on a free port.
    pub fn on(backend: Backend) -> TestApp {
        TestApp::with(backend, |_| ())
    }

    /// The same with other settings.
    pub fn with(backend: Backend, adjust: impl FnOnce(&mut Settings)) -> TestApp {
        TestApp::built(backend, adjust, Clock::System)
    }

    /// A house whose clock stands where it is set.
    pub fn with_clock(backend: Backend, now: jiff::Timestamp) -> TestApp {
        TestApp::built(backend, |_| (), Clock::Set(std::sync::Mutex::new(now)))
    }

    fn built(backend: Backend, adjust: impl FnOnce(&mut Settings), clock: Clock) -> TestApp {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match backend {
            Backend::Sqlite => format!("sqlite:{}", folder.path().join("gabentisch.db").display()),
            Backend::Postgres => postgres::fresh_database(),
        };
        let url: DatabaseUrl = database.parse().expect("an address");
        let store = Store::open(&url).expect("a database");
        let mut settings = Settings { database: database.clone(), workers: 2, ..Settings::default() };
        adjust(&mut settings);
        let zone = settings.time_zone().expect("a zone");
        let house = House::open(store, zone, clock, Dice::System).expect("a house");
        let house = Arc::new(house.with_rules(settings.rules()).keeping_for(settings.reservation_days));
        let (sender, receiver) = mpsc::channel();
        let in_house = Arc::clone(&house);
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let listener = bind("127.0.0.1:0").expect("a free port");
                let server = Server::start(in_house, &settings, listener).expect("a server");
                sender.send((server.address(), server.handle())).expect("the test waits");
                server.run().await.expect("the server runs");
            });
        });
        let (address, server) = receiver.recv().expect("the server starts");
        TestApp { house, url: format!("http://{address}"), database, backend, folder, server, thread: Some(thread) }
    }

    /// On SQLite, for what does not touch SQL.
    pub fn new() -> TestApp {
        TestApp::on(Backend::Sqlite)
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// The house itself, which may do everything.
    pub fn caretaker(&self) -> Actor {
        terminals::caretaker(&self.house).expect("the house has a terminal")
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Client {
        Client::new(&self.url)
    }

    /// Adds a person and gives the id.
    pub fn add_user(&self, name: &str, role: Role) -> UserId {
        self.add_user_with_badge(name, role).0
    }

    pub fn add_user_with_badge(&self, name: &str, role: Role) -> (UserId, Code) {
        let new = NewUser {
            name: name.to_owned(),
            display_name: format!("Probe {name}"),
            password: PASSWORD.to_owned(),
            role,
            lang: Lang::De,
        };
        manage_users::add(&self.house, &self.caretaker(), new).expect("a new user")
    }

    /// A browser with somebody of this role signed in.
    pub fn signed_in(&self, role: Role) -> Client {
        let name = format!("{role}-{}", uuid::Uuid::now_v7().simple());
        let name = &name[..(role.word().len() + 33).min(40)];
        self.add_user(name, role);
        self.sign_in(name)
    }

    /// A browser in which this person has signed in.
    pub fn sign_in(&self, name: &str) -> Client {
        let client = self.visitor();
        client.post_form("/sign-in", &[("name", name), ("password", PASSWORD)]).expect(303);
        client
    }

    /// A scanner at a newly enrolled terminal.
    pub fn scanner(&self) -> Scanner {
        let enrolled = terminals::enrol(&self.house, &self.caretaker(), "Probe").expect("a terminal");
        Scanner { client: self.visitor().with_token(&enrolled.token), next_seq: 1 }
    }

    /// Blank item labels.
    pub fn labels(&self, count: usize) -> Vec<Code> {
        make_codes::blank(&self.house, &self.caretaker(), Kind::Item, count).expect("labels")
    }

    pub fn donor(&self, kind: DonorKind, name: &str) -> DonorId {
        record_donor::new(&self.house, &self.caretaker(), NewDonor::named(kind, name)).expect("a donor")
    }

    pub fn donation(&self, donor: DonorId) -> (DonationId, Code) {
        let donation = NewDonation::of(donor, self.house.today());
        record_donation::new(&self.house, &self.caretaker(), donation).expect("a donation")
    }

    /// A household with a card and nothing else.
    pub fn household(&self) -> (HouseholdId, Code) {
        register_household::new(&self.house, &self.caretaker(), NewHousehold::default()).expect("a household")
    }

    /// A shelf with its code.
    pub fn shelf(&self, name: &str) -> (LocationId, Code) {
        arrange_locations::add(&self.house, &self.caretaker(), None, name).expect("a place")
    }

    /// Adds lines to the household's needs list: product, size, pieces.
    pub fn needs(&self, household: HouseholdId, lines: &[(&str, &str, i32)]) {
        for (product, size, wanted) in lines {
            let special = Catalogue::shipped().product(product).is_some_and(|product| product.special);
            if special && self.sql(&format!("SELECT COUNT(*) FROM consents WHERE household_id = '{household}'")) == "0"
            {
                let id = self.house.uuid();
                self.sql(&format!(
                    "INSERT INTO consents (id, household_id, kind, text_version, channel, given_at) \
                     VALUES ('{id}', '{household}', 'maternity', '1', 'said', '2026-01-01 00:00:00.000000')"
                ));
            }
            let need = NewNeed {
                member: None,
                product: product.parse().expect("a product code"),
                cut: None,
                size: (!size.is_empty()).then(|| (*size).to_owned()),
                wanted: *wanted,
                urgency: Urgency::None,
                occasion: Occasion::Basic,
            };
            needs::add(&self.house, &self.caretaker(), household, need).expect("a need");
        }
    }

    /// Runs the real binary over this database.
    pub fn cli(&self, arguments: &[&str]) -> Output {
        run_cli(arguments, &[("GABENTISCH_DATABASE", &self.database)])
    }

    /// Runs SQL by hand, as somebody with access to the database would.
    pub fn sql(&self, sql: &str) -> String {
        if self.backend == Backend::Postgres {
            return postgres::psql(&self.database, sql);
        }
        let file = self.database.trim_start_matches("sqlite:");
        let out = Command::new("sqlite3").args([file, &format!("PRAGMA busy_timeout=5000; {sql}")]).output();
        let out = out.expect("sqlite3 is installed (tests/run installs it)");
        assert!(out.status.success(), "sqlite3: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).trim_start_matches("5000").trim().to_owned()
    }

    /// Waits until the SQL says so: what a browser sent is on its way for a moment.
    #[track_caller]
    pub fn comes_to(&self, sql: &str, expected: &str) {
        let until = std::time::Instant::now() + std::time::Duration::from_secs(60);
        while self.sql(sql) != expected && std::time::Instant::now() < until {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert_eq!(self.sql(sql), expected, "{sql}");
    }

    /// The check, which must find nothing.
    #[track_caller]
    pub fn assert_sound(&self) {
        let out = self.cli(&["check"]);
        assert!(
            out.status.success(),
            "{}{}",
            String::from_utf8_lossy(&out.stdout),
            String::from_utf8_lossy(&out.stderr)
        );
    }
}

/// Runs the real binary in an empty folder with these variables.
pub fn run_cli(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    Command::new(env!("CARGO_BIN_EXE_gabentisch"))
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(folder.path())
        .output()
        .expect("the binary runs")
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.server.stop(false));
        if let Some(thread) = self.thread.take() {
            // The worker's threads end by themselves; a test does not wait for idle connections.
            drop(thread);
        }
    }
}
