//! The figures in a real browser: on a phone nothing overlaps or overflows, and right-to-left pages keep their charts.

use gabentisch::domain::rights::Role;
use serde_json::json;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

/// Texts of one chart that lie on each other.
const OVERLAPS: &str = "
    const hits = [];
    for (const chart of document.querySelectorAll('.c-svg')) {
        const boxes = [...chart.querySelectorAll('text')].filter(t => getComputedStyle(t).display !== 'none')
            .map(t => [t.textContent, t.getBoundingClientRect()]);
        boxes.forEach(([a, p], i) => boxes.slice(i + 1).forEach(([b, q]) => {
            if (p.left < q.right && q.left < p.right && p.top + 2 < q.bottom - 2 && q.top + 2 < p.bottom - 2) hits.push(a + ' | ' + b);
        }));
    }
    return hits;";

#[test]
fn charts_fit_a_phone_and_keep_their_direction() {
    let app = TestApp::new();
    app.add_user("kora", Role::Coordinator);
    let mut scanner = app.scanner();
    for (at, label) in app.labels(9).iter().enumerate() {
        scanner.take_in(label, ["winterjacke", "muetze", "socken"][at % 3], "", None);
    }
    let (household, _) = app.household();
    app.needs(household, &[("winterjacke", "", 2), ("jeans", "", 1)]);
    let browser = Browser::start("de");
    browser.sign_in(&app.url, "kora", PASSWORD);
    for path in ["/figures", "/figures?from=2025-12-01", "/"] {
        for width in [360, 1280] {
            browser.screen(width, 800);
            browser.go(&format!("{}{path}", app.url));
            assert_eq!(browser.run(OVERLAPS), json!([]), "{path} at {width}");
            assert_eq!(browser.run("return document.documentElement.scrollWidth"), json!(width), "{path}");
        }
    }
    browser.go(&format!("{}/figures", app.url));
    let bars =
        "const bars = [...document.querySelectorAll('#in-out .c-svg g')].map(g => g.getBoundingClientRect().left);
        return bars.length === 26 && bars.every((left, at) => at === 0 || left > bars[at - 1]);";
    assert_eq!(browser.run(bars), json!(true), "the first week stands left");
    browser.run("document.documentElement.dir = 'rtl'");
    assert_eq!(browser.run(bars), json!(true), "and on a page that runs right to left too");
    let start = "const row = document.querySelector('#stock .c-svg a'); const bar = row.querySelector('.c-1').getBoundingClientRect();
        return Math.abs(bar.left - row.closest('svg').getBoundingClientRect().left) < 2;";
    assert_eq!(browser.run(start), json!(true), "lying bars begin at the left");
    // A bar leads to the list behind it, also by keyboard, and the table opens without a script.
    browser.run("document.querySelector('#stock .c-svg a').focus()");
    assert_eq!(
        browser.run("return document.activeElement.querySelector('title').textContent.includes('frei')"),
        json!(true)
    );
    browser.click("#stock summary");
    browser.wait_for("document.querySelector('#stock table').offsetHeight > 0");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
