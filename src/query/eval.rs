//! From an expression to the events that it chooses.

use std::ops::Range;

use super::{Expr, ExprKind, QueryError, TERMS, View, set::Set, term::Arguments};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{Direction, EventGraph, Follow},
};

/// What an expression is worked out against.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) graph: &'a EventGraph,
}

/// The events that `expr` chooses, with the links among them.
///
/// # Errors
/// Where it names an unknown or ambiguous event, an unknown function or word, or a malformed date; the error points
/// into the expression.
pub fn select<'a>(expr: &Expr, dataset: &'a Dataset, graph: &'a EventGraph) -> Result<View<'a>, QueryError> {
    let set = Context { dataset, graph }.set(expr)?;
    Ok(View::new(dataset, graph, set.events()))
}

/// The event of that id, or the only one whose id contains `word`.
///
/// # Errors
/// Where there is none (with the nearest id), or more than one (with the candidates).
pub fn resolve_event(word: &str, dataset: &Dataset) -> Result<EventIx, QueryError> {
    resolve(word, 0..word.len(), dataset).map_err(|error| error.within(word))
}

fn resolve(word: &str, at: Range<usize>, dataset: &Dataset) -> Result<EventIx, QueryError> {
    const MOST_SHOWN: usize = 8;
    if let Some(ix) = dataset.find(word) {
        return Ok(ix);
    }
    let part = word.to_lowercase();
    let found: Vec<(EventIx, &str)> =
        dataset.iter().map(|(ix, event)| (ix, event.id.as_str())).filter(|(_, id)| id.contains(&part)).collect();
    match found[..] {
        [(ix, _)] => Ok(ix),
        [] => {
            let ids = dataset.iter().map(|(_, event)| event.id.as_str());
            let error = QueryError::new(at, format!("no event is called `{}`", word.escape_debug()));
            Err(match nearest(&part, ids) {
                Some(id) => error.help(format!("did you mean {id}? `ensue list` shows all ids")),
                None => error.help("`ensue list` shows all ids"),
            })
        }
        _ => {
            let mut shown: Vec<&str> = found.iter().take(MOST_SHOWN).map(|(_, id)| *id).collect();
            let more = format!("and {} more", found.len().saturating_sub(MOST_SHOWN));
            if found.len() > MOST_SHOWN {
                shown.push(&more);
            }
            let message = format!("`{word}` is part of {} ids", found.len());
            Err(QueryError::new(at, message).help(format!("write more of it: {}", shown.join(", "))))
        }
    }
}

/// The nearest of some words, if any is near.
pub(super) fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    const NEAR: f64 = 0.75;
    let scored = words.map(|candidate| (strsim::jaro_winkler(word, candidate), candidate));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))?;
    (best.0 >= NEAR).then_some(best.1)
}

impl<'a> Context<'a> {
    pub(super) fn set(&self, expr: &Expr) -> Result<Set, QueryError> {
        match &expr.kind {
            ExprKind::All => Ok(Set::of(self.dataset, |_| true)),
            ExprKind::Word(word) | ExprKind::Quoted(word) => {
                let event = resolve(word, expr.at.clone(), self.dataset)?;
                Ok(Set::of(self.dataset, |ix| ix == event))
            }
            ExprKind::Not(inner) => Ok(self.set(inner)?.complement()),
            ExprKind::And(left, right) => Ok(self.set(left)?.and(&self.set(right)?)),
            ExprKind::Or(left, right) => Ok(self.set(left)?.or(&self.set(right)?)),
            ExprKind::Descendants(inner) => Ok(self.reach(self.set(inner)?, true, None)),
            ExprKind::Ancestors(inner) => Ok(self.reach(self.set(inner)?, false, None)),
            ExprKind::Between(left, right) => {
                let after = self.reach(self.set(left)?, true, None);
                Ok(after.and(&self.reach(self.set(right)?, false, None)))
            }
            ExprKind::Call(name, arguments) => self.call(name, arguments, expr),
        }
    }

    fn call(&self, name: &str, arguments: &[Expr], expr: &Expr) -> Result<Set, QueryError> {
        let Some(term) = TERMS.iter().find(|term| term.name() == name) else {
            let error = QueryError::new(expr.at.clone(), format!("there is no selection called `{name}`"));
            return Err(match nearest(name, TERMS.iter().map(|term| term.name())) {
                Some(near) => error.help(format!("did you mean `{near}`?")),
                None => error.help("`ensue list --help` names them all"),
            });
        };
        (term.choose)(&Arguments { context: *self, usage: term.usage, expr, arguments })
    }

    /// The set and all that is reached from it along links, as `after` and `before` walk; at most `steps` steps.
    pub(super) fn reach(&self, start: Set, forward: bool, steps: Option<usize>) -> Set {
        let direction = if forward { Direction::After } else { Direction::Before };
        let mut reached = start;
        for event in self.graph.reach(&reached.events(), direction, &Follow::default(), steps) {
            reached.insert(event);
        }
        reached
    }
}
