//! Signing a record: `POST /acceptances/{id}/sign`, with two pictures from the screen, or because it was done on paper.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, block};
use serde::Deserialize;

use super::{paper, show};
use crate::actions::acceptances as action;
use crate::actions::{ActionError, Actor};
use crate::domain::AcceptanceId;
use crate::domain::rights::Right;
use crate::domain::treasury::AcceptanceState;
use crate::paper::acceptance::Signature;
use crate::paper::signature::{NoInk, Strokes};
use crate::texts::{Message, say};
use crate::web::pages::forms::{Wrong, again, meanwhile};
use crate::web::pages::reports::closing;
use crate::web::{Failure, Page, Shared, act, redirect_with};

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(in crate::web) struct Sent {
    version: i32,
    /// `screen` or `paper`.
    how: String,
    /// PNG pictures as data addresses.
    giver: String,
    taker: String,
    /// Both signed the paper.
    both: Option<String>,
}

/// `POST /acceptances/{id}/sign`
pub(in crate::web) async fn sign(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<AcceptanceId>,
    sent: Form<Sent>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::EditDonors)?;
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let version = sent.version;
    let signer = actor.clone();
    let done = match block(move || read(&sent)).await.map_err(|_| Failure::Busy)? {
        Ok(signature) => finish(&app, signer, id, version, signature).await,
        Err(message) => Err(Failure::Action(ActionError::Refused(message))),
    };
    match done {
        Ok(said) => Ok(redirect_with(&format!("/acceptances/{id}"), &said)),
        Err(failure @ Failure::Action(ActionError::Changed)) => Err(meanwhile(&app, failure, id.to_string()).await),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&show::view(page, &app, actor, id, wrong).await?)
        }
    }
}

async fn finish(
    app: &Shared,
    actor: Actor,
    id: AcceptanceId,
    version: i32,
    signature: Signature,
) -> Result<Message, Failure> {
    let reader = actor.clone();
    let seen = act(app, move |house| action::see(house, &reader, id)).await?;
    // Before the paper is drawn: it takes a moment, and the answer is known.
    if seen.row.state == AcceptanceState::Signed {
        return Err(Failure::Action(ActionError::Refused(say::paper_error_signed())));
    }
    if seen.row.version != version {
        return Err(Failure::Action(ActionError::Changed));
    }
    let drawing = app.clone();
    let signed = block(move || paper::signed(&drawing.house, &drawing.site, &seen, signature));
    let signed = signed.await.map_err(|_| Failure::Busy)??;
    act(app, move |house| {
        action::sign(house, &actor, id, version, signed)?;
        closing::told_of(house, id, say::paper_signed())
    })
    .await
}

fn read(sent: &Sent) -> Result<Signature, Message> {
    if sent.how == "paper" {
        return if sent.both.is_some() { Ok(Signature::OnPaper) } else { Err(say::paper_by_hand_needed()) };
    }
    Ok(Signature::Drawn { giver: strokes(&sent.giver)?, taker: strokes(&sent.taker)? })
}

/// A picture that came as a data address. What it says of its type counts for nothing.
fn strokes(address: &str) -> Result<Strokes, Message> {
    let text = address.split_once(',').map_or("", |(_, text)| text);
    let bytes = data_encoding::BASE64.decode(text.as_bytes()).map_err(|_| say::paper_sign_unreadable())?;
    Strokes::read(&bytes).map_err(|why| match why {
        NoInk::Empty => say::paper_sign_missing(),
        NoInk::Unreadable => say::paper_sign_unreadable(),
    })
}
