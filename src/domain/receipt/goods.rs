//! What was given, in the few lines that the receipt itself has room for.

use super::form::{AnnexPolicy, Form};
use super::{Facts, Piece};

/// The words that a country's file has for it.
pub(super) const WORDS: &[&str] =
    &["one", "quantity", "age", "condition", "new_price", "new_price_each", "bought_on", "many", "more", "pieces"];

/// So many characters stay on one page with the longest texts of a form.
const MOST_CHARACTERS: usize = 320;

impl Form {
    /// Whether a list is attached: for more than one line, and where one line does not fit.
    pub(super) fn wants_annex(&self, facts: &Facts) -> bool {
        let is_long = |piece: &Piece| self.one(piece, facts).chars().count() > MOST_CHARACTERS;
        self.annex == AnnexPolicy::MoreThanOneLine && (facts.pieces.len() > 1 || facts.pieces.iter().any(is_long))
    }

    /// The text of the object: all about one line, or a summary that points at the list.
    pub(super) fn object(&self, facts: &Facts) -> String {
        match facts.pieces.as_slice() {
            [piece] if !self.wants_annex(facts) => self.one(piece, facts),
            pieces => fill(
                self.goods_word("many"),
                &[
                    ("summary", &self.summary(pieces)),
                    ("number", facts.number.as_deref().unwrap_or("…")),
                    ("lines", &pieces.len().to_string()),
                ],
            ),
        }
    }

    fn one(&self, piece: &Piece, facts: &Facts) -> String {
        let word = |key, value: &str| fill(self.goods_word(key), &[(key_of(key), value)]);
        let mut parts = vec![word("one", piece.description.trim())];
        if piece.quantity != 1 {
            parts.push(word("quantity", &piece.quantity.to_string()));
        }
        if !piece.age.trim().is_empty() {
            parts.push(word("age", piece.age.trim()));
        }
        if !piece.condition.trim().is_empty() {
            parts.push(word("condition", piece.condition.trim()));
        }
        if let Some(day) = piece.bought_on {
            parts.push(word("bought_on", &self.country.partial(day)));
        }
        // What it cost says what it is worth: where no value is printed, no price is.
        if let Some(price) = piece.new_price_cents.filter(|_| self.shows_value(facts)) {
            let key = if piece.quantity == 1 { "new_price" } else { "new_price_each" };
            parts.push(fill(self.goods_word(key), &[("new_price", &self.country.figures(price))]));
        }
        parts.join(", ")
    }

    /// "32 Teile: 10 × Winterjacke, 4 × Kinderwagen und weitere": what there is most of first, as far as there is room.
    fn summary(&self, pieces: &[Piece]) -> String {
        let mut kinds: Vec<(&str, i64)> = Vec::new();
        for piece in pieces {
            let name = piece.description.trim();
            match kinds.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += i64::from(piece.quantity),
                None => kinds.push((name, piece.quantity.into())),
            }
        }
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let all: i64 = kinds.iter().map(|(_, count)| count).sum();
        let mut text = fill(self.goods_word("pieces"), &[("pieces", &all.to_string())]);
        // The reference to the list behind it needs about eighty.
        let room = MOST_CHARACTERS - 80;
        for (at, (name, count)) in kinds.iter().enumerate() {
            let next = format!("{} {count} × {name}", if at == 0 { ":" } else { "," });
            if text.chars().count() + next.chars().count() > room {
                return format!("{text} {}", self.goods_word("more"));
            }
            text.push_str(&next);
        }
        text
    }
}

/// What stands in the braces of a word.
fn key_of(key: &'static str) -> &'static str {
    if key == "one" { "description" } else { key }
}

/// Fills the braces of a word in one pass, so that braces in what a person typed stay as they are.
pub(super) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, behind)) = after.split_once('}') else { break };
        out.push_str(values.iter().find(|(known, _)| *known == name).map_or("…", |(_, value)| value));
        rest = behind;
    }
    out + rest
}
