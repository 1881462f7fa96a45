//! The tables: the same on both databases, made from empty, with no column that the house must not have.

use std::collections::BTreeSet;

use crate::support::{Backend, TestApp};

fn columns(app: &TestApp) -> BTreeSet<String> {
    let sql = match app.backend {
        Backend::Sqlite => {
            "SELECT m.name || '.' || c.name || CASE WHEN c.\"notnull\" THEN ' needed' ELSE '' END \
             FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
        }
        Backend::Postgres => {
            "SELECT table_name || '.' || column_name || CASE WHEN is_nullable = 'NO' THEN ' needed' ELSE '' END \
             FROM information_schema.columns WHERE table_schema = current_schema()"
        }
    };
    app.sql(sql).lines().map(str::to_owned).filter(|line| !line.starts_with("__diesel")).collect()
}

#[test]
fn both_databases_have_the_same_tables() {
    let (sqlite, postgres) = (columns(&TestApp::on(Backend::Sqlite)), columns(&TestApp::on(Backend::Postgres)));
    assert!(sqlite.len() > 100, "the schema was read");
    assert_eq!(sqlite, postgres);
}

/// Law reference 2.5, P1: what is not there cannot leak.
#[test]
fn no_column_for_what_nobody_needs_to_know() {
    let denied = [
        "nationality",
        "nationalitaet",
        "staatsangeh",
        "nationalite",
        "religion",
        "konfession",
        "faith",
        "residence",
        "aufenthalt",
        "asyl",
        "asylum",
        "income",
        "einkommen",
        "revenu",
        "health",
        "gesundheit",
        "sante",
        "disab",
        "pregnan",
        "sex",
        "gender",
        "geschlecht",
        "ethnic",
        "race",
        "birth_date",
        "birthdate",
        "birthday",
    ];
    for column in columns(&TestApp::on(Backend::Sqlite)) {
        assert!(!denied.iter().any(|word| column.contains(word)), "{column}");
    }
}

#[test]
fn a_newer_database_is_left_alone() {
    let app = TestApp::on(Backend::Sqlite);
    app.sql("INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000000')");
    let before = app.sql("SELECT count(*) FROM sqlite_master");
    let out = app.cli(&["check"]);
    assert_eq!(out.status.code(), Some(1));
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(said.contains("made by a newer version of gabentisch"), "{said}");
    assert_eq!(app.sql("SELECT count(*) FROM sqlite_master"), before);
}
