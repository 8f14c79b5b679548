// `npm run bench`: runs what lies in test/bench, one process each and one after another, and prints what was measured
// beside its budget. `npm run bench -- parse` runs only the files whose names contain the word.
import { readdirSync } from 'node:fs';
import { build } from './build/build.mjs';
import { inRoot, root } from './places.mjs';
import { start } from './processes.mjs';
import { hasDisplay, withDisplay } from './run/display.mjs';
import { setUpForElectron } from './setup/set-up.mjs';
import { sqliteBindingEnvironment } from './setup/sqlite-binding.mjs';
import { asScript } from './setup/step.mjs';

await asScript(async () => {
  const words = process.argv.slice(2);
  const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
  const files = readdirSync(inRoot('test/bench'))
    .filter((name) => /\.bench\.(mjs|ts)$/.test(name) && wanted(name))
    .sort();
  await setUpForElectron({ display: !hasDisplay(), messageBus: true });
  await build();
  const rows = await withDisplay(async (env) => {
    const measured = [];
    for (const file of files) measured.push(...(await measure(file, { ...env, ...sqliteBindingEnvironment() })));
    return measured;
  });
  print(rows);
  return rows.length > 0 && rows.every(({ ok }) => ok) ? 0 : 1;
});

/**
 * Asks one file for its measurements; its own output passes through.
 * @returns {Promise<{what: string, measured: string, baseline?: string, budget: string, ok: boolean}[]>}
 */
function measure(file, env) {
  return new Promise((resolve) => {
    const args = ['--expose-gc', inRoot('scripts/run/bench-file.mjs'), inRoot('test/bench', file)];
    const child = start(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let rows = [{ what: file, measured: 'failed', budget: '', ok: false }];
    child.on('message', (message) => (rows = message));
    child.once('error', () => resolve(rows));
    child.once('exit', () => resolve(rows));
  });
}

function print(rows) {
  const table = [
    ['what', 'measured', 'baseline', 'budget', ''],
    ...rows.map((row) => [row.what, row.measured, row.baseline ?? '', row.budget, row.ok ? 'ok' : 'OVER']),
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()}\n`);
  }
}
