// Judges the FORMAT strings of backup pieces before RMAN sees them; writes no script and looks at no disk.
import type { FieldProblemCode } from '../errors/field-problem.ts';
import type { ErrorParams } from '../errors/app-error.ts';

type FormatProblem = { code: FieldProblemCode; params: ErrorParams };

/** What a format names: pieces on disk, pieces on tape (names of the media manager's), or image copies. */
export type FormatKind = 'piece' | 'tape' | 'copy';

/**
 * The elements of piece formats with the most characters each can become (reference §2.8). %b, %f, %N, %e, %h and %a
 * belong to image copies, %F to control-file autobackups: in a piece format they are errors. Case matters.
 */
const LONGEST: Readonly<Record<string, number>> = {
  // prettier-ignore
  U: 24, u: 8, s: 10, p: 5, c: 1, t: 10, T: 8, Y: 4, M: 2, D: 2, d: 8, n: 8, I: 10, '%': 1,
};

/** `%U` of a copy is `data_D-%d_I-%I_TS-%N_FNO-%f_%u`. A set's elements %s, %p, %c and %t mean nothing there. */
const LONGEST_OF_COPIES: Readonly<Record<string, number>> = {
  // prettier-ignore
  U: 88, u: 8, T: 8, Y: 4, M: 2, D: 2, d: 8, n: 8, I: 10, N: 30, f: 5, b: 100, '%': 1,
};

/** `%F` is `c-IIIIIIIIII-YYYYMMDD-QQ`; the file must be found without a control file, so it must be there. */
const LONGEST_OF_AUTOBACKUPS: Readonly<Record<string, number>> = { F: 24, d: 8, n: 8, I: 10, '%': 1 };

/** V$BACKUP_PIECE.HANDLE (reference §2.1) and a file name on every common file system. */
const MOST_BYTES = 512;
const MOST_NAME_BYTES = 255;

const ABSOLUTE = /^(\/|\+[A-Za-z]|[A-Za-z]:[\\/]|\\\\[^\\])/;
/** ASM alone makes up its own unique names below a bare disk group. */
const DISK_GROUP = /^\+[A-Za-z][A-Za-z0-9_]*$/;
/** `$HOME`, `${HOME}`, `~/`, `%ORACLE_BASE%\`; `d$` of a Windows share and `%d_%T` are none. */
const ENVIRONMENT = /\$[A-Za-z_{(]|^~|%[A-Za-z_][A-Za-z0-9_]+%(?=[\\/]|$)/;

/** What is wrong with a format; empty when RMAN would make unique, well-placed names of it (reference §2.8). */
export function formatProblems(format: string, kind: FormatKind = 'piece'): FormatProblem[] {
  const longest = kind === 'copy' ? LONGEST_OF_COPIES : LONGEST;
  const { name } = formatParts(format);
  const place = placeProblem(format, name, kind === 'tape');
  if (place) return [place];
  return [
    ...characterProblems(format),
    ...specifierProblems(format, longest),
    ...uniquenessProblems(format, name, kind),
    ...lengthProblems(format, name, longest),
  ];
}

/** What is wrong with the format of control-file autobackups. */
export function autobackupFormatProblems(format: string, tape: boolean): FormatProblem[] {
  const { name } = formatParts(format);
  const place = placeProblem(format, name, tape);
  if (place) return [place];
  const found = elementsOf(DISK_GROUP.test(format) ? '%F' : name).includes('F');
  return [
    ...characterProblems(format),
    ...specifierProblems(format, LONGEST_OF_AUTOBACKUPS),
    ...(found ? [] : [{ code: 'format.autobackup' as const, params: {} }]),
    ...lengthProblems(format, name, LONGEST_OF_AUTOBACKUPS),
  ];
}

/** On tape the names are the media manager's: there are no directories. */
function placeProblem(format: string, name: string, tape: boolean): FormatProblem | null {
  if (ENVIRONMENT.test(format)) return { code: 'format.environment', params: {} };
  if (tape) return null;
  if (!ABSOLUTE.test(format)) return { code: 'format.relative', params: {} };
  const directory = name === '' && !DISK_GROUP.test(format);
  return directory ? { code: 'format.directory', params: { example: `${format}%d_%U` } } : null;
}

/**
 * The directory of a format and the file name in it. RMAN creates no directories on a file system, so this one must
 * exist; it may hold elements such as `%d`. Of a disk group the directory is the format itself and the name is empty.
 */
export function formatParts(format: string): { directory: string; name: string } {
  if (DISK_GROUP.test(format)) return { directory: format, name: '' };
  const windows = /^([A-Za-z]:|\\\\)/.test(format);
  const end = windows ? Math.max(format.lastIndexOf('/'), format.lastIndexOf('\\')) : format.lastIndexOf('/');
  const directory = format.slice(0, end);
  // `/x_%U` lies in the root, and `C:` without its separator would be whatever directory the process is in.
  const root = directory === '' || directory.endsWith(':');
  return { directory: root ? format.slice(0, end + 1) : directory, name: format.slice(end + 1) };
}

/** True when `text` holds a format element: what it becomes is known to RMAN alone. */
export const hasElements = (text: string): boolean => /%[^%]/.test(text.replaceAll('%%', ''));

/** The elements of a format in their order, without their percent signs; a lone `%` at the end gives `''`. */
const elementsOf = (format: string): string[] => [...format.matchAll(/%(.?)/gsu)].map((match) => match[1] ?? '');

// `#` starts a comment "anywhere" for RMAN; the others are wildcards or forbidden in file names on Windows.
function characterProblems(format: string): FormatProblem[] {
  const found = /[*?<>|#]/.exec(format)?.[0];
  return found === undefined ? [] : [{ code: 'format.characters', params: { found } }];
}

function specifierProblems(format: string, longest: Readonly<Record<string, number>>): FormatProblem[] {
  const unknown = [...new Set(elementsOf(format))].filter((element) => !Object.hasOwn(longest, element));
  return unknown.map((element) => ({ code: 'format.unknown-specifier', params: { specifier: `%${element}` } }));
}

// Only the name counts: a directory that is new for each piece would have to exist before the piece.
function uniquenessProblems(format: string, name: string, kind: FormatKind): FormatProblem[] {
  if (kind !== 'tape' && DISK_GROUP.test(format)) return [];
  const used = new Set(elementsOf(name));
  if (kind === 'copy') return used.has('U') || used.has('u') ? [] : [{ code: 'format.copy-unique', params: {} }];
  const unique = used.has('U') || (used.has('p') && (used.has('u') || (used.has('s') && used.has('t'))));
  return unique ? [] : [{ code: 'format.not-unique', params: {} }];
}

function lengthProblems(format: string, name: string, longest: Readonly<Record<string, number>>): FormatProblem[] {
  const whole = longestBytes(format, longest);
  if (whole > MOST_BYTES) return [{ code: 'format.too-long', params: { length: whole, max: MOST_BYTES } }];
  const last = longestBytes(name, longest);
  return last > MOST_NAME_BYTES ? [{ code: 'format.too-long', params: { length: last, max: MOST_NAME_BYTES } }] : [];
}

/** The most bytes that a text can have in UTF-8 once its elements are expanded. */
function longestBytes(text: string, longest: Readonly<Record<string, number>>): number {
  const elements = elementsOf(text).reduce((sum, element) => sum + (longest[element] ?? 0), 0);
  return elements + new TextEncoder().encode(text.replaceAll(/%.?/gsu, '')).length;
}
