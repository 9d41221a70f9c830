// Marks against the axis, which is read from the ticks: each bears its date.

import { readDate } from './dates.js';

const middle = ({ box }, axis) => (box[`${axis}0`] + box[`${axis}1`]) / 2;

/** The ticks in the order of time: `{day, at}`. The last is the end of the data, at the end of its day. */
function ticks({ drawn }, axis) {
  const out = new Map();
  for (const thing of drawn.filter((thing) => thing.tick && thing.d)) {
    const { from } = readDate(thing.tick);
    // Where a day has two ticks the year's own line stands first.
    if (!out.has(from)) out.set(from, { day: from, at: middle(thing, axis) });
  }
  return [...out.values()].sort((a, b) => a.day - b.day);
}

/** A straight scale through the first and the last but one tick, with the ends of the axis. */
function straight(all, rail) {
  const [first, last] = [all[0], all.at(-2)];
  const perDay = (last.at - first.at) / (last.day - first.day);
  const clamp = (at) => Math.min(Math.max(at, rail[0]), rail[1]);
  return (day) => clamp(first.at + (day - first.day) * perDay);
}

/** From where to where the axis runs. */
function rail({ drawn }, axis) {
  const line = drawn.find((thing) => thing.role === 'axis');
  return [line.box[`${axis}0`], line.box[`${axis}1`]];
}

/** The marks that stand on the axis, each with what its date says. In a ladder a glyph with a point stands elsewhere. */
function standing({ marks }) {
  const markers = marks.filter((mark) => mark.role === 'marker' && mark.id);
  const pointed = new Set(markers.filter((mark) => mark.tag === 'circle' && mark.date === null).map((mark) => mark.id));
  return markers.filter((mark) => mark.tag === 'circle' || mark.date !== null || !pointed.has(mark.id))
    .map((mark) => ({ mark, other: mark.date !== null, ...readDate(mark.date ?? mark.eventDate) }));
}

/** On a straight scale: ticks, marks and pills against their dates. `axis` is the direction of time, `x` or `y`. */
export function axisFaults(picture, axis, name) {
  const all = ticks(picture, axis);
  if (all.length < 3) return { figure: 0, faults: [`only ${all.length} ticks`] };
  const ends = rail(picture, axis);
  const at = straight(all, ends);
  const off = all.slice(0, -1).map((tick) => ({ by: Math.abs(tick.at - at(tick.day)), name: `tick of day ${tick.day}` }));
  for (const { mark, from, to, known } of standing(picture)) {
    const right = known ? at(from) : (at(from) + at(to + 1)) / 2;
    off.push({ by: Math.abs(middle(mark, axis) - right), name: name(mark) });
  }
  for (const pill of picture.marks.filter((mark) => mark.role === 'precision' && mark.id)) {
    const { from, to } = readDate(pill.eventDate);
    const [start, end] = [at(from), at(to + 1)];
    // A pill is never shorter than ten pixels, about the middle of its days.
    const spare = Math.max(0, 5 - (end - start) / 2);
    off.push({ by: Math.abs(pill.box[`${axis}0`] - (start - spare)), name: `start of ${name(pill)}` });
    off.push({ by: Math.abs(pill.box[`${axis}1`] - (end + spare)), name: `end of ${name(pill)}` });
  }
  return worst(off);
}

/**
 * On a bent scale a day has no place that can be told from afar, but: ticks grow with time; a mark lies between the ticks
 * around its day, and on the tick of its very day; and of two marks the later never stands nearer to the beginning, on one day both
 * at one place. `axis` is the direction of time; only ticks and marks between `from` and `to` count.
 */
export function orderFaults(picture, name, axis = 'y', [from, to] = [-Infinity, Infinity]) {
  const all = ticks(picture, axis).filter(({ at }) => at > from && at < to);
  // Of a ladder the last is the end of the data.
  if (axis === 'y') all.pop();
  const off = all.slice(1).map((tick, n) => ({ by: Math.max(0, all[n].at - tick.at), name: `tick of day ${tick.day}` }));
  const inside = ({ mark }) => middle(mark, axis) > from && middle(mark, axis) < to;
  const marks = standing(picture).filter(({ known }) => known).filter(inside).filter((mark) => axis === 'x' || mark.from >= all[0].day);
  for (const { mark, from: day } of marks) {
    const at = middle(mark, axis);
    const before = all.findLast((tick) => tick.day <= day);
    const after = all.find((tick) => tick.day >= day);
    off.push({ by: Math.max(0, before ? before.at - at : 0, after ? at - after.at : 0), name: name(mark) });
  }
  marks.sort((a, b) => a.from - b.from || middle(a.mark, axis) - middle(b.mark, axis));
  for (const [n, { mark, from: day }] of marks.slice(1).entries()) {
    const before = marks[n];
    const by = middle(mark, axis) - middle(before.mark, axis);
    off.push({ by: before.from === day ? Math.abs(by) : Math.max(0, -by), name: `${name(mark)} after ${name(before.mark)}` });
  }
  return worst(off);
}

/** A chain: each side of the box in the middle by itself, since the axis breaks there. */
export function chainFaults(picture, name) {
  const { x0, x1 } = picture.boxes[0].box;
  const [left, right] = [[-Infinity, x0], [x1, Infinity]].map((room) => orderFaults(picture, name, 'x', room));
  return { figure: Math.max(left.figure, right.figure), faults: [...left.faults, ...right.faults] };
}

function worst(off) {
  const far = off.filter(({ by }) => by > 0.5).sort((a, b) => b.by - a.by);
  return {
    figure: Math.max(0, ...off.map(({ by }) => by)),
    faults: far.slice(0, 20).map(({ by, name }) => `${name} is ${by.toFixed(2)} px off`),
  };
}
