// The targets of a picture, each measured on what the browser drew. A target gives a figure and the elements that miss it.

import { axisFaults, chainFaults, orderFaults } from './axis.js';
import { contrast, paper, worstContrast } from './colour.js';
import { differences } from './difference.js';
import { around, cross, depth, grown, meeting, passes, segments } from './geometry.js';

/** Less than this is rounding, in pixels. */
const SLACK = 0.5;
/** What the measuring of ink may be off, in pixels; less of an overlap need not be one. */
const INK = 0.05;
/** Lines of one label may touch by so much: some scripts have high and deep letters, whose boxes overlap before their ink does. */
const LINES_OF_ONE = 1;
const LINES = new Set(['leader', 'link', 'span', 'tick', 'axis', 'lane', 'bar', 'marker']);
const MARKS = new Set(['marker', 'precision', 'bar', 'span', 'link', 'leader', 'axis', 'tick', 'label']);

const place = ({ x0, y0, x1, y1 }) => `(${x0.toFixed(1)}, ${y0.toFixed(1)})-(${x1.toFixed(1)}, ${y1.toFixed(1)})`;
const name = (thing) => thing.text !== null
  ? `text ${JSON.stringify(thing.text)} at ${place(thing.box)}`
  : `${thing.role} of ${thing.link ?? thing.id ?? 'the axis'} at ${place(thing.box)}`;

/** What was measured of a picture, sorted for the targets. `probed` is what `probe` gave. */
export function sorted(probed) {
  const drawn = probed.things.filter((thing) => !thing.hidden);
  const moved = drawn.find((thing) => thing.moved && thing.d);
  if (moved) throw new Error(`a path is moved by a transform, which this audit cannot read: ${name(moved)}`);
  const open = drawn.filter((thing) => thing.d && LINES.has(thing.role) && !thing.d.trim().toUpperCase().endsWith('Z'));
  return {
    ...probed,
    texts: drawn.filter((thing) => thing.text !== null),
    marks: drawn.filter((thing) => thing.text === null && MARKS.has(thing.role) && !open.includes(thing)),
    boxes: drawn.filter((thing) => thing.tag === 'rect' && thing.role === 'label' && thing.id && depth(thing.box, thing.box) > 20),
    lines: open.map((thing) => ({ ...thing, segments: segments(thing.d) })),
    drawn,
  };
}

/** Pairs of texts whose ink overlaps. */
export function overlaps({ texts }) {
  const faults = [];
  meeting(texts, texts, (a, b) => {
    const least = a.id !== null && a.id === b.id ? LINES_OF_ONE : INK;
    if (texts.indexOf(a) < texts.indexOf(b) && depth(a.box, b.box) > least) faults.push(`${name(a)} and ${name(b)}`);
  });
  return { figure: faults.length, faults };
}

/** Texts over a mark: a glyph, point, pill or bar. A text may lie over the box that it stands in. */
export function overMarks({ texts, marks, boxes }) {
  const faults = [];
  meeting(texts, marks, (text, mark) => {
    if (depth(text.box, mark.box) <= INK) return;
    if (boxes.includes(mark) && mark.id === text.id && depth(text.box, grown(mark.box, -1)) > 0) return;
    faults.push(`${name(text)} over ${name(mark)}`);
  });
  return { figure: faults.length, faults };
}

/** Texts that lines of these roles run through. */
export function struckThrough({ texts, lines }, roles) {
  const faults = [];
  const pieces = lines.filter((line) => roles.includes(line.role))
    .flatMap((line) => line.segments.map((segment) => ({ line, segment, box: grown(around(segment), line.strokeWidth / 2) })));
  meeting(texts, pieces, (text, { line, segment }) => {
    // A line has its width across, but none along.
    const [ax, ay, bx, by] = segment;
    const [wide, tall] = [ax === bx, ay === by].map((across) => (across ? line.strokeWidth / 2 : 0) - INK);
    const { x0, y0, x1, y1 } = text.box;
    if (passes(segment, { x0: x0 - wide, x1: x1 + wide, y0: y0 - tall, y1: y1 + tall })) faults.push(`${name(text)}, by ${name(line)}`);
  });
  const once = [...new Set(faults)];
  return { figure: once.length, faults: once };
}

/** Texts that leave the paper, or that leave the box they stand in. */
export function outside({ texts, boxes, width, height }) {
  const faults = [];
  const room = new Map(boxes.map((box) => [box.id, box.box]));
  const leaves = (box, around) => box.x0 < around.x0 || box.y0 < around.y0 || box.x1 > around.x1 || box.y1 > around.y1;
  for (const text of texts) {
    if (leaves(text.box, { x0: 0, y0: 0, x1: width, y1: height })) faults.push(`${name(text)}, off the paper`);
    const own = text.id && room.get(text.id);
    if (own && leaves(text.box, own)) faults.push(`${name(text)}, out of its box ${place(own)}`);
  }
  return { figure: faults.length, faults };
}

/** Events whose words are not all there. Spaces do not count, since lines are broken at them. */
export function cutWords({ texts }, events) {
  const bare = (text) => text.replace(/[\s\u00AD]/gu, '');
  const words = new Map();
  for (const text of texts) if (text.id) words.set(text.id, (words.get(text.id) ?? '') + bare(text.text));
  const cut = events.filter(({ id, label }) => words.has(id) && !words.get(id).includes(bare(label)));
  return { figure: cut.length, faults: cut.map(({ id, label }) => `${id}: ${JSON.stringify(label)} is shown as ${JSON.stringify(words.get(id))}`) };
}

/** Points and glyphs away from their dates, in pixels; on a bent scale, against its ticks and each other. */
export function onDates(picture, kind) {
  if (kind === 'chain') return chainFaults(picture, name);
  return kind === 'bent' ? orderFaults(picture, name) : axisFaults(picture, kind, name);
}

/**
 * How far the glyphs of a ladder stand from the points of their dates: mean, 95th percentile, and the most. Labels of one day
 * share a point and cannot all stand at it: they count as one stack, which is as far from its point as its middle is. `most`
 * has the farthest single glyph beside it, as `raw`.
 */
export function displacement({ marks }) {
  const own = new Map();
  for (const mark of marks.filter((mark) => mark.id && mark.date === null)) {
    if (mark.tag === 'circle' && mark.role === 'marker') own.set(mark.id, { ...own.get(mark.id), point: mark });
    if (mark.tag === 'path' && ['marker', 'label'].includes(mark.role)) own.set(mark.id, { ...own.get(mark.id), glyph: mark });
  }
  const middle = ({ box }) => (box.y0 + box.y1) / 2;
  const stacks = new Map();
  for (const { point, glyph } of [...own.values()].filter(({ point, glyph }) => point && glyph)) {
    const key = `${Math.round(glyph.box.x0 / 40)} ${middle(point).toFixed(1)}`;
    (stacks.get(key) ?? stacks.set(key, []).get(key)).push({ at: middle(glyph), point: middle(point), glyph });
  }
  const moved = [...stacks.values()].flatMap((stack) => {
    const places = stack.map(({ at }) => at);
    const centre = (Math.min(...places) + Math.max(...places)) / 2;
    return stack.map(({ point, at, glyph }) => ({ by: Math.abs(centre - point), raw: Math.abs(at - point), glyph }));
  }).sort((a, b) => a.by - b.by);
  if (moved.length === 0) return null;
  const mean = moved.reduce((sum, { by }) => sum + by, 0) / moved.length;
  const p95 = moved[Math.ceil(moved.length * 0.95) - 1].by;
  const raw = Math.max(...moved.map(({ raw }) => raw));
  return { mean, p95, most: moved.at(-1).by, raw, faults: moved.slice(-3).map(({ by, glyph }) => `${name(glyph)} by ${by.toFixed(1)}`) };
}

/** How far the words of deals lie from their glyphs, or from the pills that these stand on, in pixels. */
export function dealWords({ marks, texts }) {
  const pointed = new Set(marks.filter((mark) => mark.tag === 'circle' && mark.date === null).map((mark) => mark.id));
  const away = marks.filter((mark) => mark.role === 'marker' && mark.id && mark.date === null && !pointed.has(mark.id)).map((glyph) => {
    const words = texts.filter((text) => text.id === glyph.id).map((text) => text.box);
    const own = marks.filter((mark) => mark.id === glyph.id && ['marker', 'precision'].includes(mark.role));
    const by = Math.min(...words.flatMap((box) => own.map((mark) => -depth(box, mark.box))));
    return { by: words.length === 0 ? Infinity : Math.max(0, by), glyph };
  });
  const faults = away.filter(({ by }) => by > 60).map(({ by, glyph }) => `${name(glyph)}: its words are ${by.toFixed(0)} px away`);
  return { figure: Math.max(0, ...away.map(({ by }) => by)), faults };
}

/** Crossings of lines of one role that belong to different events, or to links without a common end. */
export function crossings({ lines }, role) {
  const faults = [];
  const pieces = lines.filter((line) => line.role === role)
    .flatMap((line) => line.segments.map((segment) => ({ line, segment, box: around(segment) })));
  meeting(pieces, pieces, (a, b) => {
    const one = a.line.link ?? a.line.id;
    const other = b.line.link ?? b.line.id;
    const joined = a.line.link && a.line.link.split(' ').some((end) => b.line.link.split(' ').includes(end));
    if (one < other && !joined && cross(a.segment, b.segment)) faults.push(`${name(a.line)} and ${name(b.line)}`);
  });
  const once = [...new Set(faults)];
  return { figure: once.length, faults: once };
}

/** Links through boxes. They begin and end at the edges of the boxes that they join. */
export function throughBoxes({ lines, boxes }) {
  const faults = [];
  const pieces = lines.filter((line) => line.role === 'link')
    .flatMap((line) => line.segments.map((segment) => ({ line, segment, box: around(segment) })));
  meeting(boxes, pieces, (box, { line, segment }) => {
    if (passes(segment, grown(box.box, -SLACK))) faults.push(`${line.link} through ${name(box)}`);
  });
  const once = [...new Set(faults)];
  return { figure: once.length, faults: once };
}

/** The smallest type, in pixels. */
export function smallestType({ texts }) {
  const smallest = Math.min(...texts.map((text) => text.size));
  return { figure: smallest, faults: texts.filter((text) => text.size < 11).slice(0, 10).map(name) };
}

/** Contrast of the worst text with what lies under it. */
export function textContrast(picture) {
  const grounds = picture.drawn.filter((thing) => thing.tag === 'rect' && (thing.role === 'band' || picture.boxes.includes(thing)));
  const under = (text) => {
    const at = { x0: text.box.x0, y0: (text.box.y0 + text.box.y1) / 2, x1: text.box.x1, y1: (text.box.y0 + text.box.y1) / 2 };
    return [paper(picture), ...grounds.filter((ground) => depth(at, ground.box) >= 0).map((ground) => ground.fill)];
  };
  return worstContrast(picture.texts.map((text) => {
    // A box hides what lies under it; a band may lie under a part of the text only.
    const grounds = under(text);
    const boxed = picture.boxes.some((box) => box.id === text.id);
    return { ratio: Math.min(...(boxed ? grounds.slice(-1) : grounds).map((ground) => contrast(text.fill, ground))), name: name(text) };
  }), 4.5);
}

/** Contrast of the worst mark or line with the paper and with its bands. */
export function markContrast(picture) {
  const band = picture.drawn.find((thing) => thing.role === 'band')?.fill ?? paper(picture);
  const told = picture.drawn.filter((thing) => thing.text === null && !['band', 'furniture', 'lane', 'legend'].includes(thing.role));
  return worstContrast(told.map((thing) => {
    const paints = [thing.fill, thing.strokeWidth > 0 ? thing.stroke : 'none'].filter((paint) => paint !== 'none')
      .map((paint) => picture.paints[paint.match(/#([\w-]+)/)?.[1]] ?? paint);
    const ratio = Math.max(...paints.map((paint) => Math.min(contrast(paint, paper(picture)), contrast(paint, band))));
    return { ratio, name: name(thing) };
  }), 3);
}

/** The least difference of the colours of two families, as the picture paints them, for four kinds of eyes. */
export function familyColours(picture) {
  const sheet = paper(picture);
  const glyphs = picture.drawn.filter((thing) => thing.tag === 'path' && thing.id && ['marker', 'label'].includes(thing.role));
  const inks = glyphs.map(({ fill, stroke }) => (fill === sheet ? stroke : fill)).filter((ink) => ink !== 'none');
  const pairs = differences([...new Set(inks)]);
  const near = pairs.filter(({ by }) => by < 15);
  return {
    figure: Math.min(100, ...pairs.map(({ by }) => by)),
    faults: near.map(({ vision, one, other, by }) => `${one} and ${other} differ by ${by.toFixed(1)} for ${vision} eyes`),
  };
}

/** Events of the selection that are missing, or that no reader hears; and a picture without a name. */
export function missing({ entries, role, title, description }, events) {
  const shown = new Map(entries.map((entry) => [entry.id, entry]));
  const faults = [];
  if (!role.includes('graphics-document') || !title || !description) faults.push('the picture has no role, title or description');
  for (const { id, label } of events) {
    const entry = shown.get(id);
    if (!entry) faults.push(`${id} is not there`);
    else if (entry.role !== 'listitem' || !entry.listed) faults.push(`${id} is no item of a list`);
    else if (!entry.name.replace(/\s/g, '').includes(label.replace(/[\s]/g, ''))) faults.push(`${id} is called ${JSON.stringify(entry.name)}`);
  }
  const expected = new Set(events.map((event) => event.id));
  faults.push(...[...shown.keys()].filter((id) => !expected.has(id)).map((id) => `${id} is not of the selection`));
  return { figure: faults.length, faults };
}
