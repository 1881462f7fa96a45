//! What people type into fields: trimmed, without control characters, not longer than it may be.

use super::ActionError;
use crate::texts::say;

/// One line of text with at most `most` characters.
pub(super) fn line(field: &'static str, text: &str, most: usize) -> Result<String, ActionError> {
    let clean: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    checked(field, clean, most)
}

/// Several lines of text with at most `most` characters in all.
pub(super) fn lines(field: &'static str, text: &str, most: usize) -> Result<String, ActionError> {
    checked(field, text.replace("\r\n", "\n").replace('\t', " ").trim().to_owned(), most)
}

fn checked(field: &'static str, text: String, most: usize) -> Result<String, ActionError> {
    if text.chars().count() > most {
        return Err(ActionError::field(field, say::error_text_too_long(most)));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(ActionError::field(field, say::error_text_odd()));
    }
    Ok(text)
}
