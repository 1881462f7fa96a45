//! What a data stream looks like when it is one: segments that fit, characters that people write, padding as the standard has it
//! (ISO/IEC 18004:2015, 7.4). Each counts as evidence that a reading is none by chance. The text itself is rqrr's to read.

/// What speaks for a stream.
pub struct Made {
    /// Bits of evidence.
    pub evidence: f32,
}

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

/// Walks through the segments; `None` if they are none.
pub fn look(data: &[u8], version: usize) -> Option<Made> {
    let mut bits = Bits { data, at: 0 };
    let mut evidence = 0.0;
    let wide = |small: usize, middle: usize, large: usize| match version {
        ..10 => small,
        10..27 => middle,
        _ => large,
    };
    let mut first = true;
    while bits.left() >= 4 {
        let mode = bits.take(4)?;
        // Five of sixteen modes exist.
        evidence += 1.6;
        let count = match mode {
            0 if first => return None,
            0 => break,
            1 => bits.take(wide(10, 12, 14))?,
            2 => bits.take(wide(9, 11, 13))?,
            4 => bits.take(wide(8, 16, 16))?,
            8 => bits.take(wide(8, 10, 12))?,
            7 => {
                let kind = bits.take(8)?;
                bits.take(if kind & 0x80 == 0 {
                    0
                } else if kind & 0x40 == 0 {
                    8
                } else {
                    16
                })?;
                continue;
            }
            _ => return None,
        };
        first = false;
        // A count that fits is worth what it excludes.
        evidence += content(&mut bits, mode, count as usize)? + 1.0;
    }
    bits.at = bits.at.div_ceil(8) * 8;
    let mut padding = 0.0f32;
    let mut expected = 0xec;
    while let Some(byte) = bits.take(8) {
        if byte == expected {
            padding += 8.0;
            expected = if expected == 0xec { 0x11 } else { 0xec };
        } else if byte != 0 {
            // Some writers put a zero before the padding, some a picture in its place.
            padding -= 4.0;
        }
    }
    Some(Made { evidence: evidence + padding.max(0.0) })
}

fn content(bits: &mut Bits, mode: u32, count: usize) -> Option<f32> {
    let mut evidence = 0.0;
    match mode {
        1 => {
            for at in (0..count).step_by(3) {
                let (width, limit) = [(4, 10), (7, 100), (10, 1000)][(count - at).min(3) - 1];
                evidence += if bits.take(width)? < limit { 0.03 } else { return None };
            }
        }
        2 => {
            for at in (0..count).step_by(2) {
                let (width, limit) = if count - at > 1 { (11, 2025) } else { (6, 45) };
                evidence += if bits.take(width)? < limit { 0.02 } else { return None };
            }
        }
        4 => {
            let mut letters = 0i32;
            for _ in 0..count {
                let byte = bits.take(8)?;
                letters += if (0x20..0x7f).contains(&byte) || byte == 10 || byte == 13 {
                    1
                } else if byte >= 0x80 {
                    0
                } else {
                    -3
                };
            }
            evidence += letters as f32 * 1.4;
        }
        _ => {
            for _ in 0..count {
                bits.take(13)?;
            }
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
