//! What went wrong, for the person in front of the screen: a status and a sentence. The cause goes to the log.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use crate::actions::ActionError;
use crate::store::StoreError;
use crate::texts::{Message, say};

/// Why a request was not done. The guard at the door turns it into a page or, for the API, into JSON.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Action(#[from] ActionError),
    /// Somebody else changed it since the page was opened; the sentence says who.
    #[error("changed by somebody else meanwhile")]
    Meanwhile(Message),
    #[error("nobody is signed in")]
    SignInNeeded,
    #[error("the terminal's token is not known")]
    UnknownToken,
    #[error("no business on this route")]
    Forbidden,
    #[error("there is no such page")]
    NotFound,
    /// The path exists, but not for this method; those that it is for.
    #[error("the path takes only {0}")]
    WrongMethod(String),
    #[error("the request came from another site")]
    ForeignOrigin,
    #[error("the request cannot be read: {0}")]
    Unreadable(String),
    #[error("the form lacks {0:?}")]
    /// A form that lacks this field; empty where something else of it cannot be read.
    Unfinished(String),
    #[error("the request is too large")]
    TooLarge,
    #[error("too many attempts")]
    TooOften,
    #[error("a page could not be drawn: {0}")]
    Template(#[from] askama::Error),
    #[error("the server is stopping")]
    Busy,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::Action(error.into())
    }
}

/// Rides on a response until the door dresses it.
#[derive(Clone)]
pub(super) struct Failed {
    pub message: Message,
    pub word: &'static str,
}

impl Failure {
    pub fn message(&self) -> Message {
        match self {
            Failure::Action(error) => error.message(),
            Failure::Meanwhile(message) => message.clone(),
            Failure::SignInNeeded => say::error_sign_in_needed(),
            Failure::UnknownToken => say::error_token(),
            Failure::Forbidden => say::error_forbidden(),
            Failure::NotFound => say::error_not_found(),
            Failure::WrongMethod(allowed) => say::forms_wrong_method(allowed),
            Failure::ForeignOrigin => say::error_foreign_origin(),
            Failure::Unreadable(cause) => say::error_bad_request(cause),
            Failure::Unfinished(field) if field.is_empty() => say::error_form(),
            Failure::Unfinished(field) => say::error_form_field(field),
            Failure::TooLarge => say::error_too_large(),
            Failure::TooOften => say::error_too_often(),
            Failure::Template(_) | Failure::Busy => say::error_server(),
        }
    }

    fn word(&self) -> &'static str {
        match self {
            Failure::Action(ActionError::Refused(_) | ActionError::Field { .. }) => "refused",
            Failure::Action(ActionError::NotFound) | Failure::NotFound => "not_found",
            Failure::Action(ActionError::Forbidden(_)) | Failure::Forbidden => "forbidden",
            Failure::Action(ActionError::Changed) | Failure::Meanwhile(_) => "changed",
            Failure::Action(ActionError::Quarantined) => "quarantined",
            Failure::WrongMethod(_) => "wrong_method",
            Failure::SignInNeeded => "sign_in_needed",
            Failure::UnknownToken => "unknown_token",
            Failure::ForeignOrigin => "foreign_origin",
            Failure::Unreadable(_) | Failure::Unfinished(_) => "unreadable",
            Failure::TooLarge => "too_large",
            Failure::TooOften => "too_often",
            Failure::Action(ActionError::Store(_)) | Failure::Template(_) | Failure::Busy => "server",
        }
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Failure::Action(ActionError::Refused(_) | ActionError::Field { .. }) => StatusCode::UNPROCESSABLE_ENTITY,
            Failure::Action(ActionError::NotFound) | Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::Action(ActionError::Forbidden(_)) | Failure::Forbidden | Failure::ForeignOrigin => {
                StatusCode::FORBIDDEN
            }
            Failure::Action(ActionError::Changed) | Failure::Meanwhile(_) => StatusCode::CONFLICT,
            Failure::Action(ActionError::Quarantined) => StatusCode::LOCKED,
            Failure::SignInNeeded | Failure::UnknownToken => StatusCode::UNAUTHORIZED,
            Failure::WrongMethod(_) => StatusCode::METHOD_NOT_ALLOWED,
            Failure::Unreadable(_) | Failure::Unfinished(_) => StatusCode::BAD_REQUEST,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Failure::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Failure::Action(ActionError::Store(_)) | Failure::Template(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        if self.status_code().is_server_error() {
            tracing::error!(cause = %self, "a request failed");
        }
        let mut response = HttpResponse::build(self.status_code());
        if matches!(self, Failure::UnknownToken) {
            response.insert_header(("WWW-Authenticate", "Bearer"));
        }
        if matches!(self, Failure::TooOften) {
            // Seconds. Tries come back one by one within a minute.
            response.insert_header(("Retry-After", "60"));
        }
        if let Failure::WrongMethod(allowed) = self {
            response.insert_header(("Allow", allowed.as_str()));
        }
        let mut response = response.finish();
        response.extensions_mut().insert(Failed { message: self.message(), word: self.word() });
        response
    }
}
