//! The terminal's secret and its server, from a file that only its owner may read.

use std::collections::BTreeMap;
use std::fs::{DirBuilder, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::StartError;
use crate::texts::say;

/// What `terminal.toml` may say. Flags and `GABENTISCH_…` variables go before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TerminalFile {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// The tokens of this device's further scanners.
    #[serde(skip_serializing_if = "Stations::is_empty")]
    pub stations: Stations,
}

/// The tokens of further scanners by their number, and whose they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Stations {
    /// A fingerprint of the token of the device that asked for them: another one's stations are never used.
    of: String,
    tokens: BTreeMap<String, String>,
}

impl Stations {
    fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token of the scanner with this number at the device with `token`.
    pub fn token(&self, token: &str, number: usize) -> Option<&str> {
        (self.of == fingerprint(token)).then(|| self.tokens.get(&number.to_string())).flatten().map(String::as_str)
    }

    /// Remembers a scanner's token, and forgets those of another device.
    pub fn remember(&mut self, token: &str, number: usize, station: String) {
        let of = fingerprint(token);
        if self.of != of {
            *self = Stations { of, tokens: BTreeMap::new() };
        }
        self.tokens.insert(number.to_string(), station);
    }
}

fn fingerprint(token: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(token.as_bytes())[..8])
}

/// `$XDG_CONFIG_HOME/gabentisch/terminal.toml`, usually `~/.config/gabentisch/terminal.toml`.
pub fn default_path() -> PathBuf {
    let configured = std::env::var_os("XDG_CONFIG_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".config");
    configured.unwrap_or_else(home).join("gabentisch/terminal.toml")
}

/// Reads the file; one that does not exist says nothing.
///
/// # Errors
/// When others than its owner may read it, or it is no such file.
pub fn read(path: &Path) -> Result<TerminalFile, StartError> {
    let shown = || path.display().to_string();
    let bad = |cause: String| StartError(say::terminal_token_file_bad(shown(), cause));
    let about = match std::fs::metadata(path) {
        Ok(about) => about,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(TerminalFile::default()),
        Err(cause) => return Err(bad(cause.to_string())),
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if about.permissions().mode() & 0o077 != 0 {
            return Err(StartError(say::terminal_token_file_open(shown())));
        }
    }
    if !about.is_file() {
        return Err(bad(std::io::Error::from(std::io::ErrorKind::InvalidInput).to_string()));
    }
    let text = std::fs::read_to_string(path).map_err(|cause| bad(cause.to_string()))?;
    // The cause would quote the line, and with it the secret: only the place is said.
    toml::from_str(&text).map_err(|cause: toml::de::Error| bad(cause.message().to_owned()))
}

/// Whether the file can be written: tried before a secret is asked for that could not be kept.
///
/// # Errors
/// When it cannot.
pub fn check_writable(path: &Path) -> Result<(), StartError> {
    let trial = beside(path);
    let tried = folder_of(path).and_then(|()| create(&trial)).and_then(|mut file| file.write_all(&[b'#'; 512]));
    let _ = std::fs::remove_file(&trial);
    tried.map_err(|cause| unwritable(path, &cause))
}

/// Writes the file anew for its owner alone, whole or not at all.
///
/// # Errors
/// When it cannot be written; the old file stays.
pub fn write(path: &Path, file: &TerminalFile) -> Result<(), StartError> {
    let put = || -> io::Result<()> {
        folder_of(path)?;
        let text = toml::to_string(file).map_err(io::Error::other)?;
        let new = beside(path);
        let written = create(&new).and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
        let moved = written.and_then(|()| std::fs::rename(&new, path));
        if moved.is_err() {
            let _ = std::fs::remove_file(&new);
        }
        moved?;
        // The new name itself is on disk only when its folder is.
        #[cfg(unix)]
        if let Some(folder) = path.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    put().map_err(|cause| unwritable(path, &cause))
}

fn unwritable(path: &Path, cause: &io::Error) -> StartError {
    StartError(say::terminal_token_file_unwritable(path.display().to_string(), cause.to_string()))
}

fn beside(path: &Path) -> PathBuf {
    path.with_extension(format!("toml.{}", std::process::id()))
}

fn folder_of(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent() else { return Ok(()) };
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn create(path: &Path) -> io::Result<File> {
    let _ = std::fs::remove_file(path);
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::texts::{Lang, Texts};

    #[test]
    fn only_the_owner_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terminal.toml");
        assert_eq!(read(&path).unwrap(), TerminalFile::default());
        std::fs::write(&path, "token = \"invented\"\n").unwrap();
        let mode = |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        mode(0o640);
        let refusal = Texts::of(Lang::De).say(&read(&path).unwrap_err().0);
        assert!(refusal.contains("chmod 600"), "{refusal}");
        mode(0o600);
        assert_eq!(read(&path).unwrap().token.as_deref(), Some("invented"));
        std::fs::write(&path, "tokn = \"invented\"\n").unwrap();
        let refusal = Texts::of(Lang::En).say(&read(&path).unwrap_err().0);
        assert!(refusal.contains("tokn") && !refusal.contains("invented"), "{refusal}");
    }
    #[test]
    fn it_is_written_for_its_owner_alone_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/gabentisch/terminal.toml");
        check_writable(&path).unwrap();
        let mut file =
            TerminalFile { server: Some("http://house".into()), token: Some("one".into()), ..Default::default() };
        write(&path, &file).unwrap();
        file.stations.remember("one", 2, "two".into());
        write(&path, &file).unwrap();
        assert_eq!(read(&path).unwrap(), file);
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
        assert_eq!((file.stations.token("one", 2), file.stations.token("other", 2)), (Some("two"), None));
        file.stations.remember("other", 3, "three".into());
        assert_eq!((file.stations.token("other", 2), file.stations.token("other", 3)), (None, Some("three")));
    }

    #[test]
    fn what_cannot_be_written_is_said() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("gabentisch"), "a file where a folder should be").unwrap();
        let path = folder.path().join("gabentisch/terminal.toml");
        for refused in [check_writable(&path), write(&path, &TerminalFile::default())] {
            let sentence = Texts::of(Lang::En).say(&refused.unwrap_err().0);
            assert!(sentence.contains("terminal.toml"), "{sentence}");
        }
    }
}
