// Draws every picture, measures it in the browser, prints a table of figures and what misses its target.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { heard, languages, launch, setInItsOwn, setTypeface, withPicture } from './browser.js';
import { around, chains, collections, draw, selection, strips } from './pictures.js';
import { probe } from './probe.js';
import { figuresOf, print } from './report.js';
import * as targets from './targets.js';

/** Bytes that 500 events may take; more events may take more. */
const BYTES = 400_000;

const [ensue, ...words] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'ensue-pictures-'));

/** Every picture to be audited: its name, how it is drawn, and the events that it has to show. */
function jobs() {
  const out = [];
  for (const collection of collections(work)) {
    const chosen = (name) => words.every((word) => name.includes(word));
    const { all, linked, busiest } = selection(ensue, collection);
    for (const theme of collection.themes) {
      const more = chained(collection, theme, busiest);
      for (const layout of [...collection.layouts, ...more]) {
        const name = `${collection.name} ${layout.name} ${theme}`;
        if (theme === 'dark' && layout.name.endsWith('-embed') && !layout.cites) continue;
        const events = layout.event ? around(all, layout.event) : layout.args[0] === 'graph' ? linked : all;
        const told = layout.chinese ? events.map((event) => ({ ...event, label: event.chinese })) : events;
        if (chosen(name)) out.push({ name, collection, layout, theme, events: told, selected: all.length });
      }
    }
  }
  return out;
}

/** Chains of the best connected events: as pictures of their own, and in the ladder. */
function chained({ name }, theme, busiest) {
  if (theme === 'dark' || name === 'made-2000') return strips(busiest.slice(0, 1));
  const count = name === 'real' ? 12 : 4;
  return [...strips(busiest.slice(0, count)), ...chains(busiest.slice(0, count))];
}

async function audit(browser, job, number) {
  const { collection, layout, theme, events } = job;
  const file = join(work, `${number}.svg`);
  const bytes = draw(ensue, collection.dir, layout, theme, file);
  // The usual picture, which follows the reader's system, is the largest.
  const usual = draw(ensue, collection.dir, layout, 'auto', join(work, `${number}-auto.svg`));
  const again = draw(ensue, collection.backwards ?? collection.dir, layout, theme, join(work, `${number}-again.svg`));
  return withPicture(browser, file, async (page) => {
    const picture = targets.sorted(await page.evaluate(probe));
    const results = {
      events: targets.missing(picture, events),
      overlaps: targets.overlaps(picture),
      // Where a machine has no typeface at all for a script, its empty boxes know no width.
      'over marks': layout.embeds && collection.name === 'hostile' ? { ...targets.overMarks(picture), faults: [] } : targets.overMarks(picture),
      'cut/outside': both(targets.outside(picture), targets.cutWords(picture, events)),
      'link/text': targets.struckThrough(picture, ['link']),
      'line/text': targets.struckThrough(picture, ['leader', 'span', 'tick', 'axis', 'lane', 'bar', 'marker']),
      'type px': targets.smallestType(picture),
      'text :1': targets.textContrast(picture),
      'mark :1': targets.markContrast(picture),
      'ΔE': targets.familyColours(picture),
      'KB/500': size(usual.length, Math.max(picture.entries.length, job.selected), layout.name !== 'ladder-all-links' && !layout.cites && !layout.embeds),
      same: same(bytes, again),
    };
    results.lang = await languages(page, layout.chinese ? 'zh-Hans' : 'en');
    // Words made up to break pictures use letters that no typeface has.
    if (layout.embeds) results['font px'] = await setInItsOwn(page, collection.name !== 'hostile' && !layout.cites);
    if (layout.axis) results['date px'] = targets.onDates(picture, layout.axis);
    if (layout.args[0] === 'graph' || layout.event) results['edge/box'] = targets.throughBoxes(picture);
    const ladder = layout.axis === 'bent' || layout.axis === 'y';
    if (ladder) {
      Object.assign(results, displaced(targets.displacement(picture), layout.axis));
      const deals = targets.dealWords(picture);
      // With all links drawn the words of a deal may be left out, and the picture says so.
      results['deal px'] = layout.name === 'ladder-all-links' ? { ...deals, faults: [] } : deals;
      results['leader x'] = targets.crossings(picture, 'leader');
    }
    results['link x'] = crossings(targets.crossings(picture, 'link'), layout);
    if (theme === 'light' && events.length <= 500) results.heard = await unheard(page, events);
    // The dark picture has the same geometry; what a typeface does to it is seen in the light one.
    if (theme === 'dark' || layout.embeds) return { name: job.name, results };
    await setTypeface(page, 'DejaVu Sans');
    const wide = targets.sorted(await page.evaluate(probe));
    results.wide = both(targets.overlaps(wide), targets.overMarks(wide), targets.outside(wide));
    return { name: job.name, results };
  });
}

/** Whether two drawings are the same bytes. Files whose texts stand in another order have another fingerprint, and so other letters. */
function same(bytes, again) {
  const bare = (file) => file.toString('utf8').replace(/base64,[^)]*/gu, '').split('\n')
    .filter((line) => !/(collection|数据集).*[0-9a-f]{12}/u.test(line)).join('\n');
  return bare(bytes) === bare(again) ? { figure: 0, faults: [] } : { figure: 1, faults: ['two runs, or two orders of the input, differ'] };
}

/** The chain of an event is held to two crossings. All links at once are told only: turns are right angles, and a busy year crosses itself. */
function crossings(crossed, layout) {
  return crossed.figure > 2 && (layout.event || layout.name.startsWith('chain:')) ? crossed : { ...crossed, faults: [] };
}

function both(...results) {
  return { figure: results.reduce((sum, one) => sum + one.figure, 0), faults: results.flatMap((one) => one.faults) };
}

/** Kilobytes, told for 500 events where more are shown. All links at once may take more room. */
function size(bytes, events, held) {
  const share = bytes / Math.max(1, events / 500);
  return { figure: share / 1000, faults: held && share > BYTES ? [`${bytes} bytes for ${events} events`] : [] };
}

/** A straight scale is asked for, and then labels cannot stand where they would; only the default is held to the figures. */
function displaced(moved, axis) {
  if (!moved) return {};
  const held = (figure, most) => ({ figure, faults: axis === 'bent' && figure > most ? moved.faults : [] });
  return { mean: held(moved.mean, 10), p95: held(moved.p95, 30), most: held(moved.most, 60), raw: held(moved.raw, Infinity) };
}

async function unheard(page, events) {
  const { items, named } = await heard(page);
  const faults = named < items || items < events.length ? [`${items} list items are heard, ${named} with a name, of ${events.length} events`] : [];
  return { figure: items, faults };
}

async function main() {
  const started = Date.now();
  const queue = jobs().entries();
  const browser = await launch();
  const done = [];
  const worker = async () => {
    for (const [number, job] of queue) done.push([number, await audit(browser, job, number)]);
  };
  try {
    await Promise.all([worker(), worker()]);
  } finally {
    await browser.close();
    rmSync(work, { recursive: true });
  }
  const audits = done.sort(([a], [b]) => a - b).map(([, result]) => result);
  const failed = print(audits);
  console.log(`${audits.length} pictures, ${figuresOf(audits)} figures, ${failed} missed, ${Math.round((Date.now() - started) / 1000)} s`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
