//! From what a scanner sent or a person typed to a code: one function for the server, the terminal and the pages.

use super::{Code, Command, LAYOUTS};

/// Why a text is not one of our codes. Nothing was booked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It has the look of our codes, but was mistyped or damaged: scan again.
    #[error("a damaged code")]
    Damaged,
    /// It is something else: a manufacturer's barcode, another organisation's label, a web address.
    #[error("a code of somebody else")]
    Foreign,
}

/// How many characters a scan may have; more is a broken scanner or a text pasted by accident.
const LONGEST: usize = 300;

/// Reads a code as it was scanned or typed.
///
/// Separators are dropped, letters are upper-cased, O is taken for 0 and I and L for 1; then the last ten characters
/// count, so that a label with a web address in front works too. When the check fails, the typing of a foreign keyboard
/// layout or of Caps Lock is undone, and the result taken only if exactly one layout gives a valid code. A single
/// character is never repaired.
///
/// # Errors
/// [`Unreadable::Damaged`] for ten characters of our alphabet whose check fails, else [`Unreadable::Foreign`].
pub fn read(scanned: &str) -> Result<Code, Unreadable> {
    if scanned.len() > LONGEST {
        return Err(Unreadable::Foreign);
    }
    let typed: Vec<char> = without_symbology(scanned).chars().filter(|c| !c.is_control() && *c != ' ').collect();
    let plain: String = typed.iter().filter(|c| !is_separator(**c)).map(|c| fold(*c)).collect();
    if let Some(code) = last_ten(&plain).and_then(|ten| ten.parse().ok()) {
        return Ok(code);
    }
    let mut repaired: Vec<Code> = LAYOUTS.iter().filter_map(|layout| undo(layout, &typed)).collect();
    repaired.sort();
    repaired.dedup();
    match repaired[..] {
        [code] => Ok(code),
        _ if looks_like_ours(&plain) => Err(Unreadable::Damaged),
        _ => Err(Unreadable::Foreign),
    }
}

/// Reads a command sheet's code, for screens that must react before the server has answered.
pub fn read_command(scanned: &str) -> Option<Command> {
    read(scanned).ok().and_then(Command::from_code)
}

fn undo(layout: &super::Layout, typed: &[char]) -> Option<Code> {
    let ten = typed.get(typed.len().checked_sub(10)?..)?;
    let american: Option<String> = ten.iter().map(|c| layout.undo(*c).map(fold)).collect();
    american?.parse().ok()
}

/// Drops the symbology identifier (`]Q1` for QR) that some scanners put in front, also as a German (`+`), Swiss or
/// Austrian (`ü`, `$`) keyboard types the bracket.
fn without_symbology(scanned: &str) -> &str {
    let mut chars = scanned.char_indices();
    match (chars.next(), chars.next(), chars.next(), chars.next()) {
        (Some((_, ']' | '+' | 'ü' | '$')), Some((_, letter)), Some((_, digit)), Some((rest, _)))
            if letter.is_ascii_alphabetic() && digit.is_ascii_digit() && scanned.chars().count() > 12 =>
        {
            &scanned[rest..]
        }
        _ => scanned,
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '-' | '–' | '_' | '.' | ',' | ' ' | '\u{a0}')
}

fn fold(c: char) -> char {
    match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn last_ten(plain: &str) -> Option<&str> {
    plain.char_indices().rev().nth(9).map(|(at, _)| &plain[at..])
}

fn looks_like_ours(plain: &str) -> bool {
    let length = plain.chars().count();
    (8..=12).contains(&length)
        && plain.chars().all(|c| c.is_ascii_alphanumeric())
        && plain.bytes().next().is_some_and(|first| super::Kind::from_letter(first).is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::codes::Kind;
    use crate::codes::alphabet::SYMBOLS;

    /// What a US-set scanner's key presses become on a computer with another layout: American rows above, its own below.
    const AMERICAN: [[&str; 4]; 2] = [
        ["`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./"],
        ["~!@#$%^&*()_+", "QWERTYUIOP{}|", "ASDFGHJKL:\"", "ZXCVBNM<>?"],
    ];
    const HOSTS: [(&str, [[&str; 4]; 2]); 10] = [
        (
            "de",
            [
                ["^1234567890ß´", "qwertzuiopü+#", "asdfghjklöä", "yxcvbnm,.-"],
                ["°!\"§$%&/()=?`", "QWERTZUIOPÜ*'", "ASDFGHJKLÖÄ", "YXCVBNM;:_"],
            ],
        ),
        (
            "ch",
            [
                ["§1234567890'^", "qwertzuiopü¨$", "asdfghjklöä", "yxcvbnm,.-"],
                ["°+\"*ç%&/()=?`", "QWERTZUIOPè!£", "ASDFGHJKLéà", "YXCVBNM;:_"],
            ],
        ),
        (
            "uk",
            [
                ["`1234567890-=", "qwertyuiop[]#", "asdfghjkl;'", "zxcvbnm,./"],
                ["¬!\"£$%^&*()_+", "QWERTYUIOP{}~", "ASDFGHJKL:@", "ZXCVBNM<>?"],
            ],
        ),
        (
            "fr",
            [
                ["²&é\"'(-è_çà)=", "azertyuiop^$*", "qsdfghjklmù", "wxcvbn,;:!"],
                ["~1234567890°+", "AZERTYUIOP¨£µ", "QSDFGHJKLM%", "WXCVBN?./§"],
            ],
        ),
        (
            "cz",
            [
                [";+ěščřžýáíé=´", "qwertzuiopú)¨", "asdfghjklů§", "yxcvbnm,.-"],
                ["°1234567890%ˇ", "QWERTZUIOP/('", "ASDFGHJKL\"!", "YXCVBNM?:_"],
            ],
        ),
        (
            "hu",
            [
                ["0123456789öüó", "qwertzuiopőúű", "asdfghjkléá", "yxcvbnm,.-"],
                ["§'\"+!%/=()ÖÜÓ", "QWERTZUIOPŐÚŰ", "ASDFGHJKLÉÁ", "YXCVBNM?:_"],
            ],
        ),
        ("pl", AMERICAN),
        (
            "tr",
            [
                ["\"1234567890*-", "qwertyuıopğü,", "asdfghjklşi", "zxcvbnmöç."],
                ["é!'^+%&/()=?_", "QWERTYUIOPĞÜ;", "ASDFGHJKLŞİ", "ZXCVBNMÖÇ:"],
            ],
        ),
        (
            "es",
            [
                ["º1234567890'¡", "qwertyuiop`+ç", "asdfghjklñ´", "zxcvbnm,.-"],
                ["ª!\"·$%&/()=?¿", "QWERTYUIOP^*Ç", "ASDFGHJKLÑ¨", "ZXCVBNM;:_"],
            ],
        ),
        (
            "it",
            [
                ["\\1234567890'ì", "qwertyuiopè+ù", "asdfghjklòà", "zxcvbnm,.-"],
                ["|!\"£$%&/()=?^", "QWERTYUIOPé*§", "ASDFGHJKLç°", "ZXCVBNM;:_"],
            ],
        ),
    ];

    #[derive(Clone, Copy, Debug)]
    enum CapsLock {
        Off,
        Letters,
        /// As on German and Swiss Windows: the digit row is shifted too.
        LettersAndDigits,
    }

    fn typed_on(host: &[[&str; 4]; 2], caps: CapsLock, sent: &str) -> String {
        sent.chars()
            .map(|c| {
                let shift = match caps {
                    CapsLock::Letters if c.is_ascii_alphabetic() => !c.is_ascii_uppercase(),
                    CapsLock::LettersAndDigits if c.is_ascii_digit() => true,
                    CapsLock::LettersAndDigits if c.is_ascii_alphabetic() => !c.is_ascii_uppercase(),
                    _ => AMERICAN[1].iter().any(|row| row.contains(c)),
                };
                let keys = AMERICAN.iter().flat_map(|level| level.iter().enumerate());
                for (row, keys) in keys {
                    if let Some(at) = keys.chars().position(|key| key == c) {
                        return host[usize::from(shift)][row].chars().nth(at).unwrap();
                    }
                }
                c
            })
            .collect()
    }

    fn any_code() -> impl Strategy<Value = Code> {
        (0..9usize, prop::array::uniform8(0..29usize))
            .prop_map(|(kind, body)| Code::with_body(Kind::ALL[kind], &body.map(|at| SYMBOLS[at])).unwrap())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// On every layout, with and without Caps Lock, a scan is read rightly or refused, never read as another code.
        #[test]
        fn no_layout_makes_another_code(code in any_code(), host in 0..HOSTS.len(), caps in 0..3usize, web in any::<bool>()) {
            let (name, table) = &HOSTS[host];
            // Caps Lock shifts digits only on layouts of German, Swiss, French, Czech and Hungarian making.
            let known = LAYOUTS.iter().any(|layout| layout.name == *name);
            let caps = if known { caps } else { caps.min(1) };
            let caps = [CapsLock::Off, CapsLock::Letters, CapsLock::LettersAndDigits][caps];
            let sent = if web { format!("HTTPS://KK.EXAMPLE.ORG/{code}") } else { code.to_string() };
            let typed = typed_on(table, caps, &sent);
            match read(&typed) {
                Ok(back) => prop_assert_eq!(back, code, "{} {:?} typed {}", name, caps, typed),
                Err(_) => {
                    prop_assert!(known, "{} {:?} refused {}", name, caps, typed);
                }
            }
        }

        #[test]
        fn what_is_typed_with_separators_is_read(code in any_code(), lower in any::<bool>()) {
            let text = code.printed().replace(' ', " - ");
            let text = if lower { text.to_lowercase() } else { text };
            prop_assert_eq!(read(&text), Ok(code));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,60}") {
            let _ = read(&text);
        }
    }

    /// Of 4,000 codes on each layout at least 97 in 100 are read: two layouts must rarely offer two readings.
    #[test]
    fn few_scans_are_ambiguous() {
        use rand::SeedableRng;
        let mut rng = rand::rngs::StdRng::seed_from_u64(29);
        for (name, table) in &HOSTS[..6] {
            let caps = if *name == "de" || *name == "ch" { CapsLock::LettersAndDigits } else { CapsLock::Off };
            let read_back = (0..4000)
                .filter(|_| {
                    let code = Code::draw(Kind::Item, &mut rng);
                    read(&typed_on(table, caps, code.as_str())) == Ok(code)
                })
                .count();
            assert!(read_back >= 3880, "{name}: only {read_back} of 4000 read");
        }
    }

    #[test]
    fn look_alikes_and_symbology_prefixes() {
        let code = Code::with_body(Kind::Item, b"0110VWX8").unwrap();
        assert_eq!(read(&code.as_str().replace('0', "o").replace('1', "l")), Ok(code));
        assert_eq!(read(&format!("]Q1{code}\r\n")), Ok(code));
        assert_eq!(read(&format!("+Q1{code}")), Ok(code));
    }

    #[test]
    fn what_is_not_ours_is_named_so() {
        assert_eq!(read("4006381333931"), Err(Unreadable::Foreign));
        assert_eq!(read("https://example.org/item?id=7"), Err(Unreadable::Foreign));
        assert_eq!(read(""), Err(Unreadable::Foreign));
        assert_eq!(read("A7F39MXT4D"), Err(Unreadable::Damaged));
        assert_eq!(read(&"A".repeat(100_000)), Err(Unreadable::Foreign));
    }
}
