//! `GET /api/v1/terminal`: who the terminal is, where its sequence stands, what its desk remembers.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::web::Json;

use super::wire::{TerminalStatus, WireDesk, WireVisit};
use crate::actions::{ActionError, Actor, House};
use crate::domain::desk::{Desk, Fields, OpenVisit};
use crate::store::{Db, contradictions, desk_facts, proxies, terminals, users};
use crate::texts::Lang;
use crate::web::guard::language_of;
use crate::web::{Failure, Shared, act};

/// Who the terminal is, and the sequence number that its next event must have.
#[utoipa::path(
    get,
    path = "/api/v1/terminal",
    responses((status = 200, body = TerminalStatus), (status = 401, body = super::wire::WireError)),
    security(("terminal_token" = []))
)]
pub async fn show(req: HttpRequest, app: Shared, actor: Actor) -> Result<Json<TerminalStatus>, Failure> {
    let lang = language_of(&req, &actor);
    let status = act(&app, move |house| {
        let (row, contradictions) = house.store().read(|db| {
            let row = terminals::find(db, actor.terminal())?.ok_or(ActionError::NotFound)?;
            let open = contradictions::count_open_of(db, row.id)?;
            Ok::<_, ActionError>((row, open))
        })?;
        Ok(TerminalStatus {
            id: row.id.to_string(),
            desk: wire_desk(house, &row.desk(), lang)?,
            name: row.name,
            next_seq: row.next_seq,
            server_version: env!("CARGO_PKG_VERSION").to_owned(),
            now: house.now().to_string(),
            quarantined: actor.is_device() && row.suspect_since.is_some(),
            contradictions,
        })
    });
    Ok(Json(status.await?))
}

/// The desk's memory as a screen shows it. A visit shows the card, how many people, and the needs list; no name.
pub(in crate::web) fn wire_desk(house: &Arc<House>, desk: &Desk, lang: Lang) -> Result<WireDesk, ActionError> {
    house.store().read(|db| {
        let visit = match &desk.visit {
            Some(visit) => wire_visit(db, house, visit, lang)?,
            None => None,
        };
        let volunteer = match desk.volunteer {
            Some(id) => users::find(db, id)?,
            None => None,
        };
        Ok(WireDesk {
            mode: desk.mode.map(|mode| mode.word().to_owned()),
            visit,
            tray: desk.tray.len(),
            asks: desk.question.is_some(),
            intake: sticking(house, &desk.intake, lang),
            lang: volunteer.as_ref().map(|user| user.lang.tag().to_owned()),
            volunteer: volunteer.map(|user| user.display_name),
            place: desk.place.as_ref().map(|place| place.name.clone()),
            describes: desk.describes.as_ref().map(|label| label.code.printed()),
            memory: desk.clone(),
        })
    })
}

fn wire_visit(db: &mut Db, house: &House, visit: &OpenVisit, lang: Lang) -> Result<Option<WireVisit>, ActionError> {
    let mut household = desk_facts::household(db, visit.household, visit.card)?;
    if visit.voucher
        && let Some(household) = &mut household
    {
        // Who comes with a voucher collects its pieces; what else the household needs is nobody's business here.
        household.needs = proxies::as_lines(db, visit.card)?;
    }
    Ok(household.map(|household| WireVisit::of(visit, &household, &house.catalogue(), lang)))
}

/// “Winterjacke · K · 104”: what the next piece will be when nothing else is said.
pub(in crate::web) fn sticking(house: &House, fields: &Fields, lang: Lang) -> Option<String> {
    super::wire::sticking(&house.catalogue(), fields, lang)
}
