//! Donations on their pages: the donor is chosen, the gift written down, its pieces scanned in, and it is closed.

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::follow;
use crate::support::{Event, TestApp, both};

fn code_on(page: &str) -> String {
    let code = page.split("<bdi>").find(|rest| rest.starts_with('S')).expect("a donation's code");
    code.split('<').next().expect("its end").replace(' ', "")
}

both! {
    a_gift_is_recorded_scanned_in_and_closed => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let donor = app.donor(DonorKind::Company, "Beispiel Bekleidung GmbH");
        let card = app.sql("SELECT code FROM labels WHERE kind = 'donor'");
        // The donor's card scanned into the search field leads straight to the form.
        let form = treasurer.get(&format!("/donations/new?q={card}")).expect(200).text();
        assert!(form.contains(&format!("name=\"donor\" value=\"{donor}\"")), "{form}");
        let found = treasurer.get("/donations/new?q=bekleid").expect(200).text();
        assert!(found.contains(&format!("/donations/new?donor={donor}")));

        let (donor, today) = (donor.to_string(), app.house.today().to_string());
        let fields =
            [("donor", donor.as_str()), ("received_on", &today), ("origin", "business"), ("pieces_announced", "4"), ("receipt_wanted", "on")];
        let (page, at) = follow(&treasurer, treasurer.post_form("/donations/new", &fields));
        assert!(page.contains("0 von 4") && page.contains("gewünscht"), "{page}");
        let donation: gabentisch::codes::Code = code_on(&page).parse().expect("a code");

        let labels = app.labels(3);
        let mut scanner = app.scanner();
        for label in &labels[..2] {
            assert_eq!(scanner.take_in(label, "winterjacke", "140", Some(&donation))["outcome"], "applied");
        }
        let page = treasurer.get(&at).expect(200).text();
        assert!(page.contains("2 von 4") && page.contains("Winterjacke Gr. 140"), "{page}");
        // Its own code in an address leads to it too.
        assert!(treasurer.get(&format!("/donations/{donation}")).expect(200).text().contains("2 von 4"));

        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/state"), &[("state", "closed"), ("version", "1")]));
        assert!(page.contains("abgeschlossen"));
        assert_eq!(scanner.take_in(&labels[2], "winterjacke", "140", Some(&donation))["outcome"], "refused");
        treasurer.post_form(&format!("{at}/state"), &[("state", "received"), ("version", "1")]).expect(409);
        treasurer.post_form(&format!("{at}/state"), &[("state", "accepted"), ("version", "2")]).expect(422);
        let list = treasurer.get("/donations?state=closed&q=bekleidung").expect(200).text();
        assert!(list.contains(&at) && list.contains("2 von 4 Teilen erfasst"), "{list}");
        assert!(!treasurer.get("/donations?state=received").expect(200).text().contains(&at));
        app.assert_sound();
    }

    what_the_council_has_not_accepted_stays_in_custody => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let donor = app.donor(DonorKind::Institution, "Beispielverein").to_string();
        let today = app.house.today().to_string();
        let fields = [("donor", donor.as_str()), ("received_on", &today), ("only_offered", "on")];
        let (page, at) = follow(&treasurer, treasurer.post_form("/donations/new", &fields));
        let donation: gabentisch::codes::Code = code_on(&page).parse().expect("a code");
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        let dirty = Event::new("intake", labels[1]).field("product", "kleid").field("condition", "needs_care");
        scanner.take_in(&labels[0], "jeans", "", Some(&donation));
        scanner.send(dirty.field("donation", donation.to_string()));
        assert_eq!(app.sql("SELECT DISTINCT state FROM items"), "in_custody");
        // Nobody puts it on the shelf before, nor by way of care.
        let coordinator = app.signed_in(Role::Coordinator);
        let id = app.sql("SELECT id FROM items WHERE product_code = 'jeans'");
        for step in ["restock", "to_care"] {
            let early = coordinator.post_form(&format!("/items/{id}/step"), &[("step", step), ("version", "1")]);
            assert!(early.expect(422).text().contains("noch nicht angenommen"), "{step}");
        }
        treasurer.post_form(&format!("{at}/state"), &[("state", "in_custody"), ("version", "2")]).expect(303);
        // What the council says of it is told in `council.rs`.
        treasurer.post_form(&format!("{at}/state"), &[("state", "accepted"), ("version", "3")]).expect(422);
        assert_eq!(app.sql("SELECT DISTINCT state FROM items"), "in_custody");
        app.assert_sound();
    }
}

#[test]
fn a_gift_that_cannot_be_is_refused_beside_its_field() {
    let app = TestApp::new();
    let treasurer = app.signed_in(Role::Treasurer);
    let donor = app.donor(DonorKind::Private, "Erna Erfunden").to_string();
    let tomorrow = app.house.today().tomorrow().expect("a day").to_string();
    let today = app.house.today().to_string();
    for (day, pieces, sentence) in [
        (tomorrow.as_str(), "", "Der Tag liegt in der Zukunft"),
        ("1999-01-01", "", "mehr als 10 Jahre zurück"),
        ("31.12.2026", "", "Bitte einen Tag angeben"),
        (today.as_str(), "0", "Bitte eine Zahl von 1 bis"),
        (today.as_str(), "viele", "Bitte eine Zahl von 1 bis"),
        (today.as_str(), "99999999999", "Bitte eine Zahl von 1 bis"),
    ] {
        let fields = [("donor", donor.as_str()), ("received_on", day), ("pieces_announced", pieces)];
        let page = treasurer.post_form("/donations/new", &fields).expect(422).text();
        assert!(page.contains(sentence) && page.contains("Erna Erfunden"), "{sentence}: {page}");
    }
    treasurer.post_form("/donations/new", &[("donor", "niemand"), ("received_on", &today)]).expect(422);
    assert_eq!(app.sql("SELECT count(*) FROM donations"), "0");
}
