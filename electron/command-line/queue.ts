// `respaldo queue`: what is under way and what waits, in the order of the queue, each with what it waits for.
import type { ActiveRun } from '../../shared/domain/run.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { withProfile } from './profile-session.ts';
import { runRow } from './run-as-json.ts';
import type { Terminal } from './terminal.ts';
import { momentWord, stateWord, waitWord } from './words.ts';

const EMPTY = { en: 'The queue is empty.', es: 'La cola está vacía.' };

export function queue(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const { language } = command;
  return withProfile(command, terminal, async ({ application }) => {
    const active = await application.runs.activity();
    if (command.json) {
      const runs = active.map(({ run, waitsFor }) => ({ ...runRow(run, language), waitsFor }));
      terminal.out(`${JSON.stringify({ respaldo: 'queue', schemaVersion: 1, runs }, null, 2)}\n`);
    } else if (active.length === 0) terminal.out(`${EMPTY[language]}\n`);
    else terminal.out(columns(active.map((one) => queueRow(one, command))));
    return EXIT.good;
  });
}

/** One line of the queue. */
export const queueRow = ({ run, waitsFor }: ActiveRun, { language }: Pick<ParsedCommand, 'language'>): string[] => [
  run.id,
  momentWord(run.startedAt ?? run.queuedAt, language),
  stateWord(run.state, language),
  run.targetName,
  run.strategyName,
  waitsFor ? waitWord(waitsFor, language) : '',
];
