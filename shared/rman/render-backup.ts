// Writes the RUN block of a backup: its channels and the BACKUP command with its clauses in RMAN's order.
import type { StrategySpec } from '../domain/strategy.ts';
import type { Keep } from '../domain/strategy/keeping.ts';
import { isFilesScope, type BackupScope, type FileMode } from '../domain/strategy/scope.ts';
import { quoted, sizeToken, timeQuoted, wholeNumber } from './quoting.ts';
import { backupObject, filesObject, hoursAgo } from './script-objects.ts';

const LEVEL: Record<FileMode, string> = {
  full: 'FULL',
  'level-0': 'INCREMENTAL LEVEL 0',
  'level-1-differential': 'INCREMENTAL LEVEL 1',
  'level-1-cumulative': 'INCREMENTAL LEVEL 1 CUMULATIVE',
  // Level 0, not full: only that can be the base of a level 1 (reference §2.5).
  'image-copy': 'INCREMENTAL LEVEL 0',
  'updated-copy': 'INCREMENTAL LEVEL 1',
};

/** The RUN block with the backup; a command per line, a clause per line. */
export function backupBlock(spec: StrategySpec): string[] {
  const { scope } = spec;
  const clauses = backupClauses(spec);
  return [
    'RUN {',
    ...channelLines(spec),
    ...copyRecovery(spec),
    isFilesScope(scope) ? `  BACKUP ${LEVEL[scope.mode]}` : '  BACKUP',
    ...clauses.map((clause, index) => `    ${clause}${index === clauses.length - 1 ? ';' : ''}`),
    '}',
  ];
}

/** One ALLOCATE per channel: what the database has CONFIGUREd for its automatic channels plays no part. */
export function channelLines({ device, channels, perChannel, maxPieceSize }: StrategySpec): string[] {
  return Array.from({ length: channels }, (_, index) => {
    const own = perChannel[index];
    const options = [
      ...deviceWords(device),
      ...(own?.format == null ? [] : [`FORMAT ${quoted(own.format)}`]),
      ...(maxPieceSize === null ? [] : [`MAXPIECESIZE ${sizeToken(maxPieceSize)}`]),
      ...(own?.rate == null ? [] : [`RATE ${sizeToken(own.rate)}`]),
      // Without user and password the channel uses the target's own login.
      ...(own?.connect == null ? [] : [`CONNECT ${quoted(`@${own.connect}`)}`]),
    ];
    return `  ALLOCATE CHANNEL c${wholeNumber(index + 1)} ${options.join(' ')};`;
  });
}

/** `DEVICE TYPE DISK`, or the tape with its PARMS. */
export const deviceWords = (device: StrategySpec['device']): string[] =>
  device.kind === 'disk'
    ? ['DEVICE TYPE DISK']
    : ['DEVICE TYPE SBT', ...(device.parms === null ? [] : [`PARMS ${quoted(device.parms)}`])];

/** Rolls the copy forward with the increment of the run before; on the first days there is nothing to do yet. */
function copyRecovery({ scope, tag, copyDaysBehind }: StrategySpec): string[] {
  if (!isFilesScope(scope) || scope.mode !== 'updated-copy' || tag === null) return [];
  const until = copyDaysBehind === 0 ? '' : ` UNTIL TIME ${hoursAgo(copyDaysBehind * 24)}`;
  return [`  RECOVER COPY OF ${filesObject(scope)} WITH TAG ${quoted(tag)}${until};`];
}

// TAG and FORMAT stand before the object: after PLUS ARCHIVELOG they would belong to the archived logs alone, and the
// data files' sets would get neither (reference §2.5).
function backupClauses(spec: StrategySpec): string[] {
  const { scope, tag, format } = spec;
  const updated = isFilesScope(scope) && scope.mode === 'updated-copy';
  return [
    ...kindClause(spec),
    ...(tag === null ? [] : [updated ? `FOR RECOVER OF COPY WITH TAG ${quoted(tag)}` : `TAG ${quoted(tag)}`]),
    ...(format === null ? [] : [`FORMAT ${quoted(format)}`]),
    ...setClauses(spec),
    ...(spec.keep === null ? [] : [keepClause(spec.keep)]),
    ...choiceClauses(spec),
    ...durationClause(spec.duration),
    objectClause(spec),
  ];
}

function kindClause({ scope, compression }: StrategySpec): string[] {
  if (scope.kind === 'recovery-area') {
    return scope.destination === null ? ['AS BACKUPSET'] : ['AS BACKUPSET', `TO DESTINATION ${quoted(scope.destination)}`];
  }
  if (isFilesScope(scope) && scope.mode === 'image-copy') return ['AS COPY'];
  // The first run of an updated copy makes copies, the others make sets: RMAN decides.
  if (isFilesScope(scope) && scope.mode === 'updated-copy') return [];
  return [compression === 'none' ? 'AS BACKUPSET' : 'AS COMPRESSED BACKUPSET'];
}

const setClauses = ({ filesPerSet, maxSetSize, sectionSize }: StrategySpec): string[] => [
  ...(filesPerSet === null ? [] : [`FILESPERSET ${wholeNumber(filesPerSet)}`]),
  ...(maxSetSize === null ? [] : [`MAXSETSIZE ${sizeToken(maxSetSize)}`]),
  ...(sectionSize === null ? [] : [`SECTION SIZE ${sizeToken(sectionSize)}`]),
];

function keepClause({ until, restorePoint }: Keep): string {
  const point = restorePoint === null ? '' : ` RESTORE POINT ${restorePoint}`;
  switch (until.kind) {
    case 'forever':
      return `KEEP FOREVER${point}`;
    case 'days':
      return `KEEP UNTIL TIME ${quoted(`SYSDATE+${wholeNumber(until.days)}`)}${point}`;
    case 'date':
      return `KEEP UNTIL TIME ${timeQuoted(`${until.date} 00:00`)}${point}`;
  }
}

const choiceClauses = ({ notBackedUpSinceHours, skip, checkLogical, validateOnly }: StrategySpec): string[] => [
  ...(notBackedUpSinceHours === null ? [] : [`NOT BACKED UP SINCE TIME ${hoursAgo(notBackedUpSinceHours)}`]),
  ...SKIPS.filter((kind) => skip.includes(kind)).map((kind) => `SKIP ${kind.toUpperCase()}`),
  ...(checkLogical ? ['CHECK LOGICAL'] : []),
  ...(validateOnly ? ['VALIDATE'] : []),
];

/** One order, whatever the order of the choices. */
const SKIPS = ['offline', 'readonly', 'inaccessible'] as const;

function durationClause(duration: StrategySpec['duration']): string[] {
  if (duration === null) return [];
  const two = (value: number): string => wholeNumber(value).padStart(2, '0');
  const { minutes, partial, minimise } = duration;
  const window = `DURATION ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return [[window, ...(partial ? ['PARTIAL'] : []), ...(minimise === 'none' ? [] : [`MINIMIZE ${minimise.toUpperCase()}`])].join(' ')];
}

function objectClause({ scope, controlFile }: StrategySpec): string {
  return [
    backupObject(scope),
    ...logClauses(scope),
    ...(controlFile.kind === 'in-backup' ? ['INCLUDE CURRENT CONTROLFILE'] : []),
    ...(isFilesScope(scope) && scope.plusArchivedLogs ? ['PLUS ARCHIVELOG'] : []),
  ].join(' ');
}

function logClauses(scope: BackupScope): string[] {
  if (scope.kind !== 'archived-logs') return [];
  const { notBackedUpTimes: times, deleteInput } = scope;
  return [
    ...(times === null ? [] : [`NOT BACKED UP ${wholeNumber(times)} TIMES`]),
    ...(deleteInput === 'keep' ? [] : [deleteInput === 'input' ? 'DELETE INPUT' : 'DELETE ALL INPUT']),
  ];
}
