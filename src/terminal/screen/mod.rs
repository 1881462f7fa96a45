//! The screen: mode huge, one verdict in the middle, few facts at the side; read from two metres, from 60×20 up.

mod bidi;
mod brush;
mod card;
#[cfg(test)]
mod device_tests;
mod edges;
pub mod enrol;
mod letters;
mod middle;
mod palette;
pub mod panes;
mod side;
#[cfg(test)]
mod tests;
mod trial;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph};

use super::state::{Machine, Said};
use crate::domain::desk::mode_name;
use crate::texts::Texts;
use bidi::Way;
use letters::Size;

pub use bidi::{EXPLICIT, IMPLICIT};
pub use palette::Palette;

/// All that is drawn.
pub struct View<'a> {
    pub machine: &'a Machine,
    pub texts: &'static Texts,
    pub palette: &'a Palette,
    pub server: &'a str,
    pub now: Timestamp,
    /// By the machine's steady clock.
    pub now_ms: u64,
    /// Of the clock in the corner.
    pub zone: &'a TimeZone,
}

impl View<'_> {
    fn said(&self, said: &Said) -> String {
        match said {
            Said::Server(sentence) => sentence.clone(),
            Said::Ours(message) => self.texts.say(message),
        }
    }

    fn clock(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%H:%M").to_string()
    }

    /// With the day, when that is not today.
    fn day_clock(&self, at: Timestamp) -> String {
        let at = at.to_zoned(self.zone.clone());
        let form = if at.date() == self.now.to_zoned(self.zone.clone()).date() { "%H:%M" } else { "%d.%m. %H:%M" };
        at.strftime(form).to_string()
    }

    /// Which way the screen reads.
    fn way(&self) -> Way {
        Way::of(self.texts.lang())
    }

    /// Lines in reading order, as they stand on the screen.
    fn lines<'a>(&self, lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
        lines.into_iter().map(|line| bidi::turned_line(self.way(), line)).collect()
    }

    /// Whether the list of results or a question of the search takes the middle.
    fn is_choosing(&self) -> bool {
        self.machine.may_search() && self.machine.chooser.is_active(&self.machine.wedge.text())
    }
}

/// Draws the whole screen.
pub fn draw(frame: &mut Frame<'_>, view: &View<'_>) {
    let area = frame.area();
    frame.render_widget(Block::new().style(view.palette.base), area);
    let (head, foot) = match area.height {
        0..20 => (3, 1),
        20..30 => (6, 2),
        _ => (8, 4),
    };
    let [head, body, foot, keys, status] = Layout::vertical([
        Constraint::Length(head),
        Constraint::Min(5),
        Constraint::Length(foot),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    header(frame, head, view);
    self::body(frame, body, view);
    edges::foot(frame, foot, view);
    edges::keys(frame, keys, view);
    edges::status(frame, status, view);
}

/// The verdict or whatever else fills the middle, and the facts beside it where there is room.
fn body(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let side_width =
        if view.machine.is_tried() || side::is_empty(view, area.width) { 0 } else { side::width(area.width) };
    let columns = Layout::horizontal(match view.way() {
        Way::LeftToRight => [Constraint::Min(20), Constraint::Length(side_width)],
        Way::RightToLeft => [Constraint::Length(side_width), Constraint::Min(20)],
    });
    let [left, right] = columns.spacing(side_width.min(1)).areas(area);
    let (middle, side) = if view.way() == Way::LeftToRight { (left, right) } else { (right, left) };
    match &view.machine.trial {
        Some(last) if view.machine.is_tried() => trial::draw(frame, middle, view, last.as_ref()),
        _ => middle::draw(frame, middle, view),
    }
    if side_width > 0 {
        side::draw(frame, side, view);
    }
}

/// What the terminal does, in the largest letters that fit.
fn header(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (word, style) = match view.machine.is_locked() {
        true => (view.texts.terminal_locked(), view.palette.locked),
        false => (view.texts.say(&mode_name(view.machine.mode)), view.palette.mode(view.machine.mode)),
    };
    let sizes: &[Size] = if area.height >= 6 { &[Size::Wide, Size::Narrow, Size::Half] } else { &[Size::Half] };
    big(frame, area, &word, sizes, style, view.way());
}

/// One line in the first of the sizes that fits, in the middle of the area; as plain text when none does.
fn big(frame: &mut Frame<'_>, area: Rect, text: &str, sizes: &[Size], style: Style, way: Way) {
    let fits = |size: &Size| {
        letters::width(text, *size).is_some_and(|width| width <= usize::from(area.width))
            && size.height_of(text) <= usize::from(area.height)
    };
    let rows = sizes.iter().find(|size| fits(size)).and_then(|size| letters::rows(text, *size));
    let lines: Vec<Line<'_>> =
        rows.unwrap_or_else(|| vec![way.visual(text).into_owned()]).into_iter().map(Line::from).collect();
    let height = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
    let area = Rect { y: area.y + (area.height - height) / 2, height, ..area };
    frame.render_widget(Paragraph::new(lines).style(style).centered(), area);
}
