import { describe, expect, test } from 'vitest';
import { parseEnv, readEnvFile } from '../../../../electron/settings/env-file.ts';
import { defaultSettings, settingsSchema } from '../../../../shared/domain/settings.ts';
import { sampleMail } from '../../../support/alerts.ts';

const read = (text: string, mail = defaultSettings.mail) => readEnvFile(text, { ...defaultSettings, mail });

const EARLIER = `\uFEFF# Oracle
ORACLE_USER=system
ORACLE_PASSWORD="oracle"
ORACLE_DSN=localhost:1521/XEPDB1
export SMTP_SERVER=smtp.example.com   # the relay
SMTP_PORT=587
SMTP_USERNAME='backups@example.com'
SMTP_PASSWORD="p#ss \\"word\\""
NOTIFICATION_EMAIL=dba@example.com, Boss <boss@example.com>
DEBUG=True
BACKUP_BASE_PATH=/backup
RETENTION_DAYS=30
`;

describe('the earlier backend’s file', () => {
  test.each([['LF', EARLIER], ['CRLF', EARLIER.replaceAll('\n', '\r\n')]])('with %s', (_ends, text) => {
    const reading = read(text);
    expect(reading.settings.mail).toEqual({
      ...sampleMail(),
      server: 'smtp.example.com',
      port: 587,
      security: 'starttls',
      user: 'backups@example.com',
      from: 'backups@example.com',
      recipients: ['dba@example.com', 'boss@example.com'],
    });
    expect(reading.mailPassword).toBe('p#ss "word"');
    expect(reading.ignored).toEqual(['DEBUG']);
    expect(reading.database).toMatchObject({ user: 'system', password: 'oracle', connectIdentifier: 'localhost:1521/XEPDB1' });
    expect(reading.strategy).toEqual({ basePath: '/backup', retentionDays: 30 });
    expect(JSON.stringify(reading.settings)).not.toContain('p#ss');
    expect(settingsSchema.safeParse(reading.settings).success).toBe(true);
  });
});

test.each([
  ['SMTP_HOST=h\nSMTP_SECURE=true', 'tls'],
  ['SMTP_HOST=h\nSMTP_PORT=465', 'tls'],
  ['SMTP_HOST=h\nSMTP_SECURE=false\nSMTP_PORT=587', 'starttls'],
  ['MAIL_HOST=h\nMAIL_ENCRYPTION=tls', 'starttls'],
  ['MAIL_HOST=h\nMAIL_ENCRYPTION=ssl', 'tls'],
  ['EMAIL_HOST=h\nEMAIL_USE_TLS=False\nEMAIL_PORT=25', 'none'],
  ['SMTP_HOST=h', 'starttls'],
])('%s is %s', (text, security) => {
  expect(read(`${text}\nMAIL_TO=dba@example.com`).settings.mail?.security).toBe(security);
});

describe('what cannot be used', () => {
  test('is named, and changes nothing', () => {
    const reading = read('SMTP_SERVER=not a host\nSMTP_PORT=99999\nNOTIFICATION_EMAIL=nobody\nSMTP_PASSWORD=\n');
    expect(reading.settings).toEqual(defaultSettings);
    expect(reading).toMatchObject({
      taken: [],
      ignored: ['SMTP_SERVER', 'SMTP_PORT', 'NOTIFICATION_EMAIL', 'SMTP_PASSWORD'],
      mailPassword: null,
    });
  });

  test('without a server only what is there already is completed', () => {
    expect(read('NOTIFICATION_EMAIL=new@example.com').taken).toEqual([]);
    const reading = read('NOTIFICATION_EMAIL=new@example.com', sampleMail({ server: 'mine', digestAt: '08:00' }));
    expect(reading.settings.mail).toMatchObject({ server: 'mine', digestAt: '08:00', recipients: ['new@example.com'] });
  });

  test('an empty or a foreign text', () => {
    for (const text of ['', '# nothing', '{"json": true}', '\0\x01=']) {
      expect(read(text)).toMatchObject({ settings: defaultSettings, taken: [], mailPassword: null });
    }
  });
});

test('the dialect: export, quotes, comments, escapes, the last of two', () => {
  const values = parseEnv(`
export A = one # comment
B='single # kept'
C="line\\nbreak"
D=a#b
E=
F: colon
A=two
lower=up
G="over
two lines"
`);
  expect(Object.fromEntries(values)).toEqual({
    A: 'two', B: 'single # kept', C: 'line\nbreak', D: 'a#b', E: '', F: 'colon', LOWER: 'up', G: 'over\ntwo lines',
  });
});
