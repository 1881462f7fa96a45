//! `GET` and `POST` of `/donations/new` and `/donations/{id}/edit`: first the donor is looked for (or scanned), then the gift
//! is written down; what is wanted at the door comes first, the rest is folded.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use crate::actions::record_donation::{self, NewDonation};
use crate::actions::{ActionError, Actor, edit_donation};
use crate::codes::{self, Kind};
use crate::domain::council::is_city;
use crate::domain::donation::{Came, Origin, Source};
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId, IssuerId};
use crate::store::Db;
use crate::store::council_lists::{self, CityRow};
use crate::store::donations::{self, DonationRow};
use crate::store::donors::{self, DonorFilter, DonorRow};
use crate::store::paging::Cursor;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::reports::closing;
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html, redirect_done, redirect_warning, redirect_with};

/// Donors shown to choose from; more keys find fewer.
const CHOICES: i64 = 20;

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(in crate::web) struct Asked {
    donor: String,
    q: String,
    /// Another donor for a gift that is written down.
    choose: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    donor: String,
    received_on: String,
    origin: String,
    description: String,
    pieces_announced: String,
    receipt_wanted: Option<String>,
    only_offered: Option<String>,
    still_to_come: Option<String>,
    came: String,
    bags: String,
    weight: String,
    source: String,
    paid: String,
    issuer: String,
    version: i32,
    /// The key of the form: sent twice, it makes one thing.
    once: String,
}

#[derive(Template)]
#[template(path = "donations/choose.html")]
struct ChoosePage {
    page: Page,
    t: &'static Texts,
    q: String,
    /// The form that goes on with the donor.
    to: String,
    /// For a gift that is written down already.
    again: bool,
    donors: Vec<DonorRow>,
}

#[derive(Template)]
#[template(path = "donations/form.html")]
struct FormPage {
    page: Page,
    t: &'static Texts,
    title: String,
    lead: String,
    /// Where it is sent to, where another donor is chosen, and where it leads without saving.
    action: String,
    other_donor: String,
    back: String,
    donor_name: String,
    today: String,
    typed: Typed,
    origins: Vec<Choice>,
    cames: Vec<Choice>,
    sources: Vec<Choice>,
    issuers: Vec<Choice>,
    /// Who may not confirm it today, and why.
    issuers_over: Vec<String>,
    /// It is being corrected.
    edits: bool,
    /// Something in the folded part was said or is wrong.
    unfolded: bool,
    wrong: Wrong,
}

impl FormPage {
    fn new(page: Page, edits: Option<DonationId>, typed: Typed, known: Known, wrong: Wrong) -> FormPage {
        let t = page.t();
        let origin = |one: &Origin| Choice::new(one, t.say(&shown::origin(*one)), one.word() == typed.origin);
        let came = |one: &Came| Choice::new(one, t.say(&shown::came(*one)), one.word() == typed.came);
        let source = |one: &Source| Choice::new(one, t.say(&shown::source(*one)), one.word() == typed.source);
        let issuer = |(id, name): &(IssuerId, String)| Choice::new(id, name.clone(), id.to_string() == typed.issuer);
        let folded = ["pieces_announced", "description", "paid", "issuer", "source", "only_offered"];
        let own = format!("/donations/{}", edits.map(|id| id.to_string()).unwrap_or_default());
        let (action, other_donor, back) = match edits {
            Some(_) => (format!("{own}/edit"), format!("{own}/edit?choose=1"), own),
            None => ("/donations/new".to_owned(), "/donations/new".to_owned(), "/donations".to_owned()),
        };
        FormPage {
            title: if edits.is_some() { t.values_donation_edit() } else { t.donation_new() },
            lead: if edits.is_some() { t.values_donation_edit_lead() } else { t.donation_form_lead() },
            action,
            other_donor,
            back,
            donor_name: known.donor,
            today: known.today,
            origins: Origin::ALL.iter().map(origin).collect(),
            cames: Came::ALL.iter().map(came).collect(),
            sources: Source::ALL.iter().map(source).collect(),
            issuers: known.issuers.iter().map(issuer).collect(),
            issuers_over: known.over.iter().map(|(name, until)| t.council_receiver_over(name, *until)).collect(),
            edits: edits.is_some(),
            unfolded: edits.is_some() || folded.iter().any(|field| !wrong.at(field).is_empty()),
            typed,
            wrong,
            page,
            t,
        }
    }

    fn error(&self, field: &str) -> &str {
        self.wrong.at(field)
    }
}

/// What the form shows that nobody typed.
struct Known {
    donor: String,
    today: String,
    issuers: Vec<(IssuerId, String)>,
    /// Those who may not confirm it today.
    over: Vec<(String, Date)>,
}

/// The donor that an address or a scan means, or those that a search finds.
fn donor_or_choices(db: &mut Db, asked: &Asked) -> Result<(Option<DonorRow>, Vec<DonorRow>), ActionError> {
    // A scanned donor's card stands in the search field like any other text.
    let wanted = if asked.donor.is_empty() && codes::read(&asked.q).is_ok() { &asked.q } else { &asked.donor };
    let id = shown::id_in_address::<DonorId>(db, wanted, Kind::DonorCard).ok();
    if let Some(donor) = id.map(|id| donors::find(db, id)).transpose()?.flatten() {
        return Ok((Some(donor), Vec::new()));
    }
    let filter = DonorFilter { text: asked.q.clone(), ..DonorFilter::default() };
    Ok((None, donors::list(db, &filter, &Cursor::Start, CHOICES)?.rows))
}

pub(in crate::web) async fn blank(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let q = asked.q.clone();
    let (chosen, found, receivers, today) = act(&app, move |house| {
        actor.must(Right::EditDonors)?;
        house.store().read(|db| {
            let (chosen, found) = donor_or_choices(db, &asked)?;
            Ok::<_, ActionError>((chosen, found, council_lists::choosable(db, None)?, house.today()))
        })
    })
    .await?;
    let t = page.t();
    let Some(donor) = chosen else {
        return html(&ChoosePage { page, t, q, to: "/donations/new".to_owned(), again: false, donors: found });
    };
    let typed = Typed {
        donor: donor.id.to_string(),
        received_on: today.to_string(),
        origin: Origin::Unknown.to_string(),
        came: Came::Unknown.to_string(),
        source: Source::Gift.to_string(),
        // Where there is one, nobody has to choose. A city's council decides first: nothing gets there by itself.
        issuer: match receivers.as_slice() {
            [only] if !is_city(&only.form) => only.id.to_string(),
            _ => String::new(),
        },
        ..Typed::default()
    };
    let known = Known::new(donor.name, today, receivers);
    html(&FormPage::new(page, None, typed, known, Wrong::default()))
}

pub(in crate::web) async fn create(
    page: Page,
    app: Shared,
    actor: Actor,
    form_sent: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = form_sent.into_inner();
    let input = typed.clone();
    let acting = actor.sending(&typed.once);
    let made = act(&app, move |house| {
        let (id, _) = record_donation::new(house, &acting, read(input)?)?;
        let row = house.store().read(|db| donations::find(db, id))?.ok_or(ActionError::NotFound)?;
        let said = if row.state.awaits_council() { say::council_offer_saved() } else { say::donation_saved() };
        Ok((id, closing::told(house, &[row.received_on.0], said)?))
    })
    .await;
    let failure = match made {
        Ok((id, said)) => return Ok(redirect_with(&format!("/donations/{id}"), &said)),
        Err(failure) => failure,
    };
    let Some(known) = known(&app, &typed).await? else { return Err(failure) };
    let wrong = Wrong::of(failure, page.t())?;
    again(&FormPage::new(page, None, typed, known, wrong))
}

impl Known {
    fn new(donor: String, today: Date, receivers: Vec<CityRow>) -> Known {
        Known {
            donor,
            today: today.to_string(),
            over: receivers.iter().filter_map(|one| Some((one.name.clone(), one.over(today)?))).collect(),
            issuers: receivers.into_iter().map(|one| (one.id, one.name)).collect(),
        }
    }
}

/// `None` when the donor is not there.
async fn known(app: &Shared, typed: &Typed) -> Result<Option<Known>, Failure> {
    let (id, chosen) = (typed.donor.parse::<DonorId>().ok(), typed.issuer.parse::<IssuerId>().ok());
    act(app, move |house| {
        house.store().read(|db| {
            let donor = id.map(|id| donors::find(db, id)).transpose()?.flatten();
            let receivers = council_lists::choosable(db, chosen)?;
            Ok::<_, ActionError>(donor.map(|donor| Known::new(donor.name, house.today(), receivers)))
        })
    })
    .await
}

/// `GET /donations/{id}/edit`
pub(in crate::web) async fn filled(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let (id, asked) = (id.into_inner(), asked.into_inner());
    let (q, chooses) = (asked.q.clone(), !asked.choose.is_empty());
    let (row, is_fixed, chosen, found) = act(&app, move |house| {
        actor.must(Right::EditDonors)?;
        house.store().read(|db| {
            let id: DonationId = shown::id_in_address(db, &id, Kind::Donation)?;
            let row = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
            let is_fixed = donations::has_issued_receipt(db, id)?;
            let (chosen, found) = donor_or_choices(db, &asked)?;
            Ok::<_, ActionError>((row, is_fixed, chosen, found))
        })
    })
    .await?;
    let t = page.t();
    if is_fixed {
        return Ok(redirect_warning(&format!("/donations/{}", row.id), &say::values_error_receipt_issued()));
    }
    if chosen.is_none() && chooses {
        let to = format!("/donations/{}/edit", row.id);
        return html(&ChoosePage { page, t, q, to, again: true, donors: found });
    }
    let id = row.id;
    let mut typed = typed_of(t, row);
    if let Some(donor) = chosen {
        typed.donor = donor.id.to_string();
    }
    let known = known(&app, &typed).await?.ok_or(Failure::NotFound)?;
    html(&FormPage::new(page, Some(id), typed, known, Wrong::default()))
}

/// `POST /donations/{id}/edit`
pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    form_sent: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), form_sent.into_inner());
    let (version, input) = (typed.version, typed.clone());
    let done = act(&app, move |house| {
        let input = read(input)?;
        let before = house.store().read(|db| donations::find(db, id))?.map(|row| row.received_on.0);
        let days: Vec<Date> = before.into_iter().chain([input.received_on]).collect();
        let deed = edit_donation::edit(house, &actor, id, version, input)?;
        Ok((deed, closing::told(house, &days, say::values_donation_saved())?))
    })
    .await;
    let failure = match done {
        Ok((deed, said)) => return Ok(redirect_done(&format!("/donations/{id}"), &said, deed)),
        Err(failure) => failure,
    };
    let Some(known) = known(&app, &typed).await? else { return Err(failure) };
    let (t, mine) = (page.t(), typed.clone());
    let now = move |db: &mut Db| {
        let row = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
        let donor = donors::find(db, row.donor_id)?.map(|donor| donor.name).unwrap_or_default();
        let (version, now) = (row.version, typed_of(t, row));
        let word = |is: bool| if is { t.donation_receipt_yes() } else { t.donation_receipt_no() };
        let origin = |word: &str| word.parse().map(|one| t.say(&shown::origin(one))).unwrap_or_default();
        let source = |word: &str| word.parse().map(|one| t.say(&shown::source(one))).unwrap_or_default();
        let came = |word: &str| word.parse().map(|one| t.say(&shown::came(one))).unwrap_or_default();
        let theirs = if now.donor == mine.donor { String::new() } else { donor };
        let fields = vec![
            (t.donation_donor(), theirs, String::new()),
            (t.donation_day(), now.received_on, mine.received_on),
            (t.donation_origin(), origin(&now.origin), origin(&mine.origin)),
            (t.donation_description(), now.description, mine.description),
            (t.donation_announced(), now.pieces_announced, mine.pieces_announced),
            (t.donation_receipt(), word(now.receipt_wanted.is_some()), word(mine.receipt_wanted.is_some())),
            (t.values_came(), came(&now.came), came(&mine.came)),
            (t.values_bags(), now.bags, mine.bags),
            (t.values_weight(), now.weight, mine.weight),
            (t.values_source(), source(&now.source), source(&mine.source)),
            (t.values_paid(), now.paid, mine.paid),
        ];
        Ok((version, fields))
    };
    let (wrong, version) = Wrong::of_change(failure, &app, t, id.to_string(), now).await?;
    let typed = Typed { version: version.unwrap_or(typed.version), ..typed };
    again(&FormPage::new(page, Some(id), typed, known, wrong))
}

fn typed_of(t: &Texts, row: DonationRow) -> Typed {
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    Typed {
        donor: row.donor_id.to_string(),
        received_on: row.received_on.0.to_string(),
        origin: row.origin.to_string(),
        description: row.description,
        pieces_announced: number(row.pieces_announced),
        receipt_wanted: row.receipt_wanted.then(String::new),
        came: row.came.to_string(),
        bags: number(row.bags),
        weight: row.weight_g.map(|grams| shown::weight_typed(t, grams)).unwrap_or_default(),
        source: row.source.to_string(),
        paid: row.paid_cents.map(|cents| t.euros_typed(cents)).unwrap_or_default(),
        issuer: row.issuer_id.map(|id| id.to_string()).unwrap_or_default(),
        version: row.version,
        ..Typed::default()
    }
}

fn read(typed: Typed) -> Result<NewDonation, ActionError> {
    // What is no number is refused as one that cannot be.
    let number = |text: &str| match text.trim() {
        "" => None,
        text => Some(text.parse().unwrap_or_default()),
    };
    Ok(NewDonation {
        donor: typed.donor.parse().map_err(|_| ActionError::field("donor", say::error_donor_unknown()))?,
        received_on: typed.received_on.parse().map_err(|_| ActionError::field("received_on", say::error_day()))?,
        origin: typed.origin.parse().unwrap_or(Origin::Unknown),
        description: typed.description,
        pieces_announced: number(&typed.pieces_announced),
        receipt_wanted: typed.receipt_wanted.is_some(),
        only_offered: typed.only_offered.is_some(),
        still_to_come: typed.still_to_come.is_some(),
        came: typed.came.parse().unwrap_or(Came::Unknown),
        bags: number(&typed.bags),
        weight: typed.weight,
        source: typed.source.parse().unwrap_or(Source::Gift),
        paid: typed.paid,
        issuer: typed.issuer.parse().ok(),
    })
}
