//! `GET` and `POST /settings/catalogue/{code}`: one product's names, weight, basic set, and whether it is offered.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, edit_catalogue};
use crate::domain::catalogue::{Product, ProductCode, Season};
use crate::domain::rights::Right;
use crate::store::catalogue::{self, ProductChange};
use crate::texts::{Texts, Words, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    de: String,
    en: String,
    weight_g: String,
    /// A box that is not ticked is not sent.
    essential: Option<String>,
    active: Option<String>,
    version: i32,
}

impl Typed {
    fn change(&self) -> ProductChange {
        ProductChange {
            names: Words::new(&self.de, &self.en),
            // What is no number is refused as a weight of nothing.
            weight_g: self.weight_g.trim().parse().unwrap_or_default(),
            essential: self.essential.is_some(),
            active: self.active.is_some(),
        }
    }
}

#[derive(Template)]
#[template(path = "catalogue/one.html")]
struct ProductPage {
    page: Page,
    t: &'static Texts,
    name: String,
    picture: String,
    group: String,
    typed: Typed,
    facts: Vec<(String, String)>,
    wrong: Wrong,
}

/// What the coordinator cannot change here.
fn facts(t: &Texts, product: &Product) -> Vec<(String, String)> {
    let joined = |words: Vec<String>| t.listed(words);
    let season = match product.season {
        Season::AllYear => t.season_all(),
        Season::Winter => t.season_winter(),
        Season::Summer => t.season_summer(),
    };
    let all = [
        (t.catalogue_cuts(), joined(product.cuts.iter().map(ToString::to_string).collect())),
        (t.catalogue_season(), season),
        (t.catalogue_also(), joined(product.also.clone())),
        (t.catalogue_code(), product.code.to_string()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

async fn page_of(
    page: Page,
    app: &Shared,
    code: ProductCode,
    typed: Option<Typed>,
    wrong: Wrong,
) -> Result<ProductPage, Failure> {
    let (t, lang, catalogue) = (page.t(), page.language(), app.house.catalogue());
    let product = catalogue.product(code.as_str()).ok_or(ActionError::NotFound)?;
    let version =
        act(app, move |house| house.store().read(|db| catalogue::version(db, &code))?.ok_or(ActionError::NotFound))
            .await?;
    let tick = |ticked: bool| ticked.then(String::new);
    Ok(ProductPage {
        name: product.names.get(lang).to_owned(),
        picture: product.picture(),
        group: catalogue.group_words(product).get(lang).to_owned(),
        typed: typed.unwrap_or_else(|| Typed {
            de: product.names.de.clone(),
            en: product.names.en.clone(),
            weight_g: product.weight_g.to_string(),
            essential: tick(product.essential),
            active: tick(product.active),
            version,
        }),
        facts: facts(t, product),
        page,
        t,
        wrong,
    })
}

fn code_of(path: &str) -> Result<ProductCode, Failure> {
    path.parse().map_err(|_| Failure::NotFound)
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    code: Path<String>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::EditCatalogue)?;
    html(&page_of(page, &app, code_of(&code)?, None, Wrong::default()).await?)
}

pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    code: Path<String>,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (code, typed) = (code_of(&code)?, form.into_inner());
    let (product, change, version) = (code.clone(), typed.change(), typed.version);
    match act(&app, move |house| edit_catalogue::change(house, &actor, &product, version, change)).await {
        Ok(()) => Ok(redirect_with(&format!("/settings/catalogue/{code}"), &say::form_saved())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&page_of(page, &app, code, Some(typed), wrong).await?)
        }
    }
}
