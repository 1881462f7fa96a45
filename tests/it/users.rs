//! `/settings/users` and `/account`: the administrator lets people in, people look after their own account.

use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{TestApp, both};

const OTHER: &str = "noch ein Satz für Proben";

fn fields<'a>(name: &'a str, password: &'a str) -> [(&'a str, &'a str); 5] {
    [("name", name), ("display_name", "Probe Neu"), ("password", password), ("role", "volunteer"), ("lang", "de")]
}

both! {
    an_administrator_adds_somebody_who_then_signs_in => |app| {
        let admin = app.signed_in(Role::Admin);
        let added = admin.post_form("/settings/users/new", &fields("Neu.1", PASSWORD)).expect(303);
        let place = added.location.expect("the new person's page");
        let page = admin.get(&place).expect(200).text();
        assert!(page.contains("Probe Neu") && page.contains("Ausweis drucken"), "{page}");
        app.sign_in("neu.1").get("/").expect(200);
        let list = admin.get("/settings/users").expect(200).text();
        assert!(list.contains("neu.1") && list.contains("Ehrenamt"));
    }

    a_person_is_spoken_to_in_the_own_language_everywhere => |app| {
        let admin = app.signed_in(Role::Admin);
        let form = admin.get("/settings/users/new").expect(200).text();
        for name in ["Deutsch", "English", "Українська", "العربية"] {
            assert!(form.contains(name), "{name}");
        }
        let mut ukrainian = fields("olena", PASSWORD);
        ukrainian[4] = ("lang", "uk");
        let place = admin.post_form("/settings/users/new", &ukrainian).expect(303).location.expect("a page");
        assert_eq!(app.sql("SELECT lang FROM users WHERE name = 'olena'"), "uk");
        let olena = app.sign_in("olena");
        let home = olena.get("/").expect(200).text();
        assert!(home.contains("<html lang=\"uk\" dir=\"ltr\">") && home.contains("Українська"), "{home}");
        // The switch on the pages is the person's own choice, at the terminal too.
        olena.post_form("/language", &[("lang", "en"), ("back", "/account")]).expect(303);
        assert!(olena.get("/account").expect(200).text().contains("<html lang=\"en\""));
        assert_eq!(app.sql("SELECT lang FROM users WHERE name = 'olena'"), "en");
        let arabic = [("display_name", "Olena"), ("role", "volunteer"), ("lang", "ar"), ("active", "on"), ("version", "1")];
        admin.post_form(&place, &arabic).expect(303);
        assert_eq!(app.sql("SELECT lang FROM users WHERE name = 'olena'"), "ar");
        assert!(app.sign_in("olena").get("/").expect(200).text().contains("<html lang=\"ar\" dir=\"rtl\">"));
        assert!(admin.get(&place).expect(200).text().contains("value=\"ar\" checked"));
    }

    what_is_wrong_is_said_at_the_field => |app| {
        let admin = app.signed_in(Role::Admin);
        let short = admin.post_form("/settings/users/new", &fields("neu", "kurz")).expect(422).text();
        assert!(short.contains("id=\"password-error\"") && short.contains("12 bis 128 Zeichen"), "{short}");
        app.add_user("neu", Role::Mentor);
        let taken = admin.post_form("/settings/users/new", &fields("neu", PASSWORD)).expect(422).text();
        assert!(taken.contains("Diesen Namen gibt es schon") && taken.contains("value=\"Probe Neu\""), "{taken}");
    }

    a_person_who_is_switched_off_is_out_at_once => |app| {
        let (admin, id) = (app.signed_in(Role::Admin), app.add_user("vera", Role::Volunteer));
        let vera = app.sign_in("vera");
        let path = format!("/settings/users/{id}");
        let off = [("display_name", "Vera"), ("role", "volunteer"), ("version", "1")];
        admin.post_form(&path, &off).expect(303);
        vera.get("/").expect(303);
        app.visitor().post_form("/sign-in", &[("name", "vera"), ("password", PASSWORD)]).expect(422);
        // The form was open twice: the second one is told.
        let late = admin.post_form(&path, &off).expect(422).text();
        assert!(late.contains("Inzwischen geändert") && late.contains("hat das um"), "{late}");
    }

    one_changes_the_own_password_and_stays_signed_in => |app| {
        app.add_user("vera", Role::Volunteer);
        let (here, there) = (app.sign_in("vera"), app.sign_in("vera"));
        let form = |current: &str, again: &str| {
            here.post_form("/account/password", &[("current", current), ("password", OTHER), ("repeat", again)])
        };
        assert!(form("falsch", OTHER).expect(422).text().contains("Das jetzige Passwort stimmt nicht."));
        assert!(form(PASSWORD, "anders").expect(422).text().contains("sind verschieden"));
        form(PASSWORD, OTHER).expect(303);
        here.get("/account").expect(200);
        there.get("/account").expect(303);
        app.visitor().post_form("/sign-in", &[("name", "vera"), ("password", OTHER)]).expect(303);
    }

    signing_out_everywhere_ends_every_sign_in => |app| {
        app.add_user("vera", Role::Volunteer);
        let (here, there) = (app.sign_in("vera"), app.sign_in("vera"));
        here.post_form("/account/sign-out-everywhere", &[]).expect(303);
        here.get("/").expect(303);
        there.get("/").expect(303);
    }
}

#[test]
fn nobody_takes_the_own_administration_away() {
    let app = TestApp::new();
    let id = app.add_user("anna", Role::Admin);
    let anna = app.sign_in("anna");
    let form = [("display_name", "Anna"), ("role", "volunteer"), ("active", "on"), ("version", "1")];
    let refused = anna.post_form(&format!("/settings/users/{id}"), &form).expect(422).text();
    assert!(refused.contains("kann man sich nicht selbst nehmen"), "{refused}");
    // Another name is fine, and she stays signed in.
    let form = [("display_name", "Anna B."), ("role", "admin"), ("active", "on"), ("version", "1")];
    anna.post_form(&format!("/settings/users/{id}"), &form).expect(303);
    assert!(anna.get("/").expect(200).text().contains("Anna B."));
}
