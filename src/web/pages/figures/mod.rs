//! `GET /figures`: the figures of the house as pictures with tables, and each as a file.

mod section;

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Path, Query};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use self::section::Section;
use super::shown::{self, Choice};
use crate::actions::{ActionError, Actor, House};
use crate::domain::LocationId;
use crate::domain::rights::Right;
use crate::reports::figures::{Asked, Figure, FigureName};
use crate::store::locations;
use crate::texts::{Texts, say};
use crate::web::{Failure, Page, Shared, act, html};

/// Spans that one click chooses, in weeks.
const SPANS: [i64; 2] = [26, 52];

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Typed {
    from: String,
    to: String,
    group: String,
    site: String,
}

#[derive(Template)]
#[template(path = "figures/figures.html")]
struct FiguresPage {
    page: Page,
    t: &'static Texts,
    wrong: String,
    /// What stands on paper instead of the filter: period, group and site, the day, the house.
    printed: String,
    from: String,
    to: String,
    groups: Vec<Choice>,
    sites: Vec<Choice>,
    /// Address and words of the usual spans.
    spans: Vec<(String, String)>,
    sections: Vec<Section>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    typed: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = typed.into_inner();
    let asked_typed = typed.clone();
    let (figures, sites, wrong, today) = act(&app, move |house| {
        let (figures, wrong) = match read(house, &asked_typed).and_then(|asked| all(house, &actor, &asked)) {
            Err(wrong @ ActionError::Field { .. }) => (all(house, &actor, &Asked::default())?, Some(wrong.message())),
            counted => (counted?, None),
        };
        Ok((figures, house.store().read(|db| locations::inside(db, None))?, wrong, house.today()))
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let groups = catalogue.groups().iter().map(|group| {
        Choice::new(&group.code, group.names.get(t.lang()).to_owned(), group.code.as_str() == typed.group)
    });
    let sites = match sites.as_slice() {
        // Where there is only one site, there is nothing to choose.
        [] | [_] => Vec::new(),
        many => {
            many.iter().map(|site| Choice::new(site.id, site.name.clone(), site.id.to_string() == typed.site)).collect()
        }
    };
    let span = |weeks: i64| {
        let from = today.saturating_sub(jiff::Span::new().weeks(weeks - 1)).to_string();
        let kept = [("from", from.as_str()), ("group", &typed.group), ("site", &typed.site)];
        (shown::link("/figures", &kept), t.figures_weeks_choice(weeks))
    };
    let files = Files { from: &typed.from, to: &typed.to, group: &typed.group, site: &typed.site };
    let households = page.may(Right::SeeHouseholds);
    // What the pictures show, also when nobody chose it.
    let covered = figures.iter().find_map(|(_, figure)| match figure {
        Figure::InOut(flow) => Some((flow.from.to_string(), flow.to.to_string())),
        _ => None,
    });
    let covered = covered.unwrap_or_default();
    let period = figures.iter().find_map(|(_, figure)| match figure {
        Figure::InOut(flow) => Some((flow.from, flow.to)),
        _ => None,
    });
    let (from, to) = period.unwrap_or((today, today));
    let groups: Vec<Choice> = groups.collect();
    let chosen = |choices: &[Choice]| choices.iter().find(|choice| choice.chosen).map(|choice| choice.label.clone());
    let filter: Vec<String> = chosen(&groups).into_iter().chain(chosen(&sites)).collect();
    let filter = if filter.is_empty() { t.figures_group_all() } else { filter.join(", ") };
    html(&FiguresPage {
        printed: t.figures_printed(from, to, filter, today, page.site()),
        wrong: wrong.map(|wrong| t.say(&wrong)).unwrap_or_default(),
        spans: SPANS.map(span).into(),
        sections: figures.iter().map(|(name, figure)| Section::of(t, *name, figure, &files, households)).collect(),
        from: covered.0,
        to: covered.1,
        groups,
        sites,
        t,
        page,
    })
}

/// `GET /figures/{file}`: `stock.csv`, `needs.json` …
pub(in crate::web) async fn file(
    page: Page,
    app: Shared,
    actor: Actor,
    file: Path<String>,
    typed: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let file = file.into_inner();
    let (name, kind) = file.split_once('.').ok_or(Failure::NotFound)?;
    let name: FigureName = name.parse().map_err(|_| Failure::NotFound)?;
    let (figure, today) = act(&app, move |house| {
        let asked = Asked { leaves: true, ..read(house, &typed)? };
        Ok((Figure::count(house, &actor, name, &asked)?, house.today()))
    })
    .await?;
    let (content, body) = match kind {
        "csv" => ("text/csv; charset=utf-8", figure.csv(page.t())),
        "json" => ("application/json", figure.json()),
        _ => return Err(Failure::NotFound),
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, content))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}_{today}.{kind}\"")))
        .body(body))
}

/// What the addresses of the files keep.
struct Files<'a> {
    from: &'a str,
    to: &'a str,
    group: &'a str,
    site: &'a str,
}

/// What was asked for in an address.
fn read(house: &House, typed: &Typed) -> Result<Asked, ActionError> {
    let day = |text: &str| match text.trim() {
        "" => Ok(None),
        typed => typed.parse::<Date>().map(Some).map_err(|_| ActionError::field("from", say::error_day())),
    };
    let group = house.catalogue().group(typed.group.trim()).map(|group| group.code.clone());
    let site: Option<LocationId> = typed.site.trim().parse().ok();
    Ok(Asked { from: day(&typed.from)?, to: day(&typed.to)?, group, site, leaves: false })
}

/// Every figure that this person may see.
fn all(house: &House, actor: &Actor, asked: &Asked) -> Result<Vec<(FigureName, Figure)>, ActionError> {
    let mut figures = Vec::new();
    for name in FigureName::ALL.iter().copied().filter(|name| actor.may(name.right())) {
        // One group's flow is not for everybody: they get that of the whole house, and the page says so.
        let whole = name == FigureName::InOut && !actor.may(Right::SeeHouseholds);
        let asked = Asked { group: asked.group.clone().filter(|_| !whole), ..asked.clone() };
        figures.push((name, Figure::count(house, actor, name, &asked)?));
    }
    Ok(figures)
}
