// What RMAN refuses before a backup begins: state of the database and combinations of options. Prints nothing.
import type { BackupCommand, Keep, ObjectSpec } from '../language/commands.ts';
import { CommandFailure } from '../output/stack.ts';
import type { Datafile, SimulatedDatabase } from '../state/model.ts';
import { datafilesOf } from './objects.ts';
import type { Channel, Session } from './session.ts';

/** @throws CommandFailure */
export function requireMounted(session: Session): SimulatedDatabase {
  requireInstance(session);
  const database = session.store.read();
  if (database.openMode === 'STARTED') throw new CommandFailure(['ORA-01507: database not mounted']);
  return database;
}

export const IDLE_LINES = [
  'ORA-01034: ORACLE not available',
  'ORA-27101: shared memory realm does not exist',
  'Linux-x86_64 Error: 2: No such file or directory',
];

/** @throws CommandFailure */
export function requireInstance(session: Session): void {
  if (session.target === null) throw new CommandFailure(['RMAN-06171: not connected to target database']);
  if (session.idle || session.store.read().openMode === 'DOWN') {
    throw new CommandFailure(['RMAN-06403: could not obtain a fully authorized session', ...IDLE_LINES]);
  }
}

/** Option combinations that RMAN's grammar lets pass and its execution does not. */
export function refuseOptions(session: Session, b: BackupCommand): void {
  const refuse = (...lines: string[]): never => {
    throw new CommandFailure(lines);
  };
  for (const options of [b, ...b.specs, ...(b.plusArchivelog === null ? [] : [b.plusArchivelog])]) {
    if ((options.tag?.length ?? 0) > 30) refuse('ORA-19705: tag value exceeds maximum length of 30 characters');
    if (options.filesPerSet !== null && (options.filesPerSet < 1 || options.filesPerSet > 32_767)) {
      refuse(`RMAN-06558: FILESPERSET ${options.filesPerSet} is out of range`);
    }
    refuseKeep(session, options.keep);
  }
  const copies = b.copies ?? 1;
  if (copies < 1 || copies > 4) refuse('RMAN-06085: number of copies must be between 1 and 4');
  if (b.as === 'COPY') refuseCopy(session, b);
  if (b.forRecoverOfCopy !== null && b.level === null && b.as !== 'COPY') {
    refuse('RMAN-06765: FOR RECOVER OF COPY needs an incremental backup or an image copy');
  }
  const kept = [b, ...b.specs].some(({ keep }) => keep !== null && keep !== 'nokeep');
  if (kept && b.level === 1) refuse('RMAN-06793: an incremental level 1 backup cannot be kept');
  if (b.specs.some((spec) => spec.deleteInput !== null && isMadeOfFiles(spec.object))) {
    refuse('RMAN-06794: DELETE INPUT is for archived logs, copies and backup sets');
  }
  if (b.sectionSize !== null && session.config.release.major < 12 && (b.as === 'COPY' || b.level === 1)) {
    refuse('RMAN-06795: SECTION SIZE for copies and level 1 needs release 12.1');
  }
  if (b.sectionSize === 0) refuse('RMAN-06791: SECTION SIZE must be greater than zero');
  refuseRecoveryArea(session, b);
}

const isMadeOfFiles = ({ kind }: ObjectSpec): boolean =>
  kind === 'database' || kind === 'pluggable' || kind === 'tablespace' || kind === 'datafile';

function refuseRecoveryArea(session: Session, b: BackupCommand): void {
  const area = b.specs.some((spec) => spec.object.kind === 'recovery-area');
  const tape = b.device === 'SBT_TAPE' || (session.runChannels ?? []).some((channel) => channel.device === 'SBT_TAPE');
  if (area && !tape && b.destination === null) {
    throw new CommandFailure([
      'RMAN-06747: at least one channel of type SBT must be allocated, or TO DESTINATION given',
    ]);
  }
}

function refuseCopy(session: Session, b: BackupCommand): void {
  if (b.level === 1) throw new CommandFailure(['RMAN-06760: incremental level 1 backups cannot be image copies']);
  if (b.device === 'SBT_TAPE') throw new CommandFailure(['RMAN-06100: no channel of type DISK for image copies']);
  if ((b.copies ?? session.settings.copies ?? 1) > 1) {
    throw new CommandFailure(['RMAN-06085: image copies cannot be duplexed']);
  }
}

function refuseKeep(session: Session, keep: Keep | null): void {
  if (keep === null || keep === 'nokeep') return;
  if (keep.forever && !session.catalog) {
    throw new CommandFailure(['RMAN-06522: KEEP FOREVER option is not supported without the recovery catalog']);
  }
  if (session.store.read().logMode === 'NOARCHIVELOG' && session.store.read().openMode === 'OPEN') {
    throw new CommandFailure(['RMAN-06149: cannot BACKUP DATABASE in NOARCHIVELOG mode']);
  }
}

/** Size options that only the channels decide about. */
export function refuseSizes(b: BackupCommand, channels: readonly Channel[], files: readonly Datafile[]): void {
  if (b.sectionSize !== null && channels.some((channel) => channel.maxPieceSize !== null)) {
    throw new CommandFailure(['RMAN-06792: SECTION SIZE cannot be used with a channel that has MAXPIECESIZE']);
  }
  const limit = b.maxSetSize;
  const tooLarge = limit === null ? undefined : files.find((file) => file.bytes > limit);
  if (tooLarge !== undefined) {
    throw new CommandFailure([
      `RMAN-06183: datafile or datafile copy ${tooLarge.path} (file number ${tooLarge.file}) larger than MAXSETSIZE`,
    ]);
  }
}

/** Without ARCHIVELOG an open data file cannot be backed up, nor a mounted one after an unclean shutdown. */
export function refuseNoArchivelog(session: Session, b: BackupCommand): void {
  const database = session.store.read();
  const injected = session.failures.strikeNamed('noarchivelog') !== null;
  if (!injected && (database.logMode === 'ARCHIVELOG' || (database.openMode === 'MOUNTED' && database.cleanShutdown)))
    return;
  const objects = b.specs.map((spec) => spec.object);
  const files = objects.flatMap((object) => datafilesOf(database, object));
  if (files.length === 0 && b.plusArchivelog === null) return;
  throw new CommandFailure(noArchivelogLines(session, database, objects, files));
}

function noArchivelogLines(
  session: Session,
  database: SimulatedDatabase,
  objects: readonly ObjectSpec[],
  files: readonly Datafile[],
): string[] {
  const active = files[0] ?? database.datafiles[0];
  const whole = objects.some((object) => object.kind === 'database');
  if (whole && database.pdbs.length > 0) {
    return database.pdbs
      .filter(({ name }) => name !== 'PDB$SEED')
      .map(({ name }) => `RMAN-06817: Pluggable Database ${name} cannot be backed up in NOARCHIVELOG mode.`);
  }
  if (whole && session.config.release.major > 11) return ['RMAN-06149: cannot BACKUP DATABASE in NOARCHIVELOG mode'];
  return [
    'ORA-19602: cannot backup or copy active file in NOARCHIVELOG mode',
    `ORA-01110: data file ${active?.file ?? 1}: '${session.shown(active?.path ?? '')}'`,
  ];
}
