//! Every code that was ever made, and what it is bound to.

use std::collections::HashMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{items, labels};
use super::{Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::ItemId;
use crate::domain::household::LabelState;

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = labels)]
pub struct LabelRow {
    pub code: Code,
    pub kind: String,
    pub state: LabelState,
    /// The id of what it is bound to.
    pub subject: Option<String>,
    pub created_at: At,
}

impl LabelRow {
    /// The id of what it is bound to, when that parses as this kind of id.
    pub fn subject_id<T: std::str::FromStr>(&self) -> Option<T> {
        self.subject.as_deref().and_then(|text| text.parse().ok())
    }
}

pub fn find(db: &mut Db, code: Code) -> Result<Option<LabelRow>, StoreError> {
    Ok(labels::table.find(code).first(db).optional()?)
}

/// Records a new code. `false` when it exists already: then draw another.
pub fn insert(db: &mut Db, code: Code, subject: Option<String>, now: Timestamp) -> Result<bool, StoreError> {
    if find(db, code)?.is_some() {
        return Ok(false);
    }
    let state = if subject.is_some() { LabelState::Bound } else { LabelState::Blank };
    let row = LabelRow { code, kind: code.kind().word().to_owned(), state, subject, created_at: At(now) };
    diesel::insert_into(labels::table).values(row).execute(db)?;
    Ok(true)
}

/// The valid code of a thing: its label, card or badge.
pub fn bound_to(db: &mut Db, subject: &str) -> Result<Option<Code>, StoreError> {
    Ok(labels::table
        .filter(labels::subject.eq(subject))
        .filter(labels::state.eq(LabelState::Bound))
        .select(labels::code)
        .first(db)
        .optional()?)
}

/// The valid codes of these things, by thing.
pub fn bound_to_any(db: &mut Db, subjects: &[String]) -> Result<HashMap<String, Code>, StoreError> {
    let rows: Vec<(Option<String>, Code)> = labels::table
        .filter(labels::subject.eq_any(subjects))
        .filter(labels::state.eq(LabelState::Bound))
        .select((labels::subject, labels::code))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(subject, code)| Some((subject?, code))).collect())
}

/// The valid code of this kind for a thing whose name need not be unique among all kinds.
pub fn bound_of(db: &mut Db, kind: Kind, subject: &str) -> Result<Option<Code>, StoreError> {
    Ok(labels::table
        .filter(labels::kind.eq(kind.word()))
        .filter(labels::subject.eq(subject))
        .filter(labels::state.eq(LabelState::Bound))
        .select(labels::code)
        .first(db)
        .optional()?)
}

/// The valid codes of one kind with the ids of what they are bound to: all badges, all places.
pub fn bound_of_kind(db: &mut Db, kind: Kind) -> Result<Vec<(String, Code)>, StoreError> {
    Ok(labels::table
        .filter(labels::kind.eq(kind.word()))
        .filter(labels::state.eq(LabelState::Bound))
        .filter(labels::subject.is_not_null())
        .select((labels::subject.assume_not_null(), labels::code))
        .load(db)?)
}

pub fn set_state(db: &mut Db, code: Code, state: LabelState) -> Result<(), StoreError> {
    diesel::update(labels::table.find(code)).set(labels::state.eq(state)).execute(db)?;
    Ok(())
}

/// Gives an item another label: `from` was lost or damaged, `to` is free. `false` when `from` is not its label.
pub fn rebind(db: &mut Db, item: ItemId, from: Code, to: Code) -> Result<bool, StoreError> {
    let changed = diesel::update(items::table.find(item).filter(items::label.eq(from))).set(items::label.eq(to));
    if changed.execute(db)? != 1 {
        return Ok(false);
    }
    set_state(db, from, LabelState::Replaced)?;
    diesel::update(labels::table.find(to))
        .set((labels::state.eq(LabelState::Bound), labels::subject.eq(item.to_string())))
        .execute(db)?;
    Ok(true)
}

/// Every label that a thing has or had, the oldest first.
pub fn history(db: &mut Db, subject: &str) -> Result<Vec<LabelRow>, StoreError> {
    Ok(labels::table.filter(labels::subject.eq(subject)).order((labels::created_at, labels::code)).load(db)?)
}
