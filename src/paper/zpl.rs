//! One label in Zebra's printer language, sent as a picture: what is printed is what we drew, whatever the printer's own
//! fonts and QR code commands make of a text.
//!
//! `^GFA` takes the dots as hexadecimal digits, one bit a dot, each row filled up to whole bytes. In its compressed form
//! `G`…`Y` repeat the next digit 1…19 times and `g`…`z` 20, 40 … 400 times, `,` fills the row with white, `!` with black,
//! and `:` repeats the row above (Zebra, ZPL II Programming Guide, "Alternative Data Compression Scheme").

use std::fmt::Write;

use super::raster::Picture;

/// The commands for one label of the size of the picture.
pub fn label(picture: &Picture) -> String {
    let bytes_a_row = picture.width.div_ceil(8);
    let total = bytes_a_row * picture.height;
    let mut dots = String::new();
    let mut above = String::new();
    for y in 0..picture.height {
        let digits = digits(picture, y, bytes_a_row * 2);
        if y > 0 && digits == above {
            dots.push(':');
        } else {
            compress(&digits, &mut dots);
        }
        above = digits;
    }
    let (width, height) = (picture.width, picture.height);
    format!("^XA^PW{width}^LL{height}^LH0,0^FO0,0^GFA,{total},{total},{bytes_a_row},{dots}^FS^XZ\n")
}

/// One row as hexadecimal digits, black is 1, the left dot the highest bit.
fn digits(picture: &Picture, y: usize, count: usize) -> String {
    let mut digits = String::with_capacity(count);
    for at in 0..count {
        let black = |bit: usize| at * 4 + bit < picture.width && picture.is_black(at * 4 + bit, y);
        let value = (0..4).fold(0, |value, bit| value * 2 + usize::from(black(bit)));
        // Writing to a String cannot fail.
        let _ = write!(digits, "{value:X}");
    }
    digits
}

fn compress(digits: &str, out: &mut String) {
    let mut rest = digits;
    while let Some(first) = rest.chars().next() {
        let run = rest.chars().take_while(|digit| *digit == first).count();
        match (first, run == rest.len()) {
            ('0', true) => out.push(','),
            ('F', true) => out.push('!'),
            _ => repeat(first, run, out),
        }
        rest = &rest[run..];
    }
}

fn repeat(digit: char, mut times: usize, out: &mut String) {
    while times > 400 {
        out.push('z');
        out.push(digit);
        times -= 400;
    }
    if times > 2 {
        if times >= 20 {
            out.push(char::from(b'f' + (times / 20) as u8));
        }
        if !times.is_multiple_of(20) {
            out.push(char::from(b'F' + (times % 20) as u8));
        }
        out.push(digit);
    } else {
        out.extend(std::iter::repeat_n(digit, times));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a printer makes of a compressed row.
    fn expand(row: &str, length: usize) -> String {
        let mut digits = String::new();
        let mut times = 0;
        for c in row.chars() {
            match c {
                ',' => digits.extend(std::iter::repeat_n('0', length - digits.len())),
                '!' => digits.extend(std::iter::repeat_n('F', length - digits.len())),
                'G'..='Y' => times += c as usize - 'F' as usize,
                'g'..='z' => times += (c as usize - 'f' as usize) * 20,
                digit => {
                    digits.extend(std::iter::repeat_n(digit, times.max(1)));
                    times = 0;
                }
            }
        }
        digits
    }

    proptest! {
        #[test]
        fn a_printer_gets_back_what_was_compressed(runs in prop::collection::vec((0..16u32, 1..900usize), 0..20)) {
            let digits: String = runs.iter().flat_map(|(digit, times)| {
                std::iter::repeat_n(char::from_digit(*digit, 16).unwrap().to_ascii_uppercase(), *times)
            }).collect();
            let mut out = String::new();
            compress(&digits, &mut out);
            prop_assert_eq!(expand(&out, digits.len()), digits);
        }
    }

    #[test]
    fn a_white_label_is_short() {
        let zpl = label(&Picture::white((57.0, 32.0), 203.2));
        assert!(zpl.starts_with("^XA^PW456^LL256^LH0,0^FO0,0^GFA,14592,14592,57,,:::"), "{zpl}");
    }
}
