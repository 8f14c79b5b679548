// An updated copy is found by its tag alone: another strategy with the same tag mixes its backups into it.
import { rule } from '../finding.ts';
import { isFiles, type Member } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const tagCollision = rule<{ name: string; other: string; tag: string }>({
  name: 'tag-collision',
  judges: 'set',
  find(set) {
    const owners = new Map(set.enabled.flatMap((one) => (isFiles(one) && one.scope.mode === 'updated-copy' ? [[one.spec.tag, one] as const] : [])).reverse());
    return set.enabled.flatMap((member) => {
      const { tag } = member.spec;
      const owner = tag === null ? undefined : owners.get(tag);
      if (tag === null || !isFiles(member) || !owner || owner === member) return [];
      const free = freeTag(tag, set.members);
      return [{
        severity: 'serious', strategies: [member.id, owner.id], path: 'tag',
        params: { name: member.name, other: owner.name, tag }, repairs: repair('retag', member, { tag: free }, { tag: free }),
      }];
    });
  },
  words: {
    en: ({ name, other, tag }) => ({
      title: `“${name}” and the copy of “${other}” share the tag ${tag}`,
      why: 'RECOVER COPY … WITH TAG takes every copy of that tag for its own. Two strategies then roll forward, and delete, what belongs to the other.',
      example: `On Thursday a restore asks for the copy of “${other}”: half of its files come from “${name}” with another checkpoint, and the redo between them is long gone.`,
      todo: 'Give each its own tag.',
    }),
    es: ({ name, other, tag }) => ({
      title: `«${name}» y la copia de «${other}» comparten la etiqueta ${tag}`,
      why: 'RECOVER COPY … WITH TAG toma por suya toda copia con esa etiqueta. Dos estrategias actualizan, y borran, lo que es de la otra.',
      example: `El jueves una restauración pide la copia de «${other}»: la mitad de los archivos son de «${name}», con otro checkpoint, y el redo intermedio ya no existe.`,
      todo: 'Dar a cada una su etiqueta.',
    }),
  },
});

/** The tag itself, or with the first number behind it that nobody has. */
export function freeTag(tag: string, members: readonly Pick<Member, 'spec'>[]): string {
  const taken = new Set(members.map(({ spec }) => spec.tag));
  if (!taken.has(tag)) return tag;
  for (let number = 2; ; number += 1) {
    const ending = `_${number}`;
    const free = `${tag.slice(0, 30 - ending.length)}${ending}`;
    if (!taken.has(free)) return free;
  }
}
