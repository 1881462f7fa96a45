//! What a key of a scanner means: its position on an American keyboard, whatever the computer's own layout is.
//!
//! A scanner is set to "USB keyboard, American" when it leaves the factory. Its key codes (Linux
//! `input-event-codes.h`) are positions, so this table is right on every computer, also with Caps Lock on.

pub const KEY_TAB: u16 = 15;
pub const KEY_ENTER: u16 = 28;
pub const KEY_LEFTCTRL: u16 = 29;
pub const KEY_LEFTSHIFT: u16 = 42;
pub const KEY_RIGHTSHIFT: u16 = 54;
pub const KEY_LEFTALT: u16 = 56;
pub const KEY_KPENTER: u16 = 96;
pub const KEY_RIGHTCTRL: u16 = 97;
pub const KEY_RIGHTALT: u16 = 100;

/// First key code of a row, its characters, and those with Shift.
const ROWS: [(u16, &str, &str); 9] = [
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", "ASDFGHJKL:\"~"),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (55, "*", "*"),
    (57, " ", " "),
    (71, "789-456+1230.", "789-456+1230."),
    (86, "\\", "|"),
    (98, "/", "/"),
];

/// The character of a key, with or without Shift.
pub fn character(key: u16, shift: bool) -> Option<char> {
    ROWS.iter().find_map(|(first, plain, shifted)| {
        let place = key.checked_sub(*first)?;
        let row = if shift { shifted } else { plain };
        row.chars().nth(place.into())
    })
}

/// The digit of a key of the number pad.
pub fn pad_digit(key: u16) -> Option<u32> {
    (71..=82).contains(&key).then(|| character(key, false)).flatten().and_then(|c| c.to_digit(10))
}

/// The key, and whether with Shift, that types a character.
pub fn key_for(wanted: char) -> Option<(u16, bool)> {
    ROWS[..6].iter().find_map(|(first, plain, shifted)| {
        let place = |row: &str| row.chars().position(|c| c == wanted);
        let found = place(plain).map(|place| (place, false)).or_else(|| place(shifted).map(|place| (place, true)))?;
        Some((first + u16::try_from(found.0).ok()?, found.1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kernel's own numbers, from a few corners of the table.
    #[test]
    fn the_keys_are_those_of_the_kernel() {
        let known = [(2, '1'), (11, '0'), (13, '='), (16, 'q'), (25, 'p'), (30, 'a'), (38, 'l'), (41, '`'), (43, '\\')];
        let more = [(44, 'z'), (50, 'm'), (53, '/'), (57, ' '), (71, '7'), (82, '0'), (83, '.'), (98, '/'), (55, '*')];
        for (key, c) in known.into_iter().chain(more) {
            assert_eq!(character(key, false), Some(c), "key {key}");
        }
        assert_eq!(character(30, true), Some('A'));
        assert_eq!(character(27, true), Some('}'));
        for (key, name) in
            [(1, "Esc"), (15, "Tab"), (28, "Enter"), (42, "Shift"), (54, "Shift"), (58, "Caps Lock"), (96, "Enter")]
        {
            assert_eq!(character(key, false), None, "{name}");
        }
        assert_eq!(pad_digit(79), Some(1));
        assert_eq!(pad_digit(2), None);
    }

    #[test]
    fn every_printable_sign_has_its_key() {
        for c in ' '..='~' {
            let (key, shift) = key_for(c).unwrap_or_else(|| panic!("{c:?} has no key"));
            assert_eq!(character(key, shift), Some(c));
        }
    }
}
