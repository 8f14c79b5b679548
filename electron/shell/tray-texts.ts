// What the tray says, in both languages, and how it writes times there. Knows no menu.
import type { Language } from '../../shared/domain/settings.ts';
import { fillPlaceholders } from '../../shared/errors/codes.ts';

const texts = {
  name: { en: '{strategy} of {target}', es: '{strategy} de {target}' },
  running: { en: 'Running: {name}, {progress}', es: 'En curso: {name}, {progress}' },
  preparing: { en: 'Starting: {name}', es: 'Empezando: {name}' },
  ending: { en: 'Being cancelled: {name}', es: 'Cancelándose: {name}' },
  aboutPercent: { en: 'about {percent}', es: '{percent} aprox.' },
  forSpan: { en: 'for {span}', es: 'desde hace {span}' },
  next: { en: 'Next: {name} {when}', es: 'Próxima: {name} {when}' },
  nothingPlanned: { en: 'Nothing is planned', es: 'No hay nada programado' },
  failed: { en: 'Last attempt failed: {name}', es: 'Falló el último intento: {name}' },
  overdue: { en: 'Overdue: {name}', es: 'Con retraso: {name}' },
  refusedOne: { en: '1 message was refused', es: 'Se rechazó 1 mensaje' },
  refusedMany: { en: '{count} messages were refused', es: 'Se rechazaron {count} mensajes' },
  waitsLane: { en: '{name} waits for “{other}”', es: '{name} espera a «{other}»' },
  waitsCap: { en: '{name} waits: no more than {count} at once', es: '{name} espera: no más de {count} a la vez' },
  waitsNext: { en: '{name} starts next', es: '{name} es la siguiente' },
  held: { en: '{name}: {reason}', es: '{name}: {reason}' },
  pausedOpen: { en: 'Paused until resumed', es: 'En pausa hasta que se reanude' },
  pausedUntil: { en: 'Paused until {until}', es: 'En pausa hasta {until}' },
  more: { en: 'and {count} more', es: 'y {count} más' },
  runNow: { en: 'Run now', es: 'Ejecutar ahora' },
  noStrategies: { en: 'No strategies yet', es: 'Aún no hay estrategias' },
  moreStrategies: { en: 'More in Respaldo…', es: 'Más en Respaldo…' },
  pause: { en: 'Pause', es: 'Pausar' },
  pauseHour: { en: 'For 1 hour', es: 'Durante 1 hora' },
  pauseTomorrow: { en: 'Until tomorrow', es: 'Hasta mañana' },
  pauseOpen: { en: 'Until resumed', es: 'Hasta que se reanude' },
  resume: { en: 'Resume', es: 'Reanudar' },
  locked: { en: 'Locked. Backups go on.', es: 'Bloqueado. Las copias continúan.' },
  mayLook: { en: 'Your role may look, not run', es: 'Su rol permite ver, no ejecutar' },
  open: { en: 'Open Respaldo', es: 'Abrir Respaldo' },
  quit: { en: 'Quit', es: 'Salir' },
  underMinute: { en: 'less than a minute', es: 'menos de un minuto' },
  minutes: { en: '{minutes} min', es: '{minutes} min' },
  hours: { en: '{hours} h {minutes} min', es: '{hours} h {minutes} min' },
} as const;

export type TrayText = keyof typeof texts;

const MINUTE = 60_000;

/** How the tray speaks at one moment: `zone` is the workstation's own unless a test says otherwise. */
export function trayWords(language: Language, now: number, zone?: string) {
  const place = zone === undefined ? {} : { timeZone: zone };
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...place });
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', ...place });
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const t = (key: TrayText, params: Record<string, string | number> = {}): string =>
    fillPlaceholders(texts[key][language], params);

  const isToday = (ms: number): boolean => day.format(ms) === day.format(now);
  // Spanish counts one o'clock in the singular.
  const atClock = (time: string): string =>
    language === 'en' ? `at ${time}` : `${time.startsWith('01') ? 'a la' : 'a las'} ${time}`;

  return {
    language,
    t,
    /** `at 02:00`, on another day `on Wed, Nov 25 at 02:00`. */
    when(ms: number): string {
      const time = atClock(clock.format(ms));
      if (isToday(ms)) return time;
      return language === 'en' ? `on ${day.format(ms)} ${time}` : `el ${day.format(ms)} ${time}`;
    },
    /** As `when`, to stand behind *until*. */
    until(ms: number): string {
      const time = clock.format(ms);
      if (isToday(ms)) return language === 'en' ? time : atClock(time).replace(/^a /, '');
      return language === 'en' ? `${day.format(ms)}, ${time}` : `el ${day.format(ms)} ${atClock(time)}`;
    },
    /** For a sentence that says nothing else of the day. */
    dateTime: (ms: number): string => `${day.format(ms)}, ${clock.format(ms)}`,
    /** In minutes: a menu is not redrawn every second. */
    span(ms: number): string {
      const minutes = Math.floor(ms / MINUTE);
      if (minutes < 1) return t('underMinute');
      if (minutes < 60) return t('minutes', { minutes });
      return t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    /** Of a share between 0 and 1. */
    percent: (share: number): string => percent.format(Math.floor(share * 100) / 100),
  };
}

export type TrayWords = ReturnType<typeof trayWords>;
