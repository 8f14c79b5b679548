// Distributes data files and archived logs over backup sets (reference §2.2, §2.5). Decides, prints nothing.
import type { BackupCommand, DeviceType, SpecOptions } from '../language/commands.ts';
import type { ArchivedLog, Datafile } from '../state/model.ts';
import type { Session } from './session.ts';
import type { SetPlan } from './set-plan.ts';

type PlanOptions = Omit<SetPlan, 'kind' | 'files' | 'logs' | 'controlfile' | 'spfile'>;

/** What one BACKUP command makes on a device: its AS clause, else the configured type. */
export function backupAs(session: Session, b: BackupCommand, device: DeviceType): NonNullable<BackupCommand['as']> {
  if (b.as !== null) return b.as;
  const key = `DEVICE TYPE ${device === 'DISK' ? 'DISK' : "'SBT_TAPE'"}`;
  const type = /BACKUP TYPE TO (COPY|COMPRESSED BACKUPSET|BACKUPSET)/.exec(
    session.store.read().configuration[key] ?? '',
  )?.[1];
  if (type === 'COPY' && (b.level === 1 || b.forRecoverOfCopy !== null)) return 'BACKUPSET';
  return (type as NonNullable<BackupCommand['as']> | undefined) ?? 'BACKUPSET';
}

export function setOptions(
  session: Session,
  b: BackupCommand,
  o: SpecOptions,
  tag: string,
  kind: SetPlan['kind'],
): PlanOptions {
  const device = b.device ?? session.runChannels?.[0]?.device ?? 'DISK';
  const quoted = device === 'DISK' ? 'DISK' : "'SBT_TAPE'";
  const key = `${kind.toUpperCase()} BACKUP COPIES FOR DEVICE TYPE ${quoted}`;
  const configured = /TO (\d)/.exec(session.store.read().configuration[key] ?? '')?.[1];
  return {
    level: kind === 'archivelog' ? null : b.level,
    compressed: backupAs(session, b, device) === 'COMPRESSED BACKUPSET',
    tag,
    formats: o.formats.length > 0 ? o.formats : b.formats,
    copies: b.copies ?? session.settings.copies ?? Number(configured ?? 1),
    destination: b.destination,
    keep: o.keep ?? b.keep,
    channel: o.channel ?? b.channel,
    reuse: b.reuse,
    validate: b.validate,
    deleteInput: kind === 'archivelog' ? o.deleteInput : null,
    maxSetSize: b.maxSetSize,
    sectionSize: kind === 'archivelog' ? null : b.sectionSize,
  };
}

/**
 * One container per set; within it the largest files first, over as many sets as channels and FILESPERSET ask for. A
 * file that is backed up in sections has a set of its own.
 */
export function planDatafileSets(
  files: readonly Datafile[],
  channels: number,
  filesPerSet: number | null,
  options: PlanOptions,
): SetPlan[] {
  const containers = [...new Set(files.map((file) => file.pdb))];
  const plan = (some: Datafile[]): SetPlan => ({
    ...options,
    kind: 'datafile',
    files: some,
    logs: [],
    controlfile: false,
    spfile: false,
  });
  return containers.flatMap((pdb) => {
    const own = files.filter((file) => file.pdb === pdb).sort((a, b) => b.bytes - a.bytes || a.file - b.file);
    const limit = options.sectionSize;
    const sectioned = limit === null ? [] : own.filter((file) => file.bytes > limit);
    const whole = own.filter((file) => !sectioned.includes(file));
    const dealt = deal(whole, channels, filesPerSet).flatMap((set) => withinSize(set, options.maxSetSize));
    return [...sectioned.map((file) => [file]), ...dealt].map(plan);
  });
}

/** Cuts a set where it would grow beyond MAXSETSIZE. */
function withinSize(files: readonly Datafile[], limit: number | null): Datafile[][] {
  const sets: Datafile[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    if (bytes + file.bytes > (limit ?? Infinity) || sets.length === 0) {
      sets.push([]);
      bytes = 0;
    }
    sets.at(-1)?.push(file);
    bytes += file.bytes;
  }
  return sets;
}

/** Deals items like cards over the sets. */
function deal<T>(items: readonly T[], channels: number, perSet: number | null): T[][] {
  if (items.length === 0) return [];
  const most = Math.min(64, perSet ?? 64, Math.ceil(items.length / channels));
  const sets: T[][] = Array.from({ length: Math.ceil(items.length / most) }, () => []);
  items.forEach((item, i) => sets[i % sets.length]?.push(item));
  return sets;
}

/** Archived logs keep their order: neighbouring sequences share a set. */
export function planLogSets(
  logs: readonly ArchivedLog[],
  channels: number,
  filesPerSet: number | null,
  options: PlanOptions,
): SetPlan[] {
  const most = Math.max(1, Math.min(filesPerSet ?? 64, Math.ceil(logs.length / channels)));
  const sets: SetPlan[] = [];
  for (let i = 0; i < logs.length; i += most) {
    const some = logs.slice(i, i + most);
    sets.push({ ...options, kind: 'archivelog', files: [], logs: some, controlfile: false, spfile: false });
  }
  return sets;
}
