//! Files as read, and places in them. The only reader of files.

mod line_index;
mod shares;
mod sources;
mod span;

pub use line_index::{LineColumn, LineIndex};
pub(crate) use shares::in_shares;
pub use sources::{SourceFile, Sources, SourcesError, Text};
pub use span::{SourceId, Span, Spanned};
