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
    // What asks the database who got or needs what.
    const ASKS: [&str; 13] = [
        "book::got(",
        "book::valued_out(",
        "book::held(",
        "reports::reached(",
        "reports::handed_out(",
        "close_session::frozen(",
        "figures::flow(",
        "figures::lines_of(",
        "figures::met_lines(",
        "figures::met_waits(",
        "counted::open(",
        "counted::households(",
        "counted::held",
    ];
    // What decides over it, or hands it on to be decided over.
    const DECIDES: [&str; 6] =
        ["decide(", "disclosure::list(", "disclosure::table(", ".is_primary(", "Shown::alone(", "Counted::new("];
    // Files whose numbers are decided over elsewhere, with the file that does it.
    const ELSEWHERE: [(&str, &str); 5] = [
        // Numbers for those who see what is missing, words for the others; none of it is written into the answer.
        ("reports/offers.rs", "reports/missing/told.rs"),
        // Exact, for the pages of those who see households; what leaves the house is told by the other.
        ("reports/figures/needs.rs", "reports/figures/outside.rs"),
        ("reports/figures/waiting.rs", "reports/figures/outside.rs"),
        ("reports/missing.rs", "reports/missing/told.rs"),
        // Hands lists on that are decided over when they are given out.
        ("reports/impact.rs", "domain/impact.rs"),
    ];
    // Numbers that are about households, and must not stand exactly in anything that is written into a file.
    const ABOUT: [&str; 16] = [
        "households",
        "handed_out",
        "booked",
        "arrived",
        "served",
        "missed",
        "walk_ins",
        "people",
        "wanted",
        "missing",
        "urgent",
        "open",
        "partly",
        "ready",
        "met",
        "lines",
    ];
    let code = |text: &str| -> String {
        let shown = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        shown.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    let rooms = rooms();
    let decides = |name: &str| {
        let files = rooms.values().flatten();
        files
            .into_iter()
            .any(|(file, text)| file.to_string_lossy() == name && DECIDES.iter().any(|word| code(text).contains(word)))
    };
    let (mut wrong, mut asking) = (Vec::new(), 0);
    for (file, text) in &rooms["reports"] {
        let (name, code) = (file.to_string_lossy().into_owned(), code(text));
        let elsewhere = ELSEWHERE.iter().find(|(known, _)| *known == name).map(|(_, by)| *by);
        if ASKS.iter().any(|word| code.contains(word)) {
            asking += 1;
            if !decides(elsewhere.unwrap_or(&name)) {
                wrong.push(format!("src/{name} asks who got what, and nothing decides what of it may be told"));
            }
        }
        for written in code.split("#[derive(").skip(1) {
            let (derives, rest) = written.split_once(")]").unwrap_or((written, ""));
            let fields = rest.split("\n}").next().unwrap_or_default();
            if !derives.contains("Serialize") || !fields.contains("struct ") {
                continue;
            }
            for field in fields.lines().filter_map(|line| line.trim().strip_prefix("pub ")) {
                let (field, of) = field.split_once(": ").unwrap_or((field, ""));
                if ABOUT.contains(&field) && of.trim_end_matches(',') == "i64" && !name.ends_with("donor_gifts.rs") {
                    wrong.push(format!("src/{name} writes `{field}` as it was counted"));
                }
            }
        }
    }
    assert!(asking >= 8, "the words of this test are out of date: {asking} reports ask");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
