// Archived logs are deleted as soon as one backup holds them: from then on that piece is the only copy.
import { rule } from '../finding.ts';
import { repair } from '../repairs.ts';

export const logsDeletedEarly = rule<{ name: string; all: boolean }>({
  name: 'logs-deleted-early',
  judges: 'strategy',
  find({ enabled }) {
    return enabled.flatMap((member) => {
      const { scope, spec, id, name } = member;
      const byInput = scope.kind === 'archived-logs' && scope.deleteInput !== 'keep';
      if (!byInput && spec.deleteArchivedLogsBackedUp !== 1) return [];
      const repairs = byInput
        ? [
            ...repair('second-backup-first', member, { scope: { ...scope, deleteInput: 'keep' }, deleteArchivedLogsBackedUp: 2 }, { count: 2 }),
            ...repair('keep-input', member, { scope: { ...scope, deleteInput: 'keep' } }),
          ]
        : repair('second-backup-first', member, { deleteArchivedLogsBackedUp: 2 }, { count: 2 });
      const all = byInput && scope.deleteInput === 'all-input';
      const path = byInput ? 'scope.deleteInput' : 'deleteArchivedLogsBackedUp';
      return [{ severity: all ? 'caution' : 'hint', strategies: [id], path, params: { name, all }, repairs }];
    });
  },
  words: {
    en: ({ name, all }) => ({
      title: `“${name}” deletes archived logs after one backup`,
      why: `The deletion outruns the backups: once it has run, ${all ? 'every copy in every destination is gone and ' : ''}one piece is the only place with this stretch of redo.`,
      example: 'Tuesday’s piece turns out to be unreadable on Thursday. The logs it held are deleted, so recovery stops on Tuesday, although the backups of Wednesday are good.',
      todo: 'Let each log have two backups before it is deleted.',
    }),
    es: ({ name, all }) => ({
      title: `«${name}» borra los archived logs tras un solo respaldo`,
      why: `El borrado va por delante de los respaldos: después ${all ? 'no queda copia en ningún destino y ' : ''}una sola pieza tiene ese tramo de redo.`,
      example: 'La pieza del martes resulta ilegible el jueves. Los logs que contenía están borrados, y la recuperación se detiene en el martes, aunque los respaldos del miércoles sean buenos.',
      todo: 'Dejar que cada log tenga dos respaldos antes de borrarlo.',
    }),
  },
});
