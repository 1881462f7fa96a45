//! Long lists: their orders, chips, the way back from a row and to the next one, and the same as a table.

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::links;
use crate::support::{Client, Event, both};

/// The rows of a list through all its pages, forwards; and each page is found again on the way back.
fn walk(client: &Client, address: &str, rows: &str) -> Vec<String> {
    let neighbour = |page: &str, rel: &str| {
        let tag = page.split("<a ").find(|tag| tag.contains(&format!("rel=\"{rel}\"")) && tag.contains("button"))?;
        links(tag, "/").into_iter().next()
    };
    let bare = |page: &str| -> Vec<String> {
        links(page, rows).into_iter().map(|href| href.split('?').next().unwrap_or_default().to_owned()).collect()
    };
    let mut pages = vec![client.get(address).expect(200).text()];
    while let Some(next) = neighbour(pages.last().expect("a page"), "next") {
        assert!(next.starts_with(address.split('?').next().unwrap_or_default()), "{next}");
        pages.push(client.get(&next).expect(200).text());
        assert!(pages.len() < 20, "the list has an end");
    }
    for at in (1..pages.len()).rev() {
        let before = neighbour(&pages[at], "prev").expect("a way back");
        assert_eq!(bare(&client.get(&before).expect(200).text()), bare(&pages[at - 1]), "{before}");
        let first = neighbour(&pages[at], "first").expect("a way to the beginning");
        assert_eq!(bare(&client.get(&first).expect(200).text()), bare(&pages[0]), "{first}");
    }
    pages.iter().flat_map(|page| bare(page)).collect()
}

both! {
    items_in_every_order_are_each_on_one_page => |app| {
        let labels = app.labels(64);
        let (_, shelf) = app.shelf("Regal 10");
        let (_, other) = app.shelf("Regal 9");
        let mut scanner = app.scanner();
        let products = ["jeans", "winterjacke", "tshirt"];
        let events = labels.iter().enumerate().map(|(at, label)| {
            Event::new("intake", label).field("product", products[at % 3])
        });
        scanner.send_all(events.collect());
        scanner.scan("move", shelf);
        for label in &labels[..20] { scanner.scan("move", label); }
        scanner.scan("move", other);
        for label in &labels[20..40] { scanner.scan("move", label); }
        let coordinator = app.signed_in(Role::Coordinator);
        let addresses = |numbers: Vec<usize>| -> Vec<String> {
            numbers.into_iter().map(|at| format!("/items/{}", labels[at])).collect()
        };
        for order in ["", "moved", "waiting", "kind", "place"] {
            let all = walk(&coordinator, &format!("/items?order={order}&rows=25"), "/items/A");
            let mut each = all.clone();
            each.sort();
            each.dedup();
            assert_eq!((all.len(), each.len()), (64, 64), "{order}");
        }
        let newest = walk(&coordinator, "/items?rows=25", "/items/A");
        assert_eq!(newest, addresses((0..64).rev().collect()));
        let moved = walk(&coordinator, "/items?order=moved&rows=25", "/items/A");
        assert_eq!(moved[0], format!("/items/{}", labels[39]));
        let mut waiting = walk(&coordinator, "/items?order=waiting&rows=25", "/items/A");
        waiting.reverse();
        assert_eq!(waiting, moved);
        // Shelf 9 before shelf 10, then what has no place; the newest first in each.
        let place = walk(&coordinator, "/items?order=place&rows=25", "/items/A");
        assert_eq!(place, addresses((20..40).rev().chain((0..20).rev()).chain((40..64).rev()).collect()));
        let kind = walk(&coordinator, "/items?order=kind&rows=25", "/items/A");
        let of = |product: usize| (0..64).rev().filter(move |at| at % 3 == product);
        assert_eq!(kind, addresses(of(0).chain(of(2)).chain(of(1)).collect()));
        // A place that has gone and a number that is none give the list as it is.
        for odd in ["order=Unsinn&rows=7", "place=Unsinn", "after=00000000-0000-0000-0000-000000000000&order=kind"] {
            assert!(!links(&coordinator.get(&format!("/items?{odd}")).expect(200).text(), "/items/A").is_empty(), "{odd}");
        }
    }

    filters_are_taken_off_one_by_one_and_survive_an_edit => |app| {
        let labels = app.labels(3);
        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        let (donation, code) = app.donation(donor);
        let mut scanner = app.scanner();
        for label in &labels { scanner.take_in(label, "winterjacke", "104", Some(&code)); }
        let coordinator = app.signed_in(Role::Coordinator);
        let address = format!("/items?q=winterjacke&state=in_stock&group=OUT&donation={donation}&order=moved&rows=25");
        let page = coordinator.get(&address).expect(200).text();
        for (chip, without) in [
            ("Suche: winterjacke", address.replace("q=winterjacke&", "")),
            ("im Bestand", address.replace("state=in_stock&", "")),
            ("Spende vom", address.replace(&format!("donation={donation}&"), "")),
        ] {
            let tag = page.split("<a class=\"chip-button\"").skip(1).find(|tag| tag.contains(chip));
            let tag = tag.unwrap_or_else(|| panic!("{chip}: {page}"));
            assert_eq!(links(tag, "/items")[0], without, "{chip}");
        }
        // The row leads to its page, that back to the list and on to the next; also after something was changed there.
        let row = links(&page, "/items/A")[0].clone();
        let item = coordinator.get(&row).expect(200).text();
        assert!(links(&item, "/items?").contains(&address), "{item}");
        let id = app.sql(&format!("SELECT id FROM items WHERE label = '{}'", labels[2]));
        coordinator.post_form(&format!("/items/{id}/step"), &[("step", "to_care"), ("version", "1")]).expect(303);
        let changed = coordinator.get(&format!("/items/{id}")).expect(200).text();
        assert!(links(&changed, "/items?").contains(&address), "{changed}");
        let next = links(&item, "/items/").into_iter().find(|href| href.contains("/next")).expect("a next one");
        let to = coordinator.get(&next).expect(303).location.expect("a piece");
        assert!(to.starts_with(&format!("/items/{}?list=", labels[1])), "{to}");
        // Behind the last one comes the list.
        let last = next.replace(labels[2].as_str(), labels[0].as_str());
        assert_eq!(coordinator.get(&last).expect(303).location, Some(address));
        // Nobody is led elsewhere by a link that was tampered with.
        let page = coordinator.get(&format!("/items/{}?list=https%3A%2F%2Fevil.example%2F", labels[0])).expect(200).text();
        assert!(!page.contains("href=\"https:") && !page.contains("href=\"//"), "{page}");
    }

    a_list_is_a_table_with_the_same_filters => |app| {
        let labels = app.labels(620);
        let events = labels.iter().enumerate().map(|(at, label)| {
            Event::new("intake", label).field("product", if at < 610 { "tshirt" } else { "jeans" })
        });
        app.scanner().send_all(events.collect());
        app.donor(DonorKind::Private, "=1+2 Erfunden");
        let coordinator = app.signed_in(Role::Coordinator);
        let answer = coordinator.get("/items.csv?q=tshirt&order=moved").expect(200);
        assert!(answer.headers["content-type"].to_str().is_ok_and(|kind| kind.starts_with("text/csv")));
        let table = answer.text();
        assert!(table.starts_with("\u{feff}Etikett;Artikel;"), "{}", &table[..60]);
        // More than one portion, each once.
        let mut rows: Vec<&str> = table.lines().skip(1).collect();
        assert_eq!(rows.len(), 610);
        rows.sort_unstable();
        rows.dedup();
        assert_eq!(rows.len(), 610);
        assert!(rows.iter().all(|row| row.contains("T-Shirt")), "{}", rows[0]);
        let donors = coordinator.get("/donors.csv").expect(200).text();
        assert!(donors.contains("'=1+2 Erfunden"), "{donors}");
        coordinator.get("/donations.csv?q=nobody").expect(200);
        app.signed_in(Role::Volunteer).get("/donors.csv").expect(403);
    }

    households_and_people_are_paged_both_ways => |app| {
        for _ in 0..60 {
            app.household();
        }
        // By hand, because a password takes its time.
        let columns = "name, display_name, password_hash, role, lang, active, failed_sign_ins, created_at, version";
        for number in 0..60 {
            app.sql(&format!(
                "INSERT INTO users (id, {columns}) VALUES ('01900000-0000-7000-8000-0000000000{number:02}', \
                 'probe{number:02}', 'Probe {number}', '-', 'volunteer', 'de', TRUE, 0, '2026-01-01 00:00:00', 1)"
            ));
        }
        let coordinator = app.signed_in(Role::Coordinator);
        for order in ["", "&order=waiting"] {
            let all = walk(&coordinator, &format!("/households?rows=25{order}"), "/households/0");
            assert_eq!(all.len(), 60, "{order}");
        }
        let admin = app.signed_in(Role::Admin);
        assert_eq!(walk(&admin, "/settings/users?rows=25&q=probe&role=volunteer", "/settings/users/0").len(), 60);
    }
}
