//! `gabentisch serve --tls`: the house's own certificates, files that somebody brought, and the page that leads phones to it.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use gabentisch::terminal::trust;
use gabentisch::texts::Lang;
use rcgen::{CertificateParams, Issuer, KeyPair};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use crate::support::app::{PASSWORD, run_cli};
use crate::support::{Browser, Client};

/// A server of its own over a folder, with HTTPS.
struct Secure {
    process: Child,
    url: String,
    plain: String,
}

impl Secure {
    fn start(folder: &Path, arguments: &[&str]) -> Secure {
        Secure::listening(folder, "127.0.0.1:0", arguments)
    }

    fn listening(folder: &Path, listen: &str, arguments: &[&str]) -> Secure {
        let mut process = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
            .args(["serve", "--listen", listen, "--database", &database(folder)])
            .args(arguments)
            .env("GABENTISCH_LOG", "error")
            .current_dir(folder)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut lines = BufReader::new(process.stdout.as_mut().expect("its standard output")).lines();
        let mut next = || lines.next().expect("it says where it is").expect("a line");
        let url = next().rsplit(' ').next().expect("an address").to_owned();
        let has_plain = arguments.contains(&"auto");
        let plain = if has_plain { next().rsplit(' ').next().expect("an address").to_owned() } else { String::new() };
        Secure { process, url, plain: plain.trim_end_matches("/trust").to_owned() }
    }

    fn port(&self) -> &str {
        self.url.rsplit(':').next().expect("a port")
    }

    fn authority(&self) -> Vec<u8> {
        Client::new(&self.plain).get("/trust/ca.crt").expect(200).body
    }
}

impl Drop for Secure {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn database(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("gabentisch.db").display())
}

/// A client that trusts this authority and no other.
fn trusting(authority: &[u8]) -> Agent {
    let roots = RootCerts::new_with_certs(&[Certificate::from_der(authority).to_owned()]);
    let tls = TlsConfig::builder().root_certs(roots).build();
    let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).tls_config(tls);
    // Each request shakes hands anew.
    config.max_idle_connections(0).build().new_agent()
}

fn fails(agent: &Agent, url: &str) -> String {
    let error = agent.get(url).call().expect_err("this is not to be trusted");
    trust::trouble(&error, Lang::De).unwrap_or_else(|| format!("{error}"))
}

/// The certificate that the server shows, whoever signed it.
fn shown(url: &str) -> Vec<u8> {
    let address = url.trim_start_matches("https://");
    let out = Command::new("openssl")
        .args(["s_client", "-connect", address, "-servername", "localhost"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .expect("openssl is there");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let begin = text.find("-----BEGIN CERTIFICATE").unwrap_or_else(|| panic!("no certificate: {text}"));
    text[begin..].split("-----END").next().unwrap_or_default().as_bytes().to_vec()
}

fn eventually(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..150 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("never: {what}");
}

#[test]
fn a_device_trusts_the_house_and_nobody_else_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Secure::listening(folder.path(), "0.0.0.0:0", &["--tls", "auto"]);
    let (port, plain_port) = (server.port(), server.plain.rsplit(':').next().expect("a port"));
    let plain = Client::new(&format!("http://127.0.0.1:{plain_port}"));
    let authority = plain.get("/trust/ca.crt").expect(200);
    assert_eq!(authority.headers.get("content-type").expect("a type"), "application/x-x509-ca-cert");
    let agent = trusting(&authority.body);
    for host in ["127.0.0.1", "localhost"] {
        let answer = agent.get(format!("https://{host}:{port}/sign-in")).call().expect("trusted");
        assert_eq!(answer.status(), 200);
        assert!(answer.headers().get("strict-transport-security").is_none(), "only https_only promises that");
    }
    // Another name of the same computer, for which the certificate is not.
    let sentence = fails(&agent, &format!("https://127.0.0.2:{port}/"));
    assert!(sentence.contains("gilt nicht für diese Adresse"), "{sentence}");
    let stranger = Agent::new_with_defaults();
    let sentence = fails(&stranger, &format!("https://127.0.0.1:{port}/"));
    assert!(sentence.contains("--ca DATEI"), "{sentence}");

    // The same certificate in every form, and the profile for phones of the other kind.
    let pem = plain.get("/trust/ca.pem").expect(200).body;
    assert_eq!(Certificate::from_pem(&pem).expect("PEM").der(), authority.body);
    let profile = plain.get("/trust/ca.mobileconfig").expect(200);
    assert_eq!(profile.headers.get("content-type").expect("a type"), "application/x-apple-aspen-config");
    assert!(profile.text().contains(&data_encoding::BASE64.encode(&authority.body)));
    assert!(profile.text().contains("com.apple.security.root"));
    // Private keys are never given away.
    for path in ["/trust/ca.key", "/trust/server.key", "/trust/../ca.key"] {
        plain.get(path).expect(404);
    }
}

#[test]
fn cookies_of_the_two_doors_do_not_meet() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = database(folder.path());
    let server = Secure::start(folder.path(), &["--tls", "auto"]);
    let mut add = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
        .args(["user", "add", "vera", "--role", "volunteer", "--database", &place])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the binary runs");
    use std::io::Write;
    writeln!(add.stdin.take().expect("its input"), "{PASSWORD}\n{PASSWORD}").expect("it listens");
    assert!(add.wait().expect("it ends").success());
    let form = [("name", "vera"), ("password", PASSWORD)];
    let cookies = |answer: &ureq::http::HeaderMap| -> Vec<String> {
        answer.get_all("set-cookie").iter().map(|cookie| cookie.to_str().expect("text").to_owned()).collect()
    };
    let agent = trusting(&server.authority());
    let secure = agent.post(format!("{}/sign-in", server.url)).send_form(form).expect("trusted");
    assert_eq!(secure.status(), 303);
    let secure = cookies(secure.headers());
    assert!(secure.iter().any(|cookie| cookie.starts_with("__Host-gabentisch=")), "{secure:?}");
    assert!(secure.iter().all(|cookie| cookie.contains("; Secure")), "{secure:?}");
    let plain = Client::new(&server.plain).post_form("/sign-in", &form).expect(303);
    let plain = cookies(&plain.headers);
    assert!(plain.iter().any(|cookie| cookie.starts_with("gabentisch=")), "{plain:?}");
    assert!(plain.iter().all(|cookie| !cookie.contains("Secure")), "{plain:?}");
}

#[test]
fn keys_are_for_the_owner_alone_and_the_authority_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = folder.path().join("tls");
    // What an interrupted start left is not written into: others could read it.
    std::fs::create_dir(&kept).expect("a folder");
    std::fs::write(kept.join("ca.new"), "half a key").expect("written");
    let server = Secure::start(folder.path(), &["--tls", "auto"]);
    let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    for name in ["ca.key", "ca.crt", "ca.json", "server.key", "server.crt", "server.json"] {
        assert_eq!(mode(&kept.join(name)), 0o600, "{name}");
    }
    let (authority, first) = (server.authority(), shown(&server.url));
    drop(server);
    let server = Secure::start(folder.path(), &["--tls", "auto"]);
    assert_eq!(server.authority(), authority);
    assert_eq!(shown(&server.url), first, "what is still good is kept");

    // A month before its end the next one is made, without a restart.
    let facts = kept.join("server.json");
    let text = std::fs::read_to_string(&facts).expect("facts");
    let mut known: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let soon =
        jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().saturating_add(jiff::Span::new().days(20));
    known["until"] = soon.to_string().into();
    std::fs::write(&facts, known.to_string()).expect("written");
    eventually("a new certificate", || shown(&server.url) != first);
    assert_eq!(server.authority(), authority);
    assert_eq!(trusting(&authority).get(&server.url).call().expect("still trusted").status(), 303);

    // Another address: the computer moved to another network.
    let second = shown(&server.url);
    let text = std::fs::read_to_string(&facts).expect("facts");
    std::fs::write(&facts, text.replace("127.0.0.1", "10.99.99.99")).expect("written");
    eventually("a certificate for the new address", || shown(&server.url) != second);
}

#[test]
fn the_authority_vouches_for_this_house_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Secure::start(folder.path(), &["--tls", "auto"]);
    let authority = server.authority();
    let kept = folder.path().join("tls");
    // Somebody who stole the key signs for a bank, and for an address of the internet.
    let key = KeyPair::from_pem(&std::fs::read_to_string(kept.join("ca.key")).expect("the key")).expect("a key");
    let facts: serde_json::Value =
        serde_json::from_slice(&std::fs::read(kept.join("ca.json")).expect("facts")).expect("JSON");
    let mut own = CertificateParams::default();
    own.distinguished_name = rcgen::DistinguishedName::new();
    own.distinguished_name.push(rcgen::DnType::CommonName, facts["name"].as_str().expect("a name"));
    own.distinguished_name.push(rcgen::DnType::OrganizationName, "Gabentisch");
    own.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Constrained(0));
    let issuer = Issuer::from_params(&own, &key);
    std::fs::write(folder.path().join("ca.der"), &authority).expect("written");
    let judged = |name: &str| {
        let params = CertificateParams::new(vec![name.to_owned()]).expect("a name");
        let forged = params.signed_by(&KeyPair::generate().expect("a key"), &issuer).expect("signed");
        let path = folder.path().join("forged.pem");
        std::fs::write(&path, forged.pem()).expect("written");
        let authority = folder.path().join("tls/ca.crt");
        let out = Command::new("openssl").arg("verify").arg("-CAfile").arg(authority).arg(&path).output();
        let out = out.expect("openssl is there");
        (out.status.success(), String::from_utf8_lossy(&out.stderr).into_owned())
    };
    for name in ["kammer.local", "localhost", "192.168.1.77"] {
        let (good, said) = judged(name);
        assert!(good, "{name}: {said}");
    }
    // This computer's name is no top-level domain: nothing below it, nor a stranger's name under a label of the house.
    let host = facts["name"].as_str().and_then(|name| name.split_once('('));
    let host = host.map_or("shop", |(_, host)| host.trim_end_matches(')'));
    let below = format!("bank.{}", host.split('.').next_back().unwrap_or("shop"));
    for name in ["bank.example", "bank.shop", &below, "93.184.216.34"] {
        let (good, said) = judged(name);
        assert!(!good && said.contains("permitted subtree"), "{name}: {said}");
    }
    let about = |name: &str| {
        let text = Command::new("openssl").args(["x509", "-noout", "-text", "-in"]).arg(kept.join(name)).output();
        String::from_utf8_lossy(&text.expect("openssl is there").stdout).into_owned()
    };
    let text = about("ca.crt");
    assert!(text.contains("TLS Web Server Authentication") && !text.contains("Code Signing"), "{text}");
    // Whole, and no longer than phones take it.
    let text = about("server.crt");
    assert!(text.contains("DNS:localhost") && text.contains("IP Address:127.0.0.1"), "{text}");
    assert!(text.contains("TLS Web Server Authentication") && text.contains("Authority Key Identifier"), "{text}");
}

/// Writes a certificate for localhost with its key; gives the two paths and the authority (itself).
fn brought(folder: &Path, years: (i32, i32)) -> (String, String, Vec<u8>) {
    let mut params = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
    params.not_before = rcgen::date_time_ymd(years.0, 1, 1);
    params.not_after = rcgen::date_time_ymd(years.1, 1, 1);
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let root_key = KeyPair::generate().expect("a key");
    let root = params.self_signed(&root_key).expect("made");
    let mut leaf = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
    (leaf.not_before, leaf.not_after) = (params.not_before, params.not_after);
    let key = KeyPair::generate().expect("a key");
    let made = leaf.signed_by(&key, &Issuer::from_params(&params, &root_key)).expect("signed");
    let paths = (folder.join("cert.pem"), folder.join("key.pem"));
    std::fs::write(&paths.1, key.serialize_pem()).expect("written");
    std::fs::write(&paths.0, made.pem()).expect("written");
    (paths.0.display().to_string(), paths.1.display().to_string(), root.der().to_vec())
}

#[test]
fn a_certificate_that_somebody_brought() {
    let folder = tempfile::tempdir().expect("a folder");
    let (certificate, key, root) = brought(folder.path(), (2020, 2100));
    let server = Secure::start(folder.path(), &["--tls", &certificate, &key]);
    let url = format!("https://localhost:{}/healthz", server.port());
    assert_eq!(trusting(&root).get(&url).call().expect("trusted").status(), 200);
    assert!(!folder.path().join("tls").exists(), "nothing is made");
    // A new one is put in its place.
    let first = shown(&server.url);
    let (_, _, root) = brought(folder.path(), (2021, 2101));
    eventually("the new files", || shown(&server.url) != first);
    assert_eq!(trusting(&root).get(&url).call().expect("trusted").status(), 200);
    // One that is no use changes nothing.
    let second = shown(&server.url);
    std::fs::write(&certificate, "no certificate").expect("written");
    std::thread::sleep(Duration::from_secs(6));
    assert_eq!(shown(&server.url), second);
}

#[track_caller]
fn refused(out: &Output, part: &str) {
    let line = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(matches!(out.status.code(), Some(1 | 2)), "{line}");
    let last = line.trim().lines().last().unwrap_or_default();
    assert!(last.starts_with("gabentisch: ") && last.contains(part), "{line}");
}

#[test]
fn what_cannot_be_used_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = database(folder.path());
    let serve = |words: &[&str]| {
        let mut all = vec!["serve", "--listen", "127.0.0.1:0", "--database", &place];
        all.extend(words);
        run_cli(&all, &[("GABENTISCH_LOG", "error")])
    };
    let (certificate, key, _) = brought(folder.path(), (2020, 2100));
    let other = folder.path().join("other.pem").display().to_string();
    std::fs::write(&other, KeyPair::generate().expect("a key").serialize_pem()).expect("written");
    refused(&serve(&["--tls", &certificate, &other]), "do not belong together");
    refused(&serve(&["--tls", &certificate, "nowhere.pem"]), "nowhere.pem cannot be read");
    refused(&serve(&["--tls", &key, &key]), "holds no certificate");
    refused(&serve(&["--tls", &certificate, &certificate]), "holds no private key");
    refused(&serve(&["--tls", "always"]), "auto, off, or two files");
    let (certificate, key, _) = brought(folder.path(), (2019, 2020));
    refused(&serve(&["--tls", &certificate, &key]), "expired on 2020-01-01");
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    refused(&serve(&["--tls", "auto", "--http-port", &port]), "with --http-port");
    let by_settings = [("GABENTISCH_TLS", "auto"), ("GABENTISCH_TLS_NAMES", "zwei worte")];
    let all = ["serve", "--listen", "127.0.0.1:0", "--database", &place];
    refused(&run_cli(&all, &by_settings), "\"zwei worte\" is neither");
    let by_settings = [("GABENTISCH_TLS", "auto"), ("GABENTISCH_TLS_NAMES", "org")];
    refused(&run_cli(&all, &by_settings), "\"org\" is a single word");
    refused(&run_cli(&["terminal", "--ca", "nowhere.pem"], &[]), "the authority nowhere.pem cannot be read");
}

#[test]
fn https_only_leaves_nothing_but_trust_on_the_plain_port() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("own.toml");
    std::fs::write(&settings, "https_only = true\ntls = \"auto\"\ntls_names = [\"kammer.example\"]\n")
        .expect("written");
    let server = Secure::start(folder.path(), &["--tls", "auto", "--config", &settings.display().to_string()]);
    let plain = Client::new(&server.plain);
    plain.get("/trust").expect(200);
    let moved = plain.get("/sign-in?next=/items").expect(307);
    assert_eq!(moved.location, Some(format!("{}/sign-in?next=/items", server.url)));
    plain.post_form("/sign-in", &[("name", "x"), ("password", "y")]).expect(403);
    // Language and colours of the page that leads to trust are chosen there.
    for (path, choice) in
        [("/language", [("lang", "en"), ("back", "/trust")]), ("/look", [("scheme", "dark"), ("back", "/trust")])]
    {
        let answer = plain.post_form(path, &choice).expect(303);
        assert!(answer.location.is_some_and(|place| place.starts_with("/trust")), "{path}");
    }
    let answer = trusting(&server.authority()).get(format!("{}/sign-in", server.url)).call().expect("trusted");
    assert!(answer.headers().get("strict-transport-security").is_some());
    let made = folder.path().join("tls/server.crt");
    let text = Command::new("openssl").args(["x509", "-noout", "-text", "-in"]).arg(made).output();
    let text = text.expect("openssl is there");
    assert!(String::from_utf8_lossy(&text.stdout).contains("DNS:kammer.example"));
}

#[test]
fn a_browser_gives_the_camera_over_https() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Secure::start(folder.path(), &["--tls", "auto"]);
    // The trust of a device, without its settings: this key alone is believed, as a person would have it after the page.
    let key = KeyPair::from_pem(&std::fs::read_to_string(folder.path().join("tls/server.key")).expect("a key"));
    let pem = key.expect("a key").public_key_pem();
    let body: String = pem.lines().filter(|line| !line.starts_with("-----")).collect();
    let spki = data_encoding::BASE64.decode(body.as_bytes()).expect("base64");
    let pin = {
        use sha2::{Digest, Sha256};
        data_encoding::BASE64.encode(&Sha256::digest(spki))
    };
    let trusts = Browser::with("de", &[format!("--ignore-certificate-errors-spki-list={pin}")]);
    trusts.screen(360, 740);
    trusts.go(&format!("https://localhost:{}/sign-in", server.port()));
    assert_eq!(trusts.run("return window.isSecureContext && 'getUserMedia' in navigator.mediaDevices"), true);
    let plain_port = server.plain.rsplit(':').next().expect("a port");
    // A name that is not this computer's own word: only so plain HTTP is not secure for a browser.
    trusts.go(&format!("http://127.0.0.1:{plain_port}/trust"));
    trusts.wait_for("document.querySelector('[data-check-answer]').textContent.startsWith('Ja')");
    assert_eq!(trusts.complaints(), Vec::<String>::new());
    assert_eq!(trusts.run("return document.documentElement.scrollWidth"), 360);
    drop(trusts);
    let doubts = Browser::start("de");
    doubts.go(&format!("http://127.0.0.1:{plain_port}/trust"));
    doubts.wait_for("document.querySelector('[data-check-answer]').textContent.startsWith('Noch nicht')");
    // Chromium on Linux: its own way first, and only that one open.
    assert_eq!(doubts.run("return document.querySelector('details[open]').dataset.device"), "linux");
    assert_eq!(doubts.run("return document.querySelectorAll('details[open][data-device]').length"), 1);
}
