//! Taking back: `POST /deeds/{id}/undo`, and the page of something that was done to many items.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, House, bulk, deeds};
use crate::domain::DeedId;
use crate::domain::deed::{PartState, Undoing};
use crate::domain::rights::Right;
use crate::store::closings;
use crate::store::deeds::{lately, listed_parts};
use crate::texts::{Message, Texts, say};
use crate::web::pages::reports::closing;
use crate::web::pages::sign_in::own_path;
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_warning, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Back {
    #[serde(default)]
    back: String,
}

#[derive(Template)]
#[template(path = "deed.html")]
struct DeedPage {
    page: Page,
    t: &'static Texts,
    id: DeedId,
    title: String,
    when: String,
    /// How far what is being done now has come, and in words.
    done: i64,
    progress: String,
    count: i64,
    running: bool,
    waiting: i64,
    tiles: Vec<String>,
    parts: Vec<Part>,
    can_undo: bool,
    is_undone: bool,
}

struct Part {
    href: String,
    name: String,
    code: String,
    state: &'static str,
    state_label: String,
    reason: String,
}

/// `POST /deeds/{id}/undo`
pub(in crate::web) async fn undo(
    app: Shared,
    actor: Actor,
    id: Path<DeedId>,
    form: Form<Back>,
) -> Result<HttpResponse, Failure> {
    let (id, seer, back) = (*id, actor.clone(), own_path(&form.back).to_owned());
    let (deed, _) = act(&app, move |house| deeds::see(house, &seer, id)).await?;
    if matches!(deeds::undoing(&deed), Some(Undoing::Parts { .. })) {
        let acting = actor.clone();
        if in_portions(&app, move |house| bulk::undo_step(house, &acting, id)).await? > 0 {
            on_with(&app, id, move |house| bulk::undo_step(house, &actor, id));
        }
        return Ok(redirect(&format!("/deeds/{id}")));
    }
    let subject = deed.subject.clone().unwrap_or_default();
    let undo = move |house: &Arc<House>| {
        // Taken back, a session has no day any more.
        let days = house.store().read(|db| closings::days_of(db, &subject))?;
        let told = deeds::undo(house, &actor, id)?;
        let after = house.store().read(|db| closings::days_of(db, &subject))?;
        closing::told(house, &[days, after].concat(), told)
    };
    match act(&app, undo).await {
        Ok(told) => Ok(redirect_with(&back, &told)),
        Err(Failure::Action(error @ (ActionError::Refused(_) | ActionError::Changed))) => {
            Ok(redirect_warning(&back, &error.message()))
        }
        Err(other) => Err(other),
    }
}

/// `POST /deeds/{id}/go-on`: after the server was stopped in the middle.
pub(in crate::web) async fn go_on(app: Shared, actor: Actor, id: Path<DeedId>) -> Result<HttpResponse, Failure> {
    let (id, acting) = (*id, actor.clone());
    act(&app, move |house| bulk::step(house, &acting, id)).await?;
    on_with(&app, id, move |house| bulk::step(house, &actor, id));
    Ok(redirect(&format!("/deeds/{id}")))
}

/// The first few steps at once: for a handful of items the page then shows the result, not a bar.
pub(super) async fn in_portions(
    app: &Shared,
    step: impl Fn(&std::sync::Arc<crate::actions::House>) -> Result<i64, ActionError> + Send + 'static,
) -> Result<i64, Failure> {
    act(app, move |house| {
        let mut left = 1;
        for _ in 0..5 {
            left = step(house)?;
            if left == 0 {
                break;
            }
        }
        Ok(left)
    })
    .await
}

/// The deeds that this server works on now: their pages offer no button until it is through.
static RUNNING: Mutex<BTreeSet<DeedId>> = Mutex::new(BTreeSet::new());

/// A deed is in [`RUNNING`] as long as this lives, also when a step fails.
struct Running(DeedId);

impl Running {
    fn begin(id: DeedId) -> Running {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        Running(id)
    }

    fn is(id: DeedId) -> bool {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).contains(&id)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// Goes on step by step on a thread that may wait, until nothing is left or something fails. The page shows how far it is.
pub(super) fn on_with(
    app: &Shared,
    id: DeedId,
    step: impl Fn(&std::sync::Arc<crate::actions::House>) -> Result<i64, ActionError> + Send + 'static,
) {
    let house = std::sync::Arc::clone(&app.house);
    let running = Running::begin(id);
    drop(actix_web::web::block(move || {
        let _running = running;
        loop {
            match step(&house) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(%error, "a deed for many items stopped");
                    break;
                }
            }
        }
    }));
}

/// `GET /deeds/{id}`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DeedId>,
) -> Result<HttpResponse, Failure> {
    let id = *id;
    // Asked first: what is through by then is seen as done.
    let running = Running::is(id);
    let seer = actor.clone();
    let (deed, counts, parts) = act(&app, move |house| {
        let (deed, counts) = deeds::see(house, &seer, id)?;
        let parts = house.store().read(|db| listed_parts(db, id, bulk::MOST_ITEMS as i64))?;
        Ok((deed, counts, parts))
    })
    .await?;
    if parts.is_empty() {
        return Err(Failure::NotFound);
    }
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let of = |wanted: PartState| counts.iter().find(|(state, _)| *state == wanted).map_or(0, |(_, count)| *count);
    let count: i64 = counts.iter().map(|(_, count)| count).sum();
    let waiting = of(PartState::Waiting);
    let (undone, is_own) = (of(PartState::Undone), deeds::is_of(&deed, &actor));
    let goes_back = waiting == 0 && undone > 0;
    let done = if goes_back { undone } else { count - waiting };
    let mut tiles = vec![t.bulk_result(of(PartState::Done))];
    let more = [
        (PartState::Refused, say::bulk_result_refused(of(PartState::Refused))),
        (PartState::Undone, say::bulk_result_undone(of(PartState::Undone))),
        (PartState::Waiting, say::bulk_result_waiting(waiting)),
    ];
    tiles.extend(more.into_iter().filter(|(state, _)| of(*state) > 0).map(|(_, said)| t.say(&said)));
    let age = app.house.now().duration_since(deed.done_at.0);
    let mut parts: Vec<_> = parts.into_iter().collect();
    // What was not done comes first: it is what a person must look at.
    parts.sort_by_key(|part| (part.row.state != PartState::Refused, part.row.part));
    let part = |part: crate::store::deeds::ListedPart| {
        let name = catalogue.product(part.product.as_str()).map_or_else(
            || part.product.to_string(),
            |product| match &part.size {
                Some(size) => t.item_with_size(&product.names, size),
                None => t.item_without_size(&product.names),
            },
        );
        let reason = part.row.reason.as_deref().and_then(|json| serde_json::from_str::<Message>(json).ok());
        let (state, label) = match part.row.state {
            PartState::Waiting => ("open", t.bulk_part_waiting()),
            PartState::Done => ("active", t.bulk_part_done()),
            PartState::Refused => ("blocked", t.bulk_part_refused()),
            PartState::Undone => ("void", t.bulk_part_undone()),
        };
        Part {
            href: format!("/items/{}", part.row.item_id),
            name,
            code: part.label.map(|code| code.printed()).unwrap_or_default(),
            state,
            state_label: label,
            reason: reason.map(|reason| t.say(&reason)).unwrap_or_default(),
        }
    };
    html(&DeedPage {
        title: deeds::said(&deed).map(|said| t.say(&said)).unwrap_or_default(),
        when: super::shown::moment(t, app.house.zone(), deed.done_at),
        progress: if goes_back { t.bulk_going_back(done, count) } else { t.bulk_running(done, count) },
        done,
        count,
        running,
        waiting: if is_own { waiting } else { 0 },
        tiles,
        parts: parts.into_iter().map(part).collect(),
        can_undo: is_own
            && !running
            && deed.undone_at.is_none()
            && age <= deeds::BULK_SPAN
            && count > of(PartState::Refused),
        is_undone: deed.undone_at.is_some(),
        id,
        page,
        t,
    })
}

#[derive(Template)]
#[template(path = "deeds.html")]
struct LatelyPage {
    page: Page,
    t: &'static Texts,
    rows: Vec<Lately>,
}

struct Lately {
    href: String,
    what: String,
    who: String,
    when: String,
    is_undone: bool,
}

/// `GET /deeds`: what was done to many items at once and can still be taken back.
pub(in crate::web) async fn list(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let rows = act(&app, move |house| {
        actor.must(Right::EditItems)?;
        let since = house.now() - deeds::BULK_SPAN;
        Ok(house.store().read(|db| lately(db, since, MOST_DEEDS))?)
    })
    .await?;
    let t = page.t();
    let row = |(deed, who): (crate::store::deeds::DeedRow, String)| Lately {
        href: format!("/deeds/{}", deed.id),
        what: deeds::said(&deed).map(|said| t.say(&said)).unwrap_or_default(),
        who,
        when: super::shown::moment(t, app.house.zone(), deed.done_at),
        is_undone: deed.undone_at.is_some(),
    };
    html(&LatelyPage { rows: rows.into_iter().map(row).collect(), page, t })
}

/// As many as the page shows.
const MOST_DEEDS: i64 = 200;
