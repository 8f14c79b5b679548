// Says in words where the witnesses of a run contradict each other (verdict.ts, `DisagreementCode`).
import type { Language } from '../../domain/settings.ts';
import type { Disagreement, DisagreementCode } from '../../domain/verdict.ts';
import { fillPlaceholders } from '../../errors/codes.ts';

const TEXTS: Record<DisagreementCode, Record<Language, string>> = {
  'exit-code-zero-but-stack': {
    en: 'The exit code says success, but the log holds an error stack. The log is believed.',
    es: 'El código de salida dice que fue bien, pero el log contiene una pila de errores. Se cree al log.',
  },
  'exit-code-zero-but-errors': {
    en: 'The exit code says success, but the log holds errors.',
    es: 'El código de salida dice que fue bien, pero el log contiene errores.',
  },
  'exit-code-zero-but-corruption': {
    en: 'The exit code says success, but corrupt blocks were found.',
    es: 'El código de salida dice que fue bien, pero se encontraron bloques corruptos.',
  },
  'exit-code-nonzero-without-error': {
    en: 'The exit code is {subject}, but the log shows no error.',
    es: 'El código de salida es {subject}, pero el log no muestra ningún error.',
  },
  'no-end-line-but-exit-zero': {
    en: 'The exit code says success, but the log lacks its closing line.',
    es: 'El código de salida dice que fue bien, pero al log le falta la línea de cierre.',
  },
  'no-tool-output-but-exit-zero': {
    en: 'The exit code says success, but neither RMAN nor Data Pump wrote a line.',
    es: 'El código de salida dice que fue bien, pero ni RMAN ni Data Pump escribieron una línea.',
  },
  'piece-missing-on-disk': {
    en: 'The log reports the piece {subject}, but it is not on disk.',
    es: 'El log informa de la pieza {subject}, pero no está en disco.',
  },
  'piece-empty': {
    en: 'The piece {subject} is on disk, but empty.',
    es: 'La pieza {subject} está en disco, pero vacía.',
  },
  'killed-by-signal': {
    en: 'The process ended by the signal {subject}, not by itself.',
    es: 'El proceso terminó por la señal {subject}, no por sí mismo.',
  },
  'cancel-came-too-late': {
    en: 'A cancellation was requested, but the run had already done its work.',
    es: 'Se pidió cancelar, pero la ejecución ya había hecho su trabajo.',
  },
  'steps-left-open': {
    en: 'The log says that RMAN completed, but a step was started and never finished: {subject}.',
    es: 'El log dice que RMAN terminó, pero un paso empezó y nunca acabó: {subject}.',
  },
  'no-banner': {
    en: 'The log lacks RMAN’s opening lines; what came before is not known.',
    es: 'Al log le faltan las líneas iniciales de RMAN; no se sabe qué hubo antes.',
  },
  'job-may-go-on': {
    en: 'The client ended before the closing line of the job {subject}. The job works in the database and may go on: look in DBA_DATAPUMP_JOBS, and end it with KILL_JOB if it is there.',
    es: 'El cliente terminó antes de la línea de cierre del trabajo {subject}. El trabajo vive en la base de datos y puede seguir: mire en DBA_DATAPUMP_JOBS y, si está, termínelo con KILL_JOB.',
  },
  'database-says-failed': {
    en: 'Exit code and log speak of a good end, but the database recorded the job as {subject}. Do not rely on this backup before you know why.',
    es: 'El código de salida y el log hablan de un buen final, pero la base de datos registró el trabajo como {subject}. No confíe en esta copia hasta saber por qué.',
  },
  'database-says-warnings': {
    en: 'The database recorded the job as {subject}, but the log shows no warning.',
    es: 'La base de datos registró el trabajo como {subject}, pero el log no muestra ninguna advertencia.',
  },
  'database-says-completed': {
    en: 'The database recorded the job as {subject}. The run stays what its log and exit code came to.',
    es: 'La base de datos registró el trabajo como {subject}. La ejecución queda en lo que dicen su log y su código de salida.',
  },
  'database-says-running': {
    en: 'The process has ended, but the database still shows the job as {subject}.',
    es: 'El proceso terminó, pero la base de datos aún muestra el trabajo como {subject}.',
  },
  'database-knows-nothing': {
    en: 'The log reports pieces, but the database has no record of a job with this run’s COMMAND ID.',
    es: 'El log informa de piezas, pero la base de datos no tiene registro de un trabajo con el COMMAND ID de esta ejecución.',
  },
};

/** One sentence about a contradiction. */
export function disagreementText({ code, subject }: Disagreement, language: Language): string {
  return fillPlaceholders(TEXTS[code][language], { subject: subject ?? '?' });
}
