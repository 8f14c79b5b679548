// Spanish texts of the page that explains a dropped log.
import type { SameKeys } from '../translate.ts';
import type { explainEn } from '../en/explain.ts';

export const explainEs: SameKeys<typeof explainEn> = {
  title: 'Explicar un log',
  command: 'Explicar un archivo de log…',
  drop: 'Suelte el log para que se explique',
  emptyTitle: 'Suelte aquí cualquier log de RMAN o Data Pump',
  emptyText:
    'Se juzga como una ejecución propia: qué pasó, por qué y qué hacer. El archivo se queda donde está y no se guarda nada.',
  choose: 'Elegir un archivo…',
  chooseOther: 'Otro archivo…',
  again: 'Leerlo de nuevo',
  reading: 'Leyendo {name}',
  readSoFar: '{done} de {size}',
  lines: { one: '{count} línea', other: '{count} líneas' },
  pieces: { one: '{count} pieza', other: '{count} piezas' },
  errors: { one: '{count} error', other: '{count} errores' },
  elapsed: 'Duración',
  'outcome-succeeded': 'Fue bien: terminó y no informó de ningún error',
  'outcome-warning': 'Se completó, con algo que revisar',
  'outcome-failed': 'Falló',
  'outcome-cancelled': 'Se canceló antes de completarse',
  'outcome-lost': 'El log no dice cómo terminó',
  'outcome-nothing': 'No había nada que hacer',
  notStored: 'Un archivo de este equipo, {size}. No se guarda nada de él.',
  more: { one: 'Un log cada vez: quedó aparte {count} archivo más.', other: 'Un log cada vez: quedaron aparte {count} archivos más.' },
  refusedTitle: '{name} no se lee',
  'refused-folder': 'Es una carpeta. Suelte un archivo de log de ella.',
  'refused-too-large': 'Ocupa {size}; se pueden explicar hasta {most}. Recorte antes la parte de la ejecución que interesa.',
  'refused-binary': 'No es texto sino {kind}. No se explican piezas de copia, volcados ni archivos comprimidos; sus logs sí.',
  'refused-empty': 'El archivo está vacío.',
  'refused-unreadable': 'No se puede leer: {reason}',
  'kind-gzip': 'un archivo comprimido (gzip); descomprímalo antes',
  'kind-zip': 'un archivo comprimido (zip); descomprímalo antes',
  'kind-other': 'contenido binario',
};
