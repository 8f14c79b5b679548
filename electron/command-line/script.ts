// `respaldo script`: prints the RMAN script, or the parfile of an export, of a strategy file or of one in the profile.
import { strategyFromFile } from '../../shared/domain/strategy-file.ts';
import type { StrategySpec } from '../../shared/domain/strategy.ts';
import { renderScript } from '../../shared/rman/render-script.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { isFileWord, textOf } from './file-word.ts';
import type { Terminal } from './terminal.ts';

type Source = { spec: StrategySpec; version: number | null };

/** @throws AppError `input.invalid` with the problems by field, `file.unreadable`, `cli.unknown-name` */
export async function script(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const word = command.words[0] ?? '';
  const { spec, version } = isFileWord(word)
    ? { spec: strategyFromFile(textOf(word, terminal)), version: null }
    : await fromProfile(word, command, terminal);
  const { text } = renderScript(spec, { version, commandId: command.text('id') ?? null });
  const answer = { respaldo: 'script', schemaVersion: 1, strategy: spec, version, script: text };
  terminal.out(command.json ? `${JSON.stringify(answer, null, 2)}\n` : text);
  return EXIT.good;
}

async function fromProfile(word: string, command: ParsedCommand, terminal: Terminal): Promise<Source> {
  const { withProfile, findStrategy } = await import('./profile-session.ts');
  return withProfile(command, terminal, async ({ store }) => {
    const strategy = await findStrategy(store, word, command.text('target'));
    return { spec: strategy.spec, version: strategy.version };
  });
}
