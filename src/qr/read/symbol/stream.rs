//! What a data stream looks like when it is one: segments that fit, characters that people write, padding as the standard has it
//! (ISO/IEC 18004:2015, 7.4). Where such a thing stands in codewords that were guessed, it is evidence that they were guessed
//! right. The text itself is rqrr's to read.
//!
//! The scores are such that random codewords gain nothing on average: the mean of 2 to the power of the score is at most 1.

/// Evidence that a code of our own make gives: mode, length and terminator (17 bits), ten characters of our 29 instead of 45
/// (6.3), one of nine kinds (1.7), the check character (4.9).
pub const OURS: f32 = 29.9;

/// The same if mode, length and terminator were put in beforehand.
pub const OURS_KNOWN: f32 = 12.9;

struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn left(&self) -> usize {
        self.data.len() * 8 - self.at
    }

    /// Leaves out so many bits.
    fn take_away(&mut self, count: usize) -> Option<()> {
        (self.left() >= count).then(|| self.at += count)
    }

    fn take(&mut self, count: usize) -> Option<u32> {
        if self.left() < count {
            return None;
        }
        let mut value = 0;
        for _ in 0..count {
            value = value << 1 | u32::from(self.data[self.at / 8] >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(value)
    }
}

/// Walks through the segments and gives the bits of evidence in the guessed codewords; `None` if they are no segments.
pub fn look(data: &[u8], guessed: &[bool], version: usize) -> Option<f32> {
    let mut bits = Bits { data, at: 0 };
    let mut evidence = 0.0;
    let wide = |small: usize, middle: usize, large: usize| match version {
        ..10 => small,
        10..27 => middle,
        _ => large,
    };
    let mut first = true;
    while bits.left() >= 4 {
        let count = match bits.take(4)? {
            0 if first => return None,
            0 => break,
            7 => {
                // The designator of an encoding takes one, two or three bytes.
                let designator = bits.take(8)?;
                let more = [(0x80, 0), (0xc0, 8), (0xe0, 16)].into_iter().find(|&(limit, _)| designator < limit)?.1;
                bits.take(more)?;
                continue;
            }
            mode @ (1 | 2 | 4 | 8) => {
                let width = match mode {
                    1 => wide(10, 12, 14),
                    2 => wide(9, 11, 13),
                    4 => wide(8, 16, 16),
                    _ => wide(8, 10, 12),
                };
                (mode, bits.take(width)? as usize)
            }
            _ => return None,
        };
        first = false;
        evidence += content(&mut bits, count.0, count.1, guessed)?;
    }
    bits.at = bits.at.div_ceil(8) * 8;
    let mut expected = 0xec;
    while let Some(byte) = bits.take(8) {
        let is_guess = guessed[bits.at / 8 - 1];
        if byte == expected {
            evidence += if is_guess { 7.0 } else { 0.0 };
            expected = if expected == 0xec { 0x11 } else { 0xec };
        } else if is_guess {
            evidence -= 1.0;
        }
    }
    Some(evidence)
}

fn content(bits: &mut Bits, mode: u32, count: usize, guessed: &[bool]) -> Option<f32> {
    let mut evidence = 0.0;
    match mode {
        1 => {
            for at in (0..count).step_by(3) {
                let (width, limit) = [(4, 10), (7, 100), (10, 1000)][(count - at).min(3) - 1];
                (bits.take(width)? < limit).then_some(())?;
            }
        }
        2 => {
            for at in (0..count).step_by(2) {
                let (width, limit) = if count - at > 1 { (11, 2025) } else { (6, 45) };
                (bits.take(width)? < limit).then_some(())?;
            }
        }
        4 => {
            for _ in 0..count {
                let from = bits.at;
                let byte = bits.take(8)?;
                if guessed[from / 8] && guessed[(bits.at - 1) / 8] {
                    evidence += match byte {
                        10 | 13 | 0x20..=0x7e => 1.0,
                        0x80..=0xff => -1.1,
                        _ => -4.2,
                    };
                }
            }
        }
        _ => {
            bits.take_away(count.checked_mul(13)?)?;
        }
    }
    Some(evidence)
}

/// The ten characters of an alphanumeric stream of exactly our own make.
pub fn own_code(data: &[u8]) -> Option<String> {
    const SYMBOLS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let mut bits = Bits { data, at: 0 };
    if bits.take(4)? != 2 || bits.take(9)? != 10 {
        return None;
    }
    let mut text = String::new();
    for _ in 0..5 {
        let pair = bits.take(11)? as usize;
        text.push(char::from(*SYMBOLS.get(pair / 45)?));
        text.push(char::from(SYMBOLS[pair % 45]));
    }
    (bits.take(4)? == 0).then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// "AB" as bytes, the end, and padding.
    const STREAM: [u8; 7] = [0x40, 0x24, 0x14, 0x20, 0xec, 0x11, 0xec];

    #[test]
    fn only_what_was_guessed_is_evidence() {
        assert_eq!(look(&STREAM, &[false; 7], 1), Some(0.0));
        assert_eq!(look(&STREAM, &[false, true, true, true, true, false, true], 1), Some(16.0));
        let mut other = STREAM;
        other[5] = 0x13;
        assert_eq!(look(&other, &[false, false, false, false, false, true, false], 1), Some(-1.0));
    }

    #[test]
    fn what_is_no_stream_is_none() {
        for data in [
            &[0x00, 0xec][..],
            &[0x90, 0x00, 0x00],
            &[0x4f, 0xf0, 0x00],
            &[0x7f, 0x00, 0x00, 0x00],
            &[0x10, 0x3f, 0xff],
        ] {
            assert_eq!(look(data, &[true; 4], 1), None, "{data:x?}");
        }
    }

    /// The evidence of random data: on average it may not speak for it.
    #[test]
    fn chance_gains_nothing() {
        use rand::rngs::StdRng;
        use rand::{Rng, SeedableRng};
        let mut dice = StdRng::seed_from_u64(1);
        let mut data = [0u8; 108];
        let runs = 200_000;
        let mut sum = 0.0;
        for _ in 0..runs {
            dice.fill_bytes(&mut data);
            // Byte segments, since other modes bring no evidence.
            data[0] = 0x40 | data[0] & 0x0f;
            sum += look(&data, &[true; 108], 5).map_or(0.0, f32::exp2);
        }
        assert!(sum / (runs as f32) < 1.5, "{}", sum / runs as f32);
    }

    proptest! {
        #[test]
        fn no_bytes_bring_it_down(data in prop::collection::vec(any::<u8>(), 1..60), version in 1usize..41) {
            look(&data, &vec![true; data.len()], version);
            own_code(&data);
        }
    }
}
