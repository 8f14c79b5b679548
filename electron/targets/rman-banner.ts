// Reads the lines with which the RMAN client presents itself; starts nothing.

/** The release of the client, as in `19.31.0.0.0`; `null` when the text is no banner of RMAN (reference §1.4). */
export function releaseOf(output: string): string | null {
  // We ask in English (NLS_LANG); a Spanish client still puts a blank before the colon.
  const banner = /^Recovery Manager\s*: Release (\d+(?:\.\d+)+)/m.exec(output)?.[1];
  if (banner === undefined) return null;
  return /^Version (\d+(?:\.\d+)+)\s*$/m.exec(output)?.[1] ?? banner;
}

/** True when `release` is older than `than`, compared number by number. */
export function isOlder(release: string, than: string): boolean {
  const [left, right] = [release, than].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (const [index, wanted] of right.entries()) {
    const found = left[index] ?? 0;
    if (found !== wanted) return found < wanted;
  }
  return false;
}
