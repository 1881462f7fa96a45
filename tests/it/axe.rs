//! axe finds nothing on any page: every page of every role, in every language that pages speak, light and dark, on a phone
//! and on a desk.

use std::collections::BTreeSet;

use gabentisch::texts::Lang;

use crate::support::axe::{findings, prefer};
use crate::support::town::{Town, VIEWERS, Walk, name, without_a_way};

/// The languages that are looked at: left to right in a language of the house and another, and right to left.
const LANGUAGES: [Lang; 3] = [Lang::De, Lang::En, Lang::Ar];

/// How pages are looked at: the scheme, and the screen's width and height in CSS pixels.
const LOOKS: [(&str, u32, u32); 2] = [("light", 1280, 900), ("dark", 360, 740)];

#[test]
fn axe_finds_nothing_on_any_page() {
    let town = Town::open();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for role in VIEWERS {
        let walk = Walk::begin(&town, role);
        for lang in LANGUAGES.into_iter().filter(|lang| lang.is_of_pages()) {
            walk.speak(lang);
            for (scheme, width, height) in LOOKS {
                prefer(&walk.browser, scheme);
                walk.browser.screen(width, height);
                for (pattern, path) in &walk.pages {
                    walk.go(path);
                    let place = format!("{} {pattern} {} {scheme} {width}", name(role), lang.tag());
                    wrong.extend(findings(&walk.browser).into_iter().map(|found| format!("{place}: {found}")));
                    seen.insert(pattern.clone());
                }
            }
        }
    }
    wrong.extend(without_a_way(&seen));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
