// The check of a target: facts gathered from a made-up Oracle home, and every judgement over given facts.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { judgeTarget } from '../../../../electron/targets/check.ts';
import { gatherTargetFacts, netAlias, type FactSources, type HomeFacts } from '../../../../electron/targets/facts.ts';
import { isOlder, releaseOf } from '../../../../electron/targets/rman-banner.ts';
import { declares, tnsNames } from '../../../../electron/targets/tns-names.ts';
import { newTargetSpec, type TargetLogin, type TargetSpec } from '../../../../shared/domain/target.ts';
import { memorySecrets } from '../../../support/memory-secrets.ts';

const BANNER_19 = `
Recovery Manager: Release 19.0.0.0.0 - Production on Tue Nov 18 12:10:15 2025
Version 19.31.0.0.0

Copyright (c) 1982, 2019, Oracle and/or its affiliates.  All rights reserved.

RMAN> 

Recovery Manager complete.
`;

const local = (login: TargetLogin = { kind: 'os', as: 'sysdba' }, oracleHome = '/u01/home', tnsAdmin: string | null = null): TargetSpec => ({
  name: 'PROD',
  notes: '',
  runner: { kind: 'local', oracleHome, oracleSid: 'PROD', tnsAdmin },
  login,
  blackouts: null,
  sql: null,
  recoveryGoalDays: null,
});
const byPassword: TargetLogin = { kind: 'password', username: 'sys', connectIdentifier: 'PRODDB', as: 'sysdba' };

describe('judging', () => {
  const facts = (change: Partial<HomeFacts> = {}): HomeFacts => ({
    homeExists: true,
    binary: { path: '/u01/home/bin/rman', state: 'executable' },
    client: { kind: 'output', exitCode: 0, output: BANNER_19 },
    tnsAdminExists: null,
    alias: null,
    ...change,
  });
  const judged = (change: Partial<HomeFacts>, spec = local()) =>
    judgeTarget(spec, { local: facts(change), remote: null, passwordStored: null }).map(
      ({ what, state, found, problem }) => [what, state, problem?.code ?? found] as const,
    );
  const said = (output: string, exitCode = 0): Partial<HomeFacts> => ({ client: { kind: 'output', exitCode, output } });

  test('a good home shows what was found', () => {
    expect(judged({})).toEqual([
      ['home', 'good', '/u01/home'],
      ['binary', 'good', '/u01/home/bin/rman'],
      ['version', 'good', '19.31.0.0.0'],
    ]);
  });

  test('a missing home hides what follows from it', () => {
    const nothing = { homeExists: false, binary: { path: 'x', state: 'missing' }, client: { kind: 'not-asked' } } as const;
    expect(judged(nothing)).toEqual([['home', 'bad', 'rman.home-missing']]);
  });

  test.each<[Partial<HomeFacts>, ReturnType<typeof judged>[number]]>([
    [{ binary: { path: 'x', state: 'missing' } }, ['binary', 'bad', 'rman.binary-missing']],
    [{ binary: { path: 'x', state: 'not-executable' } }, ['binary', 'bad', 'rman.binary-not-executable']],
    [{ client: { kind: 'silent' } }, ['version', 'bad', 'rman.no-answer']],
    [said('rman version 3.14 of Manual Pages'), ['version', 'bad', 'rman.not-oracle']],
    [said('rman: error while loading shared libraries: libclntsh.so', 127), ['version', 'bad', 'rman.start-failed']],
    [said('\nRecovery Manager: Release 10.2.0.4.0 - Production on x\n'), ['version', 'warning', 'rman.unsupported']],
    [{ alias: { name: 'PRODDB', path: '/t', text: null } }, ['alias', 'warning', 'alias.no-file']],
    [{ alias: { name: 'PRODDB', path: '/t', text: 'OTHER = (X = 1)' } }, ['alias', 'warning', 'alias.unknown']],
    [{ alias: { name: 'proddb', path: '/t', text: 'PRODDB.WORLD = (X = 1)' } }, ['alias', 'good', 'proddb']],
  ])('%j', (change, row) => {
    expect(judged(change)).toContainEqual(row);
  });

  test('SYSBACKUP needs 12.1', () => {
    const old = said('Recovery Manager: Release 11.2.0.4.0 - Production on x\n');
    expect(judged(old, local({ kind: 'os', as: 'sysbackup' }))).toContainEqual(['version', 'bad', 'rman.no-sysbackup']);
    expect(judged(old)).toContainEqual(['version', 'good', '11.2.0.4.0']);
  });

  test('TNS_ADMIN counts only when it is given', () => {
    const spec = local(undefined, undefined, '/tns');
    expect(judged({ tnsAdminExists: false }, spec)).toContainEqual(['tns-admin', 'bad', 'tns-admin.missing']);
    expect(judged({ tnsAdminExists: true }, spec)).toContainEqual(['tns-admin', 'good', '/tns']);
    expect(judged({}).map(([what]) => what)).not.toContain('tns-admin');
  });

  test('a password must be stored', () => {
    const spec = local(byPassword);
    const row = (stored: boolean) => judgeTarget(spec, { local: facts(), remote: null, passwordStored: stored }).at(-1);
    expect(row(false)).toMatchObject({ what: 'password', state: 'bad', problem: { code: 'secret.missing', params: { target: 'PROD' } } });
    expect(row(true)).toMatchObject({ what: 'password', state: 'good', problem: null });
  });

  test('the simulated RMAN is there', () => {
    const rows = judgeTarget({ ...newTargetSpec('simulated'), name: 'DEMO' }, { local: null, remote: null, passwordStored: null });
    expect(rows).toEqual([{ what: 'version', state: 'good', found: '19', problem: null }]);
  });
});

describe('gathering', () => {
  let home: string;
  const calls: unknown[][] = [];
  const sources: FactSources = {
    launcher: {
      probe: async (...call) => {
        calls.push(call);
        return { exitCode: 0, output: BANNER_19 };
      },
      converse: () => {
        throw new Error('nobody is talked with here');
      },
    },
    secrets: memorySecrets(),
    platform: 'linux',
    baseEnv: { PATH: '/usr/bin', TWO_TASK: 'ELSEWHERE', HOME: '/home/x' },
  };
  const rman = (mode: number): void => {
    mkdirSync(join(home, 'bin'), { recursive: true });
    writeFileSync(join(home, 'bin', 'rman'), '');
    chmodSync(join(home, 'bin', 'rman'), mode);
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'oracle-home-'));
    calls.length = 0;
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  test('asks the client by its absolute path, in the environment of a run', async () => {
    rman(0o755);
    const { local: facts } = await gatherTargetFacts(local(undefined, home), null, true, sources);
    expect(facts).toMatchObject({ homeExists: true, binary: { state: 'executable' }, client: { kind: 'output' } });
    const [file, args, env] = calls[0] as [string, string[], Record<string, string>];
    expect([file, args]).toEqual([join(home, 'bin', 'rman'), []]);
    expect(env).toMatchObject({ ORACLE_HOME: home, ORACLE_SID: 'PROD', NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8' });
    expect(env).not.toHaveProperty('TWO_TASK');
  });

  test('asks nobody before a run, nor what may not be executed, nor a directory of that name', async () => {
    rman(0o755);
    expect((await gatherTargetFacts(local(undefined, home), null, false, sources)).local?.client.kind).toBe('not-asked');
    rman(0o644);
    expect((await gatherTargetFacts(local(undefined, home), null, true, sources)).local).toMatchObject({
      binary: { state: 'not-executable' },
      client: { kind: 'not-asked' },
    });
    rmSync(join(home, 'bin', 'rman'));
    mkdirSync(join(home, 'bin', 'rman'));
    expect((await gatherTargetFacts(local(undefined, home), null, true, sources)).local?.binary.state).toBe('missing');
    expect(calls).toEqual([]);
  });

  test('sees that a home is missing or no directory', async () => {
    writeFileSync(join(home, 'file'), '');
    for (const path of [join(home, 'none'), join(home, 'file')]) {
      expect((await gatherTargetFacts(local(undefined, path), null, true, sources)).local?.homeExists).toBe(false);
    }
  });

  test('reads tnsnames.ora where TNS_ADMIN or the home has it', async () => {
    mkdirSync(join(home, 'network', 'admin'), { recursive: true });
    writeFileSync(join(home, 'network', 'admin', 'tnsnames.ora'), 'FROM_HOME=(A=1)');
    writeFileSync(join(home, 'tnsnames.ora'), 'FROM_ADMIN=(A=1)');
    const text = async (tnsAdmin: string | null) =>
      (await gatherTargetFacts(local(byPassword, home, tnsAdmin), null, true, sources)).local?.alias?.text;
    expect(await text(null)).toBe('FROM_HOME=(A=1)');
    expect(await text(home)).toBe('FROM_ADMIN=(A=1)');
    expect(await text(join(home, 'none'))).toBeNull();
  });

  test('asks the keychain under the name of a saved target only', async () => {
    await sources.secrets.has('x');
    const secrets = memorySecrets();
    await secrets.write('target:1', 'x', false);
    const stored = async (name: string | null) =>
      (await gatherTargetFacts(local(byPassword, home), name, true, { ...sources, secrets })).passwordStored;
    expect([await stored('target:1'), await stored('target:2'), await stored(null)]).toEqual([true, false, false]);
  });
});

describe('the banner', () => {
  test.each([
    ['Recovery Manager: Release 9.2.0.5.0 - Production\n', '9.2.0.5.0'],
    ['Recovery Manager : Release 21.0.0.0.0 - Production on Mar Nov 18 12:10:15 2025\r\nVersion 21.3.0.0.0\r\n', '21.3.0.0.0'],
    ['\nRecovery Manager: Release 23.0.0.0.0 - for Oracle Cloud and Engineered Systems on x\nVersion 23.9.0.25.07\n', '23.9.0.25.07'],
    ['SQL*Plus: Release 19.0.0.0.0 - Production', null],
    ['', null],
  ])('%j', (output, release) => {
    expect(releaseOf(output)).toBe(release);
  });

  test('is compared number by number', () => {
    expect([isOlder('9.2', '11.2'), isOlder('11.2.0.4', '11.2'), isOlder('12.1', '11.2'), isOlder('11', '11.2')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('names of the network', () => {
  test('are read with comments, lists, domains and includes', () => {
    const text = `# OLD = (x)
IFILE = /etc/more.ora
PROD, prod2.world =
  (DESCRIPTION = # SID = here
    (ADDRESS = (HOST = h)(PORT = 1521))
    (CONNECT_DATA = (SERVICE_NAME = s)))
LAST=(A=(B=1))
`;
    expect(tnsNames(text)).toEqual(['IFILE', 'PROD', 'PROD2.WORLD', 'LAST']);
    expect([declares(tnsNames(text), 'prod'), declares(tnsNames(text), 'Prod2'), declares(tnsNames(text), 'PRO')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test.each<[TargetLogin, string | null]>([
    [{ kind: 'os', as: 'sysdba' }, null],
    [{ kind: 'wallet', alias: 'PROD', as: 'sysdba' }, 'PROD'],
    [byPassword, 'PRODDB'],
    [{ ...byPassword, connectIdentifier: 'host:1521/service' }, null],
    [{ ...byPassword, connectIdentifier: '(DESCRIPTION=(X=1))' }, null],
    [{ ...byPassword, connectIdentifier: null }, null],
  ])('%j', (login, alias) => {
    expect(netAlias(login)).toBe(alias);
  });
});
