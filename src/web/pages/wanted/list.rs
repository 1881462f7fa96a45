//! The public list in the words of one language.

use crate::domain::catalogue::{Catalogue, Cut, Product, Season};
use crate::domain::wanted::{Asked, AskedSize, Level};
use crate::reports::missing::season_name;
use crate::reports::wanted::Wanted;
use crate::texts::{Lang, Message, Texts, say};
use crate::web::App;

/// What is asked for, by level.
pub(in crate::web::pages) struct List {
    pub levels: Vec<Section>,
    /// Where and when to bring things, a paragraph each.
    pub bring: Vec<String>,
    pub refuse: Vec<String>,
    pub contact: String,
    /// “Stand: 23.11.2026”; empty before the first publication.
    pub as_of: String,
}

pub(in crate::web::pages) struct Section {
    pub level: Level,
    pub title: String,
    pub wishes: Vec<Wish>,
}

pub(in crate::web::pages) struct Wish {
    pub name: String,
    /// The language of the name.
    pub lang: &'static str,
    pub picto: String,
    /// A group of sizes each: the cut's word, which may be empty, and the sizes.
    pub sizes: Vec<(String, Vec<String>)>,
    /// Winter or summer; empty for the whole year.
    pub season: String,
    /// What may only be given new: a sentence; empty else.
    pub only_new: String,
}

/// What a product is called in the reader's language, and which language that is.
pub(super) fn product_word(product: &Product, lang: Lang) -> (String, Lang) {
    let name = product.names.get(lang);
    (name.to_owned(), lang.of_name(name))
}

impl List {
    pub fn of(found: &Wanted, catalogue: &Catalogue, t: &Texts, app: &App) -> List {
        let wish = |line: &Asked| {
            let product = catalogue.product(line.product.as_str())?;
            let (name, lang) = product_word(product, t.lang());
            Some(Wish {
                name,
                lang: lang.tag(),
                picto: product.picture(),
                sizes: grouped(&line.sizes, t),
                season: match product.season {
                    Season::AllYear => String::new(),
                    season => t.say(&season_name(season)),
                },
                only_new: if product.new_only { t.desks_new_only() } else { String::new() },
            })
        };
        let section = |level: Level| Section {
            level,
            title: t.say(&level_name(level)),
            wishes: found.lines.iter().filter(|line| line.level == level).filter_map(wish).collect(),
        };
        let lines =
            |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let bring = match found.words.bring(t.lang()) {
            "" => app.giving.hours.as_str(),
            written => written,
        };
        let sections = Level::ALL.iter().map(|level| section(*level));
        List {
            levels: sections.filter(|section| !section.wishes.is_empty()).collect(),
            bring: lines(bring),
            refuse: lines(found.words.refuse(t.lang())),
            contact: app.giving.contact.clone(),
            as_of: found.as_of.map(|day| t.wanted_as_of(day)).unwrap_or_default(),
        }
    }
}

/// The sizes by cut, in their order.
pub(super) fn grouped(sizes: &[AskedSize], t: &Texts) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(Option<Cut>, Vec<String>)> = Vec::new();
    for size in sizes {
        match groups.iter_mut().find(|(cut, _)| *cut == size.cut) {
            Some((_, known)) => known.push(size.size.clone()),
            None => groups.push((size.cut, vec![size.size.clone()])),
        }
    }
    let word = |cut: Option<Cut>| cut.filter(|cut| *cut != Cut::U).map(|cut| t.say(&cut_name(cut))).unwrap_or_default();
    groups.into_iter().map(|(cut, sizes)| (word(cut), sizes)).collect()
}

/// “Kinder”, “Damen” …
pub(in crate::web::pages) fn cut_name(cut: Cut) -> Message {
    match cut {
        Cut::W => say::wanted_cut_w(),
        Cut::M => say::wanted_cut_m(),
        Cut::K => say::wanted_cut_k(),
        Cut::B => say::wanted_cut_b(),
        Cut::U => say::wanted_cut_u(),
    }
}

/// What a level is called.
pub(super) fn level_name(level: Level) -> Message {
    match level {
        Level::Urgent => say::wanted_level_urgent(),
        Level::Needed => say::wanted_level_needed(),
        Level::Enough => say::wanted_level_enough(),
    }
}
