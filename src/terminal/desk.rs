//! The loop: keys, scans and news in, one machine, screen and bells out.

use std::collections::VecDeque;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use uuid::Uuid;

use super::calm::Calm;
use super::entry::Suffix;
use super::panes::{Pane, PaneDesk, Panes};
use super::screen::panes::{Content, Tile};
use super::screen::{self, Palette, View};
use super::session::{Outward, Session};
use super::sound::{Cue, Player, Sound};
use super::state::{Input, Key, Look, Moment};
use super::token::Stations;
use super::{StartError, Wake, scanners};
use crate::texts::{Lang, Texts, say};
use crate::web::api::wire::Mode;

/// How often the clock is looked at when nothing happens.
const TICK: Duration = Duration::from_millis(50);
/// Between two strokes of the bell, so that they can be counted.
const BELL_GAP_MS: u64 = 180;
/// Strokes that may still be due; more would be heard long after their scans.
const MOST_BELLS: usize = 6;
/// The screen is drawn anew at least this often, for its clock.
const REDRAW: Duration = Duration::from_millis(500);
/// Inputs that are handled before the screen is drawn.
const MOST_AT_ONCE: usize = 200;
/// How long a program that shall end still waits for answers.
const LAST_ANSWERS: Duration = Duration::from_secs(3);

#[derive(Clone)]
pub struct Options {
    pub server: String,
    pub token: String,
    pub mode: Mode,
    pub lang: Lang,
    pub sound: Sound,
    /// The folder in which the journals of this computer's terminals are.
    pub state: PathBuf,
    /// Scanners to read directly.
    pub scanners: Vec<PathBuf>,
    /// The known tokens of further scanners, and the file where new ones are kept.
    pub stations: Stations,
    pub token_file: PathBuf,
}

/// What is left when the terminal ends.
#[derive(Debug, Default)]
pub struct Farewell {
    /// The codes of scans that waited for a person and were not taken.
    pub lost: Vec<String>,
    /// Scans on the disk that the server gets when the terminal is started again.
    pub unsent: usize,
}

/// Runs the terminal until somebody quits it. The screen is restored on every way out, a panic too.
///
/// # Errors
/// When the address cannot be used, the scanner cannot be opened, or there is no screen.
pub fn run(options: Options) -> Result<Farewell, StartError> {
    check_address(&options.server)?;
    let (wake, woken) = mpsc::channel();
    let count = scanners::open(&options.scanners, &wake)?;
    let panes = Panes::open(count, &options, &wake)?;
    let screen = ratatui::try_init().map_err(|cause| {
        ratatui::restore();
        StartError(say::terminal_no_screen(cause.to_string()))
    })?;
    let started = Instant::now();
    listen_for_the_end(wake.clone());
    read_keys(wake.clone(), started);
    let player = match options.sound {
        Sound::Auto | Sound::Player => Player::start(wake.clone()),
        Sound::Bell | Sound::Off => None,
    };
    if player.is_none() && options.sound == Sound::Player {
        ratatui::restore();
        return Err(StartError(say::terminal_no_player()));
    }
    say_to_screen(screen::EXPLICIT);
    let mut desk = Desk {
        screen,
        panes,
        texts: Texts::of(options.lang),
        palette: Palette::of_environment(),
        server: options.server,
        calm: Calm::default(),
        sound: options.sound,
        player,
        started,
        bells: VecDeque::new(),
        ending: None,
    };
    desk.turn(&woken);
    say_to_screen(screen::IMPLICIT);
    ratatui::restore();
    Ok(Farewell {
        lost: desk.panes.sessions().flat_map(Session::lost).collect(),
        unsent: desk.panes.sessions().map(Session::unsent).sum(),
    })
}

/// Whether it is an address that the client can use.
pub(super) fn check_address(server: &str) -> Result<(), StartError> {
    let host = server.strip_prefix("https://").or_else(|| server.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || host.starts_with('/') || host.contains(char::is_whitespace) {
        return Err(StartError(say::terminal_server_bad(server)));
    }
    Ok(())
}

/// Sends a control sequence; a screen that is gone does not hear it.
fn say_to_screen(sequence: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(sequence.as_bytes()).and_then(|()| out.flush());
}

fn read_keys(wake: Sender<Wake>, started: Instant) {
    thread::spawn(move || {
        loop {
            let sent = match event::read() {
                Ok(event) => wake.send(Wake::Screen(event, millis(started))),
                Err(_) => wake.send(Wake::Stop),
            };
            if sent.is_err() {
                return;
            }
        }
    });
}

/// SIGTERM, SIGHUP and SIGINT end the program cleanly. (Ctrl+C on the keyboard is no signal while the terminal runs.)
pub(super) fn listen_for_the_end(wake: Sender<Wake>) {
    #[cfg(unix)]
    thread::spawn(move || {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            let kinds = [SignalKind::terminate(), SignalKind::hangup(), SignalKind::interrupt()];
            let [Ok(mut term), Ok(mut hangup), Ok(mut interrupt)] = kinds.map(signal) else { return };
            tokio::select! { _ = term.recv() => {}, _ = hangup.recv() => {}, _ = interrupt.recv() => {} }
        });
        let _ = wake.send(Wake::Stop);
    });
    #[cfg(not(unix))]
    drop(wake);
}

fn millis(started: Instant) -> u64 {
    u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX)
}

struct Desk {
    screen: DefaultTerminal,
    panes: Panes,
    calm: Calm<Option<Look>>,
    texts: &'static Texts,
    palette: Palette,
    server: String,
    sound: Sound,
    player: Option<Player>,
    started: Instant,
    /// When the bell strikes next.
    bells: VecDeque<u64>,
    ending: Option<Instant>,
}

impl Desk {
    fn turn(&mut self, woken: &mpsc::Receiver<Wake>) {
        let mut drawn = Instant::now();
        // Something is to be drawn, but the colours changed too often just now.
        let mut is_due = true;
        self.draw();
        loop {
            let first = match woken.recv_timeout(TICK) {
                Ok(wake) => Some(wake),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let mut is_new = first.is_some() || drawn.elapsed() >= REDRAW;
            // A scanner that never stops must not keep the screen from being drawn.
            for wake in first.into_iter().chain(woken.try_iter()).take(MOST_AT_ONCE) {
                if self.woken(wake) {
                    return;
                }
            }
            let now = self.moment(None);
            let outward = self.panes.tick(now.ms);
            is_new |= !outward.is_empty();
            if self.carry_out(outward, now.ms) {
                return;
            }
            let waits = self.panes.sessions().any(Session::waits);
            if self.ending.is_some_and(|end| Instant::now() >= end || !waits) {
                return;
            }
            is_due |= is_new;
            if is_due && self.calm.allows(self.panes.colours(), now.ms) {
                self.draw();
                drawn = Instant::now();
                is_due = false;
            }
            self.ring(now.ms);
        }
    }

    fn moment(&self, ms: Option<u64>) -> Moment {
        Moment { ms: ms.unwrap_or_else(|| millis(self.started)), at: Timestamp::now(), id: Uuid::now_v7() }
    }

    /// Whether it is time to go.
    fn woken(&mut self, wake: Wake) -> bool {
        match wake {
            Wake::Screen(Event::Key(key), ms) => {
                if let Some(number) = chosen_pane(key) {
                    self.panes.choose(number);
                    return false;
                }
                let pane = self.panes.active;
                key_of(key).is_some_and(|key| self.input(pane, Input::Key(key), self.moment(Some(ms))))
            }
            Wake::Screen(..) => false,
            Wake::Scanner { pane, heard, at } => {
                let ms = u64::try_from(at.saturating_duration_since(self.started).as_millis()).unwrap_or(u64::MAX);
                self.input(pane, Input::Heard(heard), self.moment(Some(ms)))
            }
            Wake::News { pane, news } => {
                let now = self.moment(None);
                let outward = self.panes.hear(pane, *news, now);
                self.carry_out(outward, now.ms)
            }
            Wake::Station { pane, station } => {
                let now = self.moment(None);
                let outward = self.panes.enrolled(pane, station, now);
                self.carry_out(outward, now.ms)
            }
            Wake::Unheard(cue) => {
                self.bell(cue, millis(self.started));
                false
            }
            Wake::Stop => {
                self.ending.get_or_insert(Instant::now() + LAST_ANSWERS);
                false
            }
        }
    }

    fn input(&mut self, pane: usize, input: Input, now: Moment) -> bool {
        let outward = self.panes.on(pane, input, now);
        self.carry_out(outward, now.ms)
    }

    fn carry_out(&mut self, outward: Vec<Outward>, now_ms: u64) -> bool {
        for act in outward {
            match act {
                Outward::Sound(cue) => self.sound(cue, now_ms),
                Outward::Quit => return true,
            }
        }
        false
    }

    fn draw(&mut self) {
        let now = Timestamp::now();
        let zone = TimeZone::system();
        let palette = &self.palette;
        let (server, texts, now_ms) = (&self.server, self.texts, millis(self.started));
        let view = viewing(|session| View {
            machine: session.machine(),
            texts: session.texts(),
            palette,
            server,
            now,
            now_ms,
            zone: &zone,
        });
        // A screen that cannot be written to is gone; the key reader notices and ends the program.
        let _ = match &self.panes.panes[..] {
            [Pane { desk: PaneDesk::Open(session), .. }] => {
                let view = view(session);
                self.screen.draw(|frame| screen::draw(frame, &view))
            }
            panes => {
                let tiles: Vec<Tile<'_>> = panes
                    .iter()
                    .map(|pane| Tile {
                        number: pane.number,
                        content: match &pane.desk {
                            PaneDesk::Open(session) => Content::Desk(view(session)),
                            PaneDesk::Waits { said, .. } => Content::Waits(said.as_deref()),
                        },
                    })
                    .collect();
                let active = self.panes.active;
                self.screen.draw(|frame| screen::panes::draw(frame, &tiles, active, texts, palette))
            }
        };
    }

    fn sound(&mut self, cue: Cue, now_ms: u64) {
        match &self.player {
            Some(player) => player.play(cue),
            None => self.bell(cue, now_ms),
        }
    }

    /// One stroke for booked, two for look, three for stop. Each verdict is heard by itself; a stop at once.
    fn bell(&mut self, cue: Cue, now_ms: u64) {
        if cue == Cue::Stop || self.bells.len() > MOST_BELLS {
            self.bells.clear();
        }
        let first = self.bells.back().map_or(now_ms, |last| last + 2 * BELL_GAP_MS);
        self.bells.extend((0..cue.strokes()).map(|stroke| first + stroke * BELL_GAP_MS));
    }

    fn ring(&mut self, now_ms: u64) {
        while self.bells.front().is_some_and(|at| *at <= now_ms) {
            self.bells.pop_front();
            if self.sound != Sound::Off {
                let mut out = std::io::stdout();
                let _ = out.write_all(b"\x07").and_then(|()| out.flush());
            }
        }
    }
}

/// Names the lifetimes of a closure that makes views.
fn viewing<'a, F: Fn(&'a Session) -> View<'a>>(make: F) -> F {
    make
}

/// Alt and a digit gives the keyboard to that pane.
fn chosen_pane(key: KeyEvent) -> Option<usize> {
    match key.code {
        KeyCode::Char(digit @ '1'..='9') if key.modifiers.contains(KeyModifiers::ALT) => {
            digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok())
        }
        _ => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    Some(match key.code {
        KeyCode::Char('q' | 'Q') if control => Key::Quit,
        KeyCode::Char('l' | 'L') if control => Key::Lock,
        // Line feed and carriage return as some scanners send them.
        KeyCode::Char('m') if control => Key::End,
        KeyCode::Char('j') if control => Key::EndWith(Suffix::LineFeed),
        KeyCode::Char(_) if control => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::End,
        KeyCode::Tab => Key::EndWith(Suffix::Tab),
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Esc => Key::Escape,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        // Forward is to the left where one reads from right to left.
        KeyCode::Right | KeyCode::Left => Key::Right,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    })
}
