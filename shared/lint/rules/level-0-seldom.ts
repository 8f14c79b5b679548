// More than five weeks from one level 0 to the next: a restore has to read all increments between.
import { rule } from '../finding.ts';
import { covers, isLevel0, isLevel1, longestGapDays } from '../lint-set.ts';
import { asMode } from '../repairs.ts';

const LONGEST_DAYS = 35;

export const level0Seldom = rule<{ name: string; days: number; cumulative: boolean }>({
  name: 'level-0-seldom',
  judges: 'set',
  find({ running }) {
    const level0 = running.filter(isLevel0);
    const gaps = new Map<string, number | null>();
    return running.filter(isLevel1).flatMap((member) => {
      const parents = level0.filter((one) => covers(one.scope, member.scope));
      const key = parents.map(({ id }) => id).join();
      if (!gaps.has(key)) gaps.set(key, longestGapDays(parents));
      const gap = gaps.get(key) ?? null;
      if (gap === null || gap <= LONGEST_DAYS) return [];
      const cumulative = member.scope.mode === 'level-1-cumulative';
      const repairs = cumulative ? [] : asMode('as-cumulative', member, 'level-1-cumulative');
      const strategies = [member.id, ...parents.map(({ id }) => id)];
      return [{
        severity: cumulative ? 'hint' : 'caution', strategies, path: 'scope.mode',
        params: { name: member.name, days: Math.round(gap), cumulative }, repairs,
      }];
    });
  },
  words: {
    en: ({ name, days, cumulative }) => ({
      title: `${days} days pass between the level 0 backups below “${name}”`,
      why: cumulative
        ? 'Each cumulative increment holds all changes since the level 0: they grow until they are as large as a full backup.'
        : 'A restore lays every differential increment since the level 0 over it, one after the other.',
      example: cumulative
        ? `On day ${days - 1} the nightly run writes almost the whole database, and the window that was long enough in the first week is not any more.`
        : `The disk fails on day ${days - 1}: the restore needs the level 0 and every increment since. One that cannot be read is enough to stop there.`,
      todo: cumulative ? 'Take the level 0 more often.' : 'Take the level 0 more often, or make the increments cumulative: then one of them is enough.',
    }),
    es: ({ name, days, cumulative }) => ({
      title: `Pasan ${days} días entre los niveles 0 en que se apoya «${name}»`,
      why: cumulative
        ? 'Cada incremento acumulativo contiene todos los cambios desde el nivel 0: crecen hasta ocupar lo que una copia completa.'
        : 'Una restauración aplica uno tras otro todos los incrementos diferenciales desde el nivel 0.',
      example: cumulative
        ? `El día ${days - 1}, la ejecución nocturna escribe casi toda la base de datos, y la ventana que bastaba la primera semana ya no basta.`
        : `El disco falla el día ${days - 1}: la restauración necesita el nivel 0 y cada incremento posterior. Basta uno ilegible para quedarse ahí.`,
      todo: cumulative ? 'Tomar el nivel 0 más a menudo.' : 'Tomar el nivel 0 más a menudo, o hacer acumulativos los incrementos: entonces basta con uno.',
    }),
  },
});
