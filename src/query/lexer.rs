//! The words of an expression.

use std::ops::Range;

use super::QueryError;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Word(String),
    Quoted(String),
    Range,
    And,
    Or,
    Not,
    Open,
    Close,
    Comma,
}

impl Token {
    /// How it is called in messages.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Word(word) => format!("`{word}`"),
            Self::Quoted(text) => format!("\"{text}\""),
            Self::Range => "`::`".into(),
            Self::And => "`&`".into(),
            Self::Or => "`|`".into(),
            Self::Not => "`~`".into(),
            Self::Open => "`(`".into(),
            Self::Close => "`)`".into(),
            Self::Comma => "`,`".into(),
        }
    }
}

/// What ids, dates and numbers are made of. `-` is never an operator, since ids and dates contain it.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '?')
}

pub(super) fn tokens(text: &str) -> Result<Vec<(Token, Range<usize>)>, QueryError> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        let single = |token| (token, start..start + c.len_utf8());
        match c {
            c if c.is_whitespace() => {}
            '&' => tokens.push(single(Token::And)),
            '|' => tokens.push(single(Token::Or)),
            '~' => tokens.push(single(Token::Not)),
            '(' => tokens.push(single(Token::Open)),
            ')' => tokens.push(single(Token::Close)),
            ',' => tokens.push(single(Token::Comma)),
            ':' if rest.next_if(|&(_, next)| next == ':').is_some() => tokens.push((Token::Range, start..start + 2)),
            ':' => {
                return Err(QueryError::new(start..start + 1, "a single `:` means nothing here")
                    .help("`x::` is x and all that followed, `::x` all that led to it"));
            }
            '"' | '\'' => {
                let Some(end) = text[start + 1..].find(c) else {
                    return Err(QueryError::new(start..text.len(), "this quotation is never closed"));
                };
                let end = start + 1 + end;
                tokens.push((Token::Quoted(text[start + 1..end].to_owned()), start..end + 1));
                while rest.next_if(|&(at, _)| at <= end).is_some() {}
            }
            c if is_word(c) => {
                let mut end = start + c.len_utf8();
                while let Some((at, c)) = rest.next_if(|&(_, c)| is_word(c)) {
                    end = at + c.len_utf8();
                }
                let word = &text[start..end];
                let token = match word {
                    "and" => Token::And,
                    "or" => Token::Or,
                    "not" => Token::Not,
                    _ => Token::Word(word.to_owned()),
                };
                tokens.push((token, start..end));
            }
            other => {
                let end = start + other.len_utf8();
                return Err(QueryError::new(start..end, format!("`{}` cannot stand here", other.escape_debug()))
                    .help("put texts in quotation marks, as in text(\"rare earth\")"));
            }
        }
    }
    Ok(tokens)
}
