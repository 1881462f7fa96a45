//! `POST /households/{id}/pin`: a new PIN, shown this once beside the card, as a slip to print.

use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::address;
use crate::actions::{Actor, own_page_pin, see_household};
use crate::domain::HouseholdId;
use crate::qr::address::AddressSymbol;
use crate::texts::Texts;
use crate::texts::own::{OwnTexts, Tongue};
use crate::web::pages::wanted::place;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "households/slip.html")]
struct SlipPage {
    page: Page,
    t: &'static Texts,
    back: String,
    card: String,
    /// Three digits and three, so that they can be read out.
    pin: String,
    site: String,
    /// Where the household's own page is: to type, and to read with a phone. No secret stands in it.
    url: String,
    symbol: Option<AddressSymbol>,
    /// The words of the slip, in the household's language.
    own: &'static OwnTexts,
}

pub(in crate::web) async fn make(
    req: HttpRequest,
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
) -> Result<HttpResponse, Failure> {
    slip(&req, page, &app, actor, id.into_inner()).await
}

/// The slip with a fresh PIN.
pub(super) async fn slip(
    req: &HttpRequest,
    page: Page,
    app: &Shared,
    actor: Actor,
    id: HouseholdId,
) -> Result<HttpResponse, Failure> {
    let (pin, seen) = act(app, move |house| {
        let pin = own_page_pin::set(house, &actor, id)?;
        Ok::<_, crate::actions::ActionError>((pin, see_household::open(house, &actor, id, "pin")?))
    })
    .await?;
    let t = page.t();
    let (first, last) = pin.split_at(own_page_pin::DIGITS / 2);
    let url = format!("{}/h", place(req, app));
    html(&SlipPage {
        own: OwnTexts::of(Tongue::from_tag(&seen.row.lang).unwrap_or_default()),
        symbol: AddressSymbol::of(&url),
        url,
        back: address(id),
        card: seen.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        pin: format!("{first} {last}"),
        site: page.site().to_owned(),
        t,
        page,
    })
}
