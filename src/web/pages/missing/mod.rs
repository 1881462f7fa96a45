//! `GET /missing`: what is missing, as a picture, a list and grids of sizes; and as a file.

mod heat;
pub(in crate::web) mod public;

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use self::heat::Grid;
use super::shown::{Choice, link};
use crate::actions::{ActionError, Actor};
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::sizes::Sizes;
use crate::reports::missing::{self, Asked, Missing, ProductLine, SpecialLine, ToldMissing, When, season_name};
use crate::store::announced;
use crate::texts::{Message, Texts, say};
use crate::web::charts::{ChartRow, Key, Rows, legend};
use crate::web::{Failure, Page, Shared, act, html};

/// Donations shown that will bring a product.
const COMING: i64 = 10;
/// Products of the list before one asks for all.
const FIRST: usize = 50;

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Typed {
    q: String,
    when: String,
    group: String,
    product: String,
    sort: String,
    all: String,
}

impl Typed {
    fn when(&self) -> When {
        self.when.parse().unwrap_or_default()
    }

    /// What the report is asked for. A group or product that is not there is as good as none.
    fn asked(&self, catalogue: &Catalogue) -> Asked {
        let product = looked_into(catalogue, &self.product).map(|product| product.code.clone());
        Asked {
            when: self.when(),
            group: catalogue.group(&self.group).map(|group| group.code.clone()).filter(|_| product.is_none()),
            product,
        }
    }

    fn sort(&self) -> Sort {
        match self.sort.as_str() {
            "name" => Sort::Name,
            "wanted" => Sort::Wanted,
            "households" => Sort::Households,
            _ => Sort::Missing,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Missing,
    Wanted,
    Households,
    Name,
}

/// The product that somebody may look into. Special ones are told only all together.
fn looked_into<'c>(catalogue: &'c Catalogue, code: &str) -> Option<&'c Product> {
    catalogue.product(code).filter(|product| !product.special)
}

#[derive(Template)]
#[template(path = "missing/missing.html")]
struct MissingPage {
    page: Page,
    t: &'static Texts,
    typed: Typed,
    whens: Vec<Choice>,
    groups: Vec<Choice>,
    sorts: Vec<Choice>,
    sentence: String,
    definition: String,
    /// Empty when nothing is open.
    svg: String,
    legend: Vec<Key>,
    bars: Vec<Bar>,
    grids: Vec<Grid>,
    rows: Vec<Row>,
    /// All special needs as one.
    special: Option<SpecialLine>,
    /// The address of the whole list; empty when this is it.
    whole: String,
    count: usize,
    /// The product that one looks into.
    chosen: Option<Chosen>,
    csv: String,
    json: String,
    reset: String,
}

/// One group in the table behind the picture.
struct Bar {
    name: String,
    href: String,
    numbers: [i64; 4],
}

struct Row {
    name: String,
    picto: String,
    href: String,
    items: String,
    season: String,
    wanted: i64,
    in_stock: i64,
    coming: i64,
    missing: i64,
    urgent: i64,
    households: i64,
}

struct Chosen {
    name: String,
    picto: String,
    items: String,
    /// Address, donor, and what comes when.
    coming: Vec<(String, String, String)>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    typed: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = typed.into_inner();
    let asked = typed.asked(&app.house.catalogue());
    let (report, coming) = act(&app, move |house| {
        let report = missing::count(house, &actor, &asked)?;
        let coming = match &asked.product {
            Some(product) => house.store().read(|db| announced::of_product(db, product, COMING))?,
            None => Vec::new(),
        };
        Ok((report, coming))
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let kept = |name: &str, value: &str| {
        let all = [("q", typed.q.as_str()), ("when", &typed.when), ("group", &typed.group), ("sort", &typed.sort)];
        let mut asked: Vec<(&str, &str)> = all.into_iter().filter(|(known, _)| *known != name).collect();
        asked.push((name, value));
        link("/missing", &asked)
    };
    let groups = report.by_group(&catalogue);
    let bars: Vec<Bar> = groups
        .iter()
        .map(|(code, names, sum)| Bar {
            name: names.get(t.lang()).to_owned(),
            href: kept("group", code.as_str()),
            numbers: [sum.missing, sum.coming, sum.in_stock, sum.wanted],
        })
        .collect();
    let series = [t.wanted_missing(), t.wanted_coming(), t.wanted_in_stock()];
    let (title, about) = (t.wanted_chart(), t.say(&report.definition()));
    let chart = Rows {
        id: "missing-groups",
        title: &title,
        about: &about,
        series: &series,
        rows: bars
            .iter()
            .take(12)
            .map(|bar| ChartRow { name: bar.name.clone(), parts: bar.numbers[..3].to_vec(), href: bar.href.clone() })
            .collect(),
    };
    let chosen = looked_into(&catalogue, &typed.product).map(|product| Chosen {
        name: product.names.get(t.lang()).to_owned(),
        picto: product.picture(),
        items: items_of(&product.names.de),
        coming: coming
            .iter()
            .map(|(line, donor)| {
                let size = line.size.as_deref().unwrap_or_default();
                let when = line.expected_on.map(|day| t.wanted_expected_on(day.0));
                let parts = [Some(t.item_pieces(line.pieces)), (!size.is_empty()).then(|| t.isolated(size)), when];
                (format!("/donations/{}", line.donation_id), donor.clone(), t.dotted(parts.into_iter().flatten()))
            })
            .collect(),
    });
    let single = typed.product.is_empty() && typed.group.is_empty();
    let mut rows = rows(&report, &catalogue, t, &typed);
    let count = rows.len();
    let special = report.special.filter(|_| typed.q.trim().is_empty());
    let whole = if count > FIRST && typed.all.is_empty() { kept("all", "1") } else { String::new() };
    if !whole.is_empty() {
        rows.truncate(FIRST);
    }
    let files = [("when", typed.when.as_str()), ("group", &typed.group), ("product", &typed.product)];
    html(&MissingPage {
        whens: When::ALL.iter().map(|one| Choice::new(one, t.say(&when_name(*one)), *one == typed.when())).collect(),
        groups: catalogue
            .groups()
            .iter()
            .filter(|one| catalogue.products_of(&one.code).any(|product| !product.special))
            .map(|one| Choice::new(&one.code, one.names.get(t.lang()).to_owned(), one.code.as_str() == typed.group))
            .collect(),
        sorts: sorts(t, typed.sort()),
        sentence: sentence(t, &report, single.then(|| bars.first()).flatten()),
        definition: about.clone(),
        svg: if bars.is_empty() || chosen.is_some() { String::new() } else { chart.draw() },
        legend: legend("missing-groups", &series),
        grids: if single { Vec::new() } else { heat::grids(&report, &catalogue, t) },
        csv: link("/missing.csv", &files),
        json: link("/missing.json", &files),
        reset: link("/missing", &[("when", &typed.when)]),
        bars,
        rows,
        special,
        whole,
        count,
        chosen,
        typed,
        t,
        page,
    })
}

/// The report in one sentence.
fn sentence(t: &Texts, report: &Missing, first: Option<&Bar>) -> String {
    if report.total.wanted == 0 {
        return t.wanted_nothing_open();
    }
    let sentence = t.wanted_sentence(report.total.missing, report.total.wanted);
    match first {
        Some(group) if group.numbers[0] > 0 => format!("{sentence} {}", t.wanted_sentence_most(&group.name)),
        _ => sentence,
    }
}

fn rows(report: &Missing, catalogue: &Catalogue, t: &Texts, typed: &Typed) -> Vec<Row> {
    let found: Option<Vec<&str>> = (!typed.q.trim().is_empty()).then(|| {
        let hits = catalogue.find_any(&typed.q, Sizes::shipped());
        hits.into_iter().map(|hit| hit.product.code.as_str()).collect()
    });
    let mut lines: Vec<&ProductLine> = report
        .products
        .iter()
        .filter(|line| found.as_ref().is_none_or(|found| found.contains(&line.product.as_str())))
        .collect();
    match typed.sort() {
        Sort::Missing => {}
        Sort::Wanted => lines.sort_by_key(|line| std::cmp::Reverse(line.sum.wanted)),
        Sort::Households => lines.sort_by_key(|line| std::cmp::Reverse(line.households)),
        Sort::Name => lines.sort_by_key(|line| crate::texts::fold(line.names.get(t.lang()))),
    }
    let row = |line: &ProductLine| Row {
        name: line.names.get(t.lang()).to_owned(),
        picto: catalogue.product(line.product.as_str()).map(|product| product.picture()).unwrap_or_default(),
        href: link("/missing", &[("when", &typed.when), ("product", line.product.as_str())]),
        items: items_of(&line.names.de),
        season: t.say(&season_name(line.season)),
        wanted: line.sum.wanted,
        in_stock: line.sum.in_stock,
        coming: line.sum.coming,
        missing: line.sum.missing,
        urgent: line.sum.urgent,
        households: line.households,
    };
    lines.into_iter().map(row).collect()
}

/// The list of free pieces of a product.
fn items_of(name: &str) -> String {
    link("/items", &[("q", name), ("state", "in_stock")])
}

fn when_name(when: When) -> Message {
    match when {
        When::Now => say::wanted_when_now(),
        When::Next => say::wanted_when_next(),
        When::All => say::wanted_when_all(),
    }
}

fn sorts(t: &Texts, chosen: Sort) -> Vec<Choice> {
    [
        ("", Sort::Missing, t.wanted_sort_missing()),
        ("wanted", Sort::Wanted, t.wanted_sort_wanted()),
        ("households", Sort::Households, t.wanted_sort_households()),
        ("name", Sort::Name, t.wanted_sort_name()),
    ]
    .map(|(value, sort, label)| Choice::new(value, label, sort == chosen))
    .into()
}

/// `GET /missing.csv`
pub(in crate::web) async fn csv(
    page: Page,
    app: Shared,
    actor: Actor,
    typed: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let (report, catalogue) = counted(&app, actor, &typed).await?;
    let body = report.csv(page.t(), &catalogue);
    Ok(file("text/csv; charset=utf-8", &format!("missing_{}.csv", report.as_of), body))
}

/// `GET /missing.json`
pub(in crate::web) async fn json(app: Shared, actor: Actor, typed: Query<Typed>) -> Result<HttpResponse, Failure> {
    let (report, _) = counted(&app, actor, &typed).await?;
    Ok(file("application/json", &format!("missing_{}.json", report.as_of), report.json()))
}

async fn counted(
    app: &Shared,
    actor: Actor,
    typed: &Typed,
) -> Result<(ToldMissing, std::sync::Arc<Catalogue>), Failure> {
    let catalogue = app.house.catalogue();
    let asked = typed.asked(&catalogue);
    let report = act(app, move |house| missing::told(house, &actor, &asked)).await?;
    Ok((report, catalogue))
}

fn file(content: &'static str, name: &str, body: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, content))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(body)
}

/// What the coordinator's home says: the product of which most is missing.
pub(super) fn most_missing(
    house: &crate::actions::House,
    actor: &Actor,
) -> Result<Option<(crate::texts::Words, i64)>, ActionError> {
    let report = missing::count(house, actor, &Asked::default())?;
    let first = report.products.into_iter().next().filter(|line| line.sum.missing > 0);
    Ok(first.map(|line| (line.names, line.sum.missing)))
}
