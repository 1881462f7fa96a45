//! English numbers in words, as Britain and America say them.

const BELOW_TWENTY: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(u64, &str); 6] = [
    (1_000_000_000_000_000_000, "quintillion"),
    (1_000_000_000_000_000, "quadrillion"),
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// As in America: `one hundred one`.
pub fn english(number: u64) -> String {
    said(number, false)
}

/// As in Britain: `one hundred and one`.
pub fn english_with_and(number: u64) -> String {
    said(number, true)
}

fn said(number: u64, with_and: bool) -> String {
    if number == 0 {
        return BELOW_TWENTY[0].to_owned();
    }
    let mut parts = Vec::new();
    let mut rest = number;
    for (size, name) in SCALES {
        if rest / size > 0 {
            parts.push(format!("{} {name}", below_a_thousand(rest / size, with_and)));
        }
        rest %= size;
    }
    if rest > 0 {
        // "two thousand and five", but "two thousand one hundred".
        let and = if with_and && rest < 100 && !parts.is_empty() { "and " } else { "" };
        parts.push(format!("{and}{}", below_a_thousand(rest, with_and)));
    }
    parts.join(" ")
}

fn below_a_thousand(number: u64, with_and: bool) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let small = match rest {
        0 => String::new(),
        1..20 => BELOW_TWENTY[rest as usize].to_owned(),
        _ if rest % 10 == 0 => TENS[rest as usize / 10].to_owned(),
        _ => format!("{}-{}", TENS[rest as usize / 10], BELOW_TWENTY[rest as usize % 10]),
    };
    match (hundreds, rest) {
        (0, _) => small,
        (_, 0) => format!("{} hundred", BELOW_TWENTY[hundreds as usize]),
        _ if with_and => format!("{} hundred and {small}", BELOW_TWENTY[hundreds as usize]),
        _ => format!("{} hundred {small}", BELOW_TWENTY[hundreds as usize]),
    }
}
