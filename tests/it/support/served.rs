//! The real server as a process of its own, which can be killed and started again at the same address.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

pub struct Served {
    process: Child,
    pub url: String,
}

impl Served {
    /// Starts the binary over this database, in front of it the words of `within` (such as `ip netns exec NAME`).
    pub fn start(within: &[&str], database: &str, listen: &str) -> Served {
        let mut words = within.iter().copied().chain([env!("CARGO_BIN_EXE_gabentisch")]);
        let mut process = Command::new(words.next().expect("a program"))
            .args(words)
            .args(["serve", "--listen", listen, "--database", database])
            .env("GABENTISCH_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        let out = process.stdout.as_mut().expect("its standard output");
        BufReader::new(out).read_line(&mut line).expect("it says where it is");
        let url = line.rsplit(' ').next().expect("an address").trim().to_owned();
        assert!(url.starts_with("http://"), "{line}");
        Served { process, url }
    }

    /// SIGKILL: no handler runs, nothing is flushed.
    pub fn kill(mut self) {
        self.stop();
    }

    fn stop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop();
    }
}
