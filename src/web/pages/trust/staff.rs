//! `GET /settings/trust`: two codes for the phones of the house, as a page and as a sheet for the wall.

use actix_web::web::Query;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::address::{self, Addresses};
use super::guide::fingerprint;
use crate::actions::Actor;
use crate::domain::rights::Right;
use crate::qr::address::AddressSymbol;
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, html};

#[derive(Template)]
#[template(path = "trust/staff.html")]
struct StaffPage {
    page: Page,
    t: &'static Texts,
    /// `off`, `own` (somebody brought a certificate), `alone` (only this computer can come in) or `ready`.
    state: &'static str,
    hosts: Vec<Host>,
    /// The code that leads to the trust page, and the one that leads to the desk.
    trust: Option<Qr>,
    door: Option<Qr>,
    name: String,
    until: String,
    fingerprint: Vec<String>,
    names: Vec<String>,
}

struct Host {
    name: String,
    current: bool,
}

struct Qr {
    address: String,
    side: i32,
    path: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    host: String,
}

fn qr(address: String) -> Option<Qr> {
    let AddressSymbol { side, path, .. } = AddressSymbol::of(&address)?;
    Some(Qr { address, side, path })
}

pub(in crate::web) async fn show(
    req: HttpRequest,
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::ManageTerminals)?;
    let t = page.t();
    let authority = app.secured.as_ref().and_then(|secured| secured.authority.as_deref());
    let (mut hosts, mut addresses) = (Vec::new(), None);
    let state = match (&app.secured, authority) {
        (None, _) => "off",
        (Some(_), None) => "own",
        (Some(secured), Some(_)) => {
            hosts = address::for_others(secured);
            // A name that the person came by works for others too, when it is not this computer's word for itself.
            hosts.extend(address::typed_host(&req, secured).filter(|host| !is_own_word(host)));
            hosts.sort();
            hosts.dedup();
            let typed = address::typed_host(&req, secured);
            let chosen = hosts.iter().find(|host| **host == asked.host);
            let chosen =
                chosen.or_else(|| hosts.iter().find(|host| Some(*host) == typed.as_ref())).or_else(|| hosts.first());
            addresses = chosen.cloned().map(|host| (address::of_host(&host, secured), host));
            if addresses.is_some() { "ready" } else { "alone" }
        }
    };
    let chosen = addresses.as_ref().map_or("", |(_, host)| host.as_str());
    let hosts = hosts.iter().map(|host| Host { name: host.clone(), current: host == chosen }).collect();
    let (trust, door) = match &addresses {
        Some((Addresses { https, plain }, _)) => {
            // Without plain HTTP the browser warns once, and the page is behind the warning.
            let trust = if plain.is_empty() { https } else { plain };
            (qr(format!("{trust}/trust")), qr(format!("{https}/")))
        }
        None => (None, None),
    };
    let names = authority.map(|authority| authority.names()).unwrap_or_default();
    html(&StaffPage {
        state,
        hosts,
        trust,
        door,
        name: authority.map_or_else(String::new, |authority| authority.name().to_owned()),
        until: authority.map_or_else(String::new, |authority| t.day(authority.until())),
        fingerprint: authority.map_or_else(Vec::new, fingerprint),
        names: names.names.into_iter().chain(names.addresses.iter().map(ToString::to_string)).collect(),
        t,
        page,
    })
}

fn is_own_word(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
