//! The words are read back by a reader that was written from the grammar alone, and compared with words typed by hand.

use super::*;

/// Reads one word of German below a million: [below a thousand "tausend"] [below a thousand]. `None`: not a number.
fn read_word(word: &str) -> Option<u64> {
    // "tausend" begins nothing else, so the first one splits the word.
    match word.split_once("tausend") {
        Some((before, after)) => {
            let thousands = read_hundreds(before, false)?;
            let rest = if after.is_empty() { 0 } else { read_hundreds(after, true)? };
            Some(thousands * 1000 + rest)
        }
        None => read_hundreds(word, true),
    }
}

/// `last`: a trailing one has to be "eins", else "ein".
fn read_hundreds(word: &str, last: bool) -> Option<u64> {
    let (hundreds, rest) = match word.split_once("hundert") {
        Some((digit, rest)) => (read_digit(digit)? * 100, rest),
        None => (0, word),
    };
    match rest {
        "" if hundreds > 0 => Some(hundreds),
        "" => None,
        "eins" if last => Some(hundreds + 1),
        "ein" if !last => Some(hundreds + 1),
        "ein" | "eins" => None,
        rest => Some(hundreds + read_tens(rest)?),
    }
}

fn read_tens(word: &str) -> Option<u64> {
    let teens = [
        ("zehn", 10),
        ("elf", 11),
        ("zwölf", 12),
        ("dreizehn", 13),
        ("vierzehn", 14),
        ("fünfzehn", 15),
        ("sechzehn", 16),
        ("siebzehn", 17),
        ("achtzehn", 18),
        ("neunzehn", 19),
    ];
    let tens = [
        ("zwanzig", 20),
        ("dreißig", 30),
        ("vierzig", 40),
        ("fünfzig", 50),
        ("sechzig", 60),
        ("siebzig", 70),
        ("achtzig", 80),
        ("neunzig", 90),
    ];
    if let Some((_, value)) = teens.iter().chain(&tens).find(|(name, _)| *name == word) {
        return Some(*value);
    }
    match word.split_once("und") {
        Some((unit, ten)) => {
            let (_, ten) = tens.iter().find(|(name, _)| *name == ten)?;
            Some(read_digit(unit)? + ten)
        }
        None if word != "ein" => read_digit(word),
        None => None,
    }
}

fn read_digit(word: &str) -> Option<u64> {
    let digits = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
    Some(digits.iter().position(|digit| *digit == word)? as u64 + 1)
}

#[test]
fn every_number_below_a_million_is_read_back_as_itself() {
    assert_eq!(german(0), "null");
    let mut longest = 0;
    for number in 1..1_000_000 {
        let word = german(number);
        assert_eq!(read_word(&word), Some(number), "{word}");
        assert!(word.chars().all(|c| c.is_lowercase()), "{word} is one word in small letters");
        assert_eq!(german_soft(number).replace('\u{ad}', ""), word);
        if number < 100_000 {
            longest = longest.max(word.chars().count());
        }
    }
    assert_eq!(longest, 52, "law reference 1.7");
}

#[test]
fn the_reader_takes_nothing_else() {
    for wrong in
        ["", "eintausendein", "einhunderteinstausend", "hundert", "einszwanzig", "zweiundzwölf", "einhundertund"]
    {
        assert_eq!(read_word(wrong), None, "{wrong}");
    }
    assert_eq!(read_word("einhunderteintausendeinhunderteins"), Some(101_101));
}

#[test]
fn numbers_are_as_the_reference_writes_them() {
    for (number, words) in [
        (1, "eins"),
        (2, "zwei"),
        (11, "elf"),
        (12, "zwölf"),
        (16, "sechzehn"),
        (17, "siebzehn"),
        (21, "einundzwanzig"),
        (30, "dreißig"),
        (34, "vierunddreißig"),
        (60, "sechzig"),
        (70, "siebzig"),
        (100, "einhundert"),
        (101, "einhunderteins"),
        (111, "einhundertelf"),
        (1_000, "eintausend"),
        (1_001, "eintausendeins"),
        (1_234, "eintausendzweihundertvierunddreißig"),
        (1_322, "eintausenddreihundertzweiundzwanzig"),
        (97_797, "siebenundneunzigtausendsiebenhundertsiebenundneunzig"),
        (101_000, "einhunderteintausend"),
        (101_001, "einhunderteintausendeins"),
        (101_101, "einhunderteintausendeinhunderteins"),
        (101_999, "einhunderteintausendneunhundertneunundneunzig"),
        (999_999, "neunhundertneunundneunzigtausendneunhundertneunundneunzig"),
        (1_000_000, "eine Million"),
        (1_000_001, "eine Million eins"),
        (2_000_000, "zwei Millionen"),
        (21_345_678, "einundzwanzig Millionen dreihundertfünfundvierzigtausendsechshundertachtundsiebzig"),
        (101_000_000, "einhundertein Millionen"),
        (999_999_999, "neunhundertneunundneunzig Millionen neunhundertneunundneunzigtausendneunhundertneunundneunzig"),
    ] {
        assert_eq!(german(number), words);
    }
    // No number of that range has an "eins" before "tausend": a library that is used elsewhere writes it so.
    for number in 101_000..102_000 {
        assert!(german(number).starts_with("einhunderteintausend"), "{number}");
        assert!(!german(number).contains("einstausend"), "{number}");
    }
    assert!(german(u64::MAX).starts_with("achtzehn Trillionen"));
}

#[test]
fn amounts_name_their_money() {
    for (cents, words) in [
        (100, "ein Euro"),
        (1, "null Euro und ein Cent"),
        (50, "null Euro und fünfzig Cent"),
        (101, "ein Euro und ein Cent"),
        (200, "zwei Euro"),
        (10_100, "einhunderteins Euro"),
        (123_450, "eintausendzweihundertvierunddreißig Euro und fünfzig Cent"),
        (100_000_000, "eine Million Euro"),
        (
            99_999_999_999,
            "neunhundertneunundneunzig Millionen neunhundertneunundneunzigtausendneunhundertneunundneunzig Euro und \
             neunundneunzig Cent",
        ),
    ] {
        assert_eq!(amount(cents, Currency::Euro, "de", false), words);
        assert_eq!(amount(cents, Currency::Euro, "de", true).replace('\u{ad}', ""), words);
    }
    assert_eq!(amount(10_105, Currency::Franc, "de", false), "einhunderteins Franken und fünf Rappen");
    assert_eq!(amount(10_100, Currency::Pound, "en", false), "one hundred and one pounds");
    assert_eq!(amount(10_150, Currency::Dollar, "en", false), "one hundred one dollars and fifty cents");
    assert_eq!(amount(101, Currency::Pound, "en", false), "one pound and one penny");
}

#[test]
fn long_words_may_be_broken_between_their_parts() {
    let soft = german_soft(97_797).replace('\u{ad}', "|");
    assert_eq!(soft, "siebenund|neunzigtausend|siebenhundert|siebenund|neunzig");
    let longest = (0..1_000_000)
        .step_by(7)
        .flat_map(|number| german_soft(number).split('\u{ad}').map(|part| part.chars().count()).collect::<Vec<_>>());
    assert!(longest.max().unwrap_or(0) <= 20, "each part fits into the narrowest column");
}

#[test]
fn digits_can_be_named_instead() {
    assert_eq!(digits(1_322), "XX eins - drei - zwei - zwei XX");
    assert_eq!(digits(0), "XX null XX");
    assert_eq!(amount_in_digits(123_450, Currency::Euro), "XX eins - zwei - drei - vier XX Euro und fünfzig Cent");
}

#[test]
fn english_numbers_are_said_on_both_sides_of_the_ocean() {
    for (number, british, american) in [
        (0, "zero", "zero"),
        (21, "twenty-one", "twenty-one"),
        (101, "one hundred and one", "one hundred one"),
        (1_005, "one thousand and five", "one thousand five"),
        (1_234, "one thousand two hundred and thirty-four", "one thousand two hundred thirty-four"),
        (1_000_000, "one million", "one million"),
        (2_000_010, "two million and ten", "two million ten"),
    ] {
        assert_eq!((english_with_and(number).as_str(), english(number).as_str()), (british, american));
    }
}
