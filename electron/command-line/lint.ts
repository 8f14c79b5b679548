// `respaldo lint`: what is wrong with the strategies of all databases, of one, of one strategy among its database's, or
// of a strategy file before it is imported.
import type { Language } from '../../shared/domain/settings.ts';
import { strategiesFromFile } from '../../shared/domain/strategy-file.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { NO_FACTS, type TargetFacts } from '../../shared/lint/facts.ts';
import type { Finding, Severity } from '../../shared/lint/finding.ts';
import { findingWords, lint as judge, open, type LintedStrategy } from '../../shared/lint/lint.ts';
import { repairText } from '../../shared/lint/repairs.ts';
import { roadsOf } from '../../shared/lint/roads.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { isFileWord, textOf } from './file-word.ts';
import type { ProfileSession } from './profile-session.ts';
import type { Terminal } from './terminal.ts';

/** Findings of one database; `target` null: of a file by itself. */
type Judged = { target: Target | null; facts: TargetFacts; strategies: readonly LintedStrategy[]; findings: Finding[] };

/**
 * Exit code 1 with a serious finding that nobody has accepted, 6 with `--strict` and a caution, else 0.
 * @throws AppError `input.invalid` with the problems of a file, `file.unreadable`, `cli.unknown-name`, `cli.ambiguous`
 */
export async function lint(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const word = command.words[0] ?? null;
  const file = word !== null && isFileWord(word) ? fileStrategies(word, terminal) : null;
  const judged = file !== null && command.text('target') === undefined ? [ofFile(file)] : await inProfile(word, file, command, terminal);
  terminal.out(command.json ? asJson(judged, command.language) : judged.map((one) => asText(one, command.language)).join('\n'));
  const told = judged.flatMap(({ findings }) => open(findings));
  if (told.some(({ severity }) => severity === 'serious')) return EXIT.failed;
  return command.flag('strict') && told.some(({ severity }) => severity === 'caution') ? EXIT.warning : EXIT.good;
}

function fileStrategies(path: string, terminal: Terminal): StrategySpec[] {
  return strategiesFromFile(textOf(path, terminal)).map((entry) => {
    if (entry.kind === 'refused') throw new AppError('input.invalid', {}, entry.problems);
    return entry.spec;
  });
}

/** Several strategies of one file are taken to be a database's; a single one is judged by itself. */
function ofFile(specs: readonly StrategySpec[]): Judged {
  const strategies = specs.map((spec, index) => ({ id: `file-${index + 1}`, enabled: true, spec }));
  const question = { facts: NO_FACTS, strategies, roads: null, now: Date.now(), alone: specs.length === 1 };
  return { target: null, facts: NO_FACTS, strategies, findings: judge(question) };
}

async function inProfile(
  word: string | null, file: readonly StrategySpec[] | null, command: ParsedCommand, terminal: Terminal,
): Promise<Judged[]> {
  const { withProfile, findTarget, findStrategy } = await import('./profile-session.ts');
  return withProfile(command, terminal, async (session) => {
    const { store } = session;
    const targets = await store.targets.list();
    const among = command.text('target');
    const only = among === undefined ? null : findTarget(targets, among);
    if (file !== null && only !== null) return [await ofTarget(only, session, file)];
    if (word === null) return Promise.all((only ? [only] : targets).map((target) => ofTarget(target, session)));
    const named = targetNamed(word);
    if (named) return [await ofTarget(named, session)];
    const strategy = await findStrategy(store, word, among);
    const judged = await ofTarget(targets.find(({ id }) => id === strategy.targetId)!, session);
    return [{ ...judged, findings: judged.findings.filter(({ strategies }) => strategies.includes(strategy.id)) }];

    function targetNamed(name: string): Target | null {
      try {
        return findTarget(targets, name);
      } catch (error) {
        if (error instanceof AppError && error.code === 'cli.unknown-name') return null;
        throw error;
      }
    }
  });
}

/** `file`: strategies beside the saved ones, in place of those of their names; only what concerns them is told. */
async function ofTarget(
  target: Target, { application, store }: ProfileSession, file: readonly StrategySpec[] = [],
): Promise<Judged> {
  const { askedFacts } = await import('../lint/target-facts.ts');
  const facts = await askedFacts(target, application.catalogue);
  const names = new Set(file.map(({ name }) => name));
  const all = await store.strategies.list();
  const saved = all.filter(({ targetId, spec }) => targetId === target.id && !names.has(spec.name));
  const added = file.map((spec, index) => ({ id: `file-${index + 1}`, enabled: true, spec }));
  const strategies = [...added, ...saved];
  const findings = judge({ facts, strategies, roads: roadsOf(application.settings.current()), now: Date.now() });
  const own = new Set(added.map(({ id }) => id));
  return {
    target, facts, strategies,
    findings: added.length === 0 ? findings : findings.filter((one) => one.strategies.some((id) => own.has(id))),
  };
}

const SEVERITY: Record<Severity, Record<Language, string>> = {
  serious: { en: 'serious', es: 'grave' },
  caution: { en: 'caution', es: 'precaución' },
  hint: { en: 'hint', es: 'consejo' },
};

const WORDS = {
  none: { en: 'nothing to say', es: 'nada que decir' },
  alone: { en: 'file by itself', es: 'archivo por sí solo' },
  example: { en: 'For example', es: 'Por ejemplo' },
  todo: { en: 'What to do', es: 'Qué hacer' },
  repairs: { en: 'In the application', es: 'En la aplicación' },
  accepted: { en: 'Accepted', es: 'Aceptado' },
} as const satisfies Record<string, Record<Language, string>>;

function asText({ target, findings }: Judged, language: Language): string {
  const title = target?.spec.name ?? WORDS.alone[language];
  if (findings.length === 0) return `${title}: ${WORDS.none[language]}\n`;
  return `${title}\n${findings.map((finding) => linesOf(finding, language)).join('')}`;
}

function linesOf(finding: Finding, language: Language): string {
  const { title, why, example, todo } = findingWords(finding, language);
  if (finding.accepted !== null) return `  ${WORDS.accepted[language]}: ${title} (${finding.accepted.reason})\n`;
  const repairs = [...new Set(finding.repairs.map((repair) => repairText(repair, language)))];
  const lines = [
    `  ${SEVERITY[finding.severity][language]}: ${title}  [${finding.rule}]`,
    `      ${why}`,
    `      ${WORDS.example[language]}: ${example}`,
    `      ${WORDS.todo[language]}: ${todo}`,
    ...(repairs.length > 0 ? [`      ${WORDS.repairs[language]}: ${repairs.join(' | ')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function asJson(judged: readonly Judged[], language: Language): string {
  const databases = judged.map(({ target, facts, strategies, findings }) => ({
    target: target && { id: target.id, name: target.spec.name },
    facts: { ...facts, dataFiles: facts.dataFiles?.length ?? null },
    findings: findings.map(({ strategies: ids, repairs, ...finding }) => ({
      ...finding,
      strategies: ids.map((id) => ({ id, name: strategies.find((one) => one.id === id)?.spec.name ?? id })),
      ...findingWords(finding, language),
      repairs: repairs.map((repair) => ({ ...repair, text: repairText(repair, language) })),
    })),
  }));
  return `${JSON.stringify({ respaldo: 'lint', schemaVersion: 1, databases }, null, 2)}\n`;
}
