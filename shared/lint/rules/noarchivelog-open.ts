// A database without archived logs cannot be backed up while it is open (RMAN-06149, RMAN-06817, ORA-19602).
import { rule } from '../finding.ts';
import { isFilesScope } from '../../domain/strategy/scope.ts';

export const noarchivelogOpen = rule<{ name: string }>({
  name: 'noarchivelog-open',
  judges: 'strategy',
  find({ enabled, facts }) {
    if (facts.archivelog !== false) return [];
    return enabled.flatMap(({ id, name, scope, spec }) => {
      const needsLogs = scope.kind === 'archived-logs' || (isFilesScope(scope) && !spec.validateOnly);
      return needsLogs ? [{ severity: 'serious', strategies: [id], path: 'scope', params: { name }, repairs: [] }] : [];
    });
  },
  words: {
    en: ({ name }) => ({
      title: `“${name}” cannot run while the database is open`,
      why: 'The database is in NOARCHIVELOG mode: it throws its redo away, so an open backup could never be made consistent, and RMAN refuses it.',
      example: 'The run fails every night (RMAN-06149). And with a cold backup of Sunday, everything since Sunday is lost when a disk fails on Thursday.',
      todo: 'Switch to archived-log mode: SHUTDOWN IMMEDIATE, STARTUP MOUNT, ALTER DATABASE ARCHIVELOG, ALTER DATABASE OPEN.',
    }),
    es: ({ name }) => ({
      title: `«${name}» no se puede ejecutar con la base de datos abierta`,
      why: 'La base está en modo NOARCHIVELOG: tira su redo, de modo que una copia en caliente nunca sería consistente, y RMAN lo rechaza.',
      example: 'La ejecución falla cada noche (RMAN-06149). Y con una copia en frío del domingo, si un disco falla el jueves se pierde todo desde el domingo.',
      todo: 'Pasar a modo ARCHIVELOG: SHUTDOWN IMMEDIATE, STARTUP MOUNT, ALTER DATABASE ARCHIVELOG, ALTER DATABASE OPEN.',
    }),
  },
});
