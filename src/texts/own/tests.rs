//! Every text for households is there in every language, and looks like that language.

use std::borrow::Cow;

use super::*;

/// Names and words that are the same in German and another language.
const SAME_AS_GERMAN: &[&str] = &["own-age-baby", "own-cut-b", "own-menu", "own-person", "own-role-other"];

fn pattern_of(tongue: Tongue, id: &str) -> String {
    let arguments = ["count", "number", "free", "left", "days", "hours", "minutes", "people"];
    let args = arguments.map(|name| (Cow::Borrowed(name), Arg::Number(5))).to_vec();
    let said = OwnTexts::of(tongue).say(&Message { id: Cow::Owned(id.to_owned()), args });
    said.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn no_language_is_unfinished() {
    assert!(UNFINISHED.is_empty(), "translate what is missing and take out the first line: {UNFINISHED:?}");
}

#[test]
fn every_text_is_there_in_every_language() {
    for tongue in Tongue::ALL {
        let missing: Vec<_> = OWN_IDS.iter().filter(|id| !OwnTexts::of(tongue).bundle.has_message(id)).collect();
        assert!(missing.is_empty(), "{tongue} lacks {missing:?}");
    }
}

#[test]
fn no_text_was_left_in_german() {
    for tongue in Tongue::ALL.into_iter().filter(|tongue| *tongue != Tongue::Plain) {
        let texts = OWN_IDS.iter().filter(|id| !SAME_AS_GERMAN.contains(id));
        let german: Vec<_> = texts.filter(|id| pattern_of(tongue, id) == pattern_of(Tongue::Plain, id)).collect();
        assert!(german.is_empty(), "{tongue} says these in German: {german:?}");
    }
}

fn is_ethiopic(c: char) -> bool {
    matches!(c, '\u{1200}'..='\u{139f}' | '\u{2d80}'..='\u{2ddf}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

/// Letters beyond a to z with which a language that is written with Latin letters is spelled.
fn own_letters(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Plain => "äöüßÄÖÜ",
        Tongue::Tr => "çğıöşüÇĞİÖŞÜâîû",
        Tongue::Ku => "çêîşûÇÊÎŞÛ",
        Tongue::Fr => "àâçéèêëîïôùûüœÀÂÇÉÈÊËÎÏÔÙÛÜŒ",
        _ => "",
    }
}

/// Letters of Arabic script that the language does not have.
fn foreign_letters(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Ar => "پچژگڤکیۀټډړښګڼۍېځڅ",
        Tongue::Fa => "ةىيكټډړښګڼۍېځڅ",
        Tongue::Ps => "ةىكگ",
        _ => "",
    }
}

pub(super) fn is_spelled_in(tongue: Tongue, c: char) -> bool {
    if !c.is_alphabetic() || c.is_ascii_alphabetic() {
        // Codes and names such as QR, PIN or BH are the same everywhere.
        return true;
    }
    match tongue {
        Tongue::Uk => matches!(c, 'а'..='щ' | 'ь' | 'ю' | 'я' | 'А'..='Щ' | 'Ь' | 'Ю' | 'Я') || "ґєіїҐЄІЇ".contains(c),
        Tongue::Ru => matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'),
        Tongue::Ar | Tongue::Fa | Tongue::Ps => is_arabic(c) && !foreign_letters(tongue).contains(c),
        Tongue::Ti => is_ethiopic(c),
        _ => own_letters(tongue).contains(c),
    }
}

/// Whether most letters are those of the language, names that are the same everywhere aside.
pub(super) fn has_its_script(tongue: Tongue, text: &str) -> bool {
    let text = ["PIN", "QR", "PDF"].iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
    let own = text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii_alphabetic()).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    match tongue {
        Tongue::Uk | Tongue::Ru | Tongue::Ar | Tongue::Fa | Tongue::Ps | Tongue::Ti => own > latin || own + latin == 0,
        _ => true,
    }
}

#[test]
fn every_language_is_written_with_its_own_letters() {
    let mut wrong = Vec::new();
    for tongue in Tongue::ALL {
        let source = source(tongue);
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            wrong.extend(line.chars().find(|c| !is_spelled_in(tongue, *c)).map(|c| format!("{tongue}: {c} in {line}")));
        }
        for id in OWN_IDS.iter().filter(|id| OwnTexts::of(tongue).bundle.has_message(id)) {
            // An argument that nobody gave is written as its name.
            let said = pattern_of(tongue, id);
            let bare: String = said.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect();
            if !has_its_script(tongue, &bare) {
                wrong.push(format!("{tongue}: {id} = {said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Languages that share a script are told apart by letters that the other one does not have.
#[test]
fn languages_of_one_script_are_told_apart() {
    for (tongue, letters) in [
        (Tongue::Uk, "іїє"),
        (Tongue::Ru, "ыэ"),
        (Tongue::Fa, "پچگی"),
        (Tongue::Ps, "ښځېړټۍ"),
        (Tongue::Ku, "êîû"),
        (Tongue::Tr, "ığş"),
        (Tongue::So, "x"),
        (Tongue::Ti, "ኣቕ"),
    ] {
        let source = source(tongue);
        let missing: Vec<char> = letters.chars().filter(|c| !source.contains(*c)).collect();
        assert!(missing.is_empty(), "{tongue} never uses {missing:?}");
    }
}

/// Plain German: at most twelve words in a sentence.
#[test]
fn plain_german_speaks_in_short_sentences() {
    let mut long = Vec::new();
    for id in OWN_IDS {
        let said = pattern_of(Tongue::Plain, id);
        let sentences = said.split_inclusive(['.', '!', '?', ':', '\n']);
        long.extend(sentences.filter(|one| one.split_whitespace().count() > 12).map(|one| format!("{id}: {one}")));
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// The number in the text is the one that was given, and its word has the form that the language asks for.
#[test]
fn plurals_are_those_of_the_language() {
    let said = |tongue, counts: &[usize]| -> Vec<String> {
        let t = OwnTexts::of(tongue);
        counts.iter().map(|count| t.own_pieces(*count).replace(['\u{2068}', '\u{2069}'], "")).collect()
    };
    assert_eq!(said(Tongue::Plain, &[0, 1, 2]), ["0 Teile", "1 Teil", "2 Teile"], "plain German counts as German");
    assert_eq!(said(Tongue::Ru, &[1, 3, 5, 21]), ["1 вещь", "3 вещи", "5 вещей", "21 вещь"]);
    assert_eq!(said(Tongue::Uk, &[1, 3, 5, 21]), ["1 річ", "3 речі", "5 речей", "21 річ"]);
    assert_eq!(said(Tongue::Ar, &[2, 3, 11, 103]), ["قطعتان", "3 قطع", "11 قطعة", "103 قطع"]);
    assert_eq!(said(Tongue::Fr, &[0, 1, 2]), ["0 article", "1 article", "2 articles"], "French counts none as one");
    assert_eq!(said(Tongue::Ti, &[0, 1, 2]), ["0 ኣቕሓ", "1 ኣቕሓ", "2 ኣቑሑ"], "Tigrinya counts none as one");
    assert_eq!(said(Tongue::Ps, &[1, 2]), ["1 دانه", "2 دانې"]);
    // Languages whose noun stays as it is after a number.
    for tongue in [Tongue::Tr, Tongue::Ku, Tongue::Fa, Tongue::So] {
        let [one, many] = [1, 7].map(|count: usize| OwnTexts::of(tongue).own_pieces(count));
        assert_eq!(one.replace('1', "7"), many);
    }
}

/// `intl_pluralrules` knows all twelve languages; one that it did not know would silently count like English.
#[test]
fn the_rules_of_plurals_are_known() {
    let counted = |tongue, source: &str| {
        let bundle = OwnTexts::load(tongue, source);
        [0, 1, 2].map(|count: usize| bundle.say(&own_say::own_pieces(count)))
    };
    let source = "own-pieces = { $count ->\n    [one] a\n   *[other] b\n}\n";
    for tongue in [Tongue::Ti, Tongue::Fr, Tongue::Fa] {
        assert_eq!(counted(tongue, source), ["a", "a", "b"], "{tongue} has the same form for none and one");
    }
    for tongue in [Tongue::Ku, Tongue::Ps, Tongue::So, Tongue::Tr, Tongue::Plain] {
        assert_eq!(counted(tongue, source), ["b", "a", "b"], "{tongue}");
    }
}

#[test]
fn a_message_survives_storage_and_isolates_what_it_carries() {
    let stored = serde_json::to_string(&own_say::own_pieces(5usize)).unwrap();
    let back: Message = serde_json::from_str(&stored).unwrap();
    assert_eq!(OwnTexts::of(Tongue::Fa).say(&back), "\u{2068}5\u{2069} عدد");
    assert_eq!(OwnTexts::of(Tongue::So).say(&back), "5 shay");
}
