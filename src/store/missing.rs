//! What households wait for and what is there or will come, added up by product, cut and size.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::{Db, StoreError};
use crate::domain::HouseholdId;
use crate::domain::catalogue::{Cut, ProductCode};
use crate::domain::item::ItemState;
use crate::domain::missing::{Open, Source, Supply};
use crate::domain::wanted::Share;

/// Lines of active households that lack something besides what lies ready for them. `{}`: what is read of them.
const OPEN: &str = "FROM needs n JOIN households h ON h.id = n.household_id \
    LEFT JOIN (SELECT need_id, CAST(SUM(quantity) AS BIGINT) AS pieces FROM items \
        WHERE state = 'reserved' AND need_id IS NOT NULL GROUP BY need_id) a ON a.need_id = n.id \
    WHERE n.state IN ('open', 'partly', 'reserved') AND h.state = 'active' \
    AND n.wanted - n.got > COALESCE(a.pieces, 0)";

#[derive(QueryableByName)]
struct OpenRow {
    #[diesel(sql_type = Text)]
    product: ProductCode,
    #[diesel(sql_type = Nullable<Text>)]
    cut: Option<Cut>,
    #[diesel(sql_type = Nullable<Text>)]
    size: Option<String>,
    #[diesel(sql_type = BigInt)]
    pieces: i64,
    #[diesel(sql_type = BigInt)]
    urgent: i64,
    #[diesel(sql_type = BigInt)]
    households: i64,
}

/// Open pieces: wanted, less what the household got, less what is laid aside for it. Urgent is one piece of a line whose person
/// has none yet, as long as nothing was got and nothing lies ready.
pub fn open(db: &mut Db) -> Result<Vec<Open>, StoreError> {
    let query = format!(
        "SELECT n.product_code AS product, n.cut AS cut, n.size AS size, \
         CAST(SUM(n.wanted - n.got - COALESCE(a.pieces, 0)) AS BIGINT) AS pieces, \
         CAST(SUM(CASE WHEN n.urgency = 'none_yet' AND n.got + COALESCE(a.pieces, 0) = 0 THEN 1 ELSE 0 END) AS BIGINT) \
         AS urgent, COUNT(DISTINCT n.household_id) AS households {OPEN} GROUP BY n.product_code, n.cut, n.size"
    );
    let rows: Vec<OpenRow> = diesel::sql_query(query).load(db)?;
    let open = |row: OpenRow| Open {
        product: row.product,
        cut: row.cut,
        size: row.size,
        pieces: row.pieces,
        urgent: row.urgent,
        households: row.households,
    };
    Ok(rows.into_iter().map(open).collect())
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = Text)]
    product: ProductCode,
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// How many households wait for each product.
pub fn households(db: &mut Db) -> Result<Vec<(ProductCode, i64)>, StoreError> {
    let query = format!(
        "SELECT n.product_code AS product, COUNT(DISTINCT n.household_id) AS number {OPEN} GROUP BY n.product_code"
    );
    let rows: Vec<Number> = diesel::sql_query(query).load(db)?;
    Ok(rows.into_iter().map(|row| (row.product, row.number)).collect())
}

/// How many households wait for any of these products.
pub fn households_of(db: &mut Db, products: &[ProductCode]) -> Result<i64, StoreError> {
    #[derive(QueryableByName)]
    struct Households {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    let query = format!(
        "SELECT COUNT(DISTINCT n.household_id) AS number {OPEN} AND n.product_code IN ({})",
        super::figures::quoted(products)
    );
    let row: Households = diesel::sql_query(query).get_result(db)?;
    Ok(row.number)
}

#[derive(QueryableByName)]
struct ShareRow {
    #[diesel(sql_type = Text)]
    household: HouseholdId,
    #[diesel(sql_type = Text)]
    product: ProductCode,
    #[diesel(sql_type = Nullable<Text>)]
    cut: Option<Cut>,
    #[diesel(sql_type = Nullable<Text>)]
    size: Option<String>,
    #[diesel(sql_type = BigInt)]
    pieces: i64,
}

/// Open pieces of one household of one product in one cut and size, and how many of its lines are urgent.
#[derive(Clone, Debug, QueryableByName)]
pub struct Held {
    #[diesel(sql_type = Text)]
    pub household: HouseholdId,
    #[diesel(sql_type = Text)]
    pub product: ProductCode,
    #[diesel(sql_type = Nullable<Text>)]
    pub cut: Option<Cut>,
    #[diesel(sql_type = Nullable<Text>)]
    pub size: Option<String>,
    #[diesel(sql_type = BigInt)]
    pub pieces: i64,
    #[diesel(sql_type = BigInt)]
    pub urgent: i64,
}

/// Who stands behind each number of [`open`], for deciding what of it may leave the house.
pub fn held(db: &mut Db) -> Result<Vec<Held>, StoreError> {
    let query = format!(
        "SELECT n.household_id AS household, n.product_code AS product, n.cut AS cut, n.size AS size, \
         CAST(SUM(n.wanted - n.got - COALESCE(a.pieces, 0)) AS BIGINT) AS pieces, \
         CAST(SUM(CASE WHEN n.urgency = 'none_yet' AND n.got + COALESCE(a.pieces, 0) = 0 THEN 1 ELSE 0 END) AS BIGINT) \
         AS urgent {OPEN} GROUP BY n.household_id, n.product_code, n.cut, n.size"
    );
    Ok(diesel::sql_query(query).load(db)?)
}

/// Open pieces of each household.
pub fn shares(db: &mut Db) -> Result<Vec<Share>, StoreError> {
    let query = format!(
        "SELECT n.household_id AS household, n.product_code AS product, n.cut AS cut, n.size AS size, \
         CAST(SUM(n.wanted - n.got - COALESCE(a.pieces, 0)) AS BIGINT) AS pieces {OPEN} \
         GROUP BY n.household_id, n.product_code, n.cut, n.size ORDER BY n.household_id, n.product_code, n.cut, n.size"
    );
    let rows: Vec<ShareRow> = diesel::sql_query(query).load(db)?;
    let share = |row: ShareRow| Share {
        household: row.household,
        product: row.product,
        cut: row.cut,
        size: row.size,
        pieces: row.pieces,
    };
    Ok(rows.into_iter().map(share).collect())
}

#[derive(QueryableByName)]
struct SupplyRow {
    #[diesel(sql_type = Text)]
    product: ProductCode,
    #[diesel(sql_type = Nullable<Text>)]
    cut: Option<Cut>,
    #[diesel(sql_type = Nullable<Text>)]
    size: Option<String>,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = BigInt)]
    pieces: i64,
}

/// Free pieces; those in care and in custody; and what donors announced that has not come yet.
pub fn supply(db: &mut Db) -> Result<Vec<Supply>, StoreError> {
    const HERE: &str = "SELECT product_code AS product, cut, size, state, CAST(SUM(quantity) AS BIGINT) AS pieces FROM items \
        WHERE state IN ('in_stock', 'in_care', 'in_custody') GROUP BY product_code, cut, size, state";
    const ANNOUNCED: &str = "SELECT a.product_code AS product, a.cut AS cut, a.size AS size, 'announced' AS state, \
        CAST(SUM(a.pieces) AS BIGINT) AS pieces FROM announced a JOIN donations d ON d.id = a.donation_id \
        WHERE d.state IN ('draft', 'offered') GROUP BY a.product_code, a.cut, a.size";
    let mut rows: Vec<SupplyRow> = diesel::sql_query(HERE).load(db)?;
    rows.extend(diesel::sql_query(ANNOUNCED).load::<SupplyRow>(db)?);
    let supply = |row: SupplyRow| Supply {
        product: row.product,
        cut: row.cut,
        size: row.size,
        pieces: row.pieces,
        source: if row.state == ItemState::InStock.word() { Source::Stock } else { Source::Coming },
    };
    Ok(rows.into_iter().map(supply).collect())
}
