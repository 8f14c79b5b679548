// Spanish texts of the first-run page.
import type { SameKeys } from '../translate.ts';
import type { firstRunEn } from '../en/first-run.ts';

export const firstRunEs: SameKeys<typeof firstRunEn> = {
  title: 'firstRun',
};
