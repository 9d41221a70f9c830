//! Answers as one closed value, and its writers.
//!
//! Every question becomes a [`Report`]: what people read (headings, tables, trees), what programs read (the public JSON
//! of [`v1`], and a flat table for CSV), what was left out, and footnotes with sources.

mod chains;
mod cite;
mod dates;
mod list;
mod show;
mod states;
mod subject;
pub mod v1;
mod walk;
mod words;
mod write;

pub use chains::chains;
pub use cite::Footnotes;
pub use list::list;
pub use show::show;
pub use states::{StatesQuestion, states};
pub use subject::{show_actor, show_technology};
pub use walk::{Shown, walk};
pub use write::{Format, TextStyle, write};

use crate::dataset::Dataset;

/// An answer. What only one format shows is worked out when that format is written.
pub struct Report<'a> {
    /// Name and version of the JSON, `ensue/after/1`.
    pub schema: &'static str,
    /// The members of the JSON object after `schema` and `collection`.
    pub json: Deferred<'a, serde_json::Map<String, serde_json::Value>>,
    /// What people read.
    pub blocks: Vec<Block>,
    /// The answer as one flat table, for CSV.
    pub flat: Deferred<'a, Table>,
    /// What a reader should know beside the answer: that it is empty, or what was left out.
    pub notes: Vec<String>,
    /// Sources, numbered from 1.
    pub footnotes: Vec<String>,
}

/// What is worked out only when it is asked for.
pub type Deferred<'a, T> = Box<dyn Fn() -> T + 'a>;

/// A piece of what people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A line over what follows.
    Heading(String),
    /// Running text.
    Text(String),
    /// Rows in columns.
    Table(Table),
    /// Rows in columns, each under the one that it follows from.
    Tree(Vec<TreeRow>),
}

/// Rows in columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<&'static str>,
    /// The cells, as many a row as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// One row of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeRow {
    /// How far from the root, which has 0. Each row is at most one deeper than the row before it.
    pub depth: usize,
    /// Its cells; all rows but the root's are aligned.
    pub cells: Vec<String>,
}

/// The collection's title, version and as-of day, as every JSON answer gives them.
pub fn collection_json(dataset: &Dataset) -> serde_json::Value {
    let collection = dataset.collection();
    serde_json::json!({
        "title": collection.title,
        "version": collection.version,
        "as_of": dataset.as_of().map(|day| day.to_string()),
    })
}
