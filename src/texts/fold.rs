//! Folding: the one spelling under which names are searched.

/// Lower case, umlauts spelled out, accents off; whatever is neither letter nor digit becomes one space.
///
/// Not for showing. A folded text holds no character that means something to SQL's `LIKE`.
///
/// ```
/// use gabentisch::texts::fold;
///
/// assert_eq!(fold("Café Größenwahn, Köln"), "cafe groessenwahn koeln");
/// assert_eq!(fold("100 %_Łódź"), "100 lodz");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(letters) => folded.push_str(letters),
            None if letter.is_alphanumeric() => folded.push(letter),
            // A combining accent belongs to the letter before it.
            None if ('\u{300}'..='\u{36f}').contains(&letter) => {}
            None if !folded.ends_with(' ') && !folded.is_empty() => folded.push(' '),
            None => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The plain letters for one with an accent, for the languages that are written in Latin letters around here.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'þ' => "th",
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ł' | 'ľ' | 'ļ' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ő' => "o",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ű' | 'ū' | 'ů' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_meet() {
        for (one, other) in [
            ("MÜLLER", "mueller"),
            ("Straße", "STRASSE"),
            ("Café", "cafe\u{301}"),
            ("İstanbul", "istanbul"),
            ("  Groß-Umstadt  ", "gross umstadt"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_eq!(fold("%_\\"), "");
        assert_eq!(fold("Иванов"), "иванов");
    }
}
