//! `/settings/terminals`: enrolling a device, switching it off and on.

use gabentisch::domain::rights::Role;

use crate::support::both;

both! {
    a_token_is_shown_once_and_works_until_it_is_switched_off => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.post_form("/settings/terminals", &[("name", "Ausgabe links")]).expect(200).text();
        let token = page.split("<p class=\"token\"><bdi>").nth(1).and_then(|rest| rest.split('<').next()).expect("a token");
        let again = coordinator.get("/settings/terminals").expect(200).text();
        assert!(again.contains("Ausgabe links") && again.contains("noch nie") && !again.contains(token));

        let scanner = app.visitor().with_token(token);
        scanner.get("/api/v1/terminal").expect(200);
        let switch = again.split("action=\"/settings/terminals/").nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
        let path = format!("/settings/terminals/{switch}");
        coordinator.post_form(&path, &[("active", "false")]).expect(303);
        scanner.get("/api/v1/terminal").expect(401);
        coordinator.post_form(&path, &[("active", "true")]).expect(303);
        scanner.get("/api/v1/terminal").expect(200);
    }

    a_terminal_needs_a_name => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let refused = coordinator.post_form("/settings/terminals", &[("name", "  ")]).expect(422).text();
        assert!(refused.contains("höchstens 60 Zeichen"), "{refused}");
    }
}
