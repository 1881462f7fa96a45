//! German numbers in words.

const BELOW_TWENTY: [&str; 20] = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];
const TENS: [&str; 10] =
    ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
/// Above a million, a noun each.
const SCALES: [(u64, &str, &str); 5] = [
    (1_000_000_000_000_000_000, "Trillion", "Trillionen"),
    (1_000_000_000_000_000, "Billiarde", "Billiarden"),
    (1_000_000_000_000, "Billion", "Billionen"),
    (1_000_000_000, "Milliarde", "Milliarden"),
    (1_000_000, "Million", "Millionen"),
];

/// A cardinal number: one word below a million, nouns of their own above it.
///
/// ```
/// use gabentisch::domain::receipt::words::german;
///
/// assert_eq!(german(21), "einundzwanzig");
/// assert_eq!(german(2_000_001), "zwei Millionen eins");
/// ```
pub fn german(number: u64) -> String {
    said(number, "")
}

/// The same with soft hyphens (U+00AD) between the parts of a word, where a line may end.
pub fn german_soft(number: u64) -> String {
    said(number, "\u{ad}")
}

/// The digits by name, with the room before and after them blocked: `XX eins - drei - zwei - zwei XX`.
pub fn digits(number: u64) -> String {
    let name = |digit: char| match digit {
        '1' => "eins",
        other => BELOW_TWENTY[other.to_digit(10).unwrap_or(0) as usize],
    };
    let names: Vec<&str> = number.to_string().chars().map(name).collect();
    format!("XX {} XX", names.join(" - "))
}

fn said(number: u64, joint: &str) -> String {
    if number == 0 {
        return "null".to_owned();
    }
    let mut parts = Vec::new();
    let mut rest = number;
    for (size, one, many) in SCALES {
        match rest / size {
            0 => {}
            1 => parts.push(format!("eine {one}")),
            count => parts.push(format!("{} {many}", below_a_million(count, joint, false))),
        }
        rest %= size;
    }
    if rest > 0 {
        parts.push(below_a_million(rest, joint, true));
    }
    parts.join(" ")
}

/// `at_end`: nothing follows, so that one is "eins" and not "ein".
fn below_a_million(number: u64, joint: &str, at_end: bool) -> String {
    let mut syllables = Vec::new();
    let (thousands, rest) = (number / 1000, number % 1000);
    if thousands > 0 {
        below_a_thousand(thousands, false, &mut syllables);
        syllables.push("tausend");
    }
    if rest > 0 {
        below_a_thousand(rest, at_end, &mut syllables);
    }
    // "einhundert" and "eintausend" are not torn apart after the "ein": no line begins with a bare "hundert".
    let mut out = String::new();
    for (at, syllable) in syllables.iter().enumerate() {
        if at > 0 && !matches!(*syllable, "hundert" | "tausend" | "und") {
            out.push_str(joint);
        }
        out.push_str(syllable);
    }
    out
}

fn below_a_thousand(number: u64, at_end: bool, syllables: &mut Vec<&'static str>) {
    let (hundreds, rest) = (number / 100, number % 100);
    if hundreds > 0 {
        syllables.extend([BELOW_TWENTY[hundreds as usize], "hundert"]);
    }
    match rest {
        0 => {}
        1 if at_end => syllables.push("eins"),
        1..20 => syllables.push(BELOW_TWENTY[rest as usize]),
        _ => {
            if rest % 10 > 0 {
                syllables.extend([BELOW_TWENTY[rest as usize % 10], "und"]);
            }
            syllables.push(TENS[rest as usize / 10]);
        }
    }
}
