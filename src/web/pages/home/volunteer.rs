//! A volunteer's home: two doors, and what went through them today.

use actix_web::HttpResponse;
use askama::Template;

use super::charts::moments_of_day;
use crate::store::home::{self, Flow};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "home/volunteer.html")]
struct VolunteerHome {
    page: Page,
    t: &'static Texts,
    day: String,
    name: String,
    today: Flow,
}

pub(super) async fn show(page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    let (day, today) = act(&app, |house| {
        let day = house.today();
        let (from, to) = moments_of_day(house, day, 1);
        Ok((day, house.store().read(|db| home::flow(db, from, to))?))
    })
    .await?;
    let (t, name) = (page.t(), page.user().map(|user| user.name).unwrap_or_default());
    html(&VolunteerHome { day: t.home_day(day), name, today, page, t })
}
