// Every script that a strategy can give is read, and the ready ones are run, by the strict RMAN simulator as a process.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStrategies } from '../../../electron/strategies/demo.ts';
import { newId } from '../../../shared/domain/id.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { buildSimulator } from '../../support/rman-simulator.ts';
import { everyCombination, strategySpec } from '../../support/strategy-specs.ts';

const directory = mkdtempSync(join(tmpdir(), 'respaldo-scripts-'));
let simulator = '';

beforeAll(async () => {
  simulator = await buildSimulator();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

type Ended = { exitCode: number; output: string };

function rman(...args: string[]): Promise<Ended> {
  const env = {
    PATH: process.env['PATH'],
    RESPALDO_SIM_HOME: join(directory, 'simulated'),
    RESPALDO_SIM: JSON.stringify({ version: '19', seconds: 0, failures: [] }),
    NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8',
    NLS_DATE_FORMAT: 'YYYY-MM-DD HH24:MI:SS',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [simulator, ...args], { cwd: directory, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code ?? -1) : 0, output: stdout + stderr });
    });
  });
}

function cmdfile(name: string, text: string): string {
  writeFileSync(join(directory, name), text);
  return name;
}

const script = (spec: Parameters<typeof renderScript>[0]): string =>
  renderScript(spec, { version: 1, commandId: newId(Date.now()) }).text;

describe('the grammar of RMAN', () => {
  test('takes the script of every combination of choices', async () => {
    const specs = everyCombination('/backup/%d_%U');
    const { exitCode, output } = await rman('checksyntax', `cmdfile=${cmdfile('all.rman', specs.map(script).join('\n'))}`);
    expect(output).toContain('The cmdfile has no syntax errors');
    expect(exitCode).toBe(0);
  });

  test('takes odd but good names, paths and placeholders', async () => {
    const spec = strategySpec({
      name: 'Año 2000: {copia} # 1 (ñandú)',
      format: 'D:\\Copias de seguridad\\{%d}, %%_%U',
      tag: 'DELETE',
    });
    const preview = renderScript(spec, { version: null, commandId: null }).text;
    const { exitCode, output } = await rman('checksyntax', `cmdfile=${cmdfile('odd.rman', preview)}`);
    expect(output).toContain('The cmdfile has no syntax errors');
    expect(exitCode).toBe(0);
  });

  test('would refuse a script that is not right', async () => {
    const broken = script(strategySpec({ tag: 'FULL' })).replace("TAG 'FULL'", 'TAG FULL');
    const { exitCode, output } = await rman('checksyntax', `cmdfile=${cmdfile('broken.rman', broken)}`);
    expect(output).toContain('RMAN-00558');
    expect(exitCode).toBe(1);
  });
});

describe('the ready strategies', () => {
  test('run to a good end one after the other, every piece where the format says and under its tag', async () => {
    const pieces = mkdtempSync(join(directory, 'pieces-'));
    for (const spec of demoStrategies(pieces, 'es', { zone: 'UTC', now: 0 })) {
      const before = readdirSync(pieces).length;
      const { exitCode, output } = await rman('target', '/', `cmdfile=${cmdfile('ready.rman', script(spec))}`);
      expect(output).not.toContain('RMAN-00571');
      expect(exitCode).toBe(0);
      const handles = [...output.matchAll(/^piece handle=(.*?)(?: tag=(\S+))? comment=/gm)];
      // The autobackup of the control file goes to the recovery area and has no tag of ours.
      const own = handles.filter(([, handle]) => handle!.startsWith(pieces));
      expect(own.length).toBeGreaterThan(0);
      expect(own.map(([, , tag]) => tag)).toEqual(own.map(() => spec.tag));
      expect(handles.length - own.length).toBeLessThanOrEqual(1);
      expect(readdirSync(pieces).length - before).toBe(own.length);
    }
  });
});
