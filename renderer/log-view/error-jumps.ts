// Where the next error of a log stands: from the verdict when there is one, else by reading on. Knows no screen.
import type { LogLineKind } from '../../shared/domain/log-line.ts';
import { classifyLine } from '../../shared/rman/log/classify-line.ts';
import type { LogSource } from './log-source.ts';

const AT_ONCE = 5000;
const OF_AN_ERROR: ReadonlySet<LogLineKind> = new Set(['header', 'error', 'stack']);

/** The nearest of `lines` (ascending) after `from`, backwards before it; around the end when there is none. */
export function nextOf(lines: readonly number[], from: number, backwards: boolean): number | null {
  const found = backwards ? lines.findLast((line) => line < from) : lines.find((line) => line > from);
  return found ?? (backwards ? lines.at(-1) : lines[0]) ?? null;
}

/** True for the first line of a group of error lines. */
export function beginsError(line: string, before: string | undefined): boolean {
  const kind = classifyLine(line);
  if (kind !== 'error' && kind !== 'header') return false;
  return before === undefined || !OF_AN_ERROR.has(classifyLine(before));
}

/**
 * Reads on from `from` until a group of error lines begins; `null` when none does before the end.
 * @throws what the source throws; DOMException `AbortError` once `signal` says so
 */
export async function scanForError(
  source: Pick<LogSource, 'lines' | 'total'>,
  from: number,
  backwards: boolean,
  signal: AbortSignal,
): Promise<number | null> {
  let at = backwards ? from - 1 : from + 1;
  while (at >= 0 && at < source.total()) {
    const start = backwards ? Math.max(0, at - AT_ONCE + 1) : at;
    const first = Math.max(0, start - 1);
    const lines = await source.lines(first, (backwards ? at + 1 : at + AT_ONCE) - first);
    signal.throwIfAborted();
    const begins = (line: number): boolean =>
      line >= start && lines[line - first] !== undefined && beginsError(lines[line - first] ?? '', lines[line - first - 1]);
    const numbers = Array.from(lines.keys(), (index) => first + index);
    const found = backwards ? numbers.findLast((line) => line <= at && begins(line)) : numbers.find(begins);
    if (found !== undefined) return found;
    if (lines.length === 0) return null;
    at = backwards ? start - 1 : first + lines.length;
  }
  return null;
}
