//! Marks that turn the direction of what is written after them.

use std::borrow::Cow;

/// Marks, embeddings, overrides and isolates (Unicode, UAX #9). Nobody sees them, and what follows reads from the other side.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text without them: pages set the direction of each name by themselves, and a name must not turn what stands behind it.
///
/// ```
/// use gabentisch::domain::without_direction;
/// assert_eq!(without_direction("Muster\u{202e}gpj.exe"), "Mustergpj.exe");
/// assert_eq!(without_direction("مريم"), "مريم");
/// ```
pub fn without_direction(text: &str) -> Cow<'_, str> {
    if text.contains(turns) { Cow::Owned(text.replace(turns, "")) } else { Cow::Borrowed(text) }
}
