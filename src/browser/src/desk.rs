//! What a page can ask: take a snapshot along, decide a scan, keep it, show the desk, find a product.

use std::cell::RefCell;

use gabentisch::domain::desk::{Desk, Outcome};
use gabentisch::domain::rights::Role;
use gabentisch::domain::snapshot::Snapshot;
use gabentisch::terminal::local::{Answer, LocalDesk};
use gabentisch::texts::Lang;
use gabentisch::web::api::wire::{ScanEvent, WireDesk, WireProduct, WireVerdict};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
enum Question {
    /// Who is signed in, and how many seconds the site's clocks are ahead of UTC.
    Stand {
        role: Role,
        offset: i32,
    },
    /// A new snapshot; nothing forgets the old one.
    Renew {
        snapshot: Option<Box<Snapshot>>,
    },
    /// The server's desk after an event.
    Remember {
        desk: Box<Desk>,
    },
    /// What the server or another window answered.
    Replay {
        events: Vec<(ScanEvent, Outcome)>,
    },
    /// The same after a new snapshot: the desk's memory stays.
    ReplayOver {
        events: Vec<(ScanEvent, Outcome)>,
    },
    /// What the rules say. Nothing is taken as done before it is kept.
    Decide {
        event: Box<ScanEvent>,
    },
    /// Takes the last decision as done, and says it.
    Keep {
        lang: Lang,
    },
    Shown {
        lang: Lang,
    },
    Find {
        query: String,
        lang: Lang,
    },
    Choices {
        product: String,
        cut: String,
    },
    /// Whether the snapshot is too old to decide by, and its moment as a clock shows it.
    Age {
        now: Timestamp,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
enum Told {
    Done {},
    Decided { outcome: Outcome },
    Kept { verdict: Box<WireVerdict>, desk: Box<WireDesk> },
    Desk(Box<WireDesk>),
    Found { products: Vec<WireProduct> },
    Choices { cuts: Vec<String>, sizes: Vec<String> },
    Age { stale: bool, clock: Option<String> },
    Wrong { wrong: String },
}

#[derive(Default)]
struct State {
    desk: LocalDesk,
    decided: Option<(Box<ScanEvent>, Answer)>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// The answer to a question, both JSON. What is not understood is said, too.
pub fn answer(question: &[u8]) -> Vec<u8> {
    let told = match serde_json::from_slice(question) {
        Ok(question) => STATE.with_borrow_mut(|state| told(state, question)),
        Err(cause) => Told::Wrong { wrong: cause.to_string() },
    };
    serde_json::to_vec(&told).unwrap_or_default()
}

fn told(state: &mut State, question: Question) -> Told {
    let desk = &mut state.desk;
    match question {
        Question::Stand { role, offset } => {
            desk.belongs_to(role);
            desk.stands_in(TimeZone::fixed(Offset::from_seconds(offset).unwrap_or(Offset::UTC)));
        }
        Question::Renew { snapshot } => desk.renew(snapshot.map(|snapshot| *snapshot)),
        Question::Remember { desk: memory } => desk.remember(*memory, None),
        Question::Replay { events } => events.iter().for_each(|(event, outcome)| desk.replay(event, *outcome)),
        Question::ReplayOver { events } => desk.replay_all(&events),
        Question::Decide { event } => {
            let answer = desk.decide(&event);
            let outcome = answer.outcome();
            state.decided = Some((event, answer));
            return Told::Decided { outcome };
        }
        Question::Keep { lang } => {
            let Some((event, answer)) = state.decided.take() else {
                return Told::Wrong { wrong: "nothing was decided".to_owned() };
            };
            let (verdict, desk) = desk.say(&event, answer, lang);
            return Told::Kept { verdict: Box::new(verdict), desk: Box::new(desk) };
        }
        Question::Shown { lang } => return Told::Desk(Box::new(desk.shown(lang))),
        Question::Find { query, lang } => return Told::Found { products: desk.search(&query, lang) },
        Question::Choices { product, cut } => {
            let (cuts, sizes) = desk.choices(&product, &cut);
            return Told::Choices { cuts, sizes };
        }
        Question::Age { now } => {
            return Told::Age { stale: desk.is_stale(now, true), clock: desk.stand_clock(now) };
        }
    }
    Told::Done {}
}
