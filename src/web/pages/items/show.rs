//! `GET /items/{id}`: what it is, where it is, everything that happened to it, and what can be done with it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::told::Told;
use crate::actions::{ActionError, Actor};
use crate::codes::{Code, Kind};
use crate::domain::desk::state_name;
use crate::domain::item::{ItemState, ItemStep, MovementKind};
use crate::domain::rights::Right;
use crate::domain::{DonationId, ItemId, LocationId};
use crate::store::items::{self, ItemRow, StoryLine};
use crate::store::locations::{self, LocationRow};
use crate::store::{desk_facts, donations};
use crate::texts::{Message, Texts, say};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "items/show.html")]
struct ItemPage {
    page: Page,
    t: &'static Texts,
    item: ItemRow,
    title: String,
    group: String,
    code: String,
    state_label: String,
    cut: String,
    condition: String,
    location: String,
    donation: Option<Origin>,
    /// The label of the lot that this piece was taken from, and its page.
    lot: Option<(String, String)>,
    story: Vec<Told>,
    can_undo: bool,
    steps: Vec<Step>,
    places: Vec<Choice>,
    may_edit: bool,
}

/// Where an item comes from; the donor only for whoever may see donors.
struct Origin {
    id: DonationId,
    day: String,
    donor: Option<String>,
}

struct Step {
    value: ItemStep,
    label: String,
    class: &'static str,
}

/// What the page is made of.
pub(super) struct Facts {
    item: ItemRow,
    label: Option<Code>,
    story: Vec<StoryLine>,
    donation: Option<(donations::DonationRow, String)>,
    places: Vec<LocationRow>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let facts = load(&app, actor, id.into_inner()).await?;
    draw(page, &app, facts)
}

pub(super) async fn load(app: &Shared, actor: Actor, id: String) -> Result<Facts, Failure> {
    act(app, move |house| {
        actor.must(Right::SeeItems)?;
        house.store().read(|db| {
            let id: ItemId = shown::id_in_address(db, &id, Kind::Item)?;
            let item = items::find(db, id)?.ok_or(ActionError::NotFound)?;
            let donation = item.donation_id.map(|id| donations::with_donor(db, id)).transpose()?.flatten();
            Ok(Facts {
                label: desk_facts::label_of(db, id)?,
                story: items::story(db, id)?,
                places: locations::all(db)?,
                donation,
                item,
            })
        })
    })
    .await
}

pub(super) fn draw(page: Page, app: &Shared, facts: Facts) -> Result<HttpResponse, Failure> {
    let Facts { item, label, story, donation, places } = facts;
    let (t, catalogue, zone) = (page.t(), app.house.catalogue(), app.house.zone());
    let may_edit = page.may(Right::EditItems);
    let last = story.last().map(|line| line.kind);
    let product = catalogue.product(item.product_code.as_str());
    let place_name = |id: LocationId| places.iter().find(|place| place.id == id).map(|place| place.name.clone());
    let donor = page.may(Right::SeeDonors);
    let steps = ItemStep::ALL.iter().filter(|step| may_edit && step.fits(item.state));
    html(&ItemPage {
        title: shown::item_name(t, &catalogue, &item),
        group: product.map(|product| catalogue.group_words(product).get(t.lang()).to_owned()).unwrap_or_default(),
        code: label.filter(|_| item.label.is_some()).map(|code| code.printed()).unwrap_or_default(),
        lot: label.filter(|_| item.label.is_none()).map(|code| (code.printed(), format!("/items/{code}"))),
        state_label: t.say(&state_name(item.state)),
        cut: item.cut.map(|cut| t.say(&shown::cut(cut))).unwrap_or_default(),
        condition: t.say(&shown::condition(item.item_condition)),
        location: item.location_id.and_then(place_name).unwrap_or_default(),
        donation: donation.map(|(row, name)| Origin {
            id: row.id,
            day: t.day(row.received_on.0),
            donor: Some(name).filter(|_| donor),
        }),
        story: story.iter().rev().map(|line| Told::new(t, &catalogue, zone, line)).collect(),
        can_undo: may_edit && last.is_some_and(|kind| kind != MovementKind::Reversal),
        steps: steps.map(|step| Step::new(t, *step, item.state)).collect(),
        places: places
            .iter()
            .filter(|_| may_edit && item.state.is_here())
            .map(|place| Choice::new(place.id, place.name.clone(), item.location_id == Some(place.id)))
            .collect(),
        may_edit,
        item,
        page,
        t,
    })
}

impl Step {
    fn new(t: &Texts, value: ItemStep, state: ItemState) -> Step {
        let class = match value {
            ItemStep::Discard | ItemStep::Void => "button-danger",
            _ => "button-quiet",
        };
        Step { value, label: t.say(&step_name(value, state)), class }
    }
}

fn step_name(step: ItemStep, state: ItemState) -> Message {
    match (step, state) {
        (ItemStep::Restock, ItemState::Missing) => say::item_step_found(),
        (ItemStep::Restock, _) => say::item_step_restock(),
        (ItemStep::ToCare, _) => say::item_step_care(),
        (ItemStep::Missing, _) => say::item_step_missing(),
        (ItemStep::Discard, _) => say::item_step_discard(),
        (ItemStep::Void, _) => say::item_step_void(),
    }
}
