// How fast a log becomes a verdict, beside merely cutting the same bytes into lines.
import { judge } from '../../shared/rman/log/judge.ts';
import { rmanLog } from './rman-log.ts';
import { linesPerSecond, median, times, type Row } from './row.ts';

const LINES = 500_000;
const ROUNDS = 5;
/** Five times what a followed log has to bring, so that judging is never what following waits for. */
const BUDGET_LINES_PER_MS = 250;

export function measure(): Row[] {
  const log = new TextEncoder().encode(`${rmanLog(LINES).join('\n')}\n`);
  const judged: number[] = [];
  const split: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    split.push(timeOf(() => new TextDecoder().decode(log).split('\n').length - 1));
    judged.push(timeOf(() => judge({ log, exitCode: 0, signal: null, cancelled: false, pieces: null }).counts.lines));
  }
  const [own, bare] = [median(judged), median(split)];
  return [
    {
      what: `judging a log of ${LINES} lines`,
      measured: linesPerSecond(LINES, own),
      baseline: `cutting into lines ${linesPerSecond(LINES, bare)} (${times(own / bare)} the time)`,
      budget: `≥ ${BUDGET_LINES_PER_MS} k lines/s`,
      ok: LINES / own >= BUDGET_LINES_PER_MS,
    },
  ];
}

/** Milliseconds of `work`, which must have seen every line. */
function timeOf(work: () => number): number {
  const begin = performance.now();
  const lines = work();
  const took = performance.now() - begin;
  if (lines !== LINES) throw new Error(`${lines} lines were seen, not ${LINES}`);
  return took;
}
