//! The full-screen text terminal: a client of the server, used standing, two metres from the screen.
//!
//! [`state`] decides (pure), [`wedge`] tells scanners from fingers, [`scanners`] are read directly, [`chooser`] is the
//! search at intake, [`client`] talks to the server, [`screen`] draws, [`desk`] is the loop that connects them, [`token`]
//! finds the terminal's secret, [`tongue`] its language. [`session`] holds what one scanner's desk is: [`journal`] keeps every
//! scan on the disk, [`local`] decides while the server is away, from what [`vault`] has kept of the house.

pub mod calm;
pub mod chooser;
pub mod client;
pub mod desk;
pub mod enrol;
pub mod entry;
pub mod folder;
pub mod journal;
pub mod local;
pub mod panes;
pub mod scanners;
pub mod screen;
pub mod session;
pub mod sound;
pub mod state;
pub mod stations;
pub mod token;
pub mod tongue;
pub mod trial;
pub mod trust;
pub mod vault;
pub mod wedge;

use ratatui::crossterm::event::Event;

use crate::texts::Message;

pub use desk::{Farewell, Options, run};

/// Whatever wakes the loop.
#[derive(Debug)]
pub enum Wake {
    /// From the keyboard, or a scanner that types; with the millisecond it came.
    Screen(Event, u64),
    /// From a scanner that is read directly, for the desk with this number, from 0.
    Scanner {
        pane: usize,
        heard: scanners::Heard,
        /// When the scanner's thread had it: a loop that is busy must not make two scans out of one pull.
        at: std::time::Instant,
    },
    News {
        pane: usize,
        news: Box<client::Report>,
    },
    /// How it goes with a further scanner's desk.
    Station {
        pane: usize,
        station: stations::Station,
    },
    /// A sound that no player could play.
    Unheard(sound::Cue),
    /// The screen is gone, or somebody asked the program to end.
    Stop,
}

/// Why the terminal cannot start: a sentence that says what to do.
#[derive(Debug)]
pub struct StartError(pub Message);
