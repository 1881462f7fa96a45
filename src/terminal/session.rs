//! All that one scanner's desk is: its machine, and what carries out its effects. The loop owns one for each pane.

use std::sync::mpsc::{self, Sender};
use std::thread;

use super::Wake;
use super::client::{self, Client};
use super::desk::Options;
use super::sound::Cue;
use super::state::{Effect, Input, Machine, Moment, shown};
use crate::web::api::wire::ScanEvent;

/// What the loop does for a pane.
#[derive(Clone, Debug, PartialEq)]
pub enum Outward {
    Sound(Cue),
    Quit,
}

pub struct Session {
    machine: Machine,
    events: Sender<ScanEvent>,
    queries: Sender<String>,
}

impl Session {
    /// Begins the desk of this pane; its news come with the pane's number.
    pub fn open(pane: usize, options: &Options, wake: Sender<Wake>) -> Session {
        let client = Client::new(&options.server, &options.token, options.lang);
        let (events, to_send) = mpsc::channel();
        let (queries, to_search) = mpsc::channel();
        let (search_client, search_wake) = (client.clone(), wake.clone());
        thread::spawn(move || client::deliver(pane, &client, &to_send, &wake));
        thread::spawn(move || client::search(pane, &search_client, &to_search, &search_wake));
        Session { machine: Machine::new(options.mode), events, queries }
    }

    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Whether scans still wait for an answer.
    pub fn waits(&self) -> bool {
        self.machine.waiting().next().is_some()
    }

    /// The codes of scans that were never answered.
    pub fn unsent(&self) -> Vec<String> {
        self.machine.waiting().map(|event| shown(&event.code)).collect()
    }

    pub fn on(&mut self, input: Input, now: Moment) -> Vec<Outward> {
        let mut outward = Vec::new();
        for effect in self.machine.on(input, now) {
            match effect {
                Effect::Post(event) => drop(self.events.send(*event)),
                Effect::Search(query) => drop(self.queries.send(query)),
                Effect::Sound(tone) => outward.push(Outward::Sound(tone.into())),
                Effect::Cue(cue) => outward.push(Outward::Sound(cue)),
                Effect::Quit => outward.push(Outward::Quit),
            }
        }
        outward
    }
}
