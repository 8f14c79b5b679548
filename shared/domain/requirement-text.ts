// What a start still needs, in words: the one place of these texts, for the window, the tray and the command line.
import type { ErrorParams } from '../errors/app-error.ts';
import { errorCodes, errorText, fillPlaceholders } from '../errors/codes.ts';
import type { Requirement } from './occurrence.ts';
import type { Language } from './settings.ts';

export type RequirementKind = Requirement['kind'];
type Text = Record<Language, string>;

const TITLES: Record<RequirementKind, Text> = {
  enabled: { en: 'Enabled', es: 'Habilitada' },
  schedule: { en: 'Schedule', es: 'Programación' },
  'not-paused': { en: 'Scheduler', es: 'Planificador' },
  'no-blackout': { en: 'Blackouts', es: 'Ventanas de bloqueo' },
  power: { en: 'Power', es: 'Alimentación' },
  target: { en: 'Database', es: 'Base de datos' },
  destination: { en: 'Destination', es: 'Destino' },
  room: { en: 'Room', es: 'Espacio' },
  deletion: { en: 'What it deletes', es: 'Lo que borra' },
  lane: { en: 'Queue', es: 'Cola' },
  team: { en: 'Workstations', es: 'Estaciones' },
};

// Places named `at` and `until` hold instants, `free` and `needed` bytes; `problem` is a code of the table of errors
// and its text, filled with the other values. Codes that begin with `unknown` do not hold a start back.
const table = {
  enabled: {
    ok: { en: 'The strategy and its database are enabled.', es: 'La estrategia y su base de datos están habilitadas.' },
    'strategy-disabled': { en: 'The strategy is disabled.', es: 'La estrategia está deshabilitada.' },
    'target-disabled': { en: 'The database {target} is disabled.', es: 'La base de datos {target} está deshabilitada.' },
    'target-missing': { en: 'Its database is no longer in the list.', es: 'Su base de datos ya no está en la lista.' },
  },
  schedule: {
    due: { en: 'Due since {at}.', es: 'Le toca desde el {at}.' },
    next: { en: 'Next start on {until}.', es: 'Próximo inicio: {until}.' },
    retry: { en: 'Attempt {attempt} begins on {until}.', es: 'El intento {attempt} empieza el {until}.' },
    none: { en: 'No schedule: it runs only when somebody asks.', es: 'Sin programación: solo se ejecuta cuando alguien lo pide.' },
    ended: { en: 'Its schedule never occurs again.', es: 'Su programación no vuelve a darse nunca.' },
  },
  'not-paused': {
    ok: { en: 'The scheduler is not paused.', es: 'El planificador no está en pausa.' },
    'paused-until': { en: 'The scheduler is paused until {until}.', es: 'El planificador está en pausa hasta el {until}.' },
    paused: {
      en: 'The scheduler has been paused since {at}, until somebody resumes it.',
      es: 'El planificador está en pausa desde el {at}, hasta que alguien lo reanude.',
    },
  },
  'no-blackout': {
    ok: { en: 'No blackout now.', es: 'Ahora no hay ninguna ventana de bloqueo.' },
    blackout: { en: 'Nothing may start before {until}.', es: 'Nada puede empezar hasta el {until}.' },
  },
  power: {
    'not-held': { en: 'Runs are not held back on battery.', es: 'Las ejecuciones no se retienen con batería.' },
    mains: { en: 'On mains power.', es: 'Conectado a la red eléctrica.' },
    battery: { en: 'On battery: scheduled runs wait for mains power.', es: 'Con batería: lo programado espera a la red eléctrica.' },
    unknown: {
      en: 'This machine does not say whether it is on battery; that holds nothing back.',
      es: 'Este equipo no dice si funciona con batería; eso no retiene nada.',
    },
  },
  target: {
    ok: {
      en: 'RMAN can be started for {target}; whether the database answers, only a run tells.',
      es: 'RMAN puede iniciarse para {target}; si la base de datos responde, solo lo dice una ejecución.',
    },
    problem: { en: '{problem}', es: '{problem}' },
    unknown: { en: '{problem}', es: '{problem}' },
    'unknown-missing': { en: 'Without its database nothing can be checked.', es: 'Sin su base de datos no se puede comprobar nada.' },
  },
  destination: {
    ok: { en: '{path} can be written.', es: 'Se puede escribir en {path}.' },
    problem: { en: '{problem}', es: '{problem}' },
    unknown: { en: '{problem}', es: '{problem}' },
    'unknown-missing': { en: 'Without its database nothing can be checked.', es: 'Sin su base de datos no se puede comprobar nada.' },
  },
  deletion: {
    ok: { en: 'Recovery window: {window}.', es: 'Ventana de recuperación: {window}.' },
    problem: { en: '{problem}', es: '{problem}' },
    unknown: { en: '{problem}', es: '{problem}' },
  },
  room: {
    ok: {
      en: '{free} free; the last similar good run wrote {needed}.',
      es: '{free} libres; la última copia buena similar escribió {needed}.',
    },
    short: {
      en: 'Only {free} free; the last similar good run wrote {needed}. It would probably fail half-way.',
      es: 'Solo quedan {free} libres; la última copia buena similar escribió {needed}. Es probable que falle a medias.',
    },
    'unknown-need': {
      en: '{free} free; there is no similar good run yet to compare with.',
      es: '{free} libres; aún no hay una copia buena similar con la que comparar.',
    },
    'unknown-free': {
      en: 'The free space of the destination cannot be seen from here.',
      es: 'Desde aquí no se ve el espacio libre del destino.',
    },
  },
  lane: {
    free: { en: 'Nothing would keep it waiting in the queue.', es: 'Nada la haría esperar en la cola.' },
    next: { en: 'It is about to start.', es: 'Está a punto de empezar.' },
    running: { en: 'It is running now.', es: 'Se está ejecutando ahora.' },
    lane: {
      en: 'The database is taken by {strategy}: one run at a time.',
      es: 'La base de datos está ocupada por {strategy}: una ejecución a la vez.',
    },
    cap: {
      en: 'As many runs as allowed at once ({runsAtOnce}) are under way or come first.',
      es: 'Ya están en curso, o van antes, las ejecuciones simultáneas permitidas ({runsAtOnce}).',
    },
  },
  team: {
    own: { en: 'Only this workstation runs it.', es: 'Solo la ejecuta esta estación.' },
    mine: {
      en: 'Shared: this workstation holds it until {held}, and renews that.',
      es: 'Compartida: la tiene esta estación hasta el {held}, y lo renueva.',
    },
    free: {
      en: 'Shared: whoever asks first when it is due runs it.',
      es: 'Compartida: la ejecuta quien primero la pida cuando le toque.',
    },
    theirs: {
      en: 'Shared: {workstation} holds it until {until}; it is taken over if that is not renewed.',
      es: 'Compartida: la tiene {workstation} hasta el {until}; si no lo renueva, esta estación la toma.',
    },
    unreached: {
      en: 'Shared, but the log database is not reached: it waits until it can be agreed who runs it. A run by hand is possible.',
      es: 'Compartida, pero no se llega a la base de datos de bitácora: espera hasta poder acordar quién la ejecuta. A mano sí puede ejecutarse.',
    },
  },
} as const satisfies Record<RequirementKind, Record<string, Text>>;

/** The codes that a row of one kind may carry. */
export type RequirementCode<Kind extends RequirementKind> = keyof (typeof table)[Kind] & string;

/** What a row is about, for example `Scheduler`. */
export const requirementTitle = (kind: RequirementKind, language: Language): string => TITLES[kind][language];

/** How instants and sizes are written; the window has its own way. */
export type RequirementFormat = { dateTime(ms: number): string; bytes(bytes: number): string };

/** The row's sentence. */
export function requirementText(
  { kind, code, params, until }: Requirement,
  language: Language,
  format: RequirementFormat = plainFormat(language),
): string {
  const texts: Record<string, Text> = table[kind];
  const text = texts[code]?.[language] ?? code;
  const places: ErrorParams = { ...params };
  const problem = errorCodes.find((known) => known === params['problem']);
  if (problem) places['problem'] = errorText(problem, params, language);
  if (until !== null) places['until'] = format.dateTime(until);
  for (const name of ['at', 'held']) {
    const at = params[name];
    if (typeof at === 'number') places[name] = format.dateTime(at);
  }
  for (const name of ['free', 'needed']) {
    const bytes = params[name];
    if (typeof bytes === 'number') places[name] = format.bytes(bytes);
  }
  return fillPlaceholders(text, places);
}

/** True when nobody can tell from here: such a row is never green, and holds no start back. */
export const isUncertain = ({ code }: Pick<Requirement, 'code'>): boolean => code.startsWith('unknown');

/** True when the row is a reason why a run does not start, or would fail. */
export const holdsBack = (requirement: Requirement): boolean =>
  requirement.state !== 'green' && !isUncertain(requirement);

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

const plainFormat = (language: Language): RequirementFormat => ({
  dateTime: (ms) => new Date(ms).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' }),
  bytes(bytes) {
    const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
    return `${(bytes / 1024 ** step).toLocaleString(language, { maximumFractionDigits: 1 })} ${UNITS[step]}`;
  },
});
