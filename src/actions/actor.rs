//! Whoever does something, with rights that were checked when he or she came in.

use super::ActionError;
use crate::domain::rights::{Right, Role};
use crate::domain::{TerminalId, UserId};
use crate::texts::Lang;

/// A person or the house itself, admitted. Only the guard at the web's door and the command line, which whoever may read
/// the database file may use, make one, and what goes on with a person's deed after a stop; actions take it and ask
/// [`Actor::must`].
#[derive(Clone, Debug)]
pub struct Actor {
    user: Option<UserId>,
    name: String,
    role: Option<Role>,
    terminal: TerminalId,
    lang: Lang,
    /// The key of the form that is being sent.
    form: Option<uuid::Uuid>,
}

impl Actor {
    /// A signed-in person with the terminal that his or her browser is.
    pub(crate) fn person(user: UserId, name: String, role: Role, terminal: TerminalId, lang: Lang) -> Actor {
        Actor { user: Some(user), name, role: Some(role), terminal, lang, form: None }
    }

    /// An enrolled device: it may scan, nothing else.
    pub(crate) fn device(terminal: TerminalId, name: String, lang: Lang) -> Actor {
        Actor { user: None, name, role: Some(Role::Volunteer), terminal, lang, form: None }
    }

    /// The command line on the server itself, where every right is given with access to the database.
    pub(crate) fn house(terminal: TerminalId) -> Actor {
        Actor { user: None, name: "gabentisch".to_owned(), role: None, terminal, lang: Lang::default(), form: None }
    }

    /// The same person, sending the form with this key: sent again, it makes nothing new. What is no key does nothing.
    #[must_use]
    pub fn sending(self, key: &str) -> Actor {
        Actor { form: key.parse().ok(), ..self }
    }

    pub(super) fn form(&self) -> Option<uuid::Uuid> {
        self.form
    }

    /// The same person at another desk.
    pub(super) fn at(self, terminal: TerminalId) -> Actor {
        Actor { terminal, ..self }
    }

    pub fn user(&self) -> Option<UserId> {
        self.user
    }

    /// Whether this is an enrolled device rather than a person or the command line.
    pub fn is_device(&self) -> bool {
        self.user.is_none() && self.role.is_some()
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The role; `None` for the command line.
    pub fn role(&self) -> Option<Role> {
        self.role
    }

    pub fn terminal(&self) -> TerminalId {
        self.terminal
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn may(&self, right: Right) -> bool {
        self.role.is_none_or(|role| role.may(right))
    }

    /// # Errors
    /// [`ActionError::Forbidden`] without the right.
    pub fn must(&self, right: Right) -> Result<(), ActionError> {
        if self.may(right) { Ok(()) } else { Err(ActionError::Forbidden(right)) }
    }
}
