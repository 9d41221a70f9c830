//! Selections: an expression over events, and the view that it gives.
//!
//! Set algebra in the spirit of the revsets of Mercurial and Jujutsu: `x::` is x and all that followed, `::x` is x and
//! all that led to it, `& | ~` combine, and functions such as `category(export-control)` choose by a property.

mod error;
mod eval;
mod expr;
mod lexer;
mod parser;
mod set;
mod term;
mod view;

pub use error::QueryError;
pub use eval::{resolve_event, select};
pub use expr::{Expr, ExprKind};
pub use term::{TERMS, Term, least_support};
pub use view::View;

#[cfg(test)]
mod tests;
