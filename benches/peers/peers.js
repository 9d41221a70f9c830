// How each peer is asked for its timeline. A `draw` function runs in the page and ends when the peer says that it has drawn.
// Peers get the events' labels and days, their defaults, and the width of the page; what they need beyond that is said.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');
const file = (...way) => join(modules, ...way);

/** The version of a package as installed. */
export function version(name) {
  return JSON.parse(readFileSync(file(name, 'package.json'), 'utf8')).version;
}

export const PEERS = [
  {
    name: 'vis-timeline',
    scripts: [file('vis-timeline/standalone/umd/vis-timeline-graph2d.min.js')],
    styles: [file('vis-timeline/styles/vis-timeline-graph2d.min.css')],
    draw: (events) => new Promise((drawn) => {
      const items = new vis.DataSet(events.map(({ id, label, day }) => ({ id, content: label, start: day })));
      const options = { width: '100%', onInitialDrawComplete: () => drawn() };
      window.timeline = new vis.Timeline(document.getElementById('picture'), items, options);
    }),
  },
  {
    name: 'mermaid',
    scripts: [file('mermaid/dist/mermaid.min.js')],
    styles: [],
    draw: async (events) => {
      // A colon or semicolon ends the name of a task; the text is longer than mermaid's default limit.
      mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6 });
      const tasks = events.map(({ label, day }) => `${label.replace(/[:;#]/g, ' ')} : milestone, ${day}, 0d`);
      const { svg } = await mermaid.render('drawing', `gantt\ndateFormat YYYY-MM-DD\n${tasks.join('\n')}`);
      document.getElementById('picture').innerHTML = svg;
    },
  },
  {
    name: '@knight-lab/timelinejs',
    scripts: [file('@knight-lab/timelinejs/dist/js/timeline.js')],
    styles: [file('@knight-lab/timelinejs/dist/css/timeline.css')],
    draw: (events) => new Promise((drawn) => {
      const slides = events.map(({ id, label, day }) => {
        const [year, month, date] = day.split('-').map(Number);
        return { unique_id: id, start_date: { year, month, day: date }, text: { headline: label, text: '' } };
      });
      // It has no height of its own.
      document.getElementById('picture').style.height = '800px';
      window.timeline = new TL.Timeline('picture', { events: slides }, { font: null });
      window.timeline.on('ready', () => drawn());
    }),
  },
  {
    name: 'd3-milestones',
    scripts: [file('d3-milestones/build/d3-milestones.min.js')],
    styles: [file('d3-milestones/build/d3-milestones.css')],
    draw: async (events) => {
      const days = events.map(({ label, day }) => ({ timestamp: day, text: label }));
      // It would draw all anew each time the window grows for a measure.
      milestones('#picture').parseTime('%Y-%m-%d').aggregateBy('day').optimize(true).autoResize(false).render(days);
    },
  },
];
