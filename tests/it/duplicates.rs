//! Two records of one household: proposed without names, merged by four eyes, parted by a person.

use gabentisch::actions::link_mentor::{self, Span};
use gabentisch::actions::register_household::{self, NewHousehold, NewMember};
use gabentisch::codes::Code;
use gabentisch::domain::desk::{Draft, Target};
use gabentisch::domain::item::{ItemState, MovementKind};
use gabentisch::domain::ledger::Standing;
use gabentisch::domain::rights::Role;
use gabentisch::domain::{EventId, HouseholdId};
use gabentisch::store::{StoreError, items, ledger, mentor_links, needs};

use crate::support::{TestApp, both};

/// Registers a family through the actions: two children of known months of birth.
fn family(app: &TestApp, area: &str) -> (HouseholdId, String) {
    let child = |month: &str| NewMember {
        birth_month: Some(month.to_owned()),
        sizes: [("clothes".to_owned(), "128".to_owned())].into(),
        ..NewMember::default()
    };
    // Children of about eight and six, whenever the test runs.
    let today = app.house.today();
    let month = |years: i16| format!("{}-05", today.year() - years);
    let new = NewHousehold {
        area: area.to_owned(),
        members: vec![child(&month(8)), child(&month(6))],
        ..NewHousehold::default()
    };
    let (id, card) = register_household::new(&app.house, &app.caretaker(), new).expect("a household");
    (id, card.printed())
}

/// The way to the proposal, after it was made on the page.
fn proposed(first: &crate::support::Client, kept: HouseholdId, merged: HouseholdId) -> String {
    let (kept, merged) = (kept.to_string(), merged.to_string());
    let sent = [("kept", kept.as_str()), ("merged", merged.as_str())];
    first.post_form("/households/duplicates", &sent).expect(303).location.expect("the proposal")
}

both! {
    the_same_children_in_the_same_place_are_proposed_merged_by_another_and_parted => |app| {
        let ((kept, kept_card), (merged, old_card)) = (family(&app, "Unterkunft Nord"), family(&app, "unterkunft nord"));
        let (other, _) = family(&app, "58762");
        app.add_user("eins", Role::Coordinator);
        app.add_user("zwei", Role::Coordinator);
        let (one, two) = (app.sign_in("eins"), app.sign_in("zwei"));

        let list = one.get("/households/duplicates").expect(200).text();
        assert!(list.contains(&kept_card) && list.contains(&old_card), "{list}");
        assert!(!list.contains(&other.to_string()), "another place is another family");
        let both = one.get(&format!("/households/duplicates?kept={kept}&merged={merged}")).expect(200).text();
        assert!(both.contains(&kept_card) && both.contains(&old_card), "{both}");

        assert!(both.contains(&format!("Die Karte {old_card} gilt dann nicht mehr")), "{both}");
        let query = |other: &str| format!("/households/duplicates?kept={}&merged={}", kept_card.replace(' ', "+"), other.replace(' ', "+"));
        let twice = one.get(&query(&kept_card)).expect(200).text();
        assert!(twice.contains("Zweimal dieselbe Karte"), "{twice}");
        let unknown = one.get(&query("Unfug")).expect(200).text();
        assert!(unknown.contains("id=\"merged-error\"") && !unknown.contains("id=\"kept-error\""), "{unknown}");
        assert!(unknown.contains("value=\"Unfug\"") && unknown.contains(&format!("value=\"{kept_card}\"")), "{unknown}");

        one.post_form(&format!("/households/{merged}/needs"), &[("product", "handtuch"), ("wanted", "3")]).expect(303);
        let proposal = proposed(&one, kept, merged);
        assert!(one.get(&format!("/households/{kept}")).expect(200).text().contains(&proposal), "it says what waits");
        let own = one.post_form(&format!("{proposal}/confirm"), &[("version", "1")]);
        assert!(own.text().contains("selbst vorgeschlagen"), "four eyes");
        two.post_form(&format!("{proposal}/confirm"), &[("version", "1")]).expect(303);

        let page = two.get(&format!("/households/{kept}")).expect(200).text();
        assert!(page.contains("Handtuch") && page.contains("2 Personen") && page.contains(&old_card), "{page}");
        let gone = two.get(&format!("/households/{merged}")).expect(200).text();
        assert!(gone.contains("in einem anderen aufgegangen") && gone.contains(&kept.to_string()), "{gone}");
        two.post_form(&format!("/households/{merged}/state"), &[("version", "3"), ("state", "active")]).expect(422);
        let search = two.get(&format!("/households?q={}", old_card.replace(' ', "%20"))).expect(200).text();
        assert!(!search.contains(&merged.to_string()), "the old card is dead");
        let list = one.get("/households/duplicates").expect(200).text();
        assert!(list.contains("Zusammengelegt"), "{list}");

        one.post_form(&format!("{proposal}/part"), &[("version", "2")]).expect(303);
        let page = two.get(&format!("/households/{merged}")).expect(200).text();
        assert!(page.contains("Handtuch") && page.contains("2 Personen"), "{page}");
        let search = two.get(&format!("/households?q={}", old_card.replace(' ', "%20"))).expect(200).text();
        assert!(!search.contains(&merged.to_string()), "a card that was replaced stays dead");
        assert!(!two.get(&format!("/households/{kept}")).expect(200).text().contains("Handtuch"));
    }

    what_was_handed_out_since_keeps_two_records_together => |app| {
        let ((kept, card), (merged, _)) = (family(&app, "Nord"), family(&app, "Nord"));
        app.add_user("eins", Role::Coordinator);
        app.add_user("zwei", Role::Coordinator);
        let (one, two) = (app.sign_in("eins"), app.sign_in("zwei"));
        one.post_form(&format!("/households/{merged}/needs"), &[("product", "handtuch"), ("wanted", "3")]).expect(303);
        let proposal = proposed(&one, kept, merged);
        two.post_form(&format!("{proposal}/confirm"), &[("version", "1")]).expect(303);
        // A line that changed since is not lost by parting: it keeps them together.
        let page = two.get(&format!("/households/{kept}")).expect(200).text();
        let withdraw = page.split("action=\"").find(|part| part.contains("/withdraw")).unwrap().split('"').next().unwrap().to_owned();
        two.post_form(&withdraw, &[("version", "2")]).expect(303);
        let refused = one.post_form(&format!("{proposal}/part"), &[("version", "2")]);
        assert!(refused.text().contains("verloren"), "{card}");
    }

    a_single_coordinator_is_told_that_two_are_needed => |app| {
        let ((kept, _), (merged, _)) = (family(&app, "Nord"), family(&app, "Nord"));
        let coordinator = app.signed_in(Role::Coordinator);
        let proposal = proposed(&coordinator, kept, merged);
        assert!(coordinator.get(&proposal).expect(200).text().contains("zwei Personen der Leitung"));
        coordinator.post_form(&format!("{proposal}/refuse"), &[("version", "1")]).expect(303);
        let list = coordinator.get("/households/duplicates").expect(200).text();
        assert!(list.contains("Nichts gefunden"), "whom somebody called two is not proposed again: {list}");
        let mentor = app.signed_in(Role::Mentor);
        mentor.get("/households/duplicates").expect(403);
    }
}

/// Lays a piece aside for the first line of a household, as the page of proposals does.
fn reserve(app: &TestApp, label: Code, household: HouseholdId) {
    let (terminal, now) = (app.caretaker().terminal(), app.house.now());
    app.house
        .store()
        .write(move |db| {
            let head = ledger::lock(db)?;
            let item = items::by_label(db, label)?.expect("a piece");
            let need = needs::of_household(db, household)?.first().map(|line| line.id);
            let after = Standing { household: Some(household), need, ..item.standing().then(ItemState::Reserved) };
            let (event_id, target) = (EventId(uuid::Uuid::now_v7()), Target::Item(item.id));
            let draft = Draft {
                event_id,
                target,
                kind: MovementKind::Reserve,
                after,
                visit: None,
                reverses: None,
                details: None,
            };
            let occasion = ledger::Occasion { terminal, actor: None, occurred_at: now, recorded_at: now };
            ledger::append(db, head, &[draft], occasion)?;
            Ok::<_, StoreError>(())
        })
        .expect("laid aside");
}

both! {
    pieces_that_lie_ready_move_with_their_line_and_back => |app| {
        let ((kept, _), (merged, _)) = (family(&app, "Nord"), family(&app, "Nord"));
        app.needs(merged, &[("winterjacke", "128", 1)]);
        let label = app.labels(1)[0];
        app.scanner().take_in(&label, "winterjacke", "128", None);
        reserve(&app, label, merged);
        app.sql("UPDATE reservations SET until = '2031-05-01 10:00:00.000000', u = 3, b = 7, w = 1");
        let (one, two) = (app.add_user("eins", Role::Coordinator), app.add_user("zwei", Role::Coordinator));
        assert_ne!(one, two);
        let (one, two) = (app.sign_in("eins"), app.sign_in("zwei"));
        let proposal = proposed(&one, kept, merged);
        two.post_form(&format!("{proposal}/confirm"), &[("version", "1")]).expect(303);
        let whose = || app.sql("SELECT household_id FROM items");
        assert_eq!(whose(), kept.to_string());
        assert_eq!(app.sql("SELECT b FROM reservations WHERE CAST(until AS TEXT) LIKE '2031%'"), "7", "it waits no longer than before");
        assert_eq!(app.sql("SELECT state FROM needs"), "reserved");
        app.assert_sound();
        two.post_form(&format!("{proposal}/part"), &[("version", "2")]).expect(303);
        assert_eq!((whose(), app.sql("SELECT state FROM needs")), (merged.to_string(), "reserved".to_owned()));
        assert_eq!(app.sql("SELECT b FROM reservations WHERE CAST(until AS TEXT) LIKE '2031%'"), "7");
        app.assert_sound();
    }

    links_a_block_and_a_contact_come_back_as_they_were_unless_somebody_said_otherwise => |app| {
        let ((kept, _), (merged, _)) = (family(&app, "Nord"), family(&app, "Nord"));
        let (kim, lee) = (app.add_user("kim", Role::Mentor), app.add_user("lee", Role::Mentor));
        let until = app.house.today().saturating_add(jiff::Span::new().days(40));
        let span = Span { until: Some(until), may_collect: true, ..Span::default() };
        for mentor in [kim, lee] {
            link_mentor::link_for(&app.house, &app.caretaker(), merged, mentor, span).expect("a link");
        }
        app.add_user("eins", Role::Coordinator);
        app.add_user("zwei", Role::Coordinator);
        let (one, two) = (app.sign_in("eins"), app.sign_in("zwei"));
        let version = || app.sql(&format!("SELECT version FROM households WHERE id = '{merged}'"));
        let contact = [("version", version()), ("contact_name", "Eva".into()), ("contact_phone", "0151 12345678".into()), ("channel", "said".into())];
        let contact: Vec<(&str, &str)> = contact.iter().map(|(key, value): &(&str, String)| (*key, value.as_str())).collect();
        one.post_form(&format!("/households/{merged}/contact"), &contact).expect(303);
        one.post_form(&format!("/households/{merged}/state"), &[("version", &version()), ("state", "blocked")]).expect(303);

        let proposal = proposed(&one, kept, merged);
        two.post_form(&format!("{proposal}/confirm"), &[("version", "1")]).expect(303);
        let of_kept = |column: &str| app.sql(&format!("SELECT {column} FROM households WHERE id = '{kept}'"));
        assert_eq!((of_kept("state"), of_kept("contact_name")), ("blocked".to_owned(), "Eva".to_owned()));
        let contacts = |id: HouseholdId| app.sql(&format!("SELECT COUNT(*) FROM consents WHERE household_id = '{id}'"));
        assert_eq!((contacts(kept), contacts(merged)), ("1".to_owned(), "0".to_owned()));
        link_mentor::unlink(&app.house, &app.caretaker(), kept, lee).expect("ended");
        // Written down later: it is the kept household's.
        app.sql(&format!("UPDATE households SET contact_phone = '0160 999999' WHERE id = '{kept}'"));

        one.post_form(&format!("{proposal}/part"), &[("version", "2")]).expect(303);
        assert_eq!((of_kept("state"), of_kept("contact_phone")), ("active".to_owned(), "0160 999999".to_owned()));
        assert_eq!((contacts(kept), contacts(merged)), ("1".to_owned(), "0".to_owned()));
        let links = app.house.store().read(|db| {
            Ok::<_, StoreError>((mentor_links::open_links(db, kept, app.house.now())?, mentor_links::open_links(db, merged, app.house.now())?))
        });
        let (on_kept, on_merged) = links.expect("links");
        assert!(on_kept.is_empty(), "{on_kept:?}");
        assert_eq!(on_merged.iter().map(|link| (link.0, link.2.is_some(), link.3)).collect::<Vec<_>>(), [(kim, true, true)]);
    }

    a_household_that_comes_back_has_its_mentors_as_long_as_before => |app| {
        let (id, _) = family(&app, "Nord");
        let kim = app.add_user("kim", Role::Mentor);
        let until = app.house.today().saturating_add(jiff::Span::new().days(40));
        let span = Span { until: Some(until), ..Span::default() };
        link_mentor::link_for(&app.house, &app.caretaker(), id, kim, span).expect("a link");
        let links = || app.house.store().read(|db| mentor_links::open_links(db, id, app.house.now())).expect("links");
        let before = links();
        let client = app.signed_in(Role::Coordinator);
        let version = app.sql("SELECT version FROM households");
        client.post_form(&format!("/households/{id}/state"), &[("version", &version), ("state", "left")]).expect(303);
        assert!(links().is_empty());
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%household_left%'");
        client.post_form(&format!("/deeds/{deed}/undo"), &[("back", "/households")]).expect(303);
        assert_eq!(links(), before);
    }
}
