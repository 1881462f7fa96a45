//! The command line: one file for each subcommand, each with its flags and a thin `run`.

mod allocate;
mod check;
pub mod decode;
pub mod demo;
pub mod failure;
pub mod labels;
mod openapi;
mod receipt;
mod report;
mod serve;
mod terminal;
mod user;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};

use crate::actions::{Actor, Clock, Dice, House, make_codes, terminals};
pub(crate) use failure::Failure;

use crate::settings::{LogFormat, Settings};
use crate::store::{DatabaseUrl, Store};

/// Follows every gift from the donor to the need it met.
#[derive(Parser)]
#[command(name = "gabentisch", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Demo(demo::Demo),
    Serve(serve::Serve),
    Terminal(terminal::Terminal),
    User(user::User),
    Labels(labels::Labels),
    Decode(decode::Decode),
    Check(check::Check),
    Openapi(openapi::Openapi),
    Receipt(receipt::Receipt),
    Report(report::Report),
    Allocate(allocate::Allocate),
}

/// Flags of every command that opens the database.
#[derive(Args, Clone, Debug, Default)]
pub struct Place {
    /// Settings file (config/gabentisch.toml when it is there)
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Database: sqlite:PATH or postgres://USER@HOST/NAME
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

impl From<crate::actions::ActionError> for Failure {
    fn from(error: crate::actions::ActionError) -> Failure {
        use crate::actions::ActionError::{Field, Refused};
        match &error {
            Refused(_) | Field { .. } => Failure::Usage(english(&error.message())),
            _ => Failure::Failed(error.to_string()),
        }
    }
}

/// A message for the command line, which speaks English.
pub(crate) fn english(message: &crate::texts::Message) -> String {
    crate::texts::Texts::of(crate::texts::Lang::En).say(message)
}

/// Reads the command line and runs the command it names.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Demo(demo) => demo.run(),
        Command::Serve(serve) => serve.run(),
        Command::Terminal(terminal) => terminal.run(),
        Command::User(user) => user.run(),
        Command::Labels(labels) => make_labels(&labels),
        Command::Decode(decode) => {
            let mut out = std::io::stdout().lock();
            let read_by = if out.is_terminal() { decode::ReadBy::Person } else { decode::ReadBy::Program };
            decode::run(&decode, read_by, &mut out, &mut std::io::stderr().lock())
        }
        Command::Check(check) => check.run(),
        Command::Openapi(openapi) => openapi.run(),
        Command::Receipt(receipt) => receipt.run(),
        Command::Report(report) => report.run(),
        Command::Allocate(allocate) => allocate.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if failure != Failure::Reported {
                eprintln!("gabentisch: {failure}");
            }
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Makes the labels that the command line asks for, a few thousand codes in one transaction.
fn make_labels(labels: &labels::Labels) -> Result<(), Failure> {
    labels::run(labels, &mut std::io::stdout().lock(), |kind, count| {
        let house = open_house(&labels.make.place.settings()?, true)?;
        let actor = the_house(&house)?;
        let mut codes = Vec::with_capacity(count);
        while codes.len() < count {
            let portion = (count - codes.len()).min(make_codes::MOST);
            codes.extend(make_codes::blank(&house, &actor, kind, portion)?);
        }
        Ok::<_, Failure>(codes)
    })
}

impl Place {
    /// The settings with these flags on top.
    pub(crate) fn settings(&self) -> Result<Settings, Failure> {
        let mut settings = Settings::load(self.config.as_deref()).map_err(Failure::usage)?;
        if let Some(database) = &self.database {
            settings.database.clone_from(database);
        }
        Ok(settings)
    }
}

/// Opens the house over the database of the settings; a SQLite file is made when `create` says so.
pub(crate) fn open_house(settings: &Settings, create: bool) -> Result<Arc<House>, Failure> {
    let url: DatabaseUrl = settings.database.parse().map_err(Failure::usage)?;
    if let (true, DatabaseUrl::Sqlite(path)) = (create, &url)
        && settings.database == Settings::default().database
        && let Some(folder) = path.parent()
    {
        // Only the default's own folder is made: a mistyped path must not make a new, empty database somewhere.
        let _ = std::fs::create_dir_all(folder);
    }
    // A mistyped path makes a database that nobody else uses: say so.
    let is_new = matches!(&url, DatabaseUrl::Sqlite(path) if create && !path.exists());
    let store = if create { Store::open(&url) } else { Store::open_existing(&url) }.map_err(Failure::failed)?;
    if is_new {
        eprintln!("gabentisch: made a new database, {url}");
    }
    let zone = settings.time_zone().map_err(Failure::usage)?;
    let house = House::open(store, zone, Clock::System, Dice::System).map_err(Failure::failed)?;
    Ok(Arc::new(house.with_rules(settings.rules()).keeping_for(settings.reservation_days)))
}

/// The command line as an actor: whoever may read the database may do everything.
pub(crate) fn the_house(house: &Arc<House>) -> Result<Actor, Failure> {
    terminals::caretaker(house).map_err(Failure::failed)
}

/// Log lines on stderr, as the settings want them.
pub(crate) fn start_log(settings: &Settings) -> Result<(), Failure> {
    use tracing_subscriber::EnvFilter;
    // What reads PDFs says about each odd one what is odd; whoever uploads many would fill the log.
    let filter = EnvFilter::try_new(format!("lopdf=off,{}", settings.log))
        .map_err(|error| Failure::usage(format!("log = {:?} is no filter: {error}", settings.log)))?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first subscriber.
    let _ = match settings.log_format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
    Ok(())
}
