// One run of the simulator from its arguments to its exit code. Entry for whoever starts it: a process of its own, the
// application's executable in its simulator mode, or a test.
import { parseArguments, USAGE, type Arguments } from './arguments.ts';
import { ConfigRefusal, readConfig, type SimulatorConfig } from './config.ts';
import { armFailures } from './execution/armed-failures.ts';
import { releaseAll } from './execution/channels.ts';
import { createClock } from './execution/clock.ts';
import { connectTarget, needsPassword, parseConnectString, startupRefusalLines } from './execution/connect.ts';
import { askPassword } from './execution/execute.ts';
import { createSession, type Session } from './execution/session.ts';
import { leaveGrandchild } from './execution/step-failures.ts';
import { simulateExpdp } from './export/expdp.ts';
import type { Host } from './host.ts';
import { createConsole, type Console } from './output/console.ts';
import { ctime, stackDate } from './output/dates.ts';
import { END_LINE } from './output/messages.ts';
import { Cancelled, STACK_HEADER } from './output/stack.ts';
import { readCommandFile, substitution } from './script-source.ts';
import { runCommandFile, runStandardInput } from './script.ts';
import { newDatabase } from './state/new-database.ts';
import { switchDueLogs } from './state/redo.ts';
import { openStore, type Store } from './state/store.ts';

/**
 * Runs RMAN as `host` describes it, or Data Pump's `expdp` when that is the first word.
 * @returns the exit code: 0, or 1 when anything failed; 5 for an export with errors
 */
export async function simulateRman(host: Host): Promise<number> {
  if (host.argv[0] === 'expdp') return simulateExpdp({ ...host, argv: host.argv.slice(1) });
  const parsed = parseArguments(host.argv);
  if ('lines' in parsed) {
    const console = createConsole((bytes) => host.write(bytes), {
      crlf: false,
      nulPage: false,
      encoding: 'utf8',
      splitBytes: false,
    });
    for (const line of [...USAGE, ...STACK_HEADER, ...parsed.lines]) console.line(line);
    return 1;
  }
  let config: SimulatorConfig;
  try {
    config = readConfig(host.env, host.cwd);
  } catch (error) {
    if (!(error instanceof ConfigRefusal)) throw error;
    host.writeError(`RMAN simulator: ${error.message}\n`);
    return 1;
  }
  return runSession(host, config, parsed);
}

async function runSession(host: Host, config: SimulatorConfig, args: Arguments): Promise<number> {
  const store = openStateOf(host, config);
  const session = startSession(host, config, args, store);
  host.onInterrupt(() => session.clock.cancel());
  try {
    await startupFailures(session);
    printBanner(session.console, session);
    if (await connectAll(session, args)) {
      await runScript(session, args);
      endSession(session);
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    session.failed = true;
    session.stack(['RMAN-03099: job cancelled at user request']);
    endSession(session);
  }
  return exitCode(session);
}

function openStateOf(host: Host, config: SimulatorConfig): Store {
  const now = (): number => host.now().getTime();
  const store = openStore(config.home, () => newDatabase(config.home, config.database, now(), config.scale));
  store.update((database) => switchDueLogs(database, config.home, now(), config.scale, config.logSwitchMinutes));
  return store;
}

function startSession(host: Host, config: SimulatorConfig, args: Arguments, store: Store): Session {
  const nlsLang = host.env['NLS_LANG'] ?? '';
  const spanish =
    config.language === 'auto' ? /^SPANISH|^LATIN AMERICAN SPANISH/i.test(nlsLang) : config.language === 'es';
  const failures = armFailures(config.failures, store);
  const write = args.log === null ? host.write : host.openLog(args.log, args.append);
  const ordered = (name: 'crlf' | 'nul' | 'cp1252' | 'split-bytes'): boolean => failures.strikeNamed(name) !== null;
  const console = createConsole(write, {
    crlf: config.crlf || ordered('crlf'),
    nulPage: config.nulPage || ordered('nul'),
    encoding:
      config.encoding === 'cp1252' || ordered('cp1252') || /\.WE8(MSWIN1252|ISO8859P)/i.test(nlsLang)
        ? 'cp1252'
        : 'utf8',
    splitBytes: ordered('split-bytes'),
  });
  const defaultFormat = spanish && /_SPAIN/i.test(nlsLang) ? 'DD/MM/RR' : 'DD-MON-RR';
  // NLS_DATE_FORMAT counts only where NLS_LANG is set, as in Oracle's clients (reference §1.3).
  const dateFormat = nlsLang === '' ? defaultFormat : (host.env['NLS_DATE_FORMAT'] ?? defaultFormat);
  const wholeBytes = (): number => store.read().datafiles.reduce((sum, file) => sum + file.bytes, 0);
  const clock = createClock(config.seconds, wholeBytes);
  return createSession({ config, host, console, store, failures, clock, spanish, dateFormat, msgno: args.msgno });
}

async function startupFailures(session: Session): Promise<void> {
  const slow = session.failures.strikeNamed('slow-start');
  if (slow !== null) await session.clock.wait((slow.seconds ?? 3) * 1000);
  const fork = session.failures.strikeNamed('fork');
  if (fork !== null) leaveGrandchild(fork.seconds ?? 5);
}

function printBanner(console: Console, session: Session): void {
  const { release } = session.config;
  const name = session.spanish ? 'Recovery Manager ' : 'Recovery Manager';
  console.line('');
  console.line(`${name}: Release ${release.banner} - Production on ${ctime(session.host.now(), session.spanish)}`);
  if (release.version !== null) console.line(`Version ${release.version}`);
  console.line('');
  console.line(`Copyright (c) 1982, ${release.copyrightYear}, Oracle and/or its affiliates.  All rights reserved.`);
  console.line('');
  const flood = session.failures.strikeNamed('huge-log');
  for (let i = 0; flood !== null && i < (flood.lines ?? 100_000); i++) {
    console.line(`skipping archived log of thread 1 with sequence ${i}; already backed up`);
  }
}

/** The connections that the command line asks for; false when one was refused, which ends RMAN. */
async function connectAll(session: Session, args: Arguments): Promise<boolean> {
  if (args.target !== null) {
    const credentials = parseConnectString(args.target);
    if (needsPassword(credentials)) credentials.password = await askPassword(session);
    const refusal = connectTarget(session, credentials);
    if (refusal !== null) {
      session.failed = true;
      session.stack(startupRefusalLines(refusal));
      return false;
    }
    if (args.noCatalog) session.nameRepository();
  }
  if (args.catalog !== null) {
    session.catalog = true;
    session.say('connectedCatalog');
  }
  if (args.auxiliary !== null) session.say('connectedAuxiliary', { name: 'AUX' });
  if (session.failures.strikeNamed('rman-06900') !== null) sayNoStatusRows(session);
  return true;
}

function sayNoStatusRows(session: Session): void {
  const word = session.warningWord();
  session.inline([
    `RMAN-06900: ${word}: unable to generate V$RMAN_STATUS or V$RMAN_OUTPUT row`,
    `RMAN-06901: ${word}: disabling update of the V$RMAN_STATUS and V$RMAN_OUTPUT rows`,
    'ORA-19921: maximum number of 128 rows exceeded',
  ]);
}

async function runScript(session: Session, args: Arguments): Promise<void> {
  session.gap();
  const known = substitution(args.using);
  if (args.cmdfile === null) return runStandardInput(session, known, args.checkSyntax);
  const file = readCommandFile(args.cmdfile, session.host.cwd);
  if (file === null) {
    session.failed = true;
    session.stack([`RMAN-00556: could not open CMDFILE "${args.cmdfile}"`]);
    return;
  }
  return runCommandFile(session, file.text, args.cmdfile, known, args.checkSyntax);
}

function endSession(session: Session): void {
  releaseAll(session, session.runChannels ?? []);
  if (session.failures.strikeNamed('exit-zero-with-error') !== null) {
    session.stack([
      `RMAN-03002: failure of backup command at ${stackDate(session.host.now())}`,
      'RMAN-06059: expected archived log not found, loss of archived log compromises recoverability',
    ]);
  }
  if (session.failures.strikeNamed('no-end-line') !== null) return;
  session.gap();
  session.console.line(session.spanish ? END_LINE.es : END_LINE.en);
}

function exitCode(session: Session): number {
  if (session.failures.strikeNamed('exit-one-without-error') !== null) return 1;
  if (session.config.failures.some(({ name }) => name === 'exit-zero-with-error')) return 0;
  return session.failed ? 1 : 0;
}
