// What can be wrong with a strategy file and its import.
// A part of the closed table of field problems.

export const fileFields = {
  'file.syntax': {
    en: 'This is not JSON: look at line {line}.',
    es: 'Esto no es JSON: revise la línea {line}.',
  },
  'import.no-target': {
    en: 'Choose the database that this strategy is for.',
    es: 'Elija la base de datos a la que va esta estrategia.',
  },
  'import.name-twice': {
    en: 'The file holds this name twice for one database; only the first is taken.',
    es: 'El archivo repite este nombre para una misma base de datos; solo se toma la primera.',
  },
  'file.several': {
    en: 'This file holds {count} strategies; name one that holds a single strategy, or import the file.',
    es: 'Este archivo contiene {count} estrategias; indique uno con una sola estrategia o importe el archivo.',
  },
  'file.twice': {
    en: 'This field is given twice (line {line}). Remove one.',
    es: 'Este campo aparece dos veces (línea {line}). Quite uno.',
  },
  'file.not-strategy': {
    en: 'This is not a strategy file of Respaldo (“format” must be “respaldo.strategy”).',
    es: 'Esto no es un archivo de estrategia de Respaldo («format» debe ser «respaldo.strategy»).',
  },
  'file.version': {
    en: 'The file has format version {found}; this Respaldo reads version {known}.',
    es: 'El archivo tiene la versión de formato {found}; este Respaldo lee la {known}.',
  },
} as const;
