//! The card in the middle: a word with its symbol, one headline as large as it fits, one explanation, what to press.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::symbols::border;
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Paragraph};

use super::bidi::{self, Way};
use super::letters::{self, Size};
use crate::terminal::state::Look;

/// What a card says. Empty texts take no room.
#[derive(Default)]
pub struct Card {
    /// Word with its symbol, such as `✓ OK`.
    pub word: String,
    pub headline: String,
    /// When only a part of the headline fits in big letters: whether that is its end (“Taken in: **coat**”) rather than
    /// its beginning (“**Do not hand out**: reserved”).
    pub end_counts: bool,
    pub detail: String,
    /// What else was booked, a line each.
    pub lines: Vec<String>,
    /// The keys that answer.
    pub keys: String,
}

/// The frame of a verdict: solid, dashed, or double, so that it is known without its colour.
pub fn block(look: Look, style: Style) -> Block<'static> {
    let block = Block::bordered().style(style).border_style(style);
    match look {
        Look::Ok => block.border_type(BorderType::Thick),
        Look::Again | Look::Question => block.border_set(border::Set {
            horizontal_top: "╍",
            horizontal_bottom: "╍",
            vertical_left: "╏",
            vertical_right: "╏",
            ..border::THICK
        }),
        Look::Stop => block.border_type(BorderType::Double),
    }
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, block: Block<'_>, style: Style, way: Way, card: &Card) {
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let (width, height) = (usize::from(inner.width), usize::from(inner.height));
    let bold = style.add_modifier(Modifier::BOLD);
    let detail = wrapped(&card.detail, width);
    let keys = key_rows(&card.keys, width, height);
    let rest = detail.len() + keys.len();
    let (word, headline) = word_and_headline(card, width, height.saturating_sub(rest));
    let mut rows: Vec<(Vec<String>, Style)> = vec![(word, bold), (headline, bold), (detail, style)];
    let left = height.saturating_sub(rows.iter().map(|(rows, _)| rows.len()).sum::<usize>() + keys.len());
    let shown = card.lines.iter().take(left.saturating_sub(1)).cloned().collect();
    rows.push((shown, style));
    rows.push((keys, bold));
    rows.retain(|(rows, _)| !rows.is_empty());
    let used: usize = rows.iter().map(|(rows, _)| rows.len()).sum();
    let gaps = spread(height.saturating_sub(used), rows.len());
    let mut lines = Vec::new();
    for ((texts, style), gap) in rows.into_iter().zip(gaps) {
        lines.extend(std::iter::repeat_n(Line::default(), gap));
        lines.extend(texts.into_iter().map(|text| Line::styled(way.visual(&text).into_owned(), style)));
    }
    frame.render_widget(Paragraph::new(lines).style(style).centered(), inner);
}

/// The word in big letters, unless the headline, which says more, can only then be in big letters itself.
fn word_and_headline(card: &Card, width: usize, height: usize) -> (Vec<String>, Vec<String>) {
    if card.word.is_empty() {
        return (Vec::new(), headline(card, width, height).0);
    }
    let (big_word, small_word) = (half(&card.word, width), vec![card.word.clone()]);
    let (below_big, is_big) = headline(card, width, height.saturating_sub(big_word.len()));
    if is_big {
        return (big_word, below_big);
    }
    match headline(card, width, height.saturating_sub(1)) {
        (below_small, true) => (small_word, below_small),
        _ if height < big_word.len() + below_big.len() => (small_word, below_big),
        _ => (big_word, below_big),
    }
}

/// Empty rows before each part: first one between parts, from below, then a second; what is left above and below.
fn spread(mut free: usize, parts: usize) -> Vec<usize> {
    let mut gaps = vec![0; parts];
    for _ in 0..2 {
        for gap in gaps.iter_mut().skip(1).rev() {
            if free > 0 {
                *gap += 1;
                free -= 1;
            }
        }
    }
    if let Some(first) = gaps.first_mut() {
        *first = free / 2;
    }
    gaps
}

fn half(text: &str, width: usize) -> Vec<String> {
    match letters::width(text, Size::Half) {
        Some(columns) if columns <= width => letters::rows(text, Size::Half).unwrap_or_default(),
        _ => vec![text.to_owned()],
    }
}

/// The headline in big letters, or the part of it that fits, else plain; and whether any of it is big.
fn headline(card: &Card, width: usize, height: usize) -> (Vec<String>, bool) {
    let text = card.headline.as_str();
    if let Some(rows) = big(text, width, height) {
        return (rows, true);
    }
    let Some((begin, end)) = halved(text) else { return (wrapped(text, width), false) };
    let (small_begin, small_end) = (wrapped(begin, width), wrapped(end, width));
    let big_begin = || Some([big(begin, width, height.saturating_sub(small_end.len()))?, small_end.clone()].concat());
    let big_end = || Some([small_begin.clone(), big(end, width, height.saturating_sub(small_begin.len()))?].concat());
    let rows = if card.end_counts { big_end().or_else(big_begin) } else { big_begin().or_else(big_end) };
    let is_big = rows.is_some();
    (rows.unwrap_or_else(|| wrapped(text, width)), is_big)
}

/// Big letters on as many lines as there is room for.
fn big(text: &str, width: usize, height: usize) -> Option<Vec<String>> {
    let lines = broken(text, width, |line| letters::width(line, Size::Half))?;
    if lines.iter().map(|line| Size::Half.height_of(line)).sum::<usize>() > height {
        return None;
    }
    Some(lines.iter().filter_map(|line| letters::rows(line, Size::Half)).flatten().collect())
}

/// The two parts of a headline: at a colon or dash, or where a sentence ends (not at “Gr. 104”).
fn halved(text: &str) -> Option<(&str, &str)> {
    let ends = |at: usize| text[..at].ends_with([':', '–']) || text[at..].trim_start().starts_with(char::is_uppercase);
    let at = text
        .char_indices()
        .filter(|(_, c)| matches!(c, ':' | '.' | '?' | '!' | '–'))
        .map(|(at, c)| at + c.len_utf8())
        .find(|at| text[*at..].starts_with(' ') && ends(*at))?;
    Some((text[..at].trim_end_matches([' ', '–']), text[at..].trim_start()))
}

fn key_rows(keys: &str, width: usize, height: usize) -> Vec<String> {
    if keys.is_empty() {
        Vec::new()
    } else if height >= 13 {
        half(keys, width)
    } else {
        if bidi::columns(keys) > width { wrapped(keys, width) } else { vec![keys.to_owned()] }
    }
}

/// Words on lines of at most this many columns; facts that a dot separates get a line each.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    if bidi::columns(text) > width && text.contains(" · ") {
        return text.split(" · ").flat_map(|fact| wrapped(fact, width)).collect();
    }
    broken(text, width, |line| Some(bidi::columns(line))).unwrap_or_else(|| {
        // A word longer than the line: cut where it ends.
        let chars: Vec<char> = text.chars().collect();
        chars.chunks(width.max(1)).map(|chunk| chunk.iter().collect()).collect()
    })
}

/// Lines of about equal length, as few as there can be; `None` when a word does not fit or cannot be measured.
fn broken(text: &str, width: usize, measure: impl Fn(&str) -> Option<usize>) -> Option<Vec<String>> {
    let mut lines = greedy(text, width, &measure)?;
    for narrower in (1..width).rev() {
        match greedy(text, narrower, &measure) {
            Some(fewer) if fewer.len() == lines.len() => lines = fewer,
            _ => break,
        }
    }
    Some(lines)
}

fn greedy(text: &str, width: usize, measure: impl Fn(&str) -> Option<usize>) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if measure(word)? > width {
            return None;
        }
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match (lines.last_mut(), longer) {
            (Some(line), Some(longer)) if measure(&longer)? <= width => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}
