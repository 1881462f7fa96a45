//! Server-sent events (HTML Living Standard, section 9.2): a page that stays open hears what happens from now on. Nothing
//! is kept and nothing is played again.

use std::convert::Infallible;
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING};
use actix_web::web::Bytes;
use futures_util::stream;
use tokio::sync::{mpsc, watch};

/// Silence after which a comment is sent, so that proxies keep the line and a lost page is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// One event: its name, and one or more lines of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub name: &'static str,
    pub data: String,
}

impl Event {
    fn written(&self) -> Bytes {
        let mut text = format!("event: {}\n", self.name);
        for line in self.data.split('\n') {
            text.push_str("data: ");
            text.push_str(line.trim_end_matches('\r'));
            text.push('\n');
        }
        text.push('\n');
        text.into()
    }
}

/// Answers with whatever is sent on the channel, until its sender is dropped, the page goes, or the server ends.
pub(super) fn answer(events: mpsc::Receiver<Event>, closing: watch::Receiver<bool>) -> HttpResponse {
    let open = stream::unfold((events, closing, true), async |(mut events, mut closing, first)| {
        if first {
            // Headers leave with the first bytes: the page knows at once that it is heard.
            return Some((Ok::<_, Infallible>(Bytes::from_static(b": open\n\n")), (events, closing, false)));
        }
        let bytes = tokio::select! {
            event = events.recv() => event?.written(),
            _ = closing.wait_for(|ends| *ends) => return None,
            () = tokio::time::sleep(KEEP_ALIVE) => Bytes::from_static(b": still here\n\n"),
        };
        Some((Ok(bytes), (events, closing, false)))
    });
    HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((CACHE_CONTROL, "no-store"))
        // Packed answers are held back until a block is full.
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(Box::pin(open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_the_data_is_a_line_of_the_event() {
        let event = Event { name: "scan", data: "one\r\ntwo".to_owned() };
        assert_eq!(event.written(), "event: scan\ndata: one\ndata: two\n\n");
    }
}
