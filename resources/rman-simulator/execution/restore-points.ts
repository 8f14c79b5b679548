// Restore points: made by a KEEP backup, found by UNTIL, dropped by SQL. A name can be there once (ORA-38778).
import type { BackupCommand } from '../language/commands.ts';
import { CommandFailure } from '../output/stack.ts';
import { currentScn } from '../state/redo.ts';
import type { Session } from './session.ts';

/** @throws CommandFailure when the restore point that this backup would make is there already */
export function refuseTakenRestorePoint(session: Session, b: BackupCommand): void {
  const name = restorePointOf(b);
  if (name !== null && session.store.read().restorePoints?.[name] !== undefined) {
    throw new CommandFailure([`ORA-38778: Restore point '${name}' already exists.`]);
  }
}

/** The point of consistency of a KEEP backup that has succeeded, under the name that it asked for. */
export function makeRestorePoint(session: Session, b: BackupCommand): void {
  const name = restorePointOf(b);
  if (name === null) return;
  const time = session.host.now().getTime();
  session.store.update((database) => {
    database.restorePoints = { ...database.restorePoints, [name]: { scn: currentScn(database, time), time } };
  });
}

/** Answers the error, or `null` when it is dropped. */
export function dropRestorePoint(session: Session, name: string): string | null {
  if (session.store.read().restorePoints?.[name] === undefined) return `ORA-38780: Restore point '${name}' does not exist.`;
  session.store.update((database) => {
    const { [name]: _dropped, ...others } = database.restorePoints ?? {};
    database.restorePoints = others;
  });
  return null;
}

function restorePointOf(b: BackupCommand): string | null {
  const keep = [b, ...b.specs].map((one) => one.keep).find((one) => typeof one === 'object' && one !== null);
  return typeof keep === 'object' && keep !== null && !b.validate ? (keep.restorePoint?.toUpperCase() ?? null) : null;
}
