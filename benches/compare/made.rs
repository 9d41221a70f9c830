//! Made collections of any size: the same bytes each time.
//!
//! Shaped after the real collection: bursts of acts and answers on two sides, claims with evidence, measures with parts,
//! suspensions, their extensions, exceptions, amendments and repeals. Every one passes `ensue check` without an error.

use std::fmt::Write;

const ACTORS: &[(&str, &str, &str)] = &[
    ("us", "us", "jurisdiction"),
    ("cn", "cn", "jurisdiction"),
    ("us-bis", "us", "agency"),
    ("us-ustr", "us", "agency"),
    ("us-treasury", "us", "agency"),
    ("us-court", "us", "court"),
    ("cn-mofcom", "cn", "agency"),
    ("cn-tariff-commission", "cn", "agency"),
    ("cn-cac", "cn", "agency"),
    ("cn-mfa", "cn", "agency"),
];
const TECHNOLOGIES: &[&str] = &["semiconductors", "gallium", "graphite", "drones", "rare-earths", "telecommunications"];
const FIRMS: u64 = 40;
/// The first day, 2016-01-01, counted from 1970-01-01.
const FIRST: u64 = 16_801;
/// All events fall within ten years, however many they are.
const DAYS: u64 = 3_650;

/// A collection as text.
pub(crate) struct Made {
    /// The registers: name and text.
    pub(crate) registers: Vec<(String, String)>,
    /// The events: id and text, in time order.
    pub(crate) events: Vec<(String, String)>,
}

impl Made {
    /// All events as one YAML list.
    pub(crate) fn one_file(&self) -> String {
        let mut text = String::new();
        for (_, event) in &self.events {
            for (at, line) in event.lines().enumerate() {
                text.push_str(if at == 0 { "- " } else { "  " });
                text.push_str(line);
                text.push('\n');
            }
        }
        text
    }
}

/// Sebastiano Vigna's SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    fn percent(&mut self, n: u64) -> bool {
        self.below(100) < n
    }
}

/// What later events need to know of one.
struct Past {
    id: String,
    day: u64,
    chinese: bool,
    parts: u64,
    measure: bool,
    /// Last day of a suspension of its own that nothing has extended.
    stay_until: Option<u64>,
}

/// A collection of `count` events.
pub(crate) fn collection(count: usize) -> Made {
    let mut random = Random(20_161_001);
    let (mut past, mut events) = (Vec::new(), Vec::new());
    let (mut burst, mut day) = (0, FIRST);
    for at in 0..count {
        let due = FIRST + (at as u64) * DAYS / (count as u64);
        // A burst stays on its day or the next; between bursts time catches up.
        if burst == 0 {
            burst = 1 + random.below(6);
            day = day.max(due);
        }
        burst -= 1;
        day += random.below(2) * u64::from(count < 5_000);
        let (event, text) = event(&mut random, at, day, &mut past);
        events.push((event.id.clone(), text));
        past.push(event);
    }
    Made { registers: registers(), events }
}

fn registers() -> Vec<(String, String)> {
    let mut actors = String::new();
    for (id, side, kind) in ACTORS {
        let parent = if id == side { String::new() } else { format!(", parent: {side}") };
        let _ = writeln!(actors, "- {{id: {id}, name: {id}, side: {side}, kind: {kind}{parent}}}");
    }
    for firm in 0..FIRMS {
        let _ = writeln!(actors, "- {{id: firm-{firm}, name: Firm {firm}, side: cn, kind: company}}");
    }
    let technologies: String = TECHNOLOGIES.iter().map(|id| format!("- {{id: {id}, name: {id}}}\n")).collect();
    let head = "title: A made collection\nversion: \"1\"\nas_of: 2026-12-31\n".to_owned();
    [("actors.yaml", actors), ("technologies.yaml", technologies), ("collection.yaml", head)]
        .map(|(name, text)| (name.to_owned(), text))
        .into()
}

fn event(random: &mut Random, at: usize, day: u64, past: &mut [Past]) -> (Past, String) {
    let chinese = random.percent(45);
    let side = if chinese { "cn" } else { "us" };
    let actor = ACTORS[if chinese { 6 + random.below(4) } else { 2 + random.below(4) } as usize].0;
    let id = format!("{side}-{}-made-{at}", date(day).get(..4).unwrap_or_default());
    let listing = random.percent(20);
    let category = if listing { "entity-listing" } else { "export-control" };
    let importance = ["minor", "notable", "notable", "major"][random.below(4) as usize];
    let firm = random.below(FIRMS - 3);
    let technology = TECHNOLOGIES[random.below(TECHNOLOGIES.len() as u64) as usize];
    let mut text = format!(
        "id: {id}\ntitle: Act {at} of the {side} side on {technology}, with what it orders\nshort: Act {at}\ndate: {}\n\
         dates:\n  effective: {}\ncategory: {category}\nactors: [{actor}]\ntargets: [firm-{firm}, firm-{}, firm-{}]\n\
         technologies: [{technology}]\nimportance: {importance}\nsummary: >\n  Act {at} sets out what may no longer be \
         shipped without a licence, to whom, and from which day on.\n  It was made public at noon and took effect \
         within the week; goods already on their way were let through.\nidentifiers:\n  number: Notice {at} of the office\n",
        date(day),
        date(day + 5),
        firm + 1,
        firm + 2,
    );
    let measure = listing || random.percent(35);
    let parts = if measure && !listing { random.below(4) } else { 0 };
    if measure {
        let _ = writeln!(text, "measure:\n  from: {}", date(day + 5));
        if parts > 0 {
            text.push_str("  parts:\n");
            for part in 0..parts {
                let _ = writeln!(text, "    p{part}: The goods of annex {part}, by their tariff lines.");
            }
        }
    }
    let stay_until = legal(random, day, past, &mut text);
    causes(random, chinese, past, &mut text);
    text.push_str(
        "sources:\n  - id: s1\n    kind: primary-legal\n    publisher: Official Gazette\n    title: The notice as \
         printed\n    url: \"https://example.org/notice\"\n  - id: s2\n    kind: press\n    publisher: The Daily \
         Paper\n    title: \"What the notice means: a report\"\n    url: \"https://example.org/report\"\n",
    );
    (Past { id, day, chinese, parts, measure, stay_until }, text)
}

/// One of the last `within` events.
fn recent(random: &mut Random, past: &[Past], within: u64) -> Option<usize> {
    let back = 1 + random.below(within.min(past.len() as u64)) as usize;
    past.len().checked_sub(back)
}

/// A legal link or none; the last day of the suspension, where it is one.
fn legal(random: &mut Random, day: u64, past: &mut [Past], text: &mut String) -> Option<u64> {
    if !random.percent(40) {
        return None;
    }
    let target = recent(random, past, 60)?;
    if let Some(until) = past[target].stay_until.take_if(|until| day + 5 <= *until) {
        let _ = writeln!(
            text,
            "legal:\n  - type: extends\n    event: {}\n    until: {}\n    source: s1",
            past[target].id,
            date(until + 90)
        );
        return None;
    }
    if !past[target].measure {
        return None;
    }
    let mut until = None;
    let _ = write!(text, "legal:\n  - type: ");
    match random.below(10) {
        0..4 => {
            let last = day + 60 + random.below(200);
            let then = ["resumes", "unknown", "ends"][random.below(3) as usize];
            let (id, last_day) = (&past[target].id, date(last));
            let _ =
                writeln!(text, "suspends\n    event: {id}\n    until: {last_day}\n    then: {then}\n    source: s1");
            until = Some(last);
        }
        4..6 => {
            let (id, last_day) = (&past[target].id, date(day + 365));
            let _ = writeln!(text, "exempts\n    event: {id}\n    until: {last_day}\n    source: s1");
        }
        6..8 if past[target].parts > 0 => {
            let _ = writeln!(
                text,
                "amends\n    event: {}\n    parts:\n      p0: The goods of annex 0, as last amended.\n    source: s1",
                past[target].id
            );
        }
        _ => {
            let _ = writeln!(text, "repeals\n    event: {}\n    source: s1", past[target].id);
        }
    }
    until
}

fn causes(random: &mut Random, chinese: bool, past: &[Past], text: &mut String) {
    let wanted = [0, 1, 1, 1, 2, 2][random.below(6) as usize];
    let mut named: Vec<usize> = (0..wanted).filter_map(|_| recent(random, past, 25)).collect();
    named.sort_unstable();
    named.dedup();
    if !named.is_empty() {
        text.push_str("causes:\n");
    }
    for at in named {
        let cause = &past[at];
        let kind = if cause.chinese == chinese { "motivated-by" } else { "responds-to" };
        let stance = ["supports", "denies", "other-reason", "silent"][random.below(4) as usize];
        let by = if chinese { "cn-mfa" } else { "us-ustr" };
        let _ = writeln!(
            text,
            "  - event: {}\n    type: {kind}\n    evidence:\n      - source: s2\n        stance: supports\n        says: \
             Reports that the step answers what was done {} days before.\n      - source: s1\n        by: {by}\n        \
             stance: {stance}\n        says: The office was asked about it, and this is what it said.",
            cause.id,
            cause.day % 7
        );
    }
}

/// A day counted from 1970-01-01, as written; after Howard Hinnant's `civil_from_days`.
fn date(days: u64) -> String {
    let z = days + 719_468;
    let (era, of_era) = (z / 146_097, z % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
