//! The record that the staff keep: sizes and their day, growing, renewal, urgent marks, PIN, proof, and what a household may
//! tick itself.

use gabentisch::actions::{own_needs, own_page_pin};
use gabentisch::domain::rights::Role;

use crate::support::{TestApp, both};

/// A child whose sizes were measured so many months ago.
fn child(app: &TestApp, months: i32) -> (String, String) {
    let today = app.house.today();
    let born = format!("{}-01", today.year() - 1);
    let ella = [("nickname", "Ella"), ("birth_month", born.as_str()), ("cut", "K"), ("size_clothes", "86")];
    let page = app.signed_in(Role::Coordinator).post_form("/households", &ella).expect(303).location.expect("a page");
    let then = today.saturating_sub(jiff::Span::new().months(months));
    app.sql(&format!("UPDATE members SET measured_on = '{then}'"));
    (page, app.sql("SELECT id FROM members"))
}

both! {
    a_child_grows_and_its_open_lines_grow_with_it => |app| {
        let (page, member) = child(&app, 7);
        let coordinator = app.signed_in(Role::Coordinator);
        let jacket = [("product", "winterjacke"), ("member", member.as_str()), ("wanted", "1")];
        coordinator.post_form(&format!("{page}/needs"), &jacket).expect(303);
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("Größer geworden?") && text.contains("Neu messen?") && text.contains("vor 7 Monaten"), "{text}");
        let grown = coordinator.post_form(&format!("{page}/members/{member}/grow"), &[("version", "1")]);
        grown.expect(303);
        assert!(!coordinator.get(&page).expect(200).text().contains("Größer geworden?"), "no guess on a guess");
        let size = app.sql("SELECT size FROM needs");
        assert!(["92", "98"].contains(&size.as_str()), "{size}");
        coordinator.post_form(&format!("{page}/members/{member}/grow"), &[("version", "1")]).expect(409);
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%member_grown%'");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[]).expect(303);
        assert_eq!(app.sql("SELECT size FROM needs"), "86");
    }

    a_size_changed_by_hand_takes_the_open_lines_along_and_measures_nobody => |app| {
        let (page, member) = child(&app, 1);
        let coordinator = app.signed_in(Role::Coordinator);
        for product in ["winterjacke", "regenjacke"] {
            let sent = [("product", product), ("member", member.as_str()), ("wanted", "1")];
            coordinator.post_form(&format!("{page}/needs"), &sent).expect(303);
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs WHERE size = '86'"), "2");
        crate::allocation::in_stock(&app, "regenjacke", "86", 1);
        let need = app.sql("SELECT id FROM needs WHERE product_code = 'regenjacke'");
        let id = page.rsplit('/').next().expect("an id");
        app.sql(&format!("UPDATE items SET state = 'reserved', household_id = '{id}', need_id = '{need}'"));
        let path = format!("{page}/members/{member}");
        let sent = [("version", "1"), ("nickname", "Ella"), ("cut", "K"), ("age_band", "baby"), ("size_clothes", "92")];
        coordinator.post_form(&path, &sent).expect(303);
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("1 offene Zeile hat jetzt die neue Größe") && !text.contains("gemessen am"), "{text}");
        assert_eq!(app.sql("SELECT size FROM needs WHERE product_code = 'winterjacke'"), "92");
        assert_eq!(app.sql("SELECT size FROM needs WHERE product_code = 'regenjacke'"), "86", "a piece lies ready for it");
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%member_grown%'");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[]).expect(303);
        assert_eq!(app.sql("SELECT size FROM needs WHERE product_code = 'winterjacke'"), "86");
        assert!(app.sql("SELECT sizes FROM members").contains("86"));
    }

    odd_sizes_are_kept_and_said_and_odd_cuts_and_languages_refused => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let sent = |name: &'static str, value: &'static str| coordinator.post_form("/households", &[(name, value)]);
        assert!(sent("cut", "herren").expect(422).text().contains("Diesen Schnitt gibt es nicht"));
        assert!(sent("lang", "zh-Hant").expect(422).text().contains("Sprache aus der Liste"));
        let page = sent("size_clothes", "winzig").expect(303).location.expect("a page");
        assert!(coordinator.get(&page).expect(200).text().contains("kennt der Katalog nicht"));
        // Saved again without another size: the day of measuring stays.
        app.sql("UPDATE members SET measured_on = '2026-01-05'");
        let member = app.sql("SELECT id FROM members");
        let path = format!("{page}/members/{member}");
        coordinator.post_form(&path, &[("version", "1"), ("nickname", "Kim"), ("size_clothes", "winzig")]).expect(303);
        assert_eq!(app.sql("SELECT measured_on FROM members"), "2026-01-05");
        coordinator.post_form(&path, &[("version", "2"), ("size_clothes", "winzig"), ("measured", "today")]).expect(303);
        assert_ne!(app.sql("SELECT measured_on FROM members"), "2026-01-05");
    }

    a_template_is_shown_before_it_is_filled_in => |app| {
        let (page, member) = child(&app, 1);
        let coordinator = app.signed_in(Role::Coordinator);
        let fill = format!("clothing:{member}");
        let text = coordinator.get(&format!("{page}/fill?fill={fill}")).expect(200).text();
        assert!(text.contains("value=\"body\"") && text.contains("mit der nächsten Größe wieder"), "{text}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs"), "0", "looking writes nothing");
        let ticked = [("fill", fill.as_str()), ("previewed", "1"), ("product", "body")];
        coordinator.post_form(&format!("{page}/fill"), &ticked).expect(303);
        assert_eq!(app.sql("SELECT product_code FROM needs"), "body");
        coordinator.get(&format!("{page}/list")).expect(200);
    }

    what_was_got_long_ago_is_asked_about_once => |app| {
        let (id, _) = app.household();
        app.needs(id, &[("handtuch", "", 2)]);
        let need = app.sql("SELECT id FROM needs");
        app.sql("UPDATE needs SET state = 'fulfilled', got = 2, met_at = '2024-01-01 10:00:00.000000', renew_months = 12, renew_at = '2025-01-01 10:00:00.000000'");
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{id}");
        assert!(coordinator.get(&page).expect(200).text().contains("Wieder nötig?"));
        assert!(coordinator.get("/households?only=again").expect(200).text().contains(&id.to_string()));
        coordinator.post_form(&format!("{page}/needs/{need}/again"), &[("again", "yes")]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs WHERE state = 'open' AND renew_months = 12"), "1");
        assert!(!coordinator.get(&page).expect(200).text().contains("Wieder nötig?"));
        coordinator.post_form(&format!("{page}/needs/{need}/again"), &[("again", "yes")]).expect(409);
    }

    what_stands_on_the_list_again_is_not_asked_about => |app| {
        let (id, _) = app.household();
        app.needs(id, &[("handtuch", "", 2)]);
        app.sql("UPDATE needs SET state = 'fulfilled', got = 2, met_at = '2024-01-01 10:00:00.000000', renew_months = 12, renew_at = '2025-01-01 10:00:00.000000'");
        app.needs(id, &[("handtuch", "", 1)]);
        assert!(!app.signed_in(Role::Coordinator).get(&format!("/households/{id}")).text().contains("Wieder nötig?"));
    }

    an_urgent_mark_has_a_reason_and_an_end => |app| {
        let (id, _) = app.household();
        app.needs(id, &[("handtuch", "", 2)]);
        let (page, need) = (format!("/households/{id}"), app.sql("SELECT id FROM needs"));
        let path = format!("{page}/needs/{need}/urgent");
        app.signed_in(Role::Mentor).post_form(&path, &[("version", "1"), ("reason", "loss")]).expect(403);
        let coordinator = app.signed_in(Role::Coordinator);
        coordinator.post_form(&path, &[("version", "1"), ("reason", "moving_in")]).expect(303);
        assert!(coordinator.get(&page).expect(200).text().contains("dringend: Einzug"));
        assert_eq!(app.sql("SELECT urgent_reason FROM needs"), "moving_in");
        app.sql("UPDATE needs SET urgent_until = '2026-01-01'");
        assert!(!coordinator.get(&page).expect(200).text().contains("dringend: Einzug"), "its time is over");
    }

    a_pin_is_shown_once_and_opens_the_page_of_a_valid_card_only => |app| {
        let (id, card) = app.household();
        let card = card.printed();
        let coordinator = app.signed_in(Role::Coordinator);
        let slip = coordinator.post_form(&format!("/households/{id}/pin"), &[]).expect(200).text();
        let shown = slip.split("id=\"pin\"").nth(1).expect("the PIN");
        let pin: String = shown.split("</bdi>").next().expect("its end").chars().filter(char::is_ascii_digit).collect();
        assert_eq!(pin.len(), 6, "{slip}");
        assert!(slip.contains("/h</bdi>") && slip.contains("qr-dark") && slip.contains("Geheimzahl"), "for the household: {slip}");
        assert!(!app.sql("SELECT pin_hash FROM households").contains(&pin));
        let verify = |pin: &str| own_page_pin::verify(&app.house, &card, pin).expect("an answer");
        assert_eq!(verify(&pin), Some(id));
        assert_eq!(verify(&format!("{} {}", &pin[..3], &pin[3..])), Some(id), "as it is read out");
        for _ in 0..5 {
            assert_eq!(verify("000000"), None);
        }
        assert_eq!(verify(&pin), None, "it rests after five wrong tries");
        let pin = own_page_pin::set(&app.house, &app.caretaker(), id).expect("a PIN");
        assert_eq!(verify(&pin), Some(id), "a new one ends the rest");
        coordinator.post_form(&format!("/households/{id}/state"), &[("version", "1"), ("state", "blocked")]).expect(303);
        assert_eq!(verify(&pin), None, "blocked");
        coordinator.post_form(&format!("/households/{id}/state"), &[("version", "2"), ("state", "active")]).expect(303);
        let slip = coordinator.post_form(&format!("/households/{id}/card"), &[("version", "3"), ("pin", "new")]).expect(200).text();
        assert!(slip.contains("id=\"pin\"") && !slip.contains(&card), "a new card with a new PIN");
        assert!(slip.contains("Die alte gilt nicht mehr"), "{slip}");
        assert_eq!(verify(&pin), None, "the old card is dead");
    }

    a_household_ticks_what_its_templates_say_and_no_more => |app| {
        let (page, member) = child(&app, 1);
        let id = page.rsplit('/').next().expect("an id").parse().expect("an id");
        let member = Some(member.parse().expect("a member"));
        let keeper = app.caretaker();
        let jacket = "muetze".parse().expect("a product");
        let choices = own_needs::chooseable(&app.house, id).expect("choices");
        let body = choices.iter().find(|choice| choice.member == member && choice.quantity_open > 1).expect("a choice").clone();
        let ask = |quantity| own_needs::ask(&app.house, (&keeper, id), member, &body.product, quantity);
        assert!(ask(body.quantity_open + 1).is_err() && ask(0).is_err(), "capped by the template");
        ask(body.quantity_open).expect("asked");
        ask(body.quantity_open).expect("asked twice adds nothing");
        assert_eq!(app.sql("SELECT wanted FROM needs"), body.quantity_open.to_string());
        assert_eq!(app.sql("SELECT asked_by FROM needs"), "household");
        assert!(own_needs::ask(&app.house, (&keeper, id), None, &jacket, 1).is_err(), "nobody offered that");
        // Less comes off; more waits from today on, not from the day of the first wish.
        ask(1).expect("less");
        app.sql("UPDATE needs SET recorded_at = '2026-01-05 10:00:00.000000'");
        ask(2).expect("one more");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs WHERE wanted = 1"), "2");
        ask(2).expect("asked twice adds nothing");
        assert_eq!(app.sql("SELECT CAST(SUM(wanted) AS BIGINT) FROM needs"), "2");
        ask(1).expect("the newer one goes");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs WHERE state = 'open' AND recorded_at < '2026-02-01'"), "1");
        own_needs::unask(&app.house, (&keeper, id), member, &body.product).expect("taken off");
        assert_eq!(app.sql("SELECT DISTINCT state FROM needs"), "withdrawn");
    }

    who_waits_longest_is_in_step_with_the_lines => |app| {
        let ((first, _), (second, _)) = (app.household(), app.household());
        app.needs(second, &[("handtuch", "", 1)]);
        app.needs(first, &[("handtuch", "", 1)]);
        let coordinator = app.signed_in(Role::Coordinator);
        let place = |text: &str, id: &gabentisch::domain::HouseholdId| text.find(&id.to_string()).expect("on the list");
        let text = coordinator.get("/households?order=waiting").expect(200).text();
        assert!(place(&text, &second) < place(&text, &first));
        let need = app.sql(&format!("SELECT id FROM needs WHERE household_id = '{second}'"));
        coordinator.post_form(&format!("/households/{second}/needs/{need}/withdraw"), &[("version", "1")]).expect(303);
        let text = coordinator.get("/households?order=waiting").expect(200).text();
        assert!(place(&text, &first) < place(&text, &second), "who needs nothing comes last");
        assert!(!coordinator.get("/households?only=waiting").expect(200).text().contains(&first.to_string()));
        let looks = app.sql(&format!("SELECT COUNT(*) FROM access_log WHERE context = 'list' AND household_id = '{first}'"));
        assert_eq!(looks, "1", "one person's looks at one list count once in an hour");
    }

    a_proof_is_noted_and_runs_out => |app| {
        let (id, _) = app.household();
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{id}");
        assert!(coordinator.get(&page).expect(200).text().contains("Hier wird keiner verlangt"));
        let soon = app.house.today().saturating_add(jiff::Span::new().days(10)).to_string();
        let refused = coordinator.post_form(&format!("{page}/proofs"), &[("kind", "basic"), ("valid_until", "2020-01-01")]);
        let again = refused.expect(422).text();
        assert!(again.contains("Tag ab heute") && again.contains("value=\"2020-01-01\""), "what was typed stays: {again}");
        let odd = coordinator.post_form(&format!("{page}/proofs"), &[("kind", "letter"), ("valid_until", "morgen")]).expect(422).text();
        assert!(odd.contains("id=\"valid_until-error\"") && odd.contains("value=\"letter\" selected"), "{odd}");
        coordinator.post_form(&format!("{page}/proofs"), &[("kind", "basic"), ("valid_until", &soon)]).expect(303);
        assert!(coordinator.get("/households?only=proof").expect(200).text().contains(&id.to_string()));
        coordinator.post_form(&format!("{page}/proofs"), &[("kind", "letter"), ("valid_until", "")]).expect(303);
        assert!(!coordinator.get("/households?only=proof").expect(200).text().contains(&id.to_string()), "a newer one counts");
    }
}
