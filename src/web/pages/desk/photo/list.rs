//! `/desk/photo/{id}`: the photo with a mark on each code, the list beside it, and one button that books what is ticked.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Form, Path};
use askama::Template;
use uuid::Uuid;

use super::plan::{Batch, Lead, Plan, lead, plan};
use super::sheet::Sheet;
use super::view::{MarkView, RowView, marks, rows};
use super::{ModeView, choose_page};
use crate::actions::take_back::{TakenBack, take_back};
use crate::actions::{ActionError, Actor, House, scan};
use crate::domain::EventId;
use crate::domain::desk::{Mode, Outcome, UNDO_SPAN, Verdict};
use crate::texts::{Lang, Message, Texts, say};
use crate::web::pages::desk::chosen::Chosen;
use crate::web::pages::desk::now;
use crate::web::pages::desk::places::{PlaceChoice, choices, countable};
use crate::web::pages::desk::what::What;
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_warning};

#[derive(Template)]
#[template(path = "desk/photo/list.html")]
struct ListPage {
    page: Page,
    t: &'static Texts,
    mode: ModeView,
    sheet: Sheet,
    drawn: Drawn,
}

struct Drawn {
    rows: Vec<RowView>,
    marks: Vec<MarkView>,
    /// Which household or place, as a sentence; empty when the mode needs none.
    lead: String,
    lead_tone: &'static str,
    lead_key: String,
    asks_card: bool,
    asks_place: bool,
    places: Vec<PlaceChoice>,
    what: Option<What>,
    /// What the button does; empty when there is nothing to book.
    button: String,
    /// What was booked so far; empty before.
    summary: String,
    can_take_back: bool,
}

/// `GET /desk/photo/{id}`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let Some(sheet) = kept(&app, &actor, &id, |sheet| sheet.clone()) else { return gone(page) };
    let (lang, looked_at) = (page.language(), sheet.clone());
    let drawn = act(&app, move |house| draw(house, &actor, &looked_at, lang)).await?;
    html(&ListPage { t: page.t(), mode: ModeView::of(page.t(), sheet.mode, sheet.mode), page, sheet, drawn })
}

/// `GET /desk/photo/{id}/picture`
pub(in crate::web) async fn picture(app: Shared, actor: Actor, id: Path<String>) -> Result<HttpResponse, Failure> {
    let picture = kept(&app, &actor, &id, |sheet| sheet.picture.clone()).ok_or(Failure::NotFound)?;
    Ok(HttpResponse::Ok().content_type("image/jpeg").body(picture))
}

fn kept<T>(app: &Shared, actor: &Actor, id: &str, work: impl FnOnce(&mut Sheet) -> T) -> Option<T> {
    app.photos.with(id.parse::<Uuid>().ok()?, actor.terminal(), app.house.now(), work)
}

/// A photo that nobody knows any more: the way to a new one.
fn gone(page: Page) -> Result<HttpResponse, Failure> {
    let mut response = html(&choose_page(page, &HashMap::new(), Some(&say::photo_gone())))?;
    *response.status_mut() = StatusCode::NOT_FOUND;
    Ok(response)
}

fn draw(house: &Arc<House>, actor: &Actor, sheet: &Sheet, lang: Lang) -> Result<Drawn, ActionError> {
    let t = Texts::of(lang);
    let desk = now(house, actor, sheet.mode)?;
    let plan = plan(house, actor, sheet, &desk)?;
    let rows = rows(house, sheet, &plan, t)?;
    let place = match &plan.lead {
        Lead::Code(code) => Some(*code),
        _ => None,
    };
    let asks_place = matches!(sheet.mode, Mode::Move | Mode::Stocktake) && !rows.is_empty();
    let mut places = match sheet.mode {
        _ if !asks_place => Vec::new(),
        Mode::Stocktake => house.store().read(|db| countable(db, None))?,
        _ => house.store().read(|db| choices(db, None))?,
    };
    for choice in &mut places {
        choice.chosen = place.is_some_and(|code| code.as_str() == choice.code);
    }
    let what = match sheet.mode {
        Mode::Intake if rows.iter().any(|row| row.is_ours) => {
            Some(What::of(house, "photo-form", sheet.chosen.clone(), sheet.others.clone(), t)?)
        }
        _ => None,
    };
    let (lead, lead_tone) = lead_says(t, sheet.mode, &plan);
    let is_fresh = sheet.booked_at.is_some_and(|at| house.now().duration_since(at) <= UNDO_SPAN);
    let has_more = rows.iter().any(|row| row.can_tick);
    Ok(Drawn {
        marks: marks(sheet, &rows),
        lead,
        lead_tone,
        lead_key: plan.lead.key(),
        asks_card: sheet.mode == Mode::Handout && !rows.is_empty() && lead_tone != "ok",
        asks_place,
        places,
        what,
        button: if has_more { t.say(&button(sheet.mode)) } else { String::new() },
        summary: summary(t, sheet),
        can_take_back: is_fresh
            && sheet.rows.iter().any(|row| {
                row.taken_back.is_none() && row.booked.as_ref().is_some_and(|it| it.outcome == Outcome::Applied)
            }),
        rows,
    })
}

/// What became of the list, in one sentence; empty before anything was booked.
fn summary(t: &Texts, sheet: &Sheet) -> String {
    let booked = || sheet.rows.iter().filter_map(|row| row.booked.as_ref().map(|verdict| (row, verdict)));
    let done = booked().filter(|(_, verdict)| verdict.outcome == Outcome::Applied).count();
    let asked_back = || booked().filter_map(|(row, _)| row.taken_back.as_ref());
    let back = asked_back().filter(|result| result.is_ok()).count();
    match (booked().count(), sheet.mode) {
        (0, _) => String::new(),
        _ if asked_back().next().is_some() => t.photo_summary_taken_back(back, done - back),
        (all, Mode::Stocktake) if all == done => t.photo_summary_counted(done),
        (all, _) => t.photo_summary(done, all - done),
    }
}

fn button(mode: Mode) -> Message {
    match mode {
        Mode::Handout => say::photo_do_hand_out(),
        Mode::Return => say::photo_do_take_back_in(),
        Mode::Intake => say::photo_do_take_in(),
        Mode::Move => say::photo_do_move(),
        Mode::Stocktake | Mode::Lookup => say::photo_do_count(),
    }
}

/// Who gets the pieces or where they go, in one sentence.
fn lead_says(t: &Texts, mode: Mode, plan: &Plan) -> (String, &'static str) {
    let is_handout = mode == Mode::Handout;
    match (&plan.lead, &plan.lead_says) {
        (Lead::Unneeded, _) => (String::new(), ""),
        (Lead::Missing, _) if is_handout => (t.photo_needs_card(), "warning"),
        (Lead::Missing, _) if mode == Mode::Stocktake => (t.photo_needs_count_place(), "warning"),
        (Lead::Missing, _) => (t.photo_needs_place(), "warning"),
        (Lead::Several, _) if is_handout => (t.photo_several_cards(), "warning"),
        (Lead::Several, _) => (t.photo_several_places(), "warning"),
        (Lead::Visit(visit), _) => (t.photo_for_visit(visit.card.printed()), "ok"),
        // Who belongs to a card is shown when its visit is open, which is written down as a look at the household.
        (Lead::Code(card), Some(verdict)) if is_handout && verdict.outcome == Outcome::Applied => {
            (t.photo_for_card(card.printed()), "ok")
        }
        (Lead::Code(_), Some(verdict)) => {
            (t.say(&verdict.headline), if verdict.outcome == Outcome::Applied { "ok" } else { "error" })
        }
        (Lead::Code(code), None) => (code.printed(), "ok"),
    }
}

/// `POST /desk/photo/{id}`: books what is ticked, takes all of it back, or remembers what was chosen.
pub(in crate::web) async fn decide(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    form: Form<HashMap<String, String>>,
) -> Result<HttpResponse, Failure> {
    let sent = form.into_inner();
    let mut action = sent.get("action").cloned().unwrap_or_default();
    // Words in the search say that the pieces are something else than the page shows: first they are looked for.
    if action == "book" && sent.get("q").is_some_and(|words| !words.trim().is_empty()) {
        "look".clone_into(&mut action);
    }
    let house = Arc::clone(&app.house);
    let Some(sheet) = kept(&app, &actor, &id, |sheet| {
        remember(&house, sheet, &sent, &action);
        sheet.clone()
    }) else {
        return gone(page);
    };
    let back = format!("/desk/photo/{}", sheet.id);
    let (acting, known) = (actor.clone(), sheet.clone());
    match action.as_str() {
        "book" => {
            let shown = sent.get("lead").cloned().unwrap_or_default();
            let ticked = numbers(&sent, "tick-");
            let booked = act(&app, move |house| book(house, &acting, &known, &shown, &ticked)).await?;
            let Some(booked) = booked else { return Ok(redirect_warning(&back, &say::photo_stale())) };
            let now = app.house.now();
            kept(&app, &actor, &id, |sheet| {
                sheet.booked_at = Some(now);
                for row in &mut sheet.rows {
                    // Of two clicks the first counts: the second hears the same.
                    if row.booked.is_none() {
                        row.booked = booked.get(&row.number).cloned();
                    }
                }
            });
        }
        "undo" => {
            let applied = |row: &&super::sheet::Row| {
                row.booked.as_ref().is_some_and(|verdict| verdict.outcome == Outcome::Applied)
            };
            let events: Vec<EventId> = known.rows.iter().filter(applied).map(|row| row.event).collect();
            let results = act(&app, move |house| take_back(house, &acting, events)).await?;
            kept(&app, &actor, &id, |sheet| {
                for (event, result) in results {
                    if let Some(row) = sheet.rows.iter_mut().find(|row| row.event == event) {
                        row.taken_back = Some(match result {
                            TakenBack::Yes => Ok(()),
                            TakenBack::No(reason) => Err(reason),
                        });
                    }
                }
            });
        }
        _ => {}
    }
    Ok(redirect(&back))
}

/// Takes over what the page says besides its button: ticks, the card or place, and what the pieces are.
fn remember(house: &House, sheet: &mut Sheet, sent: &HashMap<String, String>, action: &str) {
    sheet.tick(&numbers(sent, "seen-"), &numbers(sent, "tick-"));
    sheet.led_by(house, sent.get("code").map_or("", String::as_str));
    if sheet.mode != Mode::Intake {
        return;
    }
    sheet.others.clear();
    let mut chosen = Chosen::carried(|name| sent.get(name).cloned().unwrap_or_default());
    let words: String = sent.get("q").map(|words| words.trim().chars().take(60).collect()).unwrap_or_default();
    if !chosen.press(house, action) && !words.is_empty() && action != "book" && action != "undo" {
        sheet.others = chosen.search(house, &words);
    }
    sheet.chosen = chosen;
}

/// The rows that fields such as `tick-3` name.
fn numbers(sent: &HashMap<String, String>, prefix: &str) -> BTreeSet<usize> {
    sent.keys().filter_map(|name| name.strip_prefix(prefix)?.parse().ok()).collect()
}

/// Books the ticked rows as one batch. `None` when the page showed another household or place than would count now.
fn book(
    house: &Arc<House>,
    actor: &Actor,
    sheet: &Sheet,
    shown: &str,
    ticked: &BTreeSet<usize>,
) -> Result<Option<BTreeMap<usize, Verdict>>, ActionError> {
    let desk = now(house, actor, sheet.mode)?;
    let lead = lead(house, sheet, &desk)?;
    // The second of two clicks comes when the first has opened the visit of the card that its page showed.
    let opened = matches!(&lead, Lead::Visit(visit) if visit.card.as_str() == shown);
    if lead.key() != shown && !opened {
        return Ok(None);
    }
    if sheet.mode == Mode::Lookup || matches!(lead, Lead::Missing | Lead::Several) {
        return Ok(Some(BTreeMap::new()));
    }
    let batch = Batch::of(house, sheet, &lead, ticked);
    if batch.rows.is_empty() {
        return Ok(Some(BTreeMap::new()));
    }
    let answers = scan::scan(house, actor, batch.events)?.answers;
    let verdicts = answers.into_iter().skip(usize::from(batch.has_lead)).map(|answer| answer.verdict);
    Ok(Some(batch.rows.into_iter().zip(verdicts).collect()))
}
