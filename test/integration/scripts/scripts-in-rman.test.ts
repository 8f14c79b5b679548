// Every script that a strategy can give is read, and the ready ones are run, by the strict RMAN simulator as a process.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoStrategies } from '../../../electron/strategies/demo.ts';
import { newId } from '../../../shared/domain/id.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { buildSimulator } from '../../support/rman-simulator.ts';
import { strategyKinds } from '../../support/strategy-kinds.ts';
import { anySpec, everyCombination, strategySpec } from '../../support/strategy-specs.ts';
import { secretStatements } from '../../../shared/rman/secret-statements.ts';

const directory = mkdtempSync(join(tmpdir(), 'respaldo-scripts-'));
let simulator = '';

beforeAll(async () => {
  simulator = await buildSimulator();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A container database with one PDB of the name that the strategies use. */
const PLUGGABLE = { pdbs: ['PDB$SEED', 'PDB1'] };

type Ended = { exitCode: number; output: string };

type World = { version?: string; home?: string; stdin?: string; wallet?: string };

function rman(args: string[], { version = '19', home = 'simulated', stdin, wallet = 'closed' }: World = {}): Promise<Ended> {
  const env = {
    PATH: process.env['PATH'],
    RESPALDO_SIM_HOME: join(directory, home),
    RESPALDO_SIM: JSON.stringify({ version, seconds: 0, failures: [], wallet, database: version === '11.2' ? {} : PLUGGABLE }),
    NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8',
    NLS_DATE_FORMAT: 'YYYY-MM-DD HH24:MI:SS',
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [simulator, ...args], { cwd: directory, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code ?? -1) : 0, output: stdout + stderr });
    });
    child.stdin?.end(stdin ?? '');
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
    const { exitCode, output } = await rman(['checksyntax', `cmdfile=${cmdfile('all.rman', specs.map(script).join('\n'))}`]);
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
    const { exitCode, output } = await rman(['checksyntax', `cmdfile=${cmdfile('odd.rman', preview)}`]);
    expect(output).toContain('The cmdfile has no syntax errors');
    expect(exitCode).toBe(0);
  });

  test('takes the script of any strategy of the whole model', async () => {
    const specs = fc.sample(anySpec, { numRuns: 400, seed: 2026 });
    const { exitCode, output } = await rman(['checksyntax', `cmdfile=${cmdfile('any.rman', specs.map(script).join('\n'))}`]);
    expect(output.slice(-600)).toContain('The cmdfile has no syntax errors');
    expect(exitCode).toBe(0);
  });

  test('would refuse a script that is not right', async () => {
    const broken = script(strategySpec({ tag: 'FULL' })).replace("TAG 'FULL'", 'TAG FULL');
    const { exitCode, output } = await rman(['checksyntax', `cmdfile=${cmdfile('broken.rman', broken)}`]);
    expect(output).toContain('RMAN-00558');
    expect(exitCode).toBe(1);
  });
});

describe('the ready strategies', () => {
  test('run to a good end one after the other, every piece where the format says and under its tag', async () => {
    const pieces = mkdtempSync(join(directory, 'pieces-'));
    for (const spec of demoStrategies(pieces, 'es', { zone: 'UTC', now: 0 })) {
      const before = readdirSync(pieces).length;
      const { exitCode, output } = await rman(['target', '/', `cmdfile=${cmdfile('ready.rman', script(spec))}`]);
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

describe.each(['11.2', '12.2', '19', '21', '23'])('every kind of strategy, RMAN %s,', (version) => {
  const place = mkdtempSync(join(directory, 'place-'));
  const NOT_BEFORE_12 = new Set(['root', 'pdbs', 'tablespaces']);
  const kinds = strategyKinds(place).filter(([name]) => version !== '11.2' || !NOT_BEFORE_12.has(name));

  test('runs to a good end', async () => {
    const home = mkdtempSync(join(directory, 'kinds-'));
    for (const [name, spec] of kinds) {
      const file = cmdfile(`${name}.rman`, script(spec));
      const secrets = secretStatements(spec, 'not $o easy');
      const world = { version, home, wallet: 'open' };
      const { exitCode, output } =
        secrets.length === 0
          ? await rman(['target', '/', `cmdfile=${file}`], world)
          : await rman(['target', '/'], { ...world, stdin: `${secrets.join('\n')}\n@${file}\nexit;\n` });
      expect([name, exitCode, exitCode === 0 ? '' : output.slice(-1500)]).toEqual([name, 0, '']);
    }
  });
});
