//! The screens around the desk: enrolment, the scanner test, several scanners.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use uuid::Uuid;

use super::enrol as enrol_screen;
use super::panes::{Content, Tile};
use super::*;
use crate::terminal::enrol::{Enrolment, News as EnrolNews};
use crate::terminal::entry::{Entry, Source, Suffix};
use crate::terminal::scanners::Heard;
use crate::terminal::state::{Input, Moment, News};
use crate::texts::Lang;
use crate::web::api::wire::{Mode, TerminalStatus};

const NOW_MS: u64 = 10_000;
static UTC: TimeZone = TimeZone::UTC;

fn at(ms: u64) -> Moment {
    Moment { ms, at: Timestamp::from_second(1_764_000_000).unwrap(), id: Uuid::from_u128(ms.into()) }
}

fn machine(number: usize) -> Machine {
    let mut machine = Machine::new(Mode::Handout).numbered(number);
    let status = TerminalStatus { name: format!("Ausgabe {number}"), ..TerminalStatus::default() };
    machine.on(Input::News(Box::new(News::Connected(status))), at(1));
    machine
}

fn heard(machine: &mut Machine, text: &str, source: Source, gap_ms: Option<u64>) {
    let entry = Entry { text: text.into(), source, gap_ms, suffix: Suffix::Return };
    machine.on(Input::Heard(Heard::Scan(entry)), at(NOW_MS));
}

fn view<'a>(machine: &'a Machine, lang: Lang, palette: &'a Palette) -> View<'a> {
    View {
        machine,
        texts: Texts::of(lang),
        palette,
        server: "http://192.168.1.10:8080",
        now: Timestamp::from_second(1_764_000_000).unwrap(),
        now_ms: NOW_MS,
        zone: &UTC,
    }
}

fn shot(width: u16, height: u16, draw: impl FnOnce(&mut Frame<'_>)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(draw).unwrap();
    terminal.backend().to_string()
}

#[test]
fn enrolment() {
    let palette = Palette::rich();
    let mut enrolment = Enrolment::default();
    let mut shots = Vec::new();
    let mut draw = |enrolment: &Enrolment, lang| {
        let texts = Texts::of(lang);
        shots.push(shot(80, 24, |frame| {
            enrol_screen::draw(frame, enrolment, "http://192.168.1.10:8080", texts, &palette, NOW_MS);
        }));
    };
    let left = std::time::Duration::from_secs(581);
    enrolment.on(EnrolNews::Waits { code: "7F3-9MX".into(), left }, "http://192.168.1.10:8080", NOW_MS);
    for lang in Lang::ALL {
        draw(&enrolment, lang);
    }
    enrolment.on(EnrolNews::Away, "http://192.168.1.10:8080", NOW_MS);
    draw(&enrolment, Lang::De);
    enrolment.on(EnrolNews::Refused, "", NOW_MS);
    draw(&enrolment, Lang::De);
    insta::assert_snapshot!(shots.join("\n"));
}

#[test]
fn scanner_test() {
    let palette = Palette::rich();
    let mut machine = machine(1);
    let mut shots = Vec::new();
    let mut take = |machine: &Machine, lang| {
        shots.push(shot(80, 24, |frame| draw(frame, &view(machine, lang, &palette))));
    };
    heard(&mut machine, "XTEST0000P", Source::Keys, Some(2));
    take(&machine, Lang::De);
    heard(&mut machine, "]Q1XTEST0000P", Source::Keys, Some(2));
    take(&machine, Lang::De);
    heard(&mut machine, "xtest0000p", Source::Wedge, Some(48));
    for lang in Lang::ALL {
        take(&machine, lang);
    }
    insta::assert_snapshot!(shots.join("\n"));
}

#[test]
fn an_unplugged_scanner() {
    let palette = Palette::rich();
    let mut machine = machine(1);
    machine.on(Input::Heard(Heard::Unplugged(None)), at(NOW_MS));
    insta::assert_snapshot!(shot(80, 24, |frame| draw(frame, &view(&machine, Lang::De, &palette))));
}

fn tiles<'a>(machines: &'a [Machine], palette: &'a Palette) -> Vec<Tile<'a>> {
    let desk = |machine: &'a Machine| Content::Desk(view(machine, Lang::De, palette));
    let mut tiles: Vec<Tile<'_>> =
        machines.iter().map(|machine| Tile { number: machine.number, content: desk(machine) }).collect();
    tiles.push(Tile { number: machines.len() + 1, content: Content::Waits(None) });
    tiles
}

#[test]
fn several_scanners() {
    let palette = Palette::rich();
    let mut machines: Vec<Machine> = (1..=3).map(machine).collect();
    heard(&mut machines[1], "A7F39MXT4E", Source::Keys, Some(2));
    machines[2].on(Input::Heard(Heard::Unplugged(None)), at(NOW_MS));
    let t = Texts::of(Lang::De);
    for (name, count, width, height) in
        [("two_80x24", 1, 80, 24), ("two_160x45", 1, 160, 45), ("four_160x45", 3, 160, 45), ("four_80x24", 3, 80, 24)]
    {
        let tiles = tiles(&machines[machines.len() - count..], &palette);
        insta::assert_snapshot!(name, shot(width, height, |frame| panes::draw(frame, &tiles, 0, t, &palette)));
    }
    for (width, height) in [(1, 1), (20, 5), (200, 3), (3, 200), (300, 90)] {
        shot(width, height, |frame| panes::draw(frame, &tiles(&machines, &palette), 1, t, &palette));
        shot(width, height, |frame| draw(frame, &view(&machines[0], Lang::De, &palette)));
    }
}
