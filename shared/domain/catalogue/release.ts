// Releases of the database as numbers that compare, and what its banner tells. Pure.

/** `major * 100 + minor`: 11.2 is 1102, 19c is 1900, 26ai (23.26) is 2326. */
export type Release = number;

/** A banner of V$VERSION: which release it is, and the edition where it is named. */
export type Banner = { text: string; release: Release; edition: string | null };

/**
 * Reads `Oracle Database 19c Enterprise Edition Release 19.0.0.0.0 - Production` and its like. `null` for banners of
 * other components. Standard Edition 11.2 names no edition.
 */
export function readBanner(text: string): Banner | null {
  const found = /^(?:Personal )?Oracle (?:AI )?Database\b(.*?)\bRelease (\d+)\.(\d+)/i.exec(text.trim());
  if (!found) return null;
  const [, between = '', major, minor] = found;
  const edition = between.replace(/^\s*\d+\w*/, '').replace(/\bEdition\b/i, '').trim();
  return { text: text.trim(), release: Number(major) * 100 + Number(minor), edition: edition === '' ? null : edition };
}

/** As people write it: `11.2`, `19`, `23.26`. */
export function releaseText(release: Release): string {
  const major = Math.floor(release / 100);
  const minor = release % 100;
  return minor === 0 && major >= 18 ? String(major) : `${major}.${minor}`;
}
