// Redundancy counts the backups of a file, whoever has made them: several strategies eat up each other's share.
import { rule } from '../finding.ts';
import { isBase } from '../lint-set.ts';
import { withWindow } from '../repairs.ts';
import { windowFor } from './redundancy-one.ts';

export const redundancyShared = rule<{ name: string; copies: number; others: number }>({
  name: 'redundancy-shared',
  judges: 'set',
  find(set) {
    // An updated copy is one copy, however often it runs.
    const bases = set.running.filter((one) => isBase(one) && one.scope.kind === 'database' && one.scope.mode !== 'updated-copy');
    if (bases.length < 2) return [];
    const days = windowFor(set);
    return set.running.flatMap((member) => {
      const wanted = member.spec.afterwards.deleteObsolete;
      if (wanted?.kind !== 'redundancy' || wanted.copies < 2) return [];
      const strategies = [member.id, ...bases.map(({ id }) => id).filter((id) => id !== member.id)];
      return [{
        severity: 'caution', strategies, path: 'afterwards.deleteObsolete',
        params: { name: member.name, copies: wanted.copies, others: bases.length }, repairs: withWindow(member, days),
      }];
    });
  },
  words: {
    en: ({ name, copies, others }) => ({
      title: `“${name}” keeps ${copies} copies, and ${others} strategies share them`,
      why: 'RMAN counts per file, not per strategy, tag or place: the newest backups win, and the ones of the rarer strategy go first.',
      example: `A daily and a monthly full backup with REDUNDANCY ${copies}: ${copies} days after the first of the month the monthly one is obsolete and is deleted, wherever it lies.`,
      todo: 'Use a recovery window, and KEEP for what has to stay longer.',
    }),
    es: ({ name, copies, others }) => ({
      title: `«${name}» conserva ${copies} copias, y ${others} estrategias se las reparten`,
      why: 'RMAN cuenta por archivo, no por estrategia, etiqueta o destino: ganan las copias más nuevas, y las de la estrategia menos frecuente se van primero.',
      example: `Una completa diaria y otra mensual con REDUNDANCY ${copies}: ${copies} días después del primero de mes, la mensual es obsoleta y se borra, esté donde esté.`,
      todo: 'Usar una ventana de recuperación, y KEEP para lo que deba quedarse más tiempo.',
    }),
  },
});
