//! The expression as a tree.

use std::ops::Range;

/// An expression with its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where it stands, in bytes of the text.
    pub at: Range<usize>,
}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExprKind {
    /// Everything: the empty expression.
    All,
    /// A bare word: an id, or any unique part of one; as an argument, a word, date or number.
    Word(String),
    /// A quoted text, as an argument.
    Quoted(String),
    /// `name(arguments)`.
    Call(String, Vec<Expr>),
    /// `~x`: all others.
    Not(Box<Expr>),
    /// `x & y`.
    And(Box<Expr>, Box<Expr>),
    /// `x | y`.
    Or(Box<Expr>, Box<Expr>),
    /// `x::`: x and all that followed.
    Descendants(Box<Expr>),
    /// `::x`: x and all that led to it.
    Ancestors(Box<Expr>),
    /// `x::y`: all on the way.
    Between(Box<Expr>, Box<Expr>),
}
