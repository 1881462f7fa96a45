//! Linking a mentor to a household, and ending it.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use serde::Deserialize;

use super::address;
use crate::actions::{Actor, link_mentor};
use crate::domain::{HouseholdId, UserId};
use crate::texts::say;
use crate::web::{Failure, Shared, act, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct MentorSent {
    mentor: UserId,
}

/// `POST /households/{id}/mentors`
pub(in crate::web) async fn link(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<MentorSent>,
) -> Result<HttpResponse, Failure> {
    let (id, mentor) = (id.into_inner(), sent.mentor);
    act(&app, move |house| link_mentor::link(house, &actor, id, mentor)).await?;
    Ok(redirect_with(&address(id), &say::household_mentor_linked()))
}

/// `POST /households/{id}/mentors/end`
pub(in crate::web) async fn unlink(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<MentorSent>,
) -> Result<HttpResponse, Failure> {
    let (id, mentor) = (id.into_inner(), sent.mentor);
    act(&app, move |house| link_mentor::unlink(house, &actor, id, mentor)).await?;
    Ok(redirect_with(&address(id), &say::household_mentor_ended()))
}
