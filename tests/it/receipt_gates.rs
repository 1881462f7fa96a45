//! What may not be got round on the way to a receipt: whose gift it is, who looks at it a second time, what it rests on, and
//! what an issuer is.

use gabentisch::domain::rights::Role;
use jiff::ToSpan;

use crate::receipts::sure;
use crate::support::{Answer, Client, TestApp, both};

const JACKET: &[(&str, &str)] = &[
    ("description", "Winterjacke, Größe 104"),
    ("quantity", "1"),
    ("age", "2 Jahre"),
    ("condition", "good"),
    ("basis", "gemeiner_wert"),
    ("value", "24,51"),
    ("new_price", "89,90"),
    ("source", "Vergleichspreise"),
];

/// The last part of the address that an answer leads to.
#[track_caller]
fn end(answer: Answer) -> String {
    let to = answer.expect(303).location.expect("a place to go on");
    to.rsplit('/').next().expect("an id").to_owned()
}

/// The page behind an answer, wherever it leads.
#[track_caller]
fn land(client: &Client, answer: Answer) -> String {
    let mut next = answer;
    for _ in 0..4 {
        let to = next.expect(303).location.expect("a place to go on");
        next = client.get(&to);
        if next.status == 200 {
            return next.text();
        }
    }
    panic!("it leads nowhere");
}

/// An association and what it is asked for; `limit` is the amount from which a second person agrees.
fn association<'a>(name: &'a str, limit: &'a str, notice: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("form", "de/verein_freistellung"),
        ("name", name),
        ("street", "Am Gabentisch 1"),
        ("postcode", "00000"),
        ("city", "Übungsstadt"),
        ("keep_years", "10"),
        ("four_eyes_from", limit),
        ("purposes", "mildtätiger Zwecke"),
        ("office", "Übungsstadt"),
        ("tax_number", "000/0000/0000"),
        ("notice_date", notice),
        ("period", "2021 bis 2023"),
    ]
}

struct Desk<'a> {
    app: &'a TestApp,
    treasurer: Client,
    second: Client,
    notice: String,
}

impl Desk<'_> {
    fn of(app: &TestApp) -> Desk<'_> {
        let notice = app.house.today().saturating_sub(400.days()).to_string();
        Desk { app, treasurer: app.signed_in(Role::Treasurer), second: app.signed_in(Role::Coordinator), notice }
    }

    fn issuer(&self, name: &str, limit: &str) -> String {
        end(self.treasurer.post_form("/issuers/new", &association(name, limit, &self.notice)))
    }

    /// A private gift of so many jackets with a comparison: what can be issued at once.
    fn gift(&self, jackets: usize) -> String {
        let address = [("street", "Straße der Übung 7"), ("postcode", "00001"), ("city", "Größenwalde")];
        let donor = [&[("kind", "private"), ("name", "Erika Erfunden")][..], &address].concat();
        let donor = end(self.treasurer.post_form("/donors/new", &donor));
        let today = self.app.house.today().to_string();
        let fields = [("donor", donor.as_str()), ("received_on", &today), ("origin", "private")];
        let gift = end(self.treasurer.post_form("/donations/new", &fields));
        for _ in 0..jackets {
            self.treasurer.post_form(&format!("/donations/{gift}/values"), JACKET).expect(303);
        }
        let mut picture = std::io::Cursor::new(Vec::new());
        image::DynamicImage::ImageRgb8(image::RgbImage::new(40, 30))
            .write_to(&mut picture, image::ImageFormat::Png)
            .expect("a picture");
        let head = "--X\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ncomparison\r\n--X\r\n\
                    Content-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n";
        let body = [head.as_bytes(), picture.get_ref(), b"\r\n--X--\r\n"].concat();
        let to = format!("/donations/{gift}/evidence");
        self.treasurer.post_bytes(&to, "multipart/form-data; boundary=X", &body).expect(303);
        gift
    }

    fn draft(&self, gift: &str, issuer: &str, replaces: &str) -> String {
        let fields = [("issuer", issuer), ("replaces", replaces)];
        let to = self.treasurer.post_form(&format!("/donations/{gift}/receipt"), &fields).expect(303).location;
        let receipt = to.expect("the lines").trim_start_matches("/receipts/").trim_end_matches("/lines").to_owned();
        sure(&self.treasurer, &receipt);
        receipt
    }

    /// One step of a draft, as its page shows it to this person.
    fn step(&self, client: &Client, receipt: &str, step: &str) -> String {
        let page = client.get(&format!("/receipts/{receipt}/preview"));
        let page = if page.status == 200 { page.text() } else { String::new() };
        let of = |name: &str| {
            let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
            rest.and_then(|rest| rest.split('"').next()).map(str::to_owned)
        };
        // Who is offered no button tries it without one.
        let version = self.app.sql(&format!("SELECT version FROM receipts WHERE id = '{receipt}'"));
        let seen = of("fingerprint").unwrap_or_else(|| self.fingerprint(receipt));
        land(
            client,
            client.post_form(
                &format!("/receipts/{receipt}/{step}"),
                &[("version", of("version").unwrap_or(version).as_str()), ("fingerprint", &seen)],
            ),
        )
    }

    /// What somebody would know who looked into the draft by another way.
    fn fingerprint(&self, receipt: &str) -> String {
        let id = receipt.parse().expect("an id");
        let draft = gabentisch::actions::receipts::draft(&self.app.house, &self.app.caretaker(), id);
        draft.expect("a draft").fingerprint()
    }

    fn state(&self, receipt: &str) -> String {
        self.app.sql(&format!("SELECT state FROM receipts WHERE id = '{receipt}'"))
    }

    /// All steps: the treasurer begins, the coordinator agrees, the treasurer issues.
    #[track_caller]
    fn issued(&self, gift: &str, issuer: &str) -> String {
        let receipt = self.draft(gift, issuer, "");
        self.step(&self.second, &receipt, "agree");
        let page = self.step(&self.treasurer, &receipt, "issue");
        assert_eq!(self.state(&receipt), "issued", "{page}");
        receipt
    }

    fn choose(&self, gift: &str, issuer: &str) -> String {
        let version = self.app.sql(&format!("SELECT version FROM donations WHERE id = '{gift}'"));
        let fields = [("issuer", issuer), ("version", version.as_str())];
        land(&self.treasurer, self.treasurer.post_form(&format!("/donations/{gift}/receiver"), &fields))
    }

    /// Takes the last deed of this kind back, if that goes.
    fn undo(&self, kind: &str) {
        let deed =
            self.app.sql(&format!("SELECT id FROM deeds WHERE undo LIKE '%{kind}%' ORDER BY done_at DESC LIMIT 1"));
        self.treasurer.post_form(&format!("/deeds/{deed}/undo"), &[]);
    }
}

both! {
    a_draft_knows_whose_gift_it_is_when_it_is_issued => |app| {
        let desk = Desk::of(&app);
        let (mine, theirs) = (desk.issuer("Beispielverein", ""), desk.issuer("Anderer Verein", ""));
        let gift = desk.gift(1);
        let receipt = desk.draft(&gift, &mine, "");
        desk.choose(&gift, &theirs);
        let check = desk.treasurer.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(check.contains("Diese Spende hat ein anderer Aussteller empfangen."), "{check}");
        let page = desk.step(&desk.second, &receipt, "agree") + &desk.step(&desk.treasurer, &receipt, "issue");
        assert!(page.contains("Diese Spende hat ein anderer Aussteller empfangen."), "{page}");
        assert_eq!(desk.state(&receipt), "draft");
        // Chosen back, but retired meanwhile.
        desk.choose(&gift, &mine);
        desk.treasurer.post_form(&format!("/issuers/{mine}/active"), &[("active", "false"), ("version", "1")]).expect(303);
        let check = desk.treasurer.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(check.contains("Der Aussteller ist stillgelegt.") && check.contains(&format!("href=\"/issuers/{mine}\"")), "{check}");
        desk.treasurer.post_form(&format!("/issuers/{mine}/active"), &[("active", "true"), ("version", "2")]).expect(303);
        desk.step(&desk.second, &receipt, "agree");
        desk.step(&desk.treasurer, &receipt, "issue");
        assert_eq!(desk.state(&receipt), "issued");

        // What a receipt says stays: the receiver, also by taking the choice back, and its proof.
        let of_gift = format!("SELECT issuer_id FROM donations WHERE id = '{gift}'");
        assert!(desk.choose(&gift, &theirs).contains("Für die Spende gibt es eine Bestätigung."));
        desk.undo("receiver");
        assert_eq!(app.sql(&of_gift), mine);
        desk.undo("evidence_added");
        assert_eq!(app.sql("SELECT COUNT(*) FROM evidence WHERE removed_at IS NOT NULL"), "0");
        app.assert_sound();
    }

    two_persons_stand_before_the_same_amounts => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", "");
        let other = app.signed_in(Role::Treasurer);
        let receipt = desk.draft(&desk.gift(1), &issuer, "");
        // The other one wrote the values, and agrees to them.
        desk.step(&other, &receipt, "agree");
        let page = desk.step(&other, &receipt, "issue");
        assert!(page.contains("Wer zugestimmt hat, stellt nicht selbst aus."), "{page}");
        assert_eq!(desk.state(&receipt), "draft");
        let shown = other.get(&format!("/receipts/{receipt}/preview")).expect(200).text();
        assert!(!shown.contains("/issue\""), "{shown}");
        desk.step(&desk.treasurer, &receipt, "issue");
        assert_eq!(desk.state(&receipt), "issued");
    }

    a_limit_is_not_got_round => |app| {
        let desk = Desk::of(&app);
        // In parts: each is below the limit, both are not.
        let issuer = desk.issuer("Beispielverein", "40");
        let gift = desk.gift(2);
        let first = desk.draft(&gift, &issuer, "");
        let line = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}' ORDER BY position LIMIT 1"));
        let chosen = [("line", line.as_str()), ("version", "3")];
        desk.treasurer.post_form(&format!("/receipts/{first}/lines"), &chosen).expect(303);
        sure(&desk.treasurer, &first);
        let page = desk.step(&desk.treasurer, &first, "issue");
        assert_eq!(desk.state(&first), "issued", "{page}");
        let rest = desk.draft(&gift, &issuer, "");
        let page = desk.step(&desk.treasurer, &rest, "issue");
        assert!(page.contains("Erst muss eine zweite Person zustimmen."), "{page}");
        desk.step(&desk.second, &rest, "agree");
        desk.step(&desk.treasurer, &rest, "issue");
        assert_eq!(desk.state(&rest), "issued");

        // Raised for what is on the table, and lowered again: for that gift the old limit holds.
        let strict = desk.issuer("Strenger Verein", "");
        let gift = desk.gift(1);
        let raised = [association("Strenger Verein", "1000", &desk.notice), vec![("version", "1")]].concat();
        desk.treasurer.post_form(&format!("/issuers/{strict}/edit"), &raised).expect(303);
        let receipt = desk.draft(&gift, &strict, "");
        let page = desk.step(&desk.treasurer, &receipt, "issue");
        assert!(page.contains("Erst muss eine zweite Person zustimmen."), "{page}");
        // A gift that came later has the new one.
        let later = desk.draft(&desk.gift(1), &strict, "");
        let page = desk.step(&desk.treasurer, &later, "issue");
        assert_eq!(desk.state(&later), "issued", "{page}");
    }

    an_issuer_stays_what_it_is => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", "");
        desk.issued(&desk.gift(1), &issuer);
        let at = format!("/issuers/{issuer}/edit");
        let as_form = |form: &'static str, version: &'static str| {
            let fields: Vec<(&str, &str)> = association("Beispielverein", "", &desk.notice)
                .into_iter()
                .map(|(key, text)| (key, if key == "form" { form } else { text }))
                .chain([("version", version)])
                .collect();
            desk.treasurer.post_form(&at, &fields)
        };
        let page = as_form("de/city", "1").expect(422).text();
        assert!(page.contains("Ein Verein wird nie zur Stadt"), "{page}");
        assert_eq!(app.sql("SELECT form FROM issuers"), "de/verein_freistellung");
        // One notice follows another.
        as_form("de/verein_60a", "1").expect(303);
        assert_eq!(app.sql("SELECT form FROM issuers"), "de/verein_60a");
    }

    a_draft_that_is_there_stands_in_for_the_void_one => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", "");
        let gift = desk.gift(1);
        let old = desk.issued(&gift, &issuer);
        let version = || app.sql(&format!("SELECT version FROM receipts WHERE id = '{old}'"));
        desk.treasurer.post_form(&format!("/receipts/{old}/void"), &[("version", &version()), ("reason", "Falscher Name")]).expect(303);
        desk.second.post_form(&format!("/receipts/{old}/void/confirm"), &[("version", &version())]).expect(303);
        assert_eq!(desk.state(&old), "voided");
        let next = desk.draft(&gift, &issuer, "");
        assert_eq!(desk.draft(&gift, &issuer, &old), next);
        assert_eq!(app.sql(&format!("SELECT replaces FROM receipts WHERE id = '{next}'")), old);
    }
}
