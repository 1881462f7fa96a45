//! The session with a line that the test plays: what is sent in which order, with which numbers, and what is told.

use std::sync::mpsc::Receiver;

use super::*;
use crate::codes::{Code, Kind};
use crate::terminal::state::Key;
use crate::web::api::wire::{ScanResponse, Tone, WireDesk, WireVerdict};

struct Bench {
    session: Session,
    jobs: Receiver<Job>,
    _errands: Receiver<Errand>,
    /// What the line was given last.
    last: Vec<ScanEvent>,
    ms: u64,
    ids: u128,
}

fn start(root: &tempfile::TempDir) -> Start {
    Start {
        server: "http://127.0.0.1:9".into(),
        token: "invented".into(),
        device: "invented".into(),
        mode: Mode::Handout,
        lang: Lang::De,
        state: root.path().to_owned(),
        number: 1,
    }
}

impl Bench {
    fn new(root: &tempfile::TempDir) -> Bench {
        let (jobs, to_do) = mpsc::channel();
        let (errands, to_run) = mpsc::channel();
        let session = Session::with(start(root), Tongue::new(Lang::De), jobs, errands).expect("a session");
        Bench { session, jobs: to_do, _errands: to_run, last: Vec::new(), ms: 10_000, ids: Uuid::now_v7().as_u128() }
    }

    fn now(&mut self) -> Moment {
        self.ms += 2_000;
        self.ids += 1;
        Moment { ms: self.ms, at: Timestamp::now(), id: Uuid::from_u128(self.ids) }
    }

    fn scan(&mut self, code: &str) -> Vec<Outward> {
        let now = self.now();
        self.session.on(Input::Scan(code.to_owned()), now)
    }

    fn tick(&mut self) -> Vec<Outward> {
        let now = self.now();
        self.session.on(Input::Tick, now)
    }

    fn hear(&mut self, report: Report) -> Vec<Outward> {
        let now = self.now();
        self.session.hear(report, now)
    }

    fn connect(&mut self, next_seq: i64, quarantined: bool) -> Vec<Outward> {
        let now = Timestamp::now().to_string();
        self.hear(Report::Connected(TerminalStatus { next_seq, quarantined, now, ..TerminalStatus::default() }))
    }

    fn away(&mut self) {
        self.hear(Report::Lost { refused: None });
    }

    /// What the line was given: code, number, and what was told.
    fn sent(&mut self) -> Vec<(String, i64, Option<Outcome>)> {
        let sent = |event: &ScanEvent| (event.code.clone(), event.seq.unwrap(), event.told);
        match self.jobs.try_recv() {
            Ok(Job::Send(events)) => {
                self.last = events.clone();
                events.iter().map(sent).collect()
            }
            Ok(Job::Look) => vec![("look".into(), 0, None)],
            Err(_) => Vec::new(),
        }
    }
}

fn badge() -> String {
    Code::with_body(Kind::VolunteerBadge, b"TEST0000").unwrap().to_string()
}

fn piece(number: usize) -> String {
    let body: [u8; 8] = format!("{number:08}").into_bytes().try_into().unwrap();
    Code::with_body(Kind::Item, &body).unwrap().to_string()
}

fn verdict(event: &ScanEvent, outcome: Outcome) -> WireVerdict {
    WireVerdict {
        event_id: event.event_id.clone(),
        seq: event.seq,
        outcome,
        tone: if outcome == Outcome::Refused { Tone::Stop } else { Tone::Ok },
        headline: String::new(),
        detail: String::new(),
        visit: None,
        pieces: None,
        asks: false,
        asks_lead: false,
        offers: false,
        lines: Vec::new(),
    }
}

/// What the server answers to these events.
fn booked(events: &[ScanEvent], outcome: Outcome, next_seq: i64) -> Report {
    Report::Booked {
        sent: events.iter().map(|event| (event.event_id.clone(), event.seq.unwrap())).collect(),
        response: ScanResponse {
            verdicts: events.iter().map(|event| verdict(event, outcome)).collect(),
            next_seq,
            desk: WireDesk::default(),
        },
    }
}

impl Bench {
    fn answer(&mut self, outcome: Outcome, next_seq: i64) -> Vec<Outward> {
        let report = booked(&self.last.clone(), outcome, next_seq);
        self.hear(report)
    }

    fn signed_on(root: &tempfile::TempDir) -> Bench {
        let mut bench = Bench::new(root);
        bench.connect(17, false);
        bench.scan(&badge());
        assert_eq!(bench.sent(), [(badge(), 17, None)]);
        bench.answer(Outcome::Applied, 18);
        assert!(!bench.session.machine.is_locked());
        bench
    }
}

#[test]
fn what_was_scanned_without_the_server_is_sent_in_its_order_before_anything_waits_again() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.away();
    for number in 0..3 {
        assert!(!bench.scan(&piece(number)).is_empty(), "each is heard at once");
    }
    assert_eq!(bench.session.unsent(), 3);
    assert!(bench.sent().is_empty());
    bench.connect(18, false);
    let sent = bench.sent();
    let seqs: Vec<(String, i64)> = sent.iter().map(|(code, seq, _)| (code.clone(), *seq)).collect();
    assert_eq!(seqs, [(piece(0), 18), (piece(1), 19), (piece(2), 20)]);
    assert!(sent.iter().all(|(_, _, told)| told.is_some()));
    // A scan meanwhile is decided here, and sent after them.
    bench.scan(&piece(3));
    assert_ne!(bench.session.machine.link(), &Link::Online);
    bench.answer(Outcome::Applied, 21);
    assert_eq!(bench.sent().iter().map(|(code, seq, _)| (code.clone(), *seq)).collect::<Vec<_>>(), [(piece(3), 21)]);
    bench.answer(Outcome::Applied, 22);
    assert_eq!((bench.session.unsent(), bench.session.machine.link()), (0, &Link::Online));
    bench.scan(&piece(4));
    assert_eq!(bench.sent(), [(piece(4), 22, None)], "scans wait for the server again");
}

#[test]
fn a_scan_without_its_answer_is_sent_again_with_what_was_told() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.scan(&piece(1));
    assert_eq!(bench.sent(), [(piece(1), 18, None)]);
    let asked = bench.last.clone();
    assert!(!bench.tick().is_empty(), "the silence is over: the terminal has decided");
    let told = bench.session.journal.unsent()[0].told;
    assert!(told.is_some());
    // The server had booked it, and says otherwise than what was told.
    let other = if told == Some(Outcome::Applied) { Outcome::Refused } else { Outcome::Applied };
    assert!(bench.hear(booked(&asked, other, 19)).is_empty(), "a late answer is not heard");
    assert_eq!(bench.sent(), [(piece(1), 18, told)], "the server compares");
    bench.answer(Outcome::Duplicate, 19);
    assert_eq!((bench.session.unsent(), bench.session.machine.link()), (0, &Link::Online));
}

#[test]
fn a_heartbeat_in_the_middle_of_a_scan_sends_nothing_twice() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.scan(&piece(1));
    assert_eq!(bench.sent().len(), 1);
    let status = TerminalStatus { next_seq: 18, now: Timestamp::now().to_string(), ..TerminalStatus::default() };
    assert!(bench.hear(Report::Beat(status)).is_empty());
    assert!(bench.sent().is_empty());
    assert_eq!(bench.answer(Outcome::Applied, 19), [Outward::Sound(Cue::Ok)]);
    assert_eq!(bench.session.unsent(), 0);
}

#[test]
fn a_restart_keeps_what_was_not_sent_and_what_the_server_already_has_is_sent_once_more() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.scan(&piece(1));
    bench.sent();
    let first = bench.last[0].event_id.clone();
    drop(bench);
    let mut bench = Bench::new(&root);
    assert_eq!(bench.session.unsent(), 1);
    bench.connect(19, false);
    let sent = bench.sent();
    assert_eq!((sent.len(), &sent[0].0, sent[0].1), (1, &piece(1), 18));
    assert_eq!(bench.last[0].event_id, first, "the same id, so that it counts once");
    assert!(sent[0].2.is_some());
    bench.answer(Outcome::Duplicate, 19);
    assert_eq!(bench.session.machine.link(), &Link::Online);
}

#[test]
fn a_terminal_from_an_old_image_says_so_to_the_server_and_sends_nothing_until_it_is_released() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.away();
    bench.scan(&piece(1));
    bench.connect(50, false);
    let probe = bench.sent();
    assert_eq!((probe.len(), probe[0].1), (1, 19), "a number that the server has seen, and no scan of anybody");
    assert_ne!(probe[0].0, piece(1));
    bench.answer(Outcome::Conflict, 50);
    assert!(bench.session.machine.held && bench.session.journal.is_held());
    assert_eq!(bench.scan(&piece(2)), [Outward::Sound(Cue::Stop)]);
    assert_eq!(bench.session.unsent(), 1, "what was scanned before stays");
    bench.connect(50, true);
    assert!(bench.sent().is_empty());
    drop(bench);
    let mut bench = Bench::new(&root);
    assert!(bench.session.machine.held, "before the server says so");
    bench.connect(50, true);
    assert!(bench.session.machine.held, "after a restart too");
    // Released by a coordinator.
    bench.connect(50, false);
    let sent = bench.sent();
    assert_eq!((sent.len(), &sent[0].0, sent[0].1), (1, &piece(1), 50));
    bench.answer(Outcome::Applied, 51);
    assert!(!bench.session.machine.held);
    assert_eq!(bench.session.machine.link(), &Link::Online);
}

#[test]
fn a_used_number_stops_the_terminal() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.scan(&piece(1));
    bench.sent();
    assert_eq!(bench.hear(Report::Held), [Outward::Sound(Cue::Stop)]);
    assert_eq!(bench.session.unsent(), 0, "it was said not to be booked, so it never is");
    let panel = format!("{:?}", bench.session.machine.panel);
    assert!(panel.contains(&shown(&piece(1))), "which one is said: {panel}");
    bench.connect(18, true);
    assert!(bench.session.machine.panel.is_some(), "until somebody has seen it");
    bench.connect(18, false);
    bench.scan(&badge());
    assert_eq!(bench.sent()[0].1, 18);
}

#[test]
fn one_event_that_the_server_never_takes_holds_up_no_other() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.away();
    for number in 0..3 {
        bench.scan(&piece(number));
    }
    bench.connect(18, false);
    assert_eq!(bench.sent().len(), 3);
    bench.hear(Report::Rejected { message: "no".into() });
    assert_eq!(bench.sent().len(), 1, "one by one, to find which");
    assert_eq!(bench.hear(Report::Rejected { message: "no".into() }), [Outward::Sound(Cue::Stop)]);
    assert_eq!(bench.sent(), [("look".to_owned(), 0, None)]);
    bench.connect(18, false);
    let sent = bench.sent();
    assert_eq!((&sent[0].0, sent[0].1), (&piece(1), 18), "its number is free again");
}

#[test]
fn a_server_that_was_restored_gets_the_numbers_that_it_expects() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.away();
    bench.scan(&piece(1));
    bench.connect(5, false);
    let sent = bench.sent();
    assert_eq!((&sent[0].0, sent[0].1), (&piece(1), 5));
}

#[test]
fn an_event_that_took_no_number_is_not_booked() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.scan(&piece(1));
    bench.sent();
    // Somebody else has used the numbers up to 50.
    let Report::Booked { sent, mut response } = booked(&bench.last.clone(), Outcome::Conflict, 50) else { panic!() };
    response.verdicts[0].seq = None;
    bench.hear(Report::Booked { sent, response });
    assert!(bench.session.machine.held && bench.sent().is_empty());
    assert_eq!(bench.session.unsent(), 0, "said not to be booked");
}

#[test]
fn an_answer_of_before_and_a_look_of_before_change_nothing() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.scan(&piece(1));
    bench.sent();
    let first = bench.last.clone();
    bench.answer(Outcome::Applied, 19);
    bench.scan(&piece(2));
    assert_eq!(bench.sent(), [(piece(2), 19, None)]);
    assert!(bench.hear(booked(&first, Outcome::Duplicate, 19)).is_empty());
    assert!(bench.connect(19, false).is_empty());
    assert!(bench.session.busy && bench.sent().is_empty(), "it is on its way once");
    assert_eq!(bench.answer(Outcome::Applied, 20), [Outward::Sound(Cue::Ok)]);
}

#[test]
fn a_further_scanner_with_a_new_token_still_sends_what_it_has() {
    let root = tempfile::tempdir().unwrap();
    let open = |token: &str| {
        let (jobs, _) = mpsc::channel();
        let (errands, _) = mpsc::channel();
        let start = Start { token: token.into(), number: 2, ..start(&root) };
        Session::with(start, Tongue::new(Lang::De), jobs, errands).expect("a session")
    };
    let mut session = open("one");
    let now = Moment { ms: 5, at: Timestamp::now(), id: Uuid::now_v7() };
    session.hear(Report::Lost { refused: None }, now);
    session.on(Input::Scan(badge()), now);
    assert_eq!(session.unsent(), 1);
    drop(session);
    assert_eq!(open("two").unsent(), 1);
    let left = folder::left_behind(root.path(), "another", 1);
    assert_eq!(left.iter().map(|path| crate::terminal::journal::unsent_in(path)).sum::<usize>(), 1);
}

#[test]
fn two_programs_never_share_a_journal() {
    let root = tempfile::tempdir().unwrap();
    let _bench = Bench::new(&root);
    let (jobs, _to_do) = mpsc::channel();
    let (errands, _to_run) = mpsc::channel();
    let second = Session::with(start(&root), Tongue::new(Lang::De), jobs, errands);
    assert_eq!(second.map(|_| ()).unwrap_err().0, say::terminal_in_use());
}

#[test]
fn quitting_with_scans_on_the_disk_loses_nothing_and_asks_nothing() {
    let root = tempfile::tempdir().unwrap();
    let mut bench = Bench::signed_on(&root);
    bench.away();
    bench.scan(&piece(1));
    let now = bench.now();
    bench.session.on(Input::Key(Key::Quit), now);
    assert!(bench.session.lost().is_empty());
    assert_eq!(bench.session.unsent(), 1);
}
