//! Needs lists: what a line takes, what it refuses, and that only the ledger ticks it.

use gabentisch::domain::rights::Role;

use crate::support::both;

both! {
    a_product_is_found_by_three_keys_and_put_on_the_list => |app| {
        let (id, _) = app.household();
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{id}");
        let found = coordinator.get(&format!("{page}/needs/new?q=wi+ja+104")).expect(200).text();
        assert!(found.contains("product=winterjacke") && found.contains("size=104"), "{found}");
        let form = coordinator.get(&format!("{page}/needs/new?product=winterjacke&size=104")).expect(200).text();
        assert!(form.contains("value=\"104\"") && form.contains("Auf die Liste"), "{form}");
        let need = [("product", "winterjacke"), ("size", "104"), ("wanted", "1"), ("urgency", "none_yet")];
        coordinator.post_form(&format!("{page}/needs"), &need).expect(303);
        let again = coordinator.post_form(&format!("{page}/needs"), &need).expect(422).text();
        assert!(again.contains("steht schon auf der Bedarfsliste"), "a double click adds one line: {again}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs"), "1");
    }

    what_does_not_fit_is_said_in_a_sentence => |app| {
        let (id, _) = app.household();
        let coordinator = app.signed_in(Role::Coordinator);
        let add = |fields: &[(&str, &str)]| coordinator.post_form(&format!("/households/{id}/needs"), fields).expect(422).text();
        for wanted in ["0", "-1", "51", "1000000000", "99999999999999999999", "viele", ""] {
            let text = add(&[("product", "handtuch"), ("wanted", wanted)]);
            assert!(text.contains("Anzahl von 1 bis 50"), "{wanted}: {text}");
        }
        for product in ["", "raumschiff", "<script>", "WINTERJACKE"] {
            assert!(add(&[("product", product), ("wanted", "1")]).contains("Diese Artikelart gibt es nicht"), "{product}");
        }
        let cut = add(&[("product", "winterjacke"), ("cut", "B"), ("wanted", "1")]);
        assert!(cut.contains("gibt es nicht im Schnitt B"), "{cut}");
        let size = add(&[("product", "winterjacke"), ("size", "eine Größe, die niemand kennt"), ("wanted", "1")]);
        assert!(size.contains("höchstens 16 Zeichen"), "{size}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs"), "0");
    }

    a_line_is_withdrawn_once => |app| {
        let (id, _) = app.household();
        app.needs(id, &[("winterjacke", "104", 1)]);
        let need = app.sql("SELECT id FROM needs");
        let coordinator = app.signed_in(Role::Coordinator);
        let path = format!("/households/{id}/needs/{need}/withdraw");
        app.signed_in(Role::Mentor).post_form(&path, &[("version", "1")]).expect(404);
        coordinator.post_form(&path, &[("version", "1")]).expect(303);
        coordinator.post_form(&path, &[("version", "2")]).expect(409);
        assert_eq!(app.sql("SELECT state FROM needs"), "withdrawn");
    }

    a_template_fills_the_list_and_the_desk_ticks_it => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let ella = [("nickname", "Ella"), ("age_band", "child_small"), ("cut", "K"), ("size_clothes", "104"), ("size_shoes", "27")];
        let page = coordinator.post_form("/households", &ella).expect(303).location.expect("a page");
        let member = app.sql("SELECT id FROM members");
        let fill = format!("clothing:{member}");
        coordinator.post_form(&format!("{page}/fill"), &[("fill", &fill)]).expect(303);
        let lines: i64 = app.sql("SELECT COUNT(*) FROM needs").parse().expect("a number");
        assert!(lines > 10);
        coordinator.post_form(&format!("{page}/fill"), &[("fill", &fill)]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs"), lines.to_string(), "a second click adds nothing");
        assert_eq!(app.sql("SELECT size FROM needs WHERE product_code = 'winterjacke'"), "104");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs WHERE got <> 0"), "0");
    }
}
