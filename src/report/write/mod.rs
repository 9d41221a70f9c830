//! Writers of a report: text for people, JSON and CSV for programs.

mod csv;
mod text;

use crate::{dataset::Dataset, model::vocabulary};

use super::{Report, collection_json};

pub use text::TextStyle;

vocabulary! {
    /// How an answer is written.
    Format, "format" {
        Table "table" "columns for people; the default where the answer is a list",
        Tree "tree" "rows under what they follow from; the default where the answer is a walk",
        Json "json" "one object, versioned and documented",
        Csv "csv" "one flat table, RFC 4180",
    }
}

/// A report in one of the formats, ending in a newline.
///
/// # Errors
/// Only where the CSV or JSON writer fails, which for text in memory it does not.
pub fn write(report: &Report, dataset: &Dataset, format: Format, style: TextStyle) -> std::io::Result<Vec<u8>> {
    match format {
        Format::Table => Ok(text::write(report, style, false).into_bytes()),
        Format::Tree => Ok(text::write(report, style, true).into_bytes()),
        Format::Json => json(report, dataset),
        Format::Csv => csv::write(report),
    }
}

fn json(report: &Report, dataset: &Dataset) -> std::io::Result<Vec<u8>> {
    let mut object = serde_json::Map::new();
    object.insert("schema".into(), report.schema.into());
    object.insert("collection".into(), collection_json(dataset));
    object.extend((report.json)());
    let mut bytes = serde_json::to_vec_pretty(&object)?;
    bytes.push(b'\n');
    Ok(bytes)
}
