// Says a connection in the driver's words. Pure: what needs a file or the driver itself is handed in.
import type { ConnectionAttributes } from 'oracledb';
import type { SqlCredentials } from '../app/oracle-ports.ts';
import type { SqlAddress, SqlConnection } from '../../shared/domain/sql-connection.ts';

/** The driver's numbers for the privileges (`SYSBACKUP` exists since 12.1). */
export type PrivilegeNumbers = { SYSDBA: number; SYSBACKUP: number };

/**
 * What `getConnection` is given. `thickAlias` is the descriptor behind an alias, for thick mode: there the client reads
 * one tnsnames.ora per process, while every connection may have a TNS_ADMIN of its own.
 */
export function attributesOf(
  connection: SqlConnection,
  credentials: SqlCredentials,
  mode: 'thin' | 'thick',
  numbers: PrivilegeNumbers,
  thickAlias: string | null = null,
): ConnectionAttributes {
  const { address, privilege, walletDirectory, connectSeconds } = connection;
  return {
    user: connection.user,
    password: credentials.password,
    connectString: thickAlias ?? connectString(connection, mode),
    ...(privilege === 'normal' ? {} : { privilege: privilege === 'sysdba' ? numbers.SYSDBA : numbers.SYSBACKUP }),
    ...(mode === 'thin' && address.kind === 'alias' ? { configDir: address.tnsAdmin } : {}),
    ...(mode === 'thin' && walletDirectory !== null ? { walletLocation: walletDirectory } : {}),
    ...(mode === 'thin' && credentials.walletPassword !== null ? { walletPassword: credentials.walletPassword } : {}),
    // So that V$SESSION tells a DBA who this is.
    ...(mode === 'thin' ? { transportConnectTimeout: connectSeconds, program: 'Respaldo' } : {}),
  };
}

/** The address as one string. Fields were checked when they were entered: none can open or close a bracket. */
function connectString({ address, walletDirectory, connectSeconds }: SqlConnection, mode: 'thin' | 'thick'): string {
  if (address.kind === 'alias') return address.alias;
  if (address.kind === 'descriptor') return address.text.replace(/\s+/g, ' ').trim();
  return easyDescriptor(address, mode === 'thick' ? walletDirectory : null, connectSeconds);
}

function easyDescriptor(
  { protocol, host, port, service }: Extract<SqlAddress, { kind: 'easy' }>,
  wallet: string | null,
  seconds: number,
): string {
  const timeouts = `(CONNECT_TIMEOUT=${seconds})(TRANSPORT_CONNECT_TIMEOUT=${seconds})`;
  const where = `(ADDRESS=(PROTOCOL=${protocol})(HOST=${host})(PORT=${port}))`;
  const security = wallet === null ? '' : `(SECURITY=(MY_WALLET_DIRECTORY="${wallet}"))`;
  return `(DESCRIPTION=${timeouts}${where}(CONNECT_DATA=(SERVICE_NAME=${service}))${security})`;
}
