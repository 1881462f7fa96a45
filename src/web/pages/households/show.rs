//! `GET /households/{id}`: one household: who belongs to it, what it needs, what it got.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::mentors::Links;
use super::proxies::Collect;
use super::record::{ProofTyped, Record};
use super::times::BookedView;
use super::{Choice, address, words};
use crate::actions::Actor;
use crate::actions::bookings::{self, Booker};
use crate::actions::see_household::{self, Seen};
use crate::domain::HouseholdId;
use crate::domain::catalogue::{Catalogue, Cut, Product};
use crate::domain::growth::{MEASURE_AGAIN, months_between};
use crate::domain::household::{ConsentKind, HouseholdState, LANGUAGES, SizeFor};
use crate::domain::needs::{AskedBy, NeedState, Urgency};
use crate::domain::noted::NotedKind;
use crate::domain::rights::Right;
use crate::domain::templates::AgeBand;
use crate::store::items::ItemRow;
use crate::store::members::MemberRow;
use crate::store::needs::NeedRow;
use crate::store::proxies::last_day;
use crate::store::reservations::ReservationRow;
use crate::texts::Texts;
use crate::web::pages::home::fits;
use crate::web::pages::notes::Notes;
use crate::web::pages::shown::item_name;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "households/show.html")]
pub(super) struct HouseholdPage {
    page: Page,
    t: &'static Texts,
    address: String,
    card: String,
    has_card: bool,
    state: &'static str,
    state_name: String,
    is_active: bool,
    is_blocked: bool,
    has_left: bool,
    version: i32,
    people: i32,
    area: String,
    language: String,
    note: String,
    registered: String,
    members: Vec<MemberView>,
    needs: Vec<NeedView>,
    /// Lines that are met, and those that were withdrawn or expired.
    done: Vec<NeedView>,
    gone: Vec<NeedView>,
    wanted: i32,
    got: i32,
    fills: Vec<Choice>,
    ready: Vec<PieceView>,
    pieces: Vec<PieceView>,
    visits: Vec<VisitView>,
    links: Links,
    collect: Collect,
    booked: Option<BookedView>,
    links_to_times: bool,
    back: String,
    /// Seconds after which this mentor's link ends by itself; 0 when nobody set an end.
    live_for: i64,
    looks: Vec<String>,
    edits: bool,
    notes: Notes,
    record: Record,
    marks: bool,
    urgent_reasons: Vec<Choice>,
}

struct MemberView {
    href: String,
    name: String,
    detail: String,
    /// When the sizes were measured, and whether they should be again.
    measured: String,
    stale: bool,
}

/// A line of a needs list as pages show it.
pub(super) struct NeedView {
    pub name: String,
    pub picto: String,
    pub detail: String,
    pub ticks: Vec<bool>,
    pub progress: String,
    pub met: bool,
    pub urgent: bool,
    pub is_open: bool,
    /// Something in stock serves it.
    pub fits: bool,
    pub state: &'static str,
    pub state_name: String,
    pub withdraw: String,
    /// Where it is marked as urgent; why it is and until when, or nothing.
    pub mark: String,
    pub urgent_note: String,
    /// The household asked for it itself.
    pub own: bool,
    /// Pieces that lie ready for it, in words; empty for none.
    pub ready: String,
    pub version: i32,
}

struct PieceView {
    name: String,
    picto: String,
    when: String,
    count: i32,
}

struct VisitView {
    when: String,
    pieces: i32,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
) -> Result<HttpResponse, Failure> {
    html(&draw(page, &app, actor, id.into_inner(), None).await?)
}

/// The page; with a proof that was sent and could not be noted, also that.
pub(super) async fn draw(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: HouseholdId,
    typed: Option<ProofTyped>,
) -> Result<HouseholdPage, Failure> {
    let edits = actor.may(Right::EditHouseholds);
    let (seen, booked, fitting) = act(app, move |house| {
        let seen = see_household::open(house, &actor, id, "household")?;
        let booked = bookings::of_household(house, Booker::Staff(&actor), id)?;
        let fitting = fits::find(house, Some(&[id]))?;
        Ok((seen, booked, fitting))
    })
    .await?;
    let (t, zone, catalogue) = (page.t(), app.house.zone(), app.house.catalogue());
    let row = &seen.row;
    let today = app.house.today();
    let record = Record::new(&page, app, &seen, typed);
    let mut lines = need_views(t, &seen, &catalogue, today);
    for line in &mut lines {
        let laid =
            seen.ready.iter().filter(|(_, row)| row.need_id.is_some_and(|id| line.withdraw.contains(&id.to_string())));
        let laid: i32 = laid.map(|(item, _)| item.quantity).sum();
        if laid > 0 {
            line.ready = t.records_line_ready(laid);
        }
        line.fits = fitting.iter().any(|(found, _)| line.withdraw.contains(&found.id.to_string()));
    }
    let (needs, done): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.is_open);
    let (done, gone): (Vec<_>, Vec<_>) = done.into_iter().partition(|line| line.met);
    let counted = seen.needs.iter().filter(|need| !matches!(need.state, NeedState::Withdrawn | NeedState::Expired));
    let (wanted, got) =
        counted.fold((0, 0), |(wanted, got), need| (wanted + need.wanted, got + need.got.min(need.wanted)));
    let notes = Notes::new(&page, app, NotedKind::Household, id.to_string(), seen.notes.clone());
    Ok(HouseholdPage {
        notes,
        address: address(id),
        has_card: seen.card.is_some(),
        card: seen.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        state: row.state.word(),
        state_name: t.say(&words::state(row.state)),
        is_active: row.state == HouseholdState::Active,
        is_blocked: row.state == HouseholdState::Blocked,
        has_left: row.state == HouseholdState::Left,
        version: row.version,
        people: row.people,
        area: row.area.clone(),
        language: language(&row.lang),
        note: row.note.clone(),
        registered: t.day(row.registered_on.0),
        members: seen.members.iter().enumerate().map(|(at, member)| member_view(t, member, at + 1, today)).collect(),
        record,
        marks: page.may(Right::MarkUrgent),
        urgent_reasons: super::record::urgent_reasons(t),
        needs,
        done,
        gone,
        wanted,
        got,
        fills: if row.state == HouseholdState::Left { Vec::new() } else { fills(t, &seen) },
        ready: ready(t, &seen, &catalogue, zone),
        pieces: pieces(t, &seen, &catalogue, zone),
        visits: seen
            .visits
            .iter()
            .map(|(visit, pieces)| VisitView { when: moment(t, visit.opened_at.0, zone), pieces: *pieces })
            .collect(),
        links: Links::of(t, app, &seen),
        collect: Collect::of(t, app, &seen),
        booked: booked.as_ref().map(|booked| BookedView::of(t, zone, booked)),
        links_to_times: row.state != HouseholdState::Left,
        back: address(id),
        live_for: seen.ends_at.map_or(0, |at| at.duration_since(seen.now).as_secs().max(0) + 1),
        looks: seen.looks.iter().map(|look| t.household_look_line(&look.user, moment(t, look.at.0, zone))).collect(),
        edits,
        t,
        page,
    })
}

/// A day and a time at the site.
fn moment(t: &Texts, at: Timestamp, zone: &TimeZone) -> String {
    t.moment(at.to_zoned(zone.clone()).datetime())
}

fn language(tag: &str) -> String {
    let known = LANGUAGES.iter().find(|(known, _)| *known == tag);
    known.map_or_else(|| tag.to_owned(), |(_, name)| (*name).to_owned())
}

fn member_view(t: &Texts, member: &MemberRow, number: usize, today: Date) -> MemberView {
    let sizes = member.sizes();
    let mut parts: Vec<String> = member.band().map(|band| t.say(&words::age(band))).into_iter().collect();
    parts.extend(member.cut.filter(|cut| *cut != Cut::U).map(|cut| t.say(&words::cut(cut))));
    parts.extend(SizeFor::ALL.iter().filter_map(|what| {
        sizes.get(what.word()).map(|size| {
            let said = format!("{} {}", t.say(&words::size_for(*what)), t.isolated(size));
            if super::member::is_known(*what, size) { said } else { format!("{said} ({})", t.records_size_unknown()) }
        })
    }));
    let months = member.measured_on.map(|day| months_between(day.0, today)).unwrap_or_default();
    // An adult keeps a size; a child of unknown month of birth grows all the same.
    let child = member.band().is_some_and(|band| band != AgeBand::Adult);
    let measured =
        member.measured_on.map(|day| t.records_measured(day.0, t.records_months_ago(i64::from(months.max(0)))));
    MemberView {
        href: format!("{}/members/{}", address(member.household_id), member.id),
        name: words::called(t, member, number),
        detail: t.dotted(parts),
        measured: measured.unwrap_or_default(),
        stale: child && months >= MEASURE_AGAIN,
    }
}

/// The lines of the list: the most urgent first, then in the catalogue's order.
pub(super) fn need_views(t: &Texts, seen: &Seen, catalogue: &Catalogue, today: Date) -> Vec<NeedView> {
    views(t, seen.needs.iter().collect(), seen, catalogue, today)
}

/// The same of some lines.
pub(super) fn views(
    t: &Texts,
    mut lines: Vec<&NeedRow>,
    seen: &Seen,
    catalogue: &Catalogue,
    today: Date,
) -> Vec<NeedView> {
    let place = |code: &str| catalogue.products().iter().position(|product| product.code.as_str() == code);
    lines.sort_by_key(|need| {
        (need.urgent(today).is_none(), need.urgency, place(need.product_code.as_str()), need.member_id, need.id)
    });
    lines
        .into_iter()
        .map(|need| {
            let product = catalogue.product(need.product_code.as_str());
            let is_open = need.line().is_open();
            NeedView {
                name: product
                    .map_or_else(|| need.product_code.to_string(), |known| known.names.get(t.lang()).to_owned()),
                picto: product.map_or_else(String::new, Product::picture),
                detail: words::need_detail(t, need, &seen.members),
                ticks: words::ticks(need.got, need.wanted),
                progress: t.need_progress(need.got, need.wanted),
                met: need.state == NeedState::Fulfilled,
                urgent: is_open && (need.urgency == Urgency::None || need.urgent(today).is_some()),
                urgent_note: if is_open { words::urgent(t, need, seen.knows_births, today) } else { String::new() },
                own: need.asked_by == AskedBy::Household,
                mark: format!("{}/needs/{}/urgent", address(need.household_id), need.id),
                is_open,
                fits: false,
                state: need.state.word(),
                state_name: t.say(&words::need_state(need.state)),
                withdraw: format!("{}/needs/{}/withdraw", address(need.household_id), need.id),
                ready: String::new(),
                version: need.version,
            }
        })
        .collect()
}

fn fills(t: &Texts, seen: &Seen) -> Vec<Choice> {
    let members = &seen.members;
    let told = |id| {
        let in_force =
            seen.consents.iter().filter(|(row, _)| row.kind == ConsentKind::Maternity && row.revoked_at.is_none());
        in_force.into_iter().any(|(row, _)| row.member_id.is_none() || row.member_id == Some(id))
    };
    let choice = |value: String, label: String| Choice { value, label, chosen: false };
    let mut fills = Vec::new();
    for (at, member) in members.iter().enumerate() {
        let who = words::called(t, member, at + 1);
        fills.push(choice(format!("clothing:{}", member.id), t.household_fill_clothing(&who)));
        if matches!(member.band(), Some(AgeBand::ChildSmall | AgeBand::Child)) {
            fills.push(choice(format!("school_start:{}", member.id), t.household_fill_school(&who)));
        }
        if matches!(member.band(), Some(AgeBand::Child | AgeBand::Teen)) {
            fills.push(choice(format!("school_year:{}", member.id), t.records_fill_school_year(&who)));
        }
        // Nothing is guessed about who may be pregnant: it is offered to whom it was told by.
        if told(member.id) {
            fills.push(choice(format!("maternity:{}", member.id), t.household_fill_maternity(&who)));
        }
    }
    fills.push(choice("home".to_owned(), t.household_fill_home()));
    fills.push(choice("hygiene".to_owned(), t.household_fill_hygiene()));
    fills
}

/// What lies ready, what must be fetched first at the top.
fn ready(t: &Texts, seen: &Seen, catalogue: &Catalogue, zone: &TimeZone) -> Vec<PieceView> {
    let mut ready: Vec<_> = seen.ready.iter().collect();
    ready.sort_by_key(|(item, row)| (row.until, item.id));
    let view = |(item, row): &(ItemRow, ReservationRow)| PieceView {
        name: item_name(t, catalogue, item),
        picto: catalogue.product(item.product_code.as_str()).map(Product::picture).unwrap_or_default(),
        when: t.mentors_ready_until(last_day(row.until.0, zone)),
        count: item.quantity,
    };
    ready.into_iter().map(view).collect()
}

fn pieces(t: &Texts, seen: &Seen, catalogue: &Catalogue, zone: &TimeZone) -> Vec<PieceView> {
    let view = |item: &crate::store::items::ItemRow| {
        let name = item.words(catalogue).get(t.lang()).to_owned();
        let picture = catalogue.product(item.product_code.as_str()).map(Product::picture);
        PieceView {
            name: item.size.as_ref().map_or_else(|| name.clone(), |size| t.item_with_size(&name, size)),
            picto: picture.unwrap_or_default(),
            when: t.day(item.moved_at.0.to_zoned(zone.clone()).date()),
            count: item.quantity,
        }
    };
    seen.pieces.iter().map(view).collect()
}
