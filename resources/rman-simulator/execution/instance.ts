// The instance and small commands: STARTUP, SHUTDOWN, ALTER DATABASE, SQL, HOST.
import { spawnSync } from 'node:child_process';
import type { Command } from '../language/commands.ts';
import { CommandFailure } from '../output/stack.ts';
import type { OpenMode } from '../state/model.ts';
import { switchLog } from '../state/redo.ts';
import { requireInstance } from './backup-rules.ts';
import { dropRestorePoint } from './restore-points.ts';
import type { Session } from './session.ts';

export function executeStartup(
  session: Session,
  command: { to: 'OPEN' | 'MOUNTED' | 'STARTED'; force: boolean },
): void {
  if (session.target === null) throw new CommandFailure(['RMAN-06171: not connected to target database']);
  const { openMode } = session.store.read();
  if (openMode !== 'DOWN') {
    if (!command.force)
      throw new CommandFailure([
        'RMAN-06004: Oracle error from target database: ',
        'ORA-01081: cannot start already-running ORACLE - shut it down first',
      ]);
    session.say('instanceShutDown');
    setMode(session, 'DOWN', false);
  }
  session.row('');
  session.say('instanceStarted');
  if (command.to !== 'STARTED') session.say('databaseMounted');
  if (command.to === 'OPEN') session.say('databaseOpened');
  session.row('');
  session.row('Total System Global Area    2147481656 bytes');
  session.row('');
  setMode(session, command.to, null);
  session.idle = false;
}

/** @param clean whether the database was closed in order; null leaves that as it is */
function setMode(session: Session, mode: OpenMode, clean: boolean | null): void {
  session.store.update((database) => {
    database.openMode = mode;
    if (clean !== null) database.cleanShutdown = clean;
  });
}

export function executeShutdown(session: Session, mode: 'NORMAL' | 'IMMEDIATE' | 'TRANSACTIONAL' | 'ABORT'): void {
  requireInstance(session);
  session.nameRepository();
  const { openMode } = session.store.read();
  if (mode !== 'ABORT') {
    if (openMode === 'OPEN') session.say('databaseClosed');
    if (openMode !== 'STARTED') session.say('databaseDismounted');
  }
  session.say('instanceShutDown');
  setMode(session, 'DOWN', openMode === 'OPEN' ? mode !== 'ABORT' : null);
}

export function executeAlterDatabase(session: Session, to: 'OPEN' | 'MOUNTED'): void {
  requireInstance(session);
  const { openMode } = session.store.read();
  if (to === 'OPEN' && openMode === 'OPEN')
    throw new CommandFailure(['ORA-01531: a database already open by the instance']);
  if (to === 'OPEN' && openMode === 'STARTED') throw new CommandFailure(['ORA-01507: database not mounted']);
  if (to === 'MOUNTED' && openMode !== 'STARTED') throw new CommandFailure(['ORA-01100: database already mounted']);
  setMode(session, to, null);
  if (session.config.release.directSql) session.say('statementProcessed');
  else session.say(to === 'OPEN' ? 'databaseOpened' : 'databaseMounted');
}

/**
 * The statements the simulator understands; every other one is refused, because pretending that it ran would be a lie.
 */
export function executeSql(session: Session, command: Extract<Command, { kind: 'sql' }>): void {
  requireInstance(session);
  session.nameRepository();
  const text = command.text.trim().replace(/;$/, '');
  const quoted = text.length > 60 ? `${text.slice(0, 60)}...` : text;
  if (!command.direct) session.say('sqlStatement', { text: quoted });
  const refusal = runStatement(session, text.toLowerCase().replace(/\s+/g, ' '));
  if (refusal !== null) {
    const wrapper = command.direct ? [] : [`RMAN-11003: failure during parse/execution of SQL statement: ${quoted}`];
    throw new CommandFailure([...wrapper, refusal]);
  }
  if (command.direct) session.say('statementProcessed');
}

function runStatement(session: Session, text: string): string | null {
  const database = session.store.read();
  const { config, host } = session;
  if (/^alter system (archive log current|switch logfile|archive log all|checkpoint)$/.test(text)) {
    if (text.endsWith('checkpoint')) return null;
    if (database.openMode !== 'OPEN') return 'ORA-01109: database not open';
    if (database.logMode !== 'ARCHIVELOG') {
      return text.includes('archive') ? 'ORA-00258: manual archiving in NOARCHIVELOG mode must identify log' : null;
    }
    session.store.update((db) => switchLog(db, config.home, host.now().getTime(), config.scale));
    return null;
  }
  const dropped = /^drop restore point (\S+)$/.exec(text)?.[1];
  if (dropped !== undefined) return dropRestorePoint(session, dropped.toUpperCase());
  const mode = /^alter database (no)?archivelog$/.exec(text);
  if (mode !== null) {
    if (database.openMode !== 'MOUNTED')
      return 'ORA-01126: database must be mounted in this instance and not open in any instance';
    session.store.update((db) => void (db.logMode = mode[1] === undefined ? 'ARCHIVELOG' : 'NOARCHIVELOG'));
    return null;
  }
  if (/^alter (session set|tablespace \S+ (begin|end) backup|database (begin|end) backup)/.test(text)) return null;
  if (text === 'alter database backup controlfile to trace' || /^begin null; end$/.test(text)) return null;
  return 'ORA-00900: invalid SQL statement';
}

export function executeHost(session: Session, command: string | null): void {
  if (command === null) throw new CommandFailure(['RMAN-06135: error executing host command: no terminal']);
  const done = spawnSync(command, { shell: true, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  for (const line of `${done.stdout}${done.stderr}`.split('\n').filter((text) => text !== '')) session.row(line);
  if (done.status !== 0)
    throw new CommandFailure([
      'RMAN-06135: error executing host command',
      `Additional information: ${(done.status ?? 0) * 256}`,
      `Additional information: 11`,
    ]);
  session.say('hostComplete');
}
