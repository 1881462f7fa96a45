//! Lines from what was scanned in: pieces of one product, cut, size and condition make a group. New goods of a group are
//! alike and share one line; used ones each get their own, because no two are worth the same (law reference 1.3). Where a line
//! was written before anything was scanned, pieces belong to that one and to no second.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{blank, next_position};
use crate::actions::deeds::Doing;
use crate::actions::{ActionError, Actor, House};
use crate::codes::Code;
use crate::domain::catalogue::{Catalogue, Cut, ProductCode};
use crate::domain::deed::{GiftUndoing, Undoing};
use crate::domain::item::Condition;
use crate::domain::rights::Right;
use crate::domain::{DeedId, DonationId, ItemId, ValueLineId};
use crate::store::items::{self, ItemRow};
use crate::store::value_lines::{self, OnLines, ValueLineRow};
use crate::store::{Db, donations};
use crate::texts::{Lang, Message, Texts, say};

/// Pieces that are not on any line yet and look the same in the catalogue.
#[derive(Clone, Debug)]
pub struct Group {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub condition: Condition,
    pub pieces: i64,
    /// One for each label.
    pub units: Vec<Unit>,
    /// Lines that speak of such pieces and stand for more than are on them, the likeliest first. A new line would count
    /// twice what they say.
    pub places: Vec<Place>,
}

/// What one label stands for: a piece, or a lot with the parts that were taken from it. They go on a line together.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The lot's own label, where these are parts of one.
    pub label: Option<Code>,
    pub items: Vec<ItemRow>,
    /// Pieces of the group.
    pub pieces: i64,
    /// Pieces that a line would get: parts that look different, or were sold since, hang on their lot too.
    pub weight: i64,
}

impl Unit {
    /// What names it in a form.
    pub fn id(&self) -> Option<ItemId> {
        self.items.first().map(|item| item.id)
    }

    fn ids(&self) -> impl Iterator<Item = ItemId> {
        self.items.iter().map(|item| item.id)
    }
}

/// A line with room for pieces of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: ValueLineId,
    /// Its place among the lines, from 1.
    pub number: usize,
    pub description: String,
    /// Pieces that it stands for and that are not on it.
    pub room: i64,
    /// Pieces of the group that would be put there: whole labels, as many as there is room for.
    pub fits: i64,
}

impl Group {
    /// The word that names it in a form.
    pub fn key(&self) -> String {
        let cut = self.cut.map(|cut| cut.to_string()).unwrap_or_default();
        format!("{}|{cut}|{}|{}", self.product, self.size.as_deref().unwrap_or_default(), self.condition)
    }

    /// Whether its pieces are alike by themselves: new goods, or one lot.
    pub fn is_alike(&self) -> bool {
        self.condition == Condition::New || self.units.len() == 1
    }

    /// Whether it does not matter which of its pieces go on this line: they are alike, or all of them belong there and
    /// nowhere else.
    pub fn goes_whole(&self, place: &Place) -> bool {
        let weight: i64 = self.units.iter().map(|unit| unit.weight).sum();
        self.is_alike() || self.places.len() == 1 && weight <= place.room
    }

    /// The labels that go on a line with so much room, and how many pieces they stand for.
    fn fitting(&self, room: i64) -> (Vec<ItemId>, i64) {
        let (mut items, mut pieces) = (Vec::new(), 0);
        for unit in &self.units {
            let more = pieces + unit.weight;
            if more <= room {
                items.extend(unit.ids());
                pieces = more;
            }
        }
        (items, pieces)
    }

    /// The label that was chosen, if the line has room for it.
    fn chosen(&self, item: ItemId, room: i64) -> Option<(Vec<ItemId>, i64)> {
        let unit = self.units.iter().find(|unit| unit.id() == Some(item))?;
        Some(if unit.weight <= room { (unit.ids().collect(), unit.weight) } else { (Vec::new(), 0) })
    }
}

/// Which groups are taken.
#[derive(Clone, Debug)]
pub enum Take {
    /// All of which no line speaks yet.
    All,
    /// One, by its key; `alike`: whoever looked at the pieces says that each is like the others.
    One { key: String, alike: bool },
}

/// What was scanned in and is on no line yet, by product.
///
/// # Errors
/// When the database cannot be read.
pub fn groups(db: &mut Db, catalogue: &Catalogue, donation: DonationId) -> Result<Vec<Group>, ActionError> {
    let lines = value_lines::of_donation(db, donation)?;
    let on_lines = value_lines::pieces_on_lines(db, donation)?;
    let hanging = OnLines::of_donation(db, donation)?;
    let bare = value_lines::bare_items(db, donation)?;
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for item in value_lines::free_items(db, donation)? {
        let alone = Group {
            product: item.product_code.clone(),
            cut: item.cut,
            size: item.size.clone(),
            condition: item.item_condition,
            pieces: 0,
            units: Vec::new(),
            places: Vec::new(),
        };
        let group = groups.entry(alone.key()).or_insert(alone);
        group.pieces += i64::from(item.quantity);
        let root = hanging.root(item.id);
        let same = |unit: &&mut Unit| unit.id().is_some_and(|id| hanging.root(id) == root);
        match group.units.iter_mut().find(same) {
            Some(unit) => {
                unit.pieces += i64::from(item.quantity);
                unit.items.push(item);
            }
            None => {
                let (label, pieces) = (item.label, i64::from(item.quantity));
                group.units.push(Unit { label, items: vec![item], pieces, weight: 0 });
            }
        }
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    let roots: Vec<ItemId> =
        groups.iter().flat_map(|group| &group.units).filter_map(Unit::id).map(|id| hanging.root(id)).collect();
    let labels: HashMap<ItemId, Option<Code>> = items::labels_of(db, &roots)?.into_iter().collect();
    for unit in groups.iter_mut().flat_map(|group| &mut group.units) {
        let goes_along = |item: &ItemRow| unit.ids().any(|id| id == item.id || hanging.hangs_on(item.id, id));
        unit.weight = bare.iter().filter(|item| goes_along(item)).map(|item| i64::from(item.quantity)).sum();
        let root = unit.id().map(|id| hanging.root(id));
        unit.label = root.and_then(|root| labels.get(&root).copied().flatten()).or(unit.label);
    }
    let namings = lines.iter().any(tells_in_words).then(|| catalogue.namings());
    let told: Vec<Vec<&ProductCode>> = lines
        .iter()
        .map(|line| match &namings {
            Some(namings) if tells_in_words(line) => namings.named_in(&line.description),
            _ => Vec::new(),
        })
        .collect();
    for group in &mut groups {
        group.places = places(catalogue, group, &lines, &told, &on_lines);
    }
    Ok(groups)
}

fn places(
    catalogue: &Catalogue,
    group: &Group,
    lines: &[ValueLineRow],
    told: &[Vec<&ProductCode>],
    on_lines: &HashMap<ValueLineId, i64>,
) -> Vec<Place> {
    let mut found: Vec<(u8, Place)> = Vec::new();
    for (at, (line, told)) in lines.iter().zip(told).enumerate() {
        let room = i64::from(line.quantity) - on_lines.get(&line.id).copied().unwrap_or_default();
        let Some(rank) = likeness(catalogue, &group.product, line, told).filter(|_| room > 0) else { continue };
        let place = Place {
            line: line.id,
            number: at + 1,
            description: line.description.clone(),
            room,
            fits: group.fitting(room).1,
        };
        found.push((rank, place));
    }
    found.sort_by_key(|(rank, place)| (*rank, place.number));
    found.into_iter().map(|(_, place)| place).collect()
}

/// Whether a line names neither a product nor a group, so that only its words say what it is about.
fn tells_in_words(line: &ValueLineRow) -> bool {
    line.product_code.is_none() && line.group_code.is_none()
}

/// How well a line speaks of a product, best first: it names the product, or its group; a line that names neither is about
/// it when its words say so (`told`).
fn likeness(catalogue: &Catalogue, product: &ProductCode, line: &ValueLineRow, told: &[&ProductCode]) -> Option<u8> {
    match (&line.product_code, &line.group_code) {
        (Some(code), _) => (code == product).then_some(0),
        (None, Some(group)) => (catalogue.product(product.as_str())?.group == *group).then_some(1),
        (None, None) => told.contains(&product).then_some(2),
    }
}

/// Puts pieces of a group on a line that is there already: those of one label, or as many as it has room for where it does
/// not matter which. No figure of the line changes, so that it may stand on an issued receipt. Gives how many pieces, and the
/// line's number.
///
/// # Errors
/// Without the right; when no label is named and no two pieces are worth the same (law reference 1.3); when the pieces were taken by somebody else meanwhile, or the line has no room for any of them.
pub fn put(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    line: ValueLineId,
    key: &str,
    label: Option<ItemId>,
) -> Result<(i64, usize, DeedId), ActionError> {
    actor.must(Right::ValueGifts)?;
    let (in_house, doing, key) = (Arc::clone(house), Doing::by(house, actor), key.to_owned());
    house.store().write(move |db| {
        let found = groups(db, &in_house.catalogue(), donation)?;
        let taken = || ActionError::Refused(say::values_error_taken());
        let group = found.iter().find(|group| group.key() == key).ok_or_else(taken)?;
        let row = value_lines::find(db, line)?.filter(|row| row.donation_id == donation);
        let row = row.ok_or(ActionError::NotFound)?;
        let place = group.places.iter().find(|place| place.line == line);
        let place = place.ok_or_else(|| ActionError::Refused(say::values_error_no_place()))?;
        let (items, pieces) = match label {
            Some(item) => group.chosen(item, place.room).ok_or_else(taken)?,
            None if group.goes_whole(place) => group.fitting(place.room),
            None => return Err(ActionError::Refused(say::values_error_which())),
        };
        if items.is_empty() {
            return Err(ActionError::Refused(say::values_error_room(place.number, place.room)));
        }
        value_lines::put_items(db, line, &items, true)?;
        let undo = GiftUndoing::PiecesPut { line, version: row.version, items };
        let said = say::values_put(pieces, place.number);
        let deed = doing.note(db, &said, donation, Some(&Undoing::Gift { gift: Box::new(undo) }))?;
        Ok((pieces, place.number, deed))
    })
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
        let catalogue = in_house.catalogue();
        let mut chosen = groups(db, &catalogue, donation)?;
        let mut said_alike = false;
        match &what {
            // What a line speaks of already is not counted twice by one click.
            Take::All => chosen.retain(|group| group.places.is_empty()),
            Take::One { key, alike } => {
                chosen.retain(|group| group.key() == *key);
                said_alike = *alike;
            }
        }
        if chosen.is_empty() {
            return Err(ActionError::Refused(say::values_error_taken()));
        }
        let mut lines: Vec<(&Group, Vec<&ItemRow>)> = Vec::new();
        for group in &chosen {
            if group.is_alike() || said_alike {
                lines.push((group, group.units.iter().flat_map(|unit| &unit.items).collect()));
            } else {
                lines.extend(group.units.iter().map(|unit| (group, unit.items.iter().collect())));
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
            value_lines::put_items(db, id, &pieces, false)?;
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
