//! The right column: the visit with its count and needs, pieces without a card, or what is being taken in.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Padding, Paragraph};

use super::letters::{self, Size};
use super::{View, bidi, card, middle};
use crate::terminal::state::Gate;
use crate::web::api::wire::{Mode, WireNeed, WireVisit};

/// Columns for a body of this width; none when it is too narrow for both.
pub fn width(body: u16) -> u16 {
    match body {
        0..72 => 0,
        72..ROOMY => 25,
        ROOMY..140 => 34,
        _ => 42,
    }
}

/// From this width on the column leaves enough room for big letters beside it.
const ROOMY: u16 = 100;

/// Whether the middle takes all of a body of this width.
pub fn is_empty(view: &View<'_>, body: u16) -> bool {
    let machine = view.machine;
    let is_held = machine.gate != Gate::Open || machine.held;
    machine.is_locked()
        || (is_held && body < ROOMY)
        || match machine.mode {
            Mode::Intake => body < ROOMY || middle::chosen(view).is_none() || view.is_choosing(),
            Mode::Move | Mode::Stocktake => machine.desk.place.is_none(),
            _ => machine.desk.visit.is_none() && machine.desk.tray == 0 || view.is_choosing(),
        }
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (t, machine) = (view.texts, view.machine);
    let (title, lines) = match (&machine.desk.visit, machine.mode) {
        (_, Mode::Intake) => {
            let text = middle::chosen(view).unwrap_or_default();
            let columns = usize::from(area.width.saturating_sub(4));
            let parts = text.split(" · ").flat_map(|part| card::wrapped(part, columns));
            (t.terminal_side_intake(), parts.map(|part| Line::styled(part, view.palette.strong)).collect())
        }
        (_, Mode::Move | Mode::Stocktake) => {
            let columns = usize::from(area.width.saturating_sub(4));
            let place = card::wrapped(machine.desk.place.as_deref().unwrap_or_default(), columns);
            (t.terminal_side_place(), place.into_iter().map(|row| Line::styled(row, view.palette.strong)).collect())
        }
        (Some(open), _) => (t.terminal_side_visit(), visit(area, view, open)),
        (None, _) => {
            let mut lines = number(view, machine.desk.tray);
            lines.push(Line::from(t.terminal_side_pieces(machine.desk.tray)));
            (t.terminal_side_tray(), lines)
        }
    };
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(view.palette.dim)
        .title(bidi::turned_line(view.way(), Line::styled(format!(" {title} "), view.palette.dim)))
        .padding(Padding::horizontal(1));
    frame.render_widget(Paragraph::new(view.lines(lines)).block(block).style(view.palette.base), area);
}

fn number(view: &View<'_>, count: usize) -> Vec<Line<'static>> {
    let rows = letters::rows(&count.to_string(), Size::Half).unwrap_or_else(|| vec![count.to_string()]);
    rows.into_iter().map(|row| Line::styled(row, view.palette.strong)).collect()
}

fn visit(area: Rect, view: &View<'_>, visit: &WireVisit) -> Vec<Line<'static>> {
    let t = view.texts;
    let (columns, height) = (usize::from(area.width.saturating_sub(4)), usize::from(area.height.saturating_sub(2)));
    let mut lines =
        vec![Line::from(t.terminal_side_card(&visit.card)), Line::from(t.terminal_side_people(visit.people))];
    let mut count = number(view, usize::try_from(visit.pieces).unwrap_or(0));
    if let Some(last) = count.last_mut() {
        last.push_span(format!("  {}", t.terminal_side_pieces(visit.pieces)));
    }
    lines.append(&mut count);
    lines.push(Line::default());
    let rule = "─".repeat(columns.saturating_sub(bidi::columns(&t.terminal_side_needs()) + 1));
    lines.push(
        Line::from(vec![Span::raw(t.terminal_side_needs()), Span::raw(format!(" {rule}"))]).style(view.palette.dim),
    );
    if visit.needs.is_empty() {
        lines.push(Line::styled(t.terminal_side_nothing_needed(), view.palette.dim));
    }
    // What is still open stands first: that is what somebody looks for on the shelves.
    let mut needs: Vec<&WireNeed> = visit.needs.iter().collect();
    needs.sort_by_key(|need| need.got >= need.wanted);
    let room = height.saturating_sub(lines.len());
    let shown = if needs.len() > room { room.saturating_sub(1) } else { needs.len() };
    lines.extend(needs[..shown].iter().map(|need| need_line(view, need, columns)));
    if shown < needs.len() {
        lines.push(Line::styled(t.terminal_side_more(needs.len() - shown), view.palette.dim));
    }
    lines
}

fn need_line(view: &View<'_>, need: &WireNeed, columns: usize) -> Line<'static> {
    let is_met = need.got >= need.wanted;
    let count = format!(" {}/{}", need.got, need.wanted);
    let size = need.size.as_ref().map(|size| format!(" {size}")).unwrap_or_default();
    let room = columns.saturating_sub(2 + bidi::columns(&size) + bidi::columns(&count));
    let name: String = match bidi::columns(&need.name) > room {
        true => need.name.chars().take(room.saturating_sub(1)).chain(['…']).collect(),
        false => need.name.clone(),
    };
    let gap = " ".repeat(room.saturating_sub(bidi::columns(&name)));
    let (mark, style) = if is_met { ("✓", view.palette.dim) } else { ("·", view.palette.base) };
    let parts = [format!("{mark} "), format!("{name}{size}"), gap, count];
    Line::from(parts.map(Span::raw).to_vec()).style(style)
}
