//! What a terminal takes along for the time that it is cut off: the whole house in a few queries, without a name.

use std::collections::HashMap;

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use super::columns::{At, Day};
use super::schema::{donations, households, items, labels, locations, movements, needs, products, users};
use super::{Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::{Catalogue, Cut, ProductCode};
use crate::domain::desk::Rules;
use crate::domain::donation::DonationState;
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::ledger::Standing;
use crate::domain::needs::{NeedState, Occasion};
use crate::domain::rights::Role;
use crate::domain::snapshot::{Known, KnownHousehold, KnownItem, KnownNeed, Snapshot, name_of};
use crate::domain::{DonationId, HouseholdId, ItemId, LocationId, NeedId, UserId, VisitId};
use crate::texts::Lang;

/// A piece that left the house before this comes back so rarely that the terminal may ask the server about it.
const RECENT: SignedDuration = SignedDuration::from_hours(60 * 24);

/// When a snapshot is taken, and what it is told besides the database.
pub struct Moment<'a> {
    pub catalogue: &'a Catalogue,
    pub rules: Rules,
    /// IANA name.
    pub zone: String,
    pub days: &'a jiff::tz::TimeZone,
    pub now: Timestamp,
    pub key: [u8; 32],
}

/// Takes a snapshot. Call it where the database stands still, such as in
/// [`Store::read_at_one_moment`](super::Store::read_at_one_moment).
pub fn take(db: &mut Db, moment: &Moment<'_>) -> Result<Snapshot, StoreError> {
    let places: HashMap<LocationId, String> = locations::table
        .select((locations::id, locations::name))
        .load::<(LocationId, String)>(db)?
        .into_iter()
        .collect();
    let mut snapshot = Snapshot {
        taken_at: moment.now,
        zone: moment.zone.clone(),
        key: moment.key,
        groups: moment.catalogue.groups().to_vec(),
        products: moment.catalogue.products().to_vec(),
        rules: moment.rules,
        known: HashMap::new(),
        blank: Vec::new(),
        places,
    };
    let households = known_households(db)?;
    let badges = badges(db)?;
    let donations: HashMap<DonationId, DonationState> =
        donations::table.select((donations::id, donations::state)).load::<(_, _)>(db)?.into_iter().collect();
    for (code, item) in known_items(db, moment)? {
        let known = match item.standing.state {
            // Passed on or thrown away: whoever finds the label puts it aside.
            ItemState::Discarded | ItemState::Transferred => Known::Void,
            _ => Known::Item(item),
        };
        snapshot.known.insert(name_of(&moment.key, code), known);
    }
    let bound_items = labels::kind.eq(Kind::Item.word()).and(labels::state.eq(LabelState::Bound));
    let others: Vec<(Code, LabelState, Option<String>)> = labels::table
        .filter(diesel::dsl::not(bound_items))
        .select((labels::code, labels::state, labels::subject))
        .load(db)?;
    for (code, state, subject) in others {
        let name = name_of(&moment.key, code);
        let subject = subject.unwrap_or_default();
        let known = match (state, code.kind()) {
            (LabelState::Blank, Kind::Item) => {
                snapshot.blank.push(name);
                continue;
            }
            (LabelState::Replaced | LabelState::Void, _) => Some(Known::Void),
            (LabelState::Blank, _) | (_, Kind::Item | Kind::Command) => None,
            (_, Kind::HouseholdCard) => {
                let household = subject.parse().ok().and_then(|id: HouseholdId| households.get(&id).cloned());
                Some(household.map_or(Known::Voucher, Known::Household))
            }
            (_, Kind::VolunteerBadge) => subject.parse().ok().and_then(|id: UserId| badges.get(&id).cloned()),
            (_, Kind::Donation) => subject
                .parse()
                .ok()
                .and_then(|id: DonationId| Some(Known::Donation { id, state: *donations.get(&id)? })),
            (_, Kind::DonorCard) => Some(Known::Donor),
            (_, Kind::Location | Kind::Box) => subject.parse().ok().map(|id| Known::Location { id }),
            (_, Kind::Product) => subject.parse().ok().map(|product| Known::Product { product }),
        };
        if let Some(known) = known {
            snapshot.known.insert(name, known);
        }
    }
    Ok(snapshot)
}

#[derive(Queryable)]
struct ItemFacts {
    id: ItemId,
    label: Code,
    product: ProductCode,
    cut: Option<Cut>,
    size: Option<String>,
    condition: Condition,
    donation: Option<DonationId>,
    state: ItemState,
    quantity: i32,
    version: i32,
    household: Option<HouseholdId>,
    need: Option<NeedId>,
    location: Option<LocationId>,
    visit: Option<VisitId>,
}

/// Labelled pieces that may be scanned: all that are not long gone.
fn known_items(db: &mut Db, moment: &Moment<'_>) -> Result<Vec<(Code, KnownItem)>, StoreError> {
    let since = At(moment.now - RECENT);
    let rows: Vec<ItemFacts> = items::table
        .filter(items::label.is_not_null())
        .filter(items::state.ne(ItemState::HandedOut).or(items::moved_at.ge(since)))
        .select((
            items::id,
            items::label.assume_not_null(),
            items::product_code,
            items::cut,
            items::size,
            items::item_condition,
            items::donation_id,
            items::state,
            items::quantity,
            items::version,
            items::household_id,
            items::need_id,
            items::location_id,
            items::visit_id,
        ))
        .load(db)?;
    // The last time that each of the pieces that are out left the house.
    let leaving = [MovementKind::HandOut, MovementKind::Rebook, MovementKind::Split];
    let left: HashMap<ItemId, At> = movements::table
        .inner_join(items::table)
        .filter(items::label.is_not_null())
        .filter(items::state.eq(ItemState::HandedOut))
        .filter(items::moved_at.ge(since))
        .filter(movements::kind.eq_any(leaving))
        .order(movements::position)
        .select((movements::item_id, movements::occurred_at))
        .load::<(ItemId, At)>(db)?
        .into_iter()
        .collect();
    let known = |row: ItemFacts| {
        let out = row.state == ItemState::HandedOut;
        let handed_out_on = left.get(&row.id).filter(|_| out).map(|at| at.0.to_zoned(moment.days.clone()).date());
        let standing = Standing {
            state: row.state,
            quantity: row.quantity,
            version: row.version,
            household: row.household,
            need: row.need,
            location: row.location,
        };
        let item = KnownItem {
            id: row.id,
            product: row.product,
            cut: row.cut,
            size: row.size,
            condition: row.condition,
            donation: row.donation,
            standing,
            last_visit: row.visit,
            handed_out_on,
        };
        (row.label, item)
    };
    Ok(rows.into_iter().map(known).collect())
}

/// Every household with what it still lacks and what it has got. Who of it a line is for is left out, and so is every line
/// that tells of somebody's health, consent or not: a device may be lost.
fn known_households(db: &mut Db) -> Result<HashMap<HouseholdId, KnownHousehold>, StoreError> {
    let rows: Vec<(HouseholdId, HouseholdState, i32, Option<Day>)> = households::table
        .select((households::id, households::state, households::people, households::last_visit_on))
        .load(db)?;
    let mut known: HashMap<HouseholdId, KnownHousehold> = rows
        .into_iter()
        .map(|(id, state, people, last)| {
            let last_visit_on = last.map(|day| day.0);
            (id, KnownHousehold { id, state, people, last_visit_on, needs: Vec::new() })
        })
        .collect();
    type Line = (HouseholdId, NeedId, ProductCode, Option<Cut>, Option<String>, i32, i32, NeedState, At);
    let lines: Vec<Line> = needs::table
        .inner_join(products::table)
        .filter(needs::state.ne_all([NeedState::Withdrawn, NeedState::Expired]))
        .filter(needs::occasion.ne(Occasion::Maternity))
        .filter(products::special.eq(false))
        .order((needs::recorded_at, needs::id))
        .select((
            needs::household_id,
            needs::id,
            needs::product_code,
            needs::cut,
            needs::size,
            needs::wanted,
            needs::got,
            needs::state,
            needs::recorded_at,
        ))
        .load(db)?;
    for (household, id, product, cut, size, wanted, got, state, recorded_at) in lines {
        if let Some(household) = known.get_mut(&household) {
            let recorded_at = recorded_at.0;
            household.needs.push(KnownNeed { id, product, cut, size, wanted, got, state, recorded_at });
        }
    }
    Ok(known)
}

fn badges(db: &mut Db) -> Result<HashMap<UserId, Known>, StoreError> {
    let rows: Vec<(UserId, Role, bool, Lang)> =
        users::table.select((users::id, users::role, users::active, users::lang)).load(db)?;
    Ok(rows.into_iter().map(|(user, role, active, lang)| (user, Known::Badge { user, role, active, lang })).collect())
}
