//! Files as read, and places in them. The only reader of files.

mod line_index;
mod sha256;
mod sources;
mod span;

pub use line_index::{LineColumn, LineIndex};
pub use sources::{SourceFile, Sources, SourcesError, Text};
pub use span::{SourceId, Span, Spanned};
