//! axe, the accessibility checker, in a page of the test's browser.

use serde_json::{Value, json};

use super::Browser;

/// The version that `tests/run` fetches.
const VERSION: &str = "4.14.0";

/// WCAG 2.2 AA and what else is good practice.
const RULES: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

fn source() -> String {
    let file = format!("{}/target/axe/axe-{VERSION}.min.js", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&file).unwrap_or_else(|_| panic!("{file} is not there: run tests/run once, it fetches axe"))
}

/// What axe finds on the page that is open, a line for each kind of fault with its first places.
pub fn findings(browser: &Browser) -> Vec<String> {
    browser.protocol("Runtime.evaluate", json!({ "expression": source() }));
    let script = format!(
        "axe.run(document, {{ resultTypes: ['violations'], runOnly: {RULES} }}).then(r => r.violations.map(v => \
         `${{v.id}} (${{v.help}}): ` + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? '') + ' ' + n.html.slice(0, 140)).join(' | ')))"
    );
    let answer = browser
        .protocol("Runtime.evaluate", json!({ "expression": script, "awaitPromise": true, "returnByValue": true }));
    let found = answer["result"]["value"].as_array().unwrap_or_else(|| panic!("axe did not run: {answer}"));
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Light or dark, whatever the machine prefers.
pub fn prefer(browser: &Browser, scheme: &str) {
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    browser.protocol("Emulation.setEmulatedMedia", json!({ "features": features }));
}
