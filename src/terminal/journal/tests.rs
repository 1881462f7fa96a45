//! What the journal survives, one test each.

use std::io::ErrorKind;
use std::sync::{Arc, Mutex};

use jiff::SignedDuration;

use super::*;
use crate::web::api::wire::Mode;

fn now() -> Timestamp {
    "2026-11-22T10:15:00Z".parse().unwrap()
}

fn event(id: &str) -> ScanEvent {
    ScanEvent {
        event_id: id.to_owned(),
        seq: None,
        occurred_at: "2026-11-22T10:15:00Z".to_owned(),
        actor: Some("MTEST0000F".to_owned()),
        mode: Mode::Handout,
        code: "A7F39MXT4E".to_owned(),
        visit: None,
        quantity: 1,
        fields: Default::default(),
        told: None,
    }
}

fn open(folder: &tempfile::TempDir) -> (Journal, Found) {
    Journal::open(folder.path().to_owned(), Uuid::now_v7(), now()).expect("a journal")
}

fn take(journal: &mut Journal, ids: &[&str]) {
    for id in ids {
        journal.append(event(id), 5, true, None).expect("kept");
    }
}

fn unsent(journal: &Journal) -> Vec<(String, i64)> {
    journal.unsent().iter().map(|kept| (kept.event.event_id.clone(), kept.event.seq.unwrap())).collect()
}

fn pairs(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    expected.iter().map(|(id, seq)| ((*id).to_owned(), *seq)).collect()
}

fn ack(journal: &mut Journal, ids: &[&str]) {
    journal.acked(ids.iter().map(|id| ((*id).to_owned(), Outcome::Applied)).collect(), Some(Desk::default()));
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("journal.log")
}

fn named(folder: &tempfile::TempDir, ending: &str) -> usize {
    let entries = std::fs::read_dir(folder.path()).unwrap();
    entries.filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|found| found == ending)).count()
}

#[test]
fn what_was_taken_is_there_after_a_restart_with_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, found) = open(&folder);
    assert!(found.past.is_empty() && !found.torn && found.damaged == 0);
    journal.number_from(17).unwrap();
    take(&mut journal, &["a", "b", "c"]);
    journal.tell("b", Outcome::Applied).unwrap();
    ack(&mut journal, &["a"]);
    journal.append(event("d"), 6, false, Some(Outcome::Question)).unwrap();
    drop(journal);
    let (journal, found) = open(&folder);
    assert_eq!(unsent(&journal), pairs(&[("b", 18), ("c", 19), ("d", 20)]));
    let told: Vec<_> = journal.unsent().iter().map(|kept| kept.told).collect();
    assert_eq!(told, [Some(Outcome::Applied), None, Some(Outcome::Question)]);
    assert_eq!((journal.next_seq(), journal.has_met()), (21, true));
    assert_eq!(found.past.len(), 4);
    assert_eq!(found.past[0].answered, Some(Outcome::Applied));
    assert_eq!(found.past[0].desk, Some(Desk::default()));
    assert_ne!(found.past[0].boot, journal.boot, "it was another start of the program");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(file(&folder)).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_torn_last_line_is_dropped_wherever_it_tore() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    take(&mut journal, &["a", "b"]);
    let whole = std::fs::read(file(&folder)).unwrap();
    journal.append(event("c"), 7, true, Some(Outcome::Applied)).unwrap();
    drop(journal);
    let more = std::fs::read(file(&folder)).unwrap();
    let told = more[..more.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for length in whole.len() + 1..more.len() {
        std::fs::write(file(&folder), &more[..length]).unwrap();
        let (mut journal, found) = open(&folder);
        assert_eq!((found.torn, found.damaged), (length != told, 0), "{length}");
        let expected: &[(&str, i64)] =
            if length < told { &[("a", 1), ("b", 2)] } else { &[("a", 1), ("b", 2), ("c", 3)] };
        assert_eq!(unsent(&journal), pairs(expected), "{length}");
        take(&mut journal, &["d"]);
        drop(journal);
        let (journal, found) = open(&folder);
        assert!(!found.torn, "the half line is gone");
        assert_eq!(unsent(&journal).len(), expected.len() + 1);
    }
}

#[test]
fn a_damaged_middle_is_set_aside_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    journal.number_from(5).unwrap();
    take(&mut journal, &["a", "b", "c", "d"]);
    journal.tell("d", Outcome::Applied).unwrap();
    ack(&mut journal, &["a"]);
    drop(journal);
    let mut bytes = std::fs::read(file(&folder)).unwrap();
    let at = bytes.windows(14).position(|part| part == br#""event_id":"c""#).unwrap();
    bytes[at + 12] = b'x';
    std::fs::write(file(&folder), &bytes).unwrap();
    let (journal, found) = open(&folder);
    assert_eq!((found.torn, found.damaged), (false, 1));
    assert_eq!(unsent(&journal), pairs(&[("b", 6), ("d", 7)]));
    assert_eq!(journal.unsent()[1].told, Some(Outcome::Applied));
    assert!(!journal.has_met(), "the server says which number comes next");
    assert_eq!(named(&folder, "damaged"), 1);
    drop(journal);
    let (mut journal, found) = open(&folder);
    assert_eq!((found.damaged, unsent(&journal)), (0, pairs(&[("b", 6), ("d", 7)])));
    journal.number_from(9).unwrap();
    drop(journal);
    assert_eq!(unsent(&open(&folder).0), pairs(&[("b", 9), ("d", 10)]));
}

#[test]
fn whole_lines_at_the_end_that_cannot_be_read_are_kept_for_somebody_to_look_at() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    take(&mut journal, &["a", "b"]);
    drop(journal);
    let mut bytes = std::fs::read(file(&folder)).unwrap();
    let last = bytes.len() - 5;
    bytes[last] ^= 1;
    std::fs::write(file(&folder), &bytes).unwrap();
    let (journal, found) = open(&folder);
    assert_eq!((found.torn, found.damaged), (false, 1));
    assert_eq!(unsent(&journal), pairs(&[("a", 1)]));
    assert_eq!(named(&folder, "damaged"), 1);
}

#[test]
fn a_file_of_something_else_is_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    for garbage in [&b"\0\0\0\0"[..], b"\xff\n\xff\n\xff\n\xff\n", b"hello"] {
        std::fs::write(file(&folder), garbage).unwrap();
        let (mut journal, _) = open(&folder);
        take(&mut journal, &["a"]);
        drop(journal);
        assert_eq!(unsent(&open(&folder).0), pairs(&[("a", 1)]));
    }
    assert_eq!(named(&folder, "damaged"), 3);
}

/// A disk that is full after so many bytes, or breaks at the sync.
struct Disk {
    bytes: Arc<Mutex<Vec<u8>>>,
    room: Arc<Mutex<usize>>,
    syncs: Arc<Mutex<bool>>,
}

impl Medium for Disk {
    fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut all = self.bytes.lock().unwrap();
        let room = self.room.lock().unwrap().saturating_sub(all.len());
        all.extend(&bytes[..bytes.len().min(room)]);
        if bytes.len() > room { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&mut self) -> io::Result<()> {
        if *self.syncs.lock().unwrap() { Ok(()) } else { Err(ErrorKind::Other.into()) }
    }

    fn cut(&mut self, len: u64) -> io::Result<()> {
        self.bytes.lock().unwrap().truncate(len as usize);
        Ok(())
    }
}

#[test]
fn a_full_disk_takes_nothing_and_leaves_no_half_line() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    take(&mut journal, &["a"]);
    let bytes = Arc::new(Mutex::new(std::fs::read(file(&folder)).unwrap()));
    let full = bytes.lock().unwrap().clone();
    let (room, syncs) = (Arc::new(Mutex::new(full.len() + 20)), Arc::new(Mutex::new(true)));
    journal.medium = Box::new(Disk { bytes: Arc::clone(&bytes), room: Arc::clone(&room), syncs: Arc::clone(&syncs) });
    let refused = journal.append(event("b"), 5, true, None).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::StorageFull);
    assert_eq!(*bytes.lock().unwrap(), full, "the half line is cut off");
    assert_eq!(unsent(&journal), pairs(&[("a", 1)]));
    // There is room, but the disk does not say that it has it.
    *room.lock().unwrap() = usize::MAX;
    *syncs.lock().unwrap() = false;
    assert!(journal.append(event("c"), 5, true, None).is_err());
    assert!(journal.tell("a", Outcome::Applied).is_err());
    assert_eq!(*bytes.lock().unwrap(), full);
    assert_eq!(journal.unsent()[0].told, Some(Outcome::Applied), "it was said, and is sent with the scan");
    // Repaired: the number was not lost.
    *syncs.lock().unwrap() = true;
    take(&mut journal, &["d"]);
    assert_eq!(unsent(&journal), pairs(&[("a", 1), ("d", 2)]));
    std::fs::write(file(&folder), &*bytes.lock().unwrap()).unwrap();
    drop(journal);
    assert_eq!(unsent(&open(&folder).0), pairs(&[("a", 1), ("d", 2)]));
}

#[test]
fn a_scan_that_leaves_the_line_on_a_full_disk_leaves_it_for_good_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    take(&mut journal, &["a"]);
    let bytes = Arc::new(Mutex::new(std::fs::read(file(&folder)).unwrap()));
    let (room, syncs) = (Arc::new(Mutex::new(0)), Arc::new(Mutex::new(true)));
    journal.medium = Box::new(Disk { bytes: Arc::clone(&bytes), room: Arc::clone(&room), syncs });
    assert!(journal.drop_first("not readable").is_err());
    assert!(unsent(&journal).is_empty());
    *room.lock().unwrap() = usize::MAX;
    take(&mut journal, &["b"]);
    std::fs::write(file(&folder), &*bytes.lock().unwrap()).unwrap();
    drop(journal);
    assert_eq!(unsent(&open(&folder).0), pairs(&[("b", 2)]));
}

#[test]
fn a_real_full_device_refuses_too() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    let Ok(full) = std::fs::OpenOptions::new().append(true).open("/dev/full") else { return };
    journal.medium = Box::new(full);
    assert_eq!(journal.append(event("a"), 5, true, None).unwrap_err().kind(), ErrorKind::StorageFull);
    assert!(unsent(&journal).is_empty());
}

#[test]
fn a_file_that_is_done_with_is_kept_for_thirty_days() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    journal.number_from(1).unwrap();
    let ids: Vec<String> = (0..1000).map(|number| format!("event {number}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    take(&mut journal, &ids);
    assert!(!journal.rotate(now()).unwrap(), "not while anything is unsent");
    ack(&mut journal, &ids);
    journal.len = journal.len.max(files::LARGE);
    assert!(journal.rotate(now()).unwrap());
    assert_eq!(named(&folder, "done"), 1);
    drop(journal);
    let (mut journal, found) = open(&folder);
    assert_eq!((journal.next_seq(), journal.has_met(), found.past.len()), (1001, true, 0));
    assert_eq!(found.desk, Some(Desk::default()), "what the server's desk remembers goes along");
    take(&mut journal, &["next"]);
    assert_eq!(unsent(&journal), pairs(&[("next", 1001)]));
    files::forget_old(folder.path(), Timestamp::now() + SignedDuration::from_hours(29 * 24)).unwrap();
    assert_eq!(named(&folder, "done"), 1);
    files::forget_old(folder.path(), Timestamp::now() + SignedDuration::from_hours(31 * 24)).unwrap();
    assert_eq!(named(&folder, "done"), 0);
}

#[test]
fn a_new_file_that_was_not_finished_is_no_journal() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    take(&mut journal, &["a"]);
    std::fs::write(folder.path().join("journal.next"), "half").unwrap();
    drop(journal);
    let (mut journal, _) = open(&folder);
    assert_eq!(unsent(&journal), pairs(&[("a", 1)]));
    files::begin_anew(&mut journal, "done", now()).unwrap();
    drop(journal);
    assert_eq!(unsent(&open(&folder).0), pairs(&[("a", 1)]));
}

#[test]
fn what_the_server_will_never_have_leaves_the_line_and_stays_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (mut journal, _) = open(&folder);
    take(&mut journal, &["a", "b"]);
    journal.hold(true);
    journal.drop_first("not readable").unwrap();
    drop(journal);
    let (journal, found) = open(&folder);
    assert_eq!(unsent(&journal), pairs(&[("b", 2)]));
    assert!(journal.is_held());
    assert_eq!(found.past.len(), 2);
}
