// Spanish texts of the first-run page.
import type { SameKeys } from '../translate.ts';
import type { firstRunEn } from '../en/first-run.ts';

export const firstRunEs: SameKeys<typeof firstRunEn> = {
  title: 'Copias en las que se puede confiar',
  what: 'Respaldo guarda sus estrategias de RMAN, escribe sus scripts y los ejecuta.',
  follow: 'Cada ejecución se puede seguir línea a línea, y se conservan su script, toda su salida y su veredicto.',
  verdict: 'Una copia solo cuenta como correcta cuando código de salida, registro y piezas coinciden; si no, se explica qué pasó y qué hacer.',
  begin: 'Por dónde empezar',
  demoTitle: 'Conocerlo con una base de datos simulada',
  demoText: 'Añade la base de datos DEMO con estrategias preparadas. Un RMAN simulado ejecuta los scripts reales y escribe archivos reales; no hace falta Oracle ni se toca.',
  demoDo: 'Añadir DEMO',
  demoDone: 'La base de datos DEMO y sus estrategias están listas.',
  realTitle: 'Añadir una base de datos propia',
  realText: 'Hace falta un ORACLE_HOME en esta máquina y un usuario que pueda ejecutar su RMAN, o un wallet o contraseña con que conectarse.',
  realDo: 'Añadir una base de datos',
  keychain: 'Contraseñas',
};
