//! What a browser gets for the time without a server, and whose name its scans are sent in.

use std::path::Path;

use gabentisch::domain::rights::Role;
use gabentisch::texts::Lang;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::{Event, TestApp, both};

/// The rules in the browser are those of the sources, or this says what to do.
#[test]
fn the_rules_in_the_browser_are_those_of_the_sources() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = std::fs::read_to_string(root.join("src/browser/built-from.txt")).expect("the list of sources");
    let mut listed = Vec::new();
    for line in list.lines() {
        let (digest, name) = line.split_once("  ").expect("digest and name");
        let now = std::fs::read(root.join(name)).map(|text| data_encoding::HEXLOWER.encode(&Sha256::digest(text)));
        assert_eq!(
            now.ok().as_deref(),
            Some(digest),
            "{name} has changed since src/web/static/desk.wasm was built: run src/browser/build and commit what it makes"
        );
        listed.push(name);
    }
    assert!(listed.contains(&"src/web/static/desk.wasm"), "desk.wasm is not what was built: run src/browser/build");
    for folder in ["src/codes", "src/domain", "src/terminal/local", "src/web/api/wire", "src/browser/src"] {
        for name in sources(root, folder) {
            assert!(listed.contains(&name.as_str()), "{name} is new: run src/browser/build and commit what it makes");
        }
    }
    // Of the texts only those of the desk are in it.
    let of_desk = ["desk.ftl", "errors.ftl", "terminal.ftl"];
    for name in sources(root, "src/texts") {
        let is_in = name.ends_with(".rs") && name.matches('/').count() == 2 && !name.ends_with("_tests.rs")
            || of_desk.iter().any(|file| name.ends_with(&format!("/{file}")));
        assert!(
            !is_in || listed.contains(&name.as_str()),
            "{name} is new: run src/browser/build and commit what it makes"
        );
    }
}

/// The sources below a folder, without tests.
fn sources(root: &Path, folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root.join(folder)).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if name.ends_with("/tests") || name.ends_with("tests.rs") || name.ends_with(".snap") {
            continue;
        }
        if entry.path().is_dir() { found.extend(sources(root, &name)) } else { found.push(name) }
    }
    found
}

#[test]
fn the_kept_pages_show_nobody() {
    let app = TestApp::new();
    let worker = app.visitor().get("/sw.js").expect(200).text();
    let kept = worker.lines().next().and_then(|line| line.strip_prefix("const KEPT = ")).expect("what is kept");
    let kept: Value = serde_json::from_str(kept.trim_end_matches(';')).expect("JSON");
    let files = kept["files"].as_array().expect("files");
    assert!(files.iter().any(|file| file.as_str().is_some_and(|file| file.ends_with("/desk.wasm"))));
    for file in files {
        app.visitor().get(file.as_str().expect("an address")).expect(200);
    }
    let shells = kept["shells"].as_array().expect("pages");
    assert_eq!(shells.len(), 5 * Lang::PAGES.len());
    app.add_user("vera", Role::Volunteer);
    let signed_in = app.sign_in("vera");
    for shell in shells {
        let shell = shell.as_str().expect("an address");
        let page = signed_in.get(shell).expect(200).text();
        assert_eq!(page, app.visitor().get(shell).expect(200).text(), "the same for everybody");
        assert!(!page.contains("Probe vera"), "{shell}");
    }
    app.visitor().get("/desk/offline/de/lookup").expect(404);
    app.visitor().get("/desk/offline/xx/handout").expect(404);
    let manifest = app.visitor().get("/manifest.webmanifest?lang=en").expect(200).json();
    assert_eq!(manifest["start_url"], "/desk/handout");
    for icon in manifest["icons"].as_array().expect("icons") {
        app.visitor().get(icon["src"].as_str().expect("an address")).expect(200);
    }
}

both! {
    scans_are_sent_in_the_name_of_whoever_made_them_or_of_a_lead_who_says_so => |app| {
        let vera = app.add_user("vera", Role::Volunteer);
        let lead = app.add_user("lena", Role::Coordinator);
        app.add_user("ute", Role::Volunteer);
        app.sign_in("vera").get("/desk/intake").expect(200);
        let label = app.labels(1)[0];
        let event = Event::new("intake", label).field("product", "winterjacke").field("size", "104").with("told", "applied");
        let send = |name: &str, sender: String, desk_of: Option<String>| {
            let request = json!({ "events": [event.0], "sender": sender, "desk_of": desk_of });
            app.sign_in(name).post_json("/api/v1/scans", &request)
        };
        // Another one has signed in at the same browser since.
        send("ute", vera.to_string(), None).expect(403);
        send("ute", app.sql("SELECT id FROM users WHERE name = 'ute'"), Some(vera.to_string())).expect(403);
        assert_eq!(app.sql("SELECT count(*) FROM items"), "0");
        let answer = send("lena", lead.to_string(), Some(vera.to_string())).expect(200).json();
        assert_eq!(answer["verdicts"][0]["outcome"], "applied");
        let by = app.sql("SELECT u.name FROM scan_events e JOIN users u ON u.id = e.actor_id");
        let desk = app.sql("SELECT u.name FROM scan_events e JOIN terminals t ON t.id = e.terminal_id JOIN users u ON u.id = t.user_id");
        assert_eq!((by.as_str(), desk.as_str()), ("lena", "vera"), "in the lead's name, at the desk where it was scanned");
        // Vera's own browser sends it too: it is known.
        assert_eq!(send("vera", vera.to_string(), None).expect(200).json()["verdicts"][0]["outcome"], "duplicate");
        app.assert_sound();
    }
}
