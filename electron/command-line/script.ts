// `respaldo script`: prints the RMAN script of a strategy file, or of a strategy in the profile.
import { existsSync, readFileSync } from 'node:fs';
import { strategyFromFile } from '../../shared/domain/strategy-file.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { renderScript } from '../../shared/rman/render-script.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

type Source = { spec: StrategySpec; version: number | null };

/** @throws AppError `input.invalid` with the problems by field, `file.unreadable`, `cli.unknown-name` */
export async function script(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const word = command.words[0] ?? '';
  const { spec, version } = isFile(word) ? fromFile(word, terminal) : await fromProfile(word, command, terminal);
  const { text } = renderScript(spec, { version, commandId: command.text('id') ?? null });
  const answer = { respaldo: 'script', schemaVersion: 1, strategy: spec, version, script: text };
  terminal.out(command.json ? `${JSON.stringify(answer, null, 2)}\n` : text);
  return EXIT.good;
}

/** A path wins over a strategy's name: names with `.json` are no sensible names. */
const isFile = (word: string): boolean => word === '-' || word.endsWith('.json') || existsSync(word);

function fromFile(path: string, terminal: Terminal): Source {
  let text: string;
  try {
    text = path === '-' ? Buffer.from(terminal.stdin()).toString('utf8') : readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError('file.unreadable', { path, detail: (error as Error).message });
  }
  return { spec: strategyFromFile(text), version: null };
}

async function fromProfile(word: string, command: ParsedCommand, terminal: Terminal): Promise<Source> {
  const { withProfile, findStrategy } = await import('./profile-session.ts');
  return withProfile(command, terminal, async ({ store }) => {
    const strategy = await findStrategy(store, word, command.text('target'));
    return { spec: strategy.spec, version: strategy.version };
  });
}
