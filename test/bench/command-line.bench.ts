// Wall time of the commands that need no profile, beside a Node that does nothing.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newStrategySpec } from '../../shared/domain/strategy.ts';
import { builtApplication } from '../support/built-application.ts';
import { rmanLog } from './rman-log.ts';
import { median, ms, timed, times, type Row } from './row.ts';

const ROUNDS = 9;
const LOG_LINES = 2_000;
/** "Well under a second" on a slow machine. */
const BUDGET_MS = 500;

const node = (...args: string[]) => promisify(execFile)(process.execPath, args);

export async function measure(): Promise<Row[]> {
  const { cli } = await builtApplication();
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-bench-'));
  try {
    const log = join(folder, 'level0.log');
    writeFileSync(log, `${rmanLog(LOG_LINES).join('\n')}\n`);
    const strategy = join(folder, 'strategy.json');
    writeFileSync(strategy, JSON.stringify({ ...newStrategySpec(), name: 'Semanal' }));
    return await compared({
      [`respaldo explain, ${LOG_LINES} lines`]: [cli, 'explain', log],
      'respaldo script, from a file': [cli, 'script', strategy],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Alternating, so that a busy moment of the machine meets all of them. */
async function compared(commands: Record<string, string[]>): Promise<Row[]> {
  const bare: number[] = [];
  const own = Object.entries(commands).map(([what, args]) => ({ what, args, took: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await timed(() => node('-e', '0')));
    for (const { args, took } of own) took.push(await timed(() => node(...args)));
  }
  const baseline = median(bare);
  return own.map(({ what, took }) => ({
    what,
    measured: ms(median(took)),
    baseline: `node -e 0 ${ms(baseline)} (${times(median(took) / baseline)})`,
    budget: `< ${BUDGET_MS} ms`,
    ok: median(took) < BUDGET_MS,
  }));
}
