//! Breaking text into lines that fit.

/// Where a word may be broken: a soft hyphen, seen only at a break.
const SOFT: char = '\u{ad}';

/// The text in lines of at most `space`, measured by `width`. Breaks at spaces (not at U+00A0) and at `\n`; a word breaks
/// at its soft hyphens, and one that is longer than a line anywhere. There is always a line.
pub(super) fn wrap(text: &str, space: f64, width: impl Fn(&str) -> f64) -> Vec<String> {
    // A hair of a millimetre for the rounding of sums: a text as wide as its column fits.
    let space = space + 1e-6;
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let whole = without_soft(paragraph.trim_end_matches([' ', '\r']));
        if width(&whole) <= space {
            lines.push(whole);
        } else {
            lines.extend(broken(paragraph, space, &width));
        }
    }
    lines
}

fn broken(paragraph: &str, space: f64, width: &impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split([' ', '\t', '\r']).filter(|word| !word.is_empty()) {
        let mut word = word.to_owned();
        loop {
            let before = if line.is_empty() { String::new() } else { format!("{line} ") };
            let tried = format!("{before}{}", without_soft(&word));
            if width(&tried) <= space {
                line = tried;
                break;
            }
            let fits = |part: &str| width(&format!("{before}{}-", without_soft(part))) <= space;
            let cut = word.match_indices(SOFT).map(|(at, _)| at).rfind(|at| *at > 0 && fits(&word[..*at]));
            if let Some(at) = cut {
                lines.push(format!("{before}{}-", without_soft(&word[..at])));
                word = word[at + SOFT.len_utf8()..].to_owned();
                line.clear();
            } else if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            } else {
                let at = as_much_as_fits(&word, space, width);
                lines.push(without_soft(&word[..at]));
                word = word[at..].to_owned();
                if word.is_empty() {
                    break;
                }
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Where a word without a place to break has to be broken: after as many signs as fit, at least one.
fn as_much_as_fits(word: &str, space: f64, width: &impl Fn(&str) -> f64) -> usize {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let fitting = ends.clone().take_while(|end| width(&without_soft(&word[..*end])) <= space).last();
    fitting.or_else(|| ends.clone().next()).unwrap_or(word.len())
}

fn without_soft(text: &str) -> String {
    text.chars().filter(|c| *c != SOFT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, space: usize) -> Vec<String> {
        wrap(text, space as f64, |part| part.chars().count() as f64)
    }

    #[test]
    fn lines_break_at_spaces_and_soft_hyphens() {
        assert_eq!(at("eins zwei drei", 9), ["eins zwei", "drei"]);
        assert_eq!(at("eins zwei\u{a0}drei", 9), ["eins", "zwei\u{a0}drei"]);
        assert_eq!(at("ein\u{ad}tausend\u{ad}drei\u{ad}hundert", 100), ["eintausenddreihundert"]);
        assert_eq!(at("ein\u{ad}tausend\u{ad}drei\u{ad}hundert", 12), ["eintausend-", "dreihundert"]);
        assert_eq!(at("Wert ein\u{ad}tausend", 9), ["Wert ein-", "tausend"]);
        assert_eq!(at("a\n\nb", 9), ["a", "", "b"]);
        assert_eq!(at("", 9), [""]);
    }

    #[test]
    fn a_word_longer_than_the_line_breaks_anywhere() {
        assert_eq!(at("https://example.org/a", 10), ["https://ex", "ample.org/", "a"]);
        assert_eq!(at("ä", 0), ["ä"]);
        assert_eq!(at("x äöü", 2), ["x", "äö", "ü"]);
    }

    proptest::proptest! {
        #[test]
        fn no_sign_is_lost_and_no_line_is_too_long(text in "[a-zäß\u{ad} \u{a0}]{0,80}", space in 1..20usize) {
            let lines = at(&text, space);
            for line in &lines {
                // A hyphen hangs over where a single sign is all that fits.
                proptest::prop_assert!(line.chars().count() <= space, "{line:?}");
            }
            let signs = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            proptest::prop_assert_eq!(signs(&lines.concat()), signs(&text));
        }
    }
}
