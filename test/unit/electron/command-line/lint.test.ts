// `respaldo lint` of files: no profile is opened for them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/command-line/arguments.ts';
import { lint } from '../../../../electron/command-line/lint.ts';
import type { Terminal } from '../../../../electron/command-line/terminal.ts';
import { strategiesToFile, strategyToFile } from '../../../../shared/domain/strategy-file.ts';
import type { StrategySpec } from '../../../../shared/domain/strategy.ts';
import { daily, files, linted } from '../../../support/lint-sets.ts';

const scratch = mkdtempSync(join(tmpdir(), 'respaldo-lint-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function judged(text: string, ...words: string[]) {
  const path = join(scratch, 'strategy.json');
  writeFileSync(path, text);
  const parsed = parseCommandLine(['lint', path, ...words], {});
  if (parsed.kind !== 'command') throw new Error('not a command');
  let out = '';
  const code = await lint(parsed.command, { out: (more: string) => (out += more), env: {} } as unknown as Terminal);
  return { code, out };
}

type Judged = { target: null; findings: { rule: string; repairs: { text: string }[] }[] };

const good: Partial<StrategySpec> = { format: '/backup/%d_%U', schedule: daily('02:00') };
const spec = (change: Partial<StrategySpec>) => linted('Nightly', { ...good, ...change }).spec;

describe('a file', () => {
  it('without anything to say is good', async () => {
    expect(await judged(strategyToFile(spec({})))).toEqual({ code: 0, out: 'file by itself: nothing to say\n' });
  });

  it('with something serious fails, in words', async () => {
    const { code, out } = await judged(strategyToFile(spec({ keep: { until: { kind: 'forever' }, restorePoint: null } })), '--lang', 'es');
    expect(code).toBe(1);
    expect(out).toContain('grave: «Nightly» quiere conservarse para siempre');
    expect(out).toContain('Conservarlo 3650 días');
  });

  it('with a caution fails when it is strict', async () => {
    const text = strategyToFile(spec({ skip: ['offline'] }));
    expect((await judged(text)).code).toBe(0);
    expect((await judged(text, '--strict')).code).toBe(6);
  });

  it('whose findings are accepted is good', async () => {
    const text = strategyToFile(spec({ skip: ['offline'], accepted: [{ rule: 'files-skipped', reason: 'Detached on purpose' }] }));
    const { code, out } = await judged(text, '--strict');
    expect(code).toBe(0);
    expect(out).toContain('Detached on purpose');
  });

  it('with several strategies is judged as a database', async () => {
    const text = strategiesToFile([{ target: null, spec: spec({ scope: files('level-1-differential') }) }, { target: null, spec: spec({ name: 'Full', scope: files('full') }) }]);
    const { code, out } = await judged(text, '--json');
    const [database] = (JSON.parse(out) as { databases: Judged[] }).databases;
    expect(code).toBe(1);
    expect(database?.target).toBeNull();
    const finding = database?.findings.find(({ rule }) => rule === 'level-1-without-level-0');
    expect(finding?.repairs.map(({ text }) => text)).toContain('Make it a level 0');
  });

  it('that is no strategy is refused', async () => {
    await expect(judged('{"name": 1}')).rejects.toMatchObject({ code: 'input.invalid' });
  });
});
