//! Every screen as it looks, in every language.

use jiff::tz::TimeZone;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Color;
use uuid::Uuid;

use super::*;
use crate::terminal::state::{Input, Key, Moment, News};
use crate::texts::Lang;
use crate::web::api::wire::{
    Outcome, ScanResponse, TerminalStatus, Tone, WireDesk, WireLine, WireNeed, WireProduct, WireVerdict, WireVisit,
};

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

    fn signed_on(mode: Mode) -> Scene {
        let mut scene = Scene::new();
        scene.machine.mode = mode;
        scene.scan(BADGE, Outcome::Applied, Tone::Ok, "Hallo Ada. Modus: AUSGABE", "", desk(None));
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
        let event_id = self.machine.in_flight.as_ref().expect("a scan is with the server").0.event_id.clone();
        let verdict = WireVerdict {
            event_id: event_id.clone(),
            seq: Some(1),
            outcome,
            tone,
            headline: headline.into(),
            detail: detail.into(),
            visit: None,
            pieces: None,
            asks,
            asks_lead: false,
            offers: false,
            lines: Vec::new(),
        };
        let response = ScanResponse { verdicts: vec![verdict], next_seq: 2, desk };
        self.on(Input::News(Box::new(News::Answered { event_id, response })));
    }

    /// What the terminal says of the scan in hand by itself.
    fn decided(&mut self, outcome: Outcome, tone: Tone, headline: &str, detail: &str) {
        let verdict = verdict(self.in_hand(), outcome, tone, headline, detail, false);
        let (event_id, desk) = (verdict.event_id.clone(), Box::new(self.machine.desk.clone()));
        self.on(Input::News(Box::new(News::Decided { event_id, verdict, desk })));
    }

    fn in_hand(&self) -> String {
        self.machine.in_flight.as_ref().expect("a scan is in hand").0.event_id.clone()
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

    fn check(&self, name: &str) {
        for lang in Lang::ALL {
            insta::assert_snapshot!(format!("{name}_{lang}"), self.shot(lang, 80, 24).backend());
        }
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

fn in_visit() -> Scene {
    let mut scene = Scene::signed_on(Mode::Handout);
    let detail = "1 von 1 auf der Liste · 2 in diesem Besuch";
    scene.scan(COAT, Outcome::Applied, Tone::Ok, "Winterjacke Gr. 104", detail, visit(2));
    scene
}

fn asked() -> Scene {
    let mut scene = in_visit();
    scene.on(Input::Scan("A00000001E".into()));
    let headline = "Schon ausgegeben am 12.03.2026: Winterjacke Gr. 104. Neu ausgeben?";
    scene.answer(Outcome::Question, Tone::Again, headline, "Ja oder Nein scannen.", true, visit(2));
    scene
}

fn stopped() -> Scene {
    let mut scene = in_visit();
    let headline = "Nicht ausgeben: für einen anderen Haushalt reserviert.";
    let detail = "Teil zur Seite legen und die Leitung fragen.";
    scene.scan("A00000001E", Outcome::Refused, Tone::Stop, headline, detail, visit(2));
    scene
}

fn searching() -> Scene {
    let mut scene = Scene::signed_on(Mode::Intake);
    scene.typed("wi ja 104");
    let products = vec![
        product("Winterjacke", "Jacken und Mäntel", &["W", "M", "K"]),
        product("Windjacke", "Jacken und Mäntel", &["K"]),
        product("Wickeljacke", "Baby", &["B"]),
    ];
    scene.on(Input::News(Box::new(News::Found { query: "wi ja 104".into(), products })));
    scene.on(Input::Key(Key::Down));
    scene
}

fn offline() -> Scene {
    let mut scene = in_visit();
    scene.on(Input::Scan("A00000001E".into()));
    scene.on(Input::News(Box::new(News::Offline { refused: None, why: None })));
    scene.decided(
        Outcome::Applied,
        Tone::Ok,
        "T-Shirt Gr. 146",
        "Steht nicht auf der Bedarfsliste · 4 in diesem Besuch",
    );
    scene.machine.note(17, Some("2026-11-22T13:58:00Z".parse().unwrap()), 2);
    scene
}

#[test]
fn locked() {
    Scene::new().check("locked");
}

#[test]
fn ready() {
    Scene::signed_on(Mode::Handout).check("signed_on");
    let mut scene = Scene::signed_on(Mode::Handout);
    scene.machine.panel = None;
    scene.check("ready");
}

#[test]
fn a_visit_with_its_needs() {
    in_visit().check("visit");
    let mut scene = in_visit();
    let mut opened = scene.machine.panel.clone().expect("a verdict");
    opened.lines = vec![
        WireLine { code: COAT.into(), outcome: Outcome::Applied, headline: "Winterjacke Gr. 104".into() },
        WireLine { code: COAT.into(), outcome: Outcome::Refused, headline: "Nicht ausgeben: in Verwahrung".into() },
    ];
    scene.machine.panel = Some(opened);
    insta::assert_snapshot!("visit_with_tray_wide", scene.shot(Lang::De, 120, 36).backend());
    insta::assert_snapshot!("visit_console_60x33", scene.shot(Lang::De, 60, 33).backend());
}

#[test]
fn a_question() {
    asked().check("question");
}

#[test]
fn a_stop() {
    let mut scene = stopped();
    scene.check("stop");
    scene.on(Input::Scan("A7F39MXT4E".into()));
    insta::assert_snapshot!("stop_and_scanned_on", scene.shot(Lang::De, 80, 24).backend());
}

#[test]
fn no_connection() {
    offline().check("offline");
}

#[test]
fn choosing_at_intake() {
    let mut scene = searching();
    scene.check("search");
    scene.on(Input::Key(Key::F(1)));
    insta::assert_snapshot!("search_cut", scene.shot(Lang::De, 80, 24).backend());
    scene.on(Input::Key(Key::F(3)));
    insta::assert_snapshot!("intake_chosen", scene.shot(Lang::De, 80, 24).backend());
    let headline = "Aufgenommen: Winterjacke Gr. 104";
    scene.scan(COAT, Outcome::Applied, Tone::Ok, headline, "Ablegen bei: Jacken und Mäntel", desk(None));
    insta::assert_snapshot!("intake_taken", scene.shot(Lang::De, 80, 24).backend());
}

#[test]
fn help() {
    let mut scene = Scene::signed_on(Mode::Handout);
    scene.on(Input::Key(Key::F(1)));
    scene.check("help");
}

#[test]
fn verdicts_differ_by_word_frame_and_colour() {
    let seen: Vec<(String, String, Color)> = [in_visit(), asked(), stopped()]
        .iter()
        .map(|scene| {
            let terminal = scene.shot(Lang::De, 80, 24);
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
    for scene in [Scene::new(), in_visit(), asked(), stopped(), searching(), offline()] {
        for (width, height) in [(1, 1), (10, 5), (20, 10), (40, 12), (71, 19), (80, 25), (200, 60)] {
            scene.shot(Lang::De, width, height);
        }
    }
}
