// One strategy of every kind, each with a name for its golden script; together they use every option.
import type { BackupScope, StrategySpec } from '../../shared/domain/strategy.ts';
import { withoutIdleOptions } from '../../shared/domain/strategy/applies.ts';
import { strategySpec } from './strategy-specs.ts';

const after = (change: Partial<StrategySpec['afterwards']>): StrategySpec['afterwards'] => ({
  ...strategySpec().afterwards,
  ...change,
});

const kind = (name: string, scope: BackupScope, change: Partial<StrategySpec> = {}): [string, StrategySpec] => [
  name,
  withoutIdleOptions(strategySpec({ name, scope, ...change })),
];

const files = { mode: 'full', plusArchivedLogs: false } as const;
const logs = { kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'keep' } as const;

/** `place`: a directory on the database server that exists. */
export const strategyKinds = (place: string): [string, StrategySpec][] => [
  kind('database-full', { kind: 'database', ...files, plusArchivedLogs: true }),
  kind('database-level-0', { kind: 'database', mode: 'level-0', plusArchivedLogs: true }, { channels: 2, tag: 'L0' }),
  kind('database-level-1', { kind: 'database', mode: 'level-1-differential', plusArchivedLogs: false }),
  kind('database-level-1-cumulative', { kind: 'database', mode: 'level-1-cumulative', plusArchivedLogs: false }),
  kind('database-image-copies', { kind: 'database', mode: 'image-copy', plusArchivedLogs: false }, { tag: 'COPY', format: `${place}/%U` }),
  kind('database-updated-copy', { kind: 'database', mode: 'updated-copy', plusArchivedLogs: false }, { tag: 'UPDATED' }),
  kind('database-updated-copy-behind', { kind: 'database', mode: 'updated-copy', plusArchivedLogs: false }, { tag: 'BEHIND', copyDaysBehind: 7 }),
  kind('root', { kind: 'root', ...files }, { afterwards: after({ restoreValidate: true }) }),
  kind('pdbs', { kind: 'pdbs', pdbs: ['pdb1'], ...files }, { tag: 'PDB1', afterwards: after({ restoreValidate: true, crosscheck: true }) }),
  kind('tablespaces', { kind: 'tablespaces', tablespaces: ['USERS', 'PDB1:USERS'], ...files }, { sectionSize: '512M', channels: 2 }),
  kind('datafiles', { kind: 'datafiles', datafiles: [1, 3], ...files }, { filesPerSet: 1, checkLogical: true, skip: ['readonly', 'offline'] }),
  kind('archived-logs', { ...logs, notBackedUpTimes: 1 }, { deleteArchivedLogsBackedUp: 2 }),
  kind('archived-logs-since', { ...logs, range: { by: 'time', from: { kind: 'ago', hours: 36 }, until: null } }),
  kind('archived-logs-scn', { ...logs, range: { by: 'scn', from: 1, until: null } }, { skip: ['inaccessible'] }),
  kind('archived-logs-sequence', { ...logs, range: { by: 'sequence', from: 1, until: 2, thread: 1 } }),
  kind('archived-logs-delete-input', { ...logs, deleteInput: 'all-input' }),
  kind('control-file', { kind: 'control-file' }, { afterwards: after({ restoreValidate: true }) }),
  kind('spfile', { kind: 'spfile' }, { afterwards: after({ restoreValidate: true }) }),
  kind('recovery-area', { kind: 'recovery-area', destination: place }),
  kind('recovery-area-tape', { kind: 'recovery-area', destination: null }, { device: { kind: 'sbt', parms: 'SBT_LIBRARY=oracle.disksbt,ENV=(BACKUP_DIR=/tape)' } }),
  kind('archive', { kind: 'tablespaces', tablespaces: ['USERS'], ...files }, {
    tag: 'YEAR_END', format: `${place}/%d_%U`,
    keep: { until: { kind: 'days', days: 3650 }, restorePoint: 'YEAR_END' },
    afterwards: after({ restoreValidate: true, crosscheck: true, deleteExpired: true, deleteObsolete: { kind: 'redundancy', copies: 2 }, report: true }),
  }),
  kind('archive-until', { kind: 'datafiles', datafiles: [1], ...files }, {
    format: `${place}/%d_%U`, keep: { until: { kind: 'date', date: '2099-12-31' }, restorePoint: null },
  }),
  kind('tape', { kind: 'database', ...files, plusArchivedLogs: true }, {
    device: { kind: 'sbt', parms: 'SBT_LIBRARY=oracle.disksbt,ENV=(BACKUP_DIR=/tape)' }, channels: 2, format: '%d_%U', maxPieceSize: '2G',
    deleteArchivedLogsBackedUp: 1,
    afterwards: after({ restoreValidate: true, crosscheck: true, deleteExpired: true, deleteObsolete: { kind: 'window', days: 14 }, report: true }),
  }),
  kind('per-channel', { kind: 'database', ...files }, {
    channels: 2,
    perChannel: [
      { format: `${place}/a_%U`, rate: '900M', connect: null },
      { format: `${place}/b_%U`, rate: null, connect: null },
    ],
  }),
  kind('window', { kind: 'database', ...files }, { duration: { minutes: 245, partial: true, minimise: 'load' }, notBackedUpSinceHours: 20 }),
  kind('validate', { kind: 'database', ...files }, { validateOnly: true, checkLogical: true, maxSetSize: '500G' }),
  kind('control-file-autobackup', { kind: 'database', ...files }, { controlFile: { kind: 'autobackup', configure: true, format: `${place}/cf_%F` } }),
  kind('control-file-in-backup', { kind: 'database', ...files, plusArchivedLogs: true }, { controlFile: { kind: 'in-backup' } }),
  kind('encrypted-password', { kind: 'tablespaces', tablespaces: ['USERS'], ...files }, {
    encryption: { kind: 'password', algorithm: 'AES256' }, afterwards: after({ restoreValidate: true }),
  }),
  kind('encrypted-keystore', { kind: 'tablespaces', tablespaces: ['USERS'], ...files }, { encryption: { kind: 'transparent', algorithm: null } }),
  kind('obsolete-configured', { kind: 'database', ...files }, { afterwards: after({ deleteObsolete: { kind: 'configured' } }) }),
  kind('custom-script', { kind: 'custom-script', text: "RUN {\n  ALLOCATE CHANNEL c1 DEVICE TYPE DISK;\n  BACKUP TAG 'OWN' DATABASE;\n}\n" }),
];
