// Backups go to a directory, and no strategy ever deletes one there: it fills.
import { rule } from '../finding.ts';
import { isBase, isScript, placesOf } from '../lint-set.ts';
import { withWindow } from '../repairs.ts';
import { windowFor } from './redundancy-one.ts';

export const nothingDeleted = rule<{ path: string }>({
  name: 'nothing-deleted',
  judges: 'set',
  find(set) {
    const { running } = set;
    if (running.some((one) => one.spec.afterwards.deleteObsolete !== null || isScript(one))) return [];
    const filling = running.filter((one) => isBase(one) && one.scope.mode !== 'updated-copy');
    for (const member of filling) {
      const place = placesOf(member).find(({ kind }) => kind === 'directory');
      if (place?.kind !== 'directory') continue;
      const repairs = withWindow(member, Math.max(14, 2 * windowFor(set)));
      return [{ severity: 'hint', strategies: [member.id], path: 'afterwards.deleteObsolete', params: { path: place.path }, repairs }];
    }
    return [];
  },
  words: {
    en: ({ path }) => ({
      title: `Nothing ever deletes the backups in ${path}`,
      why: 'No strategy of this database deletes what is obsolete. Oracle makes room by itself in the recovery area alone.',
      example: `${path} is full one night in March: this backup fails, and so does every other one that writes there, until somebody deletes files by hand, perhaps the wrong ones.`,
      todo: 'Delete what is obsolete after a good backup, by a recovery window.',
    }),
    es: ({ path }) => ({
      title: `Nadie borra nunca las copias de ${path}`,
      why: 'Ninguna estrategia de esta base de datos borra lo obsoleto. Oracle solo hace sitio por su cuenta en el área de recuperación.',
      example: `${path} se llena una noche de marzo: falla esta copia y todas las que escriben ahí, hasta que alguien borra archivos a mano, quizá los que no debía.`,
      todo: 'Borrar lo obsoleto tras una copia buena, con una ventana de recuperación.',
    }),
  },
});
