// How SQL reaches a database: address, user, privilege, wallet and time-outs; holds no secret and opens nothing.
import { z } from 'zod';
import { neededText } from './safe-text.ts';

const required = z.string().min(1, { abort: true });

const absolutePath = neededText(400).refine((path) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path), { message: 'path.absolute' });

// The driver reads addresses as lists in brackets: none of these characters may open, close or continue one.
const host = required.max(255).regex(/^[A-Za-z0-9_.:%-]+$/, { message: 'host.characters' });
const service = required.max(255).regex(/^[A-Za-z0-9_.$#-]+$/, { message: 'service.characters' });

const addressSchema = z.discriminatedUnion('kind', [
  /** Host, port and service name, as in Easy Connect; a PDB has a service of its own. */
  z.strictObject({
    kind: z.literal('easy'),
    protocol: z.enum(['tcp', 'tcps']),
    host,
    port: z.number().int().min(1).max(65535),
    service,
  }),
  /** A name of tnsnames.ora. */
  z.strictObject({
    kind: z.literal('alias'),
    alias: required.max(128).regex(/^[A-Za-z0-9_.-]+$/, { message: 'tns-alias.characters' }),
    /** TNS_ADMIN: the directory of tnsnames.ora. */
    tnsAdmin: absolutePath,
  }),
  /** A whole connect descriptor, for what the other two cannot say (RAC, failover, SID, proxies). */
  z.strictObject({
    kind: z.literal('descriptor'),
    text: required
      .max(4000)
      .refine((text) => !/[^\P{Cc}\r\n\t]/u.test(text), { message: 'descriptor.form' })
      .refine(isDescriptor, { message: 'descriptor.form' }),
  }),
]);

export const sqlPrivilegeSchema = z.enum(['normal', 'sysdba', 'sysbackup']);

/** What the form of a connection edits. */
export const sqlConnectionSchema = z.strictObject({
  address: addressSchema,
  user: required.max(128).regex(/^[A-Za-z][A-Za-z0-9_$#]*$/, { message: 'username.characters' }),
  privilege: sqlPrivilegeSchema,
  /** Directory with ewallet.pem (thin) or cwallet.sso (Instant Client); TCPS without one trusts the system's roots. */
  walletDirectory: absolutePath.nullable(),
  /** Directory of an Oracle Instant Client. With one the driver runs thick, which native network encryption needs. */
  instantClient: absolutePath.nullable(),
  /** Until the session is open, name resolution, TLS and log-in included. */
  connectSeconds: z.number().int().min(1).max(300),
  /** Until one statement has answered. */
  callSeconds: z.number().int().min(1).max(3600),
});
export type SqlConnection = z.infer<typeof sqlConnectionSchema>;
export type SqlAddress = SqlConnection['address'];

/**
 * A password for SQL. It travels inside the protocol, never in a command, so RMAN's limits do not hold here; Oracle
 * itself refuses a double quote (database password rules) and everything that no keyboard types.
 */
export const sqlPasswordSchema = required.max(1024).refine((text) => !/["\p{Cc}\p{Cs}]/u.test(text), {
  message: 'sql-password.characters',
});

/** What the password dialog of a connection edits. */
export const sqlPasswordFormSchema = z.strictObject({ password: sqlPasswordSchema });

/** A connection as the form starts it. */
export const newSqlConnection = (): SqlConnection => ({
  address: newSqlAddress('easy'),
  user: '',
  privilege: 'normal',
  walletDirectory: null,
  instantClient: null,
  connectSeconds: 15,
  callSeconds: 60,
});

/** An address of one kind as the form starts it. */
export function newSqlAddress(kind: SqlAddress['kind']): SqlAddress {
  if (kind === 'alias') return { kind, alias: '', tnsAdmin: '' };
  if (kind === 'descriptor') return { kind, text: '' };
  return { kind, protocol: 'tcp', host: '', port: 1521, service: '' };
}

/** The address in one line, as people write it: `//db1:1521/ORCLPDB1`, an alias, or the descriptor's first words. */
export function addressText(address: SqlAddress): string {
  if (address.kind === 'alias') return address.alias;
  if (address.kind === 'descriptor') return address.text.replace(/\s+/g, ' ').slice(0, 120);
  const { protocol, host: name, port, service: serviceName } = address;
  const shown = name.includes(':') ? `[${name}]` : name;
  return `${protocol === 'tcps' ? 'tcps:' : ''}//${shown}:${port}/${serviceName}`;
}

/** True for one bracketed list that begins as a descriptor does and closes what it opens. */
export function isDescriptor(text: string): boolean {
  if (!/^\s*\(\s*(DESCRIPTION|DESCRIPTION_LIST)\s*=/i.test(text)) return false;
  const characters = [...text.trim()];
  let depth = 0;
  return characters.every((character, place) => {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    return depth > 0 || (depth === 0 && place === characters.length - 1);
  }) && depth === 0;
}
