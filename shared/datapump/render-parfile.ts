// Writes the parfile of a Data Pump export, one parameter a line in a fixed order. Knows neither targets nor secrets:
// who connects stands on the command line, and passwords come through standard input.
import { jobNameOf, tableParts, type DataPumpScope, type ExportWhat } from '../domain/strategy/data-pump.ts';
import { needsPassword, type Encryption } from '../domain/strategy/options.ts';
import { comment, timeQuoted, wholeNumber } from '../rman/quoting.ts';
import { bareWord, nameWord, plainName, sqlWord } from './parfile-words.ts';

/**
 * The parameters of one run's export. Whatever expdp would otherwise take from its own defaults and that a strategy has
 * a field for is said. Names of files and job hold the run's id: an existing file is never met, and never overwritten.
 * `scope` has been checked. @throws Error for a value that no quoting could hold, which is a bug
 */
export function parameters(scope: DataPumpScope, encryption: Encryption, runId: string): string[] {
  return [
    `job_name=${bareWord(jobNameOf(runId))}`,
    `directory=${bareWord(scope.directory)}`,
    ...files(scope, runId),
    what(scope.what),
    `content=${word(scope.content)}`,
    ...filters(scope),
    ...queries(scope),
    ...consistency(scope),
    ...estimate(scope),
    ...compression(scope),
    ...encryptionLines(scope, encryption),
    ...(scope.version === null ? [] : [`version=${bareWord(scope.version)}`]),
    ...(scope.parallel === 1 ? [] : [`parallel=${wholeNumber(scope.parallel)}`]),
    `cluster=${yes(scope.cluster)}`,
    ...(scope.metrics ? ['metrics=y'] : []),
    ...(scope.logTime === 'none' ? [] : [`logtime=${scope.logTime}`]),
  ];
}

const yes = (value: boolean): string => (value ? 'y' : 'n');
const word = (value: string): string => bareWord(value.replaceAll('-', '_'));

const NUMBERED = { single: '', 'up-to-99': '_%U', 'any-number': '_%L' } as const;

function files({ fileName, files: many, fileSize, estimateOnly }: DataPumpScope, runId: string): string[] {
  const name = `${fileName}_${runId}`;
  const log = `logfile=${bareWord(`${name}.log`)}`;
  // With ESTIMATE_ONLY a dump file is refused.
  if (estimateOnly) return [log];
  return [
    `dumpfile=${bareWord(`${name}${NUMBERED[many]}.dmp`)}`,
    ...(fileSize === null ? [] : [`filesize=${bareWord(fileSize)}`]),
    'reuse_dumpfiles=n',
    log,
  ];
}

function what(of: ExportWhat): string {
  switch (of.by) {
    case 'full':
      return 'full=y';
    case 'schemas':
      return `schemas=${of.schemas.map(plainName).join(',')}`;
    case 'tables':
      return `tables=${of.tables.map(tableWord).join(',')}`;
    case 'tablespaces':
      return `tablespaces=${of.tablespaces.map(plainName).join(',')}`;
  }
}

function tableWord(table: string): string {
  const { schema, name, partition } = tableParts(table);
  return nameWord([
    { name: schema, before: '' },
    { name, before: '.' },
    ...(partition === null ? [] : [{ name: partition, before: ':' as const }]),
  ]);
}

function filters({ filter }: DataPumpScope): string[] {
  if (filter.kind === 'none') return [];
  return filter.items.map(({ path, expression }) => {
    if (!/^[A-Z][A-Z0-9_/]*$/.test(path)) throw new Error('not an object path');
    return `${filter.kind}=${path}${expression === null ? '' : `:${sqlWord(expression)}`}`;
  });
}

const queries = ({ queries: all }: DataPumpScope): string[] =>
  all.map(({ table, clause }) => `query=${table === null ? '' : `${tableWord(table)}:`}${sqlWord(clause)}`);

function consistency({ consistent }: DataPumpScope): string[] {
  switch (consistent.kind) {
    case 'none':
      return [comment('Each table is consistent by itself, but together they are of no single moment.')];
    case 'start':
      return ['flashback_time=systimestamp'];
    case 'at': {
      // A TIMESTAMP, unlike RMAN's times; the form does not depend on NLS settings.
      const date = timeQuoted(consistent.moment.replace('T', ' '));
      return [`flashback_time=${date.replace('TO_DATE', 'TO_TIMESTAMP')}`];
    }
  }
}

function estimate({ estimate: by, estimateOnly, content }: DataPumpScope): string[] {
  if (estimateOnly) return [`estimate=${by}`, 'estimate_only=y'];
  return content === 'metadata-only' ? [] : [`estimate=${by}`];
}

function compression({ compression: what, compressionLevel, estimateOnly }: DataPumpScope): string[] {
  if (estimateOnly) return [];
  return [
    `compression=${word(what)}`,
    ...(compressionLevel === null ? [] : [`compression_algorithm=${compressionLevel}`]),
  ];
}

function encryptionLines({ encrypted }: DataPumpScope, encryption: Encryption): string[] {
  if (encryption.kind === 'as-configured') return [];
  const columns = encrypted === 'encrypted-columns-only';
  return [
    `encryption=${word(encrypted)}`,
    ...(encryption.algorithm === null ? [] : [`encryption_algorithm=${encryption.algorithm}`]),
    ...(columns ? [] : [`encryption_mode=${encryption.kind}`]),
    ...(needsPassword(encryption)
      ? [comment('The password is asked for and comes through standard input: none is ever in a parfile.'), 'encryption_pwd_prompt=yes']
      : []),
  ];
}
