//! `/labels/command-sheet` and `/labels/product-sheet`: what lies beside a scanner instead of a keyboard.

use actix_web::HttpResponse;
use actix_web::web::Form;
use serde::Deserialize;

use super::{download, unprintable};
use crate::actions::{ActionError, Actor, product_codes};
use crate::domain::rights::Right;
use crate::paper::PaperError;
use crate::paper::sheets::{self, ProductField};
use crate::texts::Lang;
use crate::web::{Failure, Page, Shared, act};

/// The page's language first.
fn languages(page: &Page, all: &[Lang]) -> Vec<Lang> {
    let own = page.language();
    std::iter::once(own).chain(all.iter().copied().filter(|lang| *lang != own)).collect()
}

async fn drawn(draw: impl FnOnce() -> Result<Vec<u8>, PaperError> + Send + 'static) -> Result<Vec<u8>, Failure> {
    actix_web::web::block(draw).await.map_err(|_| Failure::Busy)?.map_err(|error| unprintable(&error))
}

/// `GET /labels/command-sheet`
pub(in crate::web) async fn commands(page: Page, actor: Actor) -> Result<HttpResponse, Failure> {
    actor.must(Right::PrintLabels)?;
    let langs = languages(&page, &Lang::ALL);
    let pdf = drawn(move || sheets::command_sheet(&langs)).await?;
    Ok(download(pdf, "command-sheet.pdf".to_owned()))
}

#[derive(Deserialize)]
pub(in crate::web) struct OfGroup {
    group: String,
}

/// `POST /labels/product-sheet`: makes the codes that are missing and gives the PDF.
pub(in crate::web) async fn products(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<OfGroup>,
) -> Result<HttpResponse, Failure> {
    let langs = languages(&page, &Lang::PAGES);
    let (group, speaking) = (form.into_inner().group, langs.clone());
    let name = format!("products-{}.pdf", group.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let fields = act(&app, move |house| {
        let catalogue = house.catalogue();
        let known = catalogue.group(&group).ok_or(ActionError::NotFound)?;
        let wanted = catalogue.products_of(&known.code).map(|product| product.code.clone()).collect();
        let codes = product_codes::product_codes(house, &actor, wanted)?;
        let field = |(product, code)| Some(ProductField::of(code, catalogue.product(product)?, &catalogue, &speaking));
        let fields = codes.iter().filter_map(|(product, code)| field((product.as_str(), *code)));
        Ok(fields.collect::<Vec<_>>())
    })
    .await?;
    let pdf = drawn(move || sheets::product_sheet(&langs, &fields)).await?;
    Ok(download(pdf, name))
}
