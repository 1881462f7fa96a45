//! `GET /items`: every labelled piece, the newest first.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::many::Bulk;
use crate::actions::{ActionError, Actor};
use crate::codes::Code;
use crate::domain::catalogue::Catalogue;
use crate::domain::desk::state_name;
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId, ItemId};
use crate::store::items::{self, ItemFilter, ItemRow};
use crate::store::{donations, donors, locations};
use crate::texts::Texts;
use crate::web::pages::donations::show::item_address;
use crate::web::pages::shown::{self, Choice, Neighbours, ROWS};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(in crate::web) struct Asked {
    q: String,
    state: String,
    group: String,
    donation: String,
    donor: String,
    after: String,
    before: String,
}

impl Asked {
    /// The filter as another form sends it along.
    pub(super) fn of<'a>(value: impl Fn(&'static str) -> &'a str) -> Asked {
        let text = |name| value(name).to_owned();
        Asked {
            q: text("q"),
            state: text("state"),
            group: text("group"),
            donation: text("donation"),
            donor: text("donor"),
            ..Asked::default()
        }
    }
}

/// What was asked, as far as this person may ask it.
pub(super) fn filter_of(asked: &Asked, actor: &Actor, catalogue: &Catalogue) -> ItemFilter {
    let mut filter = ItemFilter {
        state: asked.state.parse().ok(),
        donation: asked.donation.parse().ok(),
        donor: asked.donor.parse().ok().filter(|_| actor.may(Right::SeeDonors)),
        ..ItemFilter::default()
    };
    filter.search(&asked.q, catalogue);
    if let Some(group) = catalogue.group(&asked.group) {
        filter.in_group(&group.code, catalogue);
    }
    filter
}

#[derive(Template)]
#[template(path = "items/list.html")]
struct ItemsPage {
    page: Page,
    t: &'static Texts,
    q: String,
    states: Vec<Choice>,
    groups: Vec<Choice>,
    /// What else narrows the list: name of the field, value, and what a person reads.
    narrowed: Vec<(&'static str, String, String)>,
    is_filtered: bool,
    may_scan: bool,
    rows: Vec<Row>,
    /// What can be done with many items at once; `None` for whoever may not.
    bulk: Option<Bulk>,
    summary: String,
    neighbours: Neighbours,
}

struct Row {
    id: ItemId,
    version: i32,
    href: String,
    name: String,
    picture: String,
    cut: String,
    state: ItemState,
    state_label: String,
    quantity: i32,
    code: String,
    moved: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let catalogue = app.house.catalogue();
    let filter = filter_of(&asked, &actor, &catalogue);
    let (state, donation, donor) = (filter.state, filter.donation, filter.donor);
    let cursor = shown::cursor::<ItemId>(&asked.after, &asked.before);
    let (found, counts, lots, of, places) = act(&app, move |house| {
        actor.must(Right::SeeItems)?;
        house.store().read(|db| {
            let found = items::list(db, &filter, &cursor, ROWS)?;
            let lots: Vec<ItemId> = found.rows.iter().filter_map(|item| item.split_from).collect();
            let lots: HashMap<ItemId, Option<Code>> = items::labels_of(db, &lots)?.into_iter().collect();
            let counts = items::counts(db, &filter)?;
            let places = locations::all(db)?;
            Ok::<_, ActionError>((found, counts, lots, narrowing(db, donation, donor)?, places))
        })
    })
    .await?;
    let t = page.t();
    let ends = found.rows.first().zip(found.rows.last()).map(|(a, b)| (a.id.to_string(), b.id.to_string()));
    let kept = [
        ("q", asked.q.as_str()),
        ("state", &asked.state),
        ("group", &asked.group),
        ("donation", &asked.donation),
        ("donor", &asked.donor),
    ];
    let neighbours = Neighbours::new("/items", &kept, ends, (found.has_previous, found.has_next));
    let row = |item: &ItemRow| Row {
        id: item.id,
        version: item.version,
        href: item_address(item),
        name: shown::item_name(t, &catalogue, item),
        picture: shown::picture(&catalogue, item),
        cut: item.cut.map(|cut| t.say(&shown::cut(cut))).unwrap_or_default(),
        state: item.state,
        state_label: t.say(&state_name(item.state)),
        quantity: item.quantity,
        code: label(item, &lots).map(|code| code.printed()).unwrap_or_default(),
        moved: t.day(item.moved_at.0.to_zoned(app.house.zone().clone()).date()),
    };
    let in_state = |wanted: Option<ItemState>| -> i64 {
        counts
            .iter()
            .filter(|(state, ..)| wanted.is_none_or(|wanted| wanted == *state))
            .map(|(_, items, _)| items)
            .sum()
    };
    let pieces: i64 =
        counts.iter().filter(|(one, ..)| state.is_none_or(|wanted| wanted == *one)).map(|(.., pieces)| pieces).sum();
    let chip = |one: ItemState| {
        let label = t.items_in_state(t.say(&state_name(one)), in_state(Some(one)));
        Choice::new(one, label, state == Some(one))
    };
    let mut states = vec![Choice::new("", t.items_in_state(t.choice_all(), in_state(None)), state.is_none())];
    let worth_a_chip = |one: &&ItemState| in_state(Some(**one)) > 0 || state == Some(**one);
    states.extend(ItemState::ALL.iter().filter(worth_a_chip).map(|one| chip(*one)));
    let bulk = page.may(Right::EditItems).then(|| Bulk::new(t, app.house.uuid(), in_state(state), &kept, places));
    html(&ItemsPage {
        bulk,
        rows: found.rows.iter().map(row).collect(),
        groups: catalogue
            .groups()
            .iter()
            .map(|group| {
                Choice::new(&group.code, group.names.get(t.lang()).to_owned(), group.code.as_str() == asked.group)
            })
            .collect(),
        narrowed: of.into_iter().map(|what| what.said(t)).collect(),
        is_filtered: kept.iter().any(|(_, value)| !value.trim().is_empty()),
        may_scan: page.may(Right::ScanIntake),
        summary: t.items_count(in_state(state), pieces),
        states,
        q: asked.q,
        neighbours,
        page,
        t,
    })
}

/// A donation or a donor that the list is narrowed to.
enum Narrowing {
    Donation(DonationId, jiff::civil::Date),
    Donor(DonorId, String),
}

impl Narrowing {
    fn said(self, t: &Texts) -> (&'static str, String, String) {
        match self {
            Narrowing::Donation(id, day) => ("donation", id.to_string(), t.donation_of_day(day)),
            Narrowing::Donor(id, name) => ("donor", id.to_string(), name),
        }
    }
}

fn narrowing(
    db: &mut crate::store::Db,
    donation: Option<DonationId>,
    donor: Option<DonorId>,
) -> Result<Vec<Narrowing>, ActionError> {
    let donation = donation.map(|id| donations::find(db, id)).transpose()?.flatten();
    let donor = donor.map(|id| donors::find(db, id)).transpose()?.flatten();
    let donation = donation.map(|row| Narrowing::Donation(row.id, row.received_on.0));
    Ok(donation.into_iter().chain(donor.map(|row| Narrowing::Donor(row.id, row.name))).collect())
}

/// The item's own label or, for a piece of a lot, the lot's.
fn label(item: &ItemRow, lots: &HashMap<ItemId, Option<Code>>) -> Option<Code> {
    item.label.or_else(|| lots.get(&item.split_from?).copied().flatten())
}
