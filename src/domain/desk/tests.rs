//! The desk without a database: random scans against a little memory, and what must hold after each of them.

mod guard;
mod rules;

use std::collections::BTreeMap;

use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::catalogue::Catalogue;
use crate::domain::item::ItemState;
use crate::domain::needs::{NeedState, state_with};

/// One entry that can be taken back: item, movement, the standing before, the visit.
type Entry = (ItemId, MovementId, Option<Standing>, Option<VisitId>, MovementKind);

/// Three labels (two pieces and a lot), two households with a needs list each, one terminal.
struct Room {
    items: BTreeMap<Code, Vec<Item>>,
    households: BTreeMap<Code, Household>,
    desk: Desk,
    /// Entries of each event with the standing before, newest last; those taken back are gone.
    past: Vec<(Timestamp, Vec<Entry>)>,
    visits: BTreeMap<VisitId, OpenVisit>,
    rules: Rules,
    voucher: Option<Voucher>,
    record: Record,
    count: u128,
    now: Timestamp,
}

fn label(kind: Kind, at: u8) -> Code {
    let mut body = *b"00000000";
    body[7] = crate::codes::alphabet::SYMBOLS[usize::from(at)];
    Code::with_body(kind, &body).unwrap()
}

/// The place behind a code.
fn place(code: Code) -> LocationId {
    LocationId(Uuid::from_u128(code.as_str().bytes().fold(0, |sum, byte| sum << 8 | u128::from(byte))))
}

impl Room {
    fn new() -> Room {
        let household = |at: u8| {
            let card = label(Kind::HouseholdCard, at);
            let need = NeedLine {
                id: NeedId(Uuid::from_u128(100 + u128::from(at))),
                member: None,
                product: "tshirt".parse().unwrap(),
                cut: None,
                size: None,
                wanted: 3,
                got: 0,
                state: NeedState::Open,
                recorded_at: Timestamp::UNIX_EPOCH,
            };
            let id = HouseholdId(Uuid::from_u128(u128::from(at)));
            (
                card,
                Household {
                    id,
                    state: HouseholdState::Active,
                    people: 2,
                    card,
                    last_visit_on: None,
                    ready: 0,
                    needs: vec![need],
                },
            )
        };
        Room {
            items: BTreeMap::new(),
            households: [household(1), household(2)].into(),
            desk: Desk::default(),
            past: Vec::new(),
            visits: BTreeMap::new(),
            rules: Rules { pieces_per_person: Some(2), ..Rules::default() },
            voucher: None,
            record: Record::default(),
            count: 1000,
            now: Timestamp::from_second(1_000_000_000).unwrap(),
        }
    }

    fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.values().flatten().find(|item| item.id == id)
    }

    /// What the database would say about this scan.
    fn facts(&self, scan: &Scan) -> Facts<'static> {
        let code = scan.code.clone().unwrap();
        let subject = match code.kind() {
            Kind::Command => Subject::Command(Command::from_code(code)),
            Kind::HouseholdCard => Subject::Household(self.households[&code].clone()),
            Kind::Location => Subject::Location { id: place(code), name: format!("Regal {code}") },
            Kind::Product => Subject::Product("tshirt".parse().unwrap()),
            Kind::VolunteerBadge => Subject::Badge {
                user: UserId(Uuid::from_u128(7)),
                name: "Ada".to_owned(),
                role: if code == label(Kind::VolunteerBadge, LEAD) { Role::Coordinator } else { Role::Volunteer },
                active: true,
            },
            _ => self.subject(code),
        };
        let visitor = match &subject {
            Subject::Household(household) => Some(household.clone()),
            _ => {
                let opens = self.desk.question.as_ref().and_then(|question| question.opens.as_ref());
                self.desk.visit.as_ref().or(opens).map(|visit| self.households[&visit.card].clone())
            }
        };
        let undoable = self.past.last().map(|(at, entries)| Undoable {
            occurred_at: *at,
            entries: entries
                .iter()
                .map(|(item, movement, before, visit, kind)| UndoableEntry {
                    kind: *kind,
                    movement: *movement,
                    visit: *visit,
                    item: self.item(*item).unwrap().clone(),
                    before: before.clone(),
                    fields_before: None,
                    is_last: true,
                })
                .collect(),
        });
        let asked = self.desk.question.as_ref().and_then(|question| question.item);
        let offered = self.desk.offer.as_ref().map(|offer| offer.item);
        let waiting = self.households.values().find_map(|household| {
            let line = household.needs.first().filter(|line| line.is_open())?;
            let missing = line.missing() - self.aside(line.id);
            let card = household.card.as_str()[..3].to_owned();
            (missing > 0).then_some(Waiting { household: household.id, need: line.id, card, missing })
        });
        Facts {
            visitor,
            tray: self.desk.tray.iter().filter_map(|waiting| self.item(waiting.item).cloned()).collect(),
            questioned: asked.or(offered).and_then(|id| self.item(id).cloned()),
            undoable,
            described: self.desk.describes.as_ref().map(|label| self.subject(label.code)),
            advice: Advice { waiting, ..Advice::default() },
            rules: self.rules,
            voucher: self.voucher.clone(),
            record: self.record.clone(),
            ..Facts::of(Catalogue::shipped(), subject)
        }
    }

    fn subject(&self, code: Code) -> Subject {
        let Some(all) = self.items.get(&code) else { return Subject::Blank };
        let mut item = all[0].clone();
        let out = all[1..].iter().rfind(|piece| piece.standing.state == ItemState::HandedOut);
        item.piece_out = out.cloned().map(Box::new);
        Subject::Item(item)
    }

    /// Pieces that lie ready for a line.
    fn aside(&self, need: NeedId) -> i32 {
        let standings = self.items.values().flatten().map(|item| &item.standing);
        let aside = standings.filter(|standing| standing.state == ItemState::Reserved && standing.need == Some(need));
        aside.map(|standing| standing.quantity).sum()
    }

    /// Scans, checks the decision against the rules, and remembers it.
    fn scan(&mut self, mode: Mode, code: Code, quantity: i64, wait: i64) -> Verdict {
        self.count += 1;
        self.now += SignedDuration::from_secs(wait);
        let scan = Scan {
            event_id: EventId(Uuid::from_u128(self.count << 64)),
            terminal_id: TerminalId(Uuid::nil()),
            occurred_at: self.now,
            received_at: self.now,
            mode,
            code: Ok(code),
            raw: code.to_string(),
            visit: None,
            quantity,
            fields: Fields { product: "tshirt".parse().ok().filter(|_| mode == Mode::Intake), ..Fields::default() },
            told: None,
            of_list: false,
        };
        let decision = decide(&scan, &self.desk, &self.facts(&scan));
        let books = decision.verdict.outcome == Outcome::Applied || !decision.verdict.lines.is_empty();
        assert!(books || decision.drafts.is_empty(), "{:?} books {:?}", decision.verdict, decision.drafts);
        let mut entries: BTreeMap<EventId, Vec<_>> = BTreeMap::new();
        for draft in &decision.drafts {
            self.book(draft, &mut entries);
        }
        // What takes back takes the last event back, and may book it anew.
        if decision.drafts.iter().any(|draft| draft.kind == MovementKind::Reversal) {
            self.past.pop();
        }
        let made = entries.into_values().filter(|entries| !entries.is_empty());
        self.past.extend(made.map(|entries| (self.now, entries)));
        self.tick();
        self.desk = decision.desk;
        for visit in &decision.visits {
            if let VisitChange::Open(visit) = visit {
                self.visits.insert(visit.id, visit.clone());
            }
        }
        decision.verdict
    }

    fn book(&mut self, draft: &Draft, entries: &mut BTreeMap<EventId, Vec<Entry>>) {
        let (id, under) = match draft.target {
            Target::Item(item) => (item, None),
            Target::New { item, label } => (item, Some(label)),
            Target::PieceOf { item, lot } => {
                let under =
                    self.items.iter().find(|(_, all)| all.iter().any(|other| other.id == lot)).map(|(code, _)| *code);
                (item, under)
            }
        };
        let before = self.item(id).map(|item| item.standing.clone());
        let from = before.as_ref().map(|standing| standing.state);
        assert!(draft.kind.allows(from, draft.after.state), "{} {from:?} → {}", draft.kind, draft.after.state);
        assert_eq!(draft.after.version, before.as_ref().map_or(1, |standing| standing.version + 1));
        assert!(draft.after.quantity >= 1, "{draft:?}");
        for (fulfils, sign) in [(before.as_ref().and_then(Standing::fulfils), -1), (draft.after.fulfils(), 1)] {
            let Some((need, pieces)) = fulfils else { continue };
            for line in
                self.households.values_mut().flat_map(|household| &mut household.needs).filter(|line| line.id == need)
            {
                line.got += sign * pieces;
            }
        }
        let made = entries.entry(draft.event_id).or_default();
        if draft.kind != MovementKind::Reversal {
            let movement = MovementId(draft.event_id.child(made.len() as i32));
            made.push((id, movement, before.clone(), draft.visit, draft.kind));
        }
        let words = Words::new("T-Shirt", "T-shirt");
        if before.is_none() {
            let fields = draft.details.clone().expect("a new item says what it is");
            let code = under.expect("a label or a lot");
            self.items.entry(code).or_default().push(Item {
                id,
                code: Some(code),
                product: fields.product.expect("a product"),
                words,
                cut: None,
                size: None,
                condition: Condition::Good,
                donation: None,
                standing: draft.after.clone(),
                last_visit: draft.visit,
                handed_out_on: None,
                location: None,
                piece_out: None,
            });
            return;
        }
        let item = self.items.values_mut().flatten().find(|item| item.id == id).expect("known");
        item.standing = draft.after.clone();
        item.last_visit = draft.visit;
        item.handed_out_on = Some(jiff::civil::date(2026, 11, 22));
    }

    /// Pieces that exist, wherever they are.
    fn pieces(&self) -> i32 {
        let living = self.items.values().flatten().filter(|item| item.standing.state != ItemState::Void);
        living.map(|item| item.standing.quantity).sum()
    }

    fn assert_agrees(&self) {
        for line in self.households.values().flat_map(|household| &household.needs) {
            let out: i32 = self
                .items
                .values()
                .flatten()
                .filter_map(|item| item.standing.fulfils())
                .filter(|(need, _)| *need == line.id)
                .map(|(_, pieces)| pieces)
                .sum();
            assert_eq!(line.got, out, "the list ticks what is out");
        }
    }

    /// Brings the lines' states up to date, as the ledger does.
    fn tick(&mut self) {
        let aside: BTreeMap<NeedId, i32> = self
            .households
            .values()
            .flat_map(|household| &household.needs)
            .map(|line| (line.id, self.aside(line.id)))
            .collect();
        for line in self.households.values_mut().flat_map(|household| &mut household.needs) {
            line.state = state_with(line.state, line.wanted, line.got, aside[&line.id].into());
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    TakeIn(u8, i64),
    Card(u8),
    Piece(u8, i64),
    Return(u8, i64),
    Place(u8),
    Move(u8),
    Command(Command),
    /// At the intake's table.
    IntakeCommand(Command),
    /// A product's sheet, at the handout.
    Sheet,
    /// A badge, at the handout.
    Badge(u8),
}

/// The badge of a lead; all others are volunteers'.
const LEAD: u8 = 1;

fn steps() -> impl Strategy<Value = Vec<(Step, i64)>> {
    let step = prop_oneof![
        2 => (0..4u8, 1..4i64).prop_map(|(at, count)| Step::TakeIn(at, count)),
        3 => (1..3u8).prop_map(Step::Card),
        6 => (0..4u8, 1..3i64).prop_map(|(at, count)| Step::Piece(at, count)),
        2 => (0..4u8, 1..3i64).prop_map(|(at, count)| Step::Return(at, count)),
        1 => (1..3u8).prop_map(Step::Place),
        2 => (0..4u8).prop_map(Step::Move),
        3 => prop::sample::select(vec![Command::Undo, Command::Yes, Command::Cancel, Command::Finish, Command::Lock]).prop_map(Step::Command),
        2 => (1..5u8).prop_map(|count| Step::Command(Command::Quantity(count))),
        2 => prop::sample::select(vec![Command::Undo, Command::Yes, Command::Quantity(1), Command::Quantity(4)]).prop_map(Step::IntakeCommand),
        2 => Just(Step::Sheet),
        2 => (1..3u8).prop_map(Step::Badge),
    ];
    // Waits: a quick hand, a slow one, and somebody who went for coffee.
    prop::collection::vec((step, prop_oneof![5 => 2..8i64, 1 => 31..70i64, 1 => 100..1000i64]), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is scanned in whatever order: the rules of the ledger hold, the needs lists tick what is out, and pieces
    /// come and go only by intake and by taking an intake back.
    #[test]
    fn the_desk_never_loses_count(steps in steps()) {
        let mut room = Room::new();
        for (step, wait) in steps {
            let before = room.pieces();
            let verdict = match step {
                Step::TakeIn(at, count) => room.scan(Mode::Intake, label(Kind::Item, at), count, wait),
                Step::Card(at) => room.scan(Mode::Handout, label(Kind::HouseholdCard, at), 1, wait),
                Step::Piece(at, count) => room.scan(Mode::Handout, label(Kind::Item, at), count, wait),
                Step::Return(at, count) => room.scan(Mode::Return, label(Kind::Item, at), count, wait),
                Step::Place(at) => room.scan(Mode::Move, label(Kind::Location, at), 1, wait),
                Step::Move(at) => room.scan(Mode::Move, label(Kind::Item, at), 1, wait),
                Step::Command(command) => room.scan(Mode::Handout, command.code(), 1, wait),
                Step::IntakeCommand(command) => room.scan(Mode::Intake, command.code(), 1, wait),
                Step::Sheet => room.scan(Mode::Handout, label(Kind::Product, 1), 1, wait),
                Step::Badge(at) => room.scan(Mode::Handout, label(Kind::VolunteerBadge, at), 1, wait),
            };
            room.assert_agrees();
            let changes_stock = matches!(
                step,
                Step::TakeIn(..) | Step::Command(Command::Undo) | Step::IntakeCommand(_) | Step::Sheet
            );
            prop_assert!(changes_stock || room.pieces() == before, "{step:?} {verdict:?}");
        }
    }

    /// Taking back again and again leads to where everything began.
    #[test]
    fn undo_leads_back(pieces in prop::collection::vec((0..4u8, 0..4u8), 1..6)) {
        let mut room = Room::new();
        room.rules = Rules::default();
        for at in 0..4u8 {
            room.scan(Mode::Intake, label(Kind::Item, at), 3, 2);
        }
        let stock = room.past.len();
        room.scan(Mode::Handout, label(Kind::HouseholdCard, 1), 1, 2);
        for (at, count) in pieces {
            room.scan(Mode::Handout, label(Kind::Item, at), 1, 2);
            if count > 0 {
                room.scan(Mode::Handout, Command::Quantity(count).code(), 1, 2);
            }
        }
        while room.past.len() > stock {
            let verdict = room.scan(Mode::Handout, Command::Undo.code(), 1, 2);
            prop_assert_eq!(verdict.outcome, Outcome::Applied);
        }
        for all in room.items.values() {
            prop_assert_eq!((all[0].standing.state, all[0].standing.quantity), (ItemState::InStock, 3));
        }
        room.assert_agrees();
        prop_assert_eq!(room.desk.visit.as_ref().map(|visit| visit.pieces), Some(0));
    }
}

/// A room with one piece in it, and where that is.
fn with_one_piece() -> Room {
    let mut room = Room::new();
    room.scan(Mode::Intake, label(Kind::Item, 0), 1, 2);
    room
}

impl Room {
    fn lies_in(&self) -> Option<LocationId> {
        self.items[&label(Kind::Item, 0)][0].standing.location
    }
}

#[test]
fn pieces_go_to_the_place_that_was_scanned_last() {
    let (piece, here, there) = (label(Kind::Item, 0), label(Kind::Location, 1), label(Kind::Location, 2));
    let mut room = with_one_piece();
    assert_eq!(room.scan(Mode::Move, piece, 1, 2).outcome, Outcome::Question, "no place yet");
    room.scan(Mode::Move, here, 1, 2);
    assert_eq!(room.scan(Mode::Move, piece, 1, 2).outcome, Outcome::Applied);
    assert_eq!(room.lies_in(), Some(place(here)));
    assert_eq!(room.scan(Mode::Move, piece, 1, 2).outcome, Outcome::Duplicate, "it lies there already");
    room.scan(Mode::Move, there, 1, 2);
    room.scan(Mode::Move, piece, 1, 2);
    assert_eq!(room.lies_in(), Some(place(there)));
    // What was moved is taken back where things are moved, and nowhere else.
    assert_eq!(room.scan(Mode::Handout, Command::Undo.code(), 1, 2).outcome, Outcome::Duplicate);
    assert_eq!(room.scan(Mode::Move, Command::Undo.code(), 1, 2).outcome, Outcome::Applied);
    assert_eq!(room.lies_in(), Some(place(here)));
}

#[test]
fn a_place_is_forgotten_after_a_pause_and_at_another_table() {
    let (piece, here) = (label(Kind::Item, 0), label(Kind::Location, 1));
    let mut room = with_one_piece();
    room.scan(Mode::Move, here, 1, 2);
    assert_eq!(room.scan(Mode::Move, piece, 1, PLACE_PAUSE.as_secs() + 1).outcome, Outcome::Question);
    room.scan(Mode::Move, here, 1, 2);
    room.scan(Mode::Lookup, piece, 1, 2);
    assert!(room.desk.place.is_some(), "looking something up is no other table");
    room.scan(Mode::Handout, piece, 1, 2);
    assert_eq!(room.scan(Mode::Move, piece, 1, 2).outcome, Outcome::Question);
    assert_eq!(room.lies_in(), None);
}

#[test]
fn what_is_out_does_not_move_and_what_was_missing_is_found() {
    let (piece, here) = (label(Kind::Item, 0), label(Kind::Location, 1));
    let mut room = with_one_piece();
    for (state, outcome) in [
        (ItemState::HandedOut, Outcome::Refused),
        (ItemState::Discarded, Outcome::Refused),
        (ItemState::InCare, Outcome::Applied),
        (ItemState::Missing, Outcome::Applied),
    ] {
        let item = &mut room.items.get_mut(&piece).unwrap()[0];
        (item.standing.state, item.standing.location) = (state, None);
        room.scan(Mode::Move, here, 1, 2);
        assert_eq!(room.scan(Mode::Move, piece, 1, 2).outcome, outcome, "{state}");
    }
    assert_eq!(room.items[&piece][0].standing.state, ItemState::InStock);
}

impl Room {
    /// A scan as it comes next, and the decision on it, without booking anything.
    fn look(&mut self, mode: Mode, code: Code, change: impl FnOnce(&mut Scan, &mut Facts<'static>)) -> Decision {
        self.count += 1;
        let mut scan = Scan {
            event_id: EventId(Uuid::from_u128(self.count << 64)),
            terminal_id: TerminalId(Uuid::nil()),
            occurred_at: self.now,
            received_at: self.now,
            mode,
            code: Ok(code),
            raw: code.to_string(),
            visit: None,
            quantity: 1,
            fields: Fields::default(),
            told: None,
            of_list: false,
        };
        let mut facts = self.facts(&scan);
        change(&mut scan, &mut facts);
        decide(&scan, &self.desk, &facts)
    }
}

#[test]
fn a_piece_that_names_a_visit_opens_it_again_at_a_desk_without_one() {
    let (piece, card) = (label(Kind::Item, 0), label(Kind::HouseholdCard, 1));
    let mut room = with_one_piece();
    room.scan(Mode::Handout, card, 1, 2);
    let visit = room.desk.visit.clone().expect("open");
    room.scan(Mode::Handout, Command::Finish.code(), 1, 2);
    let visitor = room.households[&card].clone();
    let decision = room.look(Mode::Handout, piece, |scan, facts| {
        scan.visit = Some(visit.id);
        (facts.named_visit, facts.visitor) = (Some(visit.clone()), Some(visitor));
    });
    assert_eq!(decision.drafts.len(), 1);
    assert!(matches!(&decision.visits[..], [VisitChange::Open(opened)] if opened.id == visit.id));
}

#[test]
fn the_card_of_a_list_leaves_the_tray_alone() {
    let (piece, card) = (label(Kind::Item, 0), label(Kind::HouseholdCard, 1));
    let mut room = with_one_piece();
    room.scan(Mode::Handout, piece, 1, 2);
    assert_eq!(room.desk.tray.len(), 1);
    let listed = room.look(Mode::Handout, card, |scan, _| scan.of_list = true);
    assert_eq!((listed.drafts.len(), listed.desk.tray.len()), (0, 1));
    let scanned = room.look(Mode::Handout, card, |_, _| ());
    assert_eq!((scanned.drafts.len(), scanned.desk.tray.len()), (1, 0));
}

#[test]
fn a_place_with_places_inside_is_not_counted() {
    let mut room = Room::new();
    let shelf = label(Kind::Location, 1);
    let room_itself = room.look(Mode::Stocktake, shelf, |_, facts| {
        facts.count = Some(Count { holds_places: true, ..Count::default() });
    });
    assert_eq!(
        (room_itself.verdict.outcome, room_itself.count, room_itself.desk.place),
        (Outcome::Refused, None, None)
    );
    let shelf_in_it = room.look(Mode::Stocktake, shelf, |_, facts| facts.count = Some(Count::default()));
    assert!(matches!(shelf_in_it.count, Some(CountChange::Open { .. })));
}

#[test]
fn the_card_says_what_lies_ready_for_it() {
    let card = label(Kind::HouseholdCard, 1);
    let mut room = Room::new();
    let with = |room: &mut Room, pieces| {
        room.look(Mode::Handout, card, |_, facts| {
            facts.rules = Rules::default();
            if let Subject::Household(household) = &mut facts.subject {
                household.ready = pieces;
            }
        })
    };
    let open = with(&mut room, 0).verdict.detail.expect("a detail");
    let ready = with(&mut room, 2).verdict.detail;
    assert_eq!(ready, Some(say::verdict_visit_ready(2_i64, card.bag(), open)));
}

#[test]
fn a_misread_leaves_the_question_on_the_screen_and_time_to_answer() {
    let (piece, card, other) = (label(Kind::Item, 0), label(Kind::HouseholdCard, 1), label(Kind::HouseholdCard, 2));
    let mut room = with_one_piece();
    room.rules = Rules::default();
    for code in [card, piece, Command::Finish.code(), other] {
        room.scan(Mode::Handout, code, 1, 2);
    }
    let asked = room.scan(Mode::Handout, piece, 1, 2);
    assert!(asked.asks, "{asked:?}");
    room.now += SignedDuration::from_secs(25);
    let misread = room.look(Mode::Handout, piece, |scan, _| scan.code = Err(Unreadable::Damaged));
    assert_eq!((misread.verdict.asks, misread.verdict.detail), (true, Some(asked.headline)));
    assert_eq!(misread.desk.question.map(|question| question.asked_at), Some(room.now));
}
