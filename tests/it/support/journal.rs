//! What a terminal has on its disk, as a person who repairs it would read it: lines of JSON behind a hash.

use std::path::Path;

use serde_json::Value;

/// One scan in a journal.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: String,
    pub code: String,
    /// What was said without the server.
    pub told: Option<String>,
    /// What the server said.
    pub answered: Option<String>,
}

impl Entry {
    /// What the person heard.
    pub fn said(&self) -> Option<&str> {
        self.told.as_deref().or(self.answered.as_deref())
    }
}

/// All scans of all journals below this folder, the oldest first. A line that is just being written is left out.
pub fn entries(root: &Path) -> Vec<Entry> {
    let mut files = Vec::new();
    for folder in std::fs::read_dir(root).into_iter().flatten().flatten() {
        let inside = std::fs::read_dir(folder.path()).into_iter().flatten().flatten();
        files.extend(
            inside
                .map(|file| file.path())
                .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("journal"))),
        );
    }
    let mut found: Vec<Entry> = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        for line in text.lines() {
            let Some(record) = line.split_once(' ').and_then(|(_, json)| serde_json::from_str::<Value>(json).ok())
            else {
                continue;
            };
            note(&mut found, &record);
        }
    }
    found.sort_by(|earlier, later| earlier.id.cmp(&later.id));
    found
}

fn note(found: &mut Vec<Entry>, record: &Value) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match record["is"].as_str() {
        Some("scan") => {
            let id = text(&record["event"]["event_id"]).expect("an id");
            if !found.iter().any(|entry| entry.id == id) {
                let code = text(&record["event"]["code"]).expect("a code");
                found.push(Entry { id, code, told: None, answered: None });
            }
        }
        Some("told") => {
            if let Some(entry) = found.iter_mut().rev().find(|entry| record["id"] == entry.id.as_str()) {
                entry.told = text(&record["outcome"]);
            }
        }
        Some("acked") => {
            for said in record["said"].as_array().into_iter().flatten() {
                if let Some(entry) = found.iter_mut().rev().find(|entry| said[0] == entry.id.as_str()) {
                    entry.answered = text(&said[1]);
                }
            }
        }
        _ => {}
    }
}
