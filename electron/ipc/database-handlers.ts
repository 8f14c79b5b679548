// Ties the endpoints of SQL connections to their service; converts, decides nothing.
import type { Databases } from '../databases/databases.ts';
import type { RespaldoHandlers, RespaldoStreams } from '../../shared/ipc/contract.ts';

type Own = Extract<keyof RespaldoHandlers, `databases.${'setPassword' | 'forgetPassword' | 'reconnect'}`>;

export function databaseHandlers(databases: Databases): Pick<RespaldoHandlers, Own> {
  return {
    'databases.setPassword': ({ id, which, password, acceptPlainText }) =>
      databases.setPassword(id, which, password, acceptPlainText),
    'databases.forgetPassword': ({ id, which }) => databases.forgetPassword(id, which),
    'databases.reconnect': ({ id }) => databases.reconnect(id),
  };
}

export function databaseStreams(databases: Databases): Pick<RespaldoStreams, 'databases.test'> {
  return { 'databases.test': ({ id, connection }, signal) => databases.test(id, connection, signal) };
}
