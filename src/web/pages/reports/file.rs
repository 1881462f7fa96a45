//! `GET /reports/{name}.csv`, `.xlsx`, `.json` and `.pdf`.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

use super::Typed;
use crate::actions::Actor;
use crate::reports::book::{self, Csv, Report};
use crate::web::report_files::{FileKind, file_name, written_file};
use crate::web::{Failure, Page, Shared, act};

/// A report as a file of this kind.
pub(super) async fn answer(
    page: &Page,
    app: &Shared,
    actor: Actor,
    (report, ending): (Report, &str),
    typed: Typed,
) -> Result<HttpResponse, Failure> {
    let kind = FileKind::named(ending).ok_or(Failure::NotFound)?;
    let form = Csv { bom: typed.bom != "no" };
    let (t, site) = (page.t(), page.site().to_owned());
    let (name, bytes) = act(app, move |house| {
        let made = book::report(house, &actor, report, &typed.asked()?)?;
        Ok((file_name(&made, kind), written_file(t, &made, kind, form, &site)))
    })
    .await?;
    let bytes = bytes.map_err(Failure::Unreadable)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind.content()))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes))
}
