// Which pictures are audited, and how they are drawn.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readDate } from './dates.js';
import { HOSTILE, made } from './made.js';

const GROUPS = ['side', 'category', 'family', 'actor', 'technology', 'target'];
const LADDER = { name: 'ladder', args: ['timeline'], axis: 'bent' };
const ALL = { name: 'ladder-all-links', args: ['timeline', '--links', 'all'], axis: 'bent' };
const STRAIGHT = { name: 'ladder-linear', args: ['timeline', '--scale', 'linear'], axis: 'y' };
const GRAPH = { name: 'graph', args: ['graph'], axis: null };
const LANES = GROUPS.map((group) => (
  { name: `lanes-${group}`, args: ['timeline', '--layout', 'lanes', '--group', group], axis: 'x' }
));
/** The same pictures told and set otherwise. `chinese`: titles are Chinese where there are any; `embeds`: widths are the font's. */
const VARIANTS = [LADDER, LANES[0], GRAPH].flatMap(({ name, args, axis }) => [
  { name: `${name}-zh`, args: [...args, '--lang', 'zh'], axis, chinese: true },
  { name: `${name}-cite`, args: [...args, '--cite'], axis, cites: true },
  { name: `${name}-embed`, args: [...args, '--fonts', 'embed'], axis, embeds: true },
  { name: `${name}-zh-cite-embed`, args: [...args, '--lang', 'zh', '--cite', '--fonts', 'embed'], axis, chinese: true, cites: true, embeds: true },
]);
/** A picture of 2,000 events need not be read at a glance, but nothing in it may break. */
const FEW = [LADDER, LANES[0], GRAPH];
const MANY = [LADDER, ALL, STRAIGHT, ...LANES, GRAPH, ...VARIANTS];

/** The collections: `{name, dir, backwards?, layouts, themes}`; those made up are written under `work`. */
export function collections(work) {
  const write = (name, { files }) => {
    const dir = join(work, name);
    mkdirSync(dir, { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(dir, file), text);
    return dir;
  };
  const invented = (name, count, words, layouts, themes) => ({
    name, layouts, themes, dir: write(name, made(count, words)), backwards: write(`${name}-backwards`, made(count, words, true)),
  });
  return [
    { name: 'real', dir: new URL('../../events', import.meta.url).pathname, layouts: MANY, themes: ['light', 'dark'] },
    invented('made-500', 500, null, MANY, ['light', 'dark']),
    invented('made-2000', 2000, null, FEW, ['light']),
    invented('hostile', 120, HOSTILE, MANY, ['light', 'dark']),
  ];
}

/** Runs `ensue` on a collection. */
function run(ensue, dir, args) {
  return execFileSync(ensue, ['--events', dir, ...args], { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
}

/** The events that a picture of the collection has to show, and those that links join. */
export function selection(ensue, { dir }) {
  const { events } = JSON.parse(run(ensue, dir, ['list', '--format', 'json']));
  const settings = readFileSync(join(dir, 'collection.yaml'), 'utf8');
  const scope = settings.match(/^from: (\S+)/m);
  const start = scope ? readDate(scope[1]).from : -Infinity;
  const shown = events.map((event) => ({
    id: event.id,
    label: event.short ?? event.title,
    chinese: event.title_zh ?? event.short ?? event.title,
    date: String(event.date.value ?? event.date),
    causes: (event.causes ?? []).map((cause) => cause.event),
  })).filter((event) => readDate(event.date).to >= start);
  const ids = new Set(shown.map((event) => event.id));
  const degree = new Map();
  for (const { id, causes } of shown) {
    for (const cause of causes.filter((cause) => ids.has(cause))) {
      for (const end of [id, cause]) degree.set(end, (degree.get(end) ?? 0) + 1);
    }
  }
  const busiest = [...degree].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
  return { all: shown, linked: shown.filter((event) => degree.has(event.id)), busiest };
}

/** Draws a picture; the bytes of the file. */
export function draw(ensue, dir, { args }, theme, file) {
  run(ensue, dir, [...args, '--theme', theme, '-o', file]);
  return readFileSync(file);
}

/** Ladders of the chains of some events. */
export function chains(ids) {
  return ids.map((id) => ({ name: `chain:${id}`, args: ['timeline', '--links', `chain:${id}`], axis: 'bent' }));
}

/** The chains of some events as pictures of their own. */
export function strips(ids) {
  return ids.map((id) => ({ name: `strip:${id}`, args: ['timeline', id, '--layout', 'chain'], axis: 'chain', event: id }));
}

/** The events that are at most two steps before or after one of `events`, itself among them. */
export function around(events, id) {
  const known = new Map(events.map((event) => [event.id, event]));
  const effects = new Map();
  for (const event of events) for (const cause of event.causes) effects.set(cause, [...effects.get(cause) ?? [], event.id]);
  const reached = (next) => {
    const seen = new Set([id]);
    for (let step = 0; step < 2; step++) for (const one of [...seen]) next(one).forEach((other) => seen.add(other));
    return seen;
  };
  const chain = new Set([...reached((one) => known.get(one)?.causes ?? []), ...reached((one) => effects.get(one) ?? [])]);
  return events.filter((event) => chain.has(event.id));
}
