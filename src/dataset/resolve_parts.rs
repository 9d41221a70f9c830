//! The parts of an event that stand in lists of their own: measures, links, claims, promises.

use super::{
    codes,
    known::Known,
    resolve::{Resolver, entries, prose},
};
use crate::{
    diag::Diagnostic,
    model::{
        Amount, CauseClaim, Commitment, CommitmentId, Conflict, ConflictValue, Evidence, LegalLink, LinkPart, Measure,
        Part, PartId, SourceKey, Then, Unanswered,
    },
    parse::{
        OneOrMany, Prose, RawAmount, RawCause, RawCommitment, RawConflict, RawEvent, RawEvidence, RawLegal,
        RawLinkParts, RawMeasure, RawPart, RawUnanswered,
    },
    source::{Span, Spanned},
};

impl<'a> Resolver<'a> {
    pub(super) fn amount(&mut self, raw: &RawAmount) -> Amount {
        Amount {
            value: raw.value.value.0.clone(),
            unit: raw.unit.value.0.clone(),
            what: raw.what.value.0.clone(),
            sources: self.cited_or_only(raw.source.as_ref(), raw.what.span),
        }
    }

    pub(super) fn legal(&mut self, raw: &'a RawLegal) -> Option<LegalLink> {
        let targets: Vec<&'a RawEvent> = raw.event.0.iter().filter_map(|id| self.earlier(id)).collect();
        let all_there = targets.len() == raw.event.0.len();
        let link = LegalLink {
            kind: raw.kind.value,
            events: targets.iter().map(|target| target.id.value.clone()).collect(),
            parts: self.link_parts(raw.parts.as_ref(), &targets, all_there),
            from: raw.from.as_ref().map(|from| from.value),
            until: raw.until.as_ref().map(|until| until.value),
            then: raw.then.as_ref().map_or(Then::Unknown, |then| then.value),
            commitment: raw.commitment.as_ref().and_then(|id| self.promised(id, &targets, all_there)),
            sources: self.cited_or_only(raw.source.as_ref(), raw.kind.span),
            note: prose(raw.note.as_ref()),
        };
        (!link.events.is_empty()).then_some(link)
    }

    /// The parts that a link touches, if its targets have them. Where a target is not known, neither are its parts.
    fn link_parts(&mut self, raw: Option<&RawLinkParts>, targets: &[&'a RawEvent], all_there: bool) -> Vec<LinkPart> {
        let parts: Vec<(&Spanned<PartId>, Option<&Spanned<Prose>>)> = match raw {
            None => Vec::new(),
            Some(RawLinkParts::Names(names)) => names.iter().map(|name| (name, None)).collect(),
            Some(RawLinkParts::Words(words)) => words.0.iter().map(|(name, words)| (name, Some(words))).collect(),
        };
        let mut links = Vec::new();
        for (id, words) in parts {
            if !all_there || targets.iter().any(|target| self.known.has_part(target, &id.value)) {
                links.push(LinkPart { id: id.value.clone(), words: prose(words) });
                continue;
            }
            let known: Vec<&str> = targets.iter().flat_map(|target| Known::parts(target)).collect();
            let help = if known.is_empty() {
                "the event that it points at has no parts; leave `parts` out to mean the whole".to_owned()
            } else {
                format!("the event that it points at has {}", known.join(", "))
            };
            self.unknown(&codes::UNKNOWN_PART, (id.value.as_str(), id.span), "part", known, &help);
        }
        links
    }

    fn promised(
        &mut self,
        id: &Spanned<CommitmentId>,
        targets: &[&'a RawEvent],
        all_there: bool,
    ) -> Option<CommitmentId> {
        let known: Vec<&str> = targets.iter().flat_map(|target| Known::commitments(target)).collect();
        if !all_there || known.contains(&id.value.as_str()) {
            return Some(id.value.clone());
        }
        let help = if known.is_empty() {
            "the event that it points at lists no `commitments`; add it there first".to_owned()
        } else {
            format!("the event that it points at has {}", known.join(", "))
        };
        self.unknown(&codes::UNKNOWN_COMMITMENT, (id.value.as_str(), id.span), "commitment", known, &help);
        None
    }

    pub(super) fn cause(&mut self, raw: &RawCause) -> Option<CauseClaim> {
        let event = self.earlier(&raw.event).map(|event| event.id.value.clone());
        let evidence = self.evidence(&raw.evidence);
        Some(CauseClaim { event: event?, kind: raw.kind.value, evidence, note: prose(raw.note.as_ref()) })
    }

    pub(super) fn commitment(&mut self, id: &Spanned<CommitmentId>, raw: &RawCommitment) -> Option<Commitment> {
        let by = self.actor(&raw.by);
        let evidence = self.evidence(&raw.evidence);
        Some(Commitment {
            id: id.value.clone(),
            by: by?,
            text: raw.text.value.0.clone(),
            due: raw.due.as_ref().map(|due| due.value),
            evidence,
        })
    }

    pub(super) fn evidence(&mut self, raw: &[RawEvidence]) -> Vec<Evidence> {
        let statement = |entry: &RawEvidence| Evidence {
            sources: self.cited_or_only(entry.source.as_ref(), entry.stance.span),
            by: entry.by.as_ref().and_then(|by| self.actor(by)),
            stance: entry.stance.value,
            says: entry.says.value.0.clone(),
            quote: prose(entry.quote.as_ref()),
        };
        raw.iter().map(statement).collect()
    }

    pub(super) fn conflict(&mut self, raw: &RawConflict) -> Conflict {
        let values = raw.values.iter().map(|value| ConflictValue {
            value: value.value.value.0.clone(),
            sources: self.cited_or_only(value.source.as_ref(), value.value.span),
        });
        Conflict { values: values.collect(), field: raw.field.value.0.clone(), why: raw.why.value.0.clone() }
    }

    /// The sources that a statement cites, which it must where the event has several.
    fn cited_or_only(&mut self, cited: Option<&OneOrMany<SourceKey>>, statement: Span) -> Vec<SourceKey> {
        if cited.is_none() && self.source_count() > 1 {
            let message = "this event has several sources, and this statement does not say which it rests on";
            let diagnostic = Diagnostic::new(&codes::MISSING_SOURCE, statement, message);
            self.found.push(diagnostic.help("add `source: s1`, or a list of sources"));
        }
        self.cited(cited)
    }
}

/// A measure; nothing in it points anywhere.
pub(super) fn measure(raw: &RawMeasure) -> Measure {
    let part = |(id, raw): &(Spanned<PartId>, RawPart)| match raw {
        RawPart::Words(text) => Part { id: id.value.clone(), text: text.value.0.clone(), from: None, until: None },
        RawPart::InFull(part) => Part {
            id: id.value.clone(),
            text: part.text.value.0.clone(),
            from: part.from.as_ref().map(|from| from.value),
            until: part.until.as_ref().map(|until| until.value),
        },
    };
    Measure {
        from: raw.from.as_ref().map(|from| from.value),
        until: raw.until.as_ref().map(|until| until.value),
        parts: entries(raw.parts.as_ref()).map(part).collect(),
    }
}

/// What was searched in vain; nothing in it points anywhere.
pub(super) fn unanswered(raw: &RawUnanswered) -> Unanswered {
    Unanswered {
        as_of: raw.as_of.value,
        searched: raw.searched.0.iter().map(|text| text.value.0.clone()).collect(),
        note: prose(raw.note.as_ref()),
    }
}
