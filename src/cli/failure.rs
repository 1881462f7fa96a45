//! How a command fails: what it says on stderr, and its exit code.

/// A command that could not do its work. The sentence says what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The command line asks for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// It was asked rightly, but it did not work.
    #[error("{0}")]
    Failed(String),
    /// It did not work, and everything has been said already.
    #[error("")]
    Reported,
}

impl Failure {
    pub(crate) fn failed(cause: impl std::fmt::Display) -> Failure {
        Failure::Failed(cause.to_string())
    }

    pub(crate) fn usage(cause: impl std::fmt::Display) -> Failure {
        Failure::Usage(cause.to_string())
    }

    /// 2 for wrong usage, 1 for a failure.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Failed(_) | Failure::Reported => 1,
        }
    }
}
