//! For the machine that watches: alive, ready, and numbers in Prometheus' text format.

use std::sync::LazyLock;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use prometheus::{Encoder, HistogramVec, IntCounterVec, Registry, TextEncoder, histogram_opts, opts};

use super::Shared;

/// The numbers of this process.
pub(super) struct Numbers {
    registry: Registry,
    pub scans: IntCounterVec,
    pub requests: HistogramVec,
}

pub(super) static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| {
    let registry = Registry::new();
    let scans = IntCounterVec::new(opts!("gabentisch_scans_total", "Scans by outcome"), &["outcome"])
        .expect("the metric's name is valid");
    let requests = HistogramVec::new(
        histogram_opts!(
            "gabentisch_http_request_seconds",
            "Time to answer a request, by route and status class",
            vec![0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0]
        ),
        &["route", "status"],
    )
    .expect("the metric's name is valid");
    let _ = registry.register(Box::new(scans.clone()));
    let _ = registry.register(Box::new(requests.clone()));
    Numbers { registry, scans, requests }
});

/// `GET /healthz`: the process answers.
pub(super) async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// `GET /readyz`: the database answers and is of this version (the server does not start otherwise).
pub(super) async fn ready(app: Shared) -> HttpResponse {
    let house = std::sync::Arc::clone(&app.house);
    match web::block(move || house.store().is_ready()).await {
        Ok(true) => HttpResponse::Ok().content_type("text/plain").body("ready\n"),
        _ => HttpResponse::build(StatusCode::SERVICE_UNAVAILABLE)
            .content_type("text/plain")
            .body("the database does not answer\n"),
    }
}

/// `GET /metrics`
pub(super) async fn show() -> HttpResponse {
    let mut text = Vec::new();
    match TextEncoder::new().encode(&NUMBERS.registry.gather(), &mut text) {
        Ok(()) => HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(text),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}
