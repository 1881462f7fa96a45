//! A clothing room for the measurement: a fresh database with pieces in stock, and the real server over it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use gabentisch::actions::manage_users::NewUser;
use gabentisch::actions::register_household::NewHousehold;
use gabentisch::actions::scan::{Incoming, Said};
use gabentisch::actions::{Clock, Dice, House, make_codes, manage_users, register_household, scan, terminals};
use gabentisch::codes::Kind;
use gabentisch::domain::EventId;
use gabentisch::domain::desk::{Mode, Outcome};
use gabentisch::domain::rights::Role;
use gabentisch::store::{DatabaseUrl, Store};
use gabentisch::texts::Lang;

pub struct Room {
    folder: tempfile::TempDir,
    server: Child,
    pub url: String,
    pub token: String,
    pub badge: String,
    pub cards: Vec<String>,
    pub labels: Vec<String>,
}

impl Room {
    /// With so many pieces in stock.
    pub fn furnished(program: &str, pieces: usize) -> anyhow::Result<Room> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("room.db");
        let store = Store::open(&DatabaseUrl::Sqlite(file.clone()))?;
        let zone = jiff::tz::TimeZone::get("Europe/Berlin")?;
        let house = Arc::new(House::open(store, zone, Clock::System, Dice::System)?);
        let caretaker = terminals::caretaker(&house)?;
        let volunteer = NewUser {
            name: "probe".to_owned(),
            display_name: "Probe".to_owned(),
            password: "ein Satz nur für Proben".to_owned(),
            role: Role::Volunteer,
            lang: Lang::De,
        };
        let (_, badge) = manage_users::add(&house, &caretaker, volunteer)?;
        let labels = make_codes::blank(&house, &caretaker, Kind::Item, pieces)?;
        let said = Said { product: Some("winterjacke".into()), size: Some("104".into()), ..Said::default() };
        let intake = |(seq, label): (i64, &gabentisch::codes::Code)| {
            let mut event = Incoming::here(EventId(house.uuid()), Mode::Intake, label.to_string(), house.now());
            event.seq = Some(seq);
            event.said = said.clone();
            event
        };
        let events: Vec<Incoming> = (1..).zip(&labels).map(intake).collect();
        for some in events.chunks(scan::MOST_EVENTS) {
            let answers = scan::scan(&house, &caretaker, some.to_vec())?;
            let refused = answers.answers.iter().find(|answer| answer.outcome != Outcome::Applied);
            ensure!(refused.is_none(), "a piece was not taken in: {refused:?}");
        }
        let card = || -> anyhow::Result<String> {
            Ok(register_household::new(&house, &caretaker, NewHousehold::default())?.1.to_string())
        };
        let cards = vec![card()?, card()?];
        let token = terminals::enrol(&house, &caretaker, "Probe")?.token;
        drop(house);
        let (server, url) = serve(program, &file)?;
        let labels = labels.iter().map(ToString::to_string).collect();
        Ok(Room { folder, server, url, token, badge: badge.to_string(), cards, labels })
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The server is gone from one moment to the next.
    pub fn close(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.close();
    }
}

fn serve(program: &str, file: &Path) -> anyhow::Result<(Child, String)> {
    let mut server = Command::new(program)
        .args(["serve", "--listen", "127.0.0.1:0", "--database", &format!("sqlite:{}", file.display())])
        .env("GABENTISCH_LOG", "error")
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} does not start"))?;
    let mut line = String::new();
    BufReader::new(server.stdout.as_mut().context("its output")?).read_line(&mut line)?;
    let url = line.rsplit(' ').next().unwrap_or_default().trim().to_owned();
    ensure!(url.starts_with("http://"), "the server says {line:?} instead of its address");
    Ok((server, url))
}
