//! Putting the server together, starting it, and ending it without losing a request.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Instant;

use actix_session::SessionMiddleware;
use actix_session::config::PersistentSession;
use actix_web::body::MessageBody;
use actix_web::cookie::SameSite;
use actix_web::cookie::time::Duration;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::UrlencodedError;
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::web::{Data, FormConfig, JsonConfig, PathConfig, QueryConfig};
use actix_web::{Error, HttpServer};

use super::doors::Doors;
use super::guard::{
    DatabaseSessions, Sealer, Throttle, admit, cookie_key, dress_failures, plain_door, same_site_only, secure,
};
use super::metrics::NUMBERS;
use super::pages::desk::photo::Album;
use super::tls::Tls;
use super::{App, Failure, Secured, routes};
use crate::actions::House;
use crate::actions::post::Post;
use crate::settings::Settings;

/// Largest JSON of the API, in bytes: 1,000 scans take about 400,000.
const LARGEST_JSON: usize = 2 << 20;
/// Threads for plain HTTP beside HTTPS: trusting, and a photo now and then.
const PLAIN_WORKERS: usize = 2;
/// Largest form of a page, in bytes.
const LARGEST_FORM: usize = 64 << 10;

/// A server that listens and waits for [`Server::run`].
pub struct Server {
    house: Arc<House>,
    address: SocketAddr,
    https: bool,
    running: actix_web::dev::Server,
    /// Plain HTTP beside HTTPS.
    plain: Option<(SocketAddr, actix_web::dev::Server)>,
    closing: tokio::sync::watch::Sender<bool>,
    /// How mails leave, if they do.
    post: Option<Post>,
}

impl Server {
    /// Puts the server on a listener. Requests are answered as soon as it runs.
    ///
    /// # Errors
    /// When the key for cookies cannot be read, or the system gives no threads.
    pub fn start(house: Arc<House>, settings: &Settings, doors: impl Into<Doors>) -> Result<Server, String> {
        let Doors { main, plain } = doors.into();
        let address_of = |listener: &TcpListener| listener.local_addr().map_err(|error| error.to_string());
        let address = address_of(&main)?;
        let plain = plain.map(|listener| Ok::<_, String>((address_of(&listener)?, listener))).transpose()?;
        let tls = Tls::prepare(settings)?;
        let authority = tls.as_ref().and_then(|tls| tls.authority.clone());
        let post = match &settings.smtp {
            Some(url) => Some(Post::of(&url.0, settings.mail_from.as_deref().unwrap_or_default())?),
            None => None,
        };
        let key = cookie_key(&house).map_err(|error| error.to_string())?;
        let (closing, hears_closing) = tokio::sync::watch::channel(false);
        let app = Data::new(App {
            house: Arc::clone(&house),
            site: settings.site.clone(),
            idle: jiff::SignedDuration::from_mins(settings.idle_minutes.into()),
            https_only: settings.https_only,
            giving: super::pages::wanted::giving(settings)?,
            proof_of_need: settings.proof_of_need,
            secured: tls.as_ref().map(|_| Secured {
                authority,
                https: address,
                plain: plain.as_ref().map(|(at, _)| *at),
            }),
            sealer: Sealer::of(&key),
            demo: settings.demo,
            has_post: post.is_some(),
            datev: settings.datev.clone(),
            sign_ins: Throttle::default(),
            enrolments: Throttle::default(),
            photos: Album::default(),
            frames: super::frames::Frames::default(),
            phones: super::phones::Phones::default(),
            phone_tries: Throttle::default(),
            own_door: Throttle::at_own_door(),
            impact_tries: Throttle::at_own_door(),
            address,
            live: super::live::Live::default(),
            closing: hears_closing,
        });
        let (https_only, hours) = (settings.https_only, settings.sign_in_hours);
        // A browser lets no plain page touch what came over HTTPS: each door has a cookie of its own.
        let site = |over_https: bool| {
            let (house, key, app) = (Arc::clone(&house), key.clone(), app.clone());
            move || {
                let sessions = SessionMiddleware::builder(DatabaseSessions(Arc::clone(&house)), key.clone())
                    .cookie_name(if over_https { "__Host-gabentisch" } else { "gabentisch" }.to_owned())
                    .cookie_secure(over_https)
                    .cookie_http_only(true)
                    .cookie_same_site(SameSite::Lax)
                    .session_lifecycle(PersistentSession::default().session_ttl(Duration::hours(hours.into())))
                    .build();
                actix_web::App::new()
                    .app_data(app.clone())
                    .app_data(JsonConfig::default().limit(LARGEST_JSON).error_handler(|error, _| unreadable(&error)))
                    .app_data(FormConfig::default().limit(LARGEST_FORM).error_handler(|error, _| unfinished(&error)))
                    .app_data(QueryConfig::default().error_handler(|error, _| unreadable(&error)))
                    .app_data(PathConfig::default().error_handler(|_, _| Failure::NotFound.into()))
                    .configure(routes::configure)
                    // The last one wrapped is the first to see a request.
                    .wrap(from_fn(admit))
                    .wrap(from_fn(same_site_only))
                    .wrap(from_fn(plain_door))
                    .wrap(from_fn(dress_failures))
                    .wrap(sessions)
                    .wrap(from_fn(secure))
                    .wrap(Compress::default())
                    .wrap(from_fn(observe))
            }
        };
        // A page that closed its line is gone: whoever waits for it hears that at once.
        let server =
            HttpServer::new(site(https_only || tls.is_some())).h1_allow_half_closed(false).shutdown_timeout(10);
        let server = if settings.workers > 0 { server.workers(settings.workers) } else { server };
        let https = tls.is_some();
        let server = match tls {
            Some(tls) => {
                tls.watch()?;
                server.listen_rustls_0_23(main, tls.config)
            }
            None => server.listen(main),
        };
        let running = server.map_err(|error| error.to_string())?.run();
        let plain = plain.map(|(at, listener)| {
            let server = HttpServer::new(site(https_only))
                .h1_allow_half_closed(false)
                .shutdown_timeout(10)
                .workers(PLAIN_WORKERS);
            Ok::<_, String>((at, server.listen(listener).map_err(|error| error.to_string())?.run()))
        });
        Ok(Server { house, address, https, running, plain: plain.transpose()?, closing, post })
    }

    /// Where it listens; the port is a real one also when 0 was asked for.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it listens, as one types it.
    pub fn url(&self) -> String {
        format!("{}://{}", if self.https { "https" } else { "http" }, self.address)
    }

    /// Where it speaks plain HTTP beside HTTPS.
    pub fn plain_url(&self) -> Option<String> {
        self.plain.as_ref().map(|(at, _)| format!("http://{at}"))
    }

    /// A handle that ends the server.
    pub fn handle(&self) -> Handle {
        Handle(
            std::iter::once(&self.running)
                .chain(self.plain.as_ref().map(|(_, plain)| plain))
                .map(actix_web::dev::Server::handle)
                .collect(),
        )
    }

    /// Answers requests until the process is asked to end; those under way are finished first.
    ///
    /// # Errors
    /// When the system takes the listener away.
    pub async fn run(self) -> std::io::Result<()> {
        let closing = self.closing;
        actix_web::rt::spawn(async move {
            asked_to_end().await;
            // Nobody listens any more: then nothing has to be told.
            let _ = closing.send(true);
            closing.closed().await;
        });
        actix_web::rt::spawn(super::chores::letters(Arc::clone(&self.house), self.post));
        actix_web::rt::spawn(super::chores::keep(self.house));
        match self.plain {
            Some((_, plain)) => futures_util::future::try_join(self.running, plain).await.map(|_| ()),
            None => self.running.await,
        }
    }
}

/// Ends a server from elsewhere.
pub struct Handle(Vec<actix_web::dev::ServerHandle>);

impl Handle {
    /// Asks the server to end; with `graceful`, after the requests under way.
    pub fn stop(&self, graceful: bool) -> impl Future<Output = ()> + use<> {
        // Asked at once, also when nobody waits for the end.
        let ends: Vec<_> = self.0.iter().map(|server| server.stop(graceful)).collect();
        async move {
            for end in ends {
                end.await;
            }
        }
    }
}

/// Waits for the signal that ends the server; the server hears it too.
async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// A form that lacks a field, or has one that cannot be: most often a page that is older than the program.
fn unfinished(error: &UrlencodedError) -> Error {
    let UrlencodedError::Parse(cause) = error else { return unreadable(error) };
    let cause = cause.to_string();
    let field = cause.split_once("missing field `").and_then(|(_, rest)| rest.split_once('`')).map(|(name, _)| name);
    Failure::Unfinished(field.unwrap_or_default().to_owned()).into()
}

fn unreadable(error: &impl actix_web::ResponseError) -> Error {
    if error.status_code() == actix_web::http::StatusCode::PAYLOAD_TOO_LARGE {
        return Failure::TooLarge.into();
    }
    Failure::Unreadable(error.to_string()).into()
}

/// Logs each request without query, names or secrets, and counts how long it took.
async fn observe(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let begun = Instant::now();
    let method = req.method().clone();
    let route = req.match_pattern().unwrap_or_else(|| "unknown".to_owned());
    let result = next.call(req).await;
    let status = match &result {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    };
    let seconds = begun.elapsed().as_secs_f64();
    let class = format!("{}xx", status.as_u16() / 100);
    NUMBERS.requests.with_label_values(&[route.as_str(), class.as_str()]).observe(seconds);
    tracing::info!(%method, route, status = status.as_u16(), milliseconds = seconds * 1000.0, "request");
    result
}
