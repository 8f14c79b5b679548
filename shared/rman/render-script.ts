// Writes the RMAN script of a strategy: one cmdfile, the same for the live preview, the run and the command line.
// Knows neither targets nor secrets: how RMAN is connected is no part of the script.
import { strategySpecSchema, type BackupScope, type StrategySpec } from '../domain/strategy.ts';
import { AppError } from '../errors/app-error.ts';
import { problemsOf, type FieldProblem } from '../errors/field-problem.ts';
import { scriptSummary } from './script-summary.ts';
import { comment, quoted, wholeNumber } from './quoting.ts';

/** What a script carries besides the strategy itself. */
export type ScriptStamp = {
  /** Number of the strategy's version; `null` while it is not saved. */
  version: number | null;
  /** What `SET COMMAND ID` gets, the run's id; `null` writes `RUN_ID_PLACEHOLDER` in its place. */
  commandId: string | null;
};

/** `text`: UTF-8 when written, LF line ends, a final newline, no line near RMAN's limit of 4000 characters. */
export type RenderedScript = { text: string };

/** Stands for the id that each run gets of its own: the only difference between the preview and what runs. */
export const RUN_ID_PLACEHOLDER = 'RUN-ID';

/** V$RMAN_STATUS.COMMAND_ID holds 33 characters; 30 is what can be relied on (reference §1.6). */
const COMMAND_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/;

const MODE: Record<Extract<BackupScope, { kind: 'database' }>['mode'], string> = {
  full: 'FULL',
  'level-0': 'INCREMENTAL LEVEL 0',
  'level-1-differential': 'INCREMENTAL LEVEL 1',
  'level-1-cumulative': 'INCREMENTAL LEVEL 1 CUMULATIVE',
};

/**
 * The script of `spec`, ready to be RMAN's cmdfile. Nothing is left to the database's CONFIGURE settings that the
 * strategy has a field for (reference §9, "generator do / don't").
 * @throws AppError `input.invalid` with the problems by field when the spec or the command id is not valid: whatever a
 *   caller forgot, no unchecked value is ever written into a script
 */
export function renderScript(spec: StrategySpec, stamp: ScriptStamp): RenderedScript {
  const problems = [...problemsOf(strategySpecSchema, spec), ...commandIdProblems(stamp.commandId)];
  if (problems.length > 0) throw new AppError('input.invalid', {}, problems);
  const lines = [...header(spec, stamp), ...settings(spec, stamp), ...backupBlock(spec), ...logDeletion(spec)];
  return { text: `${lines.join('\n')}\n` };
}

function commandIdProblems(commandId: string | null): FieldProblem[] {
  if (commandId === null || COMMAND_ID.test(commandId)) return [];
  return [{ path: 'commandId', code: 'command-id.characters', params: {} }];
}

function header(spec: StrategySpec, { version }: ScriptStamp): string[] {
  const state = version === null ? 'not saved yet' : `version ${wholeNumber(version)}`;
  return [comment(`Strategy: ${spec.name} (${state})`), comment(scriptSummary(spec))];
}

function settings({ compression }: StrategySpec, { commandId }: ScriptStamp): string[] {
  // BASIC is said as well: a database CONFIGUREd for MEDIUM would else use
  // an option that nobody chose (reference §2.9).
  return [
    `SET COMMAND ID TO ${quoted(commandId ?? RUN_ID_PLACEHOLDER)};`,
    ...(compression === 'none' ? [] : [`SET COMPRESSION ALGORITHM ${quoted(compression.toUpperCase())};`]),
  ];
}

function backupBlock(spec: StrategySpec): string[] {
  const channels = Array.from({ length: spec.channels }, (_, index) => `c${wholeNumber(index + 1)}`);
  // TAG and FORMAT stand before the object: after PLUS ARCHIVELOG they would belong to the archived logs alone, and
  // the data files' sets would get neither (reference §2.5).
  const clauses = [
    spec.compression === 'none' ? 'AS BACKUPSET' : 'AS COMPRESSED BACKUPSET',
    ...(spec.tag === null ? [] : [`TAG ${quoted(spec.tag)}`]),
    ...(spec.format === null ? [] : [`FORMAT ${quoted(spec.format)}`]),
    object(spec.scope),
  ];
  return [
    'RUN {',
    ...channels.map((channel) => `  ALLOCATE CHANNEL ${channel} DEVICE TYPE DISK;`),
    spec.scope.kind === 'database' ? `  BACKUP ${MODE[spec.scope.mode]}` : '  BACKUP',
    ...clauses.map((clause, index) => `    ${clause}${index === clauses.length - 1 ? ';' : ''}`),
    '}',
  ];
}

function object(scope: BackupScope): string {
  if (scope.kind === 'database') return scope.plusArchivedLogs ? 'DATABASE PLUS ARCHIVELOG' : 'DATABASE';
  const { notBackedUpTimes: times } = scope;
  return times === null ? 'ARCHIVELOG ALL' : `ARCHIVELOG ALL NOT BACKED UP ${wholeNumber(times)} TIMES`;
}

/**
 * Deletes by count of backups, never `DELETE INPUT`: what a second strategy still has to back up stays. RMAN also obeys
 * the database's archived-log deletion policy and says so with warnings such as RMAN-08138 (reference §2.5, §4.4).
 */
function logDeletion({ deleteArchivedLogsBackedUp: times }: StrategySpec): string[] {
  if (times === null) return [];
  return [
    comment('RMAN leaves a command file at the first error: this is reached after a good backup only.'),
    `DELETE NOPROMPT ARCHIVELOG ALL BACKED UP ${wholeNumber(times)} TIMES TO DEVICE TYPE DISK;`,
  ];
}
