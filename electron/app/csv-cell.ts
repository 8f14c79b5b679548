// One cell of a CSV file (RFC 4180).

/** The value as a cell, quoted where it must be. Unknown is empty. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  // A spreadsheet runs a cell that starts like a formula; texts of a log are not ours to trust.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
