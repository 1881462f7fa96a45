//! `/h/me`: what is stored about the household, who looked, and what it changes by itself: language, contact, PIN.

use actix_web::http::StatusCode;
use actix_web::web::Form;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::door::{Choice, let_in, remember};
use super::said::Said;
use super::{Own, figure, go_saying, html};
use crate::actions::own_door::{self, NoPin};
use crate::actions::own_page::{self, Contact, NoContact, Stored};
use crate::actions::{ActionError, Holder, proxies};
use crate::domain::ProxyId;
use crate::domain::household::{ProxyKind, SizeFor};
use crate::domain::rights::Role;
use crate::domain::templates::AgeBand;
use crate::store::members::MemberRow;
use crate::store::proxies::{ProxyRow, last_day};
use crate::texts::own::{OwnTexts, Tongue};
use crate::web::{Failure, Shared, act};

#[derive(Template)]
#[template(path = "own/me.html")]
struct MePage {
    own: Own,
    t: &'static OwnTexts,
    card: String,
    area: String,
    since: String,
    visit: String,
    note: String,
    mentors: Vec<String>,
    collectors: Vec<CollectorView>,
    people: Vec<MemberView>,
    /// Day and role, each pair once.
    looks: Vec<(String, String)>,
    tongues: [Tongue; 12],
    contact: Contact,
    has_contact: bool,
    contact_wrong: String,
    pin_wrong: String,
}

/// Who may collect: a person, or whoever brings a slip.
pub(super) struct CollectorView {
    pub id: ProxyId,
    pub version: i32,
    pub sign: &'static str,
    pub name: String,
    /// The last day of a slip, in words; empty for a person.
    pub until: String,
}

/// A slip is called so, with the name of whoever takes it where one was written.
pub(super) fn collector(app: &Shared, t: &OwnTexts, row: ProxyRow) -> CollectorView {
    let is_slip = row.kind == ProxyKind::Once;
    let name = match (is_slip, row.name.as_str()) {
        (false, _) => row.name.clone(),
        (true, "") => t.own_voucher(),
        (true, name) => format!("{}: {name}", t.own_voucher()),
    };
    let until = row.valid_until.map(|until| t.own_until(t.weekday_day(last_day(until.0, app.house.zone()))));
    let sign = if is_slip { "letter" } else { "adult" };
    CollectorView { id: row.id, version: row.version, sign, name, until: until.unwrap_or_default() }
}

struct MemberView {
    figure: &'static str,
    name: String,
    age: String,
    born: String,
    /// What for, and the size.
    sizes: Vec<(String, String)>,
}

fn age(t: &OwnTexts, band: Option<AgeBand>) -> String {
    match band {
        Some(AgeBand::Baby) => t.own_age_baby(),
        Some(AgeBand::ChildSmall) => t.own_age_child_small(),
        Some(AgeBand::Child) => t.own_age_child(),
        Some(AgeBand::Teen) => t.own_age_teen(),
        Some(AgeBand::Adult) => t.own_age_adult(),
        None => String::new(),
    }
}

fn role(t: &OwnTexts, role: Role) -> String {
    match role {
        Role::Volunteer => t.own_role_volunteer(),
        Role::Coordinator => t.own_role_coordinator(),
        Role::Mentor => t.own_role_mentor(),
        Role::Treasurer | Role::Admin => t.own_role_other(),
    }
}

fn member(own: &Own, number: usize, row: &MemberRow) -> MemberView {
    let t = own.t();
    let sizes = row.sizes().into_iter().filter_map(|(what, size)| {
        let what = match what.parse::<SizeFor>().ok()? {
            SizeFor::Clothes => t.own_for_clothes(),
            SizeFor::Trousers => t.own_for_trousers(),
            SizeFor::Shoes => t.own_for_shoes(),
            SizeFor::Bra => t.own_for_bra(),
            SizeFor::Head => t.own_for_head(),
        };
        Some((what, size))
    });
    MemberView {
        figure: figure(row.band()),
        name: own.name(row, number),
        age: age(t, row.band()),
        born: row.birth_month.clone().unwrap_or_default(),
        sizes: sizes.collect(),
    }
}

/// The page; with what was typed and what is wrong with it, when a form could not be taken.
async fn page(
    req: &HttpRequest,
    app: &Shared,
    holder: Holder,
    typed: Option<(Contact, NoContact)>,
    no_pin: Option<NoPin>,
) -> Result<HttpResponse, Failure> {
    let own = Own::of(req);
    let (stored, collectors) =
        act(app, move |house| Ok((own_page::stored(house, holder)?, proxies::collectors(house, holder)?))).await?;
    let Stored { row, card, members, mentors, looks } = stored;
    let t = own.t();
    let mut seen: Vec<(String, String)> =
        looks.iter().map(|(at, by)| (t.day(app.house.day_of(at.0)), role(t, *by))).collect();
    seen.dedup();
    let (contact_wrong, contact) = match typed {
        Some((typed, wrong)) => (no_contact(t, wrong), typed),
        None => {
            let agreed = !row.contact_email.is_empty() || !row.contact_phone.is_empty();
            let (name, email, phone) = (row.contact_name.clone(), row.contact_email.clone(), row.contact_phone.clone());
            (String::new(), Contact { name, email, phone, agreed })
        }
    };
    let status = match contact_wrong.is_empty() && no_pin.is_none() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let template = MePage {
        card: card.map_or_else(String::new, |card| card.printed().to_string()),
        area: row.area,
        since: t.day(row.registered_on.0),
        visit: row.last_visit_on.map_or_else(String::new, |day| t.day(day.0)),
        note: row.note,
        mentors,
        collectors: collectors.into_iter().map(|row| collector(app, t, row)).collect(),
        people: (1..).zip(&members).map(|(number, row)| member(&own, number, row)).collect(),
        looks: seen,
        tongues: Tongue::ALL,
        has_contact: !row.contact_email.is_empty() || !row.contact_phone.is_empty(),
        contact,
        contact_wrong,
        pin_wrong: no_pin.map_or_else(String::new, |wrong| no_pin_words(t, wrong)),
        t,
        own,
    };
    html(&template, status)
}

fn no_contact(t: &OwnTexts, wrong: NoContact) -> String {
    match wrong {
        NoContact::NotAgreed => t.own_contact_agree_missing(),
        NoContact::Missing => t.own_contact_missing(),
        NoContact::Name => t.own_contact_name_long(),
        NoContact::Email => t.own_contact_email_wrong(),
        NoContact::Phone => t.own_contact_phone_wrong(),
    }
}

fn no_pin_words(t: &OwnTexts, wrong: NoPin) -> String {
    match wrong {
        NoPin::Wrong => t.own_pin_wrong(),
        NoPin::NotSix => t.own_pin_six(),
        NoPin::Differ => t.own_pin_differ(),
        NoPin::Easy => t.own_pin_easy(),
    }
}

/// `GET /h/me`
pub(in crate::web) async fn show(req: HttpRequest, app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    page(&req, &app, holder, None, None).await
}

/// `POST /h/me/language`: for this browser and for messages.
pub(in crate::web) async fn language(
    app: Shared,
    holder: Holder,
    choice: Form<Choice>,
) -> Result<HttpResponse, Failure> {
    let tongue = Tongue::from_tag(&choice.lang).unwrap_or_default();
    // What the staff keeps is the language, not how plain it is.
    let tag = if tongue == Tongue::Plain { "de" } else { tongue.tag() };
    act(&app, move |house| own_page::choose_language(house, holder, tag)).await?;
    let mut response = go_saying("/h/me#language", &Said::LanguageSaved);
    remember(&mut response, tongue)?;
    Ok(response)
}

#[derive(Deserialize)]
pub(in crate::web) struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    agree: Option<String>,
}

/// `POST /h/me/contact`
pub(in crate::web) async fn contact(
    req: HttpRequest,
    app: Shared,
    holder: Holder,
    typed: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let Typed { name, email, phone, agree } = typed.into_inner();
    let contact = Contact { name, email, phone, agreed: agree.is_some() };
    let given = contact.clone();
    match act(&app, move |house| own_page::set_contact(house, holder, &given)).await? {
        Ok(()) => Ok(go_saying("/h/me#contact", &Said::ContactSaved)),
        Err(wrong) => page(&req, &app, holder, Some((contact, wrong)), None).await,
    }
}

/// `POST /h/me/contact/forget`
pub(in crate::web) async fn forget(app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    act(&app, move |house| own_page::forget_contact(house, holder)).await?;
    Ok(go_saying("/h/me#contact", &Said::ContactRemoved))
}

#[derive(Deserialize)]
pub(in crate::web) struct Ended {
    id: ProxyId,
    version: i32,
}

/// `POST /h/me/collectors`: somebody may no longer collect.
pub(in crate::web) async fn end_collector(
    app: Shared,
    holder: Holder,
    ended: Form<Ended>,
) -> Result<HttpResponse, Failure> {
    let Ended { id, version } = ended.into_inner();
    let done = act(&app, move |house| Ok(proxies::end_own(house, holder, id, version))).await?;
    match done {
        Ok(()) => Ok(go_saying("/h/me#collectors", &Said::CollectorEnded)),
        Err(ActionError::Changed | ActionError::NotFound) => Ok(go_saying("/h/me#collectors", &Said::Failed)),
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Pins {
    now: String,
    new: String,
    again: String,
}

/// `POST /h/me/pin`
pub(in crate::web) async fn pin(
    req: HttpRequest,
    app: Shared,
    holder: Holder,
    pins: Form<Pins>,
) -> Result<HttpResponse, Failure> {
    app.own_door.admit(&req)?;
    let Pins { now, new, again } = pins.into_inner();
    match act(&app, move |house| own_door::change_pin(house, holder, &now, [&new, &again])).await? {
        Ok(key) => {
            let mut response = go_saying("/h/me#pin", &Said::PinSaved);
            let_in(&req, &mut response, key)?;
            Ok(response)
        }
        Err(wrong) => page(&req, &app, holder, None, Some(wrong)).await,
    }
}
