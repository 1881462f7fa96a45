//! `GET /live`: pages that stay open hear which parts of the house changed, never what. They then fetch themselves again.
//!
//! One task for all listeners looks at the marks of the house after each write of this process, and every few seconds for
//! writes of other servers. It runs only while somebody listens.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::{HttpResponse, rt, web};
use tokio::sync::{mpsc, watch};

use super::sse::{self, Event};
use super::{App, Shared};
use crate::store::marks;

/// How often the counter of writes is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// After so many looks the database itself is asked, for what other servers wrote.
const ASK_ANYWAY: u32 = 8;

type Marks = Arc<Vec<i64>>;

/// What the listeners share.
pub(super) struct Live {
    marks: watch::Sender<Marks>,
    is_running: AtomicBool,
}

impl Default for Live {
    fn default() -> Live {
        Live { marks: watch::Sender::new(Marks::default()), is_running: AtomicBool::new(false) }
    }
}

/// `GET /live`
pub(super) async fn listen(app: Shared) -> HttpResponse {
    hear(&app, None)
}

/// The same for a page that may hear of one topic only.
pub(super) fn listen_to(app: &Shared, topic: &'static str) -> HttpResponse {
    hear(app, Some(topic))
}

fn hear(app: &Shared, only: Option<&'static str>) -> HttpResponse {
    let mut marks = app.live.marks.subscribe();
    keep_looking(app);
    let (sender, receiver) = mpsc::channel(8);
    rt::spawn(async move {
        let mut known = marks.borrow_and_update().clone();
        loop {
            tokio::select! {
                () = sender.closed() => break,
                changed = marks.changed() => if changed.is_err() { break },
            }
            let now = marks.borrow_and_update().clone();
            let mut topics = changed(&known, &now);
            topics.retain(|topic| only.is_none_or(|only| only == *topic));
            let data = topics.join(" ");
            known = now;
            if !data.is_empty() && sender.send(Event { name: "changed", data }).await.is_err() {
                break;
            }
        }
    });
    sse::answer(receiver, app.closing.clone())
}

/// The topics whose marks differ. Before the first look nothing is known, and nothing has changed.
fn changed(known: &[i64], now: &[i64]) -> Vec<&'static str> {
    if known.is_empty() {
        return Vec::new();
    }
    let differs = |at: &usize| known.get(*at) != now.get(*at);
    (0..marks::TOPICS.len()).filter(differs).map(|at| marks::TOPICS[at]).collect()
}

fn keep_looking(app: &Shared) {
    if app.live.is_running.swap(true, Ordering::AcqRel) {
        return;
    }
    let app = app.clone();
    rt::spawn(async move {
        let (mut written, mut looks) = (None, 0);
        while !*app.closing.borrow() {
            if app.live.marks.receiver_count() == 0 {
                app.live.is_running.store(false, Ordering::Release);
                // Somebody may have come in between the two lines above.
                if app.live.marks.receiver_count() == 0 || app.live.is_running.swap(true, Ordering::AcqRel) {
                    return;
                }
            }
            let now = app.house.store().commits();
            looks += 1;
            if written != Some(now) || looks >= ASK_ANYWAY {
                (written, looks) = (Some(now), 0);
                look(&app).await;
            }
            rt::time::sleep(LOOK).await;
        }
    });
}

async fn look(app: &web::Data<App>) {
    let house = Arc::clone(&app.house);
    match web::block(move || house.store().read(marks::all)).await {
        Ok(Ok(found)) => {
            app.live.marks.send_if_modified(|known| {
                let differs = **known != found;
                if differs {
                    *known = Arc::new(found);
                }
                differs
            });
        }
        Ok(Err(error)) => tracing::warn!(%error, "what changed could not be read"),
        Err(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let marks = |items| {
            let mut marks = vec![0; marks::TOPICS.len()];
            marks[0] = items;
            marks
        };
        assert_eq!(changed(&marks(7), &marks(8)), ["items"]);
        assert!(changed(&marks(7), &marks(7)).is_empty());
        assert!(changed(&[], &marks(7)).is_empty());
    }
}
