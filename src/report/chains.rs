//! Chains from one event to another.

use serde_json::json;

use super::{Block, Footnotes, Report, Table, TreeRow, dates, list::word, v1, words};
use crate::{
    dataset::{Dataset, EventIx},
    graph::{Basis, Chain, EventGraph, Lag},
};

/// Chains as a report. `total` is their exact number where all were asked for, none where there are more than can be
/// counted.
pub fn chains<'a>(
    chains: &'a [Chain],
    total: Option<Option<u128>>,
    ends: (EventIx, EventIx),
    dataset: &'a Dataset,
    graph: &'a EventGraph,
    cite: bool,
) -> Report<'a> {
    let mut footnotes = Footnotes::default();
    let mut blocks = Vec::new();
    for chain in chains {
        if chains.len() > 1 || total.is_some() {
            blocks.push(Block::Heading(format!("{} steps, {}", chain.steps.len(), weakest(chain))));
        }
        blocks.push(Block::Tree(rows(chain, dataset, graph, cite.then_some(&mut footnotes))));
    }
    if let ([chain], None) = (chains, total) {
        blocks.push(Block::Text(format!("{} steps, {}", chain.steps.len(), weakest(chain))));
    }
    let (from, to) = (dataset.event(ends.0), dataset.event(ends.1));
    let mut notes = Vec::new();
    if chains.is_empty() {
        notes.push(format!("no chain of links leads from {} to {}", from.id, to.id));
    }
    match total {
        Some(Some(total)) if total > chains.len() as u128 => {
            notes.push(format!("{} of {total} chains shown (--max shows more)", chains.len()));
        }
        Some(None) => notes.push(format!("{} chains shown of more than can be counted", chains.len())),
        _ => {}
    }
    let json = move || {
        let mut json = serde_json::Map::new();
        json.insert("from".into(), json!(from.id.to_string()));
        json.insert("to".into(), json!(to.id.to_string()));
        if let Some(total) = total {
            // As text, since it may be larger than the numbers that JSON readers hold exactly.
            json.insert("total".into(), json!(total.map(|total| total.to_string())));
        }
        json.insert("chains".into(), chains.iter().map(|chain| chain_json(chain, dataset, graph)).collect());
        json
    };
    Report {
        schema: "ensue/path/1",
        json: Box::new(json),
        blocks,
        flat: Box::new(|| flat(chains, dataset, graph)),
        notes,
        footnotes: footnotes.into_texts(),
    }
}

fn weakest(chain: &Chain) -> String {
    match chain.weakest {
        Some(support) => format!("the weakest of them {}", words::support(support)),
        None => "all of them legal facts".to_owned(),
    }
}

fn rows(chain: &Chain, dataset: &Dataset, graph: &EventGraph, mut cite: Option<&mut Footnotes>) -> Vec<TreeRow> {
    let first = dataset.event(chain.events[0]);
    let mut mark = |event| cite.as_mut().map_or_else(String::new, |notes| notes.cite_all(event));
    let head = vec![
        first.date.value.to_string(),
        words::side(first, dataset),
        first.id.to_string(),
        format!("{}{}", first.title, mark(first)),
    ];
    let mut rows = vec![TreeRow { depth: 0, cells: head }];
    for (at, links) in chain.steps.iter().enumerate() {
        let (before, event) = (dataset.event(chain.events[at]), dataset.event(chain.events[at + 1]));
        let mut lag = dates::lag(Lag::on(Basis::FirstPublic, first, event));
        if at > 0 {
            lag.push_str(&format!(" ({})", dates::lag(Lag::on(Basis::FirstPublic, before, event))));
        }
        let said: Vec<String> = links.iter().map(|&ix| words::link(graph.link(ix), dataset)).collect();
        let label = format!("{}{}", event.label(), mark(event));
        let cells = vec![lag, words::side(event, dataset), event.id.to_string(), label, said.join("; ")];
        rows.push(TreeRow { depth: at + 1, cells });
    }
    rows
}

fn chain_json(chain: &Chain, dataset: &Dataset, graph: &EventGraph) -> serde_json::Value {
    let events: Vec<String> = chain.events.iter().map(|&ix| dataset.event(ix).id.to_string()).collect();
    let links: Vec<v1::Link> = chain
        .steps
        .iter()
        .flat_map(|links| links.iter())
        .map(|&ix| v1::link(ix, dataset, graph, Basis::FirstPublic))
        .collect();
    json!({ "events": events, "weakest": chain.weakest.map(|support| support.to_string()), "links": v1::value(&links) })
}

fn flat(chains: &[Chain], dataset: &Dataset, graph: &EventGraph) -> Table {
    let mut rows = Vec::new();
    for (number, chain) in chains.iter().enumerate() {
        for (step, links) in chain.steps.iter().enumerate() {
            for link in links.iter().map(|&ix| graph.link(ix)) {
                rows.push(vec![
                    (number + 1).to_string(),
                    (step + 1).to_string(),
                    dataset.event(link.from).id.to_string(),
                    dataset.event(link.to).id.to_string(),
                    link.kind.word().to_owned(),
                    word(link.standing.map(|standing| standing.support)),
                    word(link.standing.and_then(|standing| standing.answer)),
                ]);
            }
        }
    }
    Table { columns: vec!["chain", "step", "from", "to", "type", "support", "answer"], rows }
}
