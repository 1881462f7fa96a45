//! Changing a household: its data, its state, its card, and filling its list from a template.

use actix_web::web::{Form, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::{Choice, Wrong, address, again};
use crate::actions::change_household::{self, Edited};
use crate::actions::{ActionError, Actor, see_household};
use crate::domain::HouseholdId;
use crate::domain::household::{HouseholdState, LANGUAGES};
use crate::store::{Db, households};
use crate::texts::{Texts, say};
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

#[derive(Template)]
#[template(path = "households/edit.html")]
struct EditPage {
    page: Page,
    t: &'static Texts,
    back: String,
    fields: HouseholdFields,
    languages: Vec<Choice>,
    wrong: Wrong,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(in crate::web) struct HouseholdFields {
    pub area: String,
    pub lang: String,
    pub note: String,
    /// Text, because a flattened form knows no numbers.
    pub version: String,
}

impl HouseholdFields {
    fn version(&self) -> i32 {
        self.version.parse().unwrap_or_default()
    }
}

pub(super) fn languages(chosen: &str) -> Vec<Choice> {
    let known = LANGUAGES.iter().map(|(tag, name)| Choice {
        value: (*tag).to_owned(),
        label: (*name).to_owned(),
        chosen: *tag == chosen,
    });
    known.collect()
}

/// `GET /households/{id}/edit`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let row = act(&app, move |house| see_household::open(house, &actor, id, "edit")).await?.row;
    let fields = HouseholdFields { area: row.area, lang: row.lang, note: row.note, version: row.version.to_string() };
    html(&form(page, id, fields, Wrong::default()))
}

/// `POST /households/{id}`
pub(in crate::web) async fn save(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<HouseholdFields>,
) -> Result<HttpResponse, Failure> {
    let (id, fields) = (id.into_inner(), sent.into_inner());
    let version = fields.version();
    let edited = Edited { area: fields.area.clone(), lang: fields.lang.clone(), note: fields.note.clone() };
    match act(&app, move |house| change_household::edit(house, &actor, id, version, &edited)).await {
        Ok(deed) => Ok(redirect_done(&address(id), &say::household_saved(), deed)),
        Err(failure) => {
            let (t, mine) = (page.t(), fields.clone());
            let now = move |db: &mut Db| {
                let row = households::find(db, id)?.ok_or(ActionError::NotFound)?;
                let called = |tag: &str| {
                    LANGUAGES.iter().find(|(known, _)| *known == tag).map_or("", |(_, name)| *name).to_owned()
                };
                let fields = vec![
                    (t.households_area(), row.area, mine.area),
                    (t.household_language(), called(&row.lang), called(&mine.lang)),
                    (t.household_note(), row.note, mine.note),
                ];
                Ok((row.version, fields))
            };
            let (wrong, version) = Wrong::of_change(failure, &app, t, id.to_string(), now).await?;
            let version = version.map_or_else(|| fields.version.clone(), |version| version.to_string());
            let fields = HouseholdFields { version, ..fields };
            again(&form(page, id, fields, wrong))
        }
    }
}

fn form(page: Page, id: HouseholdId, fields: HouseholdFields, wrong: Wrong) -> EditPage {
    EditPage { t: page.t(), page, back: address(id), languages: languages(&fields.lang), fields, wrong }
}

#[derive(Deserialize)]
pub(in crate::web) struct StateSent {
    version: i32,
    state: HouseholdState,
}

/// `POST /households/{id}/state`
pub(in crate::web) async fn set_state(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<StateSent>,
) -> Result<HttpResponse, Failure> {
    let (id, StateSent { version, state }) = (id.into_inner(), sent.into_inner());
    match act(&app, move |house| change_household::set_state(house, &actor, id, version, state)).await {
        Ok(deed) if state == HouseholdState::Left => {
            Ok(redirect_done(&address(id), &say::household_signed_off(), deed))
        }
        Ok(deed) => Ok(redirect_done(&address(id), &say::household_saved(), deed)),
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct CardSent {
    version: i32,
    /// Anything: a new PIN, too.
    #[serde(default)]
    pin: String,
}

/// `POST /households/{id}/card`
pub(in crate::web) async fn replace_card(
    req: HttpRequest,
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<CardSent>,
) -> Result<HttpResponse, Failure> {
    let (id, CardSent { version, pin }) = (id.into_inner(), sent.into_inner());
    let keeper = actor.clone();
    match act(&app, move |house| change_household::replace_card(house, &actor, id, version)).await {
        // With a slip, that is the answer: the PIN is shown this once.
        Ok((_, said, _)) if !pin.is_empty() => {
            super::pin::slip(&req, page.with_notice("ok", &said), &app, keeper, id).await
        }
        Ok((_, said, deed)) => Ok(redirect_done(&address(id), &said, deed)),
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}
