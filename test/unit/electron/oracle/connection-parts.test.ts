// The pure parts of a connection: what the driver is given, how errors are told, how long is waited.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributesOf } from '../../../../electron/oracle/attributes.ts';
import { reconnectDelay } from '../../../../electron/oracle/backoff.ts';
import { oracleError } from '../../../../electron/oracle/errors.ts';
import { addressesOf } from '../../../../electron/databases/reach.ts';
import { isDescriptor, newSqlConnection, sqlConnectionSchema } from '../../../../shared/domain/sql-connection.ts';
import { newTargetSpec, targetSpecSchema } from '../../../../shared/domain/target.ts';
import { type AppError } from '../../../../shared/errors/app-error.ts';

const numbers = { SYSDBA: 2, SYSBACKUP: 131072 };
const easy = { kind: 'easy' as const, protocol: 'tcps' as const, host: 'db1', port: 2484, service: 'PDB1' };

describe('what the driver is given', () => {
  test('is one descriptor, with the privilege and the wallet', () => {
    const connection = { ...newSqlConnection(), address: easy, user: 'bkp', privilege: 'sysbackup' as const, walletDirectory: '/w' };
    const thin = attributesOf(connection, { password: 'x', walletPassword: 'y' }, 'thin', numbers);
    expect(thin).toMatchObject({ privilege: 131072, walletLocation: '/w', walletPassword: 'y' });
    expect(isDescriptor(String(thin.connectString))).toBe(true);
    expect(addressesOf(String(thin.connectString))).toEqual([{ host: 'db1', port: 2484 }]);
    expect(attributesOf(connection, { password: 'x', walletPassword: null }, 'thick', numbers).connectString).toContain('MY_WALLET_DIRECTORY="/w"');
  });

  test('no field that the form takes can open or close a bracket of the descriptor', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (host, service) => {
      const connection = { ...newSqlConnection(), user: 'u', address: { ...easy, host, service } };
      if (!sqlConnectionSchema.safeParse(connection).success) return;
      const text = String(attributesOf(connection, { password: '', walletPassword: null }, 'thin', numbers).connectString);
      expect(isDescriptor(text)).toBe(true);
      expect(text.match(/\(/g)?.length).toBe(9);
    }));
  });
});

describe('errors of the driver', () => {
  test.each([
    ['NJS-500', 'NJS-500: connection was closed or broken\nORA-03113: end-of-file', 'oracle.lost', 'ORA-03113'],
    ['NJS-511', 'NJS-511: refused (CONNECTION_ID=abc)\nCause: ORA-12516', 'oracle.failed', 'ORA-12516'],
    ['ORA-00942', 'ORA-00942: table or view does not exist\nHelp: https://x', 'oracle.failed', 'ORA-00942'],
  ])('%s', (code, message, kind, told) => {
    const error = oracleError(Object.assign(new Error(message), { code }), []) as AppError;
    expect([error.code, error.params['code']]).toEqual([kind, told]);
    expect(String(error.params['detail'])).not.toMatch(/CONNECTION_ID|Help:/);
  });

  test('never carry a password, wherever the driver puts it', () => {
    const password = fc.stringMatching(/^[a-z0-9!@#$%^&*()_+=-]{6,30}$/).map((text) => `~${text}~`);
    fc.assert(fc.property(password, fc.string(), fc.string(), (secret, before, after) => {
      const thrown = Object.assign(new Error(`ORA-00900: ${before}${secret}${after}`), { code: 'ORA-00900' });
      expect(JSON.stringify((oracleError(thrown, [secret]) as AppError).report())).not.toContain(secret);
    }));
  });

  test('a mistake of ours stays one', () => {
    const error = new TypeError('x is not a function');
    expect(oracleError(error, [])).toBe(error);
  });
});

test('waiting grows, is spread and has an end', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), random, (failures, random) => {
    const delay = reconnectDelay(failures, random);
    expect(delay).toBeGreaterThanOrEqual(500);
    expect(delay).toBeLessThanOrEqual(300_000);
    expect(reconnectDelay(failures + 1, random)).toBeGreaterThanOrEqual(delay);
  }));
});

test('a target stored before has no SQL connection', () => {
  const { sql, ...before } = { ...newTargetSpec('simulated'), name: 'OLD' };
  expect(sql).toBeNull();
  expect(targetSpecSchema.parse(before).sql).toBeNull();
});
