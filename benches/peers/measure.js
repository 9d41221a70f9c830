// What a reader can and cannot read of a drawn picture: the same measure for SVG and HTML, from what the browser drew.

/** Texts, their ink and what cuts it; how much can be focused; how tall it is. Runs in the page. */
export function probe() {
  const canvas = document.createElement('canvas').getContext('2d');
  const root = document.getElementById('picture');
  const texts = [];
  const seen = (element) => {
    for (let at = element; at && at.nodeType === Node.ELEMENT_NODE; at = at.parentElement) {
      const look = getComputedStyle(at);
      if (look.display === 'none' || look.visibility !== 'visible' || Number(look.opacity) === 0) return false;
    }
    return true;
  };
  // The boxes that cut off what leaves them. Those that scroll hide nothing for good, and neither does the page.
  const cutters = (element) => {
    const boxes = [];
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (/hidden|clip/.test(getComputedStyle(at).overflow) || at.localName === 'svg') boxes.push(at.getBoundingClientRect());
    }
    return boxes;
  };
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const owner = node.parentElement;
    if (!node.data.trim() || owner.closest('style, script, title, desc, defs') || !seen(owner)) continue;
    const look = getComputedStyle(owner);
    canvas.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
    const ink = canvas.measureText(node.data);
    const tall = ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent;
    const range = document.createRange();
    range.selectNodeContents(node);
    // A line's rectangle is as tall as the font; letters are less so.
    const lines = [...range.getClientRects()].filter((line) => line.width > 1).map((line) => {
      const scale = line.height / tall;
      const base = line.top + ink.fontBoundingBoxAscent * scale;
      return { x0: line.left, x1: line.right, y0: base - ink.actualBoundingBoxAscent * scale, y1: base + ink.actualBoundingBoxDescent * scale };
    });
    if (lines.length === 0) continue;
    const boxes = cutters(owner);
    const left = lines.map((line) => {
      const width = Math.min(line.x1, ...boxes.map((box) => box.right)) - Math.max(line.x0, ...boxes.map((box) => box.left));
      const height = Math.min(line.y1, ...boxes.map((box) => box.bottom)) - Math.max(line.y0, ...boxes.map((box) => box.top));
      return width <= 0 || height <= 0 ? 'none' : width < line.x1 - line.x0 - 1 || height < line.y1 - line.y0 - 1 ? 'part' : 'all';
    });
    texts.push({
      text: node.data,
      lines,
      colour: owner instanceof SVGElement ? look.fill : look.color,
      hidden: left.every((one) => one === 'none'),
      cut: left.includes('part') || (left.includes('none') && !left.every((one) => one === 'none')),
    });
  }
  return {
    texts,
    focusable: [...root.querySelectorAll('*')].filter((element) => element.tabIndex >= 0 && seen(element)).length,
    links: root.querySelectorAll('[data-link]').length,
    height: Math.max(root.scrollHeight, root.getBoundingClientRect().height),
  };
}

/** How many pairs of texts have ink on each other, by more than the pixel that rounding can make. */
export function overlaps(texts) {
  const boxes = texts.flatMap(({ lines }, text) => lines.map((line) => ({ ...line, text }))).sort((a, b) => a.y0 - b.y0);
  const pairs = new Set();
  boxes.forEach((a, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].y0 < a.y1 - 1; next++) {
      const b = boxes[next];
      const depth = Math.min(Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0), Math.min(a.y1, b.y1) - b.y0);
      if (a.text !== b.text && depth > 1) pairs.add(`${Math.min(a.text, b.text)} ${Math.max(a.text, b.text)}`);
    }
  });
  return pairs.size;
}

/** Texts whose contrast with the commonest colour under them is less than WCAG's 4.5:1, from pictures without the words. */
export async function lowContrast(page, texts) {
  await page.addStyleTag({ content: '#picture *, #picture text, #picture tspan { color: transparent !important; text-shadow: none !important } #picture text, #picture tspan { fill: transparent !important; stroke: none !important }' });
  const bottom = Math.ceil(Math.max(...texts.flatMap(({ lines }) => lines.map((line) => line.y1))));
  let low = 0;
  for (let top = 0; top < bottom; top += STRIP) {
    const within = texts.map(({ lines, colour }) => ({ colour, line: lines[0] })).filter(({ line }) => line.y0 >= top && line.y0 < top + STRIP);
    if (within.length === 0) continue;
    const clip = { x: 0, y: top, width: 1280, height: STRIP + 40 };
    const png = await page.screenshot({ fullPage: true, clip });
    low += await page.evaluate(ratios, { png: png.toString('base64'), top, within });
  }
  return low;
}

const STRIP = 4000;

/** Of these texts, how many have too little contrast. Runs in the page. */
async function ratios({ png, top, within }) {
  const bytes = Uint8Array.from(atob(png), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  canvas.drawImage(bitmap, 0, 0);
  const luminance = (parts) => parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  let low = 0;
  for (const { colour, line } of within) {
    const x = Math.max(0, Math.round(line.x0));
    const width = Math.min(bitmap.width, Math.round(line.x1)) - x;
    const height = Math.round(line.y1 - line.y0);
    if (width < 1 || height < 1) continue;
    const { data } = canvas.getImageData(x, Math.round(line.y0) - top, width, height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const key = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const under = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0].split(',').map(Number);
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    const over = [red, green, blue].map((part, at) => part * alpha + under[at] * (1 - alpha));
    const [dark, light] = [luminance(over), luminance(under)].sort((a, b) => a - b);
    if ((light + 0.05) / (dark + 0.05) < 4.5) low++;
  }
  return low;
}
