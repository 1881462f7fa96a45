//! `GET /reports`: what there is, by what it is for, and the periods that are closed.

use actix_web::HttpResponse;
use askama::Template;

use super::closing::Closings;
use crate::actions::Actor;
use crate::domain::rights::Right;
use crate::reports::book::{PeriodKind, Report};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "reports/index.html")]
struct IndexPage {
    page: Page,
    t: &'static Texts,
    shelves: Vec<Shelf>,
    /// The figures with their pictures.
    figures: bool,
    /// For those who may see reports.
    closings: Option<Closings>,
}

/// Reports for one purpose.
struct Shelf {
    id: &'static str,
    title: String,
    reports: Vec<Entry>,
}

struct Entry {
    href: String,
    title: String,
    sentence: String,
    /// Words and address of each format.
    files: Vec<(String, String)>,
    /// Which period the files are about, where it is not the usual one.
    hint: String,
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let may_see = page.may(Right::SeeReports);
    let closings = match may_see {
        true => Some(act(&app, move |house| Closings::load(house, &actor, t)).await?),
        false => None,
    };
    let shelf = |id, title, reports: &[Report]| Shelf {
        id,
        title,
        reports: reports.iter().filter(|report| page.may(report.right())).map(|report| entry(t, *report)).collect(),
    };
    let shelves = [
        shelf(
            "gifts",
            t.book_for_gifts(),
            &[Report::Donations, Report::CompanyDonations, Report::Receipts, Report::Value],
        ),
        shelf("city", t.book_for_city(), &[Report::Council, Report::HouseholdsServed, Report::NeedsMet]),
        shelf("house", t.book_for_house(), &[Report::StockAge, Report::SessionFigures, Report::VolunteerScans]),
    ];
    html(&IndexPage {
        shelves: shelves.into_iter().filter(|shelf| !shelf.reports.is_empty()).collect(),
        figures: page.may(Right::SeeItems),
        closings,
        t,
        page,
    })
}

fn entry(t: &Texts, report: Report) -> Entry {
    let path = format!("/reports/{report}");
    let file = |ending: &str| format!("{path}.{ending}");
    let files = vec![(t.book_as_xlsx(), file("xlsx")), (t.book_as_pdf(), file("pdf")), (t.figures_csv(), file("csv"))];
    // What counts households is given out by whole quarters: a person must know which one it is.
    let hint = if report.period() == PeriodKind::Fixed { t.book_last_quarter() } else { String::new() };
    Entry { href: path, title: t.say(&report.title()), sentence: t.say(&report.sentence()), files, hint }
}
