// Debian's Chromium, one page for each picture.

import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** Starts the browser. */
export function launch() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

/** Opens a picture, gives its page to `measure`, and closes it. */
export async function withPicture(browser, file, measure) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(`file://${file}`);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    return await measure(page);
  } finally {
    await page.close();
  }
}

/** Sets all words in another typeface, whatever the picture asks for. */
export async function setTypeface(page, family) {
  await page.evaluate((name) => {
    const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    sheet.textContent = `text, tspan { font-family: '${name}', 'Noto Sans CJK SC' !important }`;
    document.documentElement.append(sheet);
  }, family);
}

/** How many list items the accessibility tree holds, and how many of them have a name. */
export async function heard(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const items = nodes.filter((node) => !node.ignored && node.role?.value === 'listitem');
  return { items: items.length, named: items.filter((node) => node.name?.value).length };
}

/** Runs of words whose language is not said, or said wrongly: Chinese letters are in Chinese, Latin words in a Chinese picture are not. */
export async function languages(page, lang) {
  const faults = await page.evaluate((lang) => {
    const out = document.documentElement.getAttribute('lang') === lang ? [] : [`the document is in ${document.documentElement.getAttribute('lang')}`];
    for (const text of document.querySelectorAll('text')) {
      for (const run of [...text.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node] : [...node.childNodes]))) {
        const own = run.parentElement.closest('[lang]').getAttribute('lang');
        const words = run.textContent;
        if (/\p{Script=Han}/u.test(words) !== own.startsWith('zh') && /\p{L}/u.test(words)) out.push(`${JSON.stringify(words)} is in ${own}`);
      }
    }
    return out;
  }, lang);
  return { figure: faults.length, faults };
}

/**
 * Whether the picture is set in the typefaces that it embeds: all are loaded, and (if `measured`) without the width that each
 * line is set to, and without kerning, it is as wide as the picture says. The figure is the most that a line is off, in pixels.
 */
export async function setInItsOwn(page, measured) {
  return page.evaluate((measured) => {
    const faces = [...document.fonts];
    const faults = faces.filter((face) => face.status !== 'loaded').map((face) => `${face.family} ${face.weight} is ${face.status}`);
    if (faces.length < 2) faults.push(`only ${faces.length} typefaces are embedded`);
    const used = ["13px Inter", "600 13px Inter"].filter((font) => !document.fonts.check(font));
    faults.push(...used.map((font) => `${font} is not loaded`));
    if (!measured) return { figure: 0, faults };
    const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    sheet.textContent = 'text { font-kerning: none }';
    document.documentElement.append(sheet);
    let most = 0;
    for (const text of document.querySelectorAll('text[textLength]')) {
      const said = text.getAttribute('textLength');
      text.removeAttribute('textLength');
      const off = Math.abs(text.getComputedTextLength() - Number(said));
      text.setAttribute('textLength', said);
      most = Math.max(most, off);
      if (off > 0.5) faults.push(`${JSON.stringify(text.textContent)} is ${off.toFixed(2)} px off its ${said}`);
    }
    sheet.remove();
    return { figure: most, faults };
  }, measured);
}
