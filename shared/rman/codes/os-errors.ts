// Which operating-system number means what on which platform (reference §4.9: map the number, never the text).
import { linuxErrors } from './system/linux-errors.ts';
import type { OsErrorEntry } from './system/os-error-entry.ts';
import { posixErrors } from './system/posix-errors.ts';
import { posixLimitErrors } from './system/posix-limit-errors.ts';
import { windowsDeviceErrors } from './system/windows-device-errors.ts';
import { windowsErrors } from './system/windows-errors.ts';

/** The platform of the database host, as its error lines show it; `unix` is AIX, Solaris or HP-UX. */
export type OsPlatform = 'linux' | 'unix' | 'windows';

/** An operating-system error number with its name and its explanation in both languages. */
export type OsErrorExplanation = OsErrorEntry & { readonly platform: OsPlatform };

const byNumber = (...tables: readonly (readonly OsErrorEntry[])[]): ReadonlyMap<number, OsErrorEntry> =>
  new Map(tables.flat().map((entry) => [entry.number, entry]));

// Above 34 each Unix numbers its errors in its own way (ETIMEDOUT: Linux 110, AIX 78), so only Linux has those.
const ENTRIES: Readonly<Record<OsPlatform, ReadonlyMap<number, OsErrorEntry>>> = {
  linux: byNumber(posixErrors, posixLimitErrors, linuxErrors),
  unix: byNumber(posixErrors, posixLimitErrors),
  windows: byNumber(windowsErrors, windowsDeviceErrors),
};

/**
 * What an operating-system error number means: errno 28 on Linux, `OS 112` on Windows. The same number means different
 * things on different platforms, so give the platform whenever the log tells it. `undefined` for a number not listed.
 */
export const explainOsError = (number: number, platform: OsPlatform = 'linux'): OsErrorExplanation | undefined => {
  const entry = ENTRIES[platform].get(number);
  return entry === undefined ? undefined : { ...entry, platform };
};
