// Writes the script of a strategy: RMAN's cmdfile or expdp's parfile, the same for the live preview, the run and the
// command line. Knows neither targets nor secrets: how the client is connected is no part of the script.
import { strategySpecSchema, type StrategySpec } from '../domain/strategy.ts';
import { AppError } from '../errors/app-error.ts';
import { problemsOf, type FieldProblem } from '../errors/field-problem.ts';
import { parameters } from '../datapump/render-parfile.ts';
import { afterwardsSteps } from './render-afterwards.ts';
import { backupBlock } from './render-backup.ts';
import { comment, quoted, wholeNumber } from './quoting.ts';
import { scriptSummary } from './script-summary.ts';

/** What a script carries besides the strategy itself. */
export type ScriptStamp = {
  /** Number of the strategy's version; `null` while it is not saved. */
  version: number | null;
  /** What `SET COMMAND ID` gets, the run's id; `null` writes `RUN_ID_PLACEHOLDER` in its place. */
  commandId: string | null;
};

/** `text`: UTF-8 when written, LF line ends, a final newline, no line over RMAN's limit of 4000 characters. */
export type RenderedScript = { text: string };

/** Stands for the id that each run gets of its own: the only difference between the preview and what runs. */
export const RUN_ID_PLACEHOLDER = 'RUN-ID';

/** V$RMAN_STATUS.COMMAND_ID holds 33 characters; 30 is what can be relied on (reference §1.6). */
const COMMAND_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,29}$/;

/**
 * The script of `spec`, ready to be RMAN's cmdfile, or the parfile of a Data Pump export. Nothing is left to the
 * database's CONFIGURE settings that the strategy has a field for (reference §9, "generator do / don't").
 * @throws AppError `input.invalid` with the problems by field when the spec or the command id is not valid: whatever a
 *   caller forgot, no unchecked value is ever written into a script
 */
export function renderScript(spec: StrategySpec, stamp: ScriptStamp): RenderedScript {
  const problems = [...problemsOf(strategySpecSchema, spec), ...commandIdProblems(stamp.commandId)];
  if (problems.length > 0) throw new AppError('input.invalid', {}, problems);
  const lines = [...header(spec, stamp), ...commands(spec, stamp)];
  return { text: `${lines.join('\n')}\n` };
}

function commands(spec: StrategySpec, stamp: ScriptStamp): string[] {
  if (spec.scope.kind !== 'data-pump') return [commandId(stamp), ...body(spec)];
  return parameters(spec.scope, spec.encryption, stamp.commandId ?? RUN_ID_PLACEHOLDER);
}

function body(spec: StrategySpec): string[] {
  if (spec.scope.kind === 'custom-script') return spec.scope.text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  return [...settings(spec), ...backupBlock(spec), ...afterwardsSteps(spec)];
}

function commandIdProblems(id: string | null): FieldProblem[] {
  if (id === null || COMMAND_ID.test(id)) return [];
  return [{ path: 'commandId', code: 'command-id.characters', params: {} }];
}

function header(spec: StrategySpec, { version }: ScriptStamp): string[] {
  const state = version === null ? 'not saved yet' : `version ${wholeNumber(version)}`;
  return [comment(`Strategy: ${spec.name} (${state})`), comment(scriptSummary(spec))];
}

const commandId = ({ commandId: id }: ScriptStamp): string => `SET COMMAND ID TO ${quoted(id ?? RUN_ID_PLACEHOLDER)};`;

/** What holds for the whole session, in a fixed order. */
function settings(spec: StrategySpec): string[] {
  // BASIC is said as well: a database CONFIGUREd for MEDIUM would else use
  // an option that nobody chose (reference §2.9).
  const { compression } = spec;
  return [
    ...(compression === 'none' ? [] : [`SET COMPRESSION ALGORITHM ${quoted(compression.toUpperCase())};`]),
    ...encryptionSettings(spec),
    ...autobackupSettings(spec),
  ];
}

function encryptionSettings({ encryption }: StrategySpec): string[] {
  switch (encryption.kind) {
    case 'as-configured':
      return [];
    case 'transparent':
      return [`SET ENCRYPTION ON${algorithmClause(encryption.algorithm)};`];
    case 'password':
    case 'dual':
      // The statement itself would carry the password: secret-statements.ts makes it, standard input brings it.
      return [comment('SET ENCRYPTION comes before this file, through standard input: no password is ever in a script.')];
  }
}

export const algorithmClause = (algorithm: string | null): string =>
  algorithm === null ? '' : ` ALGORITHM ${quoted(algorithm)}`;

function autobackupSettings({ controlFile, device }: StrategySpec): string[] {
  if (controlFile.kind !== 'autobackup') return [];
  const type = device.kind === 'sbt' ? 'SBT' : 'DISK';
  return [
    ...(controlFile.configure
      ? [comment('This stays with the database, also for runs of others.'), 'CONFIGURE CONTROLFILE AUTOBACKUP ON;']
      : []),
    ...(controlFile.format === null
      ? []
      : [`SET CONTROLFILE AUTOBACKUP FORMAT FOR DEVICE TYPE ${type} TO ${quoted(controlFile.format)};`]),
  ];
}
