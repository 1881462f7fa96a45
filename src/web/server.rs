//! Putting the server together, starting it, and ending it without losing a request.

use std::net::{SocketAddr, TcpListener, ToSocketAddrs};
use std::sync::Arc;
use std::time::Instant;

use actix_session::SessionMiddleware;
use actix_session::config::PersistentSession;
use actix_web::body::MessageBody;
use actix_web::cookie::SameSite;
use actix_web::cookie::time::Duration;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::web::{Data, FormConfig, JsonConfig, PathConfig, QueryConfig};
use actix_web::{Error, HttpServer};

use super::guard::{DatabaseSessions, Throttle, admit, cookie_key, dress_failures, same_site_only, secure};
use super::metrics::NUMBERS;
use super::pages::desk::photo::Album;
use super::{App, Failure, routes};
use crate::actions::House;
use crate::settings::Settings;

/// Largest JSON of the API, in bytes: 1,000 scans take about 400,000.
const LARGEST_JSON: usize = 2 << 20;
/// Largest form of a page, in bytes.
const LARGEST_FORM: usize = 64 << 10;

/// A server that listens and waits for [`Server::run`].
pub struct Server {
    address: SocketAddr,
    running: actix_web::dev::Server,
    closing: tokio::sync::watch::Sender<bool>,
}

/// Takes the address, before anything else is done: a port in use must be said at once.
///
/// # Errors
/// One sentence that says what to do.
pub fn bind(listen: &str) -> Result<TcpListener, String> {
    let address = listen
        .to_socket_addrs()
        .ok()
        .and_then(|mut found| found.next())
        .ok_or_else(|| format!("{listen:?} is no address to listen on; an example is 127.0.0.1:8080"))?;
    TcpListener::bind(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "port {} on {} is in use: stop the other server, or choose another port with --listen {}:{}",
            address.port(),
            address.ip(),
            address.ip(),
            address.port().wrapping_add(1)
        ),
        std::io::ErrorKind::PermissionDenied => {
            format!("this user may not listen on {address}: choose a port above 1024 with --listen")
        }
        _ => format!("cannot listen on {address}: {error}"),
    })
}

impl Server {
    /// Puts the server on a listener. Requests are answered as soon as it runs.
    ///
    /// # Errors
    /// When the key for cookies cannot be read, or the system gives no threads.
    pub fn start(house: Arc<House>, settings: &Settings, listener: TcpListener) -> Result<Server, String> {
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let key = cookie_key(&house).map_err(|error| error.to_string())?;
        let (closing, hears_closing) = tokio::sync::watch::channel(false);
        let app = Data::new(App {
            house: Arc::clone(&house),
            site: settings.site.clone(),
            idle: jiff::SignedDuration::from_mins(settings.idle_minutes.into()),
            https_only: settings.https_only,
            sign_ins: Throttle::default(),
            enrolments: Throttle::default(),
            photos: Album::default(),
            live: super::live::Live::default(),
            closing: hears_closing,
        });
        let (https_only, hours) = (settings.https_only, settings.sign_in_hours);
        let server = HttpServer::new(move || {
            let sessions = SessionMiddleware::builder(DatabaseSessions(Arc::clone(&house)), key.clone())
                .cookie_name(if https_only { "__Host-gabentisch" } else { "gabentisch" }.to_owned())
                .cookie_secure(https_only)
                .cookie_http_only(true)
                .cookie_same_site(SameSite::Lax)
                .session_lifecycle(PersistentSession::default().session_ttl(Duration::hours(hours.into())))
                .build();
            actix_web::App::new()
                .app_data(app.clone())
                .app_data(JsonConfig::default().limit(LARGEST_JSON).error_handler(|error, _| unreadable(&error)))
                .app_data(FormConfig::default().limit(LARGEST_FORM).error_handler(|error, _| unreadable(&error)))
                .app_data(QueryConfig::default().error_handler(|error, _| unreadable(&error)))
                .app_data(PathConfig::default().error_handler(|_, _| Failure::NotFound.into()))
                .configure(routes::configure)
                // The last one wrapped is the first to see a request.
                .wrap(from_fn(admit))
                .wrap(from_fn(same_site_only))
                .wrap(from_fn(dress_failures))
                .wrap(sessions)
                .wrap(from_fn(secure))
                .wrap(Compress::default())
                .wrap(from_fn(observe))
        })
        .shutdown_timeout(10);
        let server = if settings.workers > 0 { server.workers(settings.workers) } else { server };
        let running = server.listen(listener).map_err(|error| error.to_string())?.run();
        Ok(Server { address, running, closing })
    }

    /// Where it listens; the port is a real one also when 0 was asked for.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A handle that ends the server.
    pub fn handle(&self) -> actix_web::dev::ServerHandle {
        self.running.handle()
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
        self.running.await
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
