// Every kind of export, and every small change of one, runs to a good end in the strict simulator of expdp.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/id.ts';
import { releaseProblems } from '../../../shared/domain/strategy/needs.ts';
import { needsPassword } from '../../../shared/domain/strategy/options.ts';
import { renderScript } from '../../../shared/rman/render-script.ts';
import { buildSimulator } from '../../support/rman-simulator.ts';
import { exportKinds } from '../../support/export-kinds.ts';

const directory = mkdtempSync(join(tmpdir(), 'respaldo-parfiles-'));
let simulator = '';

beforeAll(async () => {
  simulator = await buildSimulator();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function expdp(parfile: string, version: string, stdin: string): Promise<{ exitCode: number; output: string }> {
  const env = {
    PATH: process.env['PATH'],
    RESPALDO_SIM_HOME: join(directory, version),
    RESPALDO_SIM: JSON.stringify({ version, seconds: 0, wallet: 'open', scale: 1 / 4096 }),
  };
  return new Promise((resolve) => {
    const args = [simulator, 'expdp', '"/ as sysdba"', `parfile=${parfile}`];
    const child = execFile(process.execPath, args, { cwd: directory, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code ?? -1) : 0, output: stdout + stderr });
    });
    child.stdin?.end(stdin);
  });
}

describe.each(['11.2', '12.2', '19', '23'])('expdp %s', (version) => {
  test('takes every kind of export that it can', async () => {
    const possible = exportKinds.filter(([, spec]) => releaseProblems(spec, version).length === 0);
    expect(possible.length).toBeGreaterThan(version === '11.2' ? 0 : exportKinds.length - 1);
    for (const [name, spec] of possible) {
      const parfile = `${name}-${version}.par`;
      writeFileSync(join(directory, parfile), renderScript(spec, { version: 1, commandId: newId(Date.now()) }).text);
      const { exitCode, output } = await expdp(parfile, version, needsPassword(spec.encryption) ? 'not $o easy\n' : '');
      expect([name, exitCode, exitCode === 0 ? '' : output]).toEqual([name, 0, '']);
      expect(output).toContain('successfully completed');
    }
  });
});
