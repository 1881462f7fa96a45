//! The numbered steps that make the tables, embedded for both databases.

use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::db::Db;
use super::error::StoreError;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Brings the database to this version.
///
/// # Errors
/// [`StoreError::Newer`] when it has steps that this version does not know, before anything is changed;
/// [`StoreError::Migration`] when a step fails.
pub(super) fn run(db: &mut Db) -> Result<(), StoreError> {
    match db {
        Db::Sqlite(connection) => bring_up(connection, SQLITE),
        Db::Postgres(connection) => bring_up(connection, POSTGRES),
    }
}

fn bring_up<DB, C>(connection: &mut C, steps: EmbeddedMigrations) -> Result<(), StoreError>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| StoreError::Migration(error.to_string());
    let applied = connection.applied_migrations().map_err(failed)?;
    let known: Vec<String> = MigrationSource::<DB>::migrations(&steps)
        .map_err(failed)?
        .iter()
        .map(|step| step.name().version().to_string())
        .collect();
    if let Some(step) = applied.iter().map(ToString::to_string).find(|step| !known.contains(step)) {
        return Err(StoreError::Newer { step });
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
