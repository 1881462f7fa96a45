//! Who else may collect for a household: people named for good, and vouchers for once with their slip.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::address;
use crate::actions::proxies::{self, MOST_DAYS, USUAL_DAYS};
use crate::actions::see_household::Seen;
use crate::actions::{ActionError, Actor};
use crate::codes::Code;
use crate::domain::desk::{Lies, VoucherState};
use crate::domain::household::ProxyKind;
use crate::domain::{HouseholdId, ProxyId};
use crate::qr::draw::{QUIET_ZONE, SIDE, Symbol};
use crate::store::proxies::{ProxyRow, last_day};
use crate::texts::{Texts, say};
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

/// Who may collect, as the household's page shows it.
pub(super) struct Collect {
    pub now: Vec<CollectView>,
    pub old: Vec<CollectView>,
    /// What the form for a voucher begins with, and the last day that it takes.
    pub today: String,
    pub until: String,
    pub latest: String,
}

pub(super) struct CollectView {
    pub name: String,
    pub what: String,
    /// Where it is ended, and where a voucher is shown; empty when it cannot be.
    pub end: String,
    pub show: String,
    pub version: i32,
}

impl Collect {
    pub fn of(t: &Texts, app: &Shared, seen: &Seen) -> Collect {
        let (today, zone) = (app.house.day_of(seen.now), app.house.zone());
        let mentors = seen.mentors.iter().filter(|link| link.may_collect && link.counts_at(seen.now));
        let mut now: Vec<CollectView> = mentors
            .map(|link| CollectView {
                name: link.name.clone(),
                what: t.mentors_collect_mentor(),
                end: String::new(),
                show: String::new(),
                version: 0,
            })
            .collect();
        let mut old = Vec::new();
        for (row, state) in &seen.proxies {
            let state = *state;
            let until = row.valid_until.map_or(today, |until| last_day(until.0, zone));
            let view = CollectView {
                name: if row.name.is_empty() { t.mentors_collect_nameless() } else { row.name.clone() },
                what: match (row.kind, state) {
                    (_, VoucherState::Used(day)) => t.mentors_collect_used(day),
                    (_, VoucherState::Expired(day)) => t.mentors_collect_expired(day),
                    (_, VoucherState::Ended) => t.mentors_collect_ended(),
                    (_, VoucherState::Lapsed) => t.mentors_collect_lapsed(),
                    (ProxyKind::Always, _) => t.mentors_collect_card(),
                    (ProxyKind::Once, _) => t.mentors_collect_until(until),
                },
                end: format!("{}/proxies/{}/end", address(row.household_id), row.id),
                show: match row.kind {
                    ProxyKind::Once => voucher_address(row),
                    ProxyKind::Always => String::new(),
                },
                version: row.version,
            };
            if state == VoucherState::Valid { now.push(view) } else { old.push(view) }
        }
        let in_days = |days| today.saturating_add(jiff::Span::new().days(days)).to_string();
        Collect { now, old, today: today.to_string(), until: in_days(USUAL_DAYS), latest: in_days(MOST_DAYS) }
    }
}

fn voucher_address(row: &ProxyRow) -> String {
    format!("{}/vouchers/{}", address(row.household_id), row.id)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Named {
    name: String,
    until: String,
    once: String,
}

/// `POST /households/{id}/proxies`
pub(in crate::web) async fn name(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<Named>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let actor = actor.sending(&sent.once);
    let named = act(&app, move |house| proxies::name(house, &actor, id, &sent.name)).await;
    let (_, deed) = named.map_err(told)?;
    Ok(redirect_done(&format!("{}#collect", address(id)), &say::mentors_proxy_named(), deed))
}

/// `POST /households/{id}/vouchers`
pub(in crate::web) async fn make(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<Named>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let actor = actor.sending(&sent.once);
    let made = act(&app, move |house| {
        let wrong = || ActionError::field("until", say::error_voucher_until(MOST_DAYS));
        let until = match sent.until.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| wrong())?),
        };
        let (voucher, deed) = proxies::voucher(house, &actor, id, &sent.name, until)?;
        let pieces = proxies::see(house, &actor, id, voucher)?.pieces.len();
        Ok((voucher, pieces, deed))
    });
    let (voucher, pieces, deed) = made.await.map_err(told)?;
    Ok(redirect_done(&format!("{}/vouchers/{voucher}", address(id)), &say::mentors_voucher_made(pieces), deed))
}

/// The forms stand on a long page: the sentence is enough.
fn told(failure: Failure) -> Failure {
    match failure {
        Failure::Action(ActionError::Field { message, .. }) => Failure::Action(ActionError::Refused(message)),
        other => other,
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Version {
    version: i32,
}

/// `POST /households/{id}/proxies/{proxy}/end`
pub(in crate::web) async fn end(
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, ProxyId)>,
    sent: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let ((_, proxy), version) = (path.into_inner(), sent.version);
    match act(&app, move |house| proxies::end(house, &actor, proxy, version)).await {
        Ok((id, deed)) => Ok(redirect_done(&format!("{}#collect", address(id)), &say::mentors_proxy_ended(), deed)),
        Err(failure) => Err(meanwhile(&app, failure, proxy.to_string()).await),
    }
}

#[derive(Template)]
#[template(path = "households/voucher.html")]
struct VoucherPage {
    page: Page,
    t: &'static Texts,
    back: String,
    code: Code,
    side: i32,
    path: String,
    state: String,
    is_valid: bool,
    name: String,
    pieces: Vec<(String, String)>,
}

/// `GET /households/{id}/vouchers/{proxy}`: the slip, on a phone or on paper. Nothing on it says whose household it is.
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, ProxyId)>,
) -> Result<HttpResponse, Failure> {
    let (id, proxy) = path.into_inner();
    let shown = act(&app, move |house| proxies::see(house, &actor, id, proxy)).await?;
    let t = page.t();
    let (side, path) = drawn(&shown.code);
    let until = shown.row.valid_until.map(|until| last_day(until.0, app.house.zone()));
    let state = match shown.state {
        VoucherState::Used(day) => t.say(&say::verdict_voucher_used(day)),
        VoucherState::Ended => t.say(&say::verdict_voucher_ended()),
        VoucherState::Lapsed => t.say(&say::verdict_voucher_lapsed()),
        VoucherState::Expired(day) => t.say(&say::verdict_voucher_expired(day)),
        _ => until.map_or_else(String::new, |day| t.mentors_collect_until(day)),
    };
    let said = |lies: Lies| match lies {
        Lies::Ready => String::new(),
        Lies::Given => t.mentors_voucher_piece_given(),
        Lies::Gone => t.mentors_voucher_piece_gone(),
    };
    html(&VoucherPage {
        back: address(id),
        code: shown.code,
        side,
        path,
        state,
        is_valid: shown.state == VoucherState::Valid,
        name: shown.row.name.clone(),
        pieces: shown.pieces.iter().map(|piece| (t.say(&piece.name), said(piece.lies))).collect(),
        t,
        page,
    })
}

/// The code as one path of an SVG, and the side of its view box with the quiet zone.
fn drawn(code: &Code) -> (i32, String) {
    let edge = i32::from(QUIET_ZONE);
    let mut path = String::new();
    for ring in Symbol::of(code).outlines() {
        for (at, (x, y)) in ring.iter().enumerate() {
            let step = if at == 0 { 'M' } else { 'L' };
            path.push_str(&format!("{step}{} {}", i32::from(*x) + edge, i32::from(*y) + edge));
        }
        path.push('z');
    }
    (i32::from(SIDE) + 2 * edge, path)
}
