//! `GET /donors/{id}/gifts` and `/donors/{id}/gifts.csv`: the report on what became of a donor's gifts, for work in the house and,
//! once a period is over and fixed by `POST`, as the donor gets it.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Form, Path, Query};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, publish};
use crate::codes::Kind;
use crate::domain::DonorId;
use crate::domain::desk::state_name;
use crate::domain::disclosure::difference::Period;
use crate::reports::donor_gifts::{self, DonorGifts, Tally, Told, dotted};
use crate::texts::{Texts, say};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html, redirect_warning, redirect_with};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Typed {
    from: String,
    to: String,
    /// `house`: for work in the house, although the period is fixed.
    view: String,
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

    /// The same of what may be told. Where it is hidden how many pieces are handed out, only that they came.
    pub fn told(t: &Texts, told: &Told) -> Option<Share> {
        let received = told.received.filter(|pieces| *pieces > 0)?;
        let Some(handed_out) = told.handed_out else {
            let label = t.disclosure_not_told();
            let words = format!("{received} {label}");
            let parts = vec![Part { class: "part-3", label, start: 0, pieces: received }];
            return Some(Share { sentence: t.share_received(received), words, whole: received, parts });
        };
        let of = |pieces: Option<i64>| pieces.unwrap_or_default();
        let tally = Tally {
            received,
            handed_out,
            in_stock: of(told.in_stock),
            reserved: of(told.reserved),
            in_care: of(told.in_care),
            in_custody: of(told.in_custody),
            transferred: of(told.transferred),
            discarded: of(told.discarded),
            missing: of(told.missing),
        };
        Share::of(t, &tally)
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
    is_empty: bool,
    /// What the donor gets, and not the working view.
    given_out: bool,
    /// That, said with its day.
    as_given_out: String,
    /// The other view of the same period; empty when there is none.
    other_view: String,
    /// Whether this period can be fixed now.
    may_give_out: bool,
    periods: Vec<Choice>,
    why: String,
    csv: String,
    definition: String,
    share: Option<Share>,
    facts: Vec<(String, String)>,
    states: Vec<String>,
    groups: Vec<Counts>,
    total: Counts,
    donations: Vec<Counts>,
    needs: Vec<(String, String, String)>,
}

/// One line of a table.
struct Counts {
    href: String,
    name: String,
    received: String,
    /// One number or dot for each state that occurs.
    cells: Vec<(String, String)>,
    reach: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    typed: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let Loaded { id, report, wrong, is_out } = load(&app, actor, id.into_inner(), typed.into_inner()).await?;
    let t = page.t();
    let parts = report.total.parts();
    // With the sums hidden nobody may see which states occur.
    let used: Vec<usize> =
        (0..parts.len()).filter(|at| *at == 0 || parts[*at].1.is_some_and(|pieces| pieces > 0)).collect();
    let states: Vec<String> = used.iter().map(|at| t.say(&state_name(parts[*at].0))).collect();
    let counts = |name: String, href: String, told: &Told, reach: String| Counts {
        cells: states.iter().cloned().zip(used.iter().map(|at| dotted(told.parts()[*at].1))).collect(),
        received: dotted(told.received),
        name,
        href,
        reach,
    };
    let groups = report.groups.iter().map(|line| {
        counts(line.names.get(t.lang()).to_owned(), String::new(), &line.tally, t.say(&line.reach.words()))
    });
    let donations = report.donations.iter().map(|line| {
        let href = line.id.map(|id| format!("/donations/{id}")).unwrap_or_default();
        counts(t.day(line.received_on), href, &line.told, String::new())
    });
    let mut facts = vec![(t.report_households(), t.say(&report.reach.words()))];
    facts.extend(report.median_days.map(|days| (t.report_median(), t.report_days(days))));
    if report.announced > 0 {
        facts.push((t.report_announced(), report.announced.to_string()));
    }
    let days = [("from", report.from.to_string()), ("to", report.to.to_string())];
    let address = |path: &str, more: &[(&str, &str)]| {
        let asked: Vec<(&str, &str)> =
            days.iter().map(|(name, day)| (*name, day.as_str())).chain(more.iter().copied()).collect();
        shown::link(&format!("/donors/{id}/{path}"), &asked)
    };
    let today = app.house.today();
    let period = Period::of(report.from, report.to).filter(|period| period.is_over(today));
    let over = Period::over(today, today.saturating_sub(jiff::Span::new().years(2)));
    let periods = over.iter().map(|one| {
        let (from, to) = (one.first().to_string(), one.last().to_string());
        let href = shown::link(&format!("/donors/{id}/gifts"), &[("from", &from), ("to", &to)]);
        Choice::new(href, period_name(t, *one), period == Some(*one))
    });
    html(&ReportPage {
        csv: address("gifts.csv", &[]),
        definition: t.say(&report.definition()),
        share: Share::told(t, &report.total),
        total: counts(t.csv_total(), String::new(), &report.total, t.say(&report.reach.words())),
        donations: donations.collect(),
        needs: report
            .needs
            .iter()
            .map(|line| (t.say(&line.purpose.words()), dotted(line.pieces), t.say(&line.reach.words())))
            .collect(),
        id,
        from: report.from,
        to: report.to,
        wrong: wrong.map(|error| t.say(&error.message())).unwrap_or_default(),
        is_empty: report.is_empty(),
        given_out: report.given_out,
        as_given_out: t.report_given_out(report.as_of),
        other_view: match (report.given_out, is_out) {
            (true, _) => address("gifts", &[("view", "house")]),
            (false, true) => address("gifts", &[]),
            (false, false) => String::new(),
        },
        may_give_out: period.is_some() && !is_out,
        periods: periods.collect(),
        why: match (report.hides_anything(), report.given_out) {
            (true, true) => t.disclosure_why(),
            (true, false) => t.disclosure_why_exact(),
            (false, _) => String::new(),
        },
        donor: report.donor.clone(),
        groups: groups.collect(),
        facts,
        states,
        page,
        t,
    })
}

/// “3. Quartal 2026”.
fn period_name(t: &Texts, period: Period) -> String {
    match period.quarter {
        Some(quarter) => t.period_quarter(quarter.to_string(), period.year.to_string()),
        None => t.period_year(period.year.to_string()),
    }
}

/// `POST /donors/{id}/gifts`: fixes a period for the donor.
pub(in crate::web) async fn give_out(
    app: Shared,
    actor: Actor,
    id: Path<DonorId>,
    typed: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), typed.into_inner());
    let back = shown::link(&format!("/donors/{id}/gifts"), &[("from", &typed.from), ("to", &typed.to)]);
    let done = act(&app, move |house| {
        let days = (typed.from.parse::<Date>(), typed.to.parse::<Date>());
        let (Ok(from), Ok(to)) = days else { return Err(ActionError::field("from", say::error_day())) };
        donor_gifts::give_out(house, &actor, id, from, to)
    })
    .await;
    match done {
        Ok(_) => Ok(redirect_with(&back, &say::report_given_out_done())),
        Err(Failure::Action(error @ (ActionError::Field { .. } | ActionError::Refused(_)))) => {
            Ok(redirect_warning(&back, &error.message()))
        }
        Err(other) => Err(other),
    }
}

pub(in crate::web) async fn csv(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    typed: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), typed.into_inner());
    let report = act(&app, move |house| {
        let id = house.store().read(|db| shown::id_in_address::<DonorId>(db, &id, Kind::DonorCard))?;
        let last = Period::before(house.today());
        let (from, to) = days(&typed, (last.first(), last.last()))?;
        publish::period(house, from, to)?;
        let given_out = donor_gifts::given_out(house, &actor, id, from, to)?;
        given_out.ok_or_else(|| ActionError::Refused(say::error_not_given_out()))
    })
    .await?;
    let code = report.donor_code.map_or_else(|| "donor".to_owned(), |code| code.to_string());
    let name = format!("gifts_{code}_{}_{}.csv", report.from, report.to);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(report.csv(page.t())))
}

/// The days that were typed; where there is none, the usual.
fn days(typed: &Typed, usual: (Date, Date)) -> Result<(Date, Date), ActionError> {
    let day = |text: &str, usual: Date| match text.trim() {
        "" => Ok(usual),
        typed => typed.parse::<Date>().map_err(|_| ActionError::field("from", say::error_day())),
    };
    Ok((day(&typed.from, usual.0)?, day(&typed.to, usual.1)?))
}

struct Loaded {
    id: DonorId,
    report: DonorGifts,
    wrong: Option<ActionError>,
    /// Whether the period is fixed for the donor.
    is_out: bool,
}

/// The report for the period that was asked for: as it is fixed for the donor, else for work in the house; for one that cannot be,
/// the report on this year and the reason.
async fn load(app: &Shared, actor: Actor, id: String, typed: Typed) -> Result<Loaded, Failure> {
    act(app, move |house| {
        let id = house.store().read(|db| shown::id_in_address::<DonorId>(db, &id, Kind::DonorCard))?;
        let today = house.today();
        let usual = (today.first_of_year(), today);
        let tried = days(&typed, usual).and_then(|(from, to)| {
            let fixed = donor_gifts::given_out(house, &actor, id, from, to)?;
            let is_out = fixed.is_some();
            let report = match fixed.filter(|_| typed.view != "house") {
                Some(fixed) => fixed,
                None => donor_gifts::report(house, &actor, id, from, to)?,
            };
            Ok(Loaded { id, report, wrong: None, is_out })
        });
        match tried {
            Err(wrong @ ActionError::Field { .. }) => {
                let report = donor_gifts::report(house, &actor, id, usual.0, usual.1)?;
                Ok(Loaded { id, report, wrong: Some(wrong), is_out: false })
            }
            other => other,
        }
    })
    .await
}
