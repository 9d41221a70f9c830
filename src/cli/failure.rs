//! Why a command could not be carried out, and its exit code.

use std::process::ExitCode;

/// A failure of the tool, or a refusal.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// Problems in the data: exit code 1.
    #[error("{0}")]
    Data(String),
    /// The command was not understood, or names something unknown: exit code 2.
    #[error("{0}")]
    Usage(String),
    /// The machine refused: exit code 3.
    #[error("{0}")]
    Machine(String),
}

impl Failure {
    /// Tells it on stderr; its exit code.
    pub(super) fn report(&self) -> ExitCode {
        eprintln!("error: {self}");
        ExitCode::from(match self {
            Self::Data(_) => 1,
            Self::Usage(_) => 2,
            Self::Machine(_) => 3,
        })
    }
}

impl From<crate::query::QueryError> for Failure {
    fn from(error: crate::query::QueryError) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<crate::source::SourcesError> for Failure {
    fn from(error: crate::source::SourcesError) -> Self {
        Self::Machine(error.to_string())
    }
}
