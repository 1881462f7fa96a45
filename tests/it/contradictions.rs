//! What terminals confirmed while they were cut off: replayed, each scan counts once, and what does not fit is one question.

use gabentisch::actions::change_household;
use gabentisch::codes::{Code, Command};
use gabentisch::domain::HouseholdId;
use gabentisch::domain::household::HouseholdState;
use gabentisch::domain::rights::Role;
use serde_json::Value;

use crate::support::{Client, Event, Scanner, TestApp, both};

/// A scan that a terminal decided by itself some minutes ago.
fn told(mode: &str, code: impl ToString, outcome: &str, minutes: i64) -> Event {
    let at = jiff::Timestamp::now() - jiff::SignedDuration::from_mins(minutes);
    Event::new(mode, code).with("told", outcome).with("occurred_at", at.to_string())
}

/// A card and pieces that went with it, as a cut-off terminal replays them.
#[track_caller]
fn replay(scanner: &mut Scanner, card: &Code, labels: &[Code], minutes: i64) -> Vec<Value> {
    let mut events = vec![told("handout", card, "applied", minutes)];
    events.extend(labels.iter().map(|label| told("handout", label, "applied", minutes)));
    scanner.send_all(events)
}

/// The kinds of the open questions.
fn open(app: &TestApp) -> String {
    app.sql("SELECT kind FROM contradictions WHERE settled_at IS NULL ORDER BY kind").replace('\n', " ")
}

fn holder(app: &TestApp, label: &Code) -> String {
    app.sql(&format!("SELECT household_id FROM items WHERE label = '{label}'"))
}

fn state(app: &TestApp, label: &Code) -> String {
    app.sql(&format!("SELECT state FROM items WHERE label = '{label}'"))
}

/// Settles the only open question through the page.
#[track_caller]
fn settle(coordinator: &Client, app: &TestApp, how: &str) {
    let event = app.sql("SELECT event_id FROM contradictions WHERE settled_at IS NULL");
    assert!(!event.is_empty() && !event.contains('\n'), "one open question: {event}");
    let page = coordinator.get("/contradictions").expect(200).text();
    assert!(page.contains(&format!("value=\"{how}\"")), "{page}");
    let form = [("how", how), ("version", "1")];
    coordinator.post_form(&format!("/contradictions/{event}"), &form).expect(303);
    assert_eq!(open(app), "", "settled");
    // A second click has no second effect; another decision comes too late.
    let entries = app.sql("SELECT count(*) FROM movements");
    coordinator.post_form(&format!("/contradictions/{event}"), &form).expect(303);
    let other = if how == "leave" { "misscan" } else { "leave" };
    coordinator.post_form(&format!("/contradictions/{event}"), &[("how", other), ("version", "1")]).expect(303);
    assert_eq!(app.sql("SELECT count(*) FROM movements"), entries);
    assert_eq!(app.sql("SELECT settled_how FROM contradictions"), how);
    app.assert_sound();
}

/// Two households and one jacket that the first has got, at another terminal, `minutes` ago.
fn given(app: &TestApp, minutes: i64) -> ((HouseholdId, Code), (HouseholdId, Code), Code) {
    let (first, second, label) = (app.household(), app.household(), app.labels(1)[0]);
    for household in [first.0, second.0] {
        app.needs(household, &[("winterjacke", "104", 1)]);
    }
    let mut scanner = app.scanner();
    scanner.take_in(&label, "winterjacke", "104", None);
    replay(&mut scanner, &first.1, &[label], minutes);
    assert_eq!((open(app).as_str(), holder(app, &label)), ("", first.0.to_string()));
    (first, second, label)
}

both! {
    a_replay_that_fits_asks_nothing => |app| {
        let (household, card) = app.household();
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        let mut events: Vec<_> =
            labels.iter().map(|label| told("intake", label, "applied", 50).field("product", "tshirt").field("size", "M")).collect();
        events.push(told("handout", labels[0], "question", 49));
        events.push(told("handout", card, "applied", 49));
        events.push(told("handout", labels[1], "applied", 49));
        events.push(told("handout", Command::Undo.code(), "applied", 49));
        events.push(told("handout", card, "applied", 48));
        let sent = scanner.numbered(events);
        let first = scanner.send_raw(&sent);
        assert!(first.iter().all(|verdict| ["applied", "question"].contains(&verdict["outcome"].as_str().unwrap_or("?"))), "{first:#?}");
        let again = scanner.send_raw(&sent);
        assert!(again.iter().all(|verdict| verdict["outcome"] == "duplicate"), "{again:#?}");
        assert_eq!((open(&app).as_str(), holder(&app, &labels[0]), state(&app, &labels[1])), ("", household.to_string(), "in_stock".to_owned()));
        app.assert_sound();
    }

    c1_the_later_handout_has_the_piece => |app| {
        let (first, second, label) = given(&app, 60);
        let verdict = replay(&mut app.scanner(), &second.1, &[label], 20).remove(1);
        assert_eq!(verdict["outcome"], "conflict", "{verdict}");
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("given_twice", second.0.to_string()));
        let page = app.signed_in(Role::Coordinator).get("/contradictions").expect(200).text();
        for said in ["Winterjacke Gr.\u{a0}104 wurde zweimal ausgegeben", "Dieser Scan", "Was schon gebucht war", &first.1.printed(), &second.1.printed()] {
            assert!(page.contains(said) || page.contains(&said.replace('\u{a0}', " ")), "{said}: {page}");
        }
        settle(&app.signed_in(Role::Coordinator), &app, "rebook");
        assert_eq!(holder(&app, &label), first.0.to_string());
        assert_eq!(app.sql(&format!("SELECT got FROM needs WHERE household_id = '{}'", first.0)), "1");
        assert_eq!(app.sql(&format!("SELECT got FROM needs WHERE household_id = '{}'", second.0)), "0");
    }

    c1_an_earlier_handout_that_comes_late_books_nothing => |app| {
        let (first, second, label) = given(&app, 20);
        replay(&mut app.scanner(), &second.1, &[label], 60);
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("given_twice", first.0.to_string()));
        settle(&app.signed_in(Role::Coordinator), &app, "rebook");
        assert_eq!(holder(&app, &label), second.0.to_string());
    }

    c1_a_misscan_is_taken_back => |app| {
        let (first, second, label) = given(&app, 60);
        replay(&mut app.scanner(), &second.1, &[label], 20);
        settle(&app.signed_in(Role::Coordinator), &app, "misscan");
        assert_eq!(holder(&app, &label), first.0.to_string());
        let settled = app.signed_in(Role::Coordinator).get("/contradictions?show=settled").expect(200).text();
        assert!(settled.contains("Als Fehlscan erledigt.") && settled.contains("Probe coordinator"), "{settled}");
    }

    the_same_household_on_the_same_day_is_no_question => |app| {
        let (first, _, label) = given(&app, 9);
        let verdicts = replay(&mut app.scanner(), &first.1, &[label], 7);
        assert_eq!((verdicts[1]["outcome"].as_str(), open(&app).as_str()), (Some("duplicate"), ""), "{verdicts:#?}");
        app.assert_sound();
    }

    a_piece_on_the_tray_is_asked_about_too => |app| {
        let (_, second, label) = given(&app, 60);
        let free = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&free, "winterjacke", "110", None);
        let verdicts = scanner.send_all(vec![
            told("handout", label, "question", 20), told("handout", free, "question", 20), told("handout", second.1, "applied", 20),
        ]);
        assert_eq!(verdicts[2]["pieces"], 2, "{verdicts:#?}");
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("given_twice", second.0.to_string()));
        assert_eq!(holder(&app, &free), second.0.to_string());
        settle(&app.signed_in(Role::Coordinator), &app, "leave");
    }

    c2_what_was_not_free_is_gone_all_the_same => |app| {
        let (other, _) = app.household();
        for (state_before, question) in [("reserved", "not_free"), ("in_care", "not_free"), ("discarded", "not_free")] {
            let (household, card) = app.household();
            let label = app.labels(1)[0];
            let mut scanner = app.scanner();
            scanner.take_in(&label, "kleid", "38", None);
            let item = app.sql(&format!("SELECT id FROM items WHERE label = '{label}'"));
            let coordinator = app.signed_in(Role::Coordinator);
            let step = |step: &str| coordinator.post_form(&format!("/items/{item}/step"), &[("step", step), ("version", "1")]).expect(303);
            match state_before {
                "in_care" => drop(step("to_care")),
                "discarded" => drop(step("discard")),
                _ => reserve(&app, &label, other),
            }
            replay(&mut scanner, &card, &[label], 20);
            assert_eq!(open(&app), question, "{state_before}");
            let gone = if state_before == "discarded" { "discarded" } else { "handed_out" };
            assert_eq!(state(&app, &label), gone);
            if gone == "handed_out" {
                assert_eq!(holder(&app, &label), household.to_string());
            }
            settle(&coordinator, &app, "misscan");
            assert_eq!(state(&app, &label), state_before);
            app.sql("DELETE FROM contradictions");
            app.sql("UPDATE scan_events SET outcome = 'applied' WHERE outcome = 'conflict'");
        }
    }

    c3_a_card_that_was_blocked_meanwhile_is_one_question => |app| {
        let (household, card) = app.household();
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "kleid", "38", None);
        }
        change_household::set_state(&app.house, &app.caretaker(), household, 1, HouseholdState::Blocked).unwrap();
        replay(&mut scanner, &card, &labels, 20);
        assert_eq!((open(&app).as_str(), holder(&app, &labels[1])), ("card", household.to_string()));
        settle(&app.signed_in(Role::Coordinator), &app, "misscan");
        assert_eq!((state(&app, &labels[0]), state(&app, &labels[1])), ("in_stock".to_owned(), "in_stock".to_owned()));
    }

    c3_a_card_that_was_replaced_meanwhile => |app| {
        let (household, card) = app.household();
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "kleid", "38", None);
        change_household::replace_card(&app.house, &app.caretaker(), household, 1).unwrap();
        replay(&mut scanner, &card, &[label], 20);
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("card", household.to_string()));
        app.assert_sound();
    }

    c5_the_first_that_was_received_keeps_the_label => |app| {
        let label = app.labels(1)[0];
        app.scanner().take_in(&label, "winterjacke", "104", None);
        let same = told("intake", label, "applied", 20).field("product", "winterjacke").field("size", "104");
        let mut scanner = app.scanner();
        assert_eq!((scanner.send(same)["outcome"].as_str(), open(&app).as_str()), (Some("duplicate"), ""));
        scanner.send(told("intake", label, "applied", 20).field("product", "hoodie").field("size", "M"));
        assert_eq!(open(&app), "label");
        settle(&app.signed_in(Role::Coordinator), &app, "rebook");
        assert_eq!(app.sql("SELECT product_code, size FROM items"), "hoodie|M");
    }

    c6_c8_and_whatever_else_got_an_ok_is_asked => |app| {
        let label = app.labels(1)[0];
        let never_made = Code::with_body(gabentisch::codes::Kind::Item, b"00000000").expect("a code");
        let mut scanner = app.scanner();
        scanner.take_in(&label, "kleid", "38", None);
        scanner.send(told("return", label, "applied", 20));
        scanner.send(told("handout", never_made, "applied", 20));
        scanner.send(told("handout", label, "applied", 20));
        scanner.send(told("intake", label, "applied", 20).field("product", "raumschiff"));
        scanner.send(told("return", label, "refused", 20));
        scanner.send(told("handout", "4006381333931", "unknown", 20));
        assert_eq!(open(&app), "not_out other other unknown_code");
        assert_eq!(state(&app, &label), "in_stock");
        let page = app.signed_in(Role::Coordinator).speaking("en").get("/contradictions").expect(200).text();
        assert_eq!(page.matches("value=\"leave\"").count(), 4, "{page}");
        assert_eq!(scanner.client.get("/api/v1/terminal").expect(200).json()["contradictions"], 4);
        app.assert_sound();
    }

    c7_an_undo_takes_back_the_scan_that_it_meant => |app| {
        let (_, second, label) = given(&app, 20);
        let (other, mut scanner) = (app.labels(1)[0], app.scanner());
        scanner.take_in(&other, "kleid", "38", None);
        // Nothing is booked for the jacket, which another household got later; the undo is meant for it, not for the dress.
        replay(&mut scanner, &second.1, &[other, label], 60);
        assert_eq!(open(&app), "given_twice");
        scanner.send(told("handout", Command::Undo.code(), "applied", 59));
        assert_eq!((open(&app).as_str(), state(&app, &other)), ("", "handed_out".to_owned()));
        scanner.send(told("handout", Command::Undo.code(), "applied", 59));
        assert_eq!((open(&app).as_str(), state(&app, &other)), ("", "in_stock".to_owned()));
        scanner.send(told("handout", Command::Undo.code(), "applied", 59));
        assert_eq!(open(&app), "undo");
        app.assert_sound();
    }

    c7_an_undo_takes_back_the_piece_of_the_tray_that_booked_nothing => |app| {
        let (_, second, label) = given(&app, 20);
        let (free, mut scanner) = (app.labels(1)[0], app.scanner());
        scanner.take_in(&free, "kleid", "38", None);
        scanner.send_all(vec![
            told("handout", free, "question", 60), told("handout", label, "question", 60), told("handout", second.1, "applied", 60),
        ]);
        assert_eq!((open(&app).as_str(), state(&app, &free)), ("given_twice", "handed_out".to_owned()));
        scanner.send(told("handout", Command::Undo.code(), "applied", 59));
        assert_eq!((open(&app).as_str(), state(&app, &free)), ("", "handed_out".to_owned()));
        scanner.send(told("handout", Command::Undo.code(), "applied", 59));
        assert_eq!((open(&app).as_str(), state(&app, &free)), ("", "in_stock".to_owned()));
        app.assert_sound();
    }

    a_piece_of_the_tray_goes_to_the_visit_of_its_own_card => |app| {
        let (first, second, label) = given(&app, 20);
        app.scanner().send_all(vec![told("handout", label, "question", 60), told("handout", second.1, "applied", 60)]);
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("given_twice", first.0.to_string()));
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.get("/contradictions").expect(200).text();
        let scan = page.split("Was schon gebucht war").next().unwrap_or_default();
        assert!(scan.contains(&second.1.printed()), "{page}");
        settle(&coordinator, &app, "rebook");
        let visitor = "SELECT visits.household_id FROM visits JOIN items ON items.visit_id = visits.id";
        assert_eq!((holder(&app, &label), app.sql(visitor)), (second.0.to_string(), second.0.to_string()));
    }

    a_cards_misscan_takes_back_two_handfuls_of_one_lot => |app| {
        let (household, card) = app.household();
        let (lot, piece, mut scanner) = (app.labels(1)[0], app.labels(1)[0], app.scanner());
        scanner.send(Event::new("intake", lot).field("product", "seife").with("quantity", 10));
        scanner.take_in(&piece, "kleid", "38", None);
        change_household::set_state(&app.house, &app.caretaker(), household, 1, HouseholdState::Blocked).unwrap();
        let verdicts = scanner.send_all(vec![
            told("handout", card, "applied", 20),
            told("handout", lot, "applied", 19).with("quantity", 2),
            told("handout", piece, "applied", 18),
            told("handout", lot, "applied", 17).with("quantity", 3),
        ]);
        assert_eq!(app.sql(&format!("SELECT quantity FROM items WHERE label = '{lot}'")), "5", "{verdicts:#?}");
        assert_eq!(open(&app), "card");
        settle(&app.signed_in(Role::Coordinator), &app, "misscan");
        assert_eq!(app.sql(&format!("SELECT quantity FROM items WHERE label = '{lot}'")), "10");
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "0");
    }

    another_terminal_says_nothing_about_an_event => |app| {
        let (label, mut scanner) = (app.labels(1)[0], app.scanner());
        let sent = scanner.numbered(vec![Event::new("intake", label).field("product", "kleid").field("size", "38")]);
        scanner.send_raw(&sent);
        let mut copy = sent.clone();
        copy[0]["told"] = "refused".into();
        assert_eq!(app.scanner().send_raw(&copy)[0]["outcome"], "duplicate");
        assert_eq!((open(&app).as_str(), app.sql("SELECT count(*) FROM scan_events WHERE told IS NOT NULL").as_str()), ("", "0"));
        scanner.send_raw(&copy);
        assert_eq!(open(&app), "told_no");
    }

    a_question_at_the_terminal_is_answered_by_its_yes => |app| {
        let (_, second, label) = given(&app, 60);
        let (_, lead) = app.add_user_with_badge("leitung", Role::Coordinator);
        let yes = || told("handout", Command::Yes.code(), "applied", 20);
        let mut scanner = app.scanner();
        scanner.send_all(vec![
            told("handout", second.1, "applied", 20),
            told("handout", label, "question", 20),
            yes().with("actor", lead.to_string()),
        ]);
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("", second.0.to_string()));
        // The terminal asked about a piece that is back by now, in care: yes gives it out all the same, and it is asked.
        let mut back = app.scanner();
        back.scan("return", label);
        scanner.send_all(vec![told("handout", label, "question", 20), yes().with("actor", lead.to_string())]);
        assert_eq!((state(&app, &label).as_str(), holder(&app, &label)), ("handed_out", second.0.to_string()));
        assert_eq!(open(&app), "not_free");
        app.assert_sound();
    }

    a_yes_that_was_no_leads_or_that_nobody_had_asked_for_is_a_question => |app| {
        let (_, second, label) = given(&app, 60);
        let mut scanner = app.scanner();
        let yes = || told("handout", Command::Yes.code(), "applied", 20);
        scanner.send_all(vec![told("handout", second.1, "applied", 20), told("handout", label, "question", 20), yes()]);
        // The goods are gone.
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("other", second.0.to_string()));
        app.sql("DELETE FROM contradictions");
        scanner.send(yes());
        assert_eq!(open(&app), "other");
        app.sql("DELETE FROM contradictions");
        // A badge that only signs on is none; one right after a question that came to nothing here is.
        let (_, lead) = app.add_user_with_badge("leitung", Role::Coordinator);
        let badge = || told("handout", lead, "applied", 19);
        scanner.send(badge());
        assert_eq!(open(&app), "");
        let gone = app.labels(1)[0];
        app.sql(&format!("UPDATE labels SET state = 'void' WHERE code = '{gone}'"));
        scanner.send_all(vec![told("handout", gone, "question", 19), badge()]);
        assert_eq!(open(&app), "other other");
    }

    a_browser_that_was_cut_off_is_heard_but_a_volunteers_yes_is_no_leads => |app| {
        let (first, second, label) = given(&app, 60);
        let (_, lead) = app.add_user_with_badge("leitung", Role::Coordinator);
        let browser = app.signed_in(Role::Volunteer);
        let send = |event: Event| {
            browser.post_json("/api/v1/scans", &serde_json::json!({ "events": [event.0] })).expect(200).json()["verdicts"][0].clone()
        };
        send(told("handout", second.1, "applied", 20));
        send(told("handout", label, "question", 20));
        assert_eq!(send(told("handout", Command::Yes.code(), "applied", 20))["outcome"], "conflict");
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("other", first.0.to_string()));
        let page = app.signed_in(Role::Coordinator).get("/contradictions").expect(200).text();
        assert!(page.contains("Probe volunteer"), "whose browser it was");
        // A lead's badge is one, whoever is signed in.
        app.sql("DELETE FROM contradictions");
        send(told("handout", label, "question", 19));
        assert_eq!(send(told("handout", lead, "applied", 19))["outcome"], "applied");
        assert_eq!((open(&app).as_str(), holder(&app, &label)), ("", second.0.to_string()));
        let odd = app.scanner().send(told("handout", second.1, "conflict", 20));
        assert_eq!(odd["outcome"], "refused", "{odd}");
    }

    a_piece_of_a_lot_that_was_not_free_leaves_the_rest_as_it_was => |app| {
        let (other, _) = app.household();
        for before in ["in_care", "reserved"] {
            let (household, card) = app.household();
            for on_tray in [false, true] {
                let lot = app.labels(1)[0];
                let mut scanner = app.scanner();
                scanner.send(Event::new("intake", lot).field("product", "tshirt").field("size", "M").with("quantity", 5));
                match before {
                    "reserved" => reserve(&app, &lot, other),
                    _ => to_care(&app, &lot),
                }
                let mut events = vec![told("handout", card, "applied", 20), told("handout", lot, "applied", 20)];
                if on_tray {
                    events = vec![told("handout", lot, "question", 20), told("handout", card, "applied", 20)];
                }
                scanner.send_all(events);
                assert_eq!(open(&app), "not_free", "{before}");
                let whose = if before == "reserved" { other.to_string() } else { String::new() };
                assert_eq!((state(&app, &lot).as_str(), holder(&app, &lot)), (before, whose));
                assert_eq!(app.sql(&format!("SELECT quantity FROM items WHERE label = '{lot}'")), "4");
                let given = format!("SELECT count(*) FROM items WHERE household_id = '{household}' AND state = 'handed_out'");
                assert_eq!(app.sql(&given), if on_tray { "2" } else { "1" });
                app.assert_sound();
                app.sql("DELETE FROM contradictions");
                app.sql("UPDATE scan_events SET outcome = 'applied' WHERE outcome = 'conflict'");
            }
        }
    }

    what_the_ledger_does_not_take_blocks_no_terminal => |app| {
        let (_, card) = app.household();
        let (lot, next) = (app.labels(1)[0], app.labels(1)[0]);
        let mut scanner = app.scanner();
        scanner.send(Event::new("intake", lot).field("product", "tshirt").field("size", "M").with("quantity", 5));
        scanner.take_in(&next, "kleid", "38", None);
        let one = told("handout", lot, "applied", 20);
        // The piece of the lot is there before it is taken.
        let event: uuid::Uuid = one.0["event_id"].as_str().unwrap().parse().unwrap();
        app.sql(&format!(
            "INSERT INTO items (id, product_code, item_condition, state, quantity, version, created_at, moved_at) \
             SELECT '{}', product_code, item_condition, state, quantity, version, created_at, moved_at FROM items WHERE label = '{lot}'",
            gabentisch::domain::EventId(event).child(1)
        ));
        let verdicts = scanner.send_all(vec![told("handout", card, "applied", 20), one, told("handout", next, "applied", 20)]);
        assert_eq!((verdicts[1]["outcome"].as_str(), verdicts[2]["outcome"].as_str()), (Some("conflict"), Some("applied")), "{verdicts:#?}");
        assert_eq!((open(&app).as_str(), state(&app, &next)), ("other", "handed_out".to_owned()));
        assert_eq!(app.sql(&format!("SELECT quantity FROM items WHERE label = '{lot}'")), "5");
    }

    after_a_used_number_nothing_of_the_request_is_booked => |app| {
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[0], "kleid", "38", None);
        let mut sent = scanner.numbered(labels[1..].iter().map(|label| Event::new("intake", label).field("product", "kleid")).collect());
        (sent[0]["seq"], sent[1]["seq"]) = (1.into(), 2.into());
        let verdicts = scanner.send_raw(&sent);
        assert!(verdicts.iter().all(|verdict| verdict["outcome"] == "conflict"), "{verdicts:#?}");
        assert_eq!((app.sql("SELECT count(*) FROM items"), scanner.next_seq), ("1".to_owned(), 2));
    }

    an_answer_that_was_lost_is_no_second_booking => |app| {
        let (household, card) = app.household();
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[0], "kleid", "38", None);
        scanner.take_in(&labels[1], "kleid", "40", None);
        scanner.scan("handout", card);
        // The server booked it, the answer was lost, the terminal said yes by itself: nothing to ask.
        let mut sent = scanner.numbered(vec![Event::new("handout", labels[0])]);
        scanner.send_raw(&sent);
        sent[0]["told"] = "applied".into();
        assert_eq!(scanner.send_raw(&sent)[0]["outcome"], "duplicate");
        assert_eq!((open(&app).as_str(), holder(&app, &labels[0])), ("", household.to_string()));
        // The server refused, the terminal said yes: asked once, and a person may book it.
        let mut sent = scanner.numbered(vec![Event::new("handout", labels[1]).with("quantity", 5)]);
        assert_eq!(scanner.send_raw(&sent)[0]["outcome"], "refused");
        sent[0]["told"] = "applied".into();
        scanner.send_raw(&sent);
        scanner.send_raw(&sent);
        assert_eq!(open(&app), "not_free");
        settle(&app.signed_in(Role::Coordinator), &app, "rebook");
        assert_eq!(holder(&app, &labels[1]), household.to_string());
        app.sql("DELETE FROM contradictions");
        // The server booked it, the terminal said no: asked, too.
        let third = app.labels(1)[0];
        let mut sent = scanner.numbered(vec![Event::new("intake", third).field("product", "kleid").field("size", "38")]);
        scanner.send_raw(&sent);
        sent[0]["told"] = "refused".into();
        scanner.send_raw(&sent);
        assert_eq!(open(&app), "told_no");
        settle(&app.signed_in(Role::Coordinator), &app, "misscan");
        assert_eq!(state(&app, &third), "void");
    }

    a_clock_that_was_never_set_books_on_the_day_of_its_arrival => |app| {
        let today = app.house.today().to_string();
        for clock in ["1970-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "2099-01-01T00:00:00Z"] {
            let (household, card) = app.household();
            let labels = app.labels(2);
            let mut scanner = app.scanner();
            let clock: jiff::Timestamp = clock.parse().unwrap();
            let at = |seconds: i64| (clock + jiff::SignedDuration::from_secs(seconds)).to_string();
            let take_in = |label, seconds| Event::new("intake", label).field("product", "kleid").with("occurred_at", at(seconds));
            let verdicts = scanner.send_all(vec![
                take_in(labels[0], 0), take_in(labels[1], 2),
                Event::new("handout", card).with("occurred_at", at(4)),
                Event::new("handout", labels[0]).with("occurred_at", at(6)),
                Event::new("handout", labels[1]).with("occurred_at", at(8)),
                Event::new("handout", Command::Undo.code()).with("occurred_at", at(10)),
            ]);
            assert!(verdicts.iter().all(|verdict| verdict["outcome"] == "applied"), "{clock}: {verdicts:#?}");
            let visited = app.sql(&format!("SELECT last_visit_on FROM households WHERE id = '{household}'"));
            assert_eq!(visited, today, "{clock}");
            assert_eq!((state(&app, &labels[0]), state(&app, &labels[1])), ("handed_out".to_owned(), "in_stock".to_owned()));
            // Not late either: a piece that is out is a question to whoever stands there.
            let (_, other) = app.household();
            scanner.send(Event::new("handout", other).with("occurred_at", at(20)));
            let asked = scanner.send(Event::new("handout", labels[0]).with("occurred_at", at(25)));
            assert_eq!(asked["asks"], true, "{clock}: {asked}");
        }
        assert_eq!(app.sql("SELECT count(*) FROM movements WHERE occurred_at < '2026-01-01' OR occurred_at > '2090-01-01'"), "0");
        assert_eq!(open(&app), "");
        app.assert_sound();
    }
}

/// Lays a piece aside for a household.
fn reserve(app: &TestApp, label: &Code, household: HouseholdId) {
    moved(app, label, "reserve", Some(household));
}

fn to_care(app: &TestApp, label: &Code) {
    moved(app, label, "care", None);
}

fn moved(app: &TestApp, label: &Code, kind: &str, household: Option<HouseholdId>) {
    use gabentisch::domain::EventId;
    use gabentisch::domain::desk::{Draft, Target};
    use gabentisch::domain::item::{ItemState, MovementKind};
    use gabentisch::domain::ledger::Standing;
    use gabentisch::store::{StoreError, items, ledger};
    let (label, terminal, now) = (*label, app.caretaker().terminal(), app.house.now());
    let (event_id, kind) = (EventId(uuid::Uuid::now_v7()), kind.parse::<MovementKind>().expect("a kind"));
    let state = if kind == MovementKind::Care { ItemState::InCare } else { ItemState::Reserved };
    app.house
        .store()
        .write(move |db| {
            let head = ledger::lock(db)?;
            let item = items::by_label(db, label)?.expect("a piece");
            let after = Standing { household, ..item.standing().then(state) };
            let target = Target::Item(item.id);
            let draft = Draft { event_id, target, kind, after, visit: None, reverses: None, details: None };
            let occasion = ledger::Occasion { terminal, actor: None, occurred_at: now, recorded_at: now };
            ledger::append(db, head, &[draft], occasion)?;
            Ok::<_, StoreError>(())
        })
        .expect("moved");
}
