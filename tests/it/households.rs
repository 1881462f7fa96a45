//! The households' pages: who may open which, and that a card alone is enough.

use gabentisch::domain::HouseholdId;
use gabentisch::domain::rights::Role;

use crate::support::{TestApp, both};

/// The address that a redirect leads to.
#[track_caller]
fn location(answer: crate::support::Answer) -> String {
    answer.expect(303).location.expect("a place to go to")
}

/// Links this mentor through the page, as the coordinator does.
fn link(app: &TestApp, household: HouseholdId, mentor: &str) {
    let coordinator = app.signed_in(Role::Coordinator);
    let page = format!("/households/{household}");
    coordinator.post_form(&format!("{page}/mentors"), &[("mentor", mentor)]).expect(303);
}

both! {
    a_household_is_registered_with_nothing_but_a_card => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let empty = coordinator.get("/households").expect(200).text();
        assert!(empty.contains("Melden Sie den ersten Haushalt an"), "{empty}");
        let page = location(coordinator.post_form("/households", &[]));
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("1 Person"), "{text}");
        assert!(coordinator.get("/households").expect(200).text().contains(&page));

        coordinator.post_form(&format!("{page}/needs"), &[("product", "handtuch"), ("wanted", "3")]).expect(303);
        coordinator.post_form(&format!("{page}/fill"), &[("fill", "home")]).expect(303);
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("Handtuch") && text.contains("0 von 3") && text.contains("Lampe"), "{text}");
    }

    a_mentor_sees_linked_households_and_loses_them_in_the_same_second => |app| {
        let (mine, _) = app.household();
        let (foreign, foreign_card) = app.household();
        let id = app.add_user("kim", Role::Mentor);
        let mentor = app.sign_in("kim");
        let page = format!("/households/{mine}");
        mentor.get(&page).expect(404);
        link(&app, mine, &id.to_string());
        mentor.get(&page).expect(200);
        mentor.post_form(&format!("{page}/needs"), &[("product", "handtuch"), ("wanted", "1")]).expect(303);

        // A foreign household and one that never was get the same answer, letter for letter.
        let unknown = mentor.get(&format!("/households/{}", uuid::Uuid::now_v7())).expect(404);
        assert_eq!(mentor.get(&format!("/households/{foreign}")).expect(404).text().replace(&foreign.to_string(), ""),
            unknown.text().replace(unknown_id(&unknown.text()), ""));
        let list = mentor.get("/households").expect(200).text();
        assert!(list.contains(&mine.to_string()) && !list.contains(&foreign.to_string()));
        let search = mentor.get(&format!("/households?q={foreign_card}")).expect(200).text();
        assert!(!search.contains(&foreign.to_string()), "a foreign card finds nothing");
        for path in ["/edit", "/members/new"] {
            mentor.get(&format!("{page}{path}")).expect(403);
        }
        mentor.post_form(&format!("{page}/card"), &[("version", "1")]).expect(403);

        let coordinator = app.signed_in(Role::Coordinator);
        coordinator.post_form(&format!("{page}/mentors/end"), &[("mentor", &id.to_string())]).expect(303);
        mentor.get(&page).expect(404);
        let need = [("product", "socken"), ("wanted", "1")];
        mentor.post_form(&format!("{page}/needs"), &need).expect(404);
        mentor.get(&format!("{page}/needs/new")).expect(404);
        assert!(!mentor.get("/households").expect(200).text().contains(&mine.to_string()));
    }

    every_look_is_in_the_log_and_nobody_without_business_gets_there => |app| {
        let (id, _) = app.household();
        let page = format!("/households/{id}");
        for role in [Role::Treasurer, Role::Admin, Role::Volunteer] {
            let client = app.signed_in(role);
            client.get(&page).expect(403);
            client.get("/households").expect(403);
            client.post_form("/households", &[]).expect(403);
            assert!(!client.get("/").expect(200).text().contains("href=\"/households\""), "{role}");
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log"), "0");
        let coordinator = app.signed_in(Role::Coordinator);
        coordinator.get(&page).expect(200);
        coordinator.get(&format!("{page}/needs/new")).expect(200);
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log"), "2");
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log WHERE context = 'needs'"), "1");
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("Wer hat nachgesehen?") && text.contains("Probe coordinator"), "{text}");
    }

    people_are_added_one_at_a_time_and_taken_out_for_good => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let ella = [("area", "58762"), ("nickname", "Ella"), ("age_band", "child_small"), ("cut", "K"), ("size_clothes", "104")];
        let page = location(coordinator.post_form("/households", &ella));
        let more = coordinator.post_form(&format!("{page}/members"), &[("nickname", "Opa"), ("then", "more")]);
        assert_eq!(location(more), format!("{page}/members/new"));
        let wrong = coordinator.post_form(&format!("{page}/members"), &[("birth_month", "morgen")]).expect(422).text();
        assert!(wrong.contains("zum Beispiel 2021-04") && wrong.contains("value=\"morgen\""), "{wrong}");
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("2 Personen") && text.contains("Kleidung 104"), "{text}");

        let opa = app.sql("SELECT id FROM members WHERE nickname = 'Opa'");
        let form = format!("{page}/members/{opa}");
        coordinator.post_form(&form, &[("nickname", "Opa Muster"), ("version", "1")]).expect(303);
        let late = coordinator.post_form(&form, &[("nickname", "zu spät"), ("version", "1")]).expect(422).text();
        assert!(late.contains("Inzwischen geändert") && late.contains("value=\"zu spät\""), "{late}");
        coordinator.post_form(&format!("{form}/remove"), &[("version", "2")]).expect(303);
        assert!(coordinator.get(&page).expect(200).text().contains("1 Person"));
        assert_eq!(app.sql("SELECT COUNT(*) FROM members WHERE nickname LIKE 'Opa%'"), "0");
    }

    signing_off_is_asked_for_and_taken_back_with_exactly_its_lines => |app| {
        let (id, _) = app.household();
        app.needs(id, &[("handtuch", "", 3), ("winterjacke", "104", 1), ("jeans", "M", 1)]);
        app.sql("UPDATE needs SET state = 'fulfilled', got = 1 WHERE product_code = 'winterjacke'");
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{id}");
        let jeans = app.sql("SELECT id FROM needs WHERE product_code = 'jeans'");
        coordinator.post_form(&format!("{page}/needs/{jeans}/withdraw"), &[("version", "1")]).expect(303);
        let mentor = app.add_user("kim", Role::Mentor);
        link(&app, id, &mentor.to_string());
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("1 offene Zeile der Bedarfsliste wird zurückgezogen"), "{text}");

        let left = [("version", "1"), ("state", "left")];
        let after = location(coordinator.post_form(&format!("{page}/state"), &left));
        let text = coordinator.get(&after).expect(200).text();
        assert!(text.contains("1 erledigte Zeile") && text.contains("2 Zeilen zurückgezogen oder abgelaufen"), "{text}");
        assert!(!text.contains("class=\"meter\"") && !text.contains("Bedarf eintragen"), "{text}");
        app.sign_in("kim").get(&page).expect(404);

        let deed = text.split("action=\"/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[("back", &page)]).expect(303);
        let states = app.sql("SELECT state FROM needs ORDER BY product_code").lines().map(str::trim).collect::<Vec<_>>().join(" ");
        assert_eq!(states, "open withdrawn fulfilled");
        assert_eq!(app.sql("SELECT state FROM households"), "active");
        app.sign_in("kim").get(&page).expect(200);
    }

    the_new_card_of_a_blocked_household_is_blocked_too_and_says_so => |app| {
        let (id, _) = app.household();
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{id}");
        coordinator.post_form(&format!("{page}/state"), &[("version", "1"), ("state", "blocked")]).expect(303);
        let after = location(coordinator.post_form(&format!("{page}/card"), &[("version", "2")]));
        let text = coordinator.get(&after).expect(200).text();
        assert!(text.contains("Auch die neue ist gesperrt"), "{text}");
    }

    a_lost_card_is_dead_and_a_blocked_one_gets_nothing => |app| {
        let (id, old) = app.household();
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{id}");
        coordinator.post_form(&format!("{page}/card"), &[("version", "1")]).expect(303);
        let new = app.sql("SELECT code FROM labels WHERE kind = 'card' AND state = 'bound'");
        assert_ne!(new, old.to_string());
        let desk = |code: &str| {
            let event = uuid::Uuid::now_v7().to_string();
            app.signed_in(Role::Volunteer).post_form("/desk/handout", &[("event_id", &event), ("code", code)]).text()
        };
        assert!(desk(old.as_str()).contains("Diese Karte gilt nicht mehr"));
        assert!(desk(&new).contains("1 Person"));
        coordinator.post_form(&format!("{page}/state"), &[("version", "2"), ("state", "blocked")]).expect(303);
        assert!(desk(&new).contains("Karte gesperrt"));
        coordinator.post_form(&format!("{page}/state"), &[("version", "2"), ("state", "active")]).expect(409);
        coordinator.post_form(&format!("{page}/state"), &[("version", "3"), ("state", "active")]).expect(303);
        assert!(desk(&new).contains("1 Person"));
    }

    lists_go_on_where_the_page_before_ended => |app| {
        for _ in 0..53 {
            app.household();
        }
        let coordinator = app.signed_in(Role::Coordinator);
        let first = coordinator.get("/households").expect(200).text();
        assert_eq!(first.matches("class=\"code\" href=\"/households/").count(), 50);
        let next = first.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let next = next.expect("a second page").replace("&amp;", "&").replace("&#38;", "&");
        let second = coordinator.get(&next).expect(200).text();
        assert_eq!(second.matches("class=\"code\" href=\"/households/").count(), 3);
    }
}

/// The id that a page of refusal carries in its own address.
fn unknown_id(text: &str) -> &str {
    let rest = text.split("/households/").nth(1).unwrap_or_default();
    rest.get(..36).unwrap_or("no id")
}
