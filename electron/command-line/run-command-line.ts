// Runs one command: finds its code (loading no more than it needs), and turns errors into words, JSON and exit codes.
import type { Language } from '../../shared/domain/settings.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import { errorText, type ErrorCode } from '../../shared/errors/codes.ts';
import { fieldProblemText } from '../../shared/errors/field-problem.ts';
import { languageOf, parseCommandLine, wantsJson, type ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { helpText } from './help.ts';
import type { Terminal } from './terminal.ts';

type Command = (command: ParsedCommand, terminal: Terminal) => Promise<number> | number;

// `explain`, `script`, `schedule next` and `log-db ddl` must start at once:
// what they do not need (SQLite, child processes) is not loaded for them.
const LOADERS: Record<ParsedCommand['name'], () => Promise<Command>> = {
  explain: async () => (await import('./explain.ts')).explain,
  script: async () => (await import('./script.ts')).script,
  run: async () => (await import('./run.ts')).run,
  runs: async () => (await import('./runs.ts')).runs,
  log: async () => (await import('./log.ts')).log,
  strategies: async () => (await import('./strategies.ts')).strategies,
  'strategies export': async () => (await import('./strategies-file.ts')).strategiesExport,
  'strategies import': async () => (await import('./strategies-file.ts')).strategiesImport,
  targets: async () => (await import('./targets.ts')).targets,
  'target test': async () => (await import('./target-test.ts')).targetTest,
  doctor: async () => (await import('./doctor.ts')).doctor,
  simulate: async () => (await import('./simulate.ts')).simulate,
  lint: async () => (await import('./lint.ts')).lint,
  status: async () => (await import('./status.ts')).status,
  queue: async () => (await import('./queue.ts')).queue,
  why: async () => (await import('./why.ts')).why,
  pause: async () => (await import('./pause.ts')).pause,
  resume: async () => (await import('./pause.ts')).resume,
  outbox: async () => (await import('./outbox.ts')).outbox,
  'sync status': async () => (await import('./sync.ts')).syncStatus,
  'sync drain': async () => (await import('./sync.ts')).syncDrain,
  'log-db ddl': async () => (await import('./log-db.ts')).logDbDdl,
  'log-db status': async () => (await import('./log-db.ts')).logDbStatus,
  'log-db install': async () => (await import('./log-db.ts')).logDbInstall,
  'users list': async () => (await import('./users.ts')).usersList,
  'users add': async () => (await import('./users.ts')).usersAdd,
  'users role': async () => (await import('./users.ts')).usersRole,
  'users enable': async () => (await import('./users.ts')).usersEnable,
  'users disable': async () => (await import('./users.ts')).usersDisable,
  'users remove': async () => (await import('./users.ts')).usersRemove,
  'users password': async () => (await import('./users.ts')).usersPassword,
  audit: async () => (await import('./audit.ts')).audit,
  'schedule list': async () => (await import('./schedule-list.ts')).scheduleList,
  'schedule next': async () => (await import('./schedule.ts')).scheduleNext,
};

/** Errors that the command line itself is to blame for. */
const USAGE: readonly ErrorCode[] = ['cli.usage', 'cli.log-in-needed', 'cli.ambiguous', 'cli.schedule'];

/** The exit code of `respaldo <argv…>`. Exceptions pass: they are bugs, and Node shows their stack. */
export async function runCommandLine(argv: string[], version: string, terminal: Terminal): Promise<number> {
  let language: Language = languageOf(undefined, terminal.env);
  try {
    const parsed = parseCommandLine(argv, terminal.env);
    if (parsed.kind === 'version') {
      terminal.out(`respaldo ${version}\n`);
      return EXIT.good;
    }
    if (parsed.kind === 'help') {
      terminal.out(helpText(parsed.language));
      return EXIT.good;
    }
    language = parsed.command.language;
    const act = await LOADERS[parsed.command.name]();
    return await act(parsed.command, terminal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    showError(error.report(), wantsJson(argv), language, terminal);
    return USAGE.includes(error.code) ? EXIT.usage : EXIT.error;
  }
}

function showError(report: ErrorReport, json: boolean, language: Language, terminal: Terminal): void {
  const message = errorText(report.code, report.params, language);
  const fields = report.fields.map((field) => ({ ...field, message: fieldProblemText(field, language) }));
  if (json) {
    terminal.out(`${JSON.stringify({ respaldo: 'error', schemaVersion: 1, ...report, message, fields }, null, 2)}\n`);
    return;
  }
  const lines = fields.map((field) => `  ${field.path || '·'}: ${field.message}\n`);
  terminal.err(`respaldo: ${message}\n${lines.join('')}`);
}
