// Image copies that are made anew each time: none is ever rolled forward, and each is as large as the database.
import { rule } from '../finding.ts';
import { isBase } from '../lint-set.ts';
import { asMode } from '../repairs.ts';
import { freeTag } from './tag-collision.ts';

export const copiesPileUp = rule<{ name: string }>({
  name: 'copies-pile-up',
  judges: 'strategy',
  find({ enabled, members }) {
    return enabled.flatMap((member) => {
      if (!isBase(member) || member.scope.mode !== 'image-copy' || member.spec.schedule === null) return [];
      const tag = freeTag(member.spec.tag ?? 'UPDATED_COPY', members.filter((one) => one !== member));
      const repairs = asMode('as-updated-copy', member, 'updated-copy', { tag });
      return [{ severity: 'hint', strategies: [member.id], path: 'scope.mode', params: { name: member.name }, repairs }];
    });
  },
  words: {
    en: ({ name }) => ({
      title: `The copies of “${name}” are never rolled forward`,
      why: 'Every run writes a whole new image copy, with every block of every file, used or not. The older ones get older.',
      example: 'A database of 800 GB fills 5.6 TB in a week, and each run reads and writes all of it, although one block in twenty has changed.',
      todo: 'Update one copy instead: each run takes a level 1 and rolls the copy forward with it.',
    }),
    es: ({ name }) => ({
      title: `Las copias de «${name}» no se actualizan nunca`,
      why: 'Cada ejecución escribe una copia imagen nueva, con todos los bloques de todos los archivos, usados o no. Las anteriores solo envejecen.',
      example: 'Una base de 800 GB llena 5,6 TB en una semana, y cada ejecución lo lee y lo escribe todo, aunque solo cambie un bloque de cada veinte.',
      todo: 'Actualizar una sola copia: cada ejecución toma un nivel 1 y la pone al día con él.',
    }),
  },
});
