//! What a gift is worth, through its page: lines from what was scanned or by hand, amounts, warnings, locked lines, taking
//! back; a donation that is corrected; how pieces left the house.

use gabentisch::domain::DonationId;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use gabentisch::store::{StoreError, book, disposals, value_lines};

use crate::donors::follow;
use crate::receipts::{Desk, EXEMPT};
use crate::support::{Client, Event, TestApp, both};

/// A gift of this origin with these pieces: product, size, condition.
fn gift(app: &TestApp, origin: &str, pieces: &[(&str, &str, &str)]) -> DonationId {
    let (id, code) = app.donation(app.donor(DonorKind::Company, "Beispiel GmbH"));
    app.sql(&format!("UPDATE donations SET origin = '{origin}' WHERE id = '{id}'"));
    let labels = app.labels(pieces.len());
    let mut scanner = app.scanner();
    for (label, (product, size, condition)) in labels.iter().zip(pieces) {
        let scan = Event::new("intake", *label).field("product", *product).field("size", *size);
        scanner.send(scan.field("condition", *condition).field("donation", code.to_string()));
    }
    id
}

fn lines(app: &TestApp, id: DonationId) -> Vec<value_lines::ValueLineRow> {
    app.house.store().read(|db| value_lines::of_donation(db, id)).map_err(|e: StoreError| e).expect("lines")
}

/// Sends the amounts of all lines; `typed` gives the fields of the line with this number.
fn amounts(client: &Client, app: &TestApp, id: DonationId, typed: &[(&str, &[&str])]) -> crate::support::Answer {
    let mut fields: Vec<(String, String)> = Vec::new();
    for (at, line) in lines(app, id).iter().enumerate() {
        fields.push(("line".to_owned(), format!("{}:{}", line.id, line.version)));
        for (name, values) in typed {
            fields.push((format!("{name}.{}", line.id), values.get(at).copied().unwrap_or_default().to_owned()));
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post_form(&format!("/donations/{id}/values/amounts"), &fields)
}

/// Issues a receipt over these lines, with whatever they still lack.
fn issued(app: &TestApp, id: DonationId) {
    let address = "street = 'Beispielweg 1', postcode = '00000', city = 'Beispielstadt'";
    app.sql(&format!("UPDATE donors SET {address} WHERE id = (SELECT donor_id FROM donations WHERE id = '{id}')"));
    let known = "age = '1 Jahr', new_price_cents = 4990, source = 'Vergleich'";
    app.sql(&format!("UPDATE value_lines SET {known} WHERE donation_id = '{id}'"));
    let (desk, id) = (Desk::of(app), id.to_string());
    desk.paper(&id, "comparison");
    desk.issued(&id, &desk.issuer("Beispielverein", EXEMPT));
}

both! {
    new_goods_share_a_line_and_the_house_names_no_price => |app| {
        let id = gift(&app, "business", &[("tshirt", "M", "new"), ("tshirt", "M", "new"), ("jeans", "", "good"), ("jeans", "", "good")]);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/values");
        let page = treasurer.get(&at).expect(200).text();
        assert!(page.contains("Als 1 Zeile übernehmen") && page.contains("Als 2 Zeilen übernehmen"), "{page}");
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/take"), &[]));
        assert!(page.contains("3 Zeilen sind angelegt") && page.contains("Bei 3 Zeilen fehlt der Wert"), "{page}");
        let made = lines(&app, id);
        assert_eq!(made.iter().map(|line| (line.quantity, line.identical)).collect::<Vec<_>>(), [(1, false), (1, false), (2, true)]);
        for line in &made {
            let amounts = [line.net_cents, line.vat_cents, line.value_cents, line.new_price_cents];
            assert_eq!((amounts, line.vat_rate_bp), ([None; 4], None), "nobody said a price");
        }
        // Net and rate; the VAT is a proposal that somebody asks for.
        let typed: [(&str, &[&str]); 3] = [("net", &["4,17", "8,39", "1.234,50"]), ("vat_rate", &["19", "7", "19"]), ("vat", &["", "0,59", ""])];
        amounts(&treasurer, &app, id, &typed).expect(303);
        assert_eq!(lines(&app, id).iter().map(|line| line.line().sum()).collect::<Vec<_>>(), [None, Some(898), None]);
        let first = lines(&app, id)[0].clone();
        let fields = [("line", format!("{}:{}", first.id, first.version)), ("propose", first.id.to_string())];
        let (net, rate) = (format!("net.{}", first.id), format!("vat_rate.{}", first.id));
        let fields = [(fields[0].0, fields[0].1.as_str()), (fields[1].0, fields[1].1.as_str()), (net.as_str(), "4,17"), (rate.as_str(), "19")];
        treasurer.post_form(&format!("{at}/amounts"), &fields).expect(303);
        let first = lines(&app, id)[0].clone();
        assert_eq!((first.net_cents, first.vat_rate_bp, first.vat_cents), (Some(417), Some(1_900), Some(79)));
        assert!(treasurer.get(&at).expect(200).text().contains("13,94"), "4,96 + 8,98");
        // What cannot be read is told with its line, and nothing is lost.
        let wrong: [(&str, &[&str]); 1] = [("net", &["viel", "8,39", "1.234,50"])];
        let page = amounts(&treasurer, &app, id, &wrong).expect(422).text();
        assert!(page.contains("In der Zeile") && page.contains("value=\"viel\""), "{page}");
        assert_eq!(lines(&app, id)[0].net_cents, Some(417));
        // Two people at once: the second is told.
        let stale = [("line", format!("{}:1", first.id)), ("net", String::new())];
        treasurer.post_form(&format!("{at}/amounts"), &[(stale[0].0, stale[0].1.as_str()), (net.as_str(), "9")]).expect(422);
        app.assert_sound();
    }

    used_clothes_ask_for_a_second_look_and_undo_brings_lines_back => |app| {
        let id = gift(&app, "private", &[("winterjacke", "140", "good"), ("kleid", "", "worn")]);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/values");
        treasurer.post_form(&format!("{at}/take"), &[]).expect(303);
        let typed: [(&str, &[&str]); 2] = [("value", &["35", "10"]), ("new_price", &["50", "80"])];
        let (page, _) = follow(&treasurer, amounts(&treasurer, &app, id, &typed));
        for sentence in ["Vielfache von 5 Euro", "70 % des Neupreises", "noch kein Beleg für die Werte", "45,00"] {
            assert!(page.contains(sentence), "{sentence}: {page}");
        }
        let zero: [(&str, &[&str]); 1] = [("value", &["0", "10"])];
        assert!(amounts(&treasurer, &app, id, &zero).expect(422).text().contains("0 Euro"));
        // By hand: several pieces that are not alike, then alike.
        let mut fields = vec![("description", "Babybodys"), ("quantity", "12"), ("basis", "gemeiner_wert"), ("value", "1,25"), ("bought_on", "2019")];
        let page = treasurer.post_form(&at, &fields).expect(422).text();
        assert!(page.contains("wenn jedes gleich ist") && page.contains("Babybodys"), "{page}");
        fields.push(("identical", "on"));
        treasurer.post_form(&at, &fields).expect(303);
        assert_eq!(lines(&app, id)[2].line().sum(), Some(1_500));
        // Only bases that fit where it comes from.
        let fields = [("description", "Hose"), ("quantity", "1"), ("basis", "buchwert")];
        treasurer.post_form(&at, &fields).expect(422);
        // Taken away and brought back, with its piece.
        let gone = lines(&app, id)[0].clone();
        let free = |app: &TestApp| app.house.store().read(|db| value_lines::free_items(db, id)).expect("items").len();
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/{}/remove", gone.id), &[("version", &gone.version.to_string())]));
        assert_eq!((lines(&app, id).len(), free(&app)), (2, 1));
        let undo = page.split("/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button");
        treasurer.post_form(&format!("/deeds/{undo}/undo"), &[("back", &at)]).expect(303);
        assert_eq!((lines(&app, id).len(), free(&app)), (3, 0));
        assert_eq!(lines(&app, id)[0].value_cents, Some(3_500));
        app.assert_sound();
    }

    pieces_that_are_scanned_later_belong_to_the_line_that_was_written_first => |app| {
        let id = gift(&app, "private", &[("winterjacke", "140", "good"), ("winterjacke", "140", "good"), ("kleid", "", "good")]);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/values");
        let line = [
            ("description", "Jacken, kaum getragen"), ("quantity", "2"), ("identical", "on"), ("basis", "gemeiner_wert"), ("value", "7,40"),
            ("group", "OUT"), ("product", ""), ("condition", "good"),
        ];
        let mut unknown = line.to_vec();
        unknown[6] = ("product", "Xyzzyplugh");
        assert!(treasurer.post_form(&at, &unknown).expect(422).text().contains("Xyzzyplugh"));
        treasurer.post_form(&at, &line).expect(303);
        let written = lines(&app, id)[0].clone();
        assert_eq!(written.group_code.as_ref().map(ToString::to_string).as_deref(), Some("OUT"));
        let page = treasurer.get(&at).expect(200).text();
        assert!(page.contains("2 Stücke gehören zu Zeile 1") && page.contains("doppelt bewerten"), "{page}");
        // One click for all leaves to the line what it speaks of.
        treasurer.post_form(&format!("{at}/take"), &[]).expect(303);
        assert_eq!(lines(&app, id).iter().map(|line| line.description.as_str()).collect::<Vec<_>>(), ["Jacken, kaum getragen", "Kleid"]);
        let key = page.split("name=\"group\" value=\"").find(|rest| rest.starts_with("winterjacke")).and_then(|rest| rest.split('"').next()).expect("a group").to_owned();
        let to = |line: &str| treasurer.post_form(&format!("{at}/take"), &[("group", &key), ("line", line)]);
        let on_lines = || app.sql("SELECT COUNT(*) FROM value_line_items");
        // The other line is of something else.
        let dress = lines(&app, id)[1].id.to_string();
        let (page, _) = follow(&treasurer, to(&dress));
        assert!(page.contains("nennt solche Stücke nicht") && on_lines() == "1", "{page}");
        let (page, _) = follow(&treasurer, to(&written.id.to_string()));
        assert!(page.contains("2 Stücke liegen jetzt auf Zeile 1") && page.contains("2 von 2 gescannt"), "{page}");
        assert_eq!((lines(&app, id).len(), on_lines().as_str()), (2, "3"));
        let undo = page.split("/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button");
        treasurer.post_form(&format!("/deeds/{undo}/undo"), &[("back", &at)]).expect(303);
        assert_eq!(on_lines(), "1");
        // The report knows the group; nothing is said twice.
        let year = app.house.today().year();
        let report = treasurer.get(&format!("/reports/value?when={year}")).expect(200).text();
        assert!(report.contains("14,80") && !report.contains("Ohne Warengruppe"), "{report}");
        assert!(!report.contains("noch kein Teil erfasst"), "{report}");
        let (nothing, _) = app.donation(app.donor(DonorKind::Private, "Erna Erfunden"));
        app.sql(&format!("UPDATE donations SET origin = 'private' WHERE id = '{nothing}'"));
        treasurer.post_form(&format!("/donations/{nothing}/values"), &line).expect(303);
        let report = treasurer.get(&format!("/reports/value?when={year}")).expect(200).text();
        assert!(report.contains("2 Teile im Wert von 14,80"), "{report}");
        // On an issued receipt no figure of the line changes, so that its pieces may still find it.
        amounts(&treasurer, &app, id, &[("value", &["7,40", "9,10"])]).expect(303);
        issued(&app, id);
        let before = lines(&app, id);
        let (page, _) = follow(&treasurer, to(&written.id.to_string()));
        assert!(page.contains("2 Stücke liegen jetzt auf Zeile 1") && on_lines() == "3", "{page}");
        assert_eq!(lines(&app, id), before);
        assert!(before[0].receipt_id.is_some());
        app.assert_sound();
    }

    what_stands_on_an_issued_receipt_stays => |app| {
        let id = gift(&app, "private", &[("kleid", "", "good")]);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/values");
        treasurer.post_form(&format!("{at}/take"), &[]).expect(303);
        amounts(&treasurer, &app, id, &[("value", &["7,40"])]).expect(303);
        issued(&app, id);
        app.assert_sound();
        let line = lines(&app, id)[0].clone();
        let page = amounts(&treasurer, &app, id, &[("value", &["70,40"])]).expect(422).text();
        assert!(page.contains("ausgestellten Bestätigung"), "{page}");
        treasurer.post_form(&format!("{at}/{}/remove", line.id), &[("version", &line.version.to_string())]).expect(303);
        assert_eq!(lines(&app, id)[0].value_cents, Some(740));
        let back = treasurer.get(&format!("/donations/{id}/edit")).expect(303).location.expect("the gift");
        let refused = treasurer.get(&back).expect(200).text();
        assert!(refused.contains("zuerst die Bestätigung ungültig"), "{refused}");
        let donor = app.sql(&format!("SELECT donor_id FROM donations WHERE id = '{id}'"));
        let today = app.house.today().to_string();
        let edit = [("donor", donor.as_str()), ("received_on", &today), ("version", "1")];
        treasurer.post_form(&format!("/donations/{id}/edit"), &edit).expect(422);
        // Somebody with access to the database is found out.
        app.sql("UPDATE value_lines SET value_cents = 999");
        let out = app.cli(&["check"]);
        assert!(String::from_utf8_lossy(&out.stdout).contains("its lines say 999"), "{out:?}");
        app.sql("UPDATE value_lines SET value_cents = 740");
        app.sql("UPDATE receipts SET state = 'voided'");
        assert!(String::from_utf8_lossy(&app.cli(&["check"]).stdout).contains("a receipt that is void"));
    }

    a_donation_is_corrected_and_taken_back => |app| {
        let donor = app.donor(DonorKind::Private, "Erika Beispiel").to_string();
        let other = app.donor(DonorKind::Institution, "Beispielverein").to_string();
        let treasurer = app.signed_in(Role::Treasurer);
        let today = app.house.today().to_string();
        let door = [("donor", donor.as_str()), ("received_on", &today), ("came", "bags"), ("bags", "3"), ("weight", "12,5"), ("receipt_wanted", "on")];
        let (page, at) = follow(&treasurer, treasurer.post_form("/donations/new", &door));
        assert!(page.contains("12,5 kg") && page.contains("in Tüten") && page.contains("copies=3"), "{page}");
        let list = treasurer.get(&format!("/donations?year={}&receipt=missing&source=gift", app.house.today().year())).expect(200).text();
        assert!(list.contains(&at), "{list}");
        assert!(!treasurer.get("/donations?receipt=issued").expect(200).text().contains(&at));
        let mut change = vec![("donor", other.as_str()), ("received_on", &today), ("origin", "business"), ("source", "purchase"), ("version", "1")];
        let page = treasurer.post_form(&format!("{at}/edit"), &change).expect(422).text();
        assert!(page.contains("wie viel bezahlt wurde"), "{page}");
        change.push(("paid", "1.249,90"));
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/edit"), &change));
        assert!(page.contains("1.249,90") && page.contains("Beispielverein") && !page.contains("12,5 kg"), "{page}");
        app.assert_sound();
        let clash = treasurer.post_form(&format!("{at}/edit"), &change).expect(422).text();
        assert!(clash.contains("id=\"clash\""), "{clash}");
        let undo = page.split("/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button");
        treasurer.post_form(&format!("/deeds/{undo}/undo"), &[("back", &at)]).expect(303);
        assert!(treasurer.get(&at).expect(200).text().contains("12,5 kg"));
        let csv = treasurer.get("/donations.csv").expect(200).text();
        assert!(csv.contains("12,5") && csv.contains("Erika Beispiel"), "{csv}");
        app.assert_sound();
    }

    donors_who_give_again_and_again_are_awaited => |app| {
        let id = app.donor(DonorKind::Company, "Strumpf Beispiel GmbH");
        let treasurer = app.signed_in(Role::Treasurer);
        let form = [("kind", "company"), ("name", "Strumpf Beispiel GmbH"), ("contact", "Frau Muster"), ("country", "Österreich"), ("thanks", "letter"), ("lang", "en"), ("gives_every_months", "3"), ("version", "1")];
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("/donors/{id}/edit"), &form));
        for word in ["Frau Muster", "Österreich", "English", "Gibt alle 3 Monate", "fällig"] {
            assert!(page.contains(word), "{word}: {page}");
        }
        let listed = |only: &str| treasurer.get(&format!("/donors?only={only}")).expect(200).text().contains(&id.to_string());
        assert!(listed("due") && listed("recurring") && listed("no_address") && !listed("receipt"));
        let (donation, _) = app.donation(id);
        assert!(!listed("due") && listed("recurring"), "it has just given");
        app.sql(&format!("UPDATE donations SET receipt_wanted = TRUE WHERE id = '{donation}'"));
        assert!(listed("receipt") && listed("receipt_no_address"));
        let home = treasurer.get("/").expect(200).text();
        assert!(home.contains("/donors?only=receipt_no_address"), "{home}");
        let refused = treasurer.post_form(&format!("/donors/{id}/edit"), &[("name", "X"), ("thanks", "mail"), ("version", "2")]);
        assert!(refused.expect(422).text().contains("E-Mail-Adresse"));
        let csv = treasurer.get("/donors.csv?only=recurring").expect(200).text();
        assert!(csv.contains("Frau Muster") && csv.contains("Österreich"), "{csv}");
    }

    what_comes_back_of_a_lot_is_on_its_line_already => |app| {
        let (id, code) = app.donation(app.donor(DonorKind::Company, "Beispiel GmbH"));
        let (lot, mut scanner) = (app.labels(1)[0], app.scanner());
        let scan = Event::new("intake", lot).field("product", "seife").field("condition", "new").with("quantity", 10);
        scanner.send(scan.field("donation", code.to_string()));
        let treasurer = app.signed_in(Role::Treasurer);
        treasurer.post_form(&format!("/donations/{id}/values/take"), &[]).expect(303);
        let (_, card) = app.household();
        scanner.scan("handout", card);
        assert_eq!(scanner.send(Event::new("handout", lot).with("quantity", 5))["outcome"], "applied");
        scanner.scan("handout", card);
        assert_eq!(scanner.send(Event::new("return", lot).with("quantity", 2))["outcome"], "applied");
        app.comes_to(&format!("SELECT count(*) FROM items WHERE donation_id = '{id}'"), "3");
        let free = app.house.store().read(|db| value_lines::free_items(db, id)).map_err(|e: StoreError| e).expect("items");
        assert!(free.is_empty(), "{free:?}");
        // What was sold of it is known of the line too.
        let back = app.sql("SELECT id FROM items WHERE state = 'in_care'").parse().expect("an id");
        let on_lines = app.house.store().read(|db| value_lines::OnLines::of_donation(db, id)).map_err(|e: StoreError| e);
        assert_eq!(on_lines.expect("lines").line(back), Some(lines(&app, id)[0].id));
        // What it is worth goes out with the parts that went out.
        app.sql("UPDATE value_lines SET net_cents = 100, vat_rate_bp = 1900, vat_cents = 19");
        let moments = app.house.now() - jiff::SignedDuration::from_hours(24);
        let out = app.house.store().read(|db| book::valued_out(db, (moments, app.house.now() + jiff::SignedDuration::from_hours(24))));
        let out: Vec<_> = out.map_err(|e: StoreError| e).expect("goods").iter().map(|goods| (goods.pieces, goods.cents)).collect();
        assert_eq!(out, [(3, 357)]);
        app.assert_sound();
    }

    amounts_go_with_the_origin_that_they_belong_to => |app| {
        let id = gift(&app, "business", &[("kleid", "", "good")]);
        let treasurer = app.signed_in(Role::Treasurer);
        treasurer.post_form(&format!("/donations/{id}/values/take"), &[]).expect(303);
        let typed: [(&str, &[&str]); 3] = [("net", &["10"]), ("vat_rate", &["19"]), ("vat", &["0,30"])];
        amounts(&treasurer, &app, id, &typed).expect(303);
        let page = treasurer.get(&format!("/donations/{id}/values")).expect(200).text();
        assert!(page.contains("1,90") && page.contains("Prüfen Sie die Angabe der Firma"), "{page}");
        let donor = app.sql(&format!("SELECT donor_id FROM donations WHERE id = '{id}'"));
        let today = app.house.today().to_string();
        let edit = [("donor", donor.as_str()), ("received_on", &today), ("origin", "private"), ("version", "1")];
        treasurer.post_form(&format!("/donations/{id}/edit"), &edit).expect(303);
        let line = lines(&app, id)[0].clone();
        assert_eq!((line.net_cents, line.vat_rate_bp, line.vat_cents, line.value_cents), (None, None, None, None));
        assert!(gabentisch::domain::valuation::bases(gabentisch::domain::donation::Origin::PrivateAssets).contains(&line.basis));
        app.assert_sound();
    }

    what_was_sold_or_recycled_is_known => |app| {
        let id = gift(&app, "private", &[("kleid", "", "good"), ("jeans", "", "good"), ("tshirt", "M", "good")]);
        let coordinator = app.signed_in(Role::Coordinator);
        let items: Vec<String> = ["kleid", "jeans", "tshirt"].map(|code| app.sql(&format!("SELECT id FROM items WHERE product_code = '{code}'"))).into();
        let step = |item: &str, what: &str, version: &str| coordinator.post_form(&format!("/items/{item}/step"), &[("step", what), ("version", version)]);
        step(&items[0], "discard:sold", "1").expect(303);
        step(&items[1], "discard", "1").expect(303);
        let bulk = [("deed", app.house.uuid().to_string()), ("what", "step:discard:recycled".to_owned()), ("item", format!("{}:1", items[2]))];
        let bulk: Vec<(&str, &str)> = bulk.iter().map(|(name, value)| (*name, value.as_str())).collect();
        coordinator.post_form("/items/bulk", &bulk).expect(303);
        let ids: Vec<gabentisch::domain::ItemId> = items.iter().map(|id| id.parse().expect("an id")).collect();
        let sold = |ids: &[gabentisch::domain::ItemId]| app.house.store().read(|db| disposals::of_items(db, ids)).map_err(|e: StoreError| e).expect("an answer").iter().any(|(_, how)| how.word() != "waste");
        assert!(sold(&ids[..1]) && !sold(&ids[1..2]) && sold(&ids[2..]));
        assert!(coordinator.get(&format!("/items/{}", items[0])).expect(200).text().contains("Verkauft"));
        // Taken back: it is here, and counts as never sold.
        coordinator.post_form(&format!("/items/{}/undo", items[0]), &[("version", "2")]).expect(303);
        assert!(!sold(&ids[..1]));
        step(&items[0], "discard:waste", "3").expect(303);
        assert!(!sold(&ids[..1]));
        step(&items[0], "discard:eaten", "4").expect(400);
        assert_eq!(lines(&app, id).len(), 0);
        app.assert_sound();
    }

    of_used_pieces_somebody_says_which_belongs_to_which_line => |app| {
        let id = gift(&app, "private", &[("winterjacke", "140", "good"), ("winterjacke", "140", "good"), ("winterjacke", "140", "good")]);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/values");
        for description in ["Jacke, gefüttert", "Jacke, am Ärmel geflickt"] {
            let line = [("description", description), ("quantity", "1"), ("basis", "gemeiner_wert"), ("product", ""), ("group", "OUT"), ("condition", "good")];
            treasurer.post_form(&at, &line).expect(303);
        }
        let page = treasurer.get(&at).expect(200).text();
        assert!(!page.contains("gehört zu Zeile 1") && page.contains("Welches Etikett?") && page.contains("doppelt bewerten"), "{page}");
        let key = page.split("name=\"group\" value=\"").find(|rest| rest.starts_with("winterjacke")).and_then(|rest| rest.split('"').next()).expect("a group").to_owned();
        let to = lines(&app, id)[1].id.to_string();
        // The one that was scanned last, by its label.
        let item = app.sql("SELECT id FROM items ORDER BY id DESC LIMIT 1");
        let label = app.sql(&format!("SELECT label FROM items WHERE id = '{item}'")).parse::<gabentisch::codes::Code>().expect("a label");
        assert!(page.contains(&format!("<option value=\"{item}\">{}", label.printed())), "{page}");
        let put = |item: &str| treasurer.post_form(&format!("{at}/take"), &[("group", &key), ("line", &to), ("item", item)]);
        let (page, _) = follow(&treasurer, put(""));
        assert!(page.contains("Bitte wählen Sie das Etikett"), "{page}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM value_line_items"), "0");
        let (page, _) = follow(&treasurer, put(&item));
        assert!(page.contains("1 Stück liegt jetzt auf Zeile 2"), "{page}");
        assert_eq!(app.sql(&format!("SELECT line_id FROM value_line_items WHERE item_id = '{item}'")), to);
        // It is on that line, and the line has no room for a second.
        let (page, _) = follow(&treasurer, put(&item));
        assert!(page.contains("Bitte die Seite neu laden"), "{page}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM value_line_items"), "1");
        app.assert_sound();
    }

    a_lot_goes_on_a_line_with_all_that_was_taken_from_it => |app| {
        let (id, code) = app.donation(app.donor(DonorKind::Company, "Beispiel GmbH"));
        app.sql(&format!("UPDATE donations SET origin = 'private' WHERE id = '{id}'"));
        let (lot, mut scanner) = (app.labels(1)[0], app.scanner());
        let scan = Event::new("intake", lot).field("product", "seife").field("condition", "new").with("quantity", 10);
        scanner.send(scan.field("donation", code.to_string()));
        let (_, card) = app.household();
        scanner.scan("handout", card);
        assert_eq!(scanner.send(Event::new("handout", lot).with("quantity", 3))["outcome"], "applied");
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/values");
        let line = [("description", "Seifen, original verpackt"), ("quantity", "7"), ("identical", "on"), ("basis", "gemeiner_wert"), ("product", ""), ("group", ""), ("condition", "new")];
        treasurer.post_form(&at, &line).expect(303);
        // Seven are left, and with them come the three that are out.
        let page = treasurer.get(&at).expect(200).text();
        assert!(page.contains("Dort fehlen noch 7") && !page.contains("gehören zu Zeile 1"), "{page}");
        app.sql("UPDATE value_lines SET quantity = 10");
        let page = treasurer.get(&at).expect(200).text();
        assert!(page.contains("10 Stücke gehören zu Zeile 1"), "{page}");
        let key = page.split("name=\"group\" value=\"").find(|rest| rest.starts_with("seife")).and_then(|rest| rest.split('"').next()).expect("a group").to_owned();
        let to = lines(&app, id)[0].id.to_string();
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/take"), &[("group", &key), ("line", &to)]));
        assert!(page.contains("10 Stücke liegen jetzt auf Zeile 1") && page.contains("10 von 10 gescannt"), "{page}");
        let free = app.house.store().read(|db| value_lines::bare_items(db, id)).map_err(|e: StoreError| e).expect("items");
        assert!(free.is_empty(), "{free:?}");
        app.assert_sound();
    }

    a_bathrobe_is_no_coat => |app| {
        let id = gift(&app, "private", &[("mantel", "38", "good")]);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/values");
        let line = |description: &str| [("description", description.to_owned()), ("quantity", "1".to_owned()), ("basis", "gemeiner_wert".to_owned())];
        let write = |description: &str| {
            let line = line(description);
            let fields: Vec<(&str, &str)> = line.iter().map(|(name, value)| (*name, value.as_str())).collect();
            treasurer.post_form(&at, &fields).expect(303);
            treasurer.get(&at).expect(200).text()
        };
        let page = write("Bademantel, weiß");
        assert!(page.contains("Alle übernehmen") && !page.contains("doppelt bewerten"), "{page}");
        let page = write("Damenmantel, blau");
        assert!(!page.contains("Alle übernehmen") && page.contains("1 Stück gehört zu Zeile 2"), "{page}");
    }
}
