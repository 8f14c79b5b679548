// `respaldo log-db`: the statements of the log tables, how the tables stand, and their installation.
import { grantNamesSchema, type GrantNames, type InstallReport, type LogTables } from '../../shared/domain/log-database.ts';
import type { Language } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';
import { scriptOf } from '../../shared/sql/script-text.ts';
import { grantsOf, type GrantPart } from '../oracle/log-tables/grants.ts';
import { logTableVersions } from '../oracle/log-tables/versions.ts';
import type { Application } from '../app/compose.ts';
import type { ParsedCommand } from './arguments.ts';
import { connectionPassword } from './connection-password.ts';
import { EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

const PARTS: Record<GrantPart['part'], Record<Language, string>> = {
  owner: {
    en: 'The owner of the tables. Before the installation.',
    es: 'El propietario de las tablas. Antes de la instalación.',
  },
  writer: {
    en: 'The user that Respaldo works with: rights on the tables and nothing else. After the installation.',
    es: 'El usuario con el que trabaja Respaldo: permisos sobre las tablas y nada más. Después de la instalación.',
  },
  reader: {
    en: 'A role for people who read reports. After the installation; then GRANT it to them.',
    es: 'Un rol para quien lee informes. Después de la instalación; luego concédalo con GRANT.',
  },
};

/**
 * Prints the scripts of the versions after `--from`, or with `--grants` what a DBA runs around them. Needs no profile,
 * no connection and no driver.
 * @throws AppError `cli.usage`, `input.invalid` for a name that Oracle would not take
 */
export function logDbDdl(command: ParsedCommand, terminal: Terminal): number {
  if (command.flag('grants')) return printGrants(command, terminal);
  const from = readFrom(command.text('from'));
  const versions = logTableVersions().filter(({ number }) => number > from);
  const statements = versions.flatMap((version) =>
    version.statements.map(({ text }) => ({ version: version.number, text })));
  const answer = { respaldo: 'log-db ddl', schemaVersion: 1, from, version: logTableVersions().length, statements };
  terminal.out(command.json ? `${JSON.stringify(answer, null, 2)}\n` : versions.map(({ script }) => script).join('\n'));
  return EXIT.good;
}

function readFrom(word: string | undefined): number {
  const from = Number(word ?? 0);
  const known = logTableVersions().length;
  if (Number.isInteger(from) && from >= 0 && from <= known) return from;
  throw new AppError('cli.usage', { detail: `--from takes a version from 0 to ${known}, not '${word}'` });
}

function printGrants(command: ParsedCommand, terminal: Terminal): number {
  const names: GrantNames = {
    owner: command.text('owner') ?? 'RESPALDO',
    writer: command.text('writer') ?? 'RESPALDO_APP',
    reader: command.text('reader') ?? 'RESPALDO_READER',
    tablespace: command.text('tablespace') ?? 'USERS',
  };
  refuseProblems(grantNamesSchema, names);
  const { parts } = grantsOf(names);
  if (command.json) terminal.out(`${JSON.stringify({ respaldo: 'log-db grants', schemaVersion: 1, parts }, null, 2)}\n`);
  else terminal.out(parts.map((one) => `-- ${PARTS[one.part][command.language]}\n${scriptOf(one.statements)}`).join('\n'));
  return EXIT.good;
}

/** From standard input where plain Node has no keychain; `null`: the stored one. */
function passwordOf(command: ParsedCommand, terminal: Terminal, { settings }: Application): Promise<string | null> {
  return connectionPassword(command, terminal, settings.current().logDatabase?.connection.user ?? '?');
}

/** @throws AppError `log-database.none`, and as a session */
export async function logDbStatus(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const { withProfile } = await import('./profile-session.ts');
  return withProfile(command, terminal, async ({ application }) => {
    const tables = await application.logDatabase.look(await passwordOf(command, terminal, application));
    if (command.json) terminal.out(`${JSON.stringify({ respaldo: 'log-db status', schemaVersion: 1, ...tables }, null, 2)}\n`);
    else terminal.out(`${standingSentence(tables, command.language)}\n`);
    return tables.standing === 'ready' ? EXIT.good : EXIT.attention;
  });
}

/** Installs or upgrades; exit code 1 when a statement failed. @throws AppError as `LogDatabase.install` */
export async function logDbInstall(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const { withProfile } = await import('./profile-session.ts');
  return withProfile(command, terminal, async ({ application }) => {
    const report = await application.logDatabase.install(await passwordOf(command, terminal, application));
    if (command.json) terminal.out(`${JSON.stringify({ respaldo: 'log-db install', schemaVersion: 1, ...report }, null, 2)}\n`);
    else terminal.out(reportText(report, command.language));
    return report.tables?.standing === 'ready' ? EXIT.good : EXIT.failed;
  });
}

function reportText({ steps, tables }: InstallReport, language: Language): string {
  const marks = { done: '✓', there: '=', failed: '✗', open: '·' } as const;
  const lines = steps.map(({ outcome, text, error }) => {
    const first = text.split('\n')[0] ?? '';
    return `${marks[outcome]} ${first}${error ? `\n  ${errorText(error.code, error.params, language)}` : ''}\n`;
  });
  return `${lines.join('')}${tables ? `${standingSentence(tables, language)}\n` : ''}`;
}

/** How the tables stand, in one sentence. */
export function standingSentence(tables: LogTables, language: Language): string {
  const { standing, owner, installed, known, statements, foreign } = tables;
  const es = language === 'es';
  switch (standing) {
    case 'ready':
      return es ? `${owner}: tablas de bitácora, versión ${installed}, completas.` : `${owner}: log tables, version ${installed}, complete.`;
    case 'absent':
      return es ? `${owner}: no hay tablas de bitácora.` : `${owner}: there are no log tables.`;
    case 'partial':
      return es
        ? `${owner}: la instalación se interrumpió; faltan ${statements} sentencias.`
        : `${owner}: the installation was interrupted; ${statements} statements are still to be run.`;
    case 'damaged':
      return es
        ? `${owner}: a las tablas de bitácora les falta algo (${statements} sentencias), o faltan permisos.`
        : `${owner}: something of the log tables is missing (${statements} statements), or rights are.`;
    case 'old':
      return es
        ? `${owner}: versión ${installed}; falta actualizar a la ${known} (${statements} sentencias).`
        : `${owner}: version ${installed}; to be upgraded to ${known} (${statements} statements).`;
    case 'newer':
      return errorText('log-tables.newer', { installed, known }, language);
    case 'foreign':
      return errorText(
        'log-tables.foreign',
        { table: `${owner}.${foreign[0]?.table ?? ''}`, missing: foreign[0]?.missing.join(', ') ?? '' },
        language,
      );
  }
}
