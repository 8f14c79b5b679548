// Reads an `.env` file of the backend that Respaldo grew out of: what of it becomes which setting. Saves nothing.
import {
  addressSchema, mailPasswordSchema, mailSettingsSchema, newMailSettings, type MailSettings,
} from '../../shared/domain/notification.ts';
import type { EnvDatabase, EnvStrategy } from '../../shared/domain/env-import.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { readEnvDatabase } from './env-database.ts';

export type EnvReading = {
  settings: Settings;
  taken: string[];
  /** Keys that mean nothing here, and those whose value cannot be used. */
  ignored: string[];
  mailPassword: string | null;
  database: EnvDatabase | null;
  strategy: EnvStrategy | null;
};

type Field = 'server' | 'port' | 'security' | 'user' | 'password' | 'from' | 'recipients';

/** The names of each value, as mail libraries and frameworks call it; the first that is usable is taken. */
const NAMES: Record<Field, readonly string[]> = {
  server: ['SMTP_SERVER', 'SMTP_HOST', 'MAIL_SERVER', 'MAIL_HOST', 'EMAIL_SERVER', 'EMAIL_HOST'],
  port: ['SMTP_PORT', 'MAIL_PORT', 'EMAIL_PORT'],
  security: [
    'SMTP_SECURITY', 'SMTP_ENCRYPTION', 'MAIL_ENCRYPTION', 'SMTP_SECURE', 'MAIL_SECURE', 'EMAIL_SECURE', 'SMTP_SSL',
    'SMTP_USE_SSL', 'MAIL_USE_SSL', 'EMAIL_USE_SSL', 'SMTP_STARTTLS', 'SMTP_TLS', 'SMTP_USE_TLS', 'MAIL_TLS', 'MAIL_USE_TLS',
    'EMAIL_USE_TLS',
  ],
  user: ['SMTP_USERNAME', 'SMTP_USER', 'MAIL_USERNAME', 'MAIL_USER', 'EMAIL_USER', 'EMAIL_HOST_USER'],
  password: [
    'SMTP_PASSWORD', 'SMTP_PASS', 'MAIL_PASSWORD', 'MAIL_PASS', 'EMAIL_PASSWORD', 'EMAIL_PASS', 'EMAIL_HOST_PASSWORD',
  ],
  from: ['SMTP_FROM', 'MAIL_FROM', 'MAIL_FROM_ADDRESS', 'EMAIL_FROM', 'FROM_EMAIL', 'DEFAULT_FROM_EMAIL'],
  recipients: [
    'NOTIFICATION_EMAIL', 'NOTIFICATION_EMAILS', 'NOTIFY_EMAIL', 'ALERT_EMAIL', 'ALERT_EMAILS', 'MAIL_TO', 'EMAIL_TO',
    'SMTP_TO', 'ADMIN_EMAIL',
  ],
};

/** What `text` would make of `current`. */
export function readEnvFile(text: string, current: Settings): EnvReading {
  const values = parseEnv(text);
  const found = findFields(values);
  const mail = mailOf(found, current.mail);
  const password = mailPasswordSchema.safeParse(found.password?.value).data ?? null;
  const { database, strategy, taken: keysOfDatabase } = readEnvDatabase(values);
  const taken = new Set<string>(keysOfDatabase);
  for (const [field, { key }] of Object.entries(found)) {
    if (field === 'password' ? password !== null : mail !== null) taken.add(key);
  }
  return {
    settings: mail === null ? current : { ...current, mail },
    taken: [...values.keys()].filter((key) => taken.has(key)),
    ignored: [...values.keys()].filter((key) => !taken.has(key)),
    mailPassword: password,
    database,
    strategy,
  };
}

type Found = { [Name in Field]?: { key: string; value: string } };

function findFields(values: ReadonlyMap<string, string>): Found {
  const found: Found = {};
  for (const [field, names] of Object.entries(NAMES) as [Field, readonly string[]][]) {
    const key = names.find((name) => isUsable(field, values.get(name) ?? ''));
    if (key !== undefined) found[field] = { key, value: values.get(key) ?? '' };
  }
  return found;
}

const { server, port, user } = mailSettingsSchema.shape;

function isUsable(field: Field, value: string): boolean {
  if (value === '') return false;
  switch (field) {
    case 'server': return server.safeParse(value).success;
    case 'port': return /^\d+$/.test(value) && port.safeParse(Number(value)).success;
    case 'security': return /^(true|false|yes|no|on|off|1|0|tls|ssl|starttls|none)$/i.test(value);
    case 'user': return user.safeParse(value).success;
    case 'password': return mailPasswordSchema.safeParse(value).success;
    case 'from': return addressOf(value) !== null;
    case 'recipients': return addressesOf(value) !== null;
  }
}

/** `null` when the file names no server and there was none either: the rest is then of no use. */
function mailOf(found: Found, current: MailSettings | null): MailSettings | null {
  const start = current ?? newMailSettings();
  const host = found.server?.value ?? start.server;
  if (host === '' || Object.keys(found).every((field) => field === 'password')) return null;
  const number = found.port ? Number(found.port.value) : start.port;
  const recipients = addressesOf(found.recipients?.value ?? '') ?? start.recipients;
  const account = found.user?.value ?? start.user;
  const from =
    addressOf(found.from?.value ?? '') ?? (start.from || addressOf(account ?? '') || recipients[0] || `respaldo@${host}`);
  const security = securityOf(found, start, number);
  const mail = { ...start, server: host, port: number, user: account, from, recipients, security };
  return mailSettingsSchema.safeParse(mail).data ?? null;
}

function securityOf({ security, port: given }: Found, start: MailSettings, number: number): MailSettings['security'] {
  const value = security?.value.toLowerCase() ?? '';
  const isOn = /^(true|yes|on|1)$/.test(value);
  if (value === 'none' || value === 'starttls') return value;
  if (value === 'ssl' || number === 465) return 'tls';
  if (/SECURE|SSL/.test(security?.key ?? '') && isOn) return 'tls';
  // Without encryption only where that is said in so many words: "secure: false" elsewhere means STARTTLS.
  if (/TLS/.test(security?.key ?? '') && value !== 'tls' && !isOn) return 'none';
  return given || security ? 'starttls' : start.security;
}

/** `dba@example.com` out of `Copias <dba@example.com>`. */
function addressOf(text: string): string | null {
  const bare = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim();
  return addressSchema.safeParse(bare).data ?? null;
}

function addressesOf(text: string): string[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '');
  const addresses = parts.map(addressOf);
  const good = addresses.filter((address) => address !== null);
  const list = mailSettingsSchema.shape.recipients.safeParse([...new Set(good)]).data;
  return good.length === parts.length && list && list.length > 0 ? list : null;
}

const LINE =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*("(?:\\[^]|[^"\\])*"|'[^']*'|`[^`]*`|[^\n]*)/gm;

/** Keys in the order of the file, in capitals; of a key that is given twice the last value counts. */
export function parseEnv(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, key = '', raw = ''] of text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').matchAll(LINE)) {
    values.set(key.toUpperCase(), valueOf(raw));
  }
  return values;
}

function valueOf(raw: string): string {
  const quote = raw[0];
  if (raw.length > 1 && raw.endsWith(quote ?? '')) {
    if (quote === "'" || quote === '`') return raw.slice(1, -1);
    if (quote === '"') {
      const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
      return raw.slice(1, -1).replace(/\\([^])/g, (_whole, character: string) => escapes[character] ?? character);
    }
  }
  // A comment begins at a "#" after a blank: a password may hold one.
  return raw.replace(/(^|\s)#.*$/, '').trim();
}
