//! `GET /items/{id}`: what it is, where it is, everything that happened to it, and what can be done with it.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::place::{Map, map};
use super::told::{Sees, Told};
use crate::actions::{ActionError, Actor, notes as note_actions};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::Cut;
use crate::domain::desk::state_name;
use crate::domain::household::LabelState;
use crate::domain::item::{Condition, Disposal, ItemState, ItemStep, MovementKind};
use crate::domain::noted::NotedKind;
use crate::domain::rights::Right;
use crate::domain::{DonationId, EventId, ItemId};
use crate::store::items::{self, ItemRow, StoryLine};
use crate::store::labels::{self, LabelRow};
use crate::store::locations::{self, LocationRow};
use crate::store::notes::NoteRow;
use crate::store::{contradictions, desk_facts, donations};
use crate::texts::{Message, Texts, say};
use crate::web::pages::notes::Notes;
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

/// As many pieces of a lot as its page shows.
const PIECES: i64 = 30;

#[derive(Template)]
#[template(path = "items/show.html")]
struct ItemPage {
    page: Page,
    t: &'static Texts,
    item: ItemRow,
    title: String,
    group: String,
    picture: String,
    code: String,
    state_label: String,
    cut: String,
    condition: String,
    map: Option<Map>,
    donation: Option<Origin>,
    /// The label of the lot that this piece was taken from, and its page.
    lot: Option<(String, String)>,
    pieces: Vec<Piece>,
    story: Vec<Told>,
    labels: Vec<OwnLabel>,
    /// Open questions: how many, and where the first one is asked.
    questions: Option<(usize, String)>,
    can_undo: bool,
    steps: Vec<Step>,
    /// How it may leave the house; none when it may not.
    disposals: Vec<Choice>,
    places: Vec<Choice>,
    conditions: Vec<Choice>,
    cuts: Vec<Choice>,
    may_edit: bool,
    notes: Notes,
}

/// Where an item comes from; the donor only for whoever may see donors.
struct Origin {
    id: DonationId,
    day: String,
    donor: Option<String>,
}

struct Piece {
    href: String,
    quantity: i32,
    state: ItemState,
    state_label: String,
    moved: String,
}

struct OwnLabel {
    code: String,
    since: String,
    state: &'static str,
    state_label: String,
}

struct Step {
    value: ItemStep,
    label: String,
    class: &'static str,
    icon: &'static str,
}

/// What the page is made of.
pub(super) struct Facts {
    item: ItemRow,
    label: Option<Code>,
    labels: Vec<LabelRow>,
    story: Vec<StoryLine>,
    donation: Option<(donations::DonationRow, String)>,
    places: Vec<LocationRow>,
    pieces: Vec<ItemRow>,
    questions: Vec<EventId>,
    notes: Vec<(NoteRow, String, String)>,
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
                labels: labels::history(db, &id.to_string())?,
                story: items::story(db, id)?,
                places: locations::all(db)?,
                pieces: items::pieces_of(db, id, PIECES)?,
                questions: contradictions::open_of_item(db, id)?,
                notes: note_actions::see(db, house, &actor, NotedKind::Item, &id.to_string())?,
                donation,
                item,
            })
        })
    })
    .await
}

pub(super) fn draw(page: Page, app: &Shared, facts: Facts) -> Result<HttpResponse, Failure> {
    let Facts { item, label, labels, story, donation, places, pieces, questions, notes } = facts;
    let (t, catalogue, zone) = (page.t(), app.house.catalogue(), app.house.zone());
    let may_edit = page.may(Right::EditItems);
    let last = story.last().map(|line| line.kind);
    let product = catalogue.product(item.product_code.as_str());
    let donor = page.may(Right::SeeDonors);
    let sees = Sees::of(|right| page.may(right));
    let steps = ItemStep::ALL.iter().filter(|step| may_edit && **step != ItemStep::Discard && step.fits(item.state));
    let cut_choice = |cut: &Cut| Choice::new(cut, t.say(&shown::cut(*cut)), item.cut == Some(*cut));
    let mut cuts = vec![Choice::new("", t.item_cut_none(), item.cut.is_none())];
    cuts.extend(Cut::ALL.iter().map(cut_choice));
    let condition = |one: &Condition| Choice::new(one, t.say(&shown::condition(*one)), *one == item.item_condition);
    html(&ItemPage {
        title: shown::item_name(t, &catalogue, &item),
        group: product.map(|product| catalogue.group_words(product).get(t.lang()).to_owned()).unwrap_or_default(),
        picture: shown::picture(&catalogue, &item),
        code: label.filter(|_| item.label.is_some()).map(|code| code.printed()).unwrap_or_default(),
        lot: label.filter(|_| item.label.is_none()).map(|code| (code.printed(), format!("/items/{code}"))),
        state_label: t.say(&state_name(item.state)),
        cut: item.cut.map(|cut| t.say(&shown::cut(cut))).unwrap_or_default(),
        condition: t.say(&shown::condition(item.item_condition)),
        map: item.location_id.and_then(|id| map(&places, id)),
        donation: donation.map(|(row, name)| Origin {
            id: row.id,
            day: t.day(row.received_on.0),
            donor: Some(name).filter(|_| donor),
        }),
        pieces: pieces
            .iter()
            .map(|piece| Piece {
                href: format!("/items/{}", piece.id),
                quantity: piece.quantity,
                state: piece.state,
                state_label: t.say(&state_name(piece.state)),
                moved: sees.moved(t, piece.state, app.house.day_of(piece.moved_at.0)),
            })
            .collect(),
        story: story.iter().rev().map(|line| Told::new(t, &catalogue, zone, line, sees)).collect(),
        labels: labels
            .iter()
            .map(|row| OwnLabel {
                code: row.code.printed(),
                since: t.item_label_since(app.house.day_of(row.created_at.0)),
                state: if row.state == LabelState::Bound { "active" } else { "void" },
                state_label: t.say(&label_state(row.state)),
            })
            .collect(),
        questions: questions
            .first()
            .filter(|_| may_edit)
            .map(|id| (questions.len(), format!("/contradictions#c-{id}"))),
        can_undo: may_edit && last.is_some_and(|kind| kind != MovementKind::Reversal),
        disposals: Disposal::ALL
            .iter()
            .filter(|_| may_edit && ItemStep::Discard.fits(item.state))
            .map(|how| Choice::new(format!("discard:{how}"), t.say(&disposal_step(*how)), false))
            .collect(),
        steps: steps.map(|step| Step::new(t, *step, item.state)).collect(),
        places: places
            .iter()
            .filter(|_| may_edit && item.state.is_here())
            .map(|place| Choice::new(place.id, place.name.clone(), item.location_id == Some(place.id)))
            .collect(),
        conditions: Condition::ALL.iter().map(condition).collect(),
        cuts,
        may_edit,
        notes: Notes::new(&page, app, NotedKind::Item, item.id.to_string(), notes),
        item,
        page,
        t,
    })
}

fn label_state(state: LabelState) -> Message {
    match state {
        LabelState::Bound | LabelState::Blank => say::item_label_now(),
        LabelState::Replaced => say::item_label_replaced(),
        LabelState::Void => say::item_label_void(),
    }
}

impl Step {
    fn new(t: &Texts, value: ItemStep, state: ItemState) -> Step {
        let (class, icon) = match value {
            ItemStep::Discard => ("button-danger", "stop"),
            ItemStep::Void => ("button-danger", "alert"),
            ItemStep::Missing => ("button-quiet", "search"),
            ItemStep::Restock => ("button-quiet", "check"),
            ItemStep::ToCare => ("button-quiet", "clock"),
        };
        Step { value, label: t.say(&step_name(value, state)), class, icon }
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

fn disposal_step(how: Disposal) -> Message {
    match how {
        Disposal::Waste => say::values_dispose_waste(),
        Disposal::Recycled => say::values_dispose_recycled(),
        Disposal::Sold => say::values_dispose_sold(),
    }
}
