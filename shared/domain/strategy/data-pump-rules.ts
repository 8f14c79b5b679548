// What excludes what in a Data Pump export, each with its field and a reason that can be read (reference §6.2). Pure.
import { nameConditionProblem, queryClauseProblem } from '../../datapump/sql-fragment.ts';
import type { FieldProblemCode } from '../../errors/field-problem.ts';
import type { StrategySpec } from '../strategy.ts';
import type { DataPumpScope } from './data-pump.ts';

type Problem = { path: string; code: FieldProblemCode };

/** Every combination that expdp refuses, or that would silently do something else than it says. */
export function dataPumpProblems(scope: DataPumpScope, { encryption }: Pick<StrategySpec, 'encryption'>): Problem[] {
  return [
    ...filterProblems(scope),
    ...queryProblems(scope),
    ...fileProblems(scope),
    ...estimateProblems(scope, encryption),
    ...encryptionProblems(scope, encryption),
  ];
}

const when = (wrong: boolean, path: string, code: FieldProblemCode): Problem[] => (wrong ? [{ path: `scope.${path}`, code }] : []);

function filterProblems({ filter, what }: DataPumpScope): Problem[] {
  if (filter.kind === 'none') return [];
  return filter.items.flatMap(({ path, expression }, index) => {
    const problem = expression === null ? null : nameConditionProblem(expression);
    return [
      ...(problem === null ? [] : when(true, `filter.items.${index}.expression`, problem)),
      // Objects that belong to a schema go with it: a schema can be left out of a full export only.
      ...when(path === 'SCHEMA' && what.by !== 'full', `filter.items.${index}.path`, 'export.schema-filter'),
    ];
  });
}

function queryProblems({ queries, content, estimateOnly }: DataPumpScope): Problem[] {
  return queries.flatMap(({ table, clause }, index) => {
    const problem = queryClauseProblem(clause);
    const twice = queries.findIndex((other) => other.table === table) < index;
    return [
      ...(problem === null ? [] : when(true, `queries.${index}.clause`, problem)),
      ...when(twice, `queries.${index}.table`, 'list.twice'),
      ...when(content === 'metadata-only', `queries.${index}.clause`, 'export.query-data'),
      ...when(estimateOnly, `queries.${index}.clause`, 'export.query-estimate'),
    ];
  });
}

function fileProblems({ files, parallel, fileSize, compression, compressionLevel, content }: DataPumpScope): Problem[] {
  const pressesData = compression === 'all' || compression === 'data-only';
  return [
    // Each worker writes a file of its own: with one file the others wait or the job fails (ORA-39095).
    ...when(files === 'single' && parallel > 1, 'files', 'export.parallel-files'),
    ...when(files === 'single' && fileSize !== null, 'files', 'export.size-files'),
    ...when(compressionLevel !== null && !pressesData, 'compressionLevel', 'export.compression-level'),
    ...when(compression === 'data-only' && content === 'metadata-only', 'compression', 'export.no-data'),
  ];
}

function estimateProblems(scope: DataPumpScope, encryption: StrategySpec['encryption']): Problem[] {
  if (!scope.estimateOnly) return [];
  return [
    ...when(scope.content === 'metadata-only', 'content', 'export.estimate-data'),
    ...when(scope.fileSize !== null, 'fileSize', 'export.estimate-writes-nothing'),
    ...when(scope.parallel > 1, 'parallel', 'export.estimate-writes-nothing'),
    ...(encryption.kind === 'as-configured' ? [] : [{ path: 'encryption', code: 'export.estimate-writes-nothing' as const }]),
  ];
}

function encryptionProblems({ encrypted, content }: DataPumpScope, { kind }: StrategySpec['encryption']): Problem[] {
  if (kind === 'as-configured') return [];
  return [
    // ENCRYPTION_MODE may not stand beside it; the columns are opened by a password of their own.
    ...when(encrypted === 'encrypted-columns-only' && kind !== 'password', 'encrypted', 'export.columns-password'),
    ...when(encrypted === 'data-only' && content === 'metadata-only', 'encrypted', 'export.no-data'),
    ...when(encrypted === 'metadata-only' && content === 'data-only', 'encrypted', 'export.no-metadata'),
  ];
}
