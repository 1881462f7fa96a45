//! Where a terminal keeps what must outlive a power cut: a folder of its own for each identity, for its owner alone.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::StartError;
use crate::texts::say;

/// The folder of one terminal, held by this process until it ends.
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

/// `$XDG_STATE_HOME/gabentisch/terminal`, usually `~/.local/state/gabentisch/terminal`.
pub fn default_path() -> PathBuf {
    let configured = std::env::var_os("XDG_STATE_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".local/state");
    configured.unwrap_or_else(home).join("gabentisch/terminal")
}

impl Folder {
    /// Takes the folder of the scanner with this number, from 1, of the device with this token, below `root`. It does not
    /// depend on the scanner's own token: one that is given anew still finds what was not sent.
    ///
    /// # Errors
    /// When another process has it, or it cannot be made.
    pub fn take(root: &Path, device: &str, number: usize) -> Result<Folder, StartError> {
        let path = root.join(name(device, number));
        let bad = |cause: &dyn std::fmt::Display| {
            StartError(say::terminal_state_bad(path.display().to_string(), cause.to_string()))
        };
        make(&path).map_err(|cause| bad(&cause))?;
        let lock = private(OpenOptions::new().write(true).create(true).truncate(false), &path.join("lock"))
            .map_err(|cause| bad(&cause))?;
        match lock.try_lock() {
            Ok(()) => Ok(Folder { path, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(StartError(say::terminal_in_use())),
            Err(TryLockError::Error(cause)) => Err(bad(&cause)),
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn name(device: &str, number: usize) -> String {
    let usage = if number == 1 { "folder".to_owned() } else { format!("folder {number}") };
    data_encoding::HEXLOWER.encode(&derived(device, &usage)[..8])
}

/// What an earlier version called the folder of a further scanner, by the scanner's token, gets its new name.
pub fn adopt(root: &Path, device: &str, number: usize, token: &str) {
    let (old, new) = (root.join(name(token, 1)), root.join(name(device, number)));
    if number > 1 && old.exists() && !new.exists() {
        // Where that fails, the folder is one of those left behind, and is said.
        let _ = std::fs::rename(old, new);
    }
}

/// The folders below `root` that no scanner of this device, up to this number, uses, and no running program.
pub fn left_behind(root: &Path, device: &str, count: usize) -> Vec<PathBuf> {
    let ours: Vec<PathBuf> = (1..=count).map(|number| root.join(name(device, number))).collect();
    let Ok(entries) = std::fs::read_dir(root) else { return Vec::new() };
    let is_free = |path: &PathBuf| File::open(path.join("lock")).is_ok_and(|lock| lock.try_lock().is_ok());
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    paths.filter(|path| !ours.contains(path) && is_free(path)).collect()
}

fn make(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Opens a file that nobody but its owner may read.
pub fn private(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.open(path)
}

/// Makes sure that a file that was just made or renamed is still there after a power cut.
pub fn sync(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// A secret made from the token for one use, so that the token itself is stored nowhere (HMAC-SHA-256, RFC 2104).
pub fn derived(token: &str, usage: &str) -> [u8; 32] {
    let mac = Hmac::<Sha256>::new_from_slice(token.as_bytes()).expect("a MAC takes keys of any length");
    mac.chain_update(b"gabentisch terminal ").chain_update(usage.as_bytes()).finalize().into_bytes().into()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn one_identity_runs_once_and_nobody_else_looks_in() {
        let root = tempfile::tempdir().unwrap();
        let first = Folder::take(root.path(), "invented", 1).unwrap();
        assert_eq!(std::fs::metadata(first.path()).unwrap().permissions().mode() & 0o777, 0o700);
        let lock = std::fs::metadata(first.path().join("lock")).unwrap();
        assert_eq!(lock.permissions().mode() & 0o777, 0o600);
        let refusal = Folder::take(root.path(), "invented", 1).map(|_| ()).unwrap_err();
        assert_eq!(refusal.0, say::terminal_in_use());
        Folder::take(root.path(), "another", 1).expect("another identity has a folder of its own");
        let second = Folder::take(root.path(), "invented", 2).expect("and another scanner");
        assert_eq!(left_behind(root.path(), "invented", 2).len(), 1, "of the other identity");
        assert!(left_behind(root.path(), "another", 1).is_empty(), "the others are in use");
        drop(second);
        assert_eq!(left_behind(root.path(), "invented", 1).len(), 2);
        drop(first);
        Folder::take(root.path(), "invented", 1).expect("free again");
        assert!(!format!("{:?}", std::fs::read_dir(root.path()).unwrap().collect::<Vec<_>>()).contains("invented"));
    }
}
