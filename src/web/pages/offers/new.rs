//! `GET` and `POST` of `/donors/{id}/offers/new`: what a company offers, line by line. The weight is that of the catalogue
//! until somebody types another one.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;

use super::grams;
use crate::actions::offers::{self, NewLine, NewOffer};
use crate::actions::{ActionError, Actor};
use crate::codes::Kind;
use crate::domain::DonorId;
use crate::domain::catalogue::Catalogue;
use crate::domain::offer::{MOST_LINES, MOST_PIECES};
use crate::domain::rights::Right;
use crate::store::donors;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::missing::public::{names, product_typed};
use crate::web::pages::shown;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

/// Empty lines of a form, and as many more for one press of a button.
const LINES: usize = 4;

/// The form as it was typed.
#[derive(Clone, Default)]
struct Typed {
    once: String,
    offered_on: String,
    reference: String,
    description: String,
    lines: Vec<TypedLine>,
    /// More lines are wanted, and nothing is to be saved yet.
    more: bool,
}

#[derive(Clone, Default)]
struct TypedLine {
    group: String,
    product: String,
    goods: String,
    pieces: String,
    weight: String,
}

impl TypedLine {
    fn is_blank(&self) -> bool {
        [&self.group, &self.product, &self.goods, &self.pieces, &self.weight]
            .iter()
            .all(|field| field.trim().is_empty())
    }
}

impl Typed {
    /// Each line begins with its group.
    fn of(fields: Vec<(String, String)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in fields {
            match name.as_str() {
                "once" => typed.once = value,
                "offered_on" => typed.offered_on = value,
                "reference" => typed.reference = value,
                "description" => typed.description = value,
                "more" => typed.more = true,
                "group" if typed.lines.len() < MOST_LINES => {
                    typed.lines.push(TypedLine { group: value, ..TypedLine::default() });
                }
                _ => {
                    let Some(line) = typed.lines.last_mut() else { continue };
                    match name.as_str() {
                        "product" => line.product = value,
                        "goods" => line.goods = value,
                        "pieces" => line.pieces = value,
                        "weight" => line.weight = value,
                        _ => {}
                    }
                }
            }
        }
        typed
    }

    fn read(&self, donor: DonorId, catalogue: &Catalogue) -> Result<NewOffer, ActionError> {
        let offered_on = self.offered_on.trim().parse();
        let offered_on = offered_on.map_err(|_| ActionError::field("offered_on", say::error_day()))?;
        let mut lines = Vec::new();
        for (at, line) in self.lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
            let wrong = |message| ActionError::field("lines", say::company_error_row(at + 1, message));
            let product = match line.product.trim() {
                "" => None,
                typed => {
                    let found = product_typed(catalogue, typed).and_then(|(code, _)| code.parse().ok());
                    Some(found.ok_or_else(|| wrong(say::error_no_such_product()))?)
                }
            };
            let weight_g = match line.weight.trim() {
                "" => None,
                typed => Some(grams(typed).ok_or_else(|| wrong(say::company_error_weight_typed()))?),
            };
            let pieces: String = line.pieces.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
            lines.push(NewLine {
                row: at + 1,
                group: line.group.clone(),
                product,
                description: line.goods.clone(),
                pieces: pieces.parse().map_err(|_| wrong(say::company_error_pieces(MOST_PIECES)))?,
                weight_g,
            });
        }
        Ok(NewOffer {
            donor,
            offered_on,
            reference: self.reference.clone(),
            description: self.description.clone(),
            lines,
        })
    }
}

#[derive(Template)]
#[template(path = "offers/new.html")]
struct NewPage {
    page: Page,
    t: &'static Texts,
    id: DonorId,
    donor: String,
    today: String,
    typed: Typed,
    groups: Vec<(String, String)>,
    products: Vec<String>,
    wrong: Wrong,
    /// The line that is wrong, from 1; 0: none of them, or all.
    wrong_line: usize,
}

/// The line that a failure is about, from 1.
fn line_of(failure: &Failure) -> usize {
    match failure {
        Failure::Action(ActionError::Field { field: "lines", message }) if message.id() == "company-error-row" => {
            message.number().and_then(|row| usize::try_from(row).ok()).unwrap_or_default()
        }
        _ => 0,
    }
}

async fn filled(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: String,
    typed: Typed,
    (wrong, wrong_line): (Wrong, usize),
) -> Result<NewPage, Failure> {
    let donor = act(app, move |house| {
        actor.must(Right::AnswerOffers)?;
        house.store().read(|db| {
            let id: DonorId = shown::id_in_address(db, &id, Kind::DonorCard)?;
            donors::find(db, id)?.ok_or(ActionError::NotFound)
        })
    })
    .await?;
    let (t, catalogue, today) = (page.t(), app.house.catalogue(), app.house.today().to_string());
    let mut typed = typed;
    if typed.offered_on.is_empty() {
        typed.offered_on.clone_from(&today);
    }
    let blank = typed.lines.iter().rev().take_while(|line| line.is_blank()).count();
    let wanted = if typed.lines.is_empty() || typed.more { LINES } else { blank.max(1) };
    let more = (typed.lines.len() - blank + wanted).min(MOST_LINES);
    typed.lines.resize_with(more.max(typed.lines.len()), TypedLine::default);
    Ok(NewPage {
        groups: catalogue
            .groups()
            .iter()
            .map(|group| (group.code.to_string(), group.names.get(t.lang()).to_owned()))
            .collect(),
        products: names(&catalogue, t.lang()),
        id: donor.id,
        donor: donor.name,
        today,
        typed,
        wrong,
        wrong_line,
        page,
        t,
    })
}

/// `GET /donors/{id}/offers/new`
pub(in crate::web) async fn blank(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    html(&filled(page, &app, actor, id.into_inner(), Typed::default(), (Wrong::default(), 0)).await?)
}

/// `POST /donors/{id}/offers/new`
pub(in crate::web) async fn save(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonorId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), Typed::of(sent.into_inner()));
    if typed.more {
        return html(&filled(page, &app, actor, id.to_string(), typed, (Wrong::default(), 0)).await?);
    }
    let (input, acting) = (typed.clone(), actor.clone().sending(&typed.once));
    let made = act(&app, move |house| offers::new(house, &acting, input.read(id, &house.catalogue())?)).await;
    match made {
        Ok(offer) => Ok(redirect_with(&format!("/offers/{offer}"), &say::company_offer_saved())),
        Err(failure) => {
            let line = line_of(&failure);
            let wrong = Wrong::of(failure, page.t())?;
            again(&filled(page, &app, actor, id.to_string(), typed, (wrong, line)).await?)
        }
    }
}
