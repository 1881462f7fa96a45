//! A mentor's open page when the link ends: the household goes from the screen within seconds, and nobody clicks.

use gabentisch::actions::link_mentor;
use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

#[test]
fn an_open_page_loses_the_household_when_the_link_ends() {
    let app = TestApp::new();
    let (household, card) = app.household();
    let kim = app.add_user("kim", Role::Mentor);
    link_mentor::link(&app.house, &app.caretaker(), household, kim).expect("a link");
    app.needs(household, &[("winterjacke", "104", 1)]);
    let browser = Browser::start("de");
    browser.screen(360, 740);
    browser.sign_in(&app.url, "kim", PASSWORD);
    assert!(browser.text("main").contains(&card.printed()));
    browser.go(&format!("{}/households/{household}", app.url));
    assert!(browser.text("main").contains("Winterjacke"));
    // Somebody is in the middle of writing: that goes too.
    browser.run("document.querySelector('#proxy-name').closest('details').open = true");
    browser.type_into("#proxy-name", "Oma");
    link_mentor::unlink(&app.house, &app.caretaker(), household, kim).expect("ended");
    browser.wait_for("document.querySelector('main').textContent.includes('nicht mehr verknüpft')");
    assert!(!browser.text("main").contains("Winterjacke"));
    assert!(!browser.text("body").contains(&card.printed()));
    browser.click("main a.button");
    browser.wait_for("location.pathname === '/'");
    assert!(!browser.text("main").contains(&card.printed()));
    assert!(browser.complaints().iter().all(|line| line.contains("404")), "{:?}", browser.complaints());
}
