// `respaldo strategies`: what is backed up, and when that last worked.
import type { Target } from '../../shared/domain/target.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { findTarget, withProfile } from './profile-session.ts';
import { runRow } from './run-as-json.ts';
import type { Terminal } from './terminal.ts';
import { momentWord, stateWord } from './words.ts';

const DISABLED = { en: '(disabled)', es: '(deshabilitada)' };

/** @throws AppError `cli.unknown-name` */
export function strategies(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const { language } = command;
  return withProfile(command, terminal, async ({ store }) => {
    const [targets, all, last] = await Promise.all([
      store.targets.list(),
      store.strategies.list(),
      store.runs.lastPerStrategy(),
    ]);
    const wanted = namedTarget(command.text('target'), targets);
    const nameOf = (id: string): string => targets.find((target) => target.id === id)?.spec.name ?? id;
    const shown = all.filter(({ targetId }) => wanted === null || targetId === wanted);
    if (command.json) {
      const rows = shown.map((strategy) => ({
        id: strategy.id,
        target: { id: strategy.targetId, name: nameOf(strategy.targetId) },
        enabled: strategy.enabled,
        version: strategy.version,
        strategy: strategy.spec,
        lastAttempt: optionalRow(last[strategy.id]?.attempt),
        lastGood: optionalRow(last[strategy.id]?.good),
      }));
      terminal.out(`${JSON.stringify({ respaldo: 'strategies', schemaVersion: 1, strategies: rows }, null, 2)}\n`);
      return EXIT.good;
    }
    terminal.out(
      columns(
        shown.map((strategy) => {
          const { attempt, good } = last[strategy.id] ?? { attempt: null, good: null };
          return [
            nameOf(strategy.targetId),
            strategy.spec.name,
            attempt ? stateWord(attempt.state, language) : momentWord(null, language),
            momentWord(good?.endedAt, language),
            strategy.enabled ? '' : DISABLED[language],
          ];
        }),
      ),
    );
    return EXIT.good;
  });

  function optionalRow(run: Parameters<typeof runRow>[0] | null | undefined) {
    return run ? runRow(run, language) : null;
  }
}

/**
 * The id of the target that an option names; `null` when it was not given.
 * @throws AppError `cli.unknown-name`, `cli.ambiguous`
 */
export function namedTarget(word: string | undefined, targets: Target[]): string | null {
  return word === undefined ? null : findTarget(targets, word).id;
}
