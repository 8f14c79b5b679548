// What `npm test` consists of, in order, and how each part is run and counted.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/build.mjs';
import { inRoot, root } from '../places.mjs';
import { start } from '../processes.mjs';
import { withDisplay } from './display.mjs';
import { withMessageBus } from './message-bus.mjs';

/**
 * Each stage gives the number of tests that passed and failed; what counts no tests fails as one.
 * @typedef {{passed: number, failed: number}} Counts
 * @type {{name: string, title: string, needsElectron?: boolean, needsSsh?: boolean, run: () => Promise<Counts>}[]}
 */
export const stages = [
  { name: 'lint', title: 'eslint', run: () => check('eslint/bin/eslint.js', ['.', '--max-warnings=0']) },
  { name: 'types', title: 'tsc', run: () => check('typescript/bin/tsc', ['--noEmit']) },
  // Before the tests: the store's worker and the simulated RMAN are run as they ship.
  { name: 'build', title: 'vite', run: bundle },
  { name: 'unit', title: 'vitest', run: () => vitest('unit') },
  { name: 'integration', title: 'vitest', needsSsh: true, run: () => vitest('integration') },
  { name: 'e2e', title: 'playwright in Electron', needsElectron: true, run: endToEnd },
];

async function check(tool, args) {
  const code = await tell(process.execPath, [inRoot('node_modules', tool), ...args]);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

async function bundle() {
  try {
    await build();
    return { passed: 0, failed: 0 };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

function vitest(project) {
  return counted(async (resultFile) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
    const vitestProgram = inRoot('node_modules/vitest/vitest.mjs');
    const code = await tell(process.execPath, [vitestProgram, 'run', '--project', project, ...reporters]);
    return { code, count: (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests }) };
  });
}

function endToEnd() {
  const playwright = [inRoot('node_modules/playwright/cli.js'), 'test', '-c', inRoot('test/e2e/playwright.config.ts')];
  return counted((resultFile) =>
    withDisplay((display) =>
      withMessageBus(display, async (env) => {
        const code = await tell(process.execPath, playwright, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile });
        return { code, count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }) };
      }),
    ),
  );
}

/** Runs a test runner that writes a result file; a failure that no test accounts for counts as one. */
async function counted(runTests) {
  const folder = mkdtempSync(join(tmpdir(), 'respaldo-test-'));
  try {
    const resultFile = join(folder, 'result.json');
    const { code, count } = await runTests(resultFile);
    const { passed, failed } = countsIn(resultFile, count);
    return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsIn(resultFile, count) {
  try {
    return count(JSON.parse(readFileSync(resultFile, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Runs a tool that speaks for itself on our own terminal. */
function tell(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 128));
  });
}
