//! The plan of the house holds: who may call whom is read from the `use` lines, and no room has grown too large.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Which rooms a room may name. What is not listed here is a new arrow: draw it in the plan first.
fn allowed(room: &str) -> Option<&'static [&'static str]> {
    Some(match room {
        "codes" | "texts" => &[],
        "settings" => &["domain"],
        "qr" => &["codes"],
        "domain" => &["codes", "qr", "texts"],
        "store" => &["codes", "domain", "texts"],
        "actions" => &["codes", "domain", "paper", "qr", "store", "texts"],
        "reports" => &["actions", "codes", "domain", "store", "texts"],
        "paper" => &["codes", "domain", "qr", "texts"],
        "web" => &["actions", "codes", "domain", "paper", "qr", "reports", "settings", "store", "texts"],
        "upkeep" => &["actions", "codes", "domain", "reports", "settings", "store", "texts", "web"],
        "cli" => &[
            "actions", "codes", "domain", "paper", "qr", "reports", "settings", "store", "terminal", "texts", "upkeep",
            "web",
        ],
        _ => return None,
    })
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn rooms() -> BTreeMap<String, Vec<(PathBuf, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut rooms: BTreeMap<String, Vec<(PathBuf, String)>> = BTreeMap::new();
    for file in files {
        let inside = file.strip_prefix(&root).expect("inside src").to_owned();
        let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
        let room = first.trim_end_matches(".rs").to_owned();
        // Tests may look anywhere; the plan is about what runs.
        if inside.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests")) {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("readable");
        rooms.entry(room).or_default().push((inside, text));
    }
    rooms
}

/// The rooms that a file names: `crate::room` in code, not in comments.
fn named(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for part in code.split("crate::").skip(1) {
            let room: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            found.push((at + 1, room));
        }
    }
    found
}

#[test]
fn rooms_call_only_rooms_below_them() {
    let mut wrong = Vec::new();
    let rooms = rooms();
    for (room, files) in &rooms {
        if matches!(room.as_str(), "lib" | "main") {
            continue;
        }
        for (file, text) in files {
            for (line, other) in named(text) {
                if other == *room || !rooms.contains_key(&other) {
                    continue;
                }
                // The terminal is a client: it knows the rules (cut off, it decides by them) and what goes over the wire, and
                // nothing else of the server.
                let fine = match room.as_str() {
                    "terminal" => {
                        let of_wire = text.lines().nth(line - 1).is_some_and(|l| l.contains("crate::web::api::wire"));
                        matches!(other.as_str(), "codes" | "domain" | "texts") || (other == "web" && of_wire)
                    }
                    _ => allowed(room).is_some_and(|below| below.contains(&other.as_str())),
                };
                if !fine {
                    wrong.push(format!("src/{}:{line}: {room} may not name {other}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_store_speaks_sql_and_only_actions_write() {
    let mut wrong = Vec::new();
    for (room, files) in rooms() {
        for (file, text) in files {
            let speaks = text.contains("diesel::prelude") || text.contains("sql_query");
            if speaks && room != "store" {
                wrong.push(format!("src/{} speaks SQL", file.display()));
            }
            if text.contains(".store().write(") && room != "actions" {
                wrong.push(format!("src/{} begins a transaction", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_domain_knows_no_clock_and_no_chance() {
    for (file, text) in &rooms()["domain"] {
        for word in ["Timestamp::now", "SystemTime", "Instant::now", "now_v7", "rand::rng", "std::fs", "diesel"] {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            assert!(!code.contains(word), "src/{} uses {word}", file.display());
        }
    }
}

#[test]
fn every_file_is_one_room() {
    for files in rooms().values() {
        for (file, text) in files {
            let lines = text.lines().count();
            assert!(lines <= 600, "src/{} has {lines} lines: is it still one room?", file.display());
            assert!(
                text.starts_with("//!") || file.ends_with("main.rs"),
                "src/{} does not say what room it is",
                file.display()
            );
        }
    }
}

/// A report that counts households must not say a number that disclosure control has not seen.
#[test]
fn a_report_that_counts_households_passes_disclosure_control() {
    // Writes down what passed already.
    const ELSEWHERE: [&str; 1] = ["donor_gifts/table.rs"];
    let mut wrong = Vec::new();
    for (file, text) in &rooms()["reports"] {
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let counts =
            ["households", "household", ".reached(", "close_session::frozen"].iter().any(|word| code.contains(word));
        let name = file.to_string_lossy();
        if counts && !text.contains("domain::disclosure") && !ELSEWHERE.iter().any(|known| name.ends_with(known)) {
            wrong.push(format!("src/{name} counts households past domain::disclosure"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
