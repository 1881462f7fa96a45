//! Booking a time for a household: the next one, and what is free. Made for a phone: one button for each time.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::address;
use crate::actions::Actor;
use crate::actions::bookings::{self, Booked, Booker};
use crate::actions::see_household;
use crate::domain::session::{Audience, BookingState};
use crate::domain::{BookingId, HouseholdId, SlotId};
use crate::texts::{Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "households/times.html")]
struct TimesPage {
    page: Page,
    t: &'static Texts,
    back: String,
    card: String,
    booked: Option<BookedView>,
    links_to_times: bool,
    offers: Vec<OfferView>,
}

/// The next visit, as pages show it.
pub(in crate::web::pages) struct BookedView {
    pub id: String,
    pub when: String,
    pub place: String,
    /// Whether it can still be called off.
    pub is_ahead: bool,
}

struct OfferView {
    slot: String,
    when: String,
    detail: String,
}

impl BookedView {
    pub fn of(t: &Texts, zone: &TimeZone, booked: &Booked) -> BookedView {
        BookedView {
            id: booked.id.to_string(),
            when: span(t, zone, booked.starts_at, booked.ends_at),
            place: booked.place.clone(),
            is_ahead: booked.state == BookingState::Booked,
        }
    }
}

/// “24.11.2026, 10:00–10:30”.
fn span(t: &Texts, zone: &TimeZone, from: Timestamp, to: Timestamp) -> String {
    let end = to.to_zoned(zone.clone()).strftime("%H:%M").to_string();
    t.isolated(&format!("{}–{end}", t.moment(from.to_zoned(zone.clone()).datetime())))
}

fn audience(t: &Texts, audience: Audience) -> Option<String> {
    match audience {
        Audience::Everybody => None,
        Audience::Babies => Some(t.mentors_time_babies()),
        Audience::Women => Some(t.mentors_time_women()),
        Audience::Quiet => Some(t.mentors_time_quiet()),
        Audience::First => Some(t.mentors_time_first()),
    }
}

/// `GET /households/{id}/times`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let (seen, booked, offers) = act(&app, move |house| {
        let seen = see_household::open(house, &actor, id, "booking")?;
        let booked = bookings::of_household(house, Booker::Staff(&actor), id)?;
        Ok((seen, booked, bookings::offers(house, Booker::Staff(&actor), id)?))
    })
    .await?;
    let (t, zone) = (page.t(), app.house.zone());
    let offer = |offer: &bookings::Offered| OfferView {
        slot: offer.slot.to_string(),
        when: span(t, zone, offer.starts_at, offer.ends_at),
        detail: t.dotted(
            [Some(offer.session_title.clone()), Some(offer.place.clone()), audience(t, offer.audience)]
                .into_iter()
                .flatten()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>(),
        ),
    };
    html(&TimesPage {
        back: address(id),
        card: seen.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        booked: booked.as_ref().map(|booked| BookedView::of(t, zone, booked)),
        links_to_times: false,
        offers: offers.iter().map(offer).collect(),
        t,
        page,
    })
}

#[derive(Deserialize)]
pub(in crate::web) struct Chosen {
    slot: SlotId,
    #[serde(default)]
    once: String,
}

/// `POST /households/{id}/times`
pub(in crate::web) async fn book(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<Chosen>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let actor = actor.sending(&sent.once);
    act(&app, move |house| bookings::book(house, Booker::Staff(&actor), id, sent.slot)).await?;
    Ok(redirect_with(&format!("{}/times", address(id)), &say::mentors_booked()))
}

#[derive(Deserialize)]
pub(in crate::web) struct CalledOff {
    booking: BookingId,
}

/// `POST /households/{id}/times/cancel`
pub(in crate::web) async fn cancel(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<CalledOff>,
) -> Result<HttpResponse, Failure> {
    let (id, booking) = (id.into_inner(), sent.booking);
    act(&app, move |house| bookings::cancel(house, Booker::Staff(&actor), booking)).await?;
    Ok(redirect_with(&format!("{}/times", address(id)), &say::mentors_cancelled()))
}
