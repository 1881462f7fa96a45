//! A scanner that is read directly instead of typing: a serial one (USB-CDC), or a pipe.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use super::{StartError, Wake};
use crate::texts::say;

/// A line longer than this is a broken scanner.
const LONGEST: usize = 512;

/// Opens the device and reads a scan from each line for this pane, on a thread of its own.
///
/// # Errors
/// When it cannot be opened, or is an input device, which only types so far.
pub fn open(path: &Path, pane: usize, wake: Sender<Wake>) -> Result<(), StartError> {
    let shown = path.display().to_string();
    if path.starts_with("/dev/input") {
        return Err(StartError(say::terminal_scanner_evdev(shown)));
    }
    let file = File::open(path).map_err(|cause| StartError(say::terminal_scanner_bad(shown, cause.to_string())))?;
    thread::spawn(move || {
        let mut line = Vec::new();
        for byte in BufReader::new(file).bytes().map_while(Result::ok) {
            match byte {
                b'\r' | b'\n' | b'\t' => {
                    let text = String::from_utf8_lossy(&line).trim().to_owned();
                    line.clear();
                    if !text.is_empty() && wake.send(Wake::Scan { pane, text }).is_err() {
                        return;
                    }
                }
                _ if line.len() < LONGEST => line.push(byte),
                _ => {}
            }
        }
    });
    Ok(())
}
