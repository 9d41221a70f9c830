//! Laws that hold of every collection, tried on made ones.
#![allow(clippy::unwrap_used, reason = "what is missing fails the test")]

mod made;

use std::collections::{BTreeMap, BTreeSet};

use ensue::{
    dataset::{Dataset, EventIx},
    graph::{self, Direction, EventGraph, Follow, PartState, StateWord, all_chains, measure_states, shortest_chain},
    model::{Day, Vocabulary},
    query::{self, Expr, View},
    report::{self, Format, Report, StatesQuestion, TextStyle},
};
use made::{Made, collections, collections_of};
use proptest::{prelude::*, sample::select};

/// A made collection with its graph.
struct Case {
    dataset: Dataset,
    graph: EventGraph,
}

impl Case {
    fn new(dataset: Dataset) -> Self {
        let graph = EventGraph::new(&dataset);
        Self { dataset, graph }
    }

    fn events(&self) -> Vec<EventIx> {
        self.dataset.iter().map(|(ix, _)| ix).collect()
    }

    /// Ids of the events that an expression chooses.
    fn chosen(&self, expression: &str) -> BTreeSet<EventIx> {
        let expr: Expr = expression.parse().unwrap();
        query::select(&expr, &self.dataset, &self.graph).unwrap().events.into_iter().collect()
    }

    /// The events that links lead to from each, as a walk takes them.
    fn next(&self, follow: &Follow) -> BTreeMap<EventIx, BTreeSet<EventIx>> {
        let mut next: BTreeMap<EventIx, BTreeSet<EventIx>> = BTreeMap::new();
        for link in self.graph.links() {
            if follow.refuses(link).is_none() {
                next.entry(link.from).or_default().insert(link.to);
            }
        }
        next
    }

    /// The state of every part of every measure.
    fn states(&self, day: Day) -> Vec<(EventIx, PartState)> {
        let states = |ix: EventIx| measure_states(&self.dataset, &self.graph, ix, day, None);
        self.events().into_iter().flat_map(|ix| states(ix).into_iter().map(move |state| (ix, state))).collect()
    }

    /// Every answer in every format.
    fn answers(&self, days: &BTreeSet<Day>) -> Vec<Vec<u8>> {
        let (dataset, graph) = (&self.dataset, &self.graph);
        let view = View::all(dataset, graph);
        let follow = Follow::default();
        let mut answers = self.written(&report::list(&view, true, true));
        for &day in days.iter().step_by(7) {
            for (as_known, cite) in [(None, true), (Some(day), false)] {
                answers.extend(self.written(&report::states(&view, StatesQuestion { on: day, as_known, cite })));
            }
        }
        let (first, last) = (EventIx(0), *self.events().last().unwrap());
        let shown = report::Shown { basis: graph::Basis::FirstPublic, keep: &|_| true, cite: true };
        for event in [first, last] {
            for direction in [Direction::After, Direction::Before] {
                let walk = graph::walk(graph, event, direction, &follow, None);
                answers.extend(self.written(&report::walk(&walk, dataset, graph, &shown)));
            }
            answers.extend(self.written(&report::show(event, dataset, graph, *days.first().unwrap(), "a place", true)));
        }
        let chains = all_chains(graph, first, last, &follow, 100);
        let total = Some(chains.total);
        answers.extend(self.written(&report::chains(&chains.chains, total, (first, last), dataset, graph, false)));
        answers
    }

    fn written(&self, report: &Report) -> Vec<Vec<u8>> {
        let in_format = |&format: &Format| {
            let mut bytes = report::write(report, &self.dataset, format, TextStyle::default()).unwrap();
            bytes.extend(report.notes.join("\n").bytes());
            bytes
        };
        Format::ALL.iter().map(in_format).collect()
    }
}

/// Every way from one event to another that meets no event twice.
fn ways(
    next: &BTreeMap<EventIx, BTreeSet<EventIx>>,
    way: &mut Vec<EventIx>,
    to: EventIx,
    found: &mut Vec<Vec<EventIx>>,
) {
    let last = way[way.len() - 1];
    if last == to {
        found.push(way.clone());
        return;
    }
    for &event in next.get(&last).into_iter().flatten() {
        if !way.contains(&event) {
            way.push(event);
            ways(next, way, to, found);
            way.pop();
        }
    }
}

fn reached(next: &BTreeMap<EventIx, BTreeSet<EventIx>>, from: EventIx) -> BTreeSet<EventIx> {
    let (mut seen, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(event) = open.pop() {
        open.extend(next.get(&event).into_iter().flatten().filter(|&&event| seen.insert(event)));
    }
    seen
}

fn expression() -> impl Strategy<Value = String> {
    let terms = [
        "category(entity-listing)",
        "side(cn)",
        "since(2020-03)",
        "until(2020-05-20)",
        "on(2020-02)",
        "in-force(2020-04-01)",
        "e0::",
        "::e1",
        "e0::e1",
        "text(\"e1\")",
        "said(reported)",
        "roots(side(us))",
        "episode(e0)",
    ];
    select(terms.map(str::to_owned).to_vec()).prop_recursive(3, 12, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|a| format!("~({a})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) & ({b})")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a}) | ({b})")),
        ]
    })
}

fn small() -> impl Strategy<Value = Made> {
    collections(7)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_and_events_does_not_matter(made in small(), keys in prop::collection::vec(any::<u8>(), 7)) {
        let (one, other) = (Case::new(made.dataset()), Case::new(made.shuffled(&keys)));
        prop_assert_eq!(one.dataset.events(), other.dataset.events());
        for (a, b) in one.answers(&made.days).iter().zip(&other.answers(&made.days)) {
            prop_assert_eq!(String::from_utf8_lossy(a), String::from_utf8_lossy(b));
        }
    }

    #[test]
    fn before_any_act_nothing_has_begun(made in small()) {
        let case = Case::new(made.dataset());
        let first = *made.days.first().unwrap();
        for (_, part) in case.states(first.pred_opt().unwrap()) {
            prop_assert_eq!(part.state, StateWord::NotYetInForce);
        }
    }

    #[test]
    fn before_its_first_day_a_part_is_not_in_force(made in small()) {
        let case = Case::new(made.dataset());
        for measure in case.events() {
            for part in graph::measure_parts(&case.dataset, &case.graph, measure, &|_| true) {
                for &day in made.days.iter().filter(|&&day| day < part.from.earliest()) {
                    let state = graph::state_of_part(&case.dataset, &case.graph, measure, &part, day, None);
                    let never = [StateWord::InForce, StateWord::UnknownAfter];
                    let words = state.either.map_or(vec![state.state], |(a, b)| vec![a, b]);
                    prop_assert!(!words.iter().any(|word| never.contains(word)), "{day} {state:?}");
                    prop_assert!(!state.unconfirmed && state.exceptions.is_empty());
                }
            }
        }
    }

    #[test]
    fn an_end_is_for_good(made in collections_of(7, &["amends", "exempts", "resumes", "suspends", "repeals", "supersedes"])) {
        // Without courts, and without last days, what has ended has ended: also where the end was itself repealed.
        // A suspension of the end is the one way back, so only parts whose end nothing suspends are looked at.
        let case = Case::new(made.dataset());
        let suspended: BTreeSet<EventIx> =
            case.graph.links().iter().filter(|link| link.kind.word() == "suspends").map(|link| link.from).collect();
        let is_end = |word: StateWord| matches!(word, StateWord::Repealed | StateWord::Superseded);
        let mut ended = BTreeSet::new();
        for &day in &made.days {
            for (measure, part) in case.states(day) {
                let key = (measure, part.part.to_string());
                let over = part.either.map_or(is_end(part.state), |(a, b)| is_end(a) && is_end(b));
                prop_assert!(over || !ended.contains(&key), "{} {:?}", day, &part);
                if is_end(part.state) && !part.by.iter().any(|by| suspended.contains(by)) && certain(&case, &part) {
                    ended.insert(key);
                }
            }
        }
    }

    #[test]
    fn a_walk_unfolds_each_event_once_and_reaches_what_can_be_reached(made in small(), depth in 1..4_usize) {
        let case = Case::new(made.dataset());
        let follow = Follow::default();
        let next = case.next(&follow);
        for start in case.events() {
            let walk = graph::walk(&case.graph, start, Direction::After, &follow, None);
            let unfolded: Vec<EventIx> = walk.steps.iter().filter(|step| !step.again).map(|step| step.event).collect();
            let once: BTreeSet<EventIx> = unfolded.iter().copied().collect();
            prop_assert_eq!(unfolded.len(), once.len());
            prop_assert!(!once.contains(&start));
            let mut all = reached(&next, start);
            all.remove(&start);
            prop_assert_eq!(&once, &all);
            for step in &walk.steps {
                prop_assert_eq!(step.depth, step.parent.map_or(1, |parent| walk.steps[parent].depth + 1));
                let chain = shortest_chain(&case.graph, start, step.event, &follow).unwrap();
                let least = chain.steps.len();
                prop_assert!(least == step.depth || (step.again && least < step.depth), "{:?}", step);
            }
            let short = graph::walk(&case.graph, start, Direction::After, &follow, Some(depth));
            prop_assert!(short.steps.iter().all(|step| step.depth <= depth));
            for event in walk.events() {
                let back = graph::walk(&case.graph, event, Direction::Before, &follow, None);
                prop_assert!(back.events().contains(&start));
            }
        }
    }

    #[test]
    fn chains_are_all_ways_and_no_others(made in small()) {
        let case = Case::new(made.dataset());
        let follow = Follow::default();
        let next = case.next(&follow);
        for from in case.events() {
            for to in case.events().into_iter().filter(|&to| to != from) {
                let mut expected = Vec::new();
                ways(&next, &mut vec![from], to, &mut expected);
                let chains = all_chains(&case.graph, from, to, &follow, 10_000);
                let found: Vec<&Vec<EventIx>> = chains.chains.iter().map(|chain| &chain.events).collect();
                prop_assert!(found.windows(2).all(|pair| pair[0].len() <= pair[1].len()));
                let distinct: BTreeSet<&Vec<EventIx>> = found.iter().copied().collect();
                prop_assert_eq!(distinct.len(), found.len());
                prop_assert_eq!(distinct, expected.iter().collect::<BTreeSet<_>>());
                if let Some(total) = chains.total {
                    prop_assert_eq!(total, expected.len() as u128);
                }
                let shortest = shortest_chain(&case.graph, from, to, &follow);
                prop_assert_eq!(shortest.map(|chain| chain.steps.len()), expected.iter().map(|way| way.len() - 1).min());
            }
        }
    }

    #[test]
    fn descendants_and_ancestors_are_what_walks_reach(made in small()) {
        let case = Case::new(made.dataset());
        for (ix, event) in case.dataset.iter() {
            let mut sets = Vec::new();
            for (direction, expression) in
                [(Direction::After, format!("{}::", event.id)), (Direction::Before, format!("::{}", event.id))]
            {
                let walk = graph::walk(&case.graph, ix, direction, &Follow::default(), None);
                let mut walked: BTreeSet<EventIx> = walk.events().into_iter().collect();
                walked.insert(ix);
                prop_assert_eq!(case.chosen(&expression), walked.clone());
                sets.push(walked);
            }
            let between = case.chosen(&format!("e0::{}", event.id));
            let after_first = case.chosen("e0::");
            prop_assert_eq!(between, after_first.intersection(&sets[1]).copied().collect());
        }
    }

    #[test]
    fn selections_obey_the_laws_of_sets(made in small(), a in expression(), b in expression()) {
        let case = Case::new(made.dataset());
        let all: BTreeSet<EventIx> = case.events().into_iter().collect();
        let (left, right) = (case.chosen(&a), case.chosen(&b));
        prop_assert_eq!(case.chosen(&format!("~({a})")), all.difference(&left).copied().collect());
        prop_assert_eq!(case.chosen(&format!("({a}) & ({b})")), left.intersection(&right).copied().collect());
        prop_assert_eq!(case.chosen(&format!("({a}) | ({b})")), left.union(&right).copied().collect());
        prop_assert_eq!(case.chosen(&format!("~(({a}) & ({b}))")), case.chosen(&format!("~({a}) | ~({b})")));
        prop_assert_eq!(case.chosen(&format!("~(({a}) | ({b}))")), case.chosen(&format!("~({a}) & ~({b})")));
        prop_assert_eq!(case.chosen(&format!("~~({a})")), left);
    }
}

/// Whether all dates of the events that gave the state are known to the day.
fn certain(case: &Case, part: &PartState) -> bool {
    let sharp = |ix: &EventIx| {
        let event = case.dataset.event(*ix);
        let froms = event.legal.iter().filter_map(|link| link.from);
        froms.chain([event.date.value]).all(|date| date.earliest() == date.latest())
    };
    part.by.iter().all(sharp)
}
