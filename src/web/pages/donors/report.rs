//! `GET /donors/{id}/gifts` and `/donors/{id}/gifts.csv`: the report on what became of a donor's gifts.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Path, Query};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use crate::actions::{ActionError, Actor};
use crate::codes::Kind;
use crate::domain::DonorId;
use crate::domain::desk::state_name;
use crate::reports::donor_gifts::{self, DonorGifts, Tally};
use crate::texts::{Texts, say};
use crate::web::pages::shown;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Deserialize)]
pub(in crate::web) struct Period {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
}

/// A whole in its parts, for the bar and its legend.
pub(in crate::web) struct Share {
    pub sentence: String,
    pub words: String,
    pub whole: i64,
    pub parts: Vec<Part>,
}

pub(in crate::web) struct Part {
    pub class: &'static str,
    pub label: String,
    pub start: i64,
    pub pieces: i64,
}

impl Share {
    /// `None` when there is nothing to share out.
    pub fn of(t: &Texts, tally: &Tally) -> Option<Share> {
        let all = [
            ("part-1", say::state_handed_out(), tally.handed_out),
            ("part-2", say::share_here(), tally.in_stock + tally.reserved),
            ("part-3", say::share_later(), tally.in_care + tally.in_custody),
            ("part-4", say::state_transferred(), tally.transferred),
            ("part-5", say::share_lost(), tally.discarded + tally.missing),
        ];
        let mut start = 0;
        let mut parts = Vec::new();
        for (class, label, pieces) in all.into_iter().filter(|(.., pieces)| *pieces > 0) {
            parts.push(Part { class, label: t.say(&label), start, pieces });
            start += pieces;
        }
        let words = t.listed(parts.iter().map(|part| format!("{} {}", part.pieces, part.label)));
        (start > 0).then(|| Share {
            sentence: t.share_sentence(tally.received, tally.handed_out),
            words,
            whole: start,
            parts,
        })
    }
}

#[derive(Template)]
#[template(path = "donors/report.html")]
struct ReportPage {
    page: Page,
    t: &'static Texts,
    id: DonorId,
    donor: String,
    from: Date,
    to: Date,
    wrong: String,
    csv: String,
    definition: String,
    share: Option<Share>,
    facts: Vec<(String, String)>,
    states: Vec<String>,
    groups: Vec<Counts>,
    total: Counts,
    donations: Vec<Counts>,
    needs: Vec<(String, i64, String)>,
}

/// One line of a table.
struct Counts {
    href: String,
    name: String,
    received: i64,
    /// One number for each state that occurs.
    cells: Vec<(String, i64)>,
    on_list: i64,
    reach: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    period: Query<Period>,
) -> Result<HttpResponse, Failure> {
    let (id, report, wrong) = load(&app, actor, id.into_inner(), period.into_inner()).await?;
    let t = page.t();
    let used: Vec<usize> = (0..report.total.parts().len()).filter(|at| report.total.parts()[*at].1 > 0).collect();
    let states: Vec<String> = used.iter().map(|at| t.say(&state_name(report.total.parts()[*at].0))).collect();
    let counts = |name: String, href: String, tally: &Tally, on_list: i64, reach: String| Counts {
        cells: states.iter().cloned().zip(used.iter().map(|at| tally.parts()[*at].1)).collect(),
        received: tally.received,
        name,
        href,
        on_list,
        reach,
    };
    let groups: Vec<Counts> = report
        .groups
        .iter()
        .map(|line| {
            let name = line.names.get(t.lang()).to_owned();
            counts(name, String::new(), &line.tally, line.on_list, t.say(&line.reach.words()))
        })
        .collect();
    let on_list = groups.iter().map(|line| line.on_list).sum();
    let donations = report
        .donations
        .iter()
        .map(|line| counts(t.day(line.received_on), format!("/donations/{}", line.id), &line.tally, 0, String::new()));
    let mut facts = vec![(t.report_households(), t.say(&report.reach.words()))];
    facts.extend(report.median_days.map(|days| (t.report_median(), t.report_days(days))));
    if report.announced > 0 {
        facts.push((t.report_announced(), report.announced.to_string()));
    }
    let days = (report.from.to_string(), report.to.to_string());
    html(&ReportPage {
        csv: shown::link(&format!("/donors/{id}/gifts.csv"), &[("from", &days.0), ("to", &days.1)]),
        definition: t.say(&report.definition()),
        share: Share::of(t, &report.total),
        total: counts(t.csv_total(), String::new(), &report.total, on_list, t.say(&report.reach.words())),
        donations: donations.collect(),
        needs: report
            .needs
            .iter()
            .map(|line| (t.say(&line.purpose.words()), line.pieces, t.say(&line.reach.words())))
            .collect(),
        id,
        from: report.from,
        to: report.to,
        wrong: wrong.map(|error| t.say(&error.message())).unwrap_or_default(),
        donor: report.donor.clone(),
        facts,
        states,
        groups,
        page,
        t,
    })
}

pub(in crate::web) async fn csv(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    period: Query<Period>,
) -> Result<HttpResponse, Failure> {
    let (_, report, _) = load(&app, actor, id.into_inner(), period.into_inner()).await?;
    let code = report.donor_code.map_or_else(|| "donor".to_owned(), |code| code.to_string());
    let name = format!("gifts_{code}_{}_{}.csv", report.from, report.to);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(report.csv(page.t())))
}

/// The report for the period that was asked for; for one that cannot be, the report on this year and the reason.
async fn load(
    app: &Shared,
    actor: Actor,
    id: String,
    period: Period,
) -> Result<(DonorId, DonorGifts, Option<ActionError>), Failure> {
    act(app, move |house| {
        let id = house.store().read(|db| shown::id_in_address::<DonorId>(db, &id, Kind::DonorCard))?;
        let today = house.today();
        let usual = (today.first_of_year(), today);
        let day = |text: &str, usual: Date| match text.trim() {
            "" => Ok(usual),
            typed => typed.parse::<Date>().map_err(|_| ActionError::field("from", say::error_day())),
        };
        let asked = day(&period.from, usual.0).and_then(|from| Ok((from, day(&period.to, usual.1)?)));
        let tried = asked.and_then(|(from, to)| donor_gifts::report(house, &actor, id, from, to));
        match tried {
            Ok(report) => Ok((id, report, None)),
            Err(wrong @ ActionError::Field { .. }) => {
                Ok((id, donor_gifts::report(house, &actor, id, usual.0, usual.1)?, Some(wrong)))
            }
            Err(other) => Err(other),
        }
    })
    .await
}
