//! A house with as many items as wanted, written through the ledger itself, a thousand in one transaction, and in the same
//! proportions whatever their number: donors and households grow with the items.

use std::sync::Arc;

use gabentisch::actions::{ActionError, House, arrange_locations, make_codes, terminals};
use gabentisch::codes::{Code, Kind};
use gabentisch::domain::desk::{Draft, Fields, Target};
use gabentisch::domain::donation::{Came, DonationState, DonorKind, Origin, Source, ThanksBy};
use gabentisch::domain::household::HouseholdState;
use gabentisch::domain::item::{Condition, ItemState, MovementKind};
use gabentisch::domain::ledger::Standing;
use gabentisch::domain::{DonationId, DonorId, EventId, HouseholdId, ItemId, LocationId};
use gabentisch::store::households::HouseholdRow;
use gabentisch::store::ledger::{self, Occasion};
use gabentisch::store::{At, Day, donations, donors, households, labels};
use gabentisch::texts::fold;
use jiff::ToSpan;

const AT_ONCE: usize = 1000;
const FIRST: [&str; 12] =
    ["Anna", "Berta", "Cemal", "Dora", "Emil", "Farah", "Gerd", "Hatice", "Ivo", "Jana", "Karl", "Lena"];
const LAST: [&str; 14] = [
    "Müller",
    "Erfunden",
    "Beispiel",
    "Musterfrau",
    "Gedacht",
    "Sorglos",
    "Wunderlich",
    "Niemand",
    "Irgendwer",
    "Probe",
    "Ausgedacht",
    "Fabelhaft",
    "Kunterbunt",
    "Nirgendwo",
];
const CITIES: [&str; 6] = ["Musterstadt", "Beispielhausen", "Probedorf", "Neudorf", "Altenmuster", "Testingen"];

/// What lies in the house afterwards, to ask for.
pub struct Filled {
    pub donor: DonorId,
    pub donation: DonationId,
    pub place: LocationId,
    pub middle: ItemId,
    pub label: Code,
}

/// Fills an empty house with `items` items; `tell` hears how many there are.
pub fn fill(house: &Arc<House>, items: usize, tell: &dyn Fn(usize)) -> Result<Filled, ActionError> {
    let caretaker = terminals::caretaker(house)?;
    let mut places = Vec::new();
    for shelf in 1..=60 {
        places.push(arrange_locations::add(house, &caretaker, None, &format!("Regal {shelf}"))?.0);
    }
    let donors = givers(house, (items / 10).max(10))?;
    let gifts = gifts(house, &donors, (items / 10).max(10))?;
    let homes = homes(house, (items / 20).max(10))?;
    let catalogue = house.catalogue();
    let products: Vec<_> = catalogue.products().iter().map(|product| product.code.clone()).collect();
    let mut middle = None;
    for begin in (0..items).step_by(AT_ONCE) {
        let count = AT_ONCE.min(items - begin);
        let codes = make_codes::blank(house, &caretaker, Kind::Item, count)?;
        let (in_house, terminal, products) = (Arc::clone(house), caretaker.terminal(), products.clone());
        let (gifts, homes, places) = (gifts.clone(), homes.clone(), places.clone());
        let made = house.store().write(move |db| {
            let mut head = ledger::lock(db)?;
            let mut last = None;
            for (at, label) in codes.iter().enumerate() {
                let number = begin + at;
                // Squared, so that some kinds are frequent and others rare, as in life.
                let spread = (number * 7919) % 1000;
                let product = products[spread * spread * products.len() / 1_000_000].clone();
                let item = ItemId(in_house.uuid());
                let moment = in_house.now() - (((number * 31) % 500_000) as i64).minutes();
                let occasion = Occasion { terminal, actor: None, occurred_at: moment, recorded_at: moment };
                let stock = Standing {
                    state: ItemState::InStock,
                    quantity: 1 + i32::from(number % 40 == 0) * 9,
                    version: 1,
                    household: None,
                    need: None,
                    location: Some(places[number % places.len()]),
                };
                let fields = Fields {
                    product: Some(product),
                    size: Some(["104", "116", "128", "M", "L", "38"][number % 6].to_owned()),
                    condition: Some(Condition::Good),
                    donation: Some(gifts[number % gifts.len()]),
                    ..Fields::default()
                };
                let mut drafts = vec![Draft {
                    event_id: EventId(item.0),
                    target: Target::New { item, label: *label },
                    kind: MovementKind::Intake,
                    after: stock.clone(),
                    visit: None,
                    reverses: None,
                    details: Some(fields),
                }];
                let moved = match number % 20 {
                    0..=9 => Some((MovementKind::HandOut, ItemState::HandedOut)),
                    10 => Some((MovementKind::Care, ItemState::InCare)),
                    11 if number % 200 == 11 => Some((MovementKind::Missing, ItemState::Missing)),
                    _ => None,
                };
                drafts.extend(moved.map(|(kind, state)| Draft {
                    event_id: EventId(in_house.uuid()),
                    target: Target::Item(item),
                    kind,
                    after: Standing {
                        state,
                        version: 2,
                        household: (state == ItemState::HandedOut).then(|| homes[number % homes.len()]),
                        location: stock.location.filter(|_| state.is_here()),
                        ..stock.clone()
                    },
                    visit: None,
                    reverses: None,
                    details: None,
                }));
                head = ledger::append(db, head, &drafts, occasion)?;
                last = Some((item, *label));
            }
            Ok::<_, ActionError>(last)
        })?;
        if middle.is_none() || begin <= items / 2 {
            middle = made;
        }
        tell(begin + count);
    }
    let (middle, label) = middle.ok_or(ActionError::NotFound)?;
    Ok(Filled { donor: donors[donors.len() / 2], donation: gifts[gifts.len() / 2], place: places[30], middle, label })
}

fn givers(house: &Arc<House>, count: usize) -> Result<Vec<DonorId>, ActionError> {
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let mut ids = Vec::new();
        for number in 0..count {
            let (first, last) = (FIRST[number % FIRST.len()], LAST[(number / FIRST.len()) % LAST.len()]);
            let name = format!("{first} {last} {}", number / (FIRST.len() * LAST.len()));
            let city = CITIES[number % CITIES.len()].to_owned();
            let id = DonorId(in_house.uuid());
            let row = donors::DonorRow {
                id,
                kind: DonorKind::ALL[number % 3],
                search: fold(&format!("{name} {city}")),
                name,
                street: String::new(),
                postcode: String::new(),
                city,
                email: String::new(),
                note: String::new(),
                created_at: At(in_house.now()),
                version: 1,
                country: String::new(),
                contact: String::new(),
                lang: "de".to_owned(),
                thanks: ThanksBy::None,
                gives_every_months: None,
            };
            donors::insert(db, &row)?;
            ids.push(id);
        }
        Ok(ids)
    })
}

fn gifts(house: &Arc<House>, donors: &[DonorId], count: usize) -> Result<Vec<DonationId>, ActionError> {
    let (in_house, givers) = (Arc::clone(house), donors.to_vec());
    house.store().write(move |db| {
        let mut ids = Vec::new();
        for number in 0..count {
            let id = DonationId(in_house.uuid());
            let row = donations::DonationRow {
                id,
                donor_id: givers[number % givers.len()],
                received_on: Day(in_house.today() - ((number % 700) as i64).days()),
                origin: Origin::Unknown,
                state: if number % 3 == 0 { DonationState::Closed } else { DonationState::Received },
                description: String::new(),
                pieces_announced: None,
                receipt_wanted: false,
                created_at: At(in_house.now()),
                version: 1,
                issuer_id: None,
                source: Source::Gift,
                came: Came::Unknown,
                bags: None,
                weight_g: None,
                paid_cents: None,
                council_list_id: None,
                offered_on: None,
                only_offered: false,
            };
            donations::insert(db, &row)?;
            ids.push(id);
        }
        Ok(ids)
    })
}

fn homes(house: &Arc<House>, count: usize) -> Result<Vec<HouseholdId>, ActionError> {
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let mut ids = Vec::new();
        for number in 0..count {
            let id = HouseholdId(in_house.uuid());
            let row = HouseholdRow {
                pin_hash: String::new(),
                pin_failures: 0,
                pin_locked_until: None,
                contact_name: String::new(),
                contact_email: String::new(),
                contact_phone: String::new(),
                merged_into: None,
                waits_since: At(in_house.now() - jiff::SignedDuration::from_hours(24 * (number % 900) as i64)),
                id,
                state: if number % 9 == 0 { HouseholdState::Left } else { HouseholdState::Active },
                people: 1 + (number % 6) as i32,
                area: format!("Viertel {}", number % 40),
                lang: String::new(),
                note: String::new(),
                registered_on: Day(in_house.today() - ((number % 900) as i64).days()),
                last_visit_on: (number % 4 != 0).then(|| Day(in_house.today() - ((number % 300) as i64).days())),
                version: 1,
            };
            households::insert(db, &row)?;
            let card = Code::draw(Kind::HouseholdCard, &mut rand::rng());
            labels::insert(db, card, Some(id.to_string()), in_house.now())?;
            ids.push(id);
        }
        Ok(ids)
    })
}
