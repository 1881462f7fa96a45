//! Which language the terminal speaks: that of the badge that signed on, until then the one it was started with.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::state::Machine;
use crate::texts::Lang;

/// Shared by the screen, which says things, and the client, which asks the server to say them.
#[derive(Clone, Debug)]
pub struct Tongue {
    begins_with: Lang,
    /// The Linux console neither has Arabic letters nor joins them.
    can_arabic: bool,
    /// Place in [`Lang::ALL`].
    spoken: Arc<AtomicUsize>,
}

impl Tongue {
    pub fn new(begins_with: Lang) -> Tongue {
        let is_console = std::env::var("TERM").is_ok_and(|term| term == "linux");
        Tongue::on(begins_with, !is_console)
    }

    fn on(begins_with: Lang, can_arabic: bool) -> Tongue {
        let tongue = Tongue { begins_with, can_arabic, spoken: Arc::default() };
        tongue.speak(begins_with);
        tongue
    }

    /// Speaks to whoever stands at this machine from now on.
    pub fn follow(&self, machine: &Machine) {
        self.speak(machine.badge_lang().unwrap_or(self.begins_with));
    }

    fn speak(&self, lang: Lang) {
        let lang = if lang == Lang::Ar && !self.can_arabic { Lang::En } else { lang };
        let place = Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default();
        self.spoken.store(place, Ordering::Relaxed);
    }

    pub fn lang(&self) -> Lang {
        Lang::ALL.get(self.spoken.load(Ordering::Relaxed)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_console_without_arabic_speaks_english() {
        assert_eq!(Tongue::on(Lang::Ar, true).lang(), Lang::Ar);
        assert_eq!(Tongue::on(Lang::Ar, false).lang(), Lang::En);
        assert_eq!(Tongue::on(Lang::Uk, false).lang(), Lang::Uk, "the console has Cyrillic letters");
    }

    #[test]
    fn both_ends_hear_the_same() {
        let tongue = Tongue::on(Lang::En, true);
        let other = tongue.clone();
        tongue.speak(Lang::Uk);
        assert_eq!(other.lang(), Lang::Uk);
    }
}
