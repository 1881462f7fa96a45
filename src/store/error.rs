//! What can go wrong with the database, in sentences that say what to do.

/// A failure below the actions. The sentence is for whoever runs the server; pages say only that it did not work.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("cannot open the database {url}: {cause}. {advice}")]
    Open { url: String, cause: String, advice: &'static str },
    #[error(
        "the database was made by a newer version of gabentisch (it has step {step}, unknown here). \
         Install that version again, or restore a backup made before the upgrade."
    )]
    Newer { step: String },
    #[error(
        "the database is older than this version of gabentisch (it lacks step {step}). \
         Start the server of this version once with gabentisch serve: it brings the database up."
    )]
    Older { step: String },
    #[error("cannot bring the database to this version: {0}")]
    Migration(String),
    #[error("the database refused: {0}")]
    Query(#[from] diesel::result::Error),
    #[error("no free connection to the database: {0}")]
    Pool(#[from] diesel::r2d2::PoolError),
    #[error("could not save: {0}")]
    Commit(String),
    #[error("the database's writer has stopped; restart the server")]
    WriterGone,
    #[error("the database holds something this version does not understand: {0}")]
    Content(String),
}

impl StoreError {
    /// Whether the same work would fail again: it does not fit what the database holds.
    pub fn is_final(&self) -> bool {
        use diesel::result::{DatabaseErrorKind as Kind, Error};
        match self {
            StoreError::Content(_) | StoreError::Query(Error::NotFound) => true,
            StoreError::Query(Error::DatabaseError(kind, _)) => matches!(
                kind,
                Kind::UniqueViolation | Kind::ForeignKeyViolation | Kind::NotNullViolation | Kind::CheckViolation
            ),
            _ => false,
        }
    }
}
