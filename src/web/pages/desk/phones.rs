//! `/desk/phones`: the desk's side of phones that scan for it. Its script shows who is paired and claims what they send.

use actix_web::web::{Form, Query};
use actix_web::{HttpRequest, HttpResponse, rt};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use crate::actions::Actor;
use crate::actions::hashed;
use crate::qr::address::AddressSymbol;
use crate::texts::Texts;
use crate::web::pages::trust::address;
use crate::web::phones::{DeskId, INVITED, Said};
use crate::web::{Failure, Page, Shared, html, lan, sse};

/// Longest text of a verdict that goes on to a phone, in characters.
const LONGEST_TEXT: usize = 300;

#[derive(Template)]
#[template(path = "desk/invitation.html")]
struct Invitation {
    t: &'static Texts,
    address: String,
    symbol: Option<AddressSymbol>,
    minutes: i64,
    /// Other hosts under which a phone may find this computer.
    others: Vec<String>,
    /// The server listens to this computer alone.
    unreachable: bool,
    /// Without HTTPS a phone has no moving picture, only photos.
    plain: bool,
}

/// What a desk's script says about itself.
#[derive(Deserialize)]
pub(in crate::web) struct OfDesk {
    /// This browser, as it named itself.
    desk: Uuid,
    #[serde(default)]
    host: String,
    #[serde(default)]
    scan: Uuid,
    #[serde(default)]
    phone: Option<Uuid>,
    #[serde(default)]
    tone: String,
    #[serde(default)]
    word: String,
    #[serde(default)]
    headline: String,
    #[serde(default)]
    detail: String,
    #[serde(default)]
    asks: bool,
}

impl OfDesk {
    fn id(&self, actor: &Actor) -> DeskId {
        DeskId { terminal: actor.terminal(), browser: self.desk }
    }
}

/// `POST /desk/phones`: a new invitation, as a piece of the page.
pub(in crate::web) async fn invite(
    page: Page,
    req: HttpRequest,
    app: Shared,
    actor: Actor,
    sent: Form<OfDesk>,
) -> Result<HttpResponse, Failure> {
    let secret = data_encoding::BASE32_NOPAD.encode(&app.house.random::<20>());
    app.phones.invite(sent.id(&actor), hashed(&secret), app.house.now());
    let connection = req.connection_info();
    let scheme = connection.scheme();
    let (mut hosts, unreachable) = hosts(&app, &req);
    if let Some(at) = hosts.iter().position(|known| *known == sent.host) {
        hosts.swap(0, at);
    }
    let address = format!("{scheme}://{}/phone/{secret}", hosts[0]);
    html(&Invitation {
        t: page.t(),
        symbol: AddressSymbol::of(&address),
        address,
        minutes: INVITED.as_mins(),
        others: hosts.split_off(1),
        unreachable,
        plain: scheme != "https" && !unreachable,
    })
}

/// The hosts that a phone can ask, the best first, and whether none will do.
fn hosts(app: &Shared, req: &HttpRequest) -> (Vec<String>, bool) {
    let own = app.secured.as_ref().filter(|secured| secured.authority.is_some());
    let is_known = own.is_none_or(|secured| address::typed_host(req, secured).is_some());
    let typed = address::typed(req).filter(|_| is_known);
    if let Some(host) = typed.filter(|host| !lan::is_here_only(host)) {
        return (vec![host.to_owned()], false);
    }
    let listens = app.address;
    let here = listens.ip();
    let mut found: Vec<String> = if here.is_loopback() {
        Vec::new()
    } else {
        lan::addresses()
            .into_iter()
            .filter(|address| here.is_unspecified() || *address == here)
            .filter(|address| address.is_ipv4() || here.is_ipv6())
            .map(|address| std::net::SocketAddr::new(address, listens.port()).to_string())
            .collect()
    };
    let unreachable = found.is_empty();
    if unreachable {
        found.push(typed.map_or_else(|| listens.to_string(), str::to_owned));
    }
    (found, unreachable)
}

/// `GET /desk/phones/events`: who is paired, and what they scan.
pub(in crate::web) async fn listen(app: Shared, actor: Actor, sent: Query<OfDesk>) -> HttpResponse {
    let (events, watch) = app.phones.listen_at_desk(sent.id(&actor), app.house.now());
    let later = app.clone();
    rt::spawn(async move {
        let line = watch.ended().await;
        later.phones.left(line, later.house.now());
    });
    sse::answer(events, app.closing.clone())
}

/// `POST /desk/phones/claim`: the page takes a code; without this it books nothing.
pub(in crate::web) async fn claim(app: Shared, actor: Actor, sent: Form<OfDesk>) -> HttpResponse {
    if app.phones.claim(sent.id(&actor), sent.scan, app.house.now()) {
        HttpResponse::NoContent().finish()
    } else {
        HttpResponse::Gone().finish()
    }
}

/// `POST /desk/phones/verdict`: what became of a code.
pub(in crate::web) async fn verdict(app: Shared, actor: Actor, sent: Form<OfDesk>) -> HttpResponse {
    let (desk, sent) = (sent.id(&actor), sent.into_inner());
    let short = |text: String| text.chars().take(LONGEST_TEXT).collect();
    let said = Said {
        tone: short(sent.tone),
        word: short(sent.word),
        headline: short(sent.headline),
        detail: short(sent.detail),
        asks: sent.asks,
        hidden: false,
    };
    app.phones.say(desk, sent.scan, said, app.house.now());
    HttpResponse::NoContent().finish()
}

/// `POST /desk/phones/end`: ends one phone, or all.
pub(in crate::web) async fn end(app: Shared, actor: Actor, sent: Form<OfDesk>) -> HttpResponse {
    app.phones.end_at_desk(sent.id(&actor), sent.phone, app.house.now());
    HttpResponse::NoContent().finish()
}
