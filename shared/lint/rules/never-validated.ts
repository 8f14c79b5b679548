// Nobody ever reads a backup back. A backup that was never read is a hope.
import { rule } from '../finding.ts';
import { isBase } from '../lint-set.ts';
import { repair } from '../repairs.ts';

export const neverValidated = rule<{ name: string }>({
  name: 'never-validated',
  judges: 'set',
  find({ running }) {
    const reads = running.some(
      ({ spec, scope }) =>
        spec.afterwards.restoreValidate || (scope.kind === 'custom-script' && /\bvalidate\b/i.test(scope.text)),
    );
    const base = running.find((one) => isBase(one) && one.scope.kind === 'database');
    if (reads || !base) return [];
    const repairs = repair('validate-restore', base, { afterwards: { ...base.spec.afterwards, restoreValidate: true } });
    return [{ severity: 'hint', strategies: [base.id], path: 'afterwards.restoreValidate', params: { name: base.name }, repairs }];
  },
  words: {
    en: () => ({
      title: 'No strategy checks that a restore would work',
      why: 'A piece can be damaged after it was written, or lack a file that a restore needs. RESTORE … VALIDATE reads all of it and changes nothing.',
      example: 'A bad disk has spoilt two blocks of every piece since March. All runs were green; the first to read one is whoever restores on the worst day of the year.',
      todo: 'Let one strategy check a restore after its run, the weekly one for example: it reads as much as was written.',
    }),
    es: () => ({
      title: 'Ninguna estrategia comprueba que una restauración funcionaría',
      why: 'Una pieza puede dañarse después de escrita, o puede faltar un archivo necesario. RESTORE … VALIDATE lo lee todo y no cambia nada.',
      example: 'Un disco defectuoso estropea dos bloques de cada pieza desde marzo. Todas las ejecuciones salieron en verde; el primero en leer una es quien restaura el peor día del año.',
      todo: 'Dejar que una estrategia, por ejemplo la semanal, compruebe una restauración tras ejecutarse: lee tanto como se escribió.',
    }),
  },
});
