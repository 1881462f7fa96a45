//! The desks of one device, one for each scanner, and which of them the keyboard belongs to.

use std::sync::mpsc::Sender;

use jiff::Timestamp;
use uuid::Uuid;

use super::client::Report;
use super::desk::Options;
use super::scanners::Heard;
use super::session::{Outward, Session, Start};
use super::sound::Cue;
use super::state::{Gate, Input, Look, Moment};
use super::stations::{Asking, Station};
use super::{StartError, Wake, folder, journal};
use crate::texts::Texts;

/// One scanner's part of the screen.
pub struct Pane {
    /// From 1, as it stands on the screen.
    pub number: usize,
    pub desk: PaneDesk,
}

pub enum PaneDesk {
    Open(Box<Session>),
    /// The server has not given this scanner its token yet; with its sentence, if it said one.
    Waits {
        said: Option<String>,
        unplugged: Option<Heard>,
    },
}

pub struct Panes {
    pub panes: Vec<Pane>,
    /// Where the keys of the keyboard go, and a scanner that types.
    pub active: usize,
    options: Options,
    wake: Sender<Wake>,
}

impl Panes {
    /// Opens the desks whose tokens are known and asks for the others.
    ///
    /// # Errors
    /// When another process has the same terminal, or its folder cannot be used.
    pub fn open(count: usize, options: &Options, wake: &Sender<Wake>) -> Result<Panes, StartError> {
        let mut panes = Panes { panes: Vec::new(), active: 0, options: options.clone(), wake: wake.clone() };
        let mut missing = Vec::new();
        for place in 0..count.max(1) {
            let token = match place {
                0 => Some(options.token.clone()),
                _ => options.stations.token(&options.token, place + 1).map(str::to_owned),
            };
            let desk = match token {
                Some(token) => panes.session(place, token)?,
                None => {
                    missing.push(place);
                    PaneDesk::Waits { said: None, unplugged: None }
                }
            };
            panes.panes.push(Pane { number: place + 1, desk });
        }
        let left = folder::left_behind(&options.state, &options.token, count.max(1));
        let unsent: usize = left.iter().map(|path| journal::unsent_in(path)).sum();
        if let (1.., Some(Pane { desk: PaneDesk::Open(first), .. })) = (unsent, panes.panes.first_mut()) {
            first.say_left_behind(unsent);
        }
        if !missing.is_empty() {
            let asking = Asking {
                server: options.server.clone(),
                token: options.token.clone(),
                lang: options.lang,
                path: options.token_file.clone(),
            };
            asking.start(missing, wake.clone());
        }
        Ok(panes)
    }

    fn session(&self, place: usize, token: String) -> Result<PaneDesk, StartError> {
        let start = Start {
            server: self.options.server.clone(),
            token,
            device: self.options.token.clone(),
            mode: self.options.mode,
            lang: self.options.lang,
            state: self.options.state.clone(),
            number: place + 1,
        };
        Ok(PaneDesk::Open(Box::new(Session::open(place, start, self.wake.clone())?)))
    }

    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.panes.iter().filter_map(|pane| match &pane.desk {
            PaneDesk::Open(session) => Some(&**session),
            PaneDesk::Waits { .. } => None,
        })
    }

    /// The keyboard goes to the pane with this number, if there is one.
    pub fn choose(&mut self, number: usize) {
        if (1..=self.panes.len()).contains(&number) {
            self.active = number - 1;
        }
    }

    pub fn on(&mut self, place: usize, input: Input, now: Moment) -> Vec<Outward> {
        let Some(pane) = self.panes.get_mut(place) else { return Vec::new() };
        match (&mut pane.desk, input) {
            (PaneDesk::Open(session), input) => session.on(input, now),
            (PaneDesk::Waits { unplugged, .. }, Input::Heard(heard @ (Heard::Unplugged(_) | Heard::Plugged))) => {
                *unplugged = Some(heard);
                Vec::new()
            }
            // Nothing can be booked yet, and that is heard.
            (PaneDesk::Waits { .. }, Input::Heard(Heard::Scan(_))) => vec![Outward::Sound(Cue::Stop)],
            (PaneDesk::Waits { .. }, _) => Vec::new(),
        }
    }

    /// Something came from the line of this pane.
    pub fn hear(&mut self, place: usize, report: Report, now: Moment) -> Vec<Outward> {
        match self.panes.get_mut(place).map(|pane| &mut pane.desk) {
            Some(PaneDesk::Open(session)) => session.hear(report, now),
            _ => Vec::new(),
        }
    }

    pub fn tick(&mut self, ms: u64) -> Vec<Outward> {
        let places = 0..self.panes.len();
        let moment = || Moment { ms, at: Timestamp::now(), id: Uuid::now_v7() };
        places.flat_map(|place| self.on(place, Input::Tick, moment())).collect()
    }

    /// What the server says about a further scanner.
    pub fn enrolled(&mut self, place: usize, station: Station, now: Moment) -> Vec<Outward> {
        let Some(PaneDesk::Waits { unplugged, said }) = self.panes.get_mut(place).map(|pane| &mut pane.desk) else {
            return Vec::new();
        };
        match station {
            Station::Waits(sentence) => {
                *said = sentence;
                Vec::new()
            }
            Station::Enrolled { token } => {
                let unplugged = unplugged.take();
                match self.session(place, token) {
                    Ok(desk) => self.panes[place].desk = desk,
                    // Its folder cannot be used: this pane says so, the others go on.
                    Err(StartError(message)) => {
                        let said = Some(Texts::of(self.options.lang).say(&message));
                        self.panes[place].desk = PaneDesk::Waits { said, unplugged };
                        return Vec::new();
                    }
                }
                unplugged.map_or_else(Vec::new, |heard| self.on(place, Input::Heard(heard), now))
            }
        }
    }

    /// The colour of each pane, by which flashes are counted.
    pub fn colours(&self) -> Vec<Option<Look>> {
        self.sessions()
            .map(|session| {
                let machine = session.machine();
                match (&machine.trial, machine.gate) {
                    (Some(trial), Gate::Open) => trial.as_ref().map(super::trial::Trial::look),
                    _ => machine.panel.as_ref().map(|panel| panel.look),
                }
            })
            .collect()
    }
}
