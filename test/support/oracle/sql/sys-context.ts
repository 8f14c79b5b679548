// SYS_CONTEXT('USERENV', …): what a session is told about itself.
import { type Value } from '../values/value.ts';
import { OracleError } from './errors.ts';
import { type Run } from './run.ts';

export function contextValue(space: string, name: string, run: Run): Value {
  if (space.toUpperCase() !== 'USERENV') return null;
  const { session, catalogue } = run;
  const values: Record<string, string | null> = {
    SESSION_USER: session.user,
    CURRENT_USER: session.user,
    CURRENT_SCHEMA: session.schema,
    CON_NAME: session.container,
    CON_ID: session.container === 'CDB$ROOT' ? '1' : '3',
    CDB_NAME: catalogue.databaseName,
    DB_NAME: session.container === 'CDB$ROOT' ? catalogue.databaseName : session.container,
    DB_UNIQUE_NAME: catalogue.databaseName,
    DB_DOMAIN: null,
    DATABASE_ROLE: 'PRIMARY',
    INSTANCE: '1',
    INSTANCE_NAME: catalogue.databaseName,
    SERVER_HOST: 'dbhost',
    SERVICE_NAME: session.service,
    SID: String(session.id),
    SESSIONID: String(session.serial),
    SESSION_EDITION_NAME: 'ORA$BASE',
    ISDBA: session.administrative === 'SYSDBA' ? 'TRUE' : 'FALSE',
    HOST: session.machine,
    TERMINAL: session.terminal,
    OS_USER: session.osUser,
    IP_ADDRESS: '127.0.0.1',
    MODULE: session.module ?? session.program,
    ACTION: session.action,
    CLIENT_IDENTIFIER: session.clientId,
    CLIENT_INFO: session.clientInfo,
    CLIENT_PROGRAM_NAME: session.program,
    LANGUAGE: 'AMERICAN_AMERICA.AL32UTF8',
    LANG: 'US',
    NLS_DATE_FORMAT: session.locale.dateFormat,
    NETWORK_PROTOCOL: 'tcp',
    AUTHENTICATION_METHOD: 'PASSWORD',
  };
  const value = values[name.toUpperCase()];
  if (value === undefined) throw new OracleError(2003);
  return value;
}
