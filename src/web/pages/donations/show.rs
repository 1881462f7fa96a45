//! One donation: `GET /donations/{id}` and `POST /donations/{id}/state`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::announced::{Line, lines};
use super::sees_whereabouts;
use crate::actions::{ActionError, Actor, House, change_donation, notes as note_actions};
use crate::codes::Kind;
use crate::domain::DonationId;
use crate::domain::catalogue::Cut;
use crate::domain::desk::state_name;
use crate::domain::donation::{CAME, Came, DonationState, Origin};
use crate::domain::item::ItemState;
use crate::domain::noted::NotedKind;
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::domain::valuation;
use crate::reports::donor_gifts::Tally;
use crate::store::donations::{self, DonationRow};
use crate::store::items::{self, ItemFilter};
use crate::store::labels;
use crate::store::paging::Cursor;
use crate::store::thanks::{self as thanks_store, Sent};
use crate::store::value_lines::{self, ValueLineRow};
use crate::store::{acceptances, announced};
use crate::texts::{Texts, say};
use crate::web::pages::acceptances::Entry;
use crate::web::pages::council::receiver::{Known, Receiver};
use crate::web::pages::donors::report::Share;
use crate::web::pages::forms;
use crate::web::pages::missing::public;
use crate::web::pages::notes::Notes;
use crate::web::pages::receipts::OfDonation;
use crate::web::pages::reports::closing;
use crate::web::pages::shown::{self, Choice};
use crate::web::pages::thanks;
use crate::web::pages::wanted::cut_name;
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

/// Items shown here; the others are one click away.
const NEWEST: i64 = 20;

#[derive(Deserialize)]
pub(in crate::web) struct Step {
    state: DonationState,
    version: i32,
}

#[derive(Template)]
#[template(path = "donations/show.html")]
struct DonationPage {
    page: Page,
    t: &'static Texts,
    donation: DonationRow,
    title: String,
    donor: String,
    code: String,
    state_label: String,
    origin: String,
    source: String,
    paid: String,
    came: String,
    weight: String,
    issuer: String,
    /// As many labels with its code as there are bags.
    copies: i32,
    /// What it is worth: how many lines, and their sum.
    values: String,
    may_value: bool,
    tally: Tally,
    taken_in: String,
    share: Option<Share>,
    /// Where it is not told where they are.
    arrived: String,
    states: Vec<(ItemState, String)>,
    items: Vec<ItemLine>,
    has_more: bool,
    next: Vec<Choice>,
    may_scan: bool,
    may_edit: bool,
    /// The receipt because of which the record stays as it is: its address, and what to say.
    fixed: Option<(String, String)>,
    sees_missing: bool,
    /// What it will bring, or was announced to bring.
    announced: Vec<Line>,
    /// It has not come yet.
    announcing_open: bool,
    announcing: Announcing,
    products: Vec<String>,
    cuts: Vec<Choice>,
    today: String,
    notes: Notes,
    /// A company may need a paper about what is left of it.
    may_state_rest: bool,
    receiver: Receiver,
    /// Thanks that were said: words, and the letter's address.
    thanks: Vec<(String, String)>,
    may_thank: bool,
    receipts: Option<OfDonation>,
    acceptances: Vec<Entry>,
}

/// The form for one more line, as it was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Announcing {
    pub typed: super::announced::Typed,
    pub wrong: forms::Wrong,
}

struct ItemLine {
    href: String,
    name: String,
    picture: String,
    quantity: i32,
    state: ItemState,
    state_label: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    html(&shown(page, app, actor, id.into_inner(), Announcing::default()).await?)
}

pub(super) async fn shown(
    page: Page,
    app: Shared,
    actor: Actor,
    id: String,
    announcing: Announcing,
) -> Result<impl Template, Failure> {
    let (found, code, pieces, newest, catalogue, notes, (rows, receipts, records, issuer, valued), known, thanked) =
        act(&app, move |house| {
            actor.must(Right::SeeDonors)?;
            house.store().read(|db| {
                let id: DonationId = shown::id_in_address(db, &id, Kind::Donation)?;
                let found = donations::with_donor(db, id)?.ok_or(ActionError::NotFound)?;
                let filter = ItemFilter { donation: Some(id), ..ItemFilter::default() };
                let newest = items::list(db, &filter, &Cursor::Start, NEWEST)?;
                let code = labels::bound_to(db, &id.to_string())?;
                let notes = note_actions::see(db, house, &actor, NotedKind::Donation, &id.to_string())?;
                let issuer = found.0.issuer_id.map(|id| donations::issuer_name(db, id)).transpose()?.flatten();
                let lines: Vec<_> = value_lines::of_donation(db, id)?.iter().map(ValueLineRow::line).collect();
                let (rows, records) = (announced::of_donation(db, id)?, acceptances::of_donation(db, id)?);
                let more = (rows, OfDonation::read(db, id)?, records, issuer, lines);
                let (known, thanked) = (Known::load(db, &found.0)?, thanks_store::of_donation(db, id)?);
                let pieces = donations::pieces(db, &[id])?;
                Ok::<_, ActionError>((found, code, pieces, newest, house.catalogue(), notes, more, known, thanked))
            })
        })
        .await?;
    let t = page.t();
    let (donation, donor) = found;
    let mut tally = Tally::default();
    for (_, state, pieces) in &pieces {
        tally.add(*state, *pieces);
    }
    let announced = donation.pieces_announced.unwrap_or_default();
    let items = newest.rows.iter().map(|item| ItemLine {
        href: item_address(item),
        name: shown::item_name(t, &catalogue, item),
        picture: shown::picture(&catalogue, item),
        quantity: item.quantity,
        state: item.state,
        state_label: t.say(&state_name(item.state)),
    });
    let may_edit = page.may(Right::EditDonors);
    let next = donation.state.next().iter().filter(|_| may_edit);
    let next = next.filter(|state| **state != DonationState::Offered || !known.is_for_association(&donation));
    let announcing_open = announced::STILL_TO_COME.contains(&donation.state);
    let cuts = Cut::ALL
        .iter()
        .map(|cut| Choice::new(cut, t.say(&cut_name(*cut)), cut.word() == announcing.typed.cut))
        .collect();
    let issued = receipts.0.iter().find(|row| row.state == ReceiptState::Issued);
    let is_confirmed = issued.is_some();
    let fixed = issued.filter(|_| may_edit).map(|row| {
        let href = if page.may(Right::SeeReceipts) { format!("/receipts/{}", row.id) } else { String::new() };
        (href, t.receipts_gift_is_fixed(row.number.as_deref().unwrap_or_default()))
    });
    Ok(DonationPage {
        fixed,
        acceptances: records.iter().map(|row| Entry::of(t, row)).collect(),
        announced: lines(&rows, &catalogue, t),
        products: if announcing_open { public::names(&catalogue, t.lang()) } else { Vec::new() },
        sees_missing: page.may(Right::SeeMissing),
        today: app.house.today().to_string(),
        may_edit,
        announcing_open,
        announcing,
        cuts,
        title: t.donation_of_day(donation.received_on.0),
        code: code.map(|code| code.printed()).unwrap_or_default(),
        state_label: t.say(&shown::donation_state(donation.state)),
        origin: t.say(&shown::origin(donation.origin)),
        source: t.say(&shown::source(donation.source)),
        paid: donation.paid_cents.map(|cents| t.euros(cents)).unwrap_or_default(),
        came: match donation.came {
            Came::Unknown => String::new(),
            came => t.say(&shown::came(came)),
        },
        weight: donation.weight_g.map(|grams| shown::weight(t, grams)).unwrap_or_default(),
        issuer: issuer.unwrap_or_default(),
        copies: donation.bags.unwrap_or(1).clamp(1, 200),
        values: if valued.is_empty() {
            String::new()
        } else {
            t.values_sum_of_lines(valued.len(), t.euros(valuation::total(&valued)))
        },
        may_value: page.may(Right::ValueGifts),
        taken_in: t.share_of(tally.received, announced),
        share: Share::of(t, &tally).filter(|_| sees_whereabouts(&page)),
        arrived: if tally.received > 0 { t.donation_pieces_came(tally.received) } else { t.donation_no_pieces() },
        states: pieces
            .iter()
            .filter(|_| sees_whereabouts(&page))
            .map(|(_, state, n)| (*state, t.items_in_state(t.say(&state_name(*state)), *n)))
            .collect(),
        items: items.collect(),
        has_more: newest.has_next,
        next: next.map(|state| Choice::new(state, step_words(t, &donation, *state, tally.received), false)).collect(),
        // What is only offered stays where it is until somebody takes it into custody, or the council accepts it.
        may_scan: page.may(Right::ScanIntake)
            && donation.state.takes_pieces()
            && donation.state != DonationState::Offered,
        may_state_rest: page.may(Right::AnswerOffers) && donation.origin == Origin::Business && tally.received > 0,
        receipts: OfDonation::new(t, &page, donation.id, donation.receipt_wanted, receipts),
        notes: Notes::new(&page, &app, NotedKind::Donation, donation.id.to_string(), notes),
        receiver: known.shown(&page, &donation, may_edit && !is_confirmed, app.house.today()),
        may_thank: page.may(Right::ThankDonors)
            && CAME.contains(&donation.state)
            && !donation.only_offered
            && !thanked.iter().any(Sent::counts),
        thanks: thanks::told(t, app.house.zone(), &thanked),
        tally,
        donation,
        donor,
        page,
        t,
    })
}

pub(in crate::web) async fn change(
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    step: Form<Step>,
) -> Result<HttpResponse, Failure> {
    let (id, Step { state, version }) = (id.into_inner(), step.into_inner());
    let done = act(&app, move |house| {
        let day = |house: &House| {
            house.store().read(|db| donations::find(db, id)).map(|row| row.map(|row| row.received_on.0))
        };
        let before = day(house)?;
        let deed = change_donation::set_state(house, &actor, id, version, state)?;
        let days: Vec<Date> = before.into_iter().chain(day(house)?).collect();
        Ok((deed, closing::told(house, &days, say::donation_changed(shown::donation_state(state)))?))
    })
    .await;
    match done {
        Ok((deed, said)) => Ok(redirect_done(&format!("/donations/{id}"), &said, deed)),
        Err(failure) => Err(forms::meanwhile(&app, failure, id.to_string()).await),
    }
}

/// An item's page: by its label, so that the address can be read aloud; a piece of a lot has none.
pub(in crate::web) fn item_address(item: &items::ItemRow) -> String {
    match item.label {
        Some(code) => format!("/items/{code}"),
        None => format!("/items/{}", item.id),
    }
}

/// What the button for a step says; to close a gift of which pieces are missing says how many.
fn step_words(t: &Texts, donation: &DonationRow, to: DonationState, received: i64) -> String {
    let missing = i64::from(donation.pieces_announced.unwrap_or_default()) - received;
    match to {
        DonationState::Closed if missing > 0 => t.donation_step_close_missing(missing),
        to => t.say(&step_name(donation.state, to)),
    }
}

/// What the button for a step says.
fn step_name(from: DonationState, to: DonationState) -> crate::texts::Message {
    match (from, to) {
        (DonationState::Closed, DonationState::Received) => say::donation_step_reopen(),
        (_, DonationState::Received) => say::donation_step_receive(),
        (_, DonationState::Closed) => say::donation_step_close(),
        (_, DonationState::Offered) => say::donation_step_offer(),
        (_, DonationState::InCustody) => say::donation_step_custody(),
        (_, state) => shown::donation_state(state),
    }
}
