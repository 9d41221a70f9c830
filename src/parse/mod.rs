//! Reading: event files into spanned trees, and trees into records as written.
