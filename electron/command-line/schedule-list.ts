// `respaldo schedule list`: when each strategy of the profile occurs next, or everything that is to come in some days.
import type { Store } from '../app/store-port.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Target } from '../../shared/domain/target.ts';
import type { BlackoutCalendar } from '../../shared/schedule/schedule.ts';
import { localIso, occurrences, type Occurrence } from '../../shared/schedule/occurrences.ts';
import { occurrenceNoteText } from '../../shared/schedule/sentence/notes.ts';
import { scheduleSentence } from '../../shared/schedule/sentence/sentence.ts';
import type { ParsedCommand } from './arguments.ts';
import { columns } from './columns.ts';
import { EXIT } from './exit-codes.ts';
import { isoTime } from './moments.ts';
import { readCount } from './numbers.ts';
import { withProfile } from './profile-session.ts';
import { namedTarget } from './strategies.ts';
import type { Terminal } from './terminal.ts';

const MOST_DAYS = 366;
/** Of one answer: every minute of a year is more than anybody reads. */
const MOST_ROWS = 20_000;
const DAY = 86_400_000;
const WORDS = {
  en: { none: 'no schedule', ended: 'never again', disabled: 'disabled', nothing: 'Nothing is scheduled.', cut: 'only the first {count}' },
  es: { none: 'sin programación', ended: 'nunca más', disabled: 'deshabilitada', nothing: 'No hay nada programado.', cut: 'solo las {count} primeras' },
};

/** A strategy with what its schedule is asked with. */
type Planned = { strategy: Strategy; target: Target | undefined; runsByItself: boolean; blackouts: BlackoutCalendar[] };
type Listed = Planned & { skipped: ReadonlySet<string> };
type Row = Listed & { occurrence: Occurrence | null };

/** What the user has taken out of the schedule. */
async function skippedAhead(store: Store, now: number): Promise<Set<string>> {
  const ahead = await store.occurrences.ahead(now);
  return new Set(ahead.flatMap(({ strategyId, instant, state }) => (state === 'skipped' ? [keyOf(strategyId, instant)] : [])));
}

const keyOf = (strategyId: string, instant: number): string => `${strategyId} ${instant}`;
const isSkipped = ({ strategy, skipped }: Listed, { at }: Occurrence): boolean => skipped.has(keyOf(strategy.id, at));

/** @throws AppError `cli.usage`, `cli.unknown-name` */
export function scheduleList(command: ParsedCommand, terminal: Terminal): Promise<number> {
  const text = command.text('days');
  const days = text === undefined ? null : readCount('--days', text, MOST_DAYS);
  return withProfile(command, terminal, async ({ store }) => {
    const [targets, all, settings] = await Promise.all([
      store.targets.list(), store.strategies.list(), store.settings.load(),
    ]);
    const now = Date.now();
    const skipped = await skippedAhead(store, now);
    const wanted = namedTarget(command.text('target'), targets);
    const planned = all
      .filter(({ targetId }) => wanted === null || targetId === wanted)
      .map((strategy) => ({ ...plannedOf(strategy, targets, settings.blackouts), skipped }));
    const rows = days === null ? planned.map((one) => nextOf(one, now)) : toCome(planned, now, now + days * DAY);
    show(rows, days, command, terminal);
    return EXIT.good;
  });
}

function plannedOf(strategy: Strategy, targets: Target[], everyone: BlackoutCalendar | null): Planned {
  const target = targets.find(({ id }) => id === strategy.targetId);
  const blackouts = [target?.spec.blackouts ?? null, everyone].filter((calendar) => calendar !== null);
  return { strategy, target, runsByItself: strategy.enabled && target?.enabled === true, blackouts };
}

function nextOf(planned: Listed, now: number): Row {
  const { strategy: { spec }, runsByItself, blackouts } = planned;
  if (spec.schedule && runsByItself) {
    for (const occurrence of occurrences(spec.schedule, now, { blackouts })) {
      if (!isSkipped(planned, occurrence)) return { ...planned, occurrence };
    }
  }
  return { ...planned, occurrence: null };
}

/** Everything until an instant, in order; a strategy that occurs every minute does not crowd out the others. */
function toCome(all: Listed[], now: number, until: number): Row[] {
  const rows: Row[] = [];
  for (const planned of all) {
    const { strategy: { spec }, runsByItself, blackouts } = planned;
    if (!spec.schedule || !runsByItself) continue;
    let count = 0;
    for (const occurrence of occurrences(spec.schedule, now, { blackouts })) {
      if (occurrence.at > until || count >= MOST_ROWS) break;
      if (!isSkipped(planned, occurrence)) rows.push({ ...planned, occurrence });
      count += 1;
    }
  }
  return rows.sort((a, b) => (a.occurrence?.at ?? 0) - (b.occurrence?.at ?? 0));
}

function show(all: Row[], days: number | null, command: ParsedCommand, terminal: Terminal): void {
  const words = WORDS[command.language];
  const rows = all.slice(0, MOST_ROWS);
  const cut = rows.length < all.length;
  if (command.json) {
    const answer = { respaldo: 'schedule list', schemaVersion: 1, days, cut, occurrences: rows.map((row) => asJson(row, command)) };
    terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  if (rows.length === 0) terminal.out(`${words.nothing}\n`);
  else terminal.out(columns(rows.map((row) => line(row, command))));
  if (cut) terminal.err(`respaldo: ${words.cut.replace('{count}', String(MOST_ROWS))}\n`);
}

function line({ strategy, target, occurrence, runsByItself }: Row, { language }: ParsedCommand): string[] {
  const { schedule, name } = strategy.spec;
  const words = WORDS[language];
  const when = occurrence ? localIso(occurrence) : !runsByItself ? words.disabled : schedule ? words.ended : words.none;
  const notes = (occurrence?.notes ?? []).map((note) => occurrenceNoteText(note, schedule?.zone ?? '', language));
  return [when, occurrence && schedule ? schedule.zone : '', target?.spec.name ?? '', name, notes.join(' ')];
}

function asJson({ strategy, target, occurrence, runsByItself }: Row, { language }: ParsedCommand) {
  const { schedule, name } = strategy.spec;
  return {
    strategy: { id: strategy.id, name },
    target: { id: strategy.targetId, name: target?.spec.name ?? null },
    enabled: runsByItself,
    zone: schedule?.zone ?? null,
    sentence: schedule && scheduleSentence(schedule, language),
    at: isoTime(occurrence?.at ?? null),
    local: occurrence && localIso(occurrence),
    notes: (occurrence?.notes ?? []).map((note) => ({ ...note, text: occurrenceNoteText(note, schedule?.zone ?? '', language) })),
  };
}
