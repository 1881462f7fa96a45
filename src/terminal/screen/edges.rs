//! The edges: hints and waiting scans, the keys that do something now, and the status line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::View;
use super::bidi::columns;
use crate::terminal::state::{Asks, Gate, Link, shown};
use crate::texts::Lang;
use crate::web::api::wire::Mode;

/// A scan that the server answers within this time is not shown as waiting.
const SHORT_WAIT_MS: u64 = 400;

/// Hint, unfinished input, scans that wait: always in the same rows, so that nothing jumps.
pub fn foot(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let machine = view.machine;
    let mut lines = Vec::new();
    if let Some((hint, _)) = &machine.hint {
        let style = view.palette.strong.add_modifier(Modifier::REVERSED);
        lines.push(Line::styled(format!(" {} ", view.texts.say(hint)), style));
    } else if !machine.wedge.is_empty() && !view.is_choosing() {
        lines.push(Line::styled(format!(" › {}▏", machine.wedge.text()), view.palette.strong));
    } else if let Some(unplugged) = &machine.unplugged {
        lines.push(Line::styled(format!(" ! {} ", view.texts.say(unplugged)), view.palette.again));
    }
    if lines.is_empty() && machine.badge_lang().is_some_and(|lang| lang == Lang::Ar) && view.texts.lang() == Lang::En {
        lines.push(Line::styled(format!(" {}", view.texts.terminal_no_arabic()), view.palette.dim));
    }
    let is_slow =
        machine.in_flight.as_ref().is_some_and(|(_, since)| view.now_ms.saturating_sub(*since) > SHORT_WAIT_MS);
    if is_slow || !machine.queue.is_empty() {
        waiting(view, usize::from(area.width), usize::from(area.height).saturating_sub(lines.len()), &mut lines);
    }
    frame.render_widget(Paragraph::new(view.lines(lines)).style(view.palette.base), area);
}

/// Waiting scans, the oldest first, on as many rows as there are.
fn waiting(view: &View<'_>, width: usize, rows: usize, lines: &mut Vec<Line<'static>>) {
    let t = view.texts;
    let all: Vec<String> = view.machine.waiting().map(|event| t.terminal_waiting_line(shown(&event.code))).collect();
    let in_a_row = (width / 26).max(1);
    let room = (rows * in_a_row).max(1);
    let count = if all.len() > room { room - 1 } else { all.len() };
    let mut texts = all[..count].to_vec();
    if count < all.len() {
        texts.push(t.terminal_waiting_more(all.len() - count));
    }
    for row in texts.chunks(in_a_row) {
        let cell = |text: &String| {
            let gap = " ".repeat(22_usize.saturating_sub(columns(text)));
            Span::styled(format!(" … {text}{gap}"), view.palette.dim)
        };
        lines.push(Line::from(row.iter().map(cell).collect::<Vec<_>>()));
    }
}

pub fn keys(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (t, machine) = (view.texts, view.machine);
    let quit = t.terminal_key_quit();
    let keys = match machine.gate {
        Gate::Question { .. } if machine.asks() == Asks::Lead => vec![("F8", t.terminal_keys_no())],
        Gate::Question { .. } => vec![("F2", t.terminal_keys_yes()), ("F8", t.terminal_keys_no())],
        Gate::Stop => vec![("F12", t.terminal_keys_understood())],
        Gate::Open if machine.help => vec![("F1", t.terminal_keys_help()), ("F12", t.command_test())],
        Gate::Open if machine.is_locked() => {
            vec![("F1", t.terminal_keys_help()), (quit.as_str(), t.terminal_keys_quit())]
        }
        Gate::Open if view.is_choosing() && machine.chooser.is_open() => {
            vec![("F1–F8", t.terminal_keys_choose()), ("Esc", t.terminal_keys_drop()), ("F9", t.terminal_keys_undo())]
        }
        Gate::Open => {
            let mut keys = vec![("F1", t.terminal_keys_help()), ("F9", t.terminal_keys_undo())];
            if machine.mode == Mode::Handout {
                keys.push(("F10", t.terminal_keys_finish()));
            }
            let modes = [
                (Mode::Handout, "F3", t.terminal_keys_handout()),
                (Mode::Intake, "F4", t.terminal_keys_intake()),
                (Mode::Return, "F5", t.terminal_keys_return()),
                (Mode::Lookup, "F6", t.terminal_keys_lookup()),
                (Mode::Move, "F7", t.terminal_keys_move()),
                (Mode::Stocktake, "F11", t.terminal_keys_stocktake()),
            ];
            keys.extend(modes.into_iter().filter(|(mode, ..)| *mode != machine.mode).map(|(_, key, word)| (key, word)));
            keys
        }
    };
    let mut spans = Vec::new();
    let mut used = 0;
    for (key, word) in keys {
        used += columns(key) + columns(&word) + 4;
        if used > usize::from(area.width) {
            break;
        }
        spans.push(Span::styled(format!(" {key} "), view.palette.key));
        spans.push(Span::styled(format!(" {word} "), view.palette.base));
    }
    frame.render_widget(Paragraph::new(view.lines(vec![Line::from(spans)])).style(view.palette.base), area);
}

pub fn status(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (t, machine) = (view.texts, view.machine);
    let (link, style) = match &machine.link {
        Link::Online => (format!("● {}", t.terminal_status_online()), view.palette.dim),
        Link::Connecting => (format!("○ {}", t.terminal_status_connecting()), view.palette.dim),
        Link::Offline { since, .. } => {
            let stand = match machine.stand {
                Some(at) => t.terminal_status_stand(view.day_clock(at)),
                None => t.terminal_status_no_stand(),
            };
            let offline = t.terminal_status_offline(machine.open, view.clock(*since));
            (format!("✗ {offline} – {stand}"), view.palette.again)
        }
    };
    let who = machine.desk.volunteer.as_deref().filter(|_| !machine.is_locked()).unwrap_or_default();
    let questions = match machine.contradictions {
        1.. => t.terminal_status_questions(machine.contradictions),
        _ => String::new(),
    };
    let clock = view.clock(view.now);
    // Where all of it does not fit, the desk's name goes first, then the person's.
    let rights = [
        vec![questions.as_str(), &machine.name, who, &clock],
        vec![questions.as_str(), who, &clock],
        vec![questions.as_str(), &clock],
    ];
    let rights = rights.map(|parts| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "));
    let fits = |right: &&String| columns(&link) + columns(right) + 5 <= usize::from(area.width);
    let right = format!("{} ", rights.iter().find(fits).unwrap_or(&rights[2]));
    let host = view.server.trim_start_matches("http://").trim_end_matches('/');
    let room = usize::from(area.width).saturating_sub(columns(&link) + columns(&right) + 3);
    let host: String = host.chars().take(room.saturating_sub(2)).collect();
    let gap = " ".repeat(room.saturating_sub(host.chars().count()));
    let line = Line::from(vec![
        Span::styled(format!(" {link} "), style),
        Span::styled(format!(" {host}{gap}"), view.palette.dim),
        Span::styled(right, view.palette.base),
    ]);
    frame.render_widget(Paragraph::new(view.lines(vec![line])).style(view.palette.base), area);
}
