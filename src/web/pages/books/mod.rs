//! `/books`: a year's gifts in kind for the accounts, as a table and as DATEV reads them.

pub(in crate::web) mod accounts;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::accounts::of_issuer;
use crate::actions::{ActionError, Actor, House};
use crate::domain::IssuerId;
use crate::domain::council::is_city;
use crate::domain::datev::Datev;
use crate::domain::rights::Right;
use crate::reports::book::{Csv, csv};
use crate::reports::books::{self, Books, Sort};
use crate::store::books::Whose;
use crate::store::council_lists::{self, CityRow};
use crate::texts::{Texts, fold, say};
use crate::web::pages::donations::list::NO_RECEIVER;
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
    /// Empty where nobody said what DATEV needs to know.
    datev: String,
    /// Where that is said; empty where there is nobody whose accounts they are.
    accounts: String,
    /// The gifts that are in nobody's accounts.
    nobodys_href: String,
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
    running: i16,
    datev: Option<Datev>,
}

impl Gathered {
    /// The end of a file's name: year and receiver.
    fn file_name(&self) -> String {
        let receiver = fold(&self.books.receiver).replace(' ', "-");
        let receiver: String = receiver.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
        if receiver.is_empty() { self.year.to_string() } else { format!("{}-{receiver}", self.year) }
    }
}

/// Whether a year that the receiver has not is refused, or the nearest one is taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Years {
    Exact,
    /// Of a page on which somebody goes from one receiver to another: their years begin on different days.
    Nearest,
}

/// Gathers what the address asks for: the first association that is in use, the year that runs. `known`: what the settings'
/// file says of DATEV.
fn gather(
    house: &House,
    actor: &Actor,
    asked: &Asked,
    known: Option<Datev>,
    years: Years,
) -> Result<Gathered, ActionError> {
    actor.must(Right::KeepBooks)?;
    let issuers = house.store().read(council_lists::receivers)?;
    let first = issuers.iter().find(|one| !is_city(&one.form)).or(issuers.first()).map(|one| one.id);
    let wanted: Option<IssuerId> = asked.issuer.parse().ok();
    let chosen = wanted.filter(|wanted| issuers.iter().any(|one| one.id == *wanted)).or(first);
    let typed = match chosen {
        Some(issuer) => house.store().read(|db| of_issuer(db, issuer))?,
        None => None,
    };
    // Where there are several receivers, nobody said whose numbers the settings' file has: the form proposes them.
    let datev = typed.map(|(datev, _)| datev).or(known.filter(|_| issuers.len() < 2));
    let begins = datev.as_ref().map_or((1, 1), |datev| datev.year_begins);
    let today = house.today();
    let running = today.year() - i16::from((today.month(), today.day()) < begins);
    let year = if asked.year.is_empty() { Some(running) } else { asked.year.parse().ok() };
    let first_year = running - YEARS + 1;
    let year = match years {
        Years::Exact => year.filter(|year| (first_year..=running).contains(year)),
        Years::Nearest => year.map(|year: i16| year.clamp(first_year, running)),
    };
    let year = year.ok_or_else(|| ActionError::field("year", say::books_error_year()))?;
    let whose = match chosen {
        None => Whose::Everybodys,
        Some(only) if issuers.len() == 1 => Whose::OfTheOnly(only),
        Some(one) => Whose::Of(one),
    };
    let receiver = issuers.iter().find(|one| Some(one.id) == chosen).map(|one| one.name.clone());
    let books = books::gather(house, actor, (whose, receiver.unwrap_or_default()), year, begins)?;
    Ok(Gathered { books, issuers, chosen, year, running, datev })
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let (t, asked, known) = (page.t(), asked.into_inner(), app.datev.clone());
    let found = act(&app, move |house| gather(house, &actor, &asked, known, Years::Nearest)).await?;
    let running = found.running;
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
        datev: found.datev.as_ref().map(|_| link("/books/datev.csv", &asked)).unwrap_or_default(),
        accounts: found.chosen.map(|issuer| format!("/issuers/{issuer}/accounts")).unwrap_or_default(),
        nobodys_href: {
            // The list's year is that of the calendar.
            let (first, last) = (books.first.to_string(), books.last.to_string());
            let days = match (books.first.month(), books.first.day()) {
                (1, 1) => vec![("year", year.as_str())],
                _ => vec![("from", first.as_str()), ("to", last.as_str())],
            };
            link("/donations", &[&[("receiver", NO_RECEIVER), ("only", "valued")], days.as_slice()].concat())
        },
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
    let (t, asked, known) = (page.t(), asked.into_inner(), app.datev.clone());
    let found = act(&app, move |house| gather(house, &actor, &asked, known, Years::Exact)).await?;
    let text = csv(&found.books.table(), t, Csv::default());
    Ok(file(&format!("books-{}.csv", found.file_name()), "text/csv; charset=utf-8", text.into_bytes()))
}

/// `GET /books/datev.csv`: refused in a sentence as long as nobody said what DATEV needs to know.
pub(in crate::web) async fn datev(app: Shared, actor: Actor, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let (asked, known) = (asked.into_inner(), app.datev.clone());
    let (bytes, name) = act(&app, move |house| {
        let found = gather(house, &actor, &asked, known, Years::Exact)?;
        let settings = found.datev.as_ref().ok_or_else(|| ActionError::Refused(say::books_datev_missing()))?;
        Ok((found.books.datev(settings, house), found.file_name()))
    })
    .await?;
    Ok(file(&format!("EXTF_Buchungsstapel_{name}.csv"), "text/csv; charset=windows-1252", bytes))
}
