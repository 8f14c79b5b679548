// Executes one parsed command and wraps what goes wrong in RMAN's stack. The table of commands is here; the work is in
// the files beside.
import type { Command } from '../language/commands.ts';
import { stackDate } from '../output/dates.ts';
import { Cancelled, CommandFailure } from '../output/stack.ts';
import { autobackup } from './autobackup.ts';
import { executeBackup } from './backup.ts';
import { executeCatalog } from './catalog.ts';
import { executeChange } from './change.ts';
import { allocateChannel, releaseAll, releaseChannel } from './channels.ts';
import { executeConfigure, executeShow } from './configure.ts';
import { connectTarget, needsPassword, parseConnectString, PASSWORD_PROMPT } from './connect.ts';
import { executeCrosscheck } from './crosscheck.ts';
import { executeDelete, executeDeleteObsolete } from './delete.ts';
import { executeAlterDatabase, executeHost, executeShutdown, executeSql, executeStartup } from './instance.ts';
import { executeList } from './list.ts';
import { executeRecoverCopy } from './recover-copy.ts';
import { executeNeedBackup, executeReportObsolete, executeSchema, executeUnrecoverable } from './report.ts';
import { executeRecover, executeRestore } from './restore.ts';
import { newSettings, type Session } from './session.ts';
import { executeSet } from './settings.ts';
import { executeValidate } from './validate.ts';

export type Outcome = 'done' | 'failed' | 'fatal' | 'exit';

/** Runs one command of the top level; prints its stack when it fails. Cancellation passes through. */
export async function execute(session: Session, command: Command): Promise<Outcome> {
  try {
    if (command.kind === 'exit') return 'exit';
    await dispatch(session, command);
    return 'done';
  } catch (error) {
    if (error instanceof Cancelled || !(error instanceof CommandFailure)) throw error;
    session.failed = true;
    session.stack(error.lines);
    session.console.endLine();
    return error.fatal ? 'fatal' : 'failed';
  }
}

/** The name in `RMAN-03002: failure of ... command`. */
function commandName(command: Command): string {
  switch (command.kind) {
    case 'backup':
      return command.plusArchivelog === null ? 'backup' : 'backup plus archivelog';
    case 'sql':
      return command.direct ? 'sql statement' : 'sql';
    case 'delete-obsolete':
      return 'delete';
    case 'recover-copy':
      return 'recover';
    case 'alter-database':
      return 'alter db';
    case 'report-schema':
    case 'report-need-backup':
    case 'report-obsolete':
    case 'report-unrecoverable':
      return 'report';
    default:
      return command.kind;
  }
}

/** Puts RMAN-03002 in front of a failure that does not stand alone. */
async function wrapped(session: Session, command: Command, work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const groups = error.lines[0] === '';
    if (error.complete && !groups) throw error;
    const at = stackDate(session.host.now());
    const first = `RMAN-03002: failure of ${commandName(command)} command at ${at}`;
    const lines = groups ? ['', first, ...error.lines.slice(1)] : [first, ...error.lines];
    throw new CommandFailure(lines, true, error.fatal);
  }
}

async function dispatch(session: Session, command: Command): Promise<void> {
  if (command.kind === 'run') return executeRun(session, command.body);
  if (command.kind === 'connect') return executeConnect(session, command);
  await wrapped(session, command, () => perform(session, command));
}

function perform(session: Session, command: Command): Promise<void> | void {
  switch (command.kind) {
    case 'allocate':
      return allocateChannel(session, command);
    case 'release':
      return releaseChannel(session, command.name);
    case 'set':
      return executeSet(session, command);
    case 'backup':
      return executeBackup(session, command);
    case 'crosscheck':
      return executeCrosscheck(session, command);
    case 'delete':
      return executeDelete(session, command);
    case 'delete-obsolete':
      return executeDeleteObsolete(session, command);
    case 'change':
      return executeChange(session, command);
    case 'catalog':
      return executeCatalog(session, command);
    case 'configure':
      return executeConfigure(session, command);
    case 'show':
      return executeShow(session, command.what);
    case 'list':
      return executeList(session, command);
    case 'validate':
      return executeValidate(session, command);
    case 'restore':
      return executeRestore(session, command);
    case 'recover':
      return executeRecover(session, command);
    case 'recover-copy':
      return executeRecoverCopy(session, command);
    default:
      return performOther(session, command);
  }
}

function performOther(session: Session, command: Command): Promise<void> | void {
  switch (command.kind) {
    case 'report-schema':
      return executeSchema(session);
    case 'report-need-backup':
      return executeNeedBackup(session, command);
    case 'report-obsolete':
      return executeReportObsolete(session, command.retention);
    case 'report-unrecoverable':
      return executeUnrecoverable(session);
    case 'sql':
      return executeSql(session, command);
    case 'host':
      return executeHost(session, command.command);
    case 'startup':
      return executeStartup(session, command);
    case 'shutdown':
      return executeShutdown(session, command.mode);
    case 'alter-database':
      return executeAlterDatabase(session, command.to);
    case 'resync':
      throw new CommandFailure(['RMAN-06002: command not allowed when not connected to a recovery catalog']);
    default:
      return undefined;
  }
}

/** A RUN block: its channels and settings end with it, and its autobackup comes last. */
async function executeRun(session: Session, body: readonly Command[]): Promise<void> {
  const before = session.settings;
  session.settings = { ...before, autobackupFormat: { ...before.autobackupFormat } };
  session.runChannels = [];
  session.autobackupDue = false;
  try {
    for (const command of body) await dispatch(session, command);
    if (session.autobackupDue) await runAutobackup(session);
  } finally {
    releaseAll(session, session.runChannels);
    session.runChannels = null;
    session.settings = { ...newSettings(), ...before };
  }
}

async function runAutobackup(session: Session): Promise<void> {
  const channel = session.runChannels?.[0] ?? session.automaticChannels[0];
  if (channel !== undefined) await autobackup(session, channel);
}

async function executeConnect(session: Session, command: Extract<Command, { kind: 'connect' }>): Promise<void> {
  if (command.role === 'catalog') {
    session.catalog = true;
    session.say('connectedCatalog');
    return;
  }
  if (command.role === 'auxiliary') {
    session.say('connectedAuxiliary', { name: 'AUX' });
    return;
  }
  const credentials = parseConnectString(command.connectString ?? '/');
  if (needsPassword(credentials)) credentials.password = await askPassword(session);
  const refusal = connectTarget(session, credentials);
  if (refusal !== null) throw new CommandFailure(['RMAN-04005: error from target database: ', ...refusal.lines], true);
}

/** Prompts for the target's password; an ended input is an empty one. */
export async function askPassword(session: Session): Promise<string> {
  session.console.prompt(session.spanish ? PASSWORD_PROMPT.es : PASSWORD_PROMPT.en);
  const password = await session.host.input.next();
  session.console.endLine();
  return password ?? '';
}
