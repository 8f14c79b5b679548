// A level 1 whose files no running level 0 of the same database holds. RMAN then takes a level 0 the first time, by
// itself, and never again (reference §2.5).
import { rule, type Repair } from '../finding.ts';
import { covers, isBase, isLevel0, isLevel1, type FilesMember, type LintSet } from '../lint-set.ts';
import { asMode } from '../repairs.ts';

type Lack = 'none' | 'full' | 'off' | 'unscheduled';

export const level1WithoutLevel0 = rule<{ name: string; lack: Lack; other: string }>({
  name: 'level-1-without-level-0',
  judges: 'set',
  find(set) {
    return set.enabled.filter(isLevel1).flatMap((member) => {
      const lack = lackOf(member, set);
      if (lack === null) return [];
      const other = lack.other?.name ?? '';
      const repairs: Repair[] = [
        ...(lack.kind === 'full' ? asMode('as-level-0', lack.other, 'level-0') : []),
        ...asMode('as-level-0', member, 'level-0'),
      ];
      const strategies = [member.id, ...(lack.other ? [lack.other.id] : [])];
      return [{ severity: 'serious', strategies, path: 'scope.mode', params: { name: member.name, lack: lack.kind, other }, repairs }];
    });
  },
  words: {
    en: ({ name, lack, other }) => ({
      title: `“${name}” takes changes, but nobody renews what they build on`,
      why: {
        none: 'No running strategy of this database takes a level 0 of the same files.',
        full: `“${other}” backs up the same files as FULL. It holds the same blocks, but only a LEVEL 0 can be the parent of a level 1.`,
        off: `“${other}” takes the level 0, but it is disabled.`,
        unscheduled: `“${other}” takes the level 0, but it has no schedule.`,
      }[lack],
      example:
        'RMAN makes a level 0 by itself on the first run and never another one. A year later a restore reads that one ' +
        'backup and 365 increments in a row: if a single piece of last spring cannot be read, everything after it is lost.',
      todo: 'Give the database a level 0 that comes again, once a week for example.',
    }),
    es: ({ name, lack, other }) => ({
      title: `«${name}» toma cambios, pero nadie renueva su base`,
      why: {
        none: 'Ninguna estrategia activa de esta base de datos toma un nivel 0 de los mismos archivos.',
        full: `«${other}» copia los mismos archivos como FULL. Contiene los mismos bloques, pero solo un LEVEL 0 puede ser el padre de un nivel 1.`,
        off: `«${other}» toma el nivel 0, pero está deshabilitada.`,
        unscheduled: `«${other}» toma el nivel 0, pero no tiene horario.`,
      }[lack],
      example:
        'RMAN hace por su cuenta un nivel 0 en la primera ejecución y ninguno más. Un año después, una restauración lee ' +
        'esa única copia y 365 incrementos seguidos: si una sola pieza de la primavera pasada no se puede leer, se pierde todo lo posterior.',
      todo: 'Dar a la base de datos un nivel 0 que se repita, por ejemplo cada semana.',
    }),
  },
});

type LackOf = { kind: 'none'; other: null } | { kind: Exclude<Lack, 'none'>; other: FilesMember };

function lackOf(member: FilesMember, { members }: LintSet): LackOf | null {
  const bases = members.filter(isBase).filter((other) => covers(other.scope, member.scope));
  const level0 = bases.filter(isLevel0);
  if (level0.some(({ runs }) => runs)) return null;
  const [other] = level0;
  if (other) return { kind: other.enabled ? 'unscheduled' : 'off', other };
  const full = bases.find(({ runs, scope }) => runs && scope.mode === 'full');
  return full ? { kind: 'full', other: full } : { kind: 'none', other: null };
}
