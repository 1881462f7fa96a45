//! How far each part of the house has come: a number that grows when something there changes. The writer counts in the
//! transaction of the change itself, so that a page hears of what other servers on the same database did as well.
//!
//! Cheap, because pages that stay open ask for it all the time: a handful of rows, however large the house. What a job
//! changed follows from its own statements; nothing that writes has to think of it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use diesel::connection::{Connection, InstrumentationEvent};
use diesel::prelude::*;

use super::schema::marks;
use super::{Db, StoreError};

/// The parts of the house that a page can listen to.
pub const TOPICS: [&str; 12] = [
    "items",
    "households",
    "donors",
    "donations",
    "stocktakes",
    "contradictions",
    "terminals",
    "settings",
    "notes",
    "sessions",
    "reservations",
    "outbox",
];

/// Which topics a change of a table concerns. Items change through the ledger, and with them what became of a donation.
fn topics(table: &str) -> &'static [&'static str] {
    match table {
        "ledger_head" => &["items", "donations"],
        "households" | "members" | "needs" | "proxies" | "mentor_links" | "merges" => &["households"],
        "sessions" | "slots" | "bookings" => &["sessions"],
        "reservations" | "shelf_checks" => &["reservations"],
        "outbox" => &["outbox"],
        "deeds" => &["households", "terminals"],
        "donors" => &["donors"],
        "donations" => &["donations"],
        "stocktakes" | "stocktake_sightings" => &["stocktakes"],
        "contradictions" => &["contradictions"],
        "terminals" | "enrolments" => &["terminals"],
        "locations" | "users" => &["settings"],
        "notes" => &["notes"],
        _ => &[],
    }
}

/// The table that a statement writes to; `None` when it only reads.
fn written(sql: &str) -> Option<&str> {
    let mut words = sql.split_ascii_whitespace();
    let table = match words.next()? {
        "UPDATE" => words.next(),
        "INSERT" | "DELETE" => words.nth(1),
        _ => None,
    }?;
    table.split(['`', '"', '(']).find(|part| !part.is_empty())
}

/// The topics that the statements of one connection have changed since they were last taken.
#[derive(Clone, Default)]
pub(super) struct Heard(Arc<Mutex<BTreeSet<&'static str>>>);

impl Heard {
    /// Begins to listen to what is sent through a connection.
    pub(super) fn listen(&self, db: &mut Db) {
        let topics_heard = Arc::clone(&self.0);
        db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event
                && let Some(table) = written(&query.to_string())
            {
                topics_heard.lock().unwrap_or_else(PoisonError::into_inner).extend(topics(table));
            }
        });
    }

    pub(super) fn take(&self) -> BTreeSet<&'static str> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Counts a change of these topics. The last thing before a commit, and in the order of the set: other servers that count
/// at the same moment wait for each other, and never in a circle.
pub(super) fn raise(db: &mut Db, topics: &BTreeSet<&'static str>) -> QueryResult<()> {
    for topic in topics {
        diesel::update(marks::table.find(*topic)).set(marks::changes.eq(marks::changes + 1)).execute(db)?;
    }
    Ok(())
}

/// The mark of each of [`TOPICS`], in that order.
pub fn all(db: &mut Db) -> Result<Vec<i64>, StoreError> {
    let found: Vec<(String, i64)> = marks::table.load(db)?;
    let of = |topic: &&str| found.iter().find(|(known, _)| known == topic).map_or(0, |(_, changes)| *changes);
    Ok(TOPICS.iter().map(of).collect())
}

/// The marks of some of [`TOPICS`], in the order in which they are named.
pub fn of(db: &mut Db, topics: &[&str]) -> Result<Vec<i64>, StoreError> {
    let found: Vec<(String, i64)> = marks::table.filter(marks::topic.eq_any(topics)).load(db)?;
    let of = |topic: &&str| found.iter().find(|(known, _)| known == topic).map_or(0, |(_, changes)| *changes);
    Ok(topics.iter().map(of).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_tells_what_it_writes_to() {
        assert_eq!(written("INSERT INTO `needs` (`id`) VALUES (?)"), Some("needs"));
        assert_eq!(written("UPDATE \"users\" SET \"version\" = $1"), Some("users"));
        assert_eq!(written("DELETE  FROM members WHERE id = 1"), Some("members"));
        assert_eq!(written("INSERT INTO notes(id) VALUES (1)"), Some("notes"));
        assert_eq!(written("SELECT * FROM users"), None);
        assert_eq!(written(""), None);
    }
}
