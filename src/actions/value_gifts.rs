//! Saying what a gift is worth, line by line: taken from its scanned pieces or written by hand, changed, taken away. A
//! value is what a person states or compares; the house never has one of its own (law reference 1.3).

mod back;
mod take;
mod written;

use std::sync::Arc;

use super::deeds::Doing;
use super::once::once;
use super::{ActionError, Actor, House, typed};
use crate::domain::deed::{GiftUndoing, LineImage, Undoing};
use crate::domain::donation::Origin;
use crate::domain::rights::Right;
use crate::domain::valuation::{self, MOST_LINES};
use crate::domain::{DeedId, DonationId, ValueLineId};
use crate::store::donations::DonationRow;
use crate::store::value_lines::{self, ValueLineRow};
use crate::store::{Db, donations, evidence};
use crate::texts::{Lang, Texts, say};

pub(super) use back::{back, right};
pub use take::{Group, Place, Take, Unit, groups, put, take};
pub use written::{Goods, Written};

/// The amounts of one line as somebody typed them; empty fields are not known. Which of them count depends on whether the
/// gift comes from a business.
#[derive(Clone, Debug, Default)]
pub struct Amounts {
    pub new_price: String,
    pub net: String,
    /// In percent: “19”, “7”, “8,1”.
    pub vat_rate: String,
    pub vat: String,
    pub value: String,
}

/// Adds a line by hand.
///
/// # Errors
/// Without the right, for a donation with too many lines, or naming the field that cannot be taken as it is.
pub fn add(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    line: Written,
) -> Result<(ValueLineId, DeedId), ActionError> {
    actor.must(Right::ValueGifts)?;
    let (in_house, actor, doing) = (Arc::clone(house), actor.clone(), Doing::by(house, actor));
    let id = ValueLineId(house.uuid());
    house.store().write(move |db| {
        once(db, &actor, "value_line", doing.now, |db| {
            let gift = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
            let position = next_position(db, donation, 1)?;
            let empty = blank(id, donation, position, &gift);
            let row = line.clone().row(&in_house, actor.lang(), &gift, empty)?;
            value_lines::insert(db, &row)?;
            let undo = Undoing::Gift { gift: Box::new(GiftUndoing::LinesMade { ids: vec![id] }) };
            Ok((id, doing.note(db, &say::values_line_saved(), donation, Some(&undo))?))
        })
    })
}

/// Changes a line that was at `version` when the page was opened.
///
/// # Errors
/// As [`add`]; for a line on an issued receipt; [`ActionError::Changed`] when somebody else was faster.
pub fn change(
    house: &Arc<House>,
    actor: &Actor,
    id: ValueLineId,
    version: i32,
    line: Written,
) -> Result<(DonationId, DeedId), ActionError> {
    actor.must(Right::ValueGifts)?;
    let (in_house, doing, lang) = (Arc::clone(house), Doing::by(house, actor), actor.lang());
    house.store().write(move |db| {
        let before = free(db, id)?;
        let gift = donations::find(db, before.donation_id)?.ok_or(ActionError::NotFound)?;
        let next = ValueLineRow { version: version + 1, ..before.clone() };
        let row = line.clone().row(&in_house, lang, &gift, next)?;
        if before.version != version || !value_lines::update(db, &row, version)? {
            return Err(ActionError::Changed);
        }
        let undo = Undoing::Gift { gift: Box::new(GiftUndoing::Lines { before: vec![image(&before)] }) };
        Ok((gift.id, doing.note(db, &say::values_line_saved(), gift.id, Some(&undo))?))
    })
}

/// Writes the amounts of several lines at once, each as it was at its version; lines that stay as they are do not count.
/// All of them or none. `None` when nothing was changed.
///
/// # Errors
/// As [`change`]; an amount that cannot be read is told with its line.
pub fn amounts(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    typed: Vec<(ValueLineId, i32, Amounts)>,
) -> Result<Option<DeedId>, ActionError> {
    actor.must(Right::ValueGifts)?;
    let (doing, lang) = (Doing::by(house, actor), actor.lang());
    house.store().write(move |db| {
        let gift = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
        let mut changed = Vec::new();
        for (id, version, amounts) in &typed {
            let before = value_lines::find(db, *id)?.filter(|row| row.donation_id == donation);
            let before = before.ok_or(ActionError::NotFound)?;
            let row = with_amounts(amounts, lang, &gift, ValueLineRow { version: version + 1, ..before.clone() });
            let row = row.map_err(|error| match error {
                ActionError::Field { message, .. } => {
                    ActionError::Refused(say::values_error_in_line(&before.description, message))
                }
                other => other,
            })?;
            if (ValueLineRow { version: before.version, ..row.clone() }) == before {
                continue;
            }
            free(db, *id)?;
            if before.version != *version || !value_lines::update(db, &row, *version)? {
                return Err(ActionError::Changed);
            }
            changed.push(image(&before));
        }
        if changed.is_empty() {
            return Ok(None);
        }
        let count = changed.len();
        let undo = Undoing::Gift { gift: Box::new(GiftUndoing::Lines { before: changed }) };
        doing.note(db, &say::values_lines_saved(count), donation, Some(&undo)).map(Some)
    })
}

/// Takes a line away; its pieces can be valued anew and its papers stay with the gift.
///
/// # Errors
/// Without the right, for a line on an issued receipt, or [`ActionError::Changed`].
pub fn remove(
    house: &Arc<House>,
    actor: &Actor,
    id: ValueLineId,
    version: i32,
) -> Result<(DonationId, DeedId), ActionError> {
    actor.must(Right::ValueGifts)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let before = free(db, id)?;
        let (items, put_later) = (value_lines::items_of(db, id)?, value_lines::put_later(db, id)?);
        let papers = evidence::of_donation(db, before.donation_id)?;
        let papers = papers.iter().filter(|paper| paper.line_id == Some(id)).map(|paper| paper.id).collect();
        evidence::without_line(db, id)?;
        if !value_lines::delete(db, id, version)? {
            return Err(ActionError::Changed);
        }
        let gift = GiftUndoing::LineRemoved { before: image(&before), items, put_later, evidence: papers };
        let undo = Undoing::Gift { gift: Box::new(gift) };
        Ok((before.donation_id, doing.note(db, &say::values_line_removed(), before.donation_id, Some(&undo))?))
    })
}

/// Takes from the lines of a gift what does not belong to its origin: net and VAT of a private one, the plain value of a
/// business's, a basis of the other. Gives whether there was any.
pub(super) fn fit_origin(db: &mut Db, donation: DonationId, origin: Origin) -> Result<bool, ActionError> {
    let (business, bases) = (origin == Origin::Business, valuation::bases(origin));
    let mut any = false;
    for before in value_lines::of_donation(db, donation)?.into_iter().filter(|line| line.receipt_id.is_none()) {
        let basis = if bases.contains(&before.basis) { before.basis } else { bases[0] };
        let kept = |amount: Option<i64>, stays: bool| amount.filter(|_| stays);
        let row = ValueLineRow {
            basis,
            net_cents: kept(before.net_cents, business),
            vat_rate_bp: before.vat_rate_bp.filter(|_| business),
            vat_cents: kept(before.vat_cents, business),
            value_cents: kept(before.value_cents, !business),
            ..before.clone()
        };
        if row == before {
            continue;
        }
        any = true;
        if !value_lines::update(db, &ValueLineRow { version: before.version + 1, ..row }, before.version)? {
            return Err(ActionError::Changed);
        }
    }
    Ok(any)
}

/// The line, when it is on no issued receipt.
fn free(db: &mut Db, id: ValueLineId) -> Result<ValueLineRow, ActionError> {
    let row = value_lines::find(db, id)?.ok_or(ActionError::NotFound)?;
    if row.receipt_id.is_some() {
        return Err(ActionError::Refused(say::values_error_line_locked()));
    }
    Ok(row)
}

/// Where the next of `more` lines stands.
fn next_position(db: &mut Db, donation: DonationId, more: usize) -> Result<i32, ActionError> {
    let lines = value_lines::of_donation(db, donation)?;
    if lines.len() + more > MOST_LINES {
        return Err(ActionError::Refused(say::values_error_lines(MOST_LINES)));
    }
    Ok(lines.last().map_or(0, |line| line.position) + 1)
}

/// A line of which nothing is known. No amount of it is ever filled in by the house.
fn blank(id: ValueLineId, donation: DonationId, position: i32, gift: &DonationRow) -> ValueLineRow {
    ValueLineRow {
        id,
        donation_id: donation,
        position,
        description: String::new(),
        product_code: None,
        group_code: None,
        quantity: 1,
        identical: false,
        age: String::new(),
        condition: None,
        new_price_cents: None,
        bought_on: None,
        basis: valuation::bases(gift.origin)[0],
        net_cents: None,
        vat_rate_bp: None,
        vat_cents: None,
        value_cents: None,
        source: String::new(),
        receipt_id: None,
        version: 1,
    }
}

/// The row with these amounts: net and VAT for what comes from a business, one value for everything else.
fn with_amounts(
    amounts: &Amounts,
    lang: Lang,
    gift: &DonationRow,
    row: ValueLineRow,
) -> Result<ValueLineRow, ActionError> {
    let business = gift.origin == Origin::Business;
    let of = |counts: bool, field, text: &str| {
        if counts { typed::cents_or_none(field, text, lang) } else { Ok(None) }
    };
    let rate = match amounts.vat_rate.trim().trim_end_matches('%') {
        "" => None,
        _ if !business => None,
        text => Some(typed::percent("vat_rate", text, lang)?),
    };
    let value = of(!business, "value", &amounts.value)?;
    if value == Some(0) {
        return Err(ActionError::field("value", say::values_error_nothing()));
    }
    Ok(ValueLineRow {
        new_price_cents: of(true, "new_price", &amounts.new_price)?,
        net_cents: of(business, "net", &amounts.net)?,
        vat_rate_bp: rate,
        vat_cents: of(business, "vat", &amounts.vat)?,
        value_cents: value,
        ..row
    })
}

fn image(row: &ValueLineRow) -> LineImage {
    LineImage {
        id: row.id,
        donation: row.donation_id,
        position: row.position,
        description: row.description.clone(),
        product: row.product_code.clone(),
        group: row.group_code.clone(),
        quantity: row.quantity,
        identical: row.identical,
        age: row.age.clone(),
        condition: row.condition,
        new_price_cents: row.new_price_cents,
        bought_on: row.bought_on,
        basis: row.basis,
        net_cents: row.net_cents,
        vat_rate_bp: row.vat_rate_bp,
        vat_cents: row.vat_cents,
        value_cents: row.value_cents,
        source: row.source.clone(),
        version: row.version,
    }
}

/// The row that an image was made of, in this version.
fn row_of(image: LineImage, version: i32) -> ValueLineRow {
    ValueLineRow {
        id: image.id,
        donation_id: image.donation,
        position: image.position,
        description: image.description,
        product_code: image.product,
        group_code: image.group,
        quantity: image.quantity,
        identical: image.identical,
        age: image.age,
        condition: image.condition,
        new_price_cents: image.new_price_cents,
        bought_on: image.bought_on,
        basis: image.basis,
        net_cents: image.net_cents,
        vat_rate_bp: image.vat_rate_bp,
        vat_cents: image.vat_cents,
        value_cents: image.value_cents,
        source: image.source,
        receipt_id: None,
        version,
    }
}

/// The VAT that follows from what was typed, for the same field: a proposal that a person takes over or not. `None` as
/// long as net value or rate cannot be read.
pub fn proposed_vat(amounts: &Amounts, lang: Lang) -> Option<String> {
    let net = typed::cents("net", &amounts.net, lang).ok()?;
    let rate = typed::percent("vat_rate", amounts.vat_rate.trim().trim_end_matches('%'), lang).ok()?;
    valuation::vat_of(net, rate).map(|vat| Texts::of(lang).euros_typed(vat))
}
