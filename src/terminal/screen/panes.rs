//! Several scanners on one screen: a pane for each, its number huge, and in sight which one the keyboard belongs to.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Paragraph};

use super::bidi::Way;
use super::card::{self, Card};
use super::letters::Size;
use super::{Palette, View, big, body, edges, header};
use crate::terminal::state::{Link, Look};
use crate::texts::Texts;

/// One scanner's part of the screen.
pub struct Tile<'a> {
    /// From 1.
    pub number: usize,
    pub content: Content<'a>,
}

pub enum Content<'a> {
    Desk(View<'a>),
    /// The server has not given this scanner its desk yet; with its sentence, if it said one.
    Waits(Option<&'a str>),
}

/// Below this a pane has room for the verdict and few facts only.
const ROOMY: (u16, u16) = (78, 22);
/// Two panes side by side need so many columns.
const BESIDE: u16 = 76;

/// Draws all panes; `active` has the keyboard.
pub fn draw(frame: &mut Frame<'_>, tiles: &[Tile<'_>], active: usize, t: &Texts, palette: &Palette) {
    let area = frame.area();
    frame.render_widget(Block::new().style(palette.base), area);
    for (place, (tile, area)) in tiles.iter().zip(areas(area, tiles.len())).enumerate() {
        draw_tile(frame, area, tile, place == active, t, palette);
    }
}

/// Two beside each other, or one above the other on a narrow screen; more in two rows of two.
fn areas(area: Rect, count: usize) -> Vec<Rect> {
    let half = || [Constraint::Fill(1), Constraint::Fill(1)];
    match count {
        0 | 1 => vec![area],
        2 if area.width >= BESIDE => Layout::horizontal(half()).areas::<2>(area).to_vec(),
        2 => Layout::vertical(half()).areas::<2>(area).to_vec(),
        _ => {
            let rows = Layout::vertical(half()).areas::<2>(area);
            rows.into_iter().flat_map(|row| Layout::horizontal(half()).areas::<2>(row)).collect()
        }
    }
}

fn draw_tile(frame: &mut Frame<'_>, area: Rect, tile: &Tile<'_>, is_active: bool, t: &Texts, palette: &Palette) {
    let mut block = Block::bordered().style(palette.base).border_style(palette.dim);
    if is_active {
        block = block.border_type(BorderType::Thick).border_style(palette.strong);
        block = block.title_top(Line::styled(format!(" {} ", t.pane_keyboard()), palette.key).right_aligned());
    } else {
        block = block.title_top(Line::styled(format!(" {} ", t.pane_choose(tile.number)), palette.dim).right_aligned());
    }
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let is_compact = inner.width < ROOMY.0 || inner.height < ROOMY.1;
    let (head, foot) = match inner.height {
        0..14 => (3, 1),
        14..28 => (6, 1),
        _ => (6, 3),
    };
    let keys = u16::from(is_active && inner.width >= 60);
    let [head, middle, foot, keys, status] = Layout::vertical([
        Constraint::Length(head),
        Constraint::Min(3),
        Constraint::Length(foot),
        Constraint::Length(keys),
        Constraint::Length(1),
    ])
    .areas(inner);
    let [number, mode] = Layout::horizontal([Constraint::Length(10), Constraint::Min(10)]).areas(head);
    big(frame, number, &tile.number.to_string(), &[Size::Wide, Size::Half], palette.strong, Way::LeftToRight);
    match &tile.content {
        Content::Waits(said) => {
            let card = Card {
                headline: t.pane_waits(tile.number),
                detail: said.map_or_else(|| t.pane_waits_help(), str::to_owned),
                ..Card::default()
            };
            card::draw(frame, middle, card::block(Look::Again, palette.base), palette.base, Way::of(t.lang()), &card);
        }
        Content::Desk(view) => {
            header(frame, mode, view);
            body(frame, middle, view);
            edges::foot(frame, foot, view);
            if keys.height > 0 {
                edges::keys(frame, keys, view);
            }
            if is_compact { facts(frame, status, view) } else { edges::status(frame, status, view) }
        }
    }
}

/// The connection, who works here, and the open visit, on one short line.
fn facts(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (t, machine) = (view.texts, view.machine);
    let (link, style) = match &machine.link {
        Link::Online => ("●".to_owned(), view.palette.dim),
        Link::Connecting => ("○".to_owned(), view.palette.dim),
        Link::Offline { since, .. } => {
            (format!("✗ {}", t.terminal_status_offline(machine.open, view.clock(*since))), view.palette.again)
        }
    };
    let mut parts = Vec::new();
    if let Some(visit) = &machine.desk.visit {
        parts.push(format!("{} {}", visit.pieces, t.terminal_side_pieces(visit.pieces)));
        parts.push(t.terminal_side_people(visit.people));
    } else if machine.desk.tray > 0 {
        parts.push(format!("{}: {}", t.terminal_side_tray(), machine.desk.tray));
    }
    parts.extend(machine.desk.volunteer.clone().filter(|_| !machine.is_locked()));
    let line = Line::from(vec![
        Span::styled(format!(" {link} "), style),
        Span::styled(format!(" {}", parts.join(" · ")), view.palette.strong),
    ]);
    frame.render_widget(Paragraph::new(view.lines(vec![line])).style(view.palette.base), area);
}
