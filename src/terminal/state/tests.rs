//! The desk's rules, one test each.

use super::*;
use crate::codes::Code;
use crate::web::api::wire::{Outcome, ScanFields, WireVerdict, WireVisit};

const CARD: &str = "K00000001";
const COAT: &str = "A7F39MXT4E";

/// A terminal on a bench: time goes on by itself, and answers come when the test says so.
struct Bench {
    machine: Machine,
    ms: u64,
    ids: u128,
}

fn code(kind: Kind, body: &str) -> String {
    let body: &[u8; 8] = body.as_bytes().try_into().unwrap();
    Code::with_body(kind, body).unwrap().to_string()
}

fn badge() -> String {
    code(Kind::VolunteerBadge, "TEST0000")
}

fn piece(number: usize) -> String {
    code(Kind::Item, &format!("{number:08}"))
}

fn verdict(event: &ScanEvent, outcome: Outcome, tone: Tone) -> WireVerdict {
    WireVerdict {
        event_id: event.event_id.clone(),
        seq: None,
        outcome,
        tone,
        headline: format!("said of {}", event.code),
        detail: String::new(),
        visit: None,
        pieces: None,
        asks: false,
        asks_lead: false,
        offers: false,
        lines: Vec::new(),
    }
}

impl Bench {
    fn locked() -> Bench {
        let mut bench = Bench { machine: Machine::new(Mode::Handout), ms: 10_000, ids: 0 };
        bench.on(Input::News(Box::new(News::Connected(TerminalStatus::default()))));
        bench
    }

    fn ready() -> Bench {
        let mut bench = Bench::locked();
        let event = bench.posted(Input::Scan(badge()));
        bench.answer(verdict(&event, Outcome::Applied, Tone::Ok));
        bench
    }

    fn on(&mut self, input: Input) -> Vec<Effect> {
        self.ms += 10;
        self.ids += 1;
        let at = Timestamp::from_millisecond(1_764_000_000_000 + i64::try_from(self.ms).unwrap()).unwrap();
        self.machine.on(input, Moment { ms: self.ms, at, id: Uuid::from_u128(self.ids) })
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.ms += SAME_KEY_MS + 1;
        self.on(Input::Key(key))
    }

    /// Characters with a gap before each, then Enter.
    fn typed(&mut self, text: &str, gap: u64) -> Vec<Effect> {
        for c in text.chars() {
            self.ms += gap;
            self.on(Input::Key(Key::Char(c)));
        }
        self.ms += gap;
        self.on(Input::Key(Key::End))
    }

    fn posted(&mut self, input: Input) -> ScanEvent {
        posted(&self.on(input)).expect("an event for the server")
    }

    fn answer(&mut self, verdict: WireVerdict) -> Vec<Effect> {
        let event_id = verdict.event_id.clone();
        let response = ScanResponse { verdicts: vec![verdict], next_seq: 2, desk: WireDesk::default() };
        self.on(Input::News(Box::new(News::Answered { event_id, response })))
    }

    fn wait(&mut self, ms: u64) -> Vec<Effect> {
        self.ms += ms;
        self.on(Input::Tick)
    }
}

fn posted(effects: &[Effect]) -> Option<ScanEvent> {
    effects.iter().find_map(|effect| match effect {
        Effect::Post(event) => Some((**event).clone()),
        _ => None,
    })
}

fn stops(effects: &[Effect]) -> bool {
    effects == [Effect::Sound(Tone::Stop)]
}

#[test]
fn nothing_but_a_badge_unlocks() {
    let mut bench = Bench::locked();
    for input in [Input::Scan(COAT.into()), Input::Scan(Command::ModeIntake.code().to_string()), Input::Key(Key::F(9))]
    {
        assert!(stops(&bench.on(input)));
        assert!(bench.machine.is_locked());
    }
    assert_eq!(bench.machine.mode, Mode::Handout);
    let event = bench.posted(Input::Scan(badge()));
    assert_eq!((event.code, event.actor), (badge(), Some(badge())));
    assert!(bench.machine.is_locked(), "only the server knows whether the badge is good");
}

#[test]
fn a_refused_badge_leaves_the_terminal_locked() {
    let mut bench = Bench::locked();
    let event = bench.posted(Input::Scan(badge()));
    bench.answer(verdict(&event, Outcome::Refused, Tone::Stop));
    assert!(bench.machine.is_locked());
    bench.key(Key::F(12));
    assert!(stops(&bench.on(Input::Scan(COAT.into()))));
}

#[test]
fn a_bad_badge_does_not_undo_the_good_one_before_it() {
    let mut bench = Bench::ready();
    let (good, bad) = (code(Kind::VolunteerBadge, "TEST0001"), code(Kind::VolunteerBadge, "TEST0002"));
    let first = bench.posted(Input::Scan(good.clone()));
    bench.on(Input::Scan(bad));
    let second = posted(&bench.answer(verdict(&first, Outcome::Applied, Tone::Ok))).unwrap();
    bench.answer(verdict(&second, Outcome::Refused, Tone::Stop));
    assert_eq!(bench.machine.badge, Some(good.clone()));
    bench.key(Key::F(12));
    assert_eq!(bench.posted(Input::Scan(COAT.into())).actor, Some(good));
}

#[test]
fn a_refused_piece_takes_nothing_from_the_badge_behind_it() {
    let mut bench = Bench::ready();
    let next = code(Kind::VolunteerBadge, "TEST0001");
    let event = bench.posted(Input::Scan(piece(1)));
    bench.on(Input::Scan(next.clone()));
    bench.answer(verdict(&event, Outcome::Refused, Tone::Stop));
    let sign_on = posted(&bench.key(Key::F(12))).unwrap();
    bench.answer(verdict(&sign_on, Outcome::Applied, Tone::Ok));
    assert_eq!(bench.machine.badge, Some(next));
}

#[test]
fn yes_to_a_question_for_a_lead_is_sent_and_the_server_decides() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    let asked =
        |event: &ScanEvent, outcome| WireVerdict { asks: true, asks_lead: true, ..verdict(event, outcome, Tone::Stop) };
    bench.answer(asked(&event, Outcome::Question));
    let yes = posted(&bench.key(Key::F(2))).unwrap();
    bench.answer(asked(&yes, Outcome::Refused));
    assert!(matches!(bench.machine.gate, Gate::Question { .. }), "a volunteer's yes leaves the question");
    let yes = posted(&bench.key(Key::F(2))).unwrap();
    bench.answer(verdict(&yes, Outcome::Applied, Tone::Ok));
    assert_eq!(bench.machine.gate, Gate::Open);
}

#[test]
fn what_is_scanned_right_after_the_badge_is_that_persons() {
    let mut bench = Bench::locked();
    let first = bench.posted(Input::Scan(badge()));
    assert_eq!(posted(&bench.on(Input::Scan(COAT.into()))), None, "waits in line");
    let next = posted(&bench.answer(verdict(&first, Outcome::Applied, Tone::Ok))).unwrap();
    assert_eq!((next.code.as_str(), next.actor), (COAT, Some(badge())));
}

#[test]
fn different_scans_keep_their_order_and_none_is_dropped() {
    let mut bench = Bench::ready();
    let mut event = bench.posted(Input::Scan(piece(0)));
    for number in 1..MOST_WAITING {
        assert_eq!(bench.on(Input::Scan(piece(number))), Vec::new());
    }
    assert!(stops(&bench.on(Input::Scan(piece(99)))), "one too many is refused aloud");
    for number in 0..MOST_WAITING {
        assert_eq!(event.code, piece(number));
        let effects = bench.answer(verdict(&event, Outcome::Applied, Tone::Ok));
        assert_eq!(effects[0], Effect::Sound(Tone::Ok));
        if let Some(next) = posted(&effects) {
            event = next;
        }
    }
    assert_eq!(bench.machine.waiting().count(), 0);
}

#[test]
fn one_pull_of_the_trigger_is_one_scan() {
    let mut bench = Bench::ready();
    bench.posted(Input::Scan(COAT.into()));
    assert_eq!(bench.on(Input::Scan(COAT.into())), Vec::new());
    assert_eq!(bench.machine.waiting().count(), 1);
    bench.ms += SAME_PULL_MS;
    bench.on(Input::Scan(COAT.into()));
    assert_eq!(bench.machine.waiting().count(), 2, "later the server decides what a second scan means");
}

#[test]
fn a_stop_holds_everything_until_somebody_has_seen_it() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    bench.on(Input::Scan(piece(2)));
    let effects = bench.answer(verdict(&event, Outcome::Refused, Tone::Stop));
    assert!(stops(&effects), "the scan that waits is not sent");
    for input in [Input::Scan(piece(3)), Input::Key(Key::End), Input::Key(Key::F(9)), Input::Key(Key::F(8))] {
        let effects = bench.on(input);
        assert_eq!(posted(&effects), None);
        assert_eq!(bench.machine.gate, Gate::Stop);
    }
    let next = posted(&bench.key(Key::F(12))).unwrap();
    assert_eq!(next.code, piece(2), "and piece 3 was never taken");
    assert_eq!(bench.machine.waiting().count(), 1);
}

#[test]
fn the_yes_code_confirms_a_stop_and_is_not_sent() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    bench.answer(verdict(&event, Outcome::Refused, Tone::Stop));
    assert_eq!(bench.on(Input::Scan(Command::Yes.code().to_string())), Vec::new());
    assert_eq!(bench.machine.gate, Gate::Open);
}

#[test]
fn what_was_not_readable_is_simply_scanned_again() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan("4006381333931".into()));
    assert!(stops(&bench.answer(verdict(&event, Outcome::Unknown, Tone::Stop))));
    assert_eq!(bench.machine.gate, Gate::Open);
}

#[test]
fn enter_answers_no_question_and_yes_goes_before_what_waits() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    bench.on(Input::Scan(piece(2)));
    bench.answer(WireVerdict { asks: true, ..verdict(&event, Outcome::Question, Tone::Again) });
    assert_eq!(bench.key(Key::End), Vec::new());
    assert!(stops(&bench.typed(&piece(3), 8)));
    assert!(stops(&bench.key(Key::F(10))));
    assert_eq!(bench.key(Key::F(12)), Vec::new(), "F12 is no answer");
    let yes = posted(&bench.key(Key::F(2))).unwrap();
    assert_eq!(yes.code, Command::Yes.code().to_string());
    let next = posted(&bench.answer(verdict(&yes, Outcome::Applied, Tone::Ok))).unwrap();
    assert_eq!(next.code, piece(2));
}

#[test]
fn a_question_without_an_answer_is_a_no() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    bench.answer(WireVerdict { asks: true, ..verdict(&event, Outcome::Question, Tone::Again) });
    assert_eq!(bench.wait(QUESTION_MS - 100), Vec::new());
    assert_eq!(bench.wait(200), [Effect::Sound(Tone::Again)]);
    assert_eq!(bench.machine.gate, Gate::Open);
}

#[test]
fn a_mode_command_is_sent_in_the_old_mode_and_counts_at_once() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Key(Key::F(4)));
    assert_eq!((event.code, event.mode), (Command::ModeIntake.code().to_string(), Mode::Handout));
    assert_eq!(bench.machine.mode, Mode::Intake);
    bench.on(Input::Scan(piece(1)));
    assert_eq!(bench.machine.queue[0].mode, Mode::Intake);
}

#[test]
fn a_held_undo_key_takes_one_scan_back() {
    let mut bench = Bench::ready();
    bench.posted(Input::Key(Key::F(9)));
    for _ in 0..50 {
        assert_eq!(bench.on(Input::Key(Key::F(9))), Vec::new());
    }
    assert_eq!(bench.machine.waiting().count(), 1);
}

fn away() -> Input {
    Input::News(Box::new(News::Offline { refused: None, why: None }))
}

fn decided(bench: &mut Bench, verdict: WireVerdict) -> Vec<Effect> {
    let event_id = verdict.event_id.clone();
    bench.on(Input::News(Box::new(News::Decided { event_id, verdict, desk: Box::default() })))
}

#[test]
fn offline_the_terminal_decides_and_nobody_waits() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    assert_eq!(bench.on(away()), [Effect::Decide(Box::new(event.clone()))], "the scan in hand gets its verdict here");
    assert_eq!(bench.on(Input::Scan(piece(2))), Vec::new(), "one after the other");
    let next = decided(&mut bench, verdict(&event, Outcome::Applied, Tone::Ok));
    assert_eq!(next[0], Effect::Sound(Tone::Ok));
    let Effect::Decide(second) = &next[1] else { panic!("{next:?}") };
    assert_eq!(second.code, piece(2));
    let since = bench.machine.link.clone();
    bench.on(away());
    assert_eq!(bench.machine.link, since, "since when does not change");
    assert!(bench.answer(verdict(&event, Outcome::Applied, Tone::Ok)).is_empty(), "a late answer is not heard twice");
    decided(&mut bench, verdict(second, Outcome::Applied, Tone::Ok));
    bench.on(Input::News(Box::new(News::Connected(TerminalStatus::default()))));
    assert!(posted(&bench.on(Input::Scan(piece(3)))).is_some(), "scans wait for the server again");
}

#[test]
fn a_server_that_is_silent_is_not_waited_for() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    assert_eq!(bench.wait(SILENCE_MS - 100), Vec::new());
    assert_eq!(bench.wait(200), [Effect::Decide(Box::new(event))]);
    assert!(matches!(bench.machine.link, Link::Offline { .. }));
}

#[test]
fn a_scan_waits_for_the_first_connection_but_not_for_long() {
    for connects in [true, false] {
        let mut bench = Bench { machine: Machine::new(Mode::Handout), ms: 10_000, ids: 0 };
        assert_eq!(bench.on(Input::Scan(badge())), Vec::new());
        let effects = match connects {
            true => bench.on(Input::News(Box::new(News::Connected(TerminalStatus::default())))),
            false => bench.wait(SILENCE_MS + 1),
        };
        assert!(matches!(effects[..], [Effect::Post(_)] if connects) || matches!(effects[..], [Effect::Decide(_)]));
    }
}

#[test]
fn a_full_disk_stops_the_desk_and_nothing_sounds_booked() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    let news = News::NotKept { event_id: event.event_id, cause: "no space".into() };
    assert!(stops(&bench.on(Input::News(Box::new(news)))));
    assert_eq!(bench.machine.gate, Gate::Stop);
    bench.key(Key::F(12));
    assert!(posted(&bench.on(Input::Scan(piece(1)))).is_none(), "the same pull");
    bench.ms += SAME_PULL_MS;
    assert!(posted(&bench.on(Input::Scan(piece(1)))).is_some(), "and it is tried again");
}

#[test]
fn a_terminal_that_is_set_aside_takes_nothing() {
    let mut bench = Bench::ready();
    bench.posted(Input::Scan(piece(1)));
    bench.on(Input::Scan(piece(2)));
    assert!(stops(&bench.on(Input::News(Box::new(News::Held(true))))));
    assert!(stops(&bench.on(Input::Scan(piece(3)))));
    assert_eq!(bench.machine.waiting().count(), 0);
    bench.on(Input::News(Box::new(News::Held(false))));
    assert!(posted(&bench.on(Input::Scan(piece(4)))).is_some());
}

#[test]
fn fingers_search_a_product_and_a_key_chooses_it_for_all_that_follows() {
    let mut bench = Bench::ready();
    let mode = bench.posted(Input::Key(Key::F(4)));
    bench.answer(verdict(&mode, Outcome::Applied, Tone::Ok));
    for c in "wi ja 104".chars() {
        bench.ms += 150;
        bench.on(Input::Key(Key::Char(c)));
    }
    assert_eq!(bench.wait(160), [Effect::Search("wi ja 104".into())]);
    assert_eq!(bench.wait(160), Vec::new(), "asked once");
    let coat = WireProduct {
        code: "winterjacke".into(),
        name: "Winterjacke".into(),
        group: "Jacken".into(),
        pictogram: String::new(),
        cuts: vec!["W".into(), "M".into(), "K".into()],
        size: Some("104".into()),
    };
    bench.on(Input::News(Box::new(News::Found { query: "wi".into(), products: vec![] })));
    bench.on(Input::News(Box::new(News::Found { query: "wi ja 104".into(), products: vec![coat] })));
    assert_eq!(bench.key(Key::End), Vec::new(), "Enter chooses nothing");
    assert_eq!(bench.machine.wedge.text(), "wi ja 104");
    bench.key(Key::F(1));
    bench.key(Key::F(3));
    let waiting = bench.machine.waiting().count();
    let fields = ScanFields {
        product: Some("winterjacke".into()),
        cut: Some("K".into()),
        size: Some("104".into()),
        ..ScanFields::default()
    };
    assert_eq!((waiting, bench.machine.mode), (0, Mode::Intake), "F3 chose the cut, not the mode");
    assert_eq!(bench.posted(Input::Scan(piece(1))).fields, fields);
    bench.on(Input::Scan(piece(2)));
    assert_eq!(bench.machine.queue[0].fields, fields);
    bench.on(Input::Scan(code(Kind::Product, "00000001")));
    bench.on(Input::Scan(piece(3)));
    assert_eq!(bench.machine.queue[2].fields, ScanFields::default(), "a product sheet counts more than what was typed");
}

#[test]
fn a_visit_ends_on_screen_after_its_pause_and_the_mode_falls_back() {
    let mut bench = Bench::ready();
    bench.machine.desk.visit = Some(WireVisit::default());
    bench.wait(VISIT_MS + 1);
    assert_eq!(bench.machine.desk.visit, None);
    bench.machine.mode = Mode::Return;
    bench.wait(MODE_MS);
    assert_eq!(bench.machine.mode, Mode::Handout);
}

#[test]
fn nobody_quits_by_accident() {
    let mut bench = Bench::ready();
    assert_eq!(bench.key(Key::Escape), Vec::new());
    assert_eq!(bench.key(Key::Quit), Vec::new());
    bench.ms += 10_000;
    assert_eq!(bench.key(Key::Quit), Vec::new(), "too late for the second press");
    assert_eq!(bench.key(Key::Quit), [Effect::Quit]);
    let mut locked = Bench::locked();
    assert_eq!(locked.key(Key::Quit), [Effect::Quit]);
}

#[test]
fn lock_forgets_who_scanned() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(Command::Lock.code().to_string()));
    assert_eq!(event.actor, Some(badge()));
    assert!(bench.machine.is_locked());
    assert!(stops(&bench.on(Input::Scan(CARD.into()))));
}

#[test]
fn the_server_will_not_have_it() {
    let mut bench = Bench::ready();
    let event = bench.posted(Input::Scan(piece(1)));
    let news = News::Rejected { event_id: event.event_id, code: event.code, message: "no".into() };
    assert!(stops(&bench.on(Input::News(Box::new(news)))));
    assert_eq!(bench.machine.gate, Gate::Stop);
}
