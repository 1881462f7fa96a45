//! The command line: one file for each subcommand, each with its flags and a thin `run`.

mod check;
mod openapi;
mod serve;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};

use crate::actions::{Actor, Clock, Dice, House, terminals};
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
    Serve(serve::Serve),
    User(user::User),
    Check(check::Check),
    Openapi(openapi::Openapi),
}

/// Flags of every command that opens the database.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Place {
    /// Settings file (config/gabentisch.toml when it is there)
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Database: sqlite:PATH or postgres://USER@HOST/NAME
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

/// Why a command failed: one line that says what to do, and whether it was used wrongly.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// Exit code 2: another call would work.
    Usage(String),
    /// Exit code 1.
    Failure(String),
}

impl Trouble {
    pub(crate) fn failure(cause: impl std::fmt::Display) -> Trouble {
        Trouble::Failure(cause.to_string())
    }

    pub(crate) fn usage(cause: impl std::fmt::Display) -> Trouble {
        Trouble::Usage(cause.to_string())
    }
}

impl From<crate::actions::ActionError> for Trouble {
    fn from(error: crate::actions::ActionError) -> Trouble {
        use crate::actions::ActionError::{Field, Refused};
        match &error {
            Refused(_) | Field { .. } => Trouble::Usage(english(&error.message())),
            _ => Trouble::Failure(error.to_string()),
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
        Command::Serve(serve) => serve.run(),
        Command::User(user) => user.run(),
        Command::Check(check) => check.run(),
        Command::Openapi(openapi) => openapi.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Trouble::Usage(line)) => {
            eprintln!("gabentisch: {line}");
            ExitCode::from(2)
        }
        Err(Trouble::Failure(line)) => {
            eprintln!("gabentisch: {line}");
            ExitCode::FAILURE
        }
    }
}

impl Place {
    /// The settings with these flags on top.
    pub(crate) fn settings(&self) -> Result<Settings, Trouble> {
        let mut settings = Settings::load(self.config.as_deref()).map_err(Trouble::usage)?;
        if let Some(database) = &self.database {
            settings.database.clone_from(database);
        }
        Ok(settings)
    }
}

/// Opens the house over the database of the settings; a SQLite file is made when `create` says so.
pub(crate) fn open_house(settings: &Settings, create: bool) -> Result<Arc<House>, Trouble> {
    let url: DatabaseUrl = settings.database.parse().map_err(Trouble::usage)?;
    if let (true, DatabaseUrl::Sqlite(path)) = (create, &url)
        && settings.database == Settings::default().database
        && let Some(folder) = path.parent()
    {
        // Only the default's own folder is made: a mistyped path must not make a new, empty database somewhere.
        let _ = std::fs::create_dir_all(folder);
    }
    let store = if create { Store::open(&url) } else { Store::open_existing(&url) }.map_err(Trouble::failure)?;
    let zone = settings.time_zone().map_err(Trouble::usage)?;
    House::open(store, zone, Clock::System, Dice::System).map(Arc::new).map_err(Trouble::failure)
}

/// The command line as an actor: whoever may read the database may do everything.
pub(crate) fn the_house(house: &Arc<House>) -> Result<Actor, Trouble> {
    Ok(Actor::house(terminals::of_command_line(house).map_err(Trouble::failure)?))
}

/// Log lines on stderr, as the settings want them.
pub(crate) fn start_log(settings: &Settings) -> Result<(), Trouble> {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&settings.log)
        .map_err(|error| Trouble::usage(format!("log = {:?} is no filter: {error}", settings.log)))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first subscriber.
    let _ = match settings.log_format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
    Ok(())
}
