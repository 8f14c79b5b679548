// Spanish texts of the run page.
import type { SameKeys } from '../translate.ts';
import type { runEn } from '../en/run.ts';

export const runEs: SameKeys<typeof runEn> = {
  title: 'Ejecución',
};
