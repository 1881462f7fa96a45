//! The screen of a device that is no terminal yet: where the server is, and the code as large as it fits.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph};

use super::bidi::Way;
use super::letters::Size;
use super::{Palette, big, card};
use crate::terminal::enrol::{Enrolment, Step, Trouble};
use crate::texts::Texts;

pub fn draw(frame: &mut Frame<'_>, enrolment: &Enrolment, server: &str, t: &Texts, palette: &Palette, now_ms: u64) {
    let (area, way) = (frame.area(), Way::of(t.lang()));
    frame.render_widget(Block::new().style(palette.base), area);
    let title = if area.height >= 20 { 5 } else { 3 };
    let [head, code, help, left, trouble, foot] = Layout::vertical([
        Constraint::Length(title),
        Constraint::Min(6),
        Constraint::Length(4),
        Constraint::Length(1),
        Constraint::Length(3),
        Constraint::Length(1),
    ])
    .areas(area);
    big(frame, head, &t.enrol_title(), &[Size::Half], palette.locked, way);
    let (word, sentence) = match &enrolment.step {
        Step::Asking => (String::from("…"), t.enrol_asking(server)),
        Step::Code { code, .. } => (code.clone(), t.enrol_type_it(server)),
        Step::Refused => (String::from("✗"), t.enrol_refused()),
    };
    big(frame, code, &word, &[Size::Wide, Size::Narrow, Size::Half], palette.strong, Way::LeftToRight);
    let style = palette.base.add_modifier(Modifier::BOLD);
    frame.render_widget(paragraph(&sentence, help, way).style(style), help);
    if let Step::Code { code, until_ms } = &enrolment.step {
        let seconds = until_ms.saturating_sub(now_ms) / 1000;
        let text = t.enrol_left(code, format!("{}:{:02}", seconds / 60, seconds % 60));
        frame.render_widget(paragraph(&text, left, way).style(palette.dim), left);
    }
    if let Some(said) = &enrolment.trouble {
        let text = match said {
            Trouble::Ours(message) => t.say(message),
            Trouble::Server(sentence) => sentence.clone(),
        };
        frame.render_widget(paragraph(&format!("! {text}"), trouble, way).style(palette.again), trouble);
    }
    frame.render_widget(paragraph(&t.enrol_keys(), foot, way).style(palette.dim), foot);
}

fn paragraph(text: &str, area: Rect, way: Way) -> Paragraph<'static> {
    let rows = card::wrapped(text, usize::from(area.width.saturating_sub(2)));
    let lines: Vec<Line<'_>> = rows.iter().map(|row| Line::from(way.visual(row).into_owned())).collect();
    Paragraph::new(lines).centered()
}
