// `respaldo why`: what a start of a strategy needs now, row by row; the same list as in the window.
import { holdsBack, isUncertain, requirementText, requirementTitle } from '../../shared/domain/requirement-text.ts';
import type { Requirement } from '../../shared/domain/occurrence.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime } from './moments.ts';
import { findStrategy, withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';

const MARKS = {
  green: { en: 'ok', es: 'bien' },
  waiting: { en: 'waits', es: 'espera' },
  blocked: { en: 'blocked', es: 'impide' },
  unknown: { en: 'unknown', es: 'se ignora' },
};

/**
 * Ends with `EXIT.attention` when anything but the time holds the strategy back.
 * @throws AppError `cli.unknown-name`, `cli.ambiguous`
 */
export function why(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const { language } = command;
  return withProfile(command, terminal, async ({ application, store }) => {
    const strategy = await findStrategy(store, command.words[0] ?? '', command.text('target'));
    const rows = await application.requirements(strategy.id);
    if (command.json) {
      const answer = {
        respaldo: 'why',
        schemaVersion: 1,
        strategy: { id: strategy.id, name: strategy.spec.name },
        requirements: rows.map((row) => ({
          ...row,
          until: isoTime(row.until),
          uncertain: isUncertain(row),
          text: requirementText(row, language),
        })),
      };
      terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    } else terminal.out(columns(rows.map((row) => line(row, language))));
    return rows.some((row) => holdsBack(row) && !isItsTime(row)) ? EXIT.attention : EXIT.good;
  });
}

/** Its time has not come, or it has none: nothing is wrong with that. */
const isItsTime = ({ kind, code }: Requirement): boolean => kind === 'schedule' && (code === 'next' || code === 'none');

const line = (row: Requirement, language: Language): string[] => [
  MARKS[isUncertain(row) ? 'unknown' : row.state][language],
  requirementTitle(row.kind, language),
  requirementText(row, language),
];
