//! `GET` and `POST /donations/{id}/thanks`: the words of thanks for one gift, to be read and changed before they leave.

use actix_web::web::{Form, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::due::letter;
use super::told;
use crate::actions::thanks::{self, Draft, NewThanks};
use crate::actions::{ActionError, Actor, House, share};
use crate::domain::DonationId;
use crate::domain::donation::ThanksBy;
use crate::domain::impact::{Lasts, Period};
use crate::domain::rights::Right;
use crate::reports::impact;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::impact::period_name;
use crate::web::pages::wanted::place;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "thanks/one.html")]
struct ThanksPage {
    page: Page,
    t: &'static Texts,
    id: String,
    donor: String,
    to: String,
    lang: &'static str,
    by_letter: bool,
    may_send: bool,
    /// Why not.
    why_not: String,
    sent: Vec<(String, String)>,
    typed: Typed,
    wrong: Wrong,
    has_post: bool,
    /// The period that a link can tell of; empty for none.
    link_offer: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    subject: String,
    body: String,
    /// With a link to what became of the gifts.
    link: Option<String>,
    /// The key of the form: sent twice, it thanks once.
    once: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
) -> Result<HttpResponse, Failure> {
    let (id, site) = (id.into_inner(), app.site.clone());
    let (draft, offer) = act(&app, move |house| drafted(house, &actor, &site, id)).await?;
    let typed = Typed { subject: draft.subject.clone(), body: draft.body.clone(), ..Typed::default() };
    html(&drawn(page, &app, (&draft, offer), typed, Wrong::default()))
}

/// The words, and the period whose figures a link could show.
fn drafted(house: &House, actor: &Actor, site: &str, id: DonationId) -> Result<(Draft, Option<Period>), ActionError> {
    let draft = thanks::draft(house, actor, site, id)?;
    let offer = match actor.may(Right::SeeDonorReport) {
        true => impact::given_out(house, actor, draft.donor.id)?,
        false => None,
    };
    Ok((draft, offer))
}

fn drawn(page: Page, app: &Shared, (draft, offer): (&Draft, Option<Period>), typed: Typed, wrong: Wrong) -> ThanksPage {
    let t = page.t();
    let donor = &draft.donor;
    let fits = thanks::fits(draft);
    let by_letter = donor.thanks == ThanksBy::Letter;
    let town = format!("{} {}", donor.postcode, donor.city);
    let to = match by_letter {
        true => t.dotted([donor.street.trim(), town.trim()].into_iter().filter(|part| !part.is_empty())),
        false => donor.email.clone(),
    };
    ThanksPage {
        id: draft.donation.id.to_string(),
        donor: donor.name.clone(),
        to,
        lang: draft.lang.tag(),
        by_letter,
        may_send: fits.is_ok(),
        why_not: fits.err().map(|error| t.say(&error.message())).unwrap_or_default(),
        sent: told(t, app.house.zone(), &draft.sent),
        has_post: app.has_post,
        link_offer: offer.map(|period| t.thanks_link_offer(period_name(t, period))).unwrap_or_default(),
        typed,
        wrong,
        page,
        t,
    }
}

pub(in crate::web) async fn send(
    page: Page,
    app: Shared,
    actor: Actor,
    req: HttpRequest,
    id: Path<DonationId>,
    sent: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed, site) = (id.into_inner(), sent.into_inner(), app.site.clone());
    let (input, acting, signs) = (typed.clone(), actor.clone().sending(&typed.once), site.clone());
    let here = place(&req, &app);
    let done = act(&app, move |house| {
        let (draft, offer) = drafted(house, &acting, &signs, id)?;
        let Typed { subject, mut body, link, .. } = input;
        let link = match offer.filter(|_| link.is_some() && !body.trim().is_empty()) {
            Some(period) => {
                let (key, row) = share::prepared(house, &acting, draft.donor.id, period, Lasts::Month)?;
                let said = Texts::of(draft.lang).thanks_link_line(house.day_of(row.expires_at.0));
                body = format!("{}\n\n{said}\n{here}/impact/{key}", body.trim_end());
                Some(row)
            }
            None => None,
        };
        let paper = match draft.donor.thanks {
            ThanksBy::Letter if thanks::fits(&draft).is_ok() => {
                Some(letter(&draft, &subject, &body, &signs, house.today())?)
            }
            _ => None,
        };
        let is_letter = paper.is_some();
        thanks::send(house, &acting, NewThanks { donation: id, also: Vec::new(), subject, body, paper, link })?;
        Ok(is_letter)
    })
    .await;
    match done {
        Ok(true) => Ok(redirect_with(&format!("/donations/{id}/thanks"), &say::thanks_letter_made())),
        Ok(false) => Ok(redirect_with(
            &format!("/donations/{id}"),
            &(if app.has_post { say::thanks_sent() } else { say::thanks_waiting() }),
        )),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            let (draft, offer) = act(&app, move |house| drafted(house, &actor, &site, id)).await?;
            again(&drawn(page, &app, (&draft, offer), typed, wrong))
        }
    }
}
