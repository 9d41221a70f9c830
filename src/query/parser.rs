//! From text to [`Expr`], by recursive descent: `|`, then `&`, then `~`, then `::`, loosest first.

use std::{ops::Range, str::FromStr};

use super::{
    Expr, ExprKind, QueryError,
    lexer::{Token, tokens},
};

/// How deep brackets and `~` may nest.
const DEEPEST: usize = 100;

impl FromStr for Expr {
    type Err = QueryError;

    /// Parses an expression. An empty one chooses everything.
    fn from_str(text: &str) -> Result<Self, QueryError> {
        let parse = || {
            let tokens = tokens(text)?;
            if tokens.is_empty() {
                return Ok(Self { kind: ExprKind::All, at: 0..text.len() });
            }
            let mut parser = Parser { tokens, next: 0, end: text.len(), depth: 0 };
            let expr = parser.or()?;
            match parser.peek() {
                None => Ok(expr),
                Some((token, at)) => Err(QueryError::new(
                    at.clone(),
                    format!("{} was not expected here; join two selections by `&` or `|`", token.name()),
                )),
            }
        };
        parse().map_err(|error: QueryError| error.within(text))
    }
}

struct Parser {
    tokens: Vec<(Token, Range<usize>)>,
    next: usize,
    end: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&(Token, Range<usize>)> {
        self.tokens.get(self.next)
    }

    fn eat(&mut self, token: &Token) -> Option<Range<usize>> {
        let (found, at) = self.peek()?;
        if found != token {
            return None;
        }
        let at = at.clone();
        self.next += 1;
        Some(at)
    }

    fn or(&mut self) -> Result<Expr, QueryError> {
        let mut left = self.and()?;
        while self.eat(&Token::Or).is_some() {
            left = join(left, self.and()?, ExprKind::Or);
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expr, QueryError> {
        let mut left = self.not()?;
        while self.eat(&Token::And).is_some() {
            left = join(left, self.not()?, ExprKind::And);
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Expr, QueryError> {
        let Some(start) = self.eat(&Token::Not) else { return self.range() };
        let inner = self.deeper(start.clone(), Self::not)?;
        let at = start.start..inner.at.end;
        Ok(Expr { kind: ExprKind::Not(Box::new(inner)), at })
    }

    fn range(&mut self) -> Result<Expr, QueryError> {
        if let Some(start) = self.eat(&Token::Range) {
            if !self.begins_atom() {
                return Ok(Expr { kind: ExprKind::All, at: start });
            }
            let inner = self.atom()?;
            let at = start.start..inner.at.end;
            return Ok(Expr { kind: ExprKind::Ancestors(Box::new(inner)), at });
        }
        let left = self.atom()?;
        let Some(range) = self.eat(&Token::Range) else { return Ok(left) };
        if self.begins_atom() {
            return Ok(join(left, self.atom()?, ExprKind::Between));
        }
        let at = left.at.start..range.end;
        Ok(Expr { kind: ExprKind::Descendants(Box::new(left)), at })
    }

    fn begins_atom(&self) -> bool {
        matches!(self.peek(), Some((Token::Word(_) | Token::Quoted(_) | Token::Open, _)))
    }

    fn atom(&mut self) -> Result<Expr, QueryError> {
        let Some((token, at)) = self.peek().cloned() else {
            let end = self.end;
            return Err(QueryError::new(end..end, "the expression breaks off: an event or a selection was expected"));
        };
        self.next += 1;
        match token {
            Token::Open => {
                let inner = self.deeper(at.clone(), Self::or)?;
                let end = self.close(at.clone())?;
                Ok(Expr { kind: inner.kind, at: at.start..end })
            }
            Token::Quoted(text) => Ok(Expr { kind: ExprKind::Quoted(text), at }),
            Token::Word(word) if self.eat(&Token::Open).is_some() => self.call(word, at),
            Token::Word(word) => Ok(Expr { kind: ExprKind::Word(word), at }),
            other => {
                Err(QueryError::new(at, format!("{} was not expected here: an event or a selection was", other.name())))
            }
        }
    }

    fn call(&mut self, name: String, at: Range<usize>) -> Result<Expr, QueryError> {
        let mut arguments = Vec::new();
        if let Some(end) = self.eat(&Token::Close) {
            return Ok(Expr { kind: ExprKind::Call(name, arguments), at: at.start..end.end });
        }
        loop {
            arguments.push(self.deeper(at.clone(), Self::or)?);
            if self.eat(&Token::Comma).is_none() {
                let end = self.close(at.clone())?;
                return Ok(Expr { kind: ExprKind::Call(name, arguments), at: at.start..end });
            }
        }
    }

    fn close(&mut self, open: Range<usize>) -> Result<usize, QueryError> {
        match self.eat(&Token::Close) {
            Some(at) => Ok(at.end),
            None => Err(QueryError::new(open, "the bracket that begins here is not closed").help("add `)`")),
        }
    }

    fn deeper(
        &mut self,
        at: Range<usize>,
        inner: fn(&mut Self) -> Result<Expr, QueryError>,
    ) -> Result<Expr, QueryError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(QueryError::new(at, format!("nested more than {DEEPEST} deep")));
        }
        let expr = inner(self);
        self.depth -= 1;
        expr
    }
}

fn join(left: Expr, right: Expr, kind: fn(Box<Expr>, Box<Expr>) -> ExprKind) -> Expr {
    let at = left.at.start..right.at.end;
    Expr { kind: kind(Box::new(left), Box::new(right)), at }
}
