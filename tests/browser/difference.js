// How far apart colours look: CIEDE2000, for normal eyes and for three kinds of colour blindness.

/**
 * What dichromats see, as matrices on linear RGB: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of
 * Color Vision Deficiency, 2009, at full severity.
 */
const VISIONS = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const TO_XYZ = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]];
const WHITE = [0.95047, 1, 1.08883];

const times = (matrix, vector) => matrix.map((row) => row.reduce((sum, part, at) => sum + part * vector[at], 0));

function linear(colour) {
  const parts = colour.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
  if (!parts) throw new Error(`no opaque colour: ${colour}`);
  return parts.slice(1).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
}

function lab(rgb) {
  const [x, y, z] = times(TO_XYZ, rgb.map((part) => Math.min(1, Math.max(0, part)))).map((part, at) => {
    const share = part / WHITE[at];
    return share > 216 / 24389 ? Math.cbrt(share) : (24389 / 27 * share + 16) / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const degrees = (angle) => (angle * 180 / Math.PI + 360) % 360;
const sine = (angle) => Math.sin(angle * Math.PI / 180);
const cosine = (angle) => Math.cos(angle * Math.PI / 180);

/** CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal, 2005). */
export function ciede2000([l1, a1, b1], [l2, a2, b2]) {
  const seventh = (value) => Math.sqrt(value ** 7 / (value ** 7 + 25 ** 7));
  const stretch = 1 + 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)];
  const [h1, h2] = [[a1, b1], [a2, b2]].map(([a, b]) => (a === 0 && b === 0 ? 0 : degrees(Math.atan2(b, stretch * a))));
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const sum = h1 + h2;
  const hue = grey ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : (sum < 360 ? sum + 360 : sum - 360) / 2;
  const [light, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const weight = 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) - 0.2 * cosine(4 * hue - 63);
  const inLight = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / Math.sqrt(20 + (light - 50) ** 2));
  const inChroma = (c2 - c1) / (1 + 0.045 * chroma);
  const inHue = 2 * Math.sqrt(c1 * c2) * sine(turn / 2) / (1 + 0.015 * chroma * weight);
  const rotation = -2 * seventh(chroma) * sine(60 * Math.exp(-(((hue - 275) / 25) ** 2)));
  return Math.sqrt(inLight ** 2 + inChroma ** 2 + inHue ** 2 + rotation * inChroma * inHue);
}

/** Every pair of these colours under every vision: `{vision, one, other, by}`. */
export function differences(colours) {
  return Object.entries(VISIONS).flatMap(([vision, matrix]) => {
    const seen = colours.map((colour) => lab(times(matrix, linear(colour))));
    return colours.flatMap((one, at) => colours.slice(0, at).map((other, before) => (
      { vision, one, other, by: ciede2000(seen[at], seen[before]) }
    )));
  });
}
