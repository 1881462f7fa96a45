//! Moving pieces to another shelf: at a terminal and at `/desk/move`.

use gabentisch::codes::Command;
use gabentisch::domain::rights::Role;
use uuid::Uuid;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp, both};

both! {
    a_scanner_moves_pieces_to_a_shelf => |app| {
        let ((_, upper), (cellar_id, cellar)) = (app.shelf("Regal 3"), app.shelf("Keller"));
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "tshirt", "104", None);
        }
        assert_eq!(scanner.scan("move", labels[0])["headline"], "Wohin?");
        assert_eq!(scanner.scan("move", upper)["headline"], "Ziel Regal 3: jetzt die Teile scannen.");
        assert_eq!(scanner.scan("move", labels[0])["detail"], "Jetzt in Regal 3");
        assert_eq!(scanner.scan("move", labels[0])["headline"], "T-Shirt Gr. 104 liegt schon in Regal 3. Nichts gebucht.");
        scanner.scan("move", cellar);
        assert_eq!(scanner.scan("move", labels[0])["detail"], "Von Regal 3 nach Keller");
        let in_cellar = format!("SELECT count(*) FROM items WHERE location_id = '{cellar_id}' AND state = 'in_stock'");
        assert_eq!(app.sql(&in_cellar), "1");
        assert_eq!(app.sql("SELECT count(*) FROM movements WHERE kind = 'relocate'"), "2");
        // Taken back where it was done; at the handout there is nothing to take back.
        assert_eq!(scanner.command("handout", Command::Undo)["outcome"], "duplicate");
        assert_eq!(scanner.command("move", Command::Undo)["headline"], "Zurückgenommen: T-Shirt Gr. 104");
        assert_eq!(app.sql(&in_cellar), "0");
        app.assert_sound();
    }

    the_page_takes_a_place_from_the_list => |app| {
        let (_, shelf) = app.shelf("Regal 3");
        let labels = app.labels(1);
        app.scanner().take_in(&labels[0], "jeans", "104", None);
        let client = app.signed_in(Role::Volunteer);
        assert!(client.get("/desk/move").expect(200).text().contains("Wohin?"));
        let send = |fields: &[(&str, &str)]| {
            let event = Uuid::now_v7().to_string();
            let all: Vec<_> = [("event_id", event.as_str())].into_iter().chain(fields.iter().copied()).collect();
            client.post_form("/desk/move", &all).expect(200).text()
        };
        assert!(send(&[("action", "place"), ("place", shelf.as_str())]).contains("Ziel Regal 3"));
        let page = send(&[("action", "scan"), ("code", labels[0].as_str())]);
        assert!(page.contains("Jetzt in Regal 3") && page.contains("Zuletzt umgeräumt"));
        assert!(send(&[("action", Command::Undo.code().as_str())]).contains("Zurückgenommen: Jeans"));
        assert!(client.get("/desk/move").text().contains("data-reversed"));
        assert!(send(&[("action", Command::Finish.code().as_str())]).contains("Fertig in Regal 3"));
        app.assert_sound();
    }
}

#[test]
fn a_place_holds_from_the_moment_it_is_chosen() {
    let app = TestApp::new();
    let ((upper_id, _), (cellar_id, _)) = (app.shelf("Regal 3"), app.shelf("Keller"));
    let labels = app.labels(2);
    for label in &labels {
        app.scanner().take_in(label, "jeans", "104", None);
    }
    app.add_user("vera", Role::Volunteer);
    let browser = Browser::start("de");
    browser.sign_in(&app.url, "vera", PASSWORD);
    browser.go(&format!("{}/desk/move", app.url));
    // A slow line: each answer takes its time, and hands are faster.
    browser.run("const real = window.fetch; window.fetch = async (...all) => { await new Promise((go) => setTimeout(go, 400)); return real(...all); }");
    browser.run(
        "const choose = (name) => { const list = document.querySelector('#place');
           list.value = Array.from(list.options).find((place) => place.text.includes(name)).value;
           list.dispatchEvent(new Event('input', { bubbles: true })); };
         const press = () => document.querySelector('button[value=place]').click();
         const scan = (code) => { document.querySelector('#scan').value = code; document.querySelector('#desk-form').requestSubmit(); };
         choose('Regal 3'); press(); scan(arguments[0]); choose('Keller'); press(); scan(arguments[1]); choose('Regal 3');"
            .replace("arguments[0]", &format!("{:?}", labels[0].as_str()))
            .replace("arguments[1]", &format!("{:?}", labels[1].as_str()))
            .as_str(),
    );
    browser.wait_for("document.querySelectorAll('ol.visit li').length === 2");
    for (label, place) in labels.iter().zip([upper_id, cellar_id]) {
        assert_eq!(app.sql(&format!("SELECT location_id FROM items WHERE label = '{label}'")), place.to_string());
    }
    // What is chosen and not pressed yet stays chosen when an answer comes.
    let chosen = browser.run("return document.querySelector('#place').selectedOptions[0].text");
    assert_eq!(chosen, "Regal 3");
}
