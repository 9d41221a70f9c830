// What the browser made of a picture. The function runs inside the page.

/** Everything drawn, as plain values in pixels of the paper. */
export function probe() {
  const svg = document.documentElement;
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas').getContext('2d');
  const toPaper = svg.getScreenCTM().inverse();
  const things = [];

  const corners = (element, { x, y, width, height }) => {
    const matrix = toPaper.multiply(element.getScreenCTM());
    const ends = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((point) => point.matrixTransform(matrix));
    return {
      x0: Math.min(ends[0].x, ends[1].x),
      y0: Math.min(ends[0].y, ends[1].y),
      x1: Math.max(ends[0].x, ends[1].x),
      y1: Math.max(ends[0].y, ends[1].y),
    };
  };
  // The advance across, the ink up and down: the box of a font's line is taller than what is printed.
  const ink = (element, look) => {
    const runs = element.children.length > 0 ? [...element.childNodes] : [element];
    let [above, below] = [0, 0];
    for (const run of runs) {
      const font = run.nodeType === Node.ELEMENT_NODE ? getComputedStyle(run) : look;
      // The browser rounds ink outwards to whole pixels; of type this much larger that is little.
      const enlarged = 32;
      canvas.font = `${font.fontWeight} ${Number.parseFloat(font.fontSize) * enlarged}px ${font.fontFamily}`;
      const measured = canvas.measureText(run.textContent);
      above = Math.max(above, measured.actualBoundingBoxAscent / enlarged);
      below = Math.max(below, measured.actualBoundingBoxDescent / enlarged);
    }
    const line = element.getBBox();
    const base = Number(element.getAttribute('y'));
    return { x: line.x, width: line.width, y: base - above, height: above + below };
  };

  for (const element of svg.querySelectorAll('text, path, rect, circle, line')) {
    if (element.closest('defs')) continue;
    const look = getComputedStyle(element);
    const tag = element.localName;
    const owner = element.closest('[data-id]');
    const matrix = toPaper.multiply(element.getScreenCTM());
    const stroke = look.stroke === 'none' ? 0 : Number.parseFloat(look.strokeWidth);
    things.push({
      tag,
      role: element.closest('[data-role]')?.dataset.role ?? '',
      id: owner?.dataset.id ?? null,
      link: element.closest('[data-link]')?.dataset.link ?? null,
      date: element.dataset.date ?? null,
      eventDate: owner?.dataset.date ?? null,
      tick: element.closest('[data-role="tick"]')?.dataset.date ?? null,
      box: corners(element, tag === 'text' ? ink(element, look) : element.getBBox()),
      fill: look.fill,
      stroke: look.stroke,
      strokeWidth: stroke,
      hidden: look.display === 'none' || look.visibility !== 'visible' || Number(look.opacity) < 1,
      d: tag === 'path' ? element.getAttribute('d') : null,
      moved: [matrix.a - 1, matrix.b, matrix.c, matrix.d - 1, matrix.e, matrix.f].some((part) => Math.abs(part) > 1e-3),
      text: tag === 'text' ? element.textContent : null,
      size: tag === 'text' ? Number.parseFloat(look.fontSize) * Math.abs(matrix.a) : null,
    });
  }
  const entries = [...svg.querySelectorAll('[data-id]')].map((element) => ({
    id: element.dataset.id,
    role: element.getAttribute('role'),
    name: element.getAttribute('aria-label') ?? '',
    listed: element.parentElement.getAttribute('role') === 'list',
  }));
  // Paints that are patterns or fades, as the colour that they print.
  const paints = {};
  for (const paint of svg.querySelectorAll('defs > [id]')) {
    const line = paint.querySelector('line, stop');
    paints[paint.id] = line.localName === 'stop' ? getComputedStyle(line).stopColor : getComputedStyle(line).stroke;
  }
  const view = svg.viewBox.baseVal;
  return {
    width: view.width,
    height: view.height,
    role: svg.getAttribute('role') ?? '',
    title: svg.querySelector('title')?.textContent ?? '',
    description: svg.querySelector('desc')?.textContent ?? '',
    things,
    entries,
    paints,
  };
}
