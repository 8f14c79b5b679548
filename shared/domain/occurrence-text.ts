// Why an occurrence is where it is, in words: the one place of these texts, for the window, the tray, messages and the
// command line.
import type { OccurrenceReason } from './occurrence.ts';
import type { OccurrenceState } from './occurrence-state.ts';
import type { Language } from './settings.ts';

const STATES: Record<OccurrenceState, Record<Language, string>> = {
  planned: { en: 'planned', es: 'planificada' },
  waiting: { en: 'waiting', es: 'en espera' },
  queued: { en: 'queued', es: 'en cola' },
  running: { en: 'running', es: 'en curso' },
  succeeded: { en: 'succeeded', es: 'correcta' },
  warning: { en: 'warning', es: 'con avisos' },
  failed: { en: 'failed', es: 'fallida' },
  cancelled: { en: 'cancelled', es: 'cancelada' },
  skipped: { en: 'skipped', es: 'omitida' },
  missed: { en: 'missed', es: 'perdida' },
  interrupted: { en: 'interrupted', es: 'interrumpida' },
};

export const occurrenceStateText = (state: OccurrenceState, language: Language): string => STATES[state][language];

/** The reason as a sentence; `dateTime` writes an instant as its reader does. */
export function occurrenceReasonText(
  reason: OccurrenceReason,
  language: Language,
  dateTime: (ms: number) => string,
): string {
  return language === 'es' ? inSpanish(reason, dateTime) : inEnglish(reason, dateTime);
}

function inEnglish(reason: OccurrenceReason, dateTime: (ms: number) => string): string {
  switch (reason.kind) {
    case 'paused':
      return reason.until === null
        ? 'The scheduler is paused until somebody resumes it.'
        : `The scheduler is paused until ${dateTime(reason.until)}.`;
    case 'blackout':
      return `Nothing may start before ${dateTime(reason.until)}.`;
    case 'battery':
      return 'The machine runs on battery.';
    case 'lease':
      return `Another workstation holds the shared strategy: ${reason.workstation}.`;
    case 'log-database':
      return 'The log database is not reached: who runs the shared strategy cannot be agreed upon.';
    case 'elsewhere':
      return `Another workstation ran it: ${reason.workstation}.`;
    case 'retry':
      return `Attempt ${reason.attempt} begins at ${dateTime(reason.at)}${after(reason.rootCode, '; the last one ended with ')}.`;
    case 'collapsed':
      return `Several were missed; the one of ${dateTime(reason.into)} stands for all.`;
    case 'too-late':
      return `It could only have started ${reason.hours} h late or later.`;
    case 'not-caught-up':
      return 'The strategy does not catch up on what it missed.';
    case 'superseded':
      return `It still waited when the next one came, at ${dateTime(reason.by)}.`;
    case 'overlap':
      return 'The previous run of the strategy was not over.';
    case 'by-user':
      return 'Somebody decided so.';
    case 'withdrawn':
      return 'Strategy or database were disabled, or the schedule taken away, while it waited.';
    case 'retries-spent':
      return `No attempt is left after ${reason.attempts}.`;
    case 'cannot-heal':
      return `Not tried again: this does not heal by itself${after(reason.rootCode, ' (', ')')}.`;
    case 'next-comes-first':
      return `Not tried again: the next one comes first, at ${dateTime(reason.next)}.`;
    case 'retry-cancelled':
      return 'The next attempt was cancelled.';
    case 'disputed':
      return 'It looked good; later the database itself said otherwise.';
  }
}

function inSpanish(reason: OccurrenceReason, dateTime: (ms: number) => string): string {
  switch (reason.kind) {
    case 'paused':
      return reason.until === null
        ? 'El planificador está en pausa hasta que alguien lo reanude.'
        : `El planificador está en pausa hasta el ${dateTime(reason.until)}.`;
    case 'blackout':
      return `Nada puede empezar hasta el ${dateTime(reason.until)}.`;
    case 'battery':
      return 'El equipo funciona con batería.';
    case 'lease':
      return `Otra estación tiene la estrategia compartida: ${reason.workstation}.`;
    case 'log-database':
      return 'No se llega a la base de datos de bitácora: no se puede acordar quién ejecuta la estrategia compartida.';
    case 'elsewhere':
      return `La ejecutó otra estación: ${reason.workstation}.`;
    case 'retry':
      return `El intento ${reason.attempt} empieza el ${dateTime(reason.at)}${after(reason.rootCode, '; el anterior acabó con ')}.`;
    case 'collapsed':
      return `Se perdieron varias; la del ${dateTime(reason.into)} vale por todas.`;
    case 'too-late':
      return `Solo habría podido empezar con ${reason.hours} h de retraso o más.`;
    case 'not-caught-up':
      return 'La estrategia no recupera lo que se perdió.';
    case 'superseded':
      return `Seguía en espera cuando llegó la siguiente, el ${dateTime(reason.by)}.`;
    case 'overlap':
      return 'La ejecución anterior de la estrategia no había terminado.';
    case 'by-user':
      return 'Alguien lo decidió así.';
    case 'withdrawn':
      return 'Se deshabilitó la estrategia o la base de datos, o se quitó la programación, mientras esperaba.';
    case 'retries-spent':
      return `No quedan intentos después de ${reason.attempts}.`;
    case 'cannot-heal':
      return `No se reintenta: no se arregla por sí solo${after(reason.rootCode, ' (', ')')}.`;
    case 'next-comes-first':
      return `No se reintenta: antes llega la siguiente, el ${dateTime(reason.next)}.`;
    case 'retry-cancelled':
      return 'Se canceló el siguiente intento.';
    case 'disputed':
      return 'Parecía buena; después la propia base de datos dijo lo contrario.';
  }
}

const after = (code: string | null, before: string, end = ''): string => (code === null ? '' : `${before}${code}${end}`);
