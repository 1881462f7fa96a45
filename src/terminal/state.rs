//! What the terminal knows and does: a machine without clock, screen or network, so that every rule of the desk is
//! tested. Inputs go in, effects come out.
//!
//! Locked until a badge; then ready, in a visit, or held by a question or a stop. One scan is with the server at a time,
//! the others wait in order. Nothing sounds like "booked" before the server has said so, and Enter never confirms.

mod clock;
mod keys;
mod news;
mod plugs;
#[cfg(test)]
mod tests;
mod trials;

use std::collections::VecDeque;

use jiff::Timestamp;
use uuid::Uuid;

use super::chooser::Chooser;
use super::entry::{Entry, Suffix};
use super::scanners::Heard;
use super::sound::Cue;
use super::trial::Trial;
use super::wedge::Wedge;
use crate::codes::{self, Command, Kind};
use crate::texts::{Lang, Message, say};
use crate::web::api::wire::{
    Mode, ScanEvent, ScanResponse, TerminalStatus, Tone, WireDesk, WireLine, WireProduct, WireVerdict,
};
use plugs::Flood;

/// Scans that may wait; one more is refused aloud, never dropped in silence.
pub const MOST_WAITING: usize = 32;
/// The same code from a scanner within this time is one pull of the trigger.
pub const SAME_PULL_MS: u64 = 1_500;
/// The same key within this time is one press of a finger that was slow to leave.
pub const SAME_KEY_MS: u64 = 700;
/// A question without an answer counts as no; the server forgets it after the same time.
pub const QUESTION_MS: u64 = 30_000;
/// A visit without a scan ends by itself, and its screen is cleared.
pub const VISIT_MS: u64 = 120_000;
/// Pieces without a card are put back after this pause; the server forgets them after the same time.
pub const TRAY_MS: u64 = 60_000;
/// Without a scan the mode falls back to handout.
pub const MODE_MS: u64 = 600_000;
/// Without an answer for so long the terminal decides by itself.
pub const SILENCE_MS: u64 = 1_500;
/// Without a scan the scanner test ends, so that nobody takes it for work.
pub const TRIAL_MS: u64 = 60_000;
/// How long a small hint stays.
pub const HINT_MS: u64 = 5_000;

/// When an input came: a steady clock for pauses, the time of day for the event, and an id if it becomes one.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub ms: u64,
    pub at: Timestamp,
    pub id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    Char(char),
    /// Enter: the end of a scan, and nothing else.
    End,
    /// Another end of a scan: Tab, a line feed.
    EndWith(Suffix),
    Backspace,
    Escape,
    Up,
    Down,
    Right,
    F(u8),
    /// Ctrl+Q.
    Quit,
    /// Ctrl+L.
    Lock,
}

/// What became of scans, and of the connection.
#[derive(Clone, Debug)]
pub enum News {
    /// Scans wait for the server from now on.
    Connected(TerminalStatus),
    /// The server is there, but does not have everything yet.
    CatchingUp(TerminalStatus),
    Answered {
        event_id: String,
        response: ScanResponse,
    },
    /// The terminal has decided by itself; the scan is on its disk.
    Decided {
        event_id: String,
        verdict: WireVerdict,
        desk: Box<WireDesk>,
    },
    /// The scan is not on the disk: it was not taken.
    NotKept {
        event_id: String,
        cause: String,
    },
    /// The server will never take this event; nothing was booked.
    Rejected {
        event_id: String,
        code: String,
        message: String,
    },
    /// Not reached, or not accepted: with the server's sentence, or why the two do not understand each other.
    Offline {
        refused: Option<String>,
        why: Option<Message>,
    },
    /// A coordinator must look before anything is booked again, or has looked.
    Held(bool),
    Found {
        query: String,
        products: Vec<WireProduct>,
    },
}

#[derive(Clone, Debug)]
pub enum Input {
    Key(Key),
    /// A whole line from a scanner that is read directly.
    Scan(String),
    /// From such a scanner, with how it came.
    Heard(Heard),
    News(Box<News>),
    Tick,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Onto the disk, then to the server.
    Post(Box<ScanEvent>),
    /// To be decided without the server; onto the disk, if it is not there, before anything is said.
    Decide(Box<ScanEvent>),
    Search(String),
    Sound(Tone),
    /// A sound of its own: a visit is finished, a scan taken back.
    Cue(Cue),
    Quit,
}

/// Whether scans are processed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    Open,
    /// Yes or no, and nothing else.
    Question {
        since_ms: u64,
    },
    /// A refusal that must be seen: F12 or the yes code.
    Stop,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    Connecting,
    Online,
    /// Since when, and the server's own sentence when it refuses this terminal.
    Offline {
        since: Timestamp,
        refused: Option<String>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Ok,
    Again,
    Question,
    Stop,
}

/// A sentence of the server, or one of ours that still has to be said in a language.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    Server(String),
    Ours(Message),
}

/// What fills the middle of the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub look: Look,
    pub headline: Said,
    pub detail: Option<Said>,
    pub lines: Vec<WireLine>,
    pub asks: Asks,
}

/// Who may answer a panel, and with what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    #[default]
    Nothing,
    YesOrNo,
    /// A coordinator's badge, or no; yes too, when a coordinator is signed on: the server knows.
    Lead,
    /// Yes does something more; whoever scans on has answered too.
    Offers,
}

impl Panel {
    fn ours(look: Look, headline: Message, detail: Option<Message>) -> Panel {
        Panel {
            look,
            headline: Said::Ours(headline),
            detail: detail.map(Said::Ours),
            lines: Vec::new(),
            asks: Asks::Nothing,
        }
    }
}

/// The whole state of one terminal.
#[derive(Clone, Debug)]
pub struct Machine {
    pub(super) mode: Mode,
    /// The badge that signed on; without one the terminal is locked.
    pub(super) badge: Option<String>,
    /// Badges that have no verdict yet, each with its event: scans after one are already that person's.
    coming: Vec<(String, String)>,
    pub(super) gate: Gate,
    pub(super) panel: Option<Panel>,
    pub(super) hint: Option<(Message, u64)>,
    pub(super) desk: WireDesk,
    pub(super) name: String,
    pub(super) link: Link,
    /// Why the server and this terminal do not understand each other.
    pub(super) foreign: Option<Message>,
    /// Nothing is booked until a coordinator has looked.
    pub(super) held: bool,
    /// Scans on the disk that the server does not have yet.
    pub(super) open: usize,
    /// How old it is what the terminal decides by without the server.
    pub(super) stand: Option<Timestamp>,
    /// Questions that wait for a coordinator.
    pub(super) contradictions: i64,
    pub(super) in_flight: Option<(ScanEvent, u64)>,
    pub(super) queue: VecDeque<ScanEvent>,
    pub(super) wedge: Wedge,
    pub(super) chooser: Chooser,
    pub(super) help: bool,
    /// The scanner test, with the last scan in it.
    pub(super) trial: Option<Option<Trial>>,
    /// When it began, or its last scan was.
    tried_ms: u64,
    /// The scanner that cannot be read, in sight until it can.
    pub(super) unplugged: Option<Message>,
    /// Which of the device's scanners is this machine's, from 1.
    pub(super) number: usize,
    flood: Flood,
    quit_until_ms: Option<u64>,
    last_pull: Option<(String, u64)>,
    last_key: Option<(Key, u64)>,
    last_scan_ms: u64,
}

impl Machine {
    pub fn new(mode: Mode) -> Machine {
        Machine {
            mode,
            badge: None,
            coming: Vec::new(),
            gate: Gate::Open,
            panel: None,
            hint: None,
            desk: WireDesk::default(),
            name: String::new(),
            link: Link::Connecting,
            foreign: None,
            held: false,
            open: 0,
            stand: None,
            contradictions: 0,
            in_flight: None,
            queue: VecDeque::new(),
            wedge: Wedge::default(),
            chooser: Chooser::default(),
            help: false,
            trial: None,
            tried_ms: 0,
            unplugged: None,
            number: 1,
            flood: Flood::default(),
            quit_until_ms: None,
            last_pull: None,
            last_key: None,
            last_scan_ms: 0,
        }
    }

    pub fn is_locked(&self) -> bool {
        self.badge.is_none()
    }

    /// The language of whoever signed on.
    pub fn badge_lang(&self) -> Option<Lang> {
        self.desk.lang.as_deref().filter(|_| !self.is_locked()).and_then(Lang::from_tag)
    }

    pub fn link(&self) -> &Link {
        &self.link
    }

    pub fn is_in_flight(&self, event_id: &str) -> bool {
        self.in_flight.as_ref().is_some_and(|(event, _)| event.event_id == event_id)
    }

    /// Whether nobody has scanned for so long, and nothing waits.
    pub fn is_idle(&self, ms: u64, pause_ms: u64) -> bool {
        self.waiting().next().is_none() && ms.saturating_sub(self.last_scan_ms) >= pause_ms
    }

    /// The server said again how things stand, and nothing waits.
    pub fn stay(&mut self, status: &TerminalStatus) {
        self.name.clone_from(&status.name);
        if self.waiting().next().is_none() {
            self.desk.clone_from(&status.desk);
        }
    }

    /// What the edges of the screen always show.
    pub fn note(&mut self, open: usize, stand: Option<Timestamp>, contradictions: i64) {
        (self.open, self.stand, self.contradictions) = (open, stand, contradictions);
    }

    /// Something that came to light when the program started.
    pub fn hint_at_start(&mut self, hint: Message) {
        self.hint = Some((hint, 3 * HINT_MS));
    }

    /// Scans that have no verdict yet.
    pub fn waiting(&self) -> impl Iterator<Item = &ScanEvent> {
        self.in_flight.iter().map(|(event, _)| event).chain(&self.queue)
    }

    /// The one door: everything that happens to the terminal comes through here.
    pub fn on(&mut self, input: Input, now: Moment) -> Vec<Effect> {
        match input {
            Input::Key(key) => self.key(key, now),
            Input::Scan(text) => self.entry(Entry::line(text), now),
            Input::Heard(heard) => self.heard(heard, now),
            Input::News(news) => self.news(*news, now),
            Input::Tick => self.tick(now),
        }
    }

    /// A finished input of scanner or fingers.
    fn entry(&mut self, entry: Entry, now: Moment) -> Vec<Effect> {
        if self.trial.is_some() && self.gate == Gate::Open {
            return self.tried(entry, now);
        }
        let scanned = entry.is_scanned();
        let caps_lock = entry.shows_caps_lock();
        let text = entry.text;
        if scanned && self.is_same_pull(&text, now) {
            return Vec::new();
        }
        let code = codes::read(&text).ok();
        if code.is_none() && scanned && self.flood.is_garbage(now.ms) {
            return self.garbage(now);
        }
        if code.is_some() && caps_lock {
            self.hint(say::terminal_caps_lock(), now);
        }
        if !scanned && code.is_none() && self.may_search() {
            self.wedge.restore(&text, now.ms);
            self.hint(say::terminal_pick_with(), now);
            return Vec::new();
        }
        self.help = false;
        if scanned && !self.may_search() {
            // Letters that somebody typed here by mistake look for nothing; they must not stay for the next household.
            self.wedge.clear();
        }
        match code.and_then(Command::from_code) {
            Some(command) => self.command(command, text, now),
            None => self.scan(text, code.map(|code| code.kind()), now),
        }
    }

    fn is_same_pull(&mut self, text: &str, now: Moment) -> bool {
        let last = self.last_pull.replace((text.to_owned(), now.ms));
        let same = last.is_some_and(|(last, at)| last == text && now.ms.saturating_sub(at) <= SAME_PULL_MS);
        // While a question or a stop stands, a second pull is an impatient one and gets its three tones.
        if same && self.gate == Gate::Open {
            self.hint(say::terminal_same_pull(), now);
        }
        same && self.gate == Gate::Open
    }

    /// A command, by code or by key. Both are the same to the server.
    fn command(&mut self, command: Command, raw: String, now: Moment) -> Vec<Effect> {
        match (self.gate, command) {
            (Gate::Stop, Command::Yes) => return self.understood(now),
            (Gate::Question { .. }, Command::Yes | Command::Cancel) => return self.answer(raw, now),
            (Gate::Open, Command::Test) => return self.begin_trial(now),
            (_, Command::Help) => {
                self.help = true;
                return Vec::new();
            }
            _ => {}
        }
        let effects = self.scan(raw, Some(Kind::Command), now);
        let taken = self.gate == Gate::Open && self.waiting().any(|event| event.event_id == now.id.to_string());
        if taken {
            match command {
                Command::ModeHandout => self.change_mode(Mode::Handout),
                Command::ModeIntake => self.change_mode(Mode::Intake),
                Command::ModeReturn => self.change_mode(Mode::Return),
                Command::ModeLookup => self.change_mode(Mode::Lookup),
                Command::ModeMove => self.change_mode(Mode::Move),
                Command::ModeStocktake => self.change_mode(Mode::Stocktake),
                Command::Lock => {
                    self.badge = None;
                    self.coming.clear();
                    self.chooser = Chooser::default();
                }
                _ => {}
            }
        }
        effects
    }

    fn change_mode(&mut self, mode: Mode) {
        if self.mode != mode {
            self.chooser = Chooser::default();
        }
        self.mode = mode;
    }

    /// Takes a scan into the line of those that go to the server, or says aloud why not.
    fn scan(&mut self, raw: String, kind: Option<Kind>, now: Moment) -> Vec<Effect> {
        let is_badge = kind == Some(Kind::VolunteerBadge);
        match self.gate {
            // The server knows whose badge it is; nobody else is signed on by it.
            Gate::Question { .. } if is_badge && self.asks() == Asks::Lead => return self.answer(raw, now),
            Gate::Question { .. } => return self.held(say::terminal_answer_first(), now),
            Gate::Stop => return self.held(say::terminal_stop_first(), now),
            Gate::Open => {}
        }
        if self.is_locked() && self.coming.is_empty() && !is_badge {
            let detail = say::terminal_not_booked(shown(&raw));
            self.panel = Some(Panel::ours(Look::Stop, say::terminal_badge_first(), Some(detail)));
            return vec![Effect::Sound(Tone::Stop)];
        }
        if self.held {
            let detail = say::terminal_not_booked(shown(&raw));
            self.panel = Some(Panel::ours(Look::Stop, say::terminal_held(), Some(detail)));
            return vec![Effect::Sound(Tone::Stop)];
        }
        if self.waiting().count() >= MOST_WAITING {
            let detail = say::terminal_full_help(shown(&raw));
            self.panel = Some(Panel::ours(Look::Stop, say::terminal_full(), Some(detail)));
            return vec![Effect::Sound(Tone::Stop)];
        }
        if is_badge {
            self.coming.push((now.id.to_string(), raw.clone()));
        }
        if kind == Some(Kind::Product) {
            // The sheet that was scanned counts from now on, not what was chosen by typing.
            self.chooser = Chooser::default();
        }
        if self.mode == Mode::Intake && kind == Some(Kind::Item) && self.chooser.take_size(&self.wedge.text()) {
            self.wedge.clear();
        }
        let event = self.event(raw, now);
        self.queue.push_back(event);
        self.last_scan_ms = now.ms;
        self.pump(now)
    }

    fn event(&self, raw: String, now: Moment) -> ScanEvent {
        ScanEvent {
            event_id: now.id.to_string(),
            seq: None,
            occurred_at: now.at.to_string(),
            actor: self.coming.last().map(|(_, badge)| badge).or(self.badge.as_ref()).cloned(),
            mode: self.mode,
            code: raw,
            visit: None,
            quantity: 1,
            fields: if self.mode == Mode::Intake { self.chooser.fields() } else { Default::default() },
            told: None,
        }
    }

    /// Takes the next scan in line, unless one has no verdict yet or a person must look first. While the first
    /// connection is being made it waits; [`SILENCE_MS`] end that too.
    fn pump(&mut self, now: Moment) -> Vec<Effect> {
        if self.in_flight.is_some() || self.gate != Gate::Open {
            return Vec::new();
        }
        let Some(event) = self.queue.pop_front() else { return Vec::new() };
        self.in_flight = Some((event.clone(), now.ms));
        match self.link {
            Link::Connecting => Vec::new(),
            Link::Online => vec![Effect::Post(Box::new(event))],
            Link::Offline { .. } => vec![Effect::Decide(Box::new(event))],
        }
    }

    /// Yes or no to the question: it goes before every scan that waits.
    fn answer(&mut self, raw: String, now: Moment) -> Vec<Effect> {
        self.gate = Gate::Open;
        self.hint = None;
        self.last_scan_ms = now.ms;
        let event = self.event(raw, now);
        self.queue.push_front(event);
        self.pump(now)
    }

    /// A person has seen the stop.
    fn understood(&mut self, now: Moment) -> Vec<Effect> {
        self.gate = Gate::Open;
        self.panel = None;
        self.hint = None;
        self.last_scan_ms = now.ms;
        self.pump(now)
    }

    fn held(&mut self, why: Message, now: Moment) -> Vec<Effect> {
        self.hint(why, now);
        vec![Effect::Sound(Tone::Stop)]
    }

    fn hint(&mut self, hint: Message, now: Moment) {
        self.hint = Some((hint, now.ms));
    }

    /// Whether letters that fingers type look for a product: at intake, and for a blank label that is handed out.
    pub(super) fn may_search(&self) -> bool {
        let asked = self.mode == Mode::Intake || self.desk.describes.is_some();
        asked && !self.is_locked() && self.gate == Gate::Open
    }

    pub(super) fn asks(&self) -> Asks {
        self.panel.as_ref().map_or(Asks::Nothing, |panel| panel.asks)
    }

    /// Says what a blank label is on: its code once more, with what was chosen.
    fn describe(&mut self, now: Moment) -> Vec<Effect> {
        let Some(label) = self.desk.describes.take() else { return Vec::new() };
        let fields = std::mem::take(&mut self.chooser).fields();
        let event = ScanEvent { fields, ..self.event(label, now) };
        self.queue.push_back(event);
        self.pump(now)
    }
}

/// A scanned text as a person may see it: our codes in their groups, foreign ones shortened.
pub(super) fn shown(raw: &str) -> String {
    match codes::read(raw) {
        Ok(code) => code.printed(),
        Err(_) => raw.chars().filter(|c| !c.is_control()).take(24).collect(),
    }
}
