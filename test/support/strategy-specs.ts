// Strategies for tests: a plain one, every combination of the simple choices, and any good one of the whole model.
import fc from 'fast-check';
import { newStrategySpec, type BackupScope, type StrategySpec } from '../../shared/domain/strategy.ts';
import { withoutIdleOptions } from '../../shared/domain/strategy/applies.ts';
import { ruleProblems } from '../../shared/domain/strategy/rules.ts';
import { FILE_MODES } from '../../shared/domain/strategy/scope.ts';

/** A valid strategy, changed as asked. */
export const strategySpec = (change: Partial<StrategySpec> = {}): StrategySpec => ({
  ...newStrategySpec(),
  name: 'Weekly level 0',
  ...change,
});

export const scopes: BackupScope[] = [
  ...(['full', 'level-0', 'level-1-differential', 'level-1-cumulative'] as const).flatMap((mode) =>
    [true, false].map((plusArchivedLogs) => ({ kind: 'database' as const, mode, plusArchivedLogs })),
  ),
  ...[null, 1, 2, 9].map((notBackedUpTimes) => ({
    kind: 'archived-logs' as const,
    range: { by: 'all' as const },
    notBackedUpTimes,
    deleteInput: 'keep' as const,
  })),
];

export const compressions = ['none', 'basic', 'low', 'medium', 'high'] as const;

/** Every scope with every compression, the other choices turning with them. */
export const everyCombination = (format: string | null): StrategySpec[] =>
  scopes.flatMap((scope, row) =>
    compressions.flatMap((compression, column) =>
      [null, 2].map((deleteArchivedLogsBackedUp) => ({
        ...strategySpec(),
        name: `Case ${row}.${column}`,
        scope,
        compression,
        channels: ((row + column) % 3) + 1,
        tag: (row + column) % 2 === 0 ? 'FULL' : null,
        format: (row + column) % 4 === 3 ? null : format,
        deleteArchivedLogsBackedUp,
      })),
    ),
  );

const word = fc.stringMatching(/^[A-Za-z0-9áéíóúñÑ._-]{1,12}$/);
export const goodName = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ').slice(0, 60).trim());
export const goodTag = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,29}$/);
export const goodFormat = fc
  .tuple(
    fc.constantFrom('/', '/backup/', '/u01/app/my files/', 'D:\\Copias de seguridad\\', '\\\\nas\\rman$\\', '+FRA/demo/'),
    word,
    fc.constantFrom('%U', '%d_%T_%U.bkp', '%u_%p', '%s_%t_%p', '{%U}', '%%_%U'),
  )
  .map(([directory, name, elements]) => `${directory}${name}_${elements}`);
export const goodSize = fc.stringMatching(/^[1-9]\d{0,3}[KMG]$/);
const oracleName = fc.oneof(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_$#]{0,20}$/), fc.constantFrom('My TS', 'CDB$ROOT', 'FULL'));
const path = word.map((name) => `/u02/oradata/${name}.dbf`);
const unique = <Item>(item: fc.Arbitrary<Item>) =>
  fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: (one) => String(one).toUpperCase() });

export const choices = fc.record({
  scope: fc.constantFrom(...scopes),
  channels: fc.integer({ min: 1, max: 32 }),
  compression: fc.constantFrom(...compressions),
  deleteArchivedLogsBackedUp: fc.option(fc.integer({ min: 1, max: 9 })),
});

const files = { mode: fc.constantFrom(...FILE_MODES), plusArchivedLogs: fc.boolean() };
const moment = fc.oneof(
  fc.record({ kind: fc.constant('ago' as const), hours: fc.integer({ min: 1, max: 8760 }) }),
  fc.record({ kind: fc.constant('at' as const), moment: fc.constantFrom('2026-10-04T02:00', '2024-02-29T23:59') }),
);
const bound = fc.option(fc.nat());
const range = fc.oneof(
  fc.constant({ by: 'all' as const }),
  fc.record({ by: fc.constant('time' as const), from: moment, until: fc.option(moment) }),
  fc.record({ by: fc.constant('scn' as const), from: fc.nat({ max: 9 }), until: fc.option(fc.integer({ min: 9, max: 99 })) }),
  fc
    .record({ by: fc.constant('sequence' as const), from: bound, until: bound, thread: fc.option(fc.integer({ min: 1, max: 9 })) })
    .filter(({ from, until }) => (from !== null || until !== null) && (from ?? 0) <= (until ?? Number.MAX_VALUE)),
);

const anyScope: fc.Arbitrary<BackupScope> = fc.oneof(
  fc.record({ kind: fc.constant('database' as const), ...files }),
  fc.record({ kind: fc.constant('root' as const), ...files }),
  fc.record({ kind: fc.constant('pdbs' as const), pdbs: unique(oracleName), ...files }),
  fc.record({
    kind: fc.constant('tablespaces' as const),
    tablespaces: unique(fc.oneof(oracleName, fc.tuple(oracleName, oracleName).map((pair) => pair.join(':')))),
    ...files,
  }),
  fc.record({
    kind: fc.constant('datafiles' as const),
    datafiles: unique<string | number>(fc.oneof(fc.integer({ min: 1, max: 9999 }), path)),
    ...files,
  }),
  fc.record({
    kind: fc.constant('archived-logs' as const),
    range,
    notBackedUpTimes: fc.option(fc.integer({ min: 1, max: 9 })),
    deleteInput: fc.constantFrom('keep' as const, 'input' as const, 'all-input' as const),
  }),
  fc.record({ kind: fc.constantFrom('control-file' as const, 'spfile' as const) }),
  fc.record({ kind: fc.constant('recovery-area' as const), destination: fc.option(fc.constantFrom('/second disk/copies', '+DATA2')) }),
);

const algorithm = fc.option(fc.constantFrom('AES128' as const, 'AES192' as const, 'AES256' as const));

const anyOptions = fc.record({
  name: goodName,
  scope: anyScope,
  device: fc.oneof(
    fc.constant({ kind: 'disk' as const }),
    fc.record({ kind: fc.constant('sbt' as const), parms: fc.option(fc.constant('SBT_LIBRARY=/opt/libobk.so,ENV=(X=1)')) }),
  ),
  channels: fc.integer({ min: 1, max: 4 }),
  perChannel: fc.array(
    fc.record({
      format: fc.option(goodFormat),
      rate: fc.option(goodSize),
      connect: fc.option(fc.constantFrom('prod1', '//rac1:1521/prod')),
    }),
    { maxLength: 4 },
  ),
  compression: fc.constantFrom(...compressions),
  encryption: fc.oneof(
    fc.constant({ kind: 'as-configured' as const }),
    fc.record({ kind: fc.constantFrom('transparent' as const, 'password' as const, 'dual' as const), algorithm }),
  ),
  format: fc.option(goodFormat),
  tag: fc.option(goodTag),
  sectionSize: fc.option(goodSize),
  filesPerSet: fc.option(fc.integer({ min: 1, max: 64 })),
  maxSetSize: fc.option(goodSize),
  maxPieceSize: fc.option(goodSize),
  duration: fc.option(
    fc.record({
      minutes: fc.integer({ min: 1, max: 5999 }),
      partial: fc.boolean(),
      minimise: fc.constantFrom('none' as const, 'time' as const, 'load' as const),
    }),
  ),
  skip: fc.subarray(['offline' as const, 'readonly' as const, 'inaccessible' as const]),
  checkLogical: fc.boolean(),
  validateOnly: fc.boolean(),
  notBackedUpSinceHours: fc.option(fc.integer({ min: 1, max: 200 })),
  keep: fc.option(
    fc.record({
      until: fc.oneof(
        fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 9999 }) }),
        fc.constant({ kind: 'date' as const, date: '2099-12-31' }),
        fc.constant({ kind: 'forever' as const }),
      ),
      restorePoint: fc.option(fc.stringMatching(/^[A-Z][A-Z0-9_$#]{0,9}$/)),
    }),
  ),
  controlFile: fc.oneof(
    fc.constantFrom({ kind: 'as-configured' as const }, { kind: 'in-backup' as const }),
    fc.record({
      kind: fc.constant('autobackup' as const),
      configure: fc.boolean(),
      format: fc.option(fc.constantFrom('/backup/cf_%F', '+FRA', '/b/%d/%F')),
    }),
  ),
  copyDaysBehind: fc.nat({ max: 9 }),
  deleteArchivedLogsBackedUp: fc.option(fc.integer({ min: 1, max: 9 })),
  afterwards: fc.record({
    restoreValidate: fc.boolean(),
    crosscheck: fc.boolean(),
    deleteExpired: fc.boolean(),
    deleteObsolete: fc.option(
      fc.oneof(
        fc.constant({ kind: 'configured' as const }),
        fc.record({ kind: fc.constant('redundancy' as const), copies: fc.integer({ min: 1, max: 9 }) }),
        fc.record({ kind: fc.constant('window' as const), days: fc.integer({ min: 1, max: 99 }) }),
      ),
    ),
    report: fc.boolean(),
  }),
});

/** Any strategy that the rules allow, over the whole model; scripts of the user's own apart. */
export const anySpec: fc.Arbitrary<StrategySpec> = anyOptions.map((options) => mended(strategySpec(options)));

/** Gives way, option by option, until nothing is refused. */
function mended(spec: StrategySpec): StrategySpec {
  let current = withoutIdleOptions(spec);
  for (let step = 0; step < 40; step += 1) {
    const problem = ruleProblems(current)[0];
    if (!problem) return current;
    current = withoutIdleOptions(mendedOnce(current, problem.path, problem.code));
  }
  throw new Error(`cannot mend ${JSON.stringify(ruleProblems(current))}`);
}

function mendedOnce(spec: StrategySpec, path: string, code: string): StrategySpec {
  const plain = newStrategySpec();
  const { scope } = spec;
  if (code === 'copy.tag') return { ...spec, tag: 'COPY_TAG' };
  if (code === 'keep.recovery-area') return { ...spec, keep: null };
  if (code === 'channels.fewer') return { ...spec, perChannel: spec.perChannel.slice(0, spec.channels) };
  if (code === 'copy.scope') return { ...spec, scope: { ...scope, mode: 'image-copy' } as BackupScope };
  if (scope.kind === 'recovery-area' && path === 'scope.destination') {
    return { ...spec, scope: { ...scope, destination: scope.destination === null ? '+DATA2' : null } };
  }
  if (scope.kind === 'archived-logs' && path === 'scope.deleteInput') return { ...spec, scope: { ...scope, deleteInput: 'keep' } };
  if (path.startsWith('afterwards.')) {
    return { ...spec, afterwards: { ...spec.afterwards, [path.slice('afterwards.'.length)]: false } };
  }
  const key = path.split('.')[0] as keyof StrategySpec;
  return { ...spec, [key]: plain[key] };
}
