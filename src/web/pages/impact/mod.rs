//! What became of a donor's gifts, for the donor: the page of the staff with its files and links, and the page that a link
//! opens for whoever has it.

pub(in crate::web) mod public;
pub(in crate::web) mod staff;
mod view;

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::block;

use crate::domain::impact::{Impact, Period, Wish};
use crate::paper::impact::{ImpactPaper, draw};
use crate::texts::{Lang, Texts};
use crate::web::{Failure, Shared};

/// “3. Quartal 2026”, “2026”.
pub(in crate::web::pages) fn period_name(t: &Texts, period: Period) -> String {
    match period.quarter {
        Some(quarter) => t.company_quarter(i64::from(quarter), period.year.to_string()),
        None => t.company_year(period.year.to_string()),
    }
}

/// The frozen figures on paper.
async fn pdf(app: &Shared, lang: Lang, impact: Impact, wishes: Vec<Wish>) -> Result<HttpResponse, Failure> {
    let site = app.site.clone();
    let name = format!("{}_{}.pdf", Texts::of(lang).company_impact_file(), impact.period);
    let drawn = block(move || draw(&ImpactPaper { lang, site, impact, wishes })).await;
    let file = drawn.map_err(|_| Failure::Busy)?.map_err(|error| Failure::Unreadable(error.to_string()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")))
        .body(file))
}
