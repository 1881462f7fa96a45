//! The days of a certificate, read from its DER: the few steps down to `Validity` (RFC 5280, 4.1).

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// From when and until when a certificate is good; `None` for what is no certificate.
pub(super) fn validity(certificate: &[u8]) -> Option<(Timestamp, Timestamp)> {
    let (_, certificate, _) = element(certificate)?;
    let (_, mut rest, _) = element(certificate)?;
    // Version (only when it is not the first), serial number, algorithm, issuer; then the days.
    if rest.first() == Some(&0xA0) {
        rest = element(rest)?.2;
    }
    for _ in 0..3 {
        rest = element(rest)?.2;
    }
    let (_, days, _) = element(rest)?;
    let (kind, from, rest) = element(days)?;
    let (other, until, _) = element(rest)?;
    Some((moment(kind, from)?, moment(other, until)?))
}

/// Tag, content, and what comes after.
fn element(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = if first < 0x80 {
        (usize::from(first), rest)
    } else {
        let digits = usize::from(first & 0x7F);
        if digits == 0 || digits > 4 || rest.len() < digits {
            return None;
        }
        let (digits, rest) = rest.split_at(digits);
        (digits.iter().fold(0, |sum, digit| (sum << 8) | usize::from(*digit)), rest)
    };
    (rest.len() >= length).then(|| (tag, &rest[..length], &rest[length..]))
}

/// UTCTime `YYMMDDhhmmssZ` (years from 50 are of the last century) or GeneralizedTime `YYYYMMDDhhmmssZ`.
fn moment(tag: u8, text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let (year, rest) = match (tag, text.len()) {
        (0x17, 12) => {
            let year: i16 = text.get(..2)?.parse().ok()?;
            (if year < 50 { 2000 + year } else { 1900 + year }, text.get(2..)?)
        }
        (0x18, 14) => (text.get(..4)?.parse().ok()?, text.get(4..)?),
        _ => return None,
    };
    let two = |at: usize| rest.get(at..at + 2)?.parse::<i8>().ok();
    let date = Date::new(year, two(0)?, two(2)?).ok()?;
    let time = jiff::civil::Time::new(two(4)?, two(6)?, two(8)?, 0).ok()?;
    DateTime::from_parts(date, time).to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_a_day_are_read() {
        let key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new(vec!["kammer.local".to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(1999, 12, 31);
        params.not_after = rcgen::date_time_ymd(2051, 1, 2);
        let made = params.self_signed(&key).unwrap();
        let (from, until) = validity(made.der()).unwrap();
        assert_eq!(from.to_string(), "1999-12-31T00:00:00Z");
        assert_eq!(until.to_string(), "2051-01-02T00:00:00Z");
    }

    #[test]
    fn anything_else_is_no_certificate() {
        for bytes in [&b""[..], b"0", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"a letter", &[0x30; 40]] {
            assert_eq!(validity(bytes), None);
        }
    }
}
