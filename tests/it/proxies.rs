//! Who else may collect: named people, and vouchers for exactly the pieces that lie ready.

use gabentisch::actions::link_mentor;
use gabentisch::codes::{Code, Command};
use gabentisch::domain::HouseholdId;
use gabentisch::domain::rights::Role;

use crate::mentors::lay_aside;
use crate::queue::open_day;
use crate::support::{Client, TestApp, both};

/// A household for which two jackets lie ready, its mentor, and their labels.
fn ready(app: &TestApp) -> (HouseholdId, Code, Client, [Code; 2]) {
    let (household, card) = app.household();
    let kim = app.add_user("kim", Role::Mentor);
    link_mentor::link(&app.house, &app.caretaker(), household, kim).expect("a link");
    app.needs(household, &[("winterjacke", "104", 2)]);
    let labels = [lay_aside(app), lay_aside(app)];
    (household, card, app.sign_in("kim"), labels)
}

/// Makes a voucher as the mentor and gives its code.
fn voucher(app: &TestApp, household: HouseholdId, mentor: &Client) -> String {
    let made = mentor.post_form(&format!("/households/{household}/vouchers"), &[("name", "Nachbar Nils")]).expect(303);
    let text = mentor.get(&made.location.expect("the slip")).expect(200).text();
    let code = app.sql("SELECT code FROM proxies WHERE kind = 'once' ORDER BY made_at DESC LIMIT 1");
    let printed = gabentisch::codes::read(&code).expect("a code").printed();
    assert!(text.contains(&printed) && text.contains("class=\"qr-dark\"") && text.contains("Winterjacke"), "{text}");
    code
}

both! {
    a_mentor_names_people_and_ends_them_and_both_are_taken_back => |app| {
        let (household, _, mentor, _) = ready(&app);
        let page = format!("/households/{household}");
        let nameless = mentor.post_form(&format!("{page}/proxies"), &[("name", " ")]).expect(422).text();
        assert!(nameless.contains("wie die Person genannt wird"), "{nameless}");
        mentor.post_form(&format!("{page}/proxies"), &[("name", "Oma Probe")]).expect(303);
        assert!(mentor.get(&page).expect(200).text().contains("Oma Probe"));
        let id = app.sql("SELECT id FROM proxies");
        mentor.post_form(&format!("{page}/proxies/{id}/end"), &[("version", "1")]).expect(303);
        mentor.post_form(&format!("{page}/proxies/{id}/end"), &[("version", "1")]).expect(409);
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%proxy_ended%'");
        mentor.post_form(&format!("/deeds/{deed}/undo"), &[("back", &page)]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM proxies WHERE ended_at IS NULL"), "1");
        app.signed_in(Role::Treasurer).post_form(&format!("{page}/proxies"), &[("name", "Oma")]).expect(403);
    }

    a_voucher_opens_a_visit_for_its_pieces_once => |app| {
        let (household, card, mentor, labels) = ready(&app);
        let code = voucher(&app, household, &mentor);
        let third = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&third, "winterjacke", "104", None);
        let opened = scanner.scan("handout", &code);
        assert_eq!(opened["headline"], "Gutschein: 2 Teile liegen bereit", "{opened}");
        let desk = scanner.client.get("/api/v1/terminal").expect(200).json()["desk"].clone();
        let needs = desk["visit"]["needs"].as_array().expect("lines").len();
        assert_eq!(needs, 2, "the desk shows the voucher's pieces, not the household's list: {desk}");
        let other = scanner.scan("handout", third);
        assert_eq!(other["headline"], "Dieser Gutschein gilt für 2 Teile, die bereitliegen. Dieses gehört nicht dazu.");
        assert_eq!(scanner.scan("handout", labels[0])["outcome"], "applied");
        assert_eq!(scanner.scan("handout", labels[1])["outcome"], "applied");
        // The same pull of the trigger is no second scan; the card comes a while later.
        assert_eq!(scanner.command("handout", Command::Finish)["outcome"], "applied");
        assert_eq!(app.sql("SELECT COUNT(*) FROM proxies WHERE used_at IS NOT NULL"), "1");
        let again = scanner.scan("handout", &code);
        assert!(again["headline"].as_str().unwrap().contains("schon eingelöst"), "{again}");
        assert_eq!(again["outcome"], "refused");
        app.assert_sound();
        // Taken back to the last piece, it counts again.
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT COUNT(*) FROM proxies WHERE used_at IS NOT NULL"), "1", "one piece is still out");
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT COUNT(*) FROM proxies WHERE used_at IS NOT NULL"), "0");
        assert_eq!(scanner.scan("handout", &code)["headline"], "Gutschein: 2 Teile liegen bereit");
        // The household itself comes with its card meanwhile: another visit, in which everything may go.
        assert_eq!(scanner.scan("handout", card)["outcome"], "applied");
        assert_eq!(scanner.scan("handout", third)["outcome"], "applied");
        app.assert_sound();
    }

    pieces_that_went_meanwhile_are_said_and_dead_vouchers_open_nothing => |app| {
        let (household, card, mentor, labels) = ready(&app);
        let code = voucher(&app, household, &mentor);
        let mut scanner = app.scanner();
        scanner.scan("handout", card);
        scanner.scan("handout", labels[0]);
        scanner.command("handout", Command::Finish);
        app.sql(&format!("UPDATE items SET state = 'in_stock', household_id = NULL, need_id = NULL WHERE label = '{}'", labels[1]));
        let opened = scanner.scan("handout", &code);
        assert_eq!(opened["headline"], "Gutschein: nichts liegt mehr bereit", "{opened}");
        assert_eq!(opened["lines"][0]["headline"], "Liegt nicht mehr bereit: Winterjacke Gr. 104.", "{opened}");
        assert_eq!(scanner.scan("handout", labels[1])["outcome"], "refused");
        scanner.command("handout", Command::Finish);
        assert_eq!(app.sql("SELECT COUNT(*) FROM proxies WHERE used_at IS NOT NULL"), "0", "nothing was given for it");

        let id = app.sql("SELECT id FROM proxies");
        app.sql("UPDATE proxies SET valid_until = '2026-01-31 23:00:00.000000'");
        let over = scanner.scan("handout", &code);
        assert_eq!(over["headline"], "Dieser Gutschein galt nur bis 31.01.2026.", "{over}");
        let page = format!("/households/{household}");
        mentor.post_form(&format!("{page}/proxies/{id}/end"), &[("version", "1")]).expect(303);
        let ended = scanner.scan("handout", &code);
        assert!(ended["headline"].as_str().unwrap().contains("er wurde beendet"), "{ended}");
        let nothing = mentor.post_form(&format!("{page}/vouchers"), &[]).expect(422).text();
        assert!(nothing.contains("liegt gerade nichts bereit"), "{nothing}");
    }

    a_voucher_is_no_card_anywhere_else => |app| {
        let (household, card, mentor, _) = ready(&app);
        let code = voucher(&app, household, &mentor);
        let coordinator = app.signed_in(Role::Coordinator);
        let text = coordinator.get(&format!("/households?q={code}")).expect(200).text();
        assert!(!text.contains(&household.to_string()), "a voucher finds no household");
        let text = coordinator.get(&format!("/households/{household}")).expect(200).text();
        assert!(text.contains(&card.printed()), "its card is still its card");
        // A terminal that is cut off gets no household with it.
        let snapshot = app.scanner().client.get("/api/v1/terminal/snapshot").expect(200).text();
        assert!(snapshot.contains("\"is\":\"voucher\""), "the snapshot knows that it is one");
        assert!(!snapshot.contains("Nachbar Nils"));
    }

    a_voucher_is_looked_up_and_welcomed_for_its_household_and_ends_with_the_mentors_link => |app| {
        let (household, _, mentor, _) = ready(&app);
        let code = voucher(&app, household, &mentor);
        mentor.post_form(&format!("/households/{household}/proxies"), &[("name", "Oma Probe")]).expect(303);
        let mut scanner = app.scanner();
        scanner.scan("lookup", &code);
        let (day, _) = open_day(&app, 5);
        let helper = app.signed_in(Role::Volunteer);
        let arrive = || helper.post_form("/queue", &[("session", day.as_str()), ("code", code.as_str())]);
        arrive().expect(303);
        assert_eq!(app.sql("SELECT household_id FROM bookings"), household.to_string());
        let looks = app.sql(&format!("SELECT COUNT(*) FROM access_log WHERE household_id = '{household}' AND context = 'queue'"));
        assert_eq!(looks, "1");

        let kim = app.sql("SELECT made_by FROM proxies WHERE kind = 'once'").parse().expect("an id");
        link_mentor::unlink(&app.house, &app.caretaker(), household, kim).expect("ended");
        let refused = scanner.scan("handout", &code);
        assert_eq!(refused["outcome"], "refused", "{refused}");
        assert!(refused["headline"].as_str().unwrap().contains("kümmert sich nicht mehr"), "{refused}");
        arrive().expect(422);
        let page = app.signed_in(Role::Coordinator).get(&format!("/households/{household}")).expect(200).text();
        assert_eq!(page.matches("gilt nicht mehr: Wer das").count(), 2, "{page}");
    }
}
