//! Money and quantities.

use super::SourceKey;

/// A sum or quantity that a source states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The number as written, without unit: `52.7`, `140`.
    pub value: String,
    /// Its unit: `USD billion`, `entities`.
    pub unit: String,
    /// What it measures.
    pub what: String,
    /// Who states it; empty where the event has a single source.
    pub sources: Vec<SourceKey>,
}
