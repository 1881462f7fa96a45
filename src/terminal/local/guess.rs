//! What a code must be that the snapshot does not know: it was printed or bound since, or there is no snapshot.

use super::world::World;
use crate::codes::{Code, Kind};
use crate::domain::catalogue::{Cut, Product, ProductCode};
use crate::domain::desk::{Mode, Scan};
use crate::domain::donation::DonationState;
use crate::domain::household::HouseholdState;
use crate::domain::item::{Condition, ItemState};
use crate::domain::ledger::Standing;
use crate::domain::rights::Role;
use crate::domain::snapshot::{Known, KnownHousehold, KnownItem};
use crate::domain::{DonationId, HouseholdId, ItemId, LocationId, UserId};
use crate::texts::{Lang, Words};

/// Children of an event that the server never makes: guessed things have ids of their own.
const GUESSED: i32 = -1;

/// Takes the scanned code for what its kind and the mode say, when nothing is known of it.
pub fn guess(world: &mut World, scan: &Scan) {
    let Ok(code) = scan.code else { return };
    if world.known(code).is_some() || world.is_blank(code) {
        return;
    }
    let id = scan.event_id.child(GUESSED);
    let known = match (code.kind(), scan.mode) {
        (Kind::Command, _) | (_, Mode::Lookup) => return,
        (Kind::Item, Mode::Intake) => return world.guess_blank(code),
        (Kind::Item, mode) => {
            let Some(product) = product_code(code) else { return };
            world.name(product.clone(), called(code));
            Known::Item(item(ItemId(id), product, mode))
        }
        (Kind::HouseholdCard, _) => Known::Household(KnownHousehold {
            id: HouseholdId(id),
            state: HouseholdState::Active,
            people: 0,
            last_visit_on: None,
            needs: Vec::new(),
        }),
        (Kind::VolunteerBadge, _) => {
            Known::Badge { user: UserId(id), role: Role::Volunteer, active: true, lang: Lang::default() }
        }
        (Kind::Donation, _) => Known::Donation { id: DonationId(id), state: DonationState::Received },
        (Kind::DonorCard, _) => Known::Donor,
        (Kind::Location | Kind::Box, _) => {
            world.place(LocationId(id), code.printed());
            Known::Location { id: LocationId(id) }
        }
        (Kind::Product, _) => {
            let Some(product) = product(world, code) else { return };
            let known = Known::Product { product: product.code.clone() };
            world.offer(product);
            known
        }
    };
    world.guess(code, known);
}

/// A piece where the mode expects it: on a shelf, or out when it comes back.
fn item(id: ItemId, product: ProductCode, mode: Mode) -> KnownItem {
    let state = if mode == Mode::Return { ItemState::HandedOut } else { ItemState::InStock };
    KnownItem {
        id,
        product,
        cut: None,
        size: None,
        condition: Condition::Good,
        donation: None,
        standing: Standing { state, quantity: 1, version: 1, household: None, need: None, location: None },
        last_visit: None,
        handed_out_on: None,
    }
}

/// A kind of thing that nobody knows is called by its code.
fn product_code(code: Code) -> Option<ProductCode> {
    format!("offline{}", code.as_str().to_lowercase()).parse().ok()
}

fn called(code: Code) -> Words {
    Words::new(code.printed(), code.printed())
}

fn product(world: &World, code: Code) -> Option<Product> {
    let like = world.catalogue().products().first()?;
    Some(Product {
        code: product_code(code)?,
        names: called(code),
        cuts: Cut::ALL.to_vec(),
        also: Vec::new(),
        active: false,
        ..like.clone()
    })
}
