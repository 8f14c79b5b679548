// CONFIGURE EXCLUDE: tablespaces that a backup of the whole database silently leaves out.
import { rule } from '../finding.ts';
import { isFiles } from '../lint-set.ts';
import { names } from '../prose.ts';

export const tablespacesExcluded = rule<{ all: string; count: number }>({
  name: 'tablespaces-excluded',
  judges: 'set',
  find({ running, facts }) {
    const own = new Set(running.flatMap(({ scope }) => (scope.kind === 'tablespaces' ? scope.tablespaces : [])));
    const left = (facts.excluded ?? []).filter((name) => !own.has(name));
    const whole = running.find((one) => isFiles(one) && one.scope.kind === 'database');
    if (left.length === 0 || !whole) return [];
    return [{ severity: 'caution', strategies: [whole.id], path: 'scope.kind', params: { all: left.join('\n'), count: left.length }, repairs: [] }];
  },
  words: {
    en: ({ all }) => ({
      title: `Backups of the whole database leave out ${names(all.split('\n'), 'en')}`,
      why: 'CONFIGURE EXCLUDE FOR TABLESPACE is set in the database, perhaps years ago, and no strategy names them by themselves.',
      example: 'The disk fails on Thursday and the whole database is restored, without a word about these tablespaces. They have no backup at all.',
      todo: 'CONFIGURE EXCLUDE FOR TABLESPACE … CLEAR, or a strategy that names them.',
    }),
    es: ({ all }) => ({
      title: `Las copias de la base entera omiten ${names(all.split('\n'), 'es')}`,
      why: 'En la base de datos hay un CONFIGURE EXCLUDE FOR TABLESPACE, quizá de hace años, y ninguna estrategia los nombra por sí mismos.',
      example: 'El disco falla el jueves y se restaura la base entera, sin una palabra sobre estos tablespaces. No tienen ninguna copia.',
      todo: 'CONFIGURE EXCLUDE FOR TABLESPACE … CLEAR, o una estrategia que los nombre.',
    }),
  },
});
