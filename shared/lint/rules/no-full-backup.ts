// Nothing that runs by itself holds every data file: parts alone do not make a database.
import { rule } from '../finding.ts';
import { isBase, isFiles, isLevel1, isScript } from '../lint-set.ts';

export const noFullBackup = rule<{ parts: boolean; script: boolean }>({
  name: 'no-full-backup',
  judges: 'set',
  find({ running, enabled }) {
    if (enabled.length === 0) return [];
    // A level 1 of the whole has its own finding, and exports have theirs.
    if (running.some((one) => isFiles(one) && one.scope.kind === 'database' && (isBase(one) || isLevel1(one)))) return [];
    if (enabled.every(({ scope }) => scope.kind === 'data-pump')) return [];
    const script = running.some(isScript);
    const parts = running.some(isBase);
    return [{ severity: script ? 'hint' : 'serious', strategies: enabled.map(({ id }) => id), path: null, params: { parts, script }, repairs: [] }];
  },
  words: {
    en: ({ parts, script }) => ({
      title: 'No strategy that runs by itself backs up the whole database',
      why: script
        ? 'There is a script of its own, and only its author knows what it backs up.'
        : parts
          ? 'The scheduled strategies name parts of it: what is added tomorrow is in none of them, and SYSTEM, undo and the other parts must be restored to the same moment.'
          : 'There are strategies, but none of them leaves a backup of data files regularly.',
      example: parts
        ? 'A tablespace is created on Tuesday, its disk fails on Friday: none of the strategies has ever heard of it.'
        : 'The disk with the data files fails on Thursday, and there is nothing to begin a restore with.',
      todo: 'Schedule a backup of the whole database, level 0 or full.',
    }),
    es: ({ parts, script }) => ({
      title: 'Ninguna estrategia con horario copia la base de datos entera',
      why: script
        ? 'Hay un script propio, y solo su autor sabe qué copia.'
        : parts
          ? 'Las estrategias con horario nombran partes: lo que se cree mañana no está en ninguna, y SYSTEM, undo y las demás partes deben restaurarse al mismo momento.'
          : 'Hay estrategias, pero ninguna deja con regularidad una copia de archivos de datos.',
      example: parts
        ? 'Un tablespace se crea el martes y su disco falla el viernes: ninguna estrategia sabe de él.'
        : 'El disco de los archivos de datos falla el jueves, y no hay con qué empezar una restauración.',
      todo: 'Programar una copia de la base de datos entera, nivel 0 o completa.',
    }),
  },
});
