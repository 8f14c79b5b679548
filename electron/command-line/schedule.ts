// `respaldo schedule next`: when a cron expression occurs, by the very function that the scheduler asks. No profile.
import type { Language } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { problemsOf, type FieldProblem } from '../../shared/errors/field-problem.ts';
import { localIso, nextOccurrences, type Occurrence } from '../../shared/schedule/occurrences.ts';
import { plainSchedule, scheduleSchema, type Schedule } from '../../shared/schedule/schedule.ts';
import { occurrenceNoteText } from '../../shared/schedule/sentence/notes.ts';
import { scheduleSentence } from '../../shared/schedule/sentence/sentence.ts';
import { parseWall } from '../../shared/schedule/wall-time.ts';
import { zoneNamed } from '../../shared/schedule/zone.ts';
import type { ParsedCommand } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { readCount } from './numbers.ts';
import type { Terminal } from './terminal.ts';

const MOST = 10_000;
const NEVER: Record<Language, string> = { en: 'This schedule never runs.', es: 'Esta programación no se ejecuta nunca.' };

/** @throws AppError `cli.schedule` with the problems of `cron` and `zone`; `cli.usage` */
export function scheduleNext(command: ParsedCommand, terminal: Terminal): number {
  const cron = command.words[0] ?? '';
  const schedule = readSchedule(cron, command.text('zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const from = readInstant(command.text('from'), schedule);
  const found = nextOccurrences(schedule, from, readCount('--count', command.text('count'), MOST));
  const { language } = command;
  terminal.out(command.json ? asJson(cron, schedule, found, language) : asText(schedule, found, language));
  if (found.length === 0 && !command.json) terminal.err(`respaldo: ${NEVER[command.language]}\n`);
  return EXIT.good;
}

const PATHS: Readonly<Record<string, string>> = { 'rule.expression': 'cron' };

function readSchedule(expression: string, zone: string): Schedule {
  const schedule = plainSchedule({ kind: 'cron', expression }, zone);
  const problems = problemsOf(scheduleSchema, schedule);
  if (problems.length > 0) throw new AppError('cli.schedule', {}, problems.map(asArgument));
  // The tz database's own spelling: `europe/madrid` is understood, and shown as Europe/Madrid.
  return { ...schedule, zone: zoneNamed(zone)?.name ?? zone };
}

const asArgument = (problem: FieldProblem): FieldProblem => ({ ...problem, path: PATHS[problem.path] ?? problem.path });

/** A date or time without an offset is one of the schedule's zone. */
function readInstant(text: string | undefined, schedule: Schedule): number {
  if (text === undefined) return Date.now();
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text);
  const [, date, time = '00:00', fraction = '', offset] = match ?? [];
  const wall = match === null ? null : parseWall(`${date}T${time}`);
  if (wall === null) throw wrong('--from takes an ISO date or time, such as 2026-03-28T12:00Z', text);
  if (offset === undefined) return zoneNamed(schedule.zone)?.instantOf(wall) ?? wall;
  const instant = Date.parse(`${date}T${time.padEnd(8, ':00')}${fraction}${offset.toUpperCase()}`);
  if (Number.isNaN(instant)) throw wrong('--from takes an ISO date or time, such as 2026-03-28T12:00Z', text);
  return instant;
}

const wrong = (rule: string, text: string): AppError => new AppError('cli.usage', { detail: `${rule}, not '${text}'` });

function asText({ zone }: Schedule, found: Occurrence[], language: Language): string {
  return found
    .map((occurrence) => {
      const notes = occurrence.notes.map((note) => `  ${occurrenceNoteText(note, zone, language)}`);
      return `${localIso(occurrence)}  ${zone}${notes.join('')}\n`;
    })
    .join('');
}

function asJson(cron: string, schedule: Schedule, found: Occurrence[], language: Language): string {
  const { zone } = schedule;
  const occurrences = found.map((occurrence) => ({
    at: new Date(occurrence.at).toISOString(),
    local: localIso(occurrence),
    zone,
    notes: occurrence.notes.map((note) => ({ ...note, text: occurrenceNoteText(note, zone, language) })),
  }));
  const sentence = scheduleSentence(schedule, language);
  return `${JSON.stringify({ respaldo: 'schedule next', schemaVersion: 1, cron, zone, sentence, occurrences }, null, 2)}\n`;
}
