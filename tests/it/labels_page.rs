//! `/labels`: blank labels, the calibration page, and the code of something that exists.

use gabentisch::domain::rights::Role;

use crate::support::{TestApp, both};

fn order<'a>(stock: &'a str, count: &'a str, start_at: &'a str) -> [(&'a str, &'a str); 4] {
    [("stock", stock), ("kind", "item"), ("count", count), ("start_at", start_at)]
}

both! {
    labels_are_made_once_and_come_as_a_pdf => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let answer = coordinator.post_form("/labels", &order("L4736REV", "50", "9")).expect(200);
        assert!(answer.body.starts_with(b"%PDF"));
        let name = answer.headers.get("content-disposition").and_then(|value| value.to_str().ok()).expect("a file name");
        assert_eq!(name, "attachment; filename=\"labels-L4736REV-50.pdf\"");
        assert_eq!(app.sql("SELECT COUNT(*) FROM labels WHERE kind = 'item' AND state = 'blank'"), "50");
    }

    a_wrong_order_makes_no_code => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        for (form, says) in [
            (order("L4736REV", "0", "1"), "1 bis 10000"),
            (order("L4736REV", "1000000000", "1"), "1 bis 10000"),
            (order("L4736REV", "x", "1"), "1 bis 10000"),
            (order("L4736REV", "5", "49"), "Der Bogen hat 48 Etiketten"),
            (order("Serviette", "5", "1"), "kennen wir nicht"),
        ] {
            let page = coordinator.post_form("/labels", &form).expect(422).text();
            assert!(page.contains(says), "{form:?}: {page}");
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM labels WHERE kind = 'item'"), "0");
    }
}

#[test]
fn every_stock_has_its_calibration_page() {
    let app = TestApp::new();
    let coordinator = app.signed_in(Role::Coordinator);
    let page = coordinator.get("/labels").expect(200).text();
    let links: Vec<&str> =
        page.split("href=\"/labels/test-page?stock=").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links.len(), gabentisch::paper::stocks::all().len());
    for stock in links {
        assert!(coordinator.get(&format!("/labels/test-page?stock={stock}")).expect(200).body.starts_with(b"%PDF"));
    }
    coordinator.get("/labels/test-page?stock=Serviette").expect(404);
}

both! {
    sheets_beside_the_scanner_come_from_the_page => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.get("/labels").expect(200).text();
        assert!(page.contains("/labels/command-sheet") && page.contains("/labels/product-sheet"), "{page}");
        assert!(coordinator.get("/labels/command-sheet").expect(200).body.starts_with(b"%PDF"));
        for _ in 0..2 {
            let sheet = coordinator.post_form("/labels/product-sheet", &[("group", "OUT")]).expect(200);
            assert!(sheet.body.starts_with(b"%PDF"));
        }
        // Printed twice, made once, and good for the desk.
        let codes = app.sql("SELECT COUNT(*) FROM labels WHERE kind = 'product' AND state = 'bound'");
        assert_eq!(codes, app.house.catalogue().products().iter().filter(|p| p.group.as_str() == "OUT").count().to_string());
        let code = app.sql("SELECT code FROM labels WHERE kind = 'product' AND subject = 'winterjacke'");
        let verdict = app.scanner().scan("intake", code.as_str());
        assert!(verdict["headline"].as_str().is_some_and(|said| said.starts_with("Winterjacke")), "{verdict}");
        coordinator.post_form("/labels/product-sheet", &[("group", "NIX")]).expect(404);
        app.signed_in(Role::Treasurer).post_form("/labels/product-sheet", &[("group", "OUT")]).expect(403);
    }
}

#[test]
fn a_code_is_printed_by_whoever_has_business_with_it() {
    let app = TestApp::new();
    let (_, card) = app.household();
    let (_, badge) = app.add_user_with_badge("vera", Role::Volunteer);
    let path = |code: gabentisch::codes::Code| format!("/labels/code/{code}?stock=57x32&start_at=1");
    let coordinator = app.signed_in(Role::Coordinator);
    assert!(coordinator.get(&path(card)).expect(200).body.starts_with(b"%PDF"));
    assert!(coordinator.get(&path(badge)).expect(200).body.starts_with(b"%PDF"));
    let asking = coordinator.get(&format!("/labels/code/{badge}")).expect(200).text();
    assert!(asking.contains("Probe vera") && asking.contains(&badge.printed()));
    app.signed_in(Role::Admin).get(&path(card)).expect(403);
    app.signed_in(Role::Admin).get(&path(badge)).expect(200);
    app.signed_in(Role::Treasurer).get(&path(badge)).expect(403);
    app.signed_in(Role::Volunteer).get(&path(card)).expect(403);
    coordinator.get("/labels/code/A7F39MXT4E?stock=57x32&start_at=1").expect(404);
    coordinator.get("/labels/code/unsinn").expect(404);
}
