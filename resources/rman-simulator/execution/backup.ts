// BACKUP: its phases (logs, data, logs again), what each phase starts with, and which sets or copies it makes.
import type { BackupCommand, BackupSpec, DeviceType, LogRange, SpecOptions } from '../language/commands.ts';
import { defaultTag } from '../output/dates.ts';
import { CommandFailure } from '../output/stack.ts';
import type { ArchivedLog } from '../state/model.ts';
import { switchLog } from '../state/redo.ts';
import { autobackup, isAutobackupOn } from './autobackup.ts';
import { backupBackupSets, backupRecoveryArea } from './backup-of-backups.ts';
import { refuseNoArchivelog, refuseOptions, refuseSizes, requireMounted } from './backup-rules.ts';
import { filesToBackUp, hasParent, logsToBackUp } from './backup-selection.ts';
import { channelsFor, defaultDevice, serialWarning } from './channels.ts';
import { copySteps } from './copies.ts';
import { makeRestorePoint, refuseTakenRestorePoint } from './restore-points.ts';
import type { Channel, Session } from './session.ts';
import { instant } from './objects.ts';
import { backupAs, planDatafileSets, planLogSets, setOptions } from './set-distribution.ts';
import type { SetPlan } from './set-plan.ts';
import { setSteps } from './sets.ts';
import { runSteps, type Step } from './steps.ts';
import { validationReport } from './validate.ts';

const ALL: LogRange = { kind: 'all', like: null, from: null, until: null, thread: null };

export async function executeBackup(session: Session, b: BackupCommand): Promise<void> {
  requireMounted(session);
  refuseOptions(session, b);
  refuseTakenRestorePoint(session, b);
  if (session.failures.strikeNamed('internal-error') !== null) {
    throw new CommandFailure(['ORA-00600: internal error code, arguments: [krbbpc_1], [4], [], [], [], [], [], []']);
  }
  refuseNoArchivelog(session, b);
  const done = new Set<number>();
  let channels: Channel[] = [];
  if (b.plusArchivelog !== null) channels = await logPhase(session, b, b.plusArchivelog, done);
  channels = await dataPhase(session, b);
  if (b.plusArchivelog !== null) channels = await logPhase(session, b, b.plusArchivelog, done);
  makeRestorePoint(session, b);
  const first = channels.find((channel) => !channel.disabled);
  if (b.validate || first === undefined) return;
  if (session.runChannels === null) await autobackup(session, first);
  else session.autobackupDue = true;
}

function begin(session: Session, archiveFirst: boolean): void {
  session.gap();
  session.say('starting', { op: 'backup', date: session.date(session.host.now().getTime()) });
  if (archiveFirst) archiveCurrentLog(session);
  session.nameRepository();
}

function finish(session: Session): void {
  session.say('finished', { op: 'backup', date: session.date(session.host.now().getTime()) });
  session.gap();
}

/** An open primary switches its log; a standby asks its primary to. */
export function archiveCurrentLog(session: Session): void {
  const database = session.store.read();
  if (database.openMode !== 'OPEN' && database.role === 'PRIMARY') return;
  const refused = session.failures.strike('archive-log') !== null;
  if (database.role !== 'PRIMARY' || refused) {
    if (!refused && session.target?.withPassword === true) {
      session.say('currentLogArchivedAtPrimary');
      return;
    }
    session.inline([
      `RMAN-06820: ${session.warningWord()}: failed to archive current log at primary database`,
      'ORA-17629: cannot connect to remote database server',
      'ORA-17627: ORA-01017: invalid username/password; logon denied',
      'ORA-17629: cannot connect to remote database server',
    ]);
    return;
  }
  session.store.update((db) => switchLog(db, session.config.home, session.host.now().getTime(), session.config.scale));
  session.say('currentLogArchived');
}

async function logPhase(session: Session, b: BackupCommand, o: SpecOptions, done: Set<number>): Promise<Channel[]> {
  begin(session, true);
  const channels = channelsFor(session, b.device);
  const device = channels[0]?.device ?? defaultDevice(session);
  const logs = logsToBackUp(session, b, o, ALL, device).filter((log) => !done.has(log.recid));
  for (const log of logs) done.add(log.recid);
  const tag = o.tag ?? b.tag ?? defaultTag(session.host.now());
  await run(session, channels, logSteps(session, b, o, logs, channels, tag));
  finish(session);
  return channels;
}

function logSteps(
  session: Session,
  b: BackupCommand,
  o: SpecOptions,
  logs: ArchivedLog[],
  channels: readonly Channel[],
  tag: string,
): Step[] {
  if (logs.length === 0) return [];
  if (backupAs(session, b, channels[0]?.device ?? 'DISK') === 'COPY')
    return copySteps(session, b, o, { files: [], logs, controlfile: false, tag });
  const options = setOptions(session, b, o, tag, 'archivelog');
  return planLogSets(logs, channels.length, o.filesPerSet ?? b.filesPerSet, options).flatMap((plan) =>
    setSteps(session, plan),
  );
}

async function dataPhase(session: Session, b: BackupCommand): Promise<Channel[]> {
  const logsAll = b.specs.some(({ object }) => object.kind === 'archivelog' && object.range.until === null);
  const keeps = isKept(b);
  begin(session, (logsAll || keeps) && session.store.read().logMode === 'ARCHIVELOG');
  const channels = channelsFor(session, b.device);
  announceKeep(session, b);
  const tag = defaultTag(session.host.now());
  const steps: Step[] = [];
  const plans: SetPlan[] = [];
  for (const spec of b.specs) {
    const made = await specSteps(session, b, spec, channels, spec.tag ?? b.tag ?? tag);
    steps.push(...made.steps);
    plans.push(...made.plans);
  }
  plans.push(...extraPlans(session, b, plans, b.tag ?? b.specs[0]?.tag ?? tag));
  steps.push(...plans.flatMap((plan) => setSteps(session, plan)));
  await withinWindow(session, b, channels, steps);
  if (b.validate)
    validationReport(
      session,
      plans.flatMap((plan) => plan.files),
      plans.some((plan) => plan.controlfile !== false),
      b.checkLogical,
    );
  finish(session);
  return channels;
}

async function run(session: Session, channels: readonly Channel[], steps: readonly Step[]): Promise<void> {
  const serial = steps.length > 0 && serialWarning(session, channels);
  await runSteps(session, 'backup', steps, channels, serial);
}

/** A DURATION that ends too early: what was not begun stays undone, with an error unless the backup may be PARTIAL. */
async function withinWindow(
  session: Session,
  b: BackupCommand,
  channels: readonly Channel[],
  steps: readonly Step[],
): Promise<void> {
  const ends = b.duration !== null && session.failures.strikeNamed('window-ends') !== null;
  await run(session, channels, ends ? steps.slice(0, 1) : steps);
  if (!ends || steps.length <= 1 || b.duration?.partial) return;
  throw new CommandFailure(['ORA-19591: backup aborted because job time exceeded duration time']);
}

const isKept = (b: BackupCommand): boolean => [b, ...b.specs].some(({ keep }) => keep !== null && keep !== 'nokeep');

function announceKeep(session: Session, b: BackupCommand): void {
  const keep = [b, ...b.specs].map((one) => one.keep).find((one) => typeof one === 'object' && one !== null);
  if (typeof keep !== 'object' || keep === null) return;
  if (keep.until !== null) session.say('keepUntil', { date: session.date(instant(session, keep.until)) });
  session.say('keepLogs');
}

interface Made {
  steps: Step[];
  plans: SetPlan[];
}

async function specSteps(
  session: Session,
  b: BackupCommand,
  spec: BackupSpec,
  channels: readonly Channel[],
  tag: string,
): Promise<Made> {
  const { object } = spec;
  const device: DeviceType = channels[0]?.device ?? 'DISK';
  switch (object.kind) {
    case 'archivelog': {
      const logs = logsToBackUp(session, b, spec, object.range, device);
      return { steps: logSteps(session, b, spec, logs, channels, tag), plans: [] };
    }
    case 'controlfile':
    case 'spfile':
      return controlSteps(session, b, spec, tag, device);
    case 'backupset':
      return { steps: await backupBackupSets(session, object, b, spec), plans: [] };
    case 'recovery-area':
      return { steps: await backupRecoveryArea(session, b, spec), plans: [] };
    case 'datafilecopy':
    case 'copy-of':
    case 'controlfilecopy':
      throw new CommandFailure([
        `RMAN-06026: the simulator cannot back up ${object.kind === 'copy-of' ? 'copies' : object.kind}`,
      ]);
    default:
      return fileSteps(session, b, spec, channels, tag);
  }
}

function controlSteps(session: Session, b: BackupCommand, spec: BackupSpec, tag: string, device: DeviceType): Made {
  const { object } = spec;
  if (object.kind === 'controlfile' && backupAs(session, b, device) === 'COPY') {
    return { steps: copySteps(session, b, spec, { files: [], logs: [], controlfile: true, tag }), plans: [] };
  }
  const options = setOptions(session, b, spec, tag, 'datafile');
  const controlfile = object.kind !== 'controlfile' ? false : object.standby ? 'standby' : 'current';
  return {
    steps: [],
    plans: [{ ...options, kind: 'datafile', files: [], logs: [], controlfile, spfile: object.kind === 'spfile' }],
  };
}

function fileSteps(
  session: Session,
  b: BackupCommand,
  spec: BackupSpec,
  channels: readonly Channel[],
  tag: string,
): Made {
  const files = filesToBackUp(session, b, spec, spec.object);
  refuseSizes(b, channels, files);
  if (session.failures.strike('control-file') !== null) throw new CommandFailure(snapshotLines(session));
  if (backupAs(session, b, channels[0]?.device ?? 'DISK') === 'COPY') {
    return { steps: copySteps(session, b, spec, { files, logs: [], controlfile: false, tag }), plans: [] };
  }
  const database = session.store.read();
  const orphans =
    b.level === 1 ? files.filter((file) => !hasParent(database, file.file, b.forRecoverOfCopy?.tag ?? null)) : [];
  for (const { file } of orphans) session.say('noParent', { file });
  const options = setOptions(session, b, spec, tag, 'datafile');
  const settled = files.filter((file) => !orphans.includes(file));
  const perSet = spec.filesPerSet ?? b.filesPerSet;
  const channelCount = channels.length;
  const copies = b.forRecoverOfCopy === null ? [] : orphans;
  const steps = copySteps(session, b, spec, {
    files: copies,
    logs: [],
    controlfile: false,
    tag: b.forRecoverOfCopy?.tag ?? tag,
  });
  const level0 = b.forRecoverOfCopy === null ? orphans : [];
  const plans = [
    ...planDatafileSets(level0, channelCount, perSet, { ...options, level: 0 }),
    ...planDatafileSets(settled, channelCount, perSet, options),
  ];
  const withControlfile = spec.includeControlfile || b.includeControlfile;
  const last = plans.at(-1);
  if (withControlfile && last !== undefined) last.controlfile = 'current';
  return { steps, plans };
}

function snapshotLines(session: Session): string[] {
  const rest =
    session.config.release.major <= 11
      ? 'target is likely on a local file system'
      : 'in Oracle RAC, target might not be on shared storage';
  return [`ORA-00245: control file backup failed; ${rest}`];
}

/**
 * Sets that RMAN adds by itself: control file and server parameter file with data file 1 when there is no autobackup,
 * and everything a KEEP backup needs to stand alone.
 */
function extraPlans(session: Session, b: BackupCommand, plans: readonly SetPlan[], tag: string): SetPlan[] {
  const withSystem = plans.some((plan) => plan.files.some(({ file }) => file === 1));
  const options = setOptions(session, b, b.specs[0] ?? b, tag, 'datafile');
  const control: SetPlan = { ...options, kind: 'datafile', files: [], logs: [], controlfile: 'current', spfile: true };
  if (isKept(b) && plans.length > 0) {
    const logs = session.store
      .read()
      .logs.filter((log) => log.status === 'AVAILABLE')
      .slice(-1);
    const logOptions = setOptions(session, b, b.specs[0] ?? b, tag, 'archivelog');
    return [...planLogSets(logs, 1, null, { ...logOptions, deleteInput: null }), control];
  }
  if (withSystem && !b.validate && !isAutobackupOn(session)) return [control];
  return b.validate && withSystem ? [control] : [];
}
