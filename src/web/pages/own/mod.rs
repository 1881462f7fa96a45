//! `/h`: a household's own page. Its card and a PIN open it. For people with a cheap phone who may not be able to read, in
//! twelve languages: pictures, few words, everything without JavaScript, a frame of its own without anything of the staff's.

pub(in crate::web) mod ask;
pub(in crate::web) mod door;
pub(in crate::web) mod list;
pub(in crate::web) mod me;
pub(in crate::web) mod ready;
mod said;
pub(in crate::web) mod time;

use std::sync::Arc;

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::domain::catalogue::{Catalogue, ProductCode};
use crate::domain::templates::AgeBand;
use crate::store::members::MemberRow;
use crate::texts::Words;
use crate::texts::own::{OwnTexts, Tongue, product_word};
use crate::web::look::Look;
use crate::web::{App, Failure, assets};

use said::Said;

/// Everything of this page stays below this path, its cookies too.
const PATH: &str = "/h";
/// The cookie with the language of this browser.
const LANGUAGE: &str = "own_lang";
/// The cookie that carries one sentence to the next page.
const SAID: &str = "own_said";

/// Whether a path belongs to households.
pub(in crate::web) fn is_own(path: &str) -> bool {
    path == PATH || path.starts_with("/h/")
}

/// The frame of a page: its language, how it looks, and what was just done.
pub(super) struct Own {
    tongue: Tongue,
    look: Look,
    site: String,
    /// Where to find the room: what the setting `contact` says.
    contact: String,
    said: Option<Said>,
    /// Which of the five pages it is: `list`, `ask`, `ready`, `time` or `me`; empty at the door.
    tab: &'static str,
    catalogue: Option<Arc<Catalogue>>,
}

impl Own {
    fn of(req: &HttpRequest) -> Own {
        let app = req.app_data::<Data<App>>();
        Own {
            tongue: chosen(req).unwrap_or_else(|| accepted(req)),
            look: Look::of(req),
            site: app.map_or_else(String::new, |app| app.site.clone()),
            contact: app.map_or_else(String::new, |app| app.giving.contact.clone()),
            tab: tab(req.path()),
            said: req.cookie(SAID).and_then(|cookie| Said::read(cookie.value())),
            catalogue: app.map(|app| app.house.catalogue()),
        }
    }

    fn t(&self) -> &'static OwnTexts {
        OwnTexts::of(self.tongue)
    }

    pub fn lang(&self) -> &'static str {
        self.tongue.tag()
    }

    pub fn dir(&self) -> &'static str {
        self.tongue.dir()
    }

    pub fn look(&self) -> Look {
        self.look
    }

    pub fn site(&self) -> &str {
        &self.site
    }

    pub fn contact(&self) -> &str {
        &self.contact
    }

    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    pub fn tab(&self) -> &'static str {
        self.tab
    }

    /// The five pages: name, word.
    pub fn tabs(&self) -> [(&'static str, String); 5] {
        let t = self.t();
        [
            ("list", t.own_tab_list()),
            ("ask", t.own_tab_ask()),
            ("ready", t.own_tab_ready()),
            ("time", t.own_tab_time()),
            ("me", t.own_tab_me()),
        ]
    }

    pub fn said(&self) -> Option<&Said> {
        self.said.as_ref()
    }

    /// What was just done, in words.
    pub fn said_words(&self) -> String {
        let word = |code: &ProductCode| self.word(code);
        self.said.as_ref().map_or_else(String::new, |said| said.words(self.t(), word))
    }

    pub fn is_now(&self, tongue: &Tongue) -> bool {
        *tongue == self.tongue
    }

    /// A product's name in this language.
    fn word(&self, code: &ProductCode) -> String {
        let product = self.catalogue.as_ref().and_then(|catalogue| catalogue.product(code.as_str()));
        let names = product.map_or_else(|| Words::new(code.to_string(), code.to_string()), |found| found.names.clone());
        product_word(self.tongue, code.as_str(), &names)
    }

    /// The drawing of a product.
    fn picture(&self, code: &ProductCode) -> String {
        let product = self.catalogue.as_ref().and_then(|catalogue| catalogue.product(code.as_str()));
        product.map_or_else(|| "acc".to_owned(), |product| product.picture())
    }

    /// What to call somebody: the nickname, else a number.
    fn name(&self, member: &MemberRow, number: usize) -> String {
        match member.nickname.as_str() {
            "" => self.t().own_person(number),
            name => name.to_owned(),
        }
    }
}

fn tab(path: &str) -> &'static str {
    match path.strip_prefix("/h/").and_then(|rest| rest.split('/').next()) {
        Some("list" | "print") => "list",
        Some("ask") => "ask",
        Some("ready") => "ready",
        Some("time") => "time",
        Some("me") => "me",
        _ => "",
    }
}

/// The language that this browser's owner chose.
fn chosen(req: &HttpRequest) -> Option<Tongue> {
    req.cookie(LANGUAGE).and_then(|cookie| Tongue::from_tag(cookie.value()))
}

fn accepted(req: &HttpRequest) -> Tongue {
    let header = req.headers().get("accept-language").and_then(|value| value.to_str().ok());
    Tongue::from_accept(header.unwrap_or_default())
}

/// The drawing of a person: told apart by height, not by what they wear.
fn figure(band: Option<AgeBand>) -> &'static str {
    match band {
        Some(AgeBand::Baby) => "baby",
        Some(AgeBand::ChildSmall | AgeBand::Child) => "child",
        Some(AgeBand::Teen) => "teen",
        Some(AgeBand::Adult) | None => "adult",
    }
}

fn cookie(name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build(name, value).path(PATH).http_only(true).same_site(SameSite::Lax).finish()
}

fn html(template: &impl Template, status: StatusCode) -> Result<HttpResponse, Failure> {
    let mut response = HttpResponse::build(status).content_type("text/html; charset=utf-8").body(template.render()?);
    let mut spent = Cookie::new(SAID, "");
    spent.set_path(PATH);
    let _ = response.add_removal_cookie(&spent);
    Ok(response)
}

fn go(to: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, to)).finish()
}

/// On to another page, which says this.
fn go_saying(to: &str, said: &Said) -> HttpResponse {
    let mut response = go(to);
    let _ = response.add_cookie(&cookie(SAID, said.written()));
    response
}

#[derive(Template)]
#[template(path = "own/failed.html")]
struct FailedPage {
    own: Own,
    t: &'static OwnTexts,
    words: String,
}

/// What a refusal or failure looks like here: back to the door when nobody is signed in, else a sentence and a way on.
pub(in crate::web) fn failed(req: &HttpRequest, status: StatusCode) -> HttpResponse {
    if status == StatusCode::UNAUTHORIZED {
        return go_saying(PATH, &Said::Ended);
    }
    let own = Own::of(req);
    let t = own.t();
    let words = match status {
        StatusCode::NOT_FOUND => t.own_not_found(),
        StatusCode::TOO_MANY_REQUESTS => t.own_door_often(),
        _ => t.own_error(),
    };
    let page = FailedPage { own, t, words };
    html(&page, status).unwrap_or_else(|_| HttpResponse::build(status).finish())
}
