//! `GET /trust`: leads whoever holds a device in the hand through trusting the house, once.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue, USER_AGENT};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::address;
use crate::texts::Texts;
use crate::web::guard::HEADERS;
use crate::web::{Failure, Page, Shared, html};

#[derive(Template)]
#[template(path = "trust/guide.html")]
struct GuidePage {
    page: Page,
    t: &'static Texts,
    /// The secure address; empty when this server speaks no HTTPS itself.
    https: String,
    /// Whether there is something to trust: the house has an authority of its own.
    own: bool,
    /// Whether the page came over HTTPS already.
    arrived: bool,
    name: String,
    until: String,
    fingerprint: Vec<String>,
    /// The device at hand first.
    guides: Vec<Guide>,
}

/// The way of one kind of device.
struct Guide {
    id: &'static str,
    title: String,
    /// The file that this device takes.
    file: &'static str,
    steps: Vec<String>,
}

/// A kind of device, as far as its way of trusting differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Device {
    Android,
    Apple,
    Windows,
    Mac,
    Linux,
    Firefox,
}

const DEVICES: [Device; 6] =
    [Device::Android, Device::Apple, Device::Windows, Device::Mac, Device::Linux, Device::Firefox];

impl Device {
    /// What the browser says of itself. An iPad may call itself a Mac; the script of the page sees that it is none.
    fn of(agent: &str) -> Device {
        let says = |word: &str| agent.contains(word);
        if says("Android") {
            Device::Android
        } else if says("iPhone") || says("iPad") {
            Device::Apple
        } else if says("Firefox/") {
            Device::Firefox
        } else if says("Windows") {
            Device::Windows
        } else if says("Macintosh") {
            Device::Mac
        } else if says("Linux") || says("X11") {
            Device::Linux
        } else {
            Device::Android
        }
    }

    fn guide(self, t: &Texts, name: &str) -> Guide {
        let (id, title, file, steps) = match self {
            Device::Android => (
                "android",
                t.trust_android(),
                "ca.crt",
                vec![
                    t.trust_android_1(),
                    t.trust_android_2(),
                    t.trust_android_3(),
                    t.trust_android_4(),
                    t.trust_android_5(),
                ],
            ),
            Device::Apple => (
                "apple",
                t.trust_apple(),
                "ca.mobileconfig",
                vec![
                    t.trust_apple_1(),
                    t.trust_apple_2(),
                    t.trust_apple_3(name),
                    t.trust_apple_4(),
                    t.trust_apple_5(name),
                ],
            ),
            Device::Windows => (
                "windows",
                t.trust_windows(),
                "ca.crt",
                vec![t.trust_windows_1(), t.trust_windows_2(), t.trust_windows_3(), t.trust_windows_4()],
            ),
            Device::Mac => {
                ("mac", t.trust_mac(), "ca.crt", vec![t.trust_mac_1(), t.trust_mac_2(name), t.trust_mac_3()])
            }
            Device::Linux => {
                ("linux", t.trust_linux(), "ca.pem", vec![t.trust_linux_1(), t.trust_linux_2(), t.trust_linux_3()])
            }
            Device::Firefox => (
                "firefox",
                t.trust_firefox(),
                "ca.crt",
                vec![t.trust_firefox_1(), t.trust_firefox_2(), t.trust_firefox_3()],
            ),
        };
        Guide { id, title, file, steps }
    }
}

pub(in crate::web) async fn show(req: HttpRequest, page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    let t = page.t();
    let agent = req.headers().get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let authority = app.secured.as_ref().and_then(|secured| secured.authority.as_deref());
    let https = address::of_visitor(&req, &app).map_or_else(String::new, |addresses| addresses.https);
    let name = authority.map_or("", |authority| authority.name());
    let mut devices = DEVICES;
    let here = Device::of(agent);
    devices.sort_by_key(|device| *device != here);
    let shown = GuidePage {
        own: authority.is_some(),
        arrived: req.app_config().secure(),
        until: authority.map_or_else(String::new, |authority| t.day(authority.until())),
        fingerprint: authority.map_or_else(Vec::new, fingerprint),
        guides: devices.into_iter().map(|device| device.guide(t, name)).collect(),
        name: name.to_owned(),
        https: https.clone(),
        t,
        page,
    };
    let mut response = html(&shown)?;
    // Only here: a picture from the secure address, which shows whether the device trusts it.
    let usual =
        HEADERS.iter().find(|(name, _)| *name == CONTENT_SECURITY_POLICY.as_str()).map_or("", |(_, usual)| usual);
    if let (false, Ok(policy)) =
        (https.is_empty(), HeaderValue::from_str(&usual.replace("img-src 'self'", &format!("img-src 'self' {https}"))))
    {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// The fingerprint in four rows of eight pairs, to compare by eye.
pub(super) fn fingerprint(authority: &crate::web::tls::Authority) -> Vec<String> {
    let whole = authority.fingerprint();
    let pairs: Vec<&str> = whole.split(':').collect();
    pairs.chunks(8).map(|row| row.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::Device::{self, *};

    #[test]
    fn the_device_at_hand_is_recognised() {
        for (agent, device) in [
            ("Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", Android),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5", Apple),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", Windows),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", Firefox),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.5 Safari/605.1.15", Mac),
            ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0", Linux),
            ("", Android),
        ] {
            assert_eq!(Device::of(agent), device, "{agent}");
        }
    }
}
