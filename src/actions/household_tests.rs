//! Households from the actions' side: who may see which, what a card is, what a needs list takes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};

use super::needs::{self, Fill, NewNeed};
use super::register_household::{self, NewHousehold, NewMember};
use super::see_household::{self, Asked};
use super::{ActionError, Actor, Clock, Dice, House, change_household, link_mentor};
use crate::codes::Kind;
use crate::domain::catalogue::Cut;
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::needs::{NeedState, Occasion, Urgency};
use crate::domain::rights::Role;
use crate::domain::{HouseholdId, UserId};
use crate::store::paging::Cursor;
use crate::store::users::{self, UserRow};
use crate::store::{At, DatabaseUrl, Store, labels, members};
use crate::texts::Lang;

struct Room {
    house: Arc<House>,
    coordinator: Actor,
    _folder: tempfile::TempDir,
}

impl Room {
    fn new() -> Room {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&DatabaseUrl::Sqlite(folder.path().join("room.db"))).unwrap();
        let clock = Clock::Set(Mutex::new("2026-11-22T10:00:00Z".parse().unwrap()));
        let zone = jiff::tz::TimeZone::get("Europe/Berlin").unwrap();
        let house = Arc::new(House::open(store, zone, clock, Dice::seeded(1)).unwrap());
        let coordinator = person(&house, Role::Coordinator);
        Room { house, coordinator, _folder: folder }
    }

    fn household(&self, members: Vec<NewMember>) -> HouseholdId {
        let new = NewHousehold { members, ..NewHousehold::default() };
        register_household::new(&self.house, &self.coordinator, new).unwrap().0
    }

    fn wait(&self, seconds: i64) -> Timestamp {
        let now = self.house.now() + SignedDuration::from_secs(seconds);
        self.house.set_now(now);
        now
    }
}

fn person(house: &Arc<House>, role: Role) -> Actor {
    let id = UserId(house.uuid());
    let row = UserRow {
        id,
        name: format!("{role}-{id}"),
        display_name: format!("Muster {role}"),
        password_hash: String::new(),
        role,
        lang: Lang::De,
        active: true,
        failed_sign_ins: 0,
        locked_until: None,
        created_at: At(house.now()),
        version: 1,
    };
    house.store().write(move |db| users::insert(db, &row)).unwrap();
    let terminal = super::terminals::caretaker(house).unwrap().terminal();
    Actor::person(id, format!("Muster {role}"), role, terminal, Lang::De)
}

fn child() -> NewMember {
    let sizes = BTreeMap::from([("clothes".to_owned(), "104".to_owned()), ("shoes".to_owned(), "27".to_owned())]);
    NewMember { age_band: "child_small".to_owned(), cut: Some(Cut::K), sizes, ..NewMember::default() }
}

fn need(product: &str, wanted: i32) -> NewNeed {
    NewNeed {
        member: None,
        product: product.parse().unwrap(),
        cut: None,
        size: None,
        wanted,
        urgency: Urgency::Some,
        occasion: Occasion::Basic,
    }
}

fn field<T: std::fmt::Debug>(result: Result<T, ActionError>) -> &'static str {
    match result.unwrap_err() {
        ActionError::Field { field, .. } => field,
        other => panic!("{other:?} blames no field"),
    }
}

#[test]
fn a_card_alone_is_a_household() {
    let room = Room::new();
    let (id, card) = register_household::new(&room.house, &room.coordinator, NewHousehold::default()).unwrap();
    assert_eq!(card.kind(), Kind::HouseholdCard);
    needs::add(&room.house, &room.coordinator, id, need("handtuch", 3)).unwrap();
    let seen = see_household::open(&room.house, &room.coordinator, id, "household").unwrap();
    assert_eq!((seen.row.people, seen.card, seen.needs.len()), (1, Some(card), 1));
    assert!(needs::fill_from_template(&room.house, &room.coordinator, id, Fill::Home).unwrap().0 > 10);
}

#[test]
fn only_linked_mentors_see_a_household_and_only_while_they_are() {
    let room = Room::new();
    let mentor = person(&room.house, Role::Mentor);
    let (mine, foreign) = (room.household(vec![child()]), room.household(vec![]));
    let see = |id| see_household::open(&room.house, &mentor, id, "household").map(|seen| seen.looks.len());
    assert!(matches!(see(mine), Err(ActionError::NotFound)));

    link_mentor::link(&room.house, &room.coordinator, mine, mentor.user().unwrap()).unwrap();
    assert_eq!(see(mine).unwrap(), 0, "the log of looks is not for mentors");
    let unknown = HouseholdId(room.house.uuid());
    for id in [foreign, unknown] {
        assert!(matches!(see(id), Err(ActionError::NotFound)), "one answer for foreign and unknown");
        assert!(matches!(needs::add(&room.house, &mentor, id, need("handtuch", 1)), Err(ActionError::NotFound)));
    }
    let listed = see_household::list(&room.house, &mentor, &Asked::default()).unwrap();
    assert_eq!(listed.0.rows.iter().map(|line| line.row.id).collect::<Vec<_>>(), [mine]);
    needs::add(&room.house, &mentor, mine, need("handtuch", 1)).unwrap();

    link_mentor::unlink(&room.house, &room.coordinator, mine, mentor.user().unwrap()).unwrap();
    assert!(matches!(see(mine), Err(ActionError::NotFound)), "in the same moment");
    room.wait(1);
    assert!(matches!(see(mine), Err(ActionError::NotFound)));
    assert!(see_household::list(&room.house, &mentor, &Asked::default()).unwrap().0.rows.is_empty());
}

#[test]
fn roles_without_business_are_refused_whether_the_household_exists_or_not() {
    let room = Room::new();
    let id = room.household(vec![]);
    for role in [Role::Treasurer, Role::Admin, Role::Volunteer] {
        let actor = person(&room.house, role);
        for id in [id, HouseholdId(room.house.uuid())] {
            let seen = see_household::open(&room.house, &actor, id, "household").map(|_| ());
            assert!(matches!(seen, Err(ActionError::Forbidden(_))), "{role}");
            let added = needs::add(&room.house, &actor, id, need("handtuch", 1));
            assert!(matches!(added, Err(ActionError::Forbidden(_))), "{role}");
        }
        let new = register_household::new(&room.house, &actor, NewHousehold::default());
        assert!(matches!(new, Err(ActionError::Forbidden(_))), "{role}");
        assert!(see_household::list(&room.house, &actor, &Asked::default()).is_err(), "{role}");
    }
}

#[test]
fn every_look_is_logged_with_its_context() {
    let room = Room::new();
    let id = room.household(vec![]);
    see_household::open(&room.house, &room.coordinator, id, "household").unwrap();
    room.wait(60);
    let seen = see_household::open(&room.house, &room.coordinator, id, "needs").unwrap();
    let contexts: Vec<_> = seen.looks.iter().map(|look| look.context.as_str()).collect();
    assert_eq!(contexts, ["needs", "household"]);
}

#[test]
fn a_need_takes_cut_and_size_from_its_person() {
    let room = Room::new();
    let id = room.household(vec![child()]);
    let member = room.house.store().read(|db| members::of_household(db, id)).unwrap()[0].id;
    let line = |product: &str| NewNeed { member: Some(member), ..need(product, 1) };
    for product in ["winterjacke", "winterschuhe"] {
        needs::add(&room.house, &room.coordinator, id, line(product)).unwrap();
        room.wait(1);
    }
    let seen = see_household::open(&room.house, &room.coordinator, id, "needs").unwrap();
    let sizes: Vec<_> = seen.needs.iter().map(|need| (need.cut, need.size.as_deref())).collect();
    assert_eq!(sizes, [(Some(Cut::K), Some("104")), (Some(Cut::K), Some("27"))]);

    assert_eq!(field(needs::add(&room.house, &room.coordinator, id, line("winterjacke"))), "product");
    for wanted in [0, -1, 51, 1_000_000_000] {
        assert_eq!(field(needs::add(&room.house, &room.coordinator, id, need("handtuch", wanted))), "wanted");
    }
    let other = room.household(vec![]);
    let stolen = needs::add(&room.house, &room.coordinator, other, line("socken"));
    assert!(matches!(stolen, Err(ActionError::NotFound)), "a person of another household");
}

#[test]
fn a_template_fills_what_is_missing_once() {
    let room = Room::new();
    let id = room.household(vec![child()]);
    let member = room.house.store().read(|db| members::of_household(db, id)).unwrap()[0].id;
    let fill = || needs::fill_from_template(&room.house, &room.coordinator, id, Fill::Clothing(member)).unwrap().0;
    assert!(fill() > 10);
    assert_eq!(fill(), 0);
    let seen = see_household::open(&room.house, &room.coordinator, id, "needs").unwrap();
    let jacket = seen.needs.iter().find(|need| need.product_code.as_str() == "winterjacke").unwrap();
    assert_eq!((jacket.size.as_deref(), jacket.urgency), (Some("104"), Urgency::None));
}

#[test]
fn a_line_is_withdrawn_once_and_by_whoever_may_see_it() {
    let room = Room::new();
    let id = room.household(vec![]);
    let (line, _) = needs::add(&room.house, &room.coordinator, id, need("handtuch", 2)).unwrap();
    let mentor = person(&room.house, Role::Mentor);
    assert!(matches!(needs::withdraw(&room.house, &mentor, line, 1), Err(ActionError::NotFound)));
    assert!(matches!(needs::withdraw(&room.house, &room.coordinator, line, 7), Err(ActionError::Changed)));
    needs::withdraw(&room.house, &room.coordinator, line, 1).unwrap();
    assert!(matches!(needs::withdraw(&room.house, &room.coordinator, line, 2), Err(ActionError::Changed)));
}

#[test]
fn a_new_card_kills_the_old_one_at_once() {
    let room = Room::new();
    let (id, old) = register_household::new(&room.house, &room.coordinator, NewHousehold::default()).unwrap();
    let (new, ..) = change_household::replace_card(&room.house, &room.coordinator, id, 1).unwrap();
    let state = |code| room.house.store().read(|db| labels::find(db, code)).unwrap().unwrap().state;
    assert_eq!((state(old), state(new)), (LabelState::Replaced, LabelState::Bound));
    assert!(matches!(see_household::of_card(&room.house, &room.coordinator, old), Err(ActionError::NotFound)));
    assert_eq!(see_household::of_card(&room.house, &room.coordinator, new).unwrap(), id);
    let again = change_household::replace_card(&room.house, &room.coordinator, id, 1);
    assert!(matches!(again, Err(ActionError::Changed)));
}

#[test]
fn people_come_and_go_with_their_open_needs() {
    let room = Room::new();
    let id = room.household(vec![child()]);
    let (house, coordinator) = (&room.house, &room.coordinator);
    let (second, _) = change_household::add_member(house, coordinator, id, &NewMember::default()).unwrap();
    needs::add(house, coordinator, id, NewNeed { member: Some(second), ..need("socken", 7) }).unwrap();
    let renamed = NewMember { nickname: "Oma".to_owned(), ..NewMember::default() };
    change_household::edit_member(house, coordinator, second, 1, &renamed).unwrap();
    let late = change_household::edit_member(house, coordinator, second, 1, &renamed);
    assert!(matches!(late, Err(ActionError::Changed)));
    assert_eq!(see_household::open(house, coordinator, id, "household").unwrap().row.people, 2);
    change_household::remove_member(house, coordinator, second, 2).unwrap();
    let seen = see_household::open(house, coordinator, id, "household").unwrap();
    assert_eq!((seen.row.people, seen.members.len()), (1, 1));
    assert_eq!((seen.needs[0].state, seen.needs[0].member_id), (NeedState::Withdrawn, None));
}

#[test]
fn who_has_left_needs_nothing_and_is_nobodys_business() {
    let room = Room::new();
    let id = room.household(vec![]);
    let mentor = person(&room.house, Role::Mentor);
    link_mentor::link(&room.house, &room.coordinator, id, mentor.user().unwrap()).unwrap();
    needs::add(&room.house, &room.coordinator, id, need("handtuch", 2)).unwrap();
    change_household::set_state(&room.house, &room.coordinator, id, 1, HouseholdState::Left).unwrap();
    let seen = see_household::open(&room.house, &room.coordinator, id, "household").unwrap();
    assert_eq!(seen.needs[0].state, NeedState::Withdrawn);
    assert!(seen.mentors.is_empty());
    assert!(needs::add(&room.house, &room.coordinator, id, need("socken", 2)).is_err());
}

#[test]
fn too_much_and_too_odd_is_named_by_its_field() {
    let room = Room::new();
    let register = |new| field(register_household::new(&room.house, &room.coordinator, new));
    assert_eq!(register(NewHousehold { note: "x".repeat(201), ..NewHousehold::default() }), "note");
    assert_eq!(register(NewHousehold { area: "x".repeat(61), ..NewHousehold::default() }), "area");
    assert_eq!(register(NewHousehold { lang: "<b>".to_owned(), ..NewHousehold::default() }), "lang");
    let with = |member| NewHousehold { members: vec![member], ..NewHousehold::default() };
    for month in ["2027-01", "1990-05", "2021-13", "2021", "äöüß"] {
        let member = NewMember { birth_month: Some(month.to_owned()), ..NewMember::default() };
        assert_eq!(register(with(member)), "birth_month", "{month}");
    }
    assert_eq!(register(with(NewMember { age_band: "old".to_owned(), ..NewMember::default() })), "age_band");
    let size = BTreeMap::from([("iq".to_owned(), "100".to_owned())]);
    assert_eq!(register(with(NewMember { sizes: size, ..NewMember::default() })), "sizes");
}

#[test]
fn a_list_is_searched_by_card_and_area() {
    let room = Room::new();
    let new = |area: &str| {
        let new = NewHousehold { area: area.to_owned(), ..NewHousehold::default() };
        register_household::new(&room.house, &room.coordinator, new).unwrap()
    };
    let ((first, card), (second, _)) = (new("58762 Ötztal"), new("58764"));
    let list = |search: &str| {
        let asked = Asked { search: search.to_owned(), ..Asked::default() };
        let listed = see_household::list(&room.house, &room.coordinator, &asked).unwrap();
        listed.0.rows.iter().map(|line| line.row.id).collect::<Vec<_>>()
    };
    assert_eq!(list(""), [second, first]);
    assert_eq!(list("ötz"), [first]);
    assert_eq!(list(&card.printed()), [first]);
    assert!(list("%").is_empty());
    let asked = Asked { cursor: Cursor::After(second), ..Asked::default() };
    assert_eq!(see_household::list(&room.house, &room.coordinator, &asked).unwrap().0.rows.len(), 1);
}
