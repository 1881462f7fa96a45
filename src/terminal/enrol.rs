//! How a new device becomes a terminal: it shows a short code, a coordinator types it on a page, and the secret that
//! the server gives then is kept in a file.

mod line;

use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};

use super::screen::{Palette, enrol as screen};
use super::token::{self, TerminalFile};
use super::{StartError, Wake, desk};
use crate::texts::{Lang, Message, Texts, say};

/// How often the screen and its remaining time are drawn.
const TICK: Duration = Duration::from_millis(200);

/// What the network has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The server waits for somebody to type this code, so long.
    Waits {
        code: String,
        left: Duration,
    },
    /// Nobody answers there.
    Away,
    /// Somebody answers, but no server that takes terminals in.
    Foreign,
    /// The server's own sentence why not now.
    Says(String),
    Refused,
    Approved {
        token: String,
    },
}

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Asking,
    Code { code: String, until_ms: u64 },
    Refused,
}

/// The whole state of an enrolment.
#[derive(Clone, Debug)]
pub struct Enrolment {
    pub step: Step,
    /// Why nothing goes on at the moment. The code stays valid meanwhile.
    pub trouble: Option<Trouble>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    Ours(Message),
    Server(String),
}

impl Default for Enrolment {
    fn default() -> Enrolment {
        Enrolment { step: Step::Asking, trouble: None }
    }
}

impl Enrolment {
    /// Takes in what the network says; the token, when the device is approved.
    pub fn on(&mut self, news: News, server: &str, now_ms: u64) -> Option<String> {
        self.trouble = match news {
            News::Waits { code, left } => {
                let until_ms = now_ms + u64::try_from(left.as_millis()).unwrap_or(0);
                self.step = Step::Code { code, until_ms };
                None
            }
            News::Away => Some(Trouble::Ours(say::enrol_away(server))),
            News::Foreign => Some(Trouble::Ours(say::enrol_foreign(server))),
            News::Says(sentence) => Some(Trouble::Server(sentence)),
            News::Refused => {
                self.step = Step::Refused;
                None
            }
            News::Approved { token } => return Some(token),
        };
        None
    }

    /// Time passes: a code that is too old is not shown any more.
    pub fn tick(&mut self, now_ms: u64) {
        if matches!(self.step, Step::Code { until_ms, .. } if now_ms >= until_ms) {
            self.step = Step::Asking;
        }
    }
}

/// Whether there is a screen and a person to show a code to.
pub fn is_possible() -> bool {
    std::io::stdout().is_terminal() && std::io::stdin().is_terminal()
}

/// Shows the code until the device is approved; the token, which stands in the file then. `None` when somebody quits.
///
/// # Errors
/// When the address cannot be used, there is no screen, or the file cannot be written.
pub fn run(server: &str, lang: Lang, file: &TerminalFile, path: &Path) -> Result<Option<String>, StartError> {
    desk::check_address(server)?;
    // Before anybody is bothered with a code that would then be lost.
    token::check_writable(path)?;
    let mut terminal = ratatui::try_init().map_err(|cause| {
        ratatui::restore();
        StartError(say::terminal_no_screen(cause.to_string()))
    })?;
    let (tell, news) = mpsc::channel();
    let (ask_again, again) = mpsc::channel();
    let line = line::Line::new(server, lang, device_name());
    std::thread::spawn(move || line.serve(&tell, &again));
    let (wake, woken) = mpsc::channel();
    desk::listen_for_the_end(wake);
    let (started, palette, texts) = (Instant::now(), Palette::of_environment(), Texts::of(lang));
    let mut enrolment = Enrolment::default();
    let token = loop {
        let now_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        if let Some(token) = news.try_iter().find_map(|news| enrolment.on(news, server, now_ms)) {
            break Some(token);
        }
        enrolment.tick(now_ms);
        let drawn = terminal.draw(|frame| screen::draw(frame, &enrolment, server, texts, &palette, now_ms));
        if drawn.is_err() || ended(&woken) {
            break None;
        }
        match pressed() {
            Ok(Some(Pressed::Quit)) | Err(_) => break None,
            Ok(Some(Pressed::Again)) => {
                if enrolment.step == Step::Refused {
                    enrolment = Enrolment::default();
                    let _ = ask_again.send(());
                }
            }
            Ok(None) => {}
        }
    };
    ratatui::restore();
    if let Some(token) = &token {
        // Stations belong to the identity that asked for them.
        token::write(path, &TerminalFile { token: Some(token.clone()), stations: Default::default(), ..file.clone() })?;
    }
    Ok(token)
}

fn ended(woken: &Receiver<Wake>) -> bool {
    matches!(woken.try_recv(), Ok(Wake::Stop))
}

enum Pressed {
    Quit,
    Again,
}

fn pressed() -> std::io::Result<Option<Pressed>> {
    if !event::poll(TICK)? {
        return Ok(None);
    }
    let Event::Key(key) = event::read()? else { return Ok(None) };
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    Ok(match key.code {
        _ if key.kind == KeyEventKind::Release => None,
        KeyCode::Esc => Some(Pressed::Quit),
        KeyCode::Char('q' | 'Q') if control => Some(Pressed::Quit),
        KeyCode::F(2) => Some(Pressed::Again),
        _ => None,
    })
}

/// What the device calls itself, for the coordinator's page.
fn device_name() -> String {
    let files = ["/proc/sys/kernel/hostname", "/etc/hostname"];
    let named = files.iter().find_map(|file| std::fs::read_to_string(file).ok());
    let name = named.or_else(|| std::env::var("COMPUTERNAME").ok()).unwrap_or_default();
    name.trim().chars().filter(|c| !c.is_control()).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_shown_until_it_is_too_old_whatever_the_network_does() {
        let mut enrolment = Enrolment::default();
        let server = "http://house";
        assert_eq!(enrolment.on(News::Away, server, 0), None);
        assert!(enrolment.trouble.is_some());
        let waits = News::Waits { code: "7F3-9MX".into(), left: Duration::from_secs(600) };
        enrolment.on(waits, server, 1_000);
        assert_eq!(enrolment.trouble, None);
        enrolment.on(News::Away, server, 2_000);
        enrolment.tick(600_999);
        assert!(matches!(&enrolment.step, Step::Code { code, .. } if code == "7F3-9MX"), "still to be typed");
        enrolment.tick(601_000);
        assert_eq!(enrolment.step, Step::Asking);
        enrolment.on(News::Refused, server, 602_000);
        assert_eq!(enrolment.step, Step::Refused);
        assert_eq!(enrolment.on(News::Approved { token: "secret".into() }, server, 603_000), Some("secret".into()));
    }
}
