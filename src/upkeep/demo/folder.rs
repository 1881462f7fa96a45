//! The demo's folder: a note beside the database says what lies there, so that nothing else is ever overwritten.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Made, TownSize};

const NOTE: &str = "gabentisch-demo.json";
const DATABASE: &str = "gabentisch.db";

/// What the note says. It holds the sign-ins, so that the demo can show them again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Note {
    pub version: String,
    pub size: TownSize,
    pub seed: u64,
    /// The day on which the demo was made; its year ends the day before.
    pub made_on: jiff::civil::Date,
    /// Missing while the year is being made: then the folder is begun anew.
    pub made: Option<Made>,
}

impl Note {
    pub fn new(size: TownSize, seed: u64, made_on: jiff::civil::Date) -> Note {
        Note { version: env!("CARGO_PKG_VERSION").to_owned(), size, seed, made_on, made: None }
    }
}

/// A demo cannot be made in this folder.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    #[error("{0} holds something else than a demo: choose another folder with --dir")]
    Foreign(PathBuf),
    #[error(
        "{dir} holds the demo of size {size} with seed {seed}, made by version {version}: delete the folder, or choose \
         another one with --dir"
    )]
    Other { dir: PathBuf, size: TownSize, seed: u64, version: String },
    #[error("{0}: {1}")]
    Io(PathBuf, io::Error),
}

/// A folder with nothing in it but a demo.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Looks what is in the folder, makes it when it is not there, and gives the demo that it holds, ready to be served.
    ///
    /// # Errors
    /// When it holds anything else than the demo that is wanted: nothing is touched then.
    pub fn open(path: &Path, wanted: &Note) -> Result<(Folder, Option<Note>), FolderError> {
        let path = std::path::absolute(path).map_err(|error| FolderError::Io(path.to_owned(), error))?;
        let folder = Folder { path };
        fs::create_dir_all(&folder.path).map_err(|error| folder.error(error))?;
        let Some(text) =
            fs::read_to_string(folder.path.join(NOTE)).map(Some).or_else(absent).map_err(|e| folder.error(e))?
        else {
            let mut inside = fs::read_dir(&folder.path).map_err(|error| folder.error(error))?;
            return if inside.next().is_none() { Ok((folder, None)) } else { Err(FolderError::Foreign(folder.path)) };
        };
        let Ok(note) = serde_json::from_str::<Note>(&text) else { return Err(FolderError::Foreign(folder.path)) };
        if note.made.is_none() || !folder.database().is_file() {
            return Ok((folder, None));
        }
        if (&note.version, note.size, note.seed) != (&wanted.version, wanted.size, wanted.seed) {
            let Note { version, size, seed, .. } = note;
            return Err(FolderError::Other { dir: folder.path, size, seed, version });
        }
        Ok((folder, Some(note)))
    }

    pub fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// Notes that a demo is being made, and clears away what is left of one that was not finished.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn begin(&self, note: &Note) -> Result<(), FolderError> {
        self.write(note)?;
        for ending in ["", "-wal", "-shm"] {
            let file = self.path.join(format!("{DATABASE}{ending}"));
            fs::remove_file(&file).map(Some).or_else(absent).map_err(|error| self.error(error))?;
        }
        Ok(())
    }

    /// Notes that the demo is complete, once the database is on disk.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn finish(&self, note: &Note) -> Result<(), FolderError> {
        let synced = fs::File::options().write(true).open(self.database()).and_then(|file| file.sync_all());
        synced.map_err(|error| self.error(error))?;
        self.write(note)
    }

    fn write(&self, note: &Note) -> Result<(), FolderError> {
        let mut options = fs::File::options();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let text = serde_json::to_vec_pretty(note).map_err(|error| self.error(error.into()))?;
        let written = options.open(self.path.join(NOTE)).and_then(|mut file| {
            file.write_all(&text)?;
            file.sync_all()
        });
        written.map_err(|error| self.error(error))
    }

    fn error(&self, cause: io::Error) -> FolderError {
        FolderError::Io(self.path.clone(), cause)
    }
}

/// A file that is not there is no error here.
fn absent<T>(error: io::Error) -> io::Result<Option<T>> {
    if error.kind() == io::ErrorKind::NotFound { Ok(None) } else { Err(error) }
}
