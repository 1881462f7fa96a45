//! The screen of a device that is no terminal yet: where the server is, and the code as large as it fits.

use ratatui::Frame;
use ratatui::layout::{Alignment, Constraint, Layout};
use ratatui::style::Modifier;
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph, Wrap};

use super::bidi::Way;
use super::letters::Size;
use super::{Palette, big};
use crate::terminal::enrol::{Enrolment, Step, Trouble};
use crate::texts::Texts;

pub fn draw(frame: &mut Frame<'_>, enrolment: &Enrolment, server: &str, t: &Texts, palette: &Palette, now_ms: u64) {
    let area = frame.area();
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
    big(frame, head, &t.enrol_title(), &[Size::Half], palette.locked, Way::of(t.lang()));
    let (word, sentence) = match &enrolment.step {
        Step::Asking => (String::from("…"), t.enrol_asking(server)),
        Step::Code { code, .. } => (code.clone(), t.enrol_type_it(server)),
        Step::Refused => (String::from("✗"), t.enrol_refused()),
    };
    big(frame, code, &word, &[Size::Wide, Size::Narrow, Size::Half], palette.strong, Way::LeftToRight);
    let style = palette.base.add_modifier(Modifier::BOLD);
    frame.render_widget(paragraph(&sentence).style(style), help);
    if let Step::Code { until_ms, .. } = enrolment.step {
        let seconds = until_ms.saturating_sub(now_ms) / 1000;
        let text = t.enrol_left(format!("{}:{:02}", seconds / 60, seconds % 60));
        frame.render_widget(paragraph(&text).style(palette.dim), left);
    }
    if let Some(said) = &enrolment.trouble {
        let text = match said {
            Trouble::Ours(message) => t.say(message),
            Trouble::Server(sentence) => sentence.clone(),
        };
        frame.render_widget(paragraph(&format!("! {text}")).style(palette.again), trouble);
    }
    frame.render_widget(
        Paragraph::new(Line::from(t.enrol_keys())).style(palette.dim).alignment(Alignment::Center),
        foot,
    );
}

fn paragraph(text: &str) -> Paragraph<'_> {
    Paragraph::new(text).centered().wrap(Wrap { trim: true })
}
