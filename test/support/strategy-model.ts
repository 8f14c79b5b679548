// The whole model of a strategy as questions with answers: what the coverage of the scripts pairs. `place` is a
// directory on the database server that exists; `/` at its end not included.
import type { BackupScope, StrategySpec } from '../../shared/domain/strategy.ts';
import { ruleProblems } from '../../shared/domain/strategy/rules.ts';
import { withoutIdleOptions } from '../../shared/domain/strategy/applies.ts';
import { newDataPumpScope, type DataPumpScope } from '../../shared/domain/strategy/data-pump.ts';
import { isFilesScope } from '../../shared/domain/strategy/scope.ts';
import { allPairs, type Choice, type Factor, type Pairs } from './all-pairs.ts';
import { strategySpec } from './strategy-specs.ts';

/** `null`: the answer means nothing for this strategy. */
type Apply = (spec: StrategySpec) => StrategySpec | null;
type Answers = Readonly<Record<string, Apply>>;

const set = (change: Partial<StrategySpec>): Apply => (spec) => ({ ...spec, ...change });
const scope = (value: BackupScope): Apply => set({ scope: value });
const same: Apply = (spec) => spec;
const files = (change: object): Apply => (spec) =>
  isFilesScope(spec.scope) ? { ...spec, scope: { ...spec.scope, ...change } } : null;
const logs = (change: object): Apply => (spec) =>
  spec.scope.kind === 'archived-logs' ? { ...spec, scope: { ...spec.scope, ...change } } : null;
const after = (change: Partial<StrategySpec['afterwards']>): Apply => (spec) => ({
  ...spec,
  afterwards: { ...spec.afterwards, ...change },
});
const onOff = (apply: Apply): Answers => ({ no: same, yes: apply });

const full = { mode: 'full', plusArchivedLogs: false } as const;
const channel = { format: null, rate: null, connect: null };
const PARMS = 'SBT_LIBRARY=oracle.disksbt,ENV=(BACKUP_DIR=/tape)';

const questions = (place: string): Readonly<Record<string, Answers>> => ({
  scope: {
    database: scope({ kind: 'database', ...full }),
    root: scope({ kind: 'root', ...full }),
    pdbs: scope({ kind: 'pdbs', pdbs: ['pdb1'], ...full }),
    tablespaces: scope({ kind: 'tablespaces', tablespaces: ['USERS', 'PDB1:USERS'], ...full }),
    'data files by number': scope({ kind: 'datafiles', datafiles: [1, 3], ...full }),
    'archived logs': scope({ kind: 'archived-logs', range: { by: 'all' }, notBackedUpTimes: null, deleteInput: 'keep' }),
    'control file': scope({ kind: 'control-file' }),
    spfile: scope({ kind: 'spfile' }),
    'recovery area': scope({ kind: 'recovery-area', destination: place }),
    'recovery area to tape': (spec) => ({ ...spec, scope: { kind: 'recovery-area', destination: null }, device: { kind: 'sbt', parms: null } }),
  },
  mode: {
    full: same,
    'level 0': files({ mode: 'level-0' }),
    'level 1': files({ mode: 'level-1-differential' }),
    cumulative: files({ mode: 'level-1-cumulative' }),
    'image copy': files({ mode: 'image-copy' }),
    'updated copy': files({ mode: 'updated-copy' }),
  },
  'plus logs': onOff(files({ plusArchivedLogs: true })),
  range: {
    all: same,
    'from hours ago': logs({ range: { by: 'time', from: { kind: 'ago', hours: 36 }, until: null } }),
    'until a moment': logs({ range: { by: 'time', from: null, until: { kind: 'at', moment: '2099-01-01T02:00' } } }),
    scn: logs({ range: { by: 'scn', from: 1, until: 999_999_999 } }),
    sequence: logs({ range: { by: 'sequence', from: 1, until: null, thread: 1 } }),
    'sequences until': logs({ range: { by: 'sequence', from: null, until: 999_999, thread: null } }),
  },
  'not backed up times': { any: same, two: logs({ notBackedUpTimes: 2 }) },
  'delete input': { keep: same, input: logs({ deleteInput: 'input' }), 'all input': logs({ deleteInput: 'all-input' }) },
  device: {
    disk: same,
    tape: set({ device: { kind: 'sbt', parms: null } }),
    'tape with parms': set({ device: { kind: 'sbt', parms: PARMS } }),
  },
  channels: { one: same, three: set({ channels: 3 }) },
  'per channel': {
    none: same,
    rate: set({ perChannel: [{ ...channel, rate: '900M' }] }),
    format: (spec) => ({ ...spec, perChannel: [{ ...channel, format: spec.device.kind === 'sbt' ? 'a_%U' : `${place}/a_%U` }] }),
    connect: set({ perChannel: [{ ...channel, connect: '//rac1:1521/prod' }] }),
  },
  compression: {
    none: set({ compression: 'none' }),
    basic: set({ compression: 'basic' }),
    low: set({ compression: 'low' }),
    medium: set({ compression: 'medium' }),
    high: set({ compression: 'high' }),
  },
  encryption: {
    'as configured': same,
    transparent: set({ encryption: { kind: 'transparent', algorithm: 'AES192' } }),
    password: set({ encryption: { kind: 'password', algorithm: null } }),
    dual: set({ encryption: { kind: 'dual', algorithm: 'AES256' } }),
  },
  format: { none: same, given: (spec) => ({ ...spec, format: spec.device.kind === 'sbt' ? '%d_%U' : `${place}/%d_%U` }) },
  tag: { none: same, given: set({ tag: 'DELETE' }) },
  sections: onOff(set({ sectionSize: '512M' })),
  'files per set': onOff(set({ filesPerSet: 2 })),
  'set size': onOff(set({ maxSetSize: '900G' })),
  'piece size': onOff(set({ maxPieceSize: '20G' })),
  window: {
    none: same,
    plain: set({ duration: { minutes: 245, partial: false, minimise: 'none' } }),
    'partial, least load': set({ duration: { minutes: 5999, partial: true, minimise: 'load' } }),
    'least time': set({ duration: { minutes: 60, partial: false, minimise: 'time' } }),
  },
  skip: { none: same, inaccessible: set({ skip: ['inaccessible'] }), all: set({ skip: ['readonly', 'offline', 'inaccessible'] }) },
  'check logical': onOff(set({ checkLogical: true })),
  'validate only': onOff(set({ validateOnly: true })),
  'go on': onOff(set({ notBackedUpSinceHours: 20 })),
  keep: {
    no: same,
    days: set({ keep: { until: { kind: 'days', days: 30 }, restorePoint: null } }),
    'until a date': set({ keep: { until: { kind: 'date', date: '2099-12-31' }, restorePoint: 'YEAR_END' } }),
    forever: set({ keep: { until: { kind: 'forever' }, restorePoint: null } }),
  },
  'control file': {
    'as configured': same,
    'in the backup': set({ controlFile: { kind: 'in-backup' } }),
    autobackup: set({ controlFile: { kind: 'autobackup', configure: true, format: null } }),
    'autobackup with a place': (spec) => ({
      ...spec,
      controlFile: { kind: 'autobackup', configure: false, format: spec.device.kind === 'sbt' ? '%F' : `${place}/cf_%F` },
    }),
  },
  'days behind': onOff(set({ copyDaysBehind: 7 })),
  'delete logs': onOff(set({ deleteArchivedLogsBackedUp: 2 })),
  'restore validate': onOff(after({ restoreValidate: true })),
  crosscheck: onOff(after({ crosscheck: true })),
  'delete expired': onOff(after({ deleteExpired: true })),
  'delete obsolete': {
    no: same,
    configured: after({ deleteObsolete: { kind: 'configured' } }),
    redundancy: after({ deleteObsolete: { kind: 'redundancy', copies: 2 } }),
    window: after({ deleteObsolete: { kind: 'window', days: 14 } }),
  },
  report: onOff(after({ report: true })),
});

const exported = (change: Partial<DataPumpScope>): Apply => (spec) =>
  spec.scope.kind === 'data-pump' ? { ...spec, scope: { ...spec.scope, ...change } } : null;

/** A Data Pump export: its own questions, since it shares nearly none with RMAN. */
const exportQuestions: Readonly<Record<string, Answers>> = {
  what: {
    schemas: same,
    full: exported({ what: { by: 'full' } }),
    tables: exported({ what: { by: 'tables', tables: ['HR.EMPLOYEES', 'APP.Mixed Case'] } }),
    tablespaces: exported({ what: { by: 'tablespaces', tablespaces: ['USERS'] } }),
  },
  filter: {
    none: same,
    include: exported({ filter: { kind: 'include', items: [{ path: 'TABLE', expression: "LIKE 'EMP%'" }] } }),
    exclude: exported({ filter: { kind: 'exclude', items: [{ path: 'STATISTICS', expression: null }] } }),
  },
  query: { none: same, every: exported({ queries: [{ table: null, clause: 'WHERE ROWNUM < 100' }] }) },
  content: { all: same, data: exported({ content: 'data-only' }), definitions: exported({ content: 'metadata-only' }) },
  files: { 'up to 99': same, single: exported({ files: 'single' }), 'any number': exported({ files: 'any-number' }) },
  'file size': onOff(exported({ fileSize: '4G' })),
  parallel: onOff(exported({ parallel: 4 })),
  compression: {
    definitions: same,
    none: exported({ compression: 'none' }),
    data: exported({ compression: 'data-only' }),
    all: exported({ compression: 'all' }),
  },
  level: { none: same, high: exported({ compressionLevel: 'high' }) },
  encryption: {
    'as configured': same,
    transparent: set({ encryption: { kind: 'transparent', algorithm: 'AES256' } }),
    password: set({ encryption: { kind: 'password', algorithm: null } }),
    dual: set({ encryption: { kind: 'dual', algorithm: 'AES128' } }),
  },
  encrypted: {
    all: same,
    data: exported({ encrypted: 'data-only' }),
    definitions: exported({ encrypted: 'metadata-only' }),
    columns: exported({ encrypted: 'encrypted-columns-only' }),
  },
  consistent: {
    start: same,
    none: exported({ consistent: { kind: 'none' } }),
    moment: exported({ consistent: { kind: 'at', moment: '2026-10-04T02:00' } }),
  },
  estimate: { blocks: same, statistics: exported({ estimate: 'statistics' }) },
  'estimate only': onOff(exported({ estimateOnly: true })),
  version: { none: same, given: exported({ version: '12.2' }) },
  metrics: { yes: same, no: exported({ metrics: false }) },
  'log time': { all: same, none: exported({ logTime: 'none' }), status: exported({ logTime: 'status' }) },
  cluster: onOff(exported({ cluster: true })),
};

type Paired = { specs: StrategySpec[]; pairs: Pairs; factors: Factor[] };

/** The strategies whose scripts hold every possible pair of answers, and what cannot stand together. */
export const pairedStrategies = (place: string): Paired =>
  paired(questions(place), strategySpec({ name: 'Pairs', compression: 'none' }));

/** The same for exports. */
export function pairedExports(): Paired {
  const scope: DataPumpScope = { ...newDataPumpScope(), what: { by: 'schemas', schemas: ['HR'] }, fileName: 'pairs' };
  return paired(exportQuestions, withoutIdleOptions(strategySpec({ name: 'Pairs', scope })));
}

function paired(model: Readonly<Record<string, Answers>>, plain: StrategySpec): Paired {
  const factors = Object.entries(model).map(([name, answers]) => ({ name, levels: Object.keys(answers) }));
  const specOf = (choice: Choice): StrategySpec | null => {
    let spec: StrategySpec | null = plain;
    for (const [index, { name }] of factors.entries()) {
      spec = spec && (model[name]?.[choice[index] ?? '']?.(spec) ?? null);
    }
    return spec !== null && ruleProblems(spec).length === 0 ? spec : null;
  };
  const pairs = allPairs(factors, (choice) => specOf(choice) !== null);
  return { specs: pairs.rows.flatMap((row) => specOf(row) ?? []), pairs, factors };
}
