// Sets rows of text in aligned columns.

/** The rows as lines; every column is as wide as its widest cell, two blanks apart. */
export function columns(rows: string[][]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, [...cell].length)));
  const line = (row: string[]): string =>
    row.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - [...cell].length))).join('  ').trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
