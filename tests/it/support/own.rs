//! A household that uses its own page: two people, a list, a piece that lies ready, a day to come.

use gabentisch::actions::fill_needs::{self, Fill};
use gabentisch::actions::register_household::{self, NewHousehold, NewMember};
use gabentisch::actions::sessions::{self, NewSession};
use gabentisch::actions::{arrange_locations, own_page_pin};
use gabentisch::codes::{Code, Command};
use gabentisch::domain::HouseholdId;
use gabentisch::domain::catalogue::Cut;
use gabentisch::domain::session::Audience;
use jiff::civil::time;

use super::{Client, TestApp};

pub struct Family {
    pub id: HouseholdId,
    pub card: Code,
    pub pin: String,
}

impl Family {
    /// Nothing but a card and a PIN.
    pub fn bare(app: &TestApp) -> Family {
        let (id, card) = app.household();
        Family { id, card, pin: own_page_pin::set(&app.house, &app.caretaker(), id).expect("a PIN") }
    }

    /// A mother and a child with a list; a winter jacket lies ready for the child, a few things were handed out.
    pub fn with_a_list(app: &TestApp) -> Family {
        let member = |nickname: &str, band: &str, cut, size: &str| NewMember {
            nickname: nickname.to_owned(),
            age_band: band.to_owned(),
            cut: Some(cut),
            sizes: [("clothes", size), ("shoes", if band == "adult" { "39" } else { "27" })]
                .map(|(what, size)| (what.to_owned(), size.to_owned()))
                .into(),
            ..NewMember::default()
        };
        let members = vec![member("Probina", "adult", Cut::W, "40"), member("Testo", "child_small", Cut::K, "104")];
        let new = NewHousehold { area: "Probehausen".to_owned(), members, ..NewHousehold::default() };
        let (id, card) = register_household::new(&app.house, &app.caretaker(), new).expect("a household");
        let pin = own_page_pin::set(&app.house, &app.caretaker(), id).expect("a PIN");
        let child =
            app.house.store().read(|db| gabentisch::store::members::of_household(db, id)).expect("people")[1].id;
        fill_needs::fill_from_template(&app.house, &app.caretaker(), id, Fill::Clothing(child)).expect("a list");
        app.needs(id, &[("handtuch", "", 4), ("topf", "", 2)]);
        let (pickup, _) = app.shelf(&format!("Abholregal {card}"));
        arrange_locations::set_pickup(&app.house, &app.caretaker(), pickup, 1, true).expect("a shelf");
        let labels = app.labels(4);
        let mut scanner = app.scanner();
        let event = super::Event::new("intake", labels[0]).field("product", "uebergangsjacke");
        let offered = scanner.send(event.field("size", "104").field("cut", "K"));
        assert_eq!(offered["offers"], true, "{offered}");
        scanner.command("intake", Command::Yes);
        for label in &labels[1..] {
            scanner.take_in(label, "handtuch", "", None);
        }
        scanner.scan("handout", card);
        for label in &labels[1..3] {
            scanner.scan("handout", label);
        }
        scanner.command("handout", Command::Finish);
        Family { id, card, pin }
    }

    /// A browser that opened the page.
    pub fn opened(&self, app: &TestApp) -> Client {
        let client = app.visitor();
        let answer = self.try_to_enter(&client, &self.pin);
        assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/h/list")), "{}", answer.text());
        client
    }

    pub fn try_to_enter(&self, client: &Client, pin: &str) -> super::Answer {
        client.post_form("/h", &[("card", self.card.as_str()), ("pin", pin)])
    }
}

/// A day of handing out in a week, with slots of half an hour; the first ones for families with babies.
pub fn a_day(app: &TestApp, audience: Audience, capacity: i32) {
    let day = app.house.today().checked_add(jiff::Span::new().days(7)).expect("a day");
    let place = app.shelf("Ausgabe Marktplatz").0;
    let new = NewSession {
        title: "Ausgabetag".to_owned(),
        location: Some(place),
        day,
        from: time(14, 0, 0, 0),
        to: time(16, 0, 0, 0),
        minutes: 30,
        capacity,
        audience,
        pauses: Vec::new(),
        weeks: 1,
    };
    sessions::plan(&app.house, &app.caretaker(), new).expect("a day");
}
