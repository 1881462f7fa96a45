//! Why an action was not done: a sentence for the person, a cause for the log.

use crate::domain::rights::Right;
use crate::store::StoreError;
use crate::texts::{Message, say};

#[derive(Debug, thiserror::Error)]
pub enum ActionError {
    /// The input cannot be taken as it is; the message says what to change.
    #[error("refused: {}", .0.id())]
    Refused(Message),
    /// The same, for one field of a form.
    #[error("refused {field}: {}", message.id())]
    Field { field: &'static str, message: Message },
    #[error("there is no such thing")]
    NotFound,
    #[error("the right {0} is missing")]
    Forbidden(Right),
    /// Somebody else changed it since the page was opened.
    #[error("changed by somebody else meanwhile")]
    Changed,
    /// The terminal sent something that an honest one does not send; a coordinator must look first.
    #[error("the terminal is set aside")]
    Quarantined,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for ActionError {
    fn from(error: diesel::result::Error) -> ActionError {
        ActionError::Store(error.into())
    }
}

impl ActionError {
    pub fn field(field: &'static str, message: Message) -> ActionError {
        ActionError::Field { field, message }
    }

    /// The sentence for the person.
    pub fn message(&self) -> Message {
        match self {
            ActionError::Refused(message) | ActionError::Field { message, .. } => message.clone(),
            ActionError::NotFound => say::error_not_found(),
            ActionError::Forbidden(_) => say::error_forbidden(),
            ActionError::Changed => say::error_changed(),
            ActionError::Quarantined => say::error_quarantined(),
            ActionError::Store(_) => say::error_server(),
        }
    }
}
