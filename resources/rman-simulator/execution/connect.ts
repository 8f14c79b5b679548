// Connecting to the target: the lines for each state of the instance and the errors of a refused connection
// (reference §1.4, §4.3).
import type { FailureOrder } from '../failures.ts';
import type { OpenMode } from '../state/model.ts';
import type { Session } from './session.ts';

/** A connection that was refused: the lines below RMAN-04005. */
export interface Refusal {
  lines: string[];
}

export interface Credentials {
  user: string;
  password: string | null;
  alias: string | null;
  role: string | null;
}

/** Takes a connect string apart: `/`, `"/ as sysbackup"`, `user`, `user@dsn`, `user/pw@dsn as sysdba`, `/@alias`. */
export function parseConnectString(text: string): Credentials {
  const trimmed = text.trim().replace(/^(["'])(.*)\1$/s, '$2');
  const role = /\s+as\s+(\w+)\s*$/i.exec(trimmed);
  const rest = (role === null ? trimmed : trimmed.slice(0, role.index)).trim();
  const match = /^([^/@]*)(?:\/(?:"([^"]*)"|((?:[^@])*)))?(?:@(.*))?$/s.exec(rest);
  const slash = rest.includes('/') && !/^[^/]*@/.test(rest);
  const user = match?.[1]?.trim() ?? '';
  const given = match?.[2] ?? match?.[3] ?? '';
  return {
    user,
    password: user === '' ? null : slash ? given : null,
    alias: match?.[4]?.trim() ?? null,
    role: role?.[1]?.toUpperCase() ?? null,
  };
}

/** A named user without a password in the string is asked for one. */
export function needsPassword(credentials: Credentials): boolean {
  return credentials.user !== '' && credentials.password === null;
}

/**
 * Connects the session to the target and says so.
 * @returns null, or why the connection was refused
 */
export function connectTarget(session: Session, credentials: Credentials): Refusal | null {
  const failure = session.failures.strike('connect');
  const refusal =
    failure === null ? refusedPassword(session, credentials) : refusedByFailure(session, failure, credentials);
  if (refusal !== null) return refusal;
  session.idle = failure?.name === 'instance-down';
  session.target = { withPassword: credentials.user !== '' || credentials.alias !== null, user: credentials.user };
  sayConnected(session);
  return null;
}

function refusedPassword(session: Session, credentials: Credentials): Refusal | null {
  const { password } = session.config;
  if (credentials.user === '') return null;
  if (
    credentials.password !== null &&
    credentials.password !== '' &&
    (password === null || password === credentials.password)
  )
    return null;
  return { lines: [wrongPassword(session)] };
}

function wrongPassword(session: Session): string {
  return session.config.release.newNetworkTexts
    ? 'ORA-01017: invalid credential or not authorized; logon denied'
    : 'ORA-01017: invalid username/password; logon denied';
}

function refusedByFailure(session: Session, failure: FailureOrder, credentials: Credentials): Refusal | null {
  switch (failure.name) {
    case 'connect-refused':
      return {
        lines: [
          session.config.release.newNetworkTexts
            ? 'ORA-12541: Cannot connect. No listener at host 192.0.2.10 port 1521.'
            : 'ORA-12541: TNS:no listener',
        ],
      };
    case 'bad-password':
      return { lines: [wrongPassword(session)] };
    case 'no-privilege':
      return { lines: ['ORA-01031: insufficient privileges'] };
    case 'password-expiring':
      session.inline(['ORA-28002: the password will expire within 6 days']);
      return refusedPassword(session, credentials);
    default:
      return refusedPassword(session, credentials);
  }
}

export function sayConnected(session: Session): void {
  const { name, dbid, openMode } = session.store.read();
  const mode: OpenMode = session.idle ? 'DOWN' : openMode;
  if (mode === 'OPEN') session.say('connectedTarget', { name, dbid });
  else if (mode === 'MOUNTED') session.say('connectedMounted', { name, dbid });
  else if (mode === 'STARTED') session.say('connectedNotMounted', { name });
  else session.say('connectedIdle');
}

/** The body of the stack for a connection that failed while RMAN starts. */
export function startupRefusalLines(refusal: Refusal): string[] {
  return [
    'RMAN-00554: initialization of internal recovery manager package failed',
    'RMAN-04005: error from target database: ',
    ...refusal.lines,
  ];
}

export const PASSWORD_PROMPT = {
  en: 'target database Password: ',
  es: 'Contraseña de la base de datos destino: ',
};
