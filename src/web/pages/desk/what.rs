//! Saying what pieces are: the product with its choices and the running donation, for one label or for all of a photo.

use super::chosen::Chosen;
use crate::actions::{ActionError, House};
use crate::codes::Code;
use crate::domain::catalogue::{Cut, Product};
use crate::domain::item::Condition;
use crate::domain::sizes::Sizes;
use crate::store::donations;
use crate::texts::{Message, Texts, say};
use crate::web::pages::households::cut_word;

/// As many sizes as buttons, donations as a list.
const MOST_SIZES: usize = 40;
const DONATIONS: i64 = 60;
/// As many characters of a gift's description as stand in that list.
const MOST_TOLD: usize = 40;

/// What `desk/what.html` shows.
pub(super) struct What {
    /// The id of the form that its fields and buttons belong to.
    pub(super) form: &'static str,
    pub(super) chosen: Chosen,
    pub(super) product: Option<ProductView>,
    pub(super) others: Vec<Other>,
    pub(super) nothing_found: bool,
    pub(super) donations: Vec<Pick>,
}

pub(super) struct ProductView {
    /// “Winterjacke · Kinder · 104”.
    pub(super) piece: String,
    pub(super) name: String,
    pub(super) picto: String,
    pub(super) group: String,
    pub(super) check: String,
    pub(super) new_only: bool,
    /// The same number is a women's, a men's and a baby's size: nothing to choose before the cut.
    pub(super) cut_first: bool,
    pub(super) cuts: Vec<Pick>,
    pub(super) sizes: Vec<Pick>,
    pub(super) conditions: Vec<Pick>,
}

/// A button that chooses, or an entry of a list.
pub(super) struct Pick {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

pub(super) struct Other {
    pub(super) value: String,
    pub(super) name: String,
}

impl What {
    pub(super) fn of(
        house: &House,
        form: &'static str,
        chosen: Chosen,
        others: Vec<(String, String)>,
        t: &Texts,
    ) -> Result<What, ActionError> {
        let catalogue = house.catalogue();
        let known = catalogue.product(&chosen.product);
        let donations = house.store().read(|db| donations::open(db, DONATIONS))?;
        let donations = donations.into_iter().map(|(code, donor, day, description)| Pick {
            chosen: chosen.donation == code.as_str(),
            value: code.to_string(),
            // Somebody may give twice on a day: what it is tells the gifts apart, or the code on the bag.
            label: t.dotted([t.desks_donation_line(donor, day.0), told_apart(code, &description)]),
        });
        Ok(What {
            form,
            product: known.map(|product| view(t, product, &chosen, catalogue.group_words(product).get(t.lang()))),
            others: others
                .into_iter()
                .filter_map(|(code, size)| {
                    let name = catalogue.product(&code)?.names.get(t.lang());
                    Some(Other {
                        value: format!("product:{code}:{size}"),
                        name: if size.is_empty() { name.to_owned() } else { t.item_with_size(name, &size) },
                    })
                })
                .collect(),
            nothing_found: !chosen.q.is_empty() && known.is_none(),
            donations: donations.collect(),
            chosen,
        })
    }
}

/// The beginning of what was written of a gift; its code where nothing was.
fn told_apart(code: Code, description: &str) -> String {
    let begins: String = description.chars().take(MOST_TOLD).collect();
    match begins.trim() {
        "" => code.printed(),
        told if told.len() < description.trim().len() => format!("{told}…"),
        told => told.to_owned(),
    }
}

/// “Winterjacke · Kinder · 104”.
fn piece_name(t: &Texts, product: &Product, chosen: &Chosen) -> String {
    let mut parts = vec![product.names.get(t.lang()).to_owned()];
    parts.extend(chosen.cut.parse().ok().filter(|cut| *cut != Cut::U).map(|cut| t.say(&cut_word(cut))));
    parts.extend(Some(chosen.size.clone()).filter(|size| !size.is_empty()));
    t.dotted(parts)
}

fn view(t: &Texts, product: &Product, chosen: &Chosen, group: &str) -> ProductView {
    let cut: Option<Cut> = chosen.cut.parse().ok();
    let pick = |value: String, label: String, chosen: bool| Pick { value, label, chosen };
    let cuts = product.cuts.iter().map(|known| pick(known.to_string(), t.say(&cut_word(*known)), cut == Some(*known)));
    let mut labels: Vec<String> =
        Sizes::shipped().choices(product, cut).iter().map(ToString::to_string).take(MOST_SIZES).collect();
    let distinct: std::collections::BTreeSet<_> = labels.iter().collect();
    let cut_first = cut.is_none() && distinct.len() < labels.len();
    if cut_first {
        labels.clear();
    }
    if !chosen.size.is_empty() && !labels.contains(&chosen.size) {
        labels.push(chosen.size.clone());
    }
    let none = pick(String::new(), t.desks_size_none(), chosen.size.is_empty());
    let sizes = labels.into_iter().map(|label| pick(label.clone(), label.clone(), label == chosen.size));
    let condition = chosen.condition.parse().unwrap_or(Condition::Good);
    let conditions =
        Condition::ALL.iter().map(|known| pick(known.to_string(), t.say(&condition_word(*known)), *known == condition));
    ProductView {
        piece: piece_name(t, product, chosen),
        name: product.names.get(t.lang()).to_owned(),
        picto: product.picture(),
        group: group.to_owned(),
        check: product.check.as_ref().map_or_else(String::new, |check| t.desks_please_check(check)),
        new_only: product.new_only,
        cut_first,
        cuts: if product.cuts.len() > 1 { cuts.collect() } else { Vec::new() },
        sizes: if product.is_sized() && !(cut_first && chosen.size.is_empty()) {
            std::iter::once(none).chain(sizes).collect()
        } else {
            Vec::new()
        },
        conditions: conditions.collect(),
    }
}

fn condition_word(condition: Condition) -> Message {
    match condition {
        Condition::New => say::desks_condition_new(),
        Condition::Good => say::desks_condition_good(),
        Condition::Worn => say::desks_condition_worn(),
        Condition::NeedsCare => say::desks_condition_needs_care(),
    }
}
