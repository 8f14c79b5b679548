// Going from match to match in a log, around its ends. Knows no screen.
import type { LogSource } from './log-source.ts';

/** `around` when the search went on at the other end of the log. */
export type Match = { line: number | null; matches: number; around: 'top' | 'bottom' | null };

/**
 * The next match after `line` (backwards: before it), or at it when `inclusive`; around the end when there is none.
 * @throws what the source throws
 */
export async function findMatch(
  source: Pick<LogSource, 'find' | 'total'>,
  text: string,
  line: number,
  direction: { backwards: boolean; inclusive: boolean },
): Promise<Match> {
  const { backwards, inclusive } = direction;
  const from = inclusive ? line : backwards ? line - 1 : line + 1;
  const last = Math.max(0, source.total() - 1);
  const beyond = backwards ? from < 0 : from > last;
  if (!beyond) {
    const found = await source.find(text, from, backwards);
    if (found.line !== null || found.matches === 0) return { ...found, around: null };
  }
  const again = await source.find(text, backwards ? last : 0, backwards);
  return { ...again, around: again.line === null ? null : backwards ? 'bottom' : 'top' };
}
