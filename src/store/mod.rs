//! Everything that speaks SQL, on SQLite and PostgreSQL alike.
//!
//! [`Store::read`] lends a connection for queries; [`Store::write`] hands a job to the one writer and comes back when it is
//! on disk. Queries live in one file for each aggregate, as plain functions over [`Db`].

mod columns;
mod connect;
mod db;
mod error;
mod migrations;
pub mod schema;
mod writer;

pub mod acceptances;
pub mod access_log;
pub mod accounts;
pub mod advice;
pub mod allocation;
pub mod announced;
pub mod arrivals;
pub mod book;
pub mod bookings;
pub mod books;
pub mod catalogue;
pub mod check;
pub mod closings;
pub mod consents;
pub mod contradictions;
pub mod council_lists;
pub mod deeds;
pub mod desk_facts;
pub mod disposals;
pub mod donations;
pub mod donors;
pub mod enrolments;
pub mod evidence;
pub mod feed_keys;
pub mod figures;
pub mod form_keys;
pub mod guard_rails;
pub mod home;
pub mod households;
pub mod issuers;
pub mod items;
pub mod labels;
pub mod ledger;
pub mod letters;
pub mod locations;
pub mod marks;
pub mod members;
pub mod mentor_links;
pub mod merges;
pub mod missing;
pub mod needs;
pub mod notes;
pub mod offers;
pub mod own_page;
pub mod paging;
pub mod papers;
pub mod pins;
pub mod proofs;
pub mod proxies;
pub mod published;
pub mod receipts;
pub mod remainders;
pub mod reports;
pub mod reservations;
pub mod scan_events;
pub mod sessions;
pub mod share_links;
pub mod shelf_checks;
pub mod sign_ins;
pub mod snapshot;
pub mod stocktakes;
pub mod terminals;
pub mod thanks;
pub mod todo;
pub mod users;
pub mod value_lines;
pub mod visits;
pub mod wanted;
pub mod words;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::connection::{AnsiTransactionManager, Connection, TransactionManager};
use diesel::r2d2::Pool;

pub use columns::{At, Day};
pub use connect::DatabaseUrl;
pub use db::{AnyBackend, Db};
pub use error::StoreError;
use migrations::Missing;

/// The database, open and of this version. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    url: DatabaseUrl,
    readers: Pool<connect::Manager>,
    writer: writer::Writer,
    /// Counts what this process has written.
    commits: AtomicU64,
}

impl Store {
    /// Opens the database, makes it when it is not there yet, and brings it to this version.
    ///
    /// # Errors
    /// [`StoreError::Open`], [`StoreError::Newer`] or [`StoreError::Migration`]; nothing is half done then.
    pub fn open(url: &DatabaseUrl) -> Result<Store, StoreError> {
        let mut first = url.connect()?;
        migrations::run(&mut first, Missing::Run)?;
        Store::around(url, first)
    }

    /// Opens a database that must exist and be of this version, for commands beside a server: they never bring it up, or
    /// they would pull it from under a server of an older version.
    ///
    /// # Errors
    /// [`StoreError::Open`], also for a SQLite file that does not exist, which is not made; [`StoreError::Newer`] or
    /// [`StoreError::Older`] for a database of another version.
    pub fn open_existing(url: &DatabaseUrl) -> Result<Store, StoreError> {
        if let DatabaseUrl::Sqlite(path) = url
            && !path.exists()
        {
            return Err(StoreError::Open {
                url: url.to_string(),
                cause: "there is no such file".to_owned(),
                advice: "Give the path with --database sqlite:PATH, or start the server once to make it.",
            });
        }
        let mut first = url.connect()?;
        migrations::run(&mut first, Missing::Refuse)?;
        Store::around(url, first)
    }

    /// Opens a database that is being filled and is thrown away when that does not end well: faster, because commits do
    /// not wait for the disk. Whoever serves it opens it anew.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub(crate) fn open_to_fill(url: &DatabaseUrl) -> Result<Store, StoreError> {
        use diesel::connection::SimpleConnection;
        let mut first = url.connect()?;
        migrations::run(&mut first, Missing::Run)?;
        if let Db::Sqlite(connection) = &mut first {
            connection.batch_execute("PRAGMA synchronous = OFF")?;
        }
        Store::around(url, first)
    }

    fn around(url: &DatabaseUrl, first: Db) -> Result<Store, StoreError> {
        let readers = Pool::builder().max_size(8).min_idle(Some(1)).build_unchecked(connect::Manager(url.clone()));
        let again = url.clone();
        let writer = writer::Writer::start(first, move || again.connect())
            .map_err(|error| StoreError::Commit(error.to_string()))?;
        Ok(Store { inner: Arc::new(Inner { url: url.clone(), readers, writer, commits: AtomicU64::new(0) }) })
    }

    pub fn url(&self) -> &DatabaseUrl {
        &self.inner.url
    }

    /// Lends a connection for queries that change nothing.
    pub fn read<T, E: From<StoreError>>(&self, query: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let mut connection = self.inner.readers.get().map_err(StoreError::from)?;
        query(&mut connection)
    }

    /// Lends a connection that sees the database as it is at one moment, however many queries are asked and whatever is
    /// written meanwhile. Nobody has to wait for it.
    pub fn read_at_one_moment<T, E: From<StoreError>>(
        &self,
        query: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
        self.read(|db| {
            let begun = match &mut *db {
                // Deferred: the first query fixes the moment, and no lock is taken that the writer would wait for.
                Db::Sqlite(connection) => AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN"),
                Db::Postgres(connection) => AnsiTransactionManager::begin_transaction_sql(
                    connection,
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                ),
            };
            begun.map_err(StoreError::from)?;
            let found = query(db);
            // Nothing was changed, so nothing is to be kept. A query that panics leaves the transaction open, and the pool
            // then throws the connection away.
            let ended = <Db as Connection>::TransactionManager::rollback_transaction(db).map_err(StoreError::from);
            let found = found?;
            ended?;
            Ok(found)
        })
    }

    /// Runs `work` in one transaction on the writer's thread and comes back when it is on disk. All of it happens or, when
    /// it fails, nothing. Only actions call this. `work` runs again, once, when PostgreSQL was lost before the commit
    /// was asked for.
    pub fn write<T, E>(&self, work: impl FnMut(&mut Db) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let done = self.inner.writer.write(work);
        if done.is_ok() {
            self.inner.commits.fetch_add(1, Ordering::Relaxed);
        }
        done
    }

    /// How often this process has written; a number that grows. Other servers on the same database do not count.
    pub fn commits(&self) -> u64 {
        self.inner.commits.load(Ordering::Relaxed)
    }

    /// Whether the database answers now.
    pub fn is_ready(&self) -> bool {
        use diesel::connection::SimpleConnection;
        self.read(|db| db.batch_execute("SELECT 1").map_err(StoreError::from)).is_ok()
    }
}
