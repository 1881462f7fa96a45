//! A job with keys alone: sign in, find an item, open it, correct it, save.

use gabentisch::domain::rights::Role;
use serde_json::json;

use crate::support::Browser;
use crate::support::town::Town;

const ENTER: &str = "\u{e007}";
const TAB: &str = "\u{e004}";
const RIGHT: &str = "\u{e014}";

impl Browser {
    /// Tabs until what has the focus fits the selector. What has it on the way must be seen to have it.
    #[track_caller]
    fn tab_to(&self, selector: &str) {
        for _ in 0..120 {
            self.keys(TAB);
            let state = self.run(&format!(
                "const e = document.activeElement, of = x => getComputedStyle(x);
                 const ring = [e, e.nextElementSibling].filter(Boolean).some(x => parseFloat(of(x).outlineWidth) >= 3 && of(x).outlineStyle !== 'none')
                   || ['::before', '::after'].some(p => parseFloat(getComputedStyle(e, p).outlineWidth) >= 3);
                 return {{ there: e.matches({selector:?}), ring, what: e.outerHTML.slice(0, 120) }}"
            ));
            assert!(state["ring"] == json!(true), "the focus is not seen on {}", state["what"]);
            if state["there"] == json!(true) {
                return;
            }
        }
        panic!("no number of tabs leads to {selector}");
    }

    /// Past the menu, with the page's first link.
    fn skip_menu(&self) {
        self.tab_to("a.skip");
        self.keys(ENTER);
        self.wait_for("document.activeElement.id === 'main'");
    }

    /// From an item's page to its form: the quick one opens, and leads on to the whole.
    fn to_the_form(&self) {
        self.skip_menu();
        self.tab_to("main details.more:has(a[href$='/edit']) > summary");
        self.keys(ENTER);
        self.tab_to("main a[href$='/edit']");
        self.keys(ENTER);
        self.wait_for("location.pathname.endsWith('/edit')");
    }
}

#[test]
fn an_item_is_found_opened_and_corrected_with_keys_alone() {
    let town = Town::open();
    let browser = Browser::start("de");
    browser.screen(1280, 900);
    browser.go(&format!("{}/sign-in", town.url()));
    // The name has the focus already.
    browser.keys(Role::Coordinator.word());
    browser.tab_to("#password");
    browser.keys(town.password(Role::Coordinator));
    browser.keys(ENTER);
    browser.wait_for("location.pathname === '/'");

    browser.tab_to("nav a[href='/items']");
    browser.keys(ENTER);
    browser.wait_for("location.pathname === '/items'");
    browser.skip_menu();
    browser.tab_to("main input[type=search]");
    browser.keys("winterjacke");
    browser.keys(ENTER);
    browser.wait_for("location.search.includes('winterjacke')");
    browser.skip_menu();
    browser.tab_to("tbody a[href^='/items/']");
    browser.keys(ENTER);
    browser.wait_for("/^[/]items[/].{10,}$/.test(location.pathname)");

    browser.to_the_form();
    browser.tab_to("input[name=condition]");
    let chosen = browser.run("return document.querySelector('input[name=condition]:checked')?.value");
    browser.keys(RIGHT);
    let other = browser.run("return document.querySelector('input[name=condition]:checked')?.value");
    assert_ne!(chosen, other, "the arrow keys choose");
    browser.keys(ENTER);
    browser.wait_for("/^[/]items[/][^/]+$/.test(location.pathname)");
    browser.to_the_form();
    assert_eq!(
        browser.run("return document.querySelector('input[name=condition]:checked').value"),
        other,
        "it is saved"
    );
}
