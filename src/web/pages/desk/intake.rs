//! `/desk/intake`: what a piece is stays chosen for the next one, so a run of equal pieces is one scan each.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use super::chosen::Chosen;
use super::last::{LastView, last};
use super::what::What;
use super::{Frame, Sent, Shown, book, now};
use crate::actions::{ActionError, Actor, House};
use crate::codes::read;
use crate::domain::desk::{Desk, Mode, Outcome};
use crate::domain::sizes::Sizes;
use crate::texts::{Lang, Texts};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "desk/intake.html")]
struct IntakePage {
    page: Page,
    t: &'static Texts,
    desk: Frame,
    what: What,
    last: Vec<LastView>,
    /// The number is for one scan; the next piece is one again.
    quantity: i32,
}

#[derive(Deserialize)]
pub(in crate::web) struct IntakeForm {
    #[serde(flatten)]
    sent: Sent,
    #[serde(flatten)]
    chosen: Chosen,
}

/// `GET /desk/intake`
pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let lang = page.language();
    let drawn = act(&app, move |house| {
        let desk = now(house, &actor, Mode::Intake)?;
        let chosen = Chosen::of(house, &desk.intake)?;
        draw(house, &actor, &desk, Shown::Ready, chosen, Vec::new(), lang)
    });
    drawn.await?.page(page)
}

/// `POST /desk/intake`
pub(in crate::web) async fn scan(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<IntakeForm>,
) -> Result<HttpResponse, Failure> {
    let IntakeForm { sent, mut chosen } = form.into_inner();
    let lang = page.language();
    let drawn = act(&app, move |house| {
        let mut sent = sent;
        // A scanner that typed into the search scans all the same.
        if sent.code.trim().is_empty() && read(&chosen.q).is_ok() {
            sent.code = std::mem::take(&mut chosen.q);
            sent.action = "scan".to_owned();
        }
        if let Some(words) = search_words(house, &sent, &chosen) {
            let others = chosen.search(house, &words);
            let desk = now(house, &actor, Mode::Intake)?;
            return draw(house, &actor, &desk, Shown::Ready, chosen, others, lang);
        }
        if chosen.press(house, &sent.action) {
            let desk = now(house, &actor, Mode::Intake)?;
            return draw(house, &actor, &desk, Shown::Ready, chosen, Vec::new(), lang);
        }
        let quantity = if chosen.quantity.trim().is_empty() { 1 } else { chosen.quantity.trim().parse().unwrap_or(0) };
        let (desk, shown) = book(house, &actor, Mode::Intake, &sent, chosen.said(), quantity)?;
        // Once something is booked or chosen by a scan, the desk's memory is what counts.
        if matches!(&shown, Shown::Verdict(verdict, _) if verdict.outcome == Outcome::Applied) {
            chosen = Chosen::of(house, &desk.intake)?;
        }
        draw(house, &actor, &desk, shown, chosen, Vec::new(), lang)
    });
    drawn.await?.page(page)
}

/// The words to search for: from the search field, or typed where codes are scanned.
fn search_words(house: &House, sent: &Sent, chosen: &Chosen) -> Option<String> {
    let typed = sent.code.trim();
    let is_scan = matches!(sent.action.as_str(), "" | "scan");
    if sent.action == "search" || (is_scan && typed.is_empty() && !chosen.q.trim().is_empty()) {
        return Some(chosen.q.chars().take(60).collect());
    }
    let speaks = typed.len() <= 60 && typed.chars().any(char::is_alphabetic) && read(typed).is_err();
    let found = is_scan && speaks && !house.catalogue().find(typed, Sizes::shipped()).is_empty();
    found.then(|| typed.to_owned())
}

/// Everything of the page except its frame.
struct Drawn {
    desk: Frame,
    what: What,
    last: Vec<LastView>,
}

impl Drawn {
    fn page(self, page: Page) -> Result<HttpResponse, Failure> {
        let Drawn { desk, what, last } = self;
        html(&IntakePage { t: page.t(), page, desk, what, last, quantity: 1 })
    }
}

fn draw(
    house: &Arc<House>,
    actor: &Actor,
    desk: &Desk,
    shown: Shown,
    chosen: Chosen,
    others: Vec<(String, String)>,
    lang: Lang,
) -> Result<Drawn, ActionError> {
    let t = Texts::of(lang);
    let what = What::of(house, "desk-form", chosen, others, t)?;
    let ready = match &what.product {
        Some(product) => (t.desks_scan_label(), product.piece.clone()),
        None => (t.desks_what_comes(), t.desks_what_comes_help()),
    };
    Ok(Drawn {
        desk: Frame::new(t, house, Mode::Intake, desk, &shown, ready),
        what,
        last: last(house, actor, Mode::Intake, t)?,
    })
}
