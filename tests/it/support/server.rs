//! The real server in a process of its own, to be stopped and started again at the same address.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// `gabentisch serve` over the database of a test.
pub struct Program {
    process: Option<Child>,
    database: String,
    listen: String,
    pub url: String,
}

impl Program {
    pub fn start(database: &str) -> Program {
        Program::start_at(database, "127.0.0.1:0")
    }

    pub fn start_at(database: &str, listen: &str) -> Program {
        let mut program =
            Program { process: None, database: database.to_owned(), listen: listen.to_owned(), url: String::new() };
        program.start_again();
        program.listen = program.url.trim_start_matches("http://").to_owned();
        program
    }

    /// At the address of before.
    pub fn start_again(&mut self) {
        assert!(self.process.is_none(), "it runs");
        let start = Instant::now();
        loop {
            let mut process = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
                .args(["serve", "--listen", &self.listen, "--database", &self.database])
                .env("GABENTISCH_LOG", "error")
                .stdout(Stdio::piped())
                .spawn()
                .expect("the server starts");
            let mut line = String::new();
            let out = process.stdout.as_mut().expect("its standard output");
            BufReader::new(out).read_line(&mut line).expect("it says where it is");
            let url = line.rsplit(' ').next().expect("an address").trim().to_owned();
            if url.starts_with("http://") {
                self.url = url;
                self.process = Some(process);
                return;
            }
            // The address may still be taken for a moment.
            assert!(start.elapsed() < Duration::from_secs(20), "the server does not start: {line}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// As when somebody pulls the plug.
    pub fn stop(&mut self) {
        let mut process = self.process.take().expect("it runs");
        process.kill().expect("it can be killed");
        process.wait().expect("it is gone");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
