// The table of figures, and what misses its target.

/** Faults listed for each figure; the rest are counted. */
const SHOWN = 6;

/** How many figures were measured. */
export function figuresOf(audits) {
  return audits.reduce((sum, { results }) => sum + Object.keys(results).length, 0);
}

function told(result) {
  if (!result) return '·';
  const figure = Number.isInteger(result.figure) ? String(result.figure) : result.figure.toFixed(2);
  return result.faults.length > 0 ? `${figure}!` : figure;
}

/** Prints all figures, then the faults; gives the number of targets missed. */
export function print(audits) {
  const columns = [...new Set(audits.flatMap(({ results }) => Object.keys(results)))];
  const rows = [['picture', ...columns], ...audits.map(({ name, results }) => [name, ...columns.map((key) => told(results[key]))])];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '));
  }
  let failed = 0;
  for (const { name, results } of audits) {
    for (const [key, { faults }] of Object.entries(results).filter(([, { faults }]) => faults.length > 0)) {
      failed += 1;
      console.log(`\n${name}: ${key}`);
      for (const fault of faults.slice(0, SHOWN)) console.log(`  ${fault}`);
      if (faults.length > SHOWN) console.log(`  and ${faults.length - SHOWN} more`);
    }
  }
  return failed;
}
