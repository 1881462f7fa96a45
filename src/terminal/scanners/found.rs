//! `--scanner auto`: which keyboards are scanners.
//!
//! To the computer a scanner is a keyboard, so it is known by its maker's USB number, or by a word in its name that no
//! keyboard has. Cheap ones give themselves a keyboard's name; such a device is taken only when another, real keyboard
//! stays with the computer: the only keyboard is never grabbed, and what is not taken just types, as a scanner without
//! `--scanner` does.

use std::path::PathBuf;

/// A device that sends keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub path: PathBuf,
    /// The kernel's name and that of the link under `/dev/input/by-id`.
    pub name: String,
    /// The USB number of the maker.
    pub vendor: u16,
    /// Letters, digits and Enter: what a label needs. A mouse or a volume button has them not.
    pub types: bool,
    /// Whether it has a lasting name under `/dev/input/by-id`; only such a one is offered.
    pub is_lasting: bool,
}

/// Makers of scanners and of nothing that people type on (usb.ids): Symbol and Zebra, Metrologic and Honeywell, PSC and
/// Datalogic, Hand Held Products, Opticon, Intermec, Code Corporation, Newland.
const MAKERS: [u16; 9] = [0x05e0, 0x0c2e, 0x05f9, 0x080c, 0x0536, 0x065a, 0x067e, 0x11fa, 0x1eab];
const WORDS: [&str; 6] = ["barcode", "bar code", "bar_code", "scanner", "scan key", "scan_key"];
/// Names by which cheap scanners call themselves, and a keyboard might.
const LIKELY: [&str; 5] = ["hidkeyboard", "hid keyboard", "hid_keyboard", "hid kbw", "hid_kbw"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Guess {
    Scanner,
    Likely,
    Keyboard,
}

fn guess(about: &About) -> Guess {
    let name = about.name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    match () {
        () if MAKERS.contains(&about.vendor) || has(&WORDS) => Guess::Scanner,
        () if has(&LIKELY) => Guess::Likely,
        () => Guess::Keyboard,
    }
}

/// The scanners among all devices that send keys, in the order of their names.
pub fn scanners(all: &[About]) -> Vec<PathBuf> {
    let typing = || all.iter().filter(|about| about.types);
    let has_keyboard = typing().any(|about| guess(about) == Guess::Keyboard);
    let is_wanted = |about: &&About| match guess(about) {
        Guess::Scanner => true,
        Guess::Likely => has_keyboard,
        Guess::Keyboard => false,
    };
    let mut paths: Vec<PathBuf> =
        typing().filter(|about| about.is_lasting).filter(is_wanted).map(|about| about.path.clone()).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(path: &str, name: &str, vendor: u16) -> About {
        About { path: path.into(), name: name.into(), vendor, types: true, is_lasting: true }
    }

    #[test]
    fn scanners_are_told_from_keyboards() {
        let zebra = about("/b/zebra", "Symbol Technologies, Inc, 2008 Symbol Bar Code Scanner", 0x05e0);
        let named = about("/b/named", "Some BARCODE reader", 0x1234);
        let cheap = about("/b/cheap", "TMS HIDKeyBoard", 0x1234);
        let keyboard = about("/b/keyboard", "Cherry GmbH Keyboard", 0x046a);
        let button = About { types: false, ..about("/b/button", "Symbol scanner's volume", 0x05e0) };
        let passing = About { is_lasting: false, ..about("/dev/input/event7", "AT keyboard", 0) };
        let paths = |all: &[&About]| scanners(&all.iter().map(|about| (*about).clone()).collect::<Vec<_>>());
        assert_eq!(paths(&[&zebra, &named, &keyboard, &button]), [named.path.clone(), zebra.path.clone()]);
        assert_eq!(paths(&[&cheap]), Vec::<PathBuf>::new(), "the only keyboard is left alone");
        assert_eq!(paths(&[&cheap, &zebra]), std::slice::from_ref(&zebra.path), "a scanner is no second keyboard");
        assert_eq!(paths(&[&cheap, &keyboard]), std::slice::from_ref(&cheap.path));
        assert_eq!(paths(&[&cheap, &passing]), std::slice::from_ref(&cheap.path), "a laptop's own keyboard counts");
        assert_eq!(paths(&[&keyboard]), Vec::<PathBuf>::new());
        assert_eq!(paths(&[&zebra]), std::slice::from_ref(&zebra.path), "it is certainly no keyboard");
    }
}
