import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEnvFile } from '../../../../electron/settings/env-file.ts';
import { easyAddress, strategyOfEnv, targetOfEnv } from '../../../../shared/domain/env-import.ts';
import { defaultSettings } from '../../../../shared/domain/settings.ts';
import { strategySpecSchema } from '../../../../shared/domain/strategy.ts';
import { targetSpecSchema } from '../../../../shared/domain/target.ts';

const read = (lines: Record<string, string>) =>
  readEnvFile(Object.entries(lines).map(([key, value]) => `${key}=${value}`).join('\n'), defaultSettings);
const addition = { name: 'ERP', oracleHome: '/u01/app/oracle/product/19', oracleSid: 'ERP1' };

describe('the database of an earlier backend', () => {
  test('becomes one that can be saved once its home is known', () => {
    const { database } = read({ ORACLE_USER: 'rman_op', ORACLE_PASSWORD: 's3cret', ORACLE_DSN: 'db1.example.com:1522/ERP' });
    if (!database) throw new Error('no database');
    const spec = targetOfEnv(database, addition);
    expect(targetSpecSchema.safeParse(spec).success).toBe(true);
    expect(spec.login).toEqual({
      kind: 'password', username: 'rman_op', connectIdentifier: 'db1.example.com:1522/ERP', as: 'sysbackup',
    });
    expect(spec.sql).toMatchObject({ address: { kind: 'easy', host: 'db1.example.com', port: 1522, service: 'ERP' } });
    expect(JSON.stringify(spec)).not.toContain('s3cret');
    expect(targetSpecSchema.safeParse(targetOfEnv(database, { ...addition, oracleHome: '' })).success).toBe(false);
  });

  test('SYS logs in with SYSDBA, others do not', () => {
    const { database } = read({ ORACLE_USER: 'sys', ORACLE_DSN: 'db1/ERP' });
    expect(database?.sql?.privilege).toBe('sysdba');
    expect(database && targetOfEnv(database, addition).login).toMatchObject({ as: 'sysdba' });
  });

  test('an alias needs to know where tnsnames.ora lies', () => {
    expect(read({ ORACLE_USER: 'a', ORACLE_DSN: 'ERP' }).database).toMatchObject({ connectIdentifier: 'ERP', sql: null });
    const known = read({ ORACLE_USER: 'a', ORACLE_DSN: 'ERP', TNS_ADMIN: '/etc/oracle' }).database;
    expect(known?.sql?.address).toEqual({ kind: 'alias', alias: 'ERP', tnsAdmin: '/etc/oracle' });
  });

  test('a user alone is none, and a hostile value is left out', () => {
    expect(read({ ORACLE_USER: 'a' })).toMatchObject({ database: null, ignored: ['ORACLE_USER'] });
    const hostile = read({ ORACLE_USER: 'a', ORACLE_SID: 'ERP', ORACLE_PASSWORD: "'x&1y'", BACKUP_BASE_PATH: "/b'; DELETE" });
    expect(hostile.database?.password).toBeNull();
    expect(hostile.strategy).toBeNull();
    expect(hostile.ignored).toEqual(['ORACLE_PASSWORD', 'BACKUP_BASE_PATH']);
  });
});

describe('the strategy of an earlier backend', () => {
  test('writes into its directory and keeps for its days', () => {
    const { strategy } = read({ BACKUP_BASE_PATH: '/backup/', RETENTION_DAYS: '30' });
    if (!strategy) throw new Error('no strategy');
    const spec = strategyOfEnv(strategy, 'Whole database');
    expect(strategySpecSchema.safeParse(spec).success).toBe(true);
    expect(spec.format).toBe('/backup/%d_%T_%U');
    expect(spec.afterwards.deleteObsolete).toEqual({ kind: 'window', days: 30 });
    expect(spec.schedule).toBeNull();
  });

  test('no number of days that RMAN would not take', () => {
    for (const days of ['0', '-1', '1e3', '99999', 'x']) {
      expect(read({ RETENTION_DAYS: days })).toMatchObject({ strategy: null, ignored: ['RETENTION_DAYS'] });
    }
  });

  test('whatever the file says, a strategy that comes of it can be saved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (path, days) => {
        const { strategy } = read({ BACKUP_BASE_PATH: `/${path.replaceAll('\n', ' ')}`, RETENTION_DAYS: days });
        return strategy === null || strategySpecSchema.safeParse(strategyOfEnv(strategy, 'x')).success;
      }),
    );
  });
});

test.each([
  ['db1/ERP', { protocol: 'tcp', host: 'db1', port: 1521, service: 'ERP' }],
  ['//db1:1530/erp.example.com', { protocol: 'tcp', host: 'db1', port: 1530, service: 'erp.example.com' }],
  ['tcps://db1:2484/ERP', { protocol: 'tcps', host: 'db1', port: 2484, service: 'ERP' }],
  ['[::1]:1521/XE', { protocol: 'tcp', host: '::1', port: 1521, service: 'XE' }],
  ['ERP', null],
  ['(DESCRIPTION=(ADDRESS=…))', null],
])('%s as an address', (text, expected) => {
  const found = easyAddress(text);
  expect(found).toEqual(expected && { kind: 'easy', ...expected });
});
