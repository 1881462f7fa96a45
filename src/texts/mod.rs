//! Every sentence that a person reads, in every language, from the message files beside this one.
//!
//! Rules and actions give a [`Message`] (a key with arguments); a page, a terminal or the command line says it in a
//! language with [`Texts`]. The build makes one function for each text, so a missing one does not compile:
//!
//! ```
//! use gabentisch::texts::{Lang, Texts, say};
//!
//! let message = say::verdict_visit_count(3);
//! assert_eq!(Texts::of(Lang::De).say(&message), "3 Teile in diesem Besuch");
//! assert_eq!(Texts::of(Lang::En).verdict_visit_count(1), "1 piece in this visit");
//! ```

pub mod bidi;
mod fold;
mod joined;
mod money;
#[cfg(not(target_family = "wasm"))]
pub mod own;
mod slips;
pub mod weight;
mod words;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use unic_langid::langid;

pub use fold::fold;
pub use slips::{allowed_slips, slip_keys, slips};
pub use words::Words;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// A language of the house. Pages, desk and terminal speak all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    De,
    En,
    /// Ukrainian.
    Uk,
    /// Arabic.
    Ar,
}

impl Lang {
    pub const ALL: [Lang; 4] = [Lang::De, Lang::En, Lang::Uk, Lang::Ar];
    /// The languages of the pages: those that have every text.
    pub const PAGES: [Lang; 4] = Lang::ALL;

    /// The BCP 47 tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::De => "de",
            Lang::En => "en",
            Lang::Uk => "uk",
            Lang::Ar => "ar",
        }
    }

    /// The writing direction, as in `<html dir>`.
    pub fn dir(self) -> &'static str {
        if self == Lang::Ar { "rtl" } else { "ltr" }
    }

    /// Whether there are texts for every page in this language.
    pub fn is_of_pages(self) -> bool {
        Lang::PAGES.contains(&self)
    }

    /// The language's own name, for the switch.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::De => "Deutsch",
            Lang::En => "English",
            Lang::Uk => "Українська",
            Lang::Ar => "العربية",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| tag.get(..2).is_some_and(|two| two.eq_ignore_ascii_case(lang.tag())))
    }

    /// The first language of an `Accept-Language` header that the house speaks.
    pub fn from_accept(header: &str) -> Lang {
        Lang::accepted(header).next().unwrap_or_default()
    }

    /// The first language of an `Accept-Language` header that the pages speak.
    pub fn of_pages_from_accept(header: &str) -> Lang {
        Lang::accepted(header).find(|lang| lang.is_of_pages()).unwrap_or_default()
    }

    fn accepted(header: &str) -> impl Iterator<Item = Lang> + '_ {
        header.split(',').filter_map(|part| Lang::from_tag(part.trim()))
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

impl std::str::FromStr for Lang {
    type Err = ();
    fn from_str(text: &str) -> Result<Lang, ()> {
        Lang::from_tag(text).ok_or(())
    }
}

/// A text without a language yet: its key and what goes into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    id: Cow<'static, str>,
    args: Vec<(Cow<'static, str>, Arg)>,
}

/// What can stand in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    Text(String),
    Number(i64),
    Day(Date),
    Words(Words),
    Message(Box<Message>),
}

impl Message {
    fn new(id: &'static str, args: Vec<(&'static str, Arg)>) -> Message {
        Message {
            id: Cow::Borrowed(id),
            args: args.into_iter().map(|(name, arg)| (Cow::Borrowed(name), arg)).collect(),
        }
    }

    /// The key in the message files.
    /// The first number that stands in it.
    pub fn number(&self) -> Option<i64> {
        self.args.iter().find_map(|(_, arg)| if let Arg::Number(number) = arg { Some(*number) } else { None })
    }

    pub fn id(&self) -> &str {
        &self.id
    }
}

macro_rules! arg_from {
    ($($type:ty => |$value:ident| $made:expr),* $(,)?) => {
        $(impl From<$type> for Arg { fn from($value: $type) -> Arg { $made } })*
    };
}
arg_from! {
    String => |text| Arg::Text(text),
    &String => |text| Arg::Text(text.clone()),
    &&String => |text| Arg::Text((*text).clone()),
    &str => |text| Arg::Text(text.to_owned()),
    i64 => |number| Arg::Number(number),
    &i64 => |number| Arg::Number(*number),
    i32 => |number| Arg::Number(number.into()),
    &i32 => |number| Arg::Number((*number).into()),
    u32 => |number| Arg::Number(number.into()),
    usize => |number| Arg::Number(number as i64),
    &usize => |number| Arg::Number(*number as i64),
    Date => |day| Arg::Day(day),
    &Date => |day| Arg::Day(*day),
    Words => |words| Arg::Words(words),
    &Words => |words| Arg::Words(words.clone()),
    Message => |message| Arg::Message(Box::new(message)),
}

/// All texts of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    pub fn of(lang: Lang) -> &'static Texts {
        static LOADED: [OnceLock<Texts>; 4] = [const { OnceLock::new() }; 4];
        LOADED[lang as usize].get_or_init(|| {
            let source = match lang {
                Lang::De => include_str!(concat!(env!("OUT_DIR"), "/de.ftl")),
                Lang::En => include_str!(concat!(env!("OUT_DIR"), "/en.ftl")),
                Lang::Uk => include_str!(concat!(env!("OUT_DIR"), "/uk.ftl")),
                Lang::Ar => include_str!(concat!(env!("OUT_DIR"), "/ar.ftl")),
            };
            Texts::load(lang, source)
        })
    }

    fn load(lang: Lang, source: &str) -> Texts {
        let id = match lang {
            Lang::De => langid!("de"),
            Lang::En => langid!("en"),
            Lang::Uk => langid!("uk"),
            Lang::Ar => langid!("ar"),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Between Arabic words a code or a German name keeps its own direction.
        bundle.set_use_isolating(lang == Lang::Ar);
        bundle.set_formatter(Some(written_number));
        let resource = FluentResource::try_new(source.to_owned()).expect("the build has parsed the texts");
        bundle.add_resource(resource).expect("the build has found no text twice");
        Texts { lang, bundle }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message in this language, or in German when this language does not have it. A key that an older
    /// version stored and this one no longer has is shown as itself.
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(&message.id).and_then(|m| m.value()) else {
            return match self.lang {
                Lang::De => message.id.to_string(),
                _ => Texts::of(Lang::De).say(message),
            };
        };
        let mut args = FluentArgs::new();
        for (name, arg) in &message.args {
            args.set(name.as_ref(), self.value(arg));
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) if self.lang == Lang::Ar && *number > 102 => beyond_a_hundred(*number),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Day(day) => FluentValue::from(self.day(*day)),
            Arg::Words(words) => FluentValue::from(words.get(self.lang).to_owned()),
            Arg::Message(message) => FluentValue::from(self.say(message)),
        }
    }

    /// A day as people of this language write it: `12.03.2026`, `12 Mar 2026`, `12/3/2026`.
    pub fn day(&self, day: Date) -> String {
        match self.lang {
            Lang::Ar => day.strftime("%-d/%-m/%Y").to_string(),
            Lang::De | Lang::Uk => day.strftime("%d.%m.%Y").to_string(),
            Lang::En => day.strftime("%-d %b %Y").to_string(),
        }
    }

    /// The same without the year, for an axis: `12.03.`, `12 Mar`, `12/3`.
    pub fn day_short(&self, day: Date) -> String {
        match self.lang {
            Lang::Ar => day.strftime("%-d/%-m").to_string(),
            Lang::De | Lang::Uk => day.strftime("%d.%m.").to_string(),
            Lang::En => day.strftime("%-d %b").to_string(),
        }
    }

    /// The month of a day: `03.2026`, `Mar 2026`, `3/2026`.
    pub fn month(&self, day: Date) -> String {
        match self.lang {
            Lang::Ar => day.strftime("%-m/%Y").to_string(),
            Lang::De | Lang::Uk => day.strftime("%m.%Y").to_string(),
            Lang::En => day.strftime("%b %Y").to_string(),
        }
    }
}

/// The number that stands in the text, where that is another one than the number that chose the form.
fn written_number<M>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }
}

/// Arabic counts 103 as it counts 3 and 102 as it counts 100, which the rules of `intl_pluralrules` forget: the number
/// that chooses the form is a smaller one, and the one that is written stands where a currency would, which no text uses.
fn beyond_a_hundred(number: i64) -> FluentValue<'static> {
    let like = match number % 100 {
        0..=2 => 100.0,
        rest => rest as f64,
    };
    let written = FluentNumberOptions { currency: Some(number.to_string()), ..FluentNumberOptions::default() };
    FluentValue::Number(FluentNumber::new(like, written))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_said_in_every_language() {
        for lang in Lang::ALL {
            let texts = Texts::of(lang);
            for id in IDS {
                let said = texts.say(&Message { id: Cow::Borrowed(id), args: Vec::new() });
                assert_ne!(&said, id, "{lang}: {id} is only its own key");
            }
        }
    }

    /// Every form of the plural: Ukrainian has one, few and many, Arabic also none and two.
    #[test]
    fn plurals_are_those_of_the_language() {
        let said = |lang, count: usize| Texts::of(lang).verdict_visit_finished(count);
        let ukrainian =
            [1, 2, 5, 11, 21, 22, 25].map(|count| said(Lang::Uk, count).rsplit(' ').next().map(str::to_owned));
        let words = ["річ", "речі", "речей", "речей", "річ", "речі", "речей"];
        assert_eq!(ukrainian, words.map(|word| Some(word.to_owned())));
        let arabic: Vec<String> = [0, 1, 2, 3, 11, 100].iter().map(|count| said(Lang::Ar, *count)).collect();
        let says = ["أي قطعة", "قطعة واحدة", "قطعتان", "قطع", "قطعة", "قطعة"];
        for (sentence, word) in arabic.iter().zip(says) {
            assert!(sentence.ends_with(word), "{sentence}");
        }
        let hundreds = [103, 363, 1000, 1001, 1110].map(|count| Texts::of(Lang::Ar).terminal_side_people(count));
        let says = ["103 أشخاص", "363 شخصًا", "1000 شخص", "1001 شخص", "1110 أشخاص"];
        assert_eq!(hundreds.map(|said| said.replace(['\u{2068}', '\u{2069}'], "")), says);
    }

    #[test]
    fn no_text_was_left_in_german() {
        let bare = |lang, id: &'static str| {
            let args = ["count", "pieces", "items"].map(|name| (Cow::Borrowed(name), Arg::Number(5)));
            let said = Texts::of(lang).say(&Message { id: Cow::Borrowed(id), args: args.to_vec() });
            said.replace(['\u{2068}', '\u{2069}'], "")
        };
        for lang in [Lang::Uk, Lang::Ar] {
            let own = IDS.iter().filter(|id| Texts::of(lang).bundle.has_message(id) && !SAME_EVERYWHERE.contains(id));
            let german: Vec<_> = own.filter(|id| bare(lang, id) == bare(Lang::De, id)).collect();
            assert!(german.is_empty(), "{lang} says these in German: {german:?}");
        }
    }

    /// Names, keys, and frames of other words, which are the same in every language.
    const SAME_EVERYWHERE: &[&str] = &[
        "app-name",
        "desk-word-ok",
        "desks-donation-line",
        "household-look-line",
        "item-done",
        "item-with-cut",
        "item-without-size",
        "items-in-state",
        "notes-by",
        "pane-choose",
        "reach-hidden",
        "reach-range",
        "records-slip-pin",
        "sessions-closed-by",
        "sessions-hours",
        "stocktakes-day",
        "stocktakes-percent",
        "terminal-key-lock",
        "terminal-key-quit",
        "terminal-word-ok",
        "thanks-goods",
        "trial-text",
        "trust-android",
        "trust-linux",
        "trust-mac",
        "trust-windows",
        "verdict-handed-out",
        "wanted-news-line",
    ];

    #[test]
    fn a_browser_gets_a_language_of_the_pages() {
        assert_eq!(Lang::from_accept("ar-SY,en;q=0.8"), Lang::Ar);
        assert_eq!(Lang::of_pages_from_accept("tr,ar-SY;q=0.8"), Lang::Ar);
        assert_eq!(Lang::of_pages_from_accept("uk"), Lang::Uk);
        assert_eq!(Lang::of_pages_from_accept("tr"), Lang::De);
        assert_eq!((Lang::Ar.dir(), Lang::Uk.dir()), ("rtl", "ltr"));
    }

    #[test]
    fn numbers_choose_their_words() {
        assert_eq!(Texts::of(Lang::De).verdict_visit_count(1), "1 Teil in diesem Besuch");
        assert_eq!(Texts::of(Lang::En).verdict_visit_count(2), "2 pieces in this visit");
    }

    #[test]
    fn a_message_survives_storage() {
        let message = say::verdict_handed_out(Words::new("Winterjacke", "Winter jacket"));
        let stored = serde_json::to_string(&message).unwrap();
        let back: Message = serde_json::from_str(&stored).unwrap();
        assert_eq!(Texts::of(Lang::En).say(&back), Texts::of(Lang::En).say(&message));
    }
}
