// Who may do what: system privileges, object privileges, roles, and what SYSDBA and its like imply.
import { type Catalogue, type CatalogueObject } from './catalogue.ts';
import { type SessionState } from './run.ts';
import { OracleError } from './errors.ts';

export type ObjectAction = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** A user's or a role's privileges. */
export type Account = {
  name: string;
  /** System privileges and roles, upper case. */
  granted: Set<string>;
  /** `ACTION ON SCHEMA.NAME`. */
  objectGrants: Set<string>;
};

/** Roles that are there without being created, and what they hold of what matters here. */
const BUILT_IN_ROLES: Record<string, string[]> = {
  CONNECT: ['CREATE SESSION', 'SET CONTAINER'],
  RESOURCE: ['CREATE TABLE', 'CREATE SEQUENCE', 'CREATE TRIGGER', 'CREATE PROCEDURE', 'CREATE TYPE'],
  SELECT_CATALOG_ROLE: ['SELECT_CATALOG_ROLE'],
  DBA: [
    'CREATE SESSION',
    'CREATE TABLE',
    'CREATE VIEW',
    'CREATE SEQUENCE',
    'CREATE SYNONYM',
    'CREATE PUBLIC SYNONYM',
    'CREATE ANY TABLE',
    'CREATE ANY VIEW',
    'CREATE ANY INDEX',
    'CREATE ANY SEQUENCE',
    'DROP ANY TABLE',
    'ALTER ANY TABLE',
    'COMMENT ANY TABLE',
    'CREATE USER',
    'ALTER USER',
    'DROP USER',
    'CREATE ROLE',
    'GRANT ANY PRIVILEGE',
    'GRANT ANY ROLE',
    'GRANT ANY OBJECT PRIVILEGE',
    'SELECT ANY DICTIONARY',
    'SELECT ANY TABLE',
    'INSERT ANY TABLE',
    'UPDATE ANY TABLE',
    'DELETE ANY TABLE',
    'UNLIMITED TABLESPACE',
    'ALTER SYSTEM',
    'ALTER DATABASE',
  ],
};

/** What an administrative log-on may do besides what its user may. */
const ADMINISTRATIVE: Record<string, string[]> = {
  SYSDBA: BUILT_IN_ROLES['DBA']!,
  SYSBACKUP: ['CREATE SESSION', 'SELECT ANY DICTIONARY', 'ALTER SYSTEM', 'ALTER DATABASE', 'SELECT ANY TRANSACTION'],
  SYSDG: ['CREATE SESSION', 'SELECT ANY DICTIONARY', 'ALTER SYSTEM', 'ALTER DATABASE'],
  SYSOPER: ['CREATE SESSION'],
  SYSKM: ['CREATE SESSION'],
};

function collect(catalogue: Catalogue, name: string, seen: Set<string>, objects: Set<string>): void {
  if (seen.has(name)) return;
  seen.add(name);
  for (const privilege of BUILT_IN_ROLES[name] ?? []) collect(catalogue, privilege, seen, objects);
  const role = catalogue.roles.get(name);
  for (const one of role?.objectGrants ?? []) objects.add(one);
  for (const one of role?.granted ?? []) collect(catalogue, one, seen, objects);
}

/** Everything that a session holds: system privileges and roles (flattened), and object privileges. */
export function privilegesOf(
  catalogue: Catalogue,
  session: SessionState,
): { system: Set<string>; objects: Set<string> } {
  const account = catalogue.accounts.get(session.user);
  const system = new Set<string>();
  const objects = new Set([...(account?.objectGrants ?? []), ...(catalogue.roles.get('PUBLIC')?.objectGrants ?? [])]);
  for (const one of account?.granted ?? []) collect(catalogue, one, system, objects);
  for (const one of ADMINISTRATIVE[session.administrative ?? ''] ?? []) system.add(one);
  if (session.user === 'SYS') for (const one of BUILT_IN_ROLES['DBA']!) system.add(one);
  return { system, objects };
}

export const isRole = (catalogue: Catalogue, name: string): boolean =>
  name in BUILT_IN_ROLES || catalogue.roles.has(name);

export const holds = (catalogue: Catalogue, session: SessionState, privilege: string): boolean =>
  privilegesOf(catalogue, session).system.has(privilege);

function mayDo(catalogue: Catalogue, session: SessionState, object: CatalogueObject, action: ObjectAction): boolean {
  if (object.schema === session.user) return true;
  const { system, objects } = privilegesOf(catalogue, session);
  const names = [object.name, object.name.replace(/^(G?V)\$/, '$1_$')];
  if (names.some((name) => objects.has(`${action} ON ${object.schema}.${name}`))) return true;
  if (action === 'SELECT' && names.some((name) => objects.has(`READ ON ${object.schema}.${name}`))) return true;
  if (object.kind === 'dictionary') {
    return object.isPublic || system.has('SELECT ANY DICTIONARY') || system.has('SELECT_CATALOG_ROLE');
  }
  return object.schema !== 'SYS' && system.has(`${action} ANY TABLE`);
}

/** Whether the object exists as far as this user is concerned. */
export function canSee(catalogue: Catalogue, session: SessionState, object: CatalogueObject): boolean {
  return (['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const).some((action) =>
    mayDo(catalogue, session, object, action),
  );
}

/** @throws OracleError 1031: the user sees the object, but may not do this to it. */
export function demand(
  catalogue: Catalogue,
  session: SessionState,
  object: CatalogueObject,
  action: ObjectAction,
): void {
  if (!mayDo(catalogue, session, object, action)) throw new OracleError(1031);
}

/** @throws OracleError 1031 unless one of the privileges is held. */
export function demandSystem(catalogue: Catalogue, session: SessionState, ...anyOf: string[]): void {
  if (!anyOf.some((privilege) => holds(catalogue, session, privilege))) throw new OracleError(1031);
}
