//! What makes a page an application that starts without a server: its manifest, and the worker that keeps files for it.

use actix_web::HttpResponse;
use actix_web::web::Query;
use serde::Deserialize;
use serde_json::{Value, json};

use super::pages::desk::offline::MODES;
use super::{Failure, assets};
use crate::texts::{Lang, Texts};

const SCRIPT: &str = include_str!("static/sw.js");

/// `GET /sw.js`: the worker, with the names of the files of this version. Other files make another worker, and browsers look
/// for one at each visit.
pub(super) async fn script() -> Result<HttpResponse, Failure> {
    let files = assets::addresses();
    let shells: Vec<String> = Lang::PAGES
        .into_iter()
        .flat_map(|lang| MODES.map(|mode| format!("/desk/offline/{}/{}", lang.tag(), mode.word())))
        .collect();
    let known = json!({ "version": assets::version(), "files": files, "shells": shells });
    Ok(HttpResponse::Ok()
        .insert_header(("Content-Type", "text/javascript; charset=utf-8"))
        .insert_header(("Cache-Control", "no-cache"))
        .body(format!("const KEPT = {known};\n{SCRIPT}")))
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    lang: String,
}

/// `GET /manifest.webmanifest`
pub(super) async fn manifest(wanted: Query<Wanted>) -> Result<HttpResponse, Failure> {
    let lang = Lang::from_tag(&wanted.lang).filter(|lang| lang.is_of_pages()).unwrap_or_default();
    let t = Texts::of(lang);
    let icon = |name: &str, kind: &str, sizes: &str, purpose: &str| -> Value {
        json!({ "src": assets::address(name), "type": kind, "sizes": sizes, "purpose": purpose })
    };
    let manifest = json!({
        "id": "/",
        "name": t.app_name(),
        "short_name": t.app_name(),
        "description": t.offline_app_about(),
        "lang": lang.tag(),
        "dir": lang.dir(),
        "start_url": "/desk/handout",
        "scope": "/",
        "display": "standalone",
        "background_color": "#eef2ed",
        "theme_color": "#1b5a45",
        "icons": [
            icon("icon.svg", "image/svg+xml", "any", "any"),
            icon("icon-192.png", "image/png", "192x192", "any"),
            icon("icon-512.png", "image/png", "512x512", "any maskable"),
        ],
        "shortcuts": [
            { "name": t.desk_mode_handout(), "url": "/desk/handout" },
            { "name": t.desk_mode_intake(), "url": "/desk/intake" },
        ],
    });
    Ok(HttpResponse::Ok()
        .insert_header(("Content-Type", "application/manifest+json"))
        .insert_header(("Cache-Control", "no-cache"))
        .body(manifest.to_string()))
}
