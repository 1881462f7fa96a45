//! What the rule of a fair share is asked about: open lines, what households have, and what is in stock.

use std::collections::{BTreeMap, HashMap, HashSet};

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::columns::{At, Day};
use super::needs::{NeedRow, is_told};
use super::schema::{households, items, members, movements, needs};
use super::{AnyBackend, Db, StoreError, items as item_store, labels};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::{Catalogue, Cut, ProductCode};
use crate::domain::household::{HouseholdState, size_of};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::needs::{NeedLine, NeedState, Urgency, marked_urgent};
use crate::domain::sizes::Sizes;
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
    fn of(row: &NeedRow) -> OpenLine {
        OpenLine {
            id: row.id,
            household_id: row.household_id,
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
        }
    }

    fn asks(self, party: usize, aside: i64, pieces: Pieces, when: &When) -> Asks {
        let today = when.today();
        Asks {
            is_marked: marked_urgent(&self.urgent_reason, self.urgent_until.map(|day| day.0), today).is_some(),
            recorded_on: when.day_of(self.recorded_at.0),
            party,
            aside: i32::try_from(aside).unwrap_or(i32::MAX),
            elsewhere: pieces.elsewhere,
            earlier: pieces.earlier,
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
    let aside = laid_aside(db)?;
    let lists = lists(db, None, &aside, when, catalogue)?;

    let mut supply = Supply::default();
    let mut known: HashMap<HouseholdId, usize> = HashMap::new();
    for row in open {
        let Some(card) = cards.get(&row.household_id) else { continue };
        let id = row.household_id;
        let party = *known.entry(id).or_insert_with(|| {
            let (have, template) = lists.weights.get(&id).copied().unwrap_or_default();
            supply.parties.push(Party { id, card: *card, have, template });
            supply.parties.len() - 1
        });
        let ready = aside.get(&row.id).copied().unwrap_or_default();
        let pieces = lists.pieces.get(&row.id).copied().unwrap_or_default();
        let asks = row.asks(party, ready, pieces, when);
        if asks.missing() > 0 {
            supply.lines.push(asks);
        }
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
    let aside = laid_aside_for(db, &ids)?;
    let lists = lists(db, Some(&ids), &aside, when, catalogue)?;
    let mut supply = Supply::default();
    let mut known: HashMap<HouseholdId, usize> = HashMap::new();
    for row in rows {
        let id = row.household_id;
        let Some(card) = cards.get(&id.to_string()) else { continue };
        let party = *known.entry(id).or_insert_with(|| {
            let (have, template) = lists.weights.get(&id).copied().unwrap_or_default();
            supply.parties.push(Party { id, card: *card, have, template });
            supply.parties.len() - 1
        });
        let ready = aside.get(&row.id).copied().unwrap_or_default();
        let pieces = lists.pieces.get(&row.id).copied().unwrap_or_default();
        supply.lines.push(OpenLine::of(row).asks(party, ready, pieces, when));
    }
    Ok(supply)
}

/// Pieces that lie ready for these households, by the line that they are for.
pub fn laid_aside_for(db: &mut Db, ids: &[HouseholdId]) -> Result<HashMap<NeedId, i64>, StoreError> {
    Ok(item_store::laid_aside_for(db, ids)?.into_iter().map(|((_, need), pieces)| (need, pieces)).collect())
}

/// A line as if nothing else were known of its household: its score is never lower than what comes out in the end, but for
/// the points of the household.
pub fn alone(row: &NeedRow, when: &When) -> Asks {
    OpenLine::of(row).asks(0, 0, Pieces::default(), when)
}

/// How much of its list this household has, and what the list weighs.
pub fn coverage(db: &mut Db, id: HouseholdId, when: &When, catalogue: &Catalogue) -> Result<(i64, i64), StoreError> {
    let aside = laid_aside_for(db, &[id])?;
    Ok(lists(db, Some(&[id]), &aside, when, catalogue)?.weights.remove(&id).unwrap_or_default())
}

/// What the lists of some households say about each other's lines.
#[derive(Debug, Default)]
struct Lists {
    /// Σ weight · min(there or laid aside, wanted), Σ weight · wanted.
    weights: HashMap<HouseholdId, (i64, i64)>,
    pieces: HashMap<NeedId, Pieces>,
}

/// What a person has of a product besides one line, in pieces: as [`Asks`] says it.
#[derive(Clone, Copy, Debug, Default)]
struct Pieces {
    elsewhere: i32,
    earlier: i32,
}

/// A line as far as it says what somebody has.
#[derive(Clone, Debug, Queryable)]
struct Listed {
    id: NeedId,
    household: HouseholdId,
    member: Option<MemberId>,
    product: ProductCode,
    cut: Option<Cut>,
    size: Option<String>,
    wanted: i32,
    got: i32,
    state: NeedState,
    urgency: Urgency,
}

/// The lists of these households, or of all that may come. A line that was met counts until its time is over or somebody
/// answered whether it is needed again, and as long as the person wears that size; a wish lies above the template.
fn lists(
    db: &mut Db,
    ids: Option<&[HouseholdId]>,
    aside: &HashMap<NeedId, i64>,
    when: &When,
    catalogue: &Catalogue,
) -> Result<Lists, StoreError> {
    let lasts = needs::renew_months.is_null().or(needs::renew_at.gt(At(when.now)));
    let mut query = needs::table
        .inner_join(households::table)
        .filter(households::state.eq(HouseholdState::Active))
        .filter(needs::state.eq_any(OPEN).or(needs::state.eq(NeedState::Fulfilled).and(lasts)))
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
        ))
        .into_boxed::<AnyBackend>();
    if let Some(ids) = ids {
        query = query.filter(needs::household_id.eq_any(ids.to_vec()));
    }
    let mut lines: Vec<Listed> = query.load(db)?;
    drop_outgrown(db, ids, &mut lines, catalogue)?;

    let ready = |line: &Listed| i32::try_from(aside.get(&line.id).copied().unwrap_or_default()).unwrap_or(i32::MAX);
    let mut lists = Lists::default();
    let mut has: HashMap<(HouseholdId, Option<MemberId>, &ProductCode), i32> = HashMap::new();
    for line in &lines {
        let have = line.got.saturating_add(ready(line));
        *has.entry((line.household, line.member, &line.product)).or_default() += have;
        if line.urgency == Urgency::Wish {
            continue;
        }
        let heavy = weight(catalogue.product(line.product.as_str()));
        let counted = if line.state == NeedState::Fulfilled { line.wanted } else { have.min(line.wanted) };
        let own = lists.weights.entry(line.household).or_default();
        own.0 += heavy * i64::from(counted);
        own.1 += heavy * i64::from(line.wanted);
    }
    let mut lacks: HashMap<(HouseholdId, Option<MemberId>, &ProductCode), i32> = HashMap::new();
    for line in lines.iter().filter(|line| line.state != NeedState::Fulfilled) {
        let (whose, have) = ((line.household, line.member, &line.product), line.got.saturating_add(ready(line)));
        let lack = lacks.entry(whose).or_default();
        let elsewhere = has.get(&whose).copied().unwrap_or_default() - have;
        lists.pieces.insert(line.id, Pieces { elsewhere, earlier: *lack });
        // Only a line of somebody who has none takes the first place from those after it.
        if line.urgency == Urgency::None {
            *lack += (line.wanted - have).max(0);
        }
    }
    Ok(lists)
}

/// Leaves out what was got in a size that the person no longer wears. Where nobody knows a size, nothing says that it was
/// outgrown.
fn drop_outgrown(
    db: &mut Db,
    ids: Option<&[HouseholdId]>,
    lines: &mut Vec<Listed>,
    catalogue: &Catalogue,
) -> Result<(), StoreError> {
    let is_met = |line: &Listed| line.state == NeedState::Fulfilled && line.size.is_some() && line.member.is_some();
    if !lines.iter().any(is_met) {
        return Ok(());
    }
    let mut query = members::table.select((members::id, members::sizes)).into_boxed::<AnyBackend>();
    if let Some(ids) = ids {
        query = query.filter(members::household_id.eq_any(ids.to_vec()));
    }
    let rows: Vec<(MemberId, String)> = query.load(db)?;
    let worn: HashMap<MemberId, BTreeMap<String, String>> =
        rows.into_iter().map(|(id, sizes)| (id, serde_json::from_str(&sizes).unwrap_or_default())).collect();
    let sizes = Sizes::shipped();
    lines.retain(|line| {
        let (true, Some(worn)) = (is_met(line), line.member.and_then(|id| worn.get(&id))) else { return true };
        let Some(product) = catalogue.product(line.product.as_str()) else { return true };
        let read = |text: &str| sizes.read(product, line.cut, text);
        let (Some(now), Some(then)) =
            (size_of(worn, product, line.cut).and_then(|size| read(&size)), line.size.as_deref().and_then(read))
        else {
            return true;
        };
        sizes.fits(product, Some(&now), Some(&then)).is_possible()
    });
    Ok(())
}

/// A cut and a size.
type KindOfPiece = (Option<Cut>, Option<String>);

/// The kinds of single pieces with a label that are in stock of a product.
pub fn kinds_of(db: &mut Db, product: &ProductCode) -> Result<Vec<KindOfPiece>, StoreError> {
    Ok(items::table
        .filter(items::product_code.eq(product))
        .filter(items::state.eq(ItemState::InStock))
        .filter(items::quantity.eq(1))
        .filter(items::label.is_not_null())
        .order((items::cut, items::size))
        .select((items::cut, items::size))
        .distinct()
        .load(db)?)
}

/// The single piece of a kind that has been in stock longest.
pub fn first_single(
    db: &mut Db,
    product: &ProductCode,
    cut: Option<Cut>,
    size: Option<&str>,
) -> Result<Option<item_store::ItemRow>, StoreError> {
    let of_product = items::table
        .filter(items::product_code.eq(product))
        .filter(items::state.eq(ItemState::InStock))
        .filter(items::quantity.eq(1))
        .filter(items::label.is_not_null())
        .order(items::id)
        .select(item_store::ItemRow::as_select())
        .into_boxed::<AnyBackend>();
    let of_cut = match cut {
        Some(cut) => of_product.filter(items::cut.eq(cut)),
        None => of_product.filter(items::cut.is_null()),
    };
    Ok(match size {
        Some(size) => of_cut.filter(items::size.eq(size)).first(db).optional()?,
        None => of_cut.filter(items::size.is_null()).first(db).optional()?,
    })
}
