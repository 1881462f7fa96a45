//! Vouchers, and the guard rails: how often, how soon again, how many points.

use jiff::civil::date;

use super::*;

const VOUCHER: u8 = 9;

fn piece(at: u8) -> Code {
    label(Kind::Item, at)
}

fn card(at: u8) -> Code {
    label(Kind::HouseholdCard, at)
}

fn lead() -> Code {
    label(Kind::VolunteerBadge, LEAD)
}

impl Room {
    fn hand(&mut self, code: Code) -> Verdict {
        self.scan(Mode::Handout, code, 1, 2)
    }

    /// Two pieces that lie ready for the first household, one more in stock, and a voucher for the two.
    fn with_voucher() -> Room {
        let mut room = Room::new();
        for at in [0, 1] {
            room.scan(Mode::Intake, piece(at), 1, 2);
            room.scan(Mode::Intake, Command::Yes.code(), 1, 2);
        }
        room.scan(Mode::Intake, piece(2), 1, 2);
        room.households.insert(card(VOUCHER), Household { card: card(VOUCHER), ..room.households[&card(1)].clone() });
        room.ask_voucher(VoucherState::Valid);
        room
    }

    /// What the database would say about the voucher now.
    fn ask_voucher(&mut self, state: VoucherState) {
        let pieces = [0, 1].map(|at| {
            let item = &self.items[&piece(at)][0];
            let lies = match item.standing.state {
                ItemState::Reserved => Lies::Ready,
                ItemState::HandedOut => Lies::Given,
                _ => Lies::Gone,
            };
            VoucherPiece { item: item.id, code: Some(piece(at)), name: item.name(), lies }
        });
        let (id, code) = (ProxyId(Uuid::from_u128(5)), card(VOUCHER));
        self.voucher = Some(Voucher { id, code, state, pieces: pieces.to_vec() });
    }
}

#[test]
fn a_voucher_gives_out_its_pieces_and_no_other() {
    let mut room = Room::with_voucher();
    let opened = room.hand(card(VOUCHER));
    assert_eq!((opened.outcome, opened.headline.id()), (Outcome::Applied, "verdict-voucher-opened"));
    assert_eq!(room.hand(piece(0)).outcome, Outcome::Applied);
    let other = room.hand(piece(2));
    assert_eq!((other.outcome, other.headline.id()), (Outcome::Refused, "verdict-voucher-other-piece"));
    let blank = room.hand(piece(7));
    assert_eq!(blank.headline.id(), "verdict-voucher-other-piece", "what was never laid aside is on no voucher");
    assert_eq!(room.hand(piece(1)).pieces, Some(2));
    assert_eq!(room.hand(card(VOUCHER)).headline.id(), "verdict-visit-finished");
    // The same household with its own card gets what the voucher did not give.
    room.hand(card(1));
    assert_eq!(room.hand(piece(2)).outcome, Outcome::Applied);
}

#[test]
fn a_voucher_says_what_is_gone_and_does_not_give_it() {
    let mut room = Room::with_voucher();
    room.items.get_mut(&piece(1)).unwrap()[0].standing.state = ItemState::InStock;
    room.ask_voucher(VoucherState::Valid);
    let opened = room.hand(card(VOUCHER));
    assert_eq!(opened.lines.iter().map(|line| line.code).collect::<Vec<_>>(), [piece(1)]);
    assert_eq!((opened.tone, opened.lines[0].headline.id()), (Tone::Again, "verdict-voucher-gone"));
    assert_eq!(room.hand(piece(1)).headline.id(), "verdict-voucher-gone");
}

#[test]
fn a_voucher_that_does_not_count_opens_nothing_and_stops_an_open_visit() {
    let states = [
        (VoucherState::Used(date(2026, 3, 12)), "verdict-voucher-used"),
        (VoucherState::Ended, "verdict-voucher-ended"),
        (VoucherState::Lapsed, "verdict-voucher-lapsed"),
        (VoucherState::Expired(date(2026, 3, 12)), "verdict-voucher-expired"),
        (VoucherState::Unchecked, "verdict-voucher-offline"),
    ];
    for (state, sentence) in states {
        let mut room = Room::with_voucher();
        room.ask_voucher(state);
        let refused = room.hand(card(VOUCHER));
        assert_eq!((refused.outcome, refused.headline.id()), (Outcome::Refused, sentence));
        assert_eq!(room.desk.visit, None);
        // Ended while the visit is open: the next piece stays.
        let mut room = Room::with_voucher();
        room.hand(card(VOUCHER));
        room.ask_voucher(state);
        assert_eq!(room.hand(piece(0)).headline.id(), sentence);
    }
}

#[test]
fn the_households_card_does_not_go_on_with_what_a_voucher_began() {
    let mut room = Room::with_voucher();
    room.hand(card(VOUCHER));
    let by_voucher = room.desk.visit.clone().unwrap();
    assert!(by_voucher.voucher);
    let switched = room.hand(card(1));
    assert_eq!(switched.detail.map(|detail| detail.id().to_owned()).as_deref(), Some("verdict-visit-switched"));
    let by_card = room.desk.visit.clone().unwrap();
    assert!(by_card.id != by_voucher.id && !by_card.voucher);
}

#[test]
fn who_comes_too_often_is_asked_about_at_the_card_and_a_lead_opens_the_visit_with_the_tray() {
    let mut room = Room::new();
    room.rules.visits_per_month = Some(2);
    room.record.visits = 1;
    room.scan(Mode::Intake, piece(0), 1, 2);
    assert_eq!(room.hand(card(1)).outcome, Outcome::Applied);
    room.hand(card(1));
    room.record.visits = 2;
    room.hand(piece(0));
    let asked = room.hand(card(1));
    assert_eq!((asked.outcome, asked.asks_lead, asked.headline.id()), (Outcome::Question, true, "verdict-visits-ask"));
    assert_eq!(room.desk.visit, None);
    assert_eq!(room.hand(Command::Yes.code()).headline.id(), "verdict-lead-needed");
    let opened = room.hand(lead());
    assert_eq!((opened.outcome, opened.pieces), (Outcome::Applied, Some(1)), "{opened:?}");
    assert!(room.desk.question.is_none() && room.desk.visit.is_some());
    // A no leaves nothing open.
    room.hand(card(1));
    room.hand(card(2));
    assert_eq!(room.hand(Command::Cancel.code()).headline.id(), "verdict-answered-no");
    assert_eq!(room.desk.visit, None);
}

#[test]
fn what_was_got_in_full_is_asked_about_until_it_counts_as_needed_again() {
    let mut room = Room::new();
    for at in [0, 1] {
        room.scan(Mode::Intake, piece(at), 1, 2);
    }
    let met = NeedLine { got: 3, state: NeedState::Fulfilled, ..room.households[&card(1)].needs[0].clone() };
    let (got_on, again_on) = (date(2026, 3, 12), again_on(date(2026, 3, 12), 12));
    assert_eq!(again_on, date(2027, 3, 12));
    room.record.renewing = vec![Renewing { line: met.clone(), got_on, again_on }];
    room.rules.renewal_guard = true;
    room.hand(card(1));
    assert_eq!(room.hand(piece(0)).outcome, Outcome::Applied, "it stands on an open line");
    room.households.get_mut(&card(1)).unwrap().needs = vec![met];
    let asked = room.hand(piece(1));
    assert_eq!((asked.asks_lead, asked.headline.id()), (true, "verdict-renewal-ask"));
    assert_eq!(room.hand(lead()).outcome, Outcome::Applied);
}

#[test]
fn points_are_said_and_asked_about_when_they_do_not_suffice() {
    let mut room = Room::new();
    room.rules = Rules { points: Some(PointRules { per_adult: 2, per_child: 1, days: 30 }), ..Rules::default() };
    room.record.points = Some(Purse { budget: 3, spent: 0 });
    for at in [0, 1] {
        room.scan(Mode::Intake, piece(at), 1, 2);
    }
    let opened = room.hand(card(1));
    assert_eq!(opened.detail.unwrap().id(), "verdict-with-points");
    assert_eq!(room.hand(piece(0)).outcome, Outcome::Applied, "a T-shirt costs two points");
    room.record.points = Some(Purse { budget: 3, spent: 2 });
    let asked = room.hand(piece(1));
    assert_eq!((asked.asks_lead, asked.headline.id()), (true, "verdict-points-ask"));
    assert_eq!(room.hand(lead()).outcome, Outcome::Applied);
}

#[test]
fn whose_age_nobody_knows_counts_as_an_adult() {
    let rules = PointRules { per_adult: 30, per_child: 20, days: 30 };
    assert_eq!((rules.budget(4, 1), rules.budget(1, 0), rules.budget(0, 0), rules.budget(2, 9)), (110, 30, 30, 40));
}
