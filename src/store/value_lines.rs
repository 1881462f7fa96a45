//! What gifts are worth: the lines of a donation, and the scanned pieces that each is about.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::items::ItemRow;
use super::schema::{items, value_line_items, value_lines};
use super::{Db, StoreError, arrivals, disposals};
use crate::domain::catalogue::{GroupCode, ProductCode};
use crate::domain::item::{Condition, Disposal, ItemState};
use crate::domain::treasury::Basis;
use crate::domain::valuation::Line;
use crate::domain::{DonationId, ItemId, PartialDay, ReceiptId, ValueLineId};

/// One line. Amounts are cents for one piece.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = value_lines, treat_none_as_null = true)]
pub struct ValueLineRow {
    pub id: ValueLineId,
    pub donation_id: DonationId,
    /// The order of the lines; ascending, not without gaps.
    pub position: i32,
    pub description: String,
    pub product_code: Option<ProductCode>,
    /// Of a line that names no product.
    pub group_code: Option<GroupCode>,
    pub quantity: i32,
    /// Each piece is like the others; only then may a line stand for more than one.
    pub identical: bool,
    /// In words: “2 Jahre”.
    pub age: String,
    pub condition: Option<Condition>,
    pub new_price_cents: Option<i64>,
    pub bought_on: Option<PartialDay>,
    pub basis: Basis,
    /// Business: net value and VAT of the withdrawal. Rate in hundredths of a percent.
    pub net_cents: Option<i64>,
    pub vat_rate_bp: Option<i32>,
    pub vat_cents: Option<i64>,
    /// Private or unknown origin: the value.
    pub value_cents: Option<i64>,
    /// Where the value comes from, in words.
    pub source: String,
    /// The valid receipt that it stands on: the line is locked then.
    pub receipt_id: Option<ReceiptId>,
    pub version: i32,
}

impl ValueLineRow {
    /// What decides about the value.
    pub fn line(&self) -> Line {
        Line {
            quantity: self.quantity,
            identical: self.identical,
            condition: self.condition,
            basis: self.basis,
            new_price: self.new_price_cents,
            net: self.net_cents,
            vat: self.vat_cents,
            rate: self.vat_rate_bp,
            value: self.value_cents,
        }
    }
}

pub fn find(db: &mut Db, id: ValueLineId) -> Result<Option<ValueLineRow>, StoreError> {
    Ok(value_lines::table.find(id).first(db).optional()?)
}

/// All lines of a donation, in their order.
pub fn of_donation(db: &mut Db, id: DonationId) -> Result<Vec<ValueLineRow>, StoreError> {
    Ok(value_lines::table
        .filter(value_lines::donation_id.eq(id))
        .order((value_lines::position, value_lines::id))
        .load(db)?)
}

/// The lines that stand on a receipt.
pub fn of_receipt(db: &mut Db, id: ReceiptId) -> Result<Vec<ValueLineRow>, StoreError> {
    Ok(value_lines::table
        .filter(value_lines::receipt_id.eq(id))
        .order((value_lines::position, value_lines::id))
        .load(db)?)
}

pub fn insert(db: &mut Db, row: &ValueLineRow) -> Result<(), StoreError> {
    diesel::insert_into(value_lines::table).values(row).execute(db)?;
    Ok(())
}

/// Writes the row, whose version is the one after `version`, if nobody changed the line since that was read and it is on
/// no receipt. `false` otherwise.
pub fn update(db: &mut Db, row: &ValueLineRow, version: i32) -> Result<bool, StoreError> {
    let same = value_lines::table
        .filter(value_lines::id.eq(row.id))
        .filter(value_lines::version.eq(version))
        .filter(value_lines::receipt_id.is_null());
    Ok(diesel::update(same).set(row).execute(db)? == 1)
}

/// Takes a line away with its pieces, which are free for another line then; under the same condition as [`update`].
pub fn delete(db: &mut Db, id: ValueLineId, version: i32) -> Result<bool, StoreError> {
    let free = value_lines::table
        .filter(value_lines::id.eq(id))
        .filter(value_lines::version.eq(version))
        .filter(value_lines::receipt_id.is_null());
    if free.count().get_result::<i64>(db)? == 0 {
        return Ok(false);
    }
    diesel::delete(value_line_items::table.filter(value_line_items::line_id.eq(id))).execute(db)?;
    diesel::delete(value_lines::table.find(id)).execute(db)?;
    Ok(true)
}

/// Binds a line to a receipt, or frees it from a receipt that was voided; its version goes on. `false` when somebody
/// changed the line since, or it stands on a receipt already.
pub fn bind(db: &mut Db, id: ValueLineId, version: i32, to: ReceiptId) -> Result<bool, StoreError> {
    let free = value_lines::table
        .filter(value_lines::id.eq(id))
        .filter(value_lines::version.eq(version))
        .filter(value_lines::receipt_id.is_null());
    let bound =
        diesel::update(free).set((value_lines::receipt_id.eq(to), value_lines::version.eq(version + 1))).execute(db)?;
    Ok(bound == 1)
}

/// Frees all lines of a receipt that was voided.
pub fn free_of(db: &mut Db, receipt: ReceiptId) -> Result<usize, StoreError> {
    Ok(diesel::update(value_lines::table.filter(value_lines::receipt_id.eq(receipt)))
        .set((value_lines::receipt_id.eq(None::<ReceiptId>), value_lines::version.eq(value_lines::version + 1)))
        .execute(db)?)
}

/// The scanned pieces of a line.
pub fn items_of(db: &mut Db, line: ValueLineId) -> Result<Vec<ItemId>, StoreError> {
    Ok(value_line_items::table
        .filter(value_line_items::line_id.eq(line))
        .order(value_line_items::item_id)
        .select(value_line_items::item_id)
        .load(db)?)
}

/// The scanned pieces of all lines of a donation, with their lines and whether they were put there later.
fn items_of_donation(db: &mut Db, id: DonationId) -> Result<Vec<(ValueLineId, ItemId, bool)>, StoreError> {
    Ok(value_line_items::table
        .inner_join(value_lines::table)
        .filter(value_lines::donation_id.eq(id))
        .order((value_line_items::line_id, value_line_items::item_id))
        .select((value_line_items::line_id, value_line_items::item_id, value_line_items::put_later))
        .load(db)?)
}

/// Those of them that were put on it after it was written.
pub fn put_later(db: &mut Db, line: ValueLineId) -> Result<Vec<ItemId>, StoreError> {
    Ok(value_line_items::table
        .filter(value_line_items::line_id.eq(line))
        .filter(value_line_items::put_later.eq(true))
        .order(value_line_items::item_id)
        .select(value_line_items::item_id)
        .load(db)?)
}

/// Puts pieces on a line that is made of them, or, `later`, on one that was written before. Each may stand on one line only; the
/// database refuses a second.
pub fn put_items(db: &mut Db, line: ValueLineId, pieces: &[ItemId], later: bool) -> Result<(), StoreError> {
    for item in pieces {
        diesel::insert_into(value_line_items::table)
            .values((
                value_line_items::item_id.eq(item),
                value_line_items::line_id.eq(line),
                value_line_items::put_later.eq(later),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Takes pieces off a line again. `false`, and nothing is changed, when not all of them are on it.
pub fn take_items(db: &mut Db, line: ValueLineId, pieces: &[ItemId]) -> Result<bool, StoreError> {
    let on_it = items_of(db, line)?;
    if !pieces.iter().all(|item| on_it.contains(item)) {
        return Ok(false);
    }
    for item in pieces {
        diesel::delete(value_line_items::table.filter(value_line_items::item_id.eq(item))).execute(db)?;
    }
    Ok(true)
}

/// Takes a piece off a line of any gift but this one, where that is on no receipt: a label that was void is used again for
/// something else.
pub fn leave_others(db: &mut Db, item: ItemId, donation: Option<DonationId>) -> Result<(), StoreError> {
    let of: Option<DonationId> = value_line_items::table
        .inner_join(value_lines::table)
        .filter(value_line_items::item_id.eq(item))
        .filter(value_lines::receipt_id.is_null())
        .select(value_lines::donation_id)
        .first(db)
        .optional()?;
    if of.is_some_and(|of| Some(of) != donation) {
        diesel::delete(value_line_items::table.filter(value_line_items::item_id.eq(item))).execute(db)?;
    }
    Ok(())
}

/// The pieces of a donation that may be put on a line, by product: those that are on none yet and were neither sold nor
/// recycled, because no receipt may name such a piece (law reference 1.1).
pub fn free_items(db: &mut Db, donation: DonationId) -> Result<Vec<ItemRow>, StoreError> {
    let mut free = bare_items(db, donation)?;
    let discarded = free.iter().filter(|row| row.state == ItemState::Discarded);
    let ids: Vec<ItemId> = discarded.map(|row| row.id).collect();
    let how = disposals::of_items(db, &ids)?;
    free.retain(|row| !how.iter().any(|(id, how)| *id == row.id && matches!(how, Disposal::Sold | Disposal::Recycled)));
    Ok(free)
}

/// The pieces of a donation that are on no line, by product. A piece that was taken from a lot which is on a line is on it
/// with the lot.
pub fn bare_items(db: &mut Db, donation: DonationId) -> Result<Vec<ItemRow>, StoreError> {
    let found = OnLines::of_donation(db, donation)?;
    let rows: Vec<ItemRow> = items::table
        .filter(items::donation_id.eq(donation))
        .filter(items::state.ne(ItemState::Void))
        .filter(items::quantity.gt(0))
        // A label that was used again may stand on another gift's receipt.
        .filter(diesel::dsl::not(diesel::dsl::exists(
            value_line_items::table.filter(value_line_items::item_id.eq(items::id)),
        )))
        .order((items::product_code, items::cut, items::size, items::id))
        .select(ItemRow::as_select())
        .load(db)?;
    Ok(rows.into_iter().filter(|row| found.line(row.id).is_none()).collect())
}

/// How many pieces of a donation are on each of its lines, by themselves or with their lot. What was entered by mistake does
/// not count; what left the house since does.
pub fn pieces_on_lines(db: &mut Db, donation: DonationId) -> Result<HashMap<ValueLineId, i64>, StoreError> {
    let found = OnLines::of_donation(db, donation)?;
    let mut on_lines = HashMap::new();
    for (item, state, quantity) in arrivals::pieces(db, donation)? {
        if let Some(line) = found.line(item).filter(|_| state != ItemState::Void) {
            *on_lines.entry(line).or_insert(0) += i64::from(quantity);
        }
    }
    Ok(on_lines)
}

/// On which lines the pieces of a donation are: by themselves, or with the lot that they were taken from.
#[derive(Clone, Debug)]
pub struct OnLines {
    lines: HashMap<ItemId, ValueLineId>,
    /// Lines that were made of pieces.
    made: HashSet<ValueLineId>,
    /// What a piece was taken from; that may have been taken from another: what came back of a part is a part of the part.
    lots: HashMap<ItemId, ItemId>,
}

impl OnLines {
    pub fn of_donation(db: &mut Db, id: DonationId) -> Result<OnLines, StoreError> {
        let on_lines = items_of_donation(db, id)?;
        let made = on_lines.iter().filter(|(.., later)| !later).map(|(line, ..)| *line).collect();
        let lines = on_lines.into_iter().map(|(line, item, _)| (item, line)).collect();
        let lots: Vec<(ItemId, Option<ItemId>)> = items::table
            .filter(items::donation_id.eq(id))
            .filter(items::split_from.is_not_null())
            .select((items::id, items::split_from))
            .load(db)?;
        Ok(OnLines { lines, made, lots: lots.into_iter().filter_map(|(piece, lot)| Some((piece, lot?))).collect() })
    }

    /// Whether a line was made of pieces, and so stands for no more than they are. One that was written may stand for some that
    /// nobody scanned.
    pub fn is_made(&self, line: ValueLineId) -> bool {
        self.made.contains(&line)
    }

    /// The line of a piece: its own, or that of the nearest lot above it.
    pub fn line(&self, item: ItemId) -> Option<ValueLineId> {
        let mut at = item;
        // No chain is longer than there are pieces, whatever somebody wrote into the database.
        for _ in 0..=self.lots.len() {
            if let Some(line) = self.lines.get(&at) {
                return Some(*line);
            }
            at = *self.lots.get(&at)?;
        }
        None
    }

    /// The lot that a piece was taken from in the end; itself when it was taken from none.
    pub fn root(&self, item: ItemId) -> ItemId {
        let mut at = item;
        for _ in 0..=self.lots.len() {
            match self.lots.get(&at) {
                Some(lot) => at = *lot,
                None => break,
            }
        }
        at
    }

    /// Whether a piece was taken from this lot, or from a part of it.
    pub fn hangs_on(&self, item: ItemId, lot: ItemId) -> bool {
        let mut at = item;
        for _ in 0..=self.lots.len() {
            match self.lots.get(&at) {
                Some(above) if *above == lot => return true,
                Some(above) => at = *above,
                None => return false,
            }
        }
        false
    }

    /// Whether a piece is on its line by itself, and not with the lot that it was taken from.
    pub fn is_itself(&self, item: ItemId) -> bool {
        self.lines.contains_key(&item)
    }
}
