//! Numbers, offers, questions that only a lead answers, and labels that are described on the spot.

use super::*;

fn piece(at: u8) -> Code {
    label(Kind::Item, at)
}

fn card(at: u8) -> Code {
    label(Kind::HouseholdCard, at)
}

impl Room {
    fn take_in(&mut self, at: u8, count: i64) -> Verdict {
        self.scan(Mode::Intake, piece(at), count, 2)
    }

    fn at_handout(&mut self, code: Code) -> Verdict {
        self.scan(Mode::Handout, code, 1, 2)
    }

    fn number(&mut self, mode: Mode, count: u8) -> Verdict {
        self.scan(mode, Command::Quantity(count).code(), 1, 2)
    }

    fn undo(&mut self, mode: Mode) -> Verdict {
        self.scan(mode, Command::Undo.code(), 1, 2)
    }

    /// State and pieces of the item under a label.
    fn lies(&self, at: u8) -> (ItemState, i32) {
        let standing = &self.items[&piece(at)][0].standing;
        (standing.state, standing.quantity)
    }

    fn in_visit(&self) -> Option<i32> {
        self.desk.visit.as_ref().map(|visit| visit.pieces)
    }

    fn got(&self, household: u8) -> i32 {
        self.households[&card(household)].needs[0].got
    }
}

#[test]
fn a_fresh_piece_becomes_a_lot_and_one_undo_takes_both_back() {
    let mut room = Room::new();
    room.take_in(0, 1);
    assert_eq!(room.number(Mode::Intake, 5).outcome, Outcome::Applied);
    assert_eq!(room.lies(0), (ItemState::InStock, 5));
    assert_eq!(room.number(Mode::Intake, 5).outcome, Outcome::Duplicate, "scanned twice");
    assert_eq!(room.number(Mode::Intake, 10).outcome, Outcome::Applied, "a number that was wrong is set right");
    assert_eq!(room.lies(0), (ItemState::InStock, 10));
    assert_eq!(room.undo(Mode::Intake).outcome, Outcome::Applied);
    assert_eq!(room.lies(0).0, ItemState::Void);
    assert_eq!(room.undo(Mode::Intake).outcome, Outcome::Duplicate, "nothing is left of it");
}

#[test]
fn a_number_belongs_to_the_last_scan_for_a_minute() {
    let mut room = Room::new();
    room.take_in(0, 1);
    room.scan(Mode::Intake, label(Kind::Location, 1), 1, 2);
    assert_eq!(room.number(Mode::Intake, 5).outcome, Outcome::Refused, "something else was scanned");
    room.take_in(1, 1);
    let late = room.scan(Mode::Intake, Command::Quantity(5).code(), 1, LINE_PAUSE.as_secs() + 1);
    assert_eq!(late.outcome, Outcome::Refused);
    assert_eq!((room.lies(0).1, room.lies(1).1), (1, 1));
}

#[test]
fn so_many_of_a_lot_go_out_in_all() {
    let mut room = Room::new();
    room.rules = Rules::default();
    room.take_in(0, 8);
    room.at_handout(card(1));
    room.at_handout(piece(0));
    for (count, left) in [(5u8, 3), (2, 6), (8, 8), (1, 7)] {
        let verdict = room.number(Mode::Handout, count);
        assert_eq!((verdict.outcome, verdict.pieces), (Outcome::Applied, Some(count.into())), "{count}: {verdict:?}");
        // The last pieces of a lot go out under its own label.
        let state = if count == 8 { ItemState::HandedOut } else { ItemState::InStock };
        assert_eq!(room.lies(0), (state, left), "{count}");
        assert_eq!(room.got(1), i32::from(count));
    }
    let most = room.number(Mode::Handout, 9);
    assert_eq!((most.outcome, room.in_visit()), (Outcome::Refused, Some(1)));
    assert_eq!(room.number(Mode::Handout, 3).outcome, Outcome::Applied, "after a number too large comes the right one");
    room.undo(Mode::Handout);
    assert_eq!((room.lies(0), room.got(1), room.in_visit()), ((ItemState::InStock, 8), 0, Some(0)));
}

#[test]
fn a_single_piece_has_no_number_at_the_handout() {
    let mut room = Room::new();
    room.take_in(0, 1);
    room.at_handout(card(1));
    room.at_handout(piece(0));
    let verdict = room.number(Mode::Handout, 2);
    assert_eq!((verdict.outcome, verdict.headline.id()), (Outcome::Refused, "verdict-quantity-alone"));
    assert_eq!(room.in_visit(), Some(1));
}

#[test]
fn a_lot_on_the_tray_takes_a_number_too() {
    let mut room = Room::new();
    room.take_in(0, 8);
    room.at_handout(piece(0));
    assert_eq!(room.number(Mode::Handout, 9).outcome, Outcome::Refused);
    assert_eq!(room.number(Mode::Handout, 3).outcome, Outcome::Question);
    assert_eq!(room.at_handout(card(1)).pieces, Some(3));
    // And once more when the card has booked it.
    assert_eq!(room.number(Mode::Handout, 4).pieces, Some(4));
    assert_eq!(room.lies(0), (ItemState::InStock, 4));
}

#[test]
fn a_yes_lays_the_piece_aside_and_anything_else_goes_on() {
    let mut room = Room::new();
    let offered = room.take_in(0, 1);
    assert!(offered.offers && !offered.asks);
    assert_eq!(offered.outcome, Outcome::Applied, "nothing is held up");
    assert!(room.take_in(1, 1).offers, "the next piece, and a new offer");
    let laid = room.scan(Mode::Intake, Command::Yes.code(), 1, 2);
    assert_eq!((laid.outcome, laid.headline.id()), (Outcome::Applied, "verdict-laid-aside"));
    assert_eq!((room.lies(0).0, room.lies(1).0), (ItemState::InStock, ItemState::Reserved));
    assert_eq!(room.households[&card(1)].needs[0].state, NeedState::Reserved);
    assert_eq!(room.scan(Mode::Intake, Command::Yes.code(), 1, 2).outcome, Outcome::Duplicate, "yes once");
    room.undo(Mode::Intake);
    assert_eq!(room.lies(1).0, ItemState::InStock);
    assert_eq!(room.households[&card(1)].needs[0].state, NeedState::Open);
    room.undo(Mode::Intake);
    assert_eq!(room.lies(1).0, ItemState::Void);
}

#[test]
fn an_offer_lasts_a_minute_and_a_lot_is_not_taken_apart_for_it() {
    let mut room = Room::new();
    room.take_in(0, 1);
    let late = room.scan(Mode::Intake, Command::Yes.code(), 1, LINE_PAUSE.as_secs() + 1);
    assert_eq!((late.outcome, room.lies(0).0), (Outcome::Duplicate, ItemState::InStock));
    room.take_in(1, 1);
    room.scan(Mode::Intake, label(Kind::Location, 1), 1, 2);
    assert_eq!(room.scan(Mode::Intake, Command::Yes.code(), 1, 2).outcome, Outcome::Duplicate, "another scan went on");
    room.undo(Mode::Intake);
    assert!(!room.take_in(1, 4).offers, "three are wanted");
    assert!(room.take_in(2, 3).offers);
    room.take_in(3, 1);
    assert_eq!(room.scan(Mode::Intake, Command::Cancel.code(), 1, 2).headline.id(), "verdict-answered-no");
    assert_eq!(room.scan(Mode::Intake, Command::Yes.code(), 1, 2).outcome, Outcome::Duplicate);
}

#[test]
fn what_is_laid_aside_goes_to_its_household_and_to_others_only_by_a_lead() {
    let mut room = Room::new();
    for at in [0, 1] {
        room.take_in(at, 1);
        room.scan(Mode::Intake, Command::Yes.code(), 1, 2);
    }
    room.at_handout(card(1));
    assert_eq!(room.at_handout(piece(0)).outcome, Outcome::Applied);
    room.at_handout(card(2));
    let asked = room.at_handout(piece(1));
    assert!(asked.asks && asked.asks_lead, "{asked:?}");
    let volunteer = room.at_handout(Command::Yes.code());
    assert_eq!((volunteer.outcome, volunteer.headline.id()), (Outcome::Refused, "verdict-lead-needed"));
    assert!(volunteer.asks && room.desk.question.is_some(), "the question stands");
    assert_eq!(room.at_handout(label(Kind::VolunteerBadge, 2)).headline.id(), "verdict-lead-needed");
    let before = room.desk.volunteer;
    let given = room.at_handout(label(Kind::VolunteerBadge, LEAD));
    assert_eq!((given.outcome, given.pieces), (Outcome::Applied, Some(1)));
    assert_eq!(room.desk.volunteer, before, "the volunteer stays signed on");
    let twice = room.scan(Mode::Handout, label(Kind::VolunteerBadge, LEAD), 1, 1);
    assert_eq!((twice.outcome, room.desk.volunteer), (Outcome::Duplicate, before), "the badge was read twice");
    assert_eq!((room.got(1), room.got(2)), (1, 1));
    // Taken back, it lies there for the first household as before.
    room.undo(Mode::Handout);
    assert_eq!(room.lies(1).0, ItemState::Reserved);
    assert_eq!(room.items[&piece(1)][0].standing.household, Some(room.households[&card(1)].id));
    assert_eq!((room.got(2), room.in_visit()), (0, Some(0)));
}

#[test]
fn above_the_limit_a_lead_is_asked_piece_by_piece() {
    let mut room = Room::new();
    room.take_in(0, 9);
    for at in [1, 2] {
        room.take_in(at, 1);
    }
    room.at_handout(card(1));
    room.scan(Mode::Handout, piece(0), 3, 2);
    assert_eq!(room.at_handout(piece(1)).outcome, Outcome::Applied, "two people, two pieces each");
    let asked = room.at_handout(piece(2));
    assert_eq!(asked.headline.id(), "verdict-limit-ask");
    assert_eq!(room.at_handout(Command::Cancel.code()).headline.id(), "verdict-answered-no");
    assert_eq!(room.in_visit(), Some(4));
    let asked = room.scan(Mode::Handout, piece(0), 2, 2);
    assert!(asked.asks_lead);
    assert_eq!(room.at_handout(label(Kind::VolunteerBadge, LEAD)).pieces, Some(6), "as many as were asked for");
    assert_eq!(room.at_handout(piece(2)).outcome, Outcome::Question, "each time anew");
    room.at_handout(Command::Cancel.code());
    // A question that nobody answers counts as no.
    room.at_handout(piece(2));
    let gone = room.scan(Mode::Handout, label(Kind::VolunteerBadge, LEAD), 1, QUESTION_PAUSE.as_secs() + 1);
    assert_eq!((gone.headline.id(), room.lies(2).0), ("verdict-hello", ItemState::InStock));
}

#[test]
fn a_lead_at_the_desk_says_yes_by_key() {
    let mut room = with_one_piece();
    room.at_handout(card(1));
    room.at_handout(piece(0));
    room.at_handout(card(2));
    room.at_handout(piece(0));
    let decision = room.look(Mode::Handout, Command::Yes.code(), |_, facts| facts.lead = true);
    assert_eq!(decision.drafts.first().map(|draft| draft.kind), Some(MovementKind::Rebook));
}

#[test]
fn no_number_gets_around_the_limit() {
    let mut room = Room::new();
    room.take_in(0, 9);
    room.at_handout(card(1));
    room.at_handout(piece(0));
    assert_eq!(room.number(Mode::Handout, 5).headline.id(), "verdict-limit");
    assert_eq!(room.number(Mode::Handout, 4).pieces, Some(4));
}

#[test]
fn what_was_told_offline_needs_no_lead_but_what_was_asked_is_asked_again() {
    let mut room = Room::new();
    room.take_in(0, 9);
    room.at_handout(card(1));
    let told = |told| {
        move |scan: &mut Scan, _: &mut Facts<'static>| {
            (scan.quantity, scan.told) = (5, Some(told));
        }
    };
    assert!(room.look(Mode::Handout, piece(0), told(Outcome::Question)).desk.question.is_some());
    assert!(
        room.look(Mode::Handout, piece(0), told(Outcome::Applied)).drafts.is_empty(),
        "decide_late loosens the rules"
    );
}

#[test]
fn a_blank_label_is_described_and_comes_in_and_goes_out_at_once() {
    let mut room = Room::new();
    room.take_in(1, 1);
    room.at_handout(card(1));
    let waits = room.at_handout(piece(0));
    assert_eq!((waits.outcome, waits.headline.id()), (Outcome::Question, "verdict-describe"));
    let given = room.at_handout(label(Kind::Product, 1));
    assert_eq!((given.outcome, given.pieces), (Outcome::Applied, Some(1)));
    assert_eq!((room.lies(0), room.got(1)), ((ItemState::HandedOut, 1), 1));
    assert_eq!(room.at_handout(label(Kind::Product, 1)).outcome, Outcome::Refused, "one sheet, one piece");
    // One undo takes both back, and the label may be described anew.
    assert_eq!(room.undo(Mode::Handout).outcome, Outcome::Applied);
    assert_eq!((room.lies(0).0, room.got(1), room.in_visit()), (ItemState::Void, 0, Some(0)));
    assert_eq!(room.at_handout(piece(0)).outcome, Outcome::Question);
    assert_eq!(room.at_handout(label(Kind::Product, 1)).outcome, Outcome::Applied);
    assert_eq!(room.lies(0), (ItemState::HandedOut, 1));
}

#[test]
fn another_piece_goes_on_without_the_blank_one() {
    let mut room = Room::new();
    room.take_in(1, 1);
    room.at_handout(card(1));
    room.at_handout(piece(0));
    assert_eq!(room.at_handout(piece(1)).outcome, Outcome::Applied);
    assert_eq!(room.at_handout(label(Kind::Product, 1)).outcome, Outcome::Refused);
    assert!(!room.items.contains_key(&piece(0)), "nothing is booked on it");
    room.at_handout(piece(0));
    room.at_handout(Command::Cancel.code());
    assert_eq!(room.at_handout(label(Kind::Product, 1)).outcome, Outcome::Refused);
}

#[test]
fn the_label_and_what_is_on_it_may_come_as_one() {
    let mut room = Room::new();
    room.at_handout(card(1));
    let described = room.look(Mode::Handout, piece(0), |scan, _| scan.fields.product = "tshirt".parse().ok());
    let kinds: Vec<_> = described.drafts.iter().map(|draft| draft.kind).collect();
    assert_eq!(kinds, [MovementKind::Intake, MovementKind::HandOut]);
    room.at_handout(Command::Finish.code());
    let alone = room.look(Mode::Handout, piece(0), |scan, _| scan.fields.product = "tshirt".parse().ok());
    assert_eq!((alone.verdict.outcome, alone.drafts.len()), (Outcome::Refused, 0), "without a card it stays here");
}

#[test]
fn enough_is_never_said_of_the_first() {
    let says = |here, needed, is_asked_for| {
        let mut room = Room::new();
        let decision = room.look(Mode::Intake, piece(0), |scan, facts| {
            scan.fields.product = "tshirt".parse().ok();
            facts.advice = Advice { stock: Some(Stock { here, needed, is_asked_for }), ..Advice::default() };
        });
        decision.verdict.detail.is_some_and(|detail| detail.id() == "verdict-enough")
    };
    assert!(!says(0, 0, true));
    assert!(says(13, 3, true));
    assert!(says(3, 3, true) && !says(2, 3, true));
    assert!(says(1, 0, true), "others of it are asked for, these are not");
    assert!(!says(4, 0, false) && says(5, 0, false), "a room that has just begun knows no demand");
}

#[test]
fn another_cut_forgets_a_size_that_it_does_not_have() {
    let fields = |cut: Cut, size: Option<&str>| Fields {
        product: "winterjacke".parse().ok(),
        cut: Some(cut),
        size: size.map(str::to_owned),
        ..Fields::default()
    };
    let catalogue = Catalogue::shipped();
    let said = |cut| becomes(catalogue, &fields(Cut::K, Some("104")), &fields(cut, None)).size;
    assert_eq!(said(Cut::K).as_deref(), Some("104"));
    assert_eq!(said(Cut::W), None);
    // The same number, but not the same size.
    let womens = becomes(catalogue, &fields(Cut::W, Some("44")), &fields(Cut::M, None));
    assert_eq!(womens.size, None);
    let letters = becomes(catalogue, &fields(Cut::W, Some("M")), &fields(Cut::M, None));
    assert_eq!(letters.size.as_deref(), Some("M"));
}

#[test]
fn a_bag_counts_for_every_piece_until_another_one_or_the_end() {
    let (mut room, bag) = (Room::new(), DonationId(Uuid::from_u128(5)));
    let donation = |room: &mut Room, product: &'static str| {
        let decision = room.look(Mode::Intake, piece(0), |scan, _| scan.fields.product = product.parse().ok());
        room.desk = decision.desk;
        decision.drafts[0].details.as_ref().and_then(|fields| fields.donation)
    };
    let scanned = room.look(Mode::Intake, label(Kind::Donation, 1), |_, facts| {
        let state = DonationState::Received;
        facts.subject = Subject::Donation { id: bag, donor: "Probe".to_owned(), state };
    });
    room.desk = scanned.desk;
    assert_eq!((donation(&mut room, "tshirt"), donation(&mut room, "jeans")), (Some(bag), Some(bag)));
    room.scan(Mode::Intake, label(Kind::Product, 1), 1, 2);
    assert_eq!(donation(&mut room, "jeans"), Some(bag));
    room.scan(Mode::Intake, Command::Finish.code(), 1, 2);
    assert_eq!(donation(&mut room, "tshirt"), None);
}

/// What an older version stored is read: a desk with an open question, and a verdict.
#[test]
fn what_was_stored_before_is_still_read() {
    let id = Uuid::nil();
    let desk =
        format!(r#"{{"question":{{"asked_at":"2026-11-22T10:00:00Z","item":"{id}","visit":"{id}"}},"tray":[]}}"#);
    let desk: Desk = serde_json::from_str(&desk).unwrap();
    assert_eq!(desk.question.map(|question| (question.kind, question.pieces)), Some((Asked::AlreadyOut, 1)));
    let verdict = serde_json::to_value(Verdict::again(say::verdict_no_question())).unwrap();
    let mut old = verdict.as_object().unwrap().clone();
    old.retain(|name, _| !["asks_lead", "offers", "lines"].contains(&name.as_str()));
    let read: Verdict = serde_json::from_value(old.into()).unwrap();
    assert!(!read.asks_lead && !read.offers);
}

/// What a terminal that is cut off asked and a lead answered there.
#[test]
fn a_leads_yes_is_replayed_and_a_limit_that_was_passed_is_a_question_for_later() {
    let mut room = Room::new();
    room.take_in(0, 9);
    room.at_handout(card(1));
    let moments = Moments {
        out_since: Default::default(),
        day: jiff::civil::date(2026, 11, 22),
        asked_unheard: false,
        trusts_leads: true,
    };
    let replay = |room: &mut Room, code: Code, quantity: i64, told: Outcome| {
        let mut scan = None;
        let mut facts = None;
        room.look(Mode::Handout, code, |made, known| {
            (made.quantity, made.told) = (quantity, Some(told));
            (scan, facts) = (Some(made.clone()), Some(known.clone()));
        });
        let late = decide_late(&scan.unwrap(), &room.desk, &facts.unwrap(), &moments);
        room.desk = late.decision.desk.clone();
        late
    };
    let asked = replay(&mut room, piece(0), 5, Outcome::Question);
    assert_eq!((asked.decision.drafts.len(), room.desk.question.is_some()), (0, true));
    let yes = replay(&mut room, label(Kind::VolunteerBadge, LEAD), 1, Outcome::Applied);
    assert_eq!((yes.decision.drafts.len(), yes.contradictions.len()), (2, 0), "{yes:?}");
    assert_eq!(room.in_visit(), Some(5));
    // Told yes without a question: the goods are gone, and a person hears of it.
    let told = replay(&mut room, piece(0), 1, Outcome::Applied);
    let kinds: Vec<_> = told.contradictions.iter().map(|contradiction| contradiction.kind.word()).collect();
    assert_eq!((told.decision.drafts.len(), kinds), (2, vec!["quota"]), "{told:?}");
}
