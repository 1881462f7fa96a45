//! Printing labels: blank ones on a stock of the house's choice, the calibration page, and a code that exists.

pub(in crate::web) mod sheets;

use actix_web::HttpResponse;
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::web::{Form, Path, Query};
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, make_codes, print_code};
use crate::codes::{self, Code, Kind};
use crate::domain::catalogue::Group;
use crate::domain::rights::Right;
use crate::paper::labels::{LabelText, Sheet};
use crate::paper::profile::Profile;
use crate::paper::stocks::{self, Stock};
use crate::paper::{PaperError, test_page};
use crate::texts::{Lang, Message, Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, html};

/// What labels are made for, in the order of the form.
const KINDS: [(Kind, fn() -> Message); 1] = [(Kind::Item, say::labels_kind_item)];

/// The everyday sheet, chosen when nobody has chosen yet.
const USUAL_STOCK: &str = "L4736REV";

#[derive(Clone, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    stock: String,
    kind: String,
    count: String,
    start_at: String,
    /// Of one code: for each bag of a gift one.
    copies: String,
}

/// As many labels of one code as come at once.
const MOST_COPIES: usize = 200;

impl Default for Typed {
    fn default() -> Typed {
        let count = stocks::find(USUAL_STOCK).map_or(48, Stock::per_page).to_string();
        Typed {
            stock: USUAL_STOCK.to_owned(),
            kind: Kind::Item.word().to_owned(),
            count,
            start_at: "1".to_owned(),
            copies: "1".to_owned(),
        }
    }
}

#[derive(Template)]
#[template(path = "labels.html")]
struct LabelsPage {
    page: Page,
    t: &'static Texts,
    kinds: Vec<(&'static str, String)>,
    /// Code and name of the catalogue's groups.
    groups: Vec<(String, String)>,
    stocks: Vec<Paper>,
    typed: Typed,
    wrong: Wrong,
}

#[derive(Template)]
#[template(path = "label.html")]
struct OneLabelPage {
    page: Page,
    t: &'static Texts,
    code: Code,
    lines: Vec<String>,
    stocks: Vec<Paper>,
    typed: Typed,
    wrong: Wrong,
}

/// A stock as the page shows it.
struct Paper {
    name: String,
    /// Other makers' numbers for the same labels.
    also: String,
    /// Width and height in mm.
    size: String,
    per_page: usize,
}

/// “45,72 × 21,17”, with the language's decimal sign.
fn size(t: &Texts, stock: &Stock) -> String {
    let size = format!("{} × {}", stock.label.width, stock.label.height);
    if matches!(t.lang(), Lang::De | Lang::Uk) { size.replace('.', ",") } else { size }
}

fn papers(t: &Texts) -> Vec<Paper> {
    let paper = |stock: &'static Stock| Paper {
        name: stock.name.clone(),
        also: t.listed(&stock.aliases),
        size: size(t, stock),
        per_page: stock.per_page(),
    };
    stocks::all().iter().map(paper).collect()
}

impl LabelsPage {
    fn new(page: Page, app: &Shared, typed: Typed, wrong: Wrong) -> LabelsPage {
        let t = page.t();
        let catalogue = app.house.catalogue();
        let named = |group: &Group| (group.code.to_string(), group.names.get(t.lang()).to_owned());
        let groups = catalogue.groups().iter().map(named).collect();
        let kinds = KINDS.iter().map(|(kind, name)| (kind.word(), t.say(&name()))).collect();
        LabelsPage { page, t, kinds, groups, stocks: papers(t), typed, wrong }
    }
}

/// The stock of this name, with the number of the label to begin with.
fn place(typed: &Typed) -> Result<(&'static Stock, usize), ActionError> {
    let unknown = || ActionError::field("stock", say::error_stock_unknown());
    let stock = stocks::find(&typed.stock).ok_or_else(unknown)?;
    let labels = stock.per_page();
    match typed.start_at.trim().parse() {
        Ok(start) if (1..=labels).contains(&start) => Ok((stock, start)),
        _ => Err(ActionError::field("start_at", say::error_start_outside(labels))),
    }
}

pub(super) fn unprintable(error: &PaperError) -> Failure {
    tracing::error!(%error, "labels could not be drawn");
    Failure::Busy
}

/// A PDF to be saved under this name.
fn download(pdf: Vec<u8>, name: String) -> HttpResponse {
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(name)],
    };
    HttpResponse::Ok().content_type("application/pdf").insert_header(disposition).body(pdf)
}

async fn draw(labels: Vec<LabelText>, stock: &'static Stock, start: usize) -> Result<Vec<u8>, Failure> {
    let drawn = actix_web::web::block(move || Sheet::new(stock, &labels).starting_at(start)?.to_pdf());
    drawn.await.map_err(|_| Failure::Busy)?.map_err(|error| unprintable(&error))
}

/// `GET /labels`
pub(in crate::web) async fn show(page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    html(&LabelsPage::new(page, &app, Typed::default(), Wrong::default()))
}

/// `POST /labels`: makes the codes and gives their PDF.
pub(in crate::web) async fn make(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = form.into_inner();
    let asked = typed.clone();
    let made = act(&app, move |house| {
        // Checked before any code is made: codes are never made twice.
        let (stock, start) = place(&asked)?;
        let kind = Kind::from_word(&asked.kind).ok_or_else(|| ActionError::field("kind", say::error_label_kind()))?;
        let count = asked.count.trim().parse().unwrap_or_default();
        Ok((stock, start, make_codes::blank(house, &actor, kind, count)?))
    });
    match made.await {
        Ok((stock, start, codes)) => {
            let name = format!("labels-{}-{}.pdf", stock.name, codes.len());
            Ok(download(draw(codes.into_iter().map(LabelText::from).collect(), stock, start).await?, name))
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&LabelsPage::new(page, &app, typed, wrong))
        }
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct OfStock {
    #[serde(default)]
    stock: String,
}

/// `GET /labels/test-page?stock=…`
pub(in crate::web) async fn calibrate(actor: Actor, asked: Query<OfStock>) -> Result<HttpResponse, Failure> {
    actor.must(Right::PrintLabels)?;
    let stock = stocks::find(&asked.stock).ok_or(Failure::NotFound)?;
    let pdf = test_page(stock, Profile::default()).map_err(|error| unprintable(&error))?;
    Ok(download(pdf, format!("test-page-{}.pdf", stock.name)))
}

/// Where a single label goes; nothing is chosen when the page is opened.
#[derive(Deserialize)]
pub(in crate::web) struct Chosen {
    stock: Option<String>,
    #[serde(default)]
    start_at: String,
    copies: Option<String>,
}

/// `GET /labels/code/{code}`: asks for the stock and, when it is chosen, gives the PDF.
pub(in crate::web) async fn one(
    page: Page,
    app: Shared,
    actor: Actor,
    code: Path<String>,
    chosen: Query<Chosen>,
) -> Result<HttpResponse, Failure> {
    let code = codes::read(&code).map_err(|_| Failure::NotFound)?;
    let lines = act(&app, move |house| print_code::lines(house, &actor, code)).await?;
    let (t, chosen) = (page.t(), chosen.into_inner());
    let copies = chosen.copies.filter(|copies| !copies.trim().is_empty()).unwrap_or_else(|| "1".to_owned());
    let Some(stock) = chosen.stock else {
        let typed = Typed { copies, ..Typed::default() };
        return html(&OneLabelPage { page, t, code, lines, stocks: papers(t), typed, wrong: Wrong::default() });
    };
    let typed = Typed { stock, start_at: chosen.start_at, copies, ..Typed::default() };
    let many = |place| match typed.copies.trim().parse() {
        Ok(many) if (1..=MOST_COPIES).contains(&many) => Ok((place, many)),
        _ => Err(ActionError::field("copies", say::values_error_quantity(MOST_COPIES as i64))),
    };
    match place(&typed).and_then(many) {
        Ok(((stock, start), many)) => {
            let labels = std::iter::repeat_with(|| LabelText { code, lines: lines.clone() }).take(many);
            let pdf = draw(labels.collect(), stock, start).await?;
            Ok(download(pdf, format!("label-{code}.pdf")))
        }
        Err(error) => {
            let wrong = Wrong::of(error.into(), t)?;
            again(&OneLabelPage { page, t, code, lines, stocks: papers(t), typed, wrong })
        }
    }
}
