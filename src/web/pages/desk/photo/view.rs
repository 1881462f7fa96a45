//! The photo and its list as the page shows them: a mark on each code, a line for each mark.

use std::sync::Arc;

use super::plan::{Lead, Plan, Planned};
use super::sheet::{Corners, Row, Sheet};
use crate::actions::{ActionError, House};
use crate::codes::{Code, Kind};
use crate::domain::desk::{self, Mode, Outcome, Tone, Verdict};
use crate::domain::item::ItemState;
use crate::domain::{ItemId, LocationId};
use crate::store::{Db, items, labels, locations};
use crate::texts::{Texts, say};

pub(super) struct RowView {
    pub(super) number: usize,
    /// `ok`, `again`, `stop`, or `none` for what is no piece.
    pub(super) tone: &'static str,
    /// The same as a word.
    pub(super) word: String,
    /// As printed, or what a foreign code says.
    pub(super) code: String,
    pub(super) is_ours: bool,
    /// What it is; empty when nobody knows.
    pub(super) name: String,
    pub(super) place: String,
    /// The state's word in the database and on the screen.
    pub(super) state: Option<(&'static str, String)>,
    /// Where its page is.
    pub(super) href: String,
    pub(super) says: String,
    pub(super) detail: String,
    pub(super) can_tick: bool,
    pub(super) ticked: bool,
    /// How often it lies on the table.
    pub(super) times: usize,
}

/// One mark on the picture.
pub(super) struct MarkView {
    pub(super) number: usize,
    pub(super) tone: &'static str,
    pub(super) symbol: &'static str,
    pub(super) says: String,
    pub(super) outline: String,
    /// The sign's own shape, so that its meaning is not in the colour alone: a disc, a diamond, a square.
    pub(super) sign: String,
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) radius: i32,
}

pub(super) fn rows(house: &Arc<House>, sheet: &Sheet, plan: &Plan, t: &Texts) -> Result<Vec<RowView>, ActionError> {
    house.store().read(|db| sheet.rows.iter().map(|row| view(db, house, sheet, row, plan, t)).collect())
}

fn view(db: &mut Db, house: &House, sheet: &Sheet, row: &Row, plan: &Plan, t: &Texts) -> Result<RowView, ActionError> {
    let planned = plan.rows.get(&row.number);
    let (tone, says, detail) = match (&row.booked, planned) {
        (Some(verdict), _) => booked(t, sheet.mode, row, verdict),
        (None, Some(Planned::Will(verdict))) => will(t, sheet.mode, verdict, matches!(plan.lead, Lead::Visit(_))),
        (None, Some(Planned::Waits)) => ("again", t.say(&waiting(sheet.mode)), String::new()),
        (None, Some(Planned::Leads)) => ("ok", t.say(&leading(sheet.mode, &plan.lead)), String::new()),
        (None, Some(Planned::Not(reason))) => ("stop", t.say(reason), String::new()),
        (None, None) => ("none", String::new(), String::new()),
    };
    let can_tick = planned.is_some_and(Planned::can_be_booked) && sheet.mode != Mode::Lookup;
    let mut shown = RowView {
        number: row.number,
        tone,
        word: word(t, tone),
        code: row.text.chars().filter(|c| !c.is_control()).take(40).collect(),
        is_ours: false,
        name: String::new(),
        place: String::new(),
        state: None,
        href: String::new(),
        says,
        detail,
        can_tick,
        ticked: can_tick && !row.unticked,
        times: row.marks.len(),
    };
    if let Ok(code) = row.code {
        shown.is_ours = true;
        shown.code = code.printed();
        describe(db, house, code, (sheet.mode, row.booked.is_some()), t, &mut shown)?;
    }
    Ok(shown)
}

/// What our own code stands on, where that is, and how.
fn describe(
    db: &mut Db,
    house: &House,
    code: Code,
    (mode, is_booked): (Mode, bool),
    t: &Texts,
    shown: &mut RowView,
) -> Result<(), ActionError> {
    shown.name = match code.kind() {
        Kind::Item => t.photo_label(),
        Kind::Box | Kind::Location => t.photo_place(),
        Kind::HouseholdCard => t.photo_card(),
        Kind::Command => t.photo_command_sheet(),
        Kind::Donation => t.desks_donation(),
        _ => t.photo_other_code(),
    };
    let Some(label) = labels::find(db, code)? else { return Ok(()) };
    match code.kind() {
        Kind::Item => {
            let Some(id) = label.subject_id::<ItemId>() else { return Ok(()) };
            let Some(item) = items::for_desk(db, id, &house.catalogue(), house.zone())? else { return Ok(()) };
            shown.name = name_of(t, mode, &item, is_booked);
            shown.place = item.location.unwrap_or_default();
            let state = item.standing.state;
            shown.state = Some((state.word(), t.say(&desk::state_name(state))));
            shown.href = format!("/items/{id}");
        }
        Kind::Box | Kind::Location => {
            let Some(id) = label.subject_id::<LocationId>() else { return Ok(()) };
            if let Some(place) = locations::find(db, id)? {
                shown.name = place.name;
            }
        }
        _ => {}
    }
    Ok(())
}

/// What a row is about: all pieces under a label, but where one piece at a time is booked, one.
fn name_of(t: &Texts, mode: Mode, item: &desk::Item, is_booked: bool) -> String {
    let name = t.say(&item.name());
    let pieces = match &item.piece_out {
        Some(out) if mode == Mode::Return && item.standing.state != ItemState::HandedOut => out.standing.quantity,
        _ => item.standing.quantity,
    };
    match mode {
        Mode::Handout | Mode::Return if pieces > 1 && !is_booked => t.photo_one_of(pieces, name),
        Mode::Handout | Mode::Return => name,
        _ if pieces > 1 => format!("{pieces} × {name}"),
        _ => name,
    }
}

/// What became of a row: the desk's verdict, or that it was taken back.
fn booked(t: &Texts, mode: Mode, row: &Row, verdict: &Verdict) -> (&'static str, String, String) {
    let detail = verdict.detail.as_ref().map_or_else(String::new, |detail| t.say(detail));
    match &row.taken_back {
        Some(Ok(())) => ("none", t.photo_taken_back(), String::new()),
        Some(Err(reason)) => ("stop", t.say(reason), String::new()),
        None => {
            // The desk says the piece's name, which stands on the line already.
            let says = match (mode, verdict.outcome, verdict.headline.id()) {
                (Mode::Handout, Outcome::Applied, _) => t.photo_handed_out(),
                (Mode::Move, Outcome::Applied, "item-with-size" | "item-without-size") => t.photo_moved(),
                (Mode::Stocktake, Outcome::Applied, "item-with-size" | "item-without-size") => t.photo_counted(),
                _ => t.say(&verdict.headline),
            };
            (tone_of(verdict), says, detail)
        }
    }
}

/// What the button would do with a row. `is_open`: the household's visit is open at this desk.
fn will(t: &Texts, mode: Mode, verdict: &Verdict, is_open: bool) -> (&'static str, String, String) {
    let detail = verdict.detail.as_ref().map_or_else(String::new, |detail| t.say(detail));
    let is_name = matches!(verdict.headline.id(), "item-with-size" | "item-without-size");
    if mode == Mode::Stocktake && verdict.outcome == Outcome::Applied && is_name {
        return (tone_of(verdict), t.photo_will_count(), String::new());
    }
    if verdict.outcome != Outcome::Applied || matches!(mode, Mode::Lookup | Mode::Stocktake) {
        return (tone_of(verdict), t.say(&verdict.headline), detail);
    }
    let says = match (mode, verdict.headline.id()) {
        (_, "verdict-restocked") => t.photo_will_restock(),
        (_, "verdict-found-again") => t.photo_will_be_found(),
        (Mode::Handout, _) => t.photo_will_hand_out(),
        (Mode::Return, _) => t.photo_will_come_back(),
        (Mode::Intake, _) => t.photo_will_take_in(),
        _ => t.photo_will_move(),
    };
    // The details of a handout tell what the household needs: only when its visit is open, which is written down as a look
    // at it. Those of a move say where the piece is now, which it is not yet.
    let is_hidden = mode == Mode::Move || mode == Mode::Handout && !is_open;
    let detail = if is_hidden { String::new() } else { detail };
    (tone_of(verdict), says, detail)
}

fn waiting(mode: Mode) -> crate::texts::Message {
    if mode == Mode::Handout { say::photo_waits_for_card() } else { say::photo_waits_for_place() }
}

fn leading(mode: Mode, lead: &Lead) -> crate::texts::Message {
    match (mode, lead) {
        (Mode::Handout, Lead::Visit(_)) => say::photo_card_open(),
        (Mode::Handout, _) => say::photo_card_opens(),
        (Mode::Intake, _) => say::photo_donation_is_it(),
        _ => say::photo_place_is_it(),
    }
}

fn tone_of(verdict: &Verdict) -> &'static str {
    match verdict.tone {
        Tone::Ok => "ok",
        Tone::Again => "again",
        Tone::Stop => "stop",
    }
}

fn word(t: &Texts, tone: &str) -> String {
    match tone {
        "ok" => t.desk_word_ok(),
        "again" => t.desk_word_again(),
        "stop" => t.desk_word_stop(),
        _ => String::new(),
    }
}

/// The marks of all rows, drawn in the picture's own pixels.
pub(super) fn marks(sheet: &Sheet, rows: &[RowView]) -> Vec<MarkView> {
    let least = sheet.width.max(sheet.height) as f32 / 44.0;
    let mut marks = Vec::new();
    for (row, shown) in sheet.rows.iter().zip(rows) {
        for corners in &row.marks {
            marks.push(mark(shown, corners, least));
        }
    }
    marks
}

fn mark(shown: &RowView, corners: &Corners, least: f32) -> MarkView {
    let (x, y) = corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0 / 4.0, sum.1 + corner.1 / 4.0));
    let [(left, top), (right, down), ..] = *corners;
    let side = (right - left).hypot(down - top);
    let radius = (side * 0.36).clamp(least, least * 2.5);
    let points = |corners: &[(f32, f32)]| {
        let texts: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.0},{y:.0}")).collect();
        texts.join(" ")
    };
    let (r, slant) = (radius, radius * 1.3);
    let (symbol, sign) = match shown.tone {
        "ok" => ("✓", String::new()),
        "again" => ("?", points(&[(x, y - slant), (x + slant, y), (x, y + slant), (x - slant, y)])),
        "stop" => ("✗", points(&[(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)])),
        _ => ("", String::new()),
    };
    MarkView {
        number: shown.number,
        tone: shown.tone,
        symbol,
        says: format!("{}: {} – {}", shown.number, shown.name, shown.says),
        outline: points(corners),
        sign,
        x: x as i32,
        y: y as i32,
        radius: radius as i32,
    }
}
