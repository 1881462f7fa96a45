//! Every page is light: markup, styles and scripts together stay below 60 KB as they travel, and nothing comes from
//! elsewhere. So a phone in a cellar with little reception has its page at once.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::town::{Town, VIEWERS, Walk, name, without_a_way};

/// Bytes of HTML, CSS and JavaScript of one page, compressed, with nothing in the browser's cache.
const BUDGET: i64 = 60_000;

/// What the open page asked for: compressed bytes of the page, its styles and its scripts, and foreign addresses.
const ASKED: &str = "
    const own = performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'));
    const counts = e => e.entryType === 'navigation' || /[.](css|js|mjs)$/.test(new URL(e.name).pathname);
    return { bytes: own.filter(counts).reduce((sum, e) => sum + e.encodedBodySize, 0),
             plain: own.filter(counts).reduce((sum, e) => sum + e.decodedBodySize, 0),
             foreign: own.map(e => e.name).filter(name => !name.startsWith(location.origin) && !name.startsWith('blob:')) }";

#[test]
fn every_page_is_below_60_kilobytes_and_asks_nobody_else() {
    let town = Town::open();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    let mut largest = (0, String::new());
    for role in VIEWERS {
        let walk = Walk::begin(&town, role);
        walk.browser.screen(1280, 900);
        walk.browser.protocol("Network.enable", json!({}));
        walk.browser.protocol("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
        // What the worker has kept is not packed any more: what counts is what travels.
        walk.browser.protocol("Network.setBypassServiceWorker", json!({ "bypass": true }));
        for (pattern, path) in &walk.pages {
            walk.go(path);
            walk.browser.wait_for("document.readyState === 'complete'");
            let asked = walk.browser.run(ASKED);
            let (bytes, plain) = (asked["bytes"].as_i64().unwrap_or(0), asked["plain"].as_i64().unwrap_or(0));
            let place = format!("{} {pattern}", name(role));
            if bytes == 0 || bytes * 2 > plain {
                wrong.push(format!("{place}: {bytes} bytes for {plain}, this was not compressed"));
            }
            if bytes >= BUDGET {
                wrong.push(format!("{place}: {bytes} bytes"));
            }
            if asked["foreign"].as_array().is_none_or(|foreign: &Vec<Value>| !foreign.is_empty()) {
                wrong.push(format!("{place}: asks elsewhere: {}", asked["foreign"]));
            }
            largest = largest.max((bytes, place));
            seen.insert(pattern.clone());
        }
    }
    println!("The largest page is {} with {} bytes.", largest.1, largest.0);
    wrong.extend(without_a_way(&seen));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
