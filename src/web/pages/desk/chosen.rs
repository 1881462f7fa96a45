//! What the next piece will be: chosen with buttons, found by words, or stuck from the piece before.

use serde::Deserialize;

use crate::actions::scan::Said;
use crate::actions::{ActionError, House};
use crate::domain::catalogue::{Cut, Product};
use crate::domain::desk::Fields;
use crate::domain::sizes::Sizes;
use crate::store::labels;

/// As many other products as a search offers.
const OTHERS: usize = 6;

/// What the next piece will be, as the form carries it from page to page.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(in crate::web) struct Chosen {
    pub(super) product: String,
    pub(super) cut: String,
    pub(super) size: String,
    pub(super) condition: String,
    pub(super) donation: String,
    pub(super) quantity: String,
    pub(super) q: String,
}

impl Chosen {
    /// What sticks at the desk.
    pub(super) fn of(house: &House, fields: &Fields) -> Result<Chosen, ActionError> {
        let donation = match fields.donation {
            Some(id) => house.store().read(|db| labels::bound_to(db, &id.to_string()))?,
            None => None,
        };
        Ok(Chosen {
            product: fields.product.as_ref().map_or_else(String::new, ToString::to_string),
            cut: fields.cut.map_or_else(String::new, |cut| cut.to_string()),
            size: fields.size.clone().unwrap_or_default(),
            condition: fields.condition.map_or_else(String::new, |condition| condition.to_string()),
            donation: donation.map_or_else(String::new, |code| code.to_string()),
            quantity: String::new(),
            q: String::new(),
        })
    }

    /// What a form or an address carried along, field by field.
    pub(super) fn carried(field: impl Fn(&str) -> String) -> Chosen {
        Chosen {
            product: field("product"),
            cut: field("cut"),
            size: field("size"),
            condition: field("condition"),
            donation: field("donation"),
            quantity: String::new(),
            q: String::new(),
        }
    }

    /// What the scan says: every field, so that an empty one forgets what stuck.
    pub(super) fn said(&self) -> Said {
        let word = |text: &String| Some(text.trim().to_owned());
        Said {
            product: word(&self.product),
            cut: word(&self.cut),
            size: word(&self.size),
            condition: word(&self.condition),
            donation: word(&self.donation),
            location: None,
        }
    }

    /// Takes the best product that the words lead to and gives the others.
    pub(super) fn search(&mut self, house: &House, words: &str) -> Vec<(String, String)> {
        let catalogue = house.catalogue();
        let mut found = catalogue
            .find(words, Sizes::shipped())
            .into_iter()
            .map(|hit| (hit.product.code.to_string(), hit.size.map_or_else(String::new, |size| size.to_string())));
        words.clone_into(&mut self.q);
        if let Some((product, size)) = found.next() {
            self.choose(house, &product, &size);
            self.q.clear();
        } else {
            self.product.clear();
        }
        found.take(OTHERS).collect()
    }

    /// Another product forgets cut, size and condition. The cut follows from the size where only one is possible.
    pub(super) fn choose(&mut self, house: &House, product: &str, size: &str) {
        *self = Chosen {
            product: product.to_owned(),
            size: size.to_owned(),
            donation: std::mem::take(&mut self.donation),
            ..Chosen::default()
        };
        let catalogue = house.catalogue();
        if let Some(known) = catalogue.product(product) {
            self.cut = only_cut(known, size).map_or_else(String::new, |cut| cut.to_string());
        }
    }

    /// Does what a button of the page says. `false` when it is none of them.
    pub(super) fn press(&mut self, house: &House, action: &str) -> bool {
        let Some((field, value)) = action.split_once(':') else { return false };
        match field {
            "product" => {
                let (product, size) = value.split_once(':').unwrap_or((value, ""));
                self.choose(house, product, size);
            }
            // Sizes of another cut do not fit any more.
            "cut" if self.cut != value => {
                let before = std::mem::replace(&mut self.cut, value.to_owned()).parse().ok();
                let catalogue = house.catalogue();
                let stays = catalogue
                    .product(&self.product)
                    .is_some_and(|product| Sizes::shipped().stays(product, before, self.cut.parse().ok(), &self.size));
                if !stays {
                    self.size.clear();
                }
            }
            "size" => value.clone_into(&mut self.size),
            "condition" => value.clone_into(&mut self.condition),
            _ => {}
        }
        true
    }
}

/// The cut, when the product comes in only one that can have this size.
fn only_cut(product: &Product, size: &str) -> Option<Cut> {
    let system = Sizes::shipped().read(product, None, size).map(|size| size.system());
    let fits = |cut: &&Cut| system.is_none_or(|system| system.suits(**cut) && **cut != Cut::U);
    let mut cuts = if product.cuts.len() == 1 { product.cuts.iter().collect() } else { Vec::new() };
    if cuts.is_empty() && system.is_some() {
        cuts = product.cuts.iter().filter(fits).collect();
    }
    match cuts[..] {
        [only] => Some(*only),
        _ => None,
    }
}
