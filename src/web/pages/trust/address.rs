//! Under which addresses a visitor reaches this server, with HTTPS and without.

use std::net::SocketAddr;

use actix_web::HttpRequest;

use crate::web::{App, Secured};

/// The two addresses of one host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::web) struct Addresses {
    pub https: String,
    /// Empty where there is no plain HTTP.
    pub plain: String,
}

impl Addresses {
    fn of(host: &str, secured: &Secured) -> Addresses {
        let at = |scheme: &str, at: SocketAddr| format!("{scheme}://{host}:{}", at.port());
        Addresses {
            https: at("https", secured.https),
            plain: secured.plain.map_or_else(String::new, |plain| at("http", plain)),
        }
    }
}

/// The host that the visitor typed, without its port; only when the certificate is for it: what a request says of itself
/// is not to be believed.
pub(in crate::web) fn typed_host(req: &HttpRequest, secured: &Secured) -> Option<String> {
    let header = typed(req)?;
    let host = match header.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|c| c.is_ascii_digit()) => host,
        _ => header,
    };
    let known = secured.authority.as_ref()?.names().knows(host);
    known.then(|| host.to_lowercase())
}

/// The host that the visitor typed, with its port, as yet unchecked. Headers of a go-between (X-Forwarded-Host) do not count:
/// anybody may send them.
pub(in crate::web) fn typed(req: &HttpRequest) -> Option<&str> {
    // HTTP/2 has the host in the address that is asked for.
    let header = req.headers().get("host").and_then(|host| host.to_str().ok());
    header.or_else(|| req.uri().authority().map(|authority| authority.as_str()))
}

/// As the visitor came here, else as others in the house would.
pub(in crate::web) fn of_visitor(req: &HttpRequest, app: &App) -> Option<Addresses> {
    let secured = app.secured.as_ref()?;
    let host = typed_host(req, secured).or_else(|| for_others(secured).into_iter().next())?;
    Some(Addresses::of(&host, secured))
}

/// The hosts under which other devices find the server; none when it listens for this computer only.
pub(in crate::web) fn for_others(secured: &Secured) -> Vec<String> {
    let listens = secured.https.ip();
    if !listens.is_unspecified() {
        return if listens.is_loopback() { Vec::new() } else { vec![bracketed(listens)] };
    }
    let names = secured.authority.as_ref().map(|authority| authority.names()).unwrap_or_default();
    names.for_others().into_iter().filter(|address| listens.is_ipv6() || address.is_ipv4()).map(bracketed).collect()
}

/// The addresses of one of these hosts.
pub(in crate::web) fn of_host(host: &str, secured: &Secured) -> Addresses {
    Addresses::of(host, secured)
}

fn bracketed(address: std::net::IpAddr) -> String {
    match address {
        std::net::IpAddr::V4(v4) => v4.to_string(),
        std::net::IpAddr::V6(v6) => format!("[{v6}]"),
    }
}
