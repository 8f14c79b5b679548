// The driver and the stand-in: log-on, first statements, refusals, in three dialects, whole and in pieces.
import oracledb from 'oracledb';
import { afterEach, describe, expect, it } from 'vitest';
import { startOracle, type OracleOptions, type StandIn } from '../../support/oracle/index.ts';

let oracle: StandIn;
afterEach(async () => {
  await oracle.stop();
  expect(oracle.bugs).toEqual([]);
});

const users: OracleOptions['users'] = {
  SCOTT: { password: 'Tiger_1' },
  OLD: { password: 'eleven', verifier: '11g' },
  LOCKED: { password: 'x', locked: true },
  EXPIRED: { password: 'x', expired: true },
  NOBODY: { password: 'x', grants: [] },
  BACKUP: { password: 'b', administrative: ['SYSBACKUP'] },
};

const connect = (user = 'scott', password = 'Tiger_1', change: object = {}) =>
  oracledb.getConnection({ user, password, connectString: oracle.connectString, ...change });

describe.each([
  ['12.2', {}],
  ['19c', {}],
  ['23ai', {}],
  ['19c', { chunk: 1, sdu: 512 }],
  ['23ai', { chunk: 7, sdu: 600 }],
] as const)('a %s server %o', (protocol, change) => {
  it('logs in with the right password only, and answers', async () => {
    oracle = await startOracle({ users, protocol, ...change });
    await expect(connect('scott', 'wrong')).rejects.toThrow('ORA-01017');
    await expect(connect('who', 'wrong')).rejects.toThrow('ORA-01017');
    const connection = await connect();
    const { rows } = await connection.execute("SELECT 1 AS a, 'x' || :t AS b, USER FROM dual", { t: 'é' });
    expect(rows).toEqual([[1, 'xé', 'SCOTT']]);
    await connection.commit();
    await connection.ping();
    await connection.close();
    const old = await connect('old', 'eleven');
    await old.close();
    await expect(connect('old', 'twelve')).rejects.toThrow('ORA-01017');
  });
});

describe('log-on', () => {
  it('refuses with the code of the reason', async () => {
    oracle = await startOracle({ users });
    await expect(connect('locked', 'x')).rejects.toThrow('ORA-28000');
    await expect(connect('expired', 'x')).rejects.toThrow('ORA-28001');
    await expect(connect('nobody', 'x')).rejects.toThrow('ORA-01045');
    await expect(connect('scott', 'Tiger_1', { connectString: oracle.connectTo('nowhere') })).rejects.toThrow(
      'NJS-518',
    );
    await expect(connect('scott', 'Tiger_1', { privilege: oracledb.SYSDBA })).rejects.toThrow('ORA-01017');
  });

  it('knows administrative privileges and containers', async () => {
    oracle = await startOracle({ users });
    const connection = await connect('backup', 'b', {
      privilege: oracledb.SYSBACKUP,
      connectString: oracle.connectTo('ORCLPDB1'),
    });
    const { rows } = await connection.execute("SELECT USER, SYS_CONTEXT('USERENV','CON_NAME') FROM dual");
    expect(rows).toEqual([['SYSBACKUP', 'ORCLPDB1']]);
    expect(connection.oracleServerVersionString).toBe('19.20.0.0.0');
    await connection.close();
  });

  it('changes a password', async () => {
    oracle = await startOracle({ users });
    const connection = await connect();
    await connection.changePassword('scott', 'Tiger_1', 'Lion_2');
    await connection.close();
    await expect(connect()).rejects.toThrow('ORA-01017');
    await (await connect('scott', 'Lion_2')).close();
  });
});
