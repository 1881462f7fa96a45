//! One connection type over both databases. The few places where they differ match on it.

use diesel::{PgConnection, SqliteConnection};

/// A connection to either database. Everything that speaks SQL is written once, against this.
#[derive(diesel::MultiConnection)]
pub enum Db {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// The back end of [`Db`].
pub type AnyBackend = <Db as diesel::Connection>::Backend;
