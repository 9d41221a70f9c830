// Collections made up for the audit: very uneven in time, with measures, links and dates of every kind. No dice: what
// varies does so by the number of the event, so that every run makes the same files.

import { isoDay, dayNumber, readDate } from './dates.js';

const SIDES = {
  us: ['us-bis', 'us-ustr', 'us-treasury', 'us-congress', 'us-cit'],
  cn: ['cn-mofcom', 'cn-sctc', 'cn-samr', 'cn-mfa'],
  nl: ['nl'],
  jp: ['jp'],
};
const CATEGORIES = [
  'export-control', 'tariff', 'entity-listing', 'statement', 'investigation', 'inbound-screening', 'litigation',
  'funding-programme', 'data-rule', 'company-action', 'sanctions', 'trade-remedy', 'threat', 'product-ban',
];
const MEASURES = new Set(['export-control', 'tariff', 'entity-listing', 'inbound-screening', 'sanctions', 'data-rule']);
const VERBS = ['lists', 'restricts', 'answers on', 'widens the rule on', 'takes to court', 'licenses', 'taxes'];
const THINGS = [
  'chip tools', 'gallium', 'legacy chips', 'drones', 'memory', 'base station software',
  'electric cars', 'rare earths', 'model weights', 'optical cable', 'batteries',
];

/** Words that break pictures: long, right to left, joined, stacked, marked up, quoted. */
export const HOSTILE = [
  'A title so long that it has to be broken over several lines, whatever its column, and says little',
  'العربية تكتب من اليمين إلى اليسار وفيها أرقام 123 وكلمات طويلة',
  'עברית עם "מרכאות" ועם English באמצע',
  'Emoji 👩‍👩‍👧‍👦 🇺🇸🇨🇳 👍🏽 🛰️ between words 🧑‍🚀',
  'Stacked ệ ṩ ǖ e\u0301\u0323 a\u0308\u0304 o\u0302\u0301 combining marks',
  '<script>alert("1")</script> & <b>bold</b> ]]> <!-- no -->',
  '"Quoted" \'single\' `ticks` \\ backslash {braces} %s &amp; &#x41;',
  'Unbreakablewordthatgoesonandonandonandonandonandonandonandonandonandonandonandonandonandon',
  '商务部关于对两种稀散金属及其相关物项实施出口许可管理的公告以及其后关于暂停执行的说明',
  '半角ｶﾅと全角カナ　한국어 제목 ไทยไม่มีช่องว่างระหว่างคำ',
  'W',
  'ﷺ ﷽ wide signs',
  'ﬀ ligatures, ½ fractions, x² powers, A\u00a0B\u202fC thin and hard spaces, soft\u00adhyphens',
  'iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii WWWWWWWWWWWWWWWWWWWWWWWWWWWW',
];

const quoted = (text) => JSON.stringify(text);

/** One event of number `at` on day `day`; `events` are those before it. */
function event(at, day, events, words) {
  const side = at % 23 === 7 ? 'deal' : at % 11 === 5 ? 'nl' : at % 13 === 6 ? 'jp' : at % 2 === 0 ? 'us' : 'cn';
  const category = side === 'deal' ? 'agreement' : CATEGORIES[(at * 5) % CATEGORIES.length];
  const actors = side === 'deal' ? ['us', 'cn'] : [SIDES[side][at % SIDES[side].length]];
  const title = words?.[at % words.length]
    ?? `Act ${at} ${VERBS[at % VERBS.length]} ${THINGS[(at * 3) % THINGS.length]}`;
  const iso = isoDay(day);
  const date = {
    17: iso.slice(0, 7), 37: iso.slice(0, 4), 53: `${iso}~`, 29: `${iso}?`, 43: `${iso.slice(0, 7)}~`,
    61: `${iso}/${isoDay(day + 4)}`, 47: `[${iso.slice(0, 7)}..${isoDay(day + 70).slice(0, 7)}]`,
  }[[17, 37, 53, 29, 43, 61, 47].find((every) => at % every === every - 1)] ?? iso;
  const id = `${side === 'deal' ? 'us-cn' : side}-${iso.slice(0, 4)}-event-${at}`;
  return { id, at, side, category, actors, title, date, day, measure: MEASURES.has(category) && at % 3 !== 1 };
}

/** Earlier events that `one` may answer: of another side, known to the day, at most four months before. */
function causes(one, events) {
  if (one.at % 3 === 0 || !readDate(one.date).known) return [];
  const fit = (other) => other.side !== one.side && other.day < one.day - 1 && other.day > one.day - 120
    && readDate(other.date).known;
  const near = events.slice(-80).filter(fit);
  const count = one.at % 10 === 1 ? 3 : 1;
  return near.length === 0 ? [] : Array.from({ length: count }, (_, n) => near[(one.at * 7 + n * 5) % near.length])
    .filter((cause, n, all) => all.indexOf(cause) === n);
}

function yaml(one, events) {
  const lines = [`- id: ${one.id}`, `  title: ${quoted(one.title)}`, `  date: ${quoted(one.date)}`];
  if (one.at % 3 === 0) lines.push(`  title_zh: ${one.at % 2 ? '关于对镓、锗相关物项实施出口管制的公告' : '商务部公布“不可靠实体清单”（2025年第6号）'}`);
  const late = one.at % 6 === 2 && one.measure && readDate(one.date).known;
  const effective = one.at % 18 === 14
    ? quoted(`[${isoDay(one.day + 12)}..${isoDay(one.day + 21)}]`)
    : isoDay(one.day + (one.at % 12 === 2 ? 400 : 21));
  if (late) lines.push(`  dates: {effective: ${effective}}`);
  lines.push(`  category: ${one.category}`, `  actors: [${one.actors.join(', ')}]`);
  if (one.side === 'us' || one.side === 'cn') lines.push(`  targets: [${one.side === 'us' ? 'cn' : 'us'}]`);
  lines.push(`  technologies: [${one.at % 2 ? 'semiconductors' : 'critical-minerals'}]`);
  if (one.at % 4 !== 1) lines.push(`  importance: ${one.at % 4 === 0 ? 'major' : 'minor'}`);
  lines.push('  summary: Made for the audit of pictures.');
  if (one.measure) lines.push(`  measure: {${one.at % 5 === 0 ? `until: ${isoDay(one.day + 700)}` : ''}}`);
  const stopped = events.findLast((other) => other.measure && other.side === one.side && other.day < one.day - 40
    && other.at % 5 !== 0 && readDate(other.date).known);
  if (one.category === 'litigation' || one.category === 'threat') {
    const type = one.category === 'litigation' ? 'enjoins' : 'suspends';
    if (stopped && readDate(one.date).known) {
      lines.push(`  legal: [{type: ${type}, event: ${stopped.id}, from: ${isoDay(one.day + 30)}, until: ${isoDay(one.day + 150)}${
        type === 'suspends' ? ', then: resumes' : ''}}]`);
    }
  }
  const answered = causes(one, events);
  if (answered.length > 0) lines.push('  causes:');
  for (const cause of answered) {
    const stance = one.at % 14 === 2 ? 'denies' : 'supports';
    lines.push(`    - {event: ${cause.id}, type: ${one.at % 4 === 1 ? 'retaliates-for' : 'responds-to'}, evidence: [{source: s1, by: ${
      one.at % 5 === 3 ? cause.actors[0] : one.actors[0]}, stance: supports, says: It says so.}${
      stance === 'denies' ? `, {source: s1, by: ${one.actors[0]}, stance: denies, says: It denies that.}` : ''}]}`);
  }
  lines.push('  sources: [{id: s1, kind: press, publisher: Made Press, title: Made, url: "https://example.org/made"}]');
  return `${lines.join('\n')}\n`;
}

function registers() {
  const names = { us: 'United States', cn: 'China', nl: 'Netherlands', jp: 'Japan' };
  const lines = Object.entries(names).map(([id, name]) => `- {id: ${id}, name: ${name}, side: ${id}, kind: jurisdiction}`);
  for (const [side, offices] of Object.entries(SIDES)) {
    for (const id of offices.filter((office) => office !== side)) {
      lines.push(`- {id: ${id}, name: "Office ${id}", side: ${side}, kind: agency, parent: ${side}}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Days of `count` events: ten in a week and none in the month after; every seventh week has thirty. */
function days(count) {
  const out = [];
  let week = dayNumber(2015, 1, 5);
  for (let burst = 0; out.length < count; burst++, week += 37) {
    const size = burst % 7 === 6 ? 30 : 10;
    for (let n = 0; n < size && out.length < count; n++) out.push(week + Math.floor((n * 5) / size));
  }
  return out;
}

/**
 * A collection of `count` events, with `words` for titles if given: `{files, events, from}`, the files as YAML texts by name.
 * `backwards` gives the same events in files whose order is turned around.
 */
export function made(count, words, backwards = false) {
  const events = [];
  const texts = [];
  for (const [at, day] of days(count).entries()) {
    const one = event(at, day, events, words);
    texts.push(yaml(one, events));
    events.push(one);
  }
  if (backwards) texts.reverse();
  const files = {
    'actors.yaml': registers(),
    'technologies.yaml': '- {id: semiconductors, name: Semiconductors}\n- {id: critical-minerals, name: Critical minerals}\n',
    'collection.yaml': `title: Made for the audit\nas_of: ${isoDay(events.at(-1).day + 200)}\n`,
  };
  for (let first = 0; first < texts.length; first += 100) {
    files[`part-${String(first).padStart(4, '0')}.yaml`] = texts.slice(first, first + 100).join('');
  }
  return { files, events: events.map(({ id, title, date }) => ({ id, label: title, date })) };
}
