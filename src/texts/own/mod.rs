//! What a household reads about itself, in twelve languages. One file of texts for each language lies beside this one; the
//! plain German file says which texts and arguments there are. Not in the browser's desk, which only the staff uses.
//!
//! ```
//! use gabentisch::texts::own::{OwnTexts, Tongue};
//!
//! let t = OwnTexts::of(Tongue::Tr);
//! assert_eq!(t.own_pieces(3), "3 parça");
//! ```

mod days;
#[cfg(test)]
mod tests;
mod tongue;
mod words;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use super::{Arg, Message};

pub use tongue::Tongue;
pub use words::{group_word, in_languages_of_staff, product_word};

include!(concat!(env!("OUT_DIR"), "/own.rs"));

/// All texts for households in one language.
pub struct OwnTexts {
    tongue: Tongue,
    bundle: FluentBundle<FluentResource>,
}

impl OwnTexts {
    pub fn of(tongue: Tongue) -> &'static OwnTexts {
        static LOADED: [OnceLock<OwnTexts>; 12] = [const { OnceLock::new() }; 12];
        LOADED[tongue as usize].get_or_init(|| OwnTexts::load(tongue, source(tongue)))
    }

    fn load(tongue: Tongue, source: &str) -> OwnTexts {
        let mut bundle = FluentBundle::new_concurrent(vec![plural_rules(tongue)]);
        // Between words from right to left a size or a code keeps its own direction.
        bundle.set_use_isolating(tongue.is_rtl());
        bundle.set_formatter(Some(super::written_number));
        let resource = FluentResource::try_new(source.to_owned()).expect("the build has parsed the texts");
        bundle.add_resource(resource).expect("the build has found no text twice");
        OwnTexts { tongue, bundle }
    }

    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// The message in this language, or in plain German when this language does not have it yet. A key that an older
    /// version stored and this one no longer has is shown as itself.
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(&message.id).and_then(|found| found.value()) else {
            return match self.tongue {
                Tongue::Plain => message.id.to_string(),
                _ => OwnTexts::of(Tongue::Plain).say(message),
            };
        };
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(name.as_ref(), self.value(arg));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) if self.tongue == Tongue::Ar && *number > 102 => super::beyond_a_hundred(*number),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Day(day) => FluentValue::from(self.day(*day)),
            Arg::Words(words) => FluentValue::from(words.get(self.tongue.lang()).to_owned()),
            Arg::Message(message) => FluentValue::from(self.say(message)),
        }
    }
}

/// The language whose rules choose the form for a number. `intl_pluralrules` (Unicode CLDR 37) knows all twelve, plain
/// German as German: a private tag is no language of its own. A language that it did not know would count like English,
/// one and other.
fn plural_rules(tongue: Tongue) -> LanguageIdentifier {
    match tongue {
        Tongue::Plain => langid!("de"),
        Tongue::Uk => langid!("uk"),
        Tongue::Ar => langid!("ar"),
        Tongue::Fa => langid!("fa"),
        Tongue::Ru => langid!("ru"),
        Tongue::Tr => langid!("tr"),
        Tongue::Ku => langid!("ku"),
        Tongue::Ps => langid!("ps"),
        Tongue::En => langid!("en"),
        Tongue::Ti => langid!("ti"),
        Tongue::So => langid!("so"),
        Tongue::Fr => langid!("fr"),
    }
}

fn source(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Plain => include_str!("de-x-simple.ftl"),
        Tongue::Uk => include_str!("uk.ftl"),
        Tongue::Ar => include_str!("ar.ftl"),
        Tongue::Fa => include_str!("fa.ftl"),
        Tongue::Ru => include_str!("ru.ftl"),
        Tongue::Tr => include_str!("tr.ftl"),
        Tongue::Ku => include_str!("ku.ftl"),
        Tongue::Ps => include_str!("ps.ftl"),
        Tongue::En => include_str!("en.ftl"),
        Tongue::Ti => include_str!("ti.ftl"),
        Tongue::So => include_str!("so.ftl"),
        Tongue::Fr => include_str!("fr.ftl"),
    }
}
