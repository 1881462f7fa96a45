//! What is known here about one scan, gathered as the server gathers it from its database.

use super::advice;
use super::log::Log;
use super::world::World;
use crate::codes::{Code, Command, Kind};
use crate::domain::desk::{
    Count, Desk, Facts, Household, Mode, OpenVisit, Rules, Scan, Subject, Voucher, VoucherState,
};
use crate::domain::household::HouseholdState;
use crate::domain::snapshot::Known;
use crate::domain::{HouseholdId, ProxyId};

/// `lead`: whether whoever scans may answer what is asked of a lead.
pub fn gather<'a>(world: &'a World, log: &Log, scan: &Scan, desk: &Desk, lead: bool) -> Facts<'a> {
    let subject = super::code_of(scan).map_or(Subject::Unknown, |code| subject(world, code));
    let visitor = match &subject {
        Subject::Household(household) => Some(household.clone()),
        _ => desk.visit.as_ref().map(|visit| visitor(world, visit)),
    };
    let command = match subject {
        Subject::Command(command) => command,
        _ => None,
    };
    let is_number = matches!(command, Some(Command::Quantity(_)));
    let tray = match subject {
        Subject::Household(_) | Subject::Command(_) if command.is_none() || is_number => {
            desk.tray.iter().filter_map(|waiting| world.item(waiting.item, Some(waiting.code))).collect()
        }
        _ => Vec::new(),
    };
    let asked = desk.question.as_ref().and_then(|question| question.item);
    let offered = desk.offer.as_ref().filter(|_| command == Some(Command::Yes));
    let described = match (&subject, &desk.describes) {
        (Subject::Product(_), Some(label)) => Some(self::subject(world, label.code)),
        _ => None,
    };
    // How many people there are is not known either, and with it no limit.
    let rules =
        if visitor.as_ref().is_some_and(|visitor| visitor.people == 0) { Rules::default() } else { world.rules };
    Facts {
        visitor,
        lead,
        tray,
        questioned: asked.or(offered.map(|offer| offer.item)).and_then(|item| world.item(item, None)),
        undoable: if is_number || command == Some(Command::Undo) { log.undoable(world) } else { None },
        described,
        donation: scan.fields.donation.or(desk.intake.donation).and_then(|id| world.donation(id)),
        count: count(world, scan, desk, &subject),
        advice: match offered {
            Some(offer) => advice::of_offer(world, offer.need),
            None => advice::of_piece(world, scan, desk),
        },
        rules,
        voucher: voucher(world, scan, desk),
        ..Facts::of(world.catalogue(), subject)
    }
}

/// The household of the visit that is open. The server may have opened it for a card that the snapshot does not know, or
/// before there was one: it is here all the same.
pub(super) fn visitor(world: &World, visit: &OpenVisit) -> Household {
    world.household(visit.household, visit.card).unwrap_or_else(|| Household {
        id: visit.household,
        state: HouseholdState::Active,
        people: 0,
        card: visit.card,
        last_visit_on: None,
        ready: 0,
        needs: Vec::new(),
    })
}

fn subject(world: &World, code: Code) -> Subject {
    if code.kind() == Kind::Command {
        return Subject::Command(Command::from_code(code));
    }
    if world.is_blank(code) {
        return Subject::Blank;
    }
    match world.known(code) {
        None => Subject::Unknown,
        Some(Known::Void) => Subject::Void,
        Some(Known::Item(item)) => world.item(item.id, Some(code)).map_or(Subject::Unknown, Subject::Item),
        Some(Known::Household(household)) => {
            world.household(household.id, code).map_or(Subject::Unknown, Subject::Household)
        }
        // Whose it is stays on the server, and it opens nothing here.
        Some(Known::Voucher) => Subject::Household(Household {
            id: HouseholdId(uuid::Uuid::nil()),
            state: HouseholdState::Active,
            people: 0,
            card: code,
            last_visit_on: None,
            ready: 0,
            needs: Vec::new(),
        }),
        Some(Known::Badge { user, role, active, .. }) => {
            Subject::Badge { user: *user, name: String::new(), role: *role, active: *active }
        }
        Some(Known::Donation { id, state }) => Subject::Donation { id: *id, donor: code.printed(), state: *state },
        Some(Known::Donor) => Subject::Donor { name: code.printed() },
        Some(Known::Location { id }) => {
            Subject::Location { id: *id, name: world.place_name(*id).cloned().unwrap_or_else(|| code.printed()) }
        }
        Some(Known::Product { product }) => Subject::Product(product.clone()),
    }
}

/// The voucher that is scanned, or by which the visit was opened before the terminal was cut off. It was for some pieces
/// only, and may be used, ended or over by now: nobody here can tell.
fn voucher(world: &World, scan: &Scan, desk: &Desk) -> Option<Voucher> {
    let scanned = super::code_of(scan).filter(|code| matches!(world.known(*code), Some(Known::Voucher)));
    let code = scanned.or_else(|| desk.visit.as_ref().filter(|visit| visit.voucher).map(|visit| visit.card))?;
    Some(Voucher { id: ProxyId(uuid::Uuid::nil()), code, state: VoucherState::Unchecked, pieces: Vec::new() })
}

fn count(world: &World, scan: &Scan, desk: &Desk, subject: &Subject) -> Option<Count> {
    if scan.mode != Mode::Stocktake {
        return None;
    }
    let place = match (subject, &desk.place) {
        (Subject::Location { id, .. }, _) => *id,
        (_, Some(place)) => place.id,
        _ => return None,
    };
    Some(world.count_of(place, super::code_of(scan)))
}
