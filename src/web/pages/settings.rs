//! `GET /settings`: the rooms of administration, as far as the viewer may enter them.

use actix_web::HttpResponse;
use askama::Template;

use crate::actions::{ActionError, Actor};
use crate::domain::rights::Right;
use crate::paper::stocks;
use crate::store::{issuers, locations, terminals, users};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    page: Page,
    t: &'static Texts,
    rooms: Vec<Room>,
}

struct Room {
    icon: &'static str,
    count: usize,
    text: String,
    href: &'static str,
    link: String,
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (people, devices, places, issuing) = act(&app, move |house| {
        house.store().read(|db| {
            let people = if actor.may(Right::ManageUsers) { users::all(db)?.len() } else { 0 };
            let issuing = issuers::active(db)?.len();
            Ok::<_, ActionError>((people, terminals::devices(db)?.len(), locations::all(db)?.len(), issuing))
        })
    })
    .await?;
    let (t, products) = (page.t(), app.house.catalogue().products().len());
    let room = |icon, count, text, href, link| Room { icon, count, text, href, link };
    let rooms = [
        (
            Right::ManageUsers,
            room("users", people, t.settings_users(people), "/settings/users", t.settings_users_link()),
        ),
        (
            Right::ManageTerminals,
            room(
                "terminal",
                devices,
                t.settings_terminals(devices),
                "/settings/terminals",
                t.settings_terminals_link(),
            ),
        ),
        (
            Right::ManageTerminals,
            room(
                "camera",
                usize::from(app.secured.is_some()),
                t.trust_staff_room(),
                "/settings/trust",
                t.trust_staff_link(),
            ),
        ),
        (
            Right::EditCatalogue,
            room("items", products, t.settings_catalogue(), "/settings/catalogue", t.settings_catalogue_link()),
        ),
        (
            Right::ArrangeLocations,
            room("box", places, t.settings_locations(places), "/settings/locations", t.settings_locations_link()),
        ),
        (Right::SeeReceipts, room("report", issuing, t.issuers_settings(), "/issuers", t.issuers_settings_link())),
        (
            Right::PrintLabels,
            room("label", stocks::all().len(), t.settings_stocks(), "/labels", t.settings_stocks_link()),
        ),
    ];
    let rooms = rooms.into_iter().filter(|(right, _)| page.may(*right)).map(|(_, room)| room).collect();
    html(&SettingsPage { page, t, rooms })
}
