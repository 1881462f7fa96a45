//! Booking a time: never more than there is room for, never twice, never for somebody else's household.

use std::sync::{Arc, Barrier};

use gabentisch::actions::bookings::{self, Booker};
use gabentisch::actions::register_household::{NewHousehold, NewMember};
use gabentisch::actions::sessions::{self, NewSession};
use gabentisch::actions::{
    ActionError, Actor, Clock, Dice, House, change_household, link_mentor, register_household, sign_in,
};
use gabentisch::domain::household::HouseholdState;
use gabentisch::domain::rights::Role;
use gabentisch::domain::session::{Audience, BookingState};
use gabentisch::domain::{HouseholdId, SessionId, SlotId, UserId};
use gabentisch::store::Store;
use jiff::ToSpan;
use jiff::civil::time;

use crate::support::{TestApp, both};

/// A day next week with one slot of an hour for so many, and its slot.
pub fn day(app: &TestApp, capacity: i32, audience: Audience) -> (SessionId, SlotId) {
    let new = NewSession {
        title: "Ausgabe Probe".to_owned(),
        location: None,
        day: app.house.today().checked_add(7.days()).expect("next week"),
        from: time(10, 0, 0, 0),
        to: time(12, 0, 0, 0),
        minutes: 60,
        capacity,
        audience,
        pauses: vec![(time(11, 0, 0, 0), time(12, 0, 0, 0))],
        weeks: 1,
    };
    let id = sessions::plan(&app.house, &app.caretaker(), new).expect("a day")[0];
    let slots = app.house.store().read(|db| gabentisch::store::sessions::slots_of(db, id)).expect("slots");
    assert_eq!(slots.len(), 1);
    (id, slots[0].id)
}

fn said<T: std::fmt::Debug>(result: Result<T, ActionError>) -> String {
    match result {
        Err(ActionError::Refused(message)) => message.id().to_owned(),
        other => panic!("{other:?} says nothing"),
    }
}

/// Another server on the same database.
fn second_house(app: &TestApp) -> Arc<House> {
    let store = Store::open_existing(&app.database.parse().expect("an address")).expect("the database");
    Arc::new(House::open(store, app.house.zone().clone(), Clock::System, Dice::System).expect("a house"))
}

both! {
    two_people_take_the_last_place_and_exactly_one_gets_it => |app| {
        let other = second_house(&app);
        for _ in 0..6 {
            let (_, slot) = day(&app, 1, Audience::Everybody);
            let households = [app.household().0, app.household().0];
            let (start, caretaker) = (Arc::new(Barrier::new(2)), app.caretaker());
            let runs: Vec<_> = households.into_iter().zip([Arc::clone(&app.house), Arc::clone(&other)]).map(|(household, house)| {
                let (start, actor) = (Arc::clone(&start), caretaker.clone());
                std::thread::spawn(move || {
                    start.wait();
                    bookings::book(&house, Booker::Staff(&actor), household, slot)
                })
            }).collect();
            let results: Vec<_> = runs.into_iter().map(|run| run.join().expect("no panic")).collect();
            assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
            let lost = results.into_iter().find(Result::is_err).expect("one was late");
            assert_eq!(said(lost), "error-booking-full");
            let rows = app.sql(&format!("SELECT COUNT(*) FROM bookings WHERE slot_id = '{slot}' AND state = 'booked'"));
            assert_eq!(rows, "1");
        }
    }

    one_household_has_one_time_on_a_day_and_may_come_back_to_it => |app| {
        let house = &app.house;
        let actor = app.caretaker();
        let (_, slot) = day(&app, 2, Audience::Everybody);
        let (household, _) = app.household();
        let by = Booker::Staff(&actor);
        let offered = bookings::offers(house, by, household).unwrap();
        assert_eq!(offered.iter().map(|offer| (offer.slot, offer.free)).collect::<Vec<_>>(), [(slot, 2)]);
        let first = bookings::book(house, by, household, slot).unwrap();
        assert_eq!(bookings::book(house, by, household, slot).unwrap(), first, "twice is once");
        assert!(bookings::offers(house, by, household).unwrap().is_empty(), "one time on a day is enough");
        let booked = bookings::of_household(house, by, household).unwrap().expect("a booking");
        assert_eq!((booked.id, booked.state, booked.number), (first, BookingState::Booked, None));

        bookings::cancel(house, by, first).unwrap();
        bookings::cancel(house, by, first).unwrap();
        assert!(bookings::of_household(house, by, household).unwrap().is_none());
        let second = bookings::book(house, by, household, slot).unwrap();
        assert_ne!(second, first);
        app.sql(&format!("UPDATE bookings SET state = 'served' WHERE id = '{second}'"));
        assert_eq!(said(bookings::cancel(house, by, second)), "error-booking-over");
        assert_eq!(said(bookings::book(house, by, household, slot)), "error-booking-twice");
    }

    a_move_frees_the_old_place_and_asks_for_room_in_the_new_one => |app| {
        let (house, actor) = (&app.house, app.caretaker());
        let by = Booker::Staff(&actor);
        let ((_, one), (_, two)) = (day(&app, 1, Audience::Everybody), day(&app, 1, Audience::Everybody));
        let (a, b, c) = (app.household().0, app.household().0, app.household().0);
        let moving = bookings::book(house, by, a, one).unwrap();
        let staying = bookings::book(house, by, b, two).unwrap();
        assert_eq!(said(bookings::move_to(house, by, moving, two)), "error-booking-full");
        assert_eq!(said(bookings::book(house, by, c, one)), "error-booking-full");
        bookings::cancel(house, by, staying).unwrap();
        bookings::move_to(house, by, moving, two).unwrap();
        bookings::book(house, by, c, one).unwrap();
        assert_eq!(bookings::of_household(house, by, a).unwrap().unwrap().slot, two);
    }

    times_over_closed_days_and_blocked_households_cannot_be_had => |app| {
        let (house, actor) = (&app.house, app.caretaker());
        let by = Booker::Staff(&actor);
        let (household, _) = app.household();
        let (id, slot) = day(&app, 1, Audience::Everybody);
        app.sql(&format!("UPDATE slots SET starts_at = '2020-01-01 10:00:00.000000' WHERE id = '{slot}'"));
        assert_eq!(said(bookings::book(house, by, household, slot)), "error-booking-too-late");
        let (_, open) = day(&app, 1, Audience::Everybody);
        app.sql(&format!("UPDATE sessions SET state = 'closed' WHERE id <> '{id}'"));
        assert_eq!(said(bookings::book(house, by, household, open)), "error-booking-too-late");
        assert!(bookings::offers(house, by, household).unwrap().is_empty());

        let (_, slot) = day(&app, 1, Audience::Everybody);
        change_household::set_state(house, &actor, household, 1, HouseholdState::Blocked).unwrap();
        assert_eq!(said(bookings::book(house, by, household, slot)), "error-booking-blocked");
        assert!(bookings::offers(house, by, household).unwrap().is_empty());
    }

    a_slot_for_babies_is_for_babies_and_for_cards_of_which_nothing_is_known => |app| {
        let (house, actor) = (&app.house, app.caretaker());
        let by = Booker::Staff(&actor);
        let (_, slot) = day(&app, 9, Audience::Babies);
        let with = |band: &str| {
            let member = NewMember { age_band: band.to_owned(), ..NewMember::default() };
            register_household::new(house, &actor, NewHousehold { members: vec![member], ..NewHousehold::default() }).unwrap().0
        };
        let adult = with("adult");
        assert_eq!(said(bookings::book(house, by, adult, slot)), "error-booking-babies");
        assert!(bookings::offers(house, by, adult).unwrap().is_empty());
        bookings::book(house, by, with("baby"), slot).unwrap();
        bookings::book(house, by, app.household().0, slot).unwrap();

        let (_, first) = day(&app, 9, Audience::First);
        let known = app.household().0;
        app.sql(&format!("UPDATE households SET last_visit_on = '2026-01-01' WHERE id = '{known}'"));
        assert_eq!(said(bookings::book(house, by, known, first)), "error-booking-first");
    }

    a_mentor_books_for_linked_households_only_and_only_while_linked => |app| {
        let (house, caretaker) = (&app.house, app.caretaker());
        let (_, slot) = day(&app, 9, Audience::Everybody);
        let (mine, foreign) = (app.household().0, app.household().0);
        let user = app.add_user("kim", Role::Mentor);
        link_mentor::link(house, &caretaker, mine, user).unwrap();
        let mentor = signed_in(&app, "kim", user);
        let by = Booker::Staff(&mentor);
        let booking = bookings::book(house, by, mine, slot).unwrap();
        let gone = |result: Result<_, ActionError>| assert!(matches!(result, Err(ActionError::NotFound)));
        let unknown = HouseholdId(house.uuid());
        for id in [foreign, unknown] {
            gone(bookings::book(house, by, id, slot).map(drop));
            gone(bookings::offers(house, by, id).map(drop));
            gone(bookings::of_household(house, by, id).map(drop));
        }
        let theirs = bookings::book(house, Booker::Staff(&caretaker), foreign, slot).unwrap();
        gone(bookings::cancel(house, by, theirs));
        link_mentor::unlink(house, &caretaker, mine, user).unwrap();
        gone(bookings::cancel(house, by, booking));
        gone(bookings::of_household(house, by, mine).map(drop));
        for role in [Role::Treasurer, Role::Admin, Role::Volunteer] {
            let actor = signed_in(&app, role.word(), app.add_user(role.word(), role));
            assert!(matches!(bookings::offers(house, Booker::Staff(&actor), mine), Err(ActionError::Forbidden(_))), "{role}");
        }
    }
}

/// The person as an action knows her.
fn signed_in(app: &TestApp, name: &str, user: UserId) -> Actor {
    // The first time somebody comes in, the browser becomes a terminal.
    app.sign_in(name);
    sign_in::admitted(&app.house, user).expect("an answer").expect("somebody active")
}
