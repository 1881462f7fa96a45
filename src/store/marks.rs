//! How far each part of the house has come, as a word that changes when something there changes. Cheap, because pages that
//! stay open ask for it all the time.

use diesel::dsl::{count_star, max, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::columns::At;
use super::schema::{
    contradictions, deeds, donations, donors, enrolments, households, ledger_head, locations, members, needs, notes,
    stocktake_sightings, stocktakes, terminals, users,
};
use super::{Db, StoreError};

/// The parts of the house that a page can listen to.
pub const TOPICS: [&str; 9] =
    ["items", "households", "donors", "donations", "stocktakes", "contradictions", "terminals", "settings", "notes"];

macro_rules! versions {
    ($db:expr, $table:ident) => {{
        let found: (i64, Option<i64>) =
            $table::table.select((count_star(), sql::<Nullable<BigInt>>("CAST(SUM(version) AS BIGINT)"))).first($db)?;
        format!("{}.{}", found.0, found.1.unwrap_or_default())
    }};
}

/// The mark of each of [`TOPICS`], in that order.
pub fn all(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let ledger: i64 = ledger_head::table.select(ledger_head::position).first(db)?;
    let last_deed: Option<At> = deeds::table.select(max(deeds::done_at)).first(db)?;
    let deed = last_deed.map(|at| at.0.to_string()).unwrap_or_default();
    let lines: i64 = needs::table.select(count_star()).first(db)?;
    let seen: i64 = stocktake_sightings::table.select(count_star()).first(db)?;
    let waiting: i64 = enrolments::table.select(count_star()).first(db)?;
    let (devices, heard): (i64, Option<At>) = terminals::table
        .filter(terminals::user_id.is_null())
        .select((count_star(), max(terminals::last_seen_at)))
        .first(db)?;
    let set_aside: i64 = terminals::table.filter(terminals::suspect_since.is_not_null()).count().get_result(db)?;
    let heard = heard.map(|at| at.0.to_string()).unwrap_or_default();
    let (noted, renoted): (i64, Option<i64>) =
        notes::table.select((count_star(), sql::<Nullable<BigInt>>("CAST(SUM(version) AS BIGINT)"))).first(db)?;
    Ok(vec![
        format!("{ledger}"),
        format!("{} {} {lines} {deed}", versions!(db, households), versions!(db, members)),
        versions!(db, donors),
        format!("{} {ledger}", versions!(db, donations)),
        format!("{} {seen}", versions!(db, stocktakes)),
        versions!(db, contradictions),
        format!("{devices} {heard} {set_aside} {waiting} {deed}"),
        format!("{} {}", versions!(db, locations), versions!(db, users)),
        format!("{noted} {}", renoted.unwrap_or_default()),
    ])
}
