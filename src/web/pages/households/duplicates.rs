//! Records that may be one household: the list, two side by side, and the four eyes between them.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{address, words};
use crate::actions::see_household::{self, Seen};
use crate::actions::{ActionError, Actor, merge_households};
use crate::codes::read;
use crate::domain::household::MergeState;
use crate::domain::rights::Right;
use crate::domain::{HouseholdId, MergeId};
use crate::store::merges::{self, MergeRow};
use crate::store::{Db, households, labels, users};
use crate::texts::{Texts, say};
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

/// Decisions that the list shows.
const SHOWN: i64 = 50;
const PAGE: &str = "/households/duplicates";

#[derive(Template)]
#[template(path = "households/duplicates.html")]
struct ListPage {
    page: Page,
    t: &'static Texts,
    waiting: Vec<Pair>,
    found: Vec<Pair>,
    merged: Vec<Pair>,
    /// What was named, and why the two cannot be compared.
    typed: [String; 2],
    wrong: [String; 2],
}

struct Pair {
    href: String,
    one: String,
    other: String,
    said: String,
}

#[derive(Template)]
#[template(path = "households/compare.html")]
struct ComparePage {
    page: Page,
    t: &'static Texts,
    sides: [Side; 2],
    /// A proposal that waits, or a merge that can be parted: where, and with which version.
    action: String,
    version: i32,
    said: String,
    can_propose: bool,
    can_decide: bool,
    can_part: bool,
    /// Why one may not decide.
    note: String,
    /// What merging does, and which card it ends.
    what: String,
    kept: String,
    merged: String,
    swap: String,
}

struct Side {
    href: String,
    card: String,
    area: String,
    registered: String,
    last_visit: String,
    role: String,
    people: Vec<(String, String)>,
    open: String,
    got: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Asked {
    /// Two ids, or two cards that were typed or scanned.
    kept: String,
    merged: String,
}

fn card(db: &mut Db, t: &Texts, id: HouseholdId) -> Result<String, ActionError> {
    let bound = labels::bound_to(db, &id.to_string())?;
    let last = match bound {
        Some(card) => Some(card),
        None => labels::history(db, &id.to_string())?.last().map(|label| label.code),
    };
    Ok(last.map_or_else(|| t.household_no_card(), |card| card.printed()))
}

fn pair(db: &mut Db, t: &Texts, row: &MergeRow) -> Result<Pair, ActionError> {
    let who = match row.proposed_by {
        Some(user) => users::find(db, user)?.map(|user| user.display_name),
        None => None,
    };
    Ok(Pair {
        href: format!("{PAGE}/{}", row.id),
        one: card(db, t, row.kept_id)?,
        other: card(db, t, row.merged_id)?,
        said: who.unwrap_or_default(),
    })
}

/// `GET /households/duplicates`; with two cards or ids it leads to the two side by side.
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let Asked { kept, merged } = asked.into_inner();
    let t = page.t();
    let (typed, mut wrong) = ([kept.clone(), merged.clone()], [String::new(), String::new()]);
    if !(kept.is_empty() && merged.is_empty()) {
        let by = actor.clone();
        let ids = act(&app, move |house| {
            by.must(Right::MergeHouseholds)?;
            let id = |text: &str| match (text.parse(), read(text)) {
                (Ok(id), _) => Ok(Some(id)),
                (_, Ok(code)) => see_household::of_card(house, &by, code).map(Some).or_else(|error| match error {
                    ActionError::NotFound => Ok(None),
                    other => Err(other),
                }),
                _ => Ok::<_, ActionError>(None),
            };
            Ok([id(kept.trim())?, id(merged.trim())?])
        })
        .await?;
        match ids {
            [Some(kept), Some(merged)] if kept != merged => {
                return compare(page, app, actor, kept, merged, None).await;
            }
            [Some(_), Some(_)] => wrong[1] = t.records_duplicates_same(),
            _ => wrong = ids.map(|id| if id.is_none() { t.records_duplicates_no_card() } else { String::new() }),
        }
    }
    let (waiting, found, merged) = act(&app, move |house| {
        let alike = merge_households::propose(house, &actor)?;
        house.store().read(|db| {
            let mut in_state = |state| -> Result<Vec<Pair>, ActionError> {
                let rows = merges::in_state(db, state, SHOWN)?;
                rows.iter().map(|row| pair(db, t, row)).collect()
            };
            let (waiting, merged) = (in_state(MergeState::Proposed)?, in_state(MergeState::Merged)?);
            let mut found = Vec::new();
            for two in &alike {
                found.push(Pair {
                    href: format!("{PAGE}?kept={}&merged={}", two.one, two.other),
                    one: card(db, t, two.one)?,
                    other: card(db, t, two.other)?,
                    said: households::find(db, two.one)?.map(|row| row.area).unwrap_or_default(),
                });
            }
            Ok::<_, ActionError>((waiting, found, merged))
        })
    })
    .await?;
    html(&ListPage { waiting, found, merged, typed, wrong, t, page })
}

/// `GET /households/duplicates/{merge}`
pub(in crate::web) async fn one(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<MergeId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let by = actor.clone();
    let row = act(&app, move |house| {
        by.must(Right::MergeHouseholds)?;
        house.store().read(|db| merges::find(db, id))?.ok_or(ActionError::NotFound)
    })
    .await?;
    let (kept, merged) = (row.kept_id, row.merged_id);
    compare(page, app, actor, kept, merged, Some(row)).await
}

async fn compare(
    page: Page,
    app: Shared,
    actor: Actor,
    kept: HouseholdId,
    merged: HouseholdId,
    row: Option<MergeRow>,
) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let own = row.as_ref().is_some_and(|row| row.proposed_by.is_none() || row.proposed_by == actor.user());
    let proposer = row.as_ref().and_then(|row| row.proposed_by);
    let (one, other, alone, who) = act(&app, move |house| {
        let one = see_household::open(house, &actor, kept, "duplicates")?;
        let other = see_household::open(house, &actor, merged, "duplicates")?;
        let (alone, who) = house.store().read(|db| {
            let who = match proposer {
                Some(user) => users::find(db, user)?.map(|user| user.display_name),
                None => None,
            };
            Ok::<_, ActionError>((merge_households::is_alone(db, &actor)?, who))
        })?;
        Ok::<_, ActionError>((one, other, alone, who.unwrap_or_default()))
    })
    .await?;
    let state = row.as_ref().map(|row| row.state);
    let day = |at: jiff::Timestamp| at.to_zoned(app.house.zone().clone()).date();
    let waits = state == Some(MergeState::Proposed);
    let recent = row.as_ref().and_then(|row| row.decided_at);
    let recent = recent.is_some_and(|at| app.house.now().duration_since(at.0) <= merge_households::PARTING);
    let note = match (waits, own, alone) {
        (true, true, true) => t.error_merge_alone(),
        (true, true, false) => t.records_compare_own(),
        _ => String::new(),
    };
    let sides = [side(t, &one, t.records_compare_stays()), side(t, &other, t.records_compare_goes())];
    html(&ComparePage {
        what: t.records_compare_what(&sides[1].card),
        sides,
        action: row.as_ref().map_or_else(String::new, |row| format!("{PAGE}/{}", row.id)),
        version: row.as_ref().map_or(0, |row| row.version),
        said: row.as_ref().map_or_else(String::new, |row| t.records_compare_by(who, day(row.proposed_at.0))),
        can_propose: !matches!(state, Some(MergeState::Proposed | MergeState::Merged)),
        can_decide: waits && !own,
        can_part: state == Some(MergeState::Merged) && recent,
        note,
        kept: kept.to_string(),
        merged: merged.to_string(),
        swap: if row.is_none() { format!("{PAGE}?kept={merged}&merged={kept}") } else { String::new() },
        t,
        page,
    })
}

fn side(t: &Texts, seen: &Seen, role: String) -> Side {
    let row = &seen.row;
    let people = seen.members.iter().enumerate().map(|(at, member)| {
        let mut parts: Vec<String> = member.band().map(|band| t.say(&words::age(band))).into_iter().collect();
        parts.extend(member.birth_month.clone());
        parts.extend(member.cut.map(|cut| t.say(&words::cut(cut))));
        parts.extend(member.sizes().into_values().map(|size| t.isolated(&size)));
        (words::called(t, member, at + 1), t.dotted(parts))
    });
    let open = seen.needs.iter().filter(|need| need.line().is_open()).count();
    let got: i32 = seen.pieces.iter().map(|piece| piece.quantity).sum();
    Side {
        href: address(row.id),
        card: seen.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        area: row.area.clone(),
        registered: t.day(row.registered_on.0),
        last_visit: row.last_visit_on.map_or_else(|| "–".to_owned(), |day| t.day(day.0)),
        role,
        people: people.collect(),
        open: t.records_compare_open(open),
        got: t.records_compare_got(got),
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Proposed {
    kept: HouseholdId,
    merged: HouseholdId,
}

/// `POST /households/duplicates`
pub(in crate::web) async fn propose(app: Shared, actor: Actor, sent: Form<Proposed>) -> Result<HttpResponse, Failure> {
    let Proposed { kept, merged } = sent.into_inner();
    let id = act(&app, move |house| merge_households::say_same(house, &actor, kept, merged)).await?;
    Ok(redirect_with(&format!("{PAGE}/{id}"), &say::records_merge_proposed()))
}

#[derive(Deserialize)]
pub(in crate::web) struct Version {
    version: i32,
}

/// `POST /households/duplicates/{merge}/confirm`
pub(in crate::web) async fn confirm(
    app: Shared,
    actor: Actor,
    id: Path<MergeId>,
    sent: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let (id, version) = (id.into_inner(), sent.version);
    match act(&app, move |house| merge_households::confirm(house, &actor, id, version)).await {
        Ok(kept) => Ok(redirect_with(&address(kept), &say::records_merge_done())),
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}

/// `POST /households/duplicates/{merge}/refuse`
pub(in crate::web) async fn refuse(
    app: Shared,
    actor: Actor,
    id: Path<MergeId>,
    sent: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let (id, version) = (id.into_inner(), sent.version);
    match act(&app, move |house| merge_households::refuse(house, &actor, id, version)).await {
        Ok(()) => Ok(redirect_with(PAGE, &say::records_merge_refused())),
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}

/// `POST /households/duplicates/{merge}/part`
pub(in crate::web) async fn part(
    app: Shared,
    actor: Actor,
    id: Path<MergeId>,
    sent: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let (id, version) = (id.into_inner(), sent.version);
    match act(&app, move |house| merge_households::part(house, &actor, id, version)).await {
        Ok(merged) => Ok(redirect_with(&address(merged), &say::records_merge_undone())),
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}
