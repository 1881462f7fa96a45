//! Agreements: nothing about a pregnancy or how to reach somebody without one, and nothing left when it is taken back.

use gabentisch::domain::rights::Role;

use crate::allocation::{hidden, in_stock};
use crate::support::{TestApp, both};

fn adult(app: &TestApp) -> String {
    let kim = [("nickname", "Kim"), ("age_band", "adult"), ("cut", "W"), ("size_clothes", "40")];
    app.signed_in(Role::Coordinator).post_form("/households", &kim).expect(303).location.expect("a page")
}

both! {
    a_pregnancy_stands_on_no_list_without_consent_and_leaves_it_at_once => |app| {
        let page = adult(&app);
        let member = app.sql("SELECT id FROM members");
        let coordinator = app.signed_in(Role::Coordinator);
        let line = [("product", "umstandshose"), ("wanted", "2")];
        let refused = coordinator.post_form(&format!("{page}/needs"), &line).expect(422).text();
        assert!(refused.contains("Einwilligung"), "{refused}");
        let fill = format!("maternity:{member}");
        let refused = coordinator.post_form(&format!("{page}/fill"), &[("fill", &fill)]);
        assert!(refused.text().contains("Einwilligung"));
        assert!(!coordinator.get(&page).expect(200).text().contains(&fill), "it is not even offered");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs"), "0");

        let told = [("member", member.as_str()), ("channel", "said")];
        coordinator.post_form(&format!("{page}/consents"), &told).expect(303);
        assert!(coordinator.get(&page).expect(200).text().contains(&fill), "now it is offered");
        // The same underwear for every day stands there already: offered, but not ticked.
        coordinator.post_form(&format!("{page}/fill"), &[("fill", &format!("clothing:{member}"))]).expect(303);
        let preview = coordinator.get(&format!("{page}/fill?fill={fill}")).expect(200).text();
        assert!(preview.contains("steht schon auf der Liste"), "{preview}");
        coordinator.post_form(&format!("{page}/fill"), &[("fill", &fill)]).expect(303);
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("Umstandshose") && text.contains("· Schwangerschaft"), "the occasion tells the lines apart: {text}");
        // An ordinary line is none of this consent's business.
        coordinator.post_form(&format!("{page}/needs"), &[("product", "handtuch"), ("wanted", "1")]).expect(303);

        let consent = app.sql("SELECT id FROM consents");
        coordinator.post_form(&format!("{page}/consents/{consent}/revoke"), &[]).expect(303);
        let text = coordinator.get(&page).expect(200).text();
        assert!(!text.contains("Umstandshose") && text.contains("Handtuch") && text.contains("zurückgenommen am"), "{text}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM needs WHERE occasion = 'maternity' AND state <> 'withdrawn'"), "0");
        coordinator.post_form(&format!("{page}/consents/{consent}/revoke"), &[]).expect(409);
    }

    a_line_without_consent_is_proposed_and_fetched_and_shown_nowhere => |app| {
        let (household, _) = app.household();
        app.needs(household, &[("umstandshose", "40", 2)]);
        in_stock(&app, "umstandshose", "40", 2);
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.get("/allocation").expect(200).text();
        assert!(page.contains("Umstandshose"), "{page}");
        coordinator.post_form("/allocation", &[("pair", &hidden(&page, "pair"))]).expect(303);
        assert!(coordinator.get("/pick").expect(200).text().contains("Umstandshose"));
        app.sql("UPDATE consents SET revoked_at = '2026-01-02 00:00:00.000000'");
        let pages = ["/allocation".to_owned(), "/pick".to_owned(), format!("/households/{household}")];
        for page in pages {
            assert!(!coordinator.get(&page).expect(200).text().contains("Umstandshose"), "{page}");
        }
    }

    a_contact_needs_consent_and_is_erased_with_it => |app| {
        let page = adult(&app);
        let coordinator = app.signed_in(Role::Coordinator);
        let sent = |mail: &str, phone: &str| {
            let fields = [("version", "1"), ("contact_name", "Kim"), ("contact_email", mail), ("contact_phone", phone), ("channel", "paper")];
            coordinator.post_form(&format!("{page}/contact"), &fields)
        };
        for (mail, phone, said) in [("kim", "", "keine E-Mail-Adresse"), ("", "ruf an", "nur Ziffern"), ("", "", "oder eine Telefonnummer")] {
            let text = sent(mail, phone).expect(422).text();
            assert!(text.contains(said), "{mail} {phone}: {text}");
        }
        sent("kim@beispiel.example", "").expect(303);
        assert_eq!(app.sql("SELECT kind || channel FROM consents"), "contactpaper");
        assert!(coordinator.get(&page).expect(200).text().contains("kim@beispiel.example"));
        let consent = app.sql("SELECT id FROM consents");
        coordinator.post_form(&format!("{page}/consents/{consent}/revoke"), &[]).expect(303);
        assert!(!coordinator.get(&page).expect(200).text().contains("beispiel.example"));
        assert_eq!(app.sql("SELECT contact_name || contact_email || contact_phone FROM households"), "");
        assert_eq!(app.sql("SELECT COUNT(*) FROM deeds WHERE undo LIKE '%beispiel%' OR said LIKE '%beispiel%'"), "0");
    }
}
