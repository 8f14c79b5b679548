// Data files are backed up, and no control file ever is. A backup of data file 1 brings it along (reference §2.5).
import { rule } from '../finding.ts';
import { isFiles, isScript, type Member } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const noControlFile = rule<{ name: string }>({
  name: 'no-control-file',
  judges: 'set',
  find({ running, facts }) {
    const files = running.filter((one) => isFiles(one) && !one.spec.validateOnly);
    const [first] = files;
    if (!first || facts.configured?.autobackup === true) return [];
    if (running.some((one) => bringsControlFile(one) || isScript(one))) return [];
    return [{
      severity: 'serious', strategies: files.map(({ id }) => id), path: 'controlFile', params: { name: first.name },
      repairs: [
        ...repair('autobackup', first, { controlFile: { kind: 'autobackup', configure: true, format: null } }),
        ...repair('control-file-in-backup', first, { controlFile: { kind: 'in-backup' } }),
      ],
    }];
  },
  words: {
    en: () => ({
      title: 'No strategy backs up the control file',
      why: 'It knows which files make up the database and which backups there are of them. None of the running strategies takes it, and the part that would bring it along, data file 1, is in none of them.',
      example: 'All control files are on the disk that fails on Thursday. The pieces are there, but RMAN cannot say what is in them; a new control file has to be written by hand from memory.',
      todo: 'Switch control-file autobackup on: then RMAN finds its way back without knowing anything.',
    }),
    es: () => ({
      title: 'Ninguna estrategia copia el control file',
      why: 'El control file sabe qué archivos forman la base de datos y qué copias hay de ellos. Ninguna estrategia activa lo toma, y el archivo de datos 1, que lo llevaría consigo, no está en ninguna.',
      example: 'Todos los control files están en el disco que falla el jueves. Las piezas existen, pero RMAN no puede decir qué contienen; hay que escribir a mano y de memoria un control file nuevo.',
      todo: 'Activar el autobackup del control file: así RMAN encuentra el camino de vuelta sin saber nada.',
    }),
  },
});

function bringsControlFile({ spec, scope }: Member): boolean {
  if (spec.controlFile.kind !== 'as-configured' || scope.kind === 'control-file') return true;
  return (scope.kind === 'database' || scope.kind === 'root') && !spec.validateOnly;
}
