//! What donors are asked for, for everybody: the page, the list for other sites' frames, the feed, the poster, and JSON.
//!
//! Nobody signs in here, nothing is noted about whoever looks, no cookie is set; every answer may lie in a cache for a while.

mod feed;
mod list;
mod poster;

use std::collections::BTreeMap;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::{Deserialize, Serialize};

pub(in crate::web) use feed::rss;
pub(in crate::web::pages) use list::{List, cut_name};
pub(in crate::web) use poster::poster;

use super::trust::address::typed;
use crate::domain::wanted::{AskedSize, Level};
use crate::reports::wanted::{self as public, Wanted};
use crate::settings::Settings;
use crate::texts::{Lang, Texts};
use crate::web::guard::HEADERS;
use crate::web::page::LANGUAGE_COOKIE;
use crate::web::{App, Failure, Giving, Page, Shared, act};

/// Seconds for which an answer may lie in a cache. The list changes once a day; a mark of the coordinator shows after this.
const FRESH: u32 = 300;

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Asked {
    lang: String,
}

/// Reads the settings of the public page.
///
/// # Errors
/// A sentence about an address that is none.
pub(in crate::web) fn giving(settings: &Settings) -> Result<Giving, String> {
    let is_origin = |text: &str| {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        host.is_some_and(|host| {
            !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]*".contains(c))
        })
    };
    if let Some(wrong) = settings.embed_hosts.iter().find(|host| *host != "*" && !is_origin(host)) {
        return Err(format!("embed_hosts: {wrong:?} is no origin; an example is \"https://www.example.org\""));
    }
    let url = settings.public_url.trim_end_matches('/').to_owned();
    if !url.is_empty() && !url.starts_with("https://") && !url.starts_with("http://") {
        return Err(format!("public_url: {url:?} must begin with https:// or http://"));
    }
    let frames = match settings.embed_hosts.as_slice() {
        [] => "'none'".to_owned(),
        hosts => hosts.join(" "),
    };
    Ok(Giving { url, hours: settings.giving_hours.clone(), contact: settings.contact.clone(), frames })
}

/// The address of the public pages: the one that was set, else the one that the visitor came by.
pub(in crate::web::pages) fn place(req: &HttpRequest, app: &App) -> String {
    if !app.giving.url.is_empty() {
        return app.giving.url.clone();
    }
    let scheme = if app.https_only || req.app_config().secure() { "https" } else { "http" };
    let is_host = |host: &&str| host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c));
    let host = typed(req).filter(is_host).map_or_else(|| app.address.to_string(), str::to_owned);
    format!("{scheme}://{host}")
}

/// The language that was asked for by a link, else by the cookie of these pages, else by the browser.
fn language(req: &HttpRequest, asked: &Asked) -> Lang {
    let cookie = req.cookie(LANGUAGE_COOKIE);
    let asked = [Some(asked.lang.as_str()), cookie.as_ref().map(|cookie| cookie.value())];
    let chosen = asked.into_iter().flatten().filter_map(Lang::from_tag).find(|lang| lang.is_of_pages());
    chosen.unwrap_or_else(|| crate::web::guard::language_of_pages(req))
}

/// An answer that everybody may have and any cache may keep.
fn open(content: &'static str, body: impl actix_web::body::MessageBody + 'static) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, content))
        .insert_header((CACHE_CONTROL, format!("public, max-age={FRESH}")))
        .insert_header((VARY, "accept-language, cookie"))
        .body(body)
}

/// A language that the page can be read in.
struct Choice {
    code: &'static str,
    name: &'static str,
    current: bool,
}

fn choices(lang: Lang) -> Vec<Choice> {
    let choice = |one: Lang| Choice { code: one.tag(), name: one.own_name(), current: one == lang };
    Lang::PAGES.into_iter().map(choice).collect()
}

#[derive(Template)]
#[template(path = "wanted/page.html")]
struct WantedPage {
    page: Page,
    t: &'static Texts,
    list: List,
    address: String,
    languages: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "wanted/embed.html")]
struct EmbedPage {
    page: Page,
    t: &'static Texts,
    list: List,
    address: String,
}

async fn found(app: &Shared) -> Result<Wanted, Failure> {
    Ok(act(app, |house| public::public(house)).await?.0)
}

/// `GET /wanted`
pub(in crate::web) async fn show(req: HttpRequest, app: Shared, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let found = found(&app).await?;
    let page = Page::of_nobody(language(&req, &asked), &app);
    let t = page.t();
    let list = List::of(&found, &app.house.catalogue(), t, &app);
    let languages = choices(page.language());
    let shown = WantedPage { list, address: place(&req, &app), languages, t, page };
    Ok(open("text/html; charset=utf-8", shown.render()?))
}

/// `GET /wanted/embed`: the only page that other sites may show in a frame. It has no form and nothing to sign in to.
pub(in crate::web) async fn embed(req: HttpRequest, app: Shared, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let found = found(&app).await?;
    let page = Page::of_nobody(language(&req, &asked), &app);
    let t = page.t();
    let list = List::of(&found, &app.house.catalogue(), t, &app);
    let shown = EmbedPage { list, address: place(&req, &app), t, page };
    let mut response = open("text/html; charset=utf-8", shown.render()?);
    let usual = HEADERS.iter().find(|(name, _)| *name == CONTENT_SECURITY_POLICY.as_str()).map_or("", |(_, all)| all);
    let framable = usual
        .replace("frame-ancestors 'none'", &format!("frame-ancestors {}", app.giving.frames))
        .replace("script-src 'self' 'wasm-unsafe-eval'; ", "")
        .replace("form-action 'self'", "form-action 'none'");
    if let Ok(policy) = framable.parse() {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// The list for programs.
#[derive(Serialize)]
struct WantedJson {
    as_of: Option<String>,
    url: String,
    bring: String,
    cannot_take: String,
    contact: String,
    items: Vec<ItemJson>,
}

#[derive(Serialize)]
struct ItemJson {
    product: String,
    /// In the languages of the page.
    names: BTreeMap<&'static str, String>,
    level: Level,
    /// Each with its cut, where one is meant.
    sizes: Vec<AskedSize>,
    season: crate::domain::catalogue::Season,
}

/// `GET /wanted.json`
pub(in crate::web) async fn json(req: HttpRequest, app: Shared, asked: Query<Asked>) -> Result<HttpResponse, Failure> {
    let found = found(&app).await?;
    let (t, catalogue) = (Texts::of(language(&req, &asked)), app.house.catalogue());
    let list = List::of(&found, &catalogue, t, &app);
    let items = found.lines.iter().filter_map(|line| {
        let product = catalogue.product(line.product.as_str())?;
        Some(ItemJson {
            product: product.code.to_string(),
            names: Lang::PAGES.into_iter().map(|lang| (lang.tag(), product.names.get(lang).to_owned())).collect(),
            level: line.level,
            sizes: line.sizes.clone(),
            season: product.season,
        })
    });
    let body = WantedJson {
        as_of: found.as_of.map(|day| day.to_string()),
        url: format!("{}/wanted", place(&req, &app)),
        bring: list.bring.join("\n"),
        cannot_take: list.refuse.join("\n"),
        contact: list.contact.clone(),
        items: items.collect(),
    };
    Ok(open("application/json", serde_json::to_string_pretty(&body).unwrap_or_default()))
}
