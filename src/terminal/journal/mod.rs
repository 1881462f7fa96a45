//! The journal: every scan is on the disk before it sounds, with a number of its own, until the server has it.
//!
//! One file of lines, only ever added to. A line that a power cut tore is dropped; a file that is damaged in its middle is
//! set aside, and what can be read of it goes on in a new one. The token is not in it.

mod files;
mod record;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use uuid::Uuid;

use crate::web::api::wire::{Desk, Outcome, ScanEvent};
use files::Medium;
use record::FORMAT;
pub use record::Record;

/// Scans that may wait for the server: days of work, and few enough for the memory of a small computer.
pub const MOST_UNSENT: usize = 20_000;

/// A scan that is on the disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// With its number.
    pub event: ScanEvent,
    /// What was said of it without the server.
    pub told: Option<Outcome>,
    /// What the server said.
    pub answered: Option<Outcome>,
    /// The server's memory after it.
    pub desk: Option<Desk>,
    /// The start of the program in which it was scanned, the milliseconds since then, and whether its time is the server's.
    pub boot: Uuid,
    pub ms: u64,
    pub synced: bool,
}

/// What an old journal held when the program started.
#[derive(Debug, Default)]
pub struct Found {
    /// Every scan that can be read, also those that the server has.
    pub past: Vec<Kept>,
    /// The server's memory before the first of them.
    pub desk: Option<Desk>,
    /// The last line was torn: a scan that never sounded.
    pub torn: bool,
    /// Lines that could not be read; the file was set aside.
    pub damaged: usize,
}

pub struct Journal {
    folder: PathBuf,
    medium: Box<dyn Medium>,
    /// Bytes of whole lines.
    len: u64,
    /// Whether there may be half a line after them.
    ragged: bool,
    boot: Uuid,
    next_seq: i64,
    met: bool,
    held: bool,
    desk: Option<Desk>,
    unsent: VecDeque<Kept>,
    /// Lines that go before the next one: a terminal starts on a full disk too, and sends what it has.
    pending: Vec<Record>,
}

/// How many scans of the journal in this folder the server does not have. Nothing is changed.
pub fn unsent_in(folder: &Path) -> usize {
    files::unsent_in(folder)
}

impl Journal {
    /// Opens the journal of this folder, or begins one.
    ///
    /// # Errors
    /// When the disk cannot be read or written.
    pub fn open(folder: PathBuf, boot: Uuid, now: Timestamp) -> io::Result<(Journal, Found)> {
        files::open(folder, boot, now)
    }

    /// Takes a scan: numbers it and writes it to the disk, with what was told of it if that is known already.
    ///
    /// # Errors
    /// When it is not on the disk; then nothing of it is.
    pub fn append(
        &mut self,
        mut event: ScanEvent,
        ms: u64,
        synced: bool,
        told: Option<Outcome>,
    ) -> io::Result<ScanEvent> {
        if self.unsent.len() >= MOST_UNSENT {
            return Err(io::Error::from(io::ErrorKind::QuotaExceeded));
        }
        event.seq = Some(self.next_seq);
        event.told = None;
        let mut records = vec![Record::Scan { event: event.clone(), ms, synced }];
        if let Some(outcome) = told {
            records.push(Record::Told { id: event.event_id.clone(), outcome });
        }
        self.write(&records, true)?;
        self.next_seq += 1;
        let boot = self.boot;
        self.unsent.push_back(Kept { event: event.clone(), told, answered: None, desk: None, boot, ms, synced });
        Ok(event)
    }

    /// Notes what is about to be said of a scan without the server. It is remembered in any case, and sent with the scan.
    ///
    /// # Errors
    /// When it is not on the disk; the scan itself is.
    pub fn tell(&mut self, event_id: &str, outcome: Outcome) -> io::Result<()> {
        let written = self.write(&[Record::Told { id: event_id.to_owned(), outcome }], true);
        if let Some(kept) = self.unsent.iter_mut().find(|kept| kept.event.event_id == event_id) {
            kept.told = Some(outcome);
        }
        written
    }

    /// The server has the first of the unsent scans. Not waited for: one that is sent twice has one effect.
    pub fn acked(&mut self, said: Vec<(String, Outcome)>, desk: Option<Desk>) {
        self.unsent.drain(..said.len().min(self.unsent.len()));
        self.desk = desk.clone().or(self.desk.take());
        self.note(Record::Acked { said, desk });
    }

    /// Gives what is not sent yet the numbers that the server expects.
    ///
    /// # Errors
    /// When it is not on the disk.
    pub fn number_from(&mut self, from: i64) -> io::Result<()> {
        if !self.met || self.first_seq() != from {
            self.write(&[Record::Numbered { from }], true)?;
        }
        self.met = true;
        self.next_seq = from;
        for kept in &mut self.unsent {
            kept.event.seq = Some(self.next_seq);
            self.next_seq += 1;
        }
        Ok(())
    }

    /// Nothing may be sent until a coordinator has looked, or it may again.
    pub fn hold(&mut self, held: bool) {
        if self.held != held {
            self.held = held;
            self.note(Record::Held { held });
        }
    }

    /// Takes the first unsent scan out of the line: the server will never have it. It stays readable in the file.
    ///
    /// # Errors
    /// When that is not on the disk: it goes there before the next line, and a restart before that would send the scan.
    pub fn drop_first(&mut self, why: &str) -> io::Result<()> {
        let Some(kept) = self.unsent.pop_front() else { return Ok(()) };
        let dropped = Record::Dropped { id: kept.event.event_id, why: why.chars().take(200).collect() };
        let written = self.write(std::slice::from_ref(&dropped), true);
        if written.is_err() {
            self.pending.push(dropped);
        }
        written
    }

    pub fn unsent(&self) -> &VecDeque<Kept> {
        &self.unsent
    }

    pub fn has(&self, event_id: &str) -> bool {
        self.unsent.iter().rev().any(|kept| kept.event.event_id == event_id)
    }

    /// The number of the first scan that the server does not have for sure.
    pub fn first_seq(&self) -> i64 {
        self.unsent.front().and_then(|kept| kept.event.seq).unwrap_or(self.next_seq)
    }

    pub fn next_seq(&self) -> i64 {
        self.next_seq
    }

    /// Whether the numbers were ever compared with the server's.
    pub fn has_met(&self) -> bool {
        self.met
    }

    pub fn is_held(&self) -> bool {
        self.held
    }

    /// Begins a new file when the old one is done with: nothing unsent, and large or old. Files that are done with are
    /// kept for thirty days.
    ///
    /// # Errors
    /// When the disk does not do it; the old file goes on.
    pub fn rotate(&mut self, now: Timestamp) -> io::Result<bool> {
        if !self.unsent.is_empty() || self.len < files::LARGE {
            return Ok(false);
        }
        files::begin_anew(self, "done", now)?;
        files::forget_old(&self.folder, now)?;
        Ok(true)
    }

    fn begin(&self, now: Timestamp) -> Vec<Record> {
        let begin = Record::Begin {
            format: FORMAT,
            journal: Uuid::now_v7(),
            next_seq: self.first_seq(),
            met: self.met,
            held: self.held,
            desk: self.desk.clone(),
            at: now,
        };
        vec![begin, Record::Boot { boot: self.boot, at: now }]
    }

    /// Writes what does not matter if it is lost.
    fn note(&mut self, record: Record) {
        let _ = self.write(&[record], false);
    }

    fn write(&mut self, records: &[Record], sync: bool) -> io::Result<()> {
        if self.ragged {
            self.medium.cut(self.len)?;
            self.ragged = false;
        }
        // Said of a scan that it is not booked: that must outlive a power cut as soon as there is room.
        let sync = sync || self.pending.iter().any(|record| matches!(record, Record::Dropped { .. }));
        let lines: String = self.pending.iter().chain(records).map(Record::line).collect();
        let written = self.medium.add(lines.as_bytes()).and_then(|()| if sync { self.medium.sync() } else { Ok(()) });
        match written {
            Ok(()) => {
                self.len += lines.len() as u64;
                self.pending.clear();
            }
            Err(_) => self.ragged = self.medium.cut(self.len).is_err(),
        }
        written
    }
}
