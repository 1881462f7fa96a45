//! Writing a record: `/donations/{id}/acceptance/new` and `/acceptances/{id}/edit`.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;

use super::classes;
use crate::actions::acceptances::{self as action, NewAcceptance, NewLine, Seen};
use crate::actions::{ActionError, Actor};
use crate::domain::acceptance::{Line, Proposed, grams};
use crate::domain::catalogue::Catalogue;
use crate::domain::donation::DonationState;
use crate::domain::treasury::AcceptanceState;
use crate::domain::{AcceptanceId, DonationId};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again, meanwhile};
use crate::web::pages::shown::Choice;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

/// Empty lines below those that have something.
const BLANK: usize = 2;
/// As many more come at a time.
const MORE: usize = 5;

/// A record as it was typed.
#[derive(Clone, Default)]
pub(in crate::web) struct Typed {
    pub made_on: String,
    pub giver: String,
    pub taker: String,
    pub remarks: String,
    pub lines: Vec<TypedLine>,
    pub version: i32,
    /// The key of the form: sent twice, it makes one thing.
    pub once: String,
    /// More lines are wanted, nothing is to be saved.
    pub more: bool,
}

#[derive(Clone, Default)]
pub(in crate::web) struct TypedLine {
    pub description: String,
    pub group: String,
    pub pieces: String,
    pub weight: String,
    pub class: String,
    pub reason: String,
}

impl TypedLine {
    fn is_blank(&self) -> bool {
        // A group and a class may have been chosen for nothing.
        [&self.description, &self.pieces, &self.weight, &self.reason].iter().all(|text| text.trim().is_empty())
    }
}

/// A line of the form with its choices.
struct LineView {
    number: usize,
    typed: TypedLine,
    groups: Vec<Choice>,
    classes: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "acceptances/form.html")]
struct FormPage {
    page: Page,
    t: &'static Texts,
    title: String,
    action: String,
    back: String,
    today: String,
    donor: String,
    typed: Typed,
    lines: Vec<LineView>,
    wrong: Wrong,
}

impl Typed {
    fn of(fields: Vec<(String, String)>) -> Typed {
        let mut fields: HashMap<String, String> = fields.into_iter().collect();
        let mut take = |name: &str| fields.remove(name).unwrap_or_default();
        let mut typed = Typed {
            made_on: take("made_on"),
            giver: take("giver"),
            taker: take("taker"),
            remarks: take("remarks"),
            version: take("version").parse().unwrap_or_default(),
            once: take("once"),
            more: take("step") == "more",
            lines: Vec::new(),
        };
        for at in 0..=action::MOST_LINES + MORE {
            let mut part = |name: &str| take(&format!("{name}-{at}"));
            typed.lines.push(TypedLine {
                description: part("description"),
                group: part("group"),
                pieces: part("pieces"),
                weight: part("weight"),
                class: part("class"),
                reason: part("reason"),
            });
        }
        typed.lines.retain(|line| !line.is_blank());
        typed
    }

    fn of_proposal(found: &action::Proposal, taker: &str, today: String, catalogue: &Catalogue, t: &Texts) -> Typed {
        let donor = &found.donor;
        Typed {
            // What is still to come or was only offered is handed over today at the earliest.
            made_on: if found.donation.state == DonationState::Draft || found.donation.only_offered {
                today
            } else {
                found.donation.received_on.0.to_string()
            },
            giver: if donor.contact.is_empty() { donor.name.clone() } else { donor.contact.clone() },
            taker: taker.to_owned(),
            lines: found.lines.iter().map(|line| proposed(line, catalogue, t)).collect(),
            ..Typed::default()
        }
    }

    fn of_record(seen: &Seen, t: &Texts) -> Typed {
        let line = |line: &Line| TypedLine {
            description: line.description.clone(),
            group: line.group.as_ref().map(ToString::to_string).unwrap_or_default(),
            pieces: line.pieces.to_string(),
            weight: line.weight_g.map(|grams| typed_weight(t, grams)).unwrap_or_default(),
            class: line.class.to_string(),
            reason: line.reason.clone(),
        };
        Typed {
            made_on: seen.row.made_on.0.to_string(),
            giver: seen.row.giver.clone(),
            taker: seen.row.taker.clone(),
            remarks: seen.row.remarks.clone(),
            lines: seen.lines.iter().map(line).collect(),
            version: seen.row.version,
            ..Typed::default()
        }
    }

    fn read(&self) -> Result<NewAcceptance, ActionError> {
        let made_on = self.made_on.parse().map_err(|_| ActionError::field("made_on", say::error_day()))?;
        let line = |(at, line): (usize, &TypedLine)| {
            let weight_g = match line.weight.trim() {
                "" => None,
                text => Some(grams(text).ok_or_else(|| {
                    ActionError::field("lines", say::paper_error_weight(at, action::MOST_GRAMS / 1000))
                })?),
            };
            Ok::<_, ActionError>(NewLine {
                description: line.description.clone(),
                group: line.group.clone(),
                // What is no number is refused like nothing.
                pieces: line.pieces.trim().parse().unwrap_or_default(),
                weight_g,
                class: line.class.parse().ok(),
                reason: line.reason.clone(),
            })
        };
        Ok(NewAcceptance {
            made_on,
            giver: self.giver.clone(),
            taker: self.taker.clone(),
            remarks: self.remarks.clone(),
            lines: (1..).zip(&self.lines).map(line).collect::<Result<_, _>>()?,
        })
    }
}

fn proposed(line: &Proposed, catalogue: &Catalogue, t: &Texts) -> TypedLine {
    let group = line.group.as_ref().and_then(|code| catalogue.group(code.as_str()));
    let name = || group.map(|group| group.names.get(t.lang()).to_owned()).unwrap_or_default();
    TypedLine {
        description: if line.description.is_empty() { name() } else { line.description.clone() },
        group: line.group.as_ref().map(ToString::to_string).unwrap_or_default(),
        pieces: line.pieces.to_string(),
        weight: line.weight_g.map(|grams| typed_weight(t, grams)).unwrap_or_default(),
        class: line.class.map(|class| class.to_string()).unwrap_or_default(),
        reason: String::new(),
    }
}

/// A weight for a field: without marks between thousands.
fn typed_weight(t: &Texts, grams: i64) -> String {
    let part = t.kilograms(grams % 1000, 1);
    format!("{}{}", grams / 1000, part.trim_start_matches('0'))
}

/// Which record is written: a new one of a donation, or one that is there.
enum Which {
    New(DonationId),
    Old(AcceptanceId),
}

fn view(page: Page, app: &Shared, which: &Which, donor: String, typed: Typed, wrong: Wrong) -> FormPage {
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let blank = if typed.more { MORE } else { BLANK };
    let shown = typed.lines.iter().cloned().chain(std::iter::repeat_n(TypedLine::default(), blank));
    let lines = shown.take(action::MOST_LINES).enumerate().map(|(at, typed)| LineView {
        number: at,
        groups: catalogue
            .groups()
            .iter()
            .map(|group| {
                Choice::new(&group.code, group.names.get(t.lang()).to_owned(), group.code.as_str() == typed.group)
            })
            .collect(),
        classes: classes(t, &typed.class),
        typed,
    });
    let lines = lines.collect();
    let (title, action, back) = match which {
        Which::New(donation) => {
            (t.paper_form_title(), format!("/donations/{donation}/acceptance/new"), format!("/donations/{donation}"))
        }
        Which::Old(id) => (t.paper_edit(), format!("/acceptances/{id}/edit"), format!("/acceptances/{id}")),
    };
    FormPage { page, t, title, action, back, today: app.house.today().to_string(), donor, typed, lines, wrong }
}

/// `GET /donations/{id}/acceptance/new`
pub(in crate::web) async fn blank(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let taker = actor.name().to_owned();
    let found = act(&app, move |house| action::proposal(house, &actor, id)).await?;
    let lang = super::paper::language(&found.donor);
    let today = app.house.today().to_string();
    let typed = Typed::of_proposal(&found, &taker, today, &app.house.catalogue(), Texts::of(lang));
    html(&view(page, &app, &Which::New(id), found.donor.name, typed, Wrong::default()))
}

/// `POST /donations/{id}/acceptance/new`
pub(in crate::web) async fn create(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), Typed::of(sent.into_inner()));
    let wrong = if typed.more {
        Wrong::default()
    } else {
        let (writer, input) = (actor.clone().sending(&typed.once), typed.clone());
        match act(&app, move |house| action::write(house, &writer, id, input.read()?)).await {
            Ok(made) => return Ok(redirect_with(&format!("/acceptances/{made}"), &say::paper_written())),
            Err(failure) => Wrong::of(failure, page.t())?,
        }
    };
    let found = act(&app, move |house| action::proposal(house, &actor, id)).await?;
    answer(&view(page, &app, &Which::New(id), found.donor.name, typed, wrong))
}

/// `GET /acceptances/{id}/edit`
pub(in crate::web) async fn filled(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<AcceptanceId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let seen = open(&app, actor, id).await?;
    let typed = Typed::of_record(&seen, page.t());
    html(&view(page, &app, &Which::Old(id), seen.donor.name, typed, Wrong::default()))
}

/// `POST /acceptances/{id}/edit`
pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<AcceptanceId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), Typed::of(sent.into_inner()));
    let wrong = if typed.more {
        Wrong::default()
    } else {
        let (writer, input) = (actor.clone(), typed.clone());
        let done = act(&app, move |house| action::change(house, &writer, id, input.version, input.read()?)).await;
        match done {
            Ok(()) => return Ok(redirect_with(&format!("/acceptances/{id}"), &say::paper_changed())),
            Err(failure @ Failure::Action(ActionError::Changed)) => {
                return Err(meanwhile(&app, failure, id.to_string()).await);
            }
            Err(failure) => Wrong::of(failure, page.t())?,
        }
    };
    let seen = open(&app, actor, id).await?;
    answer(&view(page, &app, &Which::Old(id), seen.donor.name, typed, wrong))
}

/// A record that can still be changed.
async fn open(app: &Shared, actor: Actor, id: AcceptanceId) -> Result<Seen, Failure> {
    act(app, move |house| {
        let seen = action::see(house, &actor, id)?;
        match seen.row.state {
            AcceptanceState::Draft => Ok(seen),
            AcceptanceState::Signed => Err(ActionError::Refused(say::paper_error_signed())),
        }
    })
    .await
}

/// More lines were asked for, or something was wrong.
fn answer(form: &FormPage) -> Result<HttpResponse, Failure> {
    if form.typed.more { html(form) } else { again(form) }
}
