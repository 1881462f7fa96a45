//! What of a gift came, and when: pieces that were scanned in, and acceptance records that were signed.

use diesel::dsl::{max, min, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::{acceptance_lines, acceptances, items, movements};
use super::{Db, StoreError};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::treasury::AcceptanceState;
use crate::domain::{DonationId, ItemId};

/// What is known of a gift's arrival.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Pieces that were scanned in and not by mistake.
    pub scanned: i64,
    /// Pieces that signed records name.
    pub signed: i64,
    /// When the first of them was scanned in.
    pub first_scan: Option<Timestamp>,
    /// When the last of them was, for the first time.
    pub last_scan: Option<Timestamp>,
    /// The first day of a signed record.
    pub signed_on: Option<Date>,
    /// The last one.
    pub last_signed: Option<Date>,
}

impl Arrived {
    /// Pieces that were scanned in, or that a signed record names: whichever is more.
    pub fn pieces(&self) -> i64 {
        self.scanned.max(self.signed)
    }

    /// The day on which it was handed over: as the signed record says, else as it was scanned in.
    pub fn day(&self, day_of: impl Fn(Timestamp) -> Date) -> Option<Date> {
        self.signed_on.or_else(|| self.first_scan.map(day_of))
    }

    /// The first and the last day on which something of it was handed over. What was scanned in after a record was signed may
    /// just have waited for it; without a record, nobody knows.
    pub fn days(&self, day_of: impl Fn(Timestamp) -> Date) -> Option<(Date, Date)> {
        let scanned = self.first_scan.map(&day_of);
        let first = scanned.into_iter().chain(self.signed_on).min()?;
        let last = self.last_signed.or_else(|| self.last_scan.map(&day_of)).unwrap_or(first);
        Some((first, last.max(first)))
    }
}

/// What of a gift came.
pub fn of_donation(db: &mut Db, donation: DonationId) -> Result<Arrived, StoreError> {
    let there = items::table.filter(items::donation_id.eq(donation)).filter(items::state.ne(ItemState::Void));
    let scanned: Option<i64> =
        there.select(sql::<Nullable<BigInt>>("CAST(SUM(items.quantity) AS BIGINT)")).first(db)?;
    let undone = diesel::alias!(movements as undone);
    let intakes = movements::table
        .inner_join(items::table)
        .filter(items::donation_id.eq(donation))
        .filter(items::state.ne(ItemState::Void))
        // A label that was void may have been scanned in for another gift before.
        .filter(movements::donation_id.eq(donation))
        .filter(movements::kind.eq_any([MovementKind::Intake, MovementKind::Correct]))
        .filter(diesel::dsl::not(diesel::dsl::exists(
            undone.filter(undone.field(movements::reverses).eq(movements::id.nullable())),
        )));
    // A piece came with its first entry for this gift; a correction of later says nothing of when.
    let came: Vec<Option<At>> = intakes.group_by(movements::item_id).select(min(movements::occurred_at)).load(db)?;
    let came = || came.iter().flatten().map(|at| at.0);
    let records = acceptances::table
        .filter(acceptances::donation_id.eq(donation))
        .filter(acceptances::state.eq(AcceptanceState::Signed));
    let (signed_on, last_signed): (Option<Day>, Option<Day>) =
        records.select((min(acceptances::made_on), max(acceptances::made_on))).first(db)?;
    let signed: Option<i64> = acceptance_lines::table
        .inner_join(acceptances::table)
        .filter(acceptances::donation_id.eq(donation))
        .filter(acceptances::state.eq(AcceptanceState::Signed))
        .select(sql::<Nullable<BigInt>>("CAST(SUM(acceptance_lines.pieces) AS BIGINT)"))
        .first(db)?;
    Ok(Arrived {
        scanned: scanned.unwrap_or_default(),
        signed: signed.unwrap_or_default(),
        first_scan: came().min(),
        last_scan: came().max(),
        signed_on: signed_on.map(|day| day.0),
        last_signed: last_signed.map(|day| day.0),
    })
}

/// The pieces of a gift with where they are now and how many each label stands for.
pub fn pieces(db: &mut Db, donation: DonationId) -> Result<Vec<(ItemId, ItemState, i32)>, StoreError> {
    Ok(items::table
        .filter(items::donation_id.eq(donation))
        .order(items::id)
        .select((items::id, items::state, items::quantity))
        .load(db)?)
}
