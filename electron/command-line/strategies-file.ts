// `respaldo strategies export` and `respaldo strategies import`: strategies as a file, and what a file would change.
import { writeFileSync } from 'node:fs';
import type { Language } from '../../shared/domain/settings.ts';
import { strategiesFromFile, strategiesToFile } from '../../shared/domain/strategy-file.ts';
import { fieldName, valueText } from '../../shared/domain/strategy/changes.ts';
import { importPlan, type ImportRow } from '../../shared/domain/strategy/import-plan.ts';
import { releaseProblems } from '../../shared/domain/strategy/needs.ts';
import { AppError, type ErrorReport } from '../../shared/errors/app-error.ts';
import { errorText } from '../../shared/errors/codes.ts';
import { fieldProblemText, type FieldProblem } from '../../shared/errors/field-problem.ts';
import { knownRelease } from '../strategies/known-release.ts';
import type { Strategies } from '../strategies/strategies.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { textOf } from './file-word.ts';
import { findStrategy, withProfile } from './profile-session.ts';
import { namedTarget } from './strategies.ts';
import type { Terminal } from './terminal.ts';

/** @throws AppError `cli.unknown-name`, `cli.ambiguous`, `file.unwritable` */
export function strategiesExport(command: ParsedCommand, terminal: Terminal): Promise<number> {
  return withProfile(command, terminal, async ({ store }) => {
    const [targets, all] = await Promise.all([store.targets.list(), store.strategies.list()]);
    const target = command.text('target');
    const wanted = namedTarget(target, targets);
    const chosen =
      command.words.length > 0
        ? await Promise.all(command.words.map((word) => findStrategy(store, word, target)))
        : all.filter(({ targetId }) => wanted === null || targetId === wanted);
    const nameOf = (id: string): string | null => targets.find((one) => one.id === id)?.spec.name ?? null;
    const text = strategiesToFile(chosen.map(({ targetId, spec }) => ({ target: nameOf(targetId), spec })));
    const out = command.text('out');
    if (out !== undefined) writeOut(out, text);
    const answer = { respaldo: 'strategies-export', schemaVersion: 1, count: chosen.length, path: out ?? null };
    const file: unknown = out === undefined ? { file: JSON.parse(text) } : {};
    if (command.json) terminal.out(`${JSON.stringify({ ...answer, ...(file as object) }, null, 2)}\n`);
    else if (out === undefined) terminal.out(text);
    return EXIT.good;
  });
}

/** @throws AppError `input.invalid` with the problems of a file that is none, `file.unreadable`, `cli.unknown-name` */
export function strategiesImport(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const entries = strategiesFromFile(textOf(command.words[0] ?? '', terminal));
  const isDry = command.flag('dry-run');
  return withProfile(command, terminal, async ({ application: { strategies }, store }) => {
    const [targets, saved] = await Promise.all([store.targets.list(), store.strategies.list()]);
    const wanted = namedTarget(command.text('target'), targets);
    const byName = (name: string | null): string | null =>
      targets.find(({ spec }) => name !== null && spec.name.toLowerCase() === name.toLowerCase())?.id ?? null;
    const rows = importPlan(entries, {
      targetFor: (name) => wanted ?? byName(name),
      strategies: saved,
      problemsAt: (targetId, spec) => releaseProblems(spec, knownRelease(targets.find(({ id }) => id === targetId))),
    });
    const done: Done[] = [];
    for (const row of rows) done.push(isDry ? { row, failure: null } : await applied(row, strategies));
    show(done, { isDry, language: command.language, json: command.json }, terminal);
    return done.some(({ row, failure }) => row.state === 'refused' || failure !== null) ? EXIT.error : EXIT.good;
  });
}

type Done = { row: ImportRow; failure: ErrorReport | null };

/** One at a time: what is refused does not take the others along, and each change has its entry in the audit. */
async function applied(row: ImportRow, strategies: Pick<Strategies, 'create' | 'update'>): Promise<Done> {
  try {
    if (row.state === 'new') await strategies.create(row.targetId, row.spec);
    if (row.state === 'changed') await strategies.update(row.id, row.version, row.targetId, row.spec);
    return { row, failure: null };
  } catch (error) {
    if (error instanceof AppError) return { row, failure: error.report() };
    throw error;
  }
}

const STATES = {
  en: { new: 'new', changed: 'changed', same: 'same', refused: 'refused' },
  es: { new: 'nueva', changed: 'cambiada', same: 'igual', refused: 'rechazada' },
} as const;
const LINE = { en: 'line', es: 'línea' };
const DRY = { en: 'Nothing was changed (--dry-run).', es: 'No se ha cambiado nada (--dry-run).' };

type Shown = { isDry: boolean; language: Language; json: boolean };

function show(done: readonly Done[], { isDry, language, json }: Shown, terminal: Terminal): void {
  if (json) {
    const strategies = done.map(({ row, failure }) => asJson(row, failure, language));
    const answer = { respaldo: 'strategies-import', schemaVersion: 1, dryRun: isDry, strategies };
    terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const lines = done.flatMap(({ row, failure }) => [
    `${STATES[language][failure ? 'refused' : row.state]}: ${row.name ?? '?'} (${LINE[language]} ${row.line})`,
    ...(failure ? [`    ${errorText(failure.code, failure.params, language)}`] : []),
    ...[...problemsIn(row), ...(failure?.fields ?? [])].map(
      (one) => `    ${one.path}: ${fieldProblemText(one, language)}${placeOf(one, language)}`,
    ),
    ...(row.state === 'changed' && !failure
      ? row.changes.map(
          ({ path, before, after }) =>
            `    ${fieldName(path, language)}: ${valueText(before, language)} → ${valueText(after, language)}`,
        )
      : []),
  ]);
  terminal.out(`${[...lines, ...(isDry ? [DRY[language]] : [])].join('\n')}\n`);
}

const problemsIn = (row: ImportRow): FieldProblem[] => (row.state === 'refused' ? row.problems : []);

const placeOf = ({ params }: FieldProblem, language: Language): string =>
  params['line'] === undefined ? '' : ` (${LINE[language]} ${params['line']})`;

function asJson(row: ImportRow, failure: ErrorReport | null, language: Language) {
  const { place, line, name, target } = row;
  return {
    place,
    line,
    name,
    target,
    state: failure ? 'refused' : row.state,
    id: row.state === 'changed' || row.state === 'same' ? row.id : null,
    changes: row.state === 'changed' ? row.changes : [],
    problem: failure && { code: failure.code, message: errorText(failure.code, failure.params, language) },
    problems: [...problemsIn(row), ...(failure?.fields ?? [])].map((one) => ({
      ...one,
      message: fieldProblemText(one, language),
    })),
  };
}

function writeOut(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new AppError('file.unwritable', { path, detail: (error as Error).message });
  }
}
