//! Donors on their pages: recorded, found, corrected, and kept from whoever has no business with them.

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::support::{Answer, Client, TestApp, both};

/// Follows the redirect after something was done.
#[track_caller]
pub fn follow(client: &Client, answer: Answer) -> (String, String) {
    let to = answer.expect(303).location.expect("a place to go on");
    (client.get(&to).expect(200).text(), to)
}

/// The addresses of the rows of a list, and of its next and previous page.
pub fn links(page: &str, beginning: &str) -> Vec<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with(beginning))
        .map(|href| href.replace("&amp;", "&").replace("&#38;", "&"))
        .collect()
}

fn neighbour(page: &str, rel: &str) -> Option<String> {
    let link = page.split("<a ").find(|tag| tag.contains(&format!("rel=\"{rel}\"")))?;
    links(link, "/").into_iter().next()
}

both! {
    a_donor_is_recorded_found_and_corrected => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let fields = [
            ("kind", "company"), ("name", "  Größenwahn & Söhne  "), ("street", "Beispielweg 1"), ("postcode", "00001"),
            ("city", "Musterstadt"), ("email", "post@example.org"), ("note", "Erreichbar\nnachmittags"),
        ];
        let (page, at) = follow(&treasurer, treasurer.post_form("/donors/new", &fields));
        assert!(page.contains("Größenwahn &#38; Söhne") && page.contains("Beispielweg 1, 00001 Musterstadt"), "{page}");
        for text in ["groessenwahn", "GR%C3%96SSENWAHN", "musterst", "soehne+muster", "S%C3%B6hne"] {
            let list = treasurer.get(&format!("/donors?q={text}")).expect(200).text();
            assert!(list.contains(&at), "{text} does not find it");
        }
        for text in ["%25", "_", "hosen", "groessenwahn&kind=private"] {
            let list = treasurer.get(&format!("/donors?q={text}")).expect(200).text();
            // What folds to nothing filters nothing.
            assert_eq!(list.contains(&at), text.len() < 4, "{text}");
        }
        let edited = [("kind", "company"), ("name", "Größenwahn"), ("version", "1")];
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/edit"), &edited));
        assert!(page.contains("<h1>Größenwahn</h1>") && !page.contains("Beispielweg"));
        let late = treasurer.post_form(&format!("{at}/edit"), &edited).expect(422).text();
        assert!(late.contains("Inzwischen geändert") && late.contains("hat das um"), "{late}");
        assert_eq!(app.sql("SELECT count(*) FROM labels WHERE kind = 'donor'"), "1");
    }

    every_donor_is_on_one_page_of_the_list => |app| {
        for number in 0..120 {
            // Some share a name, so that the page ends in the middle of equals.
            app.donor(DonorKind::Private, &format!("Probe {}", number / 30));
        }
        let coordinator = app.signed_in(Role::Coordinator);
        let mut seen = Vec::new();
        let mut at = Some("/donors".to_owned());
        let mut pages = Vec::new();
        while let Some(address) = at {
            let page = coordinator.get(&address).expect(200).text();
            let rows: Vec<_> = links(&page, "/donors/0").into_iter().collect();
            pages.push(rows.clone());
            seen.extend(rows);
            at = neighbour(&page, "next");
            if at.is_none() {
                let before = coordinator.get(&neighbour(&page, "prev").expect("a page before")).expect(200).text();
                assert_eq!(links(&before, "/donors/0"), pages[pages.len() - 2]);
            }
        }
        assert_eq!(seen.len(), 120);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 120);
    }
}

#[test]
fn what_is_missing_is_said_beside_the_field() {
    let app = TestApp::new();
    let treasurer = app.signed_in(Role::Treasurer);
    let fields = [("kind", "private"), ("name", " "), ("city", "Ausgedacht"), ("email", "niemand")];
    let page = treasurer.post_form("/donors/new", &fields).expect(422).text();
    assert!(page.contains("Bitte einen Namen angeben"), "{page}");
    assert!(page.contains("value=\"Ausgedacht\""), "what was typed is kept");
    let (page, _) = follow(&treasurer, treasurer.post_form("/donors/new", &[("kind", "anonymous")]));
    assert!(page.contains("<h1>Anonym</h1>"));
    let (page, _) = follow(
        &treasurer,
        treasurer.post_form("/donors/new", &[("kind", "private"), ("name", "<script>alert(1)</script>")]),
    );
    assert!(!page.contains("<script>alert"), "{page}");
    treasurer.get("/donors/unsinn").expect(404);
    treasurer.get(&format!("/donors/{}", uuid::Uuid::nil())).expect(404);
}

#[test]
fn an_empty_list_says_what_to_do_next() {
    let app = TestApp::new();
    let coordinator = app.signed_in(Role::Coordinator);
    for (path, sentence) in [
        ("/donors", "Legen Sie den ersten Spender an"),
        ("/donations", "Nehmen Sie die erste Spende auf"),
        ("/items", "Scannen Sie am Eingang das erste Etikett"),
        ("/items?q=104", "Prüfen Sie die Schreibweise"),
        ("/donations/new?q=niemand", "Legen Sie ihn an"),
    ] {
        assert!(coordinator.get(path).expect(200).text().contains(sentence), "{path}");
    }
}
