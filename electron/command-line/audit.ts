// `respaldo audit`: what people did, newest first.
import { auditActions, auditActionSchema, type AuditAction, type AuditEntry } from '../../shared/domain/audit.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { exportedEntry } from '../users/export-audit.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { readMoment } from './moments.ts';
import { readCount } from './numbers.ts';
import { withProfile } from './profile-session.ts';
import type { Terminal } from './terminal.ts';
import { momentWord } from './words.ts';

const EMPTY = { en: 'Nothing fits.', es: 'Nada cumple el filtro.' };
const MOST = 10_000;
const PAGE = 200;

/** @throws AppError `cli.usage` */
export function audit(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const { language } = command;
  const limit = readCount('--limit', command.text('limit'), MOST);
  const [since, until] = [command.text('since'), command.text('until')];
  const filter = {
    who: command.text('who') ?? null,
    actions: command.texts('action').map(readAction),
    from: since === undefined ? null : readMoment(since),
    until: until === undefined ? null : readMoment(until),
  };
  return withProfile(command, terminal, async ({ store }) => {
    const entries: AuditEntry[] = [];
    let before: number | null = null;
    do {
      const page = await store.audit.page(filter, before, Math.min(PAGE, limit - entries.length));
      entries.push(...page.entries);
      before = page.next;
    } while (before !== null && entries.length < limit);
    if (command.json) {
      const answer = { respaldo: 'audit', schemaVersion: 1, entries: entries.map(exportedEntry) };
      terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    } else if (entries.length === 0) terminal.out(`${EMPTY[language]}\n`);
    else {
      const row = ({ at, actor, action, subject }: AuditEntry): string[] =>
        [momentWord(at, language), actor.name, actor.origin, action, subject.name ?? ''];
      terminal.out(columns(entries.map(row)));
    }
    return EXIT.good;
  });
}

function readAction(word: string): AuditAction {
  const action = auditActionSchema.safeParse(word);
  if (action.success) return action.data;
  throw new AppError('cli.usage', { detail: `an action is one of ${auditActions.join(', ')}, not '${word}'` });
}
