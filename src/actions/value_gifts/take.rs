//! Lines from what was scanned in: pieces of one product, cut, size and condition make a group. New goods of a group are
//! alike and share one line; used ones each get their own, because no two are worth the same (law reference 1.3).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{blank, next_position};
use crate::actions::deeds::Doing;
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::{Catalogue, Cut, ProductCode};
use crate::domain::deed::{GiftUndoing, Undoing};
use crate::domain::item::Condition;
use crate::domain::rights::Right;
use crate::domain::{DeedId, DonationId, ItemId, ValueLineId};
use crate::store::items::ItemRow;
use crate::store::value_lines::{self, ValueLineRow};
use crate::store::{Db, donations};
use crate::texts::{Lang, Message, Texts, say};

/// Pieces that are not on any line yet and look the same in the catalogue.
#[derive(Clone, Debug)]
pub struct Group {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub condition: Condition,
    /// Pieces, and under how many labels they lie.
    pub pieces: i64,
    pub items: Vec<ItemRow>,
}

impl Group {
    /// The word that names it in a form.
    pub fn key(&self) -> String {
        let cut = self.cut.map(|cut| cut.to_string()).unwrap_or_default();
        format!("{}|{cut}|{}|{}", self.product, self.size.as_deref().unwrap_or_default(), self.condition)
    }

    /// Whether its pieces are alike by themselves: new goods, or one lot.
    pub fn is_alike(&self) -> bool {
        self.condition == Condition::New || self.items.len() == 1
    }
}

/// Which groups are taken.
#[derive(Clone, Debug)]
pub enum Take {
    All,
    /// One, by its key; `alike`: whoever looked at the pieces says that each is like the others.
    One {
        key: String,
        alike: bool,
    },
}

/// What was scanned in and is on no line yet, by product.
///
/// # Errors
/// When the database cannot be read.
pub fn groups(db: &mut Db, donation: DonationId) -> Result<Vec<Group>, ActionError> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for item in value_lines::free_items(db, donation)? {
        let alone = Group {
            product: item.product_code.clone(),
            cut: item.cut,
            size: item.size.clone(),
            condition: item.item_condition,
            pieces: 0,
            items: Vec::new(),
        };
        let group = groups.entry(alone.key()).or_insert(alone);
        group.pieces += i64::from(item.quantity);
        group.items.push(item);
    }
    Ok(groups.into_values().collect())
}

/// Makes lines of groups, without any value. Gives how many lines that are.
///
/// # Errors
/// Without the right, for too many lines, or when the group was taken by somebody else meanwhile.
pub fn take(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    what: Take,
) -> Result<(usize, DeedId), ActionError> {
    actor.must(Right::ValueGifts)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let gift = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
        let mut chosen = groups(db, donation)?;
        let mut said_alike = false;
        if let Take::One { key, alike } = &what {
            chosen.retain(|group| group.key() == *key);
            said_alike = *alike;
        }
        if chosen.is_empty() {
            return Err(ActionError::Refused(say::values_error_taken()));
        }
        let catalogue = in_house.catalogue();
        let mut lines: Vec<(&Group, Vec<&ItemRow>)> = Vec::new();
        for group in &chosen {
            if group.is_alike() || said_alike {
                lines.push((group, group.items.iter().collect()));
            } else {
                lines.extend(group.items.iter().map(|item| (group, vec![item])));
            }
        }
        let first = next_position(db, donation, lines.len())?;
        let mut ids = Vec::new();
        for (at, (group, items)) in lines.into_iter().enumerate() {
            let id = ValueLineId(in_house.uuid());
            let pieces: i64 = items.iter().map(|item| i64::from(item.quantity)).sum();
            let quantity = i32::try_from(pieces).unwrap_or(i32::MAX);
            let position = first.saturating_add(i32::try_from(at).unwrap_or(i32::MAX));
            let row = ValueLineRow {
                description: description(&catalogue, group),
                product_code: Some(group.product.clone()),
                quantity,
                identical: quantity > 1,
                condition: Some(group.condition),
                ..blank(id, donation, position, &gift)
            };
            value_lines::insert(db, &row)?;
            let pieces: Vec<ItemId> = items.iter().map(|item| item.id).collect();
            value_lines::put_items(db, id, &pieces)?;
            ids.push(id);
        }
        let made = ids.len();
        let undo = Undoing::Gift { gift: Box::new(GiftUndoing::LinesMade { ids }) };
        Ok((made, doing.note(db, &say::values_lines_taken(made), donation, Some(&undo))?))
    })
}

/// “Winterjacke Gr. 104, Kinder”, in German, as the tax office reads it.
fn description(catalogue: &Catalogue, group: &Group) -> String {
    let t = Texts::of(Lang::De);
    let name = match catalogue.product(group.product.as_str()) {
        Some(product) => match &group.size {
            Some(size) => t.item_with_size(&product.names, size),
            None => t.item_without_size(&product.names),
        },
        None => group.product.to_string(),
    };
    match group.cut.filter(|cut| *cut != Cut::U) {
        Some(cut) => format!("{name}, {}", t.say(&cut_word(cut))),
        None => name,
    }
}

fn cut_word(cut: Cut) -> Message {
    match cut {
        Cut::W => say::wanted_cut_w(),
        Cut::M => say::wanted_cut_m(),
        Cut::K => say::wanted_cut_k(),
        Cut::B => say::wanted_cut_b(),
        Cut::U => say::wanted_cut_u(),
    }
}
