// Says in one English line what an export takes, for the comment at the head of its parfile.
import { foldedName } from '../domain/strategy/names.ts';
import type { DataPumpScope, ExportWhat } from '../domain/strategy/data-pump.ts';

/** For example: `Data Pump export of schema HR, consistent, 2 workers.` */
export function exportSummary(scope: DataPumpScope, encrypts: boolean): string {
  const { what, content, consistent, parallel, compression, estimateOnly, filter, queries } = scope;
  const rest = [
    ...(estimateOnly ? ['estimate only, nothing written'] : []),
    ...(content === 'all' ? [] : [content === 'data-only' ? 'rows only' : 'definitions only']),
    ...(filter.kind === 'none' ? [] : [filter.kind === 'include' ? 'chosen kinds of objects' : 'some kinds of objects left out']),
    ...(queries.length === 0 ? [] : ['chosen rows']),
    consistent.kind === 'none' ? 'each table by itself' : 'consistent',
    ...(compression === 'all' || compression === 'data-only' ? ['compressed'] : []),
    ...(encrypts ? ['encrypted'] : []),
    ...(parallel === 1 ? [] : [`${parallel} workers`]),
  ];
  return `${[`Data Pump export of ${whatOf(what)}`, ...rest].join(', ')}.`;
}

function whatOf(what: ExportWhat): string {
  switch (what.by) {
    case 'full':
      return 'the whole database';
    case 'schemas':
      return counted('schema', what.schemas.map(foldedName));
    case 'tables':
      return counted('table', what.tables);
    case 'tablespaces':
      return counted('tablespace', what.tablespaces.map(foldedName));
  }
}

const counted = (noun: string, names: readonly string[]): string =>
  names.length > 3 ? `${names.length} ${noun}s` : `${noun}${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
