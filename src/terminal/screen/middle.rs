//! What fills the middle: the verdict first, then help, search, the missing connection, or what to do next.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Padding, Paragraph};

use super::View;
use super::bidi::{self, columns};
use super::card::{self, Card};
use crate::codes::Command;
use crate::terminal::chooser::Step;
use crate::terminal::state::{Asks, Gate, Link, Look, Panel};
use crate::texts::Texts;
use crate::web::api::wire::{Mode, WireProduct};

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let machine = view.machine;
    match (&machine.panel, &machine.link) {
        (Some(panel), _) if machine.gate != Gate::Open => verdict(frame, area, view, panel),
        _ if machine.held => held(frame, area, view),
        _ if machine.help => help(frame, area, view),
        _ if view.is_choosing() => search(frame, area, view),
        (None, Link::Offline { refused, .. }) if refused.is_some() || machine.foreign.is_some() => {
            apart(frame, area, view, refused.as_deref());
        }
        (Some(panel), _) => verdict(frame, area, view, panel),
        _ => prompt(frame, area, view),
    }
}

fn verdict(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, panel: &Panel) {
    let t = view.texts;
    let word = match panel.look {
        Look::Ok => format!("✓ {}", t.terminal_word_ok()),
        Look::Again => format!("! {}", t.terminal_word_again()),
        Look::Question => format!("? {}", t.terminal_word_question()),
        Look::Stop => format!("✗ {}", t.terminal_word_stop()),
    };
    let keys = match (view.machine.gate, panel.asks) {
        (Gate::Open, Asks::Offers) => t.terminal_offer_keys(),
        (Gate::Open, _) if view.machine.desk.describes.is_some() => t.terminal_describe_how(),
        (Gate::Open, _) => String::new(),
        (Gate::Question { .. }, Asks::Lead) => t.terminal_lead_keys(),
        (Gate::Question { .. }, _) => t.terminal_answer_keys(),
        (Gate::Stop, _) => t.terminal_stop_keys(),
    };
    let lines = panel.lines.iter().map(|line| format!("{} {}", mark(line.outcome), line.headline)).collect();
    let detail = match &panel.detail {
        Some(said) => view.said(said),
        None if panel.asks == Asks::Lead => t.terminal_lead_needed(),
        // A verdict with nothing more to say (hello, a mode, finished) says what comes next.
        None if panel.look == Look::Ok => format!("→ {}", next_step(view).0),
        None => String::new(),
    };
    let style = view.palette.look(panel.look);
    let end_counts = panel.look == Look::Ok;
    let card = Card { word, headline: view.said(&panel.headline), end_counts, detail, lines, keys };
    card::draw(frame, area, card::block(panel.look, style), style, view.way(), &card);
}

fn mark(outcome: crate::web::api::wire::Outcome) -> &'static str {
    use crate::web::api::wire::Outcome;
    match outcome {
        Outcome::Applied => "✓",
        Outcome::Refused | Outcome::Unknown => "✗",
        Outcome::Duplicate | Outcome::Question | Outcome::Conflict => "!",
    }
}

fn quiet_block(view: &View<'_>) -> Block<'static> {
    Block::bordered().border_type(BorderType::Rounded).border_style(view.palette.dim)
}

/// The server is there and will not have this terminal.
fn apart(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, refused: Option<&str>) {
    let t = view.texts;
    let (headline, detail) = match (&view.machine.foreign, refused) {
        (Some(why), _) => (t.terminal_foreign(), t.say(why)),
        (None, sentence) => (t.terminal_token_refused(), sentence.unwrap_or_default().to_owned()),
    };
    let style = view.palette.again;
    let card = Card { word: format!("! {}", t.terminal_word_again()), headline, detail, ..Card::default() };
    card::draw(frame, area, card::block(Look::Again, style), style, view.way(), &card);
}

fn held(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let t = view.texts;
    let style = view.palette.look(Look::Stop);
    let (headline, detail) = (t.terminal_held(), t.terminal_held_help());
    let card = Card { word: format!("✗ {}", t.terminal_word_stop()), headline, detail, ..Card::default() };
    card::draw(frame, area, card::block(Look::Stop, style), style, view.way(), &card);
}

fn prompt(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (headline, detail) = next_step(view);
    let card = Card { headline, detail, ..Card::default() };
    card::draw(frame, area, quiet_block(view), view.palette.base, view.way(), &card);
}

/// What to do next, and how.
fn next_step(view: &View<'_>) -> (String, String) {
    let (t, machine) = (view.texts, view.machine);
    let in_visit = machine.desk.visit.is_some();
    let has_product = machine.chooser.chosen.is_some() || machine.desk.intake.is_some();
    match machine.mode {
        _ if machine.link == Link::Connecting => (t.terminal_do_wait(), t.terminal_do_wait_help()),
        _ if machine.is_locked() => (t.terminal_do_badge(), t.terminal_do_badge_help()),
        Mode::Handout if in_visit => (t.terminal_do_pieces(), t.terminal_do_pieces_help()),
        Mode::Handout => (t.terminal_do_card(), t.terminal_do_card_help()),
        Mode::Intake if has_product => (t.terminal_do_label(), chosen(view).unwrap_or_default()),
        Mode::Intake => (t.terminal_do_product(), t.terminal_do_product_help()),
        Mode::Return => (t.terminal_do_return(), t.terminal_do_return_help()),
        Mode::Lookup => (t.terminal_do_lookup(), t.terminal_do_lookup_help()),
        Mode::Move | Mode::Stocktake => match &machine.desk.place {
            Some(place) => (t.terminal_do_shelf_pieces(), t.terminal_do_shelf_pieces_help(place)),
            None => (t.terminal_do_place(), t.terminal_do_place_help()),
        },
    }
}

/// What the next pieces are, in one line.
pub fn chosen(view: &View<'_>) -> Option<String> {
    let t = view.texts;
    let Some(chosen) = &view.machine.chooser.chosen else { return view.machine.desk.intake.clone() };
    let cut = chosen.cut.as_deref().filter(|_| chosen.product.cuts.len() > 1).map(|cut| cut_word(t, cut));
    let size = chosen.size.as_ref().map(|size| t.terminal_chosen_size(size));
    Some([Some(chosen.product.name.clone()), cut, size].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn cut_word(t: &Texts, cut: &str) -> String {
    match cut {
        "W" => t.terminal_cut_w(),
        "M" => t.terminal_cut_m(),
        "K" => t.terminal_cut_k(),
        "B" => t.terminal_cut_b(),
        "U" => t.terminal_cut_u(),
        other => other.to_owned(),
    }
}

fn search(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (t, chooser) = (view.texts, &view.machine.chooser);
    let typed = view.machine.wedge.text();
    let what_is_it = view.machine.desk.describes.as_ref().map(|label| t.terminal_describe(label));
    let (title, choices) = match &chooser.step {
        Step::Product => {
            (what_is_it.unwrap_or_else(|| t.terminal_search()), chooser.results.iter().map(found).collect::<Vec<_>>())
        }
        Step::Cut(product) => {
            let cuts = product.cuts.iter().map(|cut| (cut_word(t, cut), String::new())).collect();
            (format!("{}: {}", product.name, t.terminal_choose_cut()), cuts)
        }
        Step::Size => (format!("{} · {}", chosen(view).unwrap_or_default(), t.terminal_choose_size()), vec![]),
    };
    let block = quiet_block(view).border_style(view.palette.mode(view.machine.mode));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let mut lines = vec![Line::styled(format!(" {title}"), view.palette.dim)];
    if !matches!(chooser.step, Step::Cut(_)) {
        lines.push(Line::styled(format!(" › {typed}▏"), view.palette.strong));
    }
    lines.push(Line::default());
    for (at, (name, note)) in choices.iter().enumerate() {
        let style = if at == chooser.selected { view.palette.ok } else { view.palette.base };
        lines.push(result_line(view, at + 1, name, note, style, usize::from(inner.width)));
    }
    let help = match chooser.step {
        Step::Size => t.terminal_choose_size_help(),
        Step::Product if choices.is_empty() && chooser.answered => t.terminal_search_none(),
        _ => t.terminal_search_how(),
    };
    lines.push(Line::default());
    lines.extend(
        card::wrapped(&help, usize::from(inner.width).saturating_sub(2))
            .into_iter()
            .map(|row| Line::styled(format!(" {row}"), view.palette.dim)),
    );
    frame.render_widget(Paragraph::new(view.lines(lines)), inner);
}

fn found(product: &WireProduct) -> (String, String) {
    let size = product.size.as_ref().map(|size| format!(" {size}")).unwrap_or_default();
    (format!("{}{size}", product.name), product.group.clone())
}

fn result_line(view: &View<'_>, key: usize, name: &str, note: &str, style: Style, width: usize) -> Line<'static> {
    let room = width.saturating_sub(8 + columns(name));
    let note: String = note.chars().take(room.saturating_sub(2)).collect();
    let gap = " ".repeat(room.saturating_sub(columns(&note)));
    Line::from(vec![
        Span::raw(" "),
        Span::styled(format!(" F{key} "), view.palette.key),
        Span::styled(format!(" {name}"), style),
        Span::styled(gap, style),
        Span::styled(format!("{note} "), style),
    ])
}

/// Sentences, then every command with its key and with the code of the command sheet.
fn help(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let t = view.texts;
    let title = bidi::turned_line(view.way(), Line::raw(format!(" {} ", t.terminal_help_title())));
    let block = quiet_block(view).title(title).padding(Padding::horizontal(1));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let (width, height) = (usize::from(inner.width), usize::from(inner.height));
    let cells = commands(t);
    let in_a_row = (width / HELP_CELL).clamp(1, 3);
    let table: Vec<Line<'_>> = cells
        .chunks(cells.len().div_ceil(in_a_row))
        .map(|column| column.iter().map(|cell| help_cell(view, cell)).collect::<Vec<_>>())
        .fold(Vec::new(), beside);
    let sentences = [
        t.terminal_help_handout(),
        t.terminal_help_intake(),
        t.terminal_help_mistake(),
        t.terminal_help_tones(),
        t.terminal_help_codes(),
        t.terminal_help_enter(),
        t.terminal_help_close(),
    ];
    let room = height.saturating_sub(table.len());
    let mut lines = Vec::new();
    for sentence in sentences {
        let rows = card::wrapped(&sentence, width.saturating_sub(2));
        if lines.len() + rows.len() <= room {
            let marked =
                rows.into_iter().enumerate().map(|(at, row)| format!("{} {row}", if at == 0 { "•" } else { " " }));
            lines.extend(marked.map(Line::from));
        }
    }
    lines.extend(table);
    frame.render_widget(Paragraph::new(view.lines(lines)).style(view.palette.base), inner);
}

/// Columns of a key, its word and its code.
const HELP_CELL: usize = 37;

/// Key, word and command of everything that a key or the command sheet does.
fn commands(t: &Texts) -> [(String, String, Command); 12] {
    let key = |number: u8| format!("F{number}");
    [
        (key(2), t.command_yes(), Command::Yes),
        (key(8), t.command_cancel(), Command::Cancel),
        (key(9), t.command_undo(), Command::Undo),
        (key(10), t.command_finish(), Command::Finish),
        (t.terminal_key_lock(), t.command_lock(), Command::Lock),
        (key(1), t.command_help(), Command::Help),
        (key(3), t.terminal_keys_handout(), Command::ModeHandout),
        (key(4), t.terminal_keys_intake(), Command::ModeIntake),
        (key(5), t.terminal_keys_return(), Command::ModeReturn),
        (key(6), t.terminal_keys_lookup(), Command::ModeLookup),
        (key(7), t.terminal_keys_move(), Command::ModeMove),
        (key(11), t.terminal_keys_stocktake(), Command::ModeStocktake),
    ]
}

fn help_cell<'a>(view: &View<'_>, (key, word, command): &(String, String, Command)) -> Vec<Span<'a>> {
    let space = |text: &str, columns_wide: usize| " ".repeat(columns_wide.saturating_sub(columns(text)));
    vec![
        Span::styled(format!(" {key} "), view.palette.key),
        Span::raw(space(key, 7)),
        Span::styled(word.clone(), view.palette.strong),
        Span::raw(space(word, 14)),
        Span::styled(command.code().printed(), view.palette.dim),
        Span::raw("  "),
    ]
}

/// One more column of cells to the right of the lines so far.
fn beside<'a>(mut lines: Vec<Line<'a>>, cells: Vec<Vec<Span<'a>>>) -> Vec<Line<'a>> {
    lines.resize(lines.len().max(cells.len()), Line::default());
    for (line, cell) in lines.iter_mut().zip(cells) {
        line.spans.extend(cell);
    }
    lines
}
