//! The characters of a code from its bytes.

use encoding_rs::SHIFT_JIS;

/// The text of these bytes: UTF-8 if they are; Shift-JIS, in which kanji are written (ISO/IEC 18004:2015, 7.4.6), if they are that
/// and hold bytes that stand for no letter in Latin-1; else Latin-1, the standard's own, in which any bytes are a text.
pub fn text_of(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let bytes = error.as_bytes();
        let no_latin = bytes.iter().any(|byte| (0x80..0xa0).contains(byte));
        let japanese = no_latin.then(|| SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes)).flatten();
        japanese.map_or_else(|| bytes.iter().map(|byte| char::from(*byte)).collect(), |text| text.into_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_told_from_the_others() {
        for (bytes, text) in [
            (&b"A7F39MXT4E"[..], "A7F39MXT4E"),
            ("Größe 104".as_bytes(), "Größe 104"),
            (b"Gr\xf6\xdfe \xe4 104", "Größe ä 104"),
            (b"\x93\xfc\x82\xe8", "入り"),
            // Half of a kanji, and noise, are no Shift-JIS.
            (b"\x93", "\u{93}"),
            (b"\x94!-\x9c", "\u{94}!-\u{9c}"),
        ] {
            assert_eq!(text_of(bytes.to_vec()), text);
        }
    }
}
