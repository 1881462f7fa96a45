//! `/desk/intake`: what a piece is stays chosen for the next one, so a run of equal pieces is one scan each.

mod chosen;

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use self::chosen::Chosen;
use super::last::{LastView, last};
use super::{Frame, Sent, Shown, book, now};
use crate::actions::{ActionError, Actor, House};
use crate::codes::read;
use crate::domain::catalogue::{Cut, Product};
use crate::domain::desk::{Desk, Mode, Outcome};
use crate::domain::item::Condition;
use crate::domain::sizes::Sizes;
use crate::store::donations;
use crate::texts::{Lang, Message, Texts, say};
use crate::web::pages::households::cut_word;
use crate::web::{Failure, Page, Shared, act, html};

/// As many other products as a search offers, sizes as buttons, donations as a list.
const OTHERS: usize = 6;
const MOST_SIZES: usize = 40;
const DONATIONS: i64 = 60;

#[derive(Template)]
#[template(path = "desk/intake.html")]
struct IntakePage {
    page: Page,
    t: &'static Texts,
    desk: Frame,
    chosen: Chosen,
    product: Option<ProductView>,
    others: Vec<Other>,
    nothing_found: bool,
    donations: Vec<Pick>,
    last: Vec<LastView>,
}

struct ProductView {
    name: String,
    picto: String,
    group: String,
    check: String,
    new_only: bool,
    /// The same number is a women's, a men's and a baby's size: nothing to choose before the cut.
    cut_first: bool,
    cuts: Vec<Pick>,
    sizes: Vec<Pick>,
    conditions: Vec<Pick>,
}

/// A button that chooses, or an entry of a list.
struct Pick {
    value: String,
    label: String,
    chosen: bool,
}

struct Other {
    value: String,
    name: String,
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
        if matches!(&shown, Shown::Verdict(verdict) if verdict.outcome == Outcome::Applied) {
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
    chosen: Chosen,
    product: Option<ProductView>,
    others: Vec<Other>,
    nothing_found: bool,
    donations: Vec<Pick>,
    last: Vec<LastView>,
}

impl Drawn {
    fn page(self, page: Page) -> Result<HttpResponse, Failure> {
        let Drawn { desk, chosen, product, others, nothing_found, donations, last } = self;
        html(&IntakePage { t: page.t(), page, desk, chosen, product, others, nothing_found, donations, last })
    }
}

fn draw(
    house: &Arc<House>,
    actor: &Actor,
    desk: &Desk,
    shown: Shown,
    mut chosen: Chosen,
    others: Vec<(String, String)>,
    lang: Lang,
) -> Result<Drawn, ActionError> {
    let t = Texts::of(lang);
    let catalogue = house.catalogue();
    let known = catalogue.product(&chosen.product);
    let ready = match known {
        Some(product) => (t.desks_scan_label(), piece_name(t, product, &chosen)),
        None => (t.desks_what_comes(), t.desks_what_comes_help()),
    };
    let donations = house.store().read(|db| donations::open(db, DONATIONS))?;
    let donations = donations.into_iter().map(|(code, donor, day)| Pick {
        chosen: chosen.donation == code.as_str(),
        value: code.to_string(),
        label: t.desks_donation_line(donor, day.0),
    });
    let nothing_found = !chosen.q.is_empty() && known.is_none();
    // The number is for one scan; the next piece is one again.
    chosen.quantity = "1".to_owned();
    Ok(Drawn {
        desk: Frame::new(t, house, Mode::Intake, desk, &shown, ready),
        product: known.map(|product| view(t, product, &chosen, catalogue.group_words(product).get(lang))),
        others: others
            .into_iter()
            .filter_map(|(code, size)| {
                let product = catalogue.product(&code)?;
                let name = product.names.get(lang);
                Some(Other {
                    value: format!("product:{code}:{size}"),
                    name: if size.is_empty() { name.to_owned() } else { t.item_with_size(name, &size) },
                })
            })
            .collect(),
        nothing_found,
        donations: donations.collect(),
        last: last(house, actor, Mode::Intake, t)?,
        chosen,
    })
}

/// “Winterjacke · Kinder · 104”.
fn piece_name(t: &Texts, product: &Product, chosen: &Chosen) -> String {
    let mut parts = vec![product.names.get(t.lang()).to_owned()];
    parts.extend(chosen.cut.parse().ok().filter(|cut| *cut != Cut::U).map(|cut| t.say(&cut_word(cut))));
    parts.extend(Some(chosen.size.clone()).filter(|size| !size.is_empty()));
    parts.join(" · ")
}

fn view(t: &Texts, product: &Product, chosen: &Chosen, group: &str) -> ProductView {
    let cut: Option<Cut> = chosen.cut.parse().ok();
    let pick = |value: String, label: String, chosen: bool| Pick { value, label, chosen };
    let cuts = product.cuts.iter().map(|known| pick(known.to_string(), t.say(&cut_word(*known)), cut == Some(*known)));
    let mut labels: Vec<String> =
        Sizes::shipped().choices(product, cut).iter().map(ToString::to_string).take(MOST_SIZES).collect();
    let distinct: std::collections::BTreeSet<_> = labels.iter().collect();
    let cut_first = cut.is_none() && distinct.len() < labels.len();
    if cut_first {
        labels.clear();
    }
    if !chosen.size.is_empty() && !labels.contains(&chosen.size) {
        labels.push(chosen.size.clone());
    }
    let none = pick(String::new(), t.desks_size_none(), chosen.size.is_empty());
    let sizes = labels.into_iter().map(|label| pick(label.clone(), label.clone(), label == chosen.size));
    let condition = chosen.condition.parse().unwrap_or(Condition::Good);
    let conditions =
        Condition::ALL.iter().map(|known| pick(known.to_string(), t.say(&condition_word(*known)), *known == condition));
    ProductView {
        name: product.names.get(t.lang()).to_owned(),
        picto: product.group.as_str().to_lowercase(),
        group: group.to_owned(),
        check: product.check.as_ref().map_or_else(String::new, |check| t.desks_please_check(check)),
        new_only: product.new_only,
        cut_first,
        cuts: if product.cuts.len() > 1 { cuts.collect() } else { Vec::new() },
        sizes: if product.is_sized() && !(cut_first && chosen.size.is_empty()) {
            std::iter::once(none).chain(sizes).collect()
        } else {
            Vec::new()
        },
        conditions: conditions.collect(),
    }
}

fn condition_word(condition: Condition) -> Message {
    match condition {
        Condition::New => say::desks_condition_new(),
        Condition::Good => say::desks_condition_good(),
        Condition::Worn => say::desks_condition_worn(),
        Condition::NeedsCare => say::desks_condition_needs_care(),
    }
}
