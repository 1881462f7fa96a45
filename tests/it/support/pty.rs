//! `gabentisch terminal` on a screen of its own: keys and scans in, what stands there and rings there out.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A scanner sends a character in this time.
pub const STROKE: Duration = Duration::from_millis(8);
/// Fingers need longer.
pub const FINGER: Duration = Duration::from_millis(120);
const PATIENCE: Duration = Duration::from_secs(30);

/// The program on a screen of 80×24.
pub struct Pty {
    keys: Box<dyn Write + Send>,
    seen: Arc<Mutex<vt100::Parser>>,
    pub child: Box<dyn Child + Send + Sync>,
    _pty: Box<dyn MasterPty + Send>,
    /// Keys that fingers pressed and scans that a scanner made.
    pub pressed: usize,
    pub scanned: usize,
}

impl Pty {
    /// Starts `gabentisch terminal` with these arguments and variables in this folder, which is its home too.
    pub fn start(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Pty {
        Pty::start_within(&[], home, arguments, variables)
    }

    /// The same, in front of the program the words of `within` (such as `ip netns exec NAME`).
    pub fn start_within(within: &[&str], home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Pty {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pty");
        let mut words = within.iter().copied().chain([env!("CARGO_BIN_EXE_gabentisch"), "terminal"]);
        let mut command = CommandBuilder::new(words.next().expect("a program"));
        command.args(words);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        command.env("HOME", home);
        for folder in ["XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env_remove(folder);
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        command.cwd(home);
        let child = pty.slave.spawn_command(command).expect("the terminal starts");
        let mut output = pty.master.try_clone_reader().expect("its output");
        let seen = Arc::new(Mutex::new(vt100::Parser::default()));
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                shared.lock().expect("the test goes on").process(&bytes[..count]);
            }
        });
        let keys = pty.master.take_writer().expect("its keyboard");
        Pty { keys, seen, child, _pty: pty.master, pressed: 0, scanned: 0 }
    }

    pub fn screen(&self) -> String {
        self.seen.lock().expect("the reader lives").screen().contents()
    }

    /// Waits until the screen says this.
    #[track_caller]
    pub fn says(&self, text: &str) {
        let start = Instant::now();
        while !self.screen().contains(text) {
            assert!(start.elapsed() < PATIENCE, "the screen never says {text:?}:\n{}", self.screen());
            sleep(Duration::from_millis(5));
        }
    }

    /// One key of the keyboard, such as `"\x1bOP"` for F1.
    pub fn press(&mut self, sequence: &str) {
        self.pressed += 1;
        self.send(sequence);
    }

    /// Letters, one after the other.
    pub fn type_in(&mut self, text: &str) {
        for letter in text.chars() {
            self.press(&letter.to_string());
            sleep(FINGER);
        }
    }

    /// Pulls the trigger.
    pub fn scan(&mut self, code: impl ToString) {
        self.scanned += 1;
        for stroke in code.to_string().chars().chain(['\r']) {
            self.send(&stroke.to_string());
            sleep(STROKE);
        }
    }

    fn send(&mut self, sequence: &str) {
        self.keys.write_all(sequence.as_bytes()).expect("a key");
        self.keys.flush().expect("a key");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // Only a test that fails comes here with a terminal that still runs.
        let _ = self.child.kill();
    }
}
