//! Brings what people type for a size into one spelling, before any system looks at it.

const LEADING: [&str; 5] = ["GRÖSSE", "GROESSE", "GR.", "GR", "SIZE"];
const TRAILING: [&str; 4] = ["CM", "ZOLL", "INCH", "\""];

/// Capitals, no blanks, `/`, `-`, `.` and `X` for their many cousins, and nothing like "Gr." around it.
pub(super) fn tidy(text: &str) -> String {
    let upper = text.trim().to_uppercase().replace(" 1/2", ".5").replace('½', ".5");
    let mut tidied: String = upper
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '.',
            '×' | '*' => 'X',
            '–' | '—' | '‑' => '-',
            '″' | '”' | '“' => '"',
            other => other,
        })
        .collect();
    for word in LEADING {
        if let Some(rest) = tidied.strip_prefix(word).filter(|rest| !rest.is_empty()) {
            tidied = rest.to_owned();
            break;
        }
    }
    if let Some(rest) = tidied.strip_prefix("EU").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        tidied = rest.to_owned();
    }
    for word in TRAILING {
        if let Some(rest) = tidied.strip_suffix(word).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())) {
            tidied = rest.to_owned();
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn many_spellings_become_one() {
        for (typed, expected) in [
            (" Gr. 104 ", "104"),
            ("Größe m", "M"),
            ("104 cm", "104"),
            ("38 1/2", "38.5"),
            ("38½", "38.5"),
            ("38,5", "38.5"),
            ("eu 38", "38"),
            ("140 × 200 cm", "140X200"),
            ("39 – 42", "39-42"),
            ("20″", "20"),
            ("w32 / l32", "W32/L32"),
            ("", ""),
            ("cm", "CM"),
        ] {
            assert_eq!(tidy(typed), expected, "{typed}");
        }
    }
}
