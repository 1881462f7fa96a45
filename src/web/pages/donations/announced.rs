//! What a gift will bring: the lines on a donation's page, as long as it has not come.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use serde::Deserialize;

use super::show::{self, Announcing};
use crate::actions::announce::{self, NewAnnounced};
use crate::actions::{ActionError, Actor};
use crate::domain::catalogue::Catalogue;
use crate::domain::{AnnouncedId, DonationId};
use crate::store::announced::AnnouncedRow;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::missing::public::product_typed;
use crate::web::pages::wanted::cut_name;
use crate::web::{Failure, Page, Shared, act, redirect_with};

/// A line as it was typed.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Typed {
    pub product: String,
    pub cut: String,
    pub size: String,
    pub pieces: String,
    pub expected_on: String,
    /// The key of the form: sent twice, it makes one thing.
    pub once: String,
}

/// A line as it is shown.
pub(super) struct Line {
    pub id: AnnouncedId,
    pub name: String,
    pub picto: String,
    pub detail: String,
    /// To what is missing of this product.
    pub href: String,
}

pub(super) fn lines(rows: &[AnnouncedRow], catalogue: &Catalogue, t: &Texts) -> Vec<Line> {
    let line = |row: &AnnouncedRow| {
        let product = catalogue.product(row.product_code.as_str());
        let parts = [
            Some(t.item_pieces(row.pieces)),
            row.cut.map(|cut| t.say(&cut_name(cut))),
            row.size.as_deref().map(|size| t.isolated(size)),
            row.expected_on.map(|day| t.wanted_expected_on(day.0)),
        ];
        Line {
            id: row.id,
            name: product.map_or(row.product_code.as_str(), |product| product.names.get(t.lang())).to_owned(),
            picto: product.map(|product| product.picture()).unwrap_or_default(),
            detail: t.dotted(parts.into_iter().flatten()),
            href: format!("/missing?when=all&product={}", row.product_code),
        }
    };
    rows.iter().map(line).collect()
}

/// `POST /donations/{id}/announced`
pub(in crate::web) async fn add(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), sent.into_inner());
    let (adder, input) = (actor.clone().sending(&typed.once), typed.clone());
    let done = act(&app, move |house| announce::add(house, &adder, id, read(&input, &house.catalogue())?)).await;
    match done {
        Ok(_) => Ok(redirect_with(&format!("/donations/{id}#announced"), &say::wanted_announced_added())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&show::shown(page, app, actor, id.to_string(), Announcing { typed, wrong }).await?)
        }
    }
}

fn read(typed: &Typed, catalogue: &Catalogue) -> Result<NewAnnounced, ActionError> {
    let (code, size) = product_typed(catalogue, &typed.product)
        .ok_or_else(|| ActionError::field("product", say::error_no_such_product()))?;
    let day = match typed.expected_on.trim() {
        "" => None,
        text => Some(text.parse().map_err(|_| ActionError::field("expected_on", say::error_day()))?),
    };
    Ok(NewAnnounced {
        product: code.parse().map_err(|_| ActionError::field("product", say::error_no_such_product()))?,
        cut: typed.cut.parse().ok(),
        size: if typed.size.trim().is_empty() { size } else { typed.size.clone() },
        pieces: typed.pieces.trim().parse().unwrap_or_default(),
        expected_on: day,
    })
}

/// `POST /donations/{id}/announced/{line}/remove`
pub(in crate::web) async fn remove(
    app: Shared,
    actor: Actor,
    path: Path<(DonationId, AnnouncedId)>,
) -> Result<HttpResponse, Failure> {
    let (id, line) = path.into_inner();
    act(&app, move |house| announce::remove(house, &actor, id, line)).await?;
    Ok(redirect_with(&format!("/donations/{id}#announced"), &say::wanted_announced_removed()))
}
