//! `/settings/catalogue` and `/settings/locations`: what the coordinator arranges.

use gabentisch::domain::rights::Role;

use crate::support::both;

fn jacket<'a>(name: &'a str, weight: &'a str, version: &'a str, active: bool) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![("de", name), ("en", "Winter jacket"), ("weight_g", weight), ("version", version)];
    if active {
        form.push(("active", "on"));
    }
    form
}

both! {
    a_product_that_is_switched_off_is_not_offered => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let path = "/settings/catalogue/winterjacke";
        let offered = || coordinator.get("/api/v1/products?q=winterjacke").expect(200).text().contains("\"winterjacke\"");
        assert!(offered());
        coordinator.post_form(path, &jacket("Dicke Jacke", "1200", "1", false)).expect(303);
        assert!(!offered());
        let list = coordinator.get("/settings/catalogue?q=dicke+jacke").expect(200).text();
        assert!(list.contains("Dicke Jacke") && list.contains("ausgeschaltet") && list.contains("1200 g"), "{list}");
        // It is still what its pieces are.
        assert_eq!(app.house.catalogue().product("winterjacke").expect("kept").names.de, "Dicke Jacke");
        coordinator.post_form(path, &jacket("Winterjacke", "1200", "2", true)).expect(303);
        assert!(offered());
    }

    two_who_edit_at_once_do_not_overwrite_each_other => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let path = "/settings/catalogue/winterjacke";
        coordinator.post_form(path, &jacket("Eins", "1000", "1", true)).expect(303);
        let late = coordinator.post_form(path, &jacket("Zwei", "1000", "1", true)).expect(422).text();
        assert!(late.contains("inzwischen von jemand anderem geändert") && late.contains("value=\"Zwei\""), "{late}");
        for weight in ["0", "-5", "viel", "999999999999"] {
            let wrong = coordinator.post_form(path, &jacket("Eins", weight, "2", true)).expect(422).text();
            assert!(wrong.contains("1 bis 200000"), "{weight}: {wrong}");
        }
        coordinator.get("/settings/catalogue/gibtsnicht").expect(404);
    }

    places_have_codes_and_no_two_the_same_name => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let add = |parent: &str, name: &str| coordinator.post_form("/settings/locations", &[("parent", parent), ("name", name)]);
        let id_of = |name: &str| app.sql(&format!("SELECT id FROM locations WHERE name = '{name}'"));
        add("", "Kammer").expect(303);
        add(&id_of("Kammer"), "Lager").expect(303);
        add(&id_of("Lager"), "Regal 3").expect(303);
        assert!(add(&id_of("Lager"), "regal 3").expect(422).text().contains("gibt es hier schon"));
        assert!(add(&id_of("Regal 3"), "Fach").expect(422).status == 422);
        let page = coordinator.get("/settings/locations").expect(200).text();
        assert!(page.contains("Regal 3") && page.matches("class=\"code\"").count() == 3, "{page}");
        let shelf = format!("/settings/locations/{}", id_of("Regal 3"));
        coordinator.post_form(&shelf, &[("name", "Regal 4"), ("version", "1")]).expect(303);
        coordinator.post_form(&shelf, &[("name", "Regal 5"), ("version", "1")]).expect(422);
        assert!(coordinator.get(&shelf).expect(200).text().contains("in Kammer, Lager"));
    }
}
