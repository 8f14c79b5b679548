// Opening a finished log of a million lines and searching in it, through the store's real worker, beside reading the
// plain file. Opening is what a window asks for first: its last lines from a store that has just been opened.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../electron/app/store-port.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { builtApplication } from '../support/built-application.ts';
import { storeDirectory } from '../support/store-in-process.ts';
import { sampleRun } from '../support/store-samples.ts';
import { rmanLog } from './rman-log.ts';
import { median, ms, timed, times, type Row } from './row.ts';

const LINES = 1_000_000;
const SCREEN = 500;
const LINES_PER_APPEND = 1_000;
const ROUNDS = 5;
const FIRST_SCREEN_MS = 150;
const SEARCH_MS = 500;
const MISSING = 'ora-00600';

export async function measure(): Promise<Row[]> {
  const { dist } = await builtApplication();
  const directory = storeDirectory();
  try {
    const open = () =>
      openStore({ path: directory.file, now: Date.now, workerFile: join(dist, 'electron/store-worker.cjs') });
    const log = rmanLog(LINES);
    const plain = join(directory.path, 'plain.log');
    writeFileSync(plain, `${log.join('\n')}\n`);
    const runId = await keep(open, log);
    const reading = await repeated(() => readFileSync(plain, 'utf8').split('\n').slice(-SCREEN));
    const searching = await repeated(() => readFileSync(plain, 'utf8').toLowerCase().indexOf(MISSING));
    return [
      row(`first screen of ${LINES} lines`, await firstScreen(open, runId), 'reading the file', reading, FIRST_SCREEN_MS),
      ...(await searches(open, runId, log, searching)),
    ];
  } finally {
    directory.remove();
  }
}

async function keep(open: () => Promise<Store>, log: string[]): Promise<string> {
  const store = await open();
  const stored = sampleRun({ state: 'succeeded', lines: log.length });
  await store.runs.insert(stored);
  for (let from = 0; from < log.length; from += LINES_PER_APPEND) {
    await store.logs.append(stored.run.id, from, log.slice(from, from + LINES_PER_APPEND));
  }
  await store.logs.seal(stored.run.id, log.length);
  await store.close();
  return stored.run.id;
}

/** The run and its last lines, each time from a store that has read nothing yet. */
async function firstScreen(open: () => Promise<Store>, runId: string): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const store = await open();
    took.push(
      await timed(async () => {
        const [run, end] = await Promise.all([
          store.runs.get(runId),
          store.logs.lines(runId, LINES - SCREEN, SCREEN),
        ]);
        if (!run || end.lines.at(-1) !== 'Recovery Manager complete.') throw new Error('the last lines are not there');
      }),
    );
    await store.close();
  }
  return median(took);
}

async function searches(open: () => Promise<Store>, runId: string, log: string[], baseline: number): Promise<Row[]> {
  const late = log.findLastIndex((line) => line.startsWith('piece handle='));
  const wanted = [
    { what: 'one line near the end', text: /NOMINA_20260301_\w+/.exec(log[late]!)![0], line: late, matches: 1 },
    {
      what: 'a word on every other line',
      text: 'channel',
      line: log.findIndex((line) => line.includes('channel')),
      matches: log.filter((line) => line.toLowerCase().includes('channel')).length,
    },
    { what: 'a code that is nowhere', text: MISSING, line: null, matches: 0 },
  ];
  const rows: Row[] = [];
  for (const { what, text, line, matches } of wanted) {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const store = await open();
      const begin = performance.now();
      const found = await store.logs.find(runId, text, 0, false);
      took.push(performance.now() - begin);
      await store.close();
      if (found.line !== line || found.matches !== matches) {
        throw new Error(`${text}: line ${found.line} and ${found.matches} matches were found, not line ${line}`);
      }
    }
    rows.push(row(`search in it: ${what}`, median(took), 'reading the file, indexOf', baseline, SEARCH_MS));
  }
  return rows;
}

async function repeated(work: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) took.push(await timed(work));
  return median(took);
}

function row(what: string, own: number, name: string, baseline: number, budget: number): Row {
  return {
    what,
    measured: ms(own),
    baseline: `${name} ${ms(baseline)} (${times(own / baseline)})`,
    budget: `< ${budget} ms`,
    ok: own < budget,
  };
}
