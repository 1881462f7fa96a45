//! `GET /api/v1/products?q=wi+ja+104`: finding a product with three keys.

use actix_web::HttpRequest;
use actix_web::web::{Json, Query};
use serde::Deserialize;

use super::wire::WireProduct;
use crate::actions::Actor;
use crate::domain::catalogue::{Cut, Product};
use crate::domain::sizes::{Size, Sizes};
use crate::web::guard::language_of;
use crate::web::{Failure, Shared};

/// As many as a desk shows.
const MOST: usize = 12;

#[derive(Deserialize, utoipa::IntoParams)]
pub struct Search {
    /// Beginnings of words, and a size: `wi ja 104`.
    #[serde(default)]
    q: String,
}

/// Products whose words begin so, the best first.
#[utoipa::path(
    get,
    path = "/api/v1/products",
    params(Search),
    responses((status = 200, body = Vec<WireProduct>)),
    security(("terminal_token" = []))
)]
pub async fn search(
    req: HttpRequest,
    app: Shared,
    actor: Actor,
    search: Query<Search>,
) -> Result<Json<Vec<WireProduct>>, Failure> {
    let lang = language_of(&req, &actor);
    let catalogue = app.house.catalogue();
    let text: String = search.q.chars().take(60).collect();
    let found = catalogue
        .find(&text, Sizes::shipped())
        .into_iter()
        .take(MOST)
        .map(|found| WireProduct {
            code: found.product.code.to_string(),
            name: found.product.names.get(lang).to_owned(),
            group: catalogue.group_words(found.product).get(lang).to_owned(),
            pictogram: found.product.picture(),
            cuts: cuts(found.product, found.size.as_ref()),
            size: found.size.map(|size| size.to_string()),
        })
        .collect();
    Ok(Json(found))
}

/// The cuts that come in this size: 104 is a child's, so nobody need choose between women's and men's.
fn cuts(product: &Product, size: Option<&Size>) -> Vec<String> {
    let comes_in = |cut: &&Cut| match size {
        Some(size) => Sizes::shipped().read(product, Some(**cut), size.label()).as_ref() == Some(size),
        None => true,
    };
    let fitting: Vec<String> = product.cuts.iter().filter(comes_in).map(ToString::to_string).collect();
    if fitting.is_empty() { product.cuts.iter().map(ToString::to_string).collect() } else { fitting }
}
