//! The numbered steps that make the tables, embedded for both databases.

use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::db::Db;
use super::error::StoreError;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// What to do with steps that the database lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    Run,
    /// Nothing: another version may be serving this database right now.
    Refuse,
}

/// Brings the database to this version, or only makes sure that it is of this version.
///
/// # Errors
/// [`StoreError::Newer`] when it has steps that this version does not know, before anything is changed;
/// [`StoreError::Older`] when it lacks steps and they are to be refused; [`StoreError::Migration`] when a step fails.
pub(super) fn run(db: &mut Db, missing: Missing) -> Result<(), StoreError> {
    match db {
        Db::Sqlite(connection) => bring_up(connection, SQLITE, missing),
        Db::Postgres(connection) => bring_up(connection, POSTGRES, missing),
    }
}

fn bring_up<DB, C>(connection: &mut C, steps: EmbeddedMigrations, missing: Missing) -> Result<(), StoreError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| StoreError::Migration(error.to_string());
    let applied: Vec<String> =
        connection.applied_migrations().map_err(failed)?.iter().map(ToString::to_string).collect();
    let known: Vec<String> = MigrationSource::<DB>::migrations(&steps)
        .map_err(failed)?
        .iter()
        .map(|step| step.name().version().to_string())
        .collect();
    if let Some(step) = applied.iter().find(|step| !known.contains(step)) {
        return Err(StoreError::Newer { step: step.clone() });
    }
    if let (Missing::Refuse, Some(step)) = (missing, known.iter().find(|step| !applied.contains(step))) {
        return Err(StoreError::Older { step: step.clone() });
    }
    connection.run_pending_migrations(steps).map_err(failed)?;
    Ok(())
}

/// The step folders of both databases, for the test that they are twins.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_databases_have_the_same_steps() {
        let names = |steps: Vec<String>| steps;
        let sqlite = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).unwrap();
        let postgres = MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES).unwrap();
        assert_eq!(
            names(sqlite.iter().map(|step| step.name().to_string()).collect()),
            names(postgres.iter().map(|step| step.name().to_string()).collect())
        );
    }
}
