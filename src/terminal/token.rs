//! The terminal's secret and its server, from a file that only its owner may read.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::StartError;
use crate::texts::say;

/// What `terminal.toml` may say. Flags and `GABENTISCH_…` variables go before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TerminalFile {
    pub server: Option<String>,
    pub token: Option<String>,
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
}
