// Spanish texts of the runs page.
import type { SameKeys } from '../translate.ts';
import type { runsEn } from '../en/runs.ts';

export const runsEs: SameKeys<typeof runsEn> = {
  title: 'Bitácora',
};
