//! `/desk/handout` and `/desk/return`: a card and pieces, in either order; and pieces that come back.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;

use super::places::paths;
use super::{Frame, Sent, Shown, book, now};
use crate::actions::scan::Said;
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::Cut;
use crate::domain::desk::{Desk, Mode, OpenVisit, Outcome};
use crate::domain::item::{ItemState, MovementKind};
use crate::store::{Db, items, ledger};
use crate::texts::{Lang, Texts};
use crate::web::api::terminal::wire_desk;
use crate::web::api::wire::WireNeed;
use crate::web::pages::households::{cut_word, ticks};
use crate::web::pages::shown::item_name;
use crate::web::{Failure, Page, Shared, act, html};

/// As many pieces of a visit as stand in sight; the others are one click away.
const NEWEST: usize = 5;
/// As many pieces that lie ready are listed.
const READY: i64 = 50;

#[derive(Template)]
#[template(path = "desk/handout.html")]
struct HandoutPage {
    page: Page,
    t: &'static Texts,
    desk: Frame,
    visit: Option<VisitView>,
    tray: Vec<String>,
    /// Pieces of the tray that were not given out when the card came.
    refused: Vec<String>,
}

struct VisitView {
    card: String,
    /// What lies ready for the household: it is fetched first. Empty for a voucher, which is for its own pieces only.
    ready: Vec<ReadyView>,
    bag: String,
    people: i32,
    count: i32,
    needs: Vec<NeedView>,
    pieces: Vec<PieceView>,
    /// Those before the last few.
    earlier: Vec<PieceView>,
}

struct ReadyView {
    name: String,
    code: String,
    place: String,
}

struct NeedView {
    name: String,
    picto: String,
    detail: String,
    ticks: Vec<bool>,
    progress: String,
    met: bool,
}

struct PieceView {
    name: String,
    time: String,
    reversed: bool,
}

/// `GET /desk/handout`
pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    open(page, app, actor, Mode::Handout).await
}

/// `POST /desk/handout`
pub(in crate::web) async fn scan(
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Form<ScanForm>,
) -> Result<HttpResponse, Failure> {
    answer(page, app, actor, Mode::Handout, sent.into_inner().0).await
}

/// `GET /desk/return`
pub(in crate::web) async fn show_return(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    open(page, app, actor, Mode::Return).await
}

/// `POST /desk/return`
pub(in crate::web) async fn scan_return(
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Form<ScanForm>,
) -> Result<HttpResponse, Failure> {
    answer(page, app, actor, Mode::Return, sent.into_inner().0).await
}

/// The form of a scan that says nothing about the piece.
#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(in crate::web) struct ScanForm(Sent);

async fn open(page: Page, app: Shared, actor: Actor, mode: Mode) -> Result<HttpResponse, Failure> {
    let lang = page.language();
    let made = act(&app, move |house| {
        let desk = now(house, &actor, mode)?;
        draw(house, &desk, mode, Shown::Ready, lang)
    });
    let (desk, visit, tray, refused) = made.await?;
    html(&HandoutPage { t: page.t(), page, desk, visit, tray, refused })
}

async fn answer(page: Page, app: Shared, actor: Actor, mode: Mode, sent: Sent) -> Result<HttpResponse, Failure> {
    let lang = page.language();
    let made = act(&app, move |house| {
        let (desk, shown) = book(house, &actor, mode, &sent, Said::default(), 1)?;
        draw(house, &desk, mode, shown, lang)
    });
    let (desk, visit, tray, refused) = made.await?;
    html(&HandoutPage { t: page.t(), page, desk, visit, tray, refused })
}

type Drawn = (Frame, Option<VisitView>, Vec<String>, Vec<String>);

fn draw(house: &Arc<House>, desk: &Desk, mode: Mode, shown: Shown, lang: Lang) -> Result<Drawn, ActionError> {
    let t = Texts::of(lang);
    let ready = match (mode, &desk.visit, desk.tray.len()) {
        (Mode::Return, _, _) => (t.desks_scan_return(), t.desks_scan_return_help()),
        (_, Some(_), _) => (t.desks_scan_pieces(), t.desks_scan_pieces_help()),
        (_, None, 0) => (t.desks_scan_card(), t.desks_scan_card_help()),
        (_, None, waiting) => (t.desks_scan_card(), t.verdict_on_tray(waiting)),
    };
    let refused = match &shown {
        Shown::Verdict(verdict, _) => verdict
            .lines
            .iter()
            .filter(|line| line.outcome != Outcome::Applied)
            .map(|line| format!("{}: {}", line.code.printed(), t.say(&line.headline)))
            .collect(),
        _ => Vec::new(),
    };
    let frame = Frame::new(t, house, mode, desk, &shown, ready);
    let visit = visit(house, desk, lang)?;
    let catalogue = house.catalogue();
    let tray = house.store().read(|db| {
        let mut names = Vec::new();
        for waiting in desk.tray.iter().rev() {
            if let Some(item) = items::for_desk(db, waiting.item, &catalogue, house.zone())? {
                names.push(t.say(&item.name()));
            }
        }
        Ok::<_, ActionError>(names)
    })?;
    Ok((frame, visit, tray, refused))
}

/// The open visit: the card, how many people, what they need and what they have got. No name.
fn visit(house: &Arc<House>, desk: &Desk, lang: Lang) -> Result<Option<VisitView>, ActionError> {
    let Some(open) = &desk.visit else { return Ok(None) };
    let Some(wire) = wire_desk(house, desk, lang)?.visit else { return Ok(None) };
    let t = Texts::of(lang);
    let mut pieces = house.store().read(|db| pieces(db, house, open.id, t))?;
    let earlier = pieces.split_off(pieces.len().min(NEWEST));
    let mut needs: Vec<_> = wire.needs.iter().map(|need| need_view(t, need)).collect();
    // What is still missing stands on top; a line sinks when it is met.
    needs.sort_by_key(|need| need.met);
    let ready = if open.voucher { Vec::new() } else { house.store().read(|db| ready(db, house, open, t))? };
    let bag = t.pick_bag(open.card.bag());
    Ok(Some(VisitView { ready, bag, card: wire.card, people: wire.people, count: wire.pieces, needs, pieces, earlier }))
}

fn need_view(t: &Texts, need: &WireNeed) -> NeedView {
    let cut = need.cut.as_deref().and_then(|word| word.parse().ok()).filter(|cut| *cut != Cut::U);
    let parts: Vec<String> = cut.map(|cut| t.say(&cut_word(cut))).into_iter().chain(need.size.clone()).collect();
    NeedView {
        name: need.name.clone(),
        picto: need.pictogram.clone(),
        detail: t.dotted(parts),
        ticks: ticks(need.got, need.wanted),
        progress: t.need_progress(need.got, need.wanted),
        met: need.got >= need.wanted,
    }
}

/// What lies ready for the household of a visit, and where.
fn ready(db: &mut Db, house: &House, open: &OpenVisit, t: &Texts) -> Result<Vec<ReadyView>, ActionError> {
    let rows = items::of_household(db, open.household, ItemState::Reserved, READY)?;
    let (catalogue, paths) = (house.catalogue(), if rows.is_empty() { HashMap::new() } else { paths(db)? });
    let view = |row: &items::ItemRow| ReadyView {
        name: item_name(t, &catalogue, row),
        code: row.label.map_or_else(String::new, |code| code.printed()),
        place: row.location_id.and_then(|at| paths.get(&at)).map_or_else(String::new, |(_, path)| path.clone()),
    };
    Ok(rows.iter().map(view).collect())
}

/// What was handed out in this visit, newest first; what was taken back stays to be seen.
fn pieces(db: &mut Db, house: &House, visit: crate::domain::VisitId, t: &Texts) -> Result<Vec<PieceView>, ActionError> {
    let entries = ledger::of_visit(db, visit)?;
    let reversed: HashSet<_> = entries.iter().filter_map(|entry| entry.reverses).collect();
    let catalogue = house.catalogue();
    let mut views = Vec::new();
    for entry in &entries {
        if entry.kind == MovementKind::Reversal || entry.state != ItemState::HandedOut {
            continue;
        }
        let Some(item) = items::for_desk(db, entry.item_id, &catalogue, house.zone())? else { continue };
        let name = t.say(&item.name());
        views.push(PieceView {
            name: if entry.quantity > 1 { format!("{} × {name}", entry.quantity) } else { name },
            time: entry.occurred_at.0.to_zoned(house.zone().clone()).strftime("%H:%M").to_string(),
            reversed: reversed.contains(&entry.id),
        });
    }
    Ok(views)
}
