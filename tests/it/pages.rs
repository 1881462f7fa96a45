//! Every page in a real Chromium: phone and desk screen, German and English, as the person whose page it is. Pictures lie
//! in `target/pictures` afterwards, to be looked at.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use gabentisch::domain::rights::Role;
use gabentisch::web::Access;
use gabentisch::web::routes::ROUTES;
use serde_json::Value;

use crate::support::Browser;

/// A small town, served by the real binary.
struct Town {
    process: Child,
    ready: Value,
    _folder: tempfile::TempDir,
}

impl Town {
    fn open() -> Town {
        let folder = tempfile::tempdir().expect("a folder");
        let mut process = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
            .args(["demo", "--size", "small", "--json", "--listen", "127.0.0.1:0", "--dir"])
            .arg(folder.path().join("town"))
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the demo starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        let ready = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
        Town { process, ready, _folder: folder }
    }

    fn url(&self) -> &str {
        self.ready["url"].as_str().expect("an address")
    }

    fn password(&self, role: Role) -> &str {
        let users = self.ready["users"].as_array().expect("users");
        let user = users.iter().find(|user| user["role"] == role.word()).expect("one of each role");
        user["password"].as_str().expect("a password")
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The role in whose eyes a page is looked at: the one with most business there.
fn viewer(access: Access) -> Option<Role> {
    let order = [Role::Coordinator, Role::Treasurer, Role::Mentor, Role::Volunteer, Role::Admin];
    match access {
        Access::Public => None,
        Access::SignedIn => Some(Role::Coordinator),
        Access::Any(rights) | Access::Scanner(rights) => {
            order.into_iter().find(|role| rights.iter().any(|right| role.may(*right)))
        }
    }
}

/// Pages are routes that show something to people: no files, no interfaces.
fn is_page(method: &str, pattern: &str) -> bool {
    let machine =
        ["/api/", "/static/", "/healthz", "/readyz", "/metrics"].iter().any(|start| pattern.starts_with(start));
    let file = [".csv", ".pdf", ".json"].iter().any(|end| pattern.ends_with(end)) || pattern.starts_with("/labels/");
    // Lines that stay open are none; an invitation is looked at by `phone_browser`.
    // A photo's list is there only while somebody works on it: `photo_browser` looks at it.
    method == "get"
        && !machine
        && !file
        && !pattern.starts_with("/desk/photo/")
        && !pattern.ends_with("/events")
        && pattern != "/phone/{secret}"
}

/// The addresses that the page links to, of this house.
fn links(browser: &Browser) -> BTreeSet<String> {
    let found = browser.run("return [...document.querySelectorAll('main a[href], header a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname)");
    found.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn matches(pattern: &str, path: &str) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    a.len() == b.len()
        && a.iter().zip(&b).all(|(a, b)| {
            a == b || (a.starts_with('{') && b.len() == 36) || (a.starts_with('{') && !b.contains("new") && b.len() > 3)
        })
}

/// An address for each pattern, found by walking links from the home page as the viewer would.
fn addresses(browser: &Browser, base: &str, patterns: &[&str]) -> Vec<(String, String)> {
    let mut known: BTreeSet<String> =
        patterns.iter().filter(|pattern| !pattern.contains('{')).map(|p| (*p).to_owned()).collect();
    let mut walked = BTreeSet::new();
    for _ in 0..3 {
        let open: Vec<&&str> =
            patterns.iter().filter(|pattern| !known.iter().any(|path| matches(pattern, path))).collect();
        if open.is_empty() {
            break;
        }
        // One example of each kind of page is enough to walk on from.
        let mut kinds = BTreeSet::new();
        let next: Vec<String> = known
            .iter()
            .filter(|path| !walked.contains(*path) && patterns.iter().any(|pattern| matches(pattern, path)))
            .filter(|path| kinds.insert(patterns.iter().position(|pattern| matches(pattern, path))))
            .cloned()
            .collect();
        for path in next {
            browser.go(&format!("{base}{path}"));
            known.extend(links(browser));
            walked.insert(path);
        }
    }
    patterns
        .iter()
        .filter_map(|pattern| Some(((*pattern).to_owned(), known.iter().find(|path| matches(pattern, path))?.clone())))
        .collect()
}

#[test]
fn every_page_at_phone_and_desk_width_in_both_languages() {
    let town = Town::open();
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for role in [
        None,
        Some(Role::Coordinator),
        Some(Role::Treasurer),
        Some(Role::Mentor),
        Some(Role::Volunteer),
        Some(Role::Admin),
    ] {
        let browser = Browser::start("de");
        let mut patterns: Vec<&str> = ROUTES
            .iter()
            .filter(|(method, pattern, access)| is_page(method, pattern) && viewer(*access) == role)
            .map(|(_, pattern, _)| *pattern)
            .collect();
        if let Some(role) = role {
            browser.sign_in(town.url(), role.word(), town.password(role));
            // Everybody's home page is another one.
            if !patterns.contains(&"/") {
                patterns.push("/");
            }
        }
        let pages = addresses(&browser, town.url(), &patterns);
        for language in ["de", "en"] {
            for (pattern, path) in &pages {
                for (width, height) in [(360, 740), (1280, 900)] {
                    browser.screen(width, height);
                    browser.go(&format!("{}{path}", town.url()));
                    let place = format!("{} {pattern} {width} {language}", role.map_or("visitor", Role::word));
                    wrong.extend(look_at(&browser, language).into_iter().map(|what| format!("{place}: {what}")));
                    let name = format!(
                        "{}{}-{width}-{language}.png",
                        role.map_or("visitor", Role::word),
                        pattern.replace(['/', '{', '}'], "_")
                    );
                    std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
                    seen.insert(*patterns.iter().find(|known| *known == pattern).expect("a pattern"));
                }
            }
            if language == "de" {
                browser.go(&format!("{}{}", town.url(), role.map_or("/sign-in", |_| "/")));
                browser.click("button[name=lang][value=en]");
                browser.wait_for("document.documentElement.lang === 'en'");
            }
        }
    }
    for (method, pattern, _) in ROUTES {
        if is_page(method, pattern) && !seen.contains(pattern) {
            wrong.push(format!("{pattern}: no link leads there"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What every page must keep to.
pub fn look_at(browser: &Browser, language: &str) -> Vec<String> {
    let mut wrong = browser.complaints();
    let facts = browser.run(
        "const d = document.documentElement;
         const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1
             && getComputedStyle(e).position !== 'absolute' && !e.closest('[data-scroll], svg, .visually-hidden'));
         return {
             lang: d.lang, title: document.title, h1: document.querySelectorAll('h1').length,
             over: d.scrollWidth - innerWidth, first: wide.length ? wide[0].outerHTML.slice(0, 120) : '',
             foreign: performance.getEntriesByType('resource').filter(r => !r.name.startsWith(location.origin)).map(r => r.name),
             unnamed: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter(e => !e.labels?.length && !e.ariaLabel && !e.getAttribute('aria-labelledby')).map(e => e.name || e.outerHTML.slice(0, 60)),
             mute: [...document.querySelectorAll('a[href], button')].filter(e => !e.innerText?.trim() && !e.ariaLabel && !e.title && !e.textContent.trim()).map(e => e.outerHTML.slice(0, 80)),
         }",
    );
    if facts["lang"] != language {
        wrong.push(format!("the page says it is {}", facts["lang"]));
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
