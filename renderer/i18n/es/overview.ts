// Spanish texts of the overview page.
import type { SameKeys } from '../translate.ts';
import type { overviewEn } from '../en/overview.ts';

export const overviewEs: SameKeys<typeof overviewEn> = {
  title: 'overview',
};
