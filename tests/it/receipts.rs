//! Two people who issue receipts through the pages: value, wizard, agreement, issue. For the tests of all that.

use std::io::Write;
use std::process::{Command, Stdio};

use gabentisch::domain::rights::Role;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::support::{Answer, Client, TestApp};

pub const ASSOCIATION: &str = "Kleiderkammer Übungsstadt e. V.";

/// What each form is asked for besides name and address; `{notice}` is a day.
pub const EXEMPT: &[(&str, &str)] = &[
    ("form", "de/verein_freistellung"),
    ("purposes", "mildtätiger Zwecke"),
    ("office", "Übungsstadt"),
    ("tax_number", "000/0000/0000"),
    ("notice_date", "{notice}"),
    ("period", "2021 bis 2023"),
];
pub const ASSESSED: &[(&str, &str)] = &[
    ("form", "de/verein_kst_anlage"),
    ("purposes", "des Wohlfahrtswesens"),
    ("office", "Übungsstadt"),
    ("tax_number", "000/0000/0001"),
    ("notice_date", "{notice}"),
    ("period", "2020 bis 2022"),
];
pub const STATUTE: &[(&str, &str)] = &[
    ("form", "de/verein_60a"),
    ("purposes", "mildtätige Zwecke"),
    ("office", "Übungsstadt"),
    ("tax_number", "000/0000/0002"),
    ("notice_date", "{notice}"),
];
pub const CITY: &[(&str, &str)] = &[("form", "de/city"), ("purposes", "mildtätiger Zwecke")];
pub const FORWARD: &[(&str, &str)] = &[
    ("form", "de/city_forward"),
    ("purposes", "mildtätiger Zwecke"),
    ("target_kind", "exempt"),
    ("target_name", "Hilfe Übungsstadt e. V."),
    ("target_office", "Beispielheim"),
    ("target_tax_number", "111/1111/1111"),
    ("target_notice_date", "{notice}"),
];

/// A used jacket of a private person, with all that the law wants to know of it.
pub const JACKET: &[(&str, &str)] = &[
    ("description", "Winterjacke, Größe 104"),
    ("quantity", "1"),
    ("age", "2 Jahre"),
    ("condition", "good"),
    ("basis", "gemeiner_wert"),
    ("value", "24,51"),
    ("new_price", "89,90"),
    ("source", "Vergleichspreise"),
];
/// New shoes of a company: 20 times 30.00 and 5.70 VAT.
pub const SHOES: &[(&str, &str)] = &[
    ("description", "Kinderschuhe „Fußfroh“"),
    ("quantity", "20"),
    ("identical", "on"),
    ("age", "neu"),
    ("condition", "new"),
    ("basis", "teilwert"),
    ("net", "30"),
    ("vat_rate", "19"),
    ("vat", "5,70"),
    ("source", "Wertangabe der Firma"),
];

/// Two people who issue receipts together.
pub struct Desk<'a> {
    pub app: &'a TestApp,
    /// Whoever drafts and issues.
    pub maker: Client,
    /// Whoever looks a second time.
    pub second: Client,
}

impl Desk<'_> {
    pub fn of(app: &TestApp) -> Desk<'_> {
        Desk { app, maker: app.signed_in(Role::Treasurer), second: app.signed_in(Role::Coordinator) }
    }

    /// A notice that holds on every day of the test.
    pub fn notice(&self) -> Date {
        self.app.house.today().saturating_sub(400.days())
    }

    pub fn issuer(&self, name: &str, form: &[(&str, &str)]) -> String {
        self.issuer_with(name, form, self.notice())
    }

    pub fn issuer_with(&self, name: &str, form: &[(&str, &str)], notice: Date) -> String {
        let notice = notice.to_string();
        let mut fields = vec![
            ("name", name),
            ("street", "Am Gabentisch 1"),
            ("postcode", "00000"),
            ("city", "Übungsstadt"),
            ("keep_years", "10"),
        ];
        fields.extend(form.iter().map(|(key, text)| (*key, if *text == "{notice}" { notice.as_str() } else { *text })));
        end(self.maker.post_form("/issuers/new", &fields))
    }

    pub fn donor(&self, kind: &str, name: &str) -> String {
        let address = [("street", "Straße der Übung 7"), ("postcode", "00001"), ("city", "Größenwalde")];
        let fields = [vec![("kind", kind), ("name", name)], address.to_vec()].concat();
        end(self.maker.post_form("/donors/new", &fields))
    }

    /// A gift of today.
    pub fn gift(&self, donor: &str, origin: &str, more: &[(&str, &str)]) -> String {
        let today = self.app.house.today().to_string();
        let fields = [("donor", donor), ("received_on", &today), ("origin", origin), ("receipt_wanted", "on")];
        end(self.maker.post_form("/donations/new", &[&fields[..], more].concat()))
    }

    pub fn line(&self, gift: &str, fields: &[(&str, &str)]) {
        self.maker.post_form(&format!("/donations/{gift}/values"), fields).expect(303);
    }

    pub fn paper(&self, gift: &str, kind: &str) {
        let mut picture = std::io::Cursor::new(Vec::new());
        image::DynamicImage::ImageRgb8(image::RgbImage::new(40, 30))
            .write_to(&mut picture, image::ImageFormat::Png)
            .expect("a picture");
        let head = format!(
            "--X\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--X\r\nContent-Disposition: \
             form-data; name=\"files\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
        );
        let body = [head.as_bytes(), picture.get_ref(), b"\r\n--X--\r\n"].concat();
        let to = format!("/donations/{gift}/evidence");
        self.maker.post_bytes(&to, "multipart/form-data; boundary=X", &body).expect(303);
    }

    /// A jacket of a private person with a comparison: what can be issued at once.
    pub fn jacket(&self) -> String {
        let gift = self.gift(&self.donor("private", "Jörg Größer-Müßig"), "private", &[]);
        self.line(&gift, JACKET);
        self.paper(&gift, "comparison");
        gift
    }

    /// Begins a draft over all lines.
    pub fn draft(&self, gift: &str, issuer: &str) -> String {
        self.draft_instead(gift, issuer, "")
    }

    pub fn draft_instead(&self, gift: &str, issuer: &str, replaces: &str) -> String {
        let fields = [("issuer", issuer), ("replaces", replaces)];
        let answer = self.maker.post_form(&format!("/donations/{gift}/receipt"), &fields);
        let to = answer.expect(303).location.expect("the next step");
        let receipt = to.trim_start_matches("/receipts/").trim_end_matches("/lines").to_owned();
        self.sure(&receipt);
        receipt
    }

    /// Answers for what the records say against a draft: nothing of a gift that is only written down was scanned in.
    pub fn sure(&self, receipt: &str) {
        sure(&self.maker, receipt);
    }

    /// Agrees to a draft as its page shows it.
    pub fn agree(&self, receipt: &str) -> String {
        land(
            &self.second,
            self.second.post_form(&format!("/receipts/{receipt}/agree"), &seen(&self.second, receipt).both()),
        )
    }

    /// Issues a draft that somebody agreed to; gives its number.
    pub fn issue(&self, receipt: &str) -> String {
        let page = land(
            &self.maker,
            self.maker.post_form(&format!("/receipts/{receipt}/issue"), &seen(&self.maker, receipt).both()),
        );
        let number = self.app.sql(&format!("SELECT number FROM receipts WHERE id = '{receipt}'"));
        assert!(!number.is_empty() && page.contains(&format!("Bestätigung {number} ist ausgestellt")), "{page}");
        number
    }

    /// All steps for a gift.
    pub fn issued(&self, gift: &str, issuer: &str) -> (String, String) {
        let receipt = self.draft(gift, issuer);
        let page = self.agree(&receipt);
        assert!(page.contains("hat geprüft und zugestimmt"), "{page}");
        let number = self.issue(&receipt);
        (receipt, number)
    }

    /// The frozen papers: the receipt, and the list that goes with it.
    pub fn papers(&self, receipt: &str) -> Vec<Vec<u8>> {
        let page = self.maker.get(&format!("/receipts/{receipt}")).expect(200).text();
        let mut links = crate::donors::links(&page, "/papers/");
        links.dedup();
        let list = self.app.sql(&format!("SELECT paper_id FROM receipts WHERE id = '{receipt}'"));
        // The receipt first, whatever the page has on top.
        links.sort_by_key(|link| !link.ends_with(&list));
        links.dedup();
        links.iter().map(|link| self.maker.get(link).expect(200).body).collect()
    }

    /// What stands in the way of a draft, as its page says.
    #[track_caller]
    pub fn refused(&self, receipt: &str, sentence: &str) {
        let check = self.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(plain(&check).contains(sentence), "{sentence}: {check}");
        // The preview leads back, and who goes on without the page is told the same; no number is gone.
        self.maker.get(&format!("/receipts/{receipt}/preview")).expect(303);
        let version = self.app.sql(&format!("SELECT version FROM receipts WHERE id = '{receipt}'"));
        let blind = [("version", version.as_str()), ("fingerprint", "0")];
        for (who, step) in [(&self.second, "agree"), (&self.maker, "issue")] {
            let page = land(who, who.post_form(&format!("/receipts/{receipt}/{step}"), &blind));
            assert!(plain(&page).contains(sentence), "{step}: {sentence}: {page}");
        }
        let state = self.app.sql(&format!("SELECT state FROM receipts WHERE id = '{receipt}'"));
        assert_eq!(
            (
                state.as_str(),
                self.app.sql("SELECT COUNT(*) FROM receipts WHERE number IS NOT NULL AND state = 'draft'").as_str()
            ),
            ("draft", "0")
        );
    }

    /// A city's gift goes its way: kept, put before the council, accepted.
    pub fn accepted(&self, gift: &str, city: &str) {
        self.kept(gift);
        let list = [
            ("issuer", city),
            ("decider", "council"),
            ("title", "Herbst"),
            ("purpose", "Kleiderkammer"),
            ("gift", gift),
        ];
        let at = self.maker.post_form("/council", &list).expect(303).location.expect("the list");
        let today = self.app.house.today().to_string();
        let decided = [("version", "1"), ("held_on", today.as_str()), ("reference", "VO/1")];
        self.maker.post_form(&format!("{at}/decide"), &decided).expect(303);
        assert_eq!(self.app.sql(&format!("SELECT state FROM donations WHERE id = '{gift}'")), "accepted");
    }

    pub fn kept(&self, gift: &str) {
        let version = self.app.sql(&format!("SELECT version FROM donations WHERE id = '{gift}'"));
        let state = [("state", "in_custody"), ("version", version.as_str())];
        self.maker.post_form(&format!("/donations/{gift}/state"), &state).expect(303);
    }
}

/// Answers for all that the page of a draft asks.
pub fn sure(client: &Client, receipt: &str) {
    let check = || client.get(&format!("/receipts/{receipt}/check")).expect(200).text();
    while let Some(form) = check().split(&format!("action=\"/receipts/{receipt}/sure\"")).nth(1) {
        let of = |name: &str| {
            let rest = form.split(&format!("name=\"{name}\" value=\"")).nth(1);
            rest.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("no {name}: {form}")).to_owned()
        };
        let asked = ["version", "ask", "pieces", "stated"].map(|name| (name, of(name)));
        let fields =
            asked.iter().map(|(name, value)| (*name, value.as_str())).chain([("sure", "on"), ("note", "Probe")]);
        client.post_form(&format!("/receipts/{receipt}/sure"), &fields.collect::<Vec<_>>()).expect(303);
    }
}

/// What a page says was seen.
pub struct Seen {
    version: String,
    fingerprint: String,
}

impl Seen {
    pub fn both(&self) -> [(&str, &str); 2] {
        [("version", &self.version), ("fingerprint", &self.fingerprint)]
    }
}

#[track_caller]
pub fn seen(client: &Client, receipt: &str) -> Seen {
    let page = client.get(&format!("/receipts/{receipt}/preview")).expect(200).text();
    let of = |name: &str| {
        let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
        rest.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("no {name}: {page}")).to_owned()
    };
    Seen { version: of("version"), fingerprint: of("fingerprint") }
}

/// The page behind an answer, wherever it leads.
#[track_caller]
pub fn land(client: &Client, answer: Answer) -> String {
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

/// The last part of the address that an answer leads to.
#[track_caller]
fn end(answer: Answer) -> String {
    let to = answer.expect(303).location.expect("a place to go on");
    to.rsplit('/').next().expect("an id").to_owned()
}

pub fn plain(page: &str) -> String {
    page.replace("&#160;", " ").replace('\u{a0}', " ").replace("&#34;", "\"").replace("&#39;", "'")
}

pub fn tool(name: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut tool = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{name} (poppler-utils): {error}"));
    tool.stdin.take().expect("a pipe").write_all(pdf).expect("it reads");
    String::from_utf8(tool.wait_with_output().expect("it ends").stdout).expect("text")
}

/// The words of a paper, in the order in which they were drawn.
pub fn words(pdf: &[u8]) -> String {
    let text = tool("pdftotext", &["-raw", "-", "-"], pdf);
    // A word that was broken at a joint is one word.
    let text = text.replace("\u{ad}\n", "").replace('\u{ad}', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn pages(pdf: &[u8]) -> (usize, String) {
    let info = tool("pdfinfo", &["-"], pdf);
    let of = |name: &str| info.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim().to_owned();
    (of("Pages:").parse().expect("a number of pages"), of("Page size:"))
}
