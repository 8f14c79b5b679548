// The control file is backed up inside of a backup only: to find it there one has to know the piece's name.
import { rule } from '../finding.ts';
import { isFiles } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const autobackupOff = rule<{ name: string }>({
  name: 'autobackup-off',
  judges: 'set',
  find({ running, facts }) {
    if (facts.configured?.autobackup !== false) return [];
    const files = running.filter((one) => isFiles(one) && !one.spec.validateOnly);
    const [first] = files;
    if (!first || running.some(({ spec }) => spec.controlFile.kind === 'autobackup')) return [];
    const repairs = repair('autobackup', first, { controlFile: { kind: 'autobackup', configure: true, format: null } });
    return [{ severity: 'caution', strategies: [first.id], path: 'controlFile', params: { name: first.name }, repairs }];
  },
  words: {
    en: () => ({
      title: 'Control-file autobackup is off in the database',
      why: 'The control file lies in the pieces of the backups, under names that nobody knows once it is lost. An autobackup has a name that RMAN makes from the DBID and the date.',
      example: 'The server is gone on Thursday. On the new one RESTORE CONTROLFILE FROM AUTOBACKUP finds nothing, and somebody tries one piece after the other until one holds the control file.',
      todo: 'Let the strategy switch the autobackup on.',
    }),
    es: () => ({
      title: 'El autobackup del control file está desactivado en la base de datos',
      why: 'El control file queda dentro de las piezas de las copias, con nombres que nadie conoce cuando se pierde. Un autobackup tiene un nombre que RMAN deduce del DBID y la fecha.',
      example: 'El jueves se pierde el servidor. En el nuevo, RESTORE CONTROLFILE FROM AUTOBACKUP no encuentra nada, y alguien prueba pieza tras pieza hasta dar con el control file.',
      todo: 'Dejar que la estrategia active el autobackup.',
    }),
  },
});
