import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../../electron/app/redact.ts';

describe('redaction', () => {
  test.each([
    'connect target "sys/Tiger_9@prod as sysdba";',
    "CONNECT CATALOG rco/Tiger_9@cat",
    'set encryption on identified by "Tiger_9" only;',
    "SET DECRYPTION IDENTIFIED BY 'Tiger_9';",
    'ENCRYPTION_PASSWORD=Tiger_9',
    "PARMS 'ENV=(OSB_PASSWORD=Tiger_9,X=1)'",
    'userid=system/Tiger_9@pdb1',
    'rman target sys/"Tiger_9"@//host:1521/svc',
    '{"password":"Tiger_9"}',
    'SMTP password: Tiger_9',
  ])('hides the secret in: %s', (text) => {
    expect(redact(text)).not.toContain('Tiger_9');
  });

  test.each([
    'rman target / cmdfile=/u01/app/runs/1/script.rman',
    'piece handle=/bk/ORCL/0141i7hg_1_1 tag=FULL comment=NONE',
    "connect target *",
    'ORA-01017: invalid username/password; logon denied',
  ])('leaves what is no secret: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('no password without quotes or blanks survives in a connect string', () => {
    const secret = fc.string({ minLength: 12, maxLength: 30 }).map((text) => `zQ${text.replace(/["\s@/'\\]/g, 'x')}`);
    fc.assert(
      fc.property(secret, (password) => {
        expect(redact(`connect target "u/${password}@dsn as sysbackup";`)).not.toContain(password);
        expect(redact(`userid=u/${password}@dsn`)).not.toContain(password);
      }),
    );
  });
});
