//! `gabentisch terminal`: the full-screen text terminal.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Place, english};
use crate::terminal::sound::Sound;
use crate::terminal::{Options, StartError, enrol, folder, run, token, trust};
use crate::texts::{Lang, say};
use crate::web::api::wire::Mode;

/// Run the scan desk in a text console
///
/// A new device shows a short code that the coordinator types under Settings → Terminals; what it gets then is kept in
/// ~/.config/gabentisch/terminal.toml (mode 0600). A token from elsewhere may stand there too, as token = "…", beside
/// server = "…". Ctrl+Q twice quits.
///
/// Example: gabentisch terminal --server http://192.168.1.10:8080 --mode intake --scanner auto
#[derive(Args)]
pub(super) struct Terminal {
    /// Where the server is
    #[arg(long, value_name = "URL", env = "GABENTISCH_SERVER")]
    server: Option<String>,
    /// The authority that the server's certificate comes from (PEM or DER), such as /trust/ca.pem of the server
    ///
    /// With it no other is trusted; without it those that the web trusts are.
    #[arg(long, value_name = "FILE", env = "GABENTISCH_CA")]
    ca: Option<PathBuf>,
    /// What the desk begins with: handout, intake, return, move, stocktake or lookup
    #[arg(long, value_name = "MODE", default_value = "handout", value_parser = mode)]
    mode: Mode,
    /// A scanner to read directly; without it a scanner types like a keyboard
    ///
    /// An input device (/dev/input/by-id/…-event-kbd; its text then goes nowhere else, whatever the layout, Caps Lock
    /// and the focus are), a serial one (/dev/serial/by-id/…, /dev/ttyACM0), a pipe, or the recording of an input device
    /// (….evdev). Given again, each scanner has a part of the screen and a desk of its own; Alt+1 to Alt+4 give the
    /// keyboard to one. "auto" takes all input devices that are scanners by their maker or name; the only keyboard is
    /// never taken.
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
    text.parse().map_err(|_| "use handout, intake, return, move, stocktake or lookup".to_owned())
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
        if let Some(file) = self.ca.as_ref().or(settings.ca.as_ref()) {
            trust::choose(file).map_err(Failure::usage)?;
        }
        let path = token::default_path();
        let known = |value: &Option<String>| value.as_ref().is_some_and(|value| !value.trim().is_empty());
        // The file is not even looked at when nothing of it is needed.
        let is_one = self.scanner.len() <= 1 && self.scanner.iter().all(|path| path.as_os_str() != "auto");
        let file = match known(&self.token) && known(&self.server) && is_one {
            true => token::TerminalFile::default(),
            false => token::read(&path).map_err(said)?,
        };
        let given = |flag: Option<String>, file: Option<String>| flag.filter(|flag| !flag.trim().is_empty()).or(file);
        let stations = file.stations.clone();
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
            stations,
            token_file: path,
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
