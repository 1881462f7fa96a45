//! All that one scanner's desk is: machine, journal, local desk and line, and what goes between them. The loop owns one for
//! each pane.
//!
//! Nothing sounds before it is on the disk. While the server answers, each scan waits for its verdict; when it does not, the
//! local desk decides, and when it is back everything is sent in its order before a scan waits for it again.

mod clock;
mod line;
mod memory;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};
use std::thread;

use jiff::Timestamp;
use uuid::Uuid;

use super::client::{self, Client, Errand, Job, Report};
use super::folder::{self, Folder};
use super::journal::Journal;
use super::local::LocalDesk;
use super::sound::Cue;
use super::state::{Effect, Input, Link, Machine, Moment, News, shown};
use super::tongue::Tongue;
use super::{StartError, Wake, vault};
use crate::texts::{Lang, Texts, say};
use crate::web::api::wire::{Mode, Outcome, ScanEvent, TerminalStatus};
use clock::Clock;

/// What the loop does for a pane.
#[derive(Clone, Debug, PartialEq)]
pub enum Outward {
    Sound(Cue),
    Quit,
}

/// What a pane's desk begins with.
pub struct Start {
    pub server: String,
    pub token: String,
    /// The device's own token, by which its scanners' folders are found.
    pub device: String,
    pub mode: Mode,
    pub lang: Lang,
    /// The folder of all terminals' folders.
    pub state: PathBuf,
    /// The scanner's number at this device, from 1.
    pub number: usize,
}

pub struct Session {
    machine: Machine,
    journal: Journal,
    local: LocalDesk,
    clock: Clock,
    tongue: Tongue,
    token: String,
    folder: Folder,
    jobs: Sender<Job>,
    errands: Sender<Errand>,
    /// Whether the line is with the server, and whether it is busy.
    up: bool,
    busy: bool,
    /// The first scan of what the line is sending.
    sending: Option<String>,
    /// The disk had no room for the numbers that the server expects: nothing is sent until it has said them again.
    unnumbered: bool,
    /// The scan that waits for its verdict from the server.
    asked: Option<String>,
    /// The number that the server expects next, as it said last.
    server_next: i64,
    /// What the server said last of the terminal.
    status: TerminalStatus,
    /// Events are sent one by one: the server rejected a whole request, and one of them is why.
    single: bool,
    /// Tries in a row that brought nothing forward.
    stuck: u32,
    /// A scan that tells the server of a terminal whose numbers it knows already.
    probe: Option<String>,
    snapshot: memory::Due,
    /// What was booked since the snapshot was asked for.
    since: Vec<(ScanEvent, Outcome)>,
    looked_ms: u64,
}

impl Session {
    /// Begins the desk of this pane; its news come with the pane's number.
    ///
    /// # Errors
    /// When another process has the same terminal, or its folder cannot be used.
    pub fn open(pane: usize, start: Start, wake: Sender<Wake>) -> Result<Session, StartError> {
        let client = Client::new(&start.server, &start.token, start.lang);
        let (jobs, to_do) = mpsc::channel();
        let (errands, to_run) = mpsc::channel();
        let session = Session::with(start, client.tongue(), jobs, errands)?;
        let (other, other_wake) = (client.clone(), wake.clone());
        thread::spawn(move || client::deliver(pane, &client, &to_do, &wake));
        thread::spawn(move || client::run_errands(pane, &other, &to_run, &other_wake));
        Ok(session)
    }

    /// The same with a line of somebody else.
    fn with(start: Start, tongue: Tongue, jobs: Sender<Job>, errands: Sender<Errand>) -> Result<Session, StartError> {
        folder::adopt(&start.state, &start.device, start.number, &start.token);
        let folder = Folder::take(&start.state, &start.device, start.number)?;
        let (boot, now) = (Uuid::now_v7(), Timestamp::now());
        let bad = |cause: std::io::Error| {
            StartError(say::terminal_state_bad(folder.path().display().to_string(), cause.to_string()))
        };
        let (journal, found) = Journal::open(folder.path().to_owned(), boot, now).map_err(bad)?;
        let mut session = Session {
            machine: Machine::new(start.mode).numbered(start.number),
            journal,
            local: LocalDesk::default(),
            clock: Clock::new(boot),
            tongue,
            token: start.token,
            folder,
            jobs,
            errands,
            up: false,
            // The line begins by connecting.
            busy: true,
            sending: None,
            unnumbered: false,
            asked: None,
            server_next: 0,
            status: TerminalStatus::default(),
            single: false,
            stuck: 0,
            probe: None,
            snapshot: memory::Due::default(),
            since: Vec::new(),
            looked_ms: 0,
        };
        session.machine.held = session.journal.is_held();
        session.recall(found, now);
        Ok(session)
    }

    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// In the language of whoever stands here.
    pub fn texts(&self) -> &'static Texts {
        Texts::of(self.tongue.lang())
    }

    /// Scans of before that no desk of this device sends.
    pub fn say_left_behind(&mut self, count: usize) {
        self.machine.hint_at_start(say::terminal_left_behind(count));
    }

    /// Whether a scan still waits for its verdict.
    pub fn waits(&self) -> bool {
        self.machine.waiting().next().is_some()
    }

    /// The codes of scans that are not even on the disk.
    pub fn lost(&self) -> Vec<String> {
        let kept = |event: &&ScanEvent| !self.journal.has(&event.event_id);
        self.machine.waiting().filter(kept).map(|event| shown(&event.code)).collect()
    }

    /// Scans on the disk that the server does not have yet.
    pub fn unsent(&self) -> usize {
        self.journal.unsent().len()
    }

    pub fn on(&mut self, input: Input, now: Moment) -> Vec<Outward> {
        let now = Moment { at: self.clock.at(now.at, now.ms), ..now };
        let is_tick = matches!(input, Input::Tick);
        let effects = self.machine.on(input, now);
        let mut outward = self.carry_out(effects, now);
        if is_tick {
            outward.extend(self.tend(now));
        }
        self.note();
        outward
    }

    /// Something came from the line.
    pub fn hear(&mut self, report: Report, now: Moment) -> Vec<Outward> {
        if let Report::Connected(status) | Report::Beat(status) = &report
            && let Some(by) = self.clock.set(&status.now, now.at, now.ms)
        {
            self.local.shift(by);
        }
        let now = Moment { at: self.clock.at(now.at, now.ms), ..now };
        let effects = self.heard(report, now);
        let outward = self.carry_out(effects, now);
        self.note();
        outward
    }

    fn carry_out(&mut self, effects: Vec<Effect>, now: Moment) -> Vec<Outward> {
        let mut outward = Vec::new();
        let mut effects = VecDeque::from(effects);
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Post(event) => effects.extend(self.post(*event, now)),
                Effect::Decide(event) => effects.extend(self.decide(*event, now)),
                Effect::Search(query) => effects.extend(self.search(query, now)),
                Effect::Sound(tone) => outward.push(Outward::Sound(tone.into())),
                Effect::Cue(cue) => outward.push(Outward::Sound(cue)),
                Effect::Quit => outward.push(Outward::Quit),
            }
        }
        outward
    }

    fn tell(&mut self, news: News, now: Moment) -> Vec<Effect> {
        match &news {
            News::Answered { response, .. } => self.local.speak(response.desk.lang.as_deref()),
            News::Connected(status) => self.local.speak(status.desk.lang.as_deref()),
            _ => {}
        }
        self.machine.on(Input::News(Box::new(news)), now)
    }

    /// Onto the disk, then to the server.
    fn post(&mut self, event: ScanEvent, now: Moment) -> Vec<Effect> {
        let event_id = event.event_id.clone();
        match self.journal.append(event, now.ms, self.clock.is_set(), None) {
            Ok(event) => {
                self.asked = Some(event_id);
                self.job(Job::Send(vec![event]));
                Vec::new()
            }
            Err(cause) => self.tell(News::NotKept { event_id, cause: cause.to_string() }, now),
        }
    }

    /// Decides without the server; onto the disk, with what will be told, before anything is told.
    fn decide(&mut self, event: ScanEvent, now: Moment) -> Vec<Effect> {
        let event_id = event.event_id.clone();
        let answer = self.local.decide(&event);
        let outcome = answer.outcome();
        let kept = match self.journal.has(&event_id) {
            // It is on the disk as a scan: without room for more it is sent all the same, and counts.
            true => {
                let _ = self.journal.tell(&event_id, outcome);
                Ok(())
            }
            false => self.journal.append(event.clone(), now.ms, self.clock.is_set(), Some(outcome)).map(|_| ()),
        };
        if let Err(cause) = kept {
            return self.tell(News::NotKept { event_id, cause: cause.to_string() }, now);
        }
        let (verdict, desk) = self.local.say(&event, answer, self.tongue.lang());
        memory::remember(&mut self.since, &mut self.snapshot, (event, outcome));
        let mut effects = self.tell(News::Decided { event_id, verdict, desk: Box::new(desk) }, now);
        effects.extend(self.drive(now));
        effects
    }

    /// Where the server is away, the snapshot's catalogue is searched.
    fn search(&mut self, query: String, now: Moment) -> Vec<Effect> {
        if self.machine.link() == &Link::Online && self.errands.send(Errand::Search(query.clone())).is_ok() {
            return Vec::new();
        }
        let products = self.local.search(&query, self.tongue.lang());
        self.tell(News::Found { query, products }, now)
    }

    fn job(&mut self, job: Job) {
        if let Job::Send(events) = &job {
            self.sending = events.first().map(|event| event.event_id.clone());
        }
        self.busy = self.jobs.send(job).is_ok();
    }

    /// What the screen always shows, and in which language.
    fn note(&mut self) {
        self.tongue.follow(&self.machine);
        self.machine.note(self.journal.unsent().len(), self.local.stand(), self.status.contradictions);
    }
}
