//! `/search`: everything by one text, for everybody only what he or she may see.

use gabentisch::actions::link_mentor;
use gabentisch::actions::register_household::{self, NewHousehold};
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::links;
use crate::support::{TestApp, both};

both! {
    a_code_leads_straight_there => |app| {
        let labels = app.labels(2);
        app.scanner().take_in(&labels[0], "winterjacke", "104", None);
        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        let (donation, donation_code) = app.donation(donor);
        let (household, card) = app.household();
        let (shelf, shelf_code) = app.shelf("Regal 9");
        let coordinator = app.signed_in(Role::Coordinator);
        let leads = |text: &str| coordinator.get(&format!("/search?q={}", text.replace(' ', "+"))).location;
        assert_eq!(leads(labels[0].as_str()), Some(format!("/items/{}", labels[0])));
        // As it stands on the label, in small letters, and with a web address in front.
        assert_eq!(leads(&labels[0].printed()), Some(format!("/items/{}", labels[0])));
        assert_eq!(leads(&labels[0].as_str().to_lowercase()), Some(format!("/items/{}", labels[0])));
        assert_eq!(leads(&format!("HTTPS://KK.EXAMPLE/{}", labels[0])), Some(format!("/items/{}", labels[0])));
        assert_eq!(leads(donation_code.as_str()), Some(format!("/donations/{donation}")));
        assert_eq!(leads(card.as_str()), Some(format!("/households/{household}")));
        assert_eq!(leads(shelf_code.as_str()), Some(format!("/settings/locations/{shelf}")));
        let page = |text: &str| coordinator.get(&format!("/search?q={text}")).expect(200).text();
        assert!(page(labels[1].as_str()).contains("noch leer"));
        let mut damaged = labels[0].as_str().to_owned();
        let last = if damaged.pop() == Some('0') { '1' } else { '0' };
        damaged.push(last);
        assert!(page(&damaged).contains("falsch gelesen"), "{}", page(&damaged));
    }

    words_and_slips_find_everything_of_the_house => |app| {
        let labels = app.labels(1);
        app.scanner().take_in(&labels[0], "winterjacke", "104", None);
        let donor = app.donor(DonorKind::Company, "Größenwahn & Söhne");
        let (donation, _) = app.donation(donor);
        let (shelf, _) = app.shelf("Kellerregal 9");
        let new = NewHousehold { area: "Nordstadt".to_owned(), ..NewHousehold::default() };
        let (household, _) = register_household::new(&app.house, &app.caretaker(), new).expect("a household");
        let coordinator = app.signed_in(Role::Coordinator);
        let found = |text: &str, href: &str| {
            let page = coordinator.get(&format!("/search?q={text}")).expect(200).text();
            let suggested = coordinator.get(&format!("/search/suggestions?q={text}")).expect(200).text();
            let both = [page, suggested].map(|page| !links(&page, href).is_empty());
            assert_eq!(both[0], both[1], "{text}: page and suggestions agree");
            both[0]
        };
        let item = format!("/items/{}", labels[0]);
        for text in ["winterjacke", "wi+ja+104", "winterjake", "Wintrejacke", labels[0].as_str().split_at(6).0] {
            assert!(found(text, &item), "{text}");
        }
        let (donor, donation) = (format!("/donors/{donor}"), format!("/donations/{donation}"));
        for text in ["groessenwahn", "Gr%C3%B6%C3%9Fenwahn", "groesenwahn", "soehen", "gr%C3%B6%C3%9F"] {
            assert!(found(text, &donor) && found(text, &donation), "{text}");
        }
        assert!(found(&app.house.today().strftime("%d.%m.%Y").to_string(), &donation));
        for text in ["kellerregal", "kellerregl", "kellerregal+9"] {
            assert!(found(text, &format!("/settings/locations/{shelf}")), "{text}");
        }
        assert!(found("nordstadt", &format!("/households/{household}")) && found("nordstatd", &format!("/households/{household}")));
        for (text, page) in [("etiketten+drucken", "/labels"), ("etiketen", "/labels"), ("Print+labels", "/labels"), ("katalog", "/settings/catalogue")] {
            assert!(found(text, page), "{text}");
        }
        assert!(!found("qqqqqqqq", "/items/") && !found("qqqqqqqq", "/donors/"));
        let nothing = coordinator.get("/search?q=qqqqqqqq").expect(200).text();
        assert!(nothing.contains("Nichts gefunden") && nothing.contains("Schreibweise"));
        // Odd texts are searched for like any other.
        for odd in ["%25", "_", "%00", "%27%3B--", "%F0%9F%8E%81", &"x".repeat(2000)] {
            coordinator.get(&format!("/search?q={odd}")).expect(200);
            coordinator.get(&format!("/search/suggestions?q={odd}")).expect(200);
        }
    }

    a_changed_name_is_found_by_the_new_one_only => |app| {
        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        let treasurer = app.signed_in(Role::Treasurer);
        let fields = [("kind", "private"), ("name", "Erna Gedacht"), ("version", "1")];
        treasurer.post_form(&format!("/donors/{donor}/edit"), &fields).expect(303);
        let found = |text: &str| {
            !links(&treasurer.get(&format!("/search?q={text}")).expect(200).text(), "/donors/0").is_empty()
        };
        assert!(found("gedacht") && found("gedachtt") && !found("erfunden") && !found("erfnuden"));
        assert_eq!(app.sql("SELECT count(*) FROM word_keys WHERE word = 'erfunden'"), "0");
    }

    donors_of_an_older_database_get_their_words => |app| {
        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        app.sql("DELETE FROM word_keys");
        app.sql("DELETE FROM donor_words");
        // Any program of this version that opens the house fills them in.
        assert!(app.cli(&["user", "list"]).status.success());
        let treasurer = app.signed_in(Role::Treasurer);
        let page = treasurer.get("/donors?q=erfnuden").expect(200).text();
        assert!(page.contains(&format!("/donors/{donor}")) && page.contains("Gesucht wird"), "{page}");
    }
}

#[test]
fn everybody_finds_only_what_he_or_she_may_see() {
    let app = TestApp::new();
    let label = app.labels(1)[0];
    app.scanner().take_in(&label, "winterjacke", "104", None);
    let donor = app.donor(DonorKind::Private, "Nordstadt Verein");
    let home = |area: &str| {
        let new = NewHousehold { area: area.to_owned(), ..NewHousehold::default() };
        register_household::new(&app.house, &app.caretaker(), new).expect("a household")
    };
    let ((own, own_card), (foreign, foreign_card)) = (home("Nordstadt Mitte"), home("Nordstadt Ost"));
    let mentor_id = app.add_user("kuemmerer", Role::Mentor);
    link_mentor::link(&app.house, &app.caretaker(), own, mentor_id).expect("linked");
    let looks = || app.sql("SELECT count(*) FROM access_log");

    let sees = |client: &crate::support::Client, text: &str, what: &str| {
        let page = client.get(&format!("/search?q={text}")).expect(200).text();
        let suggested = client.get(&format!("/search/suggestions?q={text}")).expect(200).text();
        assert_eq!(page.contains(what), suggested.contains(what), "{text}");
        page.contains(what)
    };
    let (own, foreign) = (format!("/households/{own}"), format!("/households/{foreign}"));
    for role in [Role::Volunteer, Role::Treasurer, Role::Admin] {
        let client = app.signed_in(role);
        assert!(!sees(&client, "nordstadt", "/households/"), "{role}");
        for card in [&own_card, &foreign_card] {
            let page = client.get(&format!("/search?q={card}")).expect(200).text();
            assert!(page.contains("nichts für Sie"), "{role}: {page}");
        }
        let sees_donors = role == Role::Treasurer;
        assert_eq!(sees(&client, "nordstadt", &format!("/donors/{donor}")), sees_donors, "{role}");
        assert_eq!(sees(&client, "winterjacke", "/items/A"), role != Role::Admin, "{role}");
        assert!(!sees(&client, "niemand", "/settings/users/"), "{role}");
        assert_eq!(sees(&client, "kuemmerer", "/settings/users/"), role == Role::Admin, "{role}");
        assert!(!sees(&client, "etiketten", "\"/labels\"") || role == Role::Admin, "{role}");
    }
    let mentor = app.sign_in("kuemmerer");
    assert!(sees(&mentor, "nordstadt", &own) && !sees(&mentor, "nordstadt", &foreign));
    assert_eq!(mentor.get(&format!("/search?q={own_card}")).location, Some(own.clone()));
    assert!(mentor.get(&format!("/search?q={foreign_card}")).expect(200).text().contains("nichts für Sie"));
    assert!(!sees(&mentor, "winterjacke", "/items/A"));
    // Finding is no look; opening is one.
    assert_eq!(looks(), "0");
    mentor.get(&own).expect(200);
    assert_eq!(looks(), "1");
}
