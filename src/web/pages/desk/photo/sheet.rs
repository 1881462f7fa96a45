//! One photo as a list: its codes in reading order, each with the event that will book it, and what was decided so far.

use std::collections::BTreeSet;

use actix_web::web::Bytes;
use jiff::Timestamp;
use uuid::Uuid;

use super::reading::Seen;
use crate::actions::House;
use crate::codes::{Code, Kind, Unreadable, read};
use crate::domain::desk::{Mode, Verdict};
use crate::domain::{EventId, TerminalId};
use crate::qr::read::Found;
use crate::texts::Message;
use crate::web::pages::desk::chosen::Chosen;

/// The four corners of a code in the picture that is shown.
pub(super) type Corners = [(f32, f32); 4];

#[derive(Clone)]
pub(super) struct Sheet {
    pub(super) id: Uuid,
    /// Whose browser took it; nobody else sees it.
    pub(super) owner: TerminalId,
    pub(super) made_at: Timestamp,
    pub(super) mode: Mode,
    pub(super) picture: Bytes,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) complete: bool,
    /// Codes that no longer fit on the list.
    pub(super) left_off: usize,
    pub(super) rows: Vec<Row>,
    /// What all blank labels of the photo are, at intake.
    pub(super) chosen: Chosen,
    /// Other products that the last search found.
    pub(super) others: Vec<(String, String)>,
    /// The household's card, or the place, that was scanned or chosen beside the photo.
    pub(super) lead: Option<Code>,
    /// The event that opens the visit of that card.
    pub(super) card_event: EventId,
    /// When something of it was booked last.
    pub(super) booked_at: Option<Timestamp>,
}

/// As many lines as a list has: each look at it plans all of them, while nobody else can book.
const MOST_ROWS: usize = 200;

/// One code of the photo.
#[derive(Clone)]
pub(super) struct Row {
    /// 1, 2, 3 … as it stands on the picture.
    pub(super) number: usize,
    pub(super) code: Result<Code, Unreadable>,
    pub(super) text: String,
    /// More than one when the same label lies on the table twice.
    pub(super) marks: Vec<Corners>,
    /// Made with the list, so that a double click books once.
    pub(super) event: EventId,
    pub(super) unticked: bool,
    pub(super) booked: Option<Verdict>,
    /// Why it could not be taken back, or nothing when it was.
    pub(super) taken_back: Option<Result<(), Message>>,
}

impl Row {
    pub(super) fn kind(&self) -> Option<Kind> {
        self.code.as_ref().ok().map(|code| code.kind())
    }
}

impl Sheet {
    pub(super) fn new(house: &House, owner: TerminalId, mode: Mode, chosen: Chosen, seen: Seen) -> Sheet {
        let Seen { picture, width, height, found, complete } = seen;
        let (rows, left_off) = rows_of(found, || EventId(house.uuid()));
        let mut chosen = chosen;
        let mut donations = rows.iter().filter(|row| row.kind() == Some(Kind::Donation));
        // One donation's code among the pieces says whose they are; of two nobody knows which.
        if let (Mode::Intake, Some(row), None) = (mode, donations.next(), donations.next()) {
            row.code.iter().for_each(|code| chosen.donation = code.to_string());
        }
        drop(donations);
        Sheet {
            id: house.uuid(),
            owner,
            made_at: house.now(),
            mode,
            picture,
            width,
            height,
            complete,
            left_off,
            rows,
            chosen,
            others: Vec::new(),
            lead: None,
            card_event: EventId(house.uuid()),
            booked_at: None,
        }
    }

    /// Takes over a card or a place that was scanned or chosen beside the photo; anything else says nothing.
    pub(super) fn led_by(&mut self, house: &House, typed: &str) {
        let Ok(code) = read(typed) else { return };
        let fits = match self.mode {
            Mode::Handout => code.kind() == Kind::HouseholdCard,
            Mode::Move | Mode::Stocktake => matches!(code.kind(), Kind::Location | Kind::Box),
            _ => false,
        };
        if fits && self.lead != Some(code) {
            self.lead = Some(code);
            self.card_event = EventId(house.uuid());
        }
    }

    /// Remembers which boxes are ticked, of those that stood on the page.
    pub(super) fn tick(&mut self, shown: &BTreeSet<usize>, ticked: &BTreeSet<usize>) {
        for row in self.rows.iter_mut().filter(|row| shown.contains(&row.number)) {
            row.unticked = !ticked.contains(&row.number);
        }
    }
}

/// A line for each code, and how many codes no longer fit.
fn rows_of(found: Vec<Found>, event: impl Fn() -> EventId) -> (Vec<Row>, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut left_off = 0;
    for Found { text, corners, .. } in in_reading_order(found) {
        let code = read(&text);
        let same = |row: &&mut Row| match (&row.code, &code) {
            (Ok(known), Ok(code)) => known == code,
            _ => row.text == text,
        };
        if let Some(known) = rows.iter_mut().find(same) {
            known.marks.push(corners);
            continue;
        }
        if rows.len() == MOST_ROWS {
            left_off += 1;
            continue;
        }
        rows.push(Row {
            number: rows.len() + 1,
            code,
            text,
            marks: vec![corners],
            event: event(),
            unticked: false,
            booked: None,
            taken_back: None,
        });
    }
    (rows, left_off)
}

/// Row by row, as one reads: codes whose middles are less than one code apart in height stand in one row.
fn in_reading_order(mut found: Vec<Found>) -> Vec<Found> {
    let middle = |code: &Found| {
        let sum = code.corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0, sum.1 + corner.1));
        (sum.0 / 4.0, sum.1 / 4.0)
    };
    let side = |code: &Found| {
        let [(x, y), (across, down), ..] = code.corners;
        (across - x).hypot(down - y)
    };
    found.sort_by(|a, b| middle(a).1.total_cmp(&middle(b).1));
    let mut ordered: Vec<Found> = Vec::with_capacity(found.len());
    let mut row: Vec<Found> = Vec::new();
    for code in found {
        if let Some(first) = row.first()
            && middle(&code).1 - middle(first).1 > side(first).max(side(&code))
        {
            row.sort_by(|a, b| middle(a).0.total_cmp(&middle(b).0));
            ordered.append(&mut row);
        }
        row.push(code);
    }
    row.sort_by(|a, b| middle(a).0.total_cmp(&middle(b).0));
    ordered.append(&mut row);
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(name: &str, x: f32, y: f32) -> Found {
        Found {
            text: name.to_owned(),
            corners: [(x, y), (x + 40.0, y), (x + 40.0, y + 40.0), (x, y + 40.0)],
            stage: "blocks",
        }
    }

    #[test]
    fn a_list_ends_somewhere_and_says_so() {
        let found = (0..MOST_ROWS + 3).map(|number| at(&number.to_string(), 0.0, number as f32 * 60.0)).collect();
        let (rows, left_off) = rows_of(found, || EventId(Uuid::nil()));
        assert_eq!((rows.len(), left_off), (MOST_ROWS, 3));
    }

    #[test]
    fn codes_are_numbered_as_one_reads() {
        let found = vec![at("4", 300.0, 210.0), at("1", 10.0, 12.0), at("3", 10.0, 200.0), at("2", 200.0, 0.0)];
        let order: Vec<String> = in_reading_order(found).into_iter().map(|code| code.text).collect();
        assert_eq!(order, ["1", "2", "3", "4"]);
        assert!(in_reading_order(Vec::new()).is_empty());
    }
}
