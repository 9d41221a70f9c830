//! Made collections for tests: bursts of events in a week, dates of every form, hostile words.

use std::collections::BTreeMap;

use chrono::Days;

use super::{Dataset, Origin, Registers};
use crate::{
    model::{
        Actor, ActorId, ActorKind, Category, CauseClaim, CauseType, Collection, DateKind, Dated, Day, Edtf, Event,
        Evidence, Importance, Measure, Source, SourceKind, Stance, Vocabulary,
    },
    source::{SourceId, Sources},
};

/// A small generator of numbers (SplitMix64), so that the same seed makes the same collection.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }
}

const TITLES: [&str; 10] = [
    "Agency lists a maker of base stations",
    "Council answers with duties on optical gear and laboratory equipment",
    "Rule",
    "商务部对两种稀散金属实施出口许可",
    "<script>alert(\"&\")</script> ]]> \u{0} \u{202E}evil",
    "Unbreakablewordthatgoesonandonandonandonandonandonandonandonandonandonandonandon",
    "العربية من اليمين إلى اليسار",
    "Emoji 👩‍👩‍👧‍👦 and combining e\u{301}a\u{308}\u{323} marks",
    "A title so long that it has to be broken over several lines, whatever the width of its column may be, and \
     that still says nothing of interest to anybody who reads it",
    "Second order doubles the reciprocal duty",
];

/// `count` events by `seed`: half of them in bursts of 5 to 12 in a week.
pub(crate) fn collection(seed: u64, count: usize) -> Dataset {
    assemble(events(seed, count))
}

/// The same events, read in another order.
pub(crate) fn reversed(seed: u64, count: usize) -> Dataset {
    let mut events = events(seed, count);
    events.reverse();
    assemble(events)
}

fn assemble(events: Vec<Event>) -> Dataset {
    let origin = Origin { source: SourceId(0), start: 0, end: 0 };
    let actor = |id: &str, name: &str| Actor {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        name_zh: None,
        short: None,
        side: id.parse().unwrap(),
        kind: ActorKind::Jurisdiction,
        parent: None,
        aliases: Vec::new(),
        url: None,
        renamed_from: None,
        since: None,
    };
    let actors = vec![
        actor("us", "United States"),
        actor("cn", "China"),
        actor("nl", "Netherlands"),
        actor("eu", "European Union"),
    ];
    let registers = Registers::assemble(actors, Vec::new());
    let events = events.into_iter().map(|event| (event, origin)).collect();
    Dataset::assemble(events, registers, Collection::default(), Sources::default())
}

fn events(seed: u64, count: usize) -> Vec<Event> {
    let mut dice = Dice(seed);
    let first = Day::from_ymd_opt(2018, 1, 10).unwrap();
    let mut events: Vec<Event> = Vec::with_capacity(count);
    while events.len() < count {
        let start = first + Days::new(dice.roll(3000));
        let burst = if dice.roll(2) == 0 { 1 } else { 5 + dice.roll(8) };
        for _ in 0..burst.min((count - events.len()) as u64) {
            let day = start + Days::new(dice.roll(7));
            events.push(event(&mut dice, events.len(), day));
        }
    }
    events.sort_by_key(|event| event.date.value.sort_key());
    for at in 1..events.len() {
        if dice.roll(3) == 0 {
            let cause = &events[at - 1 - (dice.roll(12) as usize).min(at - 1)];
            let claim = claim(&mut dice, cause);
            events[at].causes.push(claim);
        }
    }
    events
}

fn claim(dice: &mut Dice, cause: &Event) -> CauseClaim {
    let stances = [&[Stance::Supports][..], &[Stance::Supports, Stance::Denies], &[]];
    let stances = stances[dice.roll(3) as usize];
    let evidence: Vec<Evidence> = stances
        .iter()
        .map(|&stance| Evidence {
            sources: Vec::new(),
            by: (dice.roll(2) == 0).then(|| "us".parse().unwrap()),
            stance,
            says: "so".to_owned(),
            quote: None,
        })
        .collect();
    CauseClaim {
        event: cause.id.clone(),
        kind: CauseType::ALL[dice.roll(5) as usize],
        evidence,
        note: Some("note".to_owned()),
    }
}

fn event(dice: &mut Dice, number: usize, day: Day) -> Event {
    let month = day.format("%Y-%m").to_string();
    let date: Edtf = match dice.roll(12) {
        0 => month.parse().unwrap(),
        1 => format!("{month}~").parse().unwrap(),
        2 => format!("{}?", day).parse().unwrap(),
        3 => format!("{day}/{}", day + Days::new(3)).parse().unwrap(),
        4 if dice.roll(4) == 0 => day.format("%Y").to_string().parse().unwrap(),
        _ => Edtf::day(day),
    };
    let dated = |value| Dated { value, sources: Vec::new(), note: None };
    let mut dates = BTreeMap::new();
    if dice.roll(4) == 0 {
        dates.insert(DateKind::Effective, dated(Edtf::day(day + Days::new(1 + dice.roll(90)))));
    }
    let sides: [&[&str]; 6] = [&["us"], &["us"], &["cn"], &["cn"], &["us", "cn"], &["nl"]];
    let actors: Vec<ActorId> = sides[dice.roll(6) as usize].iter().map(|side| side.parse().unwrap()).collect();
    let category = if actors.len() > 1 { Category::Agreement } else { Category::ALL[dice.roll(24) as usize] };
    Event {
        id: format!("us-2020-event-{number}").parse().unwrap(),
        title: TITLES[dice.roll(TITLES.len() as u64) as usize].to_owned(),
        short: None,
        title_zh: (dice.roll(3) == 0).then(|| "商务部禁止三种金属对单一国家出口".to_owned()),
        date: dated(date),
        dates,
        category,
        actors,
        targets: Vec::new(),
        technologies: Vec::new(),
        importance: Importance::ALL[dice.roll(3) as usize],
        summary: "Nothing.".to_owned(),
        identifiers: Vec::new(),
        amounts: Vec::new(),
        measure: (dice.roll(3) > 0).then(Measure::default),
        legal: Vec::new(),
        causes: Vec::new(),
        commitments: Vec::new(),
        evidence: if dice.roll(12) == 0 {
            vec![Evidence { sources: Vec::new(), by: None, stance: Stance::Supports, says: "so".into(), quote: None }]
        } else {
            Vec::new()
        },
        unanswered: None,
        conflicts: Vec::new(),
        accepted: Vec::new(),
        sources: vec![Source {
            id: "s1".parse().unwrap(),
            kind: SourceKind::PrimaryLegal,
            title: "Source".to_owned(),
            publisher: "Publisher".to_owned(),
            via: None,
            url: "https://example.org".to_owned(),
            published: None,
            lang: None,
            accessed: None,
        }],
    }
}
