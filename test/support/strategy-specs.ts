// Strategies for tests: a plain one, every combination of the choices, and arbitrary good values of each text field.
import fc from 'fast-check';
import { newStrategySpec, type BackupScope, type StrategySpec } from '../../shared/domain/strategy.ts';

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
  ...[null, 1, 2, 9].map((notBackedUpTimes) => ({ kind: 'archived-logs' as const, notBackedUpTimes })),
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

export const choices = fc.record({
  scope: fc.constantFrom(...scopes),
  channels: fc.integer({ min: 1, max: 32 }),
  compression: fc.constantFrom(...compressions),
  deleteArchivedLogsBackedUp: fc.option(fc.integer({ min: 1, max: 9 })),
});
