// The call of RMAN: where secrets may be, what the environment holds, how connect strings are quoted.
import { describe, expect, test } from 'vitest';
import { invocationOf, type InvocationInput } from '../../../../electron/rman/invocation.ts';
import { runFiles } from '../../../../electron/rman/run-files.ts';
import type { Target, TargetLogin, TargetRunner } from '../../../../shared/domain/target.ts';

const local: TargetRunner = { kind: 'local', oracleHome: '/u01/app/oracle/19', oracleSid: 'ORCL', tnsAdmin: null };

function input(runner: TargetRunner, login: TargetLogin, more: Partial<InvocationInput> = {}): InvocationInput {
  const target: Target = {
    id: '01J00000000000000000000000',
    enabled: true,
    revision: 1,
    createdAt: 0,
    updatedAt: 0,
    spec: { name: 'PROD', notes: '', runner, login, blackouts: null, sql: null, recoveryGoalDays: null },
  };
  return {
    target,
    files: runFiles('/home/dba/My Profile/runs', '01J00000000000000000000001'),
    secret: null,
    secretStatements: [],
    profile: '/home/dba/My Profile',
    simulator: { file: '/opt/node', args: ['/opt/rman.cjs'], env: { ELECTRON_RUN_AS_NODE: '1' } },
    baseEnv: {
      PATH: '/usr/bin:/bin', HOME: '/home/dba', USER: 'dba', TZ: 'Europe/Madrid', TWO_TASK: 'OTHER', LOCAL: 'OTHER',
      ORACLE_PDB_SID: 'PDB', NLS_LANG: 'SPANISH_SPAIN.WE8MSWIN1252', ORACLE_SID: 'WRONG', SECRET: 'x', LD_PRELOAD: 'x',
    },
    platform: 'linux',
    ...more,
  };
}

describe('the call of a local RMAN', () => {
  test('is the binary of the home, with a cmdfile, nothing on standard input', () => {
    const { launch } = invocationOf(input(local, { kind: 'os', as: 'sysdba' }));
    expect(launch).toMatchObject({
      file: '/u01/app/oracle/19/bin/rman',
      args: ['target', '/', 'cmdfile=script.rman'],
      stdin: null,
      directory: '/home/dba/My Profile/runs/01J00000000000000000000001',
      spool: '/home/dba/My Profile/runs/01J00000000000000000000001/spool.log',
    });
  });

  test('has an environment of allowed and forced names only', () => {
    const { launch } = invocationOf(input({ ...local, tnsAdmin: '/etc/tns' }, { kind: 'os', as: 'sysdba' }));
    expect(launch.env).toEqual({
      PATH: '/u01/app/oracle/19/bin:/usr/bin:/bin',
      HOME: '/home/dba',
      USER: 'dba',
      TZ: 'Europe/Madrid',
      LD_LIBRARY_PATH: '/u01/app/oracle/19/lib',
      ORACLE_HOME: '/u01/app/oracle/19',
      ORACLE_SID: 'ORCL',
      TNS_ADMIN: '/etc/tns',
      NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8',
      NLS_DATE_FORMAT: 'YYYY-MM-DD HH24:MI:SS',
    });
  });

  test.each<[TargetLogin, string]>([
    [{ kind: 'os', as: 'sysbackup' }, '"/ as sysbackup"'],
    [{ kind: 'wallet', alias: 'PROD_BKP', as: 'sysdba' }, '/@PROD_BKP'],
    [{ kind: 'wallet', alias: 'PROD_BKP', as: 'sysbackup' }, '"/@PROD_BKP as sysbackup"'],
    [{ kind: 'wallet', alias: 'db-1:1521/ORCL', as: 'sysdba' }, '"/@db-1:1521/ORCL as sysdba"'],
  ])('%o connects with %s', (login, connect) => {
    expect(invocationOf(input(local, login)).launch.args).toEqual(['target', connect, 'cmdfile=script.rman']);
  });

  test('a password is on standard input only', () => {
    const secret = `pa'ss/w@rd 1`;
    const login: TargetLogin = { kind: 'password', username: 'C##BKP', connectIdentifier: 'PROD', as: 'sysbackup' };
    const { launch, commandLine } = invocationOf(input(local, login, { secret }));
    expect(launch.args).toEqual([]);
    expect(launch.stdin).toBe(`connect target 'C##BKP/"pa''ss/w@rd 1"@PROD as sysbackup';\n@script.rman\nexit;\n`);
    expect(JSON.stringify({ ...launch, stdin: null }) + commandLine).not.toContain('rd 1');
    expect(commandLine).toContain("connect target 'C##BKP/*@PROD as sysbackup';");
  });

  test('without a connect identifier it is the local instance', () => {
    const login: TargetLogin = { kind: 'password', username: 'SYS', connectIdentifier: null, as: 'sysdba' };
    expect(invocationOf(input(local, login, { secret: 'tiger' })).launch.stdin).toContain(`'SYS/"tiger" as sysdba'`);
  });

  test('on Windows it is rman.exe, with what Windows programs need', () => {
    const runner: TargetRunner = { ...local, oracleHome: 'C:\\oracle\\19' };
    const baseEnv = { Path: 'C:\\Windows', SystemRoot: 'C:\\Windows', TEMP: 'C:\\Temp', LOCAL: 'OTHER' };
    const { launch } = invocationOf(input(runner, { kind: 'os', as: 'sysdba' }, { platform: 'win32', baseEnv }));
    expect(launch.file).toBe('C:\\oracle\\19\\bin\\rman.exe');
    expect(launch.env).toMatchObject({ PATH: 'C:\\oracle\\19\\bin;C:\\Windows', SystemRoot: 'C:\\Windows', TEMP: 'C:\\Temp' });
    expect(launch.env).not.toHaveProperty('LOCAL');
    expect(launch.env).not.toHaveProperty('LD_LIBRARY_PATH');
  });

  test('the command line can be read, and pasted into a shell', () => {
    const { commandLine } = invocationOf(input({ ...local, oracleHome: "/u01/o'h" }, { kind: 'os', as: 'sysbackup' }));
    expect(commandLine).toBe(
      `ORACLE_HOME='/u01/o'\\''h' ORACLE_SID=ORCL '/u01/o'\\''h/bin/rman' target '"/ as sysbackup"' cmdfile=script.rman`,
    );
  });
});

describe('the call of the simulated RMAN', () => {
  test('is the injected command with a state of its own per target', () => {
    const runner: TargetRunner = { kind: 'simulated', version: '12.2', seconds: 3, failure: 'disk-full' };
    const { launch } = invocationOf(input(runner, { kind: 'os', as: 'sysdba' }));
    expect(launch.file).toBe('/opt/node');
    expect(launch.args).toEqual(['/opt/rman.cjs', 'target', '/', 'cmdfile=script.rman']);
    expect(launch.env['RESPALDO_SIM_HOME']).toBe('/home/dba/My Profile/simulator/01J00000000000000000000000');
    expect(JSON.parse(launch.env['RESPALDO_SIM'] ?? '')).toEqual({
      version: '12.2', seconds: 3, failures: [{ name: 'disk-full' }],
    });
    expect(launch.env).toMatchObject({ ELECTRON_RUN_AS_NODE: '1', NLS_LANG: 'AMERICAN_AMERICA.AL32UTF8' });
    expect(launch.env).not.toHaveProperty('ORACLE_HOME');
  });
});

describe('a password that encrypts backups', () => {
  const secretStatements = ['SET ENCRYPTION ON IDENTIFIED BY "ti\'ger" ONLY;'];
  const logins: TargetLogin[] = [
    { kind: 'os', as: 'sysdba' },
    { kind: 'wallet', alias: 'PROD', as: 'sysbackup' },
    { kind: 'password', username: 'SYS', connectIdentifier: null, as: 'sysdba' },
  ];

  test.each(logins)('goes through standard input, before the script, with the login $kind', (login) => {
    const { launch, commandLine } = invocationOf(input(local, login, { secretStatements, secret: 'tiger' }));
    expect(launch.stdin?.endsWith(`${secretStatements[0]}\n@script.rman\nexit;\n`)).toBe(true);
    expect(launch.args.join(' ')).not.toContain('cmdfile');
    expect(launch.args.join(' ')).not.toContain("ti'ger");
    expect(commandLine).toContain('IDENTIFIED BY * ONLY');
    expect(commandLine).not.toContain("ti'ger");
  });
});
