//! Every screen as it looks, in every language.

use jiff::tz::TimeZone;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;
use uuid::Uuid;

use super::*;
use crate::terminal::state::{Input, Key, Moment, News};
use crate::texts::{Lang, Words, say};
use crate::web::api::wire::{
    Mode, Outcome, ScanResponse, TerminalStatus, Tone, WireDesk, WireLine, WireNeed, WireProduct, WireVerdict,
    WireVisit,
};

#[path = "pictures.rs"]
mod pictures;

const BADGE: &str = "MTEST0000F";
const COAT: &str = "A7F39MXT4E";

/// A machine that has lived through something.
struct Scene {
    machine: Machine,
    ms: u64,
}

impl Scene {
    fn new() -> Scene {
        let mut scene = Scene { machine: Machine::new(Mode::Handout), ms: 0 };
        scene.on(Input::News(Box::new(News::Connected(TerminalStatus {
            id: String::new(),
            name: "Ausgabe links".into(),
            next_seq: 1,
            desk: WireDesk::default(),
            ..TerminalStatus::default()
        }))));
        scene
    }

    fn signed_on(t: &Texts, mode: Mode) -> Scene {
        let mut scene = Scene::new();
        scene.machine.mode = mode;
        let hello = t.verdict_hello("Ada", say::mode_handout());
        scene.scan(BADGE, Outcome::Applied, Tone::Ok, &hello, "", desk(None));
        scene
    }

    fn on(&mut self, input: Input) {
        self.ms += 2_000;
        let at = Timestamp::from_second(1_764_000_000 + i64::try_from(self.ms / 1000).unwrap()).unwrap();
        self.machine.on(input, Moment { ms: self.ms, at, id: Uuid::from_u128(u128::from(self.ms)) });
    }

    /// A scan with its answer.
    fn scan(&mut self, code: &str, outcome: Outcome, tone: Tone, headline: &str, detail: &str, desk: WireDesk) {
        self.on(Input::Scan(code.into()));
        self.answer(outcome, tone, headline, detail, false, desk);
    }

    fn answer(&mut self, outcome: Outcome, tone: Tone, headline: &str, detail: &str, asks: bool, desk: WireDesk) {
        self.machine.desk = desk;
        self.answer_with(|verdict| {
            (verdict.outcome, verdict.tone, verdict.asks) = (outcome, tone, asks);
            (verdict.headline, verdict.detail) = (headline.into(), detail.into());
        });
    }

    /// An answer that is booked, but for what is changed about it. The desk is as it was.
    fn answer_with(&mut self, change: impl Fn(&mut WireVerdict)) {
        let mut verdict = self.booked();
        change(&mut verdict);
        let event_id = verdict.event_id.clone();
        let response = ScanResponse { verdicts: vec![verdict], next_seq: 2, desk: self.machine.desk.clone() };
        self.on(Input::News(Box::new(News::Answered { event_id, response })));
    }

    /// A verdict on the scan in hand: booked.
    fn booked(&self) -> WireVerdict {
        let event_id = self.machine.in_flight.as_ref().expect("a scan is with the server").0.event_id.clone();
        WireVerdict {
            event_id,
            seq: Some(1),
            outcome: Outcome::Applied,
            tone: Tone::Ok,
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

    /// What the terminal says of the scan in hand by itself.
    fn decided(&mut self, headline: &str, detail: &str) {
        let mut verdict = self.booked();
        (verdict.headline, verdict.detail) = (headline.into(), detail.into());
        let (event_id, desk) = (verdict.event_id.clone(), Box::new(self.machine.desk.clone()));
        self.on(Input::News(Box::new(News::Decided { event_id, verdict, desk })));
    }

    /// Types a search, which finds three products.
    fn find(&mut self, text: &str) {
        self.typed(text);
        let products = vec![
            product("Winterjacke", "Jacken und Mäntel", &["W", "M", "K"]),
            product("Windjacke", "Jacken und Mäntel", &["K"]),
            product("Wickeljacke", "Baby", &["B"]),
        ];
        self.on(Input::News(Box::new(News::Found { query: text.into(), products })));
    }

    fn typed(&mut self, text: &str) {
        for c in text.chars() {
            self.on(Input::Key(Key::Char(c)));
        }
        self.on(Input::Tick);
    }

    fn shot(&self, lang: Lang, width: u16, height: u16) -> Terminal<TestBackend> {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let view = View {
            machine: &self.machine,
            texts: Texts::of(lang),
            palette: &Palette::rich(),
            server: "http://192.168.1.10:8080",
            now: "2026-11-22T14:05:00Z".parse().unwrap(),
            now_ms: self.ms,
            zone: &TimeZone::UTC,
        };
        terminal.draw(|frame| draw(frame, &view)).unwrap();
        terminal
    }
}

/// The screen of a scene in each language, with what the server says in it.
fn check(name: &str, scene: impl Fn(&Texts) -> Scene) {
    for lang in Lang::ALL {
        let scene = scene(Texts::of(lang));
        insta::assert_snapshot!(format!("{name}_{lang}"), scene.shot(lang, 80, 24).backend());
    }
}

fn desk(visit: Option<WireVisit>) -> WireDesk {
    WireDesk { visit, volunteer: Some("Ada".into()), ..WireDesk::default() }
}

fn need(name: &str, size: &str, got: i32, wanted: i32) -> WireNeed {
    let size = (!size.is_empty()).then(|| size.to_owned());
    WireNeed { name: name.into(), size, got, wanted, ..WireNeed::default() }
}

fn visit(pieces: i32) -> WireDesk {
    desk(Some(WireVisit {
        id: String::new(),
        card: "K7F 39M XT4C".into(),
        people: 4,
        pieces,
        needs: vec![
            need("Winterjacke", "104", 1, 1),
            need("Winterschuhe", "27", 0, 1),
            need("Pullover", "110", 1, 3),
            need("Schlafanzug", "104", 0, 2),
            need("Bettwäsche-Garnitur", "", 0, 4),
        ],
    }))
}

fn product(name: &str, group: &str, cuts: &[&str]) -> WireProduct {
    WireProduct {
        code: name.to_lowercase(),
        name: name.into(),
        group: group.into(),
        pictogram: String::new(),
        cuts: cuts.iter().map(|cut| (*cut).to_owned()).collect(),
        size: Some("104".into()),
    }
}

fn coat() -> crate::texts::Message {
    say::item_with_size(Words::new("Winterjacke", "Winter jacket"), "104")
}

fn at_handout(t: &Texts) -> Scene {
    let mut scene = Scene::signed_on(t, Mode::Handout);
    scene.machine.panel = None;
    scene
}

fn in_visit(t: &Texts) -> Scene {
    let mut scene = Scene::signed_on(t, Mode::Handout);
    let (headline, detail) = (t.verdict_handed_out(coat()), t.verdict_need_met(1, 1, 2));
    scene.scan(COAT, Outcome::Applied, Tone::Ok, &headline, &detail, visit(2));
    scene
}

fn with_tray(t: &Texts) -> Scene {
    let mut scene = in_visit(t);
    let mut opened = scene.machine.panel.clone().expect("a verdict");
    opened.lines = vec![
        WireLine { code: COAT.into(), outcome: Outcome::Applied, headline: t.say(&coat()) },
        WireLine { code: COAT.into(), outcome: Outcome::Refused, headline: t.verdict_in_custody() },
    ];
    scene.machine.panel = Some(opened);
    scene
}

fn asked(t: &Texts) -> Scene {
    let mut scene = in_visit(t);
    scene.on(Input::Scan("A00000001E".into()));
    let headline = t.verdict_already_out(jiff::civil::date(2026, 3, 12), coat());
    scene.answer(Outcome::Question, Tone::Again, &headline, &t.verdict_lead_yes_or_no(), true, visit(2));
    scene
}

/// A question that a coordinator answers.
fn asked_for_lead(t: &Texts) -> Scene {
    let mut scene = in_visit(t);
    scene.on(Input::Scan("A00000001E".into()));
    scene.answer_with(|verdict| {
        verdict.headline = t.verdict_already_out(jiff::civil::date(2026, 3, 12), coat());
        (verdict.outcome, verdict.tone) = (Outcome::Question, Tone::Again);
        (verdict.asks, verdict.asks_lead) = (true, true);
    });
    scene
}

/// Taken in, and a household waits for exactly this.
fn offered(t: &Texts) -> Scene {
    let mut scene = Scene::signed_on(t, Mode::Intake);
    scene.on(Input::Scan(COAT.into()));
    scene.answer_with(|verdict| {
        verdict.headline = t.verdict_taken_in(coat());
        verdict.detail = t.verdict_goes_to_group(Words::new("Jacken und Mäntel", "Jackets and coats"));
        verdict.offers = true;
    });
    scene
}

/// A blank label was handed out: what is it on?
fn describing(t: &Texts) -> Scene {
    let mut scene = in_visit(t);
    let open = WireDesk { describes: Some("A00 000 001E".into()), ..visit(2) };
    scene.scan("A00000001E", Outcome::Question, Tone::Again, &t.verdict_label_blank(), "", open);
    scene
}

fn stopped(t: &Texts) -> Scene {
    let mut scene = in_visit(t);
    let (headline, detail) = (t.verdict_reserved_for_other(), t.verdict_put_aside());
    scene.scan("A00000001E", Outcome::Refused, Tone::Stop, &headline, &detail, visit(2));
    scene
}

fn searching(t: &Texts) -> Scene {
    let mut scene = Scene::signed_on(t, Mode::Intake);
    scene.find("wi ja 104");
    scene.on(Input::Key(Key::Down));
    scene
}

fn moving(t: &Texts) -> Scene {
    let mut scene = Scene::signed_on(t, Mode::Move);
    let open = WireDesk { place: Some("Regal 3, Fach 2".into()), ..desk(None) };
    scene.scan(COAT, Outcome::Applied, Tone::Ok, &t.say(&coat()), &t.verdict_moved("Regal 3, Fach 2"), open);
    scene
}

fn counting(t: &Texts) -> Scene {
    let mut scene = Scene::signed_on(t, Mode::Stocktake);
    let open = WireDesk { place: Some("Regal 3, Fach 2".into()), ..desk(None) };
    let headline = t.verdict_count_begins("Regal 3, Fach 2");
    scene.scan("R00000001W", Outcome::Applied, Tone::Ok, &headline, &t.verdict_count_all(12), open);
    scene
}

/// Nothing was scanned yet in this mode.
fn empty(mode: Mode) -> impl Fn(&Texts) -> Scene {
    move |t| {
        let mut scene = Scene::signed_on(t, mode);
        scene.machine.panel = None;
        scene
    }
}

fn offline(t: &Texts) -> Scene {
    let mut scene = in_visit(t);
    scene.on(Input::Scan("A00000001E".into()));
    scene.on(Input::News(Box::new(News::Offline { refused: None, why: None })));
    scene.decided(&t.say(&coat()), &t.verdict_not_on_list(4));
    scene.machine.note(17, Some("2026-11-22T13:58:00Z".parse().unwrap()), 2);
    scene
}

fn helped(t: &Texts) -> Scene {
    let mut scene = Scene::signed_on(t, Mode::Handout);
    scene.on(Input::Key(Key::F(1)));
    scene
}

/// How somebody comes to a screen.
type Way = Box<dyn Fn(&Texts) -> Scene>;

/// Every kind of screen.
fn kinds() -> Vec<(&'static str, Way)> {
    vec![
        ("locked", Box::new(|_| Scene::new())),
        ("signed_on", Box::new(|t| Scene::signed_on(t, Mode::Handout))),
        ("ready", Box::new(at_handout)),
        ("visit", Box::new(in_visit)),
        ("question", Box::new(asked)),
        ("question_for_lead", Box::new(asked_for_lead)),
        ("describe", Box::new(describing)),
        ("stop", Box::new(stopped)),
        ("offline", Box::new(offline)),
        ("intake_ready", Box::new(empty(Mode::Intake))),
        ("intake_offer", Box::new(offered)),
        ("search", Box::new(searching)),
        ("return_ready", Box::new(empty(Mode::Return))),
        ("lookup_ready", Box::new(empty(Mode::Lookup))),
        ("move_ready", Box::new(empty(Mode::Move))),
        ("moved", Box::new(moving)),
        ("stocktake", Box::new(counting)),
        ("help", Box::new(helped)),
    ]
}

#[test]
fn every_kind_of_screen_in_every_language() {
    for (name, scene) in kinds() {
        check(name, scene);
    }
}

#[test]
fn a_visit_on_other_screens() {
    for lang in [Lang::De, Lang::Ar] {
        let scene = with_tray(Texts::of(lang));
        for (name, width, height) in [("wide", 120, 40), ("console", 60, 33)] {
            insta::assert_snapshot!(format!("visit_{name}_{lang}"), scene.shot(lang, width, height).backend());
        }
    }
}

#[test]
fn what_comes_while_somebody_must_look() {
    let mut scene = stopped(Texts::of(Lang::De));
    scene.on(Input::Scan("A7F39MXT4E".into()));
    insta::assert_snapshot!("stop_and_scanned_on", scene.shot(Lang::De, 80, 24).backend());
}

#[test]
fn choosing_at_intake() {
    let t = Texts::of(Lang::De);
    let mut scene = searching(t);
    scene.on(Input::Key(Key::F(1)));
    insta::assert_snapshot!("search_cut", scene.shot(Lang::De, 80, 24).backend());
    scene.on(Input::Key(Key::F(3)));
    insta::assert_snapshot!("intake_chosen", scene.shot(Lang::De, 80, 24).backend());
    let detail = t.verdict_goes_to_group(Words::new("Jacken und Mäntel", ""));
    scene.scan(COAT, Outcome::Applied, Tone::Ok, &t.verdict_taken_in(coat()), &detail, desk(None));
    insta::assert_snapshot!("intake_taken", scene.shot(Lang::De, 80, 24).backend());
}

#[test]
fn a_blank_label_is_described_at_the_handout_by_a_few_letters_and_a_key() {
    let mut scene = describing(Texts::of(Lang::De));
    scene.find("wi ja 104");
    insta::assert_snapshot!("describe_search", scene.shot(Lang::De, 80, 24).backend());
    scene.on(Input::Key(Key::F(2)));
    let sent = &scene.machine.in_flight.as_ref().expect("the label goes to the server once more").0;
    assert_eq!((sent.code.as_str(), sent.mode), ("A00 000 001E", Mode::Handout));
    assert_eq!((sent.fields.product.as_deref(), sent.fields.size.as_deref()), (Some("windjacke"), Some("104")));
    assert!(!scene.machine.may_search());
}

#[test]
fn a_lead_answers_by_badge_and_is_not_signed_on_by_it() {
    let mut scene = asked_for_lead(Texts::of(Lang::De));
    let lead = crate::codes::Code::with_body(crate::codes::Kind::VolunteerBadge, b"00000001").expect("a badge");
    scene.on(Input::Scan(lead.to_string()));
    let sent = scene.machine.in_flight.clone().expect("the badge answers").0;
    assert_eq!((sent.code, sent.actor.as_deref()), (lead.to_string(), Some(BADGE)));
    scene.answer(Outcome::Applied, Tone::Ok, "Winterjacke", "", false, visit(3));
    assert_eq!(scene.machine.badge.as_deref(), Some(BADGE), "the lead is not signed on by it");
}

#[test]
fn the_badge_chooses_the_language_until_it_is_locked() {
    let mut scene = Scene::new();
    assert_eq!(scene.machine.badge_lang(), None);
    let open = WireDesk { lang: Some("uk".into()), ..desk(None) };
    scene.scan(BADGE, Outcome::Applied, Tone::Ok, "Hallo Ada. Modus: AUSGABE", "", open);
    assert_eq!(scene.machine.badge_lang(), Some(Lang::Uk));
    assert!(scene.shot(Lang::Uk, 120, 40).backend().to_string().contains("Скануйте картку"), "greeted in one's own");
    scene.on(Input::Key(Key::Lock));
    assert_eq!(scene.machine.badge_lang(), None);
}

#[test]
fn a_console_without_arabic_says_so() {
    let mut scene = at_handout(Texts::of(Lang::En));
    scene.machine.desk.lang = Some("ar".into());
    assert!(scene.shot(Lang::En, 80, 24).backend().to_string().contains("cannot show Arabic"));
    assert!(!scene.shot(Lang::Ar, 80, 24).backend().to_string().contains("cannot"));
}

#[test]
fn verdicts_differ_by_word_frame_and_colour() {
    let seen: Vec<(String, String, Color)> = [in_visit, asked, stopped]
        .iter()
        .map(|scene| {
            let terminal = scene(Texts::of(Lang::De)).shot(Lang::De, 80, 24);
            let corner = &terminal.backend().buffer()[(1, 6)];
            (corner.symbol().to_owned(), terminal.backend().to_string(), corner.bg)
        })
        .collect();
    assert_eq!(seen[0].2, Color::Rgb(0x00, 0x47, 0xAB));
    assert_eq!(seen[1].2, Color::Rgb(0xFF, 0xD5, 0x00));
    assert_eq!(seen[2].2, Color::Rgb(0xB0, 0x00, 0x20));
    assert_eq!(seen.iter().map(|(frame, ..)| frame.as_str()).collect::<Vec<_>>(), ["━", "╍", "═"]);
}

#[test]
fn no_size_of_the_window_breaks_it() {
    for lang in Lang::ALL {
        for (_, scene) in kinds() {
            let scene = scene(Texts::of(lang));
            for (width, height) in [(1, 1), (10, 5), (20, 10), (40, 12), (71, 19), (80, 25), (200, 60)] {
                scene.shot(lang, width, height);
            }
        }
    }
}
