//! One connection type over both databases, and the few places where they differ.

use diesel::{PgConnection, SqliteConnection};

/// A connection to either database. Everything that speaks SQL is written once, against this.
#[derive(diesel::MultiConnection)]
pub enum Db {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// The back end of [`Db`].
pub type AnyBackend = <Db as diesel::Connection>::Backend;

/// Runs the same expression on whichever database is open, for what diesel cannot express over both: upserts and
/// inserts of many rows.
macro_rules! each {
    ($db:expr, $connection:ident => $body:expr) => {
        match $db {
            $crate::store::Db::Postgres($connection) => $body,
            $crate::store::Db::Sqlite($connection) => $body,
        }
    };
}
pub(crate) use each;
