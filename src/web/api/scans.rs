//! `POST /api/v1/scans`: the heart, as every scanner sees it.

use actix_web::HttpRequest;
use actix_web::web::Json;
use serde_json::Value;

use super::wire::{ScanResponse, WireVerdict};
use crate::actions::scan::{self, Answer, Incoming};
use crate::actions::{Actor, terminals};
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
        (status = 403, description = "Another person is signed in than the sender, or none who may answer for others", body = super::wire::WireError),
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
    let sender = request.get("sender").and_then(Value::as_str);
    if sender.is_some_and(|sender| actor.user().is_none_or(|user| user.to_string() != sender)) {
        return Err(Failure::Forbidden);
    }
    let desk_of = match request.get("desk_of") {
        None | Some(Value::Null) => None,
        Some(id) => Some(id.as_str().and_then(|id| id.parse().ok()).ok_or(Failure::NotFound)?),
    };
    let answers = act(&app, move |house| {
        let actor = desk_of.map_or_else(|| Ok(actor.clone()), |user| terminals::at_desk_of(house, &actor, user))?;
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
