// What can be wrong with an RMAN script of the user’s own.
// A part of the closed table of field problems.

export const scriptFields = {
  'script.empty': { en: 'Write the script.', es: 'Escriba el script.' },
  'script.character': {
    en: 'Line {at} holds a character that RMAN cannot take (a control or invisible character).',
    es: 'La línea {at} contiene un carácter que RMAN no admite (de control o invisible).',
  },
  'script.long-line': {
    en: 'Line {at} is longer than the {max} characters that RMAN reads.',
    es: 'La línea {at} supera los {max} caracteres que lee RMAN.',
  },
  'script.quote': {
    en: 'The quotation that begins on line {at} is not closed.',
    es: 'Las comillas que se abren en la línea {at} no se cierran.',
  },
  'script.brace': {
    en: 'The brace on line {at} has no partner.',
    es: 'La llave de la línea {at} no tiene pareja.',
  },
  'script.semicolon': {
    en: 'The command that begins on line {at} has no “;” at its end.',
    es: 'La orden que empieza en la línea {at} no termina en «;».',
  },
  'script.command': {
    en: 'Line {at}: “{word}” is no RMAN command.',
    es: 'Línea {at}: «{word}» no es una orden de RMAN.',
  },
  'script.inside-run': {
    en: 'Line {at}: {word} is not allowed inside RUN.',
    es: 'Línea {at}: {word} no se admite dentro de RUN.',
  },
  'script.outside-run': {
    en: 'Line {at}: {word} is allowed inside RUN only.',
    es: 'Línea {at}: {word} solo se admite dentro de RUN.',
  },
  'script.secret': {
    en: 'Line {at} holds a password. A script is kept and shown as it is: connect through the database’s login, and encrypt with a strategy of ours.',
    es: 'La línea {at} contiene una contraseña. Un script se guarda y se muestra tal cual: conéctese con el acceso de la base de datos y cifre con una estrategia nuestra.',
  },
  'script.substitution': {
    en: 'Line {at}: “&” asks for a value that nobody gives; RMAN would wait or fail.',
    es: 'Línea {at}: «&» pide un valor que nadie da; RMAN esperaría o fallaría.',
  },
} as const;
