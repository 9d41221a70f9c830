// Days from the dates of events, read without the program under test.

const DAY = 86_400_000;

/** The number of a calendar day, counted from 1970. */
export function dayNumber(year, month, day) {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  return time.getTime() / DAY;
}

/** A day number as `2019-05-16`. */
export function isoDay(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/**
 * What an EDTF value says: `{from, to, known}`, both day numbers and `to` inclusive. `known` tells whether the day (of the
 * start, for what lasted) is known. Of what lasted only the start counts.
 */
export function readDate(text) {
  const within = text.match(/^\[(.+)\.\.(.+)\]$/);
  if (within) {
    const [from, to] = [point(within[1]).from, point(within[2]).to];
    return { from, to, known: from === to };
  }
  return point(text.split('/')[0]);
}

function point(text) {
  const parts = text.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/);
  if (!parts) throw new Error(`no date: ${text}`);
  const [year, month, day] = parts.slice(1, 4).map(Number);
  const about = parts[4] === '~';
  if (day) return { from: dayNumber(year, month, day), to: dayNumber(year, month, day), known: !about };
  if (month) return { from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) - 1, known: false };
  return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31), known: false };
}
