// What an RMAN script of a strategy must say, token by token, written from the reference and not from the generator.
import type { RmanToken } from '../../../support/rman-tokeniser.ts';
import type { StrategySpec } from '../../../../shared/domain/strategy.ts';

const string = (text: string): RmanToken => ({ kind: 'string', text });

/** Words, numbers and marks of a line; `?` takes the next value as a string. */
function said(line: string, ...values: string[]): RmanToken[] {
  return line.split(' ').map((part): RmanToken => {
    if (part === '?') return string(values.shift()!);
    if (/^\d+$/.test(part)) return { kind: 'number', text: part };
    return { kind: /^\W$/.test(part) ? 'mark' : 'word', text: part };
  });
}

const LEVEL = {
  full: 'FULL',
  'level-0': 'INCREMENTAL LEVEL 0',
  'level-1-differential': 'INCREMENTAL LEVEL 1',
  'level-1-cumulative': 'INCREMENTAL LEVEL 1 CUMULATIVE',
};

export function expectedTokens(spec: StrategySpec, commandId: string): RmanToken[] {
  const { scope, compression, tag, format, deleteArchivedLogsBackedUp: times } = spec;
  const tokens = said('SET COMMAND ID TO ? ;', commandId);
  if (compression !== 'none') tokens.push(...said('SET COMPRESSION ALGORITHM ? ;', compression.toUpperCase()));
  tokens.push(...said('RUN {'));
  for (let channel = 1; channel <= spec.channels; channel += 1) {
    tokens.push(...said(`ALLOCATE CHANNEL C${channel} DEVICE TYPE DISK ;`));
  }
  tokens.push(...said(scope.kind === 'database' ? `BACKUP ${LEVEL[scope.mode]}` : 'BACKUP'));
  tokens.push(...said(compression === 'none' ? 'AS BACKUPSET' : 'AS COMPRESSED BACKUPSET'));
  if (tag !== null) tokens.push(...said('TAG ?', tag));
  if (format !== null) tokens.push(...said('FORMAT ?', format));
  if (scope.kind === 'database') tokens.push(...said(scope.plusArchivedLogs ? 'DATABASE PLUS ARCHIVELOG' : 'DATABASE'));
  else {
    tokens.push(...said('ARCHIVELOG ALL'));
    if (scope.notBackedUpTimes !== null) tokens.push(...said(`NOT BACKED UP ${scope.notBackedUpTimes} TIMES`));
  }
  tokens.push(...said('; }'));
  if (times !== null) tokens.push(...said(`DELETE NOPROMPT ARCHIVELOG ALL BACKED UP ${times} TIMES TO DEVICE TYPE DISK ;`));
  return tokens;
}
