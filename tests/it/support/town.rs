//! A small town, served by the real binary, and the way to each of its pages: an address for each route, found by walking
//! links as the person whose page it is.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use gabentisch::domain::rights::Role;
use gabentisch::texts::Lang;
use gabentisch::web::Access;
use gabentisch::web::routes::ROUTES;
use serde_json::Value;

use super::Browser;

pub struct Town {
    process: Child,
    ready: Value,
    _folder: tempfile::TempDir,
}

impl Town {
    pub fn open() -> Town {
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

    pub fn url(&self) -> &str {
        self.ready["url"].as_str().expect("an address")
    }

    pub fn password(&self, role: Role) -> &str {
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

/// Everybody who looks at pages, the visitor at the door first.
pub const VIEWERS: [Option<Role>; 6] = [
    None,
    Some(Role::Coordinator),
    Some(Role::Treasurer),
    Some(Role::Mentor),
    Some(Role::Volunteer),
    Some(Role::Admin),
];

/// The viewer's name in what a test says.
pub fn name(viewer: Option<Role>) -> &'static str {
    viewer.map_or("visitor", Role::word)
}

/// One person's browser, and an example of each page that is looked at in that person's eyes.
pub struct Walk {
    pub browser: Browser,
    /// Route pattern and address.
    pub pages: Vec<(String, String)>,
    base: String,
    role: Option<Role>,
}

impl Walk {
    /// Signs in, in German, and finds the pages.
    pub fn begin(town: &Town, role: Option<Role>) -> Walk {
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
        // Ways lead through other rooms' pages too: to a draft of a receipt through the list of receipts.
        let open: Vec<&str> = ROUTES
            .iter()
            .filter(|(method, pattern, access)| is_page(method, pattern) && may_open(*access, role))
            .map(|(_, pattern, _)| *pattern)
            .filter(|pattern| patterns.iter().any(|own| room(own) == room(pattern)))
            .collect();
        let pages = addresses(&browser, town.url(), &patterns, &open);
        Walk { browser, pages, base: town.url().to_owned(), role }
    }

    pub fn go(&self, path: &str) {
        self.browser.go(&format!("{}{path}", self.base));
    }

    /// Switches the pages to this language with the button at their foot.
    pub fn speak(&self, lang: Lang) {
        self.go(self.role.map_or("/sign-in", |_| "/"));
        self.browser.click(&format!(".foot button[name=lang][value={}]", lang.tag()));
        self.browser.wait_for(&format!("document.documentElement.lang === '{}'", lang.tag()));
    }
}

/// The pages to which no walk found a way.
pub fn without_a_way(seen: &BTreeSet<String>) -> Vec<String> {
    let pages = ROUTES.iter().filter(|(method, pattern, _)| is_page(method, pattern));
    let lost = pages.filter(|(_, pattern, _)| !seen.contains(*pattern));
    lost.map(|(_, pattern, _)| format!("{pattern}: no link leads there")).collect()
}

/// The role in whose eyes a page is looked at: the one with most business there.
fn viewer(access: Access) -> Option<Role> {
    let order = [Role::Coordinator, Role::Treasurer, Role::Mentor, Role::Volunteer, Role::Admin];
    match access {
        Access::Public | Access::Household => None,
        Access::SignedIn => Some(Role::Coordinator),
        Access::Any(rights) | Access::Scanner(rights) => {
            order.into_iter().find(|role| rights.iter().any(|right| role.may(*right)))
        }
    }
}

/// Whether whoever looks may open a page.
fn may_open(access: Access, viewer: Option<Role>) -> bool {
    match (access, viewer) {
        (Access::Public, _) => true,
        (Access::SignedIn, viewer) => viewer.is_some(),
        (Access::Any(rights) | Access::Scanner(rights), Some(role)) => rights.iter().any(|right| role.may(*right)),
        (Access::Household | Access::Any(_) | Access::Scanner(_), _) => false,
    }
}

/// The first part of an address.
fn room(pattern: &str) -> &str {
    pattern.split('/').nth(1).unwrap_or_default()
}

/// Pages are routes that show something to people: no files, no interfaces.
fn is_page(method: &str, pattern: &str) -> bool {
    let machine =
        ["/api/", "/static/", "/healthz", "/readyz", "/metrics"].iter().any(|start| pattern.starts_with(start));
    let ends = [
        ".csv",
        ".pdf",
        ".json",
        ".js",
        ".webmanifest",
        ".crt",
        ".pem",
        ".mobileconfig",
        ".svg",
        "/{file}",
        ".rss",
        ".ics",
    ];
    let file = ends.iter().any(|end| pattern.ends_with(end))
        || pattern.starts_with("/labels/")
        || ["/papers/{id}", "/evidence/{id}"].contains(&pattern);
    // Lines that stay open, parts of a page, and a way on to another page.
    let part = ["/live", "/events", "/suggestions", "/next"].iter().any(|end| pattern.ends_with(end));
    // What is there only in the middle of some work is looked at by its own test: an invitation, a photo's list, what was
    // done to many items, the desk without a server, two households that may be one, what a
    // template would add, a voucher.
    let midway =
        ["/phone/{secret}", "/impact/{secret}", "/desk/photo/", "/deeds/", "/desk/offline/", "/households/duplicates/"]
            .iter()
            .any(|s| pattern.starts_with(s))
            || ["/households/{id}/fill", "/households/{id}/vouchers/{proxy}"].contains(&pattern);
    // The monitor's page opens with its key; it is looked at by the queue's own test.
    let keyed = pattern == "/queue/screen";
    // Households have pages of their own, which are looked at in twelve languages by their own test.
    let own = pattern == "/h" || pattern.starts_with("/h/");
    method == "get" && !machine && !file && !part && !midway && !keyed && !own
}

/// The address of the page and those that it links to, of this house.
fn links(browser: &Browser) -> BTreeSet<String> {
    let found = browser.run("return [document.documentElement, ...document.querySelectorAll('main a[href], header a[href]')].map(a => new URL(a.getAttribute('href') ?? '', location)).filter(u => u.origin === location.origin).map(u => u.pathname)");
    found.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn matches(pattern: &str, path: &str) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    a.len() == b.len()
        && a.iter().zip(&b).all(|(a, b)| {
            a == b || (a.starts_with('{') && b.len() == 36) || (a.starts_with('{') && !b.contains("new") && b.len() > 3)
        })
}

/// An address for each pattern, found by walking links as the viewer would, over the pages that are open to that person.
fn addresses(browser: &Browser, base: &str, patterns: &[&str], ways: &[&str]) -> Vec<(String, String)> {
    let ways: BTreeSet<&str> = patterns.iter().chain(ways).copied().collect();
    let mut known: BTreeSet<String> =
        ways.iter().filter(|pattern| !pattern.contains('{')).map(|p| (*p).to_owned()).collect();
    let mut walked = BTreeSet::new();
    for _ in 0..4 {
        let open: Vec<&&str> =
            patterns.iter().filter(|pattern| !known.iter().any(|path| matches(pattern, path))).collect();
        if open.is_empty() {
            break;
        }
        // The oldest and the newest example of each kind of page are enough to walk on from: a day that is over has other
        // ways than one to come.
        let paths: Vec<&String> = known
            .iter()
            .filter(|path| !walked.contains(*path) && ways.iter().any(|pattern| matches(pattern, path)))
            .collect();
        let kind = |path: &str| ways.iter().position(|pattern| matches(pattern, path));
        let (mut first, mut last) = (BTreeSet::new(), BTreeSet::new());
        let oldest = paths.iter().filter(|path| first.insert(kind(path)));
        let mut next: Vec<String> = oldest.map(|path| (*path).clone()).collect();
        next.extend(paths.iter().rev().filter(|path| last.insert(kind(path))).map(|path| (*path).clone()));
        next.sort();
        next.dedup();
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
