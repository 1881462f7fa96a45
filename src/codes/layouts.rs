//! Keyboard layouts of the computers that a scanner may be plugged into.
//!
//! A scanner sends key positions of an American keyboard. The computer turns them into characters by its own layout, and
//! Caps Lock may shift the digits too (it does on German Windows). Each table gives the two characters of every key, so
//! that the key, and with it the American character, can be found again from either of them.

/// The characters that one layout puts on the keys, unshifted and shifted, in the order of [`AMERICAN`].
#[derive(Debug)]
pub struct Layout {
    pub name: &'static str,
    unshifted: [&'static str; 4],
    shifted: [&'static str; 4],
}

/// The keys in the order of the tables, as an American keyboard types them.
const AMERICAN: [&str; 4] = ["`1234567890-=", "QWERTYUIOP[]\\", "ASDFGHJKL;'", "ZXCVBNM,./"];

/// The layouts whose typing has to be undone. British, Polish, Spanish, Italian and Turkish keyboards leave all
/// characters of our alphabet as they are.
pub const LAYOUTS: [Layout; 5] = [
    Layout {
        name: "de",
        unshifted: ["^1234567890ß´", "qwertzuiopü+#", "asdfghjklöä", "yxcvbnm,.-"],
        shifted: ["°!\"§$%&/()=?`", "QWERTZUIOPÜ*'", "ASDFGHJKLÖÄ", "YXCVBNM;:_"],
    },
    Layout {
        name: "ch",
        unshifted: ["§1234567890'^", "qwertzuiopü¨$", "asdfghjklöä", "yxcvbnm,.-"],
        shifted: ["°+\"*ç%&/()=?`", "QWERTZUIOPè!£", "ASDFGHJKLéà", "YXCVBNM;:_"],
    },
    Layout {
        name: "fr",
        unshifted: ["²&é\"'(-è_çà)=", "azertyuiop^$*", "qsdfghjklmù", "wxcvbn,;:!"],
        shifted: ["~1234567890°+", "AZERTYUIOP¨£µ", "QSDFGHJKLM%", "WXCVBN?./§"],
    },
    Layout {
        name: "cz",
        unshifted: [";+ěščřžýáíé=´", "qwertzuiopú)¨", "asdfghjklů§", "yxcvbnm,.-"],
        shifted: ["°1234567890%ˇ", "QWERTZUIOP/('", "ASDFGHJKL\"!", "YXCVBNM?:_"],
    },
    Layout {
        name: "hu",
        unshifted: ["0123456789öüó", "qwertzuiopőúű", "asdfghjkléá", "yxcvbnm,.-"],
        shifted: ["§'\"+!%/=()ÖÜÓ", "QWERTZUIOPŐÚŰ", "ASDFGHJKLÉÁ", "YXCVBNM?:_"],
    },
];

impl Layout {
    /// The American character of the key on which this layout has `typed`, whatever Shift and Caps Lock did to it.
    pub fn undo(&self, typed: char) -> Option<char> {
        let folded = typed.to_lowercase().next()?;
        for (row, american) in AMERICAN.iter().enumerate() {
            let keys = self.unshifted[row].chars().zip(self.shifted[row].chars()).zip(american.chars());
            for ((plain, shifted), key) in keys {
                if typed == plain || typed == shifted || folded == plain {
                    return Some(key);
                }
            }
        }
        None
    }
}
