// What alerts say, in both languages; builds no message.
import type { NotificationEvent } from '../../shared/domain/notification.ts';
import type { OccurrenceReason } from '../../shared/domain/occurrence.ts';
import type { Language } from '../../shared/domain/settings.ts';
import type { Alert } from './alert.ts';
import { momentText, type Reader } from './reader.ts';

type Phrases = {
  headline(alert: Alert): string;
  /** What it means for the data. */
  meaning(alert: Alert): string;
  labels: Record<
    | 'strategy' | 'database' | 'planned' | 'started' | 'ended' | 'duration' | 'attempts' | 'reason' | 'pieces'
    | 'since' | 'lastGood' | 'warnings' | 'host' | 'run',
    string
  >;
  never: string;
  cause: string;
  inTheLog: string;
  todo: string;
  logTail(lines: number): string;
  open: string;
  openHow(runId: string): string;
  noCause: string;
  /** What to do where no code says it. */
  steps: Record<'missed' | 'overdue' | 'unknown' | 'other', readonly string[]>;
  footer(host: string): string;
  logLeftOut: string;
};

const en: Phrases = {
  headline: (alert) => {
    const where = `${alert.strategyName} on ${alert.targetName}`;
    if (alert.event === 'failure') return alert.known ? `${where} failed` : `The outcome of ${where} is unknown`;
    if (alert.event === 'warning') return `${where} succeeded with warnings`;
    if (alert.event === 'success') return `${where} succeeded`;
    if (alert.event === 'overdue') return `A good run of ${where} is overdue`;
    const count = alert.instants.length;
    return count > 1 ? `${count} runs of ${where} were missed` : `${where} did not run`;
  },
  meaning: ({ event, known }) => {
    if (event === 'failure') {
      return known
        ? 'This backup cannot be relied on. Until a run succeeds, the last good one below is what a restore can start from.'
        : 'Respaldo could not follow the run to its end. It may have finished, but without evidence it does not count as a backup.';
    }
    if (event === 'warning') return 'The backup was made. Something was left undone or looks unusual; read the warnings before relying on it.';
    if (event === 'success') return 'The backup was made and its evidence agrees.';
    if (event === 'missed') return 'Nothing was backed up at the planned time.';
    return 'No good run came within the time that the schedule itself leaves between two runs, and a quarter more.';
  },
  labels: {
    strategy: 'Strategy',
    database: 'Database',
    planned: 'Planned for',
    started: 'Started',
    ended: 'Ended',
    duration: 'Duration',
    attempts: 'Attempts',
    reason: 'Reason',
    pieces: 'Pieces',
    since: 'Overdue since',
    lastGood: 'Last good run',
    warnings: 'Warnings',
    host: 'Workstation',
    run: 'Run',
  },
  never: 'never',
  cause: 'Root cause',
  inTheLog: 'In the log',
  todo: 'What to do',
  logTail: (lines) => `The last ${lines} lines of the log`,
  open: 'Open the run in Respaldo',
  openHow: (runId) => `On the workstation: respaldo log ${runId}`,
  noCause: 'The log does not name a cause.',
  steps: {
    missed: [
      'Look at Overview or run "respaldo status": it says what stands in the way (a pause, a blackout, battery, a full lane).',
      'Start the strategy by hand if the data cannot wait for the next planned run.',
    ],
    overdue: [
      'Open the strategy and read its requirements: they say why it is not running, or why its runs do not succeed.',
      'Check that the scheduler is not paused and that this workstation is on at the planned times.',
      'Run it by hand and follow it to the end.',
    ],
    unknown: [
      'Open the run and read the end of its log.',
      'Ask RMAN what exists: LIST BACKUP SUMMARY COMPLETED AFTER \'SYSDATE-1\'.',
      'Run the strategy again; an incomplete backup does no harm beside a complete one.',
    ],
    other: ['Open the run and read its verdict: it shows every piece of evidence.'],
  },
  footer: (host) => `Sent by Respaldo on ${host}. Who is told what is set in Settings › Notifications and in each strategy.`,
  logLeftOut: 'The log is too large to be attached; it is kept in Respaldo.',
};

const es: Phrases = {
  headline: (alert) => {
    const where = `${alert.strategyName} en ${alert.targetName}`;
    if (alert.event === 'failure') return alert.known ? `Falló ${where}` : `Se desconoce el resultado de ${where}`;
    if (alert.event === 'warning') return `${where}: correcta con avisos`;
    if (alert.event === 'success') return `${where}: ejecución correcta`;
    if (alert.event === 'overdue') return `${where}: copia correcta atrasada`;
    const count = alert.instants.length;
    return count > 1 ? `${where}: ${count} ejecuciones omitidas` : `No se ejecutó ${where}`;
  },
  meaning: ({ event, known }) => {
    if (event === 'failure') {
      return known
        ? 'No se puede contar con esta copia. Hasta que una ejecución sea correcta, una restauración partiría de la última buena, indicada abajo.'
        : 'Respaldo no pudo seguir la ejecución hasta el final. Quizá terminó, pero sin pruebas no cuenta como copia.';
    }
    if (event === 'warning') return 'La copia se hizo. Algo quedó sin hacer o resulta inusual; lea los avisos antes de confiar en ella.';
    if (event === 'success') return 'La copia se hizo y todas las pruebas coinciden.';
    if (event === 'missed') return 'A la hora prevista no se copió nada.';
    return 'No hubo ninguna ejecución correcta en el plazo que la propia programación deja entre dos ejecuciones, más una cuarta parte.';
  },
  labels: {
    strategy: 'Estrategia',
    database: 'Base de datos',
    planned: 'Prevista para',
    started: 'Inicio',
    ended: 'Fin',
    duration: 'Duración',
    attempts: 'Intentos',
    reason: 'Motivo',
    pieces: 'Piezas',
    since: 'Atrasada desde',
    lastGood: 'Última correcta',
    warnings: 'Avisos',
    host: 'Equipo',
    run: 'Ejecución',
  },
  never: 'nunca',
  cause: 'Causa raíz',
  inTheLog: 'En el log',
  todo: 'Qué hacer',
  logTail: (lines) => `Últimas ${lines} líneas del log`,
  open: 'Abrir la ejecución en Respaldo',
  openHow: (runId) => `En el equipo: respaldo log ${runId}`,
  noCause: 'El log no indica ninguna causa.',
  steps: {
    missed: [
      'Consulte Resumen o ejecute «respaldo status»: dice qué lo impide (una pausa, una ventana sin copias, la batería, una cola ocupada).',
      'Inicie la estrategia a mano si los datos no pueden esperar a la próxima ejecución prevista.',
    ],
    overdue: [
      'Abra la estrategia y lea sus requisitos: explican por qué no se ejecuta o por qué sus ejecuciones no terminan bien.',
      'Compruebe que el planificador no está en pausa y que este equipo está encendido a las horas previstas.',
      'Ejecútela a mano y sígala hasta el final.',
    ],
    unknown: [
      'Abra la ejecución y lea el final de su log.',
      'Pregunte a RMAN qué existe: LIST BACKUP SUMMARY COMPLETED AFTER \'SYSDATE-1\'.',
      'Ejecute de nuevo la estrategia; una copia incompleta no estorba a una completa.',
    ],
    other: ['Abra la ejecución y lea su veredicto: muestra todas las pruebas.'],
  },
  footer: (host) => `Enviado por Respaldo desde ${host}. A quién se avisa de qué se decide en Ajustes › Notificaciones y en cada estrategia.`,
  logLeftOut: 'El log es demasiado grande para adjuntarlo; se conserva en Respaldo.',
};

export const phrases: Record<Language, Phrases> = { en, es };

/** Why it was missed, or why there was no further attempt. */
export function reasonText(reason: OccurrenceReason, reader: Reader): string | null {
  const [english, spanish] = reasonTexts(reason, (at) => momentText(at, reader));
  return (reader.language === 'es' ? spanish : english) ?? null;
}

function reasonTexts(reason: OccurrenceReason, moment: (at: number) => string): [string?, string?] {
  switch (reason.kind) {
    case 'too-late':
      return [
        `It could only have started more than ${reason.hours} h late, which this strategy does not want.`,
        `Solo habría podido empezar con más de ${reason.hours} h de retraso, y esta estrategia no lo quiere así.`,
      ];
    case 'not-caught-up':
      return [
        'Respaldo was not running then, and this strategy does not catch up.',
        'Respaldo no estaba en marcha en ese momento y esta estrategia no recupera lo omitido.',
      ];
    case 'log-database':
      return [
        'The log database was not reached, so it could not be agreed which workstation runs it.',
        'No se llegó a la base de datos de bitácora, así que no se pudo acordar qué estación la ejecuta.',
      ];
    case 'superseded':
      return [
        `It still waited when the next run came (${moment(reason.by)}).`,
        `Seguía en espera cuando llegó la siguiente (${moment(reason.by)}).`,
      ];
    case 'overlap':
      return [
        'The previous run of this strategy had not ended.',
        'La ejecución anterior de esta estrategia no había terminado.',
      ];
    case 'retries-spent':
      return [
        `All ${reason.attempts} attempts failed.`,
        `Fallaron los ${reason.attempts} intentos.`,
      ];
    case 'cannot-heal':
      return [
        'It was not tried again: somebody has to change something first.',
        'No se reintentó: antes alguien tiene que corregir algo.',
      ];
    case 'next-comes-first':
      return [
        `It was not tried again: the next planned run comes first (${moment(reason.next)}).`,
        `No se reintentó: la próxima ejecución prevista llega antes (${moment(reason.next)}).`,
      ];
    case 'retry-cancelled':
      return ['Somebody cancelled the further attempts.', 'Alguien canceló los demás intentos.'];
    case 'disputed':
      return [
        'It had ended well by its exit code and its log; later the database itself said otherwise.',
        'Había terminado bien según su código de salida y su log; después la propia base de datos dijo lo contrario.',
      ];
    default:
      return [];
  }
}

const GROUPED: Record<NotificationEvent, Record<Language, (count: number) => string>> = {
  failure: { en: (n) => `${n} backups failed`, es: (n) => `Fallaron ${n} copias` },
  warning: { en: (n) => `${n} backups succeeded with warnings`, es: (n) => `${n} copias correctas con avisos` },
  success: { en: (n) => `${n} backups succeeded`, es: (n) => `${n} copias correctas` },
  missed: { en: (n) => `${n} strategies missed runs`, es: (n) => `${n} estrategias con ejecuciones omitidas` },
  overdue: { en: (n) => `${n} strategies are overdue`, es: (n) => `${n} estrategias atrasadas` },
};

/** The title of one desktop note for many alerts. */
export const groupedTitle = (event: NotificationEvent, count: number, language: Language): string =>
  GROUPED[event][language](count);

const OTHERS = { en: (n: number) => `and ${n} more`, es: (n: number) => `y ${n} más` };
export const othersText = (count: number, language: Language): string => OTHERS[language](count);
