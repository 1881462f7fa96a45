//! `/books`: a year's gifts in kind for the accounts, as a table and as DATEV reads them.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, House};
use crate::domain::IssuerId;
use crate::domain::council::is_city;
use crate::domain::rights::Right;
use crate::reports::book::{Csv, csv};
use crate::reports::books::{self, Books, Sort};
use crate::store::books::Whose;
use crate::store::council_lists::{self, CityRow};
use crate::texts::{Texts, say};
use crate::web::pages::shown::{Choice, link};
use crate::web::{Failure, Page, Shared, act, html};

/// Years that can be looked at: as long as records are kept.
const YEARS: i16 = 11;
/// Entries that the page shows; the file has all of them.
const SHOWN: usize = 200;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    year: String,
    issuer: String,
}

#[derive(Template)]
#[template(path = "books/books.html")]
struct BooksPage {
    page: Page,
    t: &'static Texts,
    years: Vec<Choice>,
    issuers: Vec<Choice>,
    period: String,
    sums: Vec<(String, i64, String)>,
    total: String,
    entries: Vec<Line>,
    more: bool,
    foreign: i64,
    nobodys: i64,
    csv: String,
    /// Empty where the settings say nothing of DATEV.
    datev: String,
}

struct Line {
    href: String,
    day: String,
    kind: String,
    number: String,
    donor: String,
    amount: String,
}

struct Gathered {
    books: Books,
    issuers: Vec<CityRow>,
    chosen: Option<IssuerId>,
    year: i16,
}

/// Gathers what the address asks for: the first association that is in use, the year that runs.
fn gather(house: &House, actor: &Actor, asked: &Asked, begins: (i8, i8)) -> Result<Gathered, ActionError> {
    actor.must(Right::KeepBooks)?;
    let today = house.today();
    let running = today.year() - i16::from((today.month(), today.day()) < begins);
    let year = if asked.year.is_empty() { Some(running) } else { asked.year.parse().ok() };
    let year = year.filter(|year| (running - YEARS + 1..=running).contains(year));
    let year = year.ok_or_else(|| ActionError::field("year", say::books_error_year()))?;
    let issuers = house.store().read(council_lists::receivers)?;
    let first = issuers.iter().find(|one| !is_city(&one.form)).or(issuers.first()).map(|one| one.id);
    let wanted: Option<IssuerId> = asked.issuer.parse().ok();
    let chosen = wanted.filter(|wanted| issuers.iter().any(|one| one.id == *wanted)).or(first);
    let whose = match chosen {
        None => Whose::Everybodys,
        Some(only) if issuers.len() == 1 => Whose::OfTheOnly(only),
        Some(one) => Whose::Of(one),
    };
    Ok(Gathered { books: books::gather(house, actor, whose, year, begins)?, issuers, chosen, year })
}

fn begins(app: &Shared) -> (i8, i8) {
    app.datev.as_ref().map_or((1, 1), |datev| datev.year_begins)
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let (t, asked, begins) = (page.t(), asked.into_inner(), begins(&app));
    let (found, today) = act(&app, move |house| Ok((gather(house, &actor, &asked, begins)?, house.today()))).await?;
    let running = today.year() - i16::from((today.month(), today.day()) < begins);
    let books = &found.books;
    let issuer = found.chosen.map(|id| id.to_string()).unwrap_or_default();
    let year = found.year.to_string();
    let asked = [("year", year.as_str()), ("issuer", issuer.as_str())];
    let sums = Sort::ALL.into_iter().filter_map(|sort| {
        let (count, cents) = books.sum(sort);
        let sign = if sort == Sort::Reversal { -1 } else { 1 };
        (count > 0).then(|| (t.say(&sort.name()), count, t.euros(sign * cents)))
    });
    let entries = books.entries.iter().rev().take(SHOWN).map(|entry| Line {
        href: format!("/donations/{}", entry.donation),
        day: t.day(entry.day),
        kind: t.say(&entry.sort.name()),
        number: entry.number.clone(),
        donor: entry.donor.clone(),
        amount: t.euros(if entry.sort == Sort::Reversal { -entry.cents } else { entry.cents }),
    });
    html(&BooksPage {
        years: (0..YEARS)
            .map(|back| running - back)
            .map(|year| Choice::new(year, year.to_string(), year == found.year))
            .collect(),
        issuers: found
            .issuers
            .iter()
            .map(|one| Choice::new(one.id, one.name.clone(), Some(one.id) == found.chosen))
            .collect(),
        period: t.books_period(books.first, books.last),
        sums: sums.collect(),
        total: t.euros(books.gifts()),
        entries: entries.collect(),
        more: books.entries.len() > SHOWN,
        foreign: books.foreign,
        nobodys: books.nobodys,
        csv: link("/books.csv", &asked),
        datev: app.datev.as_ref().map(|_| link("/books/datev.csv", &asked)).unwrap_or_default(),
        page,
        t,
    })
}

fn file(name: &str, kind: &'static str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes)
}

/// `GET /books.csv`
pub(in crate::web) async fn table(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let (t, asked, begins) = (page.t(), asked.into_inner(), begins(&app));
    let found = act(&app, move |house| gather(house, &actor, &asked, begins)).await?;
    let text = csv(&found.books.table(), t, Csv::default());
    Ok(file(&format!("books-{}.csv", found.year), "text/csv; charset=utf-8", text.into_bytes()))
}

/// `GET /books/datev.csv`: refused in a sentence as long as the settings say nothing of DATEV.
pub(in crate::web) async fn datev(app: Shared, actor: Actor, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let (asked, settings) = (asked.into_inner(), app.datev.clone());
    let (bytes, year) = act(&app, move |house| {
        actor.must(Right::KeepBooks)?;
        let settings = settings.ok_or_else(|| ActionError::Refused(say::books_datev_missing()))?;
        let found = gather(house, &actor, &asked, settings.year_begins)?;
        Ok((found.books.datev(&settings, house), found.year))
    })
    .await?;
    Ok(file(&format!("EXTF_Buchungsstapel_{year}.csv"), "text/csv; charset=windows-1252", bytes))
}
