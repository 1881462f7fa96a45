//! The report against a house in which things happen the way they do at the desk.

use std::sync::Arc;

use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::*;
use crate::actions::record_donation::{self, NewDonation};
use crate::actions::record_donor::{self, NewDonor};
use crate::actions::scan::{self, Incoming};
use crate::actions::{Clock, Dice, edit_item, make_codes, reverse, terminals};
use crate::domain::catalogue::ProductCode;
use crate::domain::desk::{Mode, Outcome};
use crate::domain::donation::DonorKind;
use crate::domain::household::HouseholdState;
use crate::domain::item::{Condition, ItemStep};
use crate::domain::rights::Role;
use crate::domain::{EventId, HouseholdId, ItemId, UserId};
use crate::store::items::{self, ItemFilter};
use crate::store::paging::Cursor;
use crate::store::{At, Day, Store, users};
use crate::texts::{Lang, Texts};

struct Room {
    house: Arc<House>,
    actor: Actor,
    donor: DonorId,
    donation: Code,
    _folder: tempfile::TempDir,
}

impl Room {
    fn new() -> Room {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("room.db").display()).parse().unwrap();
        let clock = Clock::Set(std::sync::Mutex::new("2026-03-02T09:00:00Z".parse::<Timestamp>().unwrap()));
        let house = House::open(Store::open(&url).unwrap(), TimeZone::UTC, clock, Dice::seeded(7)).unwrap();
        let house = Arc::new(house);
        let actor = coordinator(&house);
        let donor = NewDonor::named(DonorKind::Company, "=Modehaus Muster GmbH");
        let donor = record_donor::new(&house, &actor, donor).unwrap();
        let gift = NewDonation { pieces_announced: Some(30), ..NewDonation::of(donor, date(2026, 3, 1)) };
        let (_, donation) = record_donation::new(&house, &actor, gift).unwrap();
        Room { house, actor, donor, donation, _folder: folder }
    }

    fn scan(&self, mode: Mode, code: Code, quantity: i64, product: Option<&str>) -> Outcome {
        self.house.set_now(self.house.now() + 3.minutes());
        let mut event = Incoming::here(EventId(self.house.uuid()), mode, code.to_string(), self.house.now());
        event.quantity = quantity;
        event.said.product = product.map(str::to_owned);
        event.said.donation = (mode == Mode::Intake).then(|| self.donation.to_string());
        scan::scan(&self.house, &self.actor, vec![event]).unwrap().answers[0].outcome
    }

    fn take_in(&self, product: &str, quantity: i64) -> Code {
        let code = make_codes::blank(&self.house, &self.actor, Kind::Item, 1).unwrap()[0];
        assert_eq!(self.scan(Mode::Intake, code, quantity, Some(product)), Outcome::Applied);
        code
    }

    /// A visit of a new household that takes these, so many pieces of each.
    fn hand_out(&self, pieces: &[(Code, i64)]) {
        let (id, in_house) = (HouseholdId(self.house.uuid()), Arc::clone(&self.house));
        let card = self.house.store().write(move |db| {
            add_household(db, id);
            make_codes::new_code(db, &in_house, Kind::HouseholdCard, Some(id.to_string()))
        });
        let card = card.unwrap();
        self.house.set_now(self.house.now() + 1.hour());
        let mut codes = vec![(card, 1)];
        codes.extend(pieces);
        for (code, quantity) in codes {
            self.house.set_now(self.house.now() + 10.seconds());
            let mut event =
                Incoming::here(EventId(self.house.uuid()), Mode::Handout, code.to_string(), self.house.now());
            event.quantity = quantity;
            let answers = scan::scan(&self.house, &self.actor, vec![event]).unwrap();
            assert_eq!(answers.answers[0].outcome, Outcome::Applied, "{:?}", answers.answers[0].verdict);
        }
    }

    fn item(&self, code: Code) -> items::ItemRow {
        self.house.store().read(|db| items::by_label(db, code)).unwrap().unwrap()
    }

    fn report(&self) -> DonorGifts {
        report(&self.house, &self.actor, self.donor, date(2026, 1, 1), date(2026, 12, 31)).unwrap()
    }
}

fn coordinator(house: &Arc<House>) -> Actor {
    let id = UserId(house.uuid());
    let row = users::UserRow {
        id,
        name: "tester".to_owned(),
        display_name: "Tessa Tester".to_owned(),
        password_hash: String::new(),
        role: Role::Coordinator,
        lang: Lang::De,
        active: true,
        failed_sign_ins: 0,
        locked_until: None,
        created_at: At(house.now()),
        version: 1,
    };
    let in_house = Arc::clone(house);
    let terminal = house.store().write(move |db| {
        users::insert(db, &row)?;
        terminals::of_browser(db, &in_house, id, "browser")
    });
    Actor::person(id, "Tessa Tester".to_owned(), Role::Coordinator, terminal.unwrap(), Lang::De)
}

fn add_household(db: &mut crate::store::Db, id: HouseholdId) {
    use crate::store::schema::households;
    use diesel::prelude::*;
    diesel::insert_into(households::table)
        .values((
            households::id.eq(id),
            households::state.eq(HouseholdState::Active),
            households::people.eq(2),
            households::area.eq(""),
            households::lang.eq("de"),
            households::note.eq(""),
            households::registered_on.eq(Day(date(2026, 1, 1))),
            households::version.eq(1),
        ))
        .execute(db)
        .unwrap();
}

#[test]
fn every_piece_is_counted_once_wherever_it_is() {
    let room = Room::new();
    let jackets: Vec<Code> = (0..5).map(|_| room.take_in("winterjacke", 1)).collect();
    let socks = room.take_in("socken", 20);
    room.take_in("stillbh", 1);
    room.hand_out(&[(jackets[0], 1), (socks, 3)]);
    room.hand_out(&[(jackets[1], 1), (socks, 2)]);
    let (care, bin) = (room.item(jackets[2]), room.item(jackets[3]));
    edit_item::step(&room.house, &room.actor, care.id, care.version, ItemStep::ToCare).unwrap();
    edit_item::step(&room.house, &room.actor, bin.id, bin.version, ItemStep::Discard).unwrap();
    let mistake = room.item(jackets[4]);
    edit_item::step(&room.house, &room.actor, mistake.id, mistake.version, ItemStep::Void).unwrap();

    let report = room.report();
    let expected = Tally { received: 25, handed_out: 7, in_stock: 16, in_care: 1, discarded: 1, ..Tally::default() };
    assert_eq!(report.donations[0].tally, expected);
    assert_eq!((report.total.received, report.announced), (Some(25), 30));
    assert_eq!(report.groups.iter().filter_map(|line| line.tally.received).sum::<i64>(), 25);
    // Two households are too few: no line says what they got, nor what follows from it.
    assert_eq!((report.total.handed_out, report.total.in_stock), (None, None));
    assert!(report.groups.iter().all(|line| line.tally.handed_out.unwrap_or_default() == 0), "{report:?}");
    assert_eq!(report.needs.len(), 1);
    assert_eq!((report.needs[0].purpose, report.needs[0].pieces), (Purpose::NotListed, None));
    assert_eq!((report.reach, report.median_days), (Reach::Hidden, None));
    // Nursing wear has no line of its own.
    assert!(report.groups.iter().any(|line| line.group.is_none() && line.tally.in_stock == Some(1)));
}

#[test]
fn taking_back_makes_the_report_as_it_was() {
    let room = Room::new();
    let socks = room.take_in("socken", 10);
    let before = room.report();
    room.hand_out(&[(socks, 4)]);
    let lot = room.item(socks);
    assert_eq!((lot.quantity, room.report().donations[0].tally.handed_out), (6, 4));
    assert_eq!(room.report().total.handed_out, None, "one household");
    reverse::last_of_item(&room.house, &room.actor, lot.id, lot.version).unwrap();
    assert_eq!(room.report().total, before.total);
    assert_eq!(room.report().reach, Reach::None);
    // Once is enough.
    let lot = room.item(socks);
    let again = reverse::last_of_item(&room.house, &room.actor, lot.id, lot.version);
    assert!(matches!(again, Err(ActionError::Refused(_))), "{again:?}");
}

#[test]
fn a_correction_keeps_the_visit_and_can_be_taken_back() {
    let room = Room::new();
    let code = room.take_in("winterjacke", 1);
    room.hand_out(&[(code, 1)]);
    let before = room.item(code);
    let correction = edit_item::Correction {
        product: "regenjacke".parse::<ProductCode>().unwrap(),
        cut: None,
        size: "104".to_owned(),
        condition: Condition::Worn,
    };
    let correct = |id: ItemId, version| edit_item::correct(&room.house, &room.actor, id, version, correction.clone());
    correct(before.id, before.version).unwrap();
    let after = room.item(code);
    assert_eq!((after.product_code.as_str(), after.size.as_deref()), ("regenjacke", Some("104")));
    assert_eq!((after.state, after.visit_id, after.household_id), (before.state, before.visit_id, before.household_id));
    assert_eq!(after.donation_id, before.donation_id);
    assert!(matches!(correct(before.id, before.version), Err(ActionError::Changed)));
    reverse::last_of_item(&room.house, &room.actor, after.id, after.version).unwrap();
    let back = room.item(code);
    assert_eq!(
        (back.product_code, back.size, back.item_condition),
        (before.product_code, before.size, before.item_condition)
    );
    assert_eq!(back.visit_id, before.visit_id);
}

#[test]
fn many_words_find_an_item() {
    let room = Room::new();
    let code = room.take_in("winterjacke", 1);
    let found = |text: &str| {
        let mut filter = ItemFilter::default();
        filter.search(text, &room.house.catalogue());
        room.house.store().read(|db| items::list(db, &filter, &Cursor::Start, 10)).unwrap().rows.len()
    };
    let printed = code.printed();
    for text in [code.as_str(), &printed, &printed[..7], "wi ja", "Winter jacket", ""] {
        assert_eq!(found(text), 1, "{text:?}");
    }
    for text in ["Hose", "104", "%", "wi ja 104"] {
        assert_eq!(found(text), 0, "{text:?}");
    }
}

#[test]
fn a_table_that_calculates_nothing_and_names_nobody() {
    let room = Room::new();
    let code = room.take_in("winterjacke", 1);
    room.hand_out(&[(code, 1)]);
    let household = room.item(code).household_id.unwrap().to_string();
    let report = room.report();
    let csv = report.csv(Texts::of(Lang::De));
    assert!(csv.contains(";'=Modehaus") || csv.contains("'=Modehaus"), "{csv}");
    assert!(csv.contains(";•") && !csv.contains("unter 5"), "{csv}");
    for text in [csv, report.json()] {
        assert!(!text.contains(&household), "{text}");
    }
    let rows: Vec<usize> = report.csv(Texts::of(Lang::En)).lines().map(|line| line.matches(';').count()).collect();
    assert!(rows.iter().all(|cells| *cells == rows[0]), "{rows:?}");
}

#[test]
fn what_cannot_be_is_refused_with_its_field() {
    let room = Room::new();
    let field = |result: Result<(), ActionError>| match result {
        Err(ActionError::Field { field, .. }) => field,
        other => panic!("{other:?}"),
    };
    let give = |gift: NewDonation| field(record_donation::new(&room.house, &room.actor, gift).map(|_| ()));
    let gift = NewDonation::of(room.donor, date(2026, 3, 1));
    assert_eq!(give(NewDonation { received_on: date(2026, 3, 3), ..gift.clone() }), "received_on");
    assert_eq!(give(NewDonation { received_on: date(2016, 3, 1), ..gift.clone() }), "received_on");
    assert_eq!(give(NewDonation { pieces_announced: Some(0), ..gift.clone() }), "pieces_announced");
    assert_eq!(give(NewDonation { description: "x".repeat(501), ..gift.clone() }), "description");
    assert_eq!(give(NewDonation { donor: DonorId(uuid::Uuid::nil()), ..gift }), "donor");
    let donor = |donor: NewDonor| record_donor::new(&room.house, &room.actor, donor).map(|_| ());
    assert_eq!(field(donor(NewDonor::named(DonorKind::Private, "  "))), "name");
    let mut odd = NewDonor::named(DonorKind::Private, "Erna Erfunden");
    odd.email = "erna".to_owned();
    assert_eq!(field(donor(odd)), "email");
    donor(NewDonor::named(DonorKind::Anonymous, "")).unwrap();
    let backwards = report(&room.house, &room.actor, room.donor, date(2026, 2, 1), date(2026, 1, 1));
    assert_eq!(field(backwards.map(|_| ())), "from");
}
