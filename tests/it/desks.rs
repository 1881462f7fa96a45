//! The scan desks in a browser, without JavaScript: forms in, whole pages out.

use gabentisch::codes::{Code, Command};
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use uuid::Uuid;

use crate::support::client::Client;
use crate::support::{TestApp, both};

/// One desk in one browser; it remembers the last page, as a browser does.
struct Desk<'a> {
    client: &'a Client,
    path: &'static str,
    page: String,
}

impl<'a> Desk<'a> {
    fn open(client: &'a Client, path: &'static str) -> Desk<'a> {
        let page = client.get(path).expect(200).text();
        Desk { client, path, page }
    }

    /// The value of a hidden field of the page.
    fn hidden(&self, name: &str) -> String {
        let field = format!("name=\"{name}\" value=\"");
        let rest = self.page.split(&field).nth(1).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    }

    /// Sends the page's form with these fields in place of its own.
    fn send(&mut self, changed: &[(&str, &str)]) -> &mut Self {
        let names = ["event_id", "visit", "product", "cut", "size", "condition"];
        let mut fields: Vec<(&str, String)> = names.iter().map(|name| (*name, self.hidden(name))).collect();
        fields.retain(|(name, _)| changed.iter().all(|(changed, _)| changed != name));
        fields.extend(changed.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.page = self.client.post_form(self.path, &fields).expect(200).text();
        self
    }

    fn scan(&mut self, code: Code) -> &mut Self {
        self.send(&[("code", code.as_str()), ("action", "scan")])
    }

    fn press(&mut self, command: Command) -> &mut Self {
        self.send(&[("code", ""), ("action", command.code().as_str())])
    }

    #[track_caller]
    fn says(&mut self, tone: &str, headline: &str) -> &mut Self {
        let verdict = self.page.split("data-verdict").nth(1).unwrap_or_default();
        assert!(
            verdict.starts_with(&format!(" data-tone=\"{tone}\"")),
            "not {tone}: {}",
            &verdict[..900.min(verdict.len())]
        );
        assert!(verdict.contains(headline), "not {headline:?}: {}", verdict.chars().take(2500).collect::<String>());
        self
    }
}

/// Takes these pieces in: winter jackets for a child.
fn take_in(client: &Client, labels: &[Code]) {
    let mut desk = Desk::open(client, "/desk/intake");
    desk.send(&[("code", "wi ja 104"), ("action", "scan")]).says("ready", "Winterjacke · Kinder · 104");
    for label in labels {
        desk.scan(*label).says("ok", "Aufgenommen: Winterjacke");
    }
}

fn movements(app: &TestApp) -> i64 {
    app.sql("SELECT COUNT(*) FROM movements").parse().expect("a number")
}

both! {
    a_run_of_equal_pieces_is_one_scan_each => |app| {
        let client = app.signed_in(Role::Volunteer);
        let labels = app.labels(4);
        let mut desk = Desk::open(&client, "/desk/intake");
        desk.says("ready", "Was kommt herein?").scan(labels[0]).says("again", "Was ist das?");
        desk.send(&[("q", "wi ja 104"), ("action", "search")]).says("ready", "Winterjacke");
        for label in &labels[..3] {
            desk.scan(*label).says("ok", "Winterjacke");
        }
        desk.send(&[("action", "size:110"), ("code", "")]).scan(labels[3]).says("ok", "Gr.");
        assert_eq!(app.sql("SELECT COUNT(*) FROM items WHERE size = '104' AND cut = 'K'"), "3");
        assert_eq!(app.sql("SELECT COUNT(*) FROM items WHERE size = '110' AND cut = 'K'"), "1");
        assert!(desk.page.contains("Zuletzt aufgenommen"));
        app.assert_sound();
    }

    the_running_donation_is_scanned_or_chosen_and_ends => |app| {
        let (_, code) = app.donation(app.donor(DonorKind::Company, "Muster Kleidung GmbH"));
        let client = app.signed_in(Role::Volunteer);
        let labels = app.labels(4);
        let mut desk = Desk::open(&client, "/desk/intake");
        assert!(desk.page.contains("Muster Kleidung GmbH"), "open donations stand in the list");
        desk.scan(code).says("ok", "Spende von Muster Kleidung GmbH");
        desk.send(&[("code", "wi ja 104"), ("action", "scan"), ("donation", code.as_str())]);
        desk.send(&[("code", labels[0].as_str()), ("donation", code.as_str())]).says("ok", "Winterjacke");
        desk.send(&[("code", labels[1].as_str()), ("donation", "")]).says("ok", "Winterjacke");
        assert_eq!(app.sql("SELECT COUNT(*) FROM items WHERE donation_id IS NOT NULL"), "1");
        desk.send(&[("code", labels[2].as_str()), ("donation", code.as_str())]);
        desk.press(Command::Finish).says("ok", "Fertig");
        desk.scan(labels[3]).says("again", "Was ist das?");
        for quantity in ["0", "-1", "1000000000", "viel"] {
            desk.send(&[("product", "handtuch"), ("code", labels[3].as_str()), ("quantity", quantity)]).says("stop", "Die Menge");
        }
        app.assert_sound();
    }

    a_double_click_or_a_reload_books_once => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "104", 3)]);
        let client = app.signed_in(Role::Volunteer);
        let labels = app.labels(2);
        take_in(&client, &labels);
        let mut desk = Desk::open(&client, "/desk/handout");
        desk.scan(card).says("ok", "1 Person");
        let (event, visit) = (desk.hidden("event_id"), desk.hidden("visit"));
        let twice = [("event_id", event.as_str()), ("visit", visit.as_str()), ("code", labels[0].as_str())];
        desk.send(&twice).says("ok", "Winterjacke");
        assert!(desk.page.contains("1 von 3"), "{}", desk.page);
        let before = movements(&app);
        desk.send(&twice).says("ok", "Winterjacke");
        desk.send(&twice);
        assert_eq!(movements(&app), before);
        assert!(desk.page.contains("1 von 3"));
        // Finishing by a double click neither: the second one must not open a new visit.
        let (event, visit) = (desk.hidden("event_id"), desk.hidden("visit"));
        let finish = [("event_id", event.as_str()), ("visit", visit.as_str()), ("code", card.as_str())];
        desk.send(&finish).says("ok", "Fertig: 1 Teil ausgegeben");
        desk.send(&finish).says("ok", "Fertig: 1 Teil ausgegeben");
        assert_eq!(app.sql("SELECT COUNT(*) FROM visits"), "1");
        app.assert_sound();
    }

    items_may_come_before_the_card_and_mistakes_are_undone => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "104", 1)]);
        let client = app.signed_in(Role::Volunteer);
        let labels = app.labels(2);
        take_in(&client, &labels);
        let mut desk = Desk::open(&client, "/desk/handout");
        desk.scan(labels[0]).says("again", "1 Teil liegt bereit");
        assert!(desk.page.contains("Wartet auf die Karte"));
        desk.scan(card).says("ok", "1 Person");
        desk.scan(labels[1]).says("ok", "Winterjacke").press(Command::Undo).says("ok", "Zurückgenommen");
        assert!(desk.page.contains("data-reversed"));
        desk.press(Command::Finish).says("ok", "Fertig: 1 Teil");

        desk.scan(card).scan(labels[0]).says("again", "Schon ausgegeben am");
        assert!(desk.page.contains("data-question") && desk.page.contains("F2"));
        desk.scan(labels[1]).says("stop", "Erst die Frage beantworten");
        desk.press(Command::Cancel).says("ok", "Nein: nichts gebucht");
        desk.press(Command::Finish);

        let mut returns = Desk::open(&client, "/desk/return");
        returns.scan(labels[0]).says("ok", "Zurück:");
        assert_eq!(app.sql("SELECT got FROM needs"), "0");
        app.assert_sound();
    }

    an_old_page_books_nothing_for_the_wrong_household => |app| {
        let (_, first) = app.household();
        let (_, second) = app.household();
        let client = app.signed_in(Role::Volunteer);
        let labels = app.labels(1);
        take_in(&client, &labels);
        let mut left = Desk::open(&client, "/desk/handout");
        left.scan(first).says("ok", "1 Person");
        let mut right = Desk::open(&client, "/desk/handout");
        right.scan(second).says("ok", "1 Person");
        let before = movements(&app);
        left.scan(labels[0]).says("stop", "Fenster war nicht aktuell");
        assert_eq!(movements(&app), before);
        left.scan(labels[0]).says("ok", "Winterjacke");
    }

    the_intake_desk_shows_no_household => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "104", 3)]);
        let client = app.signed_in(Role::Volunteer);
        Desk::open(&client, "/desk/handout").scan(card);
        let mut desk = Desk::open(&client, "/desk/intake");
        assert!(!desk.page.contains(&card.printed()) && !desk.page.contains("von 3"));
        desk.scan(card).says("stop", "Für Karten: Modus Ausgabe");
        assert!(!desk.page.contains(&card.printed()) && !desk.page.contains(&household.to_string()));
    }

    a_desk_shows_card_people_and_needs_but_no_name => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.post_form("/households", &[("nickname", "Ella"), ("note", "Klingel defekt"), ("area", "58762")]);
        let page = page.expect(303).location.expect("a page");
        let member = app.sql("SELECT id FROM members");
        let need = [("product", "winterjacke"), ("member", member.as_str()), ("wanted", "1")];
        coordinator.post_form(&format!("{page}/needs"), &need).expect(303);
        let card: Code = app.sql("SELECT code FROM labels WHERE kind = 'card'").parse().expect("a card");
        let client = app.signed_in(Role::Volunteer);
        let mut desk = Desk::open(&client, "/desk/handout");
        desk.scan(card).says("ok", "1 Person");
        assert!(desk.page.contains(&card.printed()) && desk.page.contains("Winterjacke"));
        for secret in ["Ella", "Klingel", "58762"] {
            assert!(!desk.page.contains(secret), "{secret}");
        }
    }
}

#[test]
fn only_who_may_scan_gets_to_a_desk() {
    let app = TestApp::new();
    for role in [Role::Mentor, Role::Treasurer, Role::Admin] {
        let client = app.signed_in(role);
        for path in ["/desk/handout", "/desk/return", "/desk/intake"] {
            client.get(path).expect(403);
            client.post_form(path, &[("code", "XEND000002")]).expect(403);
        }
    }
    app.visitor().get("/desk/handout").expect(303);
}

#[test]
fn odd_input_is_answered_with_a_page() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let long = "A".repeat(5000);
    for code in
        ["", " ", "xx", "4006381333931", "A7F39MXT4D", "K7F39MXT4E", "<script>alert(1)</script>", "\u{202e}KX", &long]
    {
        for path in ["/desk/handout", "/desk/return", "/desk/intake"] {
            let event = Uuid::now_v7().to_string();
            let fields = [("event_id", event.as_str()), ("code", code), ("visit", "?"), ("waited", "-1"), ("cut", "Q")];
            let page = client.post_form(path, &fields).expect(200).text();
            assert!(!page.contains("<script>alert"), "{path} {code}");
        }
    }
    client.post_form("/desk/handout", &[("action", "size:104"), ("event_id", "no uuid")]).expect(200);
    client.post_form("/desk/intake", &[("action", "product:raumschiff:1")]).expect(200);
}
