// What a schedule comes to, for the eye: its sentence, what is worth knowing, its next occurrences. Pure.
import type { Language } from '../../../../shared/domain/settings.ts';
import { nextOccurrences, type Occurrence } from '../../../../shared/schedule/occurrences.ts';
import { scheduleSchema, type BlackoutCalendar, type Schedule } from '../../../../shared/schedule/schedule.ts';
import { occurrenceNoteText, scheduleNotes, scheduleNoteText } from '../../../../shared/schedule/sentence/notes.ts';
import { scheduleSentence } from '../../../../shared/schedule/sentence/sentence.ts';

export type Preview = {
  sentence: string;
  /** Where clocks change, short months, that it never runs: a sentence each. */
  notes: string[];
  next: { occurrence: Occurrence; notes: string[] }[];
};

const SHOWN = 5;

/** `null` while a field of the schedule is wrong. `blackouts` are those of the database and of everyone. */
export function previewOf(
  schedule: Schedule,
  nowMs: number,
  blackouts: readonly BlackoutCalendar[],
  language: Language,
): Preview | null {
  if (!scheduleSchema.safeParse(schedule).success) return null;
  return {
    sentence: scheduleSentence(schedule, language),
    notes: scheduleNotes(schedule, nowMs).map((note) => scheduleNoteText(note, language)),
    next: nextOccurrences(schedule, nowMs, SHOWN, { blackouts }).map((occurrence) => ({
      occurrence,
      notes: occurrence.notes.map((note) => occurrenceNoteText(note, schedule.zone, language)),
    })),
  };
}
