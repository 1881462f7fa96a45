//! What a household's page shows beside people and needs: what a child has grown into, what may be needed again,
//! agreements, contact, proof, PIN. And the buttons of these.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use serde::Deserialize;

use super::{Choice, Wrong, address, again as form_again, show, words};
use crate::actions::consents::{TEXT_VERSION, give_maternity, revoke};
use crate::actions::see_household::Seen;
use crate::actions::{ActionError, Actor, grow, mark_urgent, own_page_pin, record_proof, renew_needs};
use crate::domain::household::{Channel, ConsentKind, HouseholdState, ProofKind};
use crate::domain::needs::UrgentReason;
use crate::domain::{ConsentId, HouseholdId, MemberId, NeedId};
use crate::texts::{Texts, say};
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, redirect_done};

/// The parts of the page, as its template shows them.
pub(super) struct Record {
    pub grown: Vec<Grows>,
    pub again: Vec<Again>,
    pub consents: Vec<Consent>,
    /// Whom a consent can be noted for; empty when there is nobody left.
    pub may_tell: Vec<Choice>,
    pub channels: Vec<Choice>,
    pub text: String,
    pub contact: Vec<String>,
    pub proofs: Vec<Proof>,
    pub proof_none: String,
    pub proof_kinds: Vec<Choice>,
    /// The last day as it was typed, and what is wrong with it.
    pub proof_day: String,
    pub proof_wrong: String,
    pub has_pin: bool,
    /// Since when the PIN rests after wrong tries; empty while it does not.
    pub pin_rests: String,
    /// The record that this one went into; empty for one of its own.
    pub merged_into: String,
    pub merged_from: String,
    /// Where a proposal to merge it waits; empty without one.
    pub proposed: String,
    pub waits: String,
}

pub(super) struct Grows {
    pub said: String,
    pub action: String,
    pub take: String,
    pub version: i32,
}

pub(super) struct Again {
    pub name: String,
    pub detail: String,
    pub action: String,
}

pub(super) struct Consent {
    pub name: String,
    pub detail: String,
    pub ended: String,
    /// Where it is taken back; empty when it was.
    pub revoke: String,
}

pub(super) struct Proof {
    pub name: String,
    pub detail: String,
    pub until: String,
    pub over: bool,
}

impl Record {
    pub fn new(page: &Page, app: &Shared, seen: &Seen, typed: Option<ProofTyped>) -> Record {
        let (t, row) = (page.t(), &seen.row);
        let there = row.state != HouseholdState::Left;
        let cards: Vec<String> = seen.taken_in.iter().map(|card| card.printed()).collect();
        let zone = app.house.zone();
        let asks = app.proof_of_need;
        let contact = [&row.contact_name, &row.contact_email, &row.contact_phone];
        Record {
            grown: if there { grown(t, app, seen) } else { Vec::new() },
            again: if there { again(t, app, seen) } else { Vec::new() },
            consents: consents(t, app, seen),
            may_tell: if there { may_tell(t, seen) } else { Vec::new() },
            channels: [Channel::Said, Channel::Paper]
                .iter()
                .map(|known| choice(known, t.say(&words::channel(*known)), *known == Channel::Said))
                .collect(),
            text: t.records_consent_text(),
            contact: contact.into_iter().filter(|text| !text.is_empty()).cloned().collect(),
            proofs: proofs(t, app, seen),
            proof_none: if asks { t.records_proof_missing() } else { t.records_proof_none() },
            proof_kinds: ProofKind::ALL
                .iter()
                .map(|kind| {
                    let chosen = typed.as_ref().is_some_and(|typed| typed.kind == *kind);
                    choice(kind, t.say(&words::proof(*kind)), chosen)
                })
                .collect(),
            proof_wrong: typed.as_ref().map_or_else(String::new, |typed| typed.wrong.at("valid_until").to_owned()),
            proof_day: typed.map_or_else(String::new, |typed| typed.valid_until),
            has_pin: !row.pin_hash.is_empty(),
            pin_rests: own_page_pin::rests_since(row, seen.now).map_or_else(String::new, |since| {
                let since = since.to_zoned(zone.clone());
                t.records_pin_rests(since.date(), since.strftime("%H:%M").to_string())
            }),
            merged_into: row.merged_into.map_or_else(String::new, address),
            proposed: seen.proposed.map_or_else(String::new, |id| format!("/households/duplicates/{id}")),
            merged_from: if cards.is_empty() { String::new() } else { t.records_merged_from(t.listed(&cards)) },
            waits: row.waits().map_or_else(String::new, |at| t.records_waits_since(at.to_zoned(zone.clone()).date())),
        }
    }
}

fn choice(value: impl ToString, label: String, chosen: bool) -> Choice {
    Choice { value: value.to_string(), label, chosen }
}

pub(super) fn urgent_reasons(t: &Texts) -> Vec<Choice> {
    let label = |reason: &UrgentReason| match reason {
        UrgentReason::Birth => t.records_urgent_why_birth(),
        UrgentReason::MovingIn => t.records_urgent_why_moving(),
        UrgentReason::Loss => t.records_urgent_why_loss(),
    };
    UrgentReason::ALL.iter().map(|reason| choice(reason, label(reason), false)).collect()
}

fn grown(t: &Texts, app: &Shared, seen: &Seen) -> Vec<Grows> {
    let today = app.house.today();
    let each = seen.members.iter().enumerate().filter_map(|(at, member)| {
        let who = words::called(t, member, at + 1);
        let (said, size) = match grow::next_size(member, today) {
            Some(next) => {
                let (old, new) = (t.isolated(next.from.label()), t.isolated(next.to.label()));
                (t.records_grow_line(who, old, new.clone()), new)
            }
            None => {
                let size = t.isolated(&grow::guessed(member, today)?);
                (t.records_grow_first(who, size.clone()), size)
            }
        };
        Some(Grows {
            said,
            action: format!("{}/members/{}/grow", address(member.household_id), member.id),
            take: t.records_grow_take(size),
            version: member.version,
        })
    });
    each.collect()
}

fn again(t: &Texts, app: &Shared, seen: &Seen) -> Vec<Again> {
    let (now, catalogue, zone) = (app.house.now(), app.house.catalogue(), app.house.zone());
    let due = seen.needs.iter().filter(|need| renew_needs::is_due(need, now));
    due.map(|need| {
        let known = catalogue.product(need.product_code.as_str());
        let met = need.met_at.map(|at| t.day(at.0.to_zoned(zone.clone()).date()));
        let parts = [Some(words::need_detail(t, need, &seen.members)).filter(|text| !text.is_empty()), met];
        Again {
            name: known.map_or_else(|| need.product_code.to_string(), |known| known.names.get(t.lang()).to_owned()),
            detail: t.dotted(parts.into_iter().flatten()),
            action: format!("{}/needs/{}/again", address(need.household_id), need.id),
        }
    })
    .collect()
}

fn consents(t: &Texts, app: &Shared, seen: &Seen) -> Vec<Consent> {
    let day = |at: jiff::Timestamp| at.to_zoned(app.house.zone().clone()).date();
    let each = seen.consents.iter().map(|(row, who)| {
        let member = row.member_id.and_then(|id| seen.members.iter().enumerate().find(|(_, member)| member.id == id));
        let person = member.map(|(at, member)| words::called(t, member, at + 1));
        let channel = t.say(&words::channel(row.channel));
        let detail =
            t.records_consent_line(channel, &row.text_version, day(row.given_at.0), who.clone().unwrap_or_default());
        let revoke = format!("{}/consents/{}/revoke", address(row.household_id), row.id);
        Consent {
            name: t.dotted([t.say(&words::consent(row.kind))].into_iter().chain(person)),
            detail,
            ended: row.revoked_at.map_or_else(String::new, |at| t.records_consent_ended(day(at.0))),
            revoke: if row.revoked_at.is_none() { revoke } else { String::new() },
        }
    });
    each.collect()
}

/// Those who have not agreed yet; a household of whom nobody is described speaks for itself.
fn may_tell(t: &Texts, seen: &Seen) -> Vec<Choice> {
    let held = seen.consents.iter().filter(|(row, _)| row.kind == ConsentKind::Maternity && row.revoked_at.is_none());
    let held: Vec<Option<MemberId>> = held.map(|(row, _)| row.member_id).collect();
    if held.contains(&None) {
        return Vec::new();
    }
    if seen.members.is_empty() {
        return vec![choice("", t.need_for_all(), true)];
    }
    let people = seen.members.iter().enumerate().filter(|(_, member)| !held.contains(&Some(member.id)));
    people.map(|(at, member)| choice(member.id, words::called(t, member, at + 1), false)).collect()
}

fn proofs(t: &Texts, app: &Shared, seen: &Seen) -> Vec<Proof> {
    let today = app.house.today();
    let each = seen.proofs.iter().map(|(row, who)| Proof {
        name: t.say(&words::proof(row.kind)),
        detail: t.records_proof_line(row.seen_on.0, who.clone().unwrap_or_default()),
        over: row.valid_until.is_some_and(|day| day.0 < today),
        until: match row.valid_until {
            Some(day) if day.0 < today => t.records_proof_over(day.0),
            Some(day) => t.records_proof_until(day.0),
            None => t.records_proof_open(),
        },
    });
    each.collect()
}

#[derive(Deserialize)]
pub(in crate::web) struct Version {
    version: i32,
}

/// `POST /households/{id}/members/{member}/grow`
pub(in crate::web) async fn take_over(
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, MemberId)>,
    sent: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let ((_, member), version) = (path.into_inner(), sent.version);
    match act(&app, move |house| grow::take_over(house, &actor, member, version)).await {
        Ok((id, lines, deed)) => Ok(redirect_done(&address(id), &say::records_grown(lines), deed)),
        Err(failure) => Err(meanwhile(&app, failure, member.to_string()).await),
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct MarkSent {
    version: i32,
    /// Empty takes the mark away.
    #[serde(default)]
    reason: String,
}

/// `POST /households/{id}/needs/{need}/urgent`
pub(in crate::web) async fn mark(
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, NeedId)>,
    sent: Form<MarkSent>,
) -> Result<HttpResponse, Failure> {
    let ((_, need), MarkSent { version, reason }) = (path.into_inner(), sent.into_inner());
    let reason = match reason.trim() {
        "" => None,
        word => Some(word.parse().map_err(|_| Failure::Unreadable("reason".to_owned()))?),
    };
    match act(&app, move |house| mark_urgent::mark(house, &actor, need, version, reason)).await {
        Ok((id, deed)) => {
            let said = if reason.is_some() { say::records_urgent_marked() } else { say::records_urgent_unmarked() };
            Ok(redirect_done(&format!("{}#needs", address(id)), &said, deed))
        }
        Err(failure) => Err(meanwhile(&app, failure, need.to_string()).await),
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct AgainSent {
    #[serde(default)]
    again: String,
}

/// `POST /households/{id}/needs/{need}/again`
pub(in crate::web) async fn renew(
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, NeedId)>,
    sent: Form<AgainSent>,
) -> Result<HttpResponse, Failure> {
    let ((_, need), again) = (path.into_inner(), sent.again == "yes");
    match act(&app, move |house| renew_needs::answer(house, &actor, need, again)).await {
        Ok((id, deed)) => {
            let said = if again { say::household_need_added() } else { say::records_not_again() };
            Ok(redirect_done(&format!("{}#again", address(id)), &said, deed))
        }
        Err(failure) => Err(meanwhile(&app, failure, need.to_string()).await),
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct ConsentSent {
    #[serde(default)]
    member: String,
    channel: Channel,
}

/// `POST /households/{id}/consents`: of the wording that [`TEXT_VERSION`] names.
pub(in crate::web) async fn consent(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<ConsentSent>,
) -> Result<HttpResponse, Failure> {
    let (id, ConsentSent { member, channel }) = (id.into_inner(), sent.into_inner());
    debug_assert!(!TEXT_VERSION.is_empty());
    let member: Option<MemberId> = match member.trim() {
        "" => None,
        text => Some(text.parse().map_err(|_| ActionError::NotFound)?),
    };
    let deed = act(&app, move |house| give_maternity(house, &actor, id, member, channel)).await?;
    Ok(redirect_done(&format!("{}#consents", address(id)), &say::records_consent_given(), deed))
}

/// `POST /households/{id}/consents/{consent}/revoke`
pub(in crate::web) async fn take_back(
    app: Shared,
    actor: Actor,
    path: Path<(HouseholdId, ConsentId)>,
) -> Result<HttpResponse, Failure> {
    let (_, consent) = path.into_inner();
    let (id, deed) = act(&app, move |house| revoke(house, &actor, consent)).await?;
    Ok(redirect_done(&format!("{}#consents", address(id)), &say::records_consent_revoked(), deed))
}

#[derive(Deserialize)]
pub(in crate::web) struct ProofSent {
    kind: ProofKind,
    #[serde(default)]
    valid_until: String,
}

/// A proof as it was sent, with what is wrong about it.
pub(super) struct ProofTyped {
    kind: ProofKind,
    valid_until: String,
    wrong: Wrong,
}

/// `POST /households/{id}/proofs`
pub(in crate::web) async fn proof(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<ProofSent>,
) -> Result<HttpResponse, Failure> {
    let (id, ProofSent { kind, valid_until }) = (id.into_inner(), sent.into_inner());
    let (by, typed) = (actor.clone(), valid_until.clone());
    let done = act(&app, move |house| {
        let until = match typed.trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| {
                ActionError::field("valid_until", say::error_proof_day(i64::from(record_proof::MOST_YEARS)))
            })?),
        };
        record_proof::record(house, &by, id, kind, until)
    })
    .await;
    match done {
        Ok(deed) => Ok(redirect_done(&format!("{}#proof", address(id)), &say::records_proof_saved(), deed)),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            form_again(&show::draw(page, &app, actor, id, Some(ProofTyped { kind, valid_until, wrong })).await?)
        }
    }
}
