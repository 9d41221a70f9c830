// Contrast as WCAG 2 reckons it, from computed colours.

function luminance(colour) {
  const parts = colour.match(/^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/);
  if (!parts || (parts[4] && Number(parts[4]) < 1)) throw new Error(`no opaque colour: ${colour}`);
  const [red, green, blue] = parts.slice(1, 4).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours, 1 to 21. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour of the sheet: the first rectangle. */
export function paper({ drawn }) {
  return drawn.find((thing) => thing.tag === 'rect').fill;
}

/** The least of some ratios, and the first few that are below `least`. */
export function worstContrast(rated, least) {
  const low = rated.filter(({ ratio }) => ratio < least);
  return {
    figure: Math.min(...rated.map(({ ratio }) => ratio)),
    faults: low.slice(0, 10).map(({ ratio, name }) => `${name} has ${ratio.toFixed(2)}:1`),
  };
}
