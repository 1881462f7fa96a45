//! `POST /desk/frame`: a frame of the desk's camera, for browsers that cannot read codes by themselves.

use actix_web::HttpResponse;
use actix_web::web::Payload;

use crate::actions::Actor;
use crate::web::{Failure, Shared, frames};

/// The codes of one JPEG as a list of `{text, corners}`. Nothing is kept, nothing is booked.
pub(in crate::web) async fn read(app: Shared, actor: Actor, picture: Payload) -> Result<HttpResponse, Failure> {
    app.frames.admit(actor.terminal())?;
    app.frames.answer(picture, frames::FRAME).await
}
