//! The snapshot on the disk: encrypted with a key that is made from the token, and gone after a day.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use jiff::Timestamp;

use super::folder;
use super::local::LIFE;
use crate::domain::snapshot::Snapshot;

const FILE: &str = "snapshot.bin";
/// What is being written.
const NEXT: &str = "snapshot.next";
/// Stands in front of the nonce; a later form gets another number.
const MAGIC: &[u8; 8] = b"GTSNAP1\n";
const NONCE: usize = 12;

/// Puts the snapshot in the place of the old one.
///
/// # Errors
/// When it cannot be written; the old one stays.
pub fn put(path: &Path, token: &str, snapshot: &Snapshot) -> io::Result<()> {
    let plain = serde_json::to_vec(snapshot)?;
    let nonce: [u8; NONCE] = rand::random();
    let sealed = cipher(token)
        .encrypt(&Nonce::from(nonce), Payload { msg: &plain, aad: MAGIC })
        .map_err(|_| io::Error::other("too large to encrypt"))?;
    let next = path.join(NEXT);
    let written = write(&next, &nonce, &sealed).and_then(|()| std::fs::rename(&next, path.join(FILE)));
    if written.is_err() {
        let _ = std::fs::remove_file(&next);
    }
    written
}

fn write(next: &Path, nonce: &[u8], sealed: &[u8]) -> io::Result<()> {
    let mut file = folder::private(OpenOptions::new().write(true).create(true).truncate(true), next)?;
    file.write_all(MAGIC)?;
    file.write_all(nonce)?;
    file.write_all(sealed)?;
    file.sync_data()
}

/// The snapshot, when there is one that can be opened and is not too old. One that is no use is deleted; `Err` says that
/// it could not be read.
///
/// # Errors
/// When there is a file that this terminal cannot open.
pub fn get(path: &Path, token: &str, now: Timestamp) -> Result<Option<Snapshot>, Unreadable> {
    let Ok(bytes) = std::fs::read(path.join(FILE)) else { return Ok(None) };
    let snapshot = open(&bytes, token);
    match snapshot {
        Some(snapshot) if now.duration_since(snapshot.taken_at) <= LIFE => Ok(Some(snapshot)),
        Some(_) => {
            forget(path);
            Ok(None)
        }
        None => {
            forget(path);
            Err(Unreadable)
        }
    }
}

/// There was a snapshot, and nobody can read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

pub fn forget(path: &Path) {
    for name in [FILE, NEXT] {
        let _ = std::fs::remove_file(path.join(name));
    }
}

fn open(bytes: &[u8], token: &str) -> Option<Snapshot> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>()?;
    let plain = cipher(token).decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: MAGIC }).ok()?;
    serde_json::from_slice(&plain).ok()
}

fn cipher(token: &str) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(folder::derived(token, "snapshot")))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::domain::desk::Rules;

    fn snapshot(taken_at: Timestamp) -> Snapshot {
        Snapshot {
            taken_at,
            zone: "Europe/Berlin".into(),
            key: [7; 32],
            groups: Vec::new(),
            products: Vec::new(),
            rules: Rules::default(),
            known: HashMap::new(),
            blank: vec!["0123456789abcdef".into()],
            places: HashMap::new(),
        }
    }

    #[test]
    fn what_could_not_be_put_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        // Nothing can take the place of a folder with something in it.
        std::fs::create_dir_all(folder.path().join(FILE).join("in the way")).unwrap();
        put(folder.path(), "invented", &snapshot(Timestamp::UNIX_EPOCH)).unwrap_err();
        assert!(!folder.path().join(NEXT).exists());
        std::fs::write(folder.path().join(NEXT), "half").unwrap();
        forget(folder.path());
        assert!(!folder.path().join(NEXT).exists());
    }

    #[test]
    fn only_the_token_opens_it_and_only_for_a_day() {
        let folder = tempfile::tempdir().unwrap();
        let now: Timestamp = "2026-11-22T13:58:00Z".parse().unwrap();
        assert!(get(folder.path(), "invented", now).unwrap().is_none());
        put(folder.path(), "invented", &snapshot(now)).unwrap();
        let file = folder.path().join(FILE);
        let first = std::fs::read(&file).unwrap();
        assert!(!String::from_utf8_lossy(&first).contains("0123456789abcdef"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }
        put(folder.path(), "invented", &snapshot(now)).unwrap();
        let second = std::fs::read(&file).unwrap();
        assert_ne!(first[8..20], second[8..20], "a nonce is used once");
        let found = get(folder.path(), "invented", now + LIFE).unwrap().unwrap();
        assert_eq!(found.blank, ["0123456789abcdef"]);
        assert!(get(folder.path(), "invented", now + 2 * LIFE).unwrap().is_none());
        assert!(!file.exists(), "what is too old is deleted");

        let mut changed = second.clone();
        *changed.last_mut().unwrap() ^= 1;
        for (bytes, token) in [(&second, "another"), (&changed, "invented"), (&second[..30].to_vec(), "invented")] {
            std::fs::write(&file, bytes).unwrap();
            assert_eq!(get(folder.path(), token, now).unwrap_err(), Unreadable);
            assert!(!file.exists());
        }
    }
}
