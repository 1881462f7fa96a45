//! Admission: every route says who may come; a route that says nothing lets nobody in.

use actix_session::SessionExt;
use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_TYPE, REFERER};
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, ResponseError, web};
use jiff::Timestamp;

use super::{Interrupted, USER};
use crate::actions::{Actor, Holder, own_door, sign_in};
use crate::domain::UserId;
use crate::domain::rights::Right;
use crate::texts::Lang;
use crate::web::{App, Failure, routes};

/// Who may use a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody, also without a sign-in.
    Public,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in with one of these rights.
    Any(&'static [Right]),
    /// A household that opened its own page with card and PIN: nobody else, whatever their rights.
    Household,
    /// A terminal with its token, or somebody signed in with one of these rights.
    Scanner(&'static [Right]),
}

/// The person or device that was let in.
#[derive(Clone)]
pub(in crate::web) struct Admitted(pub Actor);

/// The household that opened its own page.
#[derive(Clone, Copy)]
struct LetIn(Holder);

/// Minutes after which the last click is noted again: not every request writes.
const NOTE_EVERY: i64 = 5 * 60;
/// The session entry that holds the second of the last noted click.
const SEEN: &str = "seen";

pub(in crate::web) async fn admit<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let pattern = req.match_pattern().unwrap_or_default();
    let access = routes::access(req.method(), &pattern);
    if access.is_none() && req.path().starts_with("/api/") {
        let allowed = routes::methods(req.path());
        if !allowed.is_empty() {
            let failure = Failure::WrongMethod(allowed.join(", "));
            return Ok(req.into_response(failure.error_response()).map_into_right_body());
        }
    }
    if access == Some(Access::Household) {
        return match household(&req).await {
            Ok(holder) => {
                req.extensions_mut().insert(LetIn(holder));
                Ok(next.call(req).await?.map_into_left_body())
            }
            Err(failure) => Ok(req.into_response(failure.error_response()).map_into_right_body()),
        };
    }
    let checked = match who(&req, access).await {
        Ok(actor) => {
            let verdict = check(access, actor.as_ref(), bearer(&req).is_some());
            if let Some(actor) = actor {
                req.extensions_mut().insert(Admitted(actor));
            }
            verdict
        }
        Err(failure) => Err(failure),
    };
    match checked {
        Ok(()) => Ok(next.call(req).await?.map_into_left_body()),
        Err(failure) => {
            let mut req = req;
            if matches!(failure, Failure::SignInNeeded) && req.method() == Method::POST {
                keep(&mut req).await;
            }
            Ok(req.into_response(failure.error_response()).map_into_right_body())
        }
    }
}

/// Whoever holds the key of a household's open page. What staff may do counts for nothing here.
async fn household(req: &ServiceRequest) -> Result<Holder, Failure> {
    let app = req.app_data::<web::Data<App>>().ok_or(Failure::Busy)?.clone();
    let key = own_key(req.request()).filter(|_| bearer(req).is_none()).ok_or(Failure::SignInNeeded)?;
    let found = web::block(move || own_door::holder(&app.house, &key)).await.map_err(|_| Failure::Busy)?;
    found?.ok_or(Failure::SignInNeeded)
}

/// The name of the cookie with the key of a household's open page. Its path is `/h`, which forbids the name `__Host-`.
pub(in crate::web) fn own_cookie(req: &HttpRequest) -> &'static str {
    let https_only = req.app_data::<web::Data<App>>().is_some_and(|app| app.https_only);
    if https_only || req.app_config().secure() { "__Secure-household" } else { "household" }
}

/// The key of a household's open page.
pub(in crate::web) fn own_key(req: &HttpRequest) -> Option<String> {
    req.cookie(own_cookie(req)).map(|cookie| cookie.value().to_owned())
}

/// The sign-in ended while somebody was typing: what was sent goes along to the page that asks for a new one.
async fn keep(req: &mut ServiceRequest) {
    let Some(app) = req.app_data::<web::Data<App>>().cloned() else { return };
    let kind = req.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    let fields = match kind.starts_with("application/x-www-form-urlencoded") {
        true => req.extract::<web::Form<Vec<(String, String)>>>().await.ok().map(web::Form::into_inner),
        false => None,
    };
    let sealed = fields.and_then(|fields| app.sealer.keep(req.request(), fields, app.house.random()));
    let came_from =
        req.headers().get(REFERER).and_then(|page| page.to_str().ok()).and_then(|page| page.split_once("://"));
    let back = came_from.and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned())).unwrap_or_default();
    let had_files = kind.starts_with("multipart/");
    req.extensions_mut().insert(Interrupted { sealed: sealed.unwrap_or_default(), had_files, back });
}

fn check(access: Option<Access>, actor: Option<&Actor>, has_token: bool) -> Result<(), Failure> {
    match (access, actor) {
        (Some(Access::Public), _) | (Some(Access::SignedIn), Some(_)) => Ok(()),
        (Some(Access::Any(rights) | Access::Scanner(rights)), Some(actor))
            if rights.iter().any(|right| actor.may(*right)) =>
        {
            Ok(())
        }
        (Some(Access::Scanner(_)), None) if has_token => Err(Failure::UnknownToken),
        (Some(_), None) => Err(Failure::SignInNeeded),
        // `Household` among them: it was asked for before, and no right of the staff opens it.
        (Some(_), Some(_)) => Err(Failure::Forbidden),
        // No route, or one with another method: the answer is "not found" for everybody.
        (None, _) => Err(Failure::NotFound),
    }
}

async fn who(req: &ServiceRequest, access: Option<Access>) -> Result<Option<Actor>, Failure> {
    let app = req.app_data::<web::Data<App>>().ok_or(Failure::Busy)?.clone();
    if let (Some(Access::Scanner(_)), Some(token)) = (access, bearer(req)) {
        let lang = accepted_language(req.request());
        let found = web::block(move || sign_in::device(&app.house, &token, lang)).await.map_err(|_| Failure::Busy)?;
        return Ok(found?);
    }
    if bearer(req).is_some() {
        return Ok(None);
    }
    let session = req.get_session();
    let Some(user) = session.get::<UserId>(USER).unwrap_or_default() else { return Ok(None) };
    let now = Timestamp::now().as_second();
    let seen = session.get::<i64>(SEEN).unwrap_or_default().unwrap_or(now);
    if now - seen > app.idle.as_secs() {
        session.purge();
        return Ok(None);
    }
    // A page that keeps itself up to date is nobody who works here.
    let by_itself = req.headers().contains_key("x-live") || matches!(req.path(), "/live" | "/desk/phones/events");
    if !by_itself && (now - seen > NOTE_EVERY || seen == now) {
        let _ = session.insert(SEEN, now);
    }
    let found = web::block(move || sign_in::admitted(&app.house, user)).await.map_err(|_| Failure::Busy)?;
    let actor = found?;
    if actor.is_none() {
        session.purge();
    }
    Ok(actor)
}

/// A terminal's token. Whoever sends one is that terminal and nobody else.
pub(super) fn bearer(req: &ServiceRequest) -> Option<String> {
    let header = req.headers().get(AUTHORIZATION)?.to_str().ok()?;
    header.strip_prefix("Bearer ").map(|token| token.trim().to_owned())
}

/// The first language of the request that the house speaks.
pub(in crate::web) fn accepted_language(req: &HttpRequest) -> Lang {
    let header = req.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Lang::from_accept(header.unwrap_or_default())
}

/// The first language of the request that the pages speak.
pub(in crate::web) fn language_of_pages(req: &HttpRequest) -> Lang {
    let header = req.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Lang::of_pages_from_accept(header.unwrap_or_default())
}

impl FromRequest for Actor {
    type Error = Failure;
    type Future = std::future::Ready<Result<Actor, Failure>>;

    /// Whoever was admitted. A handler of a public route that asks for an actor gets nobody.
    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let admitted = req.extensions().get::<Admitted>().map(|admitted| admitted.0.clone());
        std::future::ready(admitted.ok_or(Failure::SignInNeeded))
    }
}

impl FromRequest for Holder {
    type Error = Failure;
    type Future = std::future::Ready<Result<Holder, Failure>>;

    /// The household that opened its own page. On a route of another kind there is none.
    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let holder = req.extensions().get::<LetIn>().map(|let_in| let_in.0);
        std::future::ready(holder.ok_or(Failure::SignInNeeded))
    }
}

/// The language of an answer of the API: that of the signed-in person's pages, else what the terminal asks for.
pub(in crate::web) fn language_of(req: &HttpRequest, actor: &Actor) -> Lang {
    match (req.headers().contains_key(ACCEPT_LANGUAGE), actor.user()) {
        (_, Some(_)) if actor.lang().is_of_pages() => actor.lang(),
        (_, Some(_)) => language_of_pages(req),
        (true, None) => accepted_language(req),
        (false, None) => Lang::default(),
    }
}
