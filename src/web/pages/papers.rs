//! `GET /papers/{id}`: a frozen paper as a file, checked against its hash.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, X_CONTENT_TYPE_OPTIONS};
use actix_web::web::Path;

use crate::actions::{Actor, papers};
use crate::domain::PaperId;
use crate::web::{Failure, Shared, act};

pub(in crate::web) async fn show(app: Shared, actor: Actor, id: Path<PaperId>) -> Result<HttpResponse, Failure> {
    let (row, bytes) = act(&app, move |house| papers::fetch(house, &actor, id.into_inner())).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, row.media_type))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", row.file_name)))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((ETAG, format!("\"{}\"", row.sha256)))
        .body(bytes))
}
