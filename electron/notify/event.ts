// What a settled occurrence is worth telling, and which of several are told together. Pure.
import type { NotificationEvent } from '../../shared/domain/notification.ts';
import type { Occurrence, OccurrenceReason } from '../../shared/domain/occurrence.ts';

/** Reasons that the user gave himself, or that another message speaks for. */
const SILENT: ReadonlySet<OccurrenceReason['kind']> = new Set(['by-user', 'collapsed', 'withdrawn']);

/** `null`: nobody has to know. A cancelled run was cancelled by somebody who knows. */
export function eventOf({ state, reason }: Pick<Occurrence, 'state' | 'reason'>): NotificationEvent | null {
  if (state === 'failed' || state === 'interrupted') return 'failure';
  if (state === 'warning') return 'warning';
  if (state === 'succeeded') return 'success';
  if (state === 'missed' || state === 'skipped') return reason && SILENT.has(reason.kind) ? null : 'missed';
  return null;
}

/** Occurrences that are told in one alert, oldest first. */
export type EventGroup = { event: NotificationEvent; occurrences: [Occurrence, ...Occurrence[]] };

/** What is to be told: one group per run, and one for all that a strategy missed. */
export function groupsOf(settled: readonly Occurrence[]): EventGroup[] {
  const groups: EventGroup[] = [];
  const missed = new Map<string, EventGroup>();
  for (const occurrence of settled) {
    const event = eventOf(occurrence);
    if (event === null) continue;
    const known = event === 'missed' ? missed.get(occurrence.strategyId) : undefined;
    if (known) known.occurrences.push(occurrence);
    else {
      const group: EventGroup = { event, occurrences: [occurrence] };
      groups.push(group);
      if (event === 'missed') missed.set(occurrence.strategyId, group);
    }
  }
  return groups;
}
