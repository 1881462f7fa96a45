//! Forms that lose nothing, over HTTP: an expired sign-in, the same form sent twice, two tabs, a wrong method.

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{Answer, Client, TestApp, both};

const KEY: &str = "0193f5a0-0000-7000-8000-000000000001";

/// The value of a hidden field.
fn hidden(page: &Answer, name: &str) -> String {
    let text = page.text();
    let after = text.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {text}"));
    after.split('"').next().unwrap_or_default().to_owned()
}

fn end_all_sign_ins(app: &TestApp) {
    app.sql("DELETE FROM sign_ins");
}

fn count(app: &TestApp, table: &str) -> usize {
    app.sql(&format!("SELECT COUNT(*) FROM {table}")).parse().expect("a number")
}

fn sign_in_with(client: &Client, name: &str, kept: &str) -> Answer {
    client.post_form("/sign-in", &[("name", name), ("password", PASSWORD), ("next", "/donors/new"), ("kept", kept)])
}

both! {
    a_form_sent_twice_makes_one_thing => |app| {
        let client = app.signed_in(Role::Coordinator);
        let admin = app.signed_in(Role::Admin);
        let (household, _) = app.household();
        let donor = app.donor(DonorKind::Private, "Anna Beispiel").to_string();
        let today = app.house.today().to_string();
        let members = format!("/households/{household}/members");
        let needs = format!("/households/{household}/needs");
        let forms: [(&Client, &str, &str, Vec<(&str, &str)>); 7] = [
            (&client, "/donors/new", "donors", vec![("kind", "private"), ("name", "Paula Probe")]),
            (&client, "/donations/new", "donations", vec![("donor", &donor), ("received_on", &today), ("origin", "unknown")]),
            (&client, "/households", "households", vec![("area", "58762")]),
            (&client, &members, "members", vec![("nickname", "Ella")]),
            (&client, &needs, "needs", vec![("product", "JACKWIN"), ("wanted", "1")]),
            (&client, "/settings/locations", "locations", vec![("parent", ""), ("name", "Lager")]),
            (&admin, "/settings/users/new", "users", vec![("name", "neu"), ("display_name", "Neu"), ("password", PASSWORD), ("role", "volunteer"), ("lang", "de")]),
        ];
        for (client, path, table, mut fields) in forms {
            if table == "needs" {
                let found = client.get(&format!("{needs}/new?q=jacke")).expect(200).text();
                let code = found.split("product=").nth(1).and_then(|rest| rest.split('&').next()).expect("a product").to_owned();
                fields[0].1 = Box::leak(code.into_boxed_str());
            }
            fields.push(("once", KEY));
            let before = count(&app, table);
            let first = client.post_form(path, &fields).expect(303);
            let second = client.post_form(path, &fields).expect(303);
            assert_eq!(first.location, second.location, "{path}");
            assert_eq!(count(&app, table), before + 1, "{path}");
            // A form that was opened anew makes a new thing, where that is allowed.
            if matches!(table, "donors" | "donations" | "households" | "members") {
                fields.pop();
                fields.push(("once", "0193f5a0-0000-7000-8000-000000000002"));
                client.post_form(path, &fields).expect(303);
                assert_eq!(count(&app, table), before + 2, "{path}");
            }
        }
        app.assert_sound();
    }

    the_key_of_somebody_else_is_no_key => |app| {
        let fields = [("kind", "private"), ("name", "Paula Probe"), ("once", KEY)];
        app.signed_in(Role::Coordinator).post_form("/donors/new", &fields).expect(303);
        app.signed_in(Role::Coordinator).post_form("/donors/new", &fields).expect(303);
        assert_eq!(count(&app, "donors"), 2);
    }

    a_form_that_was_refused_can_be_sent_again => |app| {
        let client = app.signed_in(Role::Coordinator);
        client.post_form("/donors/new", &[("kind", "private"), ("name", ""), ("once", KEY)]).expect(422);
        client.post_form("/donors/new", &[("kind", "private"), ("name", "Paula"), ("once", KEY)]).expect(303);
        assert_eq!(count(&app, "donors"), 1);
    }

    a_sign_in_that_ends_in_the_middle_loses_nothing => |app| {
        app.add_user("vera", Role::Coordinator);
        let client = app.sign_in("vera");
        let once = hidden(&client.get("/donors/new").expect(200), "once");
        end_all_sign_ins(&app);
        let typed = [("kind", "company"), ("name", "Möbel & Söhne <KG>"), ("note", "Zwei\r\nZeilen"), ("once", &once)];
        let page = client.post_form("/donors/new", &typed).expect(401);
        assert!(page.text().contains("Ihre Eingaben sind noch da") && !page.text().contains("Söhne"), "{}", page.text());
        let kept = hidden(&page, "kept");
        // A typing error in the password loses nothing either.
        let again = client.post_form("/sign-in", &[("name", "vera"), ("password", "falsch"), ("kept", &kept)]).expect(422);
        let offered = sign_in_with(&client, "vera", &hidden(&again, "kept")).expect(200);
        assert!(offered.text().contains("Möbel &#38; Söhne &#60;KG&#62;"), "{}", offered.text());
        assert_eq!(count(&app, "donors"), 0, "only the person saves it");
        let fields: Vec<(&str, String)> = typed.iter().map(|(name, _)| (*name, hidden(&offered, name))).collect();
        let decoded: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, value.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">"))).collect();
        let sent: Vec<(&str, &str)> = decoded.iter().map(|(name, value)| (*name, value.as_str())).collect();
        client.post_form("/donors/new", &sent).expect(303);
        assert_eq!(app.sql("SELECT name FROM donors"), "Möbel & Söhne <KG>");
    }
}

#[test]
fn what_one_person_typed_is_not_sent_by_another() {
    let app = TestApp::new();
    app.add_user("vera", Role::Coordinator);
    app.add_user("otto", Role::Coordinator);
    let client = app.sign_in("vera");
    end_all_sign_ins(&app);
    let kept = hidden(&client.post_form("/donors/new", &[("name", "Paula Geheim")]).expect(401), "kept");
    let other = sign_in_with(&client, "otto", &kept).expect(303);
    assert_eq!(other.location.as_deref(), Some("/"));
    let home = client.get("/").expect(200).text();
    assert!(home.contains("Angefangen hatte jemand anderes") && !home.contains("Paula"), "{home}");
    // Nobody was signed in here: nobody knows whose it is, and nothing is kept.
    let stranger = app.visitor().post_form("/donors/new", &[("name", "Paula Geheim")]).expect(401).text();
    assert!(stranger.contains("gespeichert wurde nichts") && !stranger.contains("name=\"kept\""), "{stranger}");
    // Whoever signed out has gone.
    let client = app.sign_in("vera");
    client.post_form("/sign-out", &[]).expect(303);
    let gone = client.post_form("/donors/new", &[("name", "Paula Geheim")]).expect(401).text();
    assert!(!gone.contains("name=\"kept\""), "{gone}");
}

#[test]
fn passwords_and_files_are_not_kept() {
    let app = TestApp::new();
    app.add_user("vera", Role::Admin);
    let client = app.sign_in("vera");
    end_all_sign_ins(&app);
    let fields = [("name", "neu"), ("display_name", "Neue Person"), ("password", "sehr geheimes Wort")];
    let kept = hidden(&client.post_form("/settings/users/new", &fields).expect(401), "kept");
    let offered = sign_in_with(&client, "vera", &kept).expect(200).text();
    assert!(offered.contains("Neue Person") && offered.contains("Passwörter werden nicht aufgehoben"), "{offered}");
    assert!(!offered.contains("sehr geheimes"), "{offered}");
    end_all_sign_ins(&app);
    let photo = client.post_bytes("/desk/photo", "multipart/form-data; boundary=x", b"--x--\r\n").expect(401).text();
    assert!(photo.contains("wählen Sie das Foto dann noch einmal"), "{photo}");
    // Too much to carry along: it is said, and the browser still has it.
    let long = "x".repeat(30_000);
    let page = client.post_form("/donors/new", &[("note", &long)]).expect(401).text();
    assert!(page.contains("gespeichert wurde nichts"), "{page}");
}

#[test]
fn a_page_left_open_overnight_leads_back() {
    let app = TestApp::new();
    app.add_user("vera", Role::Coordinator);
    let client = app.sign_in("vera");
    end_all_sign_ins(&app);
    let to = client.get("/items?state=in_stock&q=Jacke").expect(303).location.expect("a way");
    let page = client.get(&to).expect(200);
    assert!(page.text().contains("geht es dort weiter, wo Sie waren"), "{}", page.text());
    let next = hidden(&page, "next").replace("&#38;", "&");
    assert_eq!(next, "/items?state=in_stock&q=Jacke");
    let entered =
        client.post_form("/sign-in", &[("name", "vera"), ("password", PASSWORD), ("next", &next)]).expect(303);
    assert_eq!(entered.location, Some(next));
    // Who was never here hears nothing of an end.
    assert!(!app.visitor().get("/sign-in?next=/items").text().contains("abgelaufen"));
}

#[test]
fn two_tabs_keep_what_was_typed() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Coordinator);
    let donor = app.donor(DonorKind::Private, "Anna Beispiel");
    let (household, _) = app.household();
    let (shelf, _) = app.shelf("Regal 1");
    let edits: [(String, Vec<(&str, &str)>, &str); 3] = [
        (
            format!("/donors/{donor}/edit"),
            vec![("kind", "private"), ("name", "Anna"), ("note", "aus Tab zwei")],
            "aus Tab zwei",
        ),
        (format!("/households/{household}"), vec![("area", "aus Tab zwei")], "aus Tab zwei"),
        (format!("/settings/locations/{shelf}"), vec![("name", "aus Tab zwei")], "aus Tab zwei"),
    ];
    for (path, mut fields, typed) in edits {
        fields.push(("version", "1"));
        client.post_form(&path, &fields).expect(303);
        let late = client.post_form(&path, &fields).expect(422).text();
        assert!(late.contains(typed), "{path}: {late}");
    }
}

#[test]
fn the_api_says_which_methods_it_takes() {
    let app = TestApp::new();
    let answer = app.visitor().get("/api/v1/scans").expect(405);
    assert_eq!(answer.headers.get("allow").expect("Allow"), "POST");
    assert_eq!(answer.json()["error"], "wrong_method");
    let answer = app.visitor().post_json("/api/v1/enrolments/abc", &serde_json::json!({})).expect(405);
    assert_eq!(answer.headers.get("allow").expect("Allow"), "GET");
    app.visitor().get("/api/v1/nothing").expect(404);
}
