//! What the rule of a fair share is asked about: open lines, what households have, and what is in stock.

use std::collections::{HashMap, HashSet};

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::columns::{At, Day};
use super::needs::{NeedRow, is_told};
use super::schema::{households, items, movements, needs};
use super::{Db, StoreError, items as item_store, labels};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::{Catalogue, Cut, ProductCode};
use crate::domain::household::HouseholdState;
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::needs::{NeedLine, NeedState, Urgency, marked_urgent};
use crate::domain::turn::{Asks, Lies, Party, Supply, weight};
use crate::domain::{HouseholdId, ItemId, LocationId, MemberId, NeedId};

const OPEN: [NeedState; 3] = [NeedState::Open, NeedState::Partly, NeedState::Reserved];
/// As long a piece is not offered again to the household that let its time go by.
const PASSED_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);
const PIECES: &str = "CAST(SUM(quantity) AS BIGINT)";

/// When it is, for the rule: the day and the zone of the site, and the moment.
#[derive(Clone, Debug)]
pub struct When {
    pub now: Timestamp,
    pub zone: TimeZone,
}

impl When {
    pub fn today(&self) -> Date {
        self.day_of(self.now)
    }

    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }
}

/// An open line, as far as the rule asks about it.
#[derive(Clone, Debug, Queryable)]
struct OpenLine {
    id: NeedId,
    household_id: HouseholdId,
    member_id: Option<MemberId>,
    product_code: ProductCode,
    cut: Option<Cut>,
    size: Option<String>,
    wanted: i32,
    got: i32,
    state: NeedState,
    urgency: Urgency,
    recorded_at: At,
    urgent_reason: String,
    urgent_until: Option<Day>,
}

impl OpenLine {
    fn asks(self, party: usize, aside: i64, when: &When) -> Asks {
        let today = when.today();
        Asks {
            is_marked: marked_urgent(&self.urgent_reason, self.urgent_until.map(|day| day.0), today).is_some(),
            recorded_on: when.day_of(self.recorded_at.0),
            party,
            aside: i32::try_from(aside).unwrap_or(i32::MAX),
            urgency: self.urgency,
            line: NeedLine {
                id: self.id,
                member: self.member_id,
                product: self.product_code,
                cut: self.cut,
                size: self.size,
                wanted: self.wanted,
                got: self.got,
                state: self.state,
                recorded_at: self.recorded_at.0,
            },
        }
    }
}

/// Everything: all open lines of active households with a card, and all that is in stock of what they ask for.
pub fn supply(db: &mut Db, when: &When, catalogue: &Catalogue) -> Result<Supply, StoreError> {
    let cards: HashMap<HouseholdId, Code> = labels::bound_of_kind(db, Kind::HouseholdCard)?
        .into_iter()
        .filter_map(|(subject, card)| Some((subject.parse().ok()?, card)))
        .collect();
    let open: Vec<OpenLine> = needs::table
        .inner_join(households::table)
        .filter(needs::state.eq_any(OPEN))
        .filter(households::state.eq(HouseholdState::Active))
        .filter(is_told())
        .order((needs::recorded_at, needs::id))
        .select((
            needs::id,
            needs::household_id,
            needs::member_id,
            needs::product_code,
            needs::cut,
            needs::size,
            needs::wanted,
            needs::got,
            needs::state,
            needs::urgency,
            needs::recorded_at,
            needs::urgent_reason,
            needs::urgent_until,
        ))
        .load(db)?;
    let met: Vec<(HouseholdId, ProductCode, Option<i64>)> = needs::table
        .filter(needs::state.eq(NeedState::Fulfilled))
        .filter(needs::urgency.ne(Urgency::Wish))
        .group_by((needs::household_id, needs::product_code))
        .select((needs::household_id, needs::product_code, sql::<Nullable<BigInt>>("CAST(SUM(wanted) AS BIGINT)")))
        .load(db)?;
    let aside = laid_aside(db)?;

    let mut supply = Supply::default();
    let mut known: HashMap<HouseholdId, usize> = HashMap::new();
    for row in open {
        let Some(card) = cards.get(&row.household_id) else { continue };
        let id = row.household_id;
        let party = *known.entry(id).or_insert_with(|| {
            supply.parties.push(Party { id, card: *card, have: 0, template: 0 });
            supply.parties.len() - 1
        });
        let ready = aside.get(&row.id).copied().unwrap_or_default();
        let heavy = weight(catalogue.product(row.product_code.as_str()));
        // A wish lies above the template.
        if row.urgency != Urgency::Wish {
            let own = &mut supply.parties[party];
            own.template += heavy * i64::from(row.wanted);
            own.have += heavy * (i64::from(row.got) + ready).min(i64::from(row.wanted));
        }
        let asks = row.asks(party, ready, when);
        if asks.missing() > 0 {
            supply.lines.push(asks);
        }
    }
    for (household, product, pieces) in met {
        let Some(party) = known.get(&household) else { continue };
        let heavy = weight(catalogue.product(product.as_str())) * pieces.unwrap_or_default();
        supply.parties[*party].have += heavy;
        supply.parties[*party].template += heavy;
    }
    supply.items = in_stock(db, when.now, &supply.lines)?;
    Ok(supply)
}

/// Pieces that lie ready, by the line that they are for.
fn laid_aside(db: &mut Db) -> Result<HashMap<NeedId, i64>, StoreError> {
    let rows: Vec<(Option<NeedId>, Option<i64>)> = items::table
        .filter(items::state.eq(ItemState::Reserved))
        .group_by(items::need_id)
        .select((items::need_id, sql::<Nullable<BigInt>>(PIECES)))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(need, pieces)| Some((need?, pieces?))).collect())
}

#[derive(Queryable)]
struct StockRow {
    id: ItemId,
    label: Option<Code>,
    product_code: ProductCode,
    cut: Option<Cut>,
    size: Option<String>,
    quantity: i32,
    version: i32,
    location_id: Option<LocationId>,
}

/// What is in stock of the products that somebody asks for, what came first coming first.
fn in_stock(db: &mut Db, now: Timestamp, lines: &[Asks]) -> Result<Vec<Lies>, StoreError> {
    let asked: HashSet<&ProductCode> = lines.iter().map(|asks| &asks.line.product).collect();
    let rows: Vec<StockRow> = items::table
        .filter(items::state.eq(ItemState::InStock))
        .order(items::id)
        .select((
            items::id,
            items::label,
            items::product_code,
            items::cut,
            items::size,
            items::quantity,
            items::version,
            items::location_id,
        ))
        .load(db)?;
    let mut passed = passed_by(db, now)?;
    let rows = rows.into_iter().filter(|row| asked.contains(&row.product_code));
    Ok(rows
        .map(|row| Lies {
            passed_by: passed.remove(&row.id).unwrap_or_default(),
            id: row.id,
            label: row.label,
            product: row.product_code,
            cut: row.cut,
            size: row.size,
            quantity: row.quantity,
            version: row.version,
            location: row.location_id,
        })
        .collect())
}

/// What the house itself released lately because its time was over, and for whom each piece had been laid aside.
pub fn passed_by(db: &mut Db, now: Timestamp) -> Result<HashMap<ItemId, Vec<HouseholdId>>, StoreError> {
    let before = diesel::alias!(movements as before);
    let rows: Vec<(ItemId, Option<HouseholdId>)> = movements::table
        .inner_join(
            before.on(before
                .field(movements::item_id)
                .eq(movements::item_id)
                .and(before.field(movements::version).eq(movements::version - 1))),
        )
        .filter(movements::kind.eq(MovementKind::Release))
        .filter(movements::recorded_at.ge(At(now - PASSED_FOR)))
        .filter(movements::actor_id.is_null())
        .select((movements::item_id, before.field(movements::household_id)))
        .load(db)?;
    let mut passed: HashMap<ItemId, Vec<HouseholdId>> = HashMap::new();
    for (item, household) in rows {
        passed.entry(item).or_default().extend(household);
    }
    Ok(passed)
}

/// The items that the house released because their time was over, since a moment.
pub fn expired_since(db: &mut Db, since: Timestamp) -> Result<Vec<ItemId>, StoreError> {
    Ok(movements::table
        .filter(movements::kind.eq(MovementKind::Release))
        .filter(movements::recorded_at.ge(At(since)))
        .filter(movements::actor_id.is_null())
        .select(movements::item_id)
        .distinct()
        .load(db)?)
}

/// These lines as they stand now, with their households, for a decision about few: at a desk, or to confirm. Lines of
/// households that may not come are left out; the order stays.
pub fn asking(db: &mut Db, rows: &[NeedRow], when: &When, catalogue: &Catalogue) -> Result<Supply, StoreError> {
    let mut ids: Vec<HouseholdId> = rows.iter().map(|row| row.household_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let subjects: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let cards = labels::bound_to_any(db, &subjects)?;
    let weights = coverage(db, &ids, catalogue)?;
    let aside = item_store::laid_aside_for(db, &ids)?;
    let mut supply = Supply::default();
    let mut known: HashMap<HouseholdId, usize> = HashMap::new();
    for row in rows {
        let id = row.household_id;
        let Some(card) = cards.get(&id.to_string()) else { continue };
        let party = *known.entry(id).or_insert_with(|| {
            let (have, template) = weights.get(&id).copied().unwrap_or_default();
            supply.parties.push(Party { id, card: *card, have, template });
            supply.parties.len() - 1
        });
        let line = OpenLine {
            id: row.id,
            household_id: id,
            member_id: row.member_id,
            product_code: row.product_code.clone(),
            cut: row.cut,
            size: row.size.clone(),
            wanted: row.wanted,
            got: row.got,
            state: row.state,
            urgency: row.urgency,
            recorded_at: row.recorded_at,
            urgent_reason: row.urgent_reason.clone(),
            urgent_until: row.urgent_until,
        };
        supply.lines.push(line.asks(party, aside.get(&(id, row.id)).copied().unwrap_or_default(), when));
    }
    Ok(supply)
}

/// How much of their lists these households have, and what the lists weigh: Σ weight · min(has, wanted), Σ weight · wanted.
pub fn coverage(
    db: &mut Db,
    ids: &[HouseholdId],
    catalogue: &Catalogue,
) -> Result<HashMap<HouseholdId, (i64, i64)>, StoreError> {
    let rows: Vec<(HouseholdId, NeedId, ProductCode, i32, i32)> = needs::table
        .filter(needs::household_id.eq_any(ids.iter().copied()))
        .filter(needs::state.ne_all([NeedState::Withdrawn, NeedState::Expired]))
        .filter(needs::urgency.ne(Urgency::Wish))
        .select((needs::household_id, needs::id, needs::product_code, needs::wanted, needs::got))
        .load(db)?;
    let aside = item_store::laid_aside_for(db, ids)?;
    let mut weights: HashMap<HouseholdId, (i64, i64)> = HashMap::new();
    for (household, need, product, wanted, got) in rows {
        let heavy = weight(catalogue.product(product.as_str()));
        let ready = aside.get(&(household, need)).copied().unwrap_or_default();
        let own = weights.entry(household).or_default();
        own.0 += heavy * (i64::from(got) + ready).min(i64::from(wanted));
        own.1 += heavy * i64::from(wanted);
    }
    Ok(weights)
}

/// What in stock could serve a line besides: single pieces of its product with a label, what came first coming first.
pub fn singles_of(db: &mut Db, product: &ProductCode) -> Result<Vec<item_store::ItemRow>, StoreError> {
    Ok(items::table
        .filter(items::product_code.eq(product))
        .filter(items::state.eq(ItemState::InStock))
        .filter(items::quantity.eq(1))
        .filter(items::label.is_not_null())
        .order(items::id)
        .limit(MOST_SINGLES)
        .select(item_store::ItemRow::as_select())
        .load(db)?)
}

/// As many pieces of one product are looked through.
const MOST_SINGLES: i64 = 2_000;

diesel::allow_columns_to_appear_in_same_group_by_clause!(needs::household_id, needs::product_code);
