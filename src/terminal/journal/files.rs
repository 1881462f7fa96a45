//! The journal's files: opening after whatever happened, setting aside what is damaged, beginning anew.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use uuid::Uuid;

use super::{Found, Journal, Kept, Record};
use crate::terminal::folder;

/// A file of this size is closed as soon as the server has everything in it.
pub const LARGE: u64 = 512 * 1024;
/// How long files that are done with are kept.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

const CURRENT: &str = "journal.log";
const NEXT: &str = "journal.next";

/// What the lines are written to.
pub trait Medium: Send {
    /// Writes at the end.
    fn add(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Waits until it is on the disk.
    fn sync(&mut self) -> io::Result<()>;
    /// Takes away whatever comes after so many bytes.
    fn cut(&mut self, len: u64) -> io::Result<()>;
}

impl Medium for File {
    fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.set_len(len)?;
        self.sync_data()
    }
}

/// What the lines of a file say.
#[derive(Default)]
struct Read {
    found: Found,
    /// Bytes of the good lines at its beginning.
    good: u64,
    next_seq: i64,
    met: bool,
    held: bool,
    desk: Option<crate::web::api::wire::Desk>,
    /// The start of the program that the last line belongs to.
    boot: Uuid,
    dropped: Vec<String>,
    begun: bool,
}

pub fn open(path: PathBuf, boot: Uuid, now: Timestamp) -> io::Result<(Journal, Found)> {
    let current = path.join(CURRENT);
    let bytes = match std::fs::read(&current) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(cause) => return Err(cause),
    };
    let read = read(&bytes);
    let medium = folder::private(OpenOptions::new().append(true).create(true), &current)?;
    let mut journal = Journal {
        folder: path,
        medium: Box::new(medium),
        len: read.good,
        ragged: read.good < bytes.len() as u64,
        boot,
        next_seq: read.next_seq.max(1),
        met: read.met,
        held: read.held,
        desk: read.desk.clone(),
        unsent: read.unsent().cloned().collect(),
        pending: Vec::new(),
    };
    if read.found.damaged > 0 || (!read.begun && !bytes.is_empty()) {
        // What was lost in the middle may have had a number: the server says where to go on.
        journal.met = false;
        begin_anew(&mut journal, "damaged", now)?;
    } else if bytes.is_empty() {
        journal.pending = journal.begin(now);
        folder::sync(&journal.folder)?;
    } else {
        journal.pending = vec![Record::Boot { boot, at: now }];
    }
    Ok((journal, read.found))
}

impl Read {
    fn unsent(&self) -> impl Iterator<Item = &Kept> {
        let dropped = &self.dropped;
        let is_unsent = |kept: &&Kept| kept.answered.is_none() && !dropped.contains(&kept.event.event_id);
        self.found.past.iter().filter(is_unsent)
    }
}

pub fn unsent_in(folder: &Path) -> usize {
    std::fs::read(folder.join(CURRENT)).map_or(0, |bytes| read(&bytes).unsent().count())
}

fn read(bytes: &[u8]) -> Read {
    let mut read = Read::default();
    let mut bad = Vec::new();
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        match line.strip_suffix(b"\n").and_then(Record::read) {
            Some(record) => {
                // A good line after bad ones: the middle is damaged, not the end torn.
                read.found.damaged += std::mem::take(&mut bad).len();
                read.good = at as u64;
                take(&mut read, record);
            }
            None => bad.push(line.ends_with(b"\n")),
        }
    }
    // A power cut tears one line, and leaves it without its end. A whole line that is not as it was written may be a scan
    // that sounded.
    let whole = bad.iter().filter(|is_whole| **is_whole).count();
    read.found.torn = bad.len() > whole;
    read.found.damaged += whole;
    read
}

fn take(read: &mut Read, record: Record) {
    let past = &mut read.found.past;
    match record {
        Record::Begin { next_seq, met, held, desk, .. } => {
            (read.next_seq, read.met, read.held, read.begun) = (next_seq, met, held, true);
            read.found.desk.clone_from(&desk);
            read.desk = desk;
        }
        Record::Boot { boot, .. } => read.boot = boot,
        Record::Scan { event, ms, synced } => {
            read.next_seq = event.seq.map_or(read.next_seq, |seq| seq + 1);
            past.push(Kept { event, told: None, answered: None, desk: None, boot: read.boot, ms, synced });
        }
        Record::Told { id, outcome } => {
            if let Some(kept) = past.iter_mut().rev().find(|kept| kept.event.event_id == id) {
                kept.told = Some(outcome);
            }
        }
        Record::Acked { said, desk } => {
            let last = said.last().map(|(id, _)| id.clone());
            let unanswered = past.iter().position(|kept| kept.answered.is_none()).unwrap_or(past.len());
            for (id, outcome) in said {
                if let Some(kept) = past[unanswered..].iter_mut().find(|kept| kept.event.event_id == id) {
                    kept.answered = Some(outcome);
                    kept.desk = desk.clone().filter(|_| last.as_ref() == Some(&id));
                }
            }
            read.desk = desk.or(read.desk.take());
        }
        Record::Numbered { from } => {
            read.met = true;
            read.next_seq = from;
            let dropped = &read.dropped;
            let unsent = |kept: &&mut Kept| kept.answered.is_none() && !dropped.contains(&kept.event.event_id);
            for kept in past.iter_mut().filter(unsent) {
                kept.event.seq = Some(read.next_seq);
                read.next_seq += 1;
            }
        }
        Record::Held { held } => read.held = held,
        Record::Dropped { id, .. } => read.dropped.push(id),
    }
}

/// Begins a new file with what is not sent, and keeps the old one under another name. At no moment is there none.
pub fn begin_anew(journal: &mut Journal, old: &str, now: Timestamp) -> io::Result<()> {
    let (current, next) = (journal.folder.join(CURRENT), journal.folder.join(NEXT));
    let _ = std::fs::remove_file(&next);
    let mut records = journal.begin(now);
    let mut boot = journal.boot;
    for (seq, kept) in (journal.first_seq()..).zip(&mut journal.unsent) {
        if kept.boot != boot {
            boot = kept.boot;
            records.push(Record::Boot { boot, at: now });
        }
        kept.event.seq = Some(seq);
        records.push(Record::Scan { event: kept.event.clone(), ms: kept.ms, synced: kept.synced });
        records.extend(kept.told.map(|outcome| Record::Told { id: kept.event.event_id.clone(), outcome }));
    }
    records.push(Record::Boot { boot: journal.boot, at: now });
    let lines: String = records.iter().map(Record::line).collect();
    let mut file = folder::private(OpenOptions::new().append(true).create_new(true), &next)?;
    file.write_all(lines.as_bytes())?;
    file.sync_all()?;
    if current.exists() {
        let done = aside(&journal.folder, old, now);
        std::fs::hard_link(&current, &done).or_else(|_| std::fs::copy(&current, &done).map(|_| ()))?;
    }
    std::fs::rename(&next, &current)?;
    // From here on this is the journal, also when the folder cannot be synced: the old file is not written to any more.
    journal.next_seq = journal.first_seq() + journal.unsent.len() as i64;
    (journal.medium, journal.len, journal.ragged) = (Box::new(file), lines.len() as u64, false);
    journal.pending.clear();
    folder::sync(&journal.folder)
}

fn aside(folder: &Path, what: &str, now: Timestamp) -> PathBuf {
    folder.join(format!("journal-{}-{}.{what}", now.as_second(), Uuid::now_v7().simple()))
}

/// Deletes files that have been done with for thirty days. What is damaged stays for somebody to look at.
pub fn forget_old(folder: &Path, now: Timestamp) -> io::Result<()> {
    let now = SystemTime::from(now);
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let is_done = entry.path().extension().is_some_and(|ending| ending == "done");
        let age = now.duration_since(entry.metadata()?.modified()?);
        if is_done && age.is_ok_and(|age| age > KEPT) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
