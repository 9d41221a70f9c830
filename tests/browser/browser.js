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
