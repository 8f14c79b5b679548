// What of a value may stand in the audit, which others read too: nothing that opens a door. Pure but for a digest.
import { createHash } from 'node:crypto';
import { redact } from '../../app/redact.ts';
import type { AuditEntry } from '../../../shared/domain/audit.ts';

type Json = AuditEntry['before'];

const SECRET_KEY = /password|passwd|secret|token|credential|hash$/i;

/**
 * The value as JSON, without secrets. The path of a web address often is one (a chat's web hook, a heartbeat), so only
 * its host stays, with a mark that differs when the address does.
 */
export function withoutSecrets(value: unknown): Json {
  return clean(JSON.parse(JSON.stringify(value ?? null)) as Json);
}

function clean(value: Json): Json {
  if (typeof value === 'string') return /^https?:\/\//i.test(value) ? addressMark(value) : redact(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, SECRET_KEY.test(key) && typeof one === 'string' ? '*' : clean(one)]),
  );
}

function addressMark(address: string): string {
  const mark = createHash('sha256').update(address).digest('hex').slice(0, 8);
  const [origin = ''] = /^https?:\/\/[^/?#]*/i.exec(address) ?? [];
  return `${origin.replace(/\/\/[^@/]*@/, '//')}/… (${mark})`;
}
