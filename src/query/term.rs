//! The functions of the selection language. A new one is a row in [`TERMS`] and the function that it names.

use std::collections::BTreeSet;

use super::{
    Expr, ExprKind, QueryError,
    eval::{Context, nearest},
    set::Set,
};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{LinkKind, StateWord, Support, measure_states},
    model::{Category, CauseType, Day, Edtf, Event, Family, Importance, LegalType, Vocabulary},
};

/// A function of the selection language.
pub struct Term {
    /// How it is written: `category(c)`.
    pub usage: &'static str,
    /// What it chooses, in one line.
    pub meaning: &'static str,
    pub(super) choose: fn(&Arguments) -> Result<Set, QueryError>,
}

impl Term {
    /// Its name, without the brackets.
    pub fn name(&self) -> &'static str {
        self.usage.split('(').next().unwrap_or(self.usage)
    }
}

/// Every function, in the order in which help lists them.
pub const TERMS: &[Term] = &[
    Term { usage: "category(c)", meaning: "of that category", choose: category },
    Term { usage: "family(f)", meaning: "of that family of categories", choose: family },
    Term { usage: "actor(a)", meaning: "done by that actor, or by a body that belongs to it", choose: actor },
    Term { usage: "side(s)", meaning: "done by an actor of that side", choose: side },
    Term { usage: "target(t)", meaning: "aimed at that actor, or at one that belongs to it", choose: target },
    Term { usage: "technology(t)", meaning: "about that technology, or one within it", choose: technology },
    Term { usage: "identifier(\"n\")", meaning: "known under that number", choose: identifier },
    Term { usage: "importance(i)", meaning: "major, notable or minor", choose: importance },
    Term { usage: "text(\"words\")", meaning: "with those words in its id, titles or summary", choose: text },
    Term { usage: "on(d)", meaning: "that may fall on that day, month or year", choose: on },
    Term { usage: "since(d)", meaning: "that may fall on that date or later", choose: since },
    Term { usage: "until(d)", meaning: "that may fall on that date or earlier", choose: until },
    Term { usage: "between(a, b)", meaning: "that may fall between two dates, both included", choose: between },
    Term { usage: "in-force(d)", meaning: "whose measure, or a part of it, is in force on that day", choose: in_force },
    Term {
        usage: "causes(x, n)",
        meaning: "what led to x, at most n steps before; all steps without n",
        choose: causes,
    },
    Term {
        usage: "effects(x, n)",
        meaning: "what followed x, at most n steps after; all steps without n",
        choose: effects,
    },
    Term { usage: "roots(x)", meaning: "those of x that no other of x led to", choose: roots },
    Term { usage: "leaves(x)", meaning: "those of x that no other of x followed", choose: leaves },
    Term { usage: "episode(x)", meaning: "all that claims of causes join to x, however far", choose: episode },
    Term { usage: "via(type, x)", meaning: "events of which a link of that type points at one of x", choose: via },
    Term { usage: "said(s)", meaning: "with a claimed cause of at least that support", choose: said },
];

/// The arguments of one call.
pub(super) struct Arguments<'a> {
    pub(super) context: Context<'a>,
    pub(super) usage: &'static str,
    pub(super) expr: &'a Expr,
    pub(super) arguments: &'a [Expr],
}

impl Arguments<'_> {
    fn dataset(&self) -> &Dataset {
        self.context.dataset
    }

    /// Checks their number.
    fn count(&self, least: usize, most: usize) -> Result<(), QueryError> {
        if (least..=most).contains(&self.arguments.len()) {
            return Ok(());
        }
        let message = format!("{} arguments were given", self.arguments.len());
        Err(QueryError::new(self.expr.at.clone(), message).help(format!("it is written {}", self.usage)))
    }

    /// The text of a plain argument: a word, date or quotation.
    fn word(&self, at: usize) -> Result<&str, QueryError> {
        match &self.arguments[at].kind {
            ExprKind::Word(word) | ExprKind::Quoted(word) => Ok(word),
            _ => Err(QueryError::new(self.arguments[at].at.clone(), "a word or a date was expected")
                .help(format!("it is written {}; put anything else in quotation marks", self.usage))),
        }
    }

    fn only_word(&self) -> Result<&str, QueryError> {
        self.count(1, 1)?;
        self.word(0)
    }

    fn unknown<'w>(&self, at: usize, what: &str, words: impl Iterator<Item = &'w str>) -> QueryError {
        let words: Vec<&str> = words.collect();
        let word = self.word(at).unwrap_or_default();
        let message = format!("`{}` is no {what}", word.escape_debug());
        let error = QueryError::new(self.arguments[at].at.clone(), message);
        match nearest(word, words.iter().copied()) {
            Some(near) => error.help(format!("did you mean `{near}`?")),
            None if words.len() <= 25 => error.help(format!("one of: {}", words.join(", "))),
            None => error,
        }
    }

    fn vocabulary<T: Vocabulary>(&self, at: usize) -> Result<T, QueryError> {
        let word = self.word(at)?;
        T::from_word(word).ok_or_else(|| self.unknown(at, T::NAME, T::ALL.iter().map(|value| value.word())))
    }

    fn date(&self, at: usize) -> Result<Edtf, QueryError> {
        let word = self.word(at)?;
        word.parse().map_err(|error| {
            QueryError::new(self.arguments[at].at.clone(), format!("`{}`: {error}", word.escape_debug()))
                .help("write 2022-10-07, 2022-10 or 2022")
        })
    }

    fn choose(&self, holds: impl Fn(&Event) -> bool) -> Set {
        Set::of(self.dataset(), |ix| holds(self.dataset().event(ix)))
    }
}

/// The first and last day that an event may touch; the last is open where it goes on.
fn reach(event: &Event) -> (Day, Day) {
    let date = &event.date.value;
    (date.earliest(), date.end().unwrap_or(Day::MAX).max(date.latest()))
}

fn last(date: &Edtf) -> Day {
    date.end().unwrap_or(Day::MAX).max(date.latest())
}

fn category(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let wanted: Category = a.vocabulary(0)?;
    Ok(a.choose(|event| event.category == wanted))
}

fn family(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let wanted: Family = a.vocabulary(0)?;
    Ok(a.choose(|event| event.category.family() == wanted))
}

fn importance(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let wanted: Importance = a.vocabulary(0)?;
    Ok(a.choose(|event| event.importance == wanted))
}

/// The registered actor that an argument names by id, name, short name or alias.
fn named_actor<'a>(a: &'a Arguments) -> Result<&'a crate::model::ActorId, QueryError> {
    let word = a.only_word()?;
    let registers = a.dataset().registers();
    let found = registers.actor(word).or_else(|| registers.actor_named(word));
    found
        .map(|actor| &actor.id)
        .ok_or_else(|| a.unknown(0, "actor of the register", registers.actors().map(|x| x.id.as_str())))
}

fn actor(a: &Arguments) -> Result<Set, QueryError> {
    let whole = named_actor(a)?;
    let registers = a.dataset().registers();
    Ok(a.choose(|event| event.actors.iter().any(|actor| registers.belongs_to(actor, whole))))
}

fn target(a: &Arguments) -> Result<Set, QueryError> {
    let whole = named_actor(a)?;
    let registers = a.dataset().registers();
    let within = |actor: &crate::model::ActorId| registers.belongs_to(actor, whole) || registers.side(actor) == whole;
    Ok(a.choose(|event| event.targets.iter().any(|target| within(&target.actor))))
}

fn side(a: &Arguments) -> Result<Set, QueryError> {
    let word = a.only_word()?;
    let registers = a.dataset().registers();
    let id = registers.actor_named(word).map_or(word, |actor| actor.id.as_str());
    let Some(wanted) = registers.sides().iter().find(|side| side.as_str() == id) else {
        return Err(a.unknown(0, "side", registers.sides().iter().map(|side| side.as_str())));
    };
    Ok(a.choose(|event| a.dataset().acting_sides(event).contains(&wanted)))
}

fn technology(a: &Arguments) -> Result<Set, QueryError> {
    let word = a.only_word()?;
    let registers = a.dataset().registers();
    let same = |technology: &&crate::model::Technology| {
        let lower = word.to_lowercase();
        technology.id.as_str() == word
            || technology.name.to_lowercase() == lower
            || technology.aliases.iter().any(|alias| alias.to_lowercase() == lower)
    };
    let Some(field) = registers.technologies().find(same) else {
        return Err(a.unknown(0, "technology of the register", registers.technologies().map(|t| t.id.as_str())));
    };
    Ok(a.choose(|event| event.technologies.iter().any(|technology| registers.lies_within(technology, &field.id))))
}

fn identifier(a: &Arguments) -> Result<Set, QueryError> {
    let plain = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
    let wanted = plain(a.only_word()?);
    Ok(a.choose(|event| event.identifiers.iter().any(|identifier| plain(identifier.value()) == wanted)))
}

fn text(a: &Arguments) -> Result<Set, QueryError> {
    let wanted = a.only_word()?.to_lowercase();
    let contains = |text: &str| text.to_lowercase().contains(&wanted);
    Ok(a.choose(|event| {
        let texts = [Some(event.id.as_str()), Some(&event.title), event.short.as_deref(), event.title_zh.as_deref()];
        texts.into_iter().flatten().chain([event.summary.as_str()]).any(contains)
    }))
}

fn on(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let date = a.date(0)?;
    Ok(a.choose(|event| reach(event).0 <= last(&date) && reach(event).1 >= date.earliest()))
}

fn since(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let date = a.date(0)?;
    Ok(a.choose(|event| reach(event).1 >= date.earliest()))
}

fn until(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let date = a.date(0)?;
    Ok(a.choose(|event| reach(event).0 <= last(&date)))
}

fn between(a: &Arguments) -> Result<Set, QueryError> {
    a.count(2, 2)?;
    let (from, to) = (a.date(0)?, a.date(1)?);
    if last(&to) < from.earliest() {
        let at = a.arguments[0].at.start..a.arguments[1].at.end;
        return Err(QueryError::new(at, "the second date is before the first"));
    }
    Ok(a.choose(|event| reach(event).0 <= last(&to) && reach(event).1 >= from.earliest()))
}

fn in_force(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let date = a.date(0)?;
    let Some(day) = date.exact_day() else {
        return Err(QueryError::new(a.arguments[0].at.clone(), "a day was expected, as in in-force(2024-01-01)"));
    };
    let (dataset, graph) = (a.context.dataset, a.context.graph);
    let holds = |ix: EventIx| {
        let states = measure_states(dataset, graph, ix, day, None);
        states.iter().any(|part| part.state == StateWord::InForce)
    };
    Ok(Set::of(dataset, holds))
}

fn steps(a: &Arguments) -> Result<Option<usize>, QueryError> {
    if a.arguments.len() < 2 {
        return Ok(None);
    }
    let word = a.word(1)?;
    word.parse()
        .map(Some)
        .map_err(|_| QueryError::new(a.arguments[1].at.clone(), format!("`{word}` is no number of steps")))
}

fn walked(a: &Arguments, forward: bool) -> Result<Set, QueryError> {
    a.count(1, 2)?;
    let (start, steps) = (a.context.set(&a.arguments[0])?, steps(a)?);
    let others = start.clone().complement();
    Ok(a.context.reach(start, forward, steps).and(&others))
}

fn causes(a: &Arguments) -> Result<Set, QueryError> {
    walked(a, false)
}

fn effects(a: &Arguments) -> Result<Set, QueryError> {
    walked(a, true)
}

/// Those of x that are not reached from others of x.
fn extremes(a: &Arguments, forward: bool) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let all = a.context.set(&a.arguments[0])?;
    let mut next = Set::none(a.dataset());
    let follow = crate::graph::Follow::default();
    for event in all.events() {
        let links = if forward { a.context.graph.effects(event) } else { a.context.graph.causes(event) };
        for link in links.map(|ix| a.context.graph.link(ix)) {
            if follow.refuses(link).is_none() {
                next.insert(if forward { link.to } else { link.from });
            }
        }
    }
    let reached = a.context.reach(next, forward, None);
    Ok(all.and(&reached.complement()))
}

fn roots(a: &Arguments) -> Result<Set, QueryError> {
    extremes(a, true)
}

fn leaves(a: &Arguments) -> Result<Set, QueryError> {
    extremes(a, false)
}

fn episode(a: &Arguments) -> Result<Set, QueryError> {
    a.count(1, 1)?;
    let mut reached = a.context.set(&a.arguments[0])?;
    let graph = a.context.graph;
    let mut open = reached.events();
    while let Some(event) = open.pop() {
        for link in graph.effects(event).chain(graph.causes(event)).map(|ix| graph.link(ix)) {
            let other = if link.from == event { link.to } else { link.from };
            if link.kind.is_cause() && reached.insert(other) {
                open.push(other);
            }
        }
    }
    Ok(reached)
}

fn via(a: &Arguments) -> Result<Set, QueryError> {
    a.count(2, 2)?;
    let word = a.word(0)?;
    let kind = CauseType::from_word(word).map(LinkKind::Cause).or(LegalType::from_word(word).map(LinkKind::Legal));
    let Some(kind) = kind else {
        let causes = CauseType::ALL.iter().map(|kind| kind.word());
        return Err(a.unknown(0, "type of link", causes.chain(LegalType::ALL.iter().map(|kind| kind.word()))));
    };
    let pointed_at = a.context.set(&a.arguments[1])?;
    let links = a.context.graph.links().iter();
    let later: BTreeSet<EventIx> =
        links.filter(|link| link.kind == kind && pointed_at.contains(link.from)).map(|link| link.to).collect();
    Ok(Set::of(a.dataset(), |ix| later.contains(&ix)))
}

/// The least support that a word asks for; `reported` means corroborated or from a single source.
pub fn least_support(word: &str) -> Option<Support> {
    if word == "reported" { Some(Support::SingleSource) } else { Support::from_word(word) }
}

fn said(a: &Arguments) -> Result<Set, QueryError> {
    let word = a.only_word()?;
    let Some(least) = least_support(word) else {
        return Err(a.unknown(0, "support", ["named", "acknowledged", "reported", "editorial"].into_iter()));
    };
    let links = a.context.graph.links().iter();
    let with: BTreeSet<EventIx> = links
        .filter(|link| link.standing.is_some_and(|standing| standing.support >= least))
        .map(|link| link.to)
        .collect();
    Ok(Set::of(a.dataset(), |ix| with.contains(&ix)))
}
