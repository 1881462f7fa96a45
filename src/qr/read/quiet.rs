//! Holds the panics of decoders, foreign ones and our own: a picture that brings one down is a picture that could not be read.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static LOOKING: Cell<bool> = const { Cell::new(false) };
}

/// Runs a decoder that may panic (rqrr does so on some real photos): `None` then, and a line in the log, nothing on stderr.
pub fn quietly<T>(look: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if LOOKING.get() {
                tracing::warn!("a reader of pictures gave up: {info}");
            } else {
                usual(info);
            }
        }));
    });
    let before = LOOKING.replace(true);
    let seen = panic::catch_unwind(AssertUnwindSafe(look));
    LOOKING.set(before);
    seen.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_the_look_and_nothing_else() {
        assert_eq!(quietly(|| -> u8 { panic!("as the decoder does") }), None);
        assert_eq!(quietly(|| quietly(|| -> u8 { panic!("inner") }).is_none()), Some(true));
        assert!(!LOOKING.get());
    }
}
