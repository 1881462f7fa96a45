//! Short notes on things, with who wrote them.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{notes, users};
use super::{Db, StoreError};
use crate::domain::noted::NotedKind;
use crate::domain::{NoteId, UserId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = notes)]
pub struct NoteRow {
    pub id: NoteId,
    pub kind: NotedKind,
    /// The id of what it is about.
    pub subject: String,
    pub author_id: Option<UserId>,
    pub written_at: At,
    pub changed_at: Option<At>,
    pub body: String,
    /// Whether the desk shows it when the thing's code is scanned.
    pub at_desk: bool,
    pub deleted_at: Option<At>,
    pub deleted_by: Option<UserId>,
    pub version: i32,
}

pub fn find(db: &mut Db, id: NoteId) -> Result<Option<NoteRow>, StoreError> {
    Ok(notes::table.find(id).first(db).optional()?)
}

/// The notes on a thing with the names of who wrote and who deleted them, the newest first, deleted ones too.
pub fn of(db: &mut Db, kind: NotedKind, subject: &str) -> Result<Vec<(NoteRow, String, String)>, StoreError> {
    let deleters = diesel::alias!(users as deleters);
    let rows: Vec<(NoteRow, Option<String>, Option<String>)> = notes::table
        .left_join(users::table.on(users::id.nullable().eq(notes::author_id)))
        .left_join(deleters.on(deleters.field(users::id).nullable().eq(notes::deleted_by)))
        .filter(notes::kind.eq(kind))
        .filter(notes::subject.eq(subject))
        .order((notes::written_at.desc(), notes::id.desc()))
        .select((notes::all_columns, users::display_name.nullable(), deleters.field(users::display_name).nullable()))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(row, author, deleter)| (row, author.unwrap_or_default(), deleter.unwrap_or_default()))
        .collect())
}

/// What the desk shows when the code of this thing is scanned, the newest first.
pub fn for_desk(db: &mut Db, kind: NotedKind, subject: &str) -> Result<Vec<String>, StoreError> {
    Ok(notes::table
        .filter(notes::kind.eq(kind))
        .filter(notes::subject.eq(subject))
        .filter(notes::at_desk.eq(true))
        .filter(notes::deleted_at.is_null())
        .order((notes::written_at.desc(), notes::id.desc()))
        .select(notes::body)
        .limit(3)
        .load(db)?)
}

pub fn insert(db: &mut Db, row: &NoteRow) -> Result<(), StoreError> {
    diesel::insert_into(notes::table).values(row).execute(db)?;
    Ok(())
}

/// Changes the text of a note that still is at `version`. `false` when it is not.
pub fn update(
    db: &mut Db,
    id: NoteId,
    version: i32,
    body: &str,
    at_desk: bool,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let changed = diesel::update(notes::table.find(id).filter(notes::version.eq(version)))
        .set((
            notes::body.eq(body),
            notes::at_desk.eq(at_desk),
            notes::changed_at.eq(At(now)),
            notes::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Deletes the text of a note; who did it and when stays. `false` when it is not at `version` any more.
pub fn delete(db: &mut Db, id: NoteId, version: i32, by: Option<UserId>, now: Timestamp) -> Result<bool, StoreError> {
    let changed = diesel::update(notes::table.find(id).filter(notes::version.eq(version)))
        .set((
            notes::body.eq(""),
            notes::at_desk.eq(false),
            notes::deleted_at.eq(At(now)),
            notes::deleted_by.eq(by),
            notes::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}
