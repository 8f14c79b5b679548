// What any field can have against what was typed: no value, the wrong form, a name that is taken.
// A part of the closed table of field problems.

export const generalFields = {
  'field.required': { en: 'This is needed.', es: 'Este dato es necesario.' },
  'field.wrong-type': { en: 'This value has the wrong form.', es: 'Este valor no tiene la forma esperada.' },
  'field.choice': { en: 'Choose one of: {choices}.', es: 'Elija uno de estos valores: {choices}.' },
  'field.unknown': { en: 'Unknown field: {keys}.', es: 'Campo desconocido: {keys}.' },
  'field.too-long': { en: 'At most {max} characters.', es: 'Como máximo {max} caracteres.' },
  'field.too-short': { en: 'At least {min} characters.', es: 'Al menos {min} caracteres.' },
  'field.too-big': { en: 'At most {max}.', es: 'Como máximo {max}.' },
  'field.too-small': { en: 'At least {min}.', es: 'Al menos {min}.' },
  'field.whole-number': { en: 'A whole number.', es: 'Un número entero.' },
  'text.forbidden': {
    en: 'Quotes, semicolons, “&” and control characters (such as a line break) are not allowed here: RMAN would read them as commands.',
    es: 'Aquí no se admiten comillas, punto y coma, «&» ni caracteres de control (como un salto de línea): RMAN los leería como órdenes.',
  },
  'text.control': {
    en: 'Control characters (such as a line break) are not allowed here.',
    es: 'Aquí no se admiten caracteres de control (como un salto de línea).',
  },
  'text.trimmed': { en: 'Remove the blanks at the start or end.', es: 'Quite los espacios del principio o del final.' },
  'name.taken': { en: 'Another one already has this name.', es: 'Ya existe otra con este nombre.' },
  'size.form': {
    en: 'A whole number with K, M or G, for example 32G.',
    es: 'Un número entero con K, M o G, por ejemplo 32G.',
  },
  'date.form': { en: 'Give a date that exists, as 2031-12-31.', es: 'Dé una fecha que exista, como 2031-12-31.' },
  'list.empty': { en: 'Name at least one.', es: 'Indique al menos uno.' },
  'list.twice': { en: 'This is named twice.', es: 'Esto aparece dos veces.' },
  'wall.form': {
    en: 'Give a date and time that exist, as 2026-03-29T02:30.',
    es: 'Dé una fecha y hora que existan, como 2026-03-29T02:30.',
  },
  'time.form': { en: 'Give a time of day from 00:00 to 23:59.', es: 'Dé una hora del día de 00:00 a 23:59.' },
} as const;
