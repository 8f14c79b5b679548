// Transactions between sessions, lost connections, locks, time-outs and injected faults.
import oracledb, { type Connection } from 'oracledb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';

let oracle: StandIn;
const open = (): Promise<Connection> =>
  oracledb.getConnection({ user: 'u', password: 'p', connectString: oracle.connectString });

beforeEach(async () => {
  oracle = await startOracle({ users: { U: { password: 'p', grants: ['CREATE SESSION', 'CREATE TABLE'] } } });
  oracle.sql('CREATE TABLE u.t (id NUMBER PRIMARY KEY, v VARCHAR2(10))');
});
afterEach(async () => {
  await oracle.stop();
  expect(oracle.bugs).toEqual([]);
});

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('transactions', () => {
  it('hides what is not committed, and forgets it with the connection', async () => {
    const [a, b] = [await open(), await open()];
    await a.execute("INSERT INTO t VALUES (1, 'a')");
    expect((await a.execute('SELECT COUNT(*) FROM t')).rows).toEqual([[1]]);
    expect((await b.execute('SELECT COUNT(*) FROM t')).rows).toEqual([[0]]);
    await a.rollback();
    await a.execute("INSERT INTO t VALUES (2, 'a')");
    await a.commit();
    await a.execute("UPDATE t SET v = 'lost'");
    oracle.dropConnections();
    await until(() => oracle.sessions().length === 0);
    expect(oracle.rows('u.t')).toEqual([{ id: 2, v: 'a' }]);
    await expect(b.ping()).rejects.toThrow(/NJS-500|NJS-003/);
    await Promise.allSettled([a.close({ drop: true }), b.close({ drop: true })]);
  });

  it('makes a second writer wait, or refuses it', async () => {
    oracle.sql("INSERT INTO u.t VALUES (1, 'old')");
    const [a, b] = [await open(), await open()];
    await a.execute("UPDATE t SET v = v || '+a' WHERE id = 1");
    await expect(b.execute('SELECT * FROM t WHERE id = 1 FOR UPDATE NOWAIT')).rejects.toThrow('ORA-00054');
    expect((await b.execute('SELECT id FROM t FOR UPDATE SKIP LOCKED')).rows).toEqual([]);
    const waiting = b.execute("UPDATE t SET v = v || '+b' WHERE id = 1");
    const same = a.execute("INSERT INTO t VALUES (2, 'a')");
    await same;
    await a.commit();
    await waiting;
    const inserted = a
      .execute("INSERT INTO t VALUES (3, 'a')")
      .then(() => a.execute("UPDATE t SET v = 'x' WHERE id = 3"));
    await inserted;
    const doubled = b.execute("INSERT INTO t VALUES (3, 'b')");
    await a.commit();
    await expect(doubled).rejects.toThrow('ORA-00001: unique constraint (U.');
    await b.commit();
    expect(oracle.rows('u.t')).toEqual([
      { id: 1, v: 'old+a+b' },
      { id: 2, v: 'a' },
      { id: 3, v: 'x' },
    ]);
    await a.close();
    await b.close();
  });

  it('sees a deadlock', async () => {
    oracle.sql("INSERT INTO u.t SELECT LEVEL, 'x' FROM dual CONNECT BY LEVEL <= 2");
    const [a, b] = [await open(), await open()];
    await a.execute("UPDATE t SET v = 'a' WHERE id = 1");
    await b.execute("UPDATE t SET v = 'b' WHERE id = 2");
    const blocked = a.execute("UPDATE t SET v = 'a' WHERE id = 2");
    await until(() => oracle.faults.seen.filter((one) => one.call === 'execute').length >= 3);
    await expect(b.execute("UPDATE t SET v = 'b' WHERE id = 1")).rejects.toThrow('ORA-00060');
    await b.rollback();
    await blocked;
    await a.commit();
    expect(oracle.rows('u.t').map((row) => row['v'])).toEqual(['a', 'a']);
    await a.close();
    await b.close();
  });

  it('breaks a call that waits too long, and the session lives on', async () => {
    oracle.sql("INSERT INTO u.t VALUES (1, 'x')");
    const [a, b] = [await open(), await open()];
    await a.execute('SELECT * FROM t FOR UPDATE');
    b.callTimeout = 60;
    await expect(b.execute("UPDATE t SET v = 'b'")).rejects.toThrow('NJS-123');
    b.callTimeout = 0;
    expect((await b.execute('SELECT v FROM t')).rows).toEqual([['x']]);
    await a.close();
    await b.close();
  });
});

describe('faults', () => {
  it('loses the answer of a COMMIT that was done, or one that was not', async () => {
    for (const [id, moment] of [
      [1, 'before'],
      [2, 'after'],
      [3, 'half'],
    ] as const) {
      const connection = await open();
      await connection.execute("INSERT INTO t VALUES (:id, 'x')", { id });
      oracle.faults.add({ at: 'commit', harm: { do: 'drop', moment } });
      await expect(connection.commit()).rejects.toThrow('NJS-500');
      await connection.close({ drop: true }).catch(() => undefined);
    }
    await until(() => oracle.sessions().length === 0);
    expect(oracle.rows('u.t').map((row) => row['id'])).toEqual([2, 3]);
  });

  it('answers errors where it is told to', async () => {
    const connection = await open();
    oracle.faults.add({ at: 'execute', sql: /INSERT/, after: 1, harm: { do: 'error', code: 1653 } });
    await connection.execute("INSERT INTO t VALUES (1, 'x')");
    await expect(connection.execute("INSERT INTO t VALUES (2, 'x')")).rejects.toThrow('ORA-01653');
    oracle.faults.add({ at: 'execute', harm: { do: 'row-error', code: 1653, rows: [1] } });
    const result = await connection.executeMany("INSERT INTO t VALUES (:1, 'y')", [[5], [6], [7]], {
      batchErrors: true,
    });
    expect(result.batchErrors!.map((error) => error.offset)).toEqual([1]);
    await connection.commit();
    oracle.faults.add({ at: 'connect', harm: { do: 'refuse', code: 12528 } });
    await expect(open()).rejects.toThrow('ORA-12528');
    oracle.faults.add({ at: 'logon', harm: { do: 'error', code: 28000 } });
    await expect(open()).rejects.toThrow('ORA-28000');
    expect(oracle.faults.log.map((one) => one.call)).toEqual(['execute', 'execute', 'connect', 'logon']);
    await connection.close();
  });

  it('hangs until the client gives up, and is late', async () => {
    const connection = await open();
    oracle.faults.add({ at: 'ping', harm: { do: 'hang', moment: 'before' } });
    connection.callTimeout = 50;
    await expect(connection.ping()).rejects.toThrow('NJS-123');
    connection.callTimeout = 0;
    oracle.faults.add({ at: 'ping', harm: { do: 'late', ms: 20 } });
    await connection.ping();
    await connection.close();
    oracle.faults.listener = 'silent';
    await expect(
      oracledb.getConnection({
        user: 'u',
        password: 'p',
        connectString: `${oracle.connectString}?transport_connect_timeout=0.1&connect_timeout=0.2`,
      }),
    ).rejects.toThrow(/NJS-510|NJS-5/);
    oracle.faults.listener = 'reset';
    await expect(open()).rejects.toThrow('NJS-5');
    oracle.faults.clear();
    await (await open()).close();
  });

  it('plans the same harms from the same seed', async () => {
    const harms = async (seed: number): Promise<string[]> => {
      oracle.faults.clear();
      oracle.faults.log.length = 0;
      const connection = await open();
      oracle.faults.random({
        seed,
        rate: 0.3,
        harms: [
          { do: 'error', code: 1653 },
          { do: 'error', code: 60 },
        ],
      });
      const seen: string[] = [];
      for (let i = 0; i < 20; i += 1)
        seen.push(
          await connection.execute('SELECT 1 FROM dual').then(
            () => 'ok',
            (error: Error) => error.message,
          ),
        );
      oracle.faults.clear();
      await connection.close();
      return seen;
    };
    expect(await harms(7)).toEqual(await harms(7));
    expect(await harms(7)).not.toEqual(await harms(8));
  });

  it('comes back from a restart, with a pool that heals', async () => {
    const pool = await oracledb.createPool({
      user: 'u',
      password: 'p',
      connectString: oracle.connectString,
      poolMin: 0,
      poolMax: 2,
      poolPingInterval: 0,
    });
    const first = await pool.getConnection();
    await first.execute("INSERT INTO t VALUES (1, 'x')", {}, { autoCommit: true });
    await first.close();
    await oracle.restart({ downMs: 10 });
    const second = await pool.getConnection();
    expect((await second.execute('SELECT COUNT(*) FROM t')).rows).toEqual([[1]]);
    await second.close();
    await oracle.down();
    await expect(open()).rejects.toThrow('NJS-503');
    await oracle.up();
    await pool.close(0);
  });
});
