// What can be wrong with a schedule, its retries and its cron expression.
// A part of the closed table of field problems.

export const scheduleFields = {
  'retries.order': {
    en: 'The longest wait cannot be shorter than the first one.',
    es: 'La espera más larga no puede ser menor que la primera.',
  },
  'schedule.order': { en: 'The end must come after the start.', es: 'El final debe ser posterior al comienzo.' },
  'zone.unknown': {
    en: '“{zone}” is not a time zone of the tz database. Examples: Europe/Madrid, America/Mexico_City, UTC.',
    es: '«{zone}» no es una zona horaria de la base de datos tz. Ejemplos: Europe/Madrid, America/Mexico_City, UTC.',
  },
  'cron.fields': {
    en: 'A cron expression has 5 fields (minute, hour, day of the month, month, weekday) or 6 (seconds first); this one has {found}.',
    es: 'Una expresión cron tiene 5 campos (minuto, hora, día del mes, mes, día de la semana) o 6 (con los segundos delante); esta tiene {found}.',
  },
  'cron.nickname': {
    en: '“{found}” is not known. There are @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually.',
    es: '«{found}» no se conoce. Existen @hourly, @daily, @midnight, @weekly, @monthly, @yearly y @annually.',
  },
  'cron.second': {
    en: 'Seconds “{found}”: use 0–59, *, lists (0,30), ranges (10-20) and steps (*/15, 5-59/15).',
    es: 'Segundos «{found}»: use 0–59, *, listas (0,30), intervalos (10-20) y pasos (*/15, 5-59/15).',
  },
  'cron.minute': {
    en: 'Minute “{found}”: use 0–59, *, lists (0,30), ranges (10-20) and steps (*/15, 5-59/15).',
    es: 'Minuto «{found}»: use 0–59, *, listas (0,30), intervalos (10-20) y pasos (*/15, 5-59/15).',
  },
  'cron.hour': {
    en: 'Hour “{found}”: use 0–23, *, lists (2,14), ranges (8-18; past midnight as 22-23,0-4) and steps (*/6, 1-23/2).',
    es: 'Hora «{found}»: use 0–23, *, listas (2,14), intervalos (8-18; pasada la medianoche, 22-23,0-4) y pasos (*/6, 1-23/2).',
  },
  'cron.date': {
    en: 'Day of the month “{found}”: use 1–31, * or ?, lists, ranges, steps, L (last day), 15W (nearest weekday) and LW (last weekday).',
    es: 'Día del mes «{found}»: use 1–31, * o ?, listas, intervalos, pasos, L (último día), 15W (día laborable más cercano) y LW (último laborable).',
  },
  'cron.month': {
    en: 'Month “{found}”: use 1–12 or JAN–DEC, *, lists, ranges and steps.',
    es: 'Mes «{found}»: use 1–12 o JAN–DEC (en inglés), *, listas, intervalos y pasos.',
  },
  'cron.weekday': {
    en: 'Weekday “{found}”: use 0–7 (0 and 7 are Sunday) or SUN–SAT, * or ?, lists, ranges, steps, FRI#2 (second Friday) and FRI#L or 5L (last Friday).',
    es: 'Día de la semana «{found}»: use 0–7 (0 y 7 son domingo) o SUN–SAT (en inglés), * o ?, listas, intervalos, pasos, FRI#2 (segundo viernes) y FRI#L o 5L (último viernes).',
  },
} as const;
