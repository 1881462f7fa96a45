//! `POST /api/v1/scans`: the heart, as every scanner sees it.

use actix_web::HttpRequest;
use actix_web::web::Json;
use serde_json::Value;

use super::wire::{ScanResponse, WireVerdict};
use crate::actions::Actor;
use crate::actions::scan::{self, Answer, Incoming};
use crate::texts::{Lang, Texts};
use crate::web::guard::language_of;
use crate::web::metrics::NUMBERS;
use crate::web::{Failure, Shared, act};

/// Books events in their order; each gets exactly one verdict, after the data is on disk.
#[utoipa::path(
    post,
    path = "/api/v1/scans",
    request_body = super::wire::ScanRequest,
    responses(
        (status = 200, description = "One verdict for each event, in the same order", body = ScanResponse),
        (status = 400, description = "Not JSON, or no list of events", body = super::wire::WireError),
        (status = 401, description = "No or unknown token", body = super::wire::WireError),
        (status = 413, description = "More than 2 MiB", body = super::wire::WireError),
        (status = 422, description = "More than 1,000 events", body = super::wire::WireError),
        (status = 423, description = "The terminal is set aside until a coordinator releases it: nothing was booked, send it again then", body = super::wire::WireError),
    ),
    security(("terminal_token" = []))
)]
pub async fn book(
    req: HttpRequest,
    app: Shared,
    actor: Actor,
    request: Json<Value>,
) -> Result<Json<ScanResponse>, Failure> {
    let events = request.get("events").and_then(Value::as_array);
    let events = events.ok_or_else(|| Failure::Unreadable("\"events\" is not a list".to_owned()))?;
    let incoming: Vec<Incoming> = events.iter().map(Incoming::from_json).collect();
    let lang = language_of(&req, &actor);
    let answers = act(&app, move |house| {
        let answers = scan::scan(house, &actor, incoming)?;
        let desk = super::terminal::wire_desk(house, &answers.desk, lang)?;
        Ok((answers, desk))
    });
    let (answers, desk) = answers.await?;
    let verdicts = answers.answers.into_iter().map(|answer| wire(answer, lang)).collect();
    Ok(Json(ScanResponse { verdicts, next_seq: answers.next_seq, desk }))
}

fn wire(answer: Answer, lang: Lang) -> WireVerdict {
    NUMBERS.scans.with_label_values(&[answer.outcome.word()]).inc();
    WireVerdict::of(answer.event_id, answer.seq, answer.outcome, &answer.verdict, Texts::of(lang))
}
