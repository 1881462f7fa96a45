//! Scanners that are read directly instead of typing: the input device itself, a serial one (USB-CDC), a pipe, or the
//! recording of a device. Each has a thread that opens it again whenever it comes back.

mod device;
pub mod found;
pub mod keys;
mod lines;
pub mod strokes;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::entry::Entry;
use super::wedge::PAUSE_MS;
use super::{StartError, Wake};
use crate::texts::say;
use lines::Lines;
use strokes::{Decoder, Stroke};

/// How often a device that is gone is looked for.
const LOOK: Duration = Duration::from_secs(1);
/// A longer pause of a recording is shortened to this.
const LONGEST_PAUSE_MICROS: i64 = 10_000_000;
/// More scanners at one device than there are panes.
pub const MOST: usize = 4;

/// What a scanner has to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Scan(Entry),
    Plugged,
    /// It cannot be read, and why when it is not simply gone.
    Unplugged(Option<String>),
}

/// A part of what a scanner sends, as its device gives it.
enum Piece {
    Stroke(Stroke),
    Byte(u8),
    /// A recording has a pause here.
    Pause,
}

/// What it means that there is nothing more to read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The cable is out.
    Unplugged,
    /// A pipe's writer left; another one may come.
    Again,
    /// A file is read once.
    Done,
}

/// The devices that panes with `auto` have taken.
type Taken = Arc<Mutex<BTreeSet<PathBuf>>>;

/// Opens the scanners, each on a thread of its own, and says how many panes they need. `auto` stands for all scanners
/// that are found at the start; each of these panes takes another one when its own is replaced.
///
/// # Errors
/// When there are too many, or one is there and must not be read.
pub fn open(wanted: &[PathBuf], wake: &Sender<Wake>) -> Result<usize, StartError> {
    let mut sources: Vec<Option<PathBuf>> = Vec::new();
    for path in wanted {
        if path.as_os_str() == "auto" {
            let (all, forbidden) = device::all();
            let count = found::scanners(&all).len();
            if count == 0 && forbidden {
                return Err(StartError(say::terminal_scanner_forbidden("/dev/input")));
            }
            sources.extend(std::iter::repeat_n(None, count.max(1)));
        } else {
            check(path)?;
            sources.push(Some(path.clone()));
        }
    }
    if sources.len() > MOST {
        return Err(StartError(say::terminal_scanner_many(MOST)));
    }
    let taken = Taken::default();
    let count = sources.len();
    for (pane, path) in sources.into_iter().enumerate() {
        let source = Scanner { pane, path, wake: wake.clone(), taken: Arc::clone(&taken) };
        thread::spawn(move || source.serve());
    }
    Ok(count)
}

/// One that is not there yet may come; one that may not be read needs somebody to change that first.
fn check(path: &Path) -> Result<(), StartError> {
    use io::ErrorKind::PermissionDenied;
    let shown = path.display().to_string();
    match std::fs::metadata(path) {
        Ok(about) if about.is_dir() => {
            let cause = io::Error::from(io::ErrorKind::IsADirectory).to_string();
            Err(StartError(say::terminal_scanner_bad(shown, cause)))
        }
        // Opening a pipe would wait for its writer.
        Ok(about) if is_pipe(&about) => Ok(()),
        Ok(_) => match File::open(path) {
            Err(cause) if cause.kind() == PermissionDenied => Err(StartError(say::terminal_scanner_forbidden(shown))),
            _ => Ok(()),
        },
        Err(cause) if cause.kind() == PermissionDenied => Err(StartError(say::terminal_scanner_forbidden(shown))),
        Err(_) => Ok(()),
    }
}

#[cfg(unix)]
fn is_pipe(about: &std::fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&about.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &std::fs::Metadata) -> bool {
    false
}

struct Scanner {
    pane: usize,
    /// `None` takes the first scanner that is free.
    path: Option<PathBuf>,
    wake: Sender<Wake>,
    taken: Taken,
}

impl Scanner {
    fn serve(&self) {
        // At the start nothing is said of a scanner that is there.
        let mut state = Heard::Plugged;
        loop {
            let (now, end) = match self.open() {
                Ok((path, pieces, end)) => {
                    if state != Heard::Plugged && !self.tell(Heard::Plugged) {
                        return;
                    }
                    if !self.listen(&pieces) || end == End::Done {
                        return;
                    }
                    self.taken().remove(&path);
                    state = Heard::Plugged;
                    (Heard::Unplugged(None), end)
                }
                Err(cause) => (Heard::Unplugged(reason(&cause)), End::Unplugged),
            };
            if end == End::Unplugged {
                if now != state && !self.tell(now.clone()) {
                    return;
                }
                state = now;
                thread::sleep(LOOK);
            }
        }
    }

    fn taken(&self) -> std::sync::MutexGuard<'_, BTreeSet<PathBuf>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn open(&self) -> io::Result<(PathBuf, Receiver<Piece>, End)> {
        let (sender, pieces) = mpsc::channel();
        let path = match &self.path {
            Some(path) => path.clone(),
            None => {
                let mut taken = self.taken();
                let free = found::scanners(&device::all().0).into_iter().find(|path| !taken.contains(path));
                let path = free.ok_or(io::ErrorKind::NotFound)?;
                taken.insert(path.clone());
                path
            }
        };
        let opened = read(&path, sender);
        if opened.is_err() && self.path.is_none() {
            self.taken().remove(&path);
        }
        opened.map(|end| (path, pieces, end))
    }

    /// Makes lines of what comes until there is nothing more; whether anybody still wants them.
    fn listen(&self, pieces: &Receiver<Piece>) -> bool {
        let (mut decoder, mut lines) = (Decoder::default(), Lines::default());
        loop {
            let line = match pieces.recv_timeout(Duration::from_millis(PAUSE_MS)) {
                Ok(Piece::Stroke(stroke)) => decoder.take(stroke),
                Ok(Piece::Byte(byte)) => lines.take(byte),
                Ok(Piece::Pause) | Err(RecvTimeoutError::Timeout) => decoder.idle().or_else(|| lines.idle()),
                Err(RecvTimeoutError::Disconnected) => {
                    let last = decoder.idle().or_else(|| lines.idle());
                    return last.is_none_or(|last| self.tell(Heard::Scan(last)));
                }
            };
            if let Some(line) = line
                && !self.tell(Heard::Scan(line))
            {
                return false;
            }
        }
    }

    fn tell(&self, heard: Heard) -> bool {
        self.wake.send(Wake::Scanner { pane: self.pane, heard, at: std::time::Instant::now() }).is_ok()
    }
}

/// Why it cannot be read; nothing when it is simply not there.
fn reason(cause: &io::Error) -> Option<String> {
    let is_gone = cause.kind() == io::ErrorKind::NotFound || cause.raw_os_error() == Some(NO_SUCH_DEVICE);
    (!is_gone).then(|| cause.to_string())
}

/// ENODEV and, the moment the cable is out, what a read gives: no message of its own.
const NO_SUCH_DEVICE: i32 = 19;

/// Opens whatever the path is and reads it on a thread of its own.
fn read(path: &Path, pieces: Sender<Piece>) -> io::Result<End> {
    let is_recorded = path.extension().is_some_and(|ending| ending == "evdev");
    let target = std::fs::canonicalize(path)?;
    if target.starts_with("/dev/input") && !is_recorded {
        return device::read(&target, pieces).map(|()| End::Unplugged);
    }
    let about = std::fs::metadata(&target)?;
    let end = match () {
        () if about.is_file() => End::Done,
        () if is_pipe(&about) => End::Again,
        () => End::Unplugged,
    };
    let file = if end == End::Unplugged { serial(&target)? } else { File::open(&target)? };
    let at_its_speed = end == End::Done;
    thread::spawn(move || if is_recorded { play(file, at_its_speed, &pieces) } else { bytes(file, &pieces) });
    Ok(end)
}

/// A serial line without echo or line editing, so that each byte comes as it was sent.
#[cfg(unix)]
fn serial(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::termios;
    // A scanner must not become the program's controlling terminal: its bytes would be signals.
    let flags = rustix::fs::OFlags::NOCTTY.bits();
    let file = File::options().read(true).custom_flags(flags.cast_signed()).open(path)?;
    if termios::isatty(&file) {
        let mut settings = termios::tcgetattr(&file)?;
        settings.make_raw();
        termios::tcsetattr(&file, termios::OptionalActions::Flush, &settings)?;
    }
    Ok(file)
}

#[cfg(not(unix))]
fn serial(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn bytes(mut file: File, pieces: &Sender<Piece>) {
    let mut buffer = [0; 512];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return,
            Ok(count) if buffer[..count].iter().any(|byte| pieces.send(Piece::Byte(*byte)).is_err()) => return,
            Ok(_) => {}
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return,
        }
    }
}

/// A recorded device: `struct input_event` after `struct input_event`, from a file with the pauses of its times.
fn play(mut file: File, at_its_speed: bool, pieces: &Sender<Piece>) {
    let mut buffer = [0; Stroke::BYTES];
    let mut last: Option<i64> = None;
    while file.read_exact(&mut buffer).is_ok() {
        let stroke = Stroke::from_bytes(&buffer);
        let pause = last.map_or(0, |last| stroke.micros.saturating_sub(last)).clamp(0, LONGEST_PAUSE_MICROS);
        if at_its_speed && pause > 0 {
            thread::sleep(Duration::from_micros(pause.unsigned_abs()));
        }
        if pause.unsigned_abs() > PAUSE_MS * 1000 && pieces.send(Piece::Pause).is_err() {
            return;
        }
        last = Some(stroke.micros);
        if pieces.send(Piece::Stroke(stroke)).is_err() {
            return;
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
