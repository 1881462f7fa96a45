//! `/` and `/contradictions`: what needs each role now.

use gabentisch::actions::link_mentor;
use gabentisch::codes::Command;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::support::{Event, both};

both! {
    every_role_has_a_home_in_an_empty_house => |app| {
        for role in Role::ALL {
            let page = app.signed_in(*role).get("/").expect(200).text();
            assert!(page.contains("Guten Tag"), "{role}: {page}");
        }
        let page = app.signed_in(Role::Coordinator).get("/").expect(200).text();
        assert!(page.contains("Die ersten Schritte") && page.contains("href=\"/labels\""), "{page}");
        app.signed_in(Role::Coordinator).get("/contradictions").expect(200);
    }

    the_coordinator_sees_what_came_in_and_what_is_wanted => |app| {
        app.add_user("vera", Role::Volunteer);
        let mut scanner = app.scanner();
        for label in app.labels(3) {
            assert_eq!(scanner.take_in(&label, "winterjacke", "104", None)["outcome"], "applied");
        }
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "104", 1), ("muetze", "", 2)]);
        app.donation(app.donor(DonorKind::Company, "Probewerk"));
        let page = app.signed_in(Role::Coordinator).get("/").expect(200).text();
        assert!(!page.contains("Die ersten Schritte"), "{page}");
        assert!(page.contains("2</span>") && page.contains("Zeilen auf Bedarfslisten sind offen, bei 1 Haushalt."), "{page}");
        assert!(page.contains("<dt>Teile angenommen</dt><dd>3</dd>") && page.contains("Zuletzt gebucht"), "{page}");
        // Three jackets lie there, and one line of the list asks for one of their size.
        assert!(page.contains("Passendes ist da") && page.contains("3 Teile im Lager passen"), "{page}");
        assert_eq!(page.matches("im Lager passen").count(), 1, "nothing fits the hat: {page}");
        assert!(page.contains(&card.printed()), "the household is named: {page}");
        let page = app.signed_in(Role::Volunteer).get("/").expect(200).text();
        assert!(page.contains("<dt>Teile angenommen</dt><dd>3</dd>"), "{page}");
        let page = app.signed_in(Role::Treasurer).get("/").expect(200).text();
        assert!(page.contains("Probewerk") && !page.contains("Haushalt"), "{page}");
    }

    a_notice_that_runs_out_stands_on_the_treasurers_page => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        crate::council::issuer(&app, "de/verein_freistellung", "Kleiderkammer e. V.", "NULL");
        let tile = "Bescheid vom Finanzamt ist zu alt oder läuft bald ab";
        let fresh = app.house.today().to_string();
        app.sql(&format!("UPDATE issuers SET fields = '{{\"notice_date\":\"{fresh}\"}}'"));
        assert!(!treasurer.get("/").expect(200).text().contains(tile));
        app.sql("UPDATE issuers SET fields = '{\"notice_date\":\"2015-01-01\"}'");
        let home = treasurer.get("/").expect(200).text();
        assert!(home.contains(tile) && home.contains("href=\"/issuers\""), "{home}");
    }

    what_was_taken_back_is_not_counted => |app| {
        let mut scanner = app.scanner();
        let (_, card) = app.household();
        let label = app.labels(1)[0];
        scanner.take_in(&label, "winterjacke", "104", None);
        scanner.scan("handout", card);
        scanner.scan("handout", label);
        let today = || app.signed_in(Role::Volunteer).get("/").expect(200).text();
        assert!(today().contains("<dt>Teil ausgegeben</dt><dd>1</dd>"), "{}", today());
        assert_eq!(scanner.command("handout", Command::Undo)["outcome"], "applied");
        assert!(today().contains("<dt>Teile ausgegeben</dt><dd>0</dd>"), "{}", today());
    }

    a_mentor_sees_the_own_households_and_what_lies_ready => |app| {
        let ((own, card), (_, other)) = (app.household(), app.household());
        let mentor = app.add_user("mara", Role::Mentor);
        link_mentor::link(&app.house, &app.caretaker(), own, mentor).expect("linked");
        app.needs(own, &[("winterjacke", "104", 1)]);
        let label = app.labels(1)[0];
        app.scanner().take_in(&label, "winterjacke", "104", None);
        app.sql(&format!("UPDATE items SET state = 'reserved', household_id = '{own}'"));
        app.needs(own, &[("jeans", "", 1)]);
        let label = app.labels(1)[0];
        app.scanner().take_in(&label, "jeans", "M", None);
        let page = app.sign_in("mara").get("/").expect(200).text();
        assert!(page.contains(&card.printed()) && !page.contains(&other.printed()), "{page}");
        assert!(page.contains("2 Zeilen der Bedarfsliste sind offen.") && page.contains("1 Teil im Lager passt") && page.contains("Winterjacke Gr. 104"), "{page}");
    }

    what_waits_too_long_stands_on_the_page => |app| {
        let (household, _) = app.household();
        app.needs(household, &[("winterjacke", "104", 1), ("muetze", "", 2)]);
        let mut scanner = app.scanner();
        for label in app.labels(2) {
            scanner.take_in(&label, "jeans", "M", None);
        }
        let long_ago = (app.house.now() - jiff::SignedDuration::from_hours(24 * 70)).strftime("%Y-%m-%d %H:%M:%S.%6f").to_string();
        let home = || app.signed_in(Role::Coordinator).get("/").expect(200).text();
        assert!(!home().contains("über 8 Wochen") && !home().contains("zum Abholen bereit"), "{}", home());
        app.sql(&format!("UPDATE needs SET recorded_at = '{long_ago}' WHERE product_code = 'muetze'"));
        app.sql(&format!("UPDATE households SET waits_since = '{long_ago}' WHERE id = '{household}'"));
        app.sql(&format!("UPDATE items SET state = 'reserved', household_id = '{household}', moved_at = '{long_ago}'"));
        app.sql(&format!("UPDATE terminals SET last_seen_at = '{long_ago}' WHERE kind = 'device'"));
        let page = home();
        assert!(page.contains("Haushalt wartet seit über 8 Wochen auf etwas."), "{page}");
        assert!(page.contains("Teile liegen seit über 14 Tagen zum Abholen bereit."), "{page}");
        assert!(page.contains("Terminal hat sich seit 14 Tagen nicht gemeldet."), "{page}");
        // Two labels were made and both are bound: none is left.
        assert!(page.contains("<span class=\"tile-count\">0</span>") && page.contains("leere Etiketten sind noch da"), "{page}");
        let page = app.signed_in(Role::Admin).get("/").expect(200).text();
        assert!(page.contains("Terminal hat sich seit 14 Tagen nicht gemeldet."), "{page}");
        for role in [Role::Volunteer, Role::Treasurer, Role::Admin] {
            let page = app.signed_in(role).get("/").expect(200).text();
            assert!(!page.contains("Passendes") && !page.contains(&household.to_string()), "{role}: {page}");
        }
    }

    contradictions_and_odd_terminals_are_shown_to_the_coordinator => |app| {
        let mut scanner = app.scanner();
        for label in app.labels(60) {
            scanner.take_in(&label, "winterjacke", "104", None);
        }
        scanner.next_seq = 1;
        scanner.send(Event::new("lookup", app.labels(1)[0]));
        app.sql("INSERT INTO contradictions (event_id, kind, opened_at, version) \
                 SELECT event_id, 'other', received_at, 1 FROM scan_events");
        let coordinator = app.signed_in(Role::Coordinator);
        let home = coordinator.get("/").expect(200).text();
        assert!(home.contains("Scans widersprechen dem") && home.contains("Terminal hat etwas Auffälliges"), "{home}");
        let page = coordinator.get("/contradictions").expect(200).text();
        assert!(page.contains("60 Scans zu klären") && page.contains("Auffällige Terminals"), "{page}");
        assert_eq!(page.matches("Das Terminal hat den Scan bestätigt").count(), 50);
        let next = page.split("href=\"/contradictions?after=").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
        let page = coordinator.get(&format!("/contradictions?after={next}")).expect(200).text();
        assert_eq!(page.matches("Das Terminal hat den Scan bestätigt").count(), 10);
        let back = page.split("href=\"/contradictions?before=").nth(1).and_then(|rest| rest.split('"').next()).expect("a way back");
        let page = coordinator.get(&format!("/contradictions?before={back}")).expect(200).text();
        assert_eq!(page.matches("Das Terminal hat den Scan bestätigt").count(), 50);
    }
}
