// Boxes and lines on paper, in pixels. A box is `{x0, y0, x1, y1}`; a segment is `[ax, ay, bx, by]`.

/** The straight segments of an SVG path; curves are cut into chords. Throws on a command it does not know. */
export function segments(d) {
  const tokens = d.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const out = [];
  let at = [0, 0];
  let start = [0, 0];
  let command = '';
  let next = 0;
  const number = () => Number(tokens[next++]);
  const to = (x, y) => {
    out.push([at[0], at[1], x, y]);
    at = [x, y];
  };
  while (next < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[next])) command = tokens[next++];
    const relative = command === command.toLowerCase();
    const [ox, oy] = relative ? at : [0, 0];
    switch (command.toUpperCase()) {
      case 'M':
        at = start = [ox + number(), oy + number()];
        command = relative ? 'l' : 'L';
        break;
      case 'L':
        to(ox + number(), oy + number());
        break;
      case 'H':
        to(ox + number(), at[1]);
        break;
      case 'V':
        to(at[0], oy + number());
        break;
      case 'Q': {
        const [from, tip, end] = [at, [ox + number(), oy + number()], [ox + number(), oy + number()]];
        for (const t of [0.25, 0.5, 0.75, 1]) {
          const along = (axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * tip[axis] + t ** 2 * end[axis];
          to(along(0), along(1));
        }
        break;
      }
      case 'A':
        next += 5;
        to(ox + number(), oy + number());
        break;
      case 'Z':
        to(start[0], start[1]);
        break;
      default:
        throw new Error(`unknown path command ${command} in ${d}`);
    }
  }
  return out;
}

/** How deep two boxes lie in each other, in the direction in which that is less; 0 or less where they are apart. */
export function depth(a, b) {
  return Math.min(Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0), Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0));
}

/** A box with every edge moved out by `by`. */
export function grown(box, by) {
  return { x0: box.x0 - by, y0: box.y0 - by, x1: box.x1 + by, y1: box.y1 + by };
}

/** The box around a segment. */
export function around([ax, ay, bx, by]) {
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

/** Whether a segment passes through the inside of a box (Liang and Barsky's clipping). */
export function passes([ax, ay, bx, by], box) {
  let [enter, leave] = [0, 1];
  const edges = [
    [ax - bx, ax - box.x0],
    [bx - ax, box.x1 - ax],
    [ay - by, ay - box.y0],
    [by - ay, box.y1 - ay],
  ];
  for (const [direction, distance] of edges) {
    if (direction === 0) {
      if (distance <= 0) return false;
    } else if (direction < 0) {
      enter = Math.max(enter, distance / direction);
    } else {
      leave = Math.min(leave, distance / direction);
    }
  }
  return enter < leave;
}

/** Whether two segments cross, each in the other's inside; touching ends and lines along each other do not count. */
export function cross(s, t) {
  const side = ([ax, ay, bx, by], x, y) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const apart = (u, v) => {
    const [a, b] = [side(u, v[0], v[1]), side(u, v[2], v[3])];
    return Math.min(Math.abs(a), Math.abs(b)) > 1e-6 && a > 0 !== b > 0;
  };
  return apart(s, t) && apart(t, s);
}

/** Finds things by place: calls `visit(a, b)` once for each `a` of `left` and `b` of `right` whose boxes meet. */
export function meeting(left, right, visit) {
  const CELL = 64;
  const cells = new Map();
  const each = (box, act) => {
    for (let row = Math.floor(box.y0 / CELL); row <= Math.floor(box.y1 / CELL); row++) {
      for (let column = Math.floor(box.x0 / CELL); column <= Math.floor(box.x1 / CELL); column++) {
        act(`${row} ${column}`);
      }
    }
  };
  for (const thing of right) {
    each(thing.box, (key) => (cells.get(key) ?? cells.set(key, []).get(key)).push(thing));
  }
  for (const thing of left) {
    const near = new Set();
    each(thing.box, (key) => cells.get(key)?.forEach((other) => near.add(other)));
    for (const other of near) {
      if (other !== thing && depth(thing.box, other.box) >= 0) visit(thing, other);
    }
  }
}
