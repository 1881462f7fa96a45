//! Reading receipts: the register, and one with its history, its papers and whether they are what was issued.

use std::collections::HashMap;

use super::freeze::Frozen;
use crate::actions::{ActionError, Actor, House};
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::domain::{IssuerId, ReceiptId};
use crate::store::donations::DonationRow;
use crate::store::issuers::IssuerRow;
use crate::store::paging::{Cursor, Page};
use crate::store::papers::PaperRow;
use crate::store::receipts::{Listed, Numbers, ReceiptFilter, ReceiptRow};
use crate::store::{donations, donors, issuers, papers, receipts, words};
use crate::texts::fold;

use super::facts::name_of;

/// One page of the register, and what stands around it.
#[derive(Clone, Debug)]
pub struct Register {
    pub rows: Page<Listed>,
    /// The numbers of those that they stand in for.
    pub replaced: HashMap<ReceiptId, String>,
    /// How many there are, as far as they are counted.
    pub count: Option<i64>,
    /// What was meant where nothing has the words that were typed.
    pub understood: Option<String>,
    pub numbers: Vec<Numbers>,
    pub issuers: Vec<(IssuerId, String)>,
}

/// Reads a page of the register.
///
/// # Errors
/// Without the right to see receipts.
pub fn register(
    house: &House,
    actor: &Actor,
    mut filter: ReceiptFilter,
    cursor: &Cursor<ReceiptId>,
    size: i64,
) -> Result<Register, ActionError> {
    actor.must(Right::SeeReceipts)?;
    house.store().read(|db| {
        let mut rows = receipts::page(db, &filter, cursor, size)?;
        let mut understood = None;
        if rows.rows.is_empty()
            && !filter.text.trim().is_empty()
            && let Some(mended) = words::mended(db, &fold(&filter.text))?
        {
            filter.text.clone_from(&mended);
            rows = receipts::page(db, &filter, cursor, size)?;
            understood = Some(mended).filter(|_| !rows.rows.is_empty());
        }
        let old: Vec<ReceiptId> = rows.rows.iter().filter_map(|listed| listed.row.replaces).collect();
        Ok(Register {
            replaced: receipts::numbers_of(db, &old)?,
            count: receipts::count(db, &filter)?,
            numbers: receipts::numbers(db)?,
            issuers: receipts::issuers_with_receipts(db)?,
            rows,
            understood,
        })
    })
}

/// A frozen paper, and whether its bytes are still those that were frozen, by the hash that the receipt itself keeps.
#[derive(Clone, Debug)]
pub struct Sound {
    pub paper: PaperRow,
    pub is_sound: bool,
}

/// An issued receipt with all that is known of it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub row: ReceiptRow,
    pub frozen: Frozen,
    pub donation: DonationRow,
    pub donor: String,
    pub issuer: IssuerRow,
    pub papers: Vec<Sound>,
    pub made_by: String,
    pub agreed_by: String,
    pub issued_by: String,
    pub void_asked_by: String,
    pub voided_by: String,
    pub replaces: Option<ReceiptRow>,
    pub replaced_by: Vec<ReceiptRow>,
}

/// What stands at an address of the register.
#[derive(Clone, Debug)]
pub enum Stands {
    Draft,
    Issued(Box<Opened>),
}

/// Opens an issued receipt and compares its papers with their hashes.
///
/// # Errors
/// Without the right to see receipts.
pub fn open(house: &House, actor: &Actor, id: ReceiptId) -> Result<Stands, ActionError> {
    actor.must(Right::SeeReceipts)?;
    house.store().read(|db| {
        let row = receipts::find(db, id)?.ok_or(ActionError::NotFound)?;
        if row.state == ReceiptState::Draft {
            return Ok(Stands::Draft);
        }
        let frozen = Frozen::read(&row.data)?;
        let donation = donations::find(db, row.donation_id)?.ok_or(ActionError::NotFound)?;
        let mut sound = Vec::new();
        for printed in &frozen.papers {
            let paper = papers::find(db, printed.id)?.ok_or(ActionError::NotFound)?;
            let bytes = papers::bytes(db, printed.id)?.unwrap_or_default();
            let is_sound = papers::sha256(&bytes) == printed.sha256 && paper.sha256 == printed.sha256;
            sound.push(Sound { paper, is_sound });
        }
        Ok(Stands::Issued(Box::new(Opened {
            donor: donors::find(db, donation.donor_id)?.map(|donor| donor.name).unwrap_or_default(),
            issuer: issuers::find(db, row.issuer_id)?.ok_or(ActionError::NotFound)?,
            made_by: name_of(db, row.made_by)?,
            agreed_by: name_of(db, row.agreed_by)?,
            issued_by: name_of(db, row.issued_by)?,
            void_asked_by: name_of(db, row.void_asked_by)?,
            voided_by: name_of(db, row.voided_by)?,
            replaces: row.replaces.map(|old| receipts::find(db, old)).transpose()?.flatten(),
            replaced_by: receipts::replacing(db, id)?,
            papers: sound,
            donation,
            frozen,
            row,
        })))
    })
}
