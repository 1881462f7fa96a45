//! `GET` and `POST` of `/offers/{id}`: what is offered, what the room needs of it, and the answer.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{Paper, badge, state_name, weight};
use crate::actions::offers::{self, Answer, LineAnswer, reason_words};
use crate::actions::{ActionError, Actor};
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::offer::{Reason, share_of_weight};
use crate::domain::rights::Right;
use crate::domain::treasury::{OfferState, PaperKind};
use crate::domain::{DonationId, DonorId, OfferId};
use crate::reports::offers::{LineNeed, needs};
use crate::store::offers::{self as stored, OfferLineRow, OfferRow};
use crate::store::{announced, donations, donors, papers};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown::Choice;
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    /// Answer once more what was answered.
    #[serde(default)]
    again: String,
}

/// The answer as it was typed: a value for each line, in their order.
#[derive(Clone, Default)]
struct Typed {
    version: String,
    remark: String,
    /// The reason of lines that have none of their own.
    usual: String,
    accepted: Vec<String>,
    reasons: Vec<String>,
    words: Vec<String>,
    /// "accept" or "decline" for all lines at once.
    all: String,
}

impl Typed {
    fn of(fields: Vec<(String, String)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in fields {
            match name.as_str() {
                "version" => typed.version = value,
                "remark" => typed.remark = value,
                "usual" => typed.usual = value,
                "accepted" => typed.accepted.push(value),
                "reason" => typed.reasons.push(value),
                "words" => typed.words.push(value),
                "all" => typed.all = value,
                _ => {}
            }
        }
        typed
    }

    fn read(&self, lines: &[OfferLineRow]) -> Result<Answer, ActionError> {
        let at = |list: &[String], at: usize| list.get(at).cloned().unwrap_or_default();
        let mut read = Vec::with_capacity(lines.len());
        for (row, line) in lines.iter().enumerate() {
            let accepted = match self.all.as_str() {
                "accept" => line.pieces,
                "decline" => 0,
                _ => {
                    let typed: String =
                        at(&self.accepted, row).chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
                    let wrong = || {
                        ActionError::field(
                            "answer",
                            say::company_error_row(row + 1, say::company_error_accepted(line.pieces)),
                        )
                    };
                    typed.parse().map_err(|_| wrong())?
                }
            };
            let (own, words) = (at(&self.reasons, row), at(&self.words, row));
            let reason = own.parse::<Reason>().ok().or_else(|| self.usual.parse().ok().filter(|_| words.is_empty()));
            read.push(LineAnswer { line: line.id, accepted, reason, words });
        }
        Ok(Answer { lines: read, remark: self.remark.clone() })
    }
}

#[derive(Template)]
#[template(path = "offers/one.html")]
struct OfferPage {
    page: Page,
    t: &'static Texts,
    id: OfferId,
    version: i32,
    donor_id: DonorId,
    donor: String,
    lead: String,
    badge: &'static str,
    state_label: String,
    facts: Vec<(String, String)>,
    lines: Vec<Line>,
    total: Vec<String>,
    /// The form is there.
    answering: bool,
    /// There is an answer that this one would replace.
    is_answered: bool,
    may_answer_again: bool,
    reasons: Vec<Choice>,
    remark: String,
    papers: Vec<Paper>,
    donation: Option<DonationId>,
    wrong: Wrong,
}

struct Line {
    name: String,
    picto: String,
    goods: String,
    pieces: i32,
    weight: String,
    /// `missing`, `some`, `enough`, `unknown`, and what that means.
    tone: &'static str,
    need: String,
    accepted: String,
    accepted_weight: String,
    reason: String,
    reasons: Vec<Choice>,
    words: String,
}

/// What the room needs of a line, in words; numbers only for whoever may see what is missing. Nothing is urgent that is for
/// another season, or of which only the group is known: bathing shoes are no boots.
fn need_words(t: &Texts, group: &str, need: Option<LineNeed>, numbers: bool) -> (&'static str, String) {
    let Some(need) = need else { return ("unknown", t.company_need_untold()) };
    if need.of_group && need.missing > 0 {
        let said = if numbers { t.company_need_group_number(group, need.missing) } else { t.company_need_group(group) };
        return ("some", said);
    }
    if need.of_group && need.spare > 0 {
        return ("enough", t.company_need_group_spare(group));
    }
    if need.out_of_season && need.missing > 0 {
        let said = if numbers { t.company_need_later_number(need.missing) } else { t.company_need_later() };
        return ("some", said);
    }
    match (need.missing > 0, need.urgent > 0, need.spare > 0) {
        (true, true, _) if numbers => ("missing", t.company_need_urgent_number(need.missing, need.urgent)),
        (true, false, _) if numbers => ("missing", t.company_need_missing_number(need.missing)),
        (true, true, _) => ("missing", t.company_need_urgent()),
        (true, false, _) => ("missing", t.company_need_missing()),
        (false, _, true) if numbers => ("enough", t.company_need_spare_number(need.spare)),
        (false, _, true) => ("enough", t.company_need_spare()),
        (false, _, false) if need.wanted > 0 => ("some", t.company_need_just()),
        (false, _, false) => ("some", t.company_need_nobody()),
    }
}

struct Found {
    offer: OfferRow,
    lines: Vec<OfferLineRow>,
    donor: String,
    needs: Vec<Option<LineNeed>>,
    papers: Vec<Paper>,
    may_answer_again: bool,
}

async fn found(app: &Shared, actor: Actor, id: OfferId) -> Result<Found, Failure> {
    act(app, move |house| {
        actor.must(Right::AnswerOffers)?;
        let (offer, lines, donor, rows, gift) = house.store().read(|db| {
            let offer = stored::find(db, id)?.ok_or(ActionError::NotFound)?;
            let donor = donors::find(db, offer.donor_id)?.ok_or(ActionError::NotFound)?;
            let gift = offer.donation_id.map(|gift| donations::find(db, gift)).transpose()?.flatten();
            Ok::<_, ActionError>((
                offer,
                stored::lines(db, id)?,
                donor.name,
                papers::of_subject(db, &id.to_string())?,
                gift,
            ))
        })?;
        let answers = rows.iter().filter(|row| row.kind == PaperKind::OfferAnswer);
        Ok(Found {
            needs: needs(house, &actor, &lines)?,
            papers: answers.map(|row| Paper::of(house, row)).collect(),
            may_answer_again: gift.is_none_or(|gift| announced::STILL_TO_COME.contains(&gift.state)),
            offer,
            lines,
            donor,
        })
    })
    .await
}

fn reasons(t: &Texts, chosen: &str) -> Vec<Choice> {
    Reason::ALL.iter().map(|one| Choice::new(one, t.say(&reason_words(*one)), one.word() == chosen)).collect()
}

fn built(
    page: Page,
    catalogue: &Catalogue,
    found: Found,
    asked_again: bool,
    typed: Option<&Typed>,
    wrong: Wrong,
) -> OfferPage {
    let (t, numbers) = (page.t(), page.may(Right::SeeMissing));
    let Found { offer, lines, donor, needs, papers, may_answer_again } = found;
    let is_answered = offer.state != OfferState::Open;
    let line = |(at, (line, need)): (usize, (&OfferLineRow, &Option<LineNeed>))| {
        let product = line.product_code.as_ref().and_then(|code| catalogue.product(code.as_str()));
        let group = catalogue.group(&line.group_code);
        let group_name = group.map_or(line.group_code.as_str(), |group| group.names.get(t.lang()));
        let (tone, need) = need_words(t, group_name, *need, numbers);
        let known = line.pieces_accepted.map(|pieces| pieces.to_string()).unwrap_or_default();
        let typed_at =
            |list: fn(&Typed) -> &Vec<String>| typed.map(|typed| list(typed).get(at).cloned().unwrap_or_default());
        let reason = typed_at(|typed| &typed.reasons).unwrap_or_else(|| line.reason.clone());
        let said = line.reason.parse::<Reason>().ok().filter(|reason| *reason != Reason::Other);
        let said = [said.map(|reason| t.say(&reason_words(reason))), Some(line.words.clone())];
        Line {
            name: product.map_or(group_name, |product| product.names.get(t.lang())).to_owned(),
            picto: product.map_or_else(|| line.group_code.to_lowercase(), Product::picture),
            goods: line.description.clone(),
            pieces: line.pieces,
            weight: weight(t, line.weight_g),
            tone,
            need,
            accepted_weight: weight(
                t,
                share_of_weight(line.weight_g, line.pieces, line.pieces_accepted.unwrap_or_default()),
            ),
            accepted: typed_at(|typed| &typed.accepted).unwrap_or(known),
            reason: said.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": "),
            reasons: reasons(t, &reason),
            words: typed_at(|typed| &typed.words).unwrap_or_else(|| line.words.clone()),
        }
    };
    let sum = |of: fn(&OfferLineRow) -> i64| lines.iter().map(of).sum::<i64>();
    let accepted_weight =
        sum(|line| share_of_weight(line.weight_g, line.pieces, line.pieces_accepted.unwrap_or_default()));
    let mut facts = vec![(t.company_offered_on(), t.day(offer.offered_on.0))];
    if !offer.reference.is_empty() {
        facts.push((t.company_reference(), offer.reference.clone()));
    }
    if !offer.description.is_empty() {
        facts.push((t.donation_description(), offer.description.clone()));
    }
    facts.extend(offer.answered_on.map(|day| (t.company_answered_on(), t.day(day.0))));
    if is_answered && !offer.reason.is_empty() {
        facts.push((t.company_remark(), offer.reason.clone()));
    }
    OfferPage {
        total: vec![
            sum(|line| line.pieces.into()).to_string(),
            weight(t, sum(|line| line.weight_g)),
            sum(|line| line.pieces_accepted.unwrap_or_default().into()).to_string(),
            weight(t, accepted_weight),
        ],
        lead: if is_answered { t.company_offer_answered_lead() } else { t.company_offer_open_lead() },
        badge: badge(offer.state),
        state_label: t.say(&state_name(offer.state)),
        lines: lines.iter().zip(&needs).enumerate().map(line).collect(),
        answering: !is_answered || (asked_again && may_answer_again),
        is_answered,
        may_answer_again,
        reasons: reasons(t, typed.map_or("", |typed| &typed.usual)),
        remark: typed.map_or_else(|| offer.reason.clone(), |typed| typed.remark.clone()),
        donation: offer.donation_id,
        id: offer.id,
        version: offer.version,
        donor_id: offer.donor_id,
        donor,
        facts,
        papers,
        wrong,
        page,
        t,
    }
}

/// `GET /offers/{id}`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<OfferId>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let found = found(&app, actor, id.into_inner()).await?;
    html(&built(page, &app.house.catalogue(), found, !asked.again.is_empty(), None, Wrong::default()))
}

/// `POST /offers/{id}`: the answer.
pub(in crate::web) async fn answer(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<OfferId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), Typed::of(sent.into_inner()));
    let (input, acting, site) = (typed.clone(), actor.clone(), app.site.clone());
    let done = act(&app, move |house| {
        acting.must(Right::AnswerOffers)?;
        let lines = house.store().read(|db| stored::lines(db, id))?;
        let version = input.version.parse().unwrap_or_default();
        offers::answer(house, &acting, id, version, &input.read(&lines)?, &site)
    })
    .await;
    match done {
        Ok(answered) => {
            Ok(redirect_with(&format!("/offers/{id}"), &say::company_answer_saved(state_name(answered.state))))
        }
        Err(failure) => {
            let by = actor.user();
            let found = found(&app, actor, id).await?;
            // The second of two clicks: the first one wrote this answer.
            let is_own = by.is_some() && found.offer.answered_by == by && found.offer.state != OfferState::Open;
            let is_next = typed.version.parse().is_ok_and(|seen: i32| seen + 1 == found.offer.version);
            let said = |(at, line): (usize, &OfferLineRow)| {
                typed.accepted.get(at).and_then(|text| text.trim().parse().ok()) == line.pieces_accepted
            };
            let is_same = found.lines.iter().enumerate().all(said) && typed.remark.trim() == found.offer.reason.trim();
            if matches!(failure, Failure::Action(ActionError::Changed)) && is_own && is_next && is_same {
                return Ok(redirect(&format!("/offers/{id}")));
            }
            let wrong = Wrong::of(failure, page.t())?;
            again(&built(page, &app.house.catalogue(), found, true, Some(&typed), wrong))
        }
    }
}
