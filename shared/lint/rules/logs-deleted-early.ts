// Archived logs are deleted as soon as one backup holds them: from then on that piece is the only copy.
import { rule, type Repair } from '../finding.ts';
import type { Member } from '../lint-set.ts';
import { repair } from '../repairs.ts';
import { mostBackups } from './logs-never-deleted.ts';

export const logsDeletedEarly = rule<{ name: string; all: boolean }>({
  name: 'logs-deleted-early',
  judges: 'strategy',
  find({ enabled, running }) {
    return enabled.flatMap((member) => {
      const { scope, spec, id, name } = member;
      const byInput = scope.kind === 'archived-logs' && scope.deleteInput !== 'keep';
      if (!byInput && spec.deleteArchivedLogsBackedUp !== 1) return [];
      const repairs = [...secondBackupFirst(member, mostBackups(running)), ...(byInput ? keepInput(member) : [])];
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
      title: `«${name}» borra los archived logs tras una sola copia`,
      why: `El borrado va por delante de las copias: después ${all ? 'no queda copia en ningún destino y ' : ''}una sola pieza tiene ese tramo de redo.`,
      example: 'La pieza del martes resulta ilegible el jueves. Los logs que contenía están borrados, y la recuperación se detiene en el martes, aunque las copias del miércoles sean buenas.',
      todo: 'Dejar que cada log tenga dos copias antes de borrarlo.',
    }),
  },
});

/** `most`: where logs are backed up once only, a deletion that waits for two would never come. */
function secondBackupFirst(member: Member, most: number): Repair[] {
  const { scope } = member;
  const change = { deleteArchivedLogsBackedUp: 2 };
  if (scope.kind !== 'archived-logs') return most < 2 ? [] : repair('second-backup-first', member, change, { count: 2 });
  const notBackedUpTimes = scope.notBackedUpTimes === 1 ? 2 : scope.notBackedUpTimes;
  return repair('second-backup-first', member, { ...change, scope: { ...scope, deleteInput: 'keep', notBackedUpTimes } }, { count: 2 });
}

const keepInput = (member: Member): Repair[] =>
  member.scope.kind === 'archived-logs' ? repair('keep-input', member, { scope: { ...member.scope, deleteInput: 'keep' } }) : [];
