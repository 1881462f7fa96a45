//! `/wanted`: what everybody may see. Levels only, once a day, and never a household.

use std::sync::{Arc, Mutex};

use gabentisch::actions::{Clock, Dice, House, wanted};
use gabentisch::domain::rights::Role;
use gabentisch::domain::wanted::SHOWN_FROM;
use gabentisch::settings::Settings;
use gabentisch::store::{DatabaseUrl, Store};
use jiff::ToSpan;
use serde_json::Value;

use crate::support::{Answer, Backend, TestApp, both};

/// The same house with a clock that can be set: nights pass as the test wants them to.
struct Nights {
    house: Arc<House>,
    night: i64,
}

impl Nights {
    fn of(app: &TestApp) -> Nights {
        // The house publishes for the first time as soon as it opens.
        while app.sql("SELECT COUNT(*) FROM publications") == "0" {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let url: DatabaseUrl = app.database.parse().expect("an address");
        let zone = Settings::default().time_zone().expect("a zone");
        let clock = Clock::Set(Mutex::new(app.house.now()));
        let house = House::open(Store::open(&url).expect("a database"), zone, clock, Dice::System).expect("a house");
        Nights { house: Arc::new(house), night: 0 }
    }

    /// The next night at four.
    fn pass(&mut self) {
        self.night += 1;
        let day = jiff::Timestamp::now().to_zoned(self.house.zone().clone()).date();
        let day = day.checked_add(self.night.days()).expect("a day");
        let four = day.at(4, 0, 0, 0).to_zoned(self.house.zone().clone()).expect("a moment").timestamp();
        self.house.set_now(four);
        assert!(wanted::publish_if_due(&self.house).expect("a publication"));
        assert!(!wanted::publish_if_due(&self.house).expect("no second one"));
    }
}

fn list(app: &TestApp) -> Value {
    serde_json::from_str(&app.visitor().get("/wanted.json").expect(200).text()).expect("JSON")
}

fn header(answer: &Answer, name: &str) -> Option<String> {
    Some(answer.headers.get(name)?.to_str().ok()?.to_owned())
}

/// What the page says of a product: level and sizes.
fn said(app: &TestApp, product: &str) -> Option<(String, Vec<String>)> {
    let list = list(app);
    let item = list["items"].as_array()?.iter().find(|item| item["product"] == product)?.clone();
    let sizes = item["sizes"].as_array()?.iter().filter_map(|size| Some(size["size"].as_str()?.to_owned())).collect();
    Some((item["level"].as_str()?.to_owned(), sizes))
}

fn households(app: &TestApp, count: i64, product: &str, size: &str) {
    for _ in 0..count {
        let (household, _) = app.household();
        app.needs(household, &[(product, size, 2)]);
    }
}

both! {
    a_household_alone_changes_nothing => |app| {
        let mut nights = Nights::of(&app);
        // One after the other: nobody sees the first eight come, each alone.
        for _ in 0..4 {
            households(&app, 1, "jeans", "104");
            nights.pass();
            assert_eq!(said(&app, "jeans"), None);
        }
        let before = list(&app);
        households(&app, 1, "jeans", "104");
        // Between two publications nothing moves, whatever happens in the house.
        assert_eq!(list(&app), before);
        nights.pass();
        assert_eq!(said(&app, "jeans"), None, "five stand behind it, but the fifth came alone");
        households(&app, SHOWN_FROM - 5, "jeans", "104");
        nights.pass();
        assert_eq!(said(&app, "jeans"), None, "four more are fewer than five");
        households(&app, 1, "jeans", "104");
        nights.pass();
        assert_eq!(said(&app, "jeans"), Some(("urgent".into(), vec!["104".into()])));
        // One goes, another goes: the page stays, until five have gone.
        let gone = |count: usize| {
            app.sql(&format!(
                "UPDATE households SET state = 'left' WHERE id IN (SELECT id FROM households WHERE state = 'active' ORDER BY id LIMIT {count})"
            ))
        };
        for _ in 0..4 {
            gone(1);
            nights.pass();
            assert_eq!(said(&app, "jeans").map(|(level, _)| level), Some("urgent".to_owned()));
        }
        gone(1);
        nights.pass();
        assert_eq!(said(&app, "jeans"), None);
    }
    a_visit_alone_changes_nothing => |app| {
        let mut nights = Nights::of(&app);
        households(&app, 12, "jeans", "104");
        let label = app.labels(1)[0];
        app.scanner().send(crate::support::Event::new("intake", label).with("quantity", 16).field("product", "jeans").field("size", "104"));
        nights.pass();
        assert_eq!(said(&app, "jeans").map(|(level, _)| level), Some("needed".to_owned()), "15 of 25 are there");
        let before = list(&app)["items"].clone();
        // One household fetches all that is there.
        app.sql("UPDATE items SET state = 'handed_out' WHERE product_code = 'jeans'");
        app.sql("UPDATE needs SET got = 2, state = 'fulfilled' WHERE id IN (SELECT id FROM needs ORDER BY id LIMIT 1)");
        nights.pass();
        assert_eq!(list(&app)["items"], before);
    }
    sizes_need_households_and_special_things_need_a_person => |app| {
        let mut nights = Nights::of(&app);
        households(&app, 12, "jeans", "104");
        households(&app, 3, "jeans", "164");
        let special = gabentisch::domain::catalogue::Catalogue::shipped().products();
        let special = special.iter().find(|product| product.special).expect("one").code.to_string();
        households(&app, 15, &special, "");
        nights.pass();
        assert_eq!(said(&app, "jeans"), Some(("urgent".into(), vec!["104".into()])), "164 is somebody's");
        assert_eq!(said(&app, &special), None);
        let text = app.visitor().get("/wanted.json").expect(200).text() + &app.visitor().get("/wanted").expect(200).text();
        assert!(!text.contains("164") && !text.contains("households"), "{text}");

        // A person's marks hold at once and come first.
        let coordinator = app.signed_in(Role::Coordinator);
        let mark = |product: &str, sizes: &str, mark: &str| {
            coordinator.post_form("/missing/public/mark", &[("product", product), ("sizes", sizes), ("mark", mark)])
        };
        mark(&special, "M, L", "welcome").expect(303);
        assert_eq!(said(&app, &special), Some(("needed".into(), vec!["M".into(), "L".into()])));
        mark("Jeans", "", "not_now").expect(303);
        assert_eq!(said(&app, "jeans"), Some(("enough".into(), vec![])));
        mark("jeans", "", "none").expect(303);
        assert_eq!(said(&app, "jeans"), Some(("urgent".into(), vec!["104".into()])));
        let wrong = mark("Quatschkram", "", "welcome").expect(422).text();
        assert!(wrong.contains("Quatschkram"), "{wrong}");
        mark("socken", &"9".repeat(61), "welcome").expect(422);
        // The coordinator sees exactly that list.
        let preview = coordinator.get("/missing/public").expect(200).text();
        let public = app.visitor().get("/wanted").expect(200).text();
        let part = |page: &str| {
            let begin = page.find("<section class=\"wishes-of\"").expect("a list");
            let end = page.rfind("</ul>\n</section>").expect("its end");
            page[begin..end].split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert!(preview.contains("wishes-of") && part(&preview).starts_with(&part(&public)), "{preview}");
    }
    the_feed_tells_what_changed => |app| {
        let mut nights = Nights::of(&app);
        households(&app, 12, "jeans", "104");
        nights.pass();
        nights.pass();
        app.sql("UPDATE households SET state = 'left'");
        nights.pass();
        let feed = app.visitor().get("/wanted.rss?lang=de").expect(200);
        let text = feed.text();
        let channel = rss::Channel::read_from(text.as_bytes()).expect("a feed");
        let said: Vec<&str> = channel.items.iter().filter_map(|item| item.description.as_deref()).collect();
        assert_eq!(said, ["Nicht mehr auf der Liste: Jeans.", "Dringend gebraucht: Jeans."], "{text}");
        if app.backend == Backend::Sqlite {
            // What is another in every run is left out.
            let mut text = text.replace(&app.url, "http://[host]");
            for moment in channel.items.iter().filter_map(|item| item.pub_date.as_deref()) {
                text = text.replace(moment, "[moment]");
            }
            let today = app.house.today();
            for day in (0..5).filter_map(|days: i64| today.checked_add(days.days()).ok()) {
                text = text.replace(&day.strftime("%d.%m.%Y").to_string(), "[day]");
                text = text.replace(&day.strftime("%-d. %B %Y").to_string(), "[day]").replace(&day.to_string(), "[day]");
            }
            insta::assert_snapshot!("wanted_rss", text.replace("><", ">\n<"));
        }
    }
    the_words_of_the_page_are_kept_by_the_coordinator => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let save = |version: &str, text: &str| {
            coordinator.post_form("/missing/public/words", &[("version", version), ("bring-de", text), ("refuse-ar", "لا شيء")])
        };
        save("0", "Gabengasse 3,\nsamstags 10 bis 12 Uhr").expect(303);
        let page = app.visitor().get("/wanted?lang=en").expect(200).text();
        assert!(page.contains("samstags 10 bis 12 Uhr") && !page.contains("لا شيء"), "{page}");
        assert!(app.visitor().get("/wanted?lang=ar").expect(200).text().contains("لا شيء"));
        let clash = save("0", "Anders").expect(422).text();
        assert!(clash.contains("Anders") && clash.contains("value=\"1\""), "{clash}");
        let long = "x".repeat(601);
        assert!(save("1", &long).expect(422).text().contains(&long));
        assert!(app.visitor().get("/wanted").expect(200).text().contains("samstags 10 bis 12 Uhr"));
        save("1", "<script>alert(1)</script>").expect(303);
        assert!(!app.visitor().get("/wanted").expect(200).text().contains("<script"));
    }
}

#[test]
fn everybody_may_keep_a_copy_and_only_the_list_may_be_framed() {
    let app = TestApp::new();
    let coordinator = app.signed_in(Role::Coordinator);
    for visitor in [&app.visitor(), &coordinator] {
        for path in ["/wanted", "/wanted.json", "/wanted.rss", "/wanted/embed", "/wanted/poster.pdf"] {
            let answer = visitor.get(path).expect(200);
            assert_eq!(header(&answer, "set-cookie"), None, "{path}");
            assert!(header(&answer, "cache-control").is_some_and(|kept| kept.starts_with("public")), "{path}");
            let policy = header(&answer, "content-security-policy").unwrap_or_default();
            if path == "/wanted/embed" {
                assert!(policy.contains("frame-ancestors *;") && !policy.contains("script-src"), "{policy}");
                assert_eq!(header(&answer, "x-frame-options"), None);
            } else {
                assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
                assert_eq!(header(&answer, "x-frame-options").as_deref(), Some("DENY"), "{path}");
            }
        }
    }
    let page = app.visitor().get("/wanted").expect(200).text();
    assert!(page.contains("og:description") && !page.contains("<script"), "{page}");
    let own = TestApp::with(Backend::Sqlite, |settings| {
        settings.embed_hosts = vec!["https://www.stadt.example".to_owned()];
        settings.public_url = "https://gaben.example/".to_owned();
    });
    let answer = own.visitor().get("/wanted/embed").expect(200);
    let policy = header(&answer, "content-security-policy").unwrap_or_default();
    assert!(policy.contains("frame-ancestors https://www.stadt.example;"), "{policy}");
    assert!(own.visitor().get("/wanted").expect(200).text().contains("https://gaben.example/wanted?lang=uk"));
    let none = TestApp::with(Backend::Sqlite, |settings| settings.embed_hosts = Vec::new());
    let answer = none.visitor().get("/wanted/embed").expect(200);
    assert_eq!(header(&answer, "x-frame-options").as_deref(), Some("DENY"));
}

#[test]
fn the_poster_has_a_square_that_leads_to_the_page() {
    let app = TestApp::with(Backend::Sqlite, |settings| settings.public_url = "https://gaben.example".to_owned());
    let coordinator = app.signed_in(Role::Coordinator);
    for product in ["socken", "winterjacke", "schlafanzug"] {
        let fields = [("product", product), ("sizes", "39–42"), ("mark", "welcome")];
        coordinator.post_form("/missing/public/mark", &fields).expect(303);
    }
    for lang in ["de", "en", "uk", "ar"] {
        let file = app.visitor().get(&format!("/wanted/poster.pdf?lang={lang}")).expect(200).body;
        let picture = picture_of(&app, &file);
        let read = gabentisch::qr::read::read_codes(&picture);
        assert_eq!(read.first().map(|found| found.text.as_str()), Some("https://gaben.example/wanted"), "{lang}");
    }
}

/// The first page as a picture, as a printer with 150 dots to the inch has it.
fn picture_of(app: &TestApp, file: &[u8]) -> image::GrayImage {
    let (pdf, stem) = (app.folder().join("poster.pdf"), app.folder().join("poster"));
    std::fs::write(&pdf, file).expect("a file");
    let out = std::process::Command::new("pdftoppm")
        .args(["-r", "150", "-gray", "-png", "-singlefile"])
        .args([&pdf, &stem])
        .output()
        .expect("pdftoppm is installed (poppler-utils)");
    assert!(out.status.success(), "{out:?}");
    image::open(stem.with_extension("png")).expect("a picture").to_luma8()
}
