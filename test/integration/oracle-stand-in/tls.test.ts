// TCPS: the same server behind TLS from the first byte on.
import oracledb from 'oracledb';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startOracle, type StandIn } from '../../support/oracle/index.ts';
import { selfSigned } from '../../support/self-signed.ts';

let oracle: StandIn;
const folder = mkdtempSync(join(tmpdir(), 'oracle-wallet-'));
afterEach(async () => {
  await oracle.stop();
  rmSync(folder, { recursive: true });
});

it('is reached with a wallet that knows its certificate, and not without', async () => {
  const { key, cert } = selfSigned();
  oracle = await startOracle({ users: { U: { password: 'p' } }, tls: { key, cert }, sdu: 600 });
  expect(oracle.connectString).toMatch(/^tcps:/);
  writeFileSync(join(folder, 'ewallet.pem'), `${key}${cert}`);
  const options = { user: 'u', password: 'p', connectString: oracle.connectString, sslServerDNMatch: false };
  await expect(oracledb.getConnection(options)).rejects.toThrow('NJS-');
  const connection = await oracledb.getConnection({ ...options, walletLocation: folder });
  expect((await connection.execute('SELECT USER FROM dual')).rows).toEqual([['U']]);
  await connection.close();
  expect(oracle.bugs).toEqual([]);
});
