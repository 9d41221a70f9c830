// Draws the same events with `ensue` and with its peers in Chromium, and measures each picture with the same means.
//   node run.js EVENTS.json ENSUE.svg [PEER]
// EVENTS.json is what `ensue list --format json` prints. Prints a line of JSON for each picture.

import { readFileSync } from 'node:fs';

import { chromium } from 'playwright-core';

import { lowContrast, overlaps, probe } from './measure.js';
import { PEERS, version } from './peers.js';

/** A peer that has drawn nothing by then has failed, in milliseconds. */
const LIMIT = 180_000;

const [list, drawing, only] = process.argv.slice(2);
const events = JSON.parse(readFileSync(list, 'utf8')).events
  .map(({ id, title, short, earliest }) => ({ id, label: short ?? title, day: earliest }));

const ensue = {
  name: 'ensue',
  scripts: [],
  styles: [],
  draw: (_, svg) => { document.getElementById('picture').innerHTML = svg; },
};

async function picture(browser, peer) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(LIMIT);
  try {
    await page.setContent('<!doctype html><meta charset="utf-8"><style>body { margin: 0 }</style><div id="picture"></div>');
    for (const path of peer.styles) await page.addStyleTag({ path });
    for (const path of peer.scripts) await page.addScriptTag({ path });
    const svg = peer.name === 'ensue' ? readFileSync(drawing, 'utf8') : '';
    const drawn = page.evaluate(timed(peer.draw, events, svg));
    const ms = await Promise.race([drawn, new Promise((_, fail) => setTimeout(() => fail(new Error('too long')), LIMIT).unref())]);
    // What moves into place has moved by then; the clock has stopped before.
    await page.waitForTimeout(1500);
    const { texts, ...rest } = await page.evaluate(probe);
    const readable = texts.filter(({ hidden }) => !hidden);
    // Lines may break at spaces, and mermaid takes no such signs.
    const bare = (text) => text.replace(/[\s\u00AD:;#]/gu, '');
    const all = bare(readable.map(({ text }) => text).join(''));
    return {
      ...rest,
      ms,
      texts: readable.length,
      events: events.length,
      unread: events.filter(({ label }) => !all.includes(bare(label))).length,
      overlaps: overlaps(readable),
      cut: readable.filter(({ cut }) => cut).length,
      contrast: await lowContrast(page, readable),
    };
  } finally {
    await page.close();
  }
}

/** Code that draws and says after how many milliseconds the browser had painted. */
function timed(draw, events, svg) {
  return `(async (events, svg) => {
    const start = performance.now();
    await (${draw})(events, svg);
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    return performance.now() - start;
  })(${JSON.stringify(events)}, ${JSON.stringify(svg)})`;
}

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
try {
  for (const peer of only ? PEERS.filter(({ name }) => name === only) : [ensue, ...PEERS]) {
    const known = peer === ensue ? '' : version(peer.name);
    const figures = await picture(browser, peer).catch((error) => ({ failed: String(error).split('\n')[0] }));
    console.log(JSON.stringify({ name: peer.name, version: known, ...figures }));
  }
} finally {
  await browser.close();
}
