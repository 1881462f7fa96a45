//! Opening either database: addresses, the settings of each connection, and the pool for readers.

use std::fmt;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::{Connection, PgConnection, SqliteConnection};

use super::db::Db;
use super::error::StoreError;

/// Where the data is: `sqlite:PATH` or `postgres://…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    Postgres(String),
}

impl std::str::FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<DatabaseUrl, String> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if !path.is_empty() {
                return Ok(DatabaseUrl::Sqlite(PathBuf::from(path)));
            }
        } else if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(DatabaseUrl::Postgres(text.to_owned()));
        }
        Err(format!("the database address {text:?} is neither sqlite:PATH nor postgres://USER@HOST/NAME"))
    }
}

impl fmt::Display for DatabaseUrl {
    /// The address without a password, fit for a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DatabaseUrl::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => match (url.find("://"), url.rfind('@')) {
                (Some(scheme), Some(at)) => {
                    let user = url[scheme + 3..at].split(':').next().unwrap_or_default();
                    write!(f, "{}://{user}{}", &url[..scheme], &url[at..])
                }
                _ => f.write_str(url),
            },
        }
    }
}

impl DatabaseUrl {
    /// Opens one connection and gives it its settings.
    ///
    /// SQLite: write-ahead log, foreign keys, and a full sync at every commit, so that a scan that was answered survives a
    /// power cut.
    ///
    /// # Errors
    /// [`StoreError::Open`] with advice for what usually is the matter: a missing folder, a read-only file, a lock.
    pub(super) fn connect(&self) -> Result<Db, StoreError> {
        match self {
            DatabaseUrl::Sqlite(path) => {
                let mut connection = SqliteConnection::establish(&path.to_string_lossy())
                    .map_err(|cause| self.sqlite_error(path, &cause))?;
                connection
                    .batch_execute(
                        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                         PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;",
                    )
                    .map_err(|cause| self.sqlite_error(path, &cause))?;
                Ok(Db::Sqlite(connection))
            }
            DatabaseUrl::Postgres(url) => {
                let mut connection = PgConnection::establish(url).map_err(|cause| StoreError::Open {
                    url: self.to_string(),
                    cause: cause.to_string().split_whitespace().collect::<Vec<_>>().join(" "),
                    advice: "Check that PostgreSQL runs and that user, password and database name are right.",
                })?;
                connection.batch_execute("SET TIME ZONE 'UTC'")?;
                Ok(Db::Postgres(connection))
            }
        }
    }

    fn sqlite_error(&self, path: &Path, cause: &dyn fmt::Display) -> StoreError {
        let cause = cause.to_string();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let advice = if folder.is_some_and(|folder| !folder.exists()) {
            "Its folder does not exist: create it, or give another path with --database sqlite:PATH."
        } else if cause.contains("locked") || cause.contains("busy") {
            "Another program holds it: stop the other server or the tool that has the file open."
        } else if cause.contains("readonly") || cause.contains("read-only") {
            "It is read-only: let the user who runs gabentisch write to the file and its folder."
        } else if cause.contains("not a database") {
            "The file is not a gabentisch database: give another path with --database sqlite:PATH."
        } else {
            "Check the path and that the user who runs gabentisch may write there."
        };
        StoreError::Open { url: self.to_string(), cause, advice }
    }
}

/// Lends connections to readers.
#[derive(Debug)]
pub(super) struct Manager(pub DatabaseUrl);

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Db, diesel::r2d2::Error> {
        self.0.connect().map_err(|error| {
            diesel::r2d2::Error::ConnectionError(diesel::ConnectionError::BadConnection(error.to_string()))
        })
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), diesel::r2d2::Error> {
        db.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, db: &mut Db) -> bool {
        db.is_broken()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        assert_eq!("sqlite:a/b.db".parse(), Ok(DatabaseUrl::Sqlite("a/b.db".into())));
        assert!("mysql://x".parse::<DatabaseUrl>().is_err());
        assert!("sqlite:".parse::<DatabaseUrl>().is_err());
        let url: DatabaseUrl = "postgres://anna:secret@db/room".parse().unwrap();
        assert_eq!(url.to_string(), "postgres://anna@db/room");
    }
}
