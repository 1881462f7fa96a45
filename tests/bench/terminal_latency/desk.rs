//! The terminal on a pty, and a clock beside it.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A scanner sends a character in this time.
const STROKE: Duration = Duration::from_millis(8);
const PATIENCE: Duration = Duration::from_secs(20);

/// The screen, and when it last changed.
type Seen = Arc<(Mutex<(vt100::Parser, Instant)>, Condvar)>;

pub struct Desk {
    keys: Box<dyn Write + Send>,
    seen: Seen,
    child: Box<dyn Child + Send + Sync>,
    _pty: Box<dyn MasterPty + Send>,
}

impl Desk {
    pub fn start(program: &str, server: &str, token: &str, home: &Path) -> anyhow::Result<Desk> {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(std::fs::canonicalize(program)?);
        command.args(["terminal", "--server", server, "--quiet"]);
        command.env("GABENTISCH_TOKEN", token);
        command.env("TERM", "xterm-256color");
        command.env("HOME", home);
        command.cwd(home);
        let child = pty.slave.spawn_command(command)?;
        let mut output = pty.master.try_clone_reader()?;
        let seen: Seen = Arc::new((Mutex::new((vt100::Parser::default(), Instant::now())), Condvar::new()));
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 16_384];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let came = Instant::now();
                let Ok(mut screen) = shared.0.lock() else { return };
                screen.0.process(&bytes[..count]);
                screen.1 = came;
                shared.1.notify_all();
            }
        });
        Ok(Desk { keys: pty.master.take_writer()?, seen, child, _pty: pty.master })
    }

    /// Waits for a text and gives the moment of the output that brought it.
    pub fn says(&self, text: &str) -> anyhow::Result<Instant> {
        let end = Instant::now() + PATIENCE;
        let Ok(mut screen) = self.seen.0.lock() else { bail!("the screen's reader is gone") };
        while !screen.0.screen().contents().contains(text) {
            let Some(left) = end.checked_duration_since(Instant::now()) else {
                bail!("the screen never says {text:?}:\n{}", screen.0.screen().contents());
            };
            let Ok((next, _)) = self.seen.1.wait_timeout(screen, left) else { bail!("the screen's reader is gone") };
            screen = next;
        }
        Ok(screen.1)
    }

    /// Pulls the trigger; gives when the Enter was sent.
    pub fn scan(&mut self, code: &str) -> anyhow::Result<Instant> {
        for stroke in code.chars() {
            self.keys.write_all(stroke.to_string().as_bytes())?;
            self.keys.flush()?;
            sleep(STROKE);
        }
        let entered = Instant::now();
        self.keys.write_all(b"\r").context("the terminal takes keys")?;
        self.keys.flush()?;
        Ok(entered)
    }

    /// From Enter until the screen says this.
    pub fn timed(&mut self, code: &str, says: &str) -> anyhow::Result<Duration> {
        let entered = self.scan(code)?;
        Ok(self.says(says)?.saturating_duration_since(entered))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
