//! `GET` and `POST` of `/donations/{id}/rest`: the statement that nobody wanted the rest of a company's gift.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{Paper, weight};
use crate::actions::no_recipient::{self, GroupLeft, Statement, USUAL_WEEKS, WEEKS};
use crate::actions::{ActionError, Actor};
use crate::codes::Kind;
use crate::domain::DonationId;
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown;
use crate::web::{Failure, Page, Shared, act, html, redirect, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    weeks: String,
}

#[derive(Template)]
#[template(path = "offers/rest.html")]
struct RestPage {
    page: Page,
    t: &'static Texts,
    id: DonationId,
    donor: String,
    weeks: i64,
    least: i64,
    most: i64,
    groups: Vec<Line>,
    /// What earlier statements name; empty where there is none.
    stated: String,
    /// Pieces of the groups that are ticked, as they stand here.
    remark: String,
    papers: Vec<Paper>,
    wrong: Wrong,
}

struct Line {
    code: String,
    name: String,
    picto: String,
    in_stock: i64,
    discarded: i64,
    pieces: i64,
    weight: String,
    ticked: bool,
}

#[derive(Clone, Default)]
struct Typed {
    weeks: String,
    /// Groups that are ticked.
    groups: Vec<String>,
    /// Group and pieces, as they stood on the page.
    seen: Vec<(String, i64)>,
    remark: String,
}

impl Typed {
    fn of(fields: Vec<(String, String)>) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in fields {
            match name.as_str() {
                "weeks" => typed.weeks = value,
                "remark" => typed.remark = value,
                "group" => typed.groups.push(value),
                _ => {
                    let seen = name.strip_prefix("seen-").zip(value.parse().ok());
                    typed.seen.extend(seen.map(|(group, pieces)| (group.to_owned(), pieces)));
                }
            }
        }
        typed
    }
}

fn weeks(text: &str) -> Result<i64, ActionError> {
    match text.trim() {
        "" => Ok(USUAL_WEEKS),
        typed => typed
            .parse()
            .map_err(|_| ActionError::field("weeks", say::company_error_weeks(*WEEKS.start(), *WEEKS.end()))),
    }
}

async fn built(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: String,
    typed: Typed,
    wrong: Option<Wrong>,
) -> Result<RestPage, Failure> {
    let asked = typed.weeks.clone();
    let (id, weeks, rest, papers, refused) = act(app, move |house| {
        let id = house.store().read(|db| shown::id_in_address::<DonationId>(db, &id, Kind::Donation))?;
        let tried = weeks(&asked).and_then(|weeks| Ok((weeks, no_recipient::rest(house, &actor, id, weeks)?)));
        let ((weeks, rest), refused) = match tried {
            Ok(found) => (found, None),
            Err(refused @ ActionError::Field { .. }) => {
                ((USUAL_WEEKS, no_recipient::rest(house, &actor, id, USUAL_WEEKS)?), Some(refused))
            }
            Err(other) => return Err(other),
        };
        let papers: Vec<Paper> = rest.papers.iter().map(|row| Paper::of(house, row)).collect();
        Ok((id, weeks, rest, papers, refused))
    })
    .await?;
    let t = page.t();
    let refused = refused.map(|error| Wrong::of(error.into(), t)).transpose()?;
    let line = |left: &GroupLeft| Line {
        code: left.code.clone(),
        name: left.names.get(t.lang()).to_owned(),
        picto: left.code.to_lowercase(),
        in_stock: left.in_stock,
        discarded: left.discarded,
        pieces: left.pieces(),
        weight: weight(t, left.weight_g),
        ticked: wrong.is_none() || typed.groups.contains(&left.code),
    };
    Ok(RestPage {
        groups: rest.groups.iter().map(line).collect(),
        stated: if rest.stated > 0 { t.company_rest_stated(rest.stated) } else { String::new() },
        donor: rest.donor,
        least: *WEEKS.start(),
        most: *WEEKS.end(),
        remark: typed.remark,
        wrong: wrong.or(refused).unwrap_or_default(),
        id,
        weeks,
        papers,
        page,
        t,
    })
}

/// `GET /donations/{id}/rest`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let typed = Typed { weeks: asked.into_inner().weeks, ..Typed::default() };
    html(&built(page, &app, actor, id.into_inner(), typed, None).await?)
}

/// Whether this person made a statement for the gift.
async fn is_stated_by(app: &Shared, actor: Actor, id: DonationId) -> Result<bool, Failure> {
    let by = actor.user();
    let rest = act(app, move |house| no_recipient::rest(house, &actor, id, USUAL_WEEKS)).await?;
    Ok(by.is_some() && rest.papers.iter().any(|paper| paper.made_by == by))
}

/// `POST /donations/{id}/rest`
pub(in crate::web) async fn state(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), Typed::of(sent.into_inner()));
    let (input, acting, site) = (typed.clone(), actor.clone(), app.site.clone());
    let done = act(&app, move |house| {
        let seen = input.seen.iter().filter(|(group, _)| input.groups.contains(group)).map(|(_, pieces)| pieces).sum();
        let said = Statement { weeks: weeks(&input.weeks)?, groups: input.groups, seen, remark: input.remark };
        no_recipient::state(house, &acting, id, &said, &site)
    })
    .await;
    match done {
        Ok(_) => Ok(redirect_with(&format!("/donations/{id}/rest"), &say::company_rest_saved())),
        Err(failure) => {
            // The second of two clicks: what was ticked stands on the paper that the first one made.
            let is_gone = matches!(&failure, Failure::Action(ActionError::Field { field: "groups", .. }));
            if is_gone && !typed.groups.is_empty() && is_stated_by(&app, actor.clone(), id).await? {
                return Ok(redirect(&format!("/donations/{id}/rest")));
            }
            let wrong = Wrong::of(failure, page.t())?;
            again(&built(page, &app, actor, id.to_string(), typed, Some(wrong)).await?)
        }
    }
}
