//! `GET /settings/catalogue`: all products by group, or those that a search finds.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::Actor;
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::rights::Right;
use crate::domain::sizes::Sizes;
use crate::texts::{Lang, Texts};
use crate::web::{Failure, Page, Shared, html};

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    group: String,
}

#[derive(Template)]
#[template(path = "catalogue/list.html")]
struct CataloguePage {
    page: Page,
    t: &'static Texts,
    q: String,
    /// Code, name, whether it is chosen.
    choices: Vec<(String, String, bool)>,
    sections: Vec<Section>,
    count: usize,
}

struct Section {
    picture: String,
    name: String,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    name: String,
    other_name: String,
    grams: i64,
    essential: bool,
    active: bool,
}

fn row(product: &Product, lang: Lang) -> Row {
    let other = if lang == Lang::De { Lang::En } else { Lang::De };
    Row {
        href: format!("/settings/catalogue/{}", product.code),
        name: product.names.get(lang).to_owned(),
        other_name: product.names.get(other).to_owned(),
        grams: product.weight_g.into(),
        essential: product.essential,
        active: product.active,
    }
}

fn sections(catalogue: &Catalogue, asked: &Asked, lang: Lang) -> Vec<Section> {
    let text: String = asked.q.chars().take(60).collect();
    let find = |text: &str| -> Vec<&Product> {
        catalogue.find_any(text, Sizes::shipped()).into_iter().map(|hit| hit.product).collect()
    };
    let found: Option<Vec<&Product>> = (!text.trim().is_empty()).then(|| match find(&text) {
        // Perhaps a slip of the finger.
        none if none.is_empty() => catalogue.mended(&text).map(|mended| find(&mended)).unwrap_or_default(),
        found => found,
    });
    let shown = |product: &&Product| found.as_ref().is_none_or(|found| found.contains(product));
    let groups = catalogue.groups().iter().filter(|group| asked.group.is_empty() || group.code.as_str() == asked.group);
    let section = |group: &crate::domain::catalogue::Group| Section {
        picture: group.code.as_str().to_lowercase(),
        name: group.names.get(lang).to_owned(),
        rows: catalogue.products_of(&group.code).filter(shown).map(|product| row(product, lang)).collect(),
    };
    groups.map(section).filter(|section| !section.rows.is_empty()).collect()
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::EditCatalogue)?;
    let (t, lang, catalogue) = (page.t(), page.language(), app.house.catalogue());
    let sections = sections(&catalogue, &asked, lang);
    let choice = |group: &crate::domain::catalogue::Group| {
        (group.code.to_string(), group.names.get(lang).to_owned(), group.code.as_str() == asked.group)
    };
    html(&CataloguePage {
        choices: catalogue.groups().iter().map(choice).collect(),
        count: sections.iter().map(|section| section.rows.len()).sum(),
        sections,
        q: asked.into_inner().q,
        page,
        t,
    })
}
