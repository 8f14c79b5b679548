// `respaldo runs`: the Bitácora in the terminal.
import { everyRun, newestFirst, type RunFilter } from '../../shared/domain/history.ts';
import { runStates, type Run, type RunState } from '../../shared/domain/run.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { readMoment } from './moments.ts';
import { readCount } from './numbers.ts';
import { withProfile } from './profile-session.ts';
import { runRow } from './run-as-json.ts';
import type { Terminal } from './terminal.ts';
import { stateWord } from './words.ts';

const MOST = 500;

/** @throws AppError `cli.usage` for a state, date or number that is none */
export function runs(command: ParsedCommand, terminal: Terminal): Promise<number> {
  return withProfile(command, terminal, async ({ store }) => {
    const limit = readCount('--limit', command.text('limit'), MOST);
    const [targets, strategies] = await Promise.all([store.targets.list(), store.strategies.list()]);
    const page = await store.runs.page(filterOf(command, targets, strategies), newestFirst, null, limit);
    if (command.json) {
      const rows = page.runs.map((run) => runRow(run, command.language));
      terminal.out(`${JSON.stringify({ respaldo: 'runs', schemaVersion: 1, total: page.total, runs: rows }, null, 2)}\n`);
    } else {
      terminal.out(columns(page.runs.map((run) => row(run, command))));
    }
    return EXIT.good;
  });
}

function row(run: Run, command: ParsedCommand): string[] {
  return [
    run.id,
    new Date(run.queuedAt).toLocaleString(command.language, { dateStyle: 'short', timeStyle: 'short' }),
    stateWord(run.state, command.language),
    run.targetName,
    run.strategyName,
    run.failure?.code ?? run.rootCode ?? '',
  ];
}

function filterOf(command: ParsedCommand, targets: Target[], strategies: Strategy[]): RunFilter {
  const named = <T extends { id: string; spec: { name: string } }>(all: T[], option: 'target' | 'strategy'): string[] => {
    const word = command.text(option);
    if (word === undefined) return [];
    const fits = all.filter(({ id, spec }) => id === word || spec.name.toLowerCase() === word.toLowerCase());
    if (fits.length === 0) throw new AppError('cli.unknown-name', { name: word });
    return fits.map(({ id }) => id);
  };
  return {
    ...everyRun,
    targetIds: named(targets, 'target'),
    strategyIds: named(strategies, 'strategy'),
    states: command.texts('state').map(state),
    from: optionalMoment(command.text('since')),
    until: optionalMoment(command.text('until')),
    text: command.text('text') ?? '',
  };
}

function state(text: string): RunState {
  const known = runStates.find((candidate) => candidate === text);
  if (!known) throw new AppError('cli.usage', { detail: `--state takes one of ${runStates.join(', ')}` });
  return known;
}

const optionalMoment = (text: string | undefined): number | null => (text === undefined ? null : readMoment(text));
