// Deleting archived logs: which ones the deletion policy holds back, and the lines for both (reference §2.5, §4.4).
import { existsSync, rmSync } from 'node:fs';
import type { FailureName } from '../failures.ts';
import type { ArchivedLog } from '../state/model.ts';
import type { Channel, Session } from './session.ts';

const REASONS: Partial<Record<FailureName, string>> = {
  'deletion-08118': 'RMAN-08118: {w}: could not delete the following archived redo log',
  'deletion-08120': 'RMAN-08120: {w}: archived log not deleted, not yet applied by standby',
  'deletion-08137': 'RMAN-08137: {w}: archived log not deleted, needed for standby or upstream capture process',
  'deletion-08138': 'RMAN-08138: {w}: archived log not deleted - must create more backups',
  'deletion-08139': 'RMAN-08139: {w}: archived log not deleted, needed for guaranteed restore point',
};
const OLD_08137 = 'RMAN-08137: {w}: archived log not deleted as it is still needed';

/** DELETE INPUT of a log backup. */
export function deleteInput(session: Session, channel: Channel, logs: readonly ArchivedLog[]): void {
  const current = session.store.read().logs;
  const known = logs.map((log) => current.find((one) => one.recid === log.recid) ?? log);
  const held = known.filter((log) => sayHeld(session, log, false));
  const free = known.filter((log) => !held.includes(log));
  if (free.length === 0) return;
  session.say('deletingLogs', { ch: channel.name });
  for (const log of free) {
    session.say('logName', { name: session.shown(log.path), recid: log.recid, stamp: log.stamp });
  }
  removeLogs(session, free);
}

/**
 * Says why the log must stay, if it must.
 * @param force DELETE FORCE passes over the policy
 */
export function sayHeld(session: Session, log: ArchivedLog, force: boolean): boolean {
  const reason = heldBecause(session, log, force);
  if (reason === null) return false;
  session.inline([reason.replace('{w}', session.warningWord())]);
  session.say('keptLogName', { name: session.shown(log.path), thread: log.thread, sequence: log.sequence });
  return true;
}

function heldBecause(session: Session, log: ArchivedLog, force: boolean): string | null {
  const injected = session.failures.strike('delete-log', 'delete');
  if (injected !== null) {
    if (injected.name === 'deletion-08137' && session.config.release.major <= 11) return OLD_08137;
    return REASONS[injected.name] ?? null;
  }
  const policy = session.store.read().configuration['ARCHIVELOG DELETION POLICY'] ?? '';
  const backedUp = /BACKED UP (\d+) TIMES TO (?:DEVICE TYPE )?'?(DISK|SBT_TAPE)'?/.exec(policy);
  if (backedUp === null || force) return null;
  const made = log.backups[backedUp[2] === 'DISK' ? 'DISK' : 'SBT_TAPE'];
  return made < Number(backedUp[1]) ? (REASONS['deletion-08138'] ?? null) : null;
}

/** Removes logs from disk and from the repository. */
export function removeLogs(session: Session, logs: readonly ArchivedLog[]): void {
  for (const log of logs) rmSync(log.path, { force: true });
  const gone = new Set(logs.map((log) => log.recid));
  session.store.update((database) => {
    database.logs = database.logs.filter((log) => !gone.has(log.recid));
  });
}

export function isOnDisk(log: ArchivedLog): boolean {
  return existsSync(log.path);
}
