//! One record: `GET /acceptances/{id}`, and `POST /acceptances/{id}/discard`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{badge, state_name};
use crate::actions::acceptances::{self as action, Seen};
use crate::actions::{ActionError, Actor};
use crate::domain::AcceptanceId;
use crate::domain::acceptance::{by_class, total};
use crate::domain::rights::Right;
use crate::domain::treasury::AcceptanceState;
use crate::paper::acceptance::class_name;
use crate::store::papers;
use crate::texts::weight::decimals;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, meanwhile};
use crate::web::pages::shown::moment;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "acceptances/show.html")]
pub(super) struct RecordPage {
    page: Page,
    t: &'static Texts,
    seen: Seen,
    title: String,
    state: &'static str,
    state_label: String,
    is_draft: bool,
    may_edit: bool,
    made_on: String,
    signed: String,
    /// Address and SHA-256 of the frozen paper.
    paper: Option<(String, String)>,
    lines: Vec<Line>,
    total: Line,
    classes: Vec<Line>,
    wrong: Wrong,
}

struct Line {
    name: String,
    group: String,
    pieces: i64,
    weight: String,
    class: String,
    reason: String,
}

pub(super) async fn view(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: AcceptanceId,
    wrong: Wrong,
) -> Result<RecordPage, Failure> {
    let (seen, paper) = act(app, move |house| {
        let seen = action::see(house, &actor, id)?;
        let paper = match seen.row.paper_id {
            Some(paper) => house.store().read(|db| papers::find(db, paper))?,
            None => None,
        };
        Ok::<_, ActionError>((seen, paper))
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let places = decimals(seen.lines.iter().filter_map(|line| line.weight_g));
    let weight = |grams: i64, unweighed: usize, lines: usize| match unweighed {
        none if none == lines => t.paper_unweighed(),
        0 => t.kilograms(grams, places),
        _ => t.paper_at_least(t.kilograms(grams, places)),
    };
    let lines = seen.lines.iter().map(|line| Line {
        name: line.description.clone(),
        group: line
            .group
            .as_ref()
            .and_then(|code| catalogue.group(code.as_str()))
            .map(|group| group.names.get(t.lang()).to_owned())
            .unwrap_or_default(),
        pieces: line.pieces.into(),
        weight: line.weight_g.map_or_else(|| t.paper_unweighed(), |grams| t.kilograms(grams, places)),
        class: t.say(&class_name(line.class)),
        reason: line.reason.clone(),
    });
    let lines = lines.collect();
    let plain = |name: String, sum: crate::domain::acceptance::Sum| Line {
        name,
        group: String::new(),
        pieces: sum.pieces,
        weight: weight(sum.weight_g, sum.unweighed, sum.lines),
        class: String::new(),
        reason: String::new(),
    };
    let classes = by_class(&seen.lines).into_iter().filter(|(_, sum)| sum.lines > 0);
    Ok(RecordPage {
        title: t.paper_record_of_day(seen.row.made_on.0),
        state: badge(seen.row.state),
        state_label: t.say(&state_name(seen.row.state)),
        is_draft: seen.row.state == AcceptanceState::Draft,
        may_edit: page.may(Right::EditDonors),
        made_on: t.day(seen.row.made_on.0),
        signed: seen.row.signed_at.map(|at| moment(t, app.house.zone(), at)).unwrap_or_default(),
        paper: paper.map(|paper| (format!("/papers/{}", paper.id), paper.sha256)),
        total: plain(t.paper_total(), total(&seen.lines)),
        classes: classes.map(|(class, sum)| plain(t.say(&class_name(class)), sum)).collect(),
        lines,
        seen,
        wrong,
        page,
        t,
    })
}

/// `GET /acceptances/{id}`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<AcceptanceId>,
) -> Result<HttpResponse, Failure> {
    html(&view(page, &app, actor, id.into_inner(), Wrong::default()).await?)
}

#[derive(Deserialize)]
pub(in crate::web) struct Discard {
    version: i32,
}

/// `POST /acceptances/{id}/discard`
pub(in crate::web) async fn discard(
    app: Shared,
    actor: Actor,
    id: Path<AcceptanceId>,
    sent: Form<Discard>,
) -> Result<HttpResponse, Failure> {
    let (id, version) = (id.into_inner(), sent.version);
    match act(&app, move |house| action::discard(house, &actor, id, version)).await {
        Ok(donation) => Ok(redirect_with(&format!("/donations/{donation}"), &say::paper_discarded())),
        Err(failure) => Err(meanwhile(&app, failure, id.to_string()).await),
    }
}
