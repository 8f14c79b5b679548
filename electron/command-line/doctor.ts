// `respaldo doctor <database>`: everything that a run on it needs, each row printed as soon as it is known.
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { findTarget, withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';
import { worstOf, type CheckRow, type CheckState } from '../../shared/domain/check.ts';
import { checkOutcomeText, checkSubjectText } from '../../shared/domain/check-text.ts';
import { sizeText } from '../../shared/domain/doctor/row.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Target } from '../../shared/domain/target.ts';
import { errorText } from '../../shared/errors/codes.ts';

const MARKS: Record<CheckState, Record<Language, string>> = {
  good: { en: 'ok', es: 'bien' },
  warning: { en: 'warning', es: 'aviso' },
  bad: { en: 'bad', es: 'mal' },
  unknown: { en: 'unknown', es: 'se ignora' },
};

/** Exit code 1 with a red row, 6 with `--strict` and a yellow one, 3 when something cannot be seen, else 0. */
export function doctor(command: ParsedCommand, terminal: Terminal): Promise<number> {
  return withProfile(command, terminal, async ({ application, store }) => {
    const target = findTarget(await store.targets.list(), command.words[0] ?? '');
    const examiner = await application.doctor();
    const rows: CheckRow[] = [];
    for await (const row of examiner.examine(target.spec, target.id, new AbortController().signal)) {
      if (!command.json) terminal.out(linesOf(row, rows.at(-1)?.strategy, command.language));
      rows.push(row);
    }
    if (command.json) terminal.out(asJson(target, rows, command.language));
    else terminal.out(`\n${checkOutcomeText(worstOf(rows), command.language)}.\n`);
    return exitCodeOf(rows, command.flag('strict'));
  });
}

function exitCodeOf(rows: readonly CheckRow[], strict: boolean): number {
  const has = (state: CheckState): boolean => rows.some((row) => row.state === state);
  if (has('bad')) return EXIT.failed;
  if (strict && has('warning')) return EXIT.warning;
  return has('unknown') ? EXIT.unknown : EXIT.good;
}

/** A row, below a line of its own with the strategy's name where another one begins. */
function linesOf(row: CheckRow, before: string | undefined, language: Language): string {
  const head = row.strategy !== undefined && row.strategy !== before ? [`\n${row.strategy}`] : [];
  const found = row.what === 'free-space' ? sizeText(Number(row.found)) : row.found;
  const mark = MARKS[row.state][language].padEnd(10);
  const line = `${mark}  ${checkSubjectText(row.what, language).padEnd(28)}  ${found}`.trimEnd();
  const more = [
    ...(row.problem ? [errorText(row.problem.code, row.problem.params, language)] : []),
    ...(row.grants ?? []).map((sql) => `${sql};`),
  ];
  return `${[...head, line, ...more.map((text) => `${' '.repeat(12)}${text}`)].join('\n')}\n`;
}

function asJson(target: Target, rows: readonly CheckRow[], language: Language): string {
  const told = rows.map((row) => ({
    ...row,
    title: checkSubjectText(row.what, language),
    message: row.problem ? errorText(row.problem.code, row.problem.params, language) : null,
  }));
  const { id, spec } = target;
  const answer = { respaldo: 'doctor', schemaVersion: 1, target: { id, name: spec.name }, outcome: worstOf(rows), rows: told };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
