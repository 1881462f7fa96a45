//! How pages look in this browser: light, dark or as the machine says, with strong contrasts or as the machine says.

use actix_web::HttpRequest;

/// The cookie with the choice: a word or two, such as `dark.strong`.
pub(super) const LOOK_COOKIE: &str = "look";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the machine says.
    #[default]
    Auto,
    Light,
    Dark,
}

/// A choice of this browser, not of a person: a desk in the sun needs another one than the same person's phone at night.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub scheme: Scheme,
    /// Strong contrasts, whatever the machine says.
    pub strong: bool,
}

impl Look {
    /// The look that the browser remembers; an unknown word is no choice.
    pub(super) fn of(req: &HttpRequest) -> Look {
        req.cookie(LOOK_COOKIE).map(|cookie| Look::read(cookie.value())).unwrap_or_default()
    }

    fn read(text: &str) -> Look {
        let mut look = Look::default();
        for word in text.split('.') {
            match word {
                "light" => look.scheme = Scheme::Light,
                "dark" => look.scheme = Scheme::Dark,
                "strong" => look.strong = true,
                _ => {}
            }
        }
        look
    }

    /// What the cookie keeps.
    pub(super) fn words(self) -> String {
        let strong = if self.strong { ".strong" } else { "" };
        format!("{}{strong}", self.scheme.word())
    }

    /// For the page's `color-scheme`, which colours what the browser draws itself.
    pub fn schemes(self) -> &'static str {
        match self.scheme {
            Scheme::Auto => "light dark",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    /// The media for which the dark tokens count. Paper is always light.
    pub fn dark_for(self) -> &'static str {
        match self.scheme {
            Scheme::Auto => "screen and (prefers-color-scheme: dark)",
            Scheme::Light => "not all",
            Scheme::Dark => "screen",
        }
    }

    /// The media for which the tokens with strong contrasts count.
    pub fn contrast_for(self) -> &'static str {
        if self.strong { "all" } else { "(prefers-contrast: more)" }
    }
}

impl Scheme {
    pub const ALL: [Scheme; 3] = [Scheme::Auto, Scheme::Light, Scheme::Dark];

    pub fn word(self) -> &'static str {
        match self {
            Scheme::Auto => "auto",
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    pub fn from_word(word: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_survives_its_cookie_and_nonsense_is_none() {
        for scheme in Scheme::ALL {
            for strong in [false, true] {
                let look = Look { scheme, strong };
                assert_eq!(Look::read(&look.words()), look);
            }
        }
        assert_eq!(Look::read("<script>"), Look::default());
    }
}
