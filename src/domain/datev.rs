//! The DATEV format for a batch of postings ("Buchungsstapel"): what the settings must say, and the file byte by byte.
//!
//! Source: developer.datev.de, DATEV format, general technical structure with its sample file and the description of the
//! booking batch (header version 700, data category 21, format version 13), read 2026-11. A line of head data with 31 fields,
//! a line with 125 headings, then a line for each posting; semicolons, CR LF, Windows-1252, texts in quotation marks.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::texts::fold;

/// Version of the head line, category and version of the format.
const HEAD: (u16, u8, u8) = (700, 21, 13);
/// Most characters of the document's number and of the text of a posting.
const MOST_DOCUMENT: usize = 36;
const MOST_TEXT: usize = 60;

/// The least and the most that can be: "Beraternummer", "Mandantennummer", digits of an account.
pub const CONSULTANTS: (i32, i32) = (1_001, 9_999_999);
pub const CLIENTS: (i32, i32) = (1, 99_999);
pub const ACCOUNT_LENGTHS: (i32, i32) = (4, 8);

/// The highest account of so many digits. One may be written without the zeros before it; one digit more would be a person's.
pub fn most_account(length: i32) -> i32 {
    10i32.saturating_pow(u32::try_from(length).unwrap_or_default()) - 1
}

/// Month and day out of "07-01"; only a day that every year has.
pub fn begins(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Date::new(2025, month, day).ok().map(|_| (month, day))
}

/// The same as it is kept.
pub fn month_and_day((month, day): (i8, i8)) -> String {
    format!("{month:02}-{day:02}")
}

/// What the tax adviser has to say before a file can be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Typed", into = "Typed")]
pub struct Datev {
    /// "Beraternummer", 1001 to 9999999.
    pub consultant: u32,
    /// "Mandantennummer", 1 to 99999.
    pub client: u32,
    /// Month and day on which the fiscal year begins.
    pub year_begins: (i8, i8),
    /// Digits of a general ledger account, 4 to 8.
    pub account_length: u8,
    /// Where goods that were given are booked to, and against what.
    pub gifts: (u32, u32),
    /// Goods that were bought from money donations, and from where they were paid.
    pub purchases: (u32, u32),
}

/// The same as it stands in the settings.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    consultant: u32,
    client: u32,
    #[serde(default = "new_year")]
    year_begins: String,
    #[serde(default = "four")]
    account_length: u8,
    gifts_account: u32,
    gifts_against: u32,
    purchases_account: u32,
    purchases_against: u32,
}

fn new_year() -> String {
    "01-01".to_owned()
}

fn four() -> u8 {
    4
}

impl TryFrom<Typed> for Datev {
    type Error = String;

    fn try_from(typed: Typed) -> Result<Datev, String> {
        let within = |name: &str, value: u32, (least, most): (i32, i32)| {
            let fits = i32::try_from(value).is_ok_and(|value| (least..=most).contains(&value));
            if fits { Ok(value) } else { Err(format!("datev.{name} = {value} must be from {least} to {most}")) }
        };
        let length = within("account_length", typed.account_length.into(), ACCOUNT_LENGTHS)?;
        let most = most_account(i32::try_from(length).unwrap_or(ACCOUNT_LENGTHS.0));
        let account = |name: &str, value| within(name, value, (1, most));
        let begins = begins(&typed.year_begins).ok_or_else(|| {
            format!("datev.year_begins = {:?} is no day; an example is \"01-01\" (month and day)", typed.year_begins)
        })?;
        Ok(Datev {
            consultant: within("consultant", typed.consultant, CONSULTANTS)?,
            client: within("client", typed.client, CLIENTS)?,
            year_begins: begins,
            account_length: typed.account_length,
            gifts: (account("gifts_account", typed.gifts_account)?, account("gifts_against", typed.gifts_against)?),
            purchases: (
                account("purchases_account", typed.purchases_account)?,
                account("purchases_against", typed.purchases_against)?,
            ),
        })
    }
}

impl From<Datev> for Typed {
    fn from(datev: Datev) -> Typed {
        Typed {
            consultant: datev.consultant,
            client: datev.client,
            year_begins: month_and_day(datev.year_begins),
            account_length: datev.account_length,
            gifts_account: datev.gifts.0,
            gifts_against: datev.gifts.1,
            purchases_account: datev.purchases.0,
            purchases_against: datev.purchases.1,
        }
    }
}

/// The fiscal year that begins in this calendar year, when it begins on such a day: first and last day.
pub fn fiscal_year(year: i16, begins: (i8, i8)) -> Option<(Date, Date)> {
    let first = Date::new(year, begins.0, begins.1).ok()?;
    let last = first.checked_add(1.year()).ok()?.yesterday().ok()?;
    Some((first, last))
}

/// One posting. The amount is in cents and never negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    pub cents: i64,
    /// Debited, and credited.
    pub accounts: (u32, u32),
    pub day: Date,
    /// A receipt's number, or a donation's code.
    pub document: String,
    pub text: String,
    /// The day on which the goods were given.
    pub given_on: Date,
    /// Takes an earlier posting back on the same side ("Generalumkehr").
    pub reversal: bool,
}

/// The file for the postings of a period. `made` is the local time at which it was written, `title` names the batch.
pub fn file(datev: &Datev, (first, last): (Date, Date), made: DateTime, title: &str, postings: &[Posting]) -> Vec<u8> {
    let day = |day: Date| day.strftime("%Y%m%d").to_string();
    let head = [
        text("EXTF", 4),
        HEAD.0.to_string(),
        HEAD.1.to_string(),
        text("Buchungsstapel", 30),
        HEAD.2.to_string(),
        format!("{}{:03}", made.strftime("%Y%m%d%H%M%S"), made.millisecond()),
        String::new(),
        text("GT", 2),
        text("", 0),
        text("", 0),
        datev.consultant.to_string(),
        datev.client.to_string(),
        day(first),
        datev.account_length.to_string(),
        day(first),
        day(last),
        text(title, 30),
        text("", 0),
        // Financial accounting, for every purpose, not committed yet.
        "1".to_owned(),
        "0".to_owned(),
        "0".to_owned(),
        text("EUR", 3),
        String::new(),
        text("", 0),
        String::new(),
        String::new(),
        text("", 0),
        String::new(),
        String::new(),
        text("", 0),
        text("", 0),
    ];
    let mut lines = vec![head.join(";"), headings().join(";")];
    lines.extend(postings.iter().map(line));
    let mut bytes = Vec::new();
    for line in lines {
        bytes.extend(line.chars().flat_map(windows_1252));
        bytes.extend(b"\r\n");
    }
    bytes
}

fn line(posting: &Posting) -> String {
    let cents = posting.cents.unsigned_abs();
    let mut fields: Vec<String> =
        TEXTS.iter().map(|is_text| if *is_text { text("", 0) } else { String::new() }).collect();
    let mut set = |number: usize, value: String| fields[number - 1] = value;
    set(1, format!("{},{:02}", cents / 100, cents % 100));
    set(2, text("S", 1));
    set(3, text("EUR", 3));
    set(7, posting.accounts.0.to_string());
    set(8, posting.accounts.1.to_string());
    set(10, posting.day.strftime("%d%m").to_string());
    set(11, text(&document(&posting.document), MOST_DOCUMENT));
    set(14, text(&posting.text, MOST_TEXT));
    set(48, text("Tag der Spende", 20));
    set(49, text(&posting.given_on.to_string(), 210));
    set(114, "0".to_owned());
    set(118, text(if posting.reversal { "1" } else { "0" }, 1));
    fields.join(";")
}

/// A text in quotation marks, without control characters, cut where the field ends. A quotation mark in it is written twice
/// and counts twice: the format's own pattern for the posting's text is `^(["](.){0,60}["])$`.
fn text(text: &str, most: usize) -> String {
    let clean: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut cut, mut room) = (String::new(), most);
    for c in clean.chars().filter(|c| !c.is_control()) {
        // As it is written: one character may become several in the file's character set.
        let written = if c == '"' { 2 } else { windows_1252(c).len() };
        let Some(left) = room.checked_sub(written) else { break };
        cut.extend(std::iter::repeat_n(c, if c == '"' { 2 } else { 1 }));
        room = left;
    }
    format!("\"{}\"", cut.trim_end())
}

/// A number as the field for it takes it: letters, digits and `$ & % * + - /`.
fn document(number: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || "$&%*+-/".contains(c);
    number.chars().filter(|c| !c.is_whitespace()).map(|c| if fits(c) { c } else { '-' }).collect()
}

/// The bytes of a character. One that the character set does not have is written without its marks, else as a question mark.
fn windows_1252(c: char) -> Vec<u8> {
    /// What stands at 0x80 to 0x9F; a space where nothing does.
    const UPPER: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
    match u32::from(c) {
        code @ (0x20..=0x7e | 0xa0..=0xff) => vec![u8::try_from(code).unwrap_or(b'?')],
        _ => match UPPER.chars().position(|known| known == c && c != ' ') {
            Some(at) => vec![0x80 + u8::try_from(at).unwrap_or_default()],
            None => {
                let plain = fold(&c.to_string());
                let plain = if c.is_uppercase() { plain.to_uppercase() } else { plain };
                if !plain.is_empty() && plain.is_ascii() { plain.into_bytes() } else { vec![b'?'] }
            }
        },
    }
}

/// Which of the 125 fields are texts: those are never without their quotation marks.
const TEXTS: [bool; 125] = {
    let numbers = [
        2, 3, 6, 9, 11, 12, 14, 16, 20, 37, 38, 40, 42, 95, 96, 98, 102, 103, 105, 107, 109, 110, 112, 118, 120, 121,
        123,
    ];
    let mut texts = [false; 125];
    let mut at = 0;
    while at < numbers.len() {
        texts[numbers[at] - 1] = true;
        at += 1;
    }
    // Further facts about the document (21 to 36) and about the posting (48 to 87).
    let mut at = 20;
    while at < 87 {
        if at < 36 || at >= 47 {
            texts[at] = true;
        }
        at += 1;
    }
    texts
};

/// The second line.
fn headings() -> Vec<String> {
    let begin = [
        "Umsatz (ohne Soll/Haben-Kz)",
        "Soll/Haben-Kennzeichen",
        "WKZ Umsatz",
        "Kurs",
        "Basis-Umsatz",
        "WKZ Basis-Umsatz",
        "Konto",
        "Gegenkonto (ohne BU-Schlüssel)",
        "BU-Schlüssel",
        "Belegdatum",
        "Belegfeld 1",
        "Belegfeld 2",
        "Skonto",
        "Buchungstext",
        "Postensperre",
        "Diverse Adressnummer",
        "Geschäftspartnerbank",
        "Sachverhalt",
        "Zinssperre",
        "Beleglink",
    ];
    let middle = [
        "KOST1 - Kostenstelle",
        "KOST2 - Kostenstelle",
        "Kost-Menge",
        "EU-Land u. UStID (Bestimmung)",
        "EU-Steuersatz (Bestimmung)",
        "Abw. Versteuerungsart",
        "Sachverhalt L+L",
        "Funktionsergänzung L+L",
        "BU 49 Hauptfunktionstyp",
        "BU 49 Hauptfunktionsnummer",
        "BU 49 Funktionsergänzung",
    ];
    let end = [
        "Stück",
        "Gewicht",
        "Zahlweise",
        "Forderungsart",
        "Veranlagungsjahr",
        "Zugeordnete Fälligkeit",
        "Skontotyp",
        "Auftragsnummer",
        "Buchungstyp",
        "USt-Schlüssel (Anzahlungen)",
        "EU-Land (Anzahlungen)",
        "Sachverhalt L+L (Anzahlungen)",
        "EU-Steuersatz (Anzahlungen)",
        "Erlöskonto (Anzahlungen)",
        "Herkunft-Kz",
        "Buchungs GUID",
        "KOST-Datum",
        "SEPA-Mandatsreferenz",
        "Skontosperre",
        "Gesellschaftername",
        "Beteiligtennummer",
        "Identifikationsnummer",
        "Zeichnernummer",
        "Postensperre bis",
        "Bezeichnung SoBil-Sachverhalt",
        "Kennzeichen SoBil-Buchung",
        "Festschreibung",
        "Leistungsdatum",
        "Datum Zuord. Steuerperiode",
        "Fälligkeit",
        "Generalumkehr (GU)",
        "Steuersatz",
        "Land",
        "Abrechnungsreferenz",
        "BVV-Position",
        "EU-Land u. UStID (Ursprung)",
        "EU-Steuersatz (Ursprung)",
        "Abw. Skontokonto",
    ];
    let mut all: Vec<String> = begin.map(str::to_owned).to_vec();
    all.extend((1..=8).flat_map(|n| [format!("Beleginfo - Art {n}"), format!("Beleginfo - Inhalt {n}")]));
    all.extend(middle.map(str::to_owned));
    all.extend(
        (1..=20).flat_map(|n| [format!("Zusatzinformation - Art {n}"), format!("Zusatzinformation- Inhalt {n}")]),
    );
    all.extend(end.map(str::to_owned));
    all
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn typed() -> Typed {
        Typed {
            consultant: 29_098,
            client: 55_003,
            year_begins: new_year(),
            account_length: 4,
            gifts_account: 3_400,
            gifts_against: 8_200,
            purchases_account: 3_410,
            purchases_against: 1_200,
        }
    }

    #[test]
    fn each_setting_is_checked() {
        type Change = fn(&mut Typed);
        let wrong: [(Change, &str); 6] = [
            (|t| t.consultant = 1_000, "datev.consultant = 1000 must be from 1001 to 9999999"),
            (|t| t.client = 0, "datev.client = 0 must be from 1 to 99999"),
            (|t| t.account_length = 9, "datev.account_length = 9 must be from 4 to 8"),
            (|t| t.gifts_account = 34_000, "datev.gifts_account = 34000 must be from 1 to 9999"),
            (|t| t.purchases_against = 0, "datev.purchases_against = 0 must be from 1 to 9999"),
            (|t| t.year_begins = "02-29".to_owned(), "datev.year_begins = \"02-29\" is no day"),
        ];
        for (change, sentence) in wrong {
            let mut typed = typed();
            change(&mut typed);
            let error = Datev::try_from(typed).expect_err(sentence);
            assert!(error.starts_with(sentence), "{error}");
        }
        let datev = Datev::try_from(typed()).expect("right");
        assert_eq!(Datev::try_from(Typed::from(datev.clone())), Ok(datev));
    }

    #[test]
    fn a_fiscal_year_may_begin_in_summer() {
        assert_eq!(fiscal_year(2026, (1, 1)), Some((date(2026, 1, 1), date(2026, 12, 31))));
        assert_eq!(fiscal_year(2027, (7, 1)), Some((date(2027, 7, 1), date(2028, 6, 30))));
    }

    #[test]
    fn the_file_is_as_the_format_says() {
        let datev = Datev::try_from(typed()).expect("right");
        let posting = Posting {
            cents: 123_456,
            accounts: datev.gifts,
            day: date(2026, 3, 9),
            document: "ZB 2026.0001".to_owned(),
            text: "Sachspende \"Möbel & Söhne\" Şahin €\r\n– ein sehr langer Name, der nicht ganz hineinpasst"
                .to_owned(),
            given_on: date(2026, 2, 28),
            reversal: false,
        };
        let back = Posting { reversal: true, cents: 5, text: "Storno".to_owned(), ..posting.clone() };
        let made = date(2026, 12, 31).at(23, 59, 58, 7_000_000);
        let bytes = file(&datev, (date(2026, 1, 1), date(2026, 12, 31)), made, "Sachspenden 2026", &[posting, back]);
        let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        assert_eq!(lines.len(), 5);
        assert!(lines[..4].iter().all(|line| line.ends_with(b"\r")) && lines[4].is_empty());
        let head = "\"EXTF\";700;21;\"Buchungsstapel\";13;20261231235958007;;\"GT\";\"\";\"\";29098;55003;20260101;4;20260101;\
                    20261231;\"Sachspenden 2026\";\"\";1;0;0;\"EUR\";;\"\";;;\"\";;;\"\";\"\"\r";
        assert_eq!(String::from_utf8_lossy(lines[0]), head);
        assert_eq!(head.split(';').count(), 31);
        assert_eq!(lines[1].split(|byte| *byte == b';').count(), 125);
        assert!(lines[1].windows(5).any(|part| part == b"St\xfcck"), "Windows-1252");
        let fields: Vec<&[u8]> = lines[2].split(|byte| *byte == b';').collect();
        assert_eq!(fields.len(), 125);
        for (number, wanted) in [
            (1, "1234,56"),
            (2, "\"S\""),
            (3, "\"EUR\""),
            (7, "3400"),
            (8, "8200"),
            (10, "0903"),
            (11, "\"ZB2026-0001\""),
            (12, "\"\""),
            (13, ""),
            (49, "\"2026-02-28\""),
            (114, "0"),
            (118, "\"0\""),
        ] {
            assert_eq!(String::from_utf8_lossy(fields[number - 1]), wanted, "field {number}");
        }
        let text = b"\"Sachspende \"\"M\xf6bel & S\xf6hne\"\" Sahin \x80 \x96 ein sehr langer Name,\"";
        assert_eq!(fields[13].len(), 60 + 2);
        assert_eq!(fields[13], text, "{}", String::from_utf8_lossy(fields[13]));
        assert!(String::from_utf8_lossy(lines[3]).starts_with("0,05;\"S\";"));
        let heads = headings();
        assert_eq!((heads[117].as_str(), heads[113].as_str()), ("Generalumkehr (GU)", "Festschreibung"));
        assert_eq!(lines[3].split(|byte| *byte == b';').nth(117), Some(&b"\"1\""[..]));
    }

    #[test]
    fn a_text_fits_its_field_as_it_is_written() {
        // A capital sharp s is two letters in this character set.
        let written: Vec<u8> = text(&"ẞ".repeat(60), 60).chars().flat_map(windows_1252).collect();
        assert_eq!(written, format!("\"{}\"", "SS".repeat(30)).into_bytes());
    }
}
