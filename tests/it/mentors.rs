//! Mentors see their own households and nothing of others, from the first moment of a link to the last and not a second longer.

use gabentisch::actions::link_mentor::{self, Span};
use gabentisch::codes::Code;
use gabentisch::domain::rights::{Right, Role};
use gabentisch::domain::{HouseholdId, UserId};
use gabentisch::web::Access;
use gabentisch::web::routes::ROUTES;
use jiff::{SignedDuration, Timestamp};

use crate::bookings::day;
use crate::support::{Answer, Backend, Client, Event, TestApp, both};

/// One request that says something about a household or does something for it.
struct Probe {
    pattern: &'static str,
    method: &'static str,
    path: String,
    fields: Vec<(&'static str, String)>,
}

impl Probe {
    fn send(&self, client: &Client) -> Answer {
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        match self.method {
            "get" => client.get(&self.path),
            _ => client.post_form(&self.path, &fields),
        }
    }
}

/// Whatever a mentor made or saw of a household: the ids that a browser with open pages still knows.
#[derive(Clone)]
struct Known {
    household: String,
    need: String,
    proxy: String,
    voucher: String,
    note: String,
    deed: String,
    slot: String,
    booking: String,
    consent: String,
}

impl Known {
    /// The same names of things that never were.
    fn never() -> Known {
        let id = || uuid::Uuid::now_v7().to_string();
        Known {
            household: id(),
            need: id(),
            proxy: id(),
            voucher: id(),
            note: id(),
            deed: id(),
            slot: id(),
            booking: id(),
            consent: id(),
        }
    }

    fn all(&self) -> [&String; 9] {
        [
            &self.household,
            &self.need,
            &self.proxy,
            &self.voucher,
            &self.note,
            &self.deed,
            &self.slot,
            &self.booking,
            &self.consent,
        ]
    }

    /// A page without the ids that stand in it.
    fn without_ids(&self, text: &str) -> String {
        self.all().into_iter().fold(text.to_owned(), |text, id| text.replace(id.as_str(), "#"))
    }

    /// Every request that is about the household. A route that a mentor may use and that names a thing stands here, or the
    /// test fails: so a route that is added later is looked at too.
    fn probes(&self) -> Vec<Probe> {
        let version = || vec![("version", "1".to_owned())];
        let mut probes: Vec<Probe> = Vec::new();
        for (method, pattern, access) in ROUTES {
            let names_something = pattern.contains('{') || matches!(*pattern, "/notes");
            if !names_something || !concerns_mentors(*access) {
                continue;
            }
            let fields = match (*method, *pattern) {
                ("get", _) => Vec::new(),
                (_, "/households/{id}/fill") => vec![("fill", "home".to_owned())],
                (_, "/households/{id}/consents") => vec![("channel", "said".to_owned())],
                (_, "/households/{id}/needs") => {
                    vec![("product", "handtuch".to_owned()), ("wanted", "1".to_owned())]
                }
                (_, "/households/{id}/proxies") => vec![("name", "Oma".to_owned())],
                (_, "/households/{id}/vouchers") => vec![("name", String::new())],
                (_, "/households/{id}/times") => vec![("slot", self.slot.clone())],
                (_, "/households/{id}/times/cancel") => vec![("booking", self.booking.clone())],
                (_, "/notes") => vec![
                    ("kind", "household".to_owned()),
                    ("subject", self.household.clone()),
                    ("body", "Kommt mit Kinderwagen.".to_owned()),
                    ("back", "/".to_owned()),
                ],
                (_, "/notes/{id}") => {
                    vec![("version", "1".to_owned()), ("body", "Kommt zu zweit.".to_owned()), ("back", "/".to_owned())]
                }
                (_, "/notes/{id}/delete") => vec![("version", "1".to_owned()), ("back", "/".to_owned())],
                (_, "/deeds/{id}/undo") => vec![("back", "/".to_owned())],
                _ => version(),
            };
            let own = match *pattern {
                "/notes/{id}" | "/notes/{id}/delete" => &self.note,
                "/deeds/{id}" | "/deeds/{id}/undo" => &self.deed,
                _ => &self.household,
            };
            let proxy = if pattern.contains("/vouchers/") { &self.voucher } else { &self.proxy };
            let path = pattern.replace("{id}", own).replace("{need}", &self.need).replace("{proxy}", proxy);
            let path = path.replace("{booking}", &self.booking).replace("{slot}", &self.slot);
            let path = path.replace("{consent}", &self.consent);
            // What is to be filled in stands in the address.
            let asks = (*method, *pattern) == ("get", "/households/{id}/fill");
            let path = if asks { path + "?fill=home" } else { path };
            assert!(!path.contains('{'), "{method} {pattern}: say in Known what its names stand for");
            probes.push(Probe { pattern, method, path, fields });
        }
        probes
    }
}

/// Whether a route is a mentor's for the sake of a household, or everybody's who is signed in.
fn concerns_mentors(access: Access) -> bool {
    match access {
        Access::SignedIn => true,
        Access::Any(rights) | Access::Scanner(rights) => rights.iter().any(|right| Role::Mentor.may(*right)),
        _ => false,
    }
}

/// A household with a line, a piece that lies ready, a proxy, a voucher, a note, a booking, all made by its mentor.
fn lived_in(app: &TestApp, household: HouseholdId, mentor: &Client) -> Known {
    let page = format!("/households/{household}");
    let post = |path: &str, fields: &[(&str, &str)]| {
        mentor.post_form(path, fields).expect(303);
    };
    post(&format!("{page}/needs"), &[("product", "winterjacke"), ("size", "104"), ("wanted", "1")]);
    lay_aside(app);
    post(&format!("{page}/consents"), &[("channel", "said")]);
    post(&format!("{page}/proxies"), &[("name", "Nachbarin")]);
    post(&format!("{page}/vouchers"), &[("name", "")]);
    let household_id = household.to_string();
    let note = [("kind", "household"), ("subject", household_id.as_str()), ("body", "Klingel kaputt."), ("back", "/")];
    post("/notes", &note);
    let (_, slot) = day(app, 5, gabentisch::domain::session::Audience::Everybody);
    post(&format!("{page}/times"), &[("slot", &slot.to_string())]);
    let user = app.sql("SELECT id FROM users WHERE name = 'kim'");
    let deed = format!("SELECT id FROM deeds WHERE actor_id = '{user}' AND undo <> '' ORDER BY done_at DESC LIMIT 1");
    Known {
        need: app.sql(&format!("SELECT id FROM needs WHERE household_id = '{household}'")),
        proxy: app.sql("SELECT id FROM proxies WHERE kind = 'always'"),
        voucher: app.sql("SELECT id FROM proxies WHERE kind = 'once'"),
        note: app.sql("SELECT id FROM notes"),
        deed: app.sql(&deed),
        booking: app.sql("SELECT id FROM bookings"),
        consent: app.sql("SELECT id FROM consents"),
        slot: slot.to_string(),
        household: household_id,
    }
}

/// A piece that the line asks for is laid aside at the intake.
pub fn lay_aside(app: &TestApp) -> Code {
    let label = app.labels(1)[0];
    let mut scanner = app.scanner();
    // By the house's clock, which may be set.
    let now = app.house.now().to_string();
    let taken = Event::new("intake", label).field("product", "winterjacke").field("size", "104");
    scanner.send(taken.with("occurred_at", now.as_str()));
    scanner.send(Event::new("intake", gabentisch::codes::Command::Yes.code()).with("occurred_at", now));
    assert_eq!(app.sql(&format!("SELECT state FROM items WHERE label = '{label}'")), "reserved");
    label
}

/// Everything answers like a household that never was, and nothing counts or finds it any more.
#[track_caller]
fn assert_gone(mentor: &Client, known: &Known, code: Code) {
    let card = &code.printed();
    let never = Known::never();
    for (probe, unknown) in known.probes().iter().zip(never.probes()) {
        let (answer, expected) = (probe.send(mentor), unknown.send(mentor));
        assert_eq!(expected.status, 404, "{} {}: {}", probe.method, probe.pattern, expected.text());
        assert_eq!(answer.status, 404, "{} {}: {}", probe.method, probe.pattern, answer.text());
        let (told, expected) = (known.without_ids(&answer.text()), never.without_ids(&expected.text()));
        assert_eq!(told, expected, "{} {}", probe.method, probe.pattern);
        assert_eq!(answer.headers.get("cache-control").map(|value| value.as_bytes()), Some(&b"no-store"[..]));
    }
    for path in ["/", "/households", "/search?q=", "/search/suggestions?q=", "/households?q="] {
        let search = path.ends_with("q=");
        let answer = mentor.get(&if search { format!("{path}{code}") } else { path.to_owned() });
        let text = answer.text();
        assert!(answer.status == 200 || answer.status == 404, "{path}: {}", answer.status);
        assert!(!text.contains(&known.household), "{path}: {text}");
        assert!(search || !text.contains(card.as_str()), "{path}: {text}");
        assert!(!text.contains("Winterjacke"), "{path}: {text}");
    }
    let exports: Vec<&str> = ROUTES
        .iter()
        .filter(|(method, pattern, access)| {
            let is_file = [".csv", ".ics", ".pdf", ".xlsx", ".json"].iter().any(|end| pattern.ends_with(end));
            *method == "get" && is_file && !pattern.contains('{') && concerns_mentors(*access)
        })
        .map(|(_, pattern, _)| *pattern)
        .collect();
    for path in exports {
        let text = mentor.get(path).text();
        assert!(!text.contains(card.as_str()) && !text.contains(&known.household), "{path}: {text}");
    }
}

#[track_caller]
fn assert_there(mentor: &Client, known: &Known) {
    // A deed has a page of its own only when it was done to many things, which no mentor does; and no paper is a mentor's.
    let pages = |probe: &&Probe| probe.method == "get" && !["/deeds/{id}", "/papers/{id}"].contains(&probe.pattern);
    for probe in known.probes().iter().filter(pages) {
        assert_eq!(probe.send(mentor).status, 200, "{} {}", probe.method, probe.pattern);
    }
    assert!(mentor.get("/").expect(200).text().contains(&known.household));
}

fn kim(app: &TestApp) -> (UserId, Client) {
    (app.add_user("kim", Role::Mentor), app.sign_in("kim"))
}

both! {
    a_link_that_is_ended_is_over_in_the_same_second_everywhere => |app| {
        let (household, card) = app.household();
        let (kim, mentor) = kim(&app);
        link_mentor::link(&app.house, &app.caretaker(), household, kim).expect("a link");
        let known = lived_in(&app, household, &mentor);
        assert_there(&mentor, &known);
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{household}");
        let after = coordinator.post_form(&format!("{page}/mentors/end"), &[("mentor", &kim.to_string())]).expect(303);
        assert_gone(&mentor, &known, card);
        // The coordinator takes it back, and the household is there again as it was.
        let text = coordinator.get(after.location.expect("a page").split('#').next().unwrap()).expect(200).text();
        let deed = text.split("action=\"/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[("back", &page)]).expect(303);
        assert_there(&mentor, &known);
        app.sql(&format!("UPDATE users SET active = FALSE WHERE id = '{kim}'"));
        assert_ne!(mentor.get(&page).status, 200);
    }

    a_mentor_finds_counts_and_hears_nothing_of_another_mentors_households => |app| {
        let (foreign, card) = app.household();
        let other = app.add_user("alma", Role::Mentor);
        link_mentor::link(&app.house, &app.caretaker(), foreign, other).expect("a link");
        app.needs(foreign, &[("winterjacke", "104", 1)]);
        let (_, mentor) = kim(&app);
        for path in ["/", "/households"] {
            let text = mentor.get(path).expect(200).text();
            assert!(!text.contains(&foreign.to_string()) && !text.contains(&card.printed()), "{text}");
        }
        mentor.get(&format!("/households/{foreign}")).expect(404);
    }

    links_have_days_and_their_changes_are_taken_back => |app| {
        let (household, _) = app.household();
        let (kim, mentor) = kim(&app);
        let coordinator = app.signed_in(Role::Coordinator);
        let page = format!("/households/{household}");
        let (today, id) = (app.house.today(), kim.to_string());
        let day = |days: i64| today.checked_add(jiff::Span::new().days(days)).unwrap().to_string();
        let link = |fields: &[(&str, &str)]| {
            let fields: Vec<_> = [("mentor", id.as_str())].into_iter().chain(fields.iter().copied()).collect();
            coordinator.post_form(&format!("{page}/mentors"), &fields)
        };
        let past = link(&[("until", &day(-1))]).expect(422).text();
        assert!(past.contains("Dieser Tag ist schon vorbei"), "{past}");
        let turned = link(&[("from", &day(9)), ("until", &day(5))]).expect(422).text();
        assert!(turned.contains("Das Ende liegt vor dem Anfang"), "{turned}");
        link(&[("from", &day(3)), ("until", &day(9)), ("may_collect", "yes")]).expect(303);
        mentor.get(&page).expect(404);
        let text = coordinator.get(&page).expect(200).text();
        assert!(text.contains("Probe kim") && text.contains("darf abholen"), "{text}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM mentor_links"), "1");
        link(&[("from", &day(4))]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM mentor_links"), "1", "who is linked for these days is not linked twice");
        // It begins now, by hand in the database; then its last day is moved and moved back.
        app.sql("DELETE FROM mentor_links");
        link(&[]).expect(303);
        mentor.get(&page).expect(200);
        let text = coordinator.get(&page).expect(200).text();
        let value = |name: &str| {
            let rest = text.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a field");
            rest.split('"').next().unwrap().to_owned()
        };
        let (from, to) = (value("link_from"), value("link_to"));
        let until = day(5);
        let change = [
            ("mentor", id.as_str()), ("link_from", &from), ("link_to", &to), ("until", &until), ("may_collect", "yes"),
        ];
        coordinator.post_form(&format!("{page}/mentors/change"), &change).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM mentor_links WHERE to_at IS NOT NULL"), "1");
        coordinator.post_form(&format!("{page}/mentors/change"), &change).expect(409);
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%mentor_changed%'");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[("back", &page)]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM mentor_links WHERE to_at IS NULL"), "1");
        // Taken back as a whole, it never was.
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%mentor_linked%' ORDER BY done_at DESC LIMIT 1");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[("back", &page)]).expect(303);
        mentor.get(&page).expect(404);
    }
}

/// Ten minutes before midnight at the site, whatever the season.
fn before_midnight() -> Timestamp {
    let zone = jiff::tz::TimeZone::get("Europe/Berlin").expect("a zone");
    let today = Timestamp::now().to_zoned(zone.clone()).date();
    let midnight = today.tomorrow().unwrap().to_zoned(zone).unwrap().timestamp();
    midnight - SignedDuration::from_mins(10)
}

fn a_link_whose_last_day_is_over_is_gone_at_midnight(backend: Backend) {
    let evening = before_midnight();
    let app = TestApp::with_clock(backend, evening);
    let (household, card) = app.household();
    let (kim, mentor) = kim(&app);
    let span = Span { until: Some(app.house.today()), ..Span::default() };
    link_mentor::link_for(&app.house, &app.caretaker(), household, kim, span).expect("a link");
    let known = lived_in(&app, household, &mentor);
    app.house.set_now(evening + SignedDuration::from_secs(599));
    assert_there(&mentor, &known);
    app.house.set_now(evening + SignedDuration::from_mins(10));
    assert_gone(&mentor, &known, card);
}

#[test]
fn a_link_is_gone_at_midnight_on_sqlite() {
    a_link_whose_last_day_is_over_is_gone_at_midnight(Backend::Sqlite);
}

#[test]
fn a_link_is_gone_at_midnight_on_postgres() {
    a_link_whose_last_day_is_over_is_gone_at_midnight(Backend::Postgres);
}

/// The walk above looks at what a mentor may use. This says which rights those are, so that a new one is thought about.
#[test]
fn a_mentor_has_these_rights_and_no_other() {
    let rights: Vec<&str> =
        Right::ALL.iter().filter(|right| Role::Mentor.may(**right)).map(|right| right.word()).collect();
    assert_eq!(rights, ["see_own_households", "edit_needs", "book", "name_proxies"]);
}
