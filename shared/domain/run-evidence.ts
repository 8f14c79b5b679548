// The errors and pieces of a verdict as rows: one for each thing that a person would look for in a table. Pure.
import type { Verdict } from './verdict.ts';
import type { ErrorStack, RootCause } from './log-facts.ts';
import type { PieceFound } from './piece.ts';

/** One error or warning of a run. `number` from 1, in the order of the log; at most one is the root. */
export type RunError = {
  number: number;
  severity: 'error' | 'strong' | 'warning' | 'info';
  isRoot: boolean;
  code: string | null;
  text: string;
  /** All codes of the same stack, in order. */
  codes: string[];
  line: number | null;
  command: string | null;
  channel: string | null;
  object: string | null;
};

/** One file that a run wrote, and whether it was there afterwards (`null`: nobody could look). */
export type RunPiece = {
  number: number;
  form: 'piece' | 'copy' | 'dump';
  handle: string;
  tag: string | null;
  kind: string;
  level: number | null;
  set: number | null;
  channel: string | null;
  found: boolean | null;
  bytes: number | null;
  line: number | null;
};

/** Errors of every stack, then the warnings; a root cause that no stack has stands first. */
export function errorsOf(verdict: Verdict): RunError[] {
  const root = verdict.rootCause;
  const rows = [
    ...verdict.stacks.map((stack) => stackRow(stack, root)),
    ...verdict.warnings.map((warning) => ({
      severity: warning.severity,
      isRoot: isRoot(root, warning.code, warning.lineNumber),
      code: warning.code ?? warning.event,
      text: warning.text,
      codes: warning.code === null ? [] : [warning.code],
      line: warning.lineNumber,
      command: null,
      channel: null,
      object: null,
    })),
  ];
  if (root && !rows.some((row) => row.isRoot)) rows.unshift(rootRow(root));
  return rows.map((row, index) => ({ number: index + 1, ...row }));
}

type Row = Omit<RunError, 'number'>;

function stackRow(stack: ErrorStack, root: RootCause | null): Row {
  const cause = stack.rootCause;
  return {
    severity: stack.kind === 'datapump' && stack.severity === 'info' ? 'info' : 'error',
    isRoot: cause !== null && isRoot(root, cause.code, cause.lineNumber),
    code: cause?.code ?? stack.codes[0] ?? null,
    text: cause?.text ?? stack.lines[0]?.text ?? '',
    codes: stack.codes,
    line: cause?.lineNumber ?? stack.lineNumber,
    command: cause?.command ?? null,
    channel: cause?.channel ?? null,
    object: objectOf(cause),
  };
}

const rootRow = (root: RootCause): Row => ({
  severity: 'error',
  isRoot: true,
  code: root.code,
  text: root.text,
  codes: [root.code],
  line: root.lineNumber,
  command: root.command,
  channel: root.channel,
  object: objectOf(root),
});

const isRoot = (root: RootCause | null, code: string | null, line: number | null): boolean =>
  root !== null && root.code === code && root.lineNumber === line;

function objectOf(cause: RootCause | null): string | null {
  const object = cause?.object;
  if (!object) return null;
  return object.name ?? (object.fileNumber === null ? null : `file ${object.fileNumber}`);
}

/** Pieces, image copies and dump files, each with what a look at the disk found under its name. */
export function piecesOf(verdict: Verdict, found: readonly PieceFound[]): RunPiece[] {
  const looked = new Map(found.map((one) => [one.handle, one]));
  const seen = (handle: string) => {
    const one = looked.get(handle);
    return { handle, found: one?.exists ?? null, bytes: one?.bytes ?? null };
  };
  const rows: Omit<RunPiece, 'number'>[] = [
    ...verdict.pieces.map(({ handle, tag, kind, level, set, channel, lineNumber }) => (
      { form: 'piece' as const, ...seen(handle), tag, kind, level, set, channel, line: lineNumber })),
    ...verdict.copies.map(({ handle, tag, kind, channel, lineNumber }) => (
      { form: 'copy' as const, ...seen(handle), tag, kind, level: null, set: null, channel, line: lineNumber })),
    ...verdict.dumpFiles.map((handle) => (
      { form: 'dump' as const, ...seen(handle), tag: null, kind: 'unknown', level: null, set: null, channel: null, line: null })),
  ];
  return rows.map((row, index) => ({ number: index + 1, ...row }));
}
