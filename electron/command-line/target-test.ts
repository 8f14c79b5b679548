// `respaldo target test <database>`: its SQL connection step by step, each step printed as soon as it is known.
import type { ParsedCommand } from './arguments.ts';
import { connectionPassword } from './connection-password.ts';
import { EXIT } from './exit-codes.ts';
import { findTarget, withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';
import { connectionOutcome, type ConnectionRow } from '../../shared/domain/connection-test.ts';
import { connectionRowText, connectionStepText } from '../../shared/domain/connection-test-text.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';

const MARKS: Record<ConnectionRow['state'], Record<Language, string>> = {
  good: { en: 'ok', es: 'bien' },
  warning: { en: 'warning', es: 'aviso' },
  bad: { en: 'failed', es: 'falla' },
  'not-tried': { en: 'not tried', es: 'sin probar' },
};

/** Exit code 0 good (6 with `--strict` when there are warnings), 1 when a step failed. */
export function targetTest(command: ParsedCommand, terminal: Terminal): Promise<number> {
  return withProfile(command, terminal, async ({ application, store }) => {
    const target = findTarget(await store.targets.list(), command.words[0] ?? '');
    const connection = target.spec.sql;
    if (connection === null) throw new AppError('oracle.no-connection', { target: target.spec.name });
    const password = await connectionPassword(command, terminal, connection.user);
    const rows: ConnectionRow[] = [];
    for await (const row of application.databases.test(target.id, connection, new AbortController().signal, password)) {
      rows.push(row);
      if (!command.json) terminal.out(lineOf(row, command.language));
    }
    const outcome = connectionOutcome(rows);
    if (command.json) terminal.out(asJson(target, outcome, rows, command.language));
    if (outcome === 'bad') return EXIT.failed;
    return outcome === 'warning' && command.flag('strict') ? EXIT.warning : EXIT.good;
  });
}

function lineOf(row: ConnectionRow, language: Language): string {
  const head = `${MARKS[row.state][language].padEnd(10)}  ${connectionStepText(row.step, language).padEnd(20)}  ${row.found}`;
  const said = connectionRowText(row, language);
  const more = said === null ? [] : [said.what, ...said.todo.map((step) => `- ${step}`), ...row.grants.map((sql) => `  ${sql};`)];
  return `${[head.trimEnd(), ...more.map((line) => `            ${line}`)].join('\n')}\n`;
}

function asJson(target: Target, outcome: string, rows: readonly ConnectionRow[], language: Language): string {
  const steps = rows.map((row) => {
    const said = connectionRowText(row, language);
    return { ...row, message: said?.what ?? null, todo: said?.todo ?? [] };
  });
  const answer = { respaldo: 'target test', schemaVersion: 1, target: { id: target.id, name: target.spec.name }, outcome, steps };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
