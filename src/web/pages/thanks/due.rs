//! `GET` and `POST /thanks`: gifts for which nobody has said thanks yet, and the way to thank many at once.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Form, Query};
use askama::Template;
use serde::Deserialize;

use super::{how, paper};
use crate::actions::thanks::{self, Draft, NewThanks};
use crate::actions::{ActionError, Actor, House};
use crate::domain::donation::ThanksBy;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId};
use crate::paper::PaperError;
use crate::store::papers;
use crate::store::thanks as store;
use crate::texts::{Texts, say};
use crate::web::pages::shown::{ROWS, link};
use crate::web::{Failure, Page, Shared, act, html, redirect_warning, redirect_with};

/// Letters of today that are shown.
const PRINTED: i64 = 50;

#[derive(Template)]
#[template(path = "thanks/due.html")]
struct DuePage {
    page: Page,
    t: &'static Texts,
    gifts: Vec<Gift>,
    next: String,
    /// Letters of today: address and whom they go to.
    printed: Vec<(String, String)>,
    has_post: bool,
}

struct Gift {
    id: String,
    href: String,
    donor: String,
    donor_href: String,
    detail: String,
    how: String,
    pick: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    after: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let (after, zone): (Option<DonationId>, _) = (asked.after.parse().ok(), app.house.zone().clone());
    let (due, printed, together) = act(&app, move |house| {
        actor.must(Right::ThankDonors)?;
        let morning = house.today().to_zoned(house.zone().clone()).map_or(house.now(), |at| at.timestamp());
        house.store().read(|db| {
            let due = store::due(db, thanks::since(house), after, ROWS)?;
            let together = papers::of_subject(db, &thanks::letters_of(house.today()))?;
            Ok::<_, ActionError>((due, store::printed_since(db, morning, PRINTED)?, together))
        })
    })
    .await?;
    let next = due.rows.last().filter(|_| due.has_next).map(|(gift, _)| gift.id.to_string());
    let gifts = due.rows.iter().map(|(gift, donor)| Gift {
        id: gift.id.to_string(),
        href: format!("/donations/{}/thanks", gift.id),
        donor: donor.name.clone(),
        donor_href: format!("/donors/{}", donor.id),
        detail: t.dotted([t.day(gift.received_on.0), gift.description.clone()].into_iter().filter(|s| !s.is_empty())),
        how: t.say(&how(donor.thanks)),
        pick: t.thanks_pick(&donor.name),
    });
    html(&DuePage {
        gifts: gifts.collect(),
        next: next.map_or_else(String::new, |next| link("/thanks", &[("after", &next)])),
        printed: together
            .into_iter()
            .map(|one| (one.id, t.thanks_letters_together(t.moment(one.made_at.0.to_zoned(zone.clone()).datetime()))))
            .chain(printed.into_iter().map(|(paper, donor)| (paper, t.thanks_letter_of(donor))))
            .map(|(paper, name)| (format!("/papers/{paper}"), name))
            .collect(),
        has_post: app.has_post,
        page,
        t,
    })
}

pub(in crate::web) async fn send(
    app: Shared,
    actor: Actor,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let chosen: Vec<DonationId> = sent
        .into_inner()
        .into_iter()
        .filter(|(name, _)| name == "gift")
        .filter_map(|(_, id)| id.parse().ok())
        .take(thanks::MOST_AT_ONCE)
        .collect();
    let (site, has_post) = (app.site.clone(), app.has_post);
    let done = act(&app, move |house| {
        // By donor, in the order of their oldest gifts: whoever gave six times gets one letter for all.
        let (mut donors, mut left): (Vec<(DonorId, Vec<Draft>)>, usize) = (Vec::new(), 0);
        let mut why = None;
        for id in chosen {
            let draft = thanks::draft(house, &actor, &site, id)?;
            if let Err(error) = thanks::fits(&draft) {
                left += 1;
                why.get_or_insert(error.message());
                continue;
            }
            match donors.iter_mut().find(|(donor, _)| *donor == draft.donor.id) {
                Some((_, theirs)) => theirs.push(draft),
                None => donors.push((draft.donor.id, vec![draft])),
            }
        }
        if donors.is_empty() && left > 0 {
            return Ok((thanks::Tally { left, ..thanks::Tally::default() }, why));
        }
        let all: Vec<_> = donors.into_iter().filter_map(|(_, theirs)| thanks::together(theirs, &site)).collect();
        let by_letter: Vec<&Draft> =
            all.iter().map(|(draft, _)| draft).filter(|draft| draft.donor.thanks == ThanksBy::Letter).collect();
        let letters = match by_letter.len() {
            0 | 1 => None,
            _ => Some(paper::all(&by_letter, &site, house.today()).map_err(unprintable)?),
        };
        let new = |(draft, also): &(Draft, Vec<DonationId>)| {
            Ok(NewThanks { also: also.clone(), ..usual(draft, &site, house.today())? })
        };
        let new = all.iter().map(new).collect::<Result<Vec<_>, ActionError>>()?;
        let tally = thanks::send_many(house, &actor, new, letters)?;
        Ok((thanks::Tally { left: tally.left + left, ..tally }, why))
    })
    .await;
    match done {
        Ok((tally, why)) => {
            let said = match has_post {
                true => say::thanks_sent_many(tally.mails, tally.letters, tally.left),
                false => say::thanks_waiting_many(tally.mails, tally.letters, tally.left),
            };
            let said = why.map_or(said.clone(), |why| say::thanks_left_why(said, why));
            let to = "/thanks";
            Ok(if tally.left > 0 { redirect_warning(to, &said) } else { redirect_with(to, &said) })
        }
        Err(Failure::Action(error @ ActionError::Refused(_))) => Ok(redirect_warning("/thanks", &error.message())),
        Err(failure) => Err(failure),
    }
}

/// The usual words, with the letter for whoever gets one.
fn usual(draft: &thanks::Draft, site: &str, today: jiff::civil::Date) -> Result<NewThanks, ActionError> {
    let (subject, body) = (draft.subject.clone(), draft.body.clone());
    let paper = match draft.donor.thanks {
        ThanksBy::Letter => Some(letter(draft, &subject, &body, site, today)?),
        _ => None,
    };
    Ok(NewThanks { donation: draft.donation.id, also: Vec::new(), subject, body, paper, link: None })
}

/// Thanks for one gift with the usual words, for a town that is tried out. Who cannot be thanked is left alone.
///
/// # Errors
/// As [`thanks::send`].
pub(crate) fn send_thanks(
    house: &Arc<House>,
    actor: &Actor,
    site: &str,
    donation: DonationId,
) -> Result<(), ActionError> {
    let draft = thanks::draft(house, actor, site, donation)?;
    if thanks::fits(&draft).is_ok() {
        thanks::send(house, actor, usual(&draft, site, house.today())?)?;
    }
    Ok(())
}

/// Draws a letter inside an action's thread.
pub(super) fn letter(
    draft: &thanks::Draft,
    subject: &str,
    body: &str,
    site: &str,
    today: jiff::civil::Date,
) -> Result<Vec<u8>, ActionError> {
    paper::drawn(draft, subject, body, site, today).map_err(unprintable)
}

fn unprintable(error: PaperError) -> ActionError {
    tracing::error!(%error, "a letter of thanks");
    ActionError::Refused(say::error_server())
}
