//! Every page in a real Chromium: dark on a phone and light on a desk's screen, in every language, as the person whose page it
//! is; axe finds nothing on any of them. Pictures lie in `target/pictures` afterwards, to be looked at.

use std::collections::BTreeSet;
use std::path::Path;

use gabentisch::texts::Lang;

use crate::support::Browser;
use crate::support::axe::{findings, prefer};
use crate::support::town::{Town, VIEWERS, Walk, name, without_a_way};

/// A screen: scheme, width and height in CSS pixels.
type Screen = (&'static str, u32, u32);

const PHONE: Screen = ("dark", 360, 740);
const DESK: Screen = ("light", 1280, 900);

/// The languages with the screens on which each is looked at. Arabic runs from right to left, and Ukrainian words are the
/// longest: what those do to a page shows best on both screens and in the header of a desk's.
const LOOKS: [(Lang, &[Screen]); 4] =
    [(Lang::De, &[PHONE, DESK]), (Lang::En, &[PHONE, DESK]), (Lang::Ar, &[PHONE, DESK]), (Lang::Uk, &[DESK])];

#[test]
fn every_page_at_phone_and_desk_width_in_every_language() {
    let town = Town::open();
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for role in VIEWERS {
        let walk = Walk::begin(&town, role);
        for (language, screens) in LOOKS {
            walk.speak(language);
            let (language, browser) = (language.tag(), &walk.browser);
            for (scheme, width, height) in screens {
                prefer(browser, scheme);
                browser.screen(*width, *height);
                for (pattern, path) in &walk.pages {
                    walk.go(path);
                    let place = format!("{} {pattern} {scheme} {width} {language}", name(role));
                    wrong.extend(look_closely(browser, language).into_iter().map(|what| format!("{place}: {what}")));
                    let file =
                        format!("{}{}-{width}-{language}.png", name(role), pattern.replace(['/', '{', '}'], "_"));
                    std::fs::write(pictures.join(file), browser.picture()).expect("a picture");
                    seen.insert(pattern.clone());
                }
            }
        }
    }
    wrong.extend(without_a_way(&seen));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What every page must keep to, and what axe finds.
pub fn look_closely(browser: &Browser, language: &str) -> Vec<String> {
    let mut wrong = look_at(browser, language);
    wrong.extend(findings(browser));
    wrong
}

/// What every page must keep to.
pub fn look_at(browser: &Browser, language: &str) -> Vec<String> {
    let mut wrong = browser.complaints();
    let facts = browser.run(
        "const d = document.documentElement;
         const wide = [...document.body.querySelectorAll('*')].filter(e => (e.getBoundingClientRect().right > innerWidth + 1
             || e.getBoundingClientRect().left < -1) && getComputedStyle(e).position !== 'absolute'
             && !e.closest('[data-scroll], svg, .visually-hidden, details:not([open])'));
         return {
             lang: d.lang, dir: getComputedStyle(d).direction, title: document.title, h1: document.querySelectorAll('h1').length,
             over: d.scrollWidth - innerWidth, first: wide.length ? wide[0].outerHTML.slice(0, 120) : '',
             foreign: performance.getEntriesByType('resource').filter(r => !r.name.startsWith(location.origin)).map(r => r.name),
             unnamed: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(e => !e.labels?.length && !e.ariaLabel && !e.getAttribute('aria-labelledby')).map(e => e.name || e.outerHTML.slice(0, 60)),
             mute: [...document.querySelectorAll('a[href], button')].filter(e => !e.innerText?.trim() && !e.ariaLabel && !e.title && !e.textContent.trim()).map(e => e.outerHTML.slice(0, 80)),
         }",
    );
    if facts["lang"] != language {
        wrong.push(format!("the page says it is {}", facts["lang"]));
    }
    if (facts["dir"] == "rtl") != (language == "ar") {
        wrong.push(format!("the page runs {}", facts["dir"]));
    }
    if facts["h1"] != 1 {
        wrong.push(format!("{} headings of the first rank", facts["h1"]));
    }
    if facts["over"].as_i64().is_some_and(|over| over > 1) {
        wrong.push(format!("{} px wider than the screen: {}", facts["over"], facts["first"]));
    }
    for (what, list) in
        [("asks elsewhere", "foreign"), ("a field without a name", "unnamed"), ("a button without a word", "mute")]
    {
        if facts[list].as_array().is_some_and(|list| !list.is_empty()) {
            wrong.push(format!("{what}: {}", facts[list]));
        }
    }
    wrong
}
