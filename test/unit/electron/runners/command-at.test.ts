// What is started here so that something runs elsewhere: the words arrive whole, and nothing of ours goes along.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandAt, type Command } from '../../../../electron/runners/command-at.ts';
import { shellWord, shellWords } from '../../../../electron/runners/shell-words.ts';
import { newTargetSpec, type ContainerRunner, type SshRunner } from '../../../../shared/domain/target.ts';

const ssh: SshRunner = { ...(newTargetSpec('ssh').runner as SshRunner), host: 'db1', oracleHome: '/u01/19', oracleSid: 'ORCL' };
const docker: ContainerRunner = { ...(newTargetSpec('container').runner as ContainerRunner), name: 'oradb' };
const rman: Command = { file: '/u01/19/bin/rman', args: ['target', '/'], env: { ORACLE_SID: 'ORCL' } };
const own = { PATH: '/usr/bin:/bin', HOME: '/home/dba', SSH_AUTH_SOCK: '/run/agent', SECRET: 'x', ORACLE_SID: 'OURS' };

/** Every character that an argument can hold, the awkward ones often. */
const words = fc.array(
  fc.array(fc.oneof(fc.constantFrom(...' \'"\\$`!*?[]{}()<>|&;#~=%\n\t\r-'), fc.string({ unit: 'grapheme', maxLength: 3 })))
    .map((parts) => parts.join('').replaceAll('\0', '')),
  { minLength: 1, maxLength: 6 },
);

const MARK = '\u0001';

describe('words for a shell', () => {
  test('come back as they were, whatever is in them', () => {
    fc.assert(
      fc.property(words, (given) => {
        const { stdout } = spawnSync('/bin/sh', ['-c', `printf '%s${MARK}' ${shellWords(given)}`], { encoding: 'utf8' });
        expect(stdout.split(MARK).slice(0, -1)).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  test('stay readable where they need no quotes', () => {
    expect(shellWord('/u01/app')).toBe('/u01/app');
    expect(shellWord('')).toBe("''");
    expect(shellWord("it's")).toBe("'it'\\''s'");
  });
});

describe('a command at a host', () => {
  test('is one argument of ssh that a shell there takes apart again, environment and all', () => {
    fc.assert(
      fc.property(words, words, (args, values) => {
        const env = Object.fromEntries(values.map((value, at) => [`V${at}`, value]));
        const print = `printf '%s${MARK}' "$@" ${values.map((_, at) => `"$V${at}"`).join(' ')}`;
        const call = commandAt(ssh, { file: '/bin/sh', args: ['-c', print, 'x', ...args], env }, own);
        const { stdout } = spawnSync('/bin/sh', ['-c', call.args.at(-1)!], { encoding: 'utf8' });
        expect(stdout.split(MARK).slice(0, -1)).toEqual([...args, ...values]);
      }),
      { numRuns: 60 },
    );
  });

  test('never asks, checks the host key, lends nothing', () => {
    const { file, args } = commandAt(ssh, rman, own);
    expect(file).toBe('ssh');
    expect(args).toEqual(expect.arrayContaining(['BatchMode=yes', 'StrictHostKeyChecking=yes', 'ForwardAgent=no']));
    expect(args.slice(-6, -1)).toEqual(['22', '-l', 'oracle', '--', 'db1']);
    expect(args).not.toContain('-i');
    expect(commandAt({ ...ssh, identityFile: '/k/id' }, rman, own).args).toEqual(
      expect.arrayContaining(['-i', '/k/id', 'IdentitiesOnly=yes']),
    );
  });

  test('is started with what the client needs of our environment, and nothing else', () => {
    expect(commandAt(ssh, rman, own).env).toEqual({
      LC_ALL: 'C', PATH: '/usr/bin:/bin', HOME: '/home/dba', SSH_AUTH_SOCK: '/run/agent',
    });
  });

  test('does not see what would choose another database', () => {
    const call = commandAt(ssh, { file: '/usr/bin/env', args: [], env: { ORACLE_SID: 'ORCL' } }, own);
    const env = { PATH: '/usr/bin:/bin', TWO_TASK: 'x', ORACLE_PDB_SID: 'y', LOCAL: 'z', ORACLE_SID: 'OTHER' };
    const { stdout } = spawnSync('/bin/sh', ['-c', call.args.at(-1)!], { encoding: 'utf8', env });
    expect(stdout).not.toMatch(/TWO_TASK|PDB_SID|LOCAL=/);
    expect(stdout).toMatch(/^ORACLE_SID=ORCL$/m);
  });
});

describe('a command in a container', () => {
  const tail = (args: string[]): string[] => args.slice(0, args.indexOf('sh'));

  test.each<[string, Partial<ContainerRunner>, string[]]>([
    ['docker', {}, ['docker', 'exec', '-i', 'oradb']],
    ['docker', { user: 'oracle', context: 'lab' }, ['docker', '--context', 'lab', 'exec', '-i', '-u', 'oracle', 'oradb']],
    ['podman', { client: 'podman', user: 'oracle', context: 'lab' },
      ['podman', '--connection', 'lab', 'exec', '-i', '-u', 'oracle', 'oradb']],
    ['kubectl', { client: 'kubectl', namespace: 'prod', container: 'db', context: 'c1' },
      ['kubectl', '--context', 'c1', 'exec', '-i', '-n', 'prod', 'oradb', '-c', 'db', '--']],
    ['kubectl', { client: 'kubectl' }, ['kubectl', 'exec', '-i', 'oradb', '--']],
  ])('%s %o', (_, part, expected) => {
    const { file, args } = commandAt({ ...docker, ...part }, rman, own);
    expect([file, ...tail(args)]).toEqual(expected);
    expect(args.slice(args.indexOf('env'))).toEqual(['env', 'ORACLE_SID=ORCL', '/u01/19/bin/rman', 'target', '/']);
  });
});

test('a local command is left as it is', () => {
  expect(commandAt(newTargetSpec('local').runner, rman, own)).toBe(rman);
  expect(commandAt(newTargetSpec('simulated').runner, rman, own)).toBe(rman);
});
