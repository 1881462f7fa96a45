//! `gabentisch terminal`: the full-screen text terminal.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Place, english};
use crate::terminal::sound::Sound;
use crate::terminal::{Options, StartError, enrol, folder, run, token};
use crate::texts::{Lang, say};
use crate::web::api::wire::Mode;

/// Run the scan desk in a text console
///
/// The token is the one that the coordinator got when enrolling this device. Best keep it in
/// ~/.config/gabentisch/terminal.toml (mode 0600), as token = "…", where server = "…" may stand too. Ctrl+Q twice quits.
///
/// Example: gabentisch terminal --server http://192.168.1.10:8080 --mode intake
#[derive(Args)]
pub(super) struct Terminal {
    /// Where the server is
    #[arg(long, value_name = "URL", env = "GABENTISCH_SERVER")]
    server: Option<String>,
    /// What the desk begins with: handout, intake, return or lookup
    #[arg(long, value_name = "MODE", default_value = "handout", value_parser = mode)]
    mode: Mode,
    /// A serial scanner (/dev/ttyACM0) or a pipe to read; others type like a keyboard and need nothing
    #[arg(long, value_name = "PATH")]
    scanner: Vec<PathBuf>,
    /// The terminal's token; others on this computer can see it here, so better use the file
    #[arg(long, env = "GABENTISCH_TOKEN", hide_env_values = true)]
    token: Option<String>,
    /// Where scans are kept until the server has them [default: ~/.local/state/gabentisch/terminal]
    #[arg(long, value_name = "DIR", env = "GABENTISCH_STATE")]
    state: Option<PathBuf>,
    /// Language until somebody signs on by badge: de, en, uk or ar
    #[arg(long, value_name = "LANG", default_value = "de", value_parser = lang)]
    lang: Lang,
    /// Tones through the system's player (pw-play, paplay, aplay), the terminal's bell, or nothing: auto takes the bell
    /// where there is no player
    #[arg(long, value_name = "auto|bell|player|off", default_value = "auto", value_parser = sound)]
    sound: Sound,
    /// No sound: the same as --sound off
    #[arg(long)]
    quiet: bool,
}

fn mode(text: &str) -> Result<Mode, String> {
    match text.parse() {
        Ok(mode @ (Mode::Handout | Mode::Intake | Mode::Return | Mode::Lookup)) => Ok(mode),
        _ => Err("use handout, intake, return or lookup".to_owned()),
    }
}

fn sound(text: &str) -> Result<Sound, String> {
    text.parse().map_err(|()| "use auto, bell, player or off".to_owned())
}

fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|()| "use de, en, uk or ar".to_owned())
}

impl Terminal {
    pub(super) fn run(self) -> Result<(), Failure> {
        let settings = Place::default().settings()?;
        let path = token::default_path();
        let known = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.trim().is_empty());
        // The file is not even looked at when nothing of it is needed.
        let file = match known(&self.token) && known(&self.server) {
            true => token::TerminalFile::default(),
            false => token::read(&path).map_err(said)?,
        };
        let given = |flag: Option<String>, file: Option<String>| flag.filter(|flag| !flag.trim().is_empty()).or(file);
        let server = given(self.server, file.server.clone()).unwrap_or(settings.server);
        let token = match given(self.token, file.token.clone()) {
            Some(token) => token,
            None if enrol::is_possible() => {
                let kept = token::TerminalFile { server: Some(server.clone()), ..file };
                match enrol::run(&server, self.lang, &kept, &path).map_err(said)? {
                    Some(token) => token,
                    None => return Ok(()),
                }
            }
            None => return Err(said(StartError(say::terminal_no_token(path.display().to_string())))),
        };
        let options = Options {
            server,
            token: token.trim().to_owned(),
            mode: self.mode,
            lang: self.lang,
            sound: if self.quiet { Sound::Off } else { self.sound },
            state: self.state.unwrap_or_else(folder::default_path),
            scanners: self.scanner,
        };
        let farewell = run(options).map_err(said)?;
        if farewell.unsent > 0 {
            eprintln!("{}", english(&say::terminal_unsent(farewell.unsent)));
        }
        if farewell.lost.is_empty() {
            return Ok(());
        }
        let sentence = english(&say::terminal_lost(farewell.lost.len()));
        Err(Failure::Failed(format!("{sentence} {}", farewell.lost.join(", "))))
    }
}

fn said(error: StartError) -> Failure {
    Failure::Usage(english(&error.0))
}
