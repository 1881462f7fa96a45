//! `GET /api/v1/terminal/snapshot`: what a terminal takes along, and what it must not.

use gabentisch::actions::change_household::add_member;
use gabentisch::actions::register_household::{self, NewHousehold, NewMember};
use gabentisch::codes::Code;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::item::ItemState;
use gabentisch::domain::rights::Role;
use gabentisch::domain::snapshot::{Known, Snapshot, name_of};

use crate::support::{Scanner, both};

#[track_caller]
fn snapshot(scanner: &Scanner) -> (Snapshot, String) {
    let text = scanner.client.get("/api/v1/terminal/snapshot").expect(200).text();
    (serde_json::from_str(&text).expect("a snapshot"), text)
}

fn known(snapshot: &Snapshot, code: Code) -> Option<&Known> {
    snapshot.known.get(&name_of(&snapshot.key, code))
}

both! {
    a_snapshot_names_nobody_and_no_code => |app| {
        let (_, badge) = app.add_user_with_badge("grashuepfer", Role::Volunteer);
        app.add_user("libelle", Role::Mentor);
        let new = NewHousehold {
            area: "Haus Zaunkönig".to_owned(), note: "Kennwort Siebenschläfer".to_owned(), ..NewHousehold::default()
        };
        let (household, card) = register_household::new(&app.house, &app.caretaker(), new).unwrap();
        let member = NewMember { nickname: "Rumpelwicht".to_owned(), ..NewMember::default() };
        add_member(&app.house, &app.caretaker(), household, &member).unwrap();
        app.needs(household, &[("winterjacke", "104", 1)]);
        let (donation, slip) = app.donation(app.donor(DonorKind::Private, "Erika Mustergans"));
        let (shelf, place) = app.shelf("Regal 3");
        let labels = app.labels(4);
        let mut scanner = app.scanner();
        for label in &labels[..3] {
            scanner.take_in(label, "winterjacke", "104", Some(&slip));
        }
        scanner.scan("handout", card);
        scanner.scan("handout", labels[0]);
        app.sql(&format!("UPDATE items SET state = 'discarded' WHERE label = '{}'", labels[2]));

        let (taken, text) = snapshot(&scanner);
        let names = ["Zaunkönig", "Siebenschläfer", "Rumpelwicht", "Mustergans", "grashuepfer", "libelle", "Probe"];
        for name in names {
            assert!(!text.contains(name), "{name} in a snapshot");
        }
        for code in labels.iter().chain([&card, &badge, &slip, &place]) {
            assert!(!text.contains(code.as_str()), "{code} in a snapshot");
        }
        match known(&taken, labels[0]) {
            Some(Known::Item(item)) => {
                assert_eq!((item.standing.state, item.standing.household), (ItemState::HandedOut, Some(household)));
                assert_eq!((item.handed_out_on, item.last_visit.is_some()), (Some(app.house.today()), true));
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(known(&taken, labels[1]), Some(Known::Item(item)) if item.standing.state == ItemState::InStock));
        assert!(matches!(known(&taken, labels[2]), Some(Known::Void)));
        assert_eq!(taken.blank, [name_of(&taken.key, labels[3])]);
        match known(&taken, card) {
            Some(Known::Household(found)) => {
                assert_eq!((found.id, found.last_visit_on), (household, Some(app.house.today())));
                assert_eq!((found.needs.len(), found.needs[0].got), (1, 1));
            }
            other => panic!("{other:?}"),
        }
        assert!(matches!(known(&taken, badge), Some(Known::Badge { role: Role::Volunteer, active: true, .. })));
        assert!(matches!(known(&taken, slip), Some(Known::Donation { id, .. }) if *id == donation));
        assert!(matches!(known(&taken, place), Some(Known::Location { id }) if *id == shelf));
        assert_eq!(taken.places.get(&shelf).map(String::as_str), Some("Regal 3"));
        assert!(taken.products.iter().any(|product| product.code.as_str() == "winterjacke"));
        assert_ne!(snapshot(&scanner).0.key, taken.key, "each snapshot names the codes anew");
    }

    a_browser_gets_one_from_whoever_may_hand_out => |app| {
        for role in [Role::Volunteer, Role::Coordinator] {
            let text = app.signed_in(role).get("/api/v1/terminal/snapshot").expect(200).text();
            serde_json::from_str::<Snapshot>(&text).expect("a snapshot");
        }
        for role in [Role::Mentor, Role::Treasurer, Role::Admin] {
            app.signed_in(role).get("/api/v1/terminal/snapshot").expect(403);
        }
        app.visitor().get("/api/v1/terminal/snapshot").expect(401);
    }
}
