// What the SQL engine does, seen through the driver: DDL, DML, queries, types, LOBs, batches.
import oracledb, { type Connection } from 'oracledb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';

let oracle: StandIn;
let connection: Connection;

beforeEach(async () => {
  const grants = ['CREATE SESSION', 'CREATE TABLE', 'CREATE VIEW', 'CREATE SEQUENCE', 'CREATE SYNONYM'];
  oracle = await startOracle({ users: { LOGS: { password: 'p', grants }, READER: { password: 'p' } } });
  connection = await oracledb.getConnection({ user: 'logs', password: 'p', connectString: oracle.connectString });
});
afterEach(async () => {
  await connection.close();
  await oracle.stop();
  expect(oracle.bugs).toEqual([]);
});

const run = (sql: string, binds: oracledb.BindParameters = {}, options: oracledb.ExecuteOptions = {}) =>
  connection.execute<unknown[]>(sql, binds, options);
const rows = async (sql: string, binds: oracledb.BindParameters = {}) => (await run(sql, binds)).rows;

describe('definitions', () => {
  it('creates what a schema needs, and shows it in the dictionary', async () => {
    await run(`CREATE TABLE parent (id VARCHAR2(36) CONSTRAINT parent_pk PRIMARY KEY, kind VARCHAR2(10 CHAR) NOT NULL,
      bytes NUMBER(12) DEFAULT 7, at TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT parent_kind CHECK (kind IN ('a', 'b')))`);
    await run(
      'CREATE TABLE child (id NUMBER GENERATED ALWAYS AS IDENTITY, parent_id VARCHAR2(36) REFERENCES parent (id) ON DELETE CASCADE)',
    );
    await run('CREATE UNIQUE INDEX parent_at ON parent (at, kind)');
    await run('CREATE SEQUENCE s START WITH 5 INCREMENT BY 2');
    await run("COMMENT ON COLUMN parent.kind IS 'what it is'");
    await run(
      'CREATE OR REPLACE VIEW v (id, n) AS SELECT p.id, COUNT(c.id) FROM parent p LEFT JOIN child c ON c.parent_id = p.id GROUP BY p.id',
    );
    await run('GRANT SELECT ON v TO reader');
    expect(
      await rows(
        "SELECT column_name, data_type, nullable FROM user_tab_columns WHERE table_name = 'PARENT' ORDER BY column_id",
      ),
    ).toEqual([
      ['ID', 'VARCHAR2', 'N'],
      ['KIND', 'VARCHAR2', 'N'],
      ['BYTES', 'NUMBER', 'Y'],
      ['AT', 'TIMESTAMP(3) WITH TIME ZONE', 'Y'],
    ]);
    expect(await rows("SELECT comments FROM user_col_comments WHERE column_name = 'KIND'")).toEqual([['what it is']]);
    await run("INSERT INTO parent (id, kind) VALUES ('p1', 'a')");
    await run("INSERT INTO child (parent_id) VALUES ('p1')");
    expect(await rows('SELECT * FROM v')).toEqual([['p1', 1]]);
    expect(await rows('SELECT s.NEXTVAL FROM dual')).toEqual([[5]]);
    await run("DELETE FROM parent WHERE id = 'p1'");
    expect(await rows('SELECT COUNT(*) FROM child')).toEqual([[0]]);
    await connection.commit();
    const reader = await oracledb.getConnection({
      user: 'reader',
      password: 'p',
      connectString: oracle.connectString,
    });
    expect((await reader.execute('SELECT * FROM logs.v')).rows).toEqual([]);
    await expect(reader.execute('SELECT * FROM logs.parent')).rejects.toThrow('ORA-00942');
    await expect(reader.execute('DELETE FROM logs.v')).rejects.toThrow('ORA-01031');
    await expect(reader.execute('CREATE TABLE t (a NUMBER)')).rejects.toThrow('ORA-01031');
    await reader.close();
  });

  it('fails with the codes that installers look for', async () => {
    await run('CREATE TABLE t (a NUMBER PRIMARY KEY, b VARCHAR2(3), c NUMBER(3,1) NOT NULL)');
    await expect(run('CREATE TABLE t (a NUMBER)')).rejects.toThrow('ORA-00955');
    await expect(run('DROP TABLE nothing')).rejects.toThrow('ORA-00942');
    await expect(run('ALTER TABLE t ADD (a NUMBER)')).rejects.toThrow('ORA-01430');
    await expect(run('SELECT nope FROM t')).rejects.toThrow('ORA-00904');
    await expect(run('INSERT INTO t (a, c) VALUES (1, 100)')).rejects.toThrow('ORA-01438');
    await expect(run("INSERT INTO t VALUES (1, 'four', 1)")).rejects.toThrow(
      'ORA-12899: value too large for column "LOGS"."T"."B" (actual: 4, maximum: 3)',
    );
    await expect(run('INSERT INTO t (a) VALUES (1)')).rejects.toThrow('ORA-01400');
    await expect(run('SELECT a, COUNT(*) FROM t')).rejects.toThrow('ORA-00937');
    await expect(run('SELECT a FROM t GROUP BY b')).rejects.toThrow('ORA-00979');
    await expect(run('FLASHBACK TABLE t TO BEFORE DROP')).rejects.toThrow(
      /ORA-00900.*stand-in does not know.*FLASHBACK/,
    );
    await run(`BEGIN EXECUTE IMMEDIATE 'CREATE TABLE t (a NUMBER)';
      EXCEPTION WHEN OTHERS THEN IF SQLCODE NOT IN (-955, -942) THEN RAISE; END IF; END;`);
    await expect(
      run(
        "BEGIN EXECUTE IMMEDIATE 'DROP TABLE nothing'; EXCEPTION WHEN OTHERS THEN IF SQLCODE <> -955 THEN RAISE; END IF; END;",
      ),
    ).rejects.toThrow('ORA-00942');
  });
});

describe('queries', () => {
  beforeEach(async () => {
    await run('CREATE TABLE t (id NUMBER PRIMARY KEY, name VARCHAR2(20), grp VARCHAR2(5), bytes NUMBER)');
    const data = [
      [1, 'one', 'a', 10],
      [2, 'two', 'a', 20],
      [3, 'three', 'b', null],
      [4, null, null, 40],
    ];
    await connection.executeMany('INSERT INTO t VALUES (:1, :2, :3, :4)', data);
  });

  it.each([
    ["SELECT id FROM t WHERE bytes > 5 AND NOT (name = 'one' OR grp IS NULL)", [[2]]],
    [
      'SELECT grp, COUNT(*), SUM(bytes) FROM t GROUP BY grp HAVING COUNT(*) >= 1 ORDER BY grp NULLS FIRST',
      [
        [null, 1, 40],
        ['a', 2, 30],
        ['b', 1, null],
      ],
    ],
    ['SELECT id FROM t ORDER BY bytes DESC', [[3], [4], [2], [1]]],
    ['SELECT id FROM t ORDER BY id FETCH FIRST 2 ROWS ONLY', [[1], [2]]],
    ['SELECT id FROM (SELECT id FROM t ORDER BY id DESC) WHERE ROWNUM <= 2', [[4], [3]]],
    ['SELECT a.id, b.id FROM t a JOIN t b ON b.grp = a.grp AND b.id > a.id', [[1, 2]]],
    [
      'SELECT a.id, b.name FROM t a LEFT JOIN t b ON b.id = a.bytes / 10 AND b.id < 3 ORDER BY 1',
      [
        [1, 'one'],
        [2, 'two'],
        [3, null],
        [4, null],
      ],
    ],
    ['SELECT id FROM t x WHERE EXISTS (SELECT 1 FROM t y WHERE y.grp = x.grp AND y.id <> x.id)', [[1], [2]]],
    ['SELECT id FROM t WHERE (grp, id) IN (SELECT grp, MAX(id) FROM t GROUP BY grp)', [[2], [3]]],
    [
      "SELECT CASE WHEN bytes IS NULL THEN 'none' ELSE TO_CHAR(bytes) END FROM t ORDER BY id",
      [['10'], ['20'], ['none'], ['40']],
    ],
    [
      "SELECT DECODE(grp, 'a', 1, NULL, 2, 3), NVL2(name, 'y', 'n'), COALESCE(name, grp, 'z') FROM t ORDER BY id",
      [
        [1, 'y', 'one'],
        [1, 'y', 'two'],
        [3, 'y', 'three'],
        [2, 'n', 'z'],
      ],
    ],
    [
      'WITH big AS (SELECT id, bytes FROM t WHERE bytes >= 20) SELECT (SELECT COUNT(*) FROM big), MAX(bytes) FROM big',
      [[2, 40]],
    ],
    [
      'SELECT id FROM t WHERE id = 1 UNION ALL SELECT id FROM t WHERE id BETWEEN 3 AND 4 ORDER BY 1 DESC',
      [[4], [3], [1]],
    ],
    ["SELECT name FROM t WHERE name LIKE 't%o' OR name LIKE 'o_e'", [['one'], ['two']]],
    ['SELECT DISTINCT grp FROM t WHERE grp IS NOT NULL ORDER BY grp', [['a'], ['b']]],
    [
      'SELECT id, ROW_NUMBER() OVER (PARTITION BY grp ORDER BY id DESC) rn, SUM(bytes) OVER () FROM t ORDER BY id',
      [
        [1, 2, 70],
        [2, 1, 70],
        [3, 1, 70],
        [4, 1, 70],
      ],
    ],
    ["SELECT LISTAGG(name, ',') WITHIN GROUP (ORDER BY id DESC) FROM t", [['three,two,one']]],
    [
      "SELECT TO_CHAR(TO_DATE('2024-02-29 13:05', 'YYYY-MM-DD HH24:MI') + INTERVAL '1' DAY, 'DD.MM.YYYY HH24:MI') FROM dual",
      [['01.03.2024 13:05']],
    ],
    [
      "SELECT EXTRACT(HOUR FROM NUMTODSINTERVAL(90, 'MINUTE')), ROUND(10 / 3, 2), TRUNC(2.9), MOD(7, 4) FROM dual",
      [[1, 3.33, 2, 3]],
    ],
    ["SELECT (TIMESTAMP '2024-01-01 00:00:10' - TIMESTAMP '2024-01-01 00:00:00') FROM dual WHERE 1 = 0", []],
    [
      'SELECT GREATEST(1, 5, 3), LEVEL FROM dual CONNECT BY LEVEL <= 2',
      [
        [5, 1],
        [5, 2],
      ],
    ],
    ['SELECT 9295429630892703743 - 1, .1 + .2, -0.5 FROM dual', [[9295429630892703000, 0.3, -0.5]]],
    ['SELECT COUNT(*) FROM t WHERE bytes = :b', undefined],
  ])('%s', async (sql, expected) => {
    if (expected) expect(await rows(sql)).toEqual(expected);
    else expect(await rows(sql, { b: 20 })).toEqual([[1]]);
  });

  it('fetches long results in batches', async () => {
    await run("INSERT INTO t SELECT LEVEL + 100, 'n' || LEVEL, NULL, NULL FROM dual CONNECT BY LEVEL <= 2000");
    const { rows: all } = await run(
      'SELECT id FROM t WHERE id > 100 ORDER BY id',
      {},
      { prefetchRows: 7, fetchArraySize: 33 },
    );
    expect(all).toHaveLength(2000);
    const { resultSet } = await connection.execute(
      'SELECT id FROM t ORDER BY id',
      {},
      { resultSet: true, fetchArraySize: 10 },
    );
    expect(await resultSet!.getRows(4)).toHaveLength(4);
    await resultSet!.close();
  });

  it('merges, updates and deletes', async () => {
    const merge = `MERGE INTO t USING (SELECT :id AS id, :name AS name FROM dual) s ON (t.id = s.id)
      WHEN MATCHED THEN UPDATE SET t.name = s.name WHERE t.name <> s.name OR t.name IS NULL
      WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, s.name)`;
    const result = await connection.executeMany(
      merge,
      [
        { id: 1, name: 'one' },
        { id: 4, name: 'four' },
        { id: 9, name: 'nine' },
      ],
      { dmlRowCounts: true },
    );
    expect(result).toMatchObject({ rowsAffected: 2, dmlRowCounts: [0, 1, 1] });
    expect(
      (await run('UPDATE t SET bytes = (SELECT MAX(bytes) FROM t) + id, grp = UPPER(grp) WHERE id IN (1, 2)'))
        .rowsAffected,
    ).toBe(2);
    expect(await rows('SELECT id, bytes, grp FROM t WHERE id < 3 ORDER BY id')).toEqual([
      [1, 41, 'A'],
      [2, 42, 'A'],
    ]);
    const returned = await run('UPDATE t SET bytes = bytes + 1 WHERE id <= 2 RETURNING id, bytes INTO :i, :b', {
      i: { dir: oracledb.BIND_OUT, type: oracledb.NUMBER },
      b: { dir: oracledb.BIND_OUT, type: oracledb.NUMBER },
    });
    expect(returned.outBinds).toEqual({ i: [1, 2], b: [42, 43] });
    expect((await run('DELETE FROM t WHERE id > :x', { x: 2 })).rowsAffected).toBe(3);
  });
});

describe('values', () => {
  it('keeps every type that is bound', async () => {
    await run(
      'CREATE TABLE v (n NUMBER, s VARCHAR2(4000), d DATE, ts TIMESTAMP(3), tz TIMESTAMP WITH TIME ZONE, r RAW(16), c CLOB, b BLOB)',
    );
    const at = new Date('2024-05-06T07:08:09.123Z');
    const values = {
      n: -123.456,
      s: 'ñandú €',
      d: at,
      ts: at,
      tz: { val: at, type: oracledb.DB_TYPE_TIMESTAMP_TZ },
      r: Buffer.from('0aff', 'hex'),
      c: 'text',
      b: Buffer.from([1, 2]),
    };
    await run('INSERT INTO v VALUES (:n, :s, :d, :ts, :tz, :r, :c, :b)', values as never);
    await run('INSERT INTO v (n) VALUES (NULL)');
    oracledb.fetchAsString = [oracledb.CLOB];
    oracledb.fetchAsBuffer = [oracledb.BLOB];
    const found = await rows('SELECT * FROM v');
    oracledb.fetchAsString = [];
    oracledb.fetchAsBuffer = [];
    expect(found).toEqual([
      [
        -123.456,
        'ñandú €',
        new Date('2024-05-06T07:08:09Z'),
        at,
        at,
        Buffer.from('0aff', 'hex'),
        'text',
        Buffer.from([1, 2]),
      ],
      [null, null, null, null, null, null, null, null],
    ]);
  });

  it('carries LOBs of a megabyte both ways', async () => {
    await run('CREATE TABLE l (id NUMBER PRIMARY KEY, c CLOB, b BLOB)');
    const text = 'é€x'.repeat(350_000);
    const bytes = Buffer.alloc(1_000_000, 'abc');
    await run('INSERT INTO l VALUES (1, :c, :b)', { c: text, b: bytes });
    await run('INSERT INTO l VALUES (2, :c, :b)', {
      c: { val: text, type: oracledb.CLOB },
      b: { val: bytes, type: oracledb.BLOB },
    } as never);
    await connection.executeMany(
      'INSERT INTO l VALUES (:1, :2, :3)',
      [
        [3, text, bytes],
        [4, 'short', null],
      ],
      {
        bindDefs: [
          { type: oracledb.NUMBER },
          { type: oracledb.STRING, maxSize: 3_000_000 },
          { type: oracledb.BUFFER, maxSize: 1_000_000 },
        ],
      },
    );
    await connection.commit();
    const [row] = (await run('SELECT c, b FROM l WHERE id = 2')).rows as [oracledb.Lob, oracledb.Lob][];
    expect(await row![0].getData()).toBe(text);
    expect(Buffer.compare((await row![1].getData()) as Buffer, bytes)).toBe(0);
    const handler = (column: { dbType: unknown }) =>
      column.dbType === oracledb.DB_TYPE_CLOB ? { type: oracledb.STRING } : { type: oracledb.BUFFER };
    const direct = await connection.execute<[string, Buffer]>(
      'SELECT c, b FROM l ORDER BY id',
      {},
      { fetchTypeHandler: handler as never },
    );
    expect(direct.rows!.map(([c, b]) => [c.length, b?.length ?? null])).toEqual([
      [1_050_000, 1_000_000],
      [1_050_000, 1_000_000],
      [1_050_000, 1_000_000],
      [5, null],
    ]);
    expect(await rows('SELECT DBMS_LOB.GETLENGTH(c) FROM l WHERE id = 4')).toEqual([[5]]);
  });

  it('reports the rows of a batch that failed, and keeps the others', async () => {
    await run('CREATE TABLE p (id NUMBER PRIMARY KEY)');
    await run('CREATE TABLE b (id NUMBER PRIMARY KEY, s VARCHAR2(3) NOT NULL, p NUMBER REFERENCES p)');
    await run('INSERT INTO p VALUES (1)');
    const data = [
      { i: 1, s: 'a', p: 1 },
      { i: 1, s: 'b', p: 1 },
      { i: 2, s: null, p: 1 },
      { i: 3, s: 'long', p: 1 },
      { i: 4, s: 'd', p: 9 },
      { i: 5, s: 'e', p: null },
    ];
    const options = {
      batchErrors: true,
      bindDefs: {
        i: { type: oracledb.NUMBER },
        s: { type: oracledb.STRING, maxSize: 10 },
        p: { type: oracledb.NUMBER },
      },
    };
    for (let again = 0; again < 2; again += 1) {
      const result = await connection.executeMany('INSERT INTO b VALUES (:i, :s, :p)', data, options);
      expect(result.batchErrors!.map((error) => [error.offset, Number(/ORA-(\d+)/.exec(error.message)?.[1])])).toEqual(
        again === 0
          ? [
              [1, 1],
              [2, 1400],
              [3, 12899],
              [4, 2291],
            ]
          : [
              [0, 1],
              [1, 1],
              [2, 1400],
              [3, 12899],
              [4, 2291],
              [5, 1],
            ],
      );
      expect(result.rowsAffected).toBe(again === 0 ? 2 : 0);
    }
  });

  it('moves with a clock that is set', async () => {
    oracle.clock.set(Date.UTC(2030, 0, 2, 3, 4, 5, 678));
    expect(
      await rows(
        "SELECT TO_CHAR(SYSTIMESTAMP, 'YYYY-MM-DD HH24:MI:SS.FF3 TZH:TZM'), TO_CHAR(SYSDATE + 1/24, 'HH24:MI') FROM dual",
      ),
    ).toEqual([['2030-01-02 03:04:05.678 +00:00', '04:04']]);
    oracle.clock.advance(60_000);
    expect(await rows("SELECT TO_CHAR(SYSTIMESTAMP - NUMTODSINTERVAL(30, 'SECOND'), 'MI:SS') FROM dual")).toEqual([
      ['04:35'],
    ]);
  });

  it('shows seeded views to those who may read them', async () => {
    oracle.views.define('V$DATABASE', ['DBID', 'NAME'], [[4294967295, 'ORCL']]);
    await expect(run('SELECT * FROM v$database')).rejects.toThrow('ORA-00942');
    oracle.users.grant('LOGS', 'SELECT ON V_$DATABASE');
    expect(await rows('SELECT dbid, name FROM v$database')).toEqual([[4294967295, 'ORCL']]);
    expect(await rows("SELECT privilege FROM session_privs WHERE privilege LIKE 'CREATE S%' ORDER BY 1")).toEqual([
      ['CREATE SEQUENCE'],
      ['CREATE SESSION'],
      ['CREATE SYNONYM'],
    ]);
  });
});
