//! The scan desks in a browser. A desk's mode is its page; every scan goes the way of all scans, `actions::scan`.

mod chosen;
pub(in crate::web) mod counting;
pub(in crate::web) mod frame;
pub(in crate::web) mod handout;
pub(in crate::web) mod intake;
mod last;
pub(in crate::web) mod moving;
pub(in crate::web) mod offline;
pub(in crate::web) mod phones;
pub(in crate::web) mod photo;
pub(in crate::web::pages) mod places;
mod what;

use std::sync::Arc;

use jiff::SignedDuration;
use serde::Deserialize;

use crate::actions::scan::{self, Incoming, Said};
use crate::actions::{ActionError, Actor, House};
use crate::codes::{self, Command, Kind};
use crate::domain::desk::{Desk, Mode, Tone, Verdict};
use crate::domain::household::LabelState;
use crate::domain::noted::NotedKind;
use crate::domain::{EventId, VisitId};
use crate::store::{labels, notes, scan_events, terminals};
use crate::texts::Texts;

/// Longest time that a page may hold a scan back while it has no connection.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(12);
/// The value of a button that books nothing and shows the desk as it is.
const READY: &str = "ready";

/// What every desk's form sends.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Sent {
    event_id: String,
    /// The visit that the page showed.
    visit: String,
    code: String,
    /// `scan`, a command's code, or what a button of the page says.
    action: String,
    /// Milliseconds since the scan.
    waited: String,
    /// Who was signed in when the page was drawn; empty without JavaScript.
    user: String,
}

impl Sent {
    /// The code to book: the scanned one, or the command of the button. Empty when there is nothing to book.
    fn code(&self) -> &str {
        match self.action.as_str() {
            "" | "scan" => self.code.trim(),
            READY => "",
            command => command,
        }
    }
}

/// What the desk shows in its big panel.
enum Shown {
    Ready,
    /// With what somebody noted about the thing; a part of its own, since verdicts go on to phones and notes do not.
    Verdict(Verdict, Option<String>),
    /// The page was older than the desk: nothing was booked.
    Stale,
}

/// The desk of this browser as it is now.
fn now(house: &House, actor: &Actor, mode: Mode) -> Result<Desk, ActionError> {
    let row = house.store().read(|db| terminals::find(db, actor.terminal()))?.ok_or(ActionError::NotFound)?;
    Ok(row.desk().seen_at(mode, house.now()))
}

/// Books one scan of a page and gives the desk after it. The same event again has no second effect.
fn book(
    house: &Arc<House>,
    actor: &Actor,
    mode: Mode,
    sent: &Sent,
    said: Said,
    quantity: i64,
) -> Result<(Desk, Shown), ActionError> {
    let desk = now(house, actor, mode)?;
    if sent.code().is_empty() {
        return Ok((desk, Shown::Ready));
    }
    let event = EventId(sent.event_id.parse().unwrap_or_else(|_| house.uuid()));
    // Somebody else signed in since: nothing is booked in a name that the scan does not belong to.
    if !sent.user.is_empty() && actor.user().map(|user| user.to_string()).as_ref() != Some(&sent.user) {
        return Ok((desk, Shown::Stale));
    }
    let is_new = house.store().read(|db| scan_events::find(db, event))?.is_none();
    if is_new && matches!(mode, Mode::Handout | Mode::Return) && is_stale(house, actor, &desk, sent)? {
        return Ok((desk, Shown::Stale));
    }
    let waited = SignedDuration::from_millis(sent.waited.parse().unwrap_or_default());
    let at = house.now() - waited.clamp(SignedDuration::ZERO, LONGEST_WAIT);
    let mut incoming = Incoming::here(event, mode, sent.code().to_owned(), at);
    (incoming.said, incoming.quantity) = (said, quantity);
    let mut answers = scan::scan(house, actor, vec![incoming])?;
    let verdict = answers.answers.pop().ok_or(ActionError::NotFound)?.verdict;
    let note = noted(house, sent.code())?;
    Ok((answers.desk.seen_at(mode, house.now()), Shown::Verdict(verdict, note)))
}

/// What somebody noted for the desk about the thing whose code was scanned.
fn noted(house: &House, scanned: &str) -> Result<Option<String>, ActionError> {
    let Ok(code) = codes::read(scanned) else { return Ok(None) };
    let kind = match code.kind() {
        Kind::Item => NotedKind::Item,
        Kind::HouseholdCard => NotedKind::Household,
        Kind::Donation => NotedKind::Donation,
        _ => return Ok(None),
    };
    house.store().read(|db| {
        let label = labels::find(db, code)?.filter(|label| label.state == LabelState::Bound);
        let Some(subject) = label.and_then(|label| label.subject) else { return Ok(None) };
        let texts = notes::for_desk(db, kind, &subject)?;
        Ok(Some(texts.join(" · ")).filter(|text| !text.is_empty()))
    })
}

/// Whether the page showed another visit than the one that a piece would go to: two windows under one name, or a page
/// that was fetched back with the browser's "back".
fn is_stale(house: &House, actor: &Actor, desk: &Desk, sent: &Sent) -> Result<bool, ActionError> {
    let showed: Option<VisitId> = sent.visit.parse().ok();
    let stored = house.store().read(|db| terminals::find(db, actor.terminal()))?.ok_or(ActionError::NotFound)?.desk();
    let id = |desk: &Desk| desk.visit.as_ref().map(|visit| visit.id);
    // A visit that ended by itself may still stand on the page.
    Ok(showed != id(desk) && showed != id(&stored))
}

/// What `desk_layout.html` shows around a desk's page.
struct Frame {
    mode: &'static str,
    mode_label: String,
    mode_icon: &'static str,
    action: &'static str,
    event_id: String,
    visit: String,
    question: bool,
    /// What became of the scan, by its stable word; empty when there was none.
    outcome: &'static str,
    /// The desk's memory as JSON: a browser that is cut off goes on from here.
    memory: String,
    /// The server's clock, RFC 3339: that of a browser may be wrong.
    now: String,
    tone: &'static str,
    sound: &'static str,
    word: String,
    headline: String,
    detail: String,
    note: String,
    buttons: Vec<Button>,
    actions: Vec<Button>,
}

struct Button {
    key: &'static str,
    value: String,
    label: String,
    main: bool,
}

impl Button {
    fn command(key: &'static str, command: Command, label: String, main: bool) -> Button {
        Button { key, value: command.code().to_string(), label, main }
    }
}

impl Frame {
    /// `ready` is what the panel says when nothing was just scanned: headline and detail.
    fn new(t: &Texts, house: &House, mode: Mode, desk: &Desk, shown: &Shown, ready: (String, String)) -> Frame {
        let asks = desk.question.is_some();
        let (tone, sound, word, (headline, detail)) = match shown {
            Shown::Verdict(verdict, _) => {
                (verdict.tone.word(), sound(verdict), tone_word(t, verdict.tone), said(t, verdict))
            }
            Shown::Stale => ("stop", "", t.desk_word_stop(), (t.desks_stale(), t.desks_stale_help())),
            Shown::Ready if asks => ("again", "", t.desk_word_again(), (t.desks_answer(), t.desks_answer_help())),
            Shown::Ready => ("ready", "", t.desk_word_ready(), ready),
        };
        let mut buttons = Vec::new();
        if asks {
            buttons.push(Button::command("F2", Command::Yes, t.desk_yes(), true));
            buttons.push(Button::command("F8", Command::Cancel, t.desk_no(), false));
        } else if matches!(shown, Shown::Verdict(verdict, _) if verdict.offers) {
            buttons.push(Button::command("F2", Command::Yes, t.desks_lay_aside(), false));
        } else if tone == "stop" {
            buttons.push(Button { key: "F12", value: READY.to_owned(), label: t.desk_understood(), main: true });
        }
        Frame {
            event_id: house.uuid().to_string(),
            visit: desk.visit.as_ref().map_or_else(String::new, |visit| visit.id.to_string()),
            question: asks,
            outcome: match shown {
                Shown::Verdict(verdict, _) => verdict.outcome.word(),
                Shown::Stale => "stale",
                Shown::Ready => "",
            },
            memory: serde_json::to_string(desk).unwrap_or_default(),
            now: house.now().to_string(),
            tone,
            sound,
            word,
            headline,
            detail,
            note: match shown {
                Shown::Verdict(_, Some(text)) => t.notes_desk(text),
                _ => String::new(),
            },
            buttons,
            ..Frame::empty(t, mode)
        }
    }

    /// The frame without anything of a person or a moment, as it is kept for the time without a server.
    fn empty(t: &Texts, mode: Mode) -> Frame {
        let (mode_label, mode_icon, action) = match mode {
            Mode::Intake => (t.desk_mode_intake(), "desk-in", "/desk/intake"),
            Mode::Return => (t.desk_mode_return(), "desk-back", "/desk/return"),
            Mode::Move => (t.desk_mode_move(), "desk-move", "/desk/move"),
            Mode::Stocktake => (t.desk_mode_stocktake(), "stocktake", "/desk/stocktake"),
            _ => (t.desk_mode_handout(), "desk-out", "/desk/handout"),
        };
        let mut actions = vec![Button::command("F9", Command::Undo, t.desk_undo(), false)];
        if mode != Mode::Return {
            actions.push(Button::command("F10", Command::Finish, t.desk_finish(), true));
        }
        Frame {
            mode: mode.word(),
            mode_label,
            mode_icon,
            action,
            event_id: String::new(),
            visit: String::new(),
            question: false,
            outcome: "",
            memory: String::new(),
            now: String::new(),
            tone: "ready",
            sound: "",
            word: t.desk_word_ready(),
            headline: t.desk_scan_label(),
            detail: String::new(),
            note: String::new(),
            buttons: Vec::new(),
            actions,
        }
    }

    /// Whether the headline needs smaller letters to stand in the panel with its buttons.
    fn is_long(&self) -> bool {
        self.headline.chars().count() > 40
    }
}

fn said(t: &Texts, verdict: &Verdict) -> (String, String) {
    (t.say(&verdict.headline), verdict.detail.as_ref().map_or_else(String::new, |detail| t.say(detail)))
}

fn tone_word(t: &Texts, tone: Tone) -> String {
    match tone {
        Tone::Ok => t.desk_word_ok(),
        Tone::Again => t.desk_word_again(),
        Tone::Stop => t.desk_word_stop(),
    }
}

/// The ends of a visit and of a mistake sound different from a piece.
fn sound(verdict: &Verdict) -> &'static str {
    match verdict.headline.id() {
        "verdict-visit-finished" | "verdict-intake-finished" | "verdict-place-finished" => "finish",
        "verdict-undone" | "verdict-count-undone" => "undo",
        _ => "",
    }
}
