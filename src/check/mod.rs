//! Rules that a collection is held to once it can be read, one file a rule.
//!
//! To add a rule: its file, its entry in [`ALL`], and a fixture folder under `tests/fixtures/checks`.
//! `ensue explain` and `docs/checks.md` follow from its `doc`.

use crate::{
    dataset::Dataset,
    diag::{CodeInfo, Diagnostics},
    graph::EventGraph,
};

mod accepted;
mod acts_on_nothing;
mod after_as_of;
mod cause_cycle;
mod claim_without_evidence;
mod cycle;
mod date_after_publication;
mod denied_claim;
mod editorial_claim;
mod effect_before_cause;
mod end_unanswered;
mod extension;
mod extension_after_gap;
mod extension_of_two_ends;
mod extension_too_short;
mod extension_without_until;
mod fallen_basis;
mod legal_cycle;
mod likely_duplicate;
mod link_to_later_event;
mod places;
mod reference;
mod shared_identifier;
mod thin_sources;
mod too_long;
mod unknown_code;
mod unlinked_event;
mod until_before_from;
mod unused_actor;
mod unused_source;
mod unused_technology;

pub use reference::{codes, reference};

/// A rule: what is documented of it, and the function that finds where it is broken.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// Its code, severity, summary and explanation.
    pub info: CodeInfo,
    /// Adds a problem for each place that breaks the rule.
    pub run: fn(&Dataset, &EventGraph, &mut Diagnostics),
}

/// Every rule, in the order in which they run. The last takes out the warnings that editors have accepted, so it runs
/// after all others.
pub const ALL: &[Check] = &[
    effect_before_cause::CHECK,
    link_to_later_event::CHECK,
    legal_cycle::CHECK,
    date_after_publication::CHECK,
    claim_without_evidence::CHECK,
    acts_on_nothing::CHECK,
    until_before_from::CHECK,
    extension_without_until::CHECK,
    extension_of_two_ends::CHECK,
    extension_too_short::CHECK,
    extension_after_gap::CHECK,
    unknown_code::CHECK,
    cause_cycle::CHECK,
    thin_sources::CHECK,
    editorial_claim::CHECK,
    denied_claim::CHECK,
    too_long::CHECK,
    shared_identifier::CHECK,
    likely_duplicate::CHECK,
    end_unanswered::CHECK,
    after_as_of::CHECK,
    unlinked_event::CHECK,
    fallen_basis::CHECK,
    unused_source::CHECK,
    unused_actor::CHECK,
    unused_technology::CHECK,
    accepted::CHECK,
];

/// Runs `checks` in their order and adds what they find to the problems found so far.
pub fn run(checks: &[Check], dataset: &Dataset, graph: &EventGraph, diagnostics: &mut Diagnostics) {
    for check in checks {
        (check.run)(dataset, graph, diagnostics);
    }
}
