//! What measures are about.

use super::TechnologyId;

/// One entry of the register of technologies, a small tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Technology {
    /// Its name in event files.
    pub id: TechnologyId,
    /// Its English name.
    pub name: String,
    /// Its Chinese name.
    pub name_zh: Option<String>,
    /// The wider field that it belongs to.
    pub broader: Option<TechnologyId>,
    /// Other names that it is known by.
    pub aliases: Vec<String>,
}
