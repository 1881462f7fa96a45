//! A city's gifts: custody, lists, decisions, the way back; and that nothing in custody is given out.

use gabentisch::codes::Code;
use gabentisch::domain::IssuerId;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::follow;
use crate::support::{Client, Event, TestApp, both};

/// Somebody who receives gifts, as somebody with access to the database would write it.
pub fn issuer(app: &TestApp, form: &str, name: &str, council_from_cents: &str) -> IssuerId {
    let id = app.house.uuid();
    app.sql(&format!(
        "INSERT INTO issuers (id, form, name, street, postcode, city, fields, keep_years, four_eyes_from_cents, \
         council_from_cents, active, created_at, version) VALUES ('{id}', '{form}', '{name}', 'Rathausplatz 1', '00000', \
         'Beispielstadt', '{{}}', 10, NULL, {council_from_cents}, TRUE, '2026-01-01 00:00:00.000000', 1)"
    ));
    IssuerId(id)
}

/// A gift that is only offered: its address and the code under which its pieces are scanned in.
fn offered(app: &TestApp, staff: &Client, donor: &str, receipt: bool) -> (String, Code) {
    let donor = app.donor(DonorKind::Company, donor).to_string();
    let today = app.house.today().to_string();
    let mut fields = vec![
        ("donor", donor.as_str()),
        ("received_on", &today),
        ("only_offered", "on"),
        ("description", "Zwanzig Jacken"),
    ];
    if receipt {
        fields.push(("receipt_wanted", "on"));
    }
    let (page, at) = follow(staff, staff.post_form("/donations/new", &fields));
    let code = page.split("<bdi>").find(|rest| rest.starts_with('S')).expect("a donation's code");
    (at, code.split('<').next().expect("its end").replace(' ', "").parse().expect("a code"))
}

fn id(at: &str) -> &str {
    at.rsplit('/').next().expect("an id")
}

/// What a donation is worth, written down by hand.
fn worth(app: &TestApp, donation: &str, cents: i64) {
    let line = app.house.uuid();
    app.sql(&format!(
        "INSERT INTO value_lines (id, donation_id, position, description, quantity, identical, age, condition, basis, value_cents, source, \
         version) VALUES ('{line}', '{donation}', 1, 'Jacken', 1, FALSE, '', 'good', 'gemeiner_wert', {cents}, '', 1)"
    ));
}

/// Puts gifts on a new list and gives its address.
fn listed(staff: &Client, issuer: IssuerId, decider: &str, gifts: &[&str]) -> String {
    let issuer = issuer.to_string();
    let mut fields = vec![
        ("issuer", issuer.as_str()),
        ("decider", decider),
        ("title", "Spenden im Herbst"),
        ("purpose", "Kleiderkammer"),
    ];
    fields.extend(gifts.iter().map(|gift| ("gift", *gift)));
    staff.post_form("/council", &fields).expect(303).location.expect("the list")
}

both! {
    a_council_accepts_one_gift_and_sends_another_back => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let empty = treasurer.get("/council").expect(200).text();
        assert!(empty.contains("Noch keine Stadt als Empfänger"), "{empty}");
        let city = issuer(&app, "de/city", "Stadt Beispielstadt", "NULL");
        let (yes, yes_code) = offered(&app, &treasurer, "Jacken Beispiel GmbH", false);
        let (no, no_code) = offered(&app, &treasurer, "Lampen Beispiel GmbH", false);
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[0], "jeans", "", Some(&yes_code));
        scanner.send(Event::new("intake", labels[1]).field("product", "kleid").field("condition", "needs_care").field("donation", yes_code.to_string()));
        scanner.take_in(&labels[2], "jeans", "", Some(&no_code));
        assert_eq!(app.sql("SELECT DISTINCT state FROM items"), "in_custody");
        // No button leads past the council, and nobody can pretend that there was one.
        let page = treasurer.get(&yes).expect(200).text();
        assert!(page.contains("Bitte scannen Sie noch keine Teile") && page.contains("<p><a href=\"/council\">"), "{page}");
        treasurer.post_form(&format!("{yes}/state"), &[("state", "in_custody"), ("version", "2")]).expect(303);
        treasurer.post_form(&format!("{yes}/state"), &[("state", "accepted"), ("version", "3")]).expect(422);
        assert!(!treasurer.get(&yes).expect(200).text().contains("value=\"accepted\""));

        let page = treasurer.get("/council").expect(200).text();
        assert!(page.contains("Jacken Beispiel GmbH") && page.contains("kein Wert gewünscht") && page.contains("Der Rat entscheidet bei jedem Wert"), "{page}");
        let nothing = treasurer.post_form("/council", &[("issuer", &city.to_string()), ("title", "x"), ("purpose", "y")]);
        assert!(nothing.expect(422).text().contains("mindestens ein Geschenk"));
        let at = listed(&treasurer, city, "council", &[id(&yes), id(&no)]);
        let page = treasurer.get(&at).expect(200).text();
        assert!(page.contains("Zwanzig Jacken") && page.contains("Kleiderkammer") && page.contains("2 Geschenke"), "{page}");
        assert!(!page.contains("0,00"), "a sum of no values says nothing: {page}");
        assert!(treasurer.get(&yes).expect(200).text().contains("Steht auf der Liste „Spenden im Herbst“"));
        let twice = treasurer.post_form("/council", &[("issuer", &city.to_string()), ("title", "x"), ("purpose", "y"), ("gift", id(&yes))]);
        assert!(twice.expect(422).text().contains("wartet nicht mehr"));
        let print = treasurer.get(&format!("{at}/list.pdf")).expect(200);
        assert!(print.body.starts_with(b"%PDF"));

        let (today, declined) = (app.house.today().to_string(), format!("gift-{}", id(&no)));
        let tomorrow = app.house.today().tomorrow().expect("a day").to_string();
        for (day, number, sentence) in [(&tomorrow, "VO/1", "liegt in der Zukunft"), (&today, " ", "Nummer des Beschlusses angeben")] {
            let fields = [("version", "1"), ("held_on", day.as_str()), ("reference", number), (&declined, "declined")];
            let page = treasurer.post_form(&format!("{at}/decide"), &fields).expect(422).text();
            assert!(page.contains(sentence), "{sentence}: {page}");
        }
        assert_eq!(app.sql("SELECT DISTINCT state FROM items"), "in_custody", "nothing was half decided");
        let fields = [("version", "1"), ("held_on", today.as_str()), ("reference", "VO/2026/7"), (&declined, "declined")];
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/decide"), &fields));
        assert!(page.contains("VO/2026/7") && page.contains("angenommen") && page.contains("abgelehnt"), "{page}");
        let state_of = |product: &str, donation: &str| app.sql(&format!("SELECT state FROM items WHERE product_code = '{product}' AND donation_id = '{}'", id(donation)));
        assert_eq!(state_of("jeans", &yes), "in_stock");
        assert_eq!(state_of("kleid", &yes), "in_care");
        assert_eq!(state_of("jeans", &no), "transferred");
        assert_eq!(app.sql(&format!("SELECT state FROM donations WHERE id = '{}'", id(&no))), "declined");
        assert_eq!(scanner.take_in(&app.labels(1)[0], "jeans", "", Some(&no_code))["outcome"], "refused");
        // The paper is frozen with the decision and stays what it is.
        let frozen = treasurer.get(&format!("{at}/list.pdf")).expect(303).location.expect("the paper");
        assert!(treasurer.get(&frozen).expect(200).body.starts_with(b"%PDF"));
        app.signed_in(Role::Volunteer).get(&frozen).expect(403);
        treasurer.post_form(&format!("{at}/decide"), &fields).expect(409);

        let year = app.house.today().year();
        let json = treasurer.get(&format!("/reports/council.json?from={today}&to={today}")).expect(200).json();
        let told: Vec<(&str, &str, &str)> = json["rows"].as_array().expect("rows").iter()
            .map(|row| (row["donor"].as_str().unwrap_or(""), row["purpose"].as_str().unwrap_or(""), row["decision"].as_str().unwrap_or("")))
            .collect();
        assert_eq!(told, [("Jacken Beispiel GmbH", "Kleiderkammer", "angenommen"), ("Lampen Beispiel GmbH", "Kleiderkammer", "abgelehnt")]);

        let report = treasurer.get(&format!("/reports/council.json?when={year}")).expect(200).json();
        let told: Vec<_> = report["rows"].as_array().expect("rows").iter().map(|row| (row["donor"].as_str(), row["purpose"].as_str(), row["decision"].as_str())).collect();
        assert_eq!(told, [
            (Some("Jacken Beispiel GmbH"), Some("Kleiderkammer"), Some("angenommen")),
            (Some("Lampen Beispiel GmbH"), Some("Kleiderkammer"), Some("abgelehnt")),
        ], "{report}");
        // What went back to the giver was never passed on by the house.
        let giver = app.sql("SELECT id FROM donors WHERE name = 'Lampen Beispiel GmbH'");
        let days = format!("from={year}-01-01&to={year}-12-31");
        let gifts = treasurer.get(&format!("/donors/{giver}/gifts?{days}")).expect(200).text();
        assert!(!gifts.contains(&no), "{gifts}");

        // Taken back: everything is as it was before.
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%council_decided%'");
        treasurer.post_form(&format!("/deeds/{deed}/undo"), &[]).expect(303);
        assert_eq!(app.sql("SELECT DISTINCT state FROM items"), "in_custody");
        assert_eq!(app.sql("SELECT state FROM council_lists"), "open");
        assert_eq!(app.sql(&format!("SELECT state FROM donations WHERE id = '{}'", id(&yes))), "in_custody");
        app.assert_sound();
    }

    what_is_in_custody_is_for_nobody => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let (_, code) = offered(&app, &treasurer, "Jacken Beispiel GmbH", false);
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "winterjacke", "104", Some(&code));
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "104", 1)]);
        let coordinator = app.signed_in(Role::Coordinator);
        // Nothing is laid aside, by hand or by the nightly proposal.
        let home = coordinator.get("/").expect(200).text();
        assert!(!home.contains("Passendes ist da"), "{home}");
        let allocation = coordinator.get("/allocation").expect(200).text();
        assert!(!allocation.contains("Winterjacke"), "{allocation}");
        let out = app.cli(&["allocate", "--dry-run"]);
        assert!(!String::from_utf8_lossy(&out.stdout).contains(&label.printed()), "{}", String::from_utf8_lossy(&out.stdout));
        // Nobody hands it out, nor tells the household that it is ready.
        scanner.scan("handout", card);
        let verdict = scanner.scan("handout", label);
        assert_eq!(verdict["outcome"], "refused", "{verdict}");
        let ready = coordinator.get(&format!("/households/{household}")).expect(200).text();
        assert!(!ready.contains(&label.printed()), "{ready}");
        assert_eq!(app.sql("SELECT state FROM items"), "in_custody");
        // A desk that is cut off knows it too.
        let snapshot = scanner.client.get("/api/v1/terminal/snapshot").expect(200);
        let text = snapshot.text();
        assert!(text.contains("\"in_custody\""), "the only piece is known as kept: {text}");
        app.assert_sound();
    }

    small_gifts_are_the_mayors_and_values_come_first => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let city = issuer(&app, "de/city", "Stadt Beispielstadt", "10000");
        let (small, _) = offered(&app, &treasurer, "Kleinig Beispiel", true);
        let (large, _) = offered(&app, &treasurer, "Großig Beispiel", true);
        let page = treasurer.get("/council").expect(200).text();
        assert!(page.contains("Hier fehlt noch der Wert") && !page.contains("name=\"gift\""), "{page}");
        let early = treasurer.post_form("/council", &[("issuer", &city.to_string()), ("title", "x"), ("purpose", "y"), ("gift", id(&small))]);
        assert!(early.expect(422).text().contains("zuerst den Wert"));
        worth(&app, id(&small), 9_999);
        worth(&app, id(&large), 10_000);
        let page = treasurer.get("/council").expect(200).text();
        assert!(page.contains("99,99") && page.contains("Bürgermeister allein") && page.contains("Darüber entscheidet der Rat"), "{page}");
        let wrong = [("issuer", &*city.to_string()), ("decider", "mayor"), ("title", "x"), ("purpose", "y"), ("gift", id(&large))];
        assert!(treasurer.post_form("/council", &wrong).expect(422).text().contains("entscheidet der Rat"));
        assert_eq!(app.sql("SELECT COUNT(*) FROM council_lists"), "0");
        let at = listed(&treasurer, city, "mayor", &[id(&small)]);
        assert!(treasurer.get(&at).expect(200).text().contains("Bürgermeister"));
        // The last gift takes the list with it.
        treasurer.post_form(&format!("{at}/remove"), &[("gift", id(&small)), ("version", "9")]).expect(409);
        treasurer.post_form(&format!("{at}/remove"), &[("gift", id(&small)), ("version", "1")]).expect(303);
        treasurer.get(&at).expect(404);
        assert!(treasurer.get("/council").expect(200).text().contains("Kleinig Beispiel"));
    }

    who_receives_a_gift_is_chosen_before_it_comes => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let city = issuer(&app, "de/city", "Stadt Beispielstadt", "NULL").to_string();
        let club = issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL").to_string();
        let (donation, code) = app.donation(app.donor(DonorKind::Private, "Erna Erfunden"));
        let at = format!("/donations/{donation}");
        let state = || app.sql(&format!("SELECT state FROM donations WHERE id = '{donation}'"));
        let choose = |issuer: &str, version: &str| follow(&treasurer, treasurer.post_form(&format!("{at}/receiver"), &[("issuer", issuer), ("version", version)])).0;
        assert!(choose(&city, "1").contains("Empfänger der Spende: Stadt Beispielstadt"));
        assert_eq!(state(), "offered");
        assert!(choose(&club, "2").contains("Kleiderkammer e. V."));
        assert_eq!(state(), "received");
        app.scanner().take_in(&app.labels(1)[0], "jeans", "", Some(&code));
        let page = choose(&city, "3");
        assert!(page.contains("Es sind schon Teile gescannt"), "{page}");
        assert_eq!(state(), "received");
        // Correcting the record leads past no rule of custody.
        let today = app.house.today().to_string();
        let donor = app.sql("SELECT donor_id FROM donations");
        let mut record = vec![("donor", donor.as_str()), ("received_on", &today), ("issuer", &city), ("version", "3")];
        let page = treasurer.post_form(&format!("{at}/edit"), &record).expect(422).text();
        assert!(page.contains("Es sind schon Teile gescannt"), "{page}");
        assert_eq!(state(), "received");
        app.sql("UPDATE items SET state = 'void'");
        record[3] = ("version", "3");
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/edit"), &record));
        assert_eq!(state(), "offered", "a city's gift begins as an offer");
        let undo = page.split("/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button");
        treasurer.post_form(&format!("/deeds/{undo}/undo"), &[("back", &at)]).expect(303);
        assert_eq!(state(), "received");
        app.sql("UPDATE donations SET version = 3");
        app.signed_in(Role::Volunteer).post_form(&format!("{at}/receiver"), &[("issuer", &city), ("version", "3")]).expect(403);
        treasurer.post_form(&format!("{at}/receiver"), &[("issuer", &club), ("version", "1")]).expect(409);
    }

    what_a_city_receives_is_an_offer_whatever_is_ticked => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let city = issuer(&app, "de/city", "Stadt Beispielstadt", "NULL").to_string();
        let (donor, today) = (app.donor(DonorKind::Private, "Erna Erfunden").to_string(), app.house.today().to_string());
        let fields = [("donor", donor.as_str()), ("received_on", &today), ("issuer", &city), ("description", "Zehn Hosen")];
        let (page, at) = follow(&treasurer, treasurer.post_form("/donations/new", &fields));
        let state = |at: &str| app.sql(&format!("SELECT state FROM donations WHERE id = '{}'", id(at)));
        assert_eq!(state(&at), "offered");
        let code = page.split("<bdi>").find(|rest| rest.starts_with('S')).expect("a donation's code");
        let code: Code = code.split('<').next().expect("its end").replace(' ', "").parse().expect("a code");
        app.scanner().take_in(&app.labels(1)[0], "jeans", "", Some(&code));
        assert_eq!(app.sql("SELECT state FROM items"), "in_custody");
        treasurer.post_form(&format!("{at}/state"), &[("state", "received"), ("version", "2")]).expect(422);
        // Announced by a company before anybody said for whom: it goes the same way.
        app.sql(&format!("UPDATE donations SET state = 'draft' WHERE id = '{}'", id(&at)));
        let refused = treasurer.post_form(&format!("{at}/state"), &[("state", "received"), ("version", "2")]).expect(422).text();
        assert!(refused.contains("Erst der Rat nimmt sie an"), "{refused}");
        assert_eq!(state(&at), "draft");
        treasurer.post_form(&format!("{at}/state"), &[("state", "offered"), ("version", "2")]).expect(303);
        assert_eq!(state(&at), "offered");
    }

    what_is_on_a_list_is_not_moved_behind_its_back => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let city = issuer(&app, "de/city", "Stadt Beispielstadt", "NULL");
        let (donation, _) = app.donation(app.donor(DonorKind::Private, "Erna Erfunden"));
        let (at, to) = (format!("/donations/{donation}"), city.to_string());
        treasurer.post_form(&format!("{at}/receiver"), &[("issuer", &to), ("version", "1")]).expect(303);
        let list = listed(&treasurer, city, "council", &[&donation.to_string()]);
        let of_gift = format!("SELECT issuer_id || ' ' || state || ' ' || version FROM donations WHERE id = '{donation}'");
        assert_eq!(app.sql(&of_gift), format!("{city} offered 3"), "to be put on a list is a change");
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%receiver%'");
        treasurer.post_form(&format!("/deeds/{deed}/undo"), &[]);
        assert_eq!(app.sql(&of_gift), format!("{city} offered 3"));
        let today = app.house.today().to_string();
        let fields = [("version", "1"), ("held_on", today.as_str()), ("reference", "VO/2026/8")];
        treasurer.post_form(&format!("{list}/decide"), &fields).expect(303);
        assert_eq!(app.sql(&of_gift), format!("{city} accepted 4"));
        app.assert_sound();
    }
}
