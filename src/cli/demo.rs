//! `gabentisch demo`: a town to try everything out with, and the server on it.

use std::future::{Future, poll_fn};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::pin::pin;
use std::task::Poll;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::serve::HttpsFlags;
use super::{Failure, open_house, start_log};
use crate::codes::Code;
use crate::domain::TerminalId;
use crate::domain::household::LabelState;
use crate::settings::Settings;
use crate::store::{DatabaseUrl, Store, labels, terminals};
use crate::upkeep::demo::folder::{Folder, FolderError, Note};
use crate::upkeep::demo::{self, Made, OwnPage, SignIn, TownSize};
use crate::web::{Doors, Server};

/// Blank labels that are named, so that taking in can be tried at once.
const NAMED_LABELS: usize = 3;

/// Make a town with a year of a clothing room in it, and serve it
///
/// Everything in it is invented. The folder is made anew when it is not there, and used again when it is.
///
/// Example: gabentisch demo --size small --listen 127.0.0.1:8081
#[derive(Args)]
pub struct Demo {
    /// Address and port
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    #[command(flatten)]
    https: HttpsFlags,
    /// Folder for the town's data
    #[arg(long, value_name = "DIR", default_value = "demo")]
    dir: PathBuf,
    /// How large the town is
    #[arg(long, value_enum, default_value_t = TownSize::Town)]
    size: TownSize,
    /// The same number makes the same town
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Print one line of JSON when the server is ready, and nothing else
    #[arg(long)]
    json: bool,
}

impl From<FolderError> for Failure {
    fn from(error: FolderError) -> Failure {
        match error {
            FolderError::Foreign(_) | FolderError::Other { .. } => Failure::usage(error),
            FolderError::Io(..) => Failure::failed(error),
        }
    }
}

impl Demo {
    pub(super) fn run(mut self) -> Result<(), Failure> {
        let mut settings = Settings::load(None).map_err(Failure::usage)?;
        settings.demo = true;
        let usual = Settings::default();
        if settings.log == usual.log {
            // Requests would push the sign-ins off the screen.
            settings.log = "warn".to_owned();
        }
        if settings.site == usual.site {
            settings.site = "Kleiderkammer Beispielstadt (Probe)".to_owned();
        }
        if let Some(listen) = &self.listen {
            settings.listen.clone_from(listen);
        }
        std::mem::take(&mut self.https).put_into(&mut settings)?;
        start_log(&settings)?;
        let doors = Doors::open(&settings).map_err(Failure::failed)?;
        let (database, made) = self.town(&settings)?;
        settings.database = database;
        let house = open_house(&settings, true)?;
        let (blank, next_seq) = house
            .store()
            .read(|db| {
                let mut blank = Vec::new();
                for code in &made.blank_labels {
                    let is_blank = labels::find(db, *code)?.is_some_and(|label| label.state == LabelState::Blank);
                    blank.extend(is_blank.then_some(*code));
                }
                let next_seq = terminals::find(db, made.terminal.id)?.map_or(1, |terminal| terminal.next_seq);
                Ok::<_, crate::store::StoreError>((blank, next_seq))
            })
            .map_err(Failure::failed)?;
        actix_web::rt::System::new().block_on(async move {
            let server = Server::start(house, &settings, doors).map_err(Failure::failed)?;
            let (url, plain) = (server.url(), server.plain_url());
            let mut running = pin!(server.run());
            // Begun before it is announced: whoever reads the line may ask, or end it, at once.
            if let Poll::Ready(ended) = poll_fn(|task| Poll::Ready(running.as_mut().poll(task))).await {
                return ended.map_err(Failure::failed);
            }
            if self.json {
                let terminal = ReadyTerminal { id: made.terminal.id, token: &made.terminal.token, next_seq };
                let ready = Ready {
                    url: &url,
                    plain_url: plain.as_deref(),
                    database: &settings.database,
                    users: &made.users,
                    households: &made.households,
                    terminal,
                };
                println!("{}", serde_json::to_string(&ready).map_err(Failure::failed)?);
            } else {
                welcome(&url, plain.as_deref(), &settings.database, &made, &blank);
            }
            running.await.map_err(Failure::failed)
        })
    }

    /// The demo's database: the one that is there, or a new one.
    fn town(&self, settings: &Settings) -> Result<(String, Made), Failure> {
        let zone = settings.time_zone().map_err(Failure::usage)?;
        let today = jiff::Timestamp::now().to_zoned(zone.clone()).date();
        let mut note = Note::new(self.size, self.seed, today);
        let (folder, known) = Folder::open(&self.dir, &note)?;
        let database = DatabaseUrl::Sqlite(folder.database());
        let address = format!("sqlite:{}", folder.database().display());
        if let Some(Note { made: Some(made), made_on, .. }) = known {
            if !self.json && made_on < today {
                eprintln!("This demo was made on {made_on}. Delete its folder to get one that ends today.");
            }
            return Ok((address, made));
        }
        folder.begin(&note)?;
        let bar = self.bar();
        let house = demo::simulated_house(&database, zone, self.seed)?;
        let made = demo::make(&house, self.size, self.seed, today, &mut |done, days| {
            bar.set_length(days);
            bar.set_position(done);
        })?;
        drop(house);
        // Opened and closed once as usual, so that everything is in the file itself.
        drop(Store::open(&database).map_err(Failure::failed)?);
        note.made = Some(made.clone());
        folder.finish(&note)?;
        bar.finish_and_clear();
        Ok((address, made))
    }

    fn bar(&self) -> ProgressBar {
        if self.json || !std::io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let style = "A year of a clothing room {wide_bar} {percent} %";
        bar.set_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar
    }
}

/// What `--json` prints, in this order.
#[derive(Serialize)]
struct Ready<'a> {
    url: &'a str,
    /// Plain HTTP beside HTTPS.
    #[serde(skip_serializing_if = "Option::is_none")]
    plain_url: Option<&'a str>,
    database: &'a str,
    users: &'a [SignIn],
    households: &'a [OwnPage],
    terminal: ReadyTerminal<'a>,
}

#[derive(Serialize)]
struct ReadyTerminal<'a> {
    id: TerminalId,
    token: &'a str,
    next_seq: i64,
}

fn welcome(url: &str, plain: Option<&str>, database: &str, made: &Made, blank: &[Code]) {
    println!("Gabentisch is open at {url}");
    if let Some(plain) = plain {
        println!("Phones learn to trust it at {plain}/trust");
    }
    println!();
    println!("Sign in as");
    println!("  {:<13} {:<16} role", "name", "password");
    for user in &made.users {
        println!("  {:<13} {:<16} {}", user.name, user.password, user.role);
    }
    let codes: Vec<&str> = blank.iter().take(NAMED_LABELS).map(Code::as_str).collect();
    if !codes.is_empty() {
        println!("\nTo take something in, scan or type a blank label: {}", codes.join(", "));
    }
    println!("To hand something out, begin with a household's card: {}", made.card);
    for own in &made.households {
        println!("A household's own page: {url}/h with the card {} and the PIN {}", own.code, own.pin);
    }
    println!("The terminal's token (GABENTISCH_TOKEN): {}", made.terminal.token);
    println!("Data: {database}");
    println!("\nCtrl+C ends it.");
}
