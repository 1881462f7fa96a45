//! A household with nothing but a card and one size goes through every flow (law reference 2.5, requirement P2).

use gabentisch::domain::rights::Role;
use gabentisch::domain::session::Audience;

use crate::allocation::{hidden, in_stock};
use crate::bookings::day;
use crate::sessions::make_today;
use crate::support::both;

both! {
    a_card_and_a_size_are_enough_for_everything => |app| {
        let lead = app.signed_in(Role::Coordinator);
        let made = lead.post_form("/households", &[("cut", "K"), ("size_clothes", "104")]).expect(303);
        let page = made.location.expect("the household's page").split('?').next().expect("a path").to_owned();
        let id = page.rsplit('/').next().expect("an id").to_owned();
        let card = app.sql(&format!("SELECT code FROM labels WHERE subject = '{id}'"));
        let member = app.sql("SELECT id FROM members");
        assert_eq!(app.sql("SELECT area, lang, note, contact_name, contact_email, contact_phone FROM households"), "|||||");
        assert_eq!(app.sql("SELECT nickname, age_band, COALESCE(birth_month, '') FROM members"), "||");

        // The list: from templates and by hand, on the page and on paper.
        lead.post_form(&format!("{page}/fill"), &[("fill", &format!("clothing:{member}"))]).expect(303);
        lead.post_form(&format!("{page}/fill"), &[("fill", "home")]).expect(303);
        let coat = [("product", "regenjacke"), ("size", "104"), ("cut", "K"), ("wanted", "1")];
        lead.post_form(&format!("{page}/needs"), &coat).expect(303);
        for path in ["", "/edit", "/list", "/fill?fill=hygiene", "/needs/new"] {
            lead.get(&format!("{page}{path}")).expect(200);
        }
        app.add_user("kim", Role::Mentor);
        let kim = app.sql("SELECT id FROM users WHERE name = 'kim'");
        lead.post_form(&format!("{page}/mentors"), &[("mentor", &kim)]).expect(303);
        let mentor = app.sign_in("kim");
        assert!(mentor.get(&page).expect(200).text().contains("Regenjacke"));

        // A fair share: proposed, confirmed, fetched.
        in_stock(&app, "regenjacke", "104", 1);
        let proposal = lead.get("/allocation").expect(200).text();
        assert!(proposal.contains("Regenjacke"), "{proposal}");
        lead.post_form("/allocation", &[("all", "yes"), ("seen", &hidden(&proposal, "seen"))]).expect(303);
        let volunteer = app.signed_in(Role::Volunteer);
        let list = volunteer.get("/pick").expect(200).text();
        let fetched = [("action", "picked"), ("item", &hidden(&list, "item")), ("version", &hidden(&list, "version"))];
        volunteer.post_form("/pick", &fetched).expect(303);
        assert_eq!(app.sql("SELECT state FROM items"), "reserved");
        mentor.post_form(&format!("{page}/vouchers"), &[("name", "")]).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM proxy_items"), "1");

        // Its own page, and a time.
        let slip = lead.post_form(&format!("{page}/pin"), &[("version", "1")]).expect(200).text();
        let pin: String = slip.split("id=\"pin\"").nth(1).map(|rest| {
            rest.chars().skip_while(|c| *c != '>').filter(char::is_ascii_digit).take(6).collect()
        }).unwrap_or_else(|| panic!("no PIN: {slip}"));
        let phone = app.visitor();
        phone.post_form("/h", &[("card", &card), ("pin", &pin)]).expect(303);
        for path in ["/h/list", "/h/ask", "/h/ready", "/h/time", "/h/me", "/h/print"] {
            phone.get(path).expect(200);
        }
        assert!(phone.get("/h/ready").text().contains("104"));
        let (session, slot) = day(&app, 5, Audience::Everybody);
        phone.post_form("/h/time", &[("slot", &slot.to_string())]).expect(303);
        assert_eq!(app.sql("SELECT state, booked_by FROM bookings"), "booked|household");

        // The day: welcomed, called, served, counted.
        make_today(&app, session);
        app.sql("UPDATE sessions SET state = 'open'");
        let at = session.to_string();
        volunteer.post_form("/queue", &[("session", &at), ("code", &card)]).expect(303);
        volunteer.post_form("/queue", &[("session", &at), ("action", "next"), ("desk", "Tisch 1")]).expect(303);
        let mut scanner = app.scanner();
        let label = app.sql("SELECT label FROM items");
        assert_eq!(scanner.scan("handout", &card)["outcome"], "applied");
        assert_eq!(scanner.scan("handout", &label)["outcome"], "applied");
        assert_eq!(scanner.scan("handout", &card)["outcome"], "applied");
        assert_eq!(app.sql("SELECT state FROM items"), "handed_out");
        assert_eq!(app.sql("SELECT state FROM needs WHERE product_code = 'regenjacke'"), "fulfilled");
        assert_eq!(app.sql("SELECT state FROM bookings"), "served");
        lead.get("/missing").expect(200);
        lead.get("/figures").expect(200);
        app.assert_sound();
    }
}
