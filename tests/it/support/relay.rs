//! Stands between browser and server and can say that the worker is of another version, as after an update.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

pub struct Relay {
    pub url: String,
    other: Arc<AtomicBool>,
}

impl Relay {
    /// To the server at this address. It ends with the tests.
    pub fn to(url: &str) -> Relay {
        let server = url.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let relay = Relay {
            url: format!("http://{}", listener.local_addr().expect("its address")),
            other: Arc::new(AtomicBool::new(false)),
        };
        let other = Arc::clone(&relay.other);
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let (server, other) = (server.clone(), Arc::clone(&other));
                thread::spawn(move || answer(browser, &server, other.load(Ordering::Relaxed)));
            }
        });
        relay
    }

    pub fn other_version(&self, is_other: bool) {
        self.other.store(is_other, Ordering::Relaxed);
    }
}

/// One request for each connection.
fn answer(mut browser: TcpStream, server: &str, is_other: bool) -> Option<()> {
    let (mut sent, mut piece) = (Vec::new(), [0; 16 << 10]);
    let (head, length) = loop {
        let count = browser.read(&mut piece).ok().filter(|count| *count > 0)?;
        sent.extend_from_slice(&piece[..count]);
        if let Some(end) = sent.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&sent[..end]).into_owned();
            let length =
                head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
            break (head, end + 4 + length.unwrap_or(0_usize));
        }
    };
    while sent.len() < length {
        let count = browser.read(&mut piece).ok().filter(|count| *count > 0)?;
        sent.extend_from_slice(&piece[..count]);
    }
    let drops = ["connection:", "accept-encoding:"];
    let kept = head.lines().filter(|line| drops.iter().all(|name| !line.to_lowercase().starts_with(name)));
    let request = kept.map(|line| format!("{line}\r\n")).collect::<String>() + "Connection: close\r\n\r\n";
    let mut upstream = TcpStream::connect(server).ok()?;
    upstream.write_all(request.as_bytes()).ok()?;
    upstream.write_all(&sent[sent.len() - (length - head.len() - 4)..]).ok()?;
    let mut response = Vec::new();
    upstream.read_to_end(&mut response).ok()?;
    if is_other && head.starts_with("GET /sw.js ") {
        let name = b"\"version\":\"";
        let at = response.windows(name.len()).position(|bytes| bytes == name)? + name.len();
        response[at..at + 12].copy_from_slice(b"000000000000");
    }
    browser.write_all(&response).ok()
}
